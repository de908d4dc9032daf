from collections.abc import Iterator

from tqcheck.features.substitutions import difference
from tqcheck.model import Bead, Finding, rule
from tqcheck.model.needs import in_source, in_target


@rule(
    severity="major", mqm="design-and-markup/markup-tag", needs=(in_source("%{") + in_target("%{"),)
)
def placeholder_added(bead: Bead) -> Iterator[Finding]:
    """The translation has a placeholder that the source has not.

    The program has no value for it: it stops, or shows the bare placeholder. One that stands in the
    place of another is the business of the rule for changed placeholders.

    Flagged:
        en: The file is saved.
        de: Die Datei [[%(name)s]] ist gespeichert.

        en: Welcome, {name}!
        fr: Bienvenue, {name} [[{surname}]] !
    Accepted:
        en: The file {name} is saved as {name}.
        de: Die Datei {name} ist gespeichert.

        en>fr.po: msgid ""
        en>fr.po: msgstr ""
        en>fr.po: "Plural-Forms: nplurals=2; plural=(n > 1);"
        en>fr.po: msgid "One ship"
        en>fr.po: msgid_plural "%d ships"
        en>fr.po: msgstr[0] "%d navire"
        en>fr.po: msgstr[1] "%d navires"
    """
    found = difference(bead)
    if found.lost:
        return
    for placeholder in found.added:
        yield Finding(
            f"the source has no placeholder “{placeholder.text}”", target=placeholder.span
        )
