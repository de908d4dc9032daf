"""How Russian and Ukrainian write Chinese names: the Palladius system, back into Pinyin."""

import re

#: Initials of syllables; those before “i” and “ü” are others.
_INITIALS = {
    "б": "b", "п": "p", "м": "m", "ф": "f", "д": "d", "т": "t", "н": "n", "л": "l", "г": "g",
    "к": "k", "х": "h", "цз": "z", "ц": "c", "с": "s", "чж": "zh", "ч": "ch", "ш": "sh", "ж": "r",
    "в": "w", "": "",
}  # fmt: skip
_SOFT = {"цз": "j", "ц": "q", "с": "x"}
_FINALS = {
    "а": "a", "ай": "ai", "ань": "an", "ан": "ang", "ао": "ao", "э": "e", "эй": "ei", "ей": "ei",
    "энь": "en", "эн": "eng", "о": "o", "оу": "ou", "ун": "ong", "у": "u", "уа": "ua", "уай": "uai",
    "уань": "uan", "уан": "uang", "уй": "ui", "унь": "un", "уэй": "wei",
}  # fmt: skip
_SOFT_FINALS = {
    "и": "i", "я": "ia", "яо": "iao", "янь": "ian", "ян": "iang", "е": "ie", "ю": "iu", "инь": "in",
    "ин": "ing", "юй": "u", "юань": "uan", "юнь": "un", "юн": "iong", "юэ": "ue",
}  # fmt: skip
#: The finals that stand alone.
_ALONE = {
    "и": "yi", "я": "ya", "яо": "yao", "янь": "yan", "ян": "yang", "е": "ye", "ю": "you",
    "инь": "yin", "ин": "ying", "юй": "yu", "юань": "yuan", "юнь": "yun", "юн": "yong", "юэ": "yue",
}  # fmt: skip
#: The initials behind which an “o” is no “uo”.
_WITH_O = frozenset(("b", "p", "m", "f", "w", ""))
#: What hardly any other name has.
_TELLING = re.compile(r"цз|чж|цю|сю|юй|юэ|юань|юнь")
_SYLLABLE = re.compile(
    f"({'|'.join(sorted(_INITIALS, key=len, reverse=True))})"
    f"({'|'.join(sorted({**_FINALS, **_SOFT_FINALS}, key=len, reverse=True))})ъ?"
    "(?![ьй])"
)
_LONGEST = 24


def pinyin_of(word: str) -> str | None:
    """A Chinese name in Cyrillic letters, in Pinyin and lower case; None where it may be none."""
    form = word.lower()
    if len(form) > _LONGEST or not _TELLING.search(form):
        return None
    syllables: list[str] = []
    at = 0
    while at < len(form):
        found = _SYLLABLE.match(form, at)
        if found is None:
            return None
        syllables.append(_syllable(*found.groups()))
        at = found.end()
    return "".join(syllables)


def _syllable(initial: str, final: str) -> str:
    soft = final in _SOFT_FINALS
    if not initial and soft:
        return _ALONE[final]
    begins = _SOFT.get(initial, _INITIALS[initial]) if soft else _INITIALS[initial]
    if final == "о" and begins not in _WITH_O:
        return f"{begins}uo"
    return begins + (_SOFT_FINALS if soft else _FINALS)[final]
