"""Numbers as Word prints them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.sources.word.number_formats import FORMS, formatted


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("decimal", {1: "1", 10: "10", 0: "0"}),
        ("decimalZero", {1: "01", 12: "12"}),
        ("lowerRoman", {1: "i", 4: "iv", 9: "ix", 1999: "mcmxcix", 4000: "4000"}),
        ("upperRoman", {14: "XIV"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 28: "bb", 53: "aaa"}),
        ("upperLetter", {3: "C"}),
        ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 11: "11th", 21: "21st", 113: "113th"}),
        ("chicago", {1: "*", 2: "†", 3: "‡", 4: "§", 5: "**", 8: "§§"}),
        ("numberInDash", {1: "- 1 -"}),
        ("hex", {10: "A", 255: "FF"}),
        ("decimalFullWidth", {12: "１２"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedCircleChinese", {2: "②"}),
        ("decimalEnclosedFullstop", {1: "⒈", 20: "⒛", 21: "21"}),
        ("decimalEnclosedParen", {1: "⑴", 20: "⒇"}),
        ("ideographEnclosedCircle", {1: "㊀", 10: "㊉", 11: "11"}),
        ("ideographDigital", {1: "一", 10: "一〇", 25: "二五"}),
        ("taiwaneseDigital", {10: "一○"}),
        ("chineseCounting", {1: "一", 10: "十", 15: "十五", 20: "二十", 99: "九十九", 105: "一○五"}),
        ("taiwaneseCounting", {11: "十一", 100: "一○○"}),
        ("chineseCountingThousand", {15: "十五", 105: "一百零五", 115: "一百一十五", 1005: "一千零五"}),
        ("taiwaneseCountingThousand", {100: "一百", 110: "一百一十"}),
        ("japaneseCounting", {10: "十", 15: "十五", 105: "百五", 215: "二百十五"}),
        ("ideographLegalTraditional", {1: "壹", 3: "參", 10: "壹拾", 12: "壹拾貳", 105: "壹佰零伍"}),
        ("chineseLegalSimplified", {2: "贰", 6: "陆"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {1: "子", 12: "亥", 13: "13"}),
        ("ideographZodiacTraditional", {1: "甲子", 12: "乙亥", 60: "癸亥", 61: "61"}),
        ("none", {1: ""}),
        ("bullet", {1: ""}),
        ("unheardOf", {7: "7"}),
    ],
)
def test_formats(form: str, expected: dict[int, str]) -> None:
    assert {number: formatted(number, form) for number in expected} == expected


@given(st.sampled_from(sorted(FORMS)), st.integers(-40_000, 40_000))
def test_every_number_is_said_in_some_way(form: str, number: int) -> None:
    assert 0 < len(formatted(number, form)) < 40


@given(st.sampled_from(sorted(FORMS)))
def test_numbers_differ(form: str) -> None:
    said = [formatted(number, form) for number in range(1, 2000)]
    assert len(set(said)) == len(said)
