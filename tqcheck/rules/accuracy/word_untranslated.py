from collections.abc import Iterator

from tqcheck.features.leftover_words import may_be_left, untranslated_words
from tqcheck.model import Bead, Finding, rule
from tqcheck.model.needs import target_word


@rule(severity="major", mqm="accuracy/untranslated", needs=(target_word(may_be_left),))
def word_untranslated(bead: Bead) -> Iterator[Finding]:
    """A single word of the source's language was left in the translation.

    An engine that does not know a word, or loses it between two others, hands it on, and the
    reader stumbles. One word is little proof, so it counts only where it stands at the same
    place of the source, and where it is a function word, or spelt as the translation's language
    spells nothing. Names, loans, quoted and glossed words, and words beside other words of the
    source may stay.

    Flagged:
        fr: La coalition internationale contre les milices se réunira.
        en: The international coalition [[contre]] the militias will meet.

        fr: Les panneaux sont également en catalan.
        en: The signs are [[également]] in Catalan.

        de: Der Ort liegt zwischen zwei Flüssen und einem See.
        en: The village lies between two rivers [[und]] a lake.

        es: El barco salió, pero nadie lo vio.
        en: The boat left, [[pero]] nobody saw it.

        en: She broke her collarbone and was carefully lifted from the car.
        de: Sie brach sich das [[collarbone]] und wurde vorsichtig aus dem Auto gehoben.

        fr: Ils voulaient une quatrième ligne vers le port.
        de: Sie wollten eine [[quatrième]] Linie zum Hafen.

        en: He pleaded guilty to nine counts of fraud.
        fr: Il a plaidé coupable de neuf [[counts]] d’escroquerie.
    Accepted:
        en: Their match on the last green was fair.
        fr: Leur match sur le dernier green fut loyal.

        en: The viral video was online at once.
        de: Das viral gegangene Video war sofort online.

        fr: Il tient un café dans un quartier bourgeois.
        en: He runs a café in a bourgeois neighbourhood.

        en: To turn it on, open about:config in the browser.
        de: Öffnen Sie zum Einschalten about:config im Browser.

        fr: Le plat s’appelle « également ».
        en: The dish is called “également”.

        fr: Une souche d’Escherichia coli résiste aux traitements.
        en: A strain of Escherichia coli resists treatment.

        fr: Les réfugiés vivent dans des bidonvilles autour de la ville.
        en: The refugees live in bidonvilles (shanty towns) around the city.
    """
    for span in untranslated_words(bead):
        left = bead.target.document.text[span.start : span.end]
        yield Finding(f"“{left}” was left untranslated", target=span)
