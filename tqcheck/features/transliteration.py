"""How Chinese and Japanese texts write foreign names, and how others write theirs."""

import re
from collections.abc import Iterable
from functools import cache

from tqcheck.features.folding import folded
from tqcheck.features.sounds import is_japanese

#: The syllables of Pinyin: each initial with the finals that it takes.
_SYLLABLES = """
    - a ai an ang ao e en er o ou
    b a ai an ang ao ei en eng i ian iao ie in ing o u
    p a ai an ang ao ei en eng i ian iao ie in ing o ou u
    m a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u
    f a an ang ei en eng o ou u
    d a ai an ang ao e ei en eng i ian iao ie ing iu ong ou u uan ui un uo
    t a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo
    n a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo ue
    l a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo ue
    g a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
    k a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo
    h a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
    j i ia ian iang iao ie in ing iong iu u uan ue un
    q i ia ian iang iao ie in ing iong iu u uan ue un
    x i ia ian iang iao ie in ing iong iu u uan ue un
    zh a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo
    ch a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
    sh a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo
    r an ang ao e en eng i ong ou u uan ui un uo
    z a ai an ang ao e ei en eng i ong ou u uan ui un uo
    c a ai an ang ao e en eng i ong ou u uan ui un uo
    s a ai an ang ao e en eng i ong ou u uan ui un uo
    y a an ang ao e i in ing ong ou u uan ue un
    w a ai an ang ei en eng o u
"""
_KOREAN = re.compile(
    r"(?:Kim|Park|Lee|Choi|Moon|Yoon|Jung|Jeong|Kang|Cho|Yoo|Han|Hyun|Seoul|Busan)"
)
#: What Chinese texts write the sounds of foreign names with; they mean something elsewhere.
_SOUNDED = (
    "阿埃艾爱安昂奥澳巴白拜班邦保鲍北贝本比彼毕别宾波伯勃博薄布策查察昌楚茨次达大代戴丹当道德登邓迪底地蒂"
    "丁东杜敦顿多俄厄恩尔耳二法凡范菲费芬丰冯佛弗夫福富盖甘冈高戈哥格葛根贡古瓜圭果哈海罕汉汗豪赫黑亨"
    "洪侯胡华怀惠霍基吉季加迦贾简杰捷金津久喀卡开凯坎康考柯科可克肯孔库夸奎昆拉腊来莱赖兰郎朗劳勒雷"
    "蕾黎里理利莉立丽连莲廉列林琳龄留龙隆娄卢鲁路露伦罗洛吕马玛麦曼芒茅毛梅美门蒙孟米密缅敏明摩莫默"
    "姆木穆拿那纳娜奈南瑙内嫩尼涅宁牛纽农努诺欧帕潘庞培佩蓬彭皮匹平珀泼普齐奇契恰千强乔切钦琴青琼丘"
    "让热日荣茹儒瑞若撒萨塞赛桑瑟森莎沙山珊尚绍舍申生圣胜施石什史士舒朔斯丝思苏索所塔台太泰坦汤唐陶"
    "特滕提惕田铁廷通图土托陀脱瓦外万旺威韦维魏温文翁沃乌吾武西希悉锡席喜夏香肖谢辛欣兴休雄修许叙雪"
    "逊雅亚延扬杨尧耶叶伊依因英尤尤于约宰赞泽曾扎詹张朝珍芝智治中朱茱卓兹子宗佐革堡夕天宝伍彻弥麻锦莓娅妮妲玫黛茜芙蓓珀嘉婷娃缪佩翁菱涛蒂缇诗碧琦玲珊璐洁薇爾爾維納羅蘭馬瑪爾萊魯"
)
_SOUNDED_RUN = re.compile(f"[{_SOUNDED}·]{{2,}}")
_SOUNDED_OPENING = re.compile(f"[{_SOUNDED}]*")
_KATAKANA_RUN = re.compile(r"[ァ-ヺー]{2,}")


@cache
def _pinyin() -> re.Pattern[str]:
    rows = (line.split() for line in _SYLLABLES.strip().splitlines())
    syllables = "|".join(
        f"{initial.strip('-')}(?:{'|'.join(sorted(finals, key=len, reverse=True))})"
        for initial, *finals in rows
    )
    return re.compile(f"(?:{syllables}){{1,4}}")


def is_pinyin(name: str) -> bool:
    """Whether a name can be Chinese by its syllables."""
    return len(name) <= 24 and _pinyin().fullmatch(folded(name)) is not None


def is_east_asian(name: str) -> bool:
    """Whether a name may be one that is written in Chinese characters with other sounds:
    Japanese or Korean.
    """
    return is_japanese(folded(name)) or is_korean(name)


def may_have_family_first(words: Iterable[str]) -> bool:
    """Whether a name may be of a people that puts the family name first at home."""
    return all(is_pinyin(word) or is_east_asian(word) for word in words)


def is_korean(name: str) -> bool:
    """Whether a name begins as those of Koreans do."""
    return _KOREAN.match(name) is not None


def sounded(text: str, script: str) -> list[str]:
    """The stretches of a Japanese or Chinese text that may write foreign sounds."""
    return (_KATAKANA_RUN if script == "Hira" else _SOUNDED_RUN).findall(text)


def sounded_beginning(text: str) -> str:
    """The characters that a Chinese text begins with and that may write foreign sounds."""
    match = _SOUNDED_OPENING.match(text)
    return match.group() if match else ""


def sounded_end(text: str) -> str:
    """The characters that a Chinese text ends with and that may write foreign sounds."""
    return sounded_beginning(text[::-1])[::-1]
