from collections.abc import Iterator

from tqcheck.features.titles import may_be_a_title
from tqcheck.ledgers.outlets import Called, may_be_an_outlet, outlets_made_words
from tqcheck.ledgers.persons import Fate, may_change_a_person, may_stand_for_a_name, persons
from tqcheck.ledgers.retold_names import Retold, may_be_translated, translated_surnames
from tqcheck.ledgers.titles import Retitled, translated_titles
from tqcheck.ledgers.word_names import may_be_a_word_name, names_made_words
from tqcheck.model import Finding, Fix, Pair, rule
from tqcheck.model.needs import new_name, pair_that, source_word, target_word


def _may_be_changed(pair: Pair) -> bool:
    return any(map(may_change_a_person, pair.beads))


@rule(
    severity="major",
    mqm="accuracy/do-not-translate",
    needs=(
        source_word(may_be_translated)
        + source_word(may_be_a_title)
        + source_word(may_be_a_word_name)
        + new_name(may_stand_for_a_name)
        + target_word(may_be_an_outlet),
        source_word(may_be_translated)
        + source_word(may_be_a_title)
        + source_word(may_be_a_word_name)
        + target_word(may_be_an_outlet)
        + pair_that(_may_be_changed),
    ),
)
def name_translated(pair: Pair) -> Iterator[Finding]:
    """A name that keeps its form in every language was translated word by word.

    `Le Monde` is no paper called “The World”, and Herr Schwarz is not Mr Black: readers look for
    somebody who is not there. Papers and magazines are looked up in a table, and others are told by quotation marks behind
    a word such as “newspaper” and common words with a capital beside one; a family name is
    reported behind “Mr” and the like, where both languages have it as a common word, and like a given
    name that is a word beside the other half of the same person's name.

    Flagged:
        fr: Le ministre l’a dit au journal Le Monde.
        en: The minister said so to the newspaper [[The World]].

        de: Das berichtet Der Spiegel. Herr Schwarz widersprach.
        en: So [[The Mirror]] reports. Mr [[Black]] disagreed.

        es: Lo publicó El País el lunes.
        fr: C’est ce qu’a publié [[Le Pays]] lundi.

        ru: Об этом написала «Независимая газета».
        en: The [[Independent Newspaper]] wrote about it.

        ar: قال مصدر أمني لـ«الشرق الأوسط» إن الاجتماع تأجل.
        en: A security source told the [[Middle East]] that the meeting was postponed.

        ar: وصل السفير شريف الجوهري.
        en: Ambassador [[Noble]] al-Gohary has arrived.

        de: Die Autorin Anna Schneider liest.
        en: The author Anna [[Tailor]] is reading.

        zh: 他对《南华早报》说，工程将按期完工。
        en: He told the [[South China Morning Newspaper]] that the work would be done on time.

        uk: Це розповів історик Максим Ткач.
        en: This was told by the historian Maksym [[Weaver]].

        ru: Об этом сообщила газета «Рассвет».
        en: This was reported by the newspaper [[Sunrise]].

        ar: وقال لصحيفة «حرييت» التركية إن الاتفاق قريب.
        en: He told the Turkish newspaper [[Freedom]] that the deal was near.

        fr: Il l’a dit dans un entretien au Monde.
        en: He said so in an interview with [[The World]].

        es: Lo contó al diario La Comarca.
        en: He told the newspaper [[The Region]].

        fr: Elle s’est confiée au quotidien Chugoku Shimbun.
        en: She confided in the daily [[Middle Country]].

        de: Nach Recherchen des „Spiegel“ half das FBI.
        en: According to research by the [[Mirror]], the FBI helped.
    Accepted:
        fr: Le ministre l’a dit au journal Le Monde, et le monde l’a su.
        en: The minister said so to Le Monde, and the world knew.

        de: Frau Schwarz schreibt für Die Zeit.
        en: Ms Schwarz writes for Die Zeit.

        en: Mr. Black reads The Guardian.
        de: Herr Black liest The Guardian.

        ru: Об этом сообщает газета «Известия». Известия с фронта тревожные.
        en: Izvestia reports it. The news from the front is alarming.

        ar: عقد الاجتماع في الشرق الأوسط.
        en: The meeting was held in the Middle East.

        ru: Любовь Орлова поет. Любовь побеждает.
        en: Lyubov Orlova sings. Love wins.

        ru: Об этом пишет газета «Гардиан».
        en: The newspaper The Guardian writes about it.

        fr: Elle l’a dit à la chaîne Channel Four et au journal The Sun.
        en: She told the broadcaster Channel Four and the newspaper The Sun.

        de: Herr Minister Braun sprach mit Frau Richterin Weiß.
        en: Minister Braun spoke with Judge Weiss.
    """
    found: list[Retold | Retitled | Called] = [*translated_titles(pair)]
    for bead in pair.complete_beads:
        found += translated_surnames(bead)
        found += names_made_words(bead)
    found += [
        each
        for each in outlets_made_words(pair)
        if not any(each.target.overlaps(other.target) for other in found)
    ]
    taken = {each.target for each in found}
    for person in persons(pair):
        if person.fate is Fate.TRANSLATED and person.target not in taken:
            yield Finding(
                f"“{person.text}” is the name “{person.form}”, translated",
                target=person.target,
                source=person.source,
            )
    for each in found:
        text, own = pair.target.text[slice(*each.target)], pair.source.text[slice(*each.source)]
        yield Finding(
            f"“{text}” is the name “{each.form or own}”, translated",
            target=each.target,
            source=each.source,
            fix=Fix(each.target, each.form) if each.form else None,
        )
