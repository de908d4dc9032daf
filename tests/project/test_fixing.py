"""Cures in the texts: what is put right, what is left alone, and that nothing else changes.

    python -m tests.project.test_fixing

writes the golden difference anew; read it before committing it.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.project.test_life import Repository
from tests.test_corpus import ARTICLES, CORPUS
from tqcheck.documents.plain import Decoded
from tqcheck.evaluation.articles import texts
from tqcheck.filters.fixes import Edit, Moved, curable, edited
from tqcheck.languages import profile
from tqcheck.model import Span
from tqcheck.pairing import FilePair
from tqcheck.project import fixing
from tqcheck.project.fixing import Fixed, Unfixable, fixed, write
from tqcheck.project.runs import Checked, Settings, checked

GOLDEN = Path(__file__).parent / "fixes.diff"
#: Clean articles, and the side of each that is taken for the translation.
CLEAN = [
    (article, target)
    for article in ("de-en/organ-pipes-wreck", "fr-en/baltic-cable", "zh-en/night-reading-room")
    for target in (article[:2], "en")
]
SOURCE = "Le maire a dit : « Nous attendons. » La salle était pleine.\n\nIl pleut depuis lundi.\n"
BROKEN = (
    "The mayor said : «We are waiting.» The the hall was full.\n\nIt has rained since Monday.\n"
)
RIGHT = "The mayor said: “We are waiting.” The hall was full.\n\nIt has rained since Monday.\n"


def tried(pair: FilePair, *, unsafe: bool = False) -> Fixed:
    (one,) = checked([pair], Settings())
    assert isinstance(one, Checked), one
    return fixed(one, Settings(), lambda again: again.result, unsafe=unsafe)


def tqcheck(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "tqcheck", *map(str, arguments)],
        capture_output=True,
        cwd=cwd,
        check=False,
    )


def written(folder: Path, name: str, source: bytes, target: bytes) -> FilePair:
    pair = FilePair(folder / f"source.{name}", folder / f"target.{name}", "fr", "en")
    pair.source.write_bytes(source)
    pair.target.write_bytes(target)
    return pair


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_cure_is_left_in_the_corpus_and_none_makes_a_finding(
    article: Path, unsafe: bool
) -> None:
    (source, _), (target, _) = texts(article)
    pair = FilePair(
        article / f"source.{source}.txt", article / f"target.{target}.txt", source, target
    )
    (before,) = checked([pair], Settings())
    assert isinstance(before, Checked)
    done = tried(pair, unsafe=unsafe)
    left = curable(done.checked.result, unsafe=unsafe)
    assert not left
    known = [*before.result.findings, *(entry.finding for entry in before.result.hidden)]
    after = Counter(finding.by.id for finding in done.checked.result.findings)
    assert not after - Counter(finding.by.id for finding in known)
    if not unsafe:
        assert len(done.cured) == len(curable(before.result, unsafe=False))
        assert after.total() == len(before.result.findings) - len(done.cured)


#: Of a text, its source's and its own language.
Defect = Callable[[str, str, str, st.DataObject], str]


def at(text: str, pattern: str, data: st.DataObject) -> "re.Match[str]":
    """One of the places where a pattern fits."""
    places = list(re.finditer(pattern, text))
    assume(places)
    return data.draw(st.sampled_from(places))


def doubled_word(text: str, _source: str, language: str, data: st.DataObject) -> str:
    match = at(text, r"(?<=[a-zäöüé,] )[a-zäöüéèà]{3,}(?= [a-zäöüé])", data)
    assume(f"{match.group()} {match.group()}" not in profile(language).legal_doubles)
    # Where the source says a word twice, so may the translation: “sehr, sehr”, “had had”.
    assume(not re.search(r"\b(\w+),? \1\b", text) and "avions eu" not in text)
    return f"{text[: match.end()]} {match.group()}{text[match.end() :]}"


def space_before(text: str, _source: str, language: str, data: st.DataObject) -> str:
    assume("?" not in profile(language).space_before)
    match = at(text, r"(?<=[a-zäöü])[:;?!](?=\s)", data)
    return f"{text[: match.start()]} {text[match.start() :]}"


def space_before_comma(text: str, _source: str, _language: str, data: st.DataObject) -> str:
    match = at(text, r"(?<=[a-zäöü])(?=, [a-zäöü])", data)
    return f"{text[: match.start()]} {text[match.start() :]}"


def glued_comma(text: str, _source: str, _language: str, data: st.DataObject) -> str:
    match = at(text, r"(?<![\w-])[a-zäöüé]{3,}, (?=[a-zäöüé]{3})", data)
    return text[: match.end() - 1] + text[match.end() :]


def doubled_mark(text: str, _source: str, _language: str, data: st.DataObject) -> str:
    match = at(text, r"(?<=[a-zäöüé])(?:[,;](?= [a-zäöüé])|[，。、](?=\w))", data)
    return text[: match.end()] + match.group() + text[match.end() :]


def debris(text: str, _source: str, _language: str, data: st.DataObject) -> str:
    match = at(text, r"(?<=[a-zäöüé]{3}\.)(?= [A-Z][a-zäöü])", data)
    return f"{text[: match.end()]} ).{text[match.end() :]}"


def damaged(text: str, _source: str, _language: str, data: st.DataObject) -> str:
    match = at(text, r"[A-Za-z]+[éèöüäß][a-z]+", data)
    assume(not re.search("[ÀÈ-]", match.group()))
    wrong = match.group().encode().decode("cp1252")
    return text[: match.start()] + wrong + text[match.end() :]


def foreign_quotes(text: str, source: str, language: str, data: st.DataObject) -> str:
    usual, foreign = profile(language).quotes[0], profile(source).quotes[0]
    match = at(text, f"{usual[0]}([^{''.join(usual)}\n]{{3,80}}){usual[1]}", data)
    return text[: match.start()] + foreign[0] + match[1].strip() + foreign[1] + text[match.end() :]


DEFECTS: list[Defect] = [
    doubled_word,
    space_before,
    space_before_comma,
    glued_comma,
    doubled_mark,
    debris,
    damaged,
    foreign_quotes,
]


@cache
def clean(article: str, target: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """(language, text) of the source and of the translation."""
    source, translation = texts(CORPUS / article)
    return (source, translation) if target == translation[0] else (translation, source)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(st.sampled_from(CLEAN), st.data())
def test_random_defects_in_clean_text_are_put_right(
    which: tuple[str, str], data: st.DataObject
) -> None:
    (source_language, source), (language, text) = clean(*which)
    paragraphs = text.split("\n\n")
    for number in data.draw(st.sets(st.integers(0, len(paragraphs) - 1), min_size=1, max_size=4)):
        defect = data.draw(st.sampled_from(DEFECTS))
        paragraphs[number] = defect(paragraphs[number], source_language, language, data)
    broken = "\n\n".join(paragraphs)
    with tempfile.TemporaryDirectory() as folder:
        pair = FilePair(Path(folder, "s.txt"), Path(folder, "t.txt"), source_language, language)
        pair.source.write_text(source, encoding="utf-8")
        pair.target.write_text(broken, encoding="utf-8")
        done = tried(pair)
        write(done)
        assert pair.target.read_text(encoding="utf-8") == text
    assert not done.checked.result.findings


@settings(max_examples=200, deadline=None)
@given(st.text("abcdefgh", max_size=30), st.data())
def test_places_move_with_the_text(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    changes = [
        Edit(start, end, data.draw(st.text("xyz", max_size=3)))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    after, moved = edited(text, changes), Moved(changes)
    start, end = sorted(
        (data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text))))
    )
    now = moved.span(Span(start, end))
    assert 0 <= now.start <= now.end <= len(after)
    if not any(change.start <= end and start <= change.end for change in changes):
        assert after[slice(*now)] == text[start:end]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-32-le", b"\xff\xfe\x00\x00"),
        ("cp1252", b""),
    ],
)
def test_encoding_mark_and_line_ends_stay(
    tmp_path: Path, encoding: str, mark: bytes, line_end: str
) -> None:
    def content(text: str) -> bytes:
        return mark + text.replace("\n", line_end).encode(encoding)

    pair = written(tmp_path, "txt", content(SOURCE), content(BROKEN))
    pair.target.chmod(0o640)
    source = pair.source.read_bytes()
    run = tqcheck("check", pair.source, pair.target, "--from", "fr", "--to", "en", "--fix")
    assert pair.target.read_bytes() == content(RIGHT)
    assert pair.source.read_bytes() == source
    assert pair.target.stat().st_mode & 0o777 == 0o640
    assert (run.returncode, run.stdout) == (
        0,
        "0 new · 0 known · 0 suppressed · 1 pair\n".encode(),
    )
    assert run.stderr.decode().splitlines()[-1] == "tqcheck: 3 fixed in 1 file"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["source.txt", "target.txt"]


def test_a_character_that_the_encoding_lacks_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair = written(tmp_path, "txt", SOURCE.encode(), BROKEN.encode("latin-1"))
    monkeypatch.setattr(fixing, "decoded", lambda _: Decoded(BROKEN, "latin-1"))
    done = tried(pair)
    assert [finding.by.id for finding in done.dropped] == ["quotes-foreign"]
    write(done)
    assert pair.target.read_text("latin-1") == RIGHT.replace("“", "«").replace("”", "»")


def test_unsafe_cures_put_back_what_the_source_says(tmp_path: Path) -> None:
    source = "Le projet coûte 1,25 milliard d’euros. Il crée 185 postes d’ici le vendredi 3 mars."
    wrong = "The project costs €1.25 million. It creates 158 jobs by Thursday, March 5."
    pair = written(tmp_path, "txt", source.encode(), wrong.encode())
    assert tried(pair).after == wrong
    right = "The project costs €1.25 billion. It creates 185 jobs by Friday, March 3."
    assert tried(pair, unsafe=True).after == right


HTML = """<html><body>\r
<p title='a'>The <b>mayor</b> said&nbsp;: &laquo;We are <i>waiting</i>.&raquo;<br>The the hall&rsquo;s\r
   door   was full.</p>\r
<!-- a comment : kept --><pre>code : code</pre>\r
<p>It has rained since Monday&amp;Tuesday , in the north.</p>\r
</body></html>"""
MARKDOWN = """---
title: The mayor spoke
---

The **mayor** said : «We are [waiting](http://a.b/c).» The the hall
was full.

* It has `a : b` rained since Monday , in the north.
"""


@pytest.mark.parametrize(
    ("ending", "text", "changes"),
    [
        (
            "html",
            HTML,
            [
                ("said&nbsp;:", "said:"),
                ("&laquo;", "“"),
                ("&raquo;", "”"),
                ("The the hall", "The hall"),
                ("Tuesday , in", "Tuesday, in"),
            ],
        ),
        (
            "md",
            MARKDOWN,
            [
                ("said :", "said:"),
                ("«", "“"),
                ("»", "”"),
                ("The the hall", "The hall"),
                ("Monday , in", "Monday, in"),
            ],
        ),
    ],
)
def test_markup_stays(
    tmp_path: Path, ending: str, text: str, changes: list[tuple[str, str]]
) -> None:
    source = "Le maire a dit : « Nous attendons. » La salle était pleine.\n\nIl pleut."
    pair = written(tmp_path, ending, source.encode(), text.encode())
    done = tried(pair)
    write(done)
    for wrong, right in changes:
        assert wrong in text
        text = text.replace(wrong, right)
    assert pair.target.read_bytes().decode() == text


def test_in_a_file_that_holds_both_texts_only_the_translation_changes(tmp_path: Path) -> None:
    catalogue = tmp_path / "messages.po"
    text = """msgid ""
msgstr "Language: en\\n"

#. said : twice
msgid "Le maire a dit : « Nous attendons le train. »"
msgstr ""
"The mayor said : \\"We are waiting for the "
"the train.\\""
"""
    catalogue.write_text(text, encoding="utf-8")
    write(tried(FilePair(catalogue, catalogue, "fr", "en")))
    right = text.replace("mayor said :", "mayor said:").replace(' "\n"the train', " train")
    assert catalogue.read_text(encoding="utf-8") == right


def test_the_difference_is_shown_and_nothing_is_written(tmp_path: Path) -> None:
    article = CORPUS / "fr-en" / "sudan-corridor"
    for name in ("source.fr.txt", "target.en.txt"):
        (tmp_path / name).write_bytes((article / name).read_bytes())
    run = tqcheck("check", "source.fr.txt", "target.en.txt", "--diff", cwd=tmp_path)
    assert run.returncode == 1
    assert run.stdout.decode() == GOLDEN.read_text(encoding="utf-8")
    assert b"\x1b" not in run.stdout
    target = tmp_path / "target.en.txt"
    assert target.read_bytes() == (article / "target.en.txt").read_bytes()
    assert tqcheck("check", "source.fr.txt", target.name, "--fix", cwd=tmp_path).returncode == 1
    cured = target.read_bytes()
    target.write_bytes((article / "target.en.txt").read_bytes())
    subprocess.run(["patch", "-p0"], input=run.stdout, cwd=tmp_path, check=True)
    assert target.read_bytes() == cured
    again = tqcheck("check", "source.fr.txt", target.name, "--diff", cwd=tmp_path)
    assert (again.returncode, again.stdout) == (0, b"")


def test_what_is_known_or_suppressed_stays(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "r")
    folder = repository.folder
    (folder / "tqcheck.toml").write_text('source-language = "fr"\npairs = "folder"\n')
    (folder / "fr").mkdir()
    (folder / "en").mkdir()
    (folder / "fr" / "a.txt").write_text(SOURCE, encoding="utf-8")
    target = folder / "en" / "a.txt"
    known = BROKEN.replace("since Monday", "since  Monday , they say")
    target.write_text(known.replace(" :", ":").replace("The the", "The"), encoding="utf-8")
    repository.commit()
    assert tqcheck("baseline", "create", cwd=folder).returncode == 0
    ignore = "<!-- tqcheck-ignore quotes-foreign -- as printed -->\n"
    (folder / "tqcheck-ignore.toml").write_text(
        '[[ignore]]\nrule = "word-doubled"\npair = "*"\nreason = "as printed"\n'
    )
    target.write_text(ignore + known, encoding="utf-8")
    for arguments in (("--fix",), ("--fix", "--since", "HEAD")):
        target.write_text(ignore + known, encoding="utf-8")
        run = tqcheck("check", *arguments, cwd=folder)
        assert run.stderr.decode().splitlines()[-1] == "tqcheck: 1 fixed in 1 file", run.stderr
        assert target.read_text(encoding="utf-8") == ignore + known.replace("said :", "said:")
    tqcheck("check", "--fix", "--no-baseline", cwd=folder)
    assert "Monday, they" in target.read_text(encoding="utf-8")


def test_a_file_that_changed_or_is_none_is_not_written(tmp_path: Path) -> None:
    pair = written(tmp_path, "txt", SOURCE.encode(), BROKEN.encode())
    done = tried(pair)
    pair.target.write_text("Something else.", encoding="utf-8")
    with pytest.raises(Unfixable, match="has changed since it was checked"):
        write(done)
    assert pair.target.read_text(encoding="utf-8") == "Something else."


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    pair = written(tmp_path, "txt", SOURCE.encode(), BROKEN.encode())
    link = tmp_path / "link.txt"
    link.symlink_to("target.txt")
    write(tried(pair._replace(target=link)))
    assert os.readlink(link) == "target.txt"
    assert pair.target.read_text(encoding="utf-8") == RIGHT


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--unsafe-fixes"], "--unsafe-fixes goes with --fix"),
        (["--fix", "--watch"], "--watch changes no texts"),
    ],
)
def test_options_that_do_not_go_together(
    tmp_path: Path, options: list[str], complaint: str
) -> None:
    pair = written(tmp_path, "txt", SOURCE.encode(), BROKEN.encode())
    run = tqcheck("check", pair.source, pair.target, *options)
    assert run.returncode == 2
    assert complaint in run.stderr.decode()
    assert pair.target.read_text(encoding="utf-8") == BROKEN


if __name__ == "__main__":
    folder = CORPUS / "fr-en" / "sudan-corridor"
    shown = tqcheck("check", "source.fr.txt", "target.en.txt", "--diff", cwd=folder)
    GOLDEN.write_bytes(shown.stdout)


def test_damaged_markup_is_markup_again(tmp_path: Path) -> None:
    source = "# Title\n\nRead **now** *what* [the guide](guide.md) says, `a ** b ** c`.\n\n- one\n- two\n"
    damaged = "#Titre\n\nLisez ** maintenant ** ce que dit [le guide] ( guide.md ), `a ** b ** c`.\n\n- un\n- deux\n"
    mended = "# Titre\n\nLisez **maintenant** ce que dit [le guide](guide.md), `a ** b ** c`.\n\n- un\n- deux\n"
    pair = FilePair(tmp_path / "a.en.md", tmp_path / "a.fr.md", "en", "fr")
    pair.source.write_text(source, encoding="utf-8")
    pair.target.write_text(damaged, encoding="utf-8")
    run = tqcheck("check", pair.source, pair.target, "--fix")
    assert run.stderr == b"tqcheck: 3 fixed in 1 file\n", run.stderr
    assert pair.target.read_text(encoding="utf-8") == mended
    # A mark of Chinese beside the stars is the cause: no cure that changes nothing.
    pair.source.write_text("He **“said”** so.\n", encoding="utf-8")
    pair.target.write_text("他**“说”**了。\n", encoding="utf-8")
    report = json.loads(tqcheck("check", *pair[:2], "--to", "zh", "--output-format", "json").stdout)
    (found,) = report["findings"]
    assert (found["rule"], found["fix"]) == ("markup-shown", None)
