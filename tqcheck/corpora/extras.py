"""Libraries that only some inputs and engines need."""

import importlib
from typing import Any

#: Library → the extra of this package that brings it.
_EXTRAS = {"pyarrow": "corpora", "fsspec": "corpora", "py4j": "spark", "pyspark": "spark"}


class ExtraNeeded(ImportError):
    """A library that was left out when this package was installed."""


def needed(module: str) -> Any:
    """A module of an optional library; raises ExtraNeeded where it is not installed."""
    library = module.partition(".")[0]
    try:
        return importlib.import_module(module)
    except ImportError as error:
        extra = _EXTRAS[library]
        raise ExtraNeeded(
            f"this needs {library}, which is not installed: pip install 'tqcheck[{extra}]'"
        ) from error
