"""Which character each glyph of a TrueType font stands for, by the tables of the font's own file."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_HEAD, _ENTRY = struct.Struct(">4xH6x"), struct.Struct(">4sIII")
_SUBTABLE, _SEGMENTS, _GROUP = struct.Struct(">HHI"), 4, 12
_OF_UNICODE = {(0, number) for number in range(5)} | {(3, 1), (3, 10)}
_MOST_TABLES, _MOST_GROUPS, _MOST_CHARACTERS = 100, 20_000, 200_000


def characters_of_glyphs(font: bytes) -> dict[int, str]:
    """Glyph's number → character. Of several characters with one glyph, the one that comes first in Unicode.

    Raises `struct.error` or `ValueError` where the font is damaged.
    """
    table = _table(font, b"cmap")
    (count,) = struct.unpack_from(">2xH", table)
    found: dict[int, str] = {}
    for index in range(min(count, _MOST_TABLES)):
        platform, encoding, place = _SUBTABLE.unpack_from(table, 4 + 8 * index)
        if (platform, encoding) in _OF_UNICODE:
            for _, (code, glyph) in zip(range(_MOST_CHARACTERS), _pairs(table[place:]), strict=False):
                if glyph and code not in range(0xD800, 0xE000) and code <= 0x10FFFF:
                    found.setdefault(glyph, chr(code))
    return found


def _table(font: bytes, name: bytes) -> bytes:
    (count,) = _HEAD.unpack_from(font)
    for index in range(min(count, _MOST_TABLES)):
        tag, _, place, length = _ENTRY.unpack_from(font, 12 + 16 * index)
        if tag == name:
            return font[place : place + length]
    raise ValueError("no such table")


def _pairs(table: bytes) -> Iterator[tuple[int, int]]:
    """Characters and glyphs of a subtable of the two forms that there are of Unicode."""
    (form,) = struct.unpack_from(">H", table)
    if form == _SEGMENTS:
        yield from _of_segments(table)
    elif form == _GROUP:
        (count,) = struct.unpack_from(">12xI", table)
        for index in range(min(count, _MOST_GROUPS)):
            first, last, glyph = struct.unpack_from(">III", table, 16 + 12 * index)
            yield from ((code, glyph + code - first) for code in range(first, last + 1))


def _of_segments(table: bytes) -> Iterator[tuple[int, int]]:
    (doubled,) = struct.unpack_from(">6xH", table)
    count = doubled // 2
    ends = struct.unpack_from(f">{count}H", table, 14)
    starts = struct.unpack_from(f">{count}H", table, 16 + doubled)
    deltas = struct.unpack_from(f">{count}H", table, 16 + 2 * doubled)
    offsets = struct.unpack_from(f">{count}H", table, 16 + 3 * doubled)
    for index, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(start, end + 1):
            glyph = code
            if offset:
                place = 16 + 3 * doubled + 2 * index + offset + 2 * (code - start)
                (glyph,) = struct.unpack_from(">H", table, place)
            yield code, (glyph + delta) & 0xFFFF if glyph or not offset else 0
