from collections.abc import Iterator

from tqcheck.ledgers.tags import misplaced_tags
from tqcheck.model import Finding, Pair, rule


@rule(severity="major", mqm="design-and-markup/markup-tag", texts="catalogues")
def tag_misplaced(pair: Pair) -> Iterator[Finding]:
    """The tags of a message are all there, and in an order in which they do not work.

    A link around nothing cannot be clicked, an item outside of its list is none, and codes that a
    bilingual file does not allow to be moved have moved. Other tags may stand in any order.

    Flagged:
        en>de.po: msgid "Press <b>Save</b> now."
        en>de.po: msgstr "Drücken Sie jetzt [[<b>]]</b>Speichern."

        en>fr.po: msgid "<ul><li>one</li></ul>"
        en>fr.po: msgstr "[[<li>]]<ul>un</ul></li>"
    Accepted:
        en>de.po: msgid "<b>Save</b> the <a href=\'x\'>list</a>"
        en>de.po: msgstr "Die <a href=\'x\'>Liste</a> <b>speichern</b>"

        en>fr.po: msgid "<b><i>Now</i></b>"
        en>fr.po: msgstr "<i><b>Maintenant</b></i>"

        en>ru.po: msgid "<a href=\'x\'></a> Open"
        en>ru.po: msgstr "<a href=\'x\'></a> Открыть"
    """
    for tag, problem in misplaced_tags(pair):
        yield Finding(f"the tag “{tag.text}” {problem}", target=tag.span)
