"""What a document's own pages tell of how it is set: the body's size and the distance of its lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from duidu.recover.printed.rows import Row, distances
from duidu.recover.printed.thresholds import THRESHOLDS
from duidu.sources.printed import PrintedPage


@dataclass(frozen=True, slots=True)
class Measures:
    """The size of the body, and from baseline to baseline, in points."""

    size: float
    pitch: float

    def is_smaller(self, row: Row) -> bool:
        """Whether a line is set smaller than the body."""
        return row.size < THRESHOLDS.smaller * self.size

    def is_larger(self, row: Row) -> bool:
        """Whether a line is set larger than the body."""
        return row.size > THRESHOLDS.larger * self.size


def body_size(pages: Sequence[PrintedPage]) -> float:
    """The largest of the sizes that much of the text has, on many pages; 0 without text."""
    characters, on_pages = Counter[float](), Counter[float]()
    for page in pages:
        lines = Counter[float]()
        for line in page.lines:
            sizes = Counter[float]()
            for span in line.spans:
                sizes[round(span.size, 1)] += len(span.text.strip())
            characters.update(sizes)
            lines[max(sizes, key=lambda size: sizes[size])] += 1
        on_pages.update(size for size, count in lines.items() if count >= THRESHOLDS.body_rows)
    if not characters:
        return 0.0
    commonest = characters.most_common(1)[0][1]
    least = THRESHOLDS.body_pages * len(pages)
    found = (
        size
        for size, count in characters.items()
        if count >= THRESHOLDS.body_share * commonest and on_pages[size] >= least
    )
    return max(found, default=characters.most_common(1)[0][0])


def line_pitch(columns: Sequence[Sequence[Row]], size: float) -> float:
    """The usual distance of two lines of `size` that follow each other in a column."""
    found: list[float] = []
    for rows in columns:
        for distance, above, below in zip(distances(rows), rows, rows[1:], strict=False):
            if abs(above.size - size) < 0.2 and abs(below.size - size) < 0.2 and distance < 3 * size:
                found.append(distance)
    return median(found) if found else 1.5 * size
