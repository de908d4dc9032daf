"""What every HTML page of tqcheck has: one look, and a policy that lets nothing in or out."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from tqcheck.reports.formats import SEVERITIES
from tqcheck.reports.positions import brief, visible
from tqcheck.version import __version__

if TYPE_CHECKING:
    from jinja2 import Environment


def page(name: str, *, version: str = __version__, **values: object) -> str:
    """A page of `page/`: the template of that name, with its own style sheet and script if any.

    The template extends `page.html`. Style and script stand in the page, and its content security
    policy names their hashes: no other is obeyed, and nothing is fetched. Beside the values every
    page is given `severities`: name → what it means.
    """
    style = _part("page.css") + _part(f"{name}.css")
    script = _part(f"{name}.js")
    return (
        _environment()
        .get_template(f"{name}.html")
        .render(
            version=version,
            style=style,
            script=script,
            style_hash=_hash(style),
            script_hash=_hash(script),
            severities={severity.value: meaning for severity, meaning in SEVERITIES.items()},
            **values,
        )
    )


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("tqcheck.reports", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["visible"] = lambda value: visible(str(value))
    environment.filters["brief"] = brief
    return environment


@cache
def _part(name: str) -> str:
    """A style sheet or a script; empty where the page has none."""
    from jinja2 import TemplateNotFound

    environment = _environment()
    assert environment.loader is not None  # noqa: S101  given above
    try:
        return environment.loader.get_source(environment, name)[0]
    except TemplateNotFound:
        return ""


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
