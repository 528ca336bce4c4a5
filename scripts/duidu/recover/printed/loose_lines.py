"""Pages of which nearly each line has become a paragraph: what is set so is not understood."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from duidu.recover.printed.flows import FlowRow
from duidu.recover.printed.thresholds import THRESHOLDS

_ENDS = ("。", "！", "？", "：", "；", ".", "」", "』", "”", "）", ")")


def loose_pages(paragraphs: Sequence[Sequence[FlowRow]]) -> Iterator[FlowRow]:
    """The first line of each page on which most lines are paragraphs of their own, and end no sentence."""
    rows: dict[int, list[FlowRow]] = defaultdict(list)
    alone: dict[int, int] = defaultdict(int)
    for paragraph in paragraphs:
        for row in paragraph:
            rows[row.row.page].append(row)
        ends = paragraph[0].row.text.rstrip().endswith(_ENDS) or paragraph[0].bullet
        if len(paragraph) == 1 and not ends:
            alone[paragraph[0].row.page] += 1
    for page, found in rows.items():
        if len(found) >= THRESHOLDS.loose_lines and alone[page] >= THRESHOLDS.loose_share * len(found):
            yield found[0]
