"""Glyphs as they are shown on a page, in the directions in which lines run."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from duidu.sources.printed import Font, Tag


class Course(Enum):
    """How a line runs on the page as it is read."""

    ACROSS = auto()  # from left to right
    DOWN = auto()  # from top to bottom: upright ideographs, or words turned clockwise
    UP = auto()  # from bottom to top: words turned counterclockwise
    BACK = auto()  # from right to left: words upside down
    SLANTED = auto()


@dataclass(frozen=True, slots=True)
class Look:
    """What all glyphs of a run have in common."""

    font: Font
    size: float
    hidden: bool = False
    tag: Tag | None = None


@dataclass(slots=True)
class GlyphRun:
    """Glyphs that stand on one baseline without a wide gap.

    `starts` and `ends` are along the line, `base` across it: for a line that runs down the page they are
    counted downwards from its lower edge, that is, below nought, and `base` is the middle of the column.
    `spacing` is the gap that the page asks for after each glyph.
    """

    look: Look
    course: Course
    base: float
    texts: list[str]
    starts: list[float]
    ends: list[float]
    spacing: float = 0.0

    @property
    def start(self) -> float:
        """Where the first glyph begins."""
        return self.starts[0]

    @property
    def end(self) -> float:
        """Where the last glyph ends."""
        return self.ends[-1]

    @property
    def is_blank(self) -> bool:
        """Whether there are only spaces in it."""
        return all(text == " " for text in self.texts)
