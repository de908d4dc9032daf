"""HTML: the prose of a page, in its blocks."""

import re
from html import escape, unescape

from tqcheck.documents.building import Builder
from tqcheck.documents.plain import UnreadableText
from tqcheck.documents.tags import Tag, tags
from tqcheck.model import Document, Kind, LanguageProfile

#: Characters of the longest page that is parsed, 16 MiB; open elements, characters of a tag.
LARGEST = 16 * 2**20
_DEEPEST = 2000

_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "title"), Kind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), Kind.ITEM),
    **dict.fromkeys(("td", "th"), Kind.CELL),
    **dict.fromkeys(("figcaption", "caption"), Kind.CAPTION),
}
_BLOCKS = frozenset(
    [
        "address", "article", "aside", "blockquote", "body", "button", "caption", "dd", "details",
        "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
        "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "label", "legend", "li",
        "link", "main", "menu", "meta", "nav", "ol", "optgroup", "option", "p", "pre", "section",
        "select", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
        "video", "audio", "iframe", "canvas",
    ]
)  # fmt: skip
#: Elements that hold no prose.
_SILENT = frozenset(
    ["script", "style", "template", "svg", "math", "noscript", "object", "textarea", "pre"]
)
#: Elements that have no end.
VOID = frozenset(
    [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
        "track", "wbr",
    ]
)  # fmt: skip
#: Elements whose end may be left out.
_UNCLOSED = frozenset(
    [
        "p",
        "li",
        "dt",
        "dd",
        "td",
        "th",
        "tr",
        "thead",
        "tbody",
        "tfoot",
        "option",
        "optgroup",
        "colgroup",
    ]
)
#: What ends with a table or a list, closed or not.
_INNER = {
    "table": frozenset(("td", "th", "caption")),
    **dict.fromkeys(("ul", "ol", "menu"), frozenset(("li",))),
    "dl": frozenset(("dt", "dd")),
}
#: Inline code and what is typed: a rule sees it between backticks, and leaves it alone.
_CODE = frozenset(["code", "kbd", "samp", "var", "tt"])
#: Those whose content stays as it is in a translation: keys and what a screen says do not.
_TYPED = frozenset(["code", "tt"])
#: Inline elements that set words off → what they are in Markdown.
EMPHASIS = {"em": "em", "i": "em", "strong": "strong", "b": "strong", "s": "s", "del": "s"}
_OTHERWISE = re.compile(
    r"[ \t\r\n\f]+|&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,8}|#[xX][0-9a-fA-F]{1,7});?"
)
_ANY_TAG = re.compile(r"<[^<>]*>")
_HEADING = re.compile("h[1-6]")


def html_document(text: str, profile: LanguageProfile, path: str = "") -> Document:
    """The prose of an HTML page.

    Raises UnreadableText where the page is too large or nested too deep.
    """
    if len(text) > LARGEST:
        raise UnreadableText(f"is larger than {LARGEST // 2**20} MiB of HTML: split it")
    builder = Builder(text)
    take_html(builder, 0, len(text))
    return builder.document(profile, path, _written)


def _written(text: str) -> str:
    return escape(text, quote=False)


def take_html(builder: Builder, start: int, end: int, *, jsx: bool = False) -> None:
    """Take the prose of a stretch of HTML.

    Raises UnreadableText where elements are nested too deep.
    """
    _Reader(builder, jsx=jsx).read(start, end)


class _Reader:
    def __init__(self, builder: Builder, *, jsx: bool) -> None:
        self._builder = builder
        self._jsx = jsx
        #: The open elements that hold no prose, and where the outermost begins.
        self._silent: list[str] = []
        self._from = 0
        #: Open code, and open emphasis: where each begins in the prose, and behind its tag.
        self._code: list[tuple[int, int]] = []
        self._emphasis: list[tuple[str, int]] = []
        self._depth = 0
        self._kind: list[tuple[str, Kind]] = []
        self._links: list[tuple[int, str]] = []
        self._link_end = -1
        #: Open lists: how many items, and the number of the first block; tables: rows, cells, too.
        self._lists: list[list[int]] = []
        self._tables: list[list[int]] = []
        self._heading = 0

    def read(self, start: int, end: int) -> None:
        at = start
        for tag in tags(self._builder.raw, start, end):
            self._prose(at, tag.start)
            at = tag.end
            if tag.name == "!":
                continue
            if tag.closing:
                self._close(tag)
            else:
                self._open(tag)
        self._prose(at, end)
        for here, address in reversed(self._links):
            self._builder.mark("link", address, here)

    def _prose(self, start: int, end: int) -> None:
        if self._silent or start == end:
            return
        builder, done = self._builder, start
        for match in _OTHERWISE.finditer(builder.raw, start, end):
            builder.verbatim(done, match.start())
            done = match.end()
            if match.group()[0] == "&":
                self._reference(match.start(), done)
            else:
                builder.space(match.start(), done)
        builder.verbatim(done, end)

    def _reference(self, start: int, end: int) -> None:
        """An entity, such as `&eacute;`."""
        written = self._builder.raw[start:end]
        text = unescape(written)
        # Letters behind a name without its semicolon stand for themselves.
        same = 0
        while same < len(text) and text[-1 - same] == written[-1 - same]:
            same += 1
        self._builder.written(text[: len(text) - same], start, end - same)
        self._builder.verbatim(end - same, end)

    def _open(self, tag: Tag) -> None:
        builder, name = self._builder, tag.name
        empty = name in VOID or (tag.empty and (self._jsx or name not in _BLOCKS))
        if not empty and name not in _UNCLOSED:
            self._depth += 1
            if self._depth > _DEEPEST:
                raise UnreadableText(f"has elements nested deeper than {_DEEPEST}")
        if self._silent:
            if not empty and name == self._silent[-1]:
                self._silent.append(name)
            return
        if name in _BLOCKS or name in _SILENT:
            builder.end()
        if name in _SILENT:
            if not empty:
                self._silent.append(name)
                self._from = tag.end
            return
        if name in _BLOCKS:
            self._open_block(name, empty)
        elif name == "br":
            builder.space(tag.start, tag.end)
        elif name == "a":
            if builder.here == self._link_end + 1 and builder.in_space:
                # One link behind another is a row of buttons or tags, and no sentence.
                builder.end()
                self._begin()
            self._links.append((builder.here, tag.attribute("href") or ""))
        elif name == "img":
            builder.mark("image", tag.attribute("src") or "")
        elif name in _CODE and not empty:
            self._code.append((builder.here, tag.end))
            builder.written("`", tag.start, tag.end)
        else:
            builder.mark("tag", f"{name}/" if empty else name)
            if name in EMPHASIS:
                self._emphasis.append((name, builder.here))
        if anchor := tag.attribute("id"):
            builder.mark("anchor", anchor)

    def _open_block(self, tag: str, empty: bool) -> None:
        if tag in ("ul", "ol"):
            self._lists.append([0, self._builder.last_block])
        elif tag == "li" and self._lists:
            self._lists[-1][0] += 1
        elif tag == "table":
            self._tables.append([0, 0, self._builder.last_block])
        elif tag == "tr" and self._tables:
            self._tables[-1][0] += 1
        elif tag in ("td", "th") and self._tables:
            self._tables[-1][1] += 1
        if tag in _KINDS and not empty:
            if self._kind and self._kind[-1][0] == tag and tag in _UNCLOSED:
                self._kind.pop()
            self._kind.append((tag, _KINDS[tag]))
            del self._kind[:-_DEEPEST]
        if _HEADING.fullmatch(tag):
            self._heading = self._builder.last_block
        self._begin()

    def _begin(self) -> None:
        self._builder.kind = self._kind[-1][1] if self._kind else Kind.SENTENCE

    def _close(self, tag: Tag) -> None:
        builder, name = self._builder, tag.name
        if name not in _UNCLOSED:
            self._depth = max(0, self._depth - 1)
        if self._silent:
            if name == self._silent[-1]:
                self._silent.pop()
                if name == "pre" and not self._silent:
                    code = builder.raw[self._from : tag.start]
                    builder.mark("code", "\n" + unescape(_ANY_TAG.sub("", code)))
            return
        if name in _CODE:
            if self._code:
                here, behind = self._code.pop()
                builder.written("`", tag.start, tag.end)
                code = unescape(_ANY_TAG.sub("", builder.raw[behind : tag.start]))
                if name in _TYPED:
                    builder.mark("code span", code, here)
        elif name == "a":
            if self._links:
                here, address = self._links.pop()
                builder.mark("link", address, here)
                self._link_end = builder.here
        elif name in _BLOCKS:
            self._close_block(name)
        elif name not in VOID:
            builder.mark("tag", "/" + name)
            if self._emphasis and self._emphasis[-1][0] == name:
                _, here = self._emphasis.pop()
                if here < builder.here:
                    builder.mark("emphasis", EMPHASIS[name], here)

    def _close_block(self, tag: str) -> None:
        builder = self._builder
        builder.end()
        while self._kind and self._kind[-1][0] in _INNER.get(tag, ()):
            self._kind.pop()
        if self._kind and self._kind[-1][0] == tag:
            self._kind.pop()
        if tag in ("ul", "ol") and self._lists:
            items, first = self._lists.pop()
            builder.mark_span("list", str(items), builder.blocks_since(first))
        elif tag == "table" and self._tables:
            rows, cells, first = self._tables.pop()
            builder.mark_span(
                "table", f"{rows}×{cells // max(rows, 1)}", builder.blocks_since(first)
            )
        elif _HEADING.fullmatch(tag) and builder.last_block > self._heading:
            builder.mark_span("heading", tag[1], builder.blocks_since(self._heading))
        self._begin()
