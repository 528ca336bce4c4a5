"""What readers call a volume and an issue."""

from __future__ import annotations

from duidu.enrich.other_script import words_in
from duidu.han import NUMERALS
from duidu.publish.words import WORDS

_NUMERALS = frozenset(NUMERALS)


def volume_and_issue(volume: str, issue: str, language: str) -> str:
    """第 4 卷第 6 期, or in English vol. 4, no. 6. What is not known is empty."""
    words = WORDS[language]
    parts = (
        numbered(words.issue_volume, words_in(volume, language)),
        numbered(words.issue_number, words_in(issue, language)),
    )
    between = ", " if words.comma == ", " else ""
    return between.join(filter(None, parts))


def numbered(template: str, said: str) -> str:
    """What is said of a volume or an issue, in its place in `template`; what is no number names itself."""
    if not is_number(said):
        return said
    # Figures have spaces around them, numerals in words have none: 第 12 卷, 第十二卷.
    spaced = template.isascii() or said[0].isascii()
    return (template if spaced else template.replace(" ", "")).format(said)


def is_number(said: str) -> bool:
    """Whether a volume or an issue has a number or a code; 春季號 has none."""
    return bool(said) and (said[0].isascii() or _NUMERALS.issuperset(said))
