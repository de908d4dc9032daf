"""Data packs, one TOML file a language."""

from tqcheck.languages.profile import known_languages, profile

__all__ = ["known_languages", "profile"]
