"""Acronyms: what is one, what it stands for, and the table of those that languages differ in."""

import re

import pytest
from babel import localedata

from tqcheck.features.acronyms import abbreviates, acronyms, definition_pairs, definitions
from tqcheck.features.bodies import bodies
from tqcheck.languages import known_languages, profile
from tqcheck.languages.acronyms import short_forms
from tqcheck.languages.tables import column, lines
from tqcheck.ledgers.acronym_forms import substitutes
from tqcheck.model import Document, Kind, Segment, Span
from tqcheck.rules.accuracy.acronym_changed import acronym_changed
from tqcheck.rules.accuracy.acronym_undefined_form import acronym_undefined_form
from tqcheck.rules.accuracy.acronym_untranslated import acronym_untranslated
from tqcheck.session import check_texts

TABLES = ("acronyms", "bodies", "given_names")


def segment(text: str, language: str) -> Segment:
    return Segment(Document(text, profile(language)), Span(0, len(text)), Kind.SENTENCE)


def untranslated(source: str, target: str, pair: str) -> list[tuple[str, str]]:
    left, right = pair.split("-")
    result = check_texts(source, target, left, right, rules=(acronym_untranslated,))
    return [
        (result.pair.target.text[slice(*found.target)], found.fix.replacement)
        for found in result.findings
        if found.target and found.fix
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’OTAN et l’UE à l’ONU.", ["OTAN", "UE", "ONU"]),
        ("The U.S.-led talks at the UN, G20 and COP28.", ["U.S.", "UN", "G20", "COP28"]),
        ("La embajada de EE. UU. y los RR. HH.", ["EE. UU.", "RR. HH."]),
        ("Die EZB-Chefin und zwei NGOs", ["EZB", "NGO"]),
        ("НАТО и ООН", ["НАТО", "ООН"]),
        ("AFP - HADI MIZBAN", ["AFP"]),
        ("Louis XIV, RM-1, A1234, AT&T, www.ONU.org, @OTAN", []),
    ],
)
def test_acronyms(text: str, expected: list[str]) -> None:
    found = acronyms(segment(text, "fr"))
    assert [each.text for each in found] == expected
    assert [text[slice(*each.span)] for each in found] == expected


def test_acronyms_that_no_space_parts_from_another_script() -> None:
    text = "前FBI局长和CNN는"
    assert [each.text for each in acronyms(segment(text, "zh"))] == ["FBI", "CNN"]


def substituted(pair: str, source: str, target: str) -> list[tuple[str, str | None]]:
    left, right = pair.split("-")
    result = check_texts(source, target, left, right, rules=())
    return [(each.target.text, each.right) for each in substitutes(result.pair)]


@pytest.mark.parametrize(
    ("pair", "source", "target", "expected"),
    [
        # A word in capitals or with a figure is no acronym; nor is one gone that stands in small letters.
        ("es-en", "La ANSB (nueva) fue mayor.", "It was larger than THE old one.", []),
        ("de-en", "HIV und AIDS nehmen zu.", "HIV and Aids are rising, says the NGO.", []),
        # Nothing is known of an acronym because the translation left it once.
        (
            "es-en",
            "La CRM es segura.\n\nLa CRM ayuda.",
            "CRM is safe.\n\nThe CABG helps.",
            [],
        ),
        # Unless what stands there is a letter away.
        (
            "es-en",
            "La CRM es segura.\n\nLa CRM ayuda.",
            "CRM is safe.\n\nThe CPM helps.",
            [("CPM", "CRM")],
        ),
        ("de-en", "Die ZDF-Sendung läuft.", "The ZFD show is on.", [("ZFD", "ZDF")]),
        ("de-en", "Die XQZ-Sendung läuft.", "The QXZ show is on.", [("QXZ", "XQZ")]),
        ("fr-en", "L’émission de XQZ passe.", "The QXZ show is on.", []),
        # A body that the source names in full, or with small letters among the capitals.
        ("ar-en", "وقالت منظمة الصحة العالمية ذلك.", "The WTO said so.", [("WTO", "WHO")]),
        ("ar-en", "وقالت منظمة الصحة العالمية ذلك.", "The UN health agency said so.", []),
        ("de-en", "Der Nato-Gipfel beginnt.", "The UN summit begins.", [("UN", "NATO")]),
        # Words that begin so by chance, in another passage, explain nothing.
        (
            "es-en",
            "La OMS llegó tarde.\n\nHablaron.",
            "The WTO came late.\n\nWe told others.",
            [("WTO", "WHO")],
        ),
        # The second of two is one too many.
        ("fr-en", "L’ONU blâme l’UE.", "The UN blames the UN.", [("UN", "EU")]),
        ("fr-en", "L’ONU a blâmé l’ONU.", "The UN has blamed the UN.", []),
        ("zh-en", "世界卫生组织宣布。", "GENEVA – The World Health Organization said so.", []),
        # Letters that are said one by one, and no end of a longer row.
        ("ar-en", "وقال لقناة بي بي سي ذلك.", "He told PBS so.", [("PBS", "BBC")]),
        ("ar-en", "قال لقناة سي إن بي سي ذلك.", "He told CNBC so.", []),
        # What stands in brackets behind a name belongs to it alone.
        (
            "de-en",
            "Der Lakenbund (LKB) warnt.\n\nDer LKB zahlt.",
            "Lake Union Group (LKB) warns.\n\nThe LUG pays.",
            [("LUG", "LKB")],
        ),
    ],
)
def test_substitutes(
    pair: str, source: str, target: str, expected: list[tuple[str, str | None]]
) -> None:
    assert substituted(pair, source, target) == expected


@pytest.mark.parametrize(
    ("acronym", "before", "expected"),
    [
        ("EI", "contre l’organisation État islamique", "État islamique"),
        ("IS", "the Islamic State organization", "Islamic State organization"),
        ("FSR", "par les Forces de soutien rapide", "Forces de soutien rapide"),
        ("BIP", "das Bruttoinlandsprodukt", "Bruttoinlandsprodukt"),
        (
            "ВОЗ",
            "глава Всемирной организации здравоохранения",
            "Всемирной организации здравоохранения",
        ),
        ("OMS", "the World Health Organization", None),
        ("ABC", "the big dog", None),
    ],
)
def test_what_an_acronym_abbreviates(acronym: str, before: str, expected: str | None) -> None:
    assert abbreviates(acronym, before) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Sagt die Weltgesundheitsorganisation.", "de", ["world-health-organization"]),
        ("l’Organisation mondiale de la santé", "fr", ["world-health-organization"]),
        ("Главы Всемирной организации здравоохранения", "ru", ["world-health-organization"]),
        ("ومنظمة الصحة العالمية", "ar", ["world-health-organization"]),
        ("世界卫生组织和联合国儿童基金会", "zh", ["world-health-organization", "unicef"]),
        ("The world’s health is bad.", "en", []),
    ],
)
def test_bodies_named_in_full(text: str, language: str, expected: list[str]) -> None:
    found = bodies(segment(text, language))
    assert [each.fact for each in found] == expected
    assert all(text[slice(*each.span)] == each.text for each in found)


def test_definitions_in_either_order() -> None:
    before = definitions(segment("L’Union africaine (UA) se réunit.", "fr"))
    after = definitions(
        segment("Le GIGN (Groupe d’intervention de la gendarmerie nationale).", "fr")
    )
    assert [(each.acronym.text, each.long_form) for each in (*before, *after)] == [
        ("UA", "Union africaine"),
        ("GIGN", "Groupe d’intervention de la gendarmerie nationale"),
    ]


def test_definitions_pair_by_their_place_among_the_brackets() -> None:
    source = segment("Le Programme alimentaire mondial (PAM) et l’Union africaine (UA).", "fr")
    target = segment("The World Food Programme (WFP) and the African Union (AU).", "en")
    found = definition_pairs(source, target)
    assert {left.acronym.text: right.acronym.text for left, right in found.items()} == {
        "PAM": "WFP",
        "UA": "AU",
    }
    fewer = segment("The African Union (AU).", "en")
    assert not definition_pairs(source, fewer)


def test_what_the_texts_define_comes_before_the_table() -> None:
    source = "Les Observateurs du Nord gris (ONG) protestent.\n\nL’ONG a gagné."
    target = "The Grey North Watchers (GNW) protest.\n\nThe ONG won."
    assert untranslated(source, target, "fr-en") == [("ONG", "GNW")]
    source = "L’État islamique (EI) recule.\n\nEI"
    target = "The Islamic State (IS) is retreating.\n\nEI"
    assert untranslated(source, target, "fr-en") == [("EI", "IS")]


@pytest.mark.parametrize(
    ("pair", "source", "target", "expected"),
    [
        ("fr-en", "L’OMS a parlé.", "The World Health Organization (OMS) spoke.", [("OMS", "WHO")]),
        ("fr-en", "L’OTAN a parlé.", "NATO (OTAN) spoke.", []),
        ("fr-en", "Le sigle « OTAN » est connu.", "The acronym “OTAN” is well known.", []),
        ("fr-en", "La CPI a jugé.", "The CPI ruled.", []),
        ("fr-en", "La CPI a jugé. La CPI siège.", "The ICC ruled. The CPI sits.", [("CPI", "ICC")]),
        ("es-en", "Los EE. UU. ganan.", "The EEUU wins.", [("EEUU", "US")]),
        ("ru-en", "МКС цела. МКС летит.", "The ISS is intact. The MKS flies.", [("MKS", "ISS")]),
        ("ru-en", "НАТО молчит.", "NATO is silent.", []),
        ("en-zh", "WHO sent a team.", "WHO派出了团队。", []),
        ("en-fr", "AI Next is a programme.", "AI Next est un programme.", []),
        ("de-en", "Die EU tagt.", "The EU meets.", []),
        # Written by ear in brackets.
        (
            "ar-en",
            "مجموعة العمل المالي (فاتف) تجتمع.",
            "The Financial Action Task Force (Fatef) meets.",
            [("Fatef", "FATF")],
        ),
        (
            "ar-en",
            "استشار حكم الفيديو (فار).",
            "He asked the video referee (Far).",
            [("Far", "VAR")],
        ),
        ("ar-en", "استشار حكم الفيديو (فار).", "He went far with the video referee (VAR).", []),
        (
            "zh-en",
            "马来民族统一机构（巫统）表示。",
            "The United Malays National Organisation (Wutong) said so.",
            [("Wutong", "UMNO")],
        ),
        (
            "ru-en",
            "Банк развития (ЕАБР) даст кредит.",
            "The development bank (EABR) will lend.",
            [("EABR", "EDB")],
        ),
    ],
)
def test_untranslated(pair: str, source: str, target: str, expected: list[tuple[str, str]]) -> None:
    assert untranslated(source, target, pair) == expected


@pytest.mark.parametrize("name", TABLES)
def test_the_tables_are_well_formed(name: str) -> None:
    head, *rows = lines(name)
    facts = [row[0] for row in rows]
    assert all(map(localedata.exists, head[1:])), "a column is headed by no language"
    assert facts == list(dict.fromkeys(facts)), "a fact stands twice"
    for row in rows:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*[?!]?", row[0])
        assert 2 < len(row) <= len(head), row[0]
        for cell in row[1:]:
            forms = [form.strip() for form in cell.split(",")] if cell else []
            assert cell == cell.strip()
            assert all(forms), row[0]
            assert len(set(forms)) == len(forms), row[0]


@pytest.mark.parametrize(
    ("pair", "source", "target", "expected"),
    [
        # The source's acronym in brackets stands for the words of the target.
        (
            "fr-en",
            "Le Conseil des écoles (XQSB) dit oui.",
            "The Xenon Quorum School Board (PTFR) agrees.",
            ["XQSB"],
        ),
        # It is a letter away, romanised or not.
        (
            "fr-en",
            "Radio Quai Internationale (RQI) émet.",
            "Radio Quai Internationale (RTI) is on air.",
            ["RQI"],
        ),
        (
            "ru-en",
            "Бюро по борьбе с коррупцией (НЮБУ) ищет.",
            "The National Anti-Corruption Bureau (NYUBA) searches.",
            ["NYUBU"],
        ),
        # The letters of the words, in another order; one left out is a habit.
        (
            "zh-en",
            "反贪部门展开调查。",
            "The Zambian Anti-Corruption Commission (ZCA) is investigating.",
            ["ZACC"],
        ),
        (
            "zh-en",
            "反贪部门展开调查。",
            "The Zambian Anti-Corruption Commission (ZAC) is investigating.",
            [],
        ),
        (
            "es-en",
            "La Unión Sindical (UST) protesta.",
            "The General Workers’ Union (UST) protests.",
            [],
        ),
        (
            "ru-en",
            "Центральная комиссия (ЦКВ) решила.",
            "The Central Election Commission (TsKV) decided.",
            [],
        ),
        # A body’s short form of the table, the same in both languages, with another in its place.
        (
            "fr-en",
            "Le Fonds pour l’enfance (UNICEF) aide.",
            "The children’s fund (UNCF) helps.",
            ["UNICEF"],
        ),
        ("zh-en", "北约秘书长讲话。", "The secretary general of OPEC spoke.", ["NATO"]),
        ("zh-en", "联合国难民署讲话。", "The UNHCR spoke.", []),
        ("pt-en", "O paciente saiu da CEC.", "The patient came off CPB.", []),
    ],
)
def test_changed(pair: str, source: str, target: str, expected: list[str]) -> None:
    left, right = pair.split("-")
    rules = (acronym_changed, acronym_undefined_form)
    findings = check_texts(source, target, left, right, rules=rules).findings
    assert [each.fix.replacement for each in findings if each.fix] == expected


def test_the_table_of_acronyms_knows_enough() -> None:
    head, *rows = lines("acronyms")
    assert len(rows) >= 70
    for language in set(head[1:]) - {"ar", "fa", "ja", "zh"}:
        assert len(column("acronyms", language)) >= 70, language


def test_short_forms_differ() -> None:
    for source in known_languages():
        for target in known_languages():
            for form, fact in short_forms(source, target).items():
                assert form not in fact.target, (source, target, form)
    assert short_forms("pt-BR", "en-GB")["EUA"].target[0] == "US"
    assert not short_forms("en", "en")
