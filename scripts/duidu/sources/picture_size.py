"""How large a picture is, by the head of its file: PNG, GIF, JPEG or SVG."""

from __future__ import annotations

import re
import struct

Size = tuple[int, int]  # width and height in pixels; (0, 0) where the file does not tell

_UNKNOWN: Size = (0, 0)
_PNG, _GIF, _JPEG = b"\x89PNG\r\n\x1a\n", b"GIF8", b"\xff\xd8"
# JPEG: markers that stand alone, and those of frames, which have the size.
_ALONE = frozenset((0x01, *range(0xD0, 0xD9)))
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SVG_TAG = re.compile(r"<(?:\w+:)?svg\b[^>]*>")
_LENGTH = r"""\s{}\s*=\s*["']\s*(\d+(?:\.\d+)?)\s*({})\s*["']"""
_VIEW = re.compile(
    r"""\sviewBox\s*=\s*["']\s*[-+\d.eE]+[\s,]+[-+\d.eE]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*["']"""
)
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}


def picture_size(content: bytes) -> Size:
    """The size of the picture that a file's `content` is."""
    if content.startswith(_PNG) and len(content) >= 24:
        return _pair(struct.unpack(">II", content[16:24]))
    if content.startswith(_GIF) and len(content) >= 10:
        return _pair(struct.unpack("<HH", content[6:10]))
    if content.startswith(_JPEG):
        return _of_jpeg(content)
    return _of_svg(content[:5000].decode("utf-8", "replace"))


def _pair(numbers: tuple[int, ...]) -> Size:
    width, height = numbers
    return (width, height) if width and height else _UNKNOWN


def _of_jpeg(content: bytes) -> Size:
    """The size that the first frame has; before it stand segments, each with its length."""
    place = 2
    while place + 9 <= len(content) and content[place] == 0xFF:
        marker = content[place + 1]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", content[place + 5 : place + 9])
            return _pair((width, height))
        if marker == 0xFF:  # it fills up
            place += 1
        elif marker in _ALONE:
            place += 2
        else:
            place += 2 + int.from_bytes(content[place + 2 : place + 4], "big")
    return _UNKNOWN


def _of_svg(text: str) -> Size:
    """The size that it states, or else that of its own coordinates."""
    tag = _SVG_TAG.search(text)
    if tag is None:
        return _UNKNOWN
    units = "|".join(_UNITS)
    lengths = [re.search(_LENGTH.format(name, units), tag[0]) for name in ("width", "height")]
    stated = [round(float(length[1]) * _UNITS[length[2]]) for length in lengths if length]
    if len(stated) < 2:
        view = _VIEW.search(tag[0])
        stated = [round(float(number)) for number in view.groups()] if view else [0, 0]
    return _pair((stated[0], stated[1]))
