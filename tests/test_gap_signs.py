"""Where no two words in a row may enclose a gap, the patterns of gaps find none."""

import random

from tests.test_needs import examples
from tqcheck.corpora.rows import Row, pair_of
from tqcheck.features.gaps import Sign, _patterns, _word_gaps, may_lack_a_word, plain_gaps
from tqcheck.features.protected import masked
from tqcheck.languages import profile
from tqcheck.model import Segment

SMALL = [
    word
    for fact in ("needy_words", "stranded_words", "clause_joints", "finite_words", "clause_openers")
    for word in sorted(getattr(profile("en"), fact))
]
JOINS = (*[" "] * 8, "", ", ", ".” ", "\n", "\u00a0", "-", " “", ". ", " ,", " (")


#: What is left where a name is gone, and what only looks like it.
GAPS = (
    "The cave is north of, and the way to it is long.",
    "These are the cities of and Santorini.",
    "A third of had been restored.",
    "The head of said the work would go on.",
    "Last week, announced that the bridge was closed.",
    "He wrote on that his party would win.",
    "A man named wrote the book.",
    "The most willing is, which has done the most.",
    "The man painted by (27), a student, is gone.",
    "The on Monday called for talks.",
    "In 1956 went to Sweden.",
    "They had a weak government based on, of which Congress was part.",
    "He was working at in Auckland.",
    "The stone hit with long ago.",
    "They came in a boat on this week.",
    "Topics on the agenda in include trade.",
    "He led a group in dubbed “the doubters”.",
    "It is celebrated as the day was born.",
    "The ruling (SWAPO) won again.",
    "They sailed on the ship George H. last week.",
    "The vote would compel to comply with the rules.",
    "In 1989, he helped and Groening.",
    "-based carmaker stops work.",
    "For more than two years battled an illness.",
    "Last year the registered more firms.",
    "The accused are, Ann Lee and Bo Lee.",
    "Although the start was slow, steadily improved as time went on.",
    "The chief executive of's firm has resigned.",
    "A main street for shopping in, with many banks.",
    "It is a big step toward the defence of.",
    "The village lies near the border in .",
    "The firm has a branch in and Ramsden.",
    "The minister said that has agreed.",
    "As forecast, is weaker today.",
    "The -based firm closed.",
)
NO_GAPS = (
    "The sea that he speaks of, and the town, are far away.",
    "Where is he from, and why was it taken care of?",
    "The number of and need for rooms are known.",
    "It was taken care of.",
    "It has a twin, named the Old Bridge.",
    "In this house lived the men who wrote it.",
    "In 1995 began the great flood.",
    "The wounded that day were many.",
    "The reform, which I am very much in favour of, is late.",
    "It will open later on this year.",
    "The year he was born was cold.",
    "The Italian (and French) firms are here.",
    "For two years armed men held the town.",
    "There are, Mr Smith said, more.",
    "Hop in, the first in, first out.",
    "He wore the coat that he came in, with pride.",
    "It is the best they are proud of.",
    "As expected, there was a how-to’s page.",
    "They came in and London fell.",
    "He said that was wrong, and that day it was.",
    "Although it was late, slowly cooked meals, breads and soups were sold.",
)


def passage(text: str) -> Segment:
    return pair_of(Row("", "", text, "fr", "en")).beads[0].target


def test_nothing_is_passed_over() -> None:
    chance = random.Random(3)
    pool = [w for row in examples() if row.target_language == "en" for w in row.target.split()]
    found = 0
    for _ in range(4000):
        words = (chance.choice(chance.choice((SMALL, pool))) for _ in range(chance.randrange(1, 9)))
        text = "".join(word + chance.choice(JOINS) for word in words)
        one = passage(text)
        told = dict(zip(Sign, _patterns(one.profile), strict=True))
        gaps = list(_word_gaps(one, masked(one), told))
        found += bool(gaps)
        assert not gaps or may_lack_a_word(one), text
    assert found > 400


def test_most_sentences_are_not_searched() -> None:
    assert not may_lack_a_word(passage("The bridge over the river will reopen on Monday morning."))
    assert may_lack_a_word(passage("According to, the bridge will reopen."))
    assert plain_gaps(passage("Light rain will fall, in the of the region.")) != ()


def test_what_a_name_leaves_is_a_gap() -> None:
    for text in GAPS:
        assert plain_gaps(passage(text)), text
    for text in NO_GAPS:
        assert not plain_gaps(passage(text)), text
