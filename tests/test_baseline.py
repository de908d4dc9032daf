"""Known findings stay known whatever is edited elsewhere, and a new defect is never hidden."""

import textwrap
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.project.test_life import DAM, MAYOR, MUSEUMS, PUPILS, RAIN, TRAIN, Sentence
from tqcheck.filters.baseline import Known, compared, known
from tqcheck.model import Result
from tqcheck.rules import all_rules
from tqcheck.session import check_texts

NAMES = ("number-changed", "number-missing", "word-doubled", "sentence-missing", "sentence-added")
RULES = [rule for rule in all_rules() if rule.id in NAMES]
CLEAN = [
    RAIN,
    MAYOR,
    Sentence("Le port a rouvert mardi matin.", "The port reopened on Tuesday morning."),
    Sentence(
        "Les pêcheurs demandent une aide de 4 000 euros par bateau.",
        "Fishermen are asking for 4,000 euros in aid per boat.",
    ),
    Sentence(
        "« Nous n’avons jamais vu une telle tempête », raconte une habitante.",
        "“We have never seen such a storm,” says a resident.",
    ),
    Sentence(
        "Le musée expose jusqu’en avril des tableaux venus de Lisbonne.",
        "Until April the museum is showing paintings from Lisbon.",
    ),
]
BROKEN = [
    DAM,
    TRAIN,
    MUSEUMS,
    PUPILS,
    Sentence(
        "La nouvelle ligne de tramway compte 27 stations.",
        "The new tram line has 27 stops.",
        "The new tram line has 72 stops.",
    ),
    Sentence(
        "Les travaux ont duré 14 mois et coûté cher à la commune.",
        "The work took 14 months and cost the town dearly.",
        "The work took 41 months and cost the town dearly.",
    ),
]


class Item(NamedTuple):
    """A paragraph of an article, and whether its translation has the defect."""

    sentence: Sentence
    broken: bool


Article = tuple[Item, ...]


def checked(article: Article, width: int = 0, newline: str = "\n") -> Result:
    """Check an article, its lines wrapped at so many columns."""
    sides = (
        [item.sentence.source for item in article],
        [item.sentence.broken if item.broken else item.sentence.target for item in article],
    )
    source, target = (
        newline.join(
            newline.join(textwrap.wrap(paragraph, width) if width else [paragraph]) + newline
            for paragraph in side
        )
        for side in sides
    )
    return check_texts(source, target, "fr", "en", RULES)


def entries(result: Result, name: str = "a") -> list[Known]:
    return [known(result, finding, name) for finding in result.findings]


def new(result: Result, baseline: list[Known], name: str = "a", gone: str = "") -> list[str]:
    """The flagged texts that are new."""
    (marked,) = compared([result], [name], baseline, lambda pair: pair == gone).results
    text = result.pair.target.text
    return [text[slice(*f.target)] for f in marked.findings if f.state == "new" and f.target]


@st.composite
def articles(draw: st.DrawFn) -> Article:
    clean = draw(st.lists(st.sampled_from(CLEAN), min_size=1, max_size=5, unique=True))
    broken = draw(st.lists(st.sampled_from(BROKEN), min_size=1, max_size=4, unique=True))
    items = [Item(one, False) for one in clean] + [Item(one, True) for one in broken]
    return tuple(draw(st.permutations(items)))


@st.composite
def edited(draw: st.DrawFn, article: Article) -> Article:
    """The article with other paragraphs added, taken out, moved; the flagged ones kept."""
    items = list(article)
    for _ in range(draw(st.integers(1, 3))):
        edit = draw(st.sampled_from(["add", "remove", "move"]))
        clean = [number for number, item in enumerate(items) if not item.broken]
        if edit == "add":
            unused = [one for one in CLEAN if all(item.sentence != one for item in items)]
            if unused:
                place = draw(st.integers(0, len(items)))
                items.insert(place, Item(draw(st.sampled_from(unused)), False))
        elif edit == "remove" and clean:
            del items[draw(st.sampled_from(clean))]
        elif edit == "move":
            item = items.pop(draw(st.integers(0, len(items) - 1)))
            items.insert(draw(st.integers(0, len(items))), item)
    return tuple(items)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_edits_elsewhere_never_make_a_known_finding_new(data: st.DataObject) -> None:
    article = data.draw(articles())
    before = checked(article)
    after = checked(
        data.draw(edited(article)),
        data.draw(st.sampled_from([0, 0, 30, 45])),
        data.draw(st.sampled_from(["\n", "\r\n"])),
    )
    assert new(after, entries(before)) == []
    assert new(after, entries(before, "old"), "renamed", gone="old") == []


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_new_defect_is_never_hidden(data: st.DataObject) -> None:
    article = data.draw(articles())
    held = {item.sentence for item in article}
    fresh = [one for one in BROKEN if one not in held]
    after = list(data.draw(edited(article)))
    fixed = data.draw(st.booleans())
    if fixed:  # one that was known is mended at the same time
        number = next(n for n, item in enumerate(after) if item.broken)
        after[number] = Item(after[number].sentence, False)
    defect = data.draw(st.sampled_from(fresh))
    after.insert(data.draw(st.integers(0, len(after))), Item(defect, True))
    baseline = entries(checked(article))
    found = new(checked(tuple(after)), baseline)
    assert len(found) == 1
    assert found[0] in defect.broken


def test_twice_the_same_is_two() -> None:
    once = checked((Item(DAM, True), Item(MAYOR, False)))
    twice = checked((Item(DAM, True), Item(MAYOR, False), Item(DAM, True)))
    assert new(twice, entries(once)) == ["158"]
    assert new(twice, entries(twice)) == []
    assert new(once, entries(twice)) == []


def test_an_entry_is_met_once() -> None:
    result = checked((Item(DAM, True),))
    baseline = entries(result)
    told = compared([result, result], ["a", "b"], baseline, lambda _: False)
    assert [f.state for one in told.results for f in one.findings] == ["known", "new"]
    told = compared([result, result], ["b", "c"], baseline, lambda _: True)
    assert [f.state for one in told.results for f in one.findings] == ["new", "new"]


def test_no_line_and_no_count_is_part_of_an_entry() -> None:
    first = entries(checked((Item(DAM, True),)))
    later = entries(checked((Item(MAYOR, False), Item(RAIN, False), Item(DAM, True))))
    assert first == later
