"""Simple fonts: each byte that is shown is a code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, cast

from pdfminer.encodingdb import name2unicode
from pdfminer.pdffont import PDFFont, PDFTrueTypeFont, PDFType1Font, PDFType3Font

from duidu.sources.pdf.character_maps import to_unicode
from duidu.sources.pdf.font_codes import UNMAPPED, CodedFont, Glyph
from duidu.sources.pdf.font_look import clean_text, font_look
from duidu.sources.pdf.old_encodings import decode_code, old_encoding, split_pairs
from duidu.sources.pdf.values import DAMAGE, array, contents, dictionary, name, resolve

_SPACE = 32
_SYMBOL = "symbol"  # the font of Greek letters and mathematical signs that every reader of PDF has


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
    look = font_look(spec, descriptor)
    if encoding := old_encoding(spec, descriptor):
        return CodedFont(look, False, split_pairs, partial(_glyph_of_pair, font, encoding), {})
    encoding_entry = dictionary(spec.get("Encoding"))
    mapped = _unknown_names(encoding_entry) | to_unicode(contents(spec.get("ToUnicode")))
    if look.name.lower() == _SYMBOL and not encoding_entry:
        mapped = _symbols() | mapped
    make = partial(_glyph, font, mapped)
    em = _drawn_em(font) if isinstance(font, PDFType3Font) else 1.0
    return CodedFont(look, False, list, make, {}, em)


def _unknown_names(encoding: Mapping[str, Any]) -> dict[int, str]:
    """The codes to which the font gives glyphs whose names nobody knows: they are not mapped."""
    found: dict[int, str] = {}
    code = 0
    for item in map(resolve, array(encoding.get("Differences"))):
        if isinstance(item, int):
            code = item
            continue
        try:
            name2unicode(name(item))
        except DAMAGE:
            found[code] = UNMAPPED
        code += 1
    return found


def _symbols() -> dict[int, str]:
    from duidu.sources.word.symbols import symbol  # slow to load with its room, and rarely needed

    return {code: symbol(code, _SYMBOL) for code in range(0x20, 0x100)}


def _glyph(font: PDFFont, mapped: Mapping[int, str], code: int) -> Glyph:
    found = mapped.get(code)
    if found is None:
        try:
            found = font.to_unichr(code)
        except DAMAGE:
            found = UNMAPPED
    return Glyph(clean_text(found), glyph_width(font, code), code == _SPACE)


def _glyph_of_pair(font: PDFFont, encoding: str, code: int) -> Glyph:
    """The glyph of a code of one or two bytes, which has the width of its bytes together."""
    width = glyph_width(font, code & 0xFF) + (glyph_width(font, code >> 8) if code > 0xFF else 0.0)
    return Glyph(clean_text(decode_code(code, encoding)), width, code == _SPACE)


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
