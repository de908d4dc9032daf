from collections.abc import Iterator

from tqcheck.features.countries import may_tell_a_romanised_people
from tqcheck.features.figures import may_be_a_figure
from tqcheck.features.known_names import is_borne_otherwise
from tqcheck.ledgers.figures import How, misnamed
from tqcheck.ledgers.origins import is_foreign_given_name, may_be_unconverted, unconverted
from tqcheck.model import Finding, Fix, Pair, rule
from tqcheck.model.needs import copied_word, source_word, target_word

_NEEDED = (
    source_word(may_be_a_figure)
    + source_word(is_foreign_given_name)
    + target_word(may_be_unconverted)
    + copied_word(is_borne_otherwise)
    + source_word(may_tell_a_romanised_people),
)


@rule(severity="minor", mqm="accuracy/mistranslation/entity", needs=_NEEDED)
def name_unconverted(pair: Pair) -> Iterator[Finding]:
    """A name from another script is spelt as the source's language spells it.

    Each language writes Arabic, Russian or Chinese names for its own readers: French `Gorbatchev`
    and German `Gorbatschow` are English `Gorbachev`. Public figures are looked up in a table;
    other names are reported only where their spelling or what stands beside them shows where they
    come from, since many people write themselves in the source's way.

    Flagged:
        fr: Mikhaïl Gorbatchev a démissionné en 1991.
        en: [[Mikhail Gorbatchev]] resigned in 1991.

        fr: Bachar al-Assad a quitté Damas.
        en: [[Bachar al-Assad]] left Damascus.

        fr: La réalisatrice Rossana Khassimova a remercié Oleksandr Bojtchouk.
        en: Director Rossana [[Khassimova]] thanked Oleksandr [[Bojtchouk]].

        de: Der Nachfolger von Jelzin war Wladimir Putin. Boris Jelzin starb 2007.
        en: The successor of [[Jelzin]] was Vladimir Putin. Boris Yeltsin died in 2007.

        es: El ministro Serguéi Lavrov viajó a Ankara.
        en: Minister [[Serguéi Lavrov]] travelled to Ankara.

        es: La maestra Gulnora Safárova habló con Guiorgui Lomidze.
        en: Teacher Gulnora [[Safárova]] spoke with [[Guiorgui]] Lomidze.

        de: Der Buchhalter Schukri Ben Hamuda sagte aus.
        en: The bookkeeper [[Schukri]] Ben Hamuda testified.

        de: Die Springerin Jana Doroschtschuk gewann.
        en: The jumper Jana [[Doroschtschuk]] won.

        es: Lo dijo el ingeniero ucraniano Serhí Pálatin.
        en: The Ukrainian engineer [[Serhí]] [[Pálatin]] said so.

        zh: 欧洲央行行长拉加德和律师利马瑟夫说。
        en: ECB President [[Lajiade]] and the lawyer [[Limasefu]] said so.

        zh: 谈判者谢尔盖·乌沙科夫和罗杰·坎巴抵达日内瓦。
        en: The negotiators [[Xieergai]] Ushakov and [[Luojie]] Kamba arrived in Geneva.

        zh: 日本选手西川美和夺得冠军。
        en: Japan's [[Xichuan Meihe]] won.

        tr: Başkan Timur İşmetov konuştu.
        en: Chairman Timur [[İşmetov]] spoke.

        uk: Серед японців був інженер Кендзі Мацусіта.
        en: Among the Japanese was the engineer [[Kendzi Matsusita]].

        ru: Физик Чжан Сяомин и директор Халед ан-Наджар выступили.
        en: The physicist [[Chzhan]] Xiaoming and the director Khaled an-[[Nadzhar]] spoke.

        ru: Джона Линдквиста встретила Хелена Моррис.
        en: [[Dzhon]] Lindqvist was met by [[Khelena]] Morris.

        ru: Переговорщик Сергей Ушаков прибыл в Женеву.
        en: The negotiator Sergei [[Uschakow]] arrived in Geneva.

        ar: قالت المندوبة النرويجية إنغريد فيلدهاوغ إن القافلة وصلت.
        en: The Norwegian delegate Ingrid [[Fildhawgh]] said that the convoy had arrived.

        ru: Азербайджанский спасатель Джавид приехал утром.
        en: The Azerbaijani rescuer [[Dzhavid]] came in the morning.
    Accepted:
        ru: Литовец Ефим Лейбензон и грузин Гия Жордания сыграли вничью.
        en: The Lithuanian Efim Leibenzon and the Georgian Gia Zhordania drew.

        fr: Mikhaïl Gorbatchev a démissionné en 1991.
        en: Mikhail Gorbachev resigned in 1991.

        fr: Alassane Ouattara a reçu Mohamed Bazoum et Achraf Hakimi.
        en: Alassane Ouattara received Mohamed Bazoum and Achraf Hakimi.

        fr: Roch Voisine, Lou Doillon et Igor Bogdanoff ont chanté à Moscou.
        en: Roch Voisine, Lou Doillon and Igor Bogdanoff sang in Moscow.

        de: Vitali und Wladimir Klitschko boxten gegen Klaus Teltow.
        en: Vitali and Wladimir Klitschko boxed against Klaus Teltow.

        ru: Канцлер Шольц и Ангела Меркель приехали с Чарльзом Дарвиным.
        en: Chancellor Scholz and Angela Merkel came with Charles Darwin.

        zh: 中国驻日本大使吴江浩发表讲话。
        en: Wu Jianghao, China's ambassador to Japan, spoke.

        de: Rainer Schawinski sprach mit Wladimir Putin.
        en: Rainer Schawinski spoke with the Russian president.
    """
    known = [found for found in misnamed(pair) if found.how is How.LEFT]
    for found in known:
        text = pair.target.text[slice(*found.target)]
        yield Finding(
            f"“{text}” is left in the source’s spelling: in {pair.target.profile.name} it is “{found.form}”",
            target=found.target,
            source=found.source,
            fix=Fix(found.target, found.form),
        )
    for name in unconverted(pair):
        if name.half or any(found.target.overlaps(name.target) for found in known):
            continue
        text = pair.target.text[slice(*name.target)]
        yield Finding(
            f"“{text}” is spelt as in {name.language or pair.source.profile.name}:"
            f" {name.sign.value}",
            target=name.target,
            source=name.source,
            fix=Fix(name.target, name.form) if name.form else None,
        )
