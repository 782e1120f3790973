"""A take against its draft, piece by piece: terms, beats, figures, names, the must-land line."""
