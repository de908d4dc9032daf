"""ICU messages, placeholders and tags: read rightly, whatever they hold."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.features.icu import as_icu_message, icu_message
from tqcheck.features.inline_tags import inline_tags, paired, unpaired
from tqcheck.features.lines import line_breaks
from tqcheck.features.placeholders import placeholders
from tqcheck.features.protected import masked, protected
from tqcheck.features.shown_markup import shown_markup
from tqcheck.languages import profile
from tqcheck.model import Document, Kind, Passage, Span
from tqcheck.session import check_both

PIECES = [
    "{", "}", "{n", ", plural,", "{n, plural, one {", "other {", "# a}", "}}", "'", "''", "'{'", "=1 {", "select", " ", "a",
    "offset:1", "{x}", "{x, number}", "%", "%s", "%(a)s", "%1$s", "{{", "}}", "${a}", "<b>", "</b>", "<br/>", "<0>", "\ufffc",
]  # fmt: skip


def passage(text: str, *, keyed: bool = True) -> Passage:
    document = Document(text, profile("en"), keys=("1",) if keyed else ())
    return Passage(document, Span(0, len(text)), Kind.SENTENCE)


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_message(text: str) -> None:
    here = passage(text)
    message = as_icu_message(here)
    spans = [
        *message.syntax,
        *(one.span for one in message.arguments),
        *(one.span for one in placeholders(here)),
        *(one.span for one in inline_tags(here)),
    ]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    if message.broken:
        assert 0 <= message.broken[1].start < len(text)
    between = [one.span for one in protected(here)]
    assert all(one.end <= other.start for one, other in pairwise(between))
    assert len(masked(here)) == len(text)
    assert len(unpaired(inline_tags(here))) <= len(inline_tags(here))


def test_the_parts_of_a_message() -> None:
    text = "{n, plural, offset:1 =0 {none} one {{who} and # file} other {# of ''{x}''}} left, {when, date, short}"
    message = icu_message(passage(text))
    assert message is not None
    assert message.broken is None
    assert [(one.name, one.type, one.keywords) for one in message.arguments] == [
        ("n", "plural", ("=0", "one", "other")),
        ("who", "", ()),
        ("x", "", ()),
        ("when", "date", ()),
    ]
    rest = masked(passage(text, keyed=False)).replace("\ufffc", "")
    assert rest == "none and # file# of '''' left, "


def test_a_long_message_takes_linear_time() -> None:
    for text in (
        "{n, plural, " * 5000,
        "{" * 50_000,
        "%(" * 50_000,
        "<b " * 50_000,
        "{n, plural, one {" * 5000,
    ):
        here = passage(text)
        icu_message(here)
        protected(here)
        inline_tags(here)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("%(name)s has %d of %5.2f %%", ["%(name)s", "%d", "%f"]),
        ("%2$s, %1$ld", ["%2$s", "%1$ld"]),
        ("{0} {name!r:>10} {} {{ mustache }} ${dollar} %{ruby} { $fluent } %percent%", None),
        ("100% sure, 50 %de, %Y-%m-%d, {not one}, 5%s", []),
        ("共%s个", ["%s"]),
    ],
)
def test_placeholders(text: str, values: list[str] | None) -> None:
    found = [one.value for one in placeholders(passage(text))]
    expected = [
        "{0}",
        "{name}",
        "{}",
        "{{mustache}}",
        "${dollar}",
        "%{ruby}",
        "{$fluent}",
        "%percent%",
    ]
    assert found == (expected if values is None else values)


def test_codes_that_may_not_be_moved() -> None:
    unit = "<xliff version='2.0' srcLang='en' trgLang='fr'><file><unit id='1'><segment><source>{}</source><target>{}</target></segment></unit></file></xliff>"
    one, two = "<ph id='1' canReorder='no'/>", "<ph id='2' canReorder='no'/>"
    for first, second, count in ((one, two, 0), (two, one, 1)):
        text = unit.format(f"Open {one} the {two} list", f"Ouvrir {first} la liste {second} x")
        result = check_both(text, "x.xlf")
        found = [each for each in result.findings if each.by.id == "tag-misplaced"]
        assert len(found) == count


def test_many_tags_take_linear_time() -> None:
    for tags in ("<li>" * 50_000 + "</li>" * 50_000, "<a><b>" * 30_000 + "</a></b>" * 30_000):
        paired(inline_tags(passage(tags)))
    for left in ("** " * 50_000, "[a] (" * 50_000, "](" * 50_000, "__a " * 50_000, "*a" * 50_000):
        list(shown_markup(passage(left, keyed=False)))
        line_breaks(passage("a.\n" * 50_000))
