import re
from collections.abc import Iterator
from functools import cache

from tqcheck.features.brackets import BRACKETS
from tqcheck.model import Bead, Finding, Fix, Passage, Span, rule
from tqcheck.model.needs import in_target

_BRACKETS = re.compile(r"[(\[（【][^()\[\]（）【】\n]{2,400}[)\]）】]")
_LONGEST_MARK = 40


@rule(severity="minor", mqm="accuracy/addition", needs=(in_target(BRACKETS),))
def translator_note(bead: Bead) -> Iterator[Finding]:
    """The translation holds a note of its translator that the source has not got.

    Notes to the editor belong beside the text; language models write them into it, with a mark
    as people do. Only what stands in brackets counts.

    Flagged:
        fr: Le Sénat a voté la loi.
        en: The Senate passed the law [[(Translator’s note: the upper house)]].

        en: She studied at Eton.
        de: Sie besuchte Eton [[(Anm. d. Übers.: ein Internat)]].
    Accepted:
        fr: Le Sénat (N.D.L.R. : la chambre haute) a voté la loi.
        en: The Senate (editor’s note: the upper house) passed the law.

        fr: Le mot (ndt : intraduisible) est resté.
        en: The word (translator’s note: untranslatable) stayed.
    """
    found = list(_notes(bead.target))
    if found and not any(True for _ in _notes(bead.source)):
        for span in found:
            yield Finding("a translator’s note that the source has not", span, fix=Fix(span, ""))


def _notes(passage: Passage) -> Iterator[Span]:
    marks = passage.profile.translator_notes
    for match in _BRACKETS.finditer(passage.text):
        if match.group()[1:_LONGEST_MARK].casefold().lstrip().startswith(
            _prefixes(marks)
        ) or match.group()[-_LONGEST_MARK:-1].casefold().rstrip(" .").endswith(_suffixes(marks)):
            yield passage.at(*match.span())


@cache
def _prefixes(marks: tuple[str, ...]) -> tuple[str, ...]:
    return marks


@cache
def _suffixes(marks: tuple[str, ...]) -> tuple[str, ...]:
    """The marks as they stand at the end of a note: “(a boarding school – Translator’s note)”."""
    return tuple(f" {mark.rstrip('.: ')}" for mark in marks)
