"""Plain text: what is read, in which blocks, and where each span lies in the file."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tqcheck.documents import UnreadableText, decoded, plain_document
from tqcheck.languages import profile
from tqcheck.model import Document, Kind, Span


def document(text: str) -> Document:
    return plain_document(text, profile("en"))


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in document(text).blocks]


def test_kinds_of_blocks() -> None:
    text = (
        "Floods cut off two valleys\n\n"
        "The river rose by two metres overnight.\n\n"
        "A bridge near Porta. Reuters - ANA LIMA\n\n"
        "Read more\n\nShare:\n\n"
        "The mayor named three needs:\n  • water\n  • blankets and tents\n  2. a doctor\n"
    )
    assert blocks(text) == [
        ("heading", "Floods cut off two valleys"),
        ("sentence", "The river rose by two metres overnight."),
        ("caption", "A bridge near Porta. Reuters - ANA LIMA"),
        ("tag", "Read more"),
        ("tag", "Share:"),
        ("sentence", "The mayor named three needs:"),
        ("item", "water"),
        ("item", "blankets and tents"),
        ("item", "a doctor"),
    ]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = "Floods\n\nThe river rose by two metres in\nthe night and tore away the only\nbridge of the valley.\n\nIt rained on.\n"
    assert blocks(text)[1:] == [
        ("sentence", text[8:-16].strip()),
        ("sentence", "It rained on."),
    ]


def test_unwrapped_lines_are_paragraphs_of_their_own() -> None:
    text = "Floods\nThe river rose by two metres.\nIt tore away a bridge.\n"
    assert [kind for kind, _ in blocks(text)] == ["heading", "sentence", "sentence"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_and_columns(end: str) -> None:
    text = end.join(["é漢", "", "e\u0301 👩‍💻 مرحبا x", "last"])
    place = document(text).locate(Span(text.index("x"), text.index("x") + 1))
    assert (place.line, place.column, place.text) == (3, text.split(end)[2].index("x") + 1, "x")
    assert (place.end_line, place.end_column) == (3, place.column + 1)


def test_a_place_behind_markup_ends_with_its_last_character() -> None:
    raw = "a <b>bold</b> word"
    document = Document(
        "a bold word", profile("en"), raw=raw, offsets=[0, 1, 5, 6, 7, 8, 13, 14, 15, 16, 17, 18]
    )
    assert document.locate(Span(2, 6)).text == "bold"
    assert document.locate(Span(7, 11)).text == "word"


@example("- \u2028a")
@given(st.text(alphabet="ab .•-\r\n\t\u2028é漢م", max_size=60))
def test_blocks_are_in_order_and_hold_every_visible_character(text: str) -> None:
    result = document(text)
    end = 0
    outside = ""
    for block in result.blocks:
        assert block.span.start >= end
        assert block.text == block.text.strip()
        assert block.text
        outside += text[end : block.span.start]
        end = block.span.end
    outside += text[end:]
    assert not set(outside) & set("aé漢م")


@given(st.text(alphabet="ab\r\n", max_size=40), st.data())
def test_places_point_at_their_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    place = document(text).locate(Span(start, end))
    lines = text.replace("\r\n", "\n\n").replace("\r", "\n").split("\n")
    assert place.text == text[start:end]
    assert 1 <= place.line <= place.end_line <= len(lines)
    assert place.column >= 1


@pytest.mark.parametrize(
    ("encoding", "mark", "guessed"),
    [
        ("utf-8", b"", False),
        ("utf-8", b"\xef\xbb\xbf", False),
        ("utf-16-le", b"\xff\xfe", False),
        ("utf-16-be", b"\xfe\xff", False),
        ("utf-32-le", b"\xff\xfe\x00\x00", False),
        ("cp1251", b"", True),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, mark: bytes, guessed: bool) -> None:
    text = "Ночью река поднялась на два метра и снесла единственный мост долины.\r\n"
    path = tmp_path / "a.txt"
    path.write_bytes(mark + text.encode(encoding))
    result = decoded(path)
    assert result.text == text
    assert result.guessed is guessed


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8, "is"),
        (b"text\0text", "binary"),
        (b"\xff\xfea", "utf-16"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, content: bytes, complaint: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(UnreadableText, match=complaint):
        decoded(path)


def test_a_directory_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UnreadableText, match="directory"):
        decoded(tmp_path)


def test_the_first_line_of_prose_is_no_heading() -> None:
    assert document("It rained on.").blocks[0].kind is Kind.SENTENCE
