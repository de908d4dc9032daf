"""Papers, broadcasters, clubs and companies that a passage names, and whether another names them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from tqcheck.features.folding import folded
from tqcheck.features.quotes import OPENING
from tqcheck.features.telling import Telling
from tqcheck.features.wide import by_opening, in_wide_text
from tqcheck.features.words import LETTERS, unspaced
from tqcheck.languages.titles import Title, titles
from tqcheck.model import LanguageProfile, Passage, Span, remembered

#: What may stand before a doubtful name and say what it is: so many characters.
_NEAR = 24
#: Lines of so few characters may tell whom a text is from, behind such a mark.
_LINE = 80
_LINE_END = re.compile(r".?[ \u00a0]?[–—|/،,-][ \u00a0]?[«“\"]?$")
#: Letters that an ending has at most.
_ENDING = 4
#: Shorter forms have to stand as a word of their own.
_SHORT = 5
_CYRILLIC_ENDING = re.compile(
    r"(?:[аяую]я|[оеыи]е|[оеыи]й|[ую]ю|[ое]го|[ое]му|[ыиоеа]м|[ыиая]х|ъ|[аеёийоуыюяьіїє])$"
)
#: An article that names begin with → what becomes of it inside a sentence.
_ARTICLES = {"Le": "[Aa]u|[Dd]u", "Les": "[Aa]ux|[Dd]es", "Der": "de[rsm]|vom|beim"}
_GOES_ON = re.compile(r"\w|[ \u00a0-][A-Z]")
_PART = re.compile(r"[^\W\d_]+\*?")
_PLAIN = re.compile(r"[\W_]+")


class TitleName(NamedTuple):
    """One mention: the name as the table has it, and its span."""

    title: Title
    span: Span


def may_be_a_title(word: str, _: LanguageProfile, other: LanguageProfile) -> bool:
    """Whether a word may be of the name of a paper and the like."""
    if unspaced(word):
        return any(in_wide_text(word, _wide(other.tag)))
    return any(map(_telling_words(other.tag).tells, LETTERS.findall(word)))


def title_names(passage: Passage, other: str) -> tuple[TitleName, ...]:
    """The names of the table in a passage, in order, that mean nothing else there.

    `other` is the language into which the table has to know their translations.
    """
    text = passage.text.replace("'", "’")
    wide = _in_wide(passage, text, other) if unspaced(text[:200]) else ()
    found = sorted((*wide, *_in_words(passage, text, other)), key=lambda each: each.span)
    return tuple(each for each in found if not _is_within(each, found))


def is_named(title: Title, passage: Passage) -> bool:
    """Whether a passage has a name, or another form of it that is right."""
    return any(_has(passage, form) for form in title.right)


def right_forms(passage: Passage, other: str) -> Iterator[tuple[Title, Span]]:
    """The names that a passage has in a form that no other thing has, with their places."""
    text = passage.text.replace("'", "’")
    for title in titles(other):
        # Of words that mean other things too, only the names that are more than one.
        for form in _telling(title) if title.doubtful else title.right:
            if len(form) > _SHORT and form in text:
                at = text.find(form)
                # A word that a longer name begins with is not it: “Independent Commission”.
                if not _GOES_ON.match(text, at + len(form)):
                    yield title, passage.at(at, at + len(form))
                    break


def _telling(title: Title) -> list[str]:
    return [form for form in title.right[1:] if " " in form or "-" in form]


def _has(passage: Passage, form: str) -> bool:
    if len(form) < _SHORT:
        return form in LETTERS.findall(passage.text)
    return plain(form) in _plain_text(passage)


@remembered
def _plain_text(passage: Passage) -> str:
    return plain(passage.text)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A text without all that spellings differ in: case, marks, spaces, hyphens."""
    return _PLAIN.sub("", folded(text))


def _is_within(one: TitleName, found: Iterable[TitleName]) -> bool:
    """Whether a longer name holds a name."""
    return any(
        each.span.start <= one.span.start
        and one.span.end <= each.span.end
        and len(each.title.pattern) > len(one.title.pattern)
        for each in found
    )


def _in_wide(passage: Passage, text: str, other: str) -> Iterator[TitleName]:
    for at, form, title in in_wide_text(text, _wide(other)):
        yield TitleName(title, passage.at(at, at + len(form)))


def _in_words(passage: Passage, text: str, other: str) -> Iterator[TitleName]:
    keys = _keys(other)
    met = {_key_of(part, keys) or "" for part in _telling_words(other).among(LETTERS.findall(text))}
    for title in dict.fromkeys(title for key in sorted(met) for title in keys[key]):
        for match in _pattern(title.pattern).finditer(text):
            if not title.doubtful or _is_told(passage, text, *match.span()):
                yield TitleName(title, passage.at(*match.span()))
                break


def _is_told(passage: Passage, text: str, start: int, end: int) -> bool:
    """Whether a word right before a name says that it is one, marks and a word near it, or its
    place at the end of a short line: "Beirut – Al-Akhbar".
    """
    short = len(text) < _LINE and not text[end:].strip(' »”"）)')
    if short and _LINE_END.fullmatch(text[max(0, start - 3) : start]):
        return True
    profile = passage.profile
    stems = profile.outlet_words if profile.has("outlet_words") else frozenset()
    before = text[:start].rstrip()
    marked = before[-1:] in OPENING + '"' and bool(before)
    near = text if marked else before[-_NEAR:]
    if any(word.lower().startswith(tuple(stems)) for word in LETTERS.findall(near)):
        return True
    # "قال لـ«الشرق الأوسط»": said to somebody who is called so.
    return marked and before[:-1].endswith(("لـ", " ل"))


@cache
def _wide(other: str) -> dict[str, list[tuple[str, Title]]]:
    return by_opening((title.pattern, title) for title in titles(other) if unspaced(title.pattern))


@cache
def _keys(other: str) -> dict[str, list[Title]]:
    """The longest word of each name, without its ending → the names."""
    found: dict[str, list[Title]] = {}
    for title in titles(other):
        if not unspaced(title.pattern):
            longest = max(_PART.findall(title.pattern), key=len)
            found.setdefault(_base(longest)[0], []).append(title)
    return found


@cache
def _telling_words(other: str) -> Telling:
    keys = _keys(other)
    return Telling(lambda word: _key_of(word, keys) is not None)


def _key_of(word: str, keys: dict[str, list[Title]]) -> str | None:
    """The opening of a word that is a key, a small word glued to its front left out."""
    if word.isupper() and word not in keys:
        word = word.capitalize()
    return next(
        (
            word[start:end]
            for start in ((0, 1) if _is_glueing(word) else (0,))
            for end in range(len(word), max(1, len(word) - _ENDING - 1), -1)
            if word[start:end] in keys
        ),
        None,
    )


def _is_glueing(text: str) -> bool:
    """Whether a text's script glues small words to names, as those of the Near East do."""
    return "\u0590" <= text[0] < "\u0700"


@lru_cache(maxsize=4096)
def _base(word: str) -> tuple[str, str]:
    """A word of a name without its ending, and the pattern of the endings that it may have."""
    if word.endswith("*"):
        return word[:-1], r"\w{0,4}"
    if "Ѐ" <= word[0] <= "ӿ":
        base = _CYRILLIC_ENDING.sub("", word)
        return (base, r"\w{0,3}") if len(base) >= _ENDING else (word, "")
    # "Die Süddeutsche", "der Süddeutschen", "des Handelsblatts".
    if word.endswith("e") and len(word) >= _ENDING:
        return word, "[nrms]?"
    return (word, "s?") if word[-1].isalpha() and len(word) > _SHORT else (word, "")


@lru_cache(maxsize=2048)
def _pattern(name: str) -> re.Pattern[str]:
    """A name with the endings that its words may have, and no other capital behind it."""
    parts = []
    last = 0
    for match in _PART.finditer(name):
        base, ending = _base(match.group())
        parts.append(re.escape(name[last : match.start()]) + re.escape(base) + ending)
        last = match.end()
    glued = r"\b\w?" if _is_glueing(name) else r"(?<!\w)"
    whole = _with_articles("".join(parts) + re.escape(name[last:]))
    shouted = re.escape(name.replace("*", "").upper())
    return re.compile(rf"{glued}(?:{whole}\b(?![ -][A-Z])|{shouted}\b)")


def _with_articles(pattern: str) -> str:
    """The pattern of a name that may stand with its article joined to a small word, in another case,
    or without it in quotation marks: "au Monde", "des Spiegel", "„Spiegel“".
    """
    for article, forms in _ARTICLES.items():
        if pattern.startswith(rf"{article}\ "):
            rest = pattern.removeprefix(article)
            alone = rf"(?<=[„“«»\"‚‘]){rest[2:]}(?=[“”»«\"‘’])"
            return rf"(?:(?:{article}|{forms}){rest}|{alone})"
    return pattern
