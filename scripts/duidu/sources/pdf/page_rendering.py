"""Parts of pages as pictures, for what is drawn and not written: pdfium paints them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from duidu.sources.pdf.limits import LARGEST_SIDE
from duidu.sources.pdf.png_writer import pack_rows, write_png
from duidu.sources.printed import Box

# Clockwise, in degrees: vertical writing is read with its columns as lines from above to below.
OF_VERTICAL = 270
_SCALE = 200 / 72  # dots a point
_NEAR = 1.0  # points by which the two libraries may differ in the size of a page
_SMALLEST = 9  # the level of deflating


@dataclass(frozen=True, slots=True)
class PageRenderer:
    """Paints the pages of the file `content`, which were read in these `sizes`, turned by so many degrees."""

    content: bytes = field(repr=False)
    sizes: tuple[tuple[float, float], ...]
    turns: tuple[int, ...]

    def __call__(self, number: int, box: Box) -> bytes:
        """A part of the page `number`, counted from 1, as PNG; nothing if it cannot be painted.

        What stands on pages of vertical writing is shown upright, though they are read from their side.
        """
        import pypdfium2  # large, and needed for few files

        width, height = self.sizes[number - 1]
        turn = self.turns[number - 1]
        if turn == OF_VERTICAL:
            box = Box(box.bottom, width - box.right, box.top, width - box.left)
            width, height, turn = height, width, 0
        try:
            with pypdfium2.PdfDocument(self.content) as document:
                if len(document) != len(self.sizes):
                    return b""
                page = document[number - 1]
                size = page.get_size() if turn in (0, 180) else page.get_size()[::-1]
                if abs(size[0] - width) > _NEAR or abs(size[1] - height) > _NEAR:
                    return b""
                return _painted(page, turn, box, size)
        except (pypdfium2.PdfiumError, ValueError, OverflowError, MemoryError):
            return b""


def _painted(page: Any, turn: int, box: Box, size: tuple[float, float]) -> bytes:
    left, bottom = max(box.left, 0.0), max(box.bottom, 0.0)
    right, top = max(size[0] - box.right, 0.0), max(size[1] - box.top, 0.0)
    longest = max(size[0] - left - right, size[1] - bottom - top)
    if longest <= 0:
        return b""
    bitmap = page.render(
        scale=min(_SCALE, LARGEST_SIDE / longest),
        rotation=turn,
        crop=(left, bottom, right, top),
        rev_byteorder=True,
        draw_annots=False,
    )
    row = bitmap.width * bitmap.n_channels
    data = bytes(bitmap.buffer)
    dots = b"".join(
        data[start : start + row] for start in range(0, bitmap.height * bitmap.stride, bitmap.stride)
    )
    red, green, blue = (dots[channel::3] for channel in range(3))
    if red == green == blue:
        return write_png(bitmap.width, bitmap.height, pack_rows(red, bitmap.width, _SMALLEST), channels=1)
    return write_png(bitmap.width, bitmap.height, pack_rows(dots, row, _SMALLEST))
