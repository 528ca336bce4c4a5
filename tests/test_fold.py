"""Folding: what counts as the same when one searches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.enrich.fold import fold, fold_character, fold_groups, plainly_simplified
from duidu.enrich.opencc_tables import every_character
from duidu.enrich.other_script import Script
from duidu.enrich.overrides import default_overrides

SAME = [
    # Traditional, regional and Simplified forms
    "特殊關係 特殊关系",
    "臺灣 台灣 台湾",
    "裡 裏 里",
    "佔 占",
    "宣佈 宣布",
    "附著 附着",
    "爲 為 为",
    "說 説 说",
    "線 綫 线",
    "群 羣",
    "衛 衞 卫",
    "峰 峯",
    "床 牀",
    "後 后",
    "乾 幹 干",
    "發 髮 发",
    "牠 它",
    "靑年 青年",
    "藉由 借由",
    "逕行 径行",
    # radicals that stand for ideographs
    "⾺克思 馬克思 马克思",
    "裴⻑安 裴長安",
    # width, case, accents
    "ＮＡＴＯ nato NATO",
    "１９４９ 1949",
    "café CAFÉ cafe cafe\u0301",
    "ﬁrst first",
    "，： ,:",
    "㈠ (一)",
    # signs that differ by script or by keyboard
    '「特殊」 “特殊” "特殊"',
    "『特殊』 ‘特殊’ '特殊'",
    "1897–1963 1897-1963 1897—1963",
    "邱吉爾‧溫斯頓 邱吉尔·温斯顿",
    "六○年代 六〇年代",
    "聯盟──特殊 聯盟——特殊",
    "⋯⋯ …… ......",
    "O’Neill O'Neill OʼNeill Oʻneill",
    "Straße strasse STRASSE",
    "Wałęsa walesa",
    "Søren soren",
    "Đorđe dorde",
    "Œuvre oeuvre",
    "Æthelred aethelred",
    "Þorn thorn",
    "Ðorn dorn",
    "λόγος λογοσ ΛΟΓΟΣ",
    # what is not seen
    "合\u00ad作 合\u200b作 合作 \u202e合作 合作\U000e0100",
    "合\u2066作\u2069 合\u061c作 合\u200f作 合作\ufe00 \ufeff合作 合作",
    "歐洲─聯盟 歐洲―聯盟 歐洲━聯盟 歐洲—聯盟",
    "Jaʹfar Ja′far Ja'far",
    "İstanbul Istanbul ıstanbul",
]

UNLIKE = ["未 末", "已 己", "か が", "部份 部分", "〈 《", "a b"]

SPACES = [
    ("於 1949 年 4 月", "于1949年4月"),
    ("special  \n relationship", "special relationship"),
    ("例如 George Liska 便", "例如george liska便"),
    ("Vol. 72, No. 4", "vol.72,no.4"),
    ("a b c 1 2", "a b c 1 2"),
    (" 　", ""),
]


@pytest.mark.parametrize("forms", SAME)
def test_these_are_the_same(forms: str) -> None:
    first, *others = forms.split(" ")
    assert {fold(other) for other in others} == {fold(first)}


@pytest.mark.parametrize("forms", UNLIKE)
def test_these_are_not_the_same(forms: str) -> None:
    first, second = forms.split(" ")
    assert fold(first) != fold(second)


@pytest.mark.parametrize(("text", "folded"), SPACES)
def test_white_space_counts_between_words_only(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(
    st.text(
        alphabet=st.sampled_from(sorted(character for character in every_character() if len(character) == 1))
    )
)
def test_both_scripts_fold_to_the_same_unless_conversion_made_a_choice(text: str) -> None:
    assert fold(plainly_simplified(text)) == fold(text)
    assert len(plainly_simplified(text)) == len(text)


def test_most_of_what_opencc_gives_is_plain() -> None:
    """Else the search files would have to tell it, character by character."""
    script = Script(default_overrides())
    text = "當前國際關係裡，英美兩國間的夥伴關係總被描述為「特殊關係」。"
    converted = script.convert(text)
    told = [pair for pair in zip(plainly_simplified(text), converted, strict=True) if pair[0] != pair[1]]
    assert told == []


def test_groups_tell_what_is_to_be_folded_and_no_more() -> None:
    groups = fold_groups("系台x")
    assert [group for group in groups if group[0] in "系台"] == ["台枱檯臺颱", "系係繫"]
    for group in groups:
        assert {fold_character(other) for other in group} == {group[0]}
    assert not any(group[0] in "关x" for group in groups)
