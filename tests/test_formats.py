"""The formats of files: what is prose, and where it stands in the file.

    python -m tests.test_formats

writes what each file of tests/formats/ holds anew; read the difference before committing it.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tqcheck.documents import UnreadableText, both_sides, document, holds_both, language_in_text
from tqcheck.documents.json_messages import json_document
from tqcheck.languages import profile
from tqcheck.model import Document, Span

FOLDER = Path(__file__).parent / "formats"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".golden")
#: Letters that stand for nothing but themselves in every format.
LETTERS = "a漢م"


def read(text: str, name: str) -> Document:
    return document(text, profile("en"), name)


def sides(text: str, name: str) -> dict[str, Document]:
    """The document of a file; or both, where it holds a text and its translation."""
    if not holds_both(name):
        return {"": read(text, name)}
    both = both_sides(text, name)
    return {
        f"source {both.source_language} ": both.source,
        f"target {both.target_language} ": both.target,
    }


def content(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def described(path: Path) -> Iterator[str]:
    """The blocks and the markup of a file, a line each."""
    for name, result in sides(content(path), path.name).items():
        for number, block in enumerate(result.blocks):
            place = result.locate(block.span)
            key = f" = {result.keys[number]}" if result.keys else ""
            yield f"{name}{place.line}:{place.column} {block.kind.value} {block.text!r}{key}"
        for mark in result.marks:
            place = result.locate(mark.span)
            text = result.text[slice(*mark.span)]
            yield f"{name}{place.line}:{place.column} <{mark.kind} {mark.value!r}> {text!r}"
        for comment in result.comments or ():
            yield f"{name}{comment.verb} {comment.names} {comment.reason!r} {comment.about}"


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
                assert raw[place.start : place.end].removeprefix("\\") == character
        place = result.locate(block.span)
        assert place.text == raw[place.start : place.end]
        assert result.span_at(place.start, place.end) == block.span


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_places_hold_their_characters(path: Path) -> None:
    text = content(path)
    crlf = text.replace("\n", "\r\n")
    for mine, other in zip(
        sides(text, path.name).values(), sides(crlf, path.name).values(), strict=True
    ):
        holds(mine)
        holds(other)
        assert [block.text for block in other.blocks] == [block.text for block in mine.blocks]


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


PO = [
    "a", "é", "漢", "م", " ", "\n", "\r\n", '"', '"a"', "\\n", "\\", '\\"', "\\101", "\\xe9", "#", "#, fuzzy\n",
    "#~ ", 'msgid "a"\n', 'msgstr "م"\n', 'msgid_plural "a漢"\n', 'msgstr[0] "a "\n', 'msgstr[1] "\\ta"\n',
    'msgctxt "c"\n', '"b\\n"\n', "msgstr ", 'domain "d"\n', '# tqcheck-ignore locale -- a\n', '""\n',
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


XLIFF = [
    "a", "漢", "م", " ", "\n", "\r\n", "&amp;", "&#233;", "<g id='1'>", "</g>", "<x id='2'/>", "<bpt id='3'>", "</bpt>",
    "<ept id='3'>", "</ept>", "<ph id='4'>", "</ph>", "<sc id='5'/>", "<ec startRef='5'/>", "<sub>", "</sub>", "<mrk>", "</mrk>",
    "<![CDATA[", "]]>", "<!-- a -->", "<?a?>", "</source>", "<source>", "<target>", "</target>", "<note>", "</note>", "<hi>",
    "</hi>", "</seg>", "<seg>", "<tuv xml:lang='fr'>", "</tuv>", "tqcheck-ignore locale", "<alt-trans>", "</alt-trans>", "&b;",
]  # fmt: skip
TABLE = [
    "a",
    "漢",
    "م",
    ",",
    ";",
    "\t",
    '"',
    '""',
    "\n",
    "\r\n",
    "\r",
    " ",
    "source,target\n",
    "en,fr\n",
    "source\ttarget\n",
]
_UNIT = "<xliff><file source-language='en' target-language='fr'><body><trans-unit id='1'>{}</trans-unit></body></file></xliff>"
_MEMORY = (
    "<tmx><header srclang='en'/><body><tu><tuv xml:lang='en'><seg>a</seg></tuv>{}</tu></body></tmx>"
)


@given(st.lists(st.sampled_from(XLIFF), max_size=30).map("".join), st.booleans())
@example("<source>\n a\r\n 漢</source><target><g id='1'>م</g> <x id='2'/></target>", True)
@example("<tuv xml:lang='fr'><seg>a &amp; <ph>م</ph></seg></tuv>", False)
def test_any_xml(text: str, unit: bool) -> None:
    readable(_UNIT.format(text), "x.xlf") if unit else readable(_MEMORY.format(text), "x.tmx")


@given(st.lists(st.sampled_from(XLIFF), max_size=12).map("".join))
def test_any_target(text: str) -> None:
    readable(_UNIT.format(f"<source>a</source><target>{text}</target>"), "x.xlf")
    readable(_MEMORY.format(f"<tuv xml:lang='fr'><seg>{text}</seg></tuv>"), "x.tmx")


@given(st.lists(st.sampled_from(TABLE), max_size=30).map("".join), st.booleans())
@example('a,"漢""م"\r\n', True)
def test_any_table(text: str, header: bool) -> None:
    readable(("source,target\n" if header else "") + text, "x.csv")
    readable(("en\tfr\n" if header else "") + text, "x.tsv")


@given(st.lists(st.sampled_from(PO), max_size=30).map("".join))
@example('msgid "a"\n"b\\n"\nmsgid_plural "a漢"\nmsgstr[0] "a "\nmsgstr[1] "\\ta"\n')
def test_any_po(text: str) -> None:
    readable(text, "x.po")


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("a.md", "---\ntitle: a\nlang: pt_BR\n---\na", "pt-BR"),
        ("a.md", "+++\nlanguage = 'fr'\n+++\na", "fr"),
        ("a.md", "---\nlang: the language\n---\na", None),
        ("a.md", "lang: fr\n\na", None),
        ("a.html", "<!doctype html>\n<html class=a lang='zh-Hant'><p>a", "zh-Hant"),
        ("a.html", "<p lang=fr>a", None),
        ("a.txt", "---\nlang: fr\n---\na", None),
    ],
)
def test_what_a_text_says_of_its_language(name: str, text: str, language: str | None) -> None:
    assert language_in_text(text, name) == language


CATALOGUES = {
    "json": [
        "{", "}", "[", "]", ",", ":", '"a"', '"é漢"', '"م \\n"', '"\\u00e9"', '"\\ud83d\\ude00"', '"a_few"', "1", "true",
        " ", "\n", '{"a": "a"}', '"@a"', '"', "\\", "\t", "é", '"b": ', '"message": "a"',
    ],
    "yml": [
        "a", "é漢", "م", ": ", "- ", "\n", "\n  ", "\n    ", "'", '"', "|\n", ">-\n", "#", " # ", "&a ", "*a", "!!str ",
        "{", "}", "[", "]", ", ", "\\n", "\\u00e9", "''", "a: a\n", "b: 'é'\n", 'c: "\\x41a"\n', "---\n", "\r\n", "\t", "few: ",
    ],
    "toml": [
        "a", "é漢", "م", " = ", "\n", '"', '"a"', "'a'", '"""', "\'\'\'", "[", "]", "[[a]]\n", "[b]\n", "{", "}", ", ", ".",
        'a = "a"\n', "b = 'م'\n", 'c = """\na"""\n', "d = [", "# a\n", "\\n", "\\u00e9", "\r\n", "1", "e.f = ", "\\\n ",
    ],
    "properties": [
        "a", "é漢", "م", "=", ":", " ", "\n", "\r\n", "\\", "\\\n ", "\\n", "\\u00e9", "\\ud83d\\ude00", "#", "!", "a=a\n", "\t",
        "b = م\n", "\\:",
    ],
    "strings": [
        "a", "é漢", "م", '"', "=", ";", "\n", "\r\n", '"a" = "a";', '"b"="م\\n";', "/*", "*/", "//", '\\"', "\\U00e9", "b = ", " ",
        "/* tqcheck-ignore locale */", "c;",
    ],
}  # fmt: skip


@pytest.mark.parametrize("ending", CATALOGUES)
@given(data=st.data())
def test_any_catalogue(ending: str, data: st.DataObject) -> None:
    parts = data.draw(st.lists(st.sampled_from(CATALOGUES[ending]), max_size=30))
    readable("".join(parts), f"x.{ending}")


SUBTITLES = [
    "a", "é漢", "م", " ", "\n", "\n\n", "\r\n", "1\n", "00:00:01,000 --> 00:00:02,500\n", "00:01.000 --> 00:02.000 line:0\n",
    "01:00:00.000 --> 01:00:01.000\n", "<i>", "</i>", "<v A>", "<00:01.000>", "{\\an8}", "&amp;", "- ", ".", "NOTE ", "STYLE\n",
    "tqcheck-ignore locale", "♪", "-->", "<",
]  # fmt: skip


@given(st.lists(st.sampled_from(SUBTITLES), max_size=30).map("".join), st.booleans())
def test_any_subtitles(text: str, webvtt: bool) -> None:
    if webvtt:
        readable("WEBVTT\n\n" + text, "x.vtt")
    else:
        readable("1\n00:00:00,000 --> 00:00:01,000\n" + text, "x.srt")


def test_a_json_catalogue_holds_what_json_says() -> None:
    """Every string that the standard library reads is there, in its place."""

    @given(
        st.recursive(
            st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(st.text(max_size=3), inner, max_size=3)
            ),
            max_leaves=8,
        ),
        st.booleans(),
    )
    def same(value: object, ascii_only: bool) -> None:
        text = json.dumps(value, ensure_ascii=ascii_only)
        found = [block.text for block in json_document(text, profile("en")).blocks]
        assert found == [one for one in strings_of(value) if one]

    same()


def strings_of(value: object, hidden: bool = False) -> Iterator[str]:
    if isinstance(value, str):
        yield "" if hidden else value.strip()
    elif isinstance(value, list):
        for one in value:
            yield from strings_of(one, hidden)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from strings_of(one, hidden or key.startswith(("@", "$")))


def readable(text: str, name: str) -> None:
    """Whatever a file holds, it is read rightly or refused in one line."""
    try:
        results = sides(text, name)
    except UnreadableText as error:
        assert str(error).startswith(("holds no", "is no", "has", "names no", "declares"))  # noqa: PT017
        assert "\n" not in str(error)  # noqa: PT017
    else:
        for result in results.values():
            holds(result)


if __name__ == "__main__":
    for file in FILES:
        file.with_name(file.name + ".golden").write_text(
            "\n".join(described(file)) + "\n", encoding="utf-8"
        )
