import re
from collections import Counter
from collections.abc import Iterator

from tqcheck.features.marks import (
    mark_counts,
    may_be_stray,
    may_end_early,
    mended,
    stray_runs,
)
from tqcheck.model import Block, Finding, Pair, Segment, Span, rule
from tqcheck.model.needs import pair_that, target_token

#: A mark that is spoken of.
_NAMED = re.compile(r"[\"“„«'‘][ \u00a0\u202f]?[.,;:!?@/+-]{1,2}[ \u00a0\u202f]?[\"”“»'’]")


def _ends_early(pair: Pair) -> bool:
    return may_end_early(pair.beads[0].target)


@rule(
    severity="minor",
    mqm="linguistic-conventions/punctuation",
    needs=(target_token(may_be_stray) + pair_that(_ends_early),),
)
def stray_mark(pair: Pair) -> Iterator[Finding]:
    """Punctuation marks follow each other as in no text: debris of a mark or of a lost word.

    Machines drop a word between two marks, close a bracket twice, or end a sentence at an
    abbreviation. Readers see at once that nobody has read the text.

    Flagged:
        fr: L’armée affronte encore le groupe État islamique (EI).
        en: The army is still fighting the Islamic State group (IS)[[. ).]]

        de: Der Hafen bleibt bis Freitag geschlossen.
        en: The harbour stays closed until Friday[[,.]]

        es: El puente, construido en 1931, será demolido.
        en: The bridge[[ ,]] built in 1931, will be torn down.

        zh: 世界卫生组织（WHO）发布了新报告。
        en: The World Health Organization [[( )]] has published a new report.

        en: The minister, who is ill, did not come.
        fr: Le ministre[[,,]] malade, n’est pas venu.

        en: They met in Geneva; nothing was decided.
        de: Sie trafen sich in Genf[[;.]] Nichts wurde beschlossen.

        ru: Часы — это независимые приборы.
        en: Clocks are[[.]] independent devices with[[']] a battery.
    Accepted:
        fr: Il a vécu aux États-Unis, etc. (voir p. 12) : « Quoi ?! » dit-il…
        en: He lived in the U.S., etc. (see p. 12): “What?!” he said… (or not).

        de: Er sagte: „Am 3., 4. und 5. Mai kommt Dr. med. J. R. Huber (…).“
        en: He said, “On May 3, 4 and 5, J. R. Huber, M.D., is coming (…).”

        fr: « Qui vient ? » demanda-t-il. « Personne ! »
        en: “Who is coming?” he asked. “Nobody!”

        ru: «Ну и что?..» — спросил он («шёпотом»).
        en: “So what?..” he asked (“in a whisper”).

        en: “We won.” He paused... “Really?” – Yes (on p. 5).
        zh: “我们赢了。”他停了一下……“真的？”——是的（见第5页）。

        zh: 他写过《家》、《春》、《秋》（三部曲）等。
        en: He wrote “The Family,” “Spring,” “Autumn” (the trilogy), etc.

        de: Die Rate stieg um 0,5 auf 1,5 Prozent (p < 0,001).
        en: The rate rose by .5 to 1.5 percent (p < .001).

        fr: Écrivez à https://exemple.org/a_(b) , merci :-) ;)
        en: Write to https://exemple.org/a_(b) , thanks :-) ;)

        en: The workers' rights, James' car and the goin' rate.
        de: Die Rechte der Arbeiter, James’ Auto und der Kurs.

        nl: Een po' van dit en 'n beetje van dat.
        en: A bit o' this and 'some' o' that.

        en: A name may hold “.” and "+", but no "," at all.
        fr: Un nom peut contenir « . » et "+", mais pas de ",".

        fr: a ) le nord  b ) le sud
        en: a ) the north  b ) the south

        es: Los datos ,según él, faltan..
        en: The data ,he says, are missing..

        fr: La société Acme Inc., cotée à New York, a vendu Yahoo! et Jeopardy!, dit-on.
        en: Acme Inc., listed in New York, has sold Yahoo! and Jeopardy!, it is said.
    """
    for block in pair.target.blocks:
        runs = stray_runs(block)
        sources = pair.counterpart(block) if runs else ()
        if not sources:
            continue
        source = Segment.joined(sources)
        inherited = Counter(run.shape for run in stray_runs(source))
        ends, ends_here = mark_counts(source), mark_counts(block)
        for run in runs:
            end = run.shape[0] if run.shape.endswith("a") else ""
            if inherited[run.shape]:
                inherited[run.shape] -= 1
            elif not (
                (end and ends_here[end] <= ends[end])
                or _is_named(block, run.span)
                or (run.shape == "~" and run.text in source.text)
            ):
                yield Finding(
                    f"“{run.text.strip()}” is debris of punctuation",
                    target=run.span,
                    fix=mended(block, run),
                )


def _is_named(block: Block, span: Span) -> bool:
    """Whether a mark stands between quotation marks, because it is spoken of."""
    start = max(span.start - block.span.start - 3, 0)
    near = block.text[start : span.end - block.span.start + 3]
    return any(
        span.overlaps(block.at(start + match.start(), start + match.end()))
        for match in _NAMED.finditer(near)
    )
