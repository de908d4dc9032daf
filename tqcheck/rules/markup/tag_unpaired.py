from collections.abc import Iterator

from tqcheck.ledgers.tags import unpaired_tags
from tqcheck.model import Finding, Pair, rule
from tqcheck.model.needs import MARKUP, in_target


@rule(severity="major", mqm="design-and-markup/markup-tag", needs=(in_target("<") + MARKUP,))
def tag_unpaired(pair: Pair) -> Iterator[Finding]:
    """A tag of the translation has no partner, or closes in the wrong order.

    The rest of the page turns bold, or the message is not shown at all. Where the source’s own tags
    are not in pairs, nothing is said.

    Flagged:
        en>de.po: msgid "Press <b>Save</b> now."
        en>de.po: msgstr "Drücken Sie jetzt [[<b>]]Speichern."

        en>fr.po: msgid "See <a href=\'x\'>the <em>manual</em></a>."
        en>fr.po: msgstr "Voir <a href=\'x\'>le <em>manuel[[</a>]]</em>."

        en.html: <p>Water is H<sub>2</sub>O.</p>
        fr.html: <p>L’eau est H<sub>[[]]2O.</p>
    Accepted:
        en>de.po: msgid "One line<br>and <b>another</b>"
        en>de.po: msgstr "Eine Zeile<br/>und <b>noch eine</b>"

        en>ru.po: msgid "Usage: copy <source> <target>"
        en>ru.po: msgstr "Использование: copy <откуда> <куда>"
    """
    for tag in unpaired_tags(pair):
        side = "opens" if tag.closing else "closes"
        yield Finding(f"nothing {side} the tag “{tag.text}” at this place", target=tag.span)
