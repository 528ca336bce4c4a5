"""How the parts of an article's opening look in any source: labels, lines of names, affiliations."""

from __future__ import annotations

import re

from duidu.han import BODIES
from duidu.model import ENGLISH, TRADITIONAL
from duidu.recover.characters import has_wide, width

BETWEEN_KEYWORDS = re.compile(r"\s*[、，,；;‧·]\s*")
JOURNAL_LINE = re.compile(
    r"(?=.{0,80}$)(?=.*(?:第\s*[\d一二三四五六七八九十百]+\s*[卷期輯辑號号]|總第|总第|\bVol\b|\bNo\.))"
    r"(?!.*[。！？])",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    rf"{BODIES}|[学处会馆组党网]|学院|系|教授|講師|讲师|研究員|研究员|博士|碩士|硕士|研究生|學者|学者"
)
_LATIN_INSTITUTION = re.compile(
    r"\b(?:University|Institute|College|Department|Academy|School|Cent(?:er|re)|Professor|Lecturer|"
    r"Researcher|Fellow|Ph\.?D|Faculty|Museum|Library|Sinica)\b",
    re.IGNORECASE,
)
_LONGEST_AFFILIATION = 60.0  # ideographs
_SENTENCE_END = "。！？；："
LONGEST_LINE = 60.0  # ideographs; what is longer is a paragraph, no title and no line of names


def is_sentence(text: str) -> bool:
    """Whether a paragraph reads as text: it ends as a sentence does, or is longer than a title can be."""
    return text.rstrip("」』”’）)").endswith(tuple(_SENTENCE_END)) or width(text) > LONGEST_LINE


def is_affiliation(text: str) -> bool:
    """Whether a line names the institution or office of an author."""
    if width(text) > _LONGEST_AFFILIATION:
        return False
    return bool(_INSTITUTION.search(text) if has_wide(text) else _LATIN_INSTITUTION.search(text))


def language_of_line(text: str) -> str:
    """Chinese if the line has any ideograph, else English."""
    return TRADITIONAL if has_wide(text) else ENGLISH
