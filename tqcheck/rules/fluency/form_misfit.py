from collections.abc import Iterator

from tqcheck.features.sound_forms import may_misfit, misfits
from tqcheck.model import Bead, Finding, Fix, Pair, Span, rule
from tqcheck.model.needs import pair_that


def _may_have_one(pair: Pair) -> bool:
    return may_misfit(pair.beads[0].target)


@rule(
    severity="minor",
    mqm="linguistic-conventions/grammar/function-words",
    needs=(pair_that(_may_have_one),),
)
def form_misfit(bead: Bead) -> Iterator[Finding]:
    """A small word has the form that it has before another sound: “an more”, “le arbre”.

    A letter or a word between was lost, or a word was put in for another one without a look at
    what stands before it. Names, codes and quoted words may be said in any way, and are left
    alone.

    Flagged:
        fr: Il y a des tunnels et d’autres ouvrages.
        en: There are tunnels [[an more]] works.

        de: Das Buch bietet ein lebendiges Bild.
        en: The book offers [[a ivid]] picture.

        en: The tree fell in the storm.
        fr: [[Le arbre]] est tombé dans la tempête.

        en: The convent and the church are closed.
        es: El convento [[y iglesia]] están cerrados.
    Accepted:
        fr: Une université, un euro, un usage unique, une heure, un homme honnête.
        en: A university, a euro, a one-time use, an hour, an honest man, an FBI agent, an x-ray.

        en: The eleven and the yes, the one and the hero, from one to the other.
        fr: Le onze et le oui, le un et le héros, de un à deux, la une.

        en: Either silver or gold, snow and ice, and he and I.
        es: O plata u oro, nieve y hielo, y yo.
    """
    for misfit in misfits(bead.target):
        word, form = misfit.word, misfit.form
        written = form.capitalize() if word.text[0].isupper() else form
        end = misfit.following.span.start if form.endswith("’") else word.span.end
        yield Finding(
            f"“{word.text}” is “{form}” before “{misfit.following.text}”",
            target=misfit.span,
            fix=Fix(Span(word.span.start, end), written),
        )
