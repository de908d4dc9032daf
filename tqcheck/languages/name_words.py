"""Words that names are made of and that languages translate: "Sea", "Court", "Northern"."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from tqcheck.languages.tables import column


class Meaning(NamedTuple):
    """What the source's words for a word hold; `alone`: the word is a name by itself."""

    forms: tuple[str, ...]
    alone: bool


@cache
def name_words(source_language: str, target_language: str) -> Mapping[str, Meaning]:
    """Word of the target language, in lower case → its meaning in the source's language.

    Empty where the table has not got both languages; its words are English.
    """
    if target_language.partition("-")[0] != "en":
        return {}
    here = column("name_words", source_language)
    return {
        word: Meaning(here[fact], fact[0] == "!")
        for fact, forms in column("name_words", target_language).items()
        if fact in here
        for word in forms
    }
