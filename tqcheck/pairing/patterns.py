"""A pair of path patterns, and what it matches.

`{lang}` is a language tag (or the project's spelling of one), `{path}` is a path of any depth,
`{name}` and `*` are anything without a slash. What `{path}`, `{name}` and each `*` stand for is
the same in a source and in its translation.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from tqcheck.languages.profile import canonical
from tqcheck.pairing.tags import CODES

_PART = re.compile(r"\{lang\}|\{path\}|\{name\}|\*")
_ANYTHING = {"{path}": r".+?", "{name}": r"[^/]+?", "*": r"[^/]*?"}
#: Every tag whose language has a two-letter code, in any spelling.
_TAG = rf"(?i:(?:{'|'.join(CODES)})(?:[-_](?:[a-z]{{4}}|[a-z]{{2}}|\d{{3}}))*)"


class BadPattern(ValueError):
    """A pattern that cannot pair anything, and why."""


class FilePair(NamedTuple):
    """A source and its translation; a language that is None has to be recognised."""

    source: Path
    target: Path
    source_language: str | None = None
    target_language: str | None = None
    #: Whether only the main content of HTML pages counts.
    extract: bool = False


class Pattern(NamedTuple):
    """Where sources and translations lie, relative to `root`."""

    root: Path
    sources: tuple[str, ...]
    target: str
    source_language: str | None = None
    #: Languages of translations; whatever is found, where there are none.
    target_languages: tuple[str, ...] = ()
    #: Language tag → how the project writes it in paths.
    spelling: Mapping[str, str] = {}
    #: Globs of files that are no texts.
    exclude: tuple[str, ...] = ()
    #: The preset that it comes from.
    name: str = ""

    def checked(self) -> "Pattern":
        """The same, once it is known to make sense; raises BadPattern."""
        self.demand_wildcards()
        if "{lang}" not in self.target and len(self.target_languages) != 1:
            raise BadPattern(f"'{self.target}' has no {{lang}}: say in `to` which one it is in")
        for source in self.sources:
            if _free(source) != _free(self.target):
                raise BadPattern(f"'{source}' and '{self.target}' have not the same wildcards")
            if source == self.target and "{lang}" not in source:
                raise BadPattern(f"'{source}' is source and target at once")
        return self

    def demand_wildcards(self) -> None:
        """Raise BadPattern where a path has a placeholder that is none."""
        for text in (*self.sources, self.target):
            unknown = set(re.findall(r"\{[^}]*\}", text)) - {"{lang}", "{path}", "{name}"}
            if unknown:
                raise BadPattern(
                    f"'{text}': {min(unknown)} is none of {{lang}}, {{path}}, {{name}}"
                )

    def source_of(self, path: str, language: str | None) -> tuple[int, tuple[str, ...]] | None:
        """Which of the source patterns matches a path, and what the wildcards stand for."""
        for rank, source in enumerate(self.sources):
            if "{lang}" in source and language is None:
                continue
            match = _compiled(source, _spellings(self.spelt(language or ""))).fullmatch(path)
            if match:
                return rank, _captured(match)
        return None

    def target_of(self, path: str) -> tuple[str, tuple[str, ...]] | None:
        """The language, and what the wildcards stand for, where a path is a translation."""
        match = _compiled(self.target, self._tags()).fullmatch(path)
        if match is None:
            return None
        tag = match.groupdict().get("lang")
        return (self.read(tag) if tag else self.target_languages[0]), _captured(match)

    def target_path(self, captured: tuple[str, ...], language: str) -> str:
        """Where the translation of a source is to be."""
        values = iter(captured)
        return _PART.sub(
            lambda part: self.spelt(language) if part.group() == "{lang}" else next(values),
            self.target,
        )

    def spelt(self, language: str) -> str:
        """How the project writes a language."""
        return self.spelling.get(language, language)

    def read(self, spelt: str) -> str:
        """The language that the project writes so."""
        for language, spelling in self.spelling.items():
            if canonical(spelling) == canonical(spelt):
                return language
        for language in self.target_languages:
            if canonical(language) == canonical(spelt):
                return language
        return canonical(spelt)

    def folders(self) -> Iterator[str]:
        """The folders below which everything lies that this can match."""
        for text in (*self.sources, self.target):
            fixed = _PART.split(text, maxsplit=1)[0]
            yield fixed.rpartition("/")[0]

    def _tags(self) -> str:
        own = "|".join(map(_spellings, (*self.spelling.values(), *self.target_languages)))
        return own if self.target_languages else f"{own}|{_TAG}" if own else _TAG


def _spellings(tag: str) -> str:
    """A pattern for the tag in either case, with either mark between its parts."""
    return f"(?i:{'[-_]'.join(map(re.escape, re.split('[-_]', tag)))})"


def _free(text: str) -> list[str]:
    return [part for part in _PART.findall(text) if part != "{lang}"]


@lru_cache(maxsize=256)
def _compiled(text: str, tags: str) -> re.Pattern[str]:
    result, last, seen = "", 0, False
    for part in _PART.finditer(text):
        result += re.escape(text[last : part.start()])
        last = part.end()
        if part.group() != "{lang}":
            result += f"({_ANYTHING[part.group()]})"
        elif seen:
            result += "(?P=lang)"
        else:
            result += f"(?P<lang>{tags})"
            seen = True
    return re.compile(result + re.escape(text[last:]))


def _captured(match: re.Match[str]) -> tuple[str, ...]:
    language = match.re.groupindex.get("lang")
    return tuple(text for number, text in enumerate(match.groups(), 1) if number != language)
