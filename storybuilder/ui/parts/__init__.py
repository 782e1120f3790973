"""Pieces drawn on more than one screen."""
