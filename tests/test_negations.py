"""What a sentence denies, and whether another affirms it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.features.meanings import said
from tqcheck.features.negations import denials, times_denied
from tqcheck.features.polarity import contradiction
from tqcheck.languages import profile
from tqcheck.languages.tables import head, lines
from tqcheck.model import Passage
from tqcheck.session import document


def passage(text: str, language: str) -> Passage:
    return document(text, language).blocks[0]


@pytest.mark.parametrize(
    ("language", "text", "negation", "meaning"),
    [
        ("en", "They don't accept it.", "don't", "accept"),
        ("en", "She can’t.", "can’t", "can"),
        ("fr", "Nous n’acceptons pas ce plan.", "pas", "accept"),
        ("de", "Verbindlich ist der Plan nicht.", "nicht", "binding"),
        ("ru", "Он ничего не знал.", "не", "know"),
        ("ar", "لن تقبل القاهرة بذلك.", "لن", "accept"),
        ("zh", "该国不会提供援助。", "不会", "offer"),
        ("zh", "该国不接受援助。", "不", "accept"),
        ("cs", "Vláda návrh nepřijala.", "nepřijala", "accept"),
        ("cs", "Návrh nebyl přijat.", "nebyl", "accept"),
        ("ja", "政府は提案を受け入れなかった。", "なかっ", "accept"),
        ("ja", "その話は聞いていません。", "ません", "hear"),
        ("ko", "정부는 제안을 받아들이지 않았다.", "않았다", "accept"),
        ("ko", "그는 아직 안 떠났다.", "안", "leave"),
        ("tr", "Hükümet öneriyi kabul etmedi.", "etmedi", "accept"),
        ("tr", "Bunu kimse bilmiyor.", "bilmiyor", "know"),
        ("hi", "सरकार ने इसे स्वीकार नहीं किया।", "नहीं", "accept"),
    ],
)
def test_what_a_negation_denies(language: str, text: str, negation: str, meaning: str) -> None:
    [denial] = denials(passage(text, language))
    assert denial.word.text == negation
    assert meaning in {each.meaning for each in denial.of}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Not only the harbour is closed."),
        ("en", "They did it not without doubts."),
        ("fr", "Il fit un pas vers la porte."),
        ("zh", "未来属于年轻人。"),
        ("pl", "Nie przestawał powtarzać tego."),
        ("cs", "Nejlepší nebo nebezpečný plán přišel v neděli."),
        ("ja", "会員は三人しか知らなかった。"),
        ("ja", "大会は必ず開かれるとは限らない。"),
        ("ko", "아는 사람이 셋밖에 없다."),
        ("tr", "Ramazan ayı mezarlıkta başladı."),
    ],
)
def test_what_denies_nothing(language: str, text: str) -> None:
    assert denials(passage(text, language)) == ()


def test_a_negation_does_not_reach_past_a_mark() -> None:
    [denial] = denials(passage("No, they accept the plan.", "en"))
    assert denial.of == ()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Il ne voit que la mer.", 1),
        ("fr", "Il n’en veut plus.", 1),
        ("fr", "Il voit la mer.", 0),
        ("en", "Nobody knew it, and nothing was done.", 2),
        ("zh", "他不知道。", 1),
        ("zh", "他知道。", 0),
    ],
)
def test_any_word_that_says_no_counts(language: str, text: str, expected: int) -> None:
    assert times_denied(passage(text, language)) == expected


@pytest.mark.parametrize(
    ("source", "target", "affirmed"),
    [
        ("Nous ne négocierons pas.", "We will negotiate.", "will negotiate"),
        ("Nous ne négocierons pas.", "We refuse to negotiate.", None),
        ("Nous ne négocierons pas.", "We will never negotiate.", None),
        ("Nous ne négocierons pas ?", "Will we negotiate?", None),
        ("Nous ne négocierons pas, ils négocieront.", "We will negotiate.", None),
        ("Nous ne négocierons pas.", "We remain firm.", None),
        ("Il n’y a aucune raison.", "There is reason.", "is reason"),
        ("Les enfants ne viendront pas.", "The children stay at home.", None),
        (
            "Il n’accepte pas ce plan, et ses voisins du village n’ont pas répondu au courrier.",
            "He accepts this plan, and his neighbours in that village did not respond to the mail.",
            "accepts",
        ),
        (
            "Pas seulement lui : la ville entière du bord de mer n’accepte pas ce plan.",
            "Beyond him himself, the whole town down there by the sea accepts this plan.",
            "accepts",
        ),
    ],
)
def test_what_is_denied_and_affirmed(source: str, target: str, affirmed: str | None) -> None:
    left, right = passage(source, "fr"), passage(target, "en")
    found = contradiction(left, right)
    span = found and found.affirmed
    assert (right.document.text[span.start : span.end] if span else None) == affirmed


@pytest.mark.parametrize(
    ("source", "target"),
    [
        # What stands before “ne” is not denied.
        ("Il continue à ne pas comprendre.", "He continues to misread it."),
        # Of words that only look alike the next one is denied, not the noun behind it.
        ("Ils ne désemplissent pas souvent de touristes.", "They are thronged with tourists."),
        # A slogan that was left as it is.
        ("Il crie : « No justice, pas de répression. »", "He shouts: “pas de répression.”"),
        # “Nobody” reaches over more words than are near.
        (
            "Ils ne répondent pas, ils se taisent et ils n’acceptent pas.",
            "Nobody in the town hall of this place and the other towns nearby accepts.",
        ),
        # An answer is no denial of what follows.
        ("Pas encore - il accepte ce plan.", "Later - he accepts this plan."),
    ],
)
def test_what_is_denied_is_another_word(source: str, target: str) -> None:
    assert contradiction(passage(source, "fr"), passage(target, "en")) is None


def test_a_word_far_from_the_place_of_the_negation_is_another() -> None:
    filler = "hier soir à Tunis, devant la presse et les invités du forum annuel"
    source = passage(f"Il n’accepte pas ce plan, a-t-il dit {filler}.", "fr")
    assert contradiction(source, passage("Yesterday in Tunis, before the press.", "en")) is None
    late = "In Tunis, with the press and the guests of the yearly forum around him, he accepts."
    assert contradiction(source, passage(late, "en")) is None


@settings(deadline=None)  # The first text loads the tables.
@given(st.text(st.sampled_from("accept not no ,.’n不会接受 "), max_size=40))
def test_no_text_contradicts_itself(text: str) -> None:
    one = document(f"x {text}", "en").blocks[0]
    assert contradiction(one, one) is None


def test_names_and_capitals_mean_nothing() -> None:
    assert "sign" not in {each.meaning for each in said(passage("The band Sign plays.", "en"))}


class TestTheTable:
    rows = lines("meanings")[1:]

    def test_its_columns_are_languages_that_say_no(self) -> None:
        for tag in head("meanings")[1:]:
            assert profile(tag).negation_words
            assert profile(tag).negative_words

    def test_each_meaning_has_one_line_and_english_words(self) -> None:
        assert len({row[0] for row in self.rows}) == len(self.rows)
        assert all(row[1] for row in self.rows)

    def test_forms_are_in_small_letters_and_end_in_one_asterisk_at_most(self) -> None:
        forms = [form for row in self.rows for cell in row[1:] for form in cell.split(", ") if cell]
        assert [form for form in forms if form != form.lower() or "*" in form[:-1]] == []
        assert [form for form in forms if len(form) < 2 or form != form.strip()] == []
