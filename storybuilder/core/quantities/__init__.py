"""Numbers that say how much: finding them in words, and telling outcomes from settings."""
