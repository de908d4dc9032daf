"""Scripts of letters, the language of a document, and the language of one passage."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.features.language import detected_language, language_of
from tqcheck.features.scripts import letters_by_script, script_of, script_runs
from tqcheck.languages import known_languages, profile
from tqcheck.model import Document, Kind, Segment, Span

CORPUS = Path(__file__).parents[1] / "corpus"


def passage(text: str, language: str) -> Segment:
    return Segment(Document(text, profile(language)), Span(0, len(text)), Kind.SENTENCE)


@pytest.mark.parametrize(
    ("characters", "script"),
    [
        ("aéßŁﬁǅＡ", "Latn"),
        ("яЁїђ", "Cyrl"),
        ("عپیﷲ", "Arab"),
        ("漢々〇𠀀", "Hani"),
        ("ひ", "Hira"),
        ("カーｶ", "Kana"),
        ("한ㄱ", "Hang"),
        ("Ωά", "Grek"),
        ("א", "Hebr"),
        ("क", "Deva"),
        ("ไ", "Thai"),
        ("1٣ .…’«。،×€µ\u0301・１", None),
    ],
)
def test_script_of_a_character(characters: str, script: str | None) -> None:
    assert {script_of(character) for character in characters} == {script}


def test_runs_and_counts_of_scripts() -> None:
    text = passage("Le mot «мир» et 漢字かな, e\u0301te\u0301.", "fr")
    assert [(run.script, run.text) for run in script_runs(text)] == [
        ("Latn", "Le"),
        ("Latn", "mot"),
        ("Cyrl", "мир"),
        ("Latn", "et"),
        ("Hani", "漢字"),
        ("Hira", "かな"),
        ("Latn", "e\u0301te\u0301"),
    ]
    assert list(letters_by_script(text)) == ["Latn", "Cyrl", "Hani", "Hira"]


DOCUMENTS = {
    "fr": "La réunion de demain est annulée, parce que la salle n’est plus libre avant lundi.",
    "en": "Tomorrow’s meeting has been cancelled because the room will not be free until Monday.",
    "de": "Die Sitzung von morgen fällt aus, weil der Raum bis Montag nicht mehr frei ist.",
    "es": "La reunión de mañana se ha cancelado porque la sala no estará libre hasta el lunes.",
    "it": "La riunione di domani è stata annullata perché la sala non sarà libera fino a lunedì.",
    "pt": "A reunião de amanhã foi cancelada porque a sala não estará livre até segunda-feira.",
    "nl": "De vergadering van morgen gaat niet door, omdat de zaal tot maandag niet vrij is.",
    "ru": "Завтрашнее собрание отменили, потому что зал не будет свободен до понедельника.",
    "ar": "أُلغي اجتماع الغد لأن القاعة لن تكون متاحة حتى يوم الاثنين.",
    "zh": "明天的会议取消了，因为会议室要到星期一才有空。",
    "ja": "会議室が月曜日まで使えないため、明日の会議は中止になりました。",
    "ko": "회의실이 월요일까지 비지 않아서 내일 회의는 취소되었습니다.",
    "el": "Η αυριανή συνάντηση ακυρώθηκε, επειδή η αίθουσα δεν θα είναι ελεύθερη.",
    "he": "הפגישה של מחר בוטלה כי החדר לא יהיה פנוי עד יום שני.",
    "th": "การประชุมพรุ่งนี้ถูกยกเลิกเพราะห้องไม่ว่าง",
    "pl": "Jutrzejsze zebranie zostało odwołane, ponieważ sala nie będzie wolna do poniedziałku.",
    "cs": "Zítřejší schůze byla zrušena, protože místnost nebude do pondělí volná.",
    "ro": "Întâlnirea de mâine a fost anulată, pentru că sala nu va fi liberă până luni.",
    "ca": "La reunió de demà s’ha anul·lat perquè la sala no estarà lliure fins dilluns.",
    "da": "Mødet i morgen er aflyst, fordi lokalet ikke bliver ledigt før på mandag.",
    "sv": "Mötet i morgon är inställt, eftersom rummet inte blir ledigt förrän på måndag.",
    "fi": "Huominen kokous on peruttu, koska huone ei ole vapaa ennen maanantaita.",
    "hu": "A holnapi ülés elmarad, mert a terem hétfőig nem lesz szabad.",
    "tr": "Yarınki toplantı iptal edildi, çünkü salon pazartesiye kadar boş olmayacak.",
    "uk": "Завтрашні збори скасували, бо зала не буде вільною до понеділка.",
    "fa": "جلسه فردا لغو شد زیرا این اتاق تا روز دوشنبه آزاد نخواهد بود.",
}


@pytest.mark.parametrize("language", DOCUMENTS)
def test_detected_language(language: str) -> None:
    assert detected_language(DOCUMENTS[language]) == language


@pytest.mark.parametrize(
    "text",
    ["", "   ", "12 + 30 = 42", "https://example.org/la/page", "…!?", "Angela Merkel", "{0} @x"],
)
def test_no_language_is_detected_without_words(text: str) -> None:
    assert detected_language(text) == "und"


@pytest.mark.parametrize(
    "path", sorted(CORPUS.glob("*/*/*.txt")), ids=lambda path: f"{path.parts[-2]}-{path.name}"
)
def test_articles_of_the_corpus_are_recognised(path: Path) -> None:
    assert detected_language(path.read_text(encoding="utf-8")) == path.suffixes[0].strip(".")


# Text, source and target language, and what it is in.
PASSAGES = [
    # A clean target.
    ("The dam was built in 1969 and is now being repaired.", "fr", "en", "en"),
    ("Le barrage a été construit en 1969 et il est en réparation.", "en", "fr", "fr"),
    ("Der Damm wurde 1969 gebaut und wird nun repariert.", "en", "de", "de"),
    ("La presa se construyó en 1969 y ahora la están reparando.", "en", "es", "es"),
    ("Плотина была построена в 1969 году.", "en", "ru", "ru"),
    ("大坝建于1969年，目前正在维修。", "en", "zh", "zh"),
    # What was left in the source's language.
    ("Le maire a refusé de répondre aux questions des journalistes.", "fr", "en", "fr"),
    ("Ils ont promis qu’elle serait là avant la fin du mois.", "fr", "en", "fr"),
    ("Der Bürgermeister hat auf die Fragen nicht geantwortet.", "de", "en", "de"),
    ("El alcalde no quiso responder a las preguntas de la prensa.", "es", "en", "es"),
    ("O prefeito não quis responder às perguntas da imprensa.", "pt", "en", "pt"),
    ("De burgemeester wilde niet op de vragen van de pers ingaan.", "nl", "en", "nl"),
    ("The mayor declined to answer questions from reporters.", "en", "fr", "en"),
    ("The mayor declined to answer questions from reporters.", "en", "ja", "en"),
    ("Мэр отказался отвечать на вопросы.", "ru", "en", "ru"),
    ("رفض رئيس البلدية الإجابة عن الأسئلة.", "ar", "en", "ar"),
    ("市长拒绝回答记者的提问。", "zh", "en", "zh"),
    ("市長は記者の質問に答えなかった。", "ja", "en", "ja"),
    ("LE MAIRE A REFUSÉ DE RÉPONDRE À LA PRESSE QUI ÉTAIT LÀ", "fr", "en", "fr"),
    ("Burmistrz odmówił odpowiedzi na pytania dziennikarzy z całego kraju.", "pl", "en", "pl"),
    # Names, numbers, addresses and labels prove nothing.
    ("Marie-Charlotte Roupie", "fr", "en", None),
    ("Cristina Fernández de Kirchner", "es", "en", None),
    ("Ursula von der Leyen, Charles de Gaulle", "fr", "en", None),
    ("AFP - HADI MIZBAN", "fr", "en", None),
    ("Le Monde, La Croix, Libération", "fr", "en", None),
    ("27/01/2024, 18:30 – 1 500 000", "fr", "en", None),
    ("https://www.example.fr/les-nouvelles-de-la-ville", "fr", "en", None),
    ("El País", "es", "en", None),
    ("Lire la suite", "fr", "en", None),
    ("Newsletter", "fr", "en", None),
    ("Windows 11 Pro", "zh", "en", None),
    ("Microsoft Azure OpenAI Service", "en", "ru", None),
    ("", "fr", "en", None),
    # Foreign words inside a sentence of the target.
    ("The film “Le Fabuleux Destin d’Amélie Poulain” was a hit.", "fr", "en", "en"),
    ("He is the author of the novel “Les Misérables”.", "fr", "en", "en"),
    ("Sie las „The Catcher in the Rye“ an einem einzigen Tag.", "en", "de", "de"),
    # Neither of the two.
    ("Il sindaco non ha voluto rispondere alle domande della stampa.", "fr", "en", None),
    ("O prefeito não quis responder às perguntas da imprensa.", "es", "en", None),
    ("市長は記者の質問に答えなかった。", "fr", "en", None),
]


@pytest.mark.parametrize(("text", "source", "target", "expected"), PASSAGES)
def test_language_of_a_passage(text: str, source: str, target: str, expected: str | None) -> None:
    assert language_of(passage(text, target), (source, target)) == expected


def test_regions_keep_their_tags() -> None:
    text = "O prefeito não quis responder às perguntas da imprensa."
    assert language_of(passage(text, "en-GB"), ("pt-BR", "en-GB")) == "pt-BR"


def test_one_language_twice_tells_nothing() -> None:
    text = "The mayor declined to answer questions from reporters."
    assert language_of(passage(text, "en-US"), ("en-GB", "en-US")) is None


def test_langdetect_is_loaded_only_in_doubt() -> None:
    program = (
        "import sys\n"
        "from tests.test_language_features import DOCUMENTS, language_of, passage\n"
        "for tag in ('fr', 'en', 'de', 'es', 'ru', 'ar', 'zh'):\n"
        "    assert language_of(passage(DOCUMENTS[tag], tag), ('en', 'fr', tag)) == tag, tag\n"
        "print('langdetect' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=CORPUS.parent,
    )
    assert run.stdout.split() == ["False"]


@given(st.text(max_size=80), st.sampled_from(known_languages()), st.sampled_from(known_languages()))
@settings(max_examples=150, deadline=None)
def test_any_text_has_a_candidate_or_none(text: str, source: str, target: str) -> None:
    assert language_of(passage(text, target), (source, target)) in {source, target, None}
    assert isinstance(detected_language(text), str)
