from collections.abc import Iterator

from tqcheck.features.dotted import dotted
from tqcheck.model import Finding, Fix, Pair, rule
from tqcheck.model.needs import target_word


def _has_stop(word: str, *_: object) -> bool:
    return "." in word


@rule(severity="minor", mqm="style/inconsistent-style", needs=(target_word(_has_stop),))
def acronym_dots_mixed(pair: Pair) -> Iterator[Finding]:
    """An acronym has stops in one place and none in another: “U.S.” and “US”.

    Either is right, both in one text are not. Flagged is the rarer way, or the later one, unless
    the source does the same. Headlines and captions go by rules of their own and are left out.

    Flagged:
        fr: Les États-Unis ont refusé. Les troupes des États-Unis restent, dit-on aux États-Unis.
        en: The U.S. has refused. U.S. troops will stay, they say in the [[US]] Senate.

        en: The UN has met. The UN chief spoke, and a UN mission left.
        es: La ONU se ha reunido. El jefe de la ONU habló, y una misión de la [[O.N.U.]] partió.
    Accepted:
        fr: Les États-Unis ont refusé. Les troupes des États-Unis restent jusqu’à 18 heures, a dit le Premier ministre.
        en: The U.S. has refused. U.S. troops will stay until 6 p.m., said the PM.

        en: The A.B.C. has refused. ABC staff will stay.
        fr: L’A.B.C. a refusé. Le personnel de l’ABC restera.
    """
    for letters, ways in dotted(pair.target).items():
        inherited = ways.mixed and dotted(pair.source).get(letters)
        if not ways.mixed or (inherited and inherited.mixed):
            continue
        usual, rare = ways.usual_first
        text = pair.target.text
        written = text[slice(*usual[0])]
        for span in rare:
            at_end = text[span.end - 1] == "." and text[span.end : span.end + 1] in ("", "\n")
            yield Finding(
                f"“{text[slice(*span)]}” is “{written}” elsewhere in this text",
                target=span,
                fix=None if at_end else Fix(span, written, safe=True),
            )
