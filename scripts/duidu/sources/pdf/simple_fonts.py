"""Simple fonts: each byte that is shown is a code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, cast

from pdfminer.pdffont import PDFFont, PDFTrueTypeFont, PDFType1Font, PDFType3Font

from duidu.sources.pdf.character_maps import to_unicode
from duidu.sources.pdf.font_codes import UNMAPPED, CodedFont, Glyph
from duidu.sources.pdf.font_look import clean_text, font_look
from duidu.sources.pdf.values import DAMAGE, contents, dictionary, name


def simple_font(spec: Mapping[str, Any]) -> CodedFont:
    """The font that this dictionary describes."""
    kind = name(spec.get("Subtype"))
    bare = {key: value for key, value in spec.items() if key != "ToUnicode"}
    manager = cast(Any, None)  # fonts ask for one and do not use it
    font: PDFFont
    if kind == "Type3":
        font = PDFType3Font(manager, bare)
    elif kind == "TrueType":
        font = PDFTrueTypeFont(manager, bare)
    else:
        font = PDFType1Font(manager, bare)
    descriptor = dictionary(spec.get("FontDescriptor")) or font.descriptor
    mapped = to_unicode(contents(spec.get("ToUnicode")))
    make = partial(_simple_glyph, font, mapped)
    em = _drawn_em(font) if isinstance(font, PDFType3Font) else 1.0
    return CodedFont(font_look(spec, descriptor), False, list, make, {}, em)


def _simple_glyph(font: PDFFont, mapped: Mapping[int, str], code: int) -> Glyph:
    found = mapped.get(code)
    if found is None:
        try:
            found = font.to_unichr(code)
        except DAMAGE:
            found = UNMAPPED
    return Glyph(clean_text(found), glyph_width(font, code), None, code == 32)


def _drawn_em(font: PDFType3Font) -> float:
    """The size of a font whose glyphs are drawn on a grid of their own: the height of its box."""
    height = abs(font.bbox[3] - font.bbox[1]) * font.vscale
    return height or 1.0


def glyph_width(font: PDFFont, code: int) -> float:
    """How wide a glyph is, in units of the size."""
    try:
        return float(font.char_width(code))
    except DAMAGE:
        return 0.5
