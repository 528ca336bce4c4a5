"""Notes in two small lines within one line of the text (雙行夾注): their order is not that of the lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from duidu.recover.printed.thresholds import THRESHOLDS
from duidu.sources.printed import PrintedLine, PrintedPage


def split_lines(page: PrintedPage) -> Iterator[PrintedLine]:
    """The first of each two small lines that stand beside each other within the height of a larger one."""
    sizes = [(max(span.size for span in line.spans), line) for line in page.lines]
    largest = max((size for size, _ in sizes), default=0.0)
    small = [pair for pair in sizes if pair[0] < THRESHOLDS.split_size * largest and _is_long(pair[1])]
    for size, line in sizes:
        own = [one for other, one in small if other < THRESHOLDS.split_size * size and _is_within(one, line)]
        yield from (pair[0] for pair in _pairs(own))


def _is_long(line: PrintedLine) -> bool:
    return len(line.text.strip()) >= THRESHOLDS.split_least


def _is_within(line: PrintedLine, larger: PrintedLine) -> bool:
    slack = THRESHOLDS.split_slack * (line.box.top - line.box.bottom)
    return larger.box.bottom - slack <= line.box.bottom and line.box.top <= larger.box.top + slack


def _pairs(lines: Sequence[PrintedLine]) -> Iterator[tuple[PrintedLine, PrintedLine]]:
    """Lines over each other, of which most of the shorter one is over or under the other."""
    for one, other in combinations(lines, 2):
        common = min(one.box.right, other.box.right) - max(one.box.left, other.box.left)
        shorter = min(one.box.right - one.box.left, other.box.right - other.box.left)
        if one.box.bottom != other.box.bottom and common > shorter / 2:
            yield one, other
