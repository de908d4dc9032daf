from collections.abc import Iterator

from tqcheck.features.leftovers import enclosed
from tqcheck.features.protected import is_protected
from tqcheck.features.words import Word, part_counts, words
from tqcheck.languages.countries import is_part_of_a_place
from tqcheck.model import Bead, Finding, Fix, LanguageProfile, Span, rule
from tqcheck.model.needs import target_word


def _may_be_elided(word: str, _profile: LanguageProfile, other: LanguageProfile) -> bool:
    """Whether the other language elides what stands before a capital in a word."""
    head, mark, rest = word.replace("'", "’").partition("’")
    return (
        bool(mark)
        and other.has("elisions")
        and head + mark in other.elisions
        and rest[:1].isupper()
    )


@rule(severity="major", mqm="accuracy/untranslated", needs=(target_word(_may_be_elided),))
def clitic_residue(bead: Bead) -> Iterator[Finding]:
    """A name kept the article or preposition that the source’s language fuses with it.

    “l’Iran” and “d’Assad” are two words in French, and one of them was not translated. Flagged is
    what stands so in the source, where the name is a country’s, or stands alone elsewhere in the
    translation. Names that begin so (“L’Oréal”, “Jeanne d’Arc”) are left alone.

    Flagged:
        fr: Les sanctions contre l’Iran restent en place.
        en: Sanctions against [[l’Iran]] remain in place.

        it: La squadra dell’Argentina ha vinto.
        en: The team [[dell’Argentina]] won.
    Accepted:
        fr: L’Oréal, le journal l’Humanité, Jeanne d’Arc et la Côte d’Ivoire.
        en: L’Oréal, the newspaper l’Humanité, Jeanne d’Arc and the Côte d’Ivoire.

        fr: L’Iran et l’Irak négocient.
        it: L’Iran e l’Iraq negoziano.
    """
    source, target = bead.source.profile, bead.target.profile
    if not source.has("elisions") or ("’" not in bead.target.text and "'" not in bead.target.text):
        return
    own = target.elisions if target.has("elisions") else frozenset()
    there = {word.text.replace("'", "’") for word in words(bead.source)}
    row = words(bead.target)
    for index, word in enumerate(row):
        form = word.text.replace("'", "’")
        head, mark, rest = form.partition("’")
        clitic = head + mark
        if clitic not in source.elisions or clitic in own or not rest[:1].isupper():
            continue
        if form in there and _is_name(bead, rest) and not _is_part(bead, row, index):
            end = word.span.end - len(rest)
            yield Finding(
                f"“{clitic}” was left before “{rest}”",
                target=word.span,
                fix=Fix(Span(word.span.start, end), ""),
            )


def _is_name(bead: Bead, rest: str) -> bool:
    """Whether a name is one without what stands before it."""
    tag = bead.target.profile.tag
    alone = part_counts(bead.target.document)[rest] > sum(
        word.text.replace("'", "’").partition("’")[2] == rest for word in _joined(bead)
    )
    return alone or is_part_of_a_place(rest, tag)


def _joined(bead: Bead) -> list[Word]:
    return [word for word in words(bead.target) if "’" in word.text or "'" in word.text]


def _is_part(bead: Bead, row: tuple[Word, ...], index: int) -> bool:
    """Whether a word belongs to a longer name or a quotation."""
    span = row[index].span
    before = row[index - 1].text if index else ""
    return before[:1].isupper() or enclosed(bead.target, span) or is_protected(bead.target, span)
