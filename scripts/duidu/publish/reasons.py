"""Why something was set aside, moved or mended, in the readers' languages.

The model gives its reasons in English. A number in a reason stands for any number.
"""

from __future__ import annotations

import re

from duidu.model import ENGLISH, SIMPLIFIED, TRADITIONAL

_NUMBER = re.compile(r"\d+")

_REASONS = {
    "label": ("欄目名稱", "栏目名称"),
    "between names": ("姓名之間的標點", "姓名之间的标点"),
    "between keywords": ("關鍵詞之間的標點", "关键词之间的标点"),
    "affiliation mark": ("作者服務單位的星號", "作者单位的星号"),
    "running head": ("書眉", "书眉"),
    "page number": ("頁碼", "页码"),
    "note number": ("註釋編號", "注释编号"),
    "note marker": ("正文中的註碼", "正文中的注码"),
    "marker # written after the text that follows it": ("註碼 # 置於其後文字之後", "注码 # 置于其后文字之后"),
    "rest of a line broken at a note marker, written among the notes": (
        "在註碼處斷開的後半行，誤置於註釋之間",
        "在注码处断开的后半行，误置于注释之间",
    ),
    "rest of a line broken at a note marker, written after the next paragraph": (
        "在註碼處斷開的後半行，誤置於下一段之後",
        "在注码处断开的后半行，误置于下一段之后",
    ),
    "URL broken over two lines": ("網址斷為兩行", "网址断为两行"),
    "spaces inside spread-out words": ("字間多出空格", "字间多出空格"),
}


def reason_in(language: str, reason: str) -> str:
    """`reason` in `language`; as it is where no translation is known, as with an editor's own reasons."""
    known = _REASONS.get(_NUMBER.sub("#", reason))
    if known is None or language == ENGLISH:
        return reason
    numbers = iter(_NUMBER.findall(reason))
    words = known[(TRADITIONAL, SIMPLIFIED).index(language)]
    return "".join(next(numbers) if sign == "#" else sign for sign in words)
