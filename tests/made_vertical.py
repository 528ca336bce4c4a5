"""Sets the pages of a document in vertical lines, as programs do: each line of print becomes a column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from duidu.recover.characters import is_wide
from duidu.sources.printed import Box, PrintedDocument, PrintedPage, Span
from made_pdf import codes, made_pdf

# How upright characters are written: one under the other by a font for vertical writing, or each by itself.
KINDS = ("map", "stacked")
DOWN: dict[int, str | bytes] = {
    30: "<< /Type /Font /Subtype /Type0 /BaseFont /Ming /Encoding /Identity-V /DescendantFonts [11 0 R]"
    " /ToUnicode 13 0 R >>"
}
_MIDDLE, _TOP = 0.38, 0.88  # of an ideograph over the baseline


def set_vertically(document: PrintedDocument, kind: str, *, more: Sequence[str] = ()) -> bytes:
    """A PDF of these pages in vertical lines, all of the size of the first.

    `more` is what each page shows besides, in its own coordinates.
    """
    first = document.pages[0]
    contents = [
        "".join(_page(page, kind)) + besides
        for page, besides in zip_longest(document.pages, more, fillvalue="")
        if isinstance(page, PrintedPage)
    ]
    return made_pdf(
        *contents,
        objects=DOWN,
        fonts="/V 30 0 R",
        box=f"0 0 {first.height} {first.width}",
    )


def _page(page: PrintedPage, kind: str) -> Iterator[str]:
    for rule in page.rules:
        yield _rule(rule, page.width)
    for line in page.lines:
        for span in line.spans:
            yield from _span(span, page.width, kind)


def _rule(rule: Box, height: float) -> str:
    """A place (x, y) on the page of level lines is (y, height - x) on that of columns."""
    length = rule.right - rule.left
    return f"{rule.bottom} {height - rule.right} {max(rule.top - rule.bottom, 0.5)} {length} re f\n"


def _span(span: Span, height: float, kind: str) -> Iterator[str]:
    size, middle = span.size, span.baseline + _MIDDLE * span.size
    for character, (left, right) in zip(span.text, pairwise(span.edges), strict=True):
        down = height - left
        if not is_wide(character):
            # The font has letters of half an ideograph; these are as wide as they are in the document.
            stretch = 2 * (right - left) / size
            matrix, font = f"0 {-stretch} 1 0 {span.baseline} {down}", "F"
        elif kind == "map":
            matrix, font = f"1 0 0 1 {middle} {down}", "V"
        else:
            matrix, font = f"1 0 0 1 {middle - size / 2} {down - _TOP * size}", "F"
        if character != " ":
            yield f"BT /{font} {size} Tf {matrix} Tm {codes(character)} Tj ET\n"
