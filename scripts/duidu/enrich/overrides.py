"""The tables of what OpenCC and the dictionary get wrong: one row a phrase, with the reason.

    phrase<tab>replacement<tab>reason
    甚鉅<tab>甚巨<tab>鉅 is simplified to 巨; 钜 is for names

A row is a word of the Traditional text (`segmentation` finds its words), so a longer row may be the exception
to a shorter one. A row with other signs than ideographs matches where it cuts no word; where several do, the
leftmost is taken, and of those that begin at the same place the longest.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

import regex

from duidu.enrich.direction import TO_SIMPLIFIED, Direction
from duidu.problems import Code, DuiduError, Problem

COLUMNS = ("phrase", "replacement", "reason")


class Override(NamedTuple):
    """One row: what stands in the Traditional text, what it becomes, why, and on which line that is said.

    A named tuple, since tables are keys of caches and are hashed for every paragraph.
    """

    phrase: str
    replacement: str
    reason: str
    line: int = 0


Overrides = tuple[Override, ...]
_SPELLINGS = "taiwan_spellings.tsv"


@cache
def default_overrides(direction: Direction = TO_SIMPLIFIED) -> Overrides:
    """The table of a direction that comes with duidu."""
    table = resources.files("duidu.enrich").joinpath(direction.table)
    return parse_overrides(table.read_text(encoding="utf-8"), direction.table)


@cache
def taiwan_spellings() -> Overrides:
    """What OpenCC's Traditional words spell otherwise than Taiwan: a table of the same form."""
    table = resources.files("duidu.enrich").joinpath(_SPELLINGS)
    return parse_overrides(table.read_text(encoding="utf-8"), _SPELLINGS)


def parse_overrides(text: str, name: str) -> Overrides:
    """The rows of a table; `name` is the file in messages.

    Raises `DuiduError`, with every row that cannot be used, for rows that have not three columns, are
    there twice, or change a length, a digit or a Latin letter.
    """
    rows: dict[str, Override] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        cells = tuple(cell.strip() for cell in line.split("\t"))
        if not line.strip() or (number == 1 and cells == COLUMNS):
            continue
        found = list(_wrong(cells, number, rows))
        problems += found
        if not found:
            phrase, replacement, reason = cells
            rows[phrase] = Override(phrase, replacement, reason, number)
    if problems:
        raise DuiduError(name, *problems)
    return tuple(rows.values())


def _wrong(cells: tuple[str, ...], line: int, rows: dict[str, Override]) -> Iterator[Problem]:
    """What is wrong with a row."""
    if len(cells) != len(COLUMNS):
        yield Problem.at(Code.OVERRIDE_MALFORMED, line, found=f"{len(cells)} columns")
        return
    if empty := [column for column, cell in zip(COLUMNS, cells, strict=True) if not cell]:
        yield Problem.at(Code.OVERRIDE_MALFORMED, line, found=f"no {empty[0]}")
        return
    phrase, replacement, _ = cells
    if phrase in rows:
        yield Problem.at(Code.OVERRIDE_CLASH, line, phrase=phrase, other=rows[phrase].line)
    if len(phrase) != len(replacement):
        lengths = {"before": len(phrase), "after": len(replacement)}
        yield Problem.at(Code.OVERRIDE_LENGTH, line, phrase=phrase, replacement=replacement, **lengths)
    elif changed := [pair for pair in zip(phrase, replacement, strict=True) if _is_fixed(*pair)]:
        before, after = changed[0]
        yield Problem.at(Code.OVERRIDE_FIXED, line, before=before, after=after)


def _is_fixed(before: str, after: str) -> bool:
    """Whether this is a change of a digit, a letter or a sign of ASCII (〇, 一, 人 are none of these)."""
    signs = before + after
    return before != after and any(c.isascii() or c.isdecimal() or c.lower() != c.upper() for c in signs)


def find_overrides(text: str, overrides: Overrides) -> Iterator[tuple[int, Override]]:
    """Where rows match in the Traditional `text`, from left to right, without overlap."""
    rows = {row.phrase: row for row in overrides}
    for match in any_of(tuple(rows)).finditer(text):
        yield match.start(), rows[match[0]]


@lru_cache(maxsize=100)
def any_of(phrases: tuple[str, ...]) -> regex.Pattern[str]:
    """A pattern for the longest of the `phrases` at a place; it matches nothing if there are none."""
    longest_first = sorted(filter(None, phrases), key=len, reverse=True)
    return regex.compile("|".join(map(regex.escape, longest_first)) or r"(?!)")
