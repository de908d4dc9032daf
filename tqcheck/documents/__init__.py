"""Bytes → Document: one module a file format."""

from importlib import import_module
from pathlib import PurePath

from tqcheck.documents.plain import UnreadableText, decoded, plain_document
from tqcheck.documents.sides import Sides
from tqcheck.model import Document, LanguageProfile

_PAGES = (".html", ".htm", ".xhtml")
#: The ending of a file's name → the module that reads it, and its function. Imported when asked.
_READERS = {
    **dict.fromkeys((".md", ".mdx", ".markdown"), ("markdown", "markdown_document")),
    **dict.fromkeys((*_PAGES, ".docx"), ("html", "html_document")),
    **dict.fromkeys((".json", ".arb"), ("json_messages", "json_document")),
    **dict.fromkeys((".yml", ".yaml"), ("yaml_messages", "yaml_document")),
    ".toml": ("toml_messages", "toml_document"),
    ".properties": ("properties", "properties_document"),
    ".strings": ("strings", "strings_document"),
    **dict.fromkeys((".srt", ".vtt"), ("subtitles", "subtitles_document")),
}
#: Those that hold messages with keys.
_CATALOGUES = frozenset((".json", ".arb", ".yml", ".yaml", ".toml", ".properties", ".strings"))
#: The same for files that hold a text and its translation.
_BOTH = {
    ".po": ("gettext", "gettext_sides"),
    **dict.fromkeys((".xlf", ".xliff"), ("xliff", "xliff_sides")),
    ".tmx": ("tmx", "tmx_sides"),
    **dict.fromkeys((".csv", ".tsv"), ("table", "table_sides")),
}


def document(
    text: str, profile: LanguageProfile, path: str = "", *, extract: bool = False
) -> Document:
    """The document of a file's text, in the format that its name tells; plain text by default.
    `extract` leaves the main content of an HTML page alone.

    Raises UnreadableText where it does not keep to its format.
    """
    ending = PurePath(path).suffix.lower()
    if ending not in _READERS:
        return plain_document(text, profile, path)
    module, function = _READERS[ending]
    read: Document = getattr(import_module(f"{__name__}.{module}"), function)(text, profile, path)
    if not read.blocks:
        raise UnreadableText("holds no prose: nothing to check")
    if extract and ending in _PAGES:
        from tqcheck.documents.extraction import main_content

        return main_content(read)
    return read


def is_catalogue(path: str) -> bool:
    """Whether a file of this name holds the messages of one language, each with its key."""
    return PurePath(path).suffix.lower() in _CATALOGUES


def holds_both(path: str) -> bool:
    """Whether a file of this name holds a text and its translation."""
    return PurePath(path).suffix.lower() in _BOTH


def both_sides(
    text: str, path: str, source_language: str | None = None, target_language: str | None = None
) -> Sides:
    """The two documents of a file that holds a text and its translation. The languages tell
    which ones are meant, where a file has several.

    Raises UnreadableText where the file does not keep to its format, or translates nothing.
    """
    module, function = _BOTH[PurePath(path).suffix.lower()]
    read = getattr(import_module(f"{__name__}.{module}"), function)
    sides: Sides = read(text, path, source_language, target_language)
    if not sides.source.blocks:
        raise UnreadableText("holds no message: nothing to check")
    if not sides.target.blocks:
        raise UnreadableText("holds no translation yet: nothing to check")
    return sides


def language_in_text(text: str, path: str) -> str | None:
    """The BCP 47 tag that a text in the format of its path states; None where it states none."""
    if PurePath(path).suffix.lower() not in _READERS:
        return None
    from tqcheck.documents import stated

    return stated.language_in_text(text, path)


__all__ = [
    "Sides",
    "UnreadableText",
    "both_sides",
    "decoded",
    "document",
    "holds_both",
    "is_catalogue",
    "language_in_text",
    "plain_document",
]
