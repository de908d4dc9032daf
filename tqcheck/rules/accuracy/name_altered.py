from collections.abc import Iterator

from tqcheck.features.figures import may_be_a_figure
from tqcheck.ledgers.altered_names import Proof, altered_names, is_of_another_script, may_be_altered
from tqcheck.ledgers.anchored_names import anchored_names
from tqcheck.ledgers.exonyms import damaged_places
from tqcheck.ledgers.figures import How, misnamed
from tqcheck.ledgers.lettered_names import damaged_names
from tqcheck.ledgers.lone_names import may_be_replaced, replacements
from tqcheck.ledgers.near_names import may_be_altered_by_letters
from tqcheck.ledgers.persons import Fate, may_change_a_person, persons
from tqcheck.ledgers.renderings import rendered_otherwise
from tqcheck.ledgers.told_names import may_miss_a_place, may_name_a_place
from tqcheck.model import Finding, Fix, Pair, Span, rule
from tqcheck.model.needs import lost_name, new_name, pair_that, source_word


def _may_be_damaged(pair: Pair) -> bool:
    (bead,) = pair.beads
    return (
        may_be_altered_by_letters(bead)
        or may_change_a_person(bead)
        or may_miss_a_place(bead)
        or may_be_replaced(bead)
    )


_NEEDED = (
    new_name(may_be_altered) + source_word(may_be_a_figure),
    lost_name(may_be_altered)
    + source_word(may_be_a_figure)
    + source_word(may_name_a_place)
    + source_word(is_of_another_script),
    pair_that(_may_be_damaged) + source_word(may_be_a_figure) + source_word(is_of_another_script),
)


@rule(severity="major", mqm="accuracy/mistranslation/entity", needs=_NEEDED)
def name_altered(pair: Pair) -> Iterator[Finding]:
    """A name has lost, swapped or changed letters, or another stands in its place.

    A damaged name names nobody: readers cannot look the person or the place up, and search does
    not find the article. Names that languages spell differently are left alone, as are endings;
    what is reported is a letter that no convention changes, a difference to the name as the same
    translation writes it elsewhere, or a name that the source has not got where one is missing.

    Flagged:
        fr: La maire Hélène Castaignède a ouvert le pont.
        en: Mayor Hélène [[Castainède]] opened the bridge.

        de: Bei Encinitas brach das Feuer aus.
        en: The fire broke out near [[Encintias]].

        es: El juez Tamayo citó a la ministra.
        es: Según Tamayo, faltan pruebas.
        en: Judge [[Tomayo]] summoned the minister.
        en: According to Tamayo, there is no evidence.

        ru: Вчера Щукина показала прибор.
        ru: По словам Щукиной, он готов.
        en: Yesterday Shchukina showed the device.
        en: According to [[Shchukima]], it is ready.

        de: Der Zug nach Peking hielt in Mailand.
        en: The train to [[Bejing]] stopped in Milan.

        fr: Corinne Aubry mène.
        fr: La Suissesse Corinne Aubry est partie vite.
        en: Corinne Aubry leads.
        en: Switzerland's [[Caroline]] Aubry started fast.

        de: Maxine Winklers Auto stand in Massachusetts.
        en: [[Maxne]] Winkler's car stood in [[Massacusetts]].

        fr: Le porte-parole Anicet Mabounda a parlé.
        en: Spokesman Anicet [[Manoubda]] spoke.

        ru: Это показал профессор Жан-Люк [[Дювернуа]].
        en: Professor Jean-Luc [[Marchand]] showed it.

        it: Secondo Giulietta Bramante, il parco resta aperto.
        en: According to [[Oswald Pemberton]], the park stays open.

        ar: قال ويليام هاريس إن المشروع انتهى.
        en: [[Willaim]] Harris said the project was over.

        ru: Шахматистка Долгорсурэн победила.
        en: The chess player [[Dorgolsuren]] won.

        es: IRATXE OLABERRIA | Bilbao
        en: IRATXE [[OLABARRI]] | Bilbao

        ru: Геолог Марина [[Добролюбова]] нашла алмазы.
        en: The geologist Marina [[Dobronyubova]] found diamonds.
    Accepted:
        ru: Новак Джокович обыграл Тейлора Фрица.
        en: Novak Djokovic beat Taylor Fritz.

        fr: À Londres, Nikol Pachinian a vu Sergueï Choïgou.
        en: In London, Nikol Pashinyan met Sergei Shoigu.

        fr: Le Parlement de Catalogne siège à Barcelone.
        en: The Parliament of Catalonia sits in Barcelona.

        de: Die Merkels kauften bei Müllers in Lissabon.
        en: The Merkel family bought at Mueller's in Lisbon.

        en: The National Center for Wales opened.
        es: El Centro Nacional de Gales abrió.
    """
    # The capital of a message's first word says nothing of a name.
    begins = {bead.target.span.start for bead in pair.beads} if not pair.running else set()
    for altered in altered_names(pair):
        if altered.target.span.start in begins:
            continue
        where = "in the source"
        if altered.proof is Proof.ELSEWHERE and not altered.source:
            where = "elsewhere, as the source has it"
        why = f": {altered.proof.value}" if altered.source else ""
        yield Finding(
            f"“{altered.target.text}” is “{altered.form}” {where}{why}",
            target=altered.target.span,
            source=altered.source.span if altered.source else None,
            fix=Fix(altered.target.span, altered.form) if altered.verbatim else None,
        )
    for each in anchored_names(pair):
        if not each.cut:
            yield Finding(
                f"“{each.target.text}” is “{each.source.text}” in the source, beside the same name",
                target=each.target.span,
                source=each.source.span,
            )
    for mention in rendered_otherwise(pair):
        if not mention.cut:
            where = "elsewhere in the translation" if mention.elsewhere else "in the source"
            yield Finding(
                f"“{mention.target.text}” is “{mention.form}” {where}",
                target=mention.target.span,
                source=mention.source.span,
                fix=Fix(mention.target.span, mention.form) if mention.elsewhere else None,
            )
    for found in misnamed(pair):
        if found.how is How.ALTERED:
            yield _known(pair, found.target, found.form, found.source)
    for bead in pair.complete_beads:
        for place in damaged_places(bead):
            yield _known(pair, place.target.span, place.form, place.source)
        for source, target, form in damaged_names(bead):
            yield _known(pair, target.span, form, source)
    for person in persons(pair):
        if person.fate is Fate.REPLACED:
            yield Finding(
                f"“{person.text}” stands nowhere in the source, which has “{person.form}”",
                target=person.target,
                source=person.source,
            )
    for mine, name in replacements(pair) if pair.target.profile.has("lexicon") else ():
        if name.span.start not in begins:
            yield Finding(
                f"“{name.text}” stands nowhere in the source, which has “{mine.text}”",
                target=name.span,
                source=mine.span,
            )


def _known(pair: Pair, target: Span, form: str, source: Span) -> Finding:
    text = pair.target.text[slice(*target)]
    return Finding(
        f"“{text}” is “{form}” in {pair.target.profile.name}",
        target=target,
        source=source,
        fix=Fix(target, form),
    )
