"""Articles, adjectives and nouns whose forms do not agree: “une nouveau”, “due cane”."""

from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from tqcheck.features.countables import Countables
from tqcheck.features.protected import is_protected
from tqcheck.features.telling import Known
from tqcheck.features.vocabulary import common_words
from tqcheck.features.words import Word, word_texts, words
from tqcheck.languages.agreement import Classes, agreement
from tqcheck.model import LanguageProfile, MissingFact, Passage, Span

#: How many words may stand between a determiner and its noun.
_BETWEEN = 2
#: Letters of a noun whose ending tells its classes.
_SHORTEST_ENDED = 7
#: Figures of a number that may be a count: greater ones are years.
_FIGURES = 3
#: Characters before a clause that may show how it begins.
_LOOK = 300
_NOTHING: Classes = frozenset()
#: What a noun is that its forms tell.
_ONE: Classes = frozenset({"s"})
_SEVERAL: Classes = frozenset({"p"})
_ANY = _ONE | _SEVERAL
_NO_WORDS: Mapping[str, Classes] = {}
_SENTENCE_ENDS = frozenset(".!?:;…")
_CLOSING = "”’»)\"'"
_OPENING = "“„«‘\"'"
#: What joins a word with the next; what may join it where nouns have capitals.
_HANGING, _DASHES = frozenset("-‑’'/_"), (" -", " –")


class Grammar(NamedTuple):
    """What the table of a language tells, by role."""

    roles: Mapping[str, Mapping[str, Classes]]
    #: A word as it is written → its classes as a determiner; none of most words.
    determiners: Mapping[str, Classes]
    #: The same of what may stand between.
    adjectives: Mapping[str, Classes]
    nouns: Mapping[str, Classes]
    countables: Countables

    def of(self, role: str) -> Mapping[str, Classes]:
        """The words of a role."""
        return self.roles.get(role, _NO_WORDS)


def grammar(profile: LanguageProfile) -> Grammar:
    """Raises MissingFact where the language has no table."""
    found = _grammar(profile)
    if found is None:
        raise MissingFact(profile.tag, "agreement")
    return found


@cache
def _grammar(profile: LanguageProfile) -> Grammar | None:
    roles = agreement(profile.tag)
    if roles is None:
        return None
    numbers = roles.get("number", _NO_WORDS)
    own = {**roles["determiner"], **numbers}
    adjectives = {**roles.get("adjective", _NO_WORDS), **numbers}
    endings = roles.get("adjective-ending", _NO_WORDS)
    digits = roles.get("digits", _NO_WORDS).get("#", _NOTHING)
    nouns = {**roles["noun"], **roles.get("mass", _NO_WORDS)}
    endings_of = [roles.get(role, _NO_WORDS) for role in ("ending", "verb-form", "no-noun")]
    noun_endings = sorted(roles.get("noun-ending", _NO_WORDS).items(), key=_longest_first)
    capitals = profile.has("capitalised_nouns") and profile.capitalised_nouns
    never, elisions = roles.get("never", _NO_WORDS), roles.get("elision", _NO_WORDS)
    countables = Countables(profile, *endings_of)

    def determiner(word: str) -> Classes:
        if word.isdecimal():
            return digits if counted(word) else _NOTHING
        plain = word.lower().replace("'", "’")
        elision, _, form = plain.rpartition("’")  # “d’un”
        return own.get(plain) or own.get(form if elision in elisions else "", _NOTHING)

    def adjective(word: str) -> Classes:
        number, hyphen, unit = word.partition("-")
        if hyphen and "follower" in roles and (number.isdecimal() or number in numbers):
            # “a two-years sentence”, but “ten two-year sentences”
            return _SEVERAL if noun(unit) == _SEVERAL else _ANY
        ended = (classes for ending, classes in endings.items() if word.endswith(ending))
        return adjectives.get(word) or (next(ended, _NOTHING) if word.islower() else _NOTHING)

    def noun(word: str) -> Classes:
        if word in nouns:
            return nouns[word]
        if countables.singular(word):
            return _ONE
        if countables.plural(word):
            return _SEVERAL
        if len(word) < _SHORTEST_ENDED or word in never or not word.isalpha():
            return _NOTHING
        if word[0].isupper() != capitals:
            return _NOTHING
        ended = (classes for ending, classes in noun_endings if word.endswith(ending))
        return next(ended, _NOTHING)

    return Grammar(roles, Known(determiner), Known(adjective), Known(noun), countables)


def counted(word: str) -> bool:
    """Whether a figure may count several things."""
    return len(word) <= _FIGURES and word.isdecimal() and int(word) > 1


def _longest_first(item: tuple[str, Classes]) -> int:
    return -len(item[0])


class Stretch(NamedTuple):
    """The indices of the first and of the last of some words that do not agree."""

    first: int
    last: int


def _stretches(row: Sequence[str], profile: LanguageProfile) -> Iterator[Stretch]:
    """Where words may disagree, by the words alone: determiners with the words behind them."""
    known = grammar(profile)
    nouns, numbers, links = known.nouns, known.of("number"), known.of("quantity-link")
    for index, word in enumerate(row):
        first, begin, classes = index, index + 1, known.determiners[word]
        if not classes and word in links:
            first, begin, classes = _quantity(row, index, known)
        if not classes:
            continue
        for at in range(begin, min(begin + 1 + _BETWEEN, len(row))):
            noun, between = nouns[row[at]], known.adjectives[row[at]]
            own = noun | between
            if not own:
                break
            if not classes & own:
                if row[at] not in numbers:  # “le onze octobre”
                    yield Stretch(first, at)
                break
            if not between:
                break
            classes &= own


def _quantity(row: Sequence[str], index: int, known: Grammar) -> tuple[int, int, Classes]:
    """Where a quantity stands that is linked at an index (“one of the”, “dozens of”), where its
    noun may begin, and its classes, none where there is no quantity.
    """
    quantity = row[index - 1].lower() if index else ""
    if quantity in known.of("quantity"):
        return index - 1, index + 1, known.of("quantity")[quantity]
    if index + 1 < len(row) and row[index + 1] in known.of("whole"):
        return index - 1, index + 2, known.of("part").get(quantity, _NOTHING)
    return index, index, _NOTHING


def may_disagree(passage: Passage) -> bool:
    """Whether there may be a disagreement: much cheaper to ask. Raises MissingFact likewise."""
    return any(True for _ in _stretches(word_texts(passage), passage.profile))


def disagreements(passage: Passage) -> Iterator[Span]:
    """The phrases whose words do not agree, names and parts of them left out.

    Raises MissingFact where the language has no table of words that agree.
    """
    known, row = grammar(passage.profile), words(passage)
    done = -1
    for stretch in _stretches(word_texts(passage), passage.profile):
        if stretch.first <= done:
            continue
        if is_plain(passage, row, stretch) and _is_phrase(passage, row, stretch, known):
            done = stretch.last
            yield Span(row[stretch.first].span.start, row[stretch.last].span.end)


def is_plain(passage: Passage, row: Sequence[Word], stretch: Stretch) -> bool:
    """Whether nothing but spaces stands between words, and nothing hangs on the last."""
    text = passage.document.text
    inner = row[stretch.first : stretch.last + 1]
    spaced = all(
        text[one.span.end : other.span.start] in (" ", "\u00a0") for one, other in pairwise(inner)
    )
    end = inner[-1].span.end
    after = text[end : min(end + 2, passage.span.end)]
    if after[:1] in _HANGING or (after in _DASHES and inner[-1].text[0].isupper()):
        return False
    return spaced and not any(is_protected(passage, word.span) for word in inner)


def begins_sentence(passage: Passage, word: Word) -> bool:
    """Whether a word is the first of a passage, of a quotation that says something, or of a
    sentence or clause behind a strong mark.
    """
    begin, at = passage.span.start, word.span.start
    before = passage.document.text[max(begin, at - _LOOK) : at]
    if not before.strip(_OPENING + " "):
        return at - begin < _LOOK
    outside = before.rstrip(_OPENING)
    ends = _SENTENCE_ENDS if len(outside) == len(before) else _SENTENCE_ENDS | {","}
    return outside[-1:].isspace() and outside.rstrip(_CLOSING + " ")[-1:] in ends


def introduced(passage: Passage, row: Sequence[Word], index: int, words_: Container[str]) -> bool:
    """Whether a sentence has nothing before a word but what one of some words introduces."""
    begin, at = passage.span.start, row[index].span.start
    short = at - begin < _LOOK and row[0].text.lower() in words_
    return short and passage.document.text.count(",", begin, at) == 1


def before_of(row: Sequence[Word], passage: Passage, index: int) -> tuple[str, str]:
    """The word before another one, lower case, and what stands between them."""
    if index == 0:
        return "", ""
    word, text = row[index - 1], passage.document.text
    return word.text.lower(), text[word.span.end : row[index].span.start]


def _is_phrase(passage: Passage, row: Sequence[Word], stretch: Stretch, known: Grammar) -> bool:
    first, last = row[stretch.first], row[stretch.last]
    if first.text[0].isupper() and not begins_sentence(passage, first):
        return False  # “vitamin A”, “La Ville”
    small = first.text.lower()
    before, mark = before_of(row, passage, stretch.first)
    if first.text.isdecimal() and not _counts(passage, row, stretch.first, known):
        return False
    if not mark.strip() and (before in known.of("before") or before in known.of("before-name")):
        return False
    if small in known.of("relative"):
        # “, das Hoffnung macht”, “würde das Verwirrung stiften”
        listed = last.text in known.of("noun")
        if not listed or "," in mark or before in known.of("relative-link"):
            return False
    return _ends_well(passage, row, stretch, known) and not last.text.isupper()


def _counts(passage: Passage, row: Sequence[Word], index: int, known: Grammar) -> bool:
    """Whether a figure is a count, not part of a larger one, a date or a name: “Route 66”."""
    at = row[index].span.start
    if at > passage.span.start and not passage.document.text[at - 1].isspace():
        return False
    if index == 0:
        return True
    before = row[index - 1].text.lower()
    small = before in common_words(passage.profile)
    return small and not (known.determiners[before] or before in known.of("article"))


def _opens_phrase(row: Sequence[Word], stretch: Stretch, known: Grammar) -> bool:
    """Whether the word after next opens a phrase of its own: “two brother and a sister”."""
    at = stretch.last + 2
    return at < len(row) and row[at].text in known.of("article")


def _ends_well(passage: Passage, row: Sequence[Word], stretch: Stretch, known: Grammar) -> bool:
    """Whether the last word is not the first part of something longer, such as a name."""
    text, end = passage.document.text, row[stretch.last].span.end
    if stretch.last + 1 == len(row):
        return True
    following = row[stretch.last + 1]
    mark = text[end : following.span.start]
    last = row[stretch.last].text
    if known.adjectives[last] and "-" in last:
        return True
    if mark.strip() in ("", ",") and any(
        known.adjectives[word.text] for word in row[stretch.first + 1 : stretch.last + 1]
    ):
        rest = row[stretch.last + 1 : stretch.last + (5 if mark.strip() else 2)]
        if any(word.text in known.of("joint") for word in rest):
            return False  # “les premier et second tours”, “les mêmes an, mois et jour”
    if known.of("follower"):
        if mark.strip() in ("", ","):
            small = following.text in common_words(passage.profile)
            joint = following.text in known.of("joint") and not _opens_phrase(row, stretch, known)
            return not joint and (small or following.text in known.of("follower"))
        # “a handlers.Socket”
        return (mark[0] in _SENTENCE_ENDS or mark[0] in _CLOSING) and len(mark) > 1
    if mark.strip():
        return len(mark) > 1
    return not (following.text[0].isupper() or following.text[0].isdigit())
