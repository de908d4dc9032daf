"""Markdown and MDX: CommonMark with tables, front matter, footnotes and directives."""

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from tqcheck.documents.building import Builder
from tqcheck.documents.front_matter import FrontMatter, front_matter
from tqcheck.documents.html import VOID, take_html
from tqcheck.documents.plain import UnreadableText
from tqcheck.model import Document, Kind, LanguageProfile

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

#: Characters of the longest file that is parsed, 2 MiB; comments that may stay open.
LARGEST = 2 * 2**20
_MOST_OPEN = 100

_LINE_END = re.compile(r"\r\n?|\n")
#: Keys of the front matter whose values are prose.
_PROSE_KEYS = frozenset(
    [
        "title",
        "linktitle",
        "subtitle",
        "description",
        "summary",
        "excerpt",
        "abstract",
        "headline",
        "caption",
        "tagline",
        "sidebar_label",
        "pagination_label",
    ]
)
#: How values begin that are lists, tables or go on below.
_NO_PROSE = ("|", ">", "[", "{")
#: Lines that are no Markdown: directives and admonitions, imports of MDX.
_DIRECTIVE = re.compile(r"[ \t]*(?::{3,}|!!!|\?\?\?\+?|///).*")
_DIRECTIVE_NAME = re.compile(r"[ \t]*(?::{3,}|!!!|\?\?\?\+?|///)\s*\{?(?P<name>[\w-]+)")
_IMPORT = re.compile(r"(?:import|export)\s.*")
_LONE_TAGS = re.compile(
    r"[ \t]*+(?:</?(?!(?:pre|script|style|textarea|code|svg|t[drh]|table|title)\b)[A-Za-z][^<>]{0,500}>[ \t]*+)+"
)
_TITLE = re.compile(
    r"""[ \t]*(?:(?::{3,}+)\s*+\{?+[\w-]++\}?+(?:\{[^{}]*+\})?+\s*+\[?+|(?:!!!|\?\?\?\+?)\s*[\w -]*?"|///\s*[\w-]+\s*\|\s*)(?P<title>[^"\]\s{}:|][^"\]{}]*)"""
)
_NOTE = re.compile(r"(?P<indent>[ \t]*)\[\^(?P<label>[^\]\s]{1,80})\]:[ \t]+")
#: What is no prose inside a line: footnotes, shortcodes, identifiers of headings, task boxes.
_INLINE = re.compile(
    r"\[\^(?P<note>[^\]\s]{1,80})\]|(?P<shortcode>\{\{[<%][^{}]{0,500}[%>]\}\})|"
    r"(?P<anchor>\s*\{\s*#[\w:.-]+[^{}]{0,80}\}\s*$)|(?P<box>^\[[ xX]\]\s+)|(?P<comment>\{/\*[^{}]{0,1000}\*/\})|(?P<callout>^\[!\w{1,20}\][-+]?\s*)"
)
_INLINE_MDX = re.compile(_INLINE.pattern + r"|(?P<expression>\{(?!/\*)[^{}\n]{1,500}\})")
_TAG = re.compile(r"<\s*(?P<close>/?)\s*(?P<name>[A-Za-z][\w.:-]*)")
_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]"
)
_BACKTICKS = re.compile(r"`+")
_FENCE = re.compile(r"[ >]*(?P<fence>`{3,}|~{3,})(?P<rest>.*)")
_LINK_END = re.compile(r"\]\[[^\[\]]*\]")


def markdown_document(text: str, profile: LanguageProfile, path: str = "") -> Document:
    """The prose of a Markdown text: paragraphs, headings, list items, cells, captions.

    Raises UnreadableText where the text is too large.
    """
    if len(text) > LARGEST:
        raise UnreadableText(f"is larger than {LARGEST // 2**20} MiB of Markdown: split it")
    if text.count("<!--") > text.count("-->") + _MOST_OPEN:
        raise UnreadableText("opens comments by the hundred and does not close them")
    builder = Builder(text)
    _Reader(builder, mdx=path.lower().endswith(".mdx")).read()
    return builder.document(profile, path)


class _Line(NamedTuple):
    """A line as the parser reads it, and where that stands in the file."""

    text: str
    start: int


class _Reader:
    def __init__(self, builder: Builder, *, mdx: bool) -> None:
        self._builder = builder
        self._raw = builder.raw
        self._mdx = mdx
        #: Lines that the parser does not see, by their numbers: titles of directives, lone tags.
        self._beside: deque[tuple[int, Callable[[], None]]] = deque()
        self._lines: list[_Line] = []
        #: Open lists: how many items, and the number of the first block.
        self._lists: list[list[int]] = []
        self._tables: list[list[int]] = []
        self._items = 0
        #: How far each line was read, for the cells of a table.
        self._read: dict[int, int] = {}

    def read(self) -> None:
        self._lines = list(self._readable())
        markdown = _parser()
        tokens = markdown.parse("\n".join(line.text for line in self._lines))
        for index, token in enumerate(tokens):
            if token.map is not None:
                while self._beside and self._beside[0][0] <= token.map[0]:
                    self._beside.popleft()[1]()
            self._take(token, tokens, index)
        for _, take in self._beside:
            take()

    def _title(self, start: int, end: int) -> None:
        self._builder.begin(Kind.HEADING)
        self._builder.verbatim(start, end)
        self._builder.end()

    def _readable(self) -> Iterator[_Line]:
        """The lines, with an empty one for each that is no Markdown."""
        start = 0
        front = front_matter(self._raw)
        if front:
            self._front_matter(front)
        fence = ""
        for number, match in enumerate([*_LINE_END.finditer(self._raw), None]):
            end = match.start() if match else len(self._raw)
            line = self._raw[start:end]
            mark = _FENCE.fullmatch(line)
            if front and start < front.end:
                yield _Line("", start)
            elif fence:
                if mark and mark["fence"].startswith(fence) and not mark["rest"].strip():
                    fence = ""
                yield _Line(line, start)
            elif mark:
                fence = mark["fence"]
                yield _Line(line, start)
            elif _DIRECTIVE.fullmatch(line):
                title = _TITLE.match(line)
                if title and title["title"].strip():
                    first, last = (start + place for place in title.span("title"))
                    self._beside.append((number, partial(self._title, first, last)))
                self._directive(line, start)
                yield _Line("", start)
            elif self._mdx and _IMPORT.fullmatch(line):
                yield _Line("", start)
            elif self._mdx and _LONE_TAGS.fullmatch(line):
                # What stands between such lines is Markdown in MDX, and no HTML.
                html = partial(take_html, self._builder, start, end, jsx=True)
                self._beside.append((number, html))
                yield _Line("", start)
            elif note := _NOTE.match(line):
                yield _Line(
                    note["indent"] + line[note.end() :], start + note.end() - len(note["indent"])
                )
            else:
                yield _Line(line, start)
            start = match.end() if match else end

    def _directive(self, line: str, start: int) -> None:
        name = _DIRECTIVE_NAME.match(line)
        if name:
            place = (start + name.start("name"), start + name.end("name"))
            self._builder.aside("directive", name["name"], *place)

    def _front_matter(self, front: FrontMatter) -> None:
        for entry in front.entries:
            plain = entry.quoted or entry.value[:1] not in _NO_PROSE
            prose = plain and entry.value and entry.key.lower() in _PROSE_KEYS
            if prose:
                title = "title" in entry.key.lower()
                self._builder.begin(Kind.HEADING if title else Kind.SENTENCE)
                self._builder.verbatim(entry.value_start, entry.value_end)
                self._builder.end()
            self._builder.aside("key", entry.key, entry.start, entry.start + len(entry.key))

    def _take(self, token: "Token", tokens: Sequence["Token"], index: int) -> None:
        builder = self._builder
        match token.type:
            case "inline":
                self._inline(token, tokens[index - 1])
            case "fence" | "code_block":
                builder.end()
                self._code(token)
            case "html_block" if token.map is not None:
                self._html(token.map)
            case "bullet_list_open" | "ordered_list_open":
                self._lists.append([0, builder.last_block])
            case "list_item_open":
                self._lists[-1][0] += 1
                self._items += 1
            case "list_item_close":
                self._items -= 1
            case "bullet_list_close" | "ordered_list_close":
                items, first = self._lists.pop()
                builder.mark_span("list", str(items), builder.blocks_since(first))
            case "table_open":
                self._tables.append([0, 0, builder.last_block])
            case "tr_open":
                self._tables[-1][0] += 1
            case "td_open" | "th_open":
                self._tables[-1][1] += 1
            case "table_close":
                rows, cells, first = self._tables.pop()
                builder.mark_span("table", f"{rows}×{cells // rows}", builder.blocks_since(first))

    def _code(self, token: "Token") -> None:
        assert token.map is not None  # noqa: S101  blocks have one
        first, behind = token.map
        fenced = token.type == "fence"
        lines = self._lines[first + fenced : max(behind - fenced, first + fenced)]
        start = lines[0].start if lines else self._lines[first].start
        end = lines[-1].start + len(lines[-1].text) if lines else start
        language = token.info.split(" ")[0]
        self._builder.aside("code", f"{language}\n{token.content}", start, end)

    def _html(self, lines: list[int]) -> None:
        first, last = self._lines[lines[0]], self._lines[min(lines[1], len(self._lines)) - 1]
        self._builder.end()
        take_html(self._builder, first.start, last.start + len(last.text), jsx=self._mdx)
        self._builder.end()

    def _inline(self, token: "Token", opening: "Token") -> None:
        if token.map is None or not token.content.strip():
            return
        builder = self._builder
        kind = self._kind(token, opening)
        builder.begin(kind)
        first = builder.last_block
        _Inline(builder, token, self._origins(token), mdx=self._mdx).take()
        span = builder.end()
        if span is not None and opening.type == "heading_open":
            builder.mark_span("heading", opening.tag[1:], builder.blocks_since(first))

    def _kind(self, token: "Token", opening: "Token") -> Kind:
        if opening.type == "heading_open":
            return Kind.HEADING
        if opening.type in ("td_open", "th_open"):
            return Kind.CELL
        if token.children and all(
            child.type in ("image", "softbreak", "link_open", "link_close")
            for child in token.children
        ):
            return Kind.CAPTION
        return Kind.ITEM if self._items else Kind.SENTENCE

    def _origins(self, token: "Token") -> list[int]:
        """For each character of an inline token's content, its place in the file."""
        assert token.map is not None  # noqa: S101  the caller has looked
        origins: list[int] = []
        for number, piece in enumerate(token.content.split("\n"), token.map[0]):
            line = self._lines[number]
            columns = _columns(piece, line.text, self._read.get(number, 0))
            behind = columns[-1] + 1 if columns else len(line.text)
            self._read[number] = behind
            origins += [line.start + column for column in columns]
            origins.append(line.start + behind)
        return origins


def _columns(piece: str, line: str, start: int) -> list[int]:
    """Where each character of a piece stands in its line."""
    found = line.find(piece, start)
    if found >= 0:
        return list(range(found, found + len(piece)))
    # In tables `\\|` is read as `|`, and some tabs are read as spaces.
    columns = []
    for character in piece:
        found = line.find(character, start)
        if found >= 0 and not (character.isspace() and line[start:found].strip()):
            start = found + 1
        columns.append(max(start - 1, 0))
    return columns


class _Inline:
    """The prose of one block, without its markup."""

    def __init__(self, builder: Builder, token: "Token", origins: list[int], *, mdx: bool) -> None:
        self._builder = builder
        self._content = token.content
        self._children = token.children or []
        self._origins = origins
        self._at = 0
        self._mdx = mdx
        #: Where links begin in the prose, and where they lead.
        self._links: list[tuple[int, str]] = []
        self._emphasis: list[int] = []

    def take(self) -> None:
        for token in self._children:
            self._take(token)

    def _take(self, token: "Token") -> None:
        match token.type:
            case "text":
                self._text(token.content)
            case "text_special":
                self._special(token)
            case "code_inline":
                self._code(token)
            case "softbreak" | "hardbreak":
                self._break()
            case "html_inline":
                self._tag(token.content)
            case "image":
                self._image(token)
            case "link_open":
                self._find("<" if token.markup == "autolink" else "[", 1)
                self._links.append((self._builder.here, str(token.attrs.get("href", ""))))
            case "link_close":
                self._link_close(token)
            case "em_open" | "strong_open" | "s_open":
                self._find(token.markup, len(token.markup))
                self._emphasis.append(self._builder.here)
            case "em_close" | "strong_close" | "s_close":
                self._find(token.markup, len(token.markup))
                kind = token.type.partition("_")[0]
                self._builder.mark("emphasis", kind, self._emphasis.pop())
            case _ if token.markup:
                self._find(token.markup, len(token.markup))

    def _find(self, text: str, length: int) -> int:
        """Move behind the next occurrence of a text; where that begins."""
        found = self._content.find(text, self._at)
        if found < 0:
            return self._at
        self._at = found + length
        return found

    def _text(self, text: str) -> None:
        start = self._find(text, len(text))
        if not self._content.startswith(text, start):
            return
        done = 0
        for match in (_INLINE_MDX if self._mdx else _INLINE).finditer(text):
            if match["anchor"] and start + match.end() != len(self._content):
                continue
            self._verbatim(start + done, start + match.start())
            done = match.end()
            self._mark(match, start)
        self._verbatim(start + done, start + len(text))

    def _mark(self, match: re.Match[str], start: int) -> None:
        """Mark what is no prose in a text that begins at a place of the content."""
        if match["note"]:
            self._builder.mark("footnote", match["note"])
        elif match["shortcode"]:
            self._builder.mark("shortcode", " ".join(match["shortcode"].split()))
        elif match["anchor"]:
            self._builder.mark("anchor", match["anchor"].partition("#")[2].split("}")[0].strip())
        elif match.lastgroup == "expression":
            self._builder.mark("expression", match.group())
            place = self._origins[start + match.start()], self._origins[start + match.end() - 1] + 1
            self._builder.written("\ufffc", *place)

    def _verbatim(self, start: int, end: int) -> None:
        self._builder.mapped(self._content[start:end], self._origins[start:end])

    def _special(self, token: "Token") -> None:
        """An escaped character, or an entity."""
        start = self._find(token.markup, len(token.markup))
        if token.content == token.markup:
            self._verbatim(start, self._at)
            return
        self._builder.written(token.content, self._origins[start], self._origins[self._at - 1] + 1)

    def _code(self, token: "Token") -> None:
        start = self._find(token.markup, len(token.markup))
        end = start
        for match in _BACKTICKS.finditer(self._content, self._at):
            if match.group() == token.markup:
                end = match.end()
                break
        self._at = max(end, self._at)
        here = self._builder.here
        self._verbatim(start, self._at)
        self._builder.mark("code span", token.content, here)

    def _break(self) -> None:
        """A line end in a paragraph: a space, but not between letters that need none."""
        at = self._find("\n", 1)
        after = self._content[self._at : self._at + 1]
        if not (_UNSPACED.match(self._content[max(0, at - 1) : at]) and _UNSPACED.match(after)):
            self._builder.space(self._origins[at], self._origins[at] + 1)

    def _tag(self, text: str) -> None:
        start = self._find(text, len(text))
        match = _TAG.match(text)
        if match is None:
            return
        name = match["name"] if self._mdx else match["name"].lower()
        if name == "br":
            self._builder.space(self._origins[start], self._origins[self._at - 1] + 1)
        alone = name in VOID or text.endswith("/>")
        self._builder.mark("tag", f"{match['close']}{name}{'/' * alone}")

    def _image(self, token: "Token") -> None:
        self._find("![", 2)
        alt = self._content.find(token.content, self._at)
        self._at = alt
        here = self._builder.here
        self._verbatim(alt, alt + len(token.content))
        self._at = alt + len(token.content)
        self._builder.mark("image", str(token.attrs.get("src", "")), here)
        self._destination()

    def _link_close(self, token: "Token") -> None:
        here, address = self._links.pop()
        if token.markup == "autolink":
            self._find(">", 1)
        else:
            self._destination()
        self._builder.mark("link", address, here)

    def _destination(self) -> None:
        """Move behind `](address "title")`, `][reference]` or `]`."""
        from markdown_it.helpers import parseLinkDestination, parseLinkTitle

        content = self._content
        self._find("]", 1)
        at, end = self._at, len(content)
        if content.startswith("(", at):
            at = _behind_space(content, at + 1)
            found = parseLinkDestination(content, at, end)
            at = _behind_space(content, found.pos if found.ok else at)
            title = parseLinkTitle(content, at, end)
            at = _behind_space(content, title.pos if title.ok else at)
            if content.startswith(")", at):
                self._at = at + 1
        elif reference := _LINK_END.match(content, at - 1):
            self._at = reference.end()


def _behind_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    # Joined texts could not be told apart from what the file writes with escapes.
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")
