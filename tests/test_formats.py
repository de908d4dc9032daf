"""The formats of files: what is prose, and where it stands in the file.

    python -m tests.test_formats

writes what each file of tests/formats/ holds anew; read the difference before committing it.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tqcheck.documents import UnreadableText, document
from tqcheck.languages import profile
from tqcheck.model import Document, Span

FOLDER = Path(__file__).parent / "formats"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".golden")
#: Letters that stand for nothing but themselves in every format.
LETTERS = "a漢م"


def read(text: str, name: str) -> Document:
    return document(text, profile("en"), name)


def content(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def described(path: Path) -> Iterator[str]:
    """The blocks and the markup of a file, a line each."""
    result = read(content(path), path.name)
    for block in result.blocks:
        place = result.locate(block.span)
        yield f"{place.line}:{place.column} {block.kind.value} {block.text!r}"
    for mark in result.marks:
        place = result.locate(mark.span)
        yield f"{place.line}:{place.column} <{mark.kind} {mark.value!r}> {result.text[slice(*mark.span)]!r}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_golden(path: Path) -> None:
    golden = path.with_name(path.name + ".golden").read_text(encoding="utf-8")
    assert "\n".join(described(path)) + "\n" == golden


def holds(result: Document) -> None:
    """Each character of the prose is where `locate` says, and places lead back to their spans."""
    raw = result.file_text
    for block in result.blocks:
        for at in range(*block.span):
            character = result.text[at]
            place = result.locate(Span(at, at + 1))
            assert place.start < place.end
            if character.isalnum() and character in LETTERS:
                assert raw[place.start : place.end] == character
        place = result.locate(block.span)
        assert place.text == raw[place.start : place.end]
        assert result.span_at(place.start, place.end) == block.span


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_places_hold_their_characters(path: Path) -> None:
    text = content(path)
    holds(read(text, path.name))
    crlf = text.replace("\n", "\r\n")
    assert [block.text for block in read(crlf, path.name).blocks] == [
        block.text for block in read(text, path.name).blocks
    ]
    holds(read(crlf, path.name))


MARKDOWN = [
    "a", "é", "漢", "م", " ", "\n", "\n\n", "*", "**", "_", "`", "``", "[", "](", ")", "]", "![",
    "<", ">", "&amp;", "\\*", "\\", "# ", "- ", "> ", "1. ", "| ", "|-|\n", "    ", "```\n", "[^1]",
    "[^1]: ", ":::note\n", "---\n", "title: a\n", "<b>", "</b>", "<br>", "{{< a >}}", "{#a}", "\t",
    "\r\n", "\\|", "<http://a.b>", "~~", "&#233;", "<!-- a -->", "\n\n<div>\n", "</div>\n", "![a](b)",
]  # fmt: skip
HTML = [
    "a", "é", "漢", "م", " ", "\n", "<p>", "</p>", "<b>", "</b>", "<a href='x'>", "</a>", "<li>", "<ul>",
    "</ul>", "<h2>", "</h2>", "<td>", "<table>", "</table>", "&amp;", "&eacute", "&#233;", "<", ">", "<!--",
    "-->", "<script>", "</script>", "<pre>", "</pre>", "<code>", "</code>", "<br/>", "<img alt=a>", "<a", '"',
    "<![CDATA[", "<?", "&", "\r\n", "<title>", "</title>",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(MARKDOWN), max_size=30).map("".join), st.sampled_from(["md", "mdx"])
)
@example("> 1. a\n\n| |\n|-|\n", "md")
def test_any_markdown(text: str, ending: str) -> None:
    readable(text, f"x.{ending}")


@given(st.lists(st.sampled_from(HTML), max_size=30).map("".join))
def test_any_html(text: str) -> None:
    readable(text, "x.html")


def readable(text: str, name: str) -> None:
    try:
        result = read(text, name)
    except UnreadableText as error:
        assert "prose" in str(error)  # noqa: PT017
    else:
        holds(result)


if __name__ == "__main__":
    for file in FILES:
        file.with_name(file.name + ".golden").write_text(
            "\n".join(described(file)) + "\n", encoding="utf-8"
        )
