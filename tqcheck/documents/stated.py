"""What a file says of its own language."""

import re
from pathlib import PurePath

from tqcheck.documents.front_matter import language_key, values
from tqcheck.documents.tags import tags

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,4}")
#: Characters at the beginning of a page in which its <html> stands, if it has one.
_HEAD = 4096
_PAGES = (".html", ".htm", ".xhtml")
_TEXTS = (".md", ".mdx", ".markdown")


def language_in_text(text: str, path: str) -> str | None:
    """The BCP 47 tag that a page's front matter or its <html lang> states; None where none does."""
    ending = PurePath(path).suffix.lower()
    stated = ""
    if ending in _TEXTS:
        stated = language_key(values(text))
    elif ending in _PAGES:
        page = next((tag for tag in tags(text[:_HEAD], 0, _HEAD) if tag.name == "html"), None)
        stated = (page and page.attribute("lang")) or ""
    return stated.replace("_", "-") if _TAG.fullmatch(stated) else None
