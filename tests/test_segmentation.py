"""Where sentences end. A bar in a case is an end; blanks round it stand in the text as one."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tqcheck.documents import plain_document
from tqcheck.languages import known_languages, profile
from tqcheck.model import Kind
from tqcheck.segmentation import lined, segmented, sentences
from tqcheck.session import document

CASES = {
    "fr": """
        M. Dupont est arrivé mardi. | Mme Roux l’attendait.
        Le combat contre le groupe (IS). ). | La suite viendra.
        L’ancien Premier ministre J.-C. Juncker a parlé. | Il a été applaudi.
        La séance a commencé à 15 h. 30 précises. | Personne n’est parti.
        Né en 52 av. J.-C. à Rome, il a régné longtemps. | Sa fille aussi.
        Certains pays, p. ex. Malte ou Chypre, ont refusé. | D’autres hésitent.
        « Je pars. Je ne reviendrai pas », a-t-elle dit. | Puis elle est sortie.
        « Nous avons gagné ! » a crié Paul. | La foule a répondu.
        Il a tout vendu : maison, bateau, etc. | L’argent a disparu.
        Elle voulait parler… | Mais le temps manquait.
        On verra bien… peut-être demain.
        Le taux atteint 3.5 selon le rapport. | Il était de 2,8 en 2019.
        Voir l’art. 12 du code. | Il date de 1998.
        Le Pr. B. Martin et le Dr. Le Goff ont signé.
        Quoi ? | Lui ? | « Non. » | Elle n’y croit pas.
        Le général G. W. Marshall (né en 1880. Mort en 1959) avait un plan.
        Le 11 sept. 2001, New York s’arrêtait.
        Rendez-vous au n. 5 de la rue. | Sonnez deux fois.
    """,
    "en": """
        The U.S.-led coalition struck again. | No one was hurt.
        Talks with the U.S. Army resumed. | The U.N. was absent.
        He moved to the U.S. | He never came back.
        Mr. Smith met Gen. Powell at 6 p.m. Saturday. | Nobody spoke.
        The shop closes at 6 p.m. | It opens at nine.
        George W. Bush and J. R. R. Tolkien never met. | That is certain.
        The group is known as Islamic State (IS). ). | It was founded long ago.
        “It is over. We lost,” she said. | Then she left.
        “It is over. | We lost.” | She left at once.
        “Is it over?” he asked. | “Yes!” | They went home.
        He paused… | Then he spoke.
        Apples, pears, etc. | The rest was gone.
        Prices rose 3.5 percent, to $4.20. | Wages did not.
        1. The case is open. | 2. The trial is over.
        See Fig. 3 and No. 10 on p. 42. | It shows the dam.
        No. | I will not go.
        Apple Inc. shares fell. | Analysts at Goldman Sachs Inc. were surprised.
        They live on Baker St. near the park, i.e. London.
        He said he would stay (see p. 5). | She would not.
        iPhone sales fell. | iPad sales rose.
        In Jan. 2020 it began. | By Feb. it was everywhere.
    """,
    "de": """
        Am 3. Oktober feiert Deutschland. | Am 4. wird gearbeitet.
        Viele Städte, z. B. Berlin oder Köln, sind pleite. | Andere nicht.
        Das gilt, d. h. Kinder zahlen nichts. | Dr. Maier bestätigt das.
        Im 19. Jahrhundert war das anders. | Heute nicht mehr.
        Ludwig XIV. Baute er wirklich Versailles?
        „Ich gehe. Ich komme nicht wieder“, sagte sie. | Dann ging sie.
        Die 2. Bundesliga beginnt am 5. August um 15.30 Uhr. | Karten gibt es noch.
        Äpfel, Birnen usw. | Alles war weg.
        Er zögerte … | Dann sprang er.
        Nach Angaben von Prof. Dr. K. Müller stimmt das. | Sie muss es wissen.
        Rund 3,5 Mio. Euro fehlen. | Woher sollen sie kommen?
        Rom wurde 753 v. Chr. gegründet. | Das weiß jedes Kind.
        Das steht in Art. 5 Abs. 2 auf S. 17. | Niemand liest es.
        Stimmt das? | „Nein!“ | Er lachte.
    """,
    "es": """
        Los EE. UU. anunciaron sanciones. | El Sr. López protestó.
        Viajó a EE. UU. | La familia se quedó.
        La Dra. C. Ruiz llegó a las 5 p. m. con el Gral. Mora. | No habló.
        Algunos países, p. ej. Malta, se negaron. | Otros dudan.
        «Me voy. No vuelvo», dijo ella. | Luego salió.
        El informe sobre la I. A. de la Unión salió ayer. | Nadie lo leyó.
        ¿Quién es? | ¡No lo sé! | Nadie lo sabe.
        Vendió casa, barco, etc. | El dinero desapareció.
        Quería hablar… | Pero no había tiempo.
        Véase el art. 12, pág. 30. | Data de 1998.
        El índice subió un 3.5 por ciento. | Antes era 2,8.
        Murió en el año 44 a. C. en Roma. | Tenía 55 años.
        La empresa Aceros S. A. cerró. | Sus 500 empleados protestan.
    """,
    "it": """
        Il Sig. Rossi è arrivato. | La Sig.ra Bianchi lo aspettava.
        Il prof. A. Verdi e il dott. Neri hanno firmato. | Poi sono usciti.
        Alcuni Paesi, ad es. Malta, hanno rifiutato. | Altri esitano.
        «Vado via. Non torno», ha detto lei. | Poi è uscita.
        Ha venduto casa, barca, ecc. | I soldi sono spariti.
        Voleva parlare… | Ma non c’era tempo.
        Si veda l’art. 12 a pag. 30. | È del 1998.
        Morì nel 44 a.C. a Roma. | Aveva 55 anni.
        Il tasso è al 3,5 per cento. | Era al 2.8 nel 2019.
        La Fiat S.p.A. ha chiuso lo stabilimento. | Gli operai protestano.
        È vero? | «No!» | Nessuno lo sa.
    """,
    "pt": """
        O Sr. Silva chegou ontem. | A Sra. Costa esperava.
        O Dr. A. Souza e a Profa. Lima assinaram. | Depois saíram.
        Alguns países, p. ex. Malta, recusaram. | Outros hesitam.
        “Vou embora. Não volto”, disse ela. | Depois saiu.
        Vendeu casa, barco, etc. | O dinheiro sumiu.
        Queria falar… | Mas não havia tempo.
        Ver art. 12, pág. 30. | É de 1998.
        Morreu em 44 a.C. em Roma. | Tinha 55 anos.
        O séc. XIX foi assim. | O atual não é.
        A taxa é de 3,5 por cento. | Era de 2.8 em 2019.
        É verdade? | “Não!” | Ninguém sabe.
    """,
    "nl": """
        Dhr. Jansen is er al. | Mevr. de Vries komt later.
        Veel landen, bijv. Malta, weigerden. | Andere twijfelen.
        Prof. dr. J. Bakker en drs. Smit tekenden. | Daarna gingen ze weg.
        ‘Ik ga weg. Ik kom niet terug’, zei ze. | Toen vertrok ze.
        Hij verkocht huis, boot, enz. | Het geld was weg.
        Ze wilde praten… | Maar er was geen tijd.
        Zie blz. 12 en art. 5. | Dat geldt nog.
        ’s Avonds was het stil. | ’s Morgens niet.
        Hij stierf in 44 v.Chr. in Rome. | Hij was 55.
        De winkel kostte 3,5 mln. euro. | Dat is veel.
        Is het waar? | “Nee!” | Niemand weet het.
    """,
    "ru": """
        А. С. Пушкин родился в Москве. | Он был поэтом.
        В. В. Путин встретился с ген. Ивановым. | Они молчали.
        Многие страны, т. е. Мальта и Кипр, отказались. | Другие думают.
        Он продал дом, лодку и т. д. | Деньги исчезли.
        Он родился в 1980 г. в Казани. | Там он и живёт.
        Это было в 2014 г. | Он уехал.
        «Я ухожу. Я не вернусь», — сказала она. | Потом вышла.
        «Правда?» — спросил он. | Никто не ответил.
        Она хотела говорить… | Но времени не было.
        Завод находится на ул. Ленина. | Его закрыли.
        Цена выросла на 3,5 млн руб. и составила 10 млн. | Это много.
        См. стр. 12. | Там всё есть.
    """,
    "ar": """
        قال د. أحمد إن الاتفاق قريب. | ولم يضف شيئا.
        هل هذا صحيح؟ | لا! | لا أحد يعرف.
        قال الرئيس: نحن مستعدون للحوار. | ثم غادر القاعة.
        باع البيت والسيارة إلخ. | ثم اختفى المال.
        بلغت النسبة 3.5 في المئة. | وكانت 2.8 العام الماضي.
        «سأرحل. لن أعود» قالت المرأة. | ثم خرجت.
        أراد أن يتكلم… لكن الوقت انتهى. | ثم صمت.
        انظر ص. 12 من التقرير. | إنه قديم.
    """,
    "zh": """
        他说：“我来了。”|他走了。
        真的吗？|当然！|没有人知道。
        “今天很冷。|我们回家吧。”|她点点头。
        她说“今天很冷。我们回家吧。”|然后走了。
        增长率为3.5%。|去年是2.8%。
        《人民日报》报道了此事。|外国媒体没有报道。
        他想说……但是没有时间了。|她走了。
        J. K. 罗琳来了。|她很高兴。
        会议结束了（见第5页）。|大家都走了。
        他用的是Windows 11.0系统。|很好用。
    """,
    "ja": """
        彼は「行く。」と言った。|そして出て行った。
        本当ですか？|はい！|誰も知りません。
        成長率は3.5％だった。|昨年は2.8％だった。
        「寒いね。帰ろう」と彼女は言った。|彼はうなずいた。
        彼は話したかった……しかし時間がなかった。|彼女は去った。
        会議は午後3時に始まった（詳細は5ページ）。|終わったのは6時だった。
        『こころ』を読んだ。|とても良かった。
        田中氏は「反対だ」という。|理由は分からない。
    """,
    # A language without a pack.
    "cs": """
        Přišel domů. | Nikdo tam nebyl.
        Opravdu? | Ne! | Nikdo neví.
        Prezident J. Novák promluvil. | Pak odešel.
        „Odcházím. Nevrátím se,“ řekla. | Pak odešla.
        Cena je 3.5 koruny. | Bylo to málo.
    """,
}


def cases() -> list[tuple[str, str]]:
    return [
        (language, line.strip())
        for language, block in CASES.items()
        for line in block.splitlines()
        if line.strip()
    ]


@pytest.mark.parametrize(("language", "case"), cases())
def test_sentences_end_at_the_bars(language: str, case: str) -> None:
    text = case.replace(" | ", " ").replace("|", "")
    found = [text[start:end] for start, end in sentences(text, profile(language))]
    assert found == [part.strip() for part in case.split("|")]


def test_wide_spaces_before_a_stop() -> None:
    for space in ("\u00a0", "\u202f", "\u2009\u00a0"):
        text = f"He saw A{space}. B left. Nobody came."
        assert [text[slice(*each)] for each in sentences(text, profile("en"))][-1] == "Nobody came."


def test_headings_and_tags_stay_whole() -> None:
    text = "Who are they? The rebels of the north\n\nFirst. Second.\n\nBy: J. Doe. Follow"
    document = segmented(plain_document(text, profile("en")))
    assert [(segment.kind, segment.text) for segment in document.segments] == [
        (Kind.HEADING, "Who are they? The rebels of the north"),
        (Kind.SENTENCE, "First."),
        (Kind.SENTENCE, "Second."),
        (Kind.TAG, "By: J. Doe. Follow"),
    ]


LIKELY = st.sampled_from(
    [
        *"abAZéß. .!?…:;,«»“”„‘’'\"()[]。！？」「、ـا؟",
        "Dr. ",
        " U.S. ",
        "z. B. ",
        "... ",
        "3. ",
        "\n",
        "\u00a0",
    ]
)


@given(
    st.lists(LIKELY, max_size=60).map("".join) | st.text(max_size=60),
    st.sampled_from([*known_languages(), "xx"]),
)
@settings(max_examples=300, deadline=None)
@example("", "fr")
@example("\u200b", "en")
@example("(" * 50 + ". A" + ")" * 50, "en")
def test_sentences_are_in_order_and_apart(text: str, language: str) -> None:
    spans = sentences(text, profile(language))
    end = 0
    for span in spans:
        assert not text[end : span.start].strip()
        piece = text[span.start : span.end]
        assert piece
        assert piece == piece.strip()
        end = span.end
    assert not text[end:].strip()


@pytest.mark.parametrize(
    "text",
    [
        "(" * 200_000,
        "« A. » " * 30_000,
        "A. " * 30_000,
        "“" * 99_999 + ". A",
        "…" * 100_000 + " A",
        "... " * 20_000,
        "." * 100_000 + " A",
        ". ! " * 20_000,
        "“" * 30_000 + "A. B" + "”" * 30_000 + " C",
        "a" * 200_000 + ". B",
        "A.\n" + " " * 100_000 + "B",
    ],
)
def test_hostile_text_is_cut_whole(text: str) -> None:
    pieces = [text[start:end] for start, end in sentences(text, profile("fr"))]
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_lines_are_segments_and_blank_lines_part_blocks() -> None:
    text = "Un. Deux.\r\n  Trois \n\n \t\nQuatre\rCinq"
    found = lined(document(text, "fr"))
    assert [segment.text for segment in found.segments] == ["Un. Deux.", "Trois", "Quatre", "Cinq"]
    assert [block.text for block in found.blocks] == ["Un. Deux.\r\n  Trois", "Quatre\rCinq"]
