from collections.abc import Iterator

from tqcheck.features.misspellings import may_be_misspelt, may_begin_misspelt, misspellings
from tqcheck.model import Bead, Finding, Fix, Pair, rule
from tqcheck.model.needs import pair_that, target_word

#: Code points of a message that is no abbreviation.
_SHORTEST_MESSAGE = 5


def _begins_oddly(pair: Pair) -> bool:
    return may_begin_misspelt(pair.beads[0].target)


@rule(
    severity="minor",
    mqm="linguistic-conventions/spelling",
    needs=(target_word(may_be_misspelt) + pair_that(_begins_oddly),),
)
def word_misspelt(bead: Bead) -> Iterator[Finding]:
    """A word is none of the language, and one letter away from one that is.

    Post-editors slip, and engines build words from pieces. A word counts where neither the
    language's list of words nor the ways to make more of them know it, where the source has
    not got it either, where the text has it only once, and where a frequent word is one letter
    away. Names, compounds, quoted words and abbreviations are left alone.

    Flagged:
        fr: Le conseil est relativement calme depuis la pétition.
        en: The council has been relatively calm [[snce]] the petition.

        zh: 自战争以来，已有146000人死亡，人数是此前的三倍。
        en: [[Sicne]] the war began there have been 146,000 [[deths]], three times as many as before.

        es: Japón es un conjunto de islas.
        en: Japan [[i]] a collection of islands.

        de: Der Fluss trat zwischen zwei Dörfern über die Ufer.
        en: The river burst its banks [[betwen]] two villages.

        en: The government has promised help.
        fr: Le [[gouvernemnt]] a promis de l’aide.

        en: The mayor said nothing about the costs.
        de: Der Bürgermeister sagte nichts [[übre]] die Kosten.
    Accepted:
        fr: Il faut reconnaître que ce comportement est une entrave à la défense.
        en: We must recognise that this behaviour hinders the defence.

        de: Für die Juwelen zahlten sie kaum Rubel; ihr Wert und die Tapferkeit waren erstaunlich.
        en: They paid a few roubles for the jewellery; its marvellous worth and their valour amazed.

        fr: La hryvnia a perdu 3 %, et le yuan s’est apprécié.
        en: The hryvnia lost 3%, and the yuan appreciated.

        de: Die Farbe des Programms bevorzugt organisierte Nachbarn.
        en: The programme’s colour favours organised neighbours, re-energised and unpresidential.

        en: The dish is called “pica pau”; the word means woodpecker.
        de: Das Gericht heißt „pica pau“; das Wort bedeutet Specht, laut Seebrückenbetreiberverein.

        it: Il piatto si chiama “ribollita”, cioè bollita due volte.
        en: The dish is called “ribollita”, that is, boiled twice.

        en.json: {"days": ["Sun", "Mon"], "week": "The week begins on Monday."}
        fr.json: {"days": ["dim", "lun"], "week": "La semaine commence lundi."}
    """
    # So short a message of a catalogue is an abbreviation.
    shortest = _SHORTEST_MESSAGE if bead.target.document.keys else 0
    for word, meant in misspellings(bead):
        if len(bead.target.text) < shortest:
            continue
        yield Finding(
            f"“{word.text}” is no word: “{meant}”?",
            target=word.span,
            fix=Fix(word.span, meant),
        )
