"""From paths and options to the pairs that are to be checked, and how."""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tqcheck.cli.errors import Refusal, complain
from tqcheck.cli.options import names
from tqcheck.cli.texts import demand_tags
from tqcheck.processes import processors

if TYPE_CHECKING:
    from tqcheck.config import Config
    from tqcheck.model import Glossary
    from tqcheck.pairing import FilePair
    from tqcheck.pairing.files import Found
    from tqcheck.project.cache import Cache
    from tqcheck.project.runs import Settings


class Chosen(NamedTuple):
    """What the options of a command choose; each goes before the configuration."""

    from_: str | None = None
    to: str | None = None
    config: Path | None = None
    select: list[str] | None = None
    extend_select: list[str] | None = None
    ignore: list[str] | None = None
    preview: bool = False
    jobs: int | None = None
    no_cache: bool = False
    glossary: list[Path] | None = None
    extract: bool = False


class Project(NamedTuple):
    """Pairs with one configuration."""

    config: "Config"
    settings: "Settings"
    pairs: "tuple[FilePair, ...]"
    jobs: int
    cache: "Cache | None"


def projects(paths: Sequence[Path], chosen: Chosen) -> list[Project]:
    """The pairs that paths mean, with what holds for each: a file that holds both texts is a pair
    by itself; two others are a text and its translation, unless the configuration pairs one of
    them with another.

    Raises Refusal where a path is not there, or the configuration cannot be understood.
    """
    from tqcheck.documents import holds_both
    from tqcheck.pairing import FilePair

    demand_tags(chosen.from_, chosen.to)
    for path in paths:
        if not path.exists():
            raise Refusal(f"{path} cannot be read: No such file or directory")
    both = {path for path in paths if path.is_file() and holds_both(path.name)}
    if len(paths) == 2 and not both and all(path.is_file() for path in paths):
        config = config_at(paths[1], chosen)
        found = _configured_pairs(config, paths, chosen) if config.layouts else ()
        explicit = (FilePair(paths[0], paths[1], chosen.from_, chosen.to),)
        return [_project(config, found or explicit, chosen, kept=bool(found))]
    groups: dict[Path, tuple[Config, list[Path]]] = {}
    for path in paths or [Path()]:
        config = config_at(path, chosen)
        groups.setdefault(config.root, (config, []))[1].append(path)
    return [
        _project(
            config,
            (
                *(FilePair(path, path, chosen.from_, chosen.to) for path in group if path in both),
                *_pairs(config, [path for path in group if path not in both], chosen, bool(paths)),
            ),
            chosen,
            kept=not both.issuperset(group),
        )
        for config, group in groups.values()
    ]


def config_at(path: Path, chosen: Chosen) -> "Config":
    """The configuration that holds for a path; raises Refusal."""
    from tqcheck.config import BadConfig, config_for, config_of

    try:
        if chosen.config is not None:
            if not chosen.config.is_file():
                raise Refusal(f"--config {chosen.config}: there is no such file")
            return config_of(chosen.config)
        return config_for(path if path.is_dir() else path.parent, Path.cwd())
    except BadConfig as error:
        raise Refusal(str(error)) from error


def settings_of(config: "Config", chosen: Chosen) -> "Settings":
    """Which rules run, and how; raises Refusal where a name or a value is not understood."""
    from tqcheck.filters import BadOption, UnknownRule
    from tqcheck.pairing import FilePair
    from tqcheck.project.runs import Settings

    values = config.values
    select = names(chosen.select) or values["select"]
    extended = [*values["extend-select"], *names(chosen.extend_select)]
    settings = Settings(
        tuple(select),
        tuple(extended),
        tuple(names(chosen.ignore) or values["ignore"]),
        chosen.preview or values["preview"],
        json.dumps(values["rules"], default=str),
        config.pair_ignores,
        glossary_in(chosen.glossary or config.paths("glossary")),
    )
    try:
        everywhere = settings._replace(pair_ignores=())
        if not everywhere.rules_for(FilePair(Path("source"), Path("target"))).rules:
            raise Refusal("no rule is left to run: see --select and --ignore")
        settings.demand_known_names()
    except (UnknownRule, BadOption) as error:
        stated = config.states("rules") or config.states("per-pair-ignores")
        raise Refusal(f"{config.root}: {error}" if stated else str(error)) from error
    return settings


def glossary_in(paths: Sequence[Path]) -> "Glossary | None":
    """The glossary of some files, None without any; raises Refusal where one is not understood."""
    if not paths:
        return None
    from tqcheck.documents.glossary import UnreadableGlossary, glossary

    try:
        return glossary(paths)
    except UnreadableGlossary as error:
        raise Refusal(str(error)) from error


def found_in(config: "Config", chosen: Chosen, folder: Path | None = None) -> "tuple[Found, str]":
    """The files of a project side by side: by its configuration or, where that tells nothing of
    pairs, by the preset that pairs most of a folder, with that preset's name; then with the files
    that hold both texts.
    """
    from tqcheck.pairing import FilePair
    from tqcheck.pairing.files import Found, SourceUnknown, catalogues, detected, found
    from tqcheck.pairing.patterns import BadPattern
    from tqcheck.pairing.presets import patterns

    values = config.values
    source = chosen.from_ or values["source-language"]
    try:
        if config.layouts:
            listed = patterns(config.layouts, source, values["target-languages"])
            if chosen.from_:
                listed = [one._replace(source_language=chosen.from_) for one in listed]
            return found([_from_here(one) for one in listed], values["exclude"]), ""
    except (BadPattern, SourceUnknown) as error:
        raise Refusal(str(error)) from error
    root = _short(folder or config.root)
    files = catalogues(root, values["exclude"])
    try:
        name, result = detected(root, source)
    except SourceUnknown as error:
        if not files:
            raise Refusal(str(error)) from error
        name, result = "", Found()
    both = (FilePair(path, path, source, chosen.to) for path in files)
    return result._replace(pairs=(*result.pairs, *both)), name if result.pairs else ""


def tell_preset(name: str) -> None:
    """Say which preset pairs were recognised by, if by any."""
    if name:
        complain(f'pairs are recognised as those of the preset "{name}"')


def _pairs(
    config: "Config", paths: Sequence[Path], chosen: Chosen, named: bool
) -> "tuple[FilePair, ...]":
    """The pairs of paths; of the whole project where none was named."""
    if named and not paths:
        return ()
    if config.layouts or not paths:
        return _configured_pairs(config, paths, chosen)
    found: dict[FilePair, None] = {}
    for folder in dict.fromkeys(path if path.is_dir() else path.parent for path in paths):
        here, preset = found_in(config, chosen, folder)
        mine = dict.fromkeys(_of_paths(here.pairs, paths, chosen))
        if any(pair.source != pair.target for pair in mine):
            tell_preset(preset)
        found |= mine
    return tuple(found)


def _configured_pairs(
    config: "Config", paths: Sequence[Path], chosen: Chosen
) -> "tuple[FilePair, ...]":
    found, preset = found_in(config, chosen)
    mine = tuple(_of_paths(found.pairs, paths, chosen))
    if any(pair.source != pair.target for pair in mine):
        tell_preset(preset)
    return mine


def _of_paths(
    pairs: "Iterable[FilePair]", paths: Sequence[Path], chosen: Chosen
) -> "Iterator[FilePair]":
    """The pairs of which either side is one of the paths or lies below one; all without paths."""
    from tqcheck.languages.profile import canonical
    from tqcheck.pairing import language_of_catalogue

    wanted = {os.path.realpath(path) for path in paths}
    for pair in pairs:
        if pair.source == pair.target:
            language = language_of_catalogue(pair.target) or pair.target_language
        else:
            language = pair.target_language
        if chosen.to and canonical(language or "") != canonical(chosen.to):
            continue
        if not wanted or any(wanted & set(_upward(side)) for side in pair[:2]):
            yield pair


def _upward(path: Path) -> Iterator[str]:
    real = Path(os.path.realpath(path))
    yield str(real)
    yield from map(str, real.parents)


def _project(
    config: "Config", pairs: "tuple[FilePair, ...]", chosen: Chosen, *, kept: bool
) -> Project:
    from tqcheck.project.cache import Cache

    extract = chosen.extract or config.values["extract"]
    use_cache = kept and not chosen.no_cache and config.values["cache"] is not False
    return Project(
        config,
        settings_of(config, chosen),
        tuple(pair._replace(extract=extract) for pair in pairs),
        chosen.jobs or config.values["jobs"] or processors(),
        Cache(config.path("cache")) if use_cache else None,
    )


def _from_here(pattern: Any) -> Any:
    return pattern._replace(root=_short(pattern.root))


def _short(folder: Path) -> Path:
    """A folder as the user would write it: from here, where it is below."""
    return Path(os.path.relpath(folder)) if folder.absolute().is_relative_to(Path.cwd()) else folder
