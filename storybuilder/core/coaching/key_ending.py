"""The end of a key: what may be shown of it."""

SHOWN = 4
LEAST = 12
"""A shorter key would be told for a good part."""


def key_ending(key: str) -> str:
    """The last four characters, by which a person recognises a key; "…" of a very short one."""
    return f"…{key[-SHOWN:]}" if len(key) >= LEAST else "…"
