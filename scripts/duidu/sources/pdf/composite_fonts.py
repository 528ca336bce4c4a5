"""Composite fonts: a code is one or more bytes, and leads to a glyph's number, the CID."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from pdfminer.cmapdb import CMap, CMapBase, IdentityCMapByte
from pdfminer.pdffont import PDFCIDFont
from pdfminer.psparser import LIT

from duidu.sources.pdf.character_maps import read_code_map, to_unicode
from duidu.sources.pdf.font_codes import CodedFont, Glyph
from duidu.sources.pdf.font_look import clean_text, font_look
from duidu.sources.pdf.simple_fonts import glyph_width
from duidu.sources.pdf.true_type import characters_of_glyphs
from duidu.sources.pdf.values import (
    DAMAGE,
    array,
    contents,
    dictionary,
    integer,
    name,
    number,
    resolve,
    stream,
)

_LAST_GLYPH, _MOST_WIDTHS, _MOST_CHARACTERS = 0xFFFF, 200_000, 0x110000
_DOWN = -1.0  # from one glyph to the next one below, in vertical writing


@dataclass(slots=True)
class _Composite:
    """What the glyphs of a composite font are made of.

    `cids` has the CID of each code that was met, `places` the glyph of each CID in the font's own file, in
    two bytes, if that is not the same.
    """

    font: PDFCIDFont
    descriptor: Mapping[str, Any]
    mapped: Mapping[int, str]
    cids: dict[int, int] = field(default_factory=dict)
    own: Mapping[int, str] | None = None
    vertical: bool = False
    places: bytes = b""

    def glyph(self, code: int) -> Glyph:
        """The glyph of a code."""
        cid = self.cids.get(code, code)
        text = clean_text(self.mapped.get(code) or self._by_cid(cid))
        if self.vertical is not self.font.vertical:  # the library does not know of it, nor of its widths
            return Glyph(text, _DOWN if self.vertical else -_DOWN)
        return Glyph(text, glyph_width(self.font, cid))

    def _by_cid(self, cid: int) -> str | None:
        """The character of a CID, by the collection that it is of, or by what the font itself says."""
        try:
            return self.font.to_unichr(cid)
        except DAMAGE:
            pass
        if self.own is None:
            self.own = _characters_of_true_type(self.descriptor)
        return self.own.get(int.from_bytes(self.places[2 * cid : 2 * cid + 2]) if self.places else cid)


def composite_font(spec: Mapping[str, Any]) -> CodedFont:
    """The font that this dictionary describes."""
    descendant = dictionary(array(spec.get("DescendantFonts"))[0])
    descriptor = dictionary(descendant.get("FontDescriptor"))
    # The font's own file is read only if its characters are asked for: that is slow.
    bare = dict(descendant) | {"Encoding": spec.get("Encoding"), "FontDescriptor": _without_file(descriptor)}
    bare.pop("ToUnicode", None)
    bare["W"] = _limited(array(descendant.get("W")), 1)
    bare["W2"] = _limited(array(descendant.get("W2")), 3)
    encoding = stream(spec.get("Encoding"))
    bare["Encoding"] = LIT("Identity-H") if encoding else resolve(spec.get("Encoding"))
    font = PDFCIDFont(cast(Any, None), bare)
    mapped = to_unicode(contents(spec.get("ToUnicode")))
    if name(spec.get("ToUnicode")).startswith("Identity"):
        mapped = _Identity()
    places = contents(descendant.get("CIDToGIDMap"))
    made = _Composite(font, descriptor, mapped, vertical=font.vertical, places=places)
    look = font_look(spec, descriptor)
    own = read_code_map(contents(encoding)) if encoding else None
    if own and own.spaces:
        made.cids, made.vertical = own.cids, own.vertical
        return CodedFont(look, own.vertical, own.split, made.glyph, {})
    return CodedFont(look, font.vertical, _splitter(font.cmap, made.cids), made.glyph, {})


class _Identity(dict[int, str]):
    """A map that takes each code for the number of a character."""

    def get(self, code: int, default: Any = None) -> Any:
        """The character whose number the code is."""
        return chr(code) if code < _MOST_CHARACTERS else default


def _limited(widths: Sequence[Any], values: int) -> list[Any]:
    """The widths of glyphs, in which no range goes on beyond the last glyph that a font may have.

    They are given as the first glyph and an array, or as the first and the last one and so many `values`.
    """
    found: list[Any] = []
    items = [resolve(item) for item in widths]
    position, room = 0, _MOST_WIDTHS
    while position + 1 < len(items) and room > 0:
        first, second = items[position : position + 2]
        if isinstance(second, list):
            found += [integer(first), [number(item) for item in second]]
            position += 2
        else:
            last = min(integer(second), _LAST_GLYPH)
            found += [integer(first), last]
            found += [number(item) for item in items[position + 2 : position + 2 + values]]
            position += 2 + values
            room -= max(last - integer(first), 0)
    return found


def _without_file(descriptor: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in descriptor.items() if not key.startswith("FontFile")}


def _splitter(cmap: CMapBase, cids: dict[int, int]) -> Callable[[bytes], list[int]]:
    if isinstance(cmap, IdentityCMapByte):
        return list
    if isinstance(cmap, CMap) and cmap.code2cid:
        return lambda shown: list(_codes(shown, cmap.code2cid, cids))
    return _pairs


def _pairs(shown: bytes) -> list[int]:
    """Two bytes a code. A byte that is left over is a code of its own."""
    if len(shown) % 2:
        shown += b"\0"
    return list(struct.unpack(f">{len(shown) // 2}H", shown))


def _codes(shown: bytes, tree: Mapping[int, Any], cids: dict[int, int]) -> Iterator[int]:
    """The codes of a map that has codes of several lengths; a byte of none is passed on alone."""
    code, branch = 0, tree
    for byte in shown:
        code = code << 8 | byte
        found = branch.get(byte)
        if isinstance(found, dict):
            branch = found
            continue
        if isinstance(found, int):
            cids[code] = found
        else:
            cids[code] = 0
        yield code
        code, branch = 0, tree


def _characters_of_true_type(descriptor: Mapping[str, Any]) -> Mapping[int, str]:
    """Glyph's number → character, as a TrueType font in the file has it."""
    try:
        return characters_of_glyphs(contents(descriptor.get("FontFile2")))
    except DAMAGE:
        return {}
