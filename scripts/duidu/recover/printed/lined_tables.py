"""Tables between level rules, as journals set them: rows whose cells may have several lines.

Where rows begin is certain only if lines that go on with a cell stand nearer to those above than rows do, or
go on under cells that are full. What is not certain stays lines in columns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from duidu.recover.printed.flows import FlowRow
from duidu.recover.printed.table_grids import merged_rules, touch
from duidu.recover.printed.table_parts import CellText, PrintedTable, TableCell, cells_of, characters_of
from duidu.recover.printed.thresholds import THRESHOLDS
from duidu.sources.printed import Box, PrintedPage

_Line = dict[int, CellText]  # what of a line of print stands in which column
_Edges = list[tuple[float, float]]


def lined_tables(rows: Sequence[FlowRow], pages: Sequence[PrintedPage]) -> Iterator[PrintedTable]:
    """The tables between level rules of one length."""
    on_page: dict[int, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        on_page[row.row.page].append(place)
    for page, places in on_page.items():
        for rules in _rule_sets(pages[page].rules):
            for part in _in_lines(rows, places, rules):
                inside = [place for place in places if _is_between(rows[place], part[0], part[-1])]
                if inside[-1] - inside[0] + 1 == len(inside):
                    yield from _tables(rows, inside[0], inside[-1] + 1, part)


def _in_lines(rows: Sequence[FlowRow], places: Sequence[int], rules: Sequence[Box]) -> Iterator[list[Box]]:
    """The rules of each table: between two of them many lines stand in columns, and none is long."""
    part = [rules[0]]
    for upper, lower in pairwise(rules):
        lines = [cells_of(rows[place]) for place in places if _is_between(rows[place], upper, lower)]
        long = THRESHOLDS.cell_share * (upper.right - upper.left)
        short = all(text.right - text.left < long for line in lines for text in line)
        if short and lines and sum(len(line) > 1 for line in lines) >= THRESHOLDS.in_columns * len(lines):
            part.append(lower)
        else:
            if len(part) > 1:
                yield part
            part = [lower]
    if len(part) > 1:
        yield part


def _rule_sets(rules: Sequence[Box]) -> Iterator[list[Box]]:
    """Level rules that begin and end at the same places, from above; no upright rule meets them."""
    merged = merged_rules(rules)
    upright = [rule for rule in merged if rule.top - rule.bottom > rule.right - rule.left]
    sets: list[list[Box]] = []
    for rule in sorted((one for one in merged if one not in upright), key=lambda one: -one.bottom):
        if any(touch(rule, other) for other in upright):
            continue
        like = next((known for known in sets if _are_alike(known[0], rule)), None)
        if like is None:
            sets.append([rule])
        else:
            like.append(rule)
    yield from (known for known in sets if len(known) > 1)


def _are_alike(one: Box, other: Box) -> bool:
    near = THRESHOLDS.touching
    return abs(one.left - other.left) <= near and abs(one.right - other.right) <= near


def _is_between(row: FlowRow, top: Box, bottom: Box) -> bool:
    near = row.size
    level = bottom.top < row.row.baseline + 0.3 * row.size < top.bottom
    return level and top.left - near < row.row.left and row.row.right < top.right + near


def _tables(rows: Sequence[FlowRow], first: int, end: int, rules: Sequence[Box]) -> Iterator[PrintedTable]:
    """The table that lines between rules are; one that is not certain if their columns or rows are not."""
    pieces = [cells_of(row) for row in rows[first:end]]
    count = max(map(len, pieces))
    edges = _edges([line for line in pieces if len(line) == count])
    lines = [_in_columns([part for text in line for part in _cut(text, edges)], edges) for line in pieces]
    known = [line for line in lines if line is not None]
    parts = [_group(part, edges) for part in _parts(known, rules)] if len(known) == len(lines) else []
    groups = [group for part in parts for group in part]
    if all(parts) and len(groups) > 1:
        cells = tuple(tuple(_cell(group, column) for column in range(count)) for group in groups)
        header = len(parts) > 1 and len(parts[0]) == 1
        yield PrintedTable(first, end, cells, certain=True, header=header)
    else:
        loose = tuple(tuple(TableCell((text,)) for text in line) for line in pieces)
        yield PrintedTable(first, end, loose, certain=False, header=False)


def _cell(group: Sequence[_Line], column: int) -> TableCell:
    return TableCell(tuple(line[column] for line in group if column in line))


def _edges(full: Sequence[Sequence[CellText]]) -> _Edges:
    """Where columns begin and end, by the lines that have all of them."""
    columns = zip(*full, strict=True)
    return [(min(text.left for text in column), max(text.right for text in column)) for column in columns]


def _cut(text: CellText, edges: _Edges) -> Iterator[CellText]:
    """The parts of a line on either side of what parts columns, if it has a gap there."""
    gaps = [
        (right, left) for (_, right), (left, _) in pairwise(edges) if text.left < right < left < text.right
    ]
    rest = text
    for end, start in gaps:
        for before, after in pairwise(characters_of(rest)):
            near = THRESHOLDS.touching
            if before.right <= start + near and after.left >= end - near and after.left - before.right > near:
                yield replace(rest, end=before.end, right=before.right)
                rest = replace(rest, start=after.start, left=after.left)
                break
    yield rest


def _in_columns(line: Sequence[CellText], edges: _Edges) -> _Line | None:
    """Each piece of a line by its column; None if one stands in two, or two in one."""
    found: _Line = {}
    for text in line:
        own = [
            column for column, (left, right) in enumerate(edges) if text.left < right and left < text.right
        ]
        if len(own) != 1 or own[0] in found:
            return None
        found[own[0]] = text
    return found


def _parts(lines: Sequence[_Line], rules: Sequence[Box]) -> Iterator[list[_Line]]:
    """The lines between each two rules."""
    for upper, lower in pairwise(rules):
        part = [line for line in lines if _is_between(_row(line), upper, lower)]
        if part:
            yield part


def _row(line: _Line) -> FlowRow:
    return next(iter(line.values())).row


def _group(lines: Sequence[_Line], edges: _Edges) -> list[list[_Line]]:
    """The lines of each row of a table; nothing if it is not certain where rows begin.

    A row begins with its first column. What has none goes on: nearer to the line above than rows are to each
    other, or under cells that are full.
    """
    groups: list[list[_Line]] = []
    within: list[float] = []
    between: list[float] = []
    full = True
    for above, line in pairwise([{}, *lines]):
        distance = (_row(above).distance(_row(line)) or 0.0) if above else 0.0
        if 0 in line:
            groups.append([line])
            between += [distance] if above else []
            continue
        if not groups:
            return []
        full &= all(column in above and _is_full(above[column], edges[column]) for column in line)
        groups[-1].append(line)
        within.append(distance)
    near = bool(within and between) and max(within) < min(between) - 1
    lone = any(len(line) == 1 for line in lines if 0 in line)
    return groups if near or ((full or not within) and not lone) else []


def _is_full(text: CellText, edges: tuple[float, float]) -> bool:
    return edges[1] - text.right < THRESHOLDS.short * text.row.size
