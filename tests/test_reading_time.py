"""How long an article is said to be, and how long it is said to take to read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from articles import SAMPLE, paragraph
from duidu.model import ENGLISH, SIMPLIFIED, TRADITIONAL
from duidu.publish.reading_time import CHARACTERS_A_MINUTE, length_of, reading_time
from duidu.publish.words import WORDS


def said(minutes: int, language: str = TRADITIONAL) -> str:
    blocks = (paragraph(1, "字" * (minutes * CHARACTERS_A_MINUTE)),)
    return reading_time(replace(SAMPLE, blocks=blocks), WORDS[language])


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("英美特殊關係", 6),
        ("「英、美」，特殊！", 4),
        ("Winston Churchill", 2),
        ("邱吉爾（Churchill）於 1946 年", 7),
        ("state-of-the-art U.S. 3.5", 3),
        ("𠮷野〇", 3),
        ("……", 0),
    ],
)
def test_what_is_counted(text: str, length: int) -> None:
    assert length_of(replace(SAMPLE, blocks=(paragraph(1, text),))) == length


def test_notes_are_not_counted() -> None:
    assert length_of(replace(SAMPLE, notes=())) == length_of(SAMPLE)


@pytest.mark.parametrize(
    ("minutes", "time"),
    [
        (1, "1\u00a0分鐘"),
        (19, "19\u00a0分鐘"),
        (43, "45\u00a0分鐘"),
        (59, "1\u00a0小時"),
        (146, "2\u00a0小時 25\u00a0分鐘"),
    ],
)
def test_a_long_time_is_rounded(minutes: int, time: str) -> None:
    assert said(minutes).endswith(f"閱讀約需 {time}")


def test_it_is_said_in_every_language() -> None:
    assert said(145) == "正文約 37,000 字，閱讀約需 2\u00a0小時 25\u00a0分鐘"
    assert said(145, SIMPLIFIED) == "正文约 37,000 字，阅读约需 2\u00a0小时 25\u00a0分钟"
    assert said(145, ENGLISH) == "About 37,000 Chinese characters; reading time about 2\u00a0h 25\u00a0min"


def test_of_an_empty_article_nothing_is_said() -> None:
    assert reading_time(replace(SAMPLE, blocks=()), WORDS[TRADITIONAL]) == ""
