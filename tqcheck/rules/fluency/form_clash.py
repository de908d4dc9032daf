from collections.abc import Iterator

from tqcheck.features.form_clashes import clashes, may_clash
from tqcheck.model import Bead, Finding, Fix, Span, rule
from tqcheck.model.needs import target_word


@rule(
    severity="minor",
    mqm="linguistic-conventions/grammar/agreement",
    needs=(target_word(may_clash),),
)
def form_clash(bead: Bead) -> Iterator[Finding]:
    """Two words have forms that never stand together: “will requires”, “that them are”.

    A modal verb asks for the plain form of the next verb, and a pronoun that is the subject of a
    verb has the form of a subject. Where the modal is a noun (“the will”, “free will”) nothing is
    flagged.

    Flagged:
        fr: Les actionnaires recevront un dividende en mai.
        en: Shareholders [[will receives]] a dividend in May.

        de: Der Händler öffnet am Montag nicht.
        en: The dealer [[doesn’t opens]] on Monday.

        es: Dijo que ellos eran los primeros.
        en: He said [[that them were]] the first.

        pl: To zależy od nich.
        en: That depends on the boats [[of they]] who stayed.
    Accepted:
        fr: Le testament exige deux témoins, et le libre arbitre veut dire choisir.
        en: The will requires two witnesses, and free will means to choose.

        de: Sie wird dies besprechen und sich auf alle konzentrieren, die mit ihr sind.
        en: She will discuss this and will focus on all of them who are with her.
    """
    for clash in clashes(bead.target):
        fix = None
        if clash.plain:
            start = clash.span.start + clash.text.rindex(" ") + 1
            fix = Fix(Span(start, clash.span.end), clash.plain)
        yield Finding(f"“{clash.text}” does not go together", target=clash.span, fix=fix)
