from collections.abc import Iterator

from tqcheck.ledgers.tags import tag_changes
from tqcheck.model import Finding, Pair, rule
from tqcheck.model.needs import MARKUP, in_source, in_target


@rule(
    severity="minor",
    mqm="design-and-markup/markup-tag",
    needs=(in_source("<") + in_target("<") + MARKUP,),
)
def tag_added(pair: Pair) -> Iterator[Finding]:
    """The translation has a tag that the source has not.

    Where the program expects plain text the tag is shown to the reader, and one of a bilingual file
    cannot be put back into its format. A tag in the place of another is that other rule’s.

    Flagged:
        en>de.po: msgid "Nothing was found."
        en>de.po: msgstr "[[<b>]]Nichts</b> gefunden."

        en>fr.po: msgid "Read <em>this</em> first"
        en>fr.po: msgstr "Lisez <em>ceci</em> [[<em>]]d’abord</em>"

        en.mdx: Read <Link>this</Link> first.
        fr.mdx: Lisez <Link>ceci</Link> <Note>[[]]d’abord</Note>.
    Accepted:
        en>de.po: msgid "<b>Nothing</b> was found."
        en>de.po: msgstr "<b>Nichts</b> gefunden."

        en>ja.po: msgid "a < b and c > d"
        en>ja.po: msgstr "a < bかつc > d"
    """
    for here, there in tag_changes(pair):
        if here is None and there is not None:
            yield Finding(f"the source has no tag “{there.text}” here", target=there.span)
