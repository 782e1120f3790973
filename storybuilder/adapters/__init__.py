"""One file for each thing outside the program; none of them judges."""
