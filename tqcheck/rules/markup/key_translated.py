from collections.abc import Iterator

from tqcheck.features.markup import marks_of
from tqcheck.model import Finding, Pair, rule
from tqcheck.model.needs import MARKUP


@rule(severity="major", mqm="design-and-markup/markup-tag", needs=(MARKUP,))
def key_translated(pair: Pair) -> Iterator[Finding]:
    """A key of the front matter was translated, and means nothing to the site any more.

    The keys before a page’s text are names that a program looks for. A key that only one side has
    at the end may be meant; one that stands in another’s place is not.

    Flagged:
        fr.md: ---
        fr.md: title: Le barrage
        fr.md: description: Un grand mur
        fr.md: ---
        fr.md: Du texte.
        en.md: ---
        en.md: title: The dam
        en.md: [[explanation]]: A large wall
        en.md: ---
        en.md: Some text.

        en.md: ---
        en.md: title: The dam
        en.md: ---
        en.md: Some text.
        de.md: ---
        de.md: [[titel]]: Der Damm
        de.md: ---
        de.md: Etwas Text.
    Accepted:
        fr.md: ---
        fr.md: title: Le barrage
        fr.md: ---
        fr.md: Du texte.
        en.md: ---
        en.md: title: The dam
        en.md: lang: en
        en.md: ---
        en.md: Some text.

        de.md: ---
        de.md: title: Der Damm
        de.md: ---
        de.md: Etwas Text.
        en.md: Some text.
    """
    here, there = marks_of(pair.source, "key"), marks_of(pair.target, "key")
    if len(here) != len(there):
        return
    ours, theirs = {mark.value for mark in here}, {mark.value for mark in there}
    for source, target in zip(here, there, strict=True):
        if source.value not in theirs and target.value not in ours:
            yield Finding(
                f"the key “{source.value}” became “{target.value}”",
                target=target.span,
                source=source.span,
            )
