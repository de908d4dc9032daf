"""Patterns of well-known layouts, and those that other tools' configurations state."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from tqcheck.config import Layout, did_you_mean
from tqcheck.pairing.both import Both
from tqcheck.pairing.linked import Linked
from tqcheck.pairing.patterns import BadPattern, Pattern
from tqcheck.pairing.tags import language_of_path

AnyPattern: TypeAlias = Pattern | Linked | Both


@cache
def presets() -> Mapping[str, Mapping[str, Any]]:
    """Name → its meaning and patterns."""
    text = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def preset(name: str, root: Path) -> list[AnyPattern]:
    """The patterns of a preset; raises BadPattern where there is none of this name."""
    if name not in presets():
        raise BadPattern(f"there is no preset '{name}'{did_you_mean(name, presets())}")
    return [_of_preset(pair, root, name) for pair in presets()[name]["pairs"]]


def _of_preset(pair: Mapping[str, Any], root: Path, name: str) -> AnyPattern:
    if "both" in pair:
        return Both(root, pair["both"], name=name)
    if "files" in pair:
        return Linked(root, pair["files"], pair["linked-by"], name=name)
    return Pattern(root, tuple(pair["sources"]), pair["target"], name=name)


def patterns(
    layouts: Sequence[Layout], source_language: str | None, target_languages: Sequence[str]
) -> list[AnyPattern]:
    """The patterns of the `pairs` of a configuration; languages hold where an entry has none.

    Raises BadPattern.
    """
    return [
        pattern._replace(
            source_language=layout.entry.get("from") or pattern.source_language or source_language,
            target_languages=tuple(layout.entry.get("to", target_languages)),
            exclude=tuple(layout.entry.get("exclude", ())),
            spelling={**pattern.spelling, **layout.entry.get("spelling", {})},
        ).checked()
        for layout in layouts
        for pattern in _of_layout(layout)
    ]


def _of_layout(layout: Layout) -> Sequence[AnyPattern]:
    root, entry = layout
    if "preset" in entry:
        return preset(entry["preset"], root)
    if "weblate" in entry:
        return [_weblate(root, entry["weblate"], entry["template"])]
    if "crowdin" in entry:
        return list(_crowdin(root, root / entry["crowdin"]))
    if "both" in entry:
        return [Both(root, entry["both"])]
    if "files" in entry:
        return [Linked(root, entry["files"], entry["linked-by"])]
    sources = entry["source"]
    return [
        Pattern(root, (sources,) if isinstance(sources, str) else tuple(sources), entry["target"])
    ]


def _weblate(root: Path, mask: str, template: str) -> Pattern:
    if mask.count("*") != 1:
        raise BadPattern(f"weblate = '{mask}': a mask has one *, for the language")
    language = language_of_path(Path(template)) or language_of_path(
        Path(f"x.{Path(template).stem}.x")
    )
    return Pattern(root, (template,), mask.replace("*", "{lang}"), language, name="weblate")


#: Crowdin's placeholders for the language; each is written as the project's languages_mapping
#: says, or as a tag.
_LANGUAGES = ("two_letters_code", "locale", "locale_with_underscore")


def _crowdin(root: Path, file: Path) -> Iterator[Pattern]:
    try:
        import yaml
    except ImportError as error:
        raise BadPattern(f"{file}: reading it needs PyYAML: pip install pyyaml") from error
    try:
        document = yaml.safe_load(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadPattern(f"{file} cannot be read: {error.strerror or error}") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        problem = " ".join(str(error).split())
        raise BadPattern(f"{file} is not YAML: {problem:.120}") from error
    entries = document.get("files") if isinstance(document, dict) else None
    if not isinstance(entries, list):
        raise BadPattern(f"{file} has no list of files")
    base = root / str(document.get("base_path", ".")).lstrip("/")
    for entry in entries:
        if not isinstance(entry, dict) or not {"source", "translation"} <= set(entry):
            raise BadPattern(f"{file}: an entry of files has no source or no translation")
        yield _of_crowdin(base, file, entry, document.get("languages_mapping", {}))


def _of_crowdin(
    base: Path, file: Path, entry: Mapping[str, Any], mapping: Mapping[str, Any]
) -> Pattern:
    source = str(entry["source"]).lstrip("/")
    target = str(entry["translation"]).lstrip("/")
    folder, _, name = source.rpartition("/")
    stem, _, extension = name.rpartition(".")
    for placeholder, value in (
        ("original_path", folder),
        ("original_file_name", name),
        ("file_name", stem),
        ("file_extension", extension),
        *((language, "{lang}") for language in _LANGUAGES),
    ):
        target = target.replace(f"%{placeholder}%", value)
    if "%" in target:
        raise BadPattern(
            f"{file}: '{entry['translation']}' has a placeholder that is not known here"
        )
    spelling: dict[str, str] = {}
    for language in _LANGUAGES:
        spelling |= {**mapping, **entry.get("languages_mapping", {})}.get(language, {})
    return Pattern(base, (_ours(source),), _ours(target), spelling=spelling, name="crowdin")


def _ours(path: str) -> str:
    return path.replace("**/*", "{path}").replace("**", "{path}")
