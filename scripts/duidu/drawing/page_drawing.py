"""A page as SVG: its words where they are printed, each on the colour of what it was recognised as."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from duidu.drawing.recognised_parts import Part, Piece
from duidu.sources.printed import Box, PrintedLine, PrintedPage, Span

# From the baseline to the upper and lower end of an ideograph, in sizes; in a vertical line half its width.
_RISE, _DEPTH, _HALF = 0.88, 0.14, 0.5
# Half the height of the numbers of the reading order, and half the width of each digit, in points.
_ROUND, _DIGIT = 6.0, 3.2


def draw_page(page: PrintedPage, pieces: Mapping[int, Sequence[Piece]], marked: frozenset[int]) -> str:
    """The page, with the `pieces` of each of its lines by number; lines with a finding are `marked`."""
    drawing = _Drawing(page, pieces)
    return (
        f'<svg viewBox="0 0 {page.width:g} {page.height:g}" width="{page.width:g}" height="{page.height:g}"'
        f' role="group" aria-label="page {page.number}">\n{"".join(drawing.parts(marked))}</svg>\n'
    )


class _Drawing:
    """A page while it is drawn: which parts have begun on it, and where notes and their calls stand."""

    def __init__(self, page: PrintedPage, pieces: Mapping[int, Sequence[Piece]]) -> None:
        self._page = page
        self._pieces = pieces
        self._begun: set[int] = set()
        self._calls: list[tuple[str, float, float]] = []
        self._notes: dict[str, tuple[float, float]] = {}

    def parts(self, marked: frozenset[int]) -> Iterator[str]:
        """What is drawn, from below upwards."""
        page = self._page
        yield from (self._box(box, "drawn") for box in (*page.frames, *page.drawings, *page.rules))
        yield from (self._box(picture.box, "picture") for picture in page.pictures)
        above: list[str] = []
        for line in page.lines:
            if line.number in marked:
                yield self._box(line.box, "marked")
            for piece in self._pieces.get(line.number, ()):
                yield from self._piece(line, piece)
                above += self._order(line, piece)
        yield from above
        yield from self._joined()

    def _box(self, box: Box, kind: str) -> str:
        width, height = max(box.right - box.left, 0.5), max(box.top - box.bottom, 0.5)
        corner = f'x="{box.left:.1f}" y="{self._page.height - box.top:.1f}"'
        return f'<rect class="{kind}" {corner} width="{width:.1f}" height="{height:.1f}"/>\n'

    def _piece(self, line: PrintedLine, piece: Piece) -> Iterator[str]:
        """The words of a piece; a call is a link to its note."""
        drawn = [
            self._words(line, span, *found, piece) for span in line.spans if (found := _within(span, piece))
        ]
        if not drawn:
            return
        x, y = self._start(line, piece)
        if piece.part is Part.CALL and piece.note:
            self._calls.append((piece.note, x, y))
            yield f'<a href="#{piece.note}">{"".join(drawn)}</a>\n'
        elif piece.part is Part.NOTE_NUMBER and piece.note:
            self._notes[piece.note] = x, y
            yield f'<g id="{piece.note}">{"".join(drawn)}</g>\n'
        else:
            yield "".join(drawn) + "\n"

    def _words(self, line: PrintedLine, span: Span, start: int, end: int, piece: Piece) -> str:
        """Characters `start` to `end` of a span, on their colour."""
        words = span.text[start:end]
        first, last, size = span.edges[start], span.edges[end], span.size
        kind = piece.part.name.lower().replace("_", "-")
        if line.vertical:
            box = Box(
                span.baseline - _HALF * size,
                min(first, last),
                span.baseline + _HALF * size,
                max(first, last),
            )
        else:
            box = Box(first, span.baseline - _DEPTH * size, last, span.baseline + _RISE * size)
        said = f"<title>{escape(piece.why or piece.part)}</title>"
        rect = self._box(box, kind).replace("/>\n", f">{said}</rect>")
        if not words.strip():
            return rect
        look = ' font-weight="700"' * span.font.bold + ' font-style="italic"' * span.font.italic
        hidden = ' class="hidden"' * span.hidden
        place = self._place(line, span, start, end)
        return f'{rect}<text{hidden}{look} font-size="{size:g}" {place}>{escape(words)}</text>'

    def _place(self, line: PrintedLine, span: Span, start: int, end: int) -> str:
        """Where the characters stand: in a vertical line each by itself."""
        height = self._page.height
        if line.vertical:
            downs = " ".join(f"{height - edge + _RISE * span.size:.1f}" for edge in span.edges[start:end])
            return (
                f'text-anchor="middle" x="{" ".join([f"{span.baseline:.1f}"] * (end - start))}" y="{downs}"'
            )
        width = span.edges[end] - span.edges[start]
        fitted = (
            f' textLength="{width:.1f}" lengthAdjust="spacingAndGlyphs"'
            if end - start > 1 and width > 0
            else ""
        )
        return f'x="{span.edges[start]:.1f}" y="{height - span.baseline:.1f}"{fitted}'

    def _start(self, line: PrintedLine, piece: Piece) -> tuple[float, float]:
        """The upper left corner of a piece."""
        for span in line.spans:
            if found := _within(span, piece):
                edge = span.edges[found[0]]
                x, y = (span.baseline, edge) if line.vertical else (edge, span.baseline + _RISE * span.size)
                return x, self._page.height - y
        return line.box.left, self._page.height - line.box.top

    def _order(self, line: PrintedLine, piece: Piece) -> Iterator[str]:
        """The number of a part, where it begins on the page."""
        if not piece.order or piece.order in self._begun:
            return
        self._begun.add(piece.order)
        x, y = self._start(line, piece)
        half = _DIGIT * max(len(str(piece.order)), 2)
        x, y = max(x - half - 2, half), max(y + half / 2, _ROUND)
        box = f'x="{x - half:.1f}" y="{y - _ROUND:.1f}" width="{2 * half:.1f}" height="{2 * _ROUND:.1f}"'
        number = f'<text x="{x:.1f}" y="{y + 2.5:.1f}">{piece.order}</text>'
        yield f'<g class="order"><rect {box} rx="{_ROUND}"/>{number}</g>\n'

    def _joined(self) -> Iterator[str]:
        """Lines from calls to those of their notes that begin on the page."""
        for note, x, y in self._calls:
            if there := self._notes.get(note):
                ends = f'x1="{x:.1f}" y1="{y:.1f}" x2="{there[0]:.1f}" y2="{there[1]:.1f}"'
                yield f'<line class="joint" {ends}/>\n'


def _within(span: Span, piece: Piece) -> tuple[int, int] | None:
    """From where to where a piece is in the text of a span; None if nowhere."""
    start = max(piece.start - span.origin.column, 0)
    end = min(piece.end - span.origin.column, len(span.text))
    return (start, end) if start < end else None
