"""The version, read where nothing else has to be loaded."""

__version__ = "0.1.0"
