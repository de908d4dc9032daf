from collections import Counter
from collections.abc import Iterator

from tqcheck.features.hung_marks import hung_marks, may_hang
from tqcheck.model import Bead, Finding, Fix, rule
from tqcheck.model.needs import target_token


@rule(severity="minor", mqm="linguistic-conventions/punctuation", needs=(target_token(may_hang),))
def mark_hung(bead: Bead) -> Iterator[Finding]:
    """A mark hangs on a word behind which none can stand.

    What is left of a lost word or of a broken line: a comma behind an article, an apostrophe
    behind a preposition, a hyphen with nothing to join. Hyphens before “and” and “or” wait for
    the second word, and what the source does as well is its own.

    Flagged:
        fr: Le ministre a signé le décret.
        en: The minister signed the[[,]] decree.

        de: Die Uhren gehen unabhängig von der Batterie.
        en: The clocks run independently of[[']] the battery.

        en: The respondents answered at once.
        de: Die Befragten[[-]] antworteten sofort.

        es: El consejo del distrito votó.
        fr: Le conseil du[[;]] district a voté.

        en: The train stopped at the bridge.
        it: Il treno si è fermato sul[[,]] ponte.
    Accepted:
        fr: À court et à long terme, dans l’avant- et l’après-guerre.
        en: In the short- and long-term, before- or after-war years, the 'why' and the how.

        de: Der Vor- und Nachteile wegen, sagt sie, die das nicht wollte.
        en: For pro- and anti-reasons, she says, who did not want it.

        fr: La norme 802.11a, plus ancienne, est dépassée.
        en: The 802.11a, an older standard, is outdated.

        en: The dancin' and goin' on -- of course - was theirs.
        de: Der Tanz – natürlich – war ihrer.
    """
    found = hung_marks(bead.target)
    if not found:
        return
    inherited = Counter(each.kind for each in hung_marks(bead.source))
    for each in found:
        if inherited[each.kind]:
            inherited[each.kind] -= 1
            continue
        yield Finding(
            f"“{each.text}” hangs on a word", target=each.span, fix=Fix(each.span, "", safe=True)
        )
