from collections.abc import Iterator

from tqcheck.features.mixed_letters import is_greek_or_cyrillic, is_latin, mixed_words
from tqcheck.model import Bead, Finding, Fix, rule
from tqcheck.model.needs import in_target


@rule(
    severity="minor",
    mqm="linguistic-conventions/character-encoding",
    needs=(in_target(is_greek_or_cyrillic), in_target(is_latin)),
)
def letters_mixed(bead: Bead) -> Iterator[Finding]:
    """A word has letters of two scripts, such as a Cyrillic “о” among Latin letters.

    The eye sees nothing, and no search, speller or link finds the word. Scanned and scraped
    texts have such words, and engines that write a name half in one script and half in the other.
    Words that the source has, and parts that a hyphen joins, are left alone.

    Flagged:
        fr: Le ministre a signé à Moscou.
        en: The [[minіster]] has signed in Moscow.

        en: The parliament of Texas met.
        ru: Парламент [[Tехаса]] собрался.

        en: President Zelensky met Tusk.
        uk: Президент [[Зеленsky]] зустрів Туска.
    Accepted:
        en: The IT company measured 5 µm of β-lactam and the TGFβ at 3 kΩ.
        ru: IT-компания измерила 5 µm β-лактама и TGFβ при 3 kΩ.

        fr: Le groupe «КиноTeatr» chante.
        en: The band “КиноTeatr” sings.
    """
    for mixed in mixed_words(bead.target):
        if mixed.text in bead.source.text:
            continue
        yield Finding(
            f"“{mixed.text}” has letters of two scripts",
            target=mixed.span,
            fix=Fix(mixed.span, mixed.whole, safe=True) if mixed.whole else None,
        )
