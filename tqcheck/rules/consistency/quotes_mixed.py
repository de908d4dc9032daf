from collections import Counter
from collections.abc import Iterator

from tqcheck.features.quotes import Quoted, outer_quoted
from tqcheck.model import Document, Finding, Fix, Pair, rule
from tqcheck.model.needs import in_target

_OPENING = '"“„«»「'


@rule(
    severity="minor", mqm="style/inconsistent-style", texts="articles", needs=(in_target(_OPENING),)
)
def quotes_mixed(pair: Pair, *, times: float = 3) -> Iterator[Finding]:
    """A quotation stands between other marks than the others of the text.

    Straight or curly, “ ” or « »: a text keeps to one kind. Flagged are the few, where the others
    are `times` as many and the source does not mix its marks. Quotations inside quotations and
    single marks are left out.

    Flagged:
        fr: « Oui », dit-il. « Non », dit-elle. « Peut-être », dit l’autre. « Bien », dirent-ils.
        en: “Yes,” he said. “No,” said she. “Perhaps,” said the other. [["Well,"]] said they.

        en: "Yes," he said. "No," said she. "Perhaps," said the other. "Well," said they.
        de: "Ja", sagte er. "Nein", sagte sie. "Vielleicht", sagte der andere. [[„Nun“]], sagten sie.
    Accepted:
        fr: « Oui », dit-il. « Non », dit-elle. « Peut-être », dit l’autre. "Bien", dirent-ils.
        en: “Yes,” he said. “No,” said she. “Perhaps,” said the other. "Well," said they.

        de: „Ja“, sagte er. „Sie sagte ‚nein‘.“ „Vielleicht“, sagte der andere.
        en: “Yes,” he said. “She said ‘no’.” “Perhaps,” said the other.
    """
    if sum(mark in pair.target.text for mark in _OPENING) < 2:
        return
    kinds = _kinds(pair.target)
    if len(kinds) < 2 or len(_kinds(pair.source)) > 1:
        return
    (usual, most), *_ = kinds.most_common(1)
    for block in pair.target.blocks:
        for each in outer_quoted(block):
            few = _kind(each) != usual and most >= times * kinds[_kind(each)]
            if few and not _inside(pair.target, each, usual):
                yield _finding(each, *usual)


def _kind(each: Quoted) -> tuple[str, str]:
    return each.opening, each.closing


def _kinds(document: Document) -> Counter[tuple[str, str]]:
    return Counter(_kind(each) for block in document.blocks for each in outer_quoted(block))


def _inside(document: Document, each: Quoted, marks: tuple[str, str]) -> bool:
    """Whether a quotation between other marks is still open here, be it for paragraphs."""
    before = document.text[: each.span.start]
    return before.count(marks[0]) > before.count(marks[1])


def _finding(each: Quoted, opening: str, closing: str) -> Finding:
    inner = each.inner.strip()
    free = not {opening, closing} & set(inner) and "«" not in opening
    return Finding(
        f"“{each.opening}…{each.closing}” are not the quotation marks of the rest of this text",
        target=each.span,
        fix=Fix(each.span, f"{opening}{inner}{closing}", safe=True) if free else None,
    )
