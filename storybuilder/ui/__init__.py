"""Screens: a value in, controls out."""
