"""Makes `tqcheck/languages/proper_words.txt` from the Hunspell dictionary of American English.

    npm pack dictionary-en
    tar xf dictionary-en-*.tgz
    python -m tests.benchmarks.proper_words package > tqcheck/languages/proper_words.txt

The dictionary is made from SCOWL, whose licence is permissive and stands in the table. Kept are
the words that it has with a capital alone and that the list of frequencies has: without the table
nobody could tell them from common words. Calendar words and peoples are left out, which languages
translate, and what other forms stand beside their singular.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tqcheck.languages import profile
from tqcheck.languages.lexicon import lexicon
from tqcheck.languages.tables import column

HEAD = """\
# English words that are written with a capital alone: names of people, places, firms. Made from
# the dictionary of American English by tests/benchmarks/proper_words.py, which is made from SCOWL:
# Copyright 2000-2018 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these
# word lists, the associated scripts, the output created from the scripts, and its documentation
# for any purpose is hereby granted without fee, provided that the above copyright notice appears
# in all copies and that both that copyright notice and this permission notice appear in supporting
# documentation. Kevin Atkinson makes no representations about the suitability of this array for
# any purpose. It is provided "as is" without express or implied warranty.
#
# Given names that are rare words too, by hand:"""
#: Written with a small letter they are rare words.
BY_HAND = """
harry peter tony jack john tom mike jimmy billy bobby nick roger max johnny charlie martin robin
ted jenny maria ken terry hank joey brad carol josh rick jean victor timothy warren bob ben tim
kelly gary larry jerry sally molly teddy dolly kitty sonny barney nelson graham veronica phoebe
"""
#: Names of beliefs, feasts, peoples and seas, which languages translate; and what else names no one.
TRANSLATED = """
christ christs christmas xmas easter eucharist eucharistic satan jesus jew jewish jewess judaic
judaical lutheran presbyterian episcopalian anglican pentecostal pentecost unitarian hindu
muslim moslem islamic sunni shiite sikh buddhist passover hanukkah ramadan michaelmas whitsunday
mormon mediterranean caucasian hispanic nordic scandinavian olympic olympics olympian gothic
cyrillic gaelic yiddish cornish celtic slavic slavonic germanic semite semitic latino latina
european eurasian asian asiatic african arab arabic persian siberian catalan welsh antarctica
aborigine victorian edwardian elizabethan tuscan venetian neapolitan parisian bavarian prussian
tibetan kurdish kurd balkan caribbean byzantine trojan freudian marxist zionist nazi gestapo
talmud torah koran quran gospel yuletide ionian aegean caspian adriatic himalayan alaskan
hawaiian texan rockies massachusetts microsoft reuters halloween facebook colosseum nord
"""
_IDEAS = re.compile(r".*(?:ism|ist|ity|ology|ics|wom[ae]n|m[ae]n)s?")
_PEOPLE = """
herman norman newman truman sherman chapman goodman hoffman freeman
"""


class Endings:
    """The rules by which a dictionary's words take endings and beginnings."""

    def __init__(self, rules: str) -> None:
        self.rules: dict[str, list[tuple[str, str, re.Pattern[str], bool]]] = defaultdict(list)
        for line in rules.splitlines():
            parts = line.split()
            if len(parts) > 4 and parts[0] in {"PFX", "SFX"}:
                kind, flag, strip, add, where = parts[:5]
                behind = kind == "SFX"
                strip, add = strip.replace("0", ""), add.partition("/")[0].replace("0", "")
                place = re.compile(f"{where}$" if behind else f"^{where}")
                self.rules[flag].append((strip, add, place, behind))

    def forms(self, word: str, flags: str) -> Iterator[str]:
        yield word
        ended = [word]
        for strip, add, place, behind in (rule for flag in flags for rule in self.rules[flag]):
            if behind and place.search(word) and word.endswith(strip):
                ended.append(word[: len(word) - len(strip)] + add)
        yield from ended
        for _, add, _, behind in (rule for flag in flags for rule in self.rules[flag]):
            if not behind:
                yield from (add + form for form in ended)


def words(folder: Path) -> list[str]:
    endings = Endings((folder / "index.aff").read_text(encoding="utf-8"))
    common: set[str] = set()
    proper: set[str] = set()
    for line in (folder / "index.dic").read_text(encoding="utf-8").splitlines()[1:]:
        word, _, flags = line.partition("/")
        if word[0].isupper():
            proper.add(word)
        else:
            common.update(endings.forms(word, flags))
    known, english = lexicon("en"), profile("en")
    assert known is not None
    translated = {
        part.rstrip("*?").lower()
        for table in ("demonyms", "countries")
        for forms in column(table, "en").values()
        for form in forms
        for part in form.split()
    } | set(" ".join((*english.months, *english.weekdays)).lower().replace("_", " ").split())
    found = set()
    for word in proper:
        form = word.lower()
        if len(form) < 3 or not form.isascii() or not form.isalpha() or word[1:] != form[1:]:
            continue
        plural = form[-1] == "s" and form[:-1].capitalize() in proper
        if form in TRANSLATED.split() or (_IDEAS.fullmatch(form) and form not in _PEOPLE.split()):
            continue
        if form not in common and form in known and form not in translated and not plural:
            found.add(form)
    return sorted(found)


if __name__ == "__main__":
    print(HEAD)
    print(*sorted(BY_HAND.split()), sep="\n")
    print("#\n# The dictionary's:")
    print(*words(Path(sys.argv[1])), sep="\n")
