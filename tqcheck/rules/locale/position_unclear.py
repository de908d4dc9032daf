import re
from collections.abc import Iterator

from tqcheck.model import Bead, Finding, Fix, rule
from tqcheck.model.needs import target_word

#: An ordinal in figures right before a side; and a bracket of the source that counts people.
_POSITION = re.compile(
    r"[(,] ?(?:top |back |front )?(?P<ordinal>\d{1,2}(?:st|nd|rd|th))(?: on the| to the| at the| to| on)?"
    r"(?P<gap> )(?P<side>right|left)(?= ?[),])"
)
_COUNTED = re.compile(r"[(（,][^()（）\d]{0,20}\d{1,2}[^()（）]{0,40}[)）,]")


def _is_a_side(word: str, *_: object) -> bool:
    return word in {"right", "left"}


@rule(severity="minor", mqm="accuracy/under-translation", needs=(target_word(_is_a_side),))
def position_unclear(bead: Bead) -> Iterator[Finding]:
    """The place of a person in a picture is translated word for word: “(2nd right)”.

    Captions count people from a side, and every language says so in its own way: “2e à droite”,
    “2. v. l.” and “2º por la izquierda” are “second from right” or “from left”.

    Flagged:
        fr: Le ministre Jean Petit (2e à droite) au sommet.
        en: Minister Jean Petit ([[2nd right]]) at the summit.

        de: Ministerin Anna Klein (3. v. l.) beim Gipfel.
        en: Minister Anna Klein ([[3rd left]]) at the summit.
    Accepted:
        fr: Le ministre Jean Petit (2e à droite) au sommet.
        en: Minister Jean Petit (2nd from right) at the summit.

        es: La ministra Ana Pérez (derecha) con el alcalde.
        en: Minister Ana Pérez (right) with the mayor.
    """
    if not bead.target.profile.tag.startswith(_ENGLISH):
        return
    for match in _POSITION.finditer(bead.target.text):
        if not _COUNTED.search(bead.source.text):
            continue
        span = bead.target.at(match.start("ordinal"), match.end("side"))
        yield Finding(
            f"“{match['ordinal']} {match['side']}” counts from no side",
            target=span,
            fix=Fix(span, f"{match['ordinal']} from {match['side']}"),
        )


_ENGLISH = "en"
