from collections import Counter
from collections.abc import Iterator

from tqcheck.features.joins import Join, has_tight_mark, joins, may_be_joined, run_together
from tqcheck.features.vocabulary import common_words, has_vocabulary, is_known
from tqcheck.features.words import part_counts, words
from tqcheck.ledgers.lone_words import is_proper
from tqcheck.model import Bead, Finding, Fix, Pair, Span, rule
from tqcheck.model.needs import pair_that, target_word

_SHORTEST = 2


def _is_tight(pair: Pair) -> bool:
    return has_tight_mark(pair.beads[0].target)


@rule(
    severity="minor",
    mqm="linguistic-conventions/spelling",
    needs=(target_word(may_be_joined) + pair_that(_is_tight),),
)
def words_glued(bead: Bead) -> Iterator[Finding]:
    """Two words stand together without the space between them.

    Machines lose the space where a label ends or a link begins, and behind full stops. A
    capital inside a word proves nothing by itself (names do that): both halves must be words
    of the text, and the source must not write them so.

    Flagged:
        fr: Lire aussi Irak : le Premier ministre réitère son appel.
        fr: L’Irak attend.
        en: Read [[alsoIraq]]: the prime minister repeats his call.
        en: Iraq is waiting.

        de: Er kam ins Ziel. Die Menge jubelte.
        en: He reached the [[finish.The]] crowd cheered.

        en: The river rose, the bridge held.
        fr: La rivière a [[monté,le]] pont a tenu.

        zh: 小型猫科动物（包括流浪猫）
        en: Small [[felines(including]] stray cats)

        es: La guerra empezó en 2014 (según la ONU) y sigue.
        en: The war began [[in2014]] (says the [[UN)and]] goes on.

        en: Will it hold? Nobody knows.
        ru: Выдержит [[ли?Никто]] не знает.

        de: Die Seismologen hatten bis Freitag 40 Beben gezählt.
        en: Seismologists [[hadcounted]] 40 quakes [[untilFriday]].

        tr: Sergi nisanda Ankara'ya gidecek, ancak izin çıkarsa.
        en: The show will travel to Ankara [[inApril]], but [[onlyif]] it is allowed.

        pt: O ministério da irrigação e a rival da Líbia. Especialistas observam.
        en: The [[irrigationministry]] and [[Libya’srival]]. [[Specialistsfrom]] abroad watch [[observingtime]].
    Accepted:
        fr: Sur YouTube, LeBron James et Leonardo DiCaprio paient avec PayPal, chez McDonald’s.
        en: On YouTube, LeBron James and Leonardo DiCaprio pay with PayPal, at McDonald’s.

        zh: 优兔和脸书都没有回应。
        en: Neither YouTube nor FaceTime answered, said Mr O’Neill of MacArthur Park.

        de: Die Datei liegt auf beispiel.de und in Readme.txt, 5 kWh, pH 7, mRNA-Impfung.
        en: The file is on example.de and in Readme.txt, 5 kWh, pH 7, mRNA vaccine.

        fr: Le(s) participant(s) et le G20 (h/f), e.g. p.m. et/ou U.S.A.
        en: The participant(s) and the G20 (m/f), e.g. p.m. and/or U.S.A.

        es: El gen mutante,que actúa.No siempre.
        en: The mutant gene,which acts.Not always.

        en: He (re)built it, 3D-printed, for iOS and macOS (wo)men.
        de: Er hat es (wieder)aufgebaut, 3D-gedruckt, für iOS und macOS.

        fr: Le paddock des golfeurs, sous-évalué, ne vit pas de théropodes.
        en: The golfers’ paddock, underrated, heretofore had no theropods or fourballs.

        fr: La caméra, les vêtements d’intérieur, le planche à roulettes et les aventuriers.
        en: The cameraperson, homewear, wakeboarding, breakrooms, cinemagoing and swashbucklers.
    """
    inherited = Counter(join.mark for join in joins(bead.source))
    source = bead.source.text.casefold()
    for join in joins(bead.target):
        if inherited[join.mark]:
            inherited[join.mark] -= 1
            continue
        left = _known(bead, join.left)
        proven = join.mark or (left and (_known(bead, join.right) or _listed(bead, join)))
        glued = bead.target.document.text[join.span.start : join.span.end]
        if proven and glued.casefold() not in source:
            yield _finding(bead, join.span, join.gap)
    for word, at in run_together(bead.target):
        if word.text.casefold() not in source:
            yield _finding(bead, word.span, word.span.start + at)


def _finding(bead: Bead, span: Span, gap: int) -> Finding:
    glued = bead.target.document.text[slice(*span)]
    return Finding(
        f"“{glued}” lacks a space",
        target=span,
        fix=Fix(Span(gap, gap), " ", safe=True),
    )


def _known(bead: Bead, word: str) -> bool:
    """Whether a half is a figure, or a word of the language, of the text or of the source."""
    profile = bead.target.profile
    if word.isdigit() or (len(word) > 1 and word.lower() in common_words(profile)):
        return True
    counts = part_counts(bead.target.document)
    return bool(counts[word] or counts[word.lower()]) or any(
        word.casefold() == other.text.casefold() for other in words(bead.source)
    )


def _listed(bead: Bead, join: Join) -> bool:
    """Whether a small word stands before any word of the language: “untilFriday”. A brand may begin
    with a very short one; “inApril” is none.
    """
    profile = bead.target.profile
    dates = (form for line in (*profile.months, *profile.weekdays) for form in line.split())
    small = join.left in common_words(profile) and (
        len(join.left) > _SHORTEST or join.right in dates or is_proper(join.right, profile)
    )
    return small and has_vocabulary(profile) and is_known(profile, join.right)
