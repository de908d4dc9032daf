"""A rule, built from the function itself."""

import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal, NamedTuple, TypeAlias

from tqcheck.model.finding import Finding, Severity
from tqcheck.model.needs import AnyOf
from tqcheck.model.pair import Bead, Pair
from tqcheck.model.text import Segment, Span

Check: TypeAlias = Callable[..., Iterator[Finding]]
Status: TypeAlias = Literal["stable", "preview"]
#: Articles have running text; catalogues have messages with keys, which may be running text, too.
Texts: TypeAlias = Literal["all", "articles", "catalogues"]


class Example(NamedTuple):
    """A source and its translation, with the spans that the rule is to find.

    Each line of the docstring is a paragraph of its own; or, where the language has the ending
    of a format behind it (`fr.md: …`), a line of a text in that format. A file that holds both
    languages names both (`en>de.po: …`); then source and target are that file, and the spans of
    both sides are marked in it. Lines `glossary: …` before them are a glossary in CSV.
    """

    source_language: str
    source: str
    target_language: str
    target: str
    source_spans: tuple[Span, ...]
    target_spans: tuple[Span, ...]
    #: The ending of the format's files, empty for plain text.
    ending: str = ""
    #: A glossary as CSV, empty for none.
    glossary: str = ""
    #: Whether source and target are one file.
    one_file: bool = False

    @property
    def sides(self) -> tuple[tuple[str, str, tuple[Span, ...]], ...]:
        """What is to be shown: language, text, spans; a file that holds both sides once."""
        if self.one_file:
            name = f"{self.source_language}>{self.target_language}"
            return ((name, self.target, self.target_spans),)
        return (
            (self.source_language, self.source, self.source_spans),
            (self.target_language, self.target, self.target_spans),
        )


class Manual(NamedTuple):
    """A rule's docstring, taken apart."""

    summary: str
    why: str
    flagged: tuple[Example, ...]
    accepted: tuple[Example, ...]


@dataclass(frozen=True, eq=False)
class Rule:
    """One check. Its function's name is the id, its folder the family, its first argument the
    scope, its keyword-only arguments the options, its docstring the manual and the tests.
    """

    check: Check
    severity: Severity
    mqm: str
    status: Status = "stable"
    #: Which texts it can judge.
    texts: Texts = "all"
    #: All of these must hold of a pair of segments for the rule to find anything; three at most.
    needs: tuple[AnyOf, ...] = ()
    id: str = field(init=False)
    family: str = field(init=False)
    scope: type[Bead] | type[Pair] | type[Segment] = field(init=False)

    def __post_init__(self) -> None:
        function = self.check
        object.__setattr__(self, "id", function.__name__.replace("_", "-"))
        object.__setattr__(self, "family", function.__module__.split(".")[-2])
        scope = next(iter(function.__annotations__.values()))
        if scope not in (Bead, Pair, Segment):
            raise TypeError(f"{self.id}: the first argument is a Bead, a Pair or a Segment")
        object.__setattr__(self, "scope", scope)

    @property
    def options(self) -> Mapping[str, Any]:
        """The options with their defaults."""
        return self.check.__kwdefaults__ or {}

    @cached_property
    def manual(self) -> Manual:
        return _manual(self.check.__doc__ or "")

    def suits(self, pair: Pair) -> bool:
        """Whether this is a rule for such texts."""
        return self.texts in pair.texts

    def findings(self, subject: Bead | Pair | Segment, **options: Any) -> list[Finding]:
        """What the rule finds in one subject of its scope, stamped with the rule."""
        return [
            replace(finding, rule=self, severity=self.severity)
            for finding in self.check(subject, **options)
        ]

    def __repr__(self) -> str:
        return f"Rule({self.id!r})"


def rule(
    *,
    severity: Literal["minor", "major", "critical"],
    mqm: str,
    status: Status = "stable",
    texts: Texts = "all",
    needs: tuple[AnyOf, ...] = (),
) -> Callable[[Check], Rule]:
    """Turn a generator function into a Rule. `mqm` is the MQM error type it reports; `texts` are
    those it can judge, articles or catalogues of messages; without what it `needs`, three things
    at most, it can find nothing.
    """
    return lambda check: Rule(check, Severity(severity), mqm, status, texts, needs)


def marked(text: str) -> tuple[str, tuple[Span, ...]]:
    """The text without its `[[…]]` marks, and the spans that they enclosed.

    Raises ValueError where a mark has no partner.
    """
    plain, spans, opened = "", [], -1
    rest = text
    while rest:
        opening, closing = rest.find("[["), rest.find("]]")
        while opening >= 0 and rest.startswith("[[[", opening):
            opening += 1  # a bracket that belongs to the text
        if opened < 0 and opening >= 0 and (closing < 0 or opening < closing):
            plain, rest = plain + rest[:opening], rest[opening + 2 :]
            opened = len(plain)
        elif opened >= 0 and closing >= 0 and (opening < 0 or closing < opening):
            plain, rest = plain + rest[:closing], rest[closing + 2 :]
            spans.append(Span(opened, len(plain)))
            opened = -1
        elif opening < 0 and closing < 0:
            plain, rest = plain + rest, ""
        else:
            raise ValueError(f"unpaired [[ or ]] in {text!r}")
    if opened >= 0:
        raise ValueError(f"unpaired [[ in {text!r}")
    return plain, tuple(spans)


def _manual(docstring: str) -> Manual:
    head, _, body = docstring.strip().partition("\n")
    sections: dict[str, list[str]] = {"": [], "Flagged:": [], "Accepted:": []}
    section = ""
    for line in textwrap.dedent(body).splitlines():
        if line.strip() in sections and line.strip():
            section = line.strip()
        else:
            sections[section].append(line)
    return Manual(
        summary=head.strip(),
        why="\n".join(sections[""]).strip(),
        flagged=tuple(_examples(sections["Flagged:"])),
        accepted=tuple(_examples(sections["Accepted:"])),
    )


def _examples(lines: list[str]) -> Iterator[Example]:
    """Lines "fr: …" then "en: …"; a blank line or another source line opens the next."""
    sides: list[tuple[str, list[str]]] = []
    glossary: list[str] = []
    for line in lines:
        if not line.strip():
            if len(sides) == 2 or (sides and ">" in sides[0][0]):
                yield _example(sides, glossary)
                sides, glossary = [], []
            continue
        language, _, text = line.strip().partition(": ")
        if language == "glossary":
            glossary.append(text)
            continue
        if sides and sides[-1][0] == language:
            sides[-1][1].append(text)
            continue
        if len(sides) == 2:
            yield _example(sides, glossary)
            sides = []
        sides.append((language, [text]))
    if sides:
        yield _example(sides, glossary)


def _example(sides: list[tuple[str, list[str]]], glossary: list[str]) -> Example:
    if len(sides) == 1 and ">" in sides[0][0]:
        languages, _, ending = sides[0][0].partition(".")
        source_language, _, target_language = languages.partition(">")
        text, spans = marked("\n".join(sides[0][1]))
        return Example(
            source_language, text, target_language, text, spans, spans, ending, one_file=True
        )
    if len(sides) != 2:
        raise ValueError(f"an example needs a source and a target: {sides}")
    (source_language, source_lines), (target_language, target_lines) = sides
    source_language, _, ending = source_language.partition(".")
    target_language = target_language.partition(".")[0]
    between = "\n" if ending else "\n\n"
    source, source_spans = marked(between.join(source_lines))
    target, target_spans = marked(between.join(target_lines))
    return Example(
        source_language,
        source,
        target_language,
        target,
        source_spans,
        target_spans,
        ending,
        "\n".join(glossary),
    )
