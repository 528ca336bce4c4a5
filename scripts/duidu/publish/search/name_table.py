"""The table of names of one person, place or thing: names.tsv, which comes with duidu, and a project's own.

    name<tab>name<tab>…
    柴契爾<tab>撒切爾<tab>戴卓爾<tab>Thatcher

What begins with # is a remark. A project's row that has a name of one of ours adds its others to that row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from itertools import chain

from duidu.enrich.fold import fold
from duidu.problems import Code, DuiduError, Problem

TABLE = "names.tsv"
_SHORTEST = 2  # letters or characters of a name: one alone says nothing

NameRow = tuple[str, ...]


@cache
def default_names() -> tuple[NameRow, ...]:
    """The rows that come with duidu."""
    table = resources.files("duidu.publish.search").joinpath(TABLE)
    return parse_names(table.read_text(encoding="utf-8"), TABLE)


def parse_names(text: str, name: str) -> tuple[NameRow, ...]:
    """The rows of a table; `name` is the file in messages.

    Raises `DuiduError`, with every row that cannot be used, for rows that have not two names or more that
    differ in a search, or a name that is too short or has a row already.
    """
    rows: list[NameRow] = []
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        row = tuple(filter(None, (cell.strip() for cell in line.split("\t"))))
        if not row or row[0].startswith("#"):
            continue
        found = list(_wrong(row, number, lines))
        problems += found
        if not found:
            rows.append(row)
            lines |= dict.fromkeys(map(fold, row), number)
    if problems:
        raise DuiduError(name, *problems)
    return tuple(rows)


def _wrong(row: NameRow, line: int, lines: Mapping[str, int]) -> Iterator[Problem]:
    """What is wrong with a row; `lines` are those on which names stood before."""
    for name in row:
        if len(fold(name)) < _SHORTEST:
            yield Problem.at(Code.NAME_SHORT, line, name=name, shortest=_SHORTEST)
        elif other := lines.get(fold(name)):
            yield Problem.at(Code.NAME_CLASH, line, name=name, other=other)
    if len({fold(name) for name in row}) < 2:
        yield Problem.at(Code.NAME_ALONE, line, found=", ".join(row))


def joined(rows: Iterable[NameRow]) -> Iterator[NameRow]:
    """The rows, with those made one that have a name in common.

    Of names that a search takes for one, the first stays.
    """
    groups: dict[str, dict[str, str]] = {}
    for row in rows:
        names = {fold(name): name for name in row}
        met = {id(groups[key]): groups[key] for key in names if key in groups}
        group: dict[str, str] = {}
        for key, name in chain.from_iterable(each.items() for each in (*met.values(), names)):
            group.setdefault(key, name)
        groups |= dict.fromkeys(group, group)
    for group in {id(group): group for group in groups.values()}.values():
        yield tuple(group.values())
