"""Which language a text is in.

Script decides first, then function words; langdetect is asked where they leave a doubt.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import groupby
from typing import Any, NamedTuple

from tqcheck.features.icu import icu_message
from tqcheck.features.protected import masked
from tqcheck.features.scripts import script_counts, script_of
from tqcheck.features.telling import Known
from tqcheck.features.words import texts_of_words, word_texts
from tqcheck.languages import known_languages, profile
from tqcheck.model import Passage, remembered

UNDETERMINED = "und"

#: Characters of a document that are read; an article has fewer.
_MOST_CHARACTERS = 20_000
#: Share of a document's words that are function words, how far the best language leads, and
#: how many different ones are met.
_SURE_SHARE, _SURE_LEAD, _SURE_VARIETY = 0.25, 1.5, 4
#: What proves the language of one passage: words, different function words, and their lead.
_FEWEST_WORDS, _FEWEST_HITS, _LEAD = 4, 2, 2
#: Share of a language's function words in a passage of another one, by chance.
_NOT_OWN = 0.15
#: Fewer words are not worth asking langdetect.
_FEWEST_WORDS_TO_ASK = 6
#: Letters of the longest small word that only links the parts of a name.
_LONGEST_LINK = 3
#: Names and brands stand in Latin letters everywhere.
_EVERYWHERE = "Latn"
#: Shares of the letters: in the scripts of a language, in its main one, in others.
_OWN_SCRIPTS, _OWN_IF_LATIN, _MAIN_SCRIPT, _FOREIGN_SCRIPTS = 0.5, 0.75, 0.05, 0.05
#: Fewer letters do not show that a script is missing.
_TELLING_LETTERS = 60
#: One sign of these scripts says as much as several letters.
_DENSE = {"Hani": 3, "Hira": 2, "Kana": 2, "Hang": 2}

_NO_PROSE = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}|[@#]\w+"
    r"|\{[^{}\s]{1,80}\}|<[^<>]{1,200}>"
)
#: What stands in each of these.
_NO_PROSE_SIGNS = ("@", "#", "{", "<", "://", "www.")
_WORD = re.compile(r"[^\W\d_]+(?:[’‑-][^\W\d_]+)*")
# Arabic vowel signs and the lengthening stroke: most texts leave them out.
_OPTIONAL_MARKS = re.compile(r"[\u0640\u064B-\u0652\u0670]+")


class _Letters(NamedTuple):
    """How many letters a text has, dense signs counted as several, and each script's share."""

    total: int
    shares: Mapping[str, float]


def detected_language(text: str) -> str:
    """The language of a whole text as a BCP 47 tag, "und" where nothing tells it."""
    text = _prose(text[:_MOST_CHARACTERS])
    letters = _letters(text)
    fitting = [tag for tag in (*known_languages(), *_without_pack()) if _fits(tag, letters)]
    fitting = [tag for tag in fitting if letters.shares.get(_scripts(tag)[0], 0) >= _MAIN_SCRIPT]
    if len(fitting) <= 1:
        return fitting[0] if fitting else UNDETERMINED
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < _FEWEST_WORDS:
        return UNDETERMINED
    ranking = sorted(((_share(words, tag), tag) for tag in fitting), reverse=True)
    (best, tag), (second, _) = ranking[:2]
    various = len(_function_words(tag).intersection(words)) >= _SURE_VARIETY
    if various and best >= _SURE_SHARE and best >= _SURE_LEAD * second:
        return tag
    return _asked(text, fitting) or UNDETERMINED


def language_of(passage: Passage, candidates: Iterable[str]) -> str | None:
    """Which of the languages a passage is in, None in doubt.

    Made for short text: names, numbers and addresses prove nothing. An answer other than the
    language of the passage's own document takes more proof than that language itself.
    """
    tags = tuple(dict.fromkeys(candidates))
    key = (language_of, tags)
    if key not in passage.memory:
        passage.memory[key] = _language_of(passage, tags)
    answer: str | None = passage.memory[key]
    return answer


def may_be_in(passage: Passage, tag: str, other: str) -> bool:
    """Whether `language_of` may answer `tag` rather than `other`: where letters decide, or where
    a function word stands that only that language has. Much cheaper to ask.
    """
    if not all(_scripts(each) == (_EVERYWHERE,) and _function_words(each) for each in (tag, other)):
        return True
    _, words = _prose_of(passage)
    return any(owner == tag for word in words for owner, _ in _owned(word.lower, (tag, other)))


def is_plainly_in(passage: Passage, tag: str, other: str) -> bool:
    """Whether a passage is at first sight in no third language, and not in `other` rather than
    in `tag`; false in doubt. Neither `third_language` nor `language_of` would say so then.
    """
    text, found = passage.text, word_texts(passage)
    if passage.document.keys or any(sign in text for sign in _NO_PROSE_SIGNS):
        text = _prose(_without_code(passage))
        found = tuple(texts_of_words(text))
    look = _look(tag, other)
    if look is None:
        return len(_WORD.findall(text)) < _FEWEST_WORDS
    if look.foreign and any(script_of(letter) in look.foreign for letter in set(text)):
        return False
    row = "".join(map(look.shapes.__getitem__, found))
    if len(row) < _FEWEST_WORDS:
        return True
    if text.isupper():
        return False
    opens = row[0] if row[0] in _CAPITALS and row[1] not in _CAPITALS else ""
    plain = opens + _IN_NAME.sub("", row)
    strange, alone = _counted(plain, _STRANGE), _counted(plain, _ALONE)
    if len(plain) - strange <= _NOT_OWN * len(plain):
        return False
    if look.foreign:
        return True
    return sum(map(look.theirs.__getitem__, found)) < max(alone, 1)


#: A word as one letter: capital, short or long; and with each of these no function word of its
#: language, one, and one that the other language has not.
_CAPITALS, _SHORT, _LONG = "ABC", "abc", "xyz"
_STRANGE, _ALONE = "Aax", "Ccz"
#: Capitals and the short words between them, as in `_words`.
_IN_NAME = re.compile(f"[{_CAPITALS}](?:[{_SHORT}]*[{_CAPITALS}])*")


def _counted(row: str, letters: str) -> int:
    return sum(map(row.count, letters))


class _Look(NamedTuple):
    """What words look like to those who know two languages."""

    shapes: Mapping[str, str]
    #: How many parts of what `words` takes for a word are function words of the other language
    #: alone; `shapes` has a letter for each part.
    theirs: Mapping[str, int]
    #: The scripts that the other language alone is written in.
    foreign: frozenset[str]


@cache
def _look(tag: str, other: str) -> _Look | None:
    """None where letters and function words alone cannot tell one language from the other."""
    mine, others = set(_scripts(tag)), set(_scripts(other))
    latin = mine == others == {_EVERYWHERE}
    if not (_function_words(tag) and _function_words(other) and (latin or not mine & others)):
        return None

    def parts(word: str) -> list[str]:
        return _WORD.findall(_prose(word))

    def shape(word: str) -> str:
        lower = word.lower()
        kinds = _CAPITALS if _is_capital(word) else _SHORT if len(word) <= _LONGEST_LINK else _LONG
        if not _share((lower,), tag):
            return kinds[0]
        return kinds[2 if any(owner == tag for owner, _ in _owned(lower, (tag, other))) else 1]

    def theirs(word: str) -> int:
        return sum(owner == other for owner, _ in _owned(word.lower(), (tag, other)))

    return _Look(
        Known(lambda word: "".join(map(shape, parts(word)))),
        Known(lambda word: sum(map(theirs, parts(word)))),
        frozenset(others - mine),
    )


def _language_of(passage: Passage, candidates: Sequence[str]) -> str | None:
    text, words = _prose_of(passage)
    letters = _letters(text)
    fitting = [tag for tag in candidates if _fits(tag, letters)]
    if len(fitting) == 1 and _EVERYWHERE not in _scripts(fitting[0]):
        return fitting[0]
    if not fitting or len(words) < _FEWEST_WORDS:
        return None
    if not all(_function_words(tag) for tag in fitting):
        return _by_asking(text, words, letters, fitting)
    hits = _hits(words, fitting)
    best, *rest = sorted(fitting, key=lambda tag: len(hits[tag]), reverse=True)
    lead = len(hits[best]) - max((len(hits[tag]) for tag in rest), default=0)
    proven = lead >= _LEAD and len(set(hits[best])) >= _FEWEST_HITS
    if _base(best) == _base(passage.profile.tag):
        return best if proven else None
    if proven or (hits[best] and lead >= 0 and len(words) >= _FEWEST_WORDS_TO_ASK):
        return best if _is_surely(best, text, words, letters) else None
    return None


def third_language(passage: Passage, languages: Sequence[str]) -> str | None:
    """The language of a passage that is in none of these languages, None in doubt.

    It has hardly a function word of the first, many of its own, and langdetect agrees.
    """
    text, words = _prose_of(passage)
    plain = [word.lower for word in words if not word.in_name]
    if len(words) < _FEWEST_WORDS or not plain or _share(plain, languages[0]) > _NOT_OWN:
        return None
    letters = _letters(text)
    fitting = [tag for tag in known_languages() if _fits(tag, letters)]
    own = {_base(tag) for tag in languages}
    if any(_base(tag) in own and not _function_words(tag) for tag in fitting):
        return None
    ranking = sorted(((_share(plain, tag), tag) for tag in fitting), reverse=True)
    if not ranking:
        return None
    share, best = ranking[0]
    second = ranking[1][0] if len(ranking) > 1 else 0
    various = len({word for word in plain if _share((word,), best)})
    if _base(best) in own or share < _SURE_SHARE or share <= second or various < _FEWEST_HITS:
        return None
    without_names = " ".join(plain)
    sure = any(_is_surely(best, part, words, letters) for part in (text, without_names))
    return best if sure else None


def _is_surely(tag: str, text: str, words: Sequence["_Word"], letters: _Letters) -> bool:
    """Whether no other language of the script is as likely as this one."""
    known = [other for other in known_languages() if _fits(other, letters)]
    counts = {other: sum(word.lower in _function_words(other) for word in words) for other in known}
    if any(count > counts.get(_base(tag), 0) for count in counts.values()):
        return False
    others = [other for other in _without_pack() if _fits(other, letters)]
    return _asked(text, (*known, *others)) == _base(tag)


def _by_asking(
    text: str, words: Sequence["_Word"], letters: _Letters, candidates: Sequence[str]
) -> str | None:
    """The candidate that langdetect names, where one has no function words to compare."""
    if sum(not word.in_name for word in words) < _FEWEST_WORDS_TO_ASK:
        return None
    languages = (*known_languages(), *_without_pack())
    answer = _asked(text, [tag for tag in languages if _fits(tag, letters)])
    lower = [word.lower for word in words]
    sure = [tag for tag in candidates if _share(lower, tag) >= _SURE_SHARE]
    return next((tag for tag in (sure or candidates) if _base(tag) == answer), None)


# Scripts


def _letters(text: str) -> _Letters:
    counts = {
        script: count * _DENSE.get(script, 1) for script, count in script_counts(text).items()
    }
    total = sum(counts.values())
    return _Letters(total, {script: count / total for script, count in counts.items()})


def _fits(tag: str, letters: _Letters) -> bool:
    """Whether a text of these letters can be in a language."""
    scripts = _scripts(tag)
    if not letters.total or not scripts:
        return bool(letters.total)
    shares = letters.shares
    own = sum(shares.get(script, 0) for script in scripts)
    if _EVERYWHERE in scripts:
        return own >= _OWN_IF_LATIN
    if letters.total >= _TELLING_LETTERS and shares.get(scripts[0], 0) < _MAIN_SCRIPT:
        return False
    foreign = 1 - own - shares.get(_EVERYWHERE, 0)
    return own >= _OWN_SCRIPTS and foreign <= _FOREIGN_SCRIPTS


@cache
def _scripts(tag: str) -> tuple[str, ...]:
    """The scripts of a language, none where they are not known."""
    language = profile(tag)
    if language.has("scripts"):
        return language.scripts
    others = profile(UNDETERMINED).other_languages
    return tuple(script for script, tags in others.items() if _base(tag) in tags)


@cache
def _without_pack() -> tuple[str, ...]:
    """The languages that can be detected though they have no pack."""
    others = profile(UNDETERMINED).other_languages
    return tuple(dict.fromkeys(tag for tags in others.values() for tag in tags))


# Words


class _Word(NamedTuple):
    """A word, and whether it may be a part of a name."""

    lower: str
    in_name: bool


def _without_code(passage: Passage) -> str:
    """The text of a passage; of a catalogue’s message what is no placeholder."""
    if passage.document.keys or icu_message(passage):
        return masked(passage).replace("\ufffc", " ")
    return passage.text


def _prose(text: str) -> str:
    """The text without addresses and placeholders."""
    if any(sign in text for sign in _NO_PROSE_SIGNS):
        text = _NO_PROSE.sub(" ", text)
    return _OPTIONAL_MARKS.sub("", text).replace("'", "’")


@remembered
def _prose_of(passage: Passage) -> tuple[str, list[_Word]]:
    """The text of a passage without addresses and placeholders, and its words."""
    text = _prose(_without_code(passage))
    return text, _words(text)


def _words(text: str) -> list[_Word]:
    """The words of a text, and which of them may be parts of names.

    Those are capitals, save the first word before a small one, and short words with nothing
    else between two capitals ("Cristina Fernández de la Torre").
    """
    found = _WORD.findall(text)
    if text.isupper():
        return [_Word(word.lower(), False) for word in found]
    words: list[_Word] = []
    for capital, group in groupby(found, _is_capital):
        run = list(group)
        if capital:
            in_name = bool(words) or len(run) > 1
        else:
            inside = 0 < len(words) < len(found) - len(run)
            in_name = inside and all(len(word) <= _LONGEST_LINK for word in run)
        words += [_Word(word.lower(), in_name) for word in run]
    return words


def _is_capital(word: str) -> bool:
    """Whether a word, or what an apostrophe joins to its front, starts with a capital."""
    return word[0].isupper() or ("’" in word and word.rpartition("’")[2][0].isupper())


def _hits(words: Iterable[_Word], tags: Sequence[str]) -> dict[str, list[str]]:
    """For each language, the function words met that are no words of the others."""
    hits: dict[str, list[str]] = {tag: [] for tag in tags}
    every = tuple(tags)
    for word in words:
        if not word.in_name:
            for tag, part in _owned(word.lower, every):
                hits[tag].append(part)
    return hits


@lru_cache(maxsize=65_536)
def _owned(word: str, tags: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The parts of a word that are function words of one of the languages alone, and of which."""
    found = []
    for part in _parts(word):
        owners = [tag for tag in tags if part in _function_words(tag)]
        if len(owners) == 1:
            found.append((owners[0], part))
    return tuple(found)


def _parts(word: str) -> tuple[str, ...]:
    """A word, or what an apostrophe joins: "qu’il" is "qu’" and "il"."""
    head, mark, rest = word.partition("’")
    return (word, head + mark, rest) if mark else (word,)


def _share(words: Sequence[str], tag: str) -> float:
    known = _function_words(tag)
    return sum(
        word in known or ("’" in word and any(part in known for part in _parts(word)))
        for word in words
    ) / len(words)


@cache
def _function_words(tag: str) -> frozenset[str]:
    """Function words and elided forms, without the marks that texts leave out."""
    language = profile(tag)
    if not language.has("function_words"):
        return frozenset()
    elisions = language.elisions if language.has("elisions") else ()
    return frozenset(_prose(" ".join((*language.function_words, *elisions))).split())


# langdetect


def _base(tag: str) -> str:
    return tag.partition("-")[0].lower()


def _asked(text: str, tags: Iterable[str]) -> str | None:
    """The language that langdetect finds among these, None where it finds nothing."""
    factory = _factory(tuple(sorted({_base(tag) for tag in tags})))
    if factory is None:
        return None
    from langdetect.lang_detect_exception import LangDetectException

    detector = factory.create()
    detector.append(text.lower() if text.isupper() else text)
    try:
        answer: str = detector.detect()
    except LangDetectException:
        return None
    return None if answer == detector.UNKNOWN_LANG else answer


@cache
def _factory(tags: tuple[str, ...]) -> Any:
    """A detector of a few languages that always answers alike; None for fewer than two.

    A private one, since langdetect's own is shared by the process and unsafe in threads.
    """
    from pkgutil import get_data

    from langdetect.detector_factory import DetectorFactory

    profiles = []
    for tag in tags:
        try:
            data = get_data("langdetect", f"profiles/{tag}")
        except OSError:
            continue  # a language that langdetect does not know
        profiles.append(data.decode("utf-8") if data else "")
    if len(profiles) < 2:
        return None
    factory = DetectorFactory()
    factory.load_json_profile(profiles)
    factory.set_seed(0)
    return factory
