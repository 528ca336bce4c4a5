"""Coordinates, and the state in which a page is painted."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

from duidu.sources.pdf.font_codes import CodedFont

# a, b, c, d, e, f of the standard: x' = ax + cy + e, y' = bx + dy + f.
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def multiply(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that applies `first`, then `second`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where the point (x, y) comes to stand."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def growth(matrix: Matrix) -> float:
    """How many times longer lengths become, on the average of both directions."""
    a, b, c, d, _, _ = matrix
    return math.sqrt(abs(a * d - b * c))


@dataclass(slots=True)
class TextState:
    """How text is shown. `stretch` is the horizontal scaling, 1 for none; `mode` the rendering mode."""

    font: CodedFont | None = None
    size: float = 0.0
    character_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0


@dataclass(slots=True)
class GraphicsState:
    """What `q` saves and `Q` restores, as far as it matters here."""

    matrix: Matrix
    text: TextState = field(default_factory=TextState)
    line_width: float = 1.0
    white_fill: bool = False
    white_stroke: bool = False

    def copy(self) -> GraphicsState:
        """A state of its own that is the same."""
        return replace(self, text=replace(self.text))
