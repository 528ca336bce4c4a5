"""Carries out the instructions of a page: text, lines and pictures come of them, each in its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from duidu.sources.pdf.content_stream import Name, Operand, instructions
from duidu.sources.pdf.font_codes import CodedFont
from duidu.sources.pdf.graphics import GraphicsState, Matrix, apply, multiply
from duidu.sources.pdf.limits import Budget
from duidu.sources.pdf.marked_content import MarkedContent
from duidu.sources.pdf.path_painter import PathPainter
from duidu.sources.pdf.state_operators import STATE_OPERATORS, to_matrix
from duidu.sources.pdf.text_painter import TextPainter
from duidu.sources.pdf.values import array, contents, dictionary, name, number, numbers, object_id, stream
from duidu.sources.printed import Box, Tag

_DEEPEST_FORM = 12
_MOST_SAVED = 500
_COUNTED_TOGETHER = 100


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture of the file, or one that is written in the page itself, and where it is shown.

    `runs_before` counts the runs of text that were shown before it, and stand under it; `tag` is the element
    that it belongs to.
    """

    box: Box
    picture: Any
    runs_before: int
    tag: Tag | None = None


@dataclass(slots=True)
class PageContent:
    """What a page shows."""

    text: TextPainter = field(default_factory=TextPainter)
    paths: PathPainter = field(default_factory=PathPainter)
    pictures: list[PlacedPicture] = field(default_factory=list)


def _path(method: Callable[..., None]) -> Callable[..., None]:
    """The operator that goes on with a path by this method."""
    return lambda reader, *points: method(reader.content.paths, reader.state.matrix, *points)


def _paint(*, fill: bool = False, stroke: bool = False, close: bool = False) -> Callable[..., None]:
    """The operator that paints a path in this way, and ends it."""

    def paint(reader: PageReader) -> None:
        if close:
            reader.content.paths.close()
        reader.content.paths.paint(reader.state, fill=fill, stroke=stroke)

    return paint


class PageReader:
    """Reads the content of one page; `matrix` turns its coordinates into those of the page as it is read."""

    def __init__(
        self, matrix: Matrix, fonts: Callable[[object], CodedFont], marked: MarkedContent, budget: Budget
    ) -> None:
        self.content = PageContent()
        self.state = GraphicsState(matrix)
        self._saved: list[GraphicsState] = []
        self._fonts = fonts
        self._marked = marked
        self._budget = budget
        self._resources: Mapping[str, Any] = {}
        self._depth = 0

    def read(self, content: bytes, resources: Mapping[str, Any]) -> None:
        """Carry out instructions that name these resources. What is malformed is passed over."""
        before, self._resources = self._resources, resources
        for count, (operator, operands) in enumerate(instructions(content)):
            if count % _COUNTED_TOGETHER == 0:
                self._budget.spend_operators(_COUNTED_TOGETHER)
            try:
                if operator in self.OPERATORS:
                    self.OPERATORS[operator](self, *operands)
                elif operator in STATE_OPERATORS:
                    STATE_OPERATORS[operator](self.state, *operands)
            except (TypeError, ValueError, OverflowError):
                continue  # too few operands, too many, or of another kind
        self._resources = before

    def _resource(self, kind: str, key: Operand) -> Any:
        return dictionary(self._resources.get(kind)).get(key.text) if isinstance(key, Name) else None

    def _save(self) -> None:
        if len(self._saved) < _MOST_SAVED:
            self._saved.append(self.state.copy())

    def _restore(self) -> None:
        if self._saved:
            self.state = self._saved.pop()

    def _set_graphics(self, key: Operand) -> None:
        """Set what a dictionary says: of that, only the font matters."""
        font = array(dictionary(self._resource("ExtGState", key)).get("Font"))
        if len(font) == 2:
            self.state.text.font, self.state.text.size = self._fonts(font[0]), number(font[1])

    # Text

    def _set_font(self, key: Operand, size: float) -> None:
        self.state.text.size = float(size)
        self.state.text.font = self._fonts(self._resource("Font", key))

    def _begin_text(self) -> None:
        self.content.text.begin()

    def _place_text(self, *matrix: float) -> None:
        self.content.text.place(to_matrix(matrix))

    def _move_text(self, x: float, y: float) -> None:
        self.content.text.move(x, y)

    def _move_text_and_lead(self, x: float, y: float) -> None:
        self.state.text.leading = -y
        self.content.text.move(x, y)

    def _next_line(self) -> None:
        self.content.text.move(0, -self.state.text.leading)

    def _show(self, text: Operand) -> None:
        self._show_all([text])

    def _show_all(self, items: Operand) -> None:
        if isinstance(items, list):
            painter = self.content.text
            painter.tag, painter.hidden = self._marked.tag, self._marked.hidden
            before = painter.glyphs
            painter.show(items, self.state)
            self._budget.spend_glyphs(painter.glyphs - before)

    def _show_on_next_line(self, text: Operand) -> None:
        self._next_line()
        self._show(text)

    def _show_spaced(self, word: float, letter: float, text: Operand) -> None:
        self.state.text.word_space, self.state.text.character_space = float(word), float(letter)
        self._show_on_next_line(text)

    # Marked content

    def _begin_marked(self, role: Operand, properties: Operand = None) -> None:
        found = self._resource("Properties", properties) if isinstance(properties, Name) else properties
        self._marked.begin(name(role), found, self.content.text)

    def _end_marked(self) -> None:
        self._marked.end(self.content.text)

    # Drawings and pictures

    def _close_path(self) -> None:
        self.content.paths.close()

    def _show_object(self, key: Operand) -> None:
        found = self._resource("XObject", key)
        made = stream(found)
        if made is None:
            return
        kind = name(made.get("Subtype"))
        if kind == "Image":
            self._place_picture(found)
        elif kind == "Form" and self._depth < _DEEPEST_FORM:
            self._show_form(found, made)

    def _show_form(self, value: object, form: Any) -> None:
        """Read the instructions of a form, which have a state and mostly resources of their own."""
        saved, state = self._saved, self.state
        self._saved, self.state = [], state.copy()
        matrix = numbers(form.get("Matrix"), 6)
        if matrix:
            self.state.matrix = multiply(to_matrix(matrix), state.matrix)
        self._depth += 1
        with self._marked.inside(object_id(value)):
            self.read(contents(form), dictionary(form.get("Resources")) or self._resources)
        self._depth -= 1
        self._saved, self.state = saved, state

    def _place_picture(self, picture: Any) -> None:
        corners = [apply(self.state.matrix, x, y) for x in (0, 1) for y in (0, 1)]
        across, up = [x for x, _ in corners], [y for _, y in corners]
        box = Box(min(across), min(up), max(across), max(up))
        runs = len(self.content.text.runs)
        self.content.pictures.append(PlacedPicture(box, picture, runs, self._marked.tag))

    OPERATORS: ClassVar[Mapping[bytes, Callable[..., None]]] = {
        b"q": _save,
        b"Q": _restore,
        b"gs": _set_graphics,
        b"Tf": _set_font,
        b"BT": _begin_text,
        b"Tm": _place_text,
        b"Td": _move_text,
        b"TD": _move_text_and_lead,
        b"T*": _next_line,
        b"Tj": _show,
        b"TJ": _show_all,
        b"'": _show_on_next_line,
        b'"': _show_spaced,
        b"BMC": _begin_marked,
        b"BDC": _begin_marked,
        b"EMC": _end_marked,
        b"m": _path(PathPainter.move),
        b"l": _path(PathPainter.line),
        **dict.fromkeys((b"c", b"v", b"y"), _path(PathPainter.curve)),
        b"re": _path(PathPainter.rectangle),
        b"h": _close_path,
        b"n": _paint(),
        b"S": _paint(stroke=True),
        b"s": _paint(stroke=True, close=True),
        **dict.fromkeys((b"f", b"F", b"f*"), _paint(fill=True)),
        **dict.fromkeys((b"B", b"B*"), _paint(fill=True, stroke=True)),
        **dict.fromkeys((b"b", b"b*"), _paint(fill=True, stroke=True, close=True)),
        b"Do": _show_object,
        b"EI": _place_picture,
    }
