"""Shows text as a page asks for it, and notes where each glyph comes to stand."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from duidu.sources.pdf.content_stream import Operand
from duidu.sources.pdf.font_codes import CodedFont
from duidu.sources.pdf.glyph_runs import Course, GlyphRun, Look
from duidu.sources.pdf.graphics import IDENTITY, GraphicsState, Matrix, multiply
from duidu.sources.printed import Font, Tag

# A gap of this share of the size begins another run, so that what is shown later may stand in it.
_WIDE = 0.5
_LEVEL = 0.02  # the sine of an angle that no eye sees
_NOTHING = 1e-9
_LEAST = 0.01  # the size, in points, of glyphs that are too small to be seen
_SLANT = 0.1  # the tangent from which upright glyphs are leaned to be italic
_INVISIBLE, _ONLY_CLIPS, _OUTLINED = 3, 7, 2
# Of an ideograph, this share of the size stands over the baseline, less what hangs under it.
_MIDDLE = 0.38


class TextPainter:
    """The text of a page. `runs` are the glyphs shown so far; `tag` is what the next ones belong to.

    `glyphs` counts all, and `courses` those of lines that run in each direction.
    """

    def __init__(self) -> None:
        self.runs: list[GlyphRun] = []
        self.tag: Tag | None = None
        self.hidden = False
        self.glyphs = 0
        self.courses: Counter[Course] = Counter()
        self._matrix: Matrix = IDENTITY
        self._line_matrix: Matrix = IDENTITY
        self._looks: dict[tuple[Font, float, bool, Tag | None], Look] = {}

    def begin(self) -> None:
        """Begin at the origin (`BT`)."""
        self._matrix = self._line_matrix = IDENTITY

    def place(self, matrix: Matrix) -> None:
        """Go on where the matrix says (`Tm`)."""
        self._matrix = self._line_matrix = matrix

    def move(self, x: float, y: float) -> None:
        """Begin a line at this distance from the beginning of the last one (`Td`)."""
        self._matrix = self._line_matrix = multiply((1, 0, 0, 1, x, y), self._line_matrix)

    def show(self, items: Iterable[Operand], state: GraphicsState) -> None:
        """Show strings, and move back by the numbers between them, in thousandths of the size."""
        text, font = state.text, state.text.font
        if font is None:
            return
        a, b, c, d, x, y = _usable(multiply(self._matrix, state.matrix))
        x, y = x + c * text.rise, y + d * text.rise
        scale, area = math.hypot(a, b), a * d - b * c
        look = self._look(font, state, abs(text.size * area / scale), (a * c + b * d) / area)
        along, across = a / scale, b / scale
        if font.vertical:
            self._show_down(items, state, look, x, y, (-c, -d))
            return
        course, start, base = _line_of(along, across, x, y, look.size)
        lengthening = scale * (along if course is Course.SLANTED else 1.0)
        run = GlyphRun(look, course, base, [], [], [], abs(text.character_space * text.stretch * scale))
        before = self.glyphs
        self._advance(self._show_across(items, state, run, start, lengthening), 0)
        self.courses[course] += self.glyphs - before

    def _show_across(
        self, items: Iterable[Operand], state: GraphicsState, run: GlyphRun, start: float, scale: float
    ) -> float:
        """Show along the baseline; gives how far, before `scale` is applied."""
        text, font = state.text, state.text.font
        assert font is not None
        size = text.size * text.stretch
        letter, word = text.character_space * text.stretch, text.word_space * text.stretch
        wide, x = run.look.size * _WIDE, 0.0
        for item in items:
            if isinstance(item, float):
                x -= item * size / 1000
            elif isinstance(item, bytes):
                for glyph in font.decode(item):
                    left = start + x * scale
                    width = glyph.advance * size
                    if run.ends and not -wide < left - run.ends[-1] < wide:
                        self._add(run)
                        run = GlyphRun(run.look, run.course, run.base, [], [], [], run.spacing)
                    run.texts.append(glyph.text)
                    run.starts.append(left)
                    run.ends.append(left + width * scale)
                    x += width + letter + (word if glyph.is_space else 0.0)
        self._add(run)
        return x

    def _show_down(
        self,
        items: Iterable[Operand],
        state: GraphicsState,
        look: Look,
        x: float,
        y: float,
        onward: tuple[float, float],
    ) -> None:
        """Show in vertical writing, each glyph `onward` of the one before; (x, y) is amid the column."""
        text, font = state.text, state.text.font
        assert font is not None
        scale = math.hypot(*onward)
        along, across = onward[0] / scale, onward[1] / scale
        aside = _MIDDLE * look.size
        course, start, base = _line_of(along, across, x + aside * across, y - aside * along, look.size)
        down = 0.0
        run = GlyphRun(look, course, base, [], [], [])
        for item in items:
            if isinstance(item, float):
                down += item * text.size / 1000
            elif isinstance(item, bytes):
                for glyph in font.decode(item):
                    first, height = start + down * scale, -glyph.advance * text.size
                    run.texts.append(glyph.text)
                    run.starts.append(first)
                    run.ends.append(first + height * scale)
                    down += height - text.character_space - (text.word_space if glyph.is_space else 0.0)
        self._add(run)
        self.courses[course] += len(run.texts)
        self._advance(0, -down)

    def _advance(self, x: float, y: float) -> None:
        a, b, c, d, e, f = self._matrix
        self._matrix = (a, b, c, d, e + a * x + c * y, f + b * x + d * y)

    def _add(self, run: GlyphRun) -> None:
        if run.texts:
            self.runs.append(run)
            self.glyphs += len(run.texts)

    def _look(self, font: CodedFont, state: GraphicsState, size: float, slant: float) -> Look:
        mode = state.text.mode
        hidden = self.hidden or mode in (_INVISIBLE, _ONLY_CLIPS)
        look, size = font.look, max(round(size * font.em, 2), _LEAST)
        hidden = hidden or size == _LEAST
        if slant > _SLANT and not look.italic:
            look = replace(look, italic=True)
        if mode == _OUTLINED and not look.bold:
            look = replace(look, bold=True)
        key = (look, size, hidden, self.tag)
        found = self._looks.get(key)
        if found is None:
            found = self._looks[key] = Look(*key)
        return found


def _usable(matrix: Matrix) -> Matrix:
    """The matrix, or one that shows glyphs too small to be seen if it leaves them no width or height."""
    a, b, c, d, x, y = matrix
    if math.isfinite(sum(matrix)) and abs(a * d - b * c) > _NOTHING:
        return matrix
    place = (x, y) if math.isfinite(x + y) else (0.0, 0.0)
    return (_NOTHING, 0.0, 0.0, _NOTHING, *place)


def _line_of(along: float, across: float, x: float, y: float, size: float) -> tuple[Course, float, float]:
    """How a line in this direction runs, where on it the point stands, and its base."""
    if abs(across) < _LEVEL:
        return (Course.ACROSS, x, y) if along > 0 else (Course.BACK, -x, -y)
    if abs(along) < _LEVEL:
        return (Course.UP, y, -x) if across > 0 else (Course.DOWN, -y, x + size * _MIDDLE)
    return Course.SLANTED, x, y
