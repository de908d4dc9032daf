"""Files that hold a text and its translation: from the path to the report, and what is refused."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import refused
from tests.project.test_life import Repository
from tqcheck.documents.sides import LARGEST
from tqcheck.pairing import FilePair, language_of_catalogue
from tqcheck.project.cache import Cache
from tqcheck.project.runs import Checked, Failure, Settings, checked
from tqcheck.reports.formats import Run, rendered
from tqcheck.session import check_both, check_texts

HEADER = """msgid ""
msgstr ""
"Language: {}\\n"
"Content-Type: text/plain; charset={}\\n"
"""
ENTRIES = """
#: a.py:1
msgid "The dam is 185 metres high."
msgstr "Le barrage mesure 158 mètres."

#: a.py:2
msgid "The bridge is 320 metres long."
msgstr "Le pont mesure 320 mètres."
"""


def po(language: str = "fr", charset: str = "UTF-8", entries: str = ENTRIES) -> str:
    return HEADER.format(language, charset) + entries


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path


def tqcheck(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tqcheck", "check", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_one_file_is_a_pair(tmp_path: Path) -> None:
    path = write(tmp_path / "x.po", po())
    run = tqcheck(path, "--output-format", "json")
    assert (run.returncode, run.stderr) == (1, "")
    report = json.loads(run.stdout)
    assert [
        (pair["source"]["language"], pair["target"]["language"]) for pair in report["pairs"]
    ] == [("en", "fr")]
    (found,) = report["findings"]
    text = po()
    for side, figure in (("source", "185"), ("target", "158")):
        place = found[side]
        assert (place["path"], place["text"]) == (str(path), figure)
        assert text[place["start"] : place["end"]] == figure
    # A report drawn from the findings finds its places again.
    write(tmp_path / "findings.json", run.stdout)
    page = tmp_path / "report.html"
    subprocess.run(
        [sys.executable, "-m", "tqcheck", "report", tmp_path / "findings.json", "-o", page],
        check=True,
    )
    assert "barrage" in page.read_text(encoding="utf-8")


def test_several_files_are_each_a_pair(tmp_path: Path) -> None:
    one, two = write(tmp_path / "a.po", po()), write(tmp_path / "b.po", po())
    assert "2 pairs" in tqcheck(one, two).stdout
    write(tmp_path / "locale/de/LC_MESSAGES/c.po", po("", entries='msgid "a 1"\nmsgstr "b 2"\n'))
    assert "3 pairs" in tqcheck(tmp_path, "--no-cache").stdout
    assert "1 pair" in tqcheck(tmp_path / "locale", "--no-cache").stdout
    assert "no pair" in refused(tqcheck(tmp_path / "locale", "--to", "fr", "--no-cache"))


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("locale/fr/LC_MESSAGES/django.po", "fr"),
        ("locale/pt_BR/LC_MESSAGES/django.po", "pt-BR"),
        ("locale/sr@latin/a.po", "sr"),
        ("po/de.po", "de"),
        ("languages/app-zh_CN.po", "zh-CN"),
        ("translations/messages.uk.xlf", "uk"),
        ("messages.po", None),
    ],
)
def test_the_language_in_a_path(path: str, language: str | None) -> None:
    assert language_of_catalogue(Path(path)) == language


def test_languages(tmp_path: Path) -> None:
    def languages(path: Path, source: str | None = None, target: str | None = None) -> list[str]:
        (done,) = checked([FilePair(path, path, source, target)], Settings())
        assert isinstance(done, Checked), done
        return [done.result.pair.source.language, done.result.pair.target.language]

    assert languages(write(tmp_path / "x.po", po("pt_BR"))) == ["en", "pt-BR"]
    assert languages(write(tmp_path / "x.po", po("sr@latin"))) == ["en", "sr-Latn"]
    assert languages(write(tmp_path / "fr" / "x.po", po(""))) == ["en", "fr"]
    assert languages(write(tmp_path / "x.po", po("")), "en", "fr-CA") == ["en", "fr-CA"]
    assert languages(write(tmp_path / "x.po", po("", entries=ENTRIES * 9))) == ["en", "fr"]
    assert "--from and --to" in refused(tqcheck(write(tmp_path / "x.po", po("en"))))


def test_comments_suppress() -> None:
    comment = "# tqcheck-ignore number-changed, number-missing -- measured anew\n"
    for entries in (
        ENTRIES.replace("#: a.py:1\n", comment),
        ENTRIES.replace("#: a.py:1\n", comment.replace("# ", "#. ")),
        "# tqcheck-ignore-file accuracy -- measured anew\n" + ENTRIES.lstrip(),
    ):
        result = check_both(po(entries=entries), "x.po")
        (found,) = result.findings
        assert (found.state, found.reason) == ("suppressed", "measured anew")
    elsewhere = check_both(po(entries=ENTRIES.replace("#: a.py:2\n", comment)), "x.po")
    assert [found.state for found in elsewhere.findings] == ["new"]
    assert {one.problem for one in elsewhere.unused} == {"suppresses nothing"}


def test_in_the_cache_and_on_several_processes(tmp_path: Path) -> None:
    paths = [write(tmp_path / f"{number}.po", po()) for number in range(9)]
    pairs = [FilePair(path, path) for path in paths]

    def text(**how: int | Cache) -> str:
        done = list(checked(pairs, Settings(), **how))  # type: ignore[arg-type]
        return rendered("json", [one.result for one in done if isinstance(one, Checked)], Run())

    alone = text()
    assert alone.count("number-changed") >= len(pairs)
    cache = Cache(tmp_path / "cache")
    assert text(jobs=2) == text(cache=cache) == text(cache=cache) == alone


def test_baseline_and_revision(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "r")
    (repository.folder / "tqcheck.toml").unlink()
    write(repository.folder / "fr.po", po())
    repository.commit()
    assert repository.new("fr.po") == ["158"]
    added = ENTRIES + '\nmsgid "It has 40 rooms."\nmsgstr "Il a 50 pièces."\n'
    write(repository.folder / "fr.po", po(entries=added))
    assert repository.new("fr.po", "--since", "HEAD") == ["50"]
    repository.tqcheck("baseline", "create", "fr.po")
    assert repository.new("fr.po") == []


XLIFF = """<xliff version="1.2"><file source-language="en" target-language="fr"><body>
<trans-unit id="1"><source>The dam is 185 metres high.</source>
<target>Le barrage mesure 158 mètres.</target>{}</trans-unit></body></file></xliff>
"""
TMX = """<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="en"/><body><tu>{}
<tuv xml:lang="en-US"><seg>The dam is 185 metres high.</seg></tuv>
<tuv xml:lang="fr"><seg>Le barrage mesure 158 mètres.</seg></tuv></tu></body></tmx>
"""
CSV = "en,fr,note\nThe dam is 185 metres high.,Le barrage mesure 158 mètres.,{}\n"
NOTE = "tqcheck-ignore number-changed,number-missing -- measured anew"


@pytest.mark.parametrize(
    ("name", "text", "note"),
    [
        ("x.xlf", XLIFF, f"<note>{NOTE}</note>"),
        ("x.xlf", XLIFF, f"<!-- {NOTE.replace('--', '—')} -->"),
        ("x.tmx", TMX, f"<note>{NOTE}</note>"),
        ("x.csv", CSV, f'"{NOTE}"'),
        ("x.tsv", CSV.replace(",", "\t"), NOTE),
    ],
)
def test_other_formats(name: str, text: str, note: str, tmp_path: Path) -> None:
    run = tqcheck(write(tmp_path / name, text.format("")), "--output-format", "json")
    assert (run.returncode, run.stderr) == (1, "")
    (found,) = json.loads(run.stdout)["findings"]
    assert found["target"]["text"] == "158"
    assert text.format("")[found["target"]["start"] : found["target"]["end"]] == "158"
    (found,) = check_both(text.format(note), name).findings
    assert (found.state, found.reason) == ("suppressed", "measured anew")


def test_which_languages(tmp_path: Path) -> None:
    more = TMX.replace(
        "</tu>", '<tuv xml:lang="de"><seg>Die Mauer ist 185 m hoch.</seg></tuv></tu>'
    )
    memory = write(tmp_path / "x.tmx", more.format(""))
    assert "--to" in refused(tqcheck(memory))
    assert "158" in tqcheck(memory, "--to", "fr").stdout
    assert "0 new" in tqcheck(memory, "--to", "de").stdout
    anything = write(tmp_path / "y.tmx", TMX.format("").replace('"en"', '"*all*"'))
    assert "--from" in refused(tqcheck(anything))
    assert "158" in tqcheck(anything, "--from", "en").stdout
    table = write(tmp_path / "x.csv", "en,fr,de\nIt has 5 rooms.,Il a 6 pièces.,Es hat 5 Räume.\n")
    assert "--from and --to" in refused(tqcheck(table))
    assert "1 new" in tqcheck(table, "--from", "en", "--to", "fr").stdout
    assert "0 new" in tqcheck(table, "--from", "en", "--to", "de").stdout
    two = XLIFF.format("").replace(
        "</xliff>", '<file source-language="en" target-language="de"/></xliff>'
    )
    assert "several languages" in refused(tqcheck(write(tmp_path / "x.xlf", two)))


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
BROKEN_XML = {
    "cut off": (XLIFF.format("")[:200], "line 3"),
    "no XLIFF": ("<html><body>a</body></html>", "no XLIFF"),
    "no XML": ("The dam is 185 metres high.", "no XML"),
    "an entity bomb": (BOMB + XLIFF.format("&b;"), "entities"),
    "an outer entity": (
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + XLIFF.format("&a;"),
        "entities",
    ),
    "an unknown entity": (XLIFF.format("&nbsp;"), "undefined entity"),
    "deep": (XLIFF.format("<note>" * 10_000 + "</note>" * 10_000), "nested deeper"),
    "nothing translated": (XLIFF.replace("target>", "x>").format(""), "nothing to check"),
    "control characters": (XLIFF.format("\x01"), "no XML"),
}


@pytest.mark.parametrize("problem", BROKEN_XML)
def test_malformed_xml(problem: str, tmp_path: Path) -> None:
    text, expected = BROKEN_XML[problem]
    line = refused(tqcheck(write(tmp_path / "x.xlf", text)))
    assert "x.xlf" in line
    assert expected in line
    assert "nested deeper" in refused(
        tqcheck(write(tmp_path / "x.tmx", TMX.format("<note>" * 10_000)))
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam,Le barrage\n", "source and target"),
        ('source,target\na,"b\n', "line 2"),
        ("source,target\n", "holds no message"),
        ("source,target\na,\n", "no translation"),
    ],
)
def test_malformed_tables(text: str, expected: str, tmp_path: Path) -> None:
    assert expected in refused(tqcheck(write(tmp_path / "x.csv", text)))


BROKEN = {
    "cut off": po() + '\nmsgid "The rest',
    "cut off between": po() + '\nmsgid "The rest"\n',
    "no catalogue": "The dam is 185 metres high.\n",
    "nothing translated": po(entries='msgid "a"\nmsgstr ""\n'),
    "a header alone": po(entries=""),
    "a stray field": po() + 'msgstr "a"\nmsgid "b"\nmsgid "c"\n',
    "something behind": po() + 'msgid "a" b\nmsgstr "c"\n',
}


@pytest.mark.parametrize("problem", BROKEN)
def test_malformed(problem: str, tmp_path: Path) -> None:
    line = refused(tqcheck(write(tmp_path / "x.po", BROKEN[problem])))
    assert "x.po" in line
    assert "no gettext catalogue" in line or "nothing to check" in line


def test_encodings(tmp_path: Path) -> None:
    run = tqcheck(write(tmp_path / "x.po", po(charset="ISO-8859-15"), "latin-1"))
    assert (run.returncode, run.stderr) == (1, "")
    assert "mètres" in run.stdout
    assert "UTF-8, and is not" in refused(tqcheck(write(tmp_path / "x.po", po(), "latin-1")))
    xml = '<?xml version="1.0" encoding="{}"?>' + XLIFF.format("")
    run = tqcheck(write(tmp_path / "x.xlf", xml.format("iso-8859-1"), "latin-1"))
    assert "mètres" in run.stdout
    run = tqcheck(write(tmp_path / "x.xlf", "\ufeff" + xml.format("utf-16"), "utf-16-le"))
    assert "mètres" in run.stdout
    wrong = po(charset="ascii")
    assert "ascii, and is not" in refused(tqcheck(write(tmp_path / "x.po", wrong, "latin-1")))


def test_too_large(tmp_path: Path) -> None:
    """One line of 200 MB, and what is only larger than a catalogue may be."""
    path = tmp_path / "x.po"
    with path.open("wb") as file:
        file.truncate(200 * 2**20)
    (done,) = checked([FilePair(path, path)], Settings())
    assert isinstance(done, Failure)
    assert "split it" in done.reason
    for name, filling in (("x.xlf", XLIFF), ("x.tmx", TMX), ("x.csv", CSV)):
        large = write(tmp_path / name, filling.format("a" * (LARGEST + 1)))
        (done,) = checked([FilePair(large, large)], Settings())
        assert isinstance(done, Failure)
        assert "split it" in done.reason
    write(path, po(entries='msgid "a"\nmsgstr "b"\n' * (LARGEST // 20)))
    (done,) = checked([FilePair(path, path)], Settings())
    assert isinstance(done, Failure)
    assert "split it" in done.reason


ARTICLE = [
    (
        "Le barrage de Cahora a été mis en service en 1974. Il alimente Tete et 900 villages.",
        "The Cahora dam went into service in 1974. It supplies Tete and 900 villages.",
    ),
    (
        "Les ingénieurs de l’Autorité du fleuve (ADF) redoutent une nouvelle saison des pluies. "
        "Ils demandent depuis des mois une digue en aval. Le chantier doit commencer le 12 mars.",
        "The engineers of the River Authority (RA) dread another rainy season. "
        "Work is due to begin on March 12.",
    ),
    (
        "La société Hidro a promis 40 millions d’euros, et l’ADF n’a rien promis du tout.",
        "The company Hidro has promised 40 million euros, and the ADF has promised nothing at all.",
    ),
    ("Publicité", "Advertisement"),
]
_FILES = {
    "x.xlf": (
        "<xliff><file source-language='fr' target-language='en'><body>{}</body></file></xliff>",
        "<trans-unit><source>{}</source><target>{}</target></trans-unit>",
    ),
    "x.tmx": (
        "<tmx><header srclang='fr'/><body>{}</body></tmx>",
        "<tu><tuv xml:lang='fr'><seg>{}</seg></tuv><tuv xml:lang='en'><seg>{}</seg></tuv></tu>",
    ),
    "x.po": (
        'msgid ""\nmsgstr "X-Source-Language: fr\\nLanguage: en\\n"\n{}',
        'msgid "{}"\nmsgstr "{}"\n\n',
    ),
    "x.csv": ("fr,en\n{}", '"{}","{}"\n'),
}


@pytest.mark.parametrize("name", _FILES)
def test_an_article_in_one_file_is_judged_as_one_in_two(name: str) -> None:
    whole, unit = _FILES[name]
    text = whole.format("".join(unit.format(*sides) for sides in ARTICLE))
    result = check_both(text, name)
    source, target = ("\n\n".join(side) for side in zip(*ARTICLE, strict=True))
    two = check_texts(source, target, "fr", "en")
    kinds = sorted(found.by.id for found in result.findings)
    assert kinds == sorted(found.by.id for found in two.findings)
    assert kinds == ["acronym-untranslated", "page-chrome", "sentence-missing"]
    (missing,) = (found for found in result.findings if found.by.id == "sentence-missing")
    place = result.source_place(missing)
    assert place is not None
    assert place.text == "Ils demandent depuis des mois une digue en aval."


def test_a_message_without_end_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "x.po", po(entries=f'msgid "a"\nmsgstr "{"b " * 300_000}"\n'))
    assert "has a message of 600,000 characters in line 6: split it" in refused(tqcheck(path))


def test_messages_of_a_program_are_no_article() -> None:
    entries = "".join(
        f'msgid "The value {{{{ limit }}}} of {name} is too long, and has to be mended."\n'
        f'msgstr "La valeur {{{{ limit }}}} de {name} est trop longue, il faut la corriger."\n\n'
        for name in ("title", "name", "path", "link", "note", "user", "date", "text")
    )
    assert not check_both(po(entries=entries), "x.po").pair.running
    short = "".join(f'msgid "Open {n}"\nmsgstr "Ouvrir {n}"\n\n' for n in range(40))
    assert not check_both(po(entries=short), "x.po").pair.running
