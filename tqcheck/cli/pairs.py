"""tqcheck pairs"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tqcheck.cli.errors import Refusal
from tqcheck.cli.options import ConfigFile, From
from tqcheck.cli.projects import Chosen, config_at, found_in, tell_preset
from tqcheck.reports.positions import visible

if TYPE_CHECKING:
    from tqcheck.pairing.files import Found


def pairs(
    folder: Annotated[
        Path, typer.Argument(help="A folder of the project.", show_default=False)
    ] = Path(),
    from_: From = None,
    config: ConfigFile = None,
    presets: Annotated[
        bool, typer.Option("--presets", help="List the layouts that are known by name.")
    ] = False,
) -> None:
    """List the pairs of a project: source, translation; then what has no partner.

    Exits with 2 when there is no pair.

    Examples:

        tqcheck pairs

        tqcheck pairs --from en

        tqcheck pairs --presets
    """
    if presets:
        typer.echo("\n".join(_presets()))
        return
    if not folder.is_dir():
        raise Refusal(f"{folder} is no folder")
    chosen = Chosen(from_=from_, config=config)
    configured = config_at(folder, chosen)
    found, preset = found_in(configured, chosen, None if configured.layouts else folder)
    if found.pairs:
        tell_preset(preset)
    typer.echo("\n".join(_lines(found)))
    if not found.pairs:
        raise Refusal(
            f"no pair is found in {folder}: name a preset or patterns as `pairs` in tqcheck.toml"
        )


def _presets() -> Iterator[str]:
    from tqcheck.pairing.presets import presets

    for name, preset in presets().items():
        yield f"{typer.style(name, bold=True)}: {preset['meaning']}"
        for pair in preset["pairs"]:
            if "both" in pair:
                yield f"    {pair['both']}"
            elif "files" in pair:
                yield f"    {pair['files']} linked by {pair['linked-by']}"
            else:
                yield f"    {' or '.join(pair['sources'])} → {pair['target']}"


def _lines(found: "Found") -> Iterator[str]:
    for pair in found.pairs:
        if pair.source == pair.target:
            yield visible(f"{pair.target}: both texts")
            continue
        languages = f"{pair.source_language or '?'} → {pair.target_language or '?'}"
        yield visible(f"{languages}  {pair.source}  {pair.target}")
    for path in found.orphans:
        yield visible(f"no source: {path}")
    for missing in found.missing:
        yield visible(f"no translation: {missing.source} into {missing.language}: {missing.target}")
    yield (
        f"{len(found.pairs)} pairs · {len(found.orphans)} without source"
        f" · {len(found.missing)} without translation"
    )
