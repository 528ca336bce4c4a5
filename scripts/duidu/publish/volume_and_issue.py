"""What readers call a volume and an issue."""

from __future__ import annotations

from duidu.publish.words import Words


def volume_and_issue(volume: str, issue: str, words: Words) -> str:
    """第 4 卷第 6 期; vol. 4, no. 6. What is not known is empty."""
    parts = (_named(words.issue_volume, "volume", volume), _named(words.issue_number, "number", issue))
    between = ", " if words.comma == ", " else ""
    return between.join(filter(None, parts))


def _named(template: str, gap: str, said: str) -> str:
    """`said` as the words have it; what is no number names itself, as 春季號 does."""
    return template.format(**{gap: said}) if said[:1].isascii() and said else said
