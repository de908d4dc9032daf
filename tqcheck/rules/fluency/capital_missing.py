from collections.abc import Iterator

from tqcheck.features.capitals import cased
from tqcheck.features.protected import is_protected
from tqcheck.features.words import words
from tqcheck.model import Bead, Finding, Fix, Kind, Pair, Segment, Span, rule
from tqcheck.model.needs import pair_that

#: Shorter segments are labels or answers.
_SHORTEST = 4


def _begins_small(pair: Pair) -> bool:
    return not pair.target.text[:1].isupper()


@rule(
    severity="minor",
    mqm="linguistic-conventions/spelling/capitalisation",
    needs=(pair_that(_begins_small),),
)
def capital_missing(bead: Bead) -> Iterator[Finding]:
    """A sentence begins with a small letter, and the source’s does not.

    Systems that were trained on lower-cased text, or that joined two clauses, lose the capital.
    Where the source’s script has no capitals, the sentence must be whole.

    Flagged:
        fr: Les chats se nourrissent de petites proies.
        en: [[cats]] feed on small prey.

        de: „Der Hafen bleibt bis Freitag geschlossen.“
        en: “[[the]] harbour stays closed until friday.”

        zh: 许多较小的猫科动物以小猎物为食。
        en: [[many]] smaller cats feed on small prey.
    Accepted:
        fr: L’iPhone et eBay se vendent bien ici.
        en: iPhone and eBay sell well around here.

        nl: Van Gogh heeft hier vier jaar gewoond.
        en: van Gogh lived here for four years.

        fr: et il partit sans un mot de plus.
        en: and he left without another word.

        de: „Wer kommt denn da?“, fragte sie leise.
        en: “Who is that coming?” she asked in a low voice.

        fr: 5 personnes, dont @marie, sont venues sur example.org hier.
        en: example.org was visited by 5 people, @marie among them.
    """
    target = bead.target
    first = next(iter(words(target)), None)
    if first is None or target.kind is not Kind.SENTENCE or not first.text[0].isalpha():
        return
    if target.text[: first.span.start - target.span.start].strip('"“‘«„「 \u00a0\u202f'):
        return
    if not first.text.islower() or len(words(target)) < _SHORTEST or not _whole(target):
        return
    if (
        not _starts_large(bead.source)
        or _names(bead, first.text)
        or is_protected(target, first.span)
    ):
        return
    yield Finding(
        f"“{first.text}” begins a sentence without a capital",
        target=first.span,
        fix=Fix(Span(first.span.start, first.span.start + 1), first.text[0].upper(), safe=True),
    )


def _whole(segment: Segment) -> bool:
    """Whether a segment stands between the ends of sentences."""
    text, (start, end) = segment.document.text, segment.span
    block = segment.document.block_of(segment)
    before = text[block.span.start : start].rstrip()
    return text[end - 1] in '.!?…”"»' and (not before or before[-1] == ".")


def _starts_large(source: Segment) -> bool:
    first = next((letter for letter in source.text if letter.isalpha()), "")
    return first.isupper() or not (first.islower() or cased(source))


def _names(bead: Bead, word: str) -> bool:
    """Whether a word may begin a name: “van Gogh”, “al-Shabaab”."""
    profile = bead.target.profile
    particles = profile.name_particles if profile.has("name_particles") else ()
    first = word.split("-")[0].split("’")[0]
    return first in particles and first not in profile.function_words
