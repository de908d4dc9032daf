import re
from collections.abc import Iterator

from tqcheck.features.protected import is_protected
from tqcheck.features.repeats import Double, doubled_words, may_double, reduplications
from tqcheck.features.vocabulary import common_words
from tqcheck.features.words import unspaced, words
from tqcheck.model import Bead, Finding, Fix, Pair, Span, rule
from tqcheck.model.needs import pair_that

#: How long the name of a letter is where an acronym is spelled: “بي بي سي” for BBC.
_LONGEST_LETTER = 3
#: A single figure may be said twice.
_FEWEST_FIGURES = 2
#: What groups the figures of a number.
_GROUPING = re.compile(r"(?<=\d)[.,\u00a0\u202f '](?=\d)")


def _doubles(pair: Pair) -> bool:
    return may_double(pair.beads[0].target)


@rule(severity="minor", mqm="linguistic-conventions/grammar", needs=(pair_that(_doubles),))
def word_doubled(bead: Bead) -> Iterator[Finding]:
    """A word stands twice in a row.

    Machine output stutters, above all where a long sentence was cut. Doubles that the language
    allows are no stutter, nor is anything where the source says a word twice.

    Flagged:
        fr: Le ministre a quitté la salle.
        en: The minister left [[the the]] room.

        en: They climb to see for themselves.
        de: Sie steigen hinauf, [[um um]] selbst nachzusehen.

        zh: 会议于2016年在北京举行。
        en: [[The the]] meeting was held in Beijing in [[2016 2016]].

        cs: Dohodla se v roce 2014 Organizace pro bezpečnost v Evropě (OBSE) 6. srpna.
        en: The Organisation for Security in Europe ([[OBSE) (OBSE]]) agreed on August [[6th 6th]] in 2014.

        es: El ministro de Economía dimitió.
        en: The Minister of [[Economy Economy Economy]] resigned.

        es: Vive en el exilio en Lisboa desde 2015.
        en: He has lived in exile [[in in]] Lisbon since 2015.
    Accepted:
        fr: Le ministre avait eu le temps de penser que cela suffisait.
        en: The minister had had time to think that that was enough.

        en: You will see each other at the hotel where we meet.
        fr: Vous vous verrez à l’hôtel où nous nous rencontrons.

        de: Er flog nach Bora Bora und hörte Duran Duran.
        en: He flew to Bora Bora and listened to Duran Duran.

        zh: 他去了波拉波拉岛，非常非常高兴。
        en: He went to Bora Bora and was extremely extremely happy.

        en: Sitting down beside her, he asked about every inch.
        hi: उसके पास बैठते बैठते उसने एक एक इंच के बारे में पूछा।

        fr: Très, très lentement, il partit. Non, non !
        en: Slowly slowly he left. No no!

        de: Was er sagte, sagte er laut: „Das, das ist es.“
        en: What he said, said he aloud: “This, this is it.”

        en: CNN and the BBC showed it.
        ar: عرضته سي إن إن وبي بي سي.

        es: El código es A A 7, y en 2010 2000 personas votaron.
        en: The code is A A 7, and in 2010 2000 people voted.

        fr: Ils y ont emménagé en mai.
        en: They moved in in May.
    """
    legal = bead.target.profile.legal_doubles
    intended = reduplications(bead.source)
    for double in doubled_words(bead.target):
        if f"{double.word} {double.word}".casefold() in legal or _is_particle(bead, double):
            continue
        if not _stutters(bead, double):
            continue
        if intended:
            intended -= 1
            continue
        yield Finding(
            f"“{double.word}” is doubled",
            target=double.span,
            fix=Fix(Span(double.first.end, double.span.end), "", safe=True),
        )


def _is_particle(bead: Bead, double: Double) -> bool:
    """Whether the first of two words belongs to the word before: “moved in in May”."""
    profile = bead.target.profile
    if double.times > 2 or not profile.has("doubled_particles"):
        return False
    before = [word.text for word in words(bead.target) if word.span.end <= double.first.start]
    may_stand = profile.doubled_particles.get(double.word.casefold(), ())
    return bool(before) and before[-1].casefold() in may_stand


def _stutters(bead: Bead, double: Double) -> bool:
    """Whether a double is not of codes, figures or spelled letters, which may be meant."""
    word, profile = double.word, bead.target.profile
    if unspaced(word):
        return False
    if profile.has("reduplicates") and profile.reduplicates and word not in common_words(profile):
        return False
    if word[0].isdigit():
        return double.times > 2 or _stands_once(word, bead)
    if len(word) == 1:
        return word.islower() and word in bead.target.profile.function_words
    if len(word) <= _LONGEST_LETTER and word.islower() == word.isupper():
        return not any(other.text.isupper() for other in words(bead.source))
    return not is_protected(bead.target, double.span)


def _stands_once(word: str, bead: Bead) -> bool:
    """Whether a figure or an ordinal stands once in the source, so that two are no range."""
    figures = "".join(filter(str.isdigit, word))
    ending = word.lstrip("0123456789.,")
    suffixes = bead.target.profile.ordinal_suffixes if ending else ()
    if len(figures) < _FEWEST_FIGURES - bool(ending) or (ending and ending not in suffixes):
        return False
    return _GROUPING.sub("", bead.source.text).count(figures) == 1
