"""Which sentence tells which part of a story, and how much of the answer each part takes."""
