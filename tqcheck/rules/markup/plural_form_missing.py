from collections.abc import Iterator

from tqcheck.features.icu import Argument, icu_message
from tqcheck.features.messages import forms_of, plural, plural_groups
from tqcheck.languages.plurals import plural_categories
from tqcheck.model import Bead, Finding, Pair, rule


@rule(severity="major", mqm="linguistic-conventions/grammar", texts="catalogues")
def plural_form_missing(pair: Pair) -> Iterator[Finding]:
    """A message lacks one of the plural forms that its language has.

    Russian has three, Arabic six: the number whose form is missing is shown in the wrong one, in
    English or not at all. gettext’s forms are those of the catalogue’s header, those of an ICU
    message the categories of Unicode’s CLDR that whole numbers up to a thousand take.

    Flagged:
        en>ru.po: msgid ""
        en>ru.po: msgstr "Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
        en>ru.po: msgid "%d ship"
        en>ru.po: msgid_plural "%d ships"
        en>ru.po: msgstr[0] "%d корабль"
        en>ru.po: msgstr[1] "[[%d корабля]]"
        en>ru.po: msgstr[2] ""

        en>pl.po: msgid "{n, plural, one {# ship} other {# ships}}"
        en>pl.po: msgstr "[[{n, plural, one {# statek} other {# statki}}]]"
    Accepted:
        en>fr.po: msgid ""
        en>fr.po: msgstr "Plural-Forms: nplurals=2; plural=(n > 1);"
        en>fr.po: msgid "%d ship"
        en>fr.po: msgid_plural "%d ships"
        en>fr.po: msgstr[0] "%d navire"
        en>fr.po: msgstr[1] "%d navires"

        en>ja.po: msgid "{n, plural, one {# ship} other {# ships}}"
        en>ja.po: msgstr "{n, plural, other {#隻の船}}"
    """
    for bead in pair.complete_beads:
        if plural(bead) is None and (message := icu_message(bead.target)):
            for argument in message.arguments:
                yield from _of_argument(bead, argument)
    forms = forms_of(pair.target)
    if forms is None:
        return
    for group in plural_groups(pair):
        last, form = group[-1]
        missing = forms.size - len(group)
        if missing > 0:
            yield Finding(
                f"{missing} of {forms.size} plural forms are not translated",
                target=last.target.span,
                source=form.plural.span,
            )
        elif form.form >= forms.size:
            yield Finding(
                f"the language has {forms.size} plural forms, and this is number {form.form + 1}",
                target=last.target.span,
            )


def _of_argument(bead: Bead, argument: Argument) -> Iterator[Finding]:
    if argument.type != "plural":
        return
    wanted = plural_categories(bead.target.profile.tag)
    missing = [name for name in wanted if name not in argument.keywords]
    if missing == ["one"] and "=1" in argument.keywords and "many" not in wanted:
        return
    if missing:
        yield Finding(
            f"{bead.target.profile.tag} needs the plural forms {', '.join(wanted)}:"
            f" {', '.join(missing)} is missing",
            target=argument.span,
        )
