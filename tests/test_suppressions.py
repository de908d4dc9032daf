"""What somebody said not to report."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.project.test_life import DAM, MAYOR, PUPILS, TRAIN, Repository
from tqcheck.documents import holds_both
from tqcheck.documents.comments import as_comment, comments, without_comments
from tqcheck.filters.suppressions import BadSuppression, Entry, entries, suppressed
from tqcheck.model import Result
from tqcheck.rules import all_rules
from tqcheck.session import check_both, check_texts

RULES = [rule for rule in all_rules() if rule.id in ("number-changed", "word-doubled")]
SOURCE = "\n\n".join(one.source for one in (DAM, TRAIN, PUPILS)) + "\n"
TARGET = "\n\n".join(one.broken for one in (DAM, TRAIN, PUPILS)) + "\n"


def run(source: str = SOURCE, target: str = TARGET, *sidecar: Entry) -> Result:
    checked = check_texts(source, target, "fr", "en", RULES)
    return suppressed(checked, all_rules(), sidecar, ("fr/a.md", "en/a.md"))[0]


def states(result: Result) -> dict[str, str]:
    target = result.pair.target
    return {target.text[slice(*f.target)]: f.state for f in result.findings if f.target}


def test_without_suppressions_all_is_new() -> None:
    assert states(run()) == {"158": "new", "the the": "new", "230": "new"}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("form", ["<!-- {} -->", "{{/* {} */}}", "<!--{}-->"])
def test_the_next_block(form: str, newline: str) -> None:
    comment = form.format("tqcheck-ignore number-changed -- rounded on purpose")
    target = TARGET.replace("The dam", f"{comment}\nThe dam").replace("\n", newline)
    result = run(target=target)
    assert states(result) == {"158": "suppressed", "the the": "new", "230": "new"}
    assert result.findings[0].reason == "rounded on purpose"
    assert result.unused == ()
    # The places are those of the file, with the comment in it.
    for finding in result.findings:
        place = result.target_place(finding)
        assert place is not None
        assert target[place.start : place.end] == place.text
    assert states(run(target=target.replace(comment, comment + newline * 3))) == states(result)


HIGH = "The dam is 158 metres high."
#: A file of each format, with the place of a comment.
FILES = {
    "a.txt": f"{{}}\n{HIGH}\n",
    "a.md": f"{{}}\n\n{HIGH}\n",
    "a.mdx": f"{{}}\n\n{HIGH}\n",
    "a.html": f"{{}}\n<p>{HIGH}</p>\n",
    "a.yml": f"{{}}\na: {HIGH}\n",
    "a.toml": f'{{}}\na = "{HIGH}"\n',
    "a.properties": f"{{}}\na = {HIGH}\n",
    "a.strings": f'{{}}\n"a" = "{HIGH}";\n',
    "a.vtt": f"WEBVTT\n\n{{}}\n\n00:01.000 --> 00:04.000\n{HIGH}\n",
    "a.po": f'{{}}\nmsgid "Le barrage mesure 185 mètres."\nmsgstr "{HIGH}"\n',
    "a.xlf": '<xliff version="1.2"><file source-language="fr" target-language="en"><body>'
    f"<trans-unit id='1'><source>Le barrage mesure 185 mètres.</source><target>{HIGH}</target>"
    "{}</trans-unit></body></file></xliff>",
    "a.tmx": "<tmx version='1.4'><header srclang='fr'/><body><tu>{}"
    "<tuv xml:lang='fr'><seg>Le barrage mesure 185 mètres.</seg></tuv>"
    f"<tuv xml:lang='en'><seg>{HIGH}</seg></tuv></tu></body></tmx>",
    "a.tsv": f"fr\ten\tcomment\nLe barrage mesure 185 mètres.\t{HIGH}\t{{}}\n",
}


@pytest.mark.parametrize("name", FILES)
def test_the_comment_that_a_format_takes(name: str) -> None:
    comment = as_comment(name, "number-changed", "rounded")
    assert comment is not None
    text = FILES[name].replace("{}", comment)
    if holds_both(name):
        result = check_both(text, name, "fr", "en", RULES)
    else:
        whole = FILES[name].replace("{}", "").replace("The dam is 158", "Le barrage mesure 185")
        result = check_texts(
            whole.replace("metres high", "mètres"), text, "fr", "en", RULES, name=name
        )
    (finding,) = result.findings
    assert (finding.state, finding.reason) == ("suppressed", "rounded")


@pytest.mark.parametrize("name", ["a.json", "a.arb", "a.docx", "a.srt"])
def test_formats_without_comments(name: str) -> None:
    assert as_comment(name, "number-changed", "rounded") is None


def test_its_own_line() -> None:
    comment = "<!-- tqcheck-ignore accuracy -->"
    target = TARGET.replace("158 metres high.", f"158 metres high. {comment}")
    assert states(run(target=target)) == {"158": "suppressed", "the the": "new", "230": "new"}
    target = TARGET.replace("158 metres", f"158 {comment} metres")
    assert states(run(target=target)) == {"158": "suppressed", "the the": "new", "230": "new"}


def test_a_comment_in_the_source() -> None:
    source = SOURCE.replace("Le train", "<!-- tqcheck-ignore word-doubled -->\nLe train")
    assert states(run(source)) == {"158": "new", "the the": "suppressed", "230": "new"}


def test_a_stretch_and_a_whole_file() -> None:
    off = TARGET.replace("The dam", "<!-- tqcheck-off number-changed -->\n\nThe dam")
    assert states(run(target=off)) == {"158": "suppressed", "the the": "new", "230": "suppressed"}
    on = off.replace("Some 230", "<!-- tqcheck-on number-changed -->\n\nSome 230")
    assert states(run(target=on)) == {"158": "suppressed", "the the": "new", "230": "new"}
    other = off.replace("Some 230", "<!-- tqcheck-on word-doubled -->\n\nSome 230")
    assert states(run(target=other))["230"] == "suppressed"
    whole = TARGET + "\n<!-- tqcheck-ignore-file number-changed, word-doubled -->\n"
    assert set(states(run(target=whole)).values()) == {"suppressed"}


def test_what_suppresses_nothing_is_told() -> None:
    target = (
        TARGET.replace("Some 230", "<!-- tqcheck-ignore word-doubled -->\nSome 230")
        + "\n<!-- tqcheck-ignore-file -->\n<!-- tqcheck-ignore-file number-chagned -->\n"
        + "<!-- tqcheck-ignore-file name-altered -->\n"
    )
    result = run(target=target)
    assert set(states(result).values()) == {"new"}
    # name-altered did not run, so nobody knows.
    assert [(one.line, one.rule, one.problem) for one in result.unused] == [
        (5, "word-doubled", "suppresses nothing"),
        (8, "", "names no rule"),
        (9, "number-chagned", "names no rule or family: did you mean 'number-changed'?"),
    ]


def test_comments_are_no_prose() -> None:
    comment = "<!-- tqcheck-ignore word-doubled -- the the is a band -->"
    target = TARGET.replace("Some 230", f"{comment}\nSome 230")
    assert len(run(target=target).findings) == len(run().findings)


def test_entries_of_the_file() -> None:
    listed = entries(
        '[[ignore]]\nrule = "number-changed"\npair = "en/*"\ntext = "158"\nreason = "checked"\n'
        '[[ignore]]\nrule = "fluency"\npair = "fr/b*"\n'
    )
    result = run(SOURCE, TARGET, *listed)
    assert states(result) == {"158": "suppressed", "the the": "new", "230": "new"}
    assert result.findings[0].reason == "checked"
    mark = run().findings[2].fingerprint
    by_print = Entry("number-changed", fingerprint=mark)
    assert states(run(SOURCE, TARGET, by_print)) == {
        "158": "new",
        "the the": "new",
        "230": "suppressed",
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[ignore]]\npair = 'x'", "number 1: name the rule"),
        ("[[ignore]]\nrule = 'x'\nwhy = 'y'", "there is no key 'why'"),
        ("[[ignore]]\nrule = 3", "rule has to be a string"),
        ("[ignore]\nrule = 'x'", "[[ignore]] tables"),
        ("[[ignored]]\nrule = 'x'", "[[ignore]] tables"),
        ("[[", "is not TOML"),
    ],
)
def test_bad_entries(text: str, told: str) -> None:
    with pytest.raises(BadSuppression) as error:
        entries(text)
    assert told in str(error.value)


def test_a_run_with_both(tmp_path: Path) -> None:
    made = Repository(tmp_path)
    made.article("dam", (DAM, True), (TRAIN, True), (MAYOR, False))
    (tmp_path / "tqcheck-ignore.toml").write_text(
        '[[ignore]]\nrule = "number-changed"\npair = "en/dam.txt"\nreason = "agreed"\n'
        '[[ignore]]\nrule = "number-changed"\npair = "en/gone.txt"\n'
    )
    report = made.check()
    assert report["summary"]["suppressed"] == 1
    assert [f["reason"] for f in report["findings"] if f["state"] == "suppressed"] == ["agreed"]
    run = made.tqcheck("check")
    assert "number-changed in en/gone.txt suppresses nothing" in run.stderr
    assert run.stdout.endswith("1 new (1 minor) · 0 known · 1 suppressed (1 major) · 1 pair\n")
    # What is suppressed needs no place among the known.
    assert made.tqcheck("baseline", "create").returncode == 0
    assert "1 known findings" in made.tqcheck("baseline", "show").stdout
    (tmp_path / "tqcheck-ignore.toml").write_text("[[ignore]]\nrule = 1\n")
    assert made.tqcheck("check").returncode == 2


TEXT = st.text(st.sampled_from("ab \t\r\né漢"), max_size=30)


@given(
    st.lists(
        st.tuples(TEXT, st.sampled_from(["<!-- tqcheck-ignore x -->", "{/* tqcheck-on y */}"]))
    ),
    TEXT,
)
def test_stretches_are_the_file_without_comments(parts: list[tuple[str, str]], end: str) -> None:
    text = "".join(before + comment for before, comment in parts) + end
    stretches = without_comments(text)
    kept = "".join(text[start:stop] for start, stop in stretches)
    assert "tqcheck" not in kept
    assert len(list(comments(text))) == len(parts)
    # All that is no white space and no comment is kept, in order.
    plain = "".join(before for before, _ in parts) + end
    assert "".join(kept.split()) == "".join(plain.split())
    assert stretches == sorted(stretches)


def test_hostile_comments_take_linear_time() -> None:
    text = "<!-- tqcheck-ignore " * 20_000
    assert list(comments(text)) == []
