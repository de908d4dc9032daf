"""Word files, as python-docx writes them and as nobody should."""

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.cli.test_malformed import check
from tqcheck.documents import UnreadableText, decoded, document
from tqcheck.documents.docx import word_text
from tqcheck.languages import profile
from tqcheck.model import Document

LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def word() -> bytes:
    """An article with what Word has: headings, a list, a table, a link, tracked changes."""
    made = Word()
    made.add_heading("The dam & the <valley>", 0)
    made.add_heading("How high", 2)
    paragraph = made.add_paragraph("The dam is 185 ")
    paragraph.add_run("metres").bold = True
    paragraph.add_run(" high. ")
    number = made.part.relate_to("https://dam.example/a?b&c", LINK, is_external=True)
    for piece in (
        f'<w:hyperlink {{}} r:id="{number}"><w:r><w:t>See the plan</w:t></w:r></w:hyperlink>',
        "<w:del {}><w:r><w:delText>old</w:delText></w:r></w:del>",
        "<w:moveFrom {}><w:r><w:t>moved</w:t></w:r></w:moveFrom>",
        '<w:ins {}><w:r><w:t xml:space="preserve"> new</w:t><w:br/><w:t>line</w:t></w:r></w:ins>',
        "<w:r {}><w:instrText>PAGE</w:instrText></w:r>",
    ):
        paragraph._p.append(parse_xml(piece.format(nsdecls("w", "r"))))
    made.add_paragraph("")
    made.add_paragraph("Water", style="List Bullet")
    made.add_paragraph("Power", style="List Bullet")
    table = made.add_table(2, 2)
    for cell, text in zip((c for row in table.rows for c in row.cells), "abcd", strict=True):
        cell.text = text
    made.add_paragraph("It opened in 1975.")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def read(content: bytes) -> Document:
    return document(word_text(content), profile("en"), "a.docx")


def test_what_is_read_and_where() -> None:
    result = read(word())
    assert [
        (result.locate(block.span).line, block.kind.value, block.text) for block in result.blocks
    ] == [
        (1, "heading", "The dam & the <valley>"),
        (2, "heading", "How high"),
        (3, "sentence", "The dam is 185 metres high. See the plan new line"),
        (5, "item", "Water"),
        (6, "item", "Power"),
        (7, "cell", "a"),
        (8, "cell", "b"),
        (9, "cell", "c"),
        (10, "cell", "d"),
        (11, "sentence", "It opened in 1975."),
    ]
    marks = {(mark.kind, mark.value): result.text[slice(*mark.span)] for mark in result.marks}
    assert marks["link", "https://dam.example/a?b&c"] == "See the plan"
    assert marks["list", "2"] == "Water\n\nPower"
    assert ("table", "2×2") in marks
    assert ("heading", "1") in marks
    assert ("heading", "2") in marks


def test_a_pair_is_checked(tmp_path: Path) -> None:
    source, target = tmp_path / "a.fr.docx", tmp_path / "a.en.docx"
    text = "Le barrage mesure 185 mètres de haut."
    for path, sentence in ((source, text), (target, "The dam is 158 metres high.")):
        made = Word()
        made.add_paragraph("1975")
        made.add_paragraph(sentence)
        made.save(str(path))
    run = check(source, target)
    assert run.returncode == 1, run.stderr
    assert "a.en.docx:2:15 major number-changed" in run.stdout


def test_a_word_file_is_not_written(tmp_path: Path) -> None:
    source, target = tmp_path / "a.fr.docx", tmp_path / "a.en.docx"
    for path, sentence in (
        (source, "Le train part à huit heures de la gare."),
        (target, "The train leaves the the station at eight."),
    ):
        made = Word()
        made.add_paragraph(sentence)
        made.save(str(path))
    before = target.read_bytes()
    run = check(source, target, "--fix", "--unsafe-fixes")
    assert run.returncode == 2
    assert "can only be read" in run.stderr
    assert target.read_bytes() == before


def packed(body: str | bytes, name: str = "word/document.xml") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, body)
    return out.getvalue()


START = f"<w:document {nsdecls('w')}>"
ENTITIES = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"The dam.", "can be unpacked"),
        (word()[:9000], "can be unpacked"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "is encrypted, or an old .doc"),
        (packed("<a/>", "other.xml"), "holds no word/document.xml"),
        (packed(START + "<w:body><w:p>"), "is damaged: word/document.xml"),
        (packed(ENTITIES), "holds a document type"),
        (packed(START + "<w:tbl>" * 10_000), "nested deeper than"),
        (packed(b" " * (65 * 2**20)), "unpacks to more than 64 MiB"),
    ],
    ids=["text", "cut", "old", "other", "cut-xml", "entities", "deep", "bomb"],
)
def test_bad_files(tmp_path: Path, content: bytes, told: str) -> None:
    (tmp_path / "a.docx").write_bytes(content)
    with pytest.raises(UnreadableText) as error:
        decoded(tmp_path / "a.docx")
    assert told in str(error.value)
    assert "\n" not in str(error.value)
