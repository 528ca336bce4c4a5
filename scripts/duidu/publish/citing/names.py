"""The parts of a Chinese name, and of what stands after it, where they can be known.

Chinese is written without spaces, so the name alone does not tell: 歐陽修 is surnamed 歐陽, and a name
may be a pen name. The name in English does, where it shows the parts: Hsin-yi has two syllables and
Chang has one, so 張心怡 is 張 and 心怡, whichever of the two comes first.
"""

from __future__ import annotations

import re

from duidu.publish.citing.record import Name

# Surnames of two ideographs, in either script. A name that begins so might yet be one of one ideograph.
_COMPOUND = """
    歐陽 欧阳 司馬 司马 司徒 司空 上官 諸葛 诸葛 夏侯 皇甫 尉遲 尉迟 公孫 公孙 慕容
    令狐 長孫 长孙 宇文 鮮于 鲜于 東方 东方 南宮 南宫 西門 西门 獨孤 独孤 端木 百里
    呼延 軒轅 轩辕 鍾離 钟离 太史 澹臺 澹台 公冶 宗政 濮陽 濮阳 淳于 單于 单于 申屠
    公羊 赫連 赫连 聞人 闻人 東郭 东郭 南榮 南荣 梁丘 左丘 第五 萬俟 万俟 范姜 張簡
    张简 張廖 张廖
"""
_IDEOGRAPHS = re.compile("[㐀-䶿一-鿿\U00020000-\U0003ffff]+")
# What someone is, at the end of where they are.
_POSITION = re.compile(
    "[專兼专]任.*|(?:特聘|榮譽|荣誉|講座|讲座|客座)?(?:助理|助|副)?(?:教授|研究[員员])|助[教理]|[講讲][師师]"
    "|博士(?:班|後|后|候選|候选|研究|生).*|碩士.*|硕士.*|研究生|系主任|所[長长]|院[長长]"
)
_WORD = re.compile(r"[^\W\d_]+(?:[-‐’'][^\W\d_]+)?")


def surname_and_given(name: Name) -> tuple[str, str] | None:
    """The surname and the given name in Chinese; None where they cannot be told apart safely."""
    words = name.english.replace(",", " ").split()
    if not _IDEOGRAPHS.fullmatch(name.chinese) or len(words) != 2 or not all(map(_WORD.fullmatch, words)):
        return None
    syllables = sorted(1 + len(re.findall(r"[-‐]", word)) for word in words)
    compound = name.chinese[:2] in _COMPOUND.split()
    match len(name.chinese), syllables:
        case (2, [1, 1]):
            cut = 1
        case (3, [1, 2]) if not compound:
            cut = 1
        case (4, [2, 2]) if compound:
            cut = 2
        case _:
            return None
    return name.chinese[:cut], name.chinese[cut:]


def place_and_position(affiliation: str) -> tuple[str, str]:
    """Where someone is, and what they are there: empty if that is not said, or said in other words."""
    ends = (_POSITION.fullmatch(affiliation, cut) for cut in range(1, len(affiliation)))
    position = next((end[0] for end in ends if end), "")
    return affiliation.removesuffix(position).rstrip(" ，、,"), position
