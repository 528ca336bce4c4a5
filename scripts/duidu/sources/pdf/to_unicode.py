"""ToUnicode maps: code of a font → characters."""

from __future__ import annotations

import re

_SECTION = re.compile(rb"begin(bf|cid)(char|range)(.*?)end\1\2", re.DOTALL)
_ITEM = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])|/([^\s<>\[\]/]+)|(\d+)")
_LARGEST_RANGE = 0x10000


def to_unicode(cmap: bytes) -> dict[int, str]:
    """The characters of each code that the map has. What is malformed is passed over."""
    found: dict[int, str] = {}
    for section in _SECTION.finditer(cmap):
        if section[1] != b"bf":
            continue
        items = [_item(match) for match in _ITEM.finditer(section[3])]
        if section[2] == b"char":
            _read_characters(items, found)
        else:
            _read_ranges(items, found)
    return found


Item = bytes | str | int


def _item(match: re.Match[bytes]) -> Item:
    """A hexadecimal string as bytes, a bracket as text, a number."""
    if match[1] is not None:
        digits = b"".join(match[1].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    if match[5] is not None:
        return int(match[5])
    return "[" if match[2] else "]" if match[3] else "/"


def _read_characters(items: list[Item], found: dict[int, str]) -> None:
    for code, value in zip(items[::2], items[1::2], strict=False):
        if isinstance(code, bytes) and isinstance(value, bytes):
            found[int.from_bytes(code)] = _text(value)


def _read_ranges(items: list[Item], found: dict[int, str]) -> None:
    position = 0
    while position + 2 < len(items):
        first, last, value = items[position : position + 3]
        position += 3
        values: list[Item] = []
        if value == "[":
            end = items.index("]", position) if "]" in items[position:] else len(items)
            values, position = items[position:end], end + 1
        if not (isinstance(first, bytes) and isinstance(last, bytes)):
            continue
        start, stop = int.from_bytes(first), int.from_bytes(last) + 1
        if isinstance(value, bytes):
            _read_range(range(start, min(stop, start + _LARGEST_RANGE)), value, found)
        for code, each in zip(range(start, stop), values, strict=False):
            if isinstance(each, bytes):
                found[code] = _text(each)


def _read_range(codes: range, first: bytes, found: dict[int, str]) -> None:
    """Codes whose characters follow one another: the last character of each is one more."""
    text = _text(first)
    if not text:
        return
    before, last = text[:-1], ord(text[-1])
    for offset, code in enumerate(codes):
        if last + offset > 0x10FFFF:
            break
        found[code] = before + chr(last + offset)


def _text(value: bytes) -> str:
    """The characters that a value says: UTF-16, or a single byte."""
    if len(value) == 1:
        return chr(value[0])
    return value.decode("utf-16-be", "replace")
