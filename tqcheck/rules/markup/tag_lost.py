from collections import Counter
from collections.abc import Iterator

from tqcheck.features.inline_tags import Tag, inline_tags, unpaired
from tqcheck.features.messages import plural
from tqcheck.model import Bead, Finding, rule


@rule(severity="major", mqm="design-and-markup/markup-tag", texts="catalogues")
def tag_lost(bead: Bead) -> Iterator[Finding]:
    """A tag of the source is gone from the translation, or became another.

    A link that cannot be clicked, a line that does not break. Tags may stand in another order; one
    whose partner alone is left is the business of the rule for unpaired tags.

    Flagged:
        en>de.po: msgid "See [[<a href=\'%s\'>]]the list</a>."
        en>de.po: msgstr "Siehe die Liste."

        en>fr.po: msgid "First line<br>second line"
        en>fr.po: msgstr "Première ligne[[<hr>]]deuxième ligne"
    Accepted:
        en>ja.po: msgid "Sort <b>all</b> by <i>name</i>"
        en>ja.po: msgstr "<i>名前</i>で<b>すべて</b>を並べ替え"

        en>de.po: msgid "Usage: copy <source> <target>"
        en>de.po: msgstr "Aufruf: copy <Quelle> <Ziel>"
    """
    here = inline_tags(bead.source)
    if not here:
        return
    there = inline_tags(bead.target)
    gone, come = _more(here, there), _more(there, here)
    if (form := plural(bead)) and gone:
        both = inline_tags(form.singular), inline_tags(form.plural)
        gone = min((_more(side, there) for side in both), key=len)
    alone = {tag.name for tag in unpaired(there)}
    gone = [tag for tag in gone if not tag.closing and tag.name not in alone]
    come = [tag for tag in come if not tag.closing and tag.name not in alone]
    for number, tag in enumerate(gone):
        if number < len(come):
            yield Finding(
                f"the tag “{tag.text}” became “{come[number].text}”",
                target=come[number].span,
                source=tag.span,
            )
        else:
            yield Finding(f"the tag “{tag.text}” is gone", source=tag.span)


def _more(here: tuple[Tag, ...], there: tuple[Tag, ...]) -> list[Tag]:
    """The tags that one side has more of, the last ones."""
    left = Counter(tag.value for tag in there)
    more = []
    for tag in here:
        if left[tag.value] > 0:
            left[tag.value] -= 1
        else:
            more.append(tag)
    return more
