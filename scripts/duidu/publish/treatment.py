"""What was done to a text on its way from the source, in words that a page and a file say alike."""

from __future__ import annotations

from collections.abc import Iterable

from duidu.model import Article, Move, SetAside
from duidu.publish.words import Words
from duidu.reasons import Reason


def place_of(line: int, article: Article, words: Words) -> str:
    """Where a line of the source is: by its number, or by the part of the document that it is in."""
    if not article.places:
        return str(line)
    part, _, number = article.places[line - 1].partition(" ")
    number, _, line_of_page = number.partition(", line ")
    return words.places[part].format(number=number, line=line_of_page)


def lines_of(move: Move, words: Words) -> str:
    """The lines of a piece that was moved."""
    template = words.line if move.first == move.last else words.lines
    return template.format(first=move.first, last=move.last)


def by_reason(aside: Iterable[SetAside]) -> dict[Reason, list[SetAside]]:
    """What was set aside, by reason, in the order in which reasons first occur."""
    groups: dict[Reason, list[SetAside]] = {}
    for item in aside:
        groups.setdefault(item.reason, []).append(item)
    return groups


def characters_of(aside: Iterable[SetAside]) -> int:
    """How many characters were set aside, spaces not counted."""
    return sum(len("".join(item.text.split())) for item in aside)
