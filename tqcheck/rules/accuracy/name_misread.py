from collections.abc import Iterator

from tqcheck.ledgers.misread import may_be_misread, misread_names
from tqcheck.model import Bead, Finding, rule
from tqcheck.model.needs import source_word


@rule(
    severity="major",
    mqm="accuracy/mistranslation/entity",
    needs=(source_word(may_be_misread),),
)
def name_misread(bead: Bead) -> Iterator[Finding]:
    """A foreign name in Chinese characters keeps its Chinese reading in the translation.

    渡边 is Watanabe, and nobody finds him as “Dubian”. Japanese family names are told by their
    characters, Korean and Vietnamese ones by the country before them, and places by characters
    that stand for sounds. What the right form is cannot be told from the characters.

    Flagged:
        zh: 日本选手渡边健太获得第二名。
        en: Japan’s [[Dubian Jiantai]] finished second.

        zh: 越南选手阮氏芳获得第九名。
        en: Vietnam’s [[Ruan Shifang]] finished ninth.

        zh: 哈萨克斯坦将在江布尔州建设风电场。
        en: Kazakhstan will build a wind farm in the [[Jiangbuer]] Region.

        zh: Die Zeit 报道了韩国导演金基德。
        de: Die Zeit berichtet über den Regisseur [[Jin Jide]].
    Accepted:
        zh: 日本选手渡边健太获得第二名。
        en: Japan’s Kenta Watanabe finished second.

        zh: 中国驻韩国大使张明会见了李红。
        en: China’s ambassador to South Korea, Zhang Ming, met Li Hong.

        zh: 马永利在普陀山和景德镇工作。
        en: Ma Yongli works in Putuoshan and Jingdezhen.
    """
    for found in misread_names(bead):
        text = bead.target.document.text[slice(*found.target)]
        own = bead.source.document.text[slice(*found.source)]
        yield Finding(
            f"“{text}” reads “{own}” as Chinese, and the name is not",
            target=found.target,
            source=found.source,
        )
