"""Whether a word is what is left of a name after somebody wrote it by ear, or by another script."""

from collections.abc import Iterable

from tqcheck.features.distance import letters_apart
from tqcheck.features.folding import folded
from tqcheck.features.romanisation import are_alike, skeleton
from tqcheck.model import LanguageProfile

#: So many consonants tell names apart.
_FEWEST_CONSONANTS = 3
#: What is longer than a name by more is another word.
_LONGEST_ENDING = 2


def in_latin(text: str) -> str:
    """A name letter by letter in Latin script, folded, its words written together."""
    plain = folded(text)
    if not plain.isascii():
        from anyascii import anyascii

        plain = anyascii(text).lower()
    return "".join(letter for letter in plain if letter.isalpha())


def is_like(written: str, models: Iterable[str], profile: LanguageProfile, share: float) -> bool:
    """Whether a word begins as one of the names and has that share of its letters, or all its sounds."""
    form = in_latin(written)
    sounds = skeleton(form, profile)
    for model in map(in_latin, models):
        if form.startswith(model) and len(form) - len(model) > _LONGEST_ENDING:
            continue
        heard = skeleton(model, profile)
        if not _begin_alike(form[:1] + sounds[:1], model[:1] + heard[:1]):
            continue
        longest = max(len(form), len(model))
        if 1 - letters_apart(form, model, longest) / longest >= share:
            return True
        if len(sounds) >= _FEWEST_CONSONANTS and sounds == heard:
            return True
    return False


def _begin_alike(left: str, right: str) -> bool:
    """Whether the first letters or the first sounds are the same, or often heard for each other."""
    return left[:1] == right[:1] or left[1:] == right[1:] or are_alike(left[1:], right[1:])
