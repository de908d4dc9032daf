from collections.abc import Iterator

from tqcheck.ledgers.tags import tag_changes
from tqcheck.model import Finding, Pair, rule
from tqcheck.model.needs import MARKUP, in_source, in_target


@rule(
    severity="major",
    mqm="design-and-markup/markup-tag",
    needs=(in_source("<") + in_target("<") + MARKUP,),
)
def tag_lost(pair: Pair) -> Iterator[Finding]:
    """A tag of the source is gone from the translation, or became another.

    A link that cannot be clicked, a line that does not break. Tags may stand in another order; one
    whose partner alone is left is the business of the rule for unpaired tags. In articles it counts
    what does more than to change the look of words: references to notes and components, too.

    Flagged:
        en>de.po: msgid "See [[<a href=\'%s\'>]]the list</a>."
        en>de.po: msgstr "Siehe die Liste."

        en>fr.po: msgid "First line<br>second line"
        en>fr.po: msgstr "Première ligne[[<hr>]]deuxième ligne"

        en.html: <p>Water is H<sub>2</sub>O, and CO<sub>[[]]2</sub> is a gas.</p>
        de.html: <p>Wasser ist H<sub>2</sub>O, und CO2 ist ein Gas.</p>
    Accepted:
        en>ja.po: msgid "Sort <b>all</b> by <i>name</i>"
        en>ja.po: msgstr "<i>名前</i>で<b>すべて</b>を並べ替え"

        en.md: It is <b>open</b>.[^1] So is the <sup>other</sup>.
        fr.md: Il est ouvert.[^1] L’<sup>autre</sup> aussi.

        en>de.po: msgid "Usage: copy <source> <target>"
        en>de.po: msgstr "Aufruf: copy <Quelle> <Ziel>"
    """
    for here, there in tag_changes(pair):
        if here is None:
            continue
        if there is None:
            yield Finding(f"the tag “{here.text}” is gone", source=here.span)
        else:
            yield Finding(
                f"the tag “{here.text}” became “{there.text}”", target=there.span, source=here.span
            )
