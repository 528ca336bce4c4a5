"""What stands on paper: a page printed to PDF, and read back glyph by glyph."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from playwright.sync_api import Page
from pypdf import PdfReader

POINTS_A_MM = 72 / 25.4
# From the left, less the half of an opening bracket that is cut at a line's beginning; the rest is margin.
TEXT_BEGINS = 24.5 * POINTS_A_MM
MARGIN = 20 * POINTS_A_MM  # above the text, and below it

# A PDF names glyphs, and one glyph may be several characters: a radical and an ideograph, say.
ALIKE = str.maketrans(
    "⺠⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻤⻥⻦⻨⻬⻮⻰⻳―‒", "民西见角贝车長长门青韦页风飞食马鬼鱼鸟麦齐齿龙龟—–"
)


@dataclass(frozen=True)
class Sheet:
    """One printed page: its words by where they stand, without spaces.

    `columns` are the halves of `text` left and right of the middle.
    """

    head: str
    margin: str
    text: str
    columns: tuple[str, str]
    last_line: str
    foot: str


def printed(page: Page, paper: str) -> list[Sheet]:
    """`page` on `paper`, "A4" or "Letter"."""
    return [_sheet(each) for each in PdfReader(BytesIO(page.pdf(format=paper))).pages]


def printed_as_opened(page: Page, paper: str) -> list[Sheet]:
    """The same of a page that is as it was opened: each is printed once for all tests."""
    if (page.url, paper) not in _AS_OPENED:
        _AS_OPENED[page.url, paper] = printed(page, paper)
    return _AS_OPENED[page.url, paper]


_AS_OPENED: dict[tuple[str, str], list[Sheet]] = {}


def folded(text: str) -> str:
    """`text` without spaces, and each character as that by which it is known in a PDF and elsewhere."""
    return "".join(unicodedata.normalize("NFKC", text).translate(ALIKE).split())


def _sheet(page: Any) -> Sheet:
    glyphs: list[tuple[float, float, str]] = []

    def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        x, y = (tm[4] * cm[i] + tm[5] * cm[2 + i] + cm[4 + i] for i in (0, 1))
        glyphs.append((x, y, folded(text)))

    page.extract_text(visitor_text=visit)
    glyphs = [glyph for glyph in glyphs if glyph[2]]
    width, height = float(page.mediabox.width), float(page.mediabox.height)

    def where(stands: Callable[[float, float], bool]) -> str:
        return "".join(text for x, y, text in glyphs if stands(x, y))

    def is_text(x: float, y: float) -> bool:
        return x >= TEXT_BEGINS and MARGIN < y < height - MARGIN

    lowest = min((y for x, y, _ in glyphs if is_text(x, y)), default=0.0)
    return Sheet(
        head=where(lambda _, y: y >= height - MARGIN),
        margin=where(lambda x, y: x < TEXT_BEGINS and MARGIN < y < height - MARGIN),
        text=where(is_text),
        columns=(
            where(lambda x, y: is_text(x, y) and x < width / 2),
            where(lambda x, y: is_text(x, y) and x >= width / 2),
        ),
        last_line=where(lambda x, y: is_text(x, y) and y < lowest + 4),
        foot=where(lambda _, y: y <= MARGIN),
    )
