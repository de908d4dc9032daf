"""Glossaries: how files of terms are read, and what the rules make of them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.commands import refused, tqcheck
from tqcheck import session
from tqcheck.documents.glossary import UnreadableGlossary, glossary, glossary_of
from tqcheck.features.stems import stem
from tqcheck.model import Concept, Glossary, Rule, Term
from tqcheck.pairing import FilePair
from tqcheck.project.cache import Cache
from tqcheck.project.runs import Checked, Settings, checked
from tqcheck.rules import all_rules

TERM_RULES = tuple(
    rule for rule in all_rules() if rule.id in ("term-missing", "term-forbidden", "term-translated")
)
TBX_2 = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body>
<termEntry id="c1"><!-- a remark -->
  <langSet xml:lang="fr"><tig><term>réacteur <hi>à eau</hi></term></tig></langSet>
  <langSet xml:lang="en">
    <tig><term>PWR</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></tig>
    <tig><term>water reactor</term>
      <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
    <ntig><termGrp><term>water pile</term>
      <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig>
  </langSet>
</termEntry></body></text></martif>"""
TBX_3 = """<tbx style="dct" type="TBX-Basic" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:b="urn:b">
<text><body><conceptEntry id="c1">
  <langSec xml:lang="fr"><termSec><term>réacteur à eau</term></termSec></langSec>
  <langSec xml:lang="en">
    <termSec><term>PWR</term></termSec>
    <termSec><term>water reactor</term>
      <b:administrativeStatus>preferredTerm-admn-sts</b:administrativeStatus></termSec>
    <termSec><term>water pile</term>
      <b:administrativeStatus>supersededTerm-admn-sts</b:administrativeStatus></termSec>
  </langSec>
</conceptEntry></body></text></tbx>"""
REACTOR = Concept(
    (
        Term("fr", "réacteur à eau"),
        Term("en", "water reactor"),
        Term("en", "PWR"),
        Term("en", "water pile", forbidden=True),
    )
)
BAD_FILES = [
    ("t.csv", b"fr;en\xff\nx;y\n", "is not UTF-8"),
    ("t.csv", b"", "holds no term"),
    ("t.csv", b"fr,en\n", "holds no term"),
    ("t.csv", b"French,English\na,b\n", "line 1: column 1 is headed 'French'"),
    ("t.csv", b"fr,en:forbiden\na,b\n", "line 1: column 2 is headed 'en:forbiden'"),
    ("t.csv", b"fr,FR\na,b\n", "two columns are headed fr"),
    ("t.csv", b"note,comment\na,b\n", "no column is headed by a language"),
    ("t.csv", b"fr,en\na,b,c\n", "line 2: 3 cells under 2 heads"),
    ("t.csv", b"fr,do-not-translate\na,perhaps\n", "line 2: do-not-translate is 'perhaps'"),
    ("t.csv", b"fr,note\n,only a note\n", "line 2: no term stands under a language"),
    ("t.csv", b"fr,en\n...,a\n", "line 2: '...' is no term"),
    ("t.csv", b'fr,en\na,"b\n', "line 2:"),
    ("t.xlsx", b"PK", "ends in none of .csv, .tsv, .tbx"),
    ("t.tbx", b"<martif><text>", "is broken XML"),
    ("t.tbx", b"<martif/>", "holds no term"),
    ("t.tbx", TBX_2.replace('xml:lang="fr"', "").encode(), "is no language: give xml:lang"),
]


@pytest.mark.parametrize("text", [TBX_2, TBX_3])
def test_tbx_of_both_versions(text: str, tmp_path: Path) -> None:
    (tmp_path / "t.tbx").write_text(text, encoding="utf-8")
    assert glossary([tmp_path / "t.tbx"]).concepts == (REACTOR,)


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_tables(mark: str, tmp_path: Path) -> None:
    rows = [
        ["FR", "en", "en:forbidden", "Note"],
        ["# a remark"],
        ["réacteur  à eau", "water reactor | PWR", "water pile", "what it is"],
    ]
    file = tmp_path / ("t.tsv" if mark == "\t" else "t.csv")
    text = "\r\n".join(mark.join(row) for row in rows)
    file.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert glossary([file, file]).concepts == (REACTOR, REACTOR)


def test_nothing_that_a_file_refers_to_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    for entity in (f'<!ENTITY a11 SYSTEM "file://{tmp_path}/secret">', f'<!ENTITY a0 "x">{laughs}'):
        body = TBX_2.partition("<martif")[2].replace("<term>PWR", "<term>PWR &a11;")
        (tmp_path / "t.tbx").write_text(
            f"<!DOCTYPE martif [{entity}]><martif{body}", encoding="utf-8"
        )
        try:
            terms = [
                term.text for one in glossary([tmp_path / "t.tbx"]).concepts for term in one.terms
            ]
        except UnreadableGlossary as error:
            assert "\n" not in str(error)  # noqa: PT017  refused or left out: both are safe
        else:
            assert not [text for text in terms if "secret" in text or "xx" in text]


@pytest.mark.parametrize(("name", "content", "complaint"), BAD_FILES)
def test_what_is_told_of_bad_files(
    name: str, content: bytes, complaint: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableGlossary) as told:
        glossary([tmp_path / name])
    assert complaint in str(told.value)
    assert str(tmp_path / name) in str(told.value)
    assert "\n" not in str(told.value)


def found(
    table: str, source: str, target: str, pair: str = "fr-en", rules: tuple[Rule, ...] = TERM_RULES
) -> list[tuple[str, str]]:
    """The rules that found something, each with the words: of the target, or else of the source."""
    left, right = pair.split("-", 1)
    result = session.check_texts(source, target, left, right, rules, glossary=glossary_of(table))
    assert not result.not_run
    return [
        (one.by.id, result.pair.target.text[slice(*one.target)])
        if one.target
        else (one.by.id, result.pair.source.text[slice(*(one.source or ()))])
        for one in result.findings
    ]


@pytest.mark.parametrize(
    ("pair", "table", "source", "target", "expected"),
    [
        # Inflection on both sides, in the languages that stems are known of.
        ("fr-en", "fr,en\nsommet,summit", "Les sommets sont finis.", "The summits are over.", []),
        ("de-en", "de,en\nVertrag,treaty", "Die Verträge gelten.", "The treaties hold.", []),
        ("en-ru", "en,ru\nagreement,соглашение", "The agreement holds.", "Нет соглашения.", []),
        ("en-pl", "en,pl\nagreement,umowa", "The agreement holds.", "Nie ma umowy.", []),
        ("en-ar", "en,ar\nagreement,اتفاق", "The agreement holds.", "وقعوا على الاتفاق.", []),
        ("en-de", "en,de\nagreement,Abkommen", "The agreement.", "Das Klimaabkommen.", []),
        ("en-tr", "en,tr\nagreement,anlaşma", "The agreement.", "Anlaşmayı imzaladılar.", []),
        # Words are words: no part of another, and a capital or odd capitals have to be there.
        (
            "fr-en",
            "fr,en\npart,share",
            "Le parti part.",
            "The party leaves.",
            [("term-missing", "part")],
        ),
        ("fr-en", "fr,en\nSomme,River Somme", "La somme est due.", "The sum is due.", []),
        ("fr-en", "fr,en\nIA,AI", "Il y a un an.", "A year ago.", []),
        ("en-fr", "en,fr\nUS,États-Unis", "Give it to us.", "Donnez-le-nous.", []),
        # The longest term counts.
        (
            "fr-en",
            "fr,en\ncour,yard\ncour d’appel,court of appeal",
            "La cour d'appel siège.",
            "The Court of Appeal sits.",
            [],
        ),
        # One of several; either of two concepts; other words between.
        (
            "fr-en",
            "fr,en\navocat,lawyer\navocat,avocado",
            "L’avocat est mûr.",
            "The avocado is ripe.",
            [],
        ),
        (
            "fr-en",
            "fr,en\nbanque centrale,central bank",
            "La banque centrale.",
            "The central state bank.",
            [],
        ),
        # A neighbouring sentence may say it, but not instead of its own mention.
        (
            "fr-en",
            "fr,en\naccord,deal",
            "Il signe l’accord. Elle approuve.",
            "He signs. She approves of the deal.",
            [],
        ),
        # One fact is told once, by the rule that shows it.
        (
            "fr-en",
            "fr,en,en:forbidden\nDaech,IS group,Daesh",
            "Daech recule ; Daech nie.",
            "Daesh is retreating and denies it.",
            [("term-forbidden", "Daesh")],
        ),
        # By region.
        (
            "en-pt-BR",
            "en,pt,pt-BR\nbus,autocarro,ônibus",
            "The bus.",
            "O autocarro.",
            [("term-missing", "bus")],
        ),
        ("en-pt-PT", "en,pt,pt-BR\nbus,autocarro,ônibus", "The bus.", "O autocarro.", []),
        ("en-pt", "en,pt-BR\nbus,ônibus", "The bus.", "O ônibus.", []),
        # What is forbidden for one language's term is not forbidden for another's.
        ("de-en", "fr,de,en,en:forbidden\nDaech,,,Daesh\n,Tag,day,", "Der IS.", "Daesh.", []),
        ("zh-en", "zh,en\n北约,NATO", "北约秘书长发表讲话。", "The NATO chief spoke.", []),
        ("en-zh", "en,zh\nNATO,北约", "The NATO chief spoke.", "北约秘书长发表讲话。", []),
        (
            "en-ja",
            "en,do-not-translate\nStreet View,x",
            "Street View is on.",
            "Street Viewが再開。",
            [],
        ),
    ],
)
def test_terms(
    pair: str, table: str, source: str, target: str, expected: list[tuple[str, str]]
) -> None:
    assert found(table, source, target, pair) == expected


WORDS = st.text(st.sampled_from("bcdfglmnprst"), min_size=5, max_size=9)


@given(WORDS, WORDS, WORDS)
def test_a_required_term_is_missing_or_there(term: str, right: str, other: str) -> None:
    table = f"xx,yy\n{term},{right}q"
    source = f"Ab {term} ab."
    assert found(table, source, f"Ab {right}q ab.", "xx-yy") == []
    assert found(table, source, f"Ab z{other}z ab.", "xx-yy") == [("term-missing", term)]


def test_what_the_glossary_wants_is_no_defect_for_others() -> None:
    source, target = "L’OTAN se réunit.", "OTAN is meeting."
    assert found("fr,en\nx,y", source, target, rules=all_rules()) == [
        ("acronym-untranslated", "OTAN")
    ]
    assert found("fr,do-not-translate\nOTAN,yes", source, target, rules=all_rules()) == []


def test_a_glossary_of_other_languages_is_told() -> None:
    result = session.check_texts(
        "Ja.", "Yes.", "de", "en", TERM_RULES, glossary=glossary_of("fr,en\na,b")
    )
    assert {item.rule for item in result.not_run} == {rule.id for rule in TERM_RULES}
    assert "only for en, fr" in result.not_run[0].reason
    assert not any(item.broken for item in result.not_run)


def test_the_cache_knows_the_glossary(tmp_path: Path) -> None:
    pair = FilePair(tmp_path / "a.fr.txt", tmp_path / "a.en.txt", "fr", "en")
    pair.source.write_text("Le sommet est fini.", encoding="utf-8")
    pair.target.write_text("The meeting is over.", encoding="utf-8")
    counts = []
    for terms in (None, glossary_of("fr,en\nsommet,summit"), glossary_of("fr,en\nsommet,meeting")):
        settings = Settings(glossary=terms)
        for jobs in (1, 2):
            (one,) = checked([pair], settings, jobs, Cache(tmp_path / "cache"))
            assert isinstance(one, Checked)
            counts.append((len(one.result.findings), "glossary" in one.result.signature))
    assert counts == [(0, False)] * 2 + [(1, True)] * 2 + [(0, True)] * 2


def test_the_command_line_and_the_configuration(tmp_path: Path) -> None:
    source, target = tmp_path / "a.fr.txt", tmp_path / "a.en.txt"
    source.write_text("Le sommet est fini.", encoding="utf-8")
    target.write_text("The meeting is over.", encoding="utf-8")
    terms = tmp_path / "terms.csv"
    terms.write_text("fr,en\nsommet,summit\n", encoding="utf-8")
    told = tqcheck("check", source, target, "--glossary", terms, "--output-format", "concise")
    assert told.returncode == 1
    assert "term-missing" in told.stdout
    (tmp_path / "tqcheck.toml").write_text('glossary = "terms.csv"\n')
    assert "term-missing" in tqcheck("check", source, target).stdout
    terms.write_text("fr,en\nsommet,meeting\n", encoding="utf-8")
    assert tqcheck("check", source, target).returncode == 0
    terms.write_text("fr,anglais\nsommet,meeting\n", encoding="utf-8")
    assert "terms.csv: line 1: column 2" in refused(tqcheck("check", source, target))
    terms.unlink()
    assert "cannot be read" in refused(tqcheck("check", source, target))


def test_cures_are_judged_by_the_glossary_too(tmp_path: Path) -> None:
    source, target, terms = (tmp_path / name for name in ("a.fr.txt", "a.en.txt", "t.csv"))
    source.write_text("Daech recule après le sommet.", encoding="utf-8")
    target.write_text("Daesh is retreating after the meeting.", encoding="utf-8")
    terms.write_text("fr,en,en:forbidden\nDaech,IS group,Daesh\nsommet,summit,\n")
    run = tqcheck("check", source, target, "--glossary", terms, "--fix", "--unsafe-fixes")
    assert target.read_text(encoding="utf-8") == "IS group is retreating after the meeting."
    assert run.returncode == 1
    assert "term-missing" in run.stdout


def test_an_empty_glossary_is_none() -> None:
    assert not Glossary()
    assert Glossary((REACTOR,)) == Glossary((REACTOR,))
    assert Glossary((REACTOR,)).digest != Glossary((REACTOR, REACTOR)).digest


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("fr", "réacteur réacteurs"),
        ("de", "Vertrag Vertrags Verträge Verträgen"),
        ("ru", "соглашение соглашения соглашению соглашением"),
        ("pl", "umowa umowy umową"),
        ("cs", "smlouva smlouvy smlouvu"),
        ("pt-BR", "acordo acordos"),
    ],
)
def test_inflected_forms_share_a_stem(language: str, forms: str) -> None:
    assert len({stem(language, word) for word in forms.split()}) == 1
