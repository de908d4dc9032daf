"""Language tags, and what a path tells of its text's."""

import re
from pathlib import PurePath

#: Two-letter codes of ISO 639-1.
_LISTED = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da "
    "de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy "
    "hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg "
    "li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or "
    "os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta "
    "te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
CODES = tuple(_LISTED.split())
_KNOWN = frozenset(CODES)
_TAG = re.compile(r"([A-Za-z]{2})(?:[-_](?:[A-Za-z]{4}|[A-Za-z]{2}|\d{3}))*")
_BETWEEN = re.compile(r"[-_]")


def language_of_path(path: PurePath) -> str | None:
    """The BCP 47 tag in a file's name (`article.fr.txt`, `article.pt-BR.md`) or, failing that,
    in the folder it lies in (`fr/article.txt`); None where there is none.
    """
    for part in (*reversed(path.name.split(".")[1:-1]), path.parent.name):
        if is_tag(part):
            return part.replace("_", "-")
    return None


def language_of_catalogue(path: PurePath) -> str | None:
    """The BCP 47 tag in the path of a catalogue: its whole name (`pt_BR.po`), the end of it
    (`django-fr.po`, `messages.fr.xlf`, `app_pt_BR.properties`), or the nearest folder above that is
    one (`locale/fr/LC_MESSAGES/app.po`, `fr.lproj/app.strings`); None where there is none.
    """
    stem = path.name.split(".")[0]
    ends = (stem[match.end() :] for match in _BETWEEN.finditer(stem))
    folders = (
        folder.partition("@")[0].removesuffix(".lproj") for folder in reversed(path.parts[:-1])
    )
    for part in (stem, *reversed(path.name.split(".")[1:-1]), *ends, *folders):
        if is_tag(part):
            return part.replace("_", "-")
    return None


def is_tag(text: str) -> bool:
    """Whether this is a language tag whose language has a two-letter code."""
    match = _TAG.fullmatch(text)
    return match is not None and match.group(1).lower() in _KNOWN
