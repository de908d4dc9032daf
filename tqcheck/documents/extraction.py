"""The main content of a scraped page: its blocks without navigation, share buttons, other articles.

trafilatura says what the content is; the places stay those of the page.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from importlib.util import find_spec

from tqcheck.documents.plain import UnreadableText
from tqcheck.model import Block, Document, Kind, Mark

#: Letters and digits from which on a block may be a part of what was extracted as one line.
_LEAST_PART = 25


def main_content(document: Document) -> Document:
    """The document of a page with the blocks of its main content alone, and captions among them.

    Raises UnreadableText where no content is recognised, or trafilatura is not installed.
    """
    # Some versions of pip leave out the second, which the first needs.
    if find_spec("trafilatura") is None or find_spec("lxml_html_clean") is None:
        raise UnreadableText(
            "is a page whose main content is wanted: that needs pip install 'tqcheck[extract]'"
        )
    import trafilatura

    extracted = trafilatura.extract(document.file_text, include_comments=False) or ""
    lines = {_letters(line) for line in extracted.splitlines()}
    whole = _letters(extracted)
    kept = [
        number
        for number, block in enumerate(document.blocks)
        if _is_content(_letters(block.text), lines, whole)
    ]
    if not kept:
        raise UnreadableText("has no main content that can be recognised: leave --extract out")
    document.blocks = tuple(_with_captions(document.blocks, kept))
    document.marks = tuple(mark for mark in document.marks if _stands_in(mark, document.blocks))
    return document


def _stands_in(mark: Mark, blocks: Sequence[Block]) -> bool:
    """Whether markup is in one of the blocks, or around several."""
    place = bisect_right(blocks, mark.span.start, key=lambda block: block.span.start)
    return any(mark.span.overlaps(block.span) for block in blocks[max(place - 1, 0) : place + 1])


def _is_content(letters: str, lines: set[str], whole: str) -> bool:
    return bool(letters) and (
        letters in lines or (len(letters) >= _LEAST_PART and letters in whole)
    )


def _with_captions(blocks: tuple[Block, ...], kept: list[int]) -> Iterator[Block]:
    """The blocks that are kept, with the captions between the first and the last."""
    for number in range(kept[0], kept[-1] + 1):
        place = bisect_left(kept, number)
        if kept[place] == number or blocks[number].kind is Kind.CAPTION:
            yield blocks[number]


def _letters(text: str) -> str:
    """The letters and digits of a text: all that both readers of a page agree upon."""
    return "".join(character for character in text.casefold() if character.isalnum())
