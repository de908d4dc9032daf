from collections.abc import Iterator

from tqcheck.features.names import may_be_a_head
from tqcheck.ledgers.cut_names import may_be_a_particle, may_be_cut
from tqcheck.ledgers.fragments import (
    headless,
    leftovers,
    lone_lines,
    may_begin_again,
    truncated,
)
from tqcheck.ledgers.persons import Fate, is_dotted, may_be_cut_off, persons
from tqcheck.ledgers.wrong_names import endless_names, shortened_mentions
from tqcheck.model import Finding, Fix, Pair, rule
from tqcheck.model.needs import SEVERAL_BEADS, lost_name, pair_that, source_word, target_word


def _may_say_again(pair: Pair) -> bool:
    return may_begin_again(pair.beads[0])


def _may_be_cut(pair: Pair) -> bool:
    return may_be_cut(pair.beads[0])


@rule(
    severity="major",
    mqm="accuracy/addition",
    needs=(
        target_word(may_be_a_head)
        + pair_that(_may_say_again)
        + SEVERAL_BEADS
        + target_word(may_be_a_particle)
        + pair_that(_may_be_cut)
        + lost_name(may_be_cut_off)
        + source_word(is_dotted),
    ),
)
def name_fragment(pair: Pair) -> Iterator[Finding]:
    """A piece of a longer name stands for the whole, or beside it as debris.

    “The U.S.-led coalition United during the talks”: the name was rendered once, and a piece of a
    second rendering was left behind. Reported are words that need a partner (“United”, “Hong”)
    where the source has no such word by itself, and the sentence or its source shows the whole; a
    line of one such word that translates nothing; and names whose last word lost its end or is gone.

    Flagged:
        fr: Les chefs de la coalition dirigée par les États-Unis se sont réunis à Bagdad.
        en: The heads of the U.S.-led coalition [[United]] met in Baghdad.

        de: Die UN-Mission begann im Mai in Genf.
        en: The UN mission [[United]] began in Geneva in May.

        es: El avión salió de Kuala Lumpur con retraso.
        en: The plane left [[Kuala]] late.

        en: The US delegation left the hall.
        de: Die US-Delegation der [[Vereinigten]] verließ den Saal.

        fr: Emmanuel Macron a parlé à Lyon.
        en: Emmanuel Macron [[Emmanuel]] spoke in Lyon.

        de: Die Vereinten Nationen warnen vor Hunger.
        en: The [[United]] warn of hunger.

        de: Der Handel mit den Vereinigten Staaten und Polen nahm zu.
        en: Trade with the [[United]] and Poland increased.

        zh: 外长推迟了对韩国的访问。
        en: The foreign minister postponed a trip to [[South]].

        es: Lo dijo la abogada Chiamaka [[Okonkwo]].
        en: The lawyer Chiamaka [[Okon]] said so.

        ar: قال المدرب مارتن فالنتينو إنه راض.
        en: Coach Martin [[Val]] said he was pleased.

        zh: 荷兰人扬·范德梅尔对此表示赞赏。
        en: The Dutchman [[Jan van der M]] praised it.

        fr: Tran Thi Kim Ngân parle.
        en: [[Tran Thi]] speaks.

        it: L’Arabia Saudita ha firmato.
        it: Il vertice è finito ieri sera a Riad.
        en: Saudi Arabia has signed.
        en: [[Saudi]]
        en: The summit ended last night in Riyadh.
        ru: Слово взял Леонид Хейфец. Позже Хейфец ушёл.
        en: Leonid Kheifets took the floor. Later [[Kheif]] left.
    Accepted:
        fr: Les supporters de Manchester United ont sifflé les Américains.
        en: Manchester United fans booed the Americans.

        fr: Le procès de Sirhan Bishara Sirhan a commencé à New York.
        en: The trial of Sirhan Bishara Sirhan began in New York.

        fr: United a battu Chelsea devant des Américains.
        en: Yesterday United beat Chelsea in front of Americans.

        de: Der Flug von United Airlines aus den USA landete.
        en: The United Airlines flight from the US landed.

        es: Los Emiratos y Estados Unidos firmaron en Hong Kong.
        en: The Emirates and the United States signed in Hong Kong.

        fr: L’Arabie saoudite et les Émirats ont promis du pétrole.
        en: Saudi and Emirati officials promised oil.

        ru: Войска Южной Кореи стоят у границы.
        en: The South keeps its troops on the border.
    """
    for text, span, said, debris in leftovers(pair):
        yield Finding(
            f"“{text}” is left over: “{said}” has said it already",
            target=span,
            fix=Fix(debris, ""),
        )
    for lost in headless(pair):
        yield Finding(f"“{lost.text}” stands alone: it is “{lost.whole}”", target=lost.span)
    for cut in truncated(pair):
        yield Finding(
            f"“{cut.head.text}” stands alone: “{cut.source.text}” of the source is “{cut.form}”",
            target=cut.head.span,
            source=cut.source.span,
            fix=Fix(cut.head.span, cut.form),
        )
    for person in persons(pair):
        if person.fate is Fate.CUT:
            yield Finding(
                f"“{person.text}” is “{person.form}” in the source",
                target=person.target,
                source=person.source,
            )
    for line in lone_lines(pair):
        yield Finding(
            f"“{line.text}” stands alone: it is a piece of “{line.whole}”", target=line.span
        )
    for name in endless_names(pair):
        whole = f": the source has “{name.source.text}”" if name.source else ""
        yield Finding(
            f"“{name.text}” is a name without its end{whole}",
            target=name.target,
            source=name.source.span if name.source else None,
        )
    for word, source, form in shortened_mentions(pair):
        yield Finding(
            f"“{word.text}” is cut short: it is “{form}” elsewhere",
            target=word.span,
            source=source,
            fix=Fix(word.span, form),
        )
