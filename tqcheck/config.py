"""tqcheck.toml, or [tool.tqcheck] in pyproject.toml: found, read, merged, checked.

What a file says of rules is checked where rules are known (filters/settings.py).
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tqcheck.model import Severity

FILE = "tqcheck.toml"
_PYPROJECT = "pyproject.toml"
_SECTION = b"[tool.tqcheck"
_LARGEST = 2**20


class BadConfig(ValueError):
    """A configuration that cannot be read or says what is not understood: file, what, what to do."""


class Key(NamedTuple):
    """One key of the configuration."""

    meaning: str
    default: Any
    #: What its value has to be, in words, and as JSON Schema.
    kind: str
    schema: dict[str, Any]
    right: Callable[[Any], bool]


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value)


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


_TEXT = {"type": "string", "minLength": 1}
_TEXTS = {"type": "array", "items": _TEXT}
_SEVERITIES = [severity.value for severity in Severity]


def _text(meaning: str, default: str | None = None) -> Key:
    return Key(meaning, default, "a string", _TEXT, _is_text)


def _texts(meaning: str) -> Key:
    return Key(meaning, [], "a list of strings", _TEXTS, _are_texts)


def _flag(meaning: str, default: bool) -> Key:
    return Key(
        meaning,
        default,
        "true or false",
        {"type": "boolean"},
        lambda value: isinstance(value, bool),
    )


#: What a table of `pairs` may say. One of preset, source and target, files, crowdin or weblate.
PAIR_KEYS = {
    "preset": _text("a layout by name: `tqcheck pairs --presets` lists them"),
    "source": Key(
        "the path of a source text: {path}, {name}, {lang}, *; several are tried in turn",
        None,
        "a string or a list of strings",
        {"anyOf": [_TEXT, _TEXTS]},
        lambda value: _is_text(value) or (_are_texts(value) and bool(value)),
    ),
    "target": _text("the path of its translation, with {lang}"),
    "files": _text("pages that their front matter links, e.g. content/{lang}/{path}.md"),
    "linked-by": _text("the key of the front matter that is the same in all languages"),
    "both": _text("files that hold a text and its translation, e.g. locale/{lang}/{path}.po"),
    "crowdin": _text("a Crowdin configuration to take the patterns from, e.g. crowdin.yml"),
    "weblate": _text("a Weblate file mask, with one * for the language"),
    "template": _text("the monolingual base file that belongs to the Weblate mask"),
    "from": _text("the source language"),
    "to": _texts("the target languages; all that are found, where it is left out"),
    "exclude": _texts("globs of files that are no texts"),
    "spelling": Key(
        "how the project writes a language tag in paths",
        {},
        "a table of strings",
        {"type": "object", "additionalProperties": _TEXT},
        lambda value: isinstance(value, dict) and all(map(_is_text, value.values())),
    ),
}
_PAIR_SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "properties": {name: key.schema for name, key in PAIR_KEYS.items()},
}

KEYS = {
    "extend": _text("another configuration to build on; paths in it stay relative to it"),
    "source-language": _text("the language of the sources, e.g. fr"),
    "target-languages": _texts("the languages of the translations; all that are found"),
    "pairs": Key(
        "which files belong together: the name of a preset, or tables of patterns",
        [],
        "a preset, a list of presets, or a list of tables",
        {"anyOf": [_TEXT, {"type": "array", "items": {"anyOf": [_TEXT, _PAIR_SCHEMA]}}]},
        lambda value: (
            _is_text(value)
            or (
                isinstance(value, list)
                and all(_is_text(item) or isinstance(item, dict) for item in value)
            )
        ),
    ),
    "exclude": _texts("globs of files that are no texts"),
    "select": _texts("rules or families to run; all stable ones, where it is left out"),
    "extend-select": _texts("rules or families to run besides"),
    "ignore": _texts("rules or families to leave out"),
    "preview": _flag("run the rules that are still on trial, too", False),
    "extract": _flag("check the main content of HTML pages alone, not the page around it", False),
    "fail-on": Key(
        "exit with 1 from this severity on",
        Severity.MAJOR.value,
        f"one of {', '.join(_SEVERITIES)}",
        {"enum": _SEVERITIES},
        lambda value: value in _SEVERITIES,
    ),
    "output-format": _text("what to print", "text"),
    "output": _texts("reports to write besides, each FORMAT:FILE"),
    "baseline": _text("the file of known findings", "tqcheck-baseline.jsonl"),
    "suppressions": _text("the file of suppressions", "tqcheck-ignore.toml"),
    "cache": Key(
        "the folder in which results are kept between runs; false for none",
        ".tqcheck_cache",
        "a string or false",
        {"anyOf": [_TEXT, {"const": False}]},
        lambda value: value is False or _is_text(value),
    ),
    "glossary": Key(
        "files of terms that translations have to keep to: CSV, TSV or TBX",
        [],
        "a string or a list of strings",
        {"anyOf": [_TEXT, _TEXTS]},
        lambda value: _is_text(value) or _are_texts(value),
    ),
    "jobs": Key(
        "processes that check pairs; as many as there are processors, where it is left out",
        None,
        "a number from 1 on",
        {"type": "integer", "minimum": 1},
        lambda value: isinstance(value, int) and not isinstance(value, bool) and value >= 1,
    ),
    "per-pair-ignores": Key(
        "glob of the source's or the translation's path → rules or families to leave out",
        {},
        "a table of lists of strings",
        {"type": "object", "additionalProperties": _TEXTS},
        lambda value: isinstance(value, dict) and all(map(_are_texts, value.values())),
    ),
    "rules": Key(
        "rule → its severity and options",
        {},
        "a table of tables",
        {"type": "object", "additionalProperties": {"type": "object"}},
        lambda value: (
            isinstance(value, dict) and all(isinstance(item, dict) for item in value.values())
        ),
    ),
}


class Layout(NamedTuple):
    """An entry of `pairs`: a preset's name or a table, and the folder it is relative to."""

    root: Path
    entry: Mapping[str, Any]


class PairIgnore(NamedTuple):
    """Names to leave out for pairs one of whose paths, relative to `root`, matches the glob."""

    root: Path
    glob: str
    names: tuple[str, ...]


class Config(NamedTuple):
    """The merged configuration: the value of every key, and where it was stated."""

    #: The folder of the nearest file; where there is none, the one the user is in.
    root: Path
    values: Mapping[str, Any]
    #: Key, or rules.NAME, or per-pair-ignores.GLOB → the file that states it.
    origins: Mapping[str, Path]

    @property
    def layouts(self) -> tuple[Layout, ...]:
        root = self.origins["pairs"].parent if "pairs" in self.origins else self.root
        entries = self.values["pairs"]
        return tuple(
            Layout(root, {"preset": entry} if isinstance(entry, str) else entry)
            for entry in ([entries] if isinstance(entries, str) else entries)
        )

    @property
    def pair_ignores(self) -> tuple[PairIgnore, ...]:
        return tuple(
            PairIgnore(self.origins[f"per-pair-ignores.{glob}"].parent, glob, tuple(names))
            for glob, names in self.values["per-pair-ignores"].items()
        )

    def path(self, key: str) -> Path:
        """The file or folder that a key names."""
        origin = self.origins.get(key)
        return (origin.parent if origin else self.root) / str(self.values[key])

    def paths(self, key: str) -> tuple[Path, ...]:
        """The files that a key names, one or several."""
        named = self.values[key]
        folder = self.origins[key].parent if key in self.origins else self.root
        return tuple(folder / one for one in ([named] if isinstance(named, str) else named))

    def states(self, key: str) -> bool:
        """Whether a file states this key."""
        return key in self.origins


def nearest(folder: Path) -> Path | None:
    """The configuration that holds for a folder: the nearest file upward that is one."""
    folder = folder.absolute()
    for here in (folder, *folder.parents):
        if (here / FILE).is_file():
            return here / FILE
        project = here / _PYPROJECT
        if project.is_file() and _SECTION in _content(project):
            return project
    return None


def config_for(folder: Path, root: Path) -> Config:
    """The configuration that holds for a folder; where there is none, the defaults, with `root`.

    Raises BadConfig where it cannot be understood.
    """
    file = nearest(folder)
    return merged([], root) if file is None else config_of(file)


def config_of(file: Path) -> Config:
    """The configuration of one file and of those it extends; raises BadConfig."""
    return merged(list(_chain(file.absolute())), file.absolute().parent)


def _chain(file: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """A file and those it builds on, the nearest first."""
    seen: list[Path] = []
    while True:
        if file in seen:
            raise BadConfig(f"{file}: extends itself by way of {seen[-1]}")
        seen.append(file)
        values = _checked(file, _read(file))
        yield file, values
        if "extend" not in values:
            return
        base = (file.parent / values["extend"]).resolve()
        if not base.is_file():
            raise BadConfig(f"{file}: extend: there is no file {base}")
        file = base


def merged(chain: Sequence[tuple[Path, Mapping[str, Any]]], root: Path) -> Config:
    """The values of several files, the nearest first; tables are merged, other values replaced."""
    values = {name: key.default for name, key in KEYS.items()}
    origins: dict[str, Path] = {}
    for file, stated in reversed(chain):
        for name, value in stated.items():
            if name in ("rules", "per-pair-ignores"):
                values[name] = _joined(values[name], value, name == "rules")
                origins |= {f"{name}.{entry}": file for entry in value}
            else:
                values[name] = value
            origins[name] = file
    return Config(root, values, origins)


def _joined(old: Mapping[str, Any], new: Mapping[str, Any], deep: bool) -> dict[str, Any]:
    if not deep:
        return {**old, **new}
    return {**old, **{name: {**old.get(name, {}), **value} for name, value in new.items()}}


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(_LARGEST)
    except OSError as error:
        raise BadConfig(f"{file} cannot be read: {error.strerror or error}") from error


def _read(file: Path) -> dict[str, Any]:
    try:
        document = tomllib.loads(_content(file).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadConfig(f"{file} is not UTF-8: {error.reason} at byte {error.start}") from error
    except tomllib.TOMLDecodeError as error:
        raise BadConfig(f"{file} is not TOML: {error}") from error
    if file.name != _PYPROJECT:
        return document
    section = document.get("tool", {}).get("tqcheck", {})
    if not isinstance(section, dict):
        raise BadConfig(f"{file}: tool.tqcheck is not a table")
    return section


def _checked(file: Path, values: dict[str, Any]) -> dict[str, Any]:
    _demand(file, "", values, KEYS)
    entries = values.get("pairs", [])
    for number, entry in enumerate(entries if isinstance(entries, list) else (), 1):
        if isinstance(entry, dict):
            where = f"pairs, table {number}: "
            _demand(file, where, entry, PAIR_KEYS)
            _demand_one_way(file, where, entry)
    return values


def _demand(file: Path, where: str, values: Mapping[str, Any], keys: Mapping[str, Key]) -> None:
    for name, value in values.items():
        if name not in keys:
            raise BadConfig(f"{file}: {where}there is no key '{name}'{did_you_mean(name, keys)}")
        if not keys[name].right(value):
            raise BadConfig(
                f"{file}: {where}{name} is {value!r:.60}, but has to be {keys[name].kind}"
            )


def _demand_one_way(file: Path, where: str, entry: Mapping[str, Any]) -> None:
    ways = [
        name
        for name in ("preset", "source", "files", "both", "crowdin", "weblate")
        if name in entry
    ]
    if len(ways) != 1 or ("source" in entry) != ("target" in entry):
        raise BadConfig(
            f"{file}: {where}say either preset, or source and target, or files, or both, or crowdin, or weblate"
        )
    if ("files" in entry) != ("linked-by" in entry):
        raise BadConfig(f"{file}: {where}files and linked-by go together")
    if ("weblate" in entry) != ("template" in entry):
        raise BadConfig(f"{file}: {where}weblate and template go together")


def did_you_mean(name: str, names: Sequence[str] | Mapping[str, Any]) -> str:
    """The end of a complaint about an unknown name."""
    from difflib import get_close_matches

    close = get_close_matches(name.replace("_", "-"), list(names), n=1)
    return f": did you mean '{close[0]}'?" if close else f": there are {', '.join(names)}"


def as_toml(value: Any) -> str:
    """A value as TOML writes it, on one line."""
    import json

    if isinstance(value, dict):
        inside = ", ".join(f"{_toml_key(name)} = {as_toml(one)}" for name, one in value.items())
        return f"{{ {inside} }}"
    if isinstance(value, list):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    # JSON's strings, numbers, true and false are TOML's, but for one escape.
    return json.dumps(value, ensure_ascii=False, default=str).replace("\x7f", "\\u007f")


def _toml_key(name: str) -> str:
    plain = name.replace("-", "").replace("_", "")
    return name if plain.isascii() and plain.isalnum() else as_toml(name)
