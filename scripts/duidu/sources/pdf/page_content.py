"""Carries out the instructions of a page: what comes of them is text, lines and pictures, each in its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from duidu.sources.pdf.content_stream import Name, Operand, instructions
from duidu.sources.pdf.font_codes import CodedFont
from duidu.sources.pdf.graphics import GraphicsState, Matrix, apply, multiply
from duidu.sources.pdf.limits import Budget
from duidu.sources.pdf.marked_content import MarkedContent
from duidu.sources.pdf.path_painter import PathPainter
from duidu.sources.pdf.text_painter import TextPainter
from duidu.sources.pdf.values import contents, dictionary, name, numbers, object_id, stream
from duidu.sources.printed import Box

_DEEPEST_FORM = 12
_MOST_SAVED = 500


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture of the file, or one that is written in the page itself, and where it is shown."""

    box: Box
    picture: Any


@dataclass(slots=True)
class PageContent:
    """What a page shows."""

    text: TextPainter = field(default_factory=TextPainter)
    paths: PathPainter = field(default_factory=PathPainter)
    pictures: list[PlacedPicture] = field(default_factory=list)


class PageReader:
    """Reads the content of one page."""

    def __init__(
        self, matrix: Matrix, fonts: Callable[[object], CodedFont], marked: MarkedContent, budget: Budget
    ) -> None:
        self.content = PageContent()
        self._state = GraphicsState(matrix)
        self._saved: list[GraphicsState] = []
        self._fonts = fonts
        self._marked = marked
        self._budget = budget
        self._resources: Mapping[str, Any] = {}
        self._depth = 0
        self._loaded: dict[tuple[int, str], CodedFont] = {}

    def read(self, content: bytes, resources: Mapping[str, Any]) -> None:
        """Carry out instructions that name these resources. What is malformed is passed over."""
        before, self._resources = self._resources, resources
        for operator, operands in instructions(content):
            self._budget.spend_operator()
            carry_out = _OPERATORS.get(operator)
            if carry_out is not None:
                try:
                    carry_out(self, *operands)
                except (TypeError, ValueError, OverflowError):
                    continue  # too few operands, too many, or of another kind
        self._resources = before

    def _resource(self, kind: str, key: Operand) -> Any:
        return dictionary(self._resources.get(kind)).get(key.text) if isinstance(key, Name) else None

    # The state

    def save(self) -> None:
        if len(self._saved) < _MOST_SAVED:
            self._saved.append(self._state.copy())

    def restore(self) -> None:
        if self._saved:
            self._state = self._saved.pop()

    def transform(self, *matrix: float) -> None:
        self._state.matrix = multiply(_matrix(matrix), self._state.matrix)

    def set_line_width(self, width: float) -> None:
        self._state.line_width = float(width)

    def set_graphics(self, key: Operand) -> None:
        found = dictionary(self._resource("ExtGState", key))
        if (font := numbers_font(found.get("Font"))) is not None:
            self._state.text.font, self._state.text.size = self._font(font[0]), font[1]

    def set_fill(self, *color: Operand) -> None:
        self._state.white_fill = _is_white(color)

    def set_stroke(self, *color: Operand) -> None:
        self._state.white_stroke = _is_white(color)

    def set_fill_space(self, *_: Operand) -> None:
        self._state.white_fill = False

    def set_stroke_space(self, *_: Operand) -> None:
        self._state.white_stroke = False

    # Text

    def set_font(self, key: Operand, size: float) -> None:
        self._state.text.size = float(size)
        self._state.text.font = self._font(self._resource("Font", key))

    def _font(self, value: object) -> CodedFont:
        return self._fonts(value)

    def set_text(self, attribute: str, value: float) -> None:
        setattr(self._state.text, attribute, value)

    def begin_text(self) -> None:
        self.content.text.begin()

    def place_text(self, *matrix: float) -> None:
        self.content.text.place(_matrix(matrix))

    def move_text(self, x: float, y: float) -> None:
        self.content.text.move(x, y)

    def move_text_and_lead(self, x: float, y: float) -> None:
        self._state.text.leading = -y
        self.content.text.move(x, y)

    def next_line(self) -> None:
        self.content.text.move(0, -self._state.text.leading)

    def show(self, text: Operand) -> None:
        self.show_all([text])

    def show_all(self, items: Operand) -> None:
        if isinstance(items, list):
            painter = self.content.text
            painter.tag, painter.hidden = self._marked.tag, self._marked.hidden
            before = painter.glyphs
            painter.show(items, self._state)
            self._budget.spend_glyphs(painter.glyphs - before)

    def show_on_next_line(self, text: Operand) -> None:
        self.next_line()
        self.show(text)

    def show_spaced(self, word: float, letter: float, text: Operand) -> None:
        self._state.text.word_space, self._state.text.character_space = word, letter
        self.show_on_next_line(text)

    # Marked content

    def begin_marked(self, role: Operand, properties: Operand = None) -> None:
        if isinstance(properties, Name):
            properties = self._resource("Properties", properties)
        self._marked.begin(name(role), properties, self.content.text)

    def end_marked(self) -> None:
        self._marked.end(self.content.text)

    # Drawings and pictures

    def path(self, method: str, *points: float) -> None:
        getattr(self.content.paths, method)(self._state.matrix, *points)

    def close_path(self) -> None:
        self.content.paths.close()

    def paint(self, *, fill: bool = False, stroke: bool = False, close: bool = False) -> None:
        if close:
            self.content.paths.close()
        self.content.paths.paint(self._state, fill=fill, stroke=stroke)

    def show_inline_picture(self, properties: Operand) -> None:
        self._place_picture(properties)

    def show_object(self, key: Operand) -> None:
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
        saved, state = self._saved, self._state
        self._saved, self._state = [], state.copy()
        matrix = numbers(form.get("Matrix"), 6)
        if matrix:
            self._state.matrix = multiply(_matrix(matrix), state.matrix)
        self._depth += 1
        resources = dictionary(form.get("Resources")) or self._resources
        with self._marked.inside(object_id(value)):
            self.read(contents(form), resources)
        self._depth -= 1
        self._saved, self._state = saved, state

    def _place_picture(self, picture: Any) -> None:
        corners = [apply(self._state.matrix, x, y) for x in (0, 1) for y in (0, 1)]
        across, up = [x for x, _ in corners], [y for _, y in corners]
        self.content.pictures.append(PlacedPicture(Box(min(across), min(up), max(across), max(up)), picture))


def numbers_font(value: object) -> tuple[object, float] | None:
    """The font that a graphics state sets, and its size."""
    from duidu.sources.pdf.values import array, number

    found = array(value)
    return (found[0], number(found[1])) if len(found) == 2 else None


def _matrix(values: tuple[float, ...]) -> Matrix:
    a, b, c, d, e, f = map(float, values)
    return (a, b, c, d, e, f)


def _is_white(color: tuple[Operand, ...]) -> bool:
    values = [value for value in color if isinstance(value, float)]
    if len(values) == 4:
        return not any(values)
    return len(values) in (1, 3) and min(values) >= 1


def _text_setter(attribute: str, unit: float = 1.0) -> Callable[..., None]:
    return lambda reader, value: reader.set_text(attribute, value * unit)


def _path(method: str) -> Callable[..., None]:
    return lambda reader, *points: reader.path(method, *points)


def _paint(**how: bool) -> Callable[..., None]:
    return lambda reader: reader.paint(**how)


_OPERATORS: Mapping[bytes, Callable[..., None]] = {
    b"q": PageReader.save,
    b"Q": PageReader.restore,
    b"cm": PageReader.transform,
    b"w": PageReader.set_line_width,
    b"gs": PageReader.set_graphics,
    **dict.fromkeys((b"g", b"rg", b"k", b"sc", b"scn"), PageReader.set_fill),
    **dict.fromkeys((b"G", b"RG", b"K", b"SC", b"SCN"), PageReader.set_stroke),
    b"cs": PageReader.set_fill_space,
    b"CS": PageReader.set_stroke_space,
    b"Tf": PageReader.set_font,
    b"Tc": _text_setter("character_space"),
    b"Tw": _text_setter("word_space"),
    b"Tz": _text_setter("stretch", 0.01),
    b"TL": _text_setter("leading"),
    b"Ts": _text_setter("rise"),
    b"Tr": _text_setter("mode"),
    b"BT": PageReader.begin_text,
    b"Tm": PageReader.place_text,
    b"Td": PageReader.move_text,
    b"TD": PageReader.move_text_and_lead,
    b"T*": PageReader.next_line,
    b"Tj": PageReader.show,
    b"TJ": PageReader.show_all,
    b"'": PageReader.show_on_next_line,
    b'"': PageReader.show_spaced,
    b"BMC": PageReader.begin_marked,
    b"BDC": PageReader.begin_marked,
    b"EMC": PageReader.end_marked,
    b"m": _path("move"),
    b"l": _path("line"),
    **dict.fromkeys((b"c", b"v", b"y"), _path("curve")),
    b"re": _path("rectangle"),
    b"h": PageReader.close_path,
    b"n": _paint(),
    b"S": _paint(stroke=True),
    b"s": _paint(stroke=True, close=True),
    **dict.fromkeys((b"f", b"F", b"f*"), _paint(fill=True)),
    **dict.fromkeys((b"B", b"B*"), _paint(fill=True, stroke=True)),
    **dict.fromkeys((b"b", b"b*"), _paint(fill=True, stroke=True, close=True)),
    b"Do": PageReader.show_object,
    b"EI": PageReader.show_inline_picture,
}
