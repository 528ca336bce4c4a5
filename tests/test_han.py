"""Facts about written Chinese."""

from __future__ import annotations

import re

import pytest
import regex

from duidu.han import (
    IDEOGRAPHIC_SIGN,
    UNIFIED,
    WORD_SIGN,
    bracket_depth,
    chinese_number,
    is_common,
    is_ideograph,
    number,
)


@pytest.mark.parametrize("sign", ["漢", "㐀", "𠮷", "𰻞", "豈", "〇", "○", "々"])
def test_ideographs_of_every_plane_and_what_stands_for_one(sign: str) -> None:
    assert is_ideograph(sign)


@pytest.mark.parametrize("sign", ["a", "1", "，", "か", "ア", "한", "ä", " "])
def test_letters_marks_and_kana_are_no_ideographs(sign: str) -> None:
    assert not is_ideograph(sign)


@pytest.mark.parametrize(("sign", "common"), [("漢", True), ("㐀", False), ("𠮷", False), ("鿿", False)])
def test_unified_ideographs_and_those_that_are_common(sign: str, common: bool) -> None:
    assert regex.fullmatch(UNIFIED, sign)
    assert is_common(sign) == common


@pytest.mark.parametrize("sign", ["々", "〇", "⼀", "\uf900", "か", "，"])
def test_what_is_no_unified_ideograph(sign: str) -> None:
    assert not regex.fullmatch(UNIFIED, sign)


@pytest.mark.parametrize(
    ("sign", "words", "ideographs"),
    [
        *[(sign, True, False) for sign in "aж9"],
        *[(sign, False, True) for sign in "漢か𠮷"],
        *[(sign, False, False) for sign in "。,_"],
    ],
)
def test_letters_of_either_kind_of_script(sign: str, words: bool, ideographs: bool) -> None:
    assert bool(re.fullmatch(WORD_SIGN, sign)) == words
    assert bool(re.fullmatch(IDEOGRAPHIC_SIGN, sign)) == ideographs


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("1949", 1949),
        ("１９４９", 1949),
        ("一九四九", 1949),
        ("三十八", 38),
        ("十", 10),
        ("廿一", 21),
        ("一百零二", 102),
        ("六○", 60),
        ("元", 1),
    ],
)
def test_numbers_as_dates_have_them(said: str, meant: int) -> None:
    assert number(said) == meant


@pytest.mark.parametrize(("value", "said"), [(0, "零"), (2, "二"), (10, "十"), (11, "十一"), (21, "二十一")])
def test_numbers_as_headings_write_them(value: int, said: str) -> None:
    assert chinese_number(value) == said


def test_numbers_up_to_99_are_read_back() -> None:
    assert [number(chinese_number(value)) for value in range(1, 100)] == list(range(1, 100))


def test_brackets_and_quotation_marks_open_and_close() -> None:
    assert [bracket_depth(sign) for sign in "「（《a》）」"] == [1, 1, 1, 0, -1, -1, -1]
