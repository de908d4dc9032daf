from collections import Counter
from collections.abc import Iterator

from tqcheck.features.inline_tags import inline_tags, unpaired
from tqcheck.features.messages import plural
from tqcheck.model import Bead, Finding, rule


@rule(severity="minor", mqm="design-and-markup/markup-tag", texts="catalogues")
def tag_added(bead: Bead) -> Iterator[Finding]:
    """The translation has a tag that the source has not.

    Where the program expects plain text the tag is shown to the reader, and one of a bilingual file
    cannot be put back into its format. A tag in the place of another is that other rule’s.

    Flagged:
        en>de.po: msgid "Nothing was found."
        en>de.po: msgstr "[[<b>]]Nichts</b> gefunden."

        en>fr.po: msgid "Read <em>this</em> first"
        en>fr.po: msgstr "Lisez <em>ceci</em> [[<em>]]d’abord</em>"
    Accepted:
        en>de.po: msgid "<b>Nothing</b> was found."
        en>de.po: msgstr "<b>Nichts</b> gefunden."

        en>ja.po: msgid "a < b and c > d"
        en>ja.po: msgstr "a < bかつc > d"
    """
    there = inline_tags(bead.target)
    if not there:
        return
    form = plural(bead)
    sources = (form.singular, form.plural) if form else (bead.source,)
    known = [Counter(tag.value for tag in inline_tags(source)) for source in sources]
    here = Counter(tag.value for tag in there)
    if any(one - here for one in known):
        return  # in the place of another
    alone = {tag.name for tag in unpaired(there)}
    left = known[0] | known[-1]
    for tag in there:
        if left[tag.value] > 0:
            left[tag.value] -= 1
        elif not tag.closing and tag.name not in alone:
            yield Finding(f"the source has no tag “{tag.text}” here", target=tag.span)
