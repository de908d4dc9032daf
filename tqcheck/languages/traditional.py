"""Simplified Chinese in traditional characters, one for one."""

from functools import cache
from pathlib import Path

HEAD = """\
# Simplified Chinese characters, each line above the usual traditional ones for it. Computed from the
# character table of OpenCC (Apache-2.0) by tests/benchmarks/traditional.py."""


def with_traditional(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Forms in simplified characters, and behind them those in traditional ones that differ."""
    return tuple(dict.fromkeys((*forms, *(form.translate(_table()) for form in forms))))


@cache
def _table() -> dict[int, str]:
    text = Path(__file__).with_name("traditional.txt").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if not line.startswith("#")]
    return {
        ord(one): other
        for simplified, traditional in zip(rows[::2], rows[1::2], strict=True)
        for one, other in zip(simplified, traditional, strict=True)
    }
