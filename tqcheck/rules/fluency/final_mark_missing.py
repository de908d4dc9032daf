from collections.abc import Iterator

from tqcheck.features.sentence_ends import is_final, sentence_end
from tqcheck.features.words import units, words
from tqcheck.model import Bead, Finding, Fix, Kind, Pair, rule
from tqcheck.model.needs import pair_that

#: The shortest sentence that stands behind another one, in words.
_FEWEST_BEHIND = 4
#: How long what stands before must be to be a sentence, in characters.
_PROSE = 30
_ENDS = tuple(".!?…。！？।؟")


def _may_lack_a_mark(pair: Pair) -> bool:
    return not pair.target.text.endswith(_ENDS)


@rule(
    severity="minor", mqm="linguistic-conventions/punctuation", needs=(pair_that(_may_lack_a_mark),)
)
def final_mark_missing(bead: Bead, *, fewest: int = 12) -> Iterator[Finding]:
    """A sentence ends without the mark that ends the source’s.

    The last mark is lost where text is cut, or replaced by a comma where sentences were joined
    and parted again. Marks are compared by what they do: “。”, “।” and “.” are one, and so are a
    question mark and an exclamation mark. Lines of less than `fewest` words may be captions, and are
    left alone, unless another sentence stands before in the paragraph; so are headings, and
    sentences that end in a link, an abbreviation or a figure’s sign.

    Flagged:
        fr: La réforme des retraites coûterait à l’État huit milliards d’euros par an.
        en: The pension reform would cost the state eight billion euros a [[year]]

        zh: 作者们说，病原体当时无法确定。
        en: The authors say that the pathogen could not be identified at the time[[,]]

        de: „Das ist nur das Ende eines Kapitels einer langen Geschichte“, sagte der alte Mann.
        en: “This is just the end of one chapter of a long story,” said the old [[man]]

        en: Who will pay for all the repairs of the old bridge this year?
        ja: [[今年の古い橋の修理費用はすべて誰が支払うのでしょうか]]
        fr: Le conseil a voté la hausse des impôts locaux. Le maire part.
        en: The council has voted to raise the local taxes. The mayor is [[leaving]]
    Accepted:
        fr: Pour en savoir plus, lisez notre dossier en ligne.
        en: To find out more, read our report at https://exemple.org/dossier

        de: Der Preis der Firma beträgt 5 Mio.
        en: The price of the company is 5 million

        fr: Le nouveau pont est ouvert.
        th: สะพานใหม่เปิดให้บริการแล้ว

        el: Ποιος θα πληρώσει για τη γέφυρα;
        en: Who will pay for the bridge?

        ru: Он спросил, кто заплатит за ремонт моста.
        en: He asked who would pay for the repair of the bridge!
    """
    source, target = sentence_end(bead.source), sentence_end(bead.target)
    if not is_final(source) or target.shape not in ("", ",", ";"):
        return
    if bead.source.kind is not Kind.SENTENCE:
        return
    if min(len(units(bead.source)), len(units(bead.target))) < (
        _FEWEST_BEHIND if _follows(bead) else fewest
    ):
        return
    if not _closes(bead):
        return
    mark = bead.target.profile.final_marks[".?!…".index(source.shape)]
    ends = f"ends with “{target.shape}”" if target.shape else "has no last mark"
    yield Finding(
        f"the sentence {ends}, and the source’s ends with “{source.shape}”",
        target=target.span if target.shape else words(bead.target)[-1].span,
        fix=Fix(target.span, mark, safe=True),
    )


def _follows(bead: Bead) -> bool:
    """Whether a whole sentence stands before, so that the paragraph is prose."""
    block = bead.target.document.block_of(bead.target)
    before = block.document.text[block.span.start : bead.target.span.start].rstrip()
    return before[-1:] in _ENDS and len(before) > _PROSE


def _closes(bead: Bead) -> bool:
    """Whether the target’s last sentence ends its paragraph: inside one, it was joined."""
    block = bead.target.document.block_of(bead.target)
    return bead.target.span.end >= len(block.document.text[: block.span.end].rstrip())
