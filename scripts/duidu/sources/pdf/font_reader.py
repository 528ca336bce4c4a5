"""A font of the file → a font whose bytes can be read."""

from __future__ import annotations

from duidu.sources.pdf.composite_fonts import composite_font
from duidu.sources.pdf.font_codes import UNMAPPED, CodedFont, Glyph
from duidu.sources.pdf.simple_fonts import simple_font
from duidu.sources.pdf.values import DAMAGE, dictionary, name
from duidu.sources.printed import Font

_WIDTH = 0.5


def read_font(value: object) -> CodedFont:
    """The font that a page names. One that is missing or damaged shows glyphs that are not mapped."""
    spec = dictionary(value)
    try:
        if name(spec.get("Subtype")) == "Type0":
            return composite_font(spec)
        if spec:
            return simple_font(spec)
    except DAMAGE:
        pass
    return CodedFont(Font(name(spec.get("BaseFont"))), False, list, lambda _: Glyph(UNMAPPED, _WIDTH), {})
