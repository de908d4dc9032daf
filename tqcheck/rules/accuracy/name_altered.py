from collections.abc import Iterator

from tqcheck.features.figures import may_be_a_figure
from tqcheck.ledgers.altered_names import Proof, is_of_another_script, may_be_altered
from tqcheck.ledgers.anchored_names import anchored_names
from tqcheck.ledgers.renderings import rendered_otherwise
from tqcheck.ledgers.told_names import may_name_a_place
from tqcheck.ledgers.wrong_names import altered, may_be_damaged, misspelt_names, replaced_names
from tqcheck.model import Finding, Fix, Pair, rule
from tqcheck.model.needs import lost_name, new_name, pair_that, source_word

_NEEDED = (
    new_name(may_be_altered) + source_word(may_be_a_figure),
    lost_name(may_be_altered)
    + source_word(may_be_a_figure)
    + source_word(may_name_a_place)
    + source_word(is_of_another_script),
    pair_that(may_be_damaged) + source_word(may_be_a_figure) + source_word(is_of_another_script),
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

        es: El jefe, Mohamed Hamdan Dagalo, habló.
        en: The leader, Mohamed [[Hamdok]] Dagalo, spoke.

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
    for name in altered(pair):
        where = "in the source"
        if name.proof is Proof.ELSEWHERE and not name.source:
            where = "elsewhere, as the source has it"
        why = f": {name.proof.value}" if name.source else ""
        yield Finding(
            f"“{name.target.text}” is “{name.form}” {where}{why}",
            target=name.target.span,
            source=name.source.span if name.source else None,
            fix=Fix(name.target.span, name.form) if name.verbatim else None,
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
    for target, form, source in misspelt_names(pair):
        text = pair.target.text[slice(*target)]
        yield Finding(
            f"“{text}” is “{form}” in {pair.target.profile.name}",
            target=target,
            source=source,
            fix=Fix(target, form),
        )
    for other in replaced_names(pair):
        yield Finding(
            f"“{other.text}” stands nowhere in the source, which has “{other.form}”",
            target=other.target,
            source=other.source,
        )
