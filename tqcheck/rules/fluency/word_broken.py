from collections.abc import Iterator

from tqcheck.features.broken_words import HYPHENS, broken_words
from tqcheck.model import Bead, Finding, Fix, rule
from tqcheck.model.needs import in_target


@rule(severity="minor", mqm="linguistic-conventions/spelling", needs=(in_target(HYPHENS),))
def word_broken(bead: Bead) -> Iterator[Finding]:
    """A word is cut by the hyphen of a line’s end that is no line’s end any more.

    Text from printed pages keeps the hyphens that parted words there, and translations take them
    over. The two halves must be one word of the language or of the text; where the source has such
    a word as well, it is to blame.

    Flagged:
        fr: L’organisation internationale s’est réunie.
        en: The [[inter- national]] organisation has met.

        en: The government has met.
        de: Die [[Regie- rung]] hat getagt. Die Regierung schweigt.
    Accepted:
        fr: À court et à long terme, avant et après la guerre.
        en: In the short- and long-term, pre- and post-war.

        fr: Le gouver- nement s’est réuni.
        fr: Un gouvernement uni.
        en: The govern- ment has met.
        en: A united government.
    """
    found = broken_words(bead.target)
    if found and not broken_words(bead.source):
        for broken in found:
            yield Finding(
                f"“{broken.whole}” is cut in two",
                target=broken.span,
                fix=Fix(broken.cut, "", safe=True),
            )
