"""Maps of a font that are written in the file: code → characters (ToUnicode), and code → glyph's number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_MARK = re.compile(rb"(begin|end)(codespacerange|(?:bf|cid)(?:char|range))")
_ITEM = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])|/([^\s<>\[\]/]+)|(\d+)")
_VERTICAL = re.compile(rb"/WMode\s+1\b")
_LARGEST_RANGE = 0x10000
_MOST_CODES = 200_000
_MOST_SPACES = 100

Item = bytes | str | int


@dataclass(slots=True)
class CodeMap:
    """How codes are cut from what is shown, and the CID of each.

    `spaces` are pairs of the first and the last code of as many bytes, within which each byte may range.
    """

    spaces: list[tuple[bytes, bytes]] = field(default_factory=list)
    cids: dict[int, int] = field(default_factory=dict)
    vertical: bool = False

    def split(self, shown: bytes) -> list[int]:
        """The codes in what is shown. Bytes in no code space are codes of the shortest length."""
        shortest = min((len(first) for first, _ in self.spaces), default=2) or 1
        codes, position = [], 0
        while position < len(shown):
            length = next(self._lengths(shown[position : position + 4]), shortest)
            codes.append(int.from_bytes(shown[position : position + length]))
            position += length
        return codes

    def _lengths(self, ahead: bytes) -> Iterator[int]:
        for first, last in self.spaces:
            if len(ahead) >= len(first) and all(
                low <= byte <= high for low, byte, high in zip(first, ahead, last, strict=False)
            ):
                yield len(first)


def read_code_map(content: bytes) -> CodeMap:
    """The map of codes to CIDs that a file has of its own."""
    found = CodeMap(vertical=bool(_VERTICAL.search(content)))
    for kind, items in _sections(content):
        if kind == b"codespacerange":
            pairs = zip(items[::2], items[1::2], strict=False)
            found.spaces += [
                (first, last)
                for first, last in pairs
                if isinstance(first, bytes) and isinstance(last, bytes) and 0 < len(first) == len(last)
            ]
            del found.spaces[_MOST_SPACES:]
        elif kind == b"cidchar":
            for code, cid in zip(items[::2], items[1::2], strict=False):
                if isinstance(code, bytes) and isinstance(cid, int):
                    found.cids[int.from_bytes(code)] = cid
        elif kind == b"cidrange":
            found.cids.update(_numbered(items, len(found.cids)))
    return found


def to_unicode(content: bytes) -> dict[int, str]:
    """The characters of each code that the map has. What is malformed is passed over.

    Some programs write the numbers of characters as if they were CIDs.
    """
    found: dict[int, str] = {}
    for kind, items in _sections(content):
        if kind == b"bfchar":
            for code, value in zip(items[::2], items[1::2], strict=False):
                if isinstance(code, bytes) and isinstance(value, bytes):
                    found[int.from_bytes(code)] = _text(value)
        elif kind == b"bfrange":
            _read_ranges(items, found)
        elif kind == b"cidrange":
            numbered = _numbered(items, len(found))
            found.update({code: chr(number) for code, number in numbered if number <= 0x10FFFF})
    return found


def _sections(content: bytes) -> Iterator[tuple[bytes, list[Item]]]:
    """What stands between each `begin` and `end`, and what kind it is of."""
    begun: re.Match[bytes] | None = None
    for mark in _MARK.finditer(content):
        if mark[1] == b"begin":
            begun = mark
        elif begun and begun[2] == mark[2]:
            inside = content[begun.end() : mark.start()]
            yield mark[2], [_item(match) for match in _ITEM.finditer(inside)]
            begun = None


def _item(match: re.Match[bytes]) -> Item:
    """A hexadecimal string as bytes, a bracket or name as text, a number."""
    if match[1] is not None:
        digits = b"".join(match[1].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    if match[5] is not None:
        return int(match[5][:9])
    return "[" if match[2] else "]" if match[3] else "/"


def _numbered(items: list[Item], before: int) -> Iterator[tuple[int, int]]:
    """Codes whose numbers follow one another, range by range."""
    for first, last, number in zip(items[::3], items[1::3], items[2::3], strict=False):
        if isinstance(first, bytes) and isinstance(last, bytes) and isinstance(number, int):
            start, stop = int.from_bytes(first), int.from_bytes(last) + 1
            for code in range(start, min(stop, start + _LARGEST_RANGE)):
                yield code, number + code - start
            before += stop - start
            if before > _MOST_CODES:
                return


def _read_ranges(items: list[Item], found: dict[int, str]) -> None:
    position = 0
    while position + 2 < len(items) and len(found) < _MOST_CODES:
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
