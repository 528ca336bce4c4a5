"""The operators that only change the state in which a page is painted."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from duidu.sources.pdf.content_stream import Operand
from duidu.sources.pdf.graphics import GraphicsState, Matrix, multiply


def to_matrix(values: tuple[float, ...]) -> Matrix:
    """Six numbers as a matrix. Raises `ValueError` if they are more or fewer, `TypeError` if none."""
    a, b, c, d, e, f = map(float, values)
    return (a, b, c, d, e, f)


def _transform(state: GraphicsState, *matrix: float) -> None:
    state.matrix = multiply(to_matrix(matrix), state.matrix)


def _set_line_width(state: GraphicsState, width: float) -> None:
    state.line_width = float(width)


def _set_fill(state: GraphicsState, *color: Operand) -> None:
    state.white_fill = _is_white(color)


def _set_stroke(state: GraphicsState, *color: Operand) -> None:
    state.white_stroke = _is_white(color)


def _is_white(color: tuple[Operand, ...]) -> bool:
    """Whether a color is white: gray or red, green and blue at their most, or no ink of four."""
    values = [value for value in color if isinstance(value, float)]
    if len(values) == 4:
        return not any(values)
    return len(values) in (1, 3) and min(values) >= 1


def _set_fill_space(state: GraphicsState, _: Operand) -> None:
    state.white_fill = False


def _set_stroke_space(state: GraphicsState, _: Operand) -> None:
    state.white_stroke = False


def _text_setter(attribute: str, unit: float = 1.0) -> Callable[..., None]:
    def set_text(state: GraphicsState, value: float) -> None:
        setattr(state.text, attribute, value * unit)

    return set_text


STATE_OPERATORS: Mapping[bytes, Callable[..., None]] = {
    b"cm": _transform,
    b"w": _set_line_width,
    **dict.fromkeys((b"g", b"rg", b"k", b"sc", b"scn"), _set_fill),
    **dict.fromkeys((b"G", b"RG", b"K", b"SC", b"SCN"), _set_stroke),
    b"cs": _set_fill_space,
    b"CS": _set_stroke_space,
    b"Tc": _text_setter("character_space"),
    b"Tw": _text_setter("word_space"),
    b"Tz": _text_setter("stretch", 0.01),
    b"TL": _text_setter("leading"),
    b"Ts": _text_setter("rise"),
    b"Tr": _text_setter("mode"),
}
