"""The order of Chinese words, on characters whose strokes and readings anyone can look up."""

from __future__ import annotations

import pytest

from duidu.enrich.collation import OTHER, initial, sort_key, strokes
from duidu.model import ENGLISH, SIMPLIFIED, TRADITIONAL

STROKES = (
    "1一 2二人 3三大 4天王 5丘北布 6安羽 7克杜 8邱阿 9英柏 10盎馬 11張麥國 12單華 14赫對"
    " 15鄭歐 16戰龍 17聯 18雙 19羅關 20蘇黨 21鐵 22權 23體 25灣"
)
PINYIN = (
    "A阿盎安 B北布 C陈 D大杜 E俄 F法 G国 H赫 J机 K克 L罗 M麦马 N南 O欧 P平 Q邱权"
    " R人 S苏 T铁 W湾 X现 Y英 Z郑张"
)


@pytest.mark.parametrize("group", STROKES.split())
def test_strokes_are_counted_as_in_taipei(group: str) -> None:
    ideographs = group.lstrip("0123456789")
    count = group.removesuffix(ideographs)
    assert {str(strokes(each)) for each in ideographs} == {count}
    assert initial(ideographs, TRADITIONAL) == count


@pytest.mark.parametrize("group", PINYIN.split())
def test_pinyin_begins_with_the_right_letter(group: str) -> None:
    assert {initial(each, SIMPLIFIED) for each in group[1:]} == {group[0]}


def ordered(language: str, *texts: str) -> list[str]:
    return sorted(texts, key=lambda text: sort_key(text, language))


def test_order_is_by_strokes_pinyin_and_letters() -> None:
    assert ordered(TRADITIONAL, "鐵幕", "「三環」", "布希", "布朗", "一", "NATO") == [
        "NATO",
        "一",
        "「三環」",
        "布希",
        "布朗",
        "鐵幕",
    ]
    assert ordered(SIMPLIFIED, "铁幕", "布希", "布朗", "北约", "邱吉尔") == [
        "北约",
        "布朗",
        "布希",
        "邱吉尔",
        "铁幕",
    ]
    assert ordered(ENGLISH, "The Sinews of Peace", "spill-over", "Émile", "Eden", "SIGINT") == [
        "Eden", "Émile", "SIGINT", "The Sinews of Peace", "spill-over",
    ]  # fmt: skip


def test_what_has_neither_strokes_nor_letters_stands_apart() -> None:
    assert initial("1949", TRADITIONAL) == initial("", SIMPLIFIED) == initial("英", ENGLISH) == OTHER
    assert initial("The Wall", ENGLISH) == "W"
    assert ordered(TRADITIONAL, "\u3400", "龍") == ["龍", "\u3400"]
