import re
from collections.abc import Iterator

from tqcheck.features.capitals import Capitals, capitals, cased, is_shouted
from tqcheck.features.vocabulary import common_words, frequency, has_vocabulary
from tqcheck.features.words import part_counts
from tqcheck.model import Bead, Finding, rule
from tqcheck.model.needs import target_word

_DATELINE = re.compile(r"\s*[,(/–—-]\s*\S")
_LONG, _LONGER = 4, 6
#: How often the language uses a word that is no acronym.
_FREQUENT = 1_000


def _is_long(word: str, *_: object) -> bool:
    return len(word) >= _LONG and (word.isdigit() or is_shouted(word))


@rule(
    severity="minor",
    mqm="linguistic-conventions/spelling/capitalisation",
    needs=(target_word(is_shouted), target_word(_is_long)),
)
def capitals_changed(bead: Bead) -> Iterator[Finding]:
    """Words stand in capitals that the source writes in ordinary letters.

    Capitals shout, and look like an acronym. Machines put them where their training texts had
    them: in tags, headings and credits. Acronyms and the place names that open a report are
    right so; words are flagged that the text also writes in ordinary letters, or that can be no
    acronym.

    Flagged:
        fr: États-Unis
        en: [[UNITED STATES]]

        de: Die Regeln verbieten Stöcke am ersten Anstieg.
        en: The rules ban poles [[ON THE FIRST CLIMB]].

        en: The associations of journalists praised the decision.
        fr: Les [[ASSOCIATIONS DE JOURNALISTES]] ont salué la décision.

        zh: 演习有110架飞机参加，包括F-35A隐形战机。
        en: Some 110 aircraft took part, including [[F-35A STEALTH FIGHTERS]].

        ru: Казахстан
        ru: Казахстан строит завод.
        en: [[KAZAKHSTAN]]
        en: Kazakhstan is building a plant.
    Accepted:
        fr: L’Unesco, l’Otan et l’Unicef ont signé avec Ikea.
        en: UNESCO, NATO and UNICEF have signed with IKEA.

        fr: New York, le 3 mars (Reuters) – La séance est ouverte.
        en: NEW YORK, March 3 (Reuters) – The session is open.

        zh: 美国大选
        en: UNITED STATES ELECTION

        fr: ATTENTION AU CHIEN
        en: BEWARE OF THE DOG

        fr: RéSUMé :
        en: SUMMARY:

        de: Hier NICHT RAUCHEN, sagt die WHO.
        en: DO NOT SMOKE here, says the WHO.

        es: El Tribunal Supremo (TS) y la OTAN
        en: NATO and the U.S. Supreme Court (SCOTUS)
    """
    found = capitals(bead.target)
    if not found:
        return
    uncased = not cased(bead.source)
    shouted = capitals(bead.source)
    if any(len(run.words) > 1 or len(run.words[0]) > _LONG for run in shouted):
        return
    in_source = len(shouted)
    for run in found:
        if len(run.words) <= in_source or _dateline(bead, run):
            continue
        if uncased and not any(map(str.islower, _before(bead, run))):
            continue
        if _listed(bead, run) or (not uncased and _ordinary(bead, run)):
            text = bead.target.document.text[slice(*run.span)]
            yield Finding(f"“{text}” has capitals that the source has not", target=run.span)


def _ordinary(bead: Bead, run: Capitals) -> bool:
    """Whether a run is of words that the language or the text has in ordinary letters."""
    counts = part_counts(bead.target.document)
    long = [word for word in run.words if len(word) >= _LONG]
    seen = any(counts[word] <= counts[word.lower()] + counts[word.capitalize()] for word in long)
    if len(run.words) == 1:
        return seen and len(run.words[0]) >= _LONGER
    common = common_words(bead.target.profile)
    phrase = any(len(word) > 1 and word.lower() in common for word in run.words)
    return bool(long) and (seen or phrase or (len(long) > 1 and run.span == bead.target.span))


def _listed(bead: Bead, run: Capitals) -> bool:
    """Whether a run is of common words of the language, so that it can be no acronym."""
    profile = bead.target.profile
    if not has_vocabulary(profile):
        return False
    words = [word.lower() for word in run.words if word.isalpha()]
    common = [word for word in words if frequency(profile, word) >= _FREQUENT]
    if len(words) == 1:
        return bool(common) and len(words[0]) >= _LONGER
    return any(len(word) >= _LONG for word in common) and all(
        word in common_words(profile) or frequency(profile, word) for word in words
    )


def _before(bead: Bead, run: Capitals) -> str:
    return bead.target.document.text[bead.target.span.start : run.span.start]


def _dateline(bead: Bead, run: Capitals) -> bool:
    """Whether a run is the place from which a report comes."""
    start, end = bead.target.span
    return run.span.start == start and bool(
        _DATELINE.match(bead.target.document.text, run.span.end, end)
    )
