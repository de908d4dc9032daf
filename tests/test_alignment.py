"""The aligner: the law of the beads, and articles as they are."""

from itertools import accumulate

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tqcheck.alignment import aligned
from tqcheck.alignment.band import band_of
from tqcheck.alignment.layout import Layout
from tqcheck.alignment.lexicon import lookalikes
from tqcheck.alignment.novelty import novelty
from tqcheck.alignment.shapes import Step
from tqcheck.alignment.tokens import read
from tqcheck.languages import profile
from tqcheck.model import Block, Document, Kind, Pair, Segment, Span

#: A paragraph: its kind, and its sentences.
Paragraph = tuple[Kind, list[str]]


def document(paragraphs: list[Paragraph], language: str) -> Document:
    text, blocks, segments = "", [], []
    whole = Document("", profile(language))
    for kind, sentences in paragraphs:
        begin = len(text)
        for sentence in sentences:
            segments.append(Segment(whole, Span(len(text), len(text) + len(sentence)), kind))
            text += sentence + " "
        blocks.append(Block(whole, Span(begin, max(begin, len(text) - 1)), kind))
        text += "\n"
    whole.text, whole.blocks, whole.segments = text, tuple(blocks), tuple(segments)
    return whole


def prose(sentences: str, language: str) -> Document:
    """One paragraph, one sentence a line."""
    return document([(Kind.SENTENCE, sentences.strip().splitlines())], language)


def beads(pair: Pair) -> list[tuple[str, str]]:
    return [(bead.source.text, bead.target.text) for bead in pair.beads]


def shapes(pair: Pair) -> list[tuple[int, int]]:
    return [bead.shape for bead in pair.beads]


@settings(deadline=None)
@given(st.data())
def test_the_path_passes_every_station(data: st.DataObject) -> None:
    paragraphs = st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4)), min_size=1, max_size=6)
    sizes = data.draw(paragraphs)
    words = st.sampled_from(["Nantes 12", "le pont", "Riga", "ouvre à 8 heures", "fin", "3 400"])
    source, target = (
        document(
            [(Kind.SENTENCE, [data.draw(words) for _ in range(size[side])]) for size in sizes], tag
        )
        for side, tag in enumerate(("fr", "en"))
    )
    stations = list(zip(*(accumulate(side) for side in zip(*sizes, strict=True)), strict=True))
    pair = aligned(source, target, stations=stations[:-1])
    for side, name in enumerate(("source", "target")):
        of_block = [number for number, size in enumerate(sizes) for _ in range(size[side])]
        segments = getattr(pair, name).segments
        seen = [
            number
            for bead in pair.beads
            for number, segment in enumerate(segments)
            if getattr(bead, name).holds(segment.span)
        ]
        assert sorted(seen) == list(range(len(segments)))
        assert name == "source" or seen == sorted(seen)
        for bead in pair.beads:
            own = getattr(bead, name)
            inside = {of_block[n] for n, each in enumerate(segments) if own.holds(each.span)}
            assert len(inside) <= 1
    for bead in pair.complete_beads:
        here, there = source.block_of(bead.source), target.block_of(bead.target)
        assert source.blocks.index(here) == target.blocks.index(there)


_TEXT = st.text(alphabet="ab cé1٣.?\n«东京бАدトヨ", max_size=30)
_SIDE = st.lists(
    st.tuples(st.sampled_from(list(Kind)), st.lists(_TEXT, min_size=1, max_size=4)), max_size=5
)


@settings(deadline=None)
@given(_SIDE, _SIDE)
@example(
    [
        (Kind.SENTENCE, ["1", "?", "1", ""]),
        (Kind.CAPTION, ["1"]),
        (Kind.ITEM, ["1", "111", "1"]),
        (Kind.HEADING, [""]),
    ],
    [
        (Kind.HEADING, [""]),
        (Kind.SENTENCE, ["1", "?1", ""]),
        (Kind.SENTENCE, ["a", "1", "11"]),
    ],
)
def test_every_segment_is_in_one_bead_in_order(
    source: list[Paragraph], target: list[Paragraph]
) -> None:
    pair = aligned(document(source, "fr"), document(target, "en"))
    moved = {bead.source.span for bead in pair.beads if bead.moved}
    wholes = ([s for s in pair.source.segments if s.span not in moved], pair.target.segments)
    seen = [0, 0]
    for bead in pair.beads:
        assert 0.0 <= bead.confidence <= 1.0
        assert bead.shape != (0, 0)
        assert bead.complete or not bead.moved
        for number, side in enumerate((bead.source, bead.target)):
            if number == 0 and bead.moved:
                continue
            whole, first, count = wholes[number], seen[number], bead.shape[number]
            seen[number] += count
            assert side.document is (pair.source, pair.target)[number]
            if count:
                held = whole[first : first + count]
                assert side.span == Span(held[0].span.start, held[-1].span.end)
            else:
                # The gap is behind what precedes it, and before what follows.
                assert side.span.start == side.span.end
                assert all(s.span.end <= side.span.start for s in whole[:first])
                assert all(s.span.start >= side.span.start for s in whole[first:])
    assert seen == [len(whole) for whole in wholes]


def test_aligns_nothing_with_something() -> None:
    assert shapes(aligned(document([], "fr"), document([], "en"))) == []
    assert shapes(aligned(document([], "fr"), prose("One.\nTwo.", "en"))) == [(0, 1), (0, 1)]
    assert shapes(aligned(prose("Un.", "fr"), document([], "en"))) == [(1, 0)]


ARTICLE = """
Le maire de Quimper a présenté mardi le budget de la ville devant 42 élus.
Il prévoit 18 millions d’euros pour les écoles et les crèches.
La rénovation du théâtre Max-Jacob commencera au mois de mars.
Les travaux doivent durer quatorze mois, selon l’architecte Nadia Ferhat.
Les commerçants du centre craignent une longue fermeture de la rue Kéréon.
La mairie leur promet une aide de 2 500 euros par boutique.
Le conseil votera le projet le 12 février.
"""
TRANSLATION = """
The mayor of Quimper presented the city’s budget to 42 councillors on Tuesday.
It provides €18 million for schools and nurseries.
The renovation of the Max-Jacob theatre will begin in March.
The work is expected to last fourteen months, according to architect Nadia Ferhat.
Shopkeepers in the centre fear a long closure of rue Kéréon.
The city promises them €2,500 of aid per shop.
The council will vote on the project on February 12.
"""


def test_sentences_one_to_one() -> None:
    pair = aligned(prose(ARTICLE, "fr"), prose(TRANSLATION, "en"))
    assert shapes(pair) == [(1, 1)] * 7
    assert all(bead.confidence > 0.9 for bead in pair.beads)


@pytest.mark.parametrize("number", [1, 3, 4, 6])
def test_a_missing_sentence_leaves_a_gap_at_its_place(number: int) -> None:
    lines = TRANSLATION.strip().splitlines()
    missing = ARTICLE.strip().splitlines()[number]
    target = prose("\n".join(lines[:number] + lines[number + 1 :]), "en")
    pair = aligned(prose(ARTICLE, "fr"), target)
    (null,) = (bead for bead in pair.beads if not bead.complete)
    assert null.source.text == missing
    assert null.shape == (1, 0)
    assert null.confidence > 0.4
    assert null.target.span.start == target.segments[number - 1].span.end


def test_an_added_sentence_stands_alone() -> None:
    lines = TRANSLATION.strip().splitlines()
    lines.insert(6, "Several ministers have already visited the harbour of Concarneau this winter.")
    pair = aligned(prose(ARTICLE, "fr"), prose("\n".join(lines), "en"))
    assert shapes(pair) == [(1, 1)] * 6 + [(0, 1)] + [(1, 1)]
    assert pair.beads[6].target.text == lines[6]


def test_joins_what_the_translation_split_and_split_what_it_joined() -> None:
    lines = TRANSLATION.strip().splitlines()
    lines[1:3] = [
        "It provides €18 million for schools.",
        "Nurseries will have their share too.",
        lines[2],
    ]
    lines[4:6] = [f"{lines[4][:-1]}, and {lines[5]}"]
    pair = aligned(prose(ARTICLE, "fr"), prose("\n".join(lines), "en"))
    assert shapes(pair) == [(1, 1), (1, 2), (1, 1), (2, 1), (1, 1), (1, 1)]


def test_a_sentence_may_become_a_list() -> None:
    source = "Le musée montre 12 vases de Nancy, 340 perles de Murano, 7 lustres de Bohême, \
58 coupes de Damas, 96 flacons de Venise et 23 verres de Biot."
    target = [
        "The museum shows 12 vases from Nancy.",
        "It has 340 beads from Murano.",
        "There are 7 chandeliers from Bohemia.",
        "There are 58 cups from Damascus.",
        "It has 96 flasks from Venice.",
        "It also shows 23 glasses from Biot.",
    ]
    pair = aligned(
        prose(f"{ARTICLE.strip()}\n{source}", "fr"),
        prose("\n".join([*TRANSLATION.strip().splitlines(), *target]), "en"),
    )
    assert pair.beads[-1].shape == (1, 6)


def test_the_same_said_twice_is_an_addition() -> None:
    lines = TRANSLATION.strip().splitlines()
    lines.insert(3, lines[3])
    pair = aligned(prose(ARTICLE, "fr"), prose("\n".join(lines), "en"))
    assert sorted(shapes(pair)) == [(0, 1)] + [(1, 1)] * 7


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_two_copies_of_one_translation_hide_an_omission(number: int) -> None:
    source, target = ARTICLE.strip().splitlines(), TRANSLATION.strip().splitlines()
    target[number] = target[number + 1]
    pair = aligned(prose("\n".join(source), "fr"), prose("\n".join(target), "en"))
    alone = [bead for bead in pair.beads if not bead.complete]
    assert [bead.source.text for bead in alone] == [source[number], ""]
    assert alone[1].target.text == target[number]


def test_what_is_said_twice_in_both_texts_is_complete() -> None:
    source, target = ARTICLE.strip().splitlines(), TRANSLATION.strip().splitlines()
    for side in (source, target):
        side[2] = side[3]
    pair = aligned(prose("\n".join(source), "fr"), prose("\n".join(target), "en"))
    assert shapes(pair) == [(1, 1)] * 7


def test_marks_of_speech_are_learned_from_the_documents() -> None:
    source = prose("\n".join(["— Oui, dit Jean.", "Il pleut.", "— Non !", "Il part."] * 5), "fr")
    target = prose("\n".join(["“Yes,” said Jean.", "It rains.", "“No!”", "He goes."] * 5), "en")
    layout = Layout(source, target)
    before = layout.first(0)[0] - layout.first(0)[1]
    layout.fit([Step(number, number, (1, 1), 1.0) for number in range(20)])
    assert layout.first(0)[0] - layout.first(0)[1] > before > 0
    assert layout.last(2)[2] > 0 > layout.last(2)[1]


def test_what_has_nothing_like_it_is_new() -> None:
    source = read(prose(ARTICLE, "fr"))
    lines = TRANSLATION.strip().splitlines()
    lines[3] = "Piranha Kowalski scored 17 goals for Saskatoon and 9 for Yellowknife last season."
    target = read(prose("\n".join(lines), "en"))
    found = novelty(
        target,
        lookalikes(source, target, {}).backward,
        [(range(number, number + 1), 1.0) for number in (0, 1, 2, 4, 5, 6)],
    )
    assert max(range(len(found)), key=found.__getitem__) == 3
    assert found[3] > 2 * sorted(found)[-2]


def test_where_a_large_gap_is_no_single_anchor_tells() -> None:
    same = [f"Lot {number * 37 % 4096 + 1000} X." for number in range(80)]
    source = [*same[:40], *["Oui."] * 60, *same[40:], *["Non."] * 60]
    target = [*same[:40], *["Yes."] * 120, *same[40:]]
    source[60], target[120] = "9999.", "9999."
    readings = read(prose("\n".join(source), "fr")), read(prose("\n".join(target), "en"))
    band = band_of(*readings, lookalikes(*readings, {}).forward)
    for row in range(40, 101):
        assert band.first[row] <= row
        assert band.last[row] >= row + 60


def test_page_furniture_lists_and_captions_go_with_their_like() -> None:
    source = document(
        [
            (Kind.HEADING, ["Crue : la Loire menace trois quartiers d’Orléans"]),
            (Kind.CAPTION, ["Un quai inondé, le 4 mai.", "AFP - JEANNE LORMIER"]),
            (Kind.TAG, ["Par : Rédaction"]),
            (Kind.TAG, ["Publicité"]),
            (Kind.TAG, ["Lire la suite"]),
            (Kind.SENTENCE, ["L’eau monte.", "Les habitants ont été prévenus dès l’aube."]),
            (Kind.ITEM, ["des sacs de sable"]),
            (Kind.ITEM, ["deux pompes"]),
            (Kind.TAG, ["Loire"]),
            (Kind.TAG, ["Météo"]),
        ],
        "fr",
    )
    target = document(
        [
            (Kind.HEADING, ["Flood: the Loire threatens three districts of Orléans"]),
            (Kind.CAPTION, ["A flooded quay on May 4.", "AFP - JEANNE LORMIER"]),
            (Kind.TAG, ["By: Newsroom"]),
            (Kind.TAG, ["Advertisement"]),
            (Kind.TAG, ["Read more"]),
            (Kind.SENTENCE, ["The water is rising.", "Residents were warned at dawn."]),
            (Kind.ITEM, ["sandbags"]),
            (Kind.ITEM, ["two pumps"]),
            (Kind.TAG, ["Loire"]),
            (Kind.TAG, ["Weather"]),
        ],
        "en",
    )
    assert shapes(aligned(source, target)) == [(1, 1)] * 12


@pytest.mark.parametrize(
    ("language", "source"),
    [
        (
            "ru",
            """
            Переговоры в Хельсинки начались в понедельник и продлятся три дня.
            Делегацию Казахстана возглавляет Данияр Сулейменов.
            По его словам, стороны обсудят 14 документов.
            Журналистов в зал не пустили.
            Следующая встреча пройдёт в Ташкенте 9 октября.
            """,
        ),
        (
            "ar",
            """
            بدأت المحادثات في هلسنكي يوم الاثنين وتستمر ثلاثة أيام.
            ويرأس وفد كازاخستان دانيار سليمانوف.
            وقال إن الجانبين سيناقشان 14 وثيقة.
            ولم يُسمح للصحفيين بدخول القاعة.
            ويعقد الاجتماع المقبل في طشقند في 9 أكتوبر.
            """,
        ),
        (
            "zh",
            """
            谈判周一在赫尔辛基开始，将持续三天。
            哈萨克斯坦代表团由达尼亚尔·苏莱曼诺夫率领。
            他说，双方将讨论14份文件。
            记者未获准进入会场。
            下一次会议将于10月9日在塔什干举行。
            """,
        ),
        (
            "ja",
            """
            協議は月曜日にヘルシンキで始まり、3日間続く。
            カザフスタン代表団を率いるのはダニヤル・スレイメノフ氏だ。
            同氏によると、双方は14の文書を協議する。
            記者は会場に入ることを許されなかった。
            次の会合は10月9日にタシケントで開かれる。
            """,
        ),
    ],
)
def test_across_scripts(language: str, source: str) -> None:
    target = """
        The talks began in Helsinki on Monday and will last three days.
        The Kazakhstan delegation is led by Daniyar Suleimenov.
        He said the two sides would discuss 14 documents.
        Journalists were not allowed into the room.
        The next meeting will be held in Tashkent on October 9.
        """
    source = "\n".join(line.strip() for line in source.strip().splitlines())
    lines = [line.strip() for line in target.strip().splitlines()]
    whole = aligned(prose(source, language), prose("\n".join(lines), "en"))
    assert shapes(whole) == [(1, 1)] * 5


def test_an_omission_that_faces_an_addition_is_doubted() -> None:
    source, target = ARTICLE.strip().splitlines(), TRANSLATION.strip().splitlines()
    source[3] = "« On n’a jamais vu ça ici, pas même en rêve », soupire un voisin de longue date."
    target[3] = "Nobody objected."
    pair = aligned(prose("\n".join(source), "fr"), prose("\n".join(target), "en"))
    assert all(bead.confidence <= 0.5 for bead in pair.beads if not bead.complete)


def test_a_passage_that_moved_is_one_bead() -> None:
    source, target = ARTICLE.strip().splitlines(), TRANSLATION.strip().splitlines()
    pair = aligned(
        prose("\n".join(source), "fr"),
        prose("\n".join([*target[:2], *target[3:], target[2]]), "en"),
    )
    assert [bead.moved for bead in pair.beads] == [False] * 6 + [True]
    assert pair.beads[-1].source.text == source[2]
    assert pair.beads[-1].target.text == target[2]


def test_is_the_same_whatever_was_aligned_before() -> None:
    def once() -> list[tuple[str, str, float]]:
        pair = aligned(prose(ARTICLE, "fr"), prose(TRANSLATION, "en"))
        return [(bead.source.text, bead.target.text, bead.confidence) for bead in pair.beads]

    assert once() == once()


def test_a_long_text_with_a_hole_keeps_its_place() -> None:
    lines = [f"Le lot {n * 37 % 4096 + 100} part vers le quai numéro {n}." for n in range(600)]
    other = [f"Lot {n * 37 % 4096 + 100} leaves for quay number {n}." for n in range(600)]
    pair = aligned(prose("\n".join(lines), "fr"), prose("\n".join(other[:200] + other[280:]), "en"))
    assert shapes(pair) == [(1, 1)] * 200 + [(1, 0)] * 80 + [(1, 1)] * 320


def test_lines_that_are_all_alike_stay_in_order() -> None:
    same = [prose("\n".join([text] * 1500), tag) for text, tag in (("Oui.", "fr"), ("Yes.", "en"))]
    assert shapes(aligned(*same)) == [(1, 1)] * 1500
