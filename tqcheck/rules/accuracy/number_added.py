from collections.abc import Iterator

from tqcheck.features.numbers import NUMBER_IN_TARGET
from tqcheck.ledgers.numbers import added_numbers
from tqcheck.model import Finding, Pair, rule


@rule(severity="major", mqm="accuracy/addition", status="preview", needs=(NUMBER_IN_TARGET,))
def number_added(pair: Pair) -> Iterator[Finding]:
    """The translation states a number that the source has nowhere.

    A figure that nobody gave is an invention. Only figures count, where the source and its
    neighbours have no number, word or phrase that may say them, and that convert no other amount.

    Flagged:
        fr: Le plan prévoit des préretraites et des reclassements.
        en: The plan includes [[110]] early retirements and redeployments.

        de: Am Abend kamen viele Besucher.
        en: In the evening [[4,500]] visitors came.
    Accepted:
        fr: Le plan prévoit cent dix préretraites.
        en: The plan includes 110 early retirements.

        es: El pueblo está a 12 kilómetros.
        en: The village is 12 kilometres (7.5 miles) away.

        it: Lo squalo ha ferito un tredicenne.
        en: The shark injured a 13-year-old.

        pl: Znaleziono ranną szesnastolatkę.
        en: A wounded 16-year-old was found.

        en: The films of the 00s were long.
        fr: Les films des années 2000 étaient longs.

        de: Sie ist sich völlig sicher.
        en: She is 100 percent certain.

        en: It happened about a mile from here.
        fr: C’est arrivé à environ 1,5 km d’ici.
    """
    for _, number in added_numbers(pair):
        yield Finding(f"“{number.text}” is not in the source", target=number.span)
