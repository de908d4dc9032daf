"""Bitext: aligned segments by the million."""
