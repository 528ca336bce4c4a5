"""Hypothesis strategies: texts that look like articles, more or less, and articles that were damaged."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st

from made import Made, make
from made_pages import RULE, RULE_CONTINUED, sign

WORDS = "潮水漲落有時，船家依燈號出港；「公倉」的鑰匙由三家輪流保管。另有（sluice）、《帳冊》與 1871 年"
PIECES = st.sampled_from(
    [
        WORDS,
        "潮水漲落有時，船家依燈號出港",
        "其中的道理並不複雜。",
        "「分帳」",
        "（tide table）",
        "http://ports.example.org/library/",
        "data.html.",
        "Ada Brockhurst, The Ferry Towns, p. 7.",
        "正 式 制 度 （ formal institution ）",
        "於 1949 年",
        "12%",
        " ",
        "，",
        "。",
        "*",
        "",
    ]
)
NUMBERS = st.integers(0, 30).map(str)
FORMS = st.sampled_from(["1", "1", "1.", "[1]", "①", "¹", "（註1）", "註一：", "(1)"])
CALLS = st.builds(sign, FORMS, st.integers(1, 30))
SIGNS = st.sampled_from(
    [
        " ",
        "",
        RULE,
        RULE_CONTINUED,
        "摘要 ",
        "Abstract ",
        "關鍵詞：公倉、分帳 ",
        "Keywords: salt, tea",
        "壹、前言 ",
        "一、水門的由來 ",
        "（一）渡口 ",
        "* 河港大學教授 ",
        "沈時雨 *",
        "Shih-yu Shen* ",
        "河港學報 ",
        "註釋 ",
        "\f",
    ]
)


@st.composite
def lines(draw: st.DrawFn) -> str:
    """A line as an extractor could write it: words, numbers, spaces at either end."""
    pieces = draw(st.lists(st.one_of(PIECES, NUMBERS, CALLS), max_size=4))
    space = st.sampled_from(["", "", " ", "  "])
    return draw(space) + "".join(pieces) + draw(space)


def notes() -> st.SearchStrategy[str]:
    """The first line of a note, or of what looks like one."""
    return st.builds(
        lambda number, gap, words: f"{number}{gap}{words}",
        CALLS,
        st.sampled_from(["", " ", "\u3000"]),
        PIECES,
    )


def heads() -> st.SearchStrategy[str]:
    """A running head and its page number."""
    return st.builds(
        lambda blanks, number: " \n" * blanks + f"河港學報 \n \n{number} ", st.integers(1, 9), NUMBERS
    )


def layers() -> st.SearchStrategy[str]:
    """Whole text layers without much sense."""
    kinds = st.one_of(lines(), lines(), SIGNS, notes(), NUMBERS, heads())
    parts = st.lists(st.tuples(kinds, st.sampled_from(["\n", "\n\n", "\n \n"])), max_size=40)
    return parts.map(lambda parts: "".join(line + end for line, end in parts))


@cache
def _short_article(seed: int) -> str:
    return make(seed, notes=8, paragraphs=8).text


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A made article with some lines shuffled, cut, doubled, or written over."""
    rows = _short_article(draw(st.integers(0, 5))).split("\n")
    for _ in range(draw(st.integers(1, 6))):
        first = draw(st.integers(0, len(rows) - 1))
        last = first + draw(st.integers(1, 12))
        change = draw(st.sampled_from(["shuffle", "cut", "double", "write"]))
        if change == "shuffle":
            rows[first:last] = draw(st.permutations(rows[first:last]))
        elif change == "cut":
            del rows[first:last]
        elif change == "double":
            rows[first:first] = rows[first:last]
        else:
            rows[first] = draw(lines())
        rows = rows or [""]
    return "\n".join(rows)


def articles(**fixed: Any) -> st.SearchStrategy[Made]:
    """Made articles of any options but those `fixed`, some of them extreme."""
    options = st.fixed_dictionaries(
        {"paragraphs": st.integers(4, 10)},
        optional={
            "notes": st.integers(0, 20),
            "late": st.sampled_from([0.0, 0.5, 1.0]),
            "late_markers": st.sampled_from([0.0, 1.0]),
            "merged_markers": st.sampled_from([0.0, 1.0]),
            "measure": st.integers(22, 45),
            "lines": st.integers(16, 40),
            "heads": st.sampled_from(["none", "some", "body", "all"]),
            "levels": st.integers(0, 2),
            "authors": st.integers(1, 2),
            "title_lines": st.integers(1, 2),
            "abstract": st.sampled_from(["none", "short", "long"]),
            "english": st.booleans(),
            "keywords": st.booleans(),
            "spaced": st.sampled_from([0.0, 1.0]),
            "spread": st.sampled_from([0.0, 0.5]),
            "broken_urls": st.booleans(),
        },
    )
    return st.builds(lambda seed, given: make(seed, **{**given, **fixed}), st.integers(0, 10_000), options)
