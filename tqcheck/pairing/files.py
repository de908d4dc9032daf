"""The files of a project, laid side by side by its patterns."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from tqcheck.documents import holds_both
from tqcheck.languages.profile import canonical
from tqcheck.pairing.both import Both
from tqcheck.pairing.linked import Linked
from tqcheck.pairing.patterns import FilePair, Pattern
from tqcheck.pairing.presets import AnyPattern, preset, presets

#: Folders that hold no texts of the project, besides hidden ones.
_NOT_ENTERED = {"node_modules", "__pycache__", "venv", "dist", "build", "target"}
_TABLES = (".csv", ".tsv")


class SourceUnknown(ValueError):
    """Texts in several languages, and nothing tells which is the source."""


class Missing(NamedTuple):
    """A source without a translation, and where that would be."""

    source: Path
    language: str
    target: Path


class Found(NamedTuple):
    """What patterns match: pairs, translations without source, sources without translation."""

    pairs: tuple[FilePair, ...] = ()
    orphans: tuple[Path, ...] = ()
    missing: tuple[Missing, ...] = ()


def found(patterns: Sequence[AnyPattern], exclude: Sequence[str] = ()) -> Found:
    """Lay the files of a project side by side.

    Raises SourceUnknown where the source language has to be told.
    """
    pairs: dict[tuple[Path, Path], FilePair] = {}
    orphans: dict[Path, None] = {}
    missing: dict[Path, Missing] = {}
    for pattern in patterns:
        mine = (
            _whole(pattern, exclude)
            if isinstance(pattern, (Linked, Both))
            else _of_pattern(pattern, exclude)
        )
        for pair in mine.pairs:
            pairs.setdefault((pair.source, pair.target), pair)
        orphans |= dict.fromkeys(mine.orphans)
        missing |= {entry.target: entry for entry in mine.missing}
    if not pairs:
        _demand_source_of_links([one for one in patterns if isinstance(one, Linked)])
    translated = {pair.target for pair in pairs.values()}
    used = translated | {pair.source for pair in pairs.values()}
    into = {(pair.source, canonical(pair.target_language or "")) for pair in pairs.values()}
    return Found(
        tuple(sorted(pairs.values(), key=lambda pair: (pair.target, pair.source))),
        tuple(sorted(path for path in orphans if path not in used)),
        tuple(
            missing[path]
            for path in sorted(missing)
            if path not in translated
            and missing[path].source not in translated
            and (missing[path].source, canonical(missing[path].language)) not in into
        ),
    )


def catalogues(root: Path, exclude: Sequence[str] = ()) -> tuple[Path, ...]:
    """The files below a folder that hold a text and its translation, tables left out: what a
    table holds its name does not tell.
    """
    return tuple(
        root / path
        for path in _walked(root, "")
        if holds_both(path)
        and not path.lower().endswith(_TABLES)
        and not any(fnmatchcase(path, glob) for glob in exclude)
    )


def detected(root: Path, source_language: str | None = None) -> tuple[str, Found]:
    """The preset that pairs most files below a folder, and what it finds.

    Raises SourceUnknown where only the source language is wanting.
    """
    best, name = Found(), ""
    unknown: SourceUnknown | None = None
    for one, stated in presets().items():
        if all("both" in pair for pair in stated["pairs"]):
            continue  # they are found without: see `catalogues`
        try:
            here = found([p._replace(source_language=source_language) for p in preset(one, root)])
        except SourceUnknown as error:
            unknown = unknown or error
            continue
        if len(here.pairs) > len(best.pairs):
            best, name = here, one
    if unknown and not best.pairs:
        raise unknown
    return name, best


def _whole(linked: Linked | Both, exclude: Sequence[str]) -> Found:
    paths = sorted(_paths(linked, (*exclude, *linked.exclude)))
    return Found(tuple(linked.pairs(paths)))


def _of_pattern(pattern: Pattern, exclude: Sequence[str]) -> Found:
    paths = sorted(_paths(pattern, (*exclude, *pattern.exclude)))
    source_language = pattern.source_language
    targets: dict[tuple[tuple[str, ...], str], str] = {}
    for path in paths:
        match = pattern.target_of(path)
        if match is not None and _is_translation(pattern, match[0], source_language):
            targets[match[1], match[0]] = path
    taken = set(targets.values())
    ranked: dict[tuple[str, ...], tuple[int, str]] = {}
    for path in paths:
        source = None if path in taken else pattern.source_of(path, source_language)
        if source is not None:
            rank, captured = source
            ranked[captured] = min((rank, path), ranked.get(captured, (rank, path)))
    sources = {captured: path for captured, (_, path) in ranked.items()}
    if source_language is None and not sources:
        _demand_source(pattern, targets)
    return Found(
        tuple(
            FilePair(
                pattern.root / sources[captured], pattern.root / path, source_language, language
            )
            for (captured, language), path in targets.items()
            if captured in sources
        ),
        tuple(
            pattern.root / path
            for (captured, _), path in targets.items()
            if captured not in sources
        ),
        tuple(
            Missing(
                pattern.root / path,
                language,
                pattern.root / pattern.target_path(captured, language),
            )
            for captured, path in sources.items()
            for language in pattern.target_languages or sorted({tag for _, tag in targets})
            if (captured, language) not in targets
        ),
    )


def _is_translation(pattern: Pattern, language: str, source_language: str | None) -> bool:
    if source_language is None:
        return True
    if canonical(language) == canonical(source_language):
        return False
    # The source's own language in another country is no translation, unless somebody says so.
    same = canonical(language).split("-")[0] == canonical(source_language).split("-")[0]
    return not same or bool(pattern.target_languages)


def _demand_source(pattern: Pattern, targets: Iterable[tuple[tuple[str, ...], str]]) -> None:
    """Raise SourceUnknown where one text stands there in several languages."""
    languages: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for captured, language in targets:
        languages[captured].add(language)
    several = max(languages.values(), key=len, default=set())
    if len(several) > 1:
        raise _source_unknown(pattern.root, several)


def _demand_source_of_links(listed: Iterable[Linked]) -> None:
    """Raise SourceUnknown where pages are linked and nothing tells which is the source."""
    for linked in listed:
        if linked.source_language is None:
            languages = linked.languages(_paths(linked, linked.exclude))
            if len(languages) > 1:
                raise _source_unknown(linked.root, languages)


def _source_unknown(root: Path, languages: Iterable[str]) -> SourceUnknown:
    return SourceUnknown(
        f"{root} has texts in {', '.join(sorted(languages))}: tell which is the source"
        " with --from, or source-language in tqcheck.toml"
    )


def _paths(pattern: AnyPattern, exclude: Sequence[str]) -> Iterator[str]:
    """The files that the pattern could mean, relative to its root, with "/"."""
    seen: set[str] = set()
    for folder in sorted(set(pattern.folders())):
        for path in _walked(pattern.root, folder):
            if path not in seen and not any(fnmatchcase(path, glob) for glob in exclude):
                seen.add(path)
                yield path


def _walked(root: Path, folder: str) -> Iterator[str]:
    for here, folders, files in os.walk(root / folder):
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and name not in _NOT_ENTERED
        )
        below = os.path.relpath(here, root / folder).replace(os.sep, "/")
        prefix = "/".join(part for part in (folder, below) if part not in ("", "."))
        for name in sorted(files):
            yield f"{prefix}/{name}" if prefix else name
