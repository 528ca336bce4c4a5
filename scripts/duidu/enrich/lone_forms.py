"""Which Traditional form a character has that is a word by itself, by what stands around it.

三里 is 里, but 村里 is 裡; a note is 註, but to pour is 注. Where no rule says it, the form is the usual one,
and for some characters that is doubtful: they are as often the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import regex

_NUMBER = r"[一二三四五六七八九十百千万萬亿两几数半多〇零0-9０-９]"


@dataclass(frozen=True)
class _Rule:
    """The form of a character where what stands before and after it matches."""

    form: str
    before: str = ""
    after: str = ""

    @cached_property
    def _pattern(self) -> regex.Pattern[str]:
        before = rf"(?<={self.before})" if self.before else ""
        return regex.compile(rf"{before}.(?:{self.after})")

    def applies(self, text: str, place: int) -> bool:
        return self._pattern.match(text, place) is not None


# What a department, faction or school of languages is called by.
_OF_KINDS = (
    "[文语学律济治史哲理工程械木机医药术乐剧球商管法社]|英美|直|奉|皖|桂|闽|湘|淮|浙|派|旁|母|父|亲|嫡|全|各|本|该|外"
    "|院|校|科|转"
)
_FOREIGN = (
    "[阿埃艾奥巴贝比伯布查茨达德迪多厄恩法菲费佛夫弗盖戈格古哈赫霍基加杰卡凯科克库拉莱兰朗劳勒雷利林隆卢鲁"
    "伦罗洛马麦曼梅蒙米莫默姆穆纳内尼诺努帕佩皮普齐乔切琼萨塞桑瑟沙舍圣史斯苏索塔泰坦特提廷托瓦威韦维温沃乌"
    "西希夏谢辛休亚伊尤约泽扎兹佐]"
)
_CLAUSE = r"\A|\P{Han}"
_RULES: Mapping[str, tuple[_Rule, ...]] = {
    "准": (
        _Rule("準", before="[很太真最更极瞄算说看吃精]"),
        _Rule("準", before=_CLAUSE, after="[此是上前]"),
        _Rule("准"),
    ),
    "舍": (_Rule("捨"),),
    "径": (_Rule("逕", after="[行自为以予由向认将依送付赴往与就]"),),
    "咨": (_Rule("咨", after="[请文送复达]"),),
    "钟": (_Rule("鐘"),),
    "游": (_Rule("游"),),
    "借": (
        _Rule("借", after="[给到了过钱款用书住阅调自贷他你我]"),
        _Rule("借", before="[出租贷所转外商向]"),
        _Rule("藉", after=r"\p{Han}{3}"),
    ),
    "巨": (_Rule("鉅", before="[甚至过颇较]"),),
    "里": (
        _Rule("里", before=_CLAUSE, after=r"\P{Han}|\Z"),
        _Rule("里", before=rf"{_NUMBER}|[邻故余]"),
        _Rule("里", after="[长民邻]|办公处|行政"),
        _Rule("里", before=_FOREIGN, after=_FOREIGN),
    ),
    "只": (
        _Rule(
            "隻",
            before=rf"{_NUMBER}|[这那每各单整哪]",
            after=r"(?![能是有要会可为想好怕须准许限不看管见在知得应])\p{Han}",
        ),
        _Rule("隻", before=rf"{_NUMBER}|[这那每哪]", after=r"\P{Han}|\Z"),
    ),
    "系": (
        _Rule("系", before=_OF_KINDS, after=r"[主教讲助学生所务办里的与和及、，。；）)”」]|\Z"),
        _Rule("系", before=_CLAUSE, after="[主务办里]"),
        _Rule("系", before="[美陆]法|普通法|[男女]"),
        _Rule("係", after=r"[\p{Han}「『“‘《〈]"),
    ),
    "注": (
        _Rule("註", after=r"\s*[0-9０-９①-⑳]"),
        _Rule(
            "註",
            before=rf"[同见前译原边脚尾附校笺疏]|作者|译者|{_CLAUSE}",
            after=r"[一二三四五六七八九十]|\P{Han}|\Z",
        ),
    ),
    "云": (
        _Rule("云", before=r"[》”」’』诗语书赋文记传序经曰人又亦或所有自既且]|\A", after=r"[：:，,「“‘]|\Z"),
        _Rule("云", after=r"[：:「“‘]|\Z"),
    ),
    "周": (_Rule("週", before=rf"{_NUMBER}|[每上下本这隔]|第.", after=r"[^年朝代易礼王公围边]|\Z"),),
    "斗": (_Rule("斗", before=_NUMBER),),
    "出": (_Rule("齣", before=rf"{_NUMBER}|[这那]", after="[戏剧]"),),
    "丑": (_Rule("丑", before="[甲乙丙丁戊己庚辛壬癸子]"), _Rule("丑", after="[时年月日]")),
    "升": (_Rule("升", before=_NUMBER),),
    "干": (_Rule("乾", before="[很太口擦晒烘吹晾烤喝排沥抽榨阴炒哭]"),),
    "余": (_Rule("余", after="[氏某姓]"), _Rule("余", before="姓")),
    "范": (_Rule("范", after="[氏某姓]"), _Rule("范", before="姓")),
    "松": (_Rule("鬆", after="[了开动手绑弛]|一口"),),
}

RULED = frozenset(_RULES)
DOUBTFUL = frozenset("后里只面干发系台范谷历钟余云征冲斗获复制划别借升松志丑几克岳郁杰游咸御签舍症折致")


def form_of(text: str, place: int) -> str:
    """What the character at `place` of a Simplified `text`, one of `RULED`, becomes; else empty."""
    return next((rule.form for rule in _RULES[text[place]] if rule.applies(text, place)), "")
