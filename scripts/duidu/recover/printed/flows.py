"""Lines of print in reading order, each with the margins of its column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from duidu.recover.characters import NEVER_FIRST, head_end
from duidu.recover.printed.margins import Margins
from duidu.recover.printed.note_labels import CALL_AFTER
from duidu.recover.printed.rows import Row
from duidu.recover.printed.thresholds import THRESHOLDS

_BULLET = re.compile(r"\s*[•●○◦■□▪▫◆◇‣⁃∙]\s+(?=\S)")


@dataclass(frozen=True)
class FlowRow:
    """A line of print in its column, the `column`th of the document."""

    row: Row
    margins: Margins
    column: int

    @property
    def size(self) -> float:
        """Its size in points."""
        return self.row.size

    @cached_property
    def bullet(self) -> str:
        """The bullet that it begins with, and the space after it; or nothing."""
        match = _BULLET.match(self.row.text)
        return match.group() if match else ""

    @cached_property
    def head(self) -> int:
        """Where the least piece that can begin it ends: a word or sign, and the note called there."""
        text = self.row.text
        end = head_end(text)
        if call := CALL_AFTER.match(text, end):
            end = call.end()
        for start, span in zip(self.row.starts, self.row.spans, strict=True):
            if start <= end < start + len(span.text) and self.row.rise(span) > 0:
                end = start + len(span.text)
        while end < len(text) and text[end] in NEVER_FIRST:
            end += 1
        return end

    @cached_property
    def inset(self) -> float:
        """How far in its words begin, in ems, a bullet not counted; never less than 0."""
        left = self.row.reach(len(self.bullet)) if self.bullet else self.row.left
        return max(0.0, (left - self.margins.left) / self.size)

    @cached_property
    def outset(self) -> float:
        """How much it leaves on the right, in ems; never less than 0."""
        return max(0.0, (self.margins.right - self.row.right) / self.size)

    @cached_property
    def centered(self) -> bool:
        """Whether it stands in the middle of its column, with space on both sides."""
        least = THRESHOLDS.centered_inset
        off = abs(self.row.middle - self.margins.middle) / self.size
        fits = self.row.right - self.row.left <= THRESHOLDS.centered_width * self.margins.width
        return fits and off < THRESHOLDS.centered and self.inset > least and self.outset > least

    def distance(self, below: FlowRow) -> float | None:
        """From its baseline to that of a line below it in the same column, in points."""
        return self.row.baseline - below.row.baseline if self.column == below.column else None

    def ends_early(self, following: FlowRow, outset: float = 0.0) -> bool:
        """Whether it leaves more space than what begins the `following` line needs.

        `outset` is how far all lines of its paragraph end from the margin, in ems.
        """
        space = (self.outset - outset) * self.size
        needed = following.row.reach(following.head) - following.row.left
        return space > max(THRESHOLDS.short * self.size, needed + THRESHOLDS.fit * self.size)
