import re
from collections.abc import Iterator

from tqcheck.features.assistants import assistant_phrase, may_begin_so
from tqcheck.features.excerpt import excerpt
from tqcheck.model import Bead, Finding, Fix, Pair, Segment, Span, rule
from tqcheck.model.needs import SEVERAL_BEADS, pair_that

_SURE = re.compile(r"\s*(?:\w+\s+){0,2}\w+ ?[!！]\s*")


def _may_speak(pair: Pair) -> bool:
    return may_begin_so(pair.beads[0].target.text, pair.target.profile)


@rule(severity="critical", mqm="accuracy/addition", needs=(pair_that(_may_speak) + SEVERAL_BEADS,))
def assistant_residue(pair: Pair) -> Iterator[Finding]:
    """The assistant that translated the text speaks to its user in it.

    Language models announce what they deliver, add remarks, or refuse, and whoever copies the
    answer copies that as well. A sentence counts that begins as such answers do, where the source
    has no sentence like it.

    Flagged:
        fr: Le pont rouvrira lundi.
        en: [[Sure! Here is the translation:]]
        en: The bridge will reopen on Monday.

        de: Die Brücke öffnet am Montag.
        pl: [[Oto tłumaczenie:]]
        pl: Most zostanie otwarty w poniedziałek.

        en: The bridge will reopen on Monday.
        zh: 大桥将于周一重新开放。[[希望这对您有帮助！]]
    Accepted:
        fr: Voici la traduction que le musée propose de ce poème.
        en: Here is the translation of the poem that the museum offers.

        de: Als Sprachmodell taugt das Programm wenig, sagt sie.
        en: As a language model the program is of little use, she says.

        en: Sure, they came here.
        fr: Bien sûr, ils sont venus ici.
    """
    for bead in pair.beads:
        if bead.target.empty:
            continue
        for sentence in _sentences(bead):
            if assistant_phrase(sentence) and not _in_source(bead):
                span = Span(_opening(sentence), sentence.span.end)
                yield Finding(
                    f"“{excerpt(sentence.text)}” is said by the assistant, not by the source",
                    target=span,
                    fix=Fix(span, ""),
                )


def _in_source(bead: Bead) -> bool:
    return not bead.source.empty and assistant_phrase(bead.source) is not None


def _opening(sentence: Segment) -> int:
    """Where a sentence begins, with the “Sure!” before it."""
    start = sentence.document.block_of(sentence).span.start
    before = sentence.document.text[start : sentence.span.start]
    return start if _SURE.fullmatch(before) else sentence.span.start


def _sentences(bead: Bead) -> Iterator[Segment]:
    for segment in bead.target.document.segments:
        if bead.target.holds(segment.span):
            yield segment
