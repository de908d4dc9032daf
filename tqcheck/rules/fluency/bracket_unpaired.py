from collections.abc import Iterator

from tqcheck.features.brackets import BRACKETS, lone_brackets
from tqcheck.features.marks import stray_runs
from tqcheck.model import Finding, Kind, Pair, Segment, rule
from tqcheck.model.needs import in_target


@rule(severity="minor", mqm="linguistic-conventions/punctuation", needs=(in_target(BRACKETS),))
def bracket_unpaired(pair: Pair) -> Iterator[Finding]:
    """A bracket is opened and never closed, or closed and never opened, where the source pairs its.

    The reader no longer knows where the aside ends. Brackets are paired over the whole
    paragraph, and over the paragraphs that follow, since an aside may hold several.

    Flagged:
        fr: La France (qui préside le conseil) a refusé.
        en: France [[(]]which chairs the council has refused.

        de: Der Fluss stieg um drei Meter (gut zehn Fuß).
        en: The river rose by three metres, about ten feet[[)]].

        en: The bank (Banco Azul) cut its rate (to 2%).
        fr: La banque (Banco Azul) a réduit son taux [[(]]à 2 %.

        zh: 该组织（成立于1998年）已解散。
        en: The organisation [[(]]founded in 1998 has been dissolved.
    Accepted:
        fr: Trois points : a) le prix ; b) le délai ; 1) le lieu (Lyon).
        en: Three points: a) the price; b) the deadline; 1) the place (Lyon).

        de: Danke :-) (wirklich).
        en: Thanks :-) (really) :(

        fr: Il a dit (en riant. Puis en pleurant) qu’il partait.
        en: He said (laughing. Then crying) that he was leaving.

        fr: (Le début de l’aparté.
        fr: La fin de l’aparté.)
        en: (The start of the aside.
        en: The end of the aside.)

        es: El intervalo [0, 1) es semiabierto.
        en: The interval [0, 1) is half-open.

        zh: 他（校长）来了。
        en: He (the head（master)) came.
    """
    for bracket in lone_brackets(pair.target):
        block = pair.target.block_of(Segment(pair.target, bracket.span, Kind.SENTENCE))
        sources = pair.counterpart(block)
        if not sources or any(run.span.overlaps(bracket.span) for run in stray_runs(block)):
            continue
        first, last = sources[0].span.start, sources[-1].span.end
        if any(
            lone.kind == bracket.kind and first <= lone.span.start < last
            for lone in lone_brackets(pair.source)
        ):
            continue
        never = "never closed" if bracket.opens else "never opened"
        yield Finding(f"“{bracket.text}” is {never}", target=bracket.span)
