from collections.abc import Iterator

from tqcheck.features.marks import mark_counts
from tqcheck.model import Bead, Finding, Segment, rule
from tqcheck.model.needs import in_target

_OPENING = {"?": "¿", "!": "¡"}


@rule(severity="minor", mqm="linguistic-conventions/punctuation", needs=(in_target("¿¡"),))
def inverted_mark_missing(bead: Bead) -> Iterator[Finding]:
    """A Spanish question or exclamation lacks the mark that opens it.

    Spanish tells at the beginning of a clause that it asks or exclaims. Machines, and writers in a
    hurry, put the mark at its end only. A text that never has the opening mark has chosen so.

    Flagged:
        en: Will they come? “Yes,” he said. Are you sure?
        es: [[Vendrán?]] «Sí», dijo. ¿Estás seguro?

        fr: Quel dommage ! Où vas-tu ?
        es: [[Qué lástima!]] ¿Adónde vas?
    Accepted:
        en: Will they come? No!
        es: ¿Vendrán? ¡No! ¡¿Cómo?! Y entonces, ¿qué?

        en: Will they come? No!
        es: Vendrán? No!
    """
    profile = bead.target.profile
    if not (profile.has("inverted_marks") and profile.inverted_marks):
        return
    text = bead.target.document.text
    if not any(opening in text for opening in _OPENING.values()):
        return
    asked = mark_counts(bead.source)
    for sentence in _sentences(bead):
        mark = sentence.text.rstrip(' "”»\u00a0)')[-1:]
        opening = _OPENING.get(mark)
        if opening and asked[mark] and not any(each in sentence.text for each in _OPENING.values()):
            yield Finding(f"“{opening}” is missing before a “{mark}”", target=sentence.span)


def _sentences(bead: Bead) -> Iterator[Segment]:
    for segment in bead.target.document.segments:
        if bead.target.holds(segment.span):
            yield segment
