from collections.abc import Iterator

from tqcheck.features.messages import forms_of, plural_groups
from tqcheck.languages.plurals import inflects_after_numbers
from tqcheck.model import Finding, Pair, rule


@rule(severity="minor", mqm="linguistic-conventions/grammar", status="preview", texts="catalogues")
def plural_forms_equal(pair: Pair) -> Iterator[Finding]:
    """All plural forms of a message are the same, and the source’s two are not.

    A form copied to the others is wrong for some numbers where nouns change. Abbreviations and words
    that do not change are right all the same: look at it, it is no proof.

    Flagged:
        en>fr.po: msgid ""
        en>fr.po: msgstr "Plural-Forms: nplurals=2; plural=(n > 1);"
        en>fr.po: msgid "%d ship"
        en>fr.po: msgid_plural "%d ships"
        en>fr.po: msgstr[0] "%d navires"
        en>fr.po: msgstr[1] "[[%d navires]]"

        en>de.po: msgid ""
        en>de.po: msgstr "Plural-Forms: nplurals=2; plural=(n != 1);"
        en>de.po: msgid "%d bridge"
        en>de.po: msgid_plural "%d bridges"
        en>de.po: msgstr[0] "%d Brücken"
        en>de.po: msgstr[1] "[[%d Brücken]]"
    Accepted:
        en>tr.po: msgid ""
        en>tr.po: msgstr "Plural-Forms: nplurals=2; plural=(n > 1);"
        en>tr.po: msgid "%d ship"
        en>tr.po: msgid_plural "%d ships"
        en>tr.po: msgstr[0] "%d gemi"
        en>tr.po: msgstr[1] "%d gemi"

        en>fr.po: msgid ""
        en>fr.po: msgstr "Plural-Forms: nplurals=2; plural=(n > 1);"
        en>fr.po: msgid "%d sheep"
        en>fr.po: msgid_plural "%d sheep"
        en>fr.po: msgstr[0] "%d mouton"
        en>fr.po: msgstr[1] "%d moutons"
    """
    forms = forms_of(pair.target)
    if forms is None or forms.size < 2 or not inflects_after_numbers(pair.target.language):
        return
    for group in plural_groups(pair):
        last, form = group[-1]
        equal = len({bead.target.text for bead, _ in group}) == 1
        if equal and len(group) == forms.size and form.singular.text != form.plural.text:
            yield Finding("all plural forms are the same", target=last.target.span)
