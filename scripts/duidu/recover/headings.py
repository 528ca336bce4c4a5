"""Which lines and paragraphs are headings, and of what level."""

from __future__ import annotations

import re

from duidu.han import FORMAL_NUMERALS, NUMERALS

# The numbering that Chinese journals use, by level.
_LEVELS = (
    (1, re.compile(rf"[{FORMAL_NUMERALS}]+\s*[、．.]|第\s*[{NUMERALS}\d]+\s*[章部篇節节]")),
    (2, re.compile(rf"[{NUMERALS}]+\s*[、．]")),
    (3, re.compile(rf"[（(]\s*[{NUMERALS}]+\s*[）)]")),
)
# Headings that bear no number, when they stand alone on a line.
_UNNUMBERED = frozenset(
    [
        "前言",
        "緒論",
        "緒言",
        "導論",
        "導言",
        "引言",
        "結論",
        "結語",
        "餘論",
        "後記",
        "參考文獻",
        "參考書目",
        "徵引書目",
        "引用書目",
        "附錄",
        "謝辭",
        "致謝",
        # In Simplified, where they differ.
        "绪论",
        "绪言",
        "导论",
        "导言",
        "结论",
        "结语",
        "余论",
        "后记",
        "参考文献",
        "参考书目",
        "征引书目",
        "引用书目",
        "附录",
        "谢辞",
        "致谢",
    ]
)
_SENTENCE_END = "。！？；：，、.;:,?!"
# A heading is no longer than this, in characters: about two printed lines.
_LONGEST = 60
# With marks that part clauses a heading is shorter; else a numeral begins a sentence.
_LONGEST_WITH_CLAUSES = 24
_CLAUSE = re.compile("[，。；]")


def heading_level(text: str) -> int | None:
    """The level of a paragraph that reads as a heading (壹、 1, 一、 2, （一） 3), or None.

    A heading is numbered, or one of the conventional words, and does not end as a sentence does.
    """
    bare = text.strip()
    if not bare or len(bare) > _LONGEST or bare[-1] in _SENTENCE_END:
        return None
    if _CLAUSE.search(bare) and len(bare) > _LONGEST_WITH_CLAUSES:
        return None
    if is_conventional(bare):
        return 1
    return next((level for level, pattern in _LEVELS if pattern.match(bare)), None)


def is_conventional(text: str) -> bool:
    """Whether a line is one of the words that journals set as a heading without a number: 參考文獻."""
    return "".join(text.split()) in _UNNUMBERED


def without_number(text: str) -> str:
    """A heading's words, without spaces in them."""
    bare = text.strip()
    numbers = (pattern.match(bare) for _, pattern in _LEVELS)
    return "".join(bare[next((number.end() for number in numbers if number), 0) :].split())


def is_heading_line(text: str) -> bool:
    """Whether a line alone reads as a heading."""
    return heading_level(text) is not None
