from collections import Counter
from collections.abc import Iterator

from tqcheck.features.hidden import hidden_characters, is_hidden
from tqcheck.model import Bead, Finding, Fix, rule
from tqcheck.model.needs import in_target


@rule(
    severity="minor", mqm="linguistic-conventions/character-encoding", needs=(in_target(is_hidden),)
)
def character_hidden(bead: Bead) -> Iterator[Finding]:
    """A character that nobody sees stands in the text, or a letter in two parts.

    Zero-width spaces, soft hyphens, control characters and marks of direction come with copied
    text. Searches, spell-checkers and links break at them. Joiners between letters of Arabic or
    Indian scripts, and marks of direction in texts read from the right, have their use.

    Flagged:
        fr: Le ministre a signé.
        en: The minis[[​]]ter has signed.

        de: Die Genehmigung liegt vor.
        en: The per[[­]]mit is there.

        en: The café is open.
        fr: Le caf[[é]] est ouvert.
    Accepted:
        en: He will come.
        fa: او می‌آید.

        en: The family 👨‍👩‍👧 is here.
        fr: La famille 👨‍👩‍👧 est ici.

        en: It costs 5 USD.
        he: זה עולה ‎5 USD.

        de: Die Ver­waltung tagt.
        fr: L’admi­nistration siège.
    """
    found = hidden_characters(bead.target)
    if not found:
        return
    inherited = Counter(each.name for each in hidden_characters(bead.source))
    for each in found:
        if inherited[each.name]:
            inherited[each.name] -= 1
            continue
        yield Finding(
            f"a hidden character: {each.name}",
            target=each.span,
            fix=Fix(each.span, each.instead, safe=True),
        )
