"""Bytes → Document: one module a file format."""

from importlib import import_module
from pathlib import PurePath

from tqcheck.documents.plain import UnreadableText, decoded, plain_document
from tqcheck.model import Document, LanguageProfile

#: The ending of a file's name → the module that reads it, and its function. Imported when asked.
_READERS = {
    **dict.fromkeys((".md", ".mdx", ".markdown"), ("markdown", "markdown_document")),
    **dict.fromkeys((".html", ".htm", ".xhtml"), ("html", "html_document")),
}


def document(text: str, profile: LanguageProfile, path: str = "") -> Document:
    """The document of a file's text, in the format that its name tells; plain text by default.

    Raises UnreadableText where it does not keep to its format.
    """
    ending = PurePath(path).suffix.lower()
    if ending not in _READERS:
        return plain_document(text, profile, path)
    module, function = _READERS[ending]
    read: Document = getattr(import_module(f"{__name__}.{module}"), function)(text, profile, path)
    if not read.blocks:
        raise UnreadableText("holds no prose: nothing to check")
    return read


__all__ = ["UnreadableText", "decoded", "document", "plain_document"]
