"""Headings numbered in digits, in a whole article: they make the outline that Chinese numbers make."""

from __future__ import annotations

import re

import pytest

from duidu.model import Article, Heading, plain
from duidu.recover import recover_text
from recovering import ARTICLE

TEXT = ARTICLE.read_text("utf-8")
FORMAL, PLAIN = "壹貳參肆伍", "一二三四五"


def outline(article: Article) -> list[tuple[int, str]]:
    """The level and the words of each heading, without its number."""
    headings = [block for block in article.blocks if isinstance(block, Heading)]
    return [(heading.level, re.sub(r"^[\d.]+ |^\S、", "", plain(heading.runs))) for heading in headings]


def renumbered(text: str, second: str) -> str:
    """`text` with 1. for 壹、 and `second`, with the number in it, for 一、 where it heads a section."""
    for number, (formal, sign) in enumerate(zip(FORMAL, PLAIN, strict=True), start=1):
        text = re.sub(rf"(?m)^( *){formal}、", rf"\g<1>{number}. ", text)
        text = re.sub(rf"(?m)^{sign}、(?=[^，。\n]{{5,}} $)", second.format(number), text)
    return text


@pytest.mark.parametrize("trimmed", [False, True], ids=["with marks", "without"])
def test_they_make_the_same_outline(trimmed: bool) -> None:
    text = renumbered(TEXT, "4.{} ")
    if trimmed:
        text = "\n".join(line.rstrip() if line.strip() else line for line in text.split("\n"))
    article = recover_text(text)
    assert outline(article) == outline(recover_text(TEXT))
    assert article.problems == ()
    assert len(article.notes) == len(recover_text(TEXT).notes)


def test_below_chinese_numbers_too() -> None:
    text = re.sub(r"(?m)^([一二三四五])、(?=[^，。\n]{5,} $)", lambda m: f"{PLAIN.index(m[1]) + 1}. ", TEXT)
    assert outline(recover_text(text)) == outline(recover_text(TEXT))
