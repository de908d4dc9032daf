"""tqcheck reads a text and its translation side by side and flags what the translation broke."""

from typing import TYPE_CHECKING, Any

from tqcheck.version import __version__

if TYPE_CHECKING:
    from tqcheck.model import Finding, Origin, Result, Severity, Span
    from tqcheck.session import check_texts

__all__ = ["Finding", "Origin", "Result", "Severity", "Span", "__version__", "check_texts"]


def __getattr__(name: str) -> Any:
    # Loaded when asked for: the command line answers --help without them.
    if name not in __all__:
        raise AttributeError(f"module 'tqcheck' has no attribute {name!r}")
    import tqcheck.model
    import tqcheck.session

    return getattr(tqcheck.session if name == "check_texts" else tqcheck.model, name)
