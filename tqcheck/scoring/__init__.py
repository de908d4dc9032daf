"""How good a whole translation is, in numbers."""
