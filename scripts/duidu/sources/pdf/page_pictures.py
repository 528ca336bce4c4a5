"""The pictures of pages as files that browsers can show: JPEG as it is, all others as PNG."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from duidu.problems import Code
from duidu.sources.pdf.limits import LARGEST_STREAM, MEGABYTE
from duidu.sources.pdf.png_writer import pack_rows, write_png
from duidu.sources.pdf.stream_filters import LimitedStream
from duidu.sources.pdf.tallies import Tally
from duidu.sources.pdf.values import DAMAGE, array, contents, dictionary, integer, name, object_id, resolve

_CHANNELS = {"DeviceGray": 1, "CalGray": 1, "DeviceRGB": 3, "CalRGB": 3, "DeviceCMYK": 4}
_OTHERS = {"JPXDecode": "JPEG 2000", "JBIG2Decode": "JBIG2", "CCITTFaxDecode": "fax"}
_MOST_PICTURES = 1_000
_MOST_INK, _MOST_DOTS = 16 * MEGABYTE, 200 * MEGABYTE
_BITS = (1, 2, 4, 8)
_AS_PNG = 10  # and above: the predictors of PNG
_PREDICTION = (("Predictor", 1), ("Colors", 1), ("BitsPerComponent", 8), ("Columns", 1))


@dataclass(frozen=True, slots=True)
class _Form:
    """How the dots of a picture are written: so many values each, or numbers of the colors in a palette."""

    width: int
    height: int
    bits: int
    channels: int
    palette: bytes = b""

    @property
    def row(self) -> int:
        """How many bytes a row has."""
        return (self.width * self.bits * self.channels + 7) // 8

    def is_predicted_as_png(self, kind: str, parameters: Mapping[str, Any]) -> bool:
        """Whether the rows are packed as PNG has them already."""
        values = [integer(parameters.get(key), default) for key, default in _PREDICTION]
        own = [self.channels, self.bits, self.width]
        return kind == "FlateDecode" and values[0] >= _AS_PNG and values[1:] == own and self.channels != 4


class Pictures:
    """The pictures kept so far: `files` are their contents by name."""

    def __init__(self, tally: Tally) -> None:
        self.files: dict[str, bytes] = {}
        self._tally = tally
        self._names: dict[int, str] = {}
        self._room = _MOST_DOTS

    def take(self, value: object, line: int) -> str:
        """The name of a picture, or nothing if it cannot be shown; that is reported on `line`."""
        key = object_id(value)
        if key in self._names:
            return self._names[key]
        made = resolve(value)
        if not isinstance(made, LimitedStream) or len(self.files) >= _MOST_PICTURES:
            return ""
        try:
            kind, content = _as_file(made, min(LARGEST_STREAM, self._room))
        except DAMAGE:
            kind, content = "damaged", b""
        file = ""
        if content:
            file = f"picture{len(self.files) + 1}.{kind}"
            self.files[file] = content
            self._room -= len(made.data or b"")
            made.data = b""  # the file is kept, the dots are not
        else:
            self._tally.count(Code.PICTURE_FORMAT, line, kind=kind)
        if key:
            self._names[key] = file
        return file


def _as_file(picture: LimitedStream, room: int) -> tuple[str, bytes]:
    """The end of the file's name and its content; what it is, and nothing, if browsers cannot show it.

    There is `room` for so many bytes of dots.
    """
    filters = picture.filters()
    last, parameters = filters[-1] if filters else ("", {})
    if last == "DCTDecode":
        return "jpg", picture.get_data()
    if last in _OTHERS:
        return _OTHERS[last], b""
    form = _form(picture)
    if form is None:
        return "other", b""
    if not 0 < form.row * form.height <= room or (form.channels == 4 and form.row * form.height > _MOST_INK):
        return "too large", b""
    if len(filters) == 1 and form.is_predicted_as_png(last, parameters):
        return "png", _png(form, picture.packed())
    data = picture.get_data()[: form.row * form.height]
    if len(data) < form.row * form.height:
        return "damaged", b""
    if form.channels == 4:
        data, form = _without_black(data), replace(form, channels=3)
    return "png", _png(form, pack_rows(data, form.row))


def _form(picture: LimitedStream) -> _Form | None:
    """The form of a picture's dots, if it is one that PNG has, or that of four inks."""
    width, height = integer(picture.get("Width")), integer(picture.get("Height"))
    bits = 1 if resolve(picture.get("ImageMask")) is True else integer(picture.get("BitsPerComponent"), 8)
    space = picture.get("ColorSpace")
    channels, palette = _colors(space) if space is not None or bits != 1 else (1, b"")
    return _Form(width, height, bits, channels, palette) if channels in (1, 3, 4) and bits in _BITS else None


def _colors(value: object) -> tuple[int, bytes]:
    """How many values a dot has, 0 if that is not known, and the palette if they are numbers of colors."""
    kind, items = name(value), array(value)
    if kind in _CHANNELS:
        return _CHANNELS[kind], b""
    kind = name(items[0]) if items else ""
    if kind == "ICCBased" and len(items) > 1:
        return integer(dictionary(items[1]).get("N"), 3), b""
    if kind == "Indexed" and len(items) > 3:
        table = resolve(items[3])
        palette = table if isinstance(table, bytes) else contents(items[3])
        return (1, palette[: 3 * 256]) if _colors(items[1])[0] == 3 else (0, b"")
    return _CHANNELS.get(kind, 0), b""


def _without_black(data: bytes) -> bytes:
    """Red, green and blue for cyan, magenta, yellow and black."""
    found = bytearray(len(data) // 4 * 3)
    black = data[3::4]
    for channel in range(3):
        inks = zip(data[channel::4], black, strict=False)
        found[channel::3] = bytes((255 - ink) * (255 - dark) // 255 for ink, dark in inks)
    return bytes(found)


def _png(form: _Form, packed: bytes) -> bytes:
    """A PNG of rows, packed as PNG has them."""
    channels = 3 if form.channels == 3 and not form.palette else 1
    return write_png(form.width, form.height, packed, bits=form.bits, channels=channels, palette=form.palette)
