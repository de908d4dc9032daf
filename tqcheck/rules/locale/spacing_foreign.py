from collections import Counter
from collections.abc import Iterator

from tqcheck.features.spacing import MARKS, Spacing, spacing_habit, spacings
from tqcheck.model import Bead, Finding, Fix, LanguageProfile, rule
from tqcheck.model.needs import in_target

#: How many times as often a text must set its marks off for one that is not to be a slip.
_HABIT = 2


@rule(severity="minor", mqm="locale-conventions/punctuation", needs=(in_target(MARKS),))
def spacing_foreign(bead: Bead) -> Iterator[Finding]:
    """A mark is set off by a space as other languages do it, or not as its own language does.

    French writes a space before “:”, “;”, “!”, “?” and inside its quotation marks, most
    languages write none, and some want one before “%”. Machines copy what the source does. A
    text that never sets its marks off has chosen so: a missing space is flagged where the text
    mostly writes one.

    Flagged:
        fr: Partager :
        en: Share[[ :]]

        fr: « Qui vient ? » demanda le maire.
        es: [[« ]]¿Quién viene[[ ?]][[ »]] preguntó el alcalde.

        es: La inflación subió al 3,2 % en mayo.
        en: Inflation rose to 3.2[[ %]] in May.

        en: The strip knows: it turns red. Really? Yes! So it is done; at last.
        fr: La bandelette sait[[:]] elle rougit. Vraiment ? Oui ! C’est donc fait ; enfin.
    Accepted:
        fr: L’échelle est 1 : 500, voir std::map et :smile: ;-) : fin
        en: The scale is 1 : 500, see std::map and :smile: ;-)

        en: Who knows? Nobody: we left; it rained!
        fr: Qui sait? Personne: nous sommes partis; il pleuvait!

        en: The rate is 5%, says Yahoo!
        de: Die Rate beträgt 5 %, sagt Yahoo!

        en: The rate is 5%.
        es: La tasa es del 5%.

        en: The rate is 5%.
        uk: Частка становить 5 %.

        de: Wirklich ? Ja !
        en: Really ? Yes !

        zh: 比例是三比一：很好！
        fr: Le rapport est de 3:1 : « très bien » !

        fr: « Oui », dit-il : « non… »
        de: »Ja«, sagte er: »… nein.«
    """
    profile, source = bead.target.profile, bead.source.profile
    inherited = Counter(
        each.mark
        for each in spacings(bead.source)
        if not source.has("space_before") or bool(each.gap) != _sets_off(source, each.mark)
    )
    for each in spacings(bead.target):
        wanted = _sets_off(profile, each.mark)
        if each.mark in "«»" and not _points_outwards(profile):
            continue
        if bool(each.gap) == wanted or (wanted and not _slip(bead, each)):
            continue
        if inherited[each.mark]:
            inherited[each.mark] -= 1
            continue
        yield Finding(
            f"“{each.mark}” should {'' if wanted else 'not '}be set off by a space",
            target=each.span,
            fix=_cure(bead, each, wanted),
        )


def _sets_off(profile: LanguageProfile, mark: str) -> bool:
    return ("»" if mark == "«" else mark) in profile.space_before


def _points_outwards(profile: LanguageProfile) -> bool:
    """Whether « opens and » closes, and never the other way."""
    return ("«", "»") in profile.quotes and ("»", "«") not in profile.quotes


def _slip(bead: Bead, spacing: Spacing) -> bool:
    habit = spacing_habit(bead.target.document)
    return spacing.mark != "%" and habit.total() - habit[""] > _HABIT * habit[""]


def _cure(bead: Bead, spacing: Spacing, wanted: bool) -> Fix:
    text = bead.target.document.text[slice(*spacing.span)]
    bare = text.strip()
    if not wanted:
        return Fix(spacing.span, bare, safe=True)
    space = next(gap for gap, _ in spacing_habit(bead.target.document).most_common() if gap)
    return Fix(spacing.span, bare + space if bare == "«" else space + bare, safe=True)
