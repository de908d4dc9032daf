"""What a rule reports."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, TypeAlias

from tqcheck.model.text import Span

if TYPE_CHECKING:
    from tqcheck.model.rule import Rule

#: Known: in the baseline, or in the revision compared with. Suppressed: somebody said so.
State: TypeAlias = Literal["new", "known", "suppressed"]


class Severity(StrEnum):
    """MQM's severities."""

    MINOR = "minor"  # looks wrong and means the same
    MAJOR = "major"  # content lost, wrong or broken
    CRITICAL = "critical"  # a reader is misled or harmed

    @property
    def rank(self) -> int:
        return list(Severity).index(self)


class Origin(StrEnum):
    """Who made the defect, and so who has to mend it."""

    TRANSLATION = "translation"
    SOURCE = "source"
    EXTRACTION = "extraction"  # residue of the scraper: page furniture, chrome


@dataclass(frozen=True, slots=True)
class Fix:
    """A cure: put `replacement` in the place of `span` of the target.

    `safe` means that no meaning can be lost by it. `prose` is what the prose has there then, where
    the replacement is markup.
    """

    span: Span
    replacement: str
    safe: bool = False
    prose: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A defect at its place: a span of the target, of the source, or both.

    An omission has the source span and, as target span, the empty gap. `rule` and `severity`
    are filled in when the rule runs.
    """

    message: str
    target: Span | None = None
    source: Span | None = None
    fix: Fix | None = None
    origin: Origin = Origin.TRANSLATION
    rule: "Rule | None" = None
    severity: Severity = Severity.MAJOR
    fingerprint: str = ""
    state: State = "new"
    #: Why it was suppressed, in the words of whoever did.
    reason: str = ""

    def __post_init__(self) -> None:
        if self.target is None and self.source is None:
            raise ValueError("a finding needs a span in the target or in the source")

    @property
    def by(self) -> "Rule":
        """The rule that reported this; raises ValueError before the session stamped it."""
        if self.rule is None:
            raise ValueError("this finding has not been stamped with its rule")
        return self.rule
