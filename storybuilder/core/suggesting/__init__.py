"""Suggesting: which competencies a question or a story is likely about, learned from examples."""
