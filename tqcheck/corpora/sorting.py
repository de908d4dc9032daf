"""Where rows go: the engines differ in how they write, not in what."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tqcheck.corpora.checking import Found
from tqcheck.corpora.reading import Entry, Unreadable
from tqcheck.corpora.tables import Fields
from tqcheck.model import Severity

#: The columns of what is rejected.
REJECTED = ("file", "line", "reason", "text")
#: The column that says which rules a dropped row has to thank for it.
REASON = "reason"


class Judged(NamedTuple):
    """A row or what is none, what was found in it, and which rules drop it."""

    item: Entry | Unreadable
    found: Found
    reason: str = ""

    def records(self) -> Iterator[tuple[str, Fields]]:
        """What to write, each with the name of its file: keep, drop, rejected."""
        if isinstance(self.item, Unreadable):
            path, line = self.item.path, self.item.line
            yield "rejected", _rejected(path, line or None, self.item.reason, self.item.text)
            return
        fields = self.item.fields
        if self.found.broken:
            reason = f"row {self.item.row.id}: {self.found.broken}"
            yield "rejected", _rejected("", None, reason, str(fields))
        yield ("drop", {**fields, REASON: self.reason}) if self.reason else ("keep", fields)


def judged(
    items: Iterable[Entry | Unreadable], found: Iterable[Found], drop_on: Severity
) -> Iterator[Judged]:
    """Each item with its findings, of which there is one `Found` for each row; a finding of
    severity `drop_on` or graver drops the row.
    """
    each = iter(found)
    for item in items:
        if isinstance(item, Unreadable):
            yield Judged(item, Found())
            continue
        one = next(each)
        rules = [rule for rule, severity in one.rules if Severity(severity).rank >= drop_on.rank]
        yield Judged(item, one, ",".join(dict.fromkeys(rules)))


def dropped(names: Sequence[str]) -> tuple[str, ...]:
    """The columns of the rows that are dropped, for those of the input."""
    return tuple(dict.fromkeys((*names, REASON)))


def _rejected(*values: object) -> Fields:
    return dict(zip(REJECTED, values, strict=True))
