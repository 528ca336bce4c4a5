"""Lines of print: what stands on one baseline within a column, in whatever pieces the file has it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress, pairwise

from duidu.han import is_ideograph
from duidu.recover.characters import is_wide, is_wide_mark
from duidu.recover.printed.thresholds import THRESHOLDS
from duidu.sources.printed import Span, Tag

_SPACE = re.compile("[ \u00a0]+")
_SPREAD = re.compile(r"(?<=[\u2e80-\U0010ffff])[ \u00a0](?=[\u2e80-\U0010ffff])")
_GOTHIC = re.compile(r"hei|黑|gothic|sanscjk|sanshans|sans(?:tc|sc|hk)", re.IGNORECASE)
_NO_PART = frozenset(("Artifact", "Lbl"))
_LETTERS = 6  # an ideograph is worth so many letters or digits


@dataclass(frozen=True)
class Row:
    """A line of print on the page `page`, which counts from 0: its spans from left to right."""

    page: int
    spans: tuple[Span, ...]

    @cached_property
    def text(self) -> str:
        """Its words; what stands apart on the line is parted by a space."""
        pieces = zip((*self.gaps, ""), self.spans, strict=True)
        return "".join(span.text + gap for gap, span in pieces)

    @cached_property
    def gaps(self) -> tuple[str, ...]:
        """What parts each two of its spans: a space where the typesetter left one.

        Where many ideographs stand apart, or no words of letters stand near each other, the line is only
        stretched.
        """
        gaps = [_between(left, right) for left, right in pairwise(self.spans)]
        beside_wide = [any(_are_wide(left, right)) for left, right in pairwise(self.spans)]
        stretched = sum(map(bool, compress(gaps, beside_wide))) >= THRESHOLDS.stretched
        words_stretched = " " not in gaps and not any(" " in span.text.strip() for span in self.spans)
        for place, wide in enumerate(beside_wide):
            if wide and stretched:
                gaps[place] = ""
            elif gaps[place] and not wide and (stretched or words_stretched):
                gaps[place] = " "
        return tuple(gaps)

    @cached_property
    def loose(self) -> frozenset[int]:
        """The places of spaces that nobody wrote: beside full-width marks, and where a line is stretched."""
        text = self.text
        beside_marks = {match.start() for match in _SPACE.finditer(text) if _is_beside_mark(text, match)}
        within = [match.start() for match in _SPREAD.finditer(text)]
        return frozenset((*beside_marks, *(within if len(within) >= THRESHOLDS.stretched else ())))

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset in `text` at which each of its spans begins."""
        starts = [0]
        for gap, span in zip(self.gaps, self.spans, strict=False):
            starts.append(starts[-1] + len(span.text) + len(gap))
        return tuple(starts)

    def reach(self, offset: int) -> float:
        """The left edge of the character at an offset of `text`."""
        for start, span in zip(reversed(self.starts), reversed(self.spans), strict=True):
            if start <= offset:
                return span.edges[min(offset - start, len(span.edges) - 1)]
        return self.left

    def height_at(self, offset: int) -> float:
        """The baseline of the character at an offset of `text`."""
        pairs = zip(reversed(self.starts), reversed(self.spans), strict=True)
        return next((span.baseline for start, span in pairs if start <= offset), self.baseline)

    @cached_property
    def size(self) -> float:
        """The size of most of its characters, of which ideographs count for a word; the larger of two."""
        sizes = Counter[float]()
        for span in self.spans:
            words = (_LETTERS if is_ideograph(character) else 1 for character in span.text.strip())
            sizes[round(span.size, 1)] += sum(words)
        return max(sizes, key=lambda size: (sizes[size], size))

    @cached_property
    def baseline(self) -> float:
        """The height at which most of its characters of that size stand."""
        heights = Counter[float]()
        for span in self.spans:
            if round(span.size, 1) == self.size:
                heights[round(span.baseline, 1)] += len(span.text.strip())
        return max(heights, key=lambda height: (heights[height], -height))

    @cached_property
    def left(self) -> float:
        """Where its first word begins."""
        return min(span.edges[len(span.text) - len(span.text.lstrip())] for span in self._worded)

    @cached_property
    def right(self) -> float:
        """Where its last word ends."""
        return max(span.edges[len(span.text.rstrip())] for span in self._worded)

    @property
    def _worded(self) -> tuple[Span, ...]:
        return tuple(span for span in self.spans if span.text.strip()) or self.spans

    @property
    def top(self) -> float:
        """About where its ideographs end above."""
        return self.baseline + 0.88 * self.size

    @property
    def bottom(self) -> float:
        """About where its ideographs end below."""
        return self.baseline - 0.12 * self.size

    @property
    def middle(self) -> float:
        """Half way between its edges."""
        return (self.left + self.right) / 2

    @cached_property
    def bold(self) -> bool:
        """Whether it is bold as a whole."""
        return self._share(lambda span: span.font.bold) >= THRESHOLDS.bold_share

    @cached_property
    def face(self) -> str:
        """The font of most of its ideographs, or of its characters if it has none."""
        faces = Counter[str]()
        for span in self.spans:
            wide = sum(map(is_wide, span.text))
            faces[span.font.name] += 1000 * wide + len(span.text)
        return max(faces, key=lambda face: (faces[face], face))

    @property
    def gothic(self) -> bool:
        """Whether its ideographs have strokes of one width, as those of headings have among others."""
        return _GOTHIC.search(self.face) is not None

    @cached_property
    def tag(self) -> Tag | None:
        """The tag of most of it; marks of notes and bullets do not count."""
        tags, lengths = dict[int, Tag](), Counter[int]()
        for span in self.spans:
            if span.tag and span.tag.role not in _NO_PART:
                tags.setdefault(span.tag.element, span.tag)
                lengths[span.tag.element] += len(span.text.strip())
        most = max(lengths, key=lambda element: lengths[element], default=0)
        return tags[most] if 2 * lengths[most] > sum(len(span.text.strip()) for span in self.spans) else None

    @cached_property
    def has_wide(self) -> bool:
        """Whether it has any ideograph."""
        return any(is_wide(character) for span in self.spans for character in span.text)

    def rise(self, span: Span) -> int:
        """1 if a span of this line is raised, -1 if it is lowered, else 0."""
        if span.size > THRESHOLDS.raised_size * self.size:
            return 0
        height = (span.baseline - self.baseline) / self.size
        return (height > THRESHOLDS.raised) - (height < -THRESHOLDS.raised)

    def _share(self, holds: object) -> float:
        assert callable(holds)
        length = sum(len(span.text.strip()) for span in self.spans)
        return sum(len(span.text.strip()) for span in self.spans if holds(span)) / max(1, length)


def _is_beside_mark(text: str, space: re.Match[str]) -> bool:
    before, after = text[: space.start()][-1:], text[space.end() :][:1]
    return bool(before and after) and (is_wide_mark(before) or is_wide_mark(after))


def _between(left: Span, right: Span) -> str:
    gap = right.start - left.end
    if left.text[-1:].isspace() or right.text[:1].isspace() or left.origin.line == right.origin.line:
        return ""
    size, wide = max(left.size, right.size), _are_wide(left, right)
    if gap >= (THRESHOLDS.wide_gap if all(wide) else THRESHOLDS.words_gap) * size:
        return "\u3000"
    least = THRESHOLDS.wide_gap * size if any(wide) else THRESHOLDS.raised * left.size
    return " " if gap > least else ""


def _are_wide(left: Span, right: Span) -> tuple[bool, bool]:
    """Whether what stands on either side of a gap is an ideograph or its like."""
    return is_wide(left.text[-1:]), is_wide(right.text[:1])


def distances(rows: Sequence[Row]) -> Iterator[float]:
    """From each baseline to the next."""
    return (above.baseline - below.baseline for above, below in pairwise(rows))
