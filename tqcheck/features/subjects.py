"""Subjects and verbs whose numbers do not agree: “the search were”, “prosecutors has”, “it go”."""

from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tqcheck.features.agreement import (
    Grammar,
    Stretch,
    before_of,
    begins_sentence,
    counted,
    grammar,
    introduced,
    is_plain,
)
from tqcheck.features.quotes import outer_quoted
from tqcheck.features.telling import Known
from tqcheck.features.vocabulary import common_words, frequency, is_known
from tqcheck.features.words import Word, word_set, word_texts, words
from tqcheck.languages.agreement import Classes, other_form
from tqcheck.model import LanguageProfile, Passage, Span, remembered

_NOTHING: Classes = frozenset()
_SINGULAR, _PLURAL = frozenset("s"), frozenset("p")
#: What the classes of several end with: "mp".
_SEVERAL = "p"
#: How frequent the singular is of a word that is taken for a plural by its ending alone.
_FREQUENT, _SHORTEST = 200, 4
#: What stands in the table for any number in figures.
_FIGURE = "#"
#: How many words before a clause may say that it is wished.
_WISH = 7


class _Known(NamedTuple):
    grammar: Grammar
    pronouns: Mapping[str, Classes]
    #: Word as it is written → the numbers of the subjects that it goes with, as a verb of any
    #: subject, and as one of a pronoun.
    verbs: Mapping[str, Classes]
    pronoun_verbs: Mapping[str, Classes]
    #: Third persons of verbs that are such before a word that opens what is told: “shows that”.
    telling: Container[str]
    #: What a subject begins with, and what a name ends with that stands for it: “Anna’s”.
    articles: Mapping[str, Classes]
    possessive: tuple[str, ...]
    #: Word in small letters → the numbers that it has as a noun, none where that is not sure.
    nouns: Mapping[str, Classes]


class Clause(NamedTuple):
    """A subject and its verb by their indices, and the subject's number."""

    stretch: Stretch
    number: Classes


def may_quarrel(passage: Passage) -> bool:
    """Whether there may be a quarrel: much cheaper to ask. Raises MissingFact likewise."""
    return any(True for _ in _clauses(word_texts(passage), passage.profile))


def _clauses(row: Sequence[str], profile: LanguageProfile) -> Iterator[Clause]:
    """Where a verb may disagree with the words before it, by the words alone.

    Nothing where the language's table has no verbs.
    """
    known = _known(profile)
    if known is None:
        return
    verbs, pronoun_verbs = known.verbs, known.pronoun_verbs
    pronouns = known.pronouns
    demonstratives = known.grammar.of("demonstrative")
    adverbs, plain_verbs = known.grammar.of("adverb"), known.grammar.of("verb")
    told = known.telling
    existential, several = known.grammar.of("existential"), known.grammar.of("several")
    for at, word in enumerate(row):
        wanted = pronoun_verbs.get(word)
        if not wanted or not at:
            continue
        # Where the subject ends.
        end = at - 1 if row[at - 1] not in adverbs else at - 2
        if end < 0:
            continue
        before = row[end]
        own = pronouns.get(before) or (before[1:].islower() and pronouns.get(before.lower()))
        if before in existential and at + 1 < len(row):
            own = several.get(row[at + 1])
            if own and word in plain_verbs and not own & wanted:
                yield Clause(Stretch(end, at + 1), own)
            continue
        if not own and word in verbs:
            own = demonstratives.get(before) or demonstratives.get(before.lower())
        if own:
            if not own & wanted:
                yield Clause(Stretch(end, at), own)
        elif (
            word in verbs
            or before in known.grammar.of("person-pronoun")
            or (word in told and at + 1 < len(row) and row[at + 1] in known.grammar.of("told"))
        ):
            for clause in _with_nouns(row, end + 1, wanted, known, profile):
                yield Clause(Stretch(clause.stretch.first, at), clause.number)


def _with_nouns(
    row: Sequence[str], index: int, wanted: Classes, known: _Known, profile: LanguageProfile
) -> Iterator[Clause]:
    """The clauses whose subject is a noun and ends before an index."""
    last = row[index - 1]
    if last[0].isupper() and last[1:].islower():
        number = _alone(last, known)
        if number and not number & wanted:
            yield Clause(Stretch(index - 1, index), number)
    number = known.nouns[last]
    if not number and index > 1:
        yield from _with_any_noun(row, index, wanted, known, profile)
    if number and not number & wanted and index > 1:
        first = _article_at(row, index - 2, number, known)
        if first < 0 and index > 2 and _is_between(row[index - 2], last, known, profile):
            first = _article_at(row, index - 3, number, known)
        if first >= 0 and not _is_measure(row[first], last, known):
            yield Clause(Stretch(first, index), number)
    if last in known.grammar.of("relative-pronoun") and index > 2:
        number = known.nouns[row[index - 2]]
        first = _article_at(row, index - 3, number, known) if number else -1
        if first >= 0 and not number & wanted:
            yield Clause(Stretch(first, index), number)
    yield from _with_links(row, index, wanted, known, profile)


def _alone(word: str, known: _Known) -> Classes:
    """The number of a noun with a capital that may stand without an article; none if it may not."""
    table, small = known.grammar, word.lower()
    number = table.nouns[small] or (_PLURAL if small in table.of("person-plural") else _NOTHING)
    return number if _is_several(number) else _NOTHING


def _is_measure(article: str, noun: str, known: _Known) -> bool:
    """Whether several are one: “two weeks is a long time”."""
    return noun in known.grammar.of("measure") and article not in known.grammar.of("whole")


def _with_any_noun(
    row: Sequence[str], index: int, wanted: Classes, known: _Known, profile: LanguageProfile
) -> Iterator[Clause]:
    """The clauses whose subject is a known word behind an article that only one thing has."""
    never, small = known.grammar.of("never-thing"), common_words(profile)
    for first in (index - 2, index - 3):
        if first < 0:
            break
        number = known.grammar.of("single").get(row[first].lower(), _NOTHING)
        if not number or number & wanted:
            continue
        nouns = row[first + 1 : index]
        if all(
            word.islower() and word.isalpha() and word not in never and word not in small
            for word in nouns
        ) and is_known(profile, nouns[-1]):
            yield Clause(Stretch(first, index), number)
        break


def _is_between(word: str, noun: str, known: _Known, profile: LanguageProfile) -> bool:
    """Whether a word between an article and a word that may be a verb shows that this is a noun."""
    if not word.islower() or word in common_words(profile):
        return False
    return bool(known.grammar.adjectives[word]) or bool(known.grammar.nouns[noun])


def _with_links(
    row: Sequence[str], index: int, wanted: Classes, known: _Known, profile: LanguageProfile
) -> Iterator[Clause]:
    """The clauses whose subject has a part with “of” before the verb at an index."""
    articles, links = known.articles, known.grammar.of("link")
    own = known.grammar.of("determiner")
    if row[index - 1] in common_words(profile):
        return
    determined = row[index - 2] not in links and (
        row[index - 2] in articles or row[index - 2].endswith(known.possessive)
    )
    at = index - 3 if determined else index - 2
    if determined and row[at] in articles and row[at] not in links:
        at -= 1  # “of the two countries”
    if at < 1 or (row[at] not in links and not (determined and row[at] in known.grammar.of("way"))):
        return
    bare = row[at - 1]
    if bare[0].isupper() and row[index - 1].islower():
        # “Officials in the capital was”
        number = _alone(bare, known)
        if number and not number & wanted:
            yield Clause(Stretch(at - 1, index), number)
        return
    number = known.nouns[bare]
    if not number or number & wanted:
        return
    first = _article_at(row, at - 2, number, known) if at > 1 else -1
    if first < 0 and at > 2 and known.grammar.adjectives[row[at - 2]]:
        first = _article_at(row, at - 3, number, known)
    # “A range of products are”
    safe = _is_several(number) or row[at] not in known.grammar.of("quantity-link")
    if first >= 0 and (safe or row[first].lower() not in own):
        yield Clause(Stretch(first, index), number)


def _article_at(row: Sequence[str], at: int, number: Classes, known: _Known) -> int:
    """Where the words begin that stand for an article and end at an index; -1 where there are
    none.
    """
    word, articles = row[at], known.articles
    if articles.get(word.lower(), _NOTHING) & number:
        return at
    if counted(word) and _is_several(number):
        return at if _FIGURE in articles else -1
    if not word.endswith(known.possessive):
        return -1
    if word[0].isupper():
        return at
    return at - 1 if at and row[at - 1].lower() in articles else -1


def quarrels(passage: Passage, source: Passage) -> Iterator[Span]:
    """Subjects with verbs of another number, where a clause begins and no mood explains it.

    What the source has, too, may be a name: “Rangers was founded”. None where the language's
    table has no verbs; raises MissingFact where it has no table.
    """
    known = _known(passage.profile)
    if known is None:
        return
    row = words(passage)
    scripts = source.profile.scripts if source.profile.has("scripts") else ()
    alike = scripts[:1] == passage.profile.scripts[:1]
    for clause in _clauses(word_texts(passage), passage.profile):
        if _is_title(row, clause, known, source, alike):
            continue
        if is_plain(passage, row, clause.stretch) and _opens(passage, row, clause, known):
            span = Span(row[clause.stretch.first].span.start, row[clause.stretch.last].span.end)
            dialect = row[clause.stretch.last].text in known.grammar.of("dialect")
            if not (dialect and _is_quoted(passage, span)):
                yield span


def _is_quoted(passage: Passage, span: Span) -> bool:
    spans = _quotations(passage)
    index = bisect_left(spans, span)
    return any(span.overlaps(near) for near in spans[max(index - 1, 0) : index + 1])


@remembered
def _quotations(passage: Passage) -> list[Span]:
    return [quotation.span for quotation in outer_quoted(passage)]


def _is_title(
    row: Sequence[Word], clause: Clause, known: _Known, source: Passage, written_alike: bool
) -> bool:
    """Whether a subject without an article may be a name: “Cats is a musical”."""
    first, last = clause.stretch
    word, table = row[first].text, known.grammar
    if not (word[0].isupper() and _alone(word, known)):
        return False
    named = last + 1 < len(row) and row[last + 1].text in table.of("naming")
    if word in word_set(source) or (named and row[last].text in table.of("copula")):
        return True
    # Of another script a name is written otherwise: “Woods has won”.
    return not written_alike and word.lower() not in table.of("person-plural")


def _opens(passage: Passage, row: Sequence[Word], clause: Clause, known: _Known) -> bool:
    first = row[clause.stretch.first]
    table = known.grammar
    bare = clause.stretch.last - clause.stretch.first == 1
    small = first.text.lower()
    pronoun = small in known.pronouns or first.text in known.pronouns
    if not _is_several(clause.number) and _is_wished(row, clause, table):
        return False
    begin = clause.stretch.first
    while begin and row[begin - 1].text.lower() in table.of("approximation"):
        begin -= 1  # “At least 20 people was”
    if begins_sentence(passage, row[begin]) or small.replace("'", "’") in table.of("joined"):
        return True
    if first.text[0].isupper() and first.text not in known.pronouns:
        return False
    before, mark = before_of(row, passage, clause.stretch.first)
    if before in table.of("degree") and small in table.of("several"):
        return False  # “how many votes does it take”
    if first.text in table.of("nominative") and _is_told(row, clause, table):
        return before not in table.of("object-link") and mark.strip() in ("", ",", "“", '"')
    if not mark.strip() and before in table.of("starter"):
        # “But the workers”, “…, and it”
        at = clause.stretch.first - 1
        linked = "," in before_of(row, passage, at)[1] and (pronoun or _is_several(clause.number))
        if linked or begins_sentence(passage, row[at]):
            return True
    if mark.strip() == ",":
        # A second one may be of a list, or close what was put in.
        known_start = introduced(passage, row, clause.stretch.first, table.of("introduction"))
        return known_start and (not bare or pronoun)
    if mark.strip():
        return False
    if before in table.of("opener"):
        return True
    return _is_several(clause.number) and before in table.of("opener-of-plural")


def _is_told(row: Sequence[Word], clause: Clause, table: Grammar) -> bool:
    """Whether a verb behind a pronoun is its own, whatever stands before both: “denies he are”."""
    first, last = clause.stretch
    before = row[first - 1].text
    if before[0].isupper() or before.lower() in table.of("before-plain"):
        return False
    return row[last].text in table.of("indicative")


def _is_several(number: Classes) -> bool:
    return any(each.endswith(_SEVERAL) for each in number)


def _is_wished(row: Sequence[Word], clause: Clause, table: Grammar) -> bool:
    """Whether a word before says that something is wished, supposed or demanded: “if it were”."""
    first, last = clause.stretch
    if row[last].text in table.of("never-wished"):
        return False
    moods = table.of("mood")
    return any(word.text.lower() in moods for word in row[max(0, first - _WISH) : first])


@cache
def _known(profile: LanguageProfile) -> _Known | None:
    table = grammar(profile)
    if not table.of("verb"):
        return None
    endings = " ".join(table.of("third-person")).split()
    verbs = dict(table.of("verb"))
    verbs |= _with_third_person(table.of("plain"), endings)
    pronoun_verbs = verbs | dict(table.of("pronoun-verb"))
    pronoun_verbs |= _with_third_person(table.of("pronoun-plain"), endings)
    telling = {other_form(word, endings) for word in table.of("telling")}
    pronoun_verbs |= dict.fromkeys(telling, _SINGULAR)
    pronouns = dict(table.of("pronoun"))
    for forms in (verbs, pronoun_verbs, pronouns):
        forms |= {form.replace("’", "'"): own for form, own in forms.items()}
    possessive = profile.possessive_endings if profile.has("possessive_endings") else ()
    straight = (ending.replace("’", "'") for ending in possessive)

    def noun(word: str) -> Classes:
        sure = table.nouns[word] or table.of("thing").get(word)
        if word in table.of("never-thing"):
            return _NOTHING
        if sure:
            return sure
        if _is_plural(word, table, profile):
            return _PLURAL
        ended = word.endswith(tuple(table.of("thing-ending"))) and frequency(profile, word)
        return _SINGULAR if ended else _NOTHING

    articles = table.of("article") or table.of("determiner")
    known = Known(noun)
    endings_of = (*possessive, *straight)
    return _Known(table, pronouns, verbs, pronoun_verbs, telling, articles, endings_of, known)


def _with_third_person(plain: Mapping[str, Classes], endings: list[str]) -> dict[str, Classes]:
    return {**plain, **{other_form(word, endings): _SINGULAR for word in plain}}


def _is_plural(word: str, table: Grammar, profile: LanguageProfile) -> bool:
    """Whether a word is the plural of a frequent one by its ending."""
    if len(word) < _SHORTEST or not word.islower() or word in table.of("never-plural"):
        return False
    if word.endswith(tuple(table.of("never-plural-ending"))) or not table.of("third-person"):
        return False
    return any(frequency(profile, base) >= _FREQUENT for base in table.countables.bases(word))
