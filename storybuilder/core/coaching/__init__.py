"""The coach: what it is asked, what may be sent, and what of its answer may be believed."""
