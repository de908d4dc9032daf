"""What the bodies that a source names may be called in the translation, in short."""

from collections import Counter
from functools import cache

from tqcheck.features.acronyms import LONGEST, Acronym, acronyms, bracketed
from tqcheck.features.bodies import bodies
from tqcheck.features.terms import tokens
from tqcheck.languages.acronyms import facts_of, letters
from tqcheck.languages.tables import column
from tqcheck.ledgers.acronyms import distinct, learnt
from tqcheck.ledgers.short_words import short_word_mentions
from tqcheck.ledgers.spelt_acronyms import in_another_script
from tqcheck.model import Pair, Passage, Segment, remembered

#: Shorter ones with small letters are words: "Fed" is none that is looked for.
_SHORTEST = 3
#: So many passages are a habit.
_HABIT = 2
#: The language of the short forms in Latin letters that texts in other scripts have.
_LINGUA_FRANCA = "en"


@remembered
def first_places(passage: Passage) -> dict[str, Acronym]:
    """The different acronyms of a passage, each with its first place; so are those that the table
    has with small letters, or many: "Nato", "BfV".
    """
    found: dict[str, Acronym] = {}
    for each in acronyms(passage):
        found.setdefault(each.letters, each)
    small = with_small_letters(passage.profile.tag)
    if any(form in passage.text for form in small):
        for word in tokens(passage):
            if word.text in small:
                found.setdefault(word.text, Acronym(word.text, word.span))
    return found


@cache
def with_small_letters(language: str) -> frozenset[str]:
    """The short forms of the table that have small letters and are no words, or are long."""
    return frozenset(
        form
        for fact, forms in column("acronyms", language).items()
        for form in forms
        if len(form) >= _SHORTEST
        and form.isalpha()
        and form[0].isupper()
        and (not form.isupper() or len(form) > LONGEST)
        and ((form.upper() in forms and not fact.endswith("?")) or sum(map(str.isupper, form)) > 1)
    )


@remembered
def named_bodies(passage: Passage) -> dict[str, Acronym]:
    """The bodies of the table that a passage names in full, each with its first place."""
    found: dict[str, Acronym] = {}
    for body in bodies(passage):
        found.setdefault(body.fact, Acronym(body.text, body.span))
    return found


def sources_of(pair: Pair, passage: Segment) -> dict[str, Acronym]:
    """The different acronyms of a passage of the source, each with its first place.

    In a script without capitals they are the forms of the table.
    """
    found = dict(first_places(passage))
    if not shares_script(pair):
        full = [body.span for body in bodies(passage)]
        for each in in_another_script(pair, passage):
            # "联合国" is no name where a longer one begins with it.
            if not any(each.span != span and span.overlaps(each.span) for span in full):
                found.setdefault(each.letters, each)
        for each in short_word_mentions(pair, passage):
            found.setdefault(each.letters, each)
    return found


def shares_script(pair: Pair) -> bool:
    """Whether a script is both languages'."""
    return bool(set(pair.source.profile.scripts) & set(pair.target.profile.scripts))


def is_quoted(pair: Pair, form: str) -> bool:
    """Whether a text in another script has an acronym of which nothing is known from English, which
    the target is in, too.
    """
    english = pair.target.language == _LINGUA_FRANCA
    return (
        english and not shares_script(pair) and form.isascii() and right_forms(pair, form) == {form}
    )


def facts_meant(pair: Pair, form: str) -> tuple[str, ...]:
    """What a short form of the source, or the fact of a body named in full, may mean.

    In a text of another script one in Latin letters may be English.
    """
    known = facts_of(pair.source.language).get(form, ())
    if known or not form.isascii():
        return known
    if not shares_script(pair):
        known = facts_of(_LINGUA_FRANCA).get(form, ())
    return known or ((form,) if form in column("bodies", pair.source.language) else ())


def right_forms(pair: Pair, form: str) -> set[str]:
    """What an acronym of the source may be in the target; itself, where nothing is known of it."""
    known = learnt(pair).get(form)
    found = {known.target} if known else set()
    targets = forms_of_facts(pair.target.language)
    for fact in facts_meant(pair, form):
        found.update(targets.get(fact, ()))
    return found or {form}


def usual_form(pair: Pair, form: str) -> str | None:
    """What should stand for an acronym of the source, where that is certain."""
    known = learnt(pair).get(form)
    if known:
        return known.target
    facts = facts_meant(pair, form)
    if not facts:
        return None
    right = right_forms(pair, form)
    there = [each for each in right if passages_with(pair)[each]]
    if there:
        return there[0]
    # A name in full means one body only.
    if len(facts) == 1 and (form == facts[0] or not facts[0].endswith("?")):
        return next(iter(forms_of_facts(pair.target.language).get(facts[0], ())), None)
    return None


@remembered
def passages_with(pair: Pair) -> Counter[str]:
    """Acronym of the target → in how many segments it stands."""
    return Counter(form for segment in pair.target.segments for form in distinct(segment))


@remembered
def learnt_forms(pair: Pair) -> frozenset[str]:
    """The acronyms of the target that the two texts themselves show to be right."""
    return frozenset(each.target for each in learnt(pair).values())


@cache
def forms_of_facts(language: str) -> dict[str, tuple[str, ...]]:
    """Fact → its short forms in a language, by their letters."""
    return {
        fact: tuple(letters(form) for form in forms)
        for fact, forms in column("acronyms", language).items()
    }


@remembered
def kept(pair: Pair) -> frozenset[str]:
    """The acronyms that the target keeps by habit, or once in brackets, or once from a text in another
    script.
    """
    counts = Counter(
        form
        for bead in pair.complete_beads
        for form in distinct(bead.source) & distinct(bead.target)
    )
    fewest = _HABIT if shares_script(pair) else 1
    explained = {each.letters for bead in pair.complete_beads for each in bracketed(bead.target)}
    return frozenset(form for form, count in counts.items() if count >= fewest or form in explained)
