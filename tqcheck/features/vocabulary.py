"""Whether a word is one of a language, by its list of words and the ways to make more of them."""

from collections.abc import Iterator
from functools import cache, lru_cache
from math import inf

from tqcheck.languages.lexicon import Lexicon, lexicon
from tqcheck.languages.spelling import written_letters
from tqcheck.model import LanguageProfile

#: Shorter parts than this make no word of two.
_SHORTEST_PART, _LONG_PART = 4, 8
#: And two words that are joined in no language have more letters together.
_LONG_PAIR = 12
_RARE = 200
#: How frequent two words must be that stand glued, beside a small word and alone.
_COMMON, _VERY_COMMON, _FREQUENT = 1_000, 50_000, 1_000
#: What is left of a word without its ending or beginning.
_SHORTEST_BASE = 4
#: How often slips stand in the texts that were counted; how frequent what a word is made of must
#: be, and what it may have been meant to be.
_SLIPS, _RARE_BASE, _OBVIOUS, _LIKELY = 50, 1_000, 1_000_000, 5_000
_SHORTEST_DERIVED = 6
#: Shorter words are spelt in one way.
_SHORTEST_VARIANT = 5
_FACTS = ("function_words", "loan_words", "never_compounded", "new_words")


@cache
def common_words(profile: LanguageProfile) -> frozenset[str]:
    """The function words of a language, none where they are not known."""
    return frozenset(profile.function_words if profile.has("function_words") else ())


def has_vocabulary(profile: LanguageProfile) -> bool:
    """Whether the words of a language are known."""
    return _list_of(profile) is not None


def frequency(profile: LanguageProfile, word: str) -> int:
    """How often a language uses a word, as counted in films; 0 where the list has not got it."""
    known = _list_of(profile)
    return known.frequency(_plain(word)) if known else 0


@lru_cache(maxsize=200_000)
def is_known(profile: LanguageProfile, word: str) -> bool:
    """Whether a word is in the list of a language or made from one that is, whatever its case.

    True of every word where the language has no list.
    """
    known = _list_of(profile)
    if known is None:
        return True
    form = _plain(word)
    return any(part in known or part in _packed(profile) for part in _bases(profile, form))


@lru_cache(maxsize=50_000)
def is_doubtful(profile: LanguageProfile, word: str) -> bool:
    """Whether a word is known only by chance: it is listed as rarely as slips are, or made of a
    rare word, and a far more frequent one is one letter away.
    """
    known, form = _list_of(profile), _plain(word)
    if known is None or len(form) < 2 or form in _packed(profile) or _compounds(profile):
        return False
    count = known.frequency(form)
    if count > _SLIPS or (not count and _base_frequency(profile, form) > _RARE_BASE):
        return False
    best = max((each for _, each in corrections(profile, form)), default=0)
    return best >= (_OBVIOUS if count else _LIKELY if len(form) >= _SHORTEST_DERIVED else _OBVIOUS)


def _base_frequency(profile: LanguageProfile, form: str) -> int:
    """How frequent the word is that a word was made of, or that it is another spelling of."""
    return max((frequency(profile, part) for part in _bases(profile, form)), default=0)


def _plain(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s")


def _bases(profile: LanguageProfile, form: str) -> Iterator[str]:
    """The word, and what it may be made of: spelt as elsewhere, without ending or beginning."""
    for part in _without_endings(profile, form):
        yield part
        yield from _spelt_elsewhere(profile, part)
        if profile.has("word_beginnings"):
            for size in range(2, len(part) - _SHORTEST_BASE + 1):
                if part[:size] in profile.word_beginnings:
                    yield part[size:]
                    yield from _spelt_elsewhere(profile, part[size:])


def _without_endings(profile: LanguageProfile, form: str) -> Iterator[str]:
    yield form
    for ending, instead in profile.word_endings if profile.has("word_endings") else ():
        if form.endswith(ending) and len(form) - len(ending) >= _SHORTEST_BASE:
            base = form[: len(form) - len(ending)]
            yield base + instead
            if base[-1] == base[-2]:
                yield base[:-1]  # "stopped"


def _spelt_elsewhere(profile: LanguageProfile, form: str) -> Iterator[str]:
    if len(form) < _SHORTEST_VARIANT:
        return
    for here, there in profile.spelling_variants if profile.has("spelling_variants") else ():
        if here in form:
            yield form.replace(here, there)


def is_compound(profile: LanguageProfile, word: str) -> bool:
    """Whether a word is two known ones, neither of them too short or too rare to tell."""
    return any(
        min(frequency(profile, word[:at]), frequency(profile, word[at:])) > _RARE
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    )


@lru_cache(maxsize=20_000)
def is_composed(profile: LanguageProfile, word: str) -> bool:
    """Whether a word is made of known ones and the sounds that link them, as German makes nouns."""
    form = _plain(word)
    if not (has_vocabulary(profile) and profile.has("compound_links")):
        return False
    links = ("", *profile.compound_links)
    # From each place on, whether the rest of the word is known words.
    good = [False] * len(form) + [True]
    for start in range(len(form) - _SHORTEST_PART, -1, -1):
        ends = (end for end in range(start + _SHORTEST_PART, len(form) + 1) if good[end])
        good[start] = any(
            len(form[start:end]) - len(link) >= _SHORTEST_PART
            and form.endswith(link, start, end)
            and is_known(profile, form[start : end - len(link)])
            for end in ends
            for link in (links if end < len(form) else links[:1])
        )
    return good[0]


def corrections(profile: LanguageProfile, word: str) -> Iterator[tuple[str, int]]:
    """The words of the list that are one letter away, and how often the language uses them."""
    known = _list_of(profile)
    if known is None:
        return
    for form in _neighbours(word, "".join(sorted(written_letters(profile.tag)))):
        count = known.frequency(form)
        if count:
            yield form, count


def _neighbours(word: str, letters: str) -> set[str]:
    """Every string that one letter lost, added, replaced or swapped with the next makes of it."""
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    return {
        *(left + right[1:] for left, right in halves if right),
        *(left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1),
        *(left + letter + right[1:] for left, right in halves if right for letter in letters),
        *(left + letter + right for left, right in halves for letter in letters),
    } - {word}


@cache
def _list_of(profile: LanguageProfile) -> Lexicon | None:
    return lexicon(profile.lexicon) if profile.has("lexicon") else None


@cache
def _packed(profile: LanguageProfile) -> frozenset[str]:
    """The words that the pack itself states."""
    lists = [getattr(profile, fact) for fact in _FACTS if profile.has(fact)]
    return frozenset(word.replace("’", "'") for words in lists for word in words)


def glued_words(profile: LanguageProfile, word: str) -> tuple[str, str] | None:
    """The two words that an unknown one is made of, where no language would join them.

    One of them is a small word that no other word begins or ends with, or the first has an
    ending that no first part of a word has.
    """
    if is_known(profile, word):
        return None
    best: tuple[float, tuple[str, str] | None] = (0, None)
    for at in range(1, len(word)):
        left, right = word[:at], word[at:]
        count = min(_weight(profile, left), _weight(profile, right))
        count = min(count, _COMMON) if count == inf else count
        if count > best[0] and count >= _wanted(profile, left, right):
            best = (count, (left, right))
    return best[1]


def _wanted(profile: LanguageProfile, left: str, right: str) -> float:
    """How frequent both halves must be to be two words; infinite where they may be one."""
    small = profile.never_compounded
    if left.lower() in small:
        if right in small:
            return _COMMON
        if len(left) > 2 or (len(right) > _SHORTEST_PART and left.islower()):
            if len(right) < _SHORTEST_PART:
                return _VERY_COMMON
            return _COMMON if len(right) < _LONG_PART else _RARE
        return inf
    if not left.islower():
        return inf  # a name
    if right in small and len(right) > 1:
        if len(left) == _SHORTEST_PART and left in common_words(profile):
            return _COMMON
        return _COMMON if len(right) > 2 or len(left) > _SHORTEST_PART else inf
    if left.endswith(profile.never_beginning) and len(left) > _SHORTEST_PART:
        if len(right) > _SHORTEST_PART:
            return _FREQUENT
        short = len(right) == _SHORTEST_PART and frequency(profile, right) >= _VERY_COMMON
        return _FREQUENT if short else inf
    long = min(len(left), len(right)) > _SHORTEST_PART and len(left) + len(right) > _LONG_PAIR
    return _FREQUENT if long and not _compounds(profile) else inf


def _compounds(profile: LanguageProfile) -> bool:
    """Whether a language joins any two words into one."""
    return profile.has("compound_links")


def _weight(profile: LanguageProfile, word: str) -> float:
    return inf if word.lower() in profile.never_compounded else frequency(profile, word)
