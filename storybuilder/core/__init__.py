"""What a rehearsal means, as values and pure functions: standard library and number words only."""
