"""How likely a word in Latin letters is for a name in another script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.features.names import NameWord
from tqcheck.features.rendering import (
    best_rendering,
    has_model,
    is_lettered,
    is_other_consonants,
    latin_letters,
    undamaged,
)
from tqcheck.languages import profile
from tqcheck.ledgers.person_words import is_same
from tqcheck.ledgers.rendered_names import Wrong, misrendered
from tqcheck.session import check_texts, document, side_by_side


@pytest.mark.parametrize(
    ("language", "word", "right", "wrong"),
    [
        ("ru", "Мюллера", "Mueller", "Myullera"),
        ("ru", "Сигурдардоуттир", "Sigurdardottir", "Sigurdardouttir"),
        ("ru", "Орбелиани", "Orbeliani", "Ombeliani"),
        ("ar", "فولفغانغ", "Wolfgang", "Fulfghanghi"),
        ("ar", "يوهانسون", "Johansson", "Yuhansun"),
        ("ar", "وتشيفتشينكو", "Shevchenko", "Shebtenko"),
        ("zh", "彼得罗夫", "Petrov", "Bideluofu"),
        ("ja", "シュミット", "Schmidt", "Shumitto"),
    ],
)
def test_whoever_bears_a_name_spells_it_in_the_likelier_way(
    language: str, word: str, right: str, wrong: str
) -> None:
    good, bad = (best_rendering(word, form, profile(language)) for form in (right, wrong))
    assert good is not None
    assert bad is None or good.excess + 1 < bad.excess


def test_nothing_is_known_of_other_languages() -> None:
    assert has_model(profile("ru"))
    assert not has_model(profile("el"))


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюя", max_size=25), st.text(max_size=25))
def test_pieces_make_up_the_rendering(word: str, form: str) -> None:
    found = best_rendering(word, form, profile("ru"))
    if found:
        assert "".join(its for _, its in found.pieces) == latin_letters(form)


def test_letters_are_read_one_by_one() -> None:
    read = best_rendering("Хлебников", "Khlebnikov", profile("ru"))
    heard = best_rendering("Хендрикс", "Hendrix", profile("ru"))
    assert read is not None
    assert heard is not None
    assert is_lettered(read.pieces)
    assert not is_lettered(heard.pieces)
    assert is_other_consonants("khendriks", "hendrix")
    assert not is_other_consonants("yusif", "yousef")


def test_a_lost_consonant_is_no_spelling() -> None:
    whole = best_rendering("Кандинский", "Kandinsky", profile("ru"))
    lost = best_rendering("Кандинский", "Kadinsky", profile("ru"))
    assert whole is not None
    assert lost is not None
    assert undamaged(whole.pieces, profile("ru")) == 1
    assert undamaged(lost.pieces, profile("ru")) < 1


def _wrong(language: str, source: str, target: str) -> list[tuple[str, Wrong]]:
    pair = side_by_side(document(source, language), document(target, "en"))
    return [(found.target.text, found.wrong) for found in misrendered(pair)]


@pytest.mark.parametrize(
    ("language", "source", "target", "wrong"),
    [
        (
            "ru",
            "Турецкий врач Мехмет Гюндюз уехал.",
            "The Turkish doctor Mehmet Gyundyuz left.",
            [("Gyundyuz", Wrong.LETTERED)],
        ),
        (
            "ru",
            "Турецкий врач Мехмет Гюндюз уехал.",
            "The Turkish doctor Mehmet Gündüz left.",
            [],
        ),
        ("ru", "Врач Нино Чхеидзе уехала.", "The doctor Nino Chkheidze left.", []),
        (
            "ru",
            "Судья Мадина Сулейменова ушла.",
            "Judge Madina Sulenova left.",
            [("Sulenova", Wrong.DAMAGED)],
        ),
        ("ru", "Судья Мадина Сулейменова ушла.", "Judge Madina Suleimenova left.", []),
        # A syllable said twice, a letter that is silent before others alone, a short name.
        (
            "ru",
            "Врача Олега Тарарина знают все.",
            "Everybody knows the doctor Oleg Tarin.",
            [("Tarin", Wrong.DAMAGED)],
        ),
        (
            "ru",
            "Инженер Ян Бондарев рассказал.",
            "The engineer Jan Bonarev told.",
            [("Bonarev", Wrong.DAMAGED)],
        ),
        (
            "ru",
            "Пианист Марк Донати сыграл.",
            "Pianist Marc Dolati played.",
            [("Dolati", Wrong.DAMAGED)],
        ),
        ("ru", "Пианист Марк Донати сыграл.", "Pianist Marc Donaty played.", []),
        # A word of the language is no name behind a given name.
        (
            "ru",
            "Выступил тренер Питер Портер.",
            "Coach Peter Poster spoke.",
            [("Poster", Wrong.DAMAGED)],
        ),
        (
            "ar",
            "وصل الخبير البريطاني أندرو هاثاواي.",
            "The British expert Andrew Hathaway arrived.",
            [],
        ),
        ("ar", "نشرت الشرق الأوسط الخبر.", "Asharq al-Awsat published the news.", []),
        (
            "ru",
            "Выставку открыл Юрген Шульце с Юттой Мюллер.",
            "Jürgen Schulze and Yutta Müller opened the show.",
            [("Yutta", Wrong.LETTERED)],
        ),
        (
            "ar",
            "وصلت النرويجية إنغريد فيلدهاوغ إلى المخيم.",
            "Norway's Ingrid Fildhawgh reached the camp.",
            [("Fildhawgh", Wrong.LETTERED)],
        ),
        ("ar", "وصل رامي باوزان إلى النرويج.", "Rami Bawazan arrived in Norway.", []),
        (
            "zh",
            "教练古斯塔夫·林德霍尔姆走了。",
            "Coach Gustav Lindehuoermu left.",
            [("Lindehuoermu", Wrong.LETTERED)],
        ),
        (
            "zh",
            "教练古斯塔夫·林德霍尔姆走了。",
            "Coach Gustav Lindholm left.",
            [],
        ),
        (
            "ar",
            "قال المهندس النرويجي أولاف سوندستروم ذلك.",
            "The Norwegian engineer Olaf Sondstrom said so.",
            [],
        ),
    ],
)
def test_what_nobody_is_called(
    language: str, source: str, target: str, wrong: list[tuple[str, Wrong]]
) -> None:
    assert _wrong(language, source, target) == wrong


def _findings(language: str, source: str, target: str) -> list[tuple[str, str]]:
    found = check_texts(source, target, language, "en").findings
    return [
        (each.by.id, target[each.target.start : each.target.end]) for each in found if each.target
    ]


@pytest.mark.parametrize(
    ("language", "source", "target", "rule", "text"),
    [
        (
            "zh",
            "画家伊万·克列斯托夫尼科夫在接受采访时这样说。",
            "The painter Ivan Krestov said so in an interview.",
            "name-altered",
            "Krestov",
        ),
        (
            "zh",
            "医生韩晓燕赶到现场。",
            "The doctor Han Xiaoyang hurried to the scene.",
            "name-altered",
            "Xiaoyang",
        ),
        (
            "ru",
            "Китайский химик Ван Сяомин открыл новый сплав.",
            "The Chinese chemist Xiaoming Wang discovered a new alloy.",
            "name-order",
            "Xiaoming Wang",
        ),
        (
            "zh",
            "记者欧阳海燕从西安报道。",
            "Our reporter Ou Yanghaiyan in Xi'an.",
            "name-altered",
            "Ou Yanghaiyan",
        ),
        (
            "zh",
            "诗人索因卡来了。",
            "The poet Suoyinka Soyinka came.",
            "name-realised-twice",
            "Suoyinka Soyinka",
        ),
        (
            "zh",
            "没有周若彤就不行。",
            "It would not work without Zhou Ruotong Ruotong.",
            "name-realised-twice",
            "Ruotong Ruotong",
        ),
        (
            "zh",
            "教练鲁斯兰·阿卜杜卡里莫夫表示满意。",
            "Coach Ruslan Abdukari was pleased.",
            "name-altered",
            "Abdukari",
        ),
        (
            "ar",
            "قال الطبيب الألماني كارل فاغنر إنه راض.",
            "The German doctor Karl Faghner said he was pleased.",
            "name-unconverted",
            "Faghner",
        ),
        (
            "zh",
            "主犯李国华被判刑。记者王海涛报道。",
            "The offender Guohua Li was sentenced. Reporter Wang Haitao was there.",
            "name-order",
            "Guohua Li",
        ),
        (
            "zh",
            "首尔律师朴哲秀表示反对。",
            "The Seoul lawyer Piao Zhexiu was against it.",
            "name-misread",
            "Piao Zhexiu",
        ),
        (
            "ru",
            "Пианистка Нана Джибладзе сыграла Баха.",
            "The pianist Nana Dzhibladze played Bach.",
            "name-unconverted",
            "Dzhibladze",
        ),
        (
            "ar",
            "فاز العداء الكيني إدوين كيبتانوي بالسباق.",
            "The Kenyan runner Edwin Kiptanwi Kiptanui won the race.",
            "name-realised-twice",
            "Kiptanwi Kiptanui",
        ),
    ],
)
def test_what_became_of_a_person(
    language: str, source: str, target: str, rule: str, text: str
) -> None:
    assert (rule, text) in _findings(language, source, target)


def test_a_later_mention_in_arabic_without_its_end() -> None:
    source = "قالت المدربة تاتيانا جوكوفا إنها راضية.\n\nونفت جوكوفا ذلك."
    target = "Coach Tatiana Zhukova said she was pleased.\n\nZhuk denied it."
    assert ("name-fragment", "Zhuk") in _findings("ar", source, target)


TWO_FORMS = (
    "Судья Карлыгаш Досымбетова открыла дело.\n\nПо словам Досымбетовой, суд идет.",
    "Judge Karlygash {} opened the case.\n\nAccording to {}, the trial goes on.",
)


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        ("Dosymbetova", "Dosybekova", "Dosybekova"),
        ("Dosybekova", "Dosymbetova", "Dosybekova"),
        ("Dosymbetova", "Dosymbetova", None),
    ],
)
def test_the_form_that_renders_the_name_is_right(
    first: str, second: str, wrong: str | None
) -> None:
    source, target = TWO_FORMS
    found = _findings("ru", source, target.format(first, second))
    assert {text for _, text in found} == ({wrong} if wrong else set())


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("zh", "医生韩晓燕赶到现场。", "The doctor Han Xiaoyan hurried to the scene."),
        ("zh", "记者欧阳海燕从西安报道。", "Our reporter Ouyang Haiyan in Xi'an."),
        ("zh", "演员范冰冰和张争来了。", "The actors Fan Bingbing and Zhang Zheng came."),
        ("zh", "教练鲁斯兰·阿卜杜卡里莫夫很满意。", "Coach Ruslan Abdukarimov was pleased."),
        ("ar", "قال الألماني كارل فاغنر إنه راض.", "The German Karl Wagner said he was pleased."),
        ("ru", "Пианистка Нана Джибладзе играла.", "The pianist Nana Jibladze played."),
        ("ru", "Врач Эрвин уехал.", "The doctor Erwin left."),
        ("ru", "Китайский химик Ван Сяомин уехал.", "The Chinese chemist Wang Xiaoming left."),
        ("ru", "Химик Сяомин Ван уехал.", "The chemist Xiaoming Wang left."),
        ("ar", "فاز العداء حسن حسين بالسباق.", "The runner Hassan Hussein won the race."),
    ],
)
def test_nothing_became_of_a_person(language: str, source: str, target: str) -> None:
    assert not _findings(language, source, target)


def test_the_first_letter_of_a_name_is_not_taken_for_a_small_word() -> None:
    (bead,) = side_by_side(document("كايا", "ar"), document("Kaja", "en")).beads
    source = NameWord("كايا", bead.source.span, initial=False)
    assert is_same(bead, source, NameWord("Kaja", bead.target.span, initial=False))
