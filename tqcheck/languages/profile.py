"""Reads the language packs."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from tqcheck.model import LanguageProfile

_PACKS = Path(__file__).parent
#: What holds where a language has no pack.
UNDETERMINED = "und"


@cache
def known_languages() -> tuple[str, ...]:
    """The tags that have a pack, sorted."""
    return tuple(sorted(path.stem for path in _PACKS.glob("*.toml") if path.stem != UNDETERMINED))


@cache
def profile(tag: str) -> LanguageProfile:
    """The profile of a BCP 47 tag: what `pt-BR` says, over what `pt` says, over `und`.

    A language without a pack knows only what `und` states; rules that need more are listed
    as not run.
    """
    tag = canonical(tag)
    entries: dict[str, Any] = {}
    parts = tag.split("-")
    for name in (UNDETERMINED, *("-".join(parts[: n + 1]) for n in range(len(parts)))):
        entries |= _pack(name)
    return LanguageProfile(tag, entries)


def canonical(tag: str) -> str:
    """A tag in the usual case: language lower, region upper ("pt_br" → "pt-BR")."""
    language, *rest = tag.replace("_", "-").split("-")
    return "-".join([language.lower(), *(p.upper() if len(p) == 2 else p.title() for p in rest)])


@cache
def _pack(name: str) -> dict[str, Any]:
    path = _PACKS / f"{name}.toml"
    if not path.is_file():
        return {}
    return tomllib.loads(path.read_text(encoding="utf-8"))
