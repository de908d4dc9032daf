"""Scripts of the letters of a passage, as ISO 15924 codes."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from tqcheck.model import Passage, Span, remembered

# Code points of letters, with the marks that only this script writes on them. Digits,
# punctuation and symbols belong to no script. The most frequent scripts stand first.
_LETTERS = {
    "Latn": "41-5A 61-7A AA BA C0-D6 D8-F6 F8-2B8 1D00-1D25 1E00-1EFF 212A-212B 2C60-2C7F A722-A787 A78B-A7FF FB00-FB06 FF21-FF3A FF41-FF5A",
    "Cyrl": "400-481 48A-52F 1C80-1C88 1D2B A640-A66E A67F-A69B",
    "Arab": "610-61A 620-65F 66E-6D3 6D5-6DC 6DF-6E8 6EA-6EF 6FA-6FC 6FF 750-77F 870-887 889-88E 898-8E1 8E3-8FF FB50-FBB1 FBD3-FD3D FD50-FDC7 FDF0-FDFB FE70-FEFC",
    "Hani": "3005 3007 3400-4DBF 4E00-9FFF F900-FAD9 20000-323AF",
    "Hira": "3041-3096 309D-309F",
    "Kana": "30A1-30FA 30FC-30FF 31F0-31FF FF66-FF9F",
    "Hang": "1100-11FF 302E-302F 3131-318E A960-A97C AC00-D7FB FFA0-FFDC",
    "Grek": "370-373 376-377 37B-37D 37F 386 388-3FF 1F00-1FBC 1FBE 1FC2-1FCC 1FD0-1FDB 1FE0-1FEC 1FF2-1FFC 2126",
    "Hebr": "591-5BD 5BF 5C1-5C2 5C4-5C5 5C7-5F2 FB1D-FB28 FB2A-FB4F",
    "Deva": "900-963 971-97F A8F2-A8F7 A8FB A8FD-A8FF",
    "Thai": "E01-E3A E40-E4E",
    "Beng": "980-9E3 9F0-9F1 9FC 9FE",
    "Guru": "A01-A5E A70-A75",
    "Gujr": "A81-AE3 AF9-AFF",
    "Orya": "B01-B63 B71",
    "Taml": "B82-BD7",
    "Telu": "C00-C63",
    "Knda": "C80-C83 C85-CE3 CF1-CF2",
    "Mlym": "D00-D4E D54-D57 D5F-D63 D7A-D7F",
    "Sinh": "D81-DDF DF2-DF3",
    "Laoo": "E81-ECD EDC-EDF",
    "Tibt": "F00 F18-F19 F35 F37 F39 F3E-F84 F86-FBC FC6",
    "Mymr": "1000-103F 1050-108F 109A-109D A9E0-A9EF A9FA-A9FE AA60-AA76 AA7A-AA7F",
    "Khmr": "1780-17D3 17D7 17DC-17DD",
    "Ethi": "1200-135F 1380-138F 2D80-2DDE AB01-AB2E",
    "Geor": "10A0-10FA 10FD-10FF 1C90-1CBF 2D00-2D2D",
    "Armn": "531-559 560-588 FB13-FB17",
    "Bopo": "3105-312F 31A0-31BF",
}


#: Combining marks that all scripts share begin no run; they continue the one they stand in.
_SHARED_MARKS = range(0x300, 0x370)


@cache
def _ranges() -> tuple[list[int], list[tuple[int, str]]]:
    """(first code points in order, (last code point, script) of each range)."""
    ranges = []
    for script, parts in _LETTERS.items():
        for part in parts.split():
            first, _, last = part.partition("-")
            ranges.append((int(first, 16), int(last or first, 16), script))
    ranges.sort()
    return [first for first, _, _ in ranges], [(last, script) for _, last, script in ranges]


class Run(NamedTuple):
    """Letters of one script with nothing between them."""

    script: str
    text: str
    span: Span


@cache
def script_of(character: str) -> str | None:
    """The script of a letter; None for what scripts share: digits, marks, symbols."""
    code = ord(character)
    if code in _SHARED_MARKS:
        return None
    firsts, lasts = _ranges()
    index = bisect_right(firsts, code) - 1
    if index < 0 or lasts[index][0] < code:
        return None
    return lasts[index][1]


@remembered
def script_runs(passage: Passage) -> tuple[Run, ...]:
    """The unbroken runs of letters in order, each of one script."""
    text = passage.text
    return tuple(
        Run(script, text[start:end], passage.at(start, end)) for script, start, end in _runs(text)
    )


def _runs(text: str) -> Iterator[tuple[str, int, int]]:
    current, start = None, 0
    for index, character in enumerate(text):
        if current and ord(character) in _SHARED_MARKS:
            continue
        script = script_of(character)
        if script != current:
            if current:
                yield current, start, index
            current, start = script, index
    if current:
        yield current, start, len(text)


@remembered
def letters_by_script(passage: Passage) -> Mapping[str, int]:
    """How many letters of each script a passage has, the most frequent script first."""
    return script_counts(passage.text)


def script_counts(text: str) -> Mapping[str, int]:
    """How many letters of each script a text has, the most frequent script first."""
    counts: Counter[str] = Counter()
    for character, count in Counter(text).items():
        script = script_of(character)
        if script:
            counts[script] += count
    return dict(counts.most_common())
