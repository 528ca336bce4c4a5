"""The pictures of pages as files that browsers can show: JPEG as it is, all others as PNG."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from duidu.problems import Code
from duidu.sources.pdf.limits import LARGEST_STREAM
from duidu.sources.pdf.stream_filters import LimitedStream
from duidu.sources.pdf.tallies import Tally
from duidu.sources.pdf.values import DAMAGE, array, contents, dictionary, integer, name, object_id, resolve

_CHANNELS = {"DeviceGray": 1, "CalGray": 1, "DeviceRGB": 3, "CalRGB": 3, "DeviceCMYK": 4}
_OTHERS = {"JPXDecode": "JPEG 2000", "JBIG2Decode": "JBIG2", "CCITTFaxDecode": "fax"}
_MOST_PICTURES = 1_000


@dataclass(frozen=True, slots=True)
class _Colors:
    """How the dots of a picture are written: so many values each, or numbers of the colors in a palette."""

    channels: int
    palette: bytes = b""


class Pictures:
    """The pictures kept so far: `files` are their contents by name."""

    def __init__(self, tally: Tally) -> None:
        self.files: dict[str, bytes] = {}
        self._tally = tally
        self._names: dict[int, str] = {}

    def take(self, value: object, line: int) -> str:
        """The name of a picture, or nothing if it cannot be shown; that is reported on `line`."""
        key = object_id(value)
        if key in self._names:
            return self._names[key]
        made = resolve(value)
        if not isinstance(made, LimitedStream) or len(self.files) >= _MOST_PICTURES:
            return ""
        try:
            kind, content = _as_file(made)
        except DAMAGE:
            kind, content = "damaged", b""
        file = ""
        if content:
            file = f"picture{len(self.files) + 1}.{kind}"
            self.files[file] = content
        else:
            self._tally.count(Code.PICTURE_FORMAT, line, kind=kind)
        if key:
            self._names[key] = file
        return file


def _as_file(picture: LimitedStream) -> tuple[str, bytes]:
    """The end of the file's name and its content; what it is, and nothing, if browsers cannot show it."""
    last = next((kind for kind, _ in reversed(picture.filters())), "")
    if last == "DCTDecode":
        return "jpg", picture.get_data()
    if last in _OTHERS:
        return _OTHERS[last], b""
    width, height = integer(picture.get("Width")), integer(picture.get("Height"))
    bits = 1 if resolve(picture.get("ImageMask")) is True else integer(picture.get("BitsPerComponent"), 8)
    colors = _colors(picture.get("ColorSpace")) if bits != 1 or picture.get("ColorSpace") else _Colors(1)
    if colors is None or bits not in (1, 2, 4, 8):
        return "other", b""
    row = (width * bits * colors.channels + 7) // 8
    if not 0 < row * height <= LARGEST_STREAM:
        return "too large", b""
    data = picture.get_data()
    if len(data) < row * height:
        return "damaged", b""
    if colors.channels == 4:
        data, row, colors = _without_black(data[: row * height]), width * 3, _Colors(3)
    return "png", _png(width, height, bits, colors, data, row)


def _colors(value: object) -> _Colors | None:
    kind, items = name(value), array(value)
    if kind in _CHANNELS:
        return _Colors(_CHANNELS[kind])
    kind = name(items[0]) if items else ""
    if kind == "ICCBased" and len(items) > 1:
        return _Colors(integer(dictionary(items[1]).get("N"), 3))
    if kind == "Indexed" and len(items) > 3:
        base, table = _colors(items[1]), resolve(items[3])
        palette = table if isinstance(table, bytes) else contents(items[3])
        return _Colors(1, palette[: 3 * 256]) if base and base.channels == 3 else None
    return _Colors(_CHANNELS[kind]) if kind in _CHANNELS else None


def _without_black(data: bytes) -> bytes:
    """Red, green and blue for cyan, magenta, yellow and black."""
    found = bytearray(len(data) // 4 * 3)
    black = data[3::4]
    for channel in range(3):
        inks = zip(data[channel::4], black, strict=False)
        found[channel::3] = bytes((255 - ink) * (255 - dark) // 255 for ink, dark in inks)
    return bytes(found)


def _png(width: int, height: int, bits: int, colors: _Colors, data: bytes, row: int) -> bytes:
    """A PNG of rows that are `row` bytes long, none of which is predicted from another."""
    kind = 3 if colors.palette else 2 if colors.channels == 3 else 0
    rows = (data[row * line : row * (line + 1)] for line in range(height))
    parts = [(b"IHDR", width.to_bytes(4) + height.to_bytes(4) + bytes([bits, kind, 0, 0, 0]))]
    if colors.palette:
        parts.append((b"PLTE", colors.palette[: len(colors.palette) // 3 * 3]))
    parts += [(b"IDAT", zlib.compress(b"".join(b"\0" + line for line in rows), 6)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        len(content).to_bytes(4) + name + content + zlib.crc32(name + content).to_bytes(4)
        for name, content in parts
    )
