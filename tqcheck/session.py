"""The way through: two texts in, a Result out. Pure: opens nothing, prints nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from hashlib import blake2b
from typing import Any

from tqcheck import documents
from tqcheck.alignment import aligned, aligned_by_key
from tqcheck.features.language import UNDETERMINED, detected_language
from tqcheck.filters import (
    fingerprinted,
    not_what_was_agreed,
    one_finding_a_fact,
    only_the_translations,
)
from tqcheck.filters.suppressions import suppressed
from tqcheck.languages import profile
from tqcheck.languages.lexicon import unpacking
from tqcheck.model import (
    Bead,
    Document,
    Finding,
    Glossary,
    LanguageProfile,
    MissingFact,
    NotRun,
    Origin,
    Pair,
    Result,
    Rule,
)
from tqcheck.rules import all_rules
from tqcheck.rules.awake import awake
from tqcheck.segmentation import segmented
from tqcheck.version import __version__


def check_texts(
    source: str,
    target: str,
    source_language: str | None = None,
    target_language: str | None = None,
    rules: Sequence[Rule] | None = None,
    options: Mapping[str, Mapping[str, Any]] | None = None,
    name: str = "",
    glossary: Glossary | None = None,
) -> Result:
    """Check a translation given as two strings.

    Languages are BCP 47 tags, detected where they are left out. `rules` are all stable ones by
    default; `options` maps a rule's id to its keyword options. What comments in the texts
    suppress has the state "suppressed". The ending of the file's `name` tells the format: plain
    text by default. `glossary` is what `tqcheck.documents.glossary` reads.
    """
    sides = document(source, source_language, name), document(target, target_language, name)
    return suppressed(check(*sides, rules, options, glossary), all_rules())[0]


def document(
    text: str, language: str | None = None, path: str = "", *, extract: bool = False
) -> Document:
    """A document in the format that the ending of its path tells; its language, where it is left
    out, is the one that the text states, or detected. `extract` leaves the main content of an HTML
    page alone.

    Raises UnreadableText where the text does not keep to its format.
    """
    read = documents.document(text, profile(language or UNDETERMINED), path, extract=extract)
    if language is None:
        stated = documents.language_in_text(text, path)
        read.profile = profile(stated or detected_language(read.text))
    return read


def check_both(
    text: str,
    name: str,
    source_language: str | None = None,
    target_language: str | None = None,
    rules: Sequence[Rule] | None = None,
    options: Mapping[str, Mapping[str, Any]] | None = None,
    glossary: Glossary | None = None,
) -> Result:
    """Check a file that holds a text and its translation; the ending of its `name` tells the
    format, as `.po`. The rest is as in `check_texts`.

    Raises UnreadableText where the text does not keep to its format.
    """
    sides = both_documents(text, name, source_language, target_language)
    return suppressed(check(*sides, rules, options, glossary), all_rules())[0]


def both_documents(
    text: str,
    path: str,
    source_language: str | None = None,
    target_language: str | None = None,
    likely: str | None = None,
) -> tuple[Document, Document]:
    """The two documents of a file that holds a text and its translation. A language that is left
    out is the one that the file states; failing that the translation is in the `likely` one, or
    it is detected.

    Raises UnreadableText where the text does not keep to its format.
    """
    sides = documents.both_sides(text, path, source_language, target_language)
    for side, told, stated in (
        (sides.source, source_language, sides.source_language),
        (sides.target, target_language, sides.target_language or likely),
    ):
        side.profile = profile(told or stated or detected_language(side.text))
    return sides.source, sides.target


def check(
    source: Document,
    target: Document,
    rules: Sequence[Rule] | None = None,
    options: Mapping[str, Mapping[str, Any]] | None = None,
    glossary: Glossary | None = None,
) -> Result:
    """Lay two documents side by side, and run the rules over the pair."""
    for side in (source, target):
        if side.profile.has("lexicon"):
            unpacking(side.profile.lexicon)
    pair = side_by_side(source, target)
    pair.glossary = glossary
    return examined(pair, stable_rules() if rules is None else rules, options or {})


def side_by_side(source: Document, target: Document) -> Pair:
    """Two documents as a pair: by the keys of their blocks where both have some, else aligned."""
    if source.keys and target.keys:
        return aligned_by_key(source, target)
    return aligned(segmented(source), segmented(target))


def stable_rules() -> tuple[Rule, ...]:
    """The rules that are on by default."""
    return tuple(rule for rule in all_rules() if rule.status == "stable")


def examined(
    pair: Pair,
    rules: Sequence[Rule],
    options: Mapping[str, Mapping[str, Any]],
    *,
    quickly: bool = False,
) -> Result:
    """Run the rules over an aligned pair, and keep what a reader should see. Rules for other
    texts than these do not run; `quickly` leaves out those that have nothing to say of this pair,
    and so what they would need to run.
    """
    rules = _suiting(tuple(rules), pair.texts)
    found, not_run = _found(pair, awake(pair, rules) if quickly else rules, options)
    found, agreed = not_what_was_agreed(pair, found)
    found, inherited = only_the_translations(found)
    found, repeated = one_finding_a_fact(found)
    return Result(
        pair=pair,
        findings=fingerprinted(pair, found),
        hidden=(*agreed, *inherited, *repeated),
        not_run=not_run,
        signature=_signature(pair, rules, options),
        rules=rules,
    )


@lru_cache(maxsize=256)
def _suiting(rules: tuple[Rule, ...], texts: frozenset[str]) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if rule.texts in texts)


def _found(
    pair: Pair, rules: Sequence[Rule], options: Mapping[str, Mapping[str, Any]]
) -> tuple[list[Finding], tuple[NotRun, ...]]:
    found: list[Finding] = []
    not_run: list[NotRun] = []
    for rule in rules:
        try:
            found += _of_rule(rule, pair, options.get(rule.id, {}))
        except MissingFact as missing:
            not_run.append(NotRun(rule.id, str(missing)))
        except Exception as error:  # noqa: BLE001  a broken rule must not stop the others
            not_run.append(NotRun(rule.id, f"broke: {type(error).__name__}: {error}", broken=True))
    return found, tuple(not_run)


def _of_rule(rule: Rule, pair: Pair, options: Mapping[str, Any]) -> list[Finding]:
    if rule.scope is Pair:
        return list(rule.findings(pair, **options))
    if rule.scope is Bead:
        return [found for bead in pair.complete_beads for found in rule.findings(bead, **options)]
    return [found for bead in pair.beads for found in _of_segment(rule, bead, options)]


def _of_segment(rule: Rule, bead: Bead, options: Mapping[str, Any]) -> Iterator[Finding]:
    """What a rule finds in a target segment; as often as it finds the same in the source
    segment, the source is to blame.
    """
    if bead.target.empty:
        return
    found = list(rule.findings(bead.target, **options))
    if not found:
        return
    in_source = 0 if bead.source.empty else _count(rule.findings(bead.source, **options))
    for number, finding in enumerate(found):
        yield replace(finding, origin=Origin.SOURCE) if number < in_source else finding


def _count(findings: Iterable[Finding]) -> int:
    return sum(1 for _ in findings)


def _signature(pair: Pair, rules: Sequence[Rule], options: Mapping[str, Mapping[str, Any]]) -> str:
    given = repr([(rule.id, sorted(options.get(rule.id, {}).items())) for rule in rules if options])
    signature = _signature_of(pair.source.profile, pair.target.profile, tuple(rules), given)
    return f"{signature}|glossary:{pair.glossary.digest}" if pair.glossary else signature


@lru_cache(maxsize=256)
def _signature_of(
    source: LanguageProfile, target: LanguageProfile, rules: tuple[Rule, ...], options: str
) -> str:
    chosen = repr([(rule.id, rule.severity) for rule in rules]) + options
    packs = "".join(map(_pack_digest, (source, target)))
    return (
        f"tqcheck|{__version__}|{source.tag}-{target.tag}"
        f"|rules:{_digest(chosen)}|packs:{_digest(packs)}"
    )


@cache
def _pack_digest(profile: LanguageProfile) -> str:
    return _digest(repr(sorted(profile.entries.items())))


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=3).hexdigest()
