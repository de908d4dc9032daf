"""One file a rule, a folder a family. A rule file needs no registration."""

import importlib
from functools import cache
from pathlib import Path

from tqcheck.model import Rule

_HERE = Path(__file__).parent


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by family and name."""
    return tuple(
        getattr(importlib.import_module(f"{__name__}.{path.parent.name}.{path.stem}"), path.stem)
        for path in sorted(_HERE.glob("*/*.py"))
        if path.stem != "__init__"
    )
