"""Judgements: what a report says, in order of value."""
