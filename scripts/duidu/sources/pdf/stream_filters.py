"""Streams of a file unpacked, each no further than the limits allow."""

from __future__ import annotations

import contextlib
import zlib
from collections.abc import Callable, Mapping
from typing import Any

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.pdftypes import DecipherCallable, PDFStream
from pdfminer.utils import apply_png_predictor, apply_tiff_predictor

from duidu.sources.pdf.limits import MEGABYTE, Budget
from duidu.sources.pdf.values import DAMAGE, array, dictionary, integer, name

_NAMES = {
    "Fl": "FlateDecode",
    "LZW": "LZWDecode",
    "A85": "ASCII85Decode",
    "AHx": "ASCIIHexDecode",
    "RL": "RunLengthDecode",
}
_CHUNK = 4096
_LARGEST_SLOW = 8 * MEGABYTE
_CLEAR, _END, _FIRST, _MOST_BITS = 256, 257, 258, 12


class LimitedStream(PDFStream):
    """A stream that unpacks itself with care. Filters of pictures are left to whoever shows the picture."""

    def __init__(
        self, attributes: dict[str, Any], raw: bytes, decipher: DecipherCallable | None, budget: Budget
    ) -> None:
        super().__init__(attributes, raw, decipher)
        self._budget = budget

    def decode(self) -> None:
        """Unpack; what is damaged ends where the damage begins, and is counted."""
        self.data = b""
        try:
            self.data = self._unpacked()
        except DAMAGE:
            self._budget.damaged += 1
        self.rawdata = None

    def packed(self) -> bytes:
        """The content as it is packed."""
        data = self.rawdata or b""
        if self.decipher and self.objid is not None:
            data = self.decipher(self.objid, self.genno or 0, data, self.attrs)
        return data

    def _unpacked(self) -> bytes:
        data = self.packed()
        for kind, parameters in self.filters():
            if kind not in _DECODERS:
                break
            data, is_whole = _DECODERS[kind](
                data, self._budget.room, integer(parameters.get("EarlyChange"), 1)
            )
            self._budget.damaged += not is_whole
            self._budget.spend_bytes(len(data))
            data = _unpredicted(data, parameters)
        return data

    def filters(self) -> list[tuple[str, Any]]:
        """The names of the filters, each with its parameters, in the order in which they are undone."""
        names = [name(item) for item in array(self.get_any(("Filter", "F")))]
        parameters = [dictionary(item) for item in array(self.get_any(("DecodeParms", "DP")))]
        parameters += [{}] * (len(names) - len(parameters))
        return [(_NAMES.get(kind, kind), each) for kind, each in zip(names, parameters, strict=False)]


# What is unpacked, and whether it is whole. One byte more than there is room for tells of too much.
Unpacked = tuple[bytes, bool]


def _inflate(data: bytes, room: int, _: int) -> Unpacked:
    """Undo `FlateDecode`."""
    found, is_whole = _inflated(data, zlib.MAX_WBITS, room)
    if found or is_whole:
        return found, is_whole
    return _inflated(data[2:], -zlib.MAX_WBITS, room)  # the head may be wrong


def _inflated(data: bytes, bits: int, room: int) -> Unpacked:
    unpacker = zlib.decompressobj(bits)
    found = bytearray()
    for start in range(0, len(data), _CHUNK):
        chunk, before = data[start : start + _CHUNK], unpacker.copy()
        try:
            found += unpacker.decompress(chunk, room + 1 - len(found))
        except zlib.error:
            return bytes(found + _until_damage(before, chunk, room)), False
        if unpacker.eof or len(found) > room:
            return bytes(found), True
    return bytes(found), not data


def _until_damage(unpacker: zlib._Decompress, chunk: bytes, room: int) -> bytes:
    """What can be unpacked of data in which there is damage, byte by byte."""
    found = bytearray()
    with contextlib.suppress(zlib.error):
        for place in range(len(chunk)):
            found += unpacker.decompress(chunk[place : place + 1], room + 1)
    return bytes(found)


def _unpack_lzw(data: bytes, room: int, early: int) -> Unpacked:
    """Undo `LZWDecode`, which is slow; so only of so much."""
    if len(data) > _LARGEST_SLOW:
        return b"", False
    found = bytearray()
    table: list[bytes] = []
    bits, width, before = 0, 9, b""
    held = 0
    for byte in data:
        held, bits = held << 8 | byte, bits + 8
        if bits < width:
            continue
        bits -= width
        code, held = held >> bits, held & (1 << bits) - 1
        if code == _END or len(found) > room:
            break
        if code == _CLEAR:
            table, width, before = [], 9, b""
            continue
        entry = _lzw_entry(code, table, before)
        if not entry:
            return bytes(found), False
        if before and len(table) < (1 << _MOST_BITS) - _FIRST:
            table.append(before + entry[:1])
        found += entry
        before = entry
        width = min(_MOST_BITS, max(9, (len(table) + _FIRST + early).bit_length()))
    return bytes(found), True


def _lzw_entry(code: int, table: list[bytes], before: bytes) -> bytes:
    if code < _CLEAR:
        return bytes([code])
    if code - _FIRST < len(table):
        return table[code - _FIRST]
    return before + before[:1] if before else b""


def _unpack_runs(data: bytes, room: int, _: int) -> Unpacked:
    """Undo `RunLengthDecode`, which is slow; so only of so much."""
    if len(data) > _LARGEST_SLOW:
        return b"", False
    found = bytearray()
    position = 0
    while position < len(data) and data[position] != 128 and len(found) <= room:
        length = data[position]
        if length < 128:
            found += data[position + 1 : position + length + 2]
            position += length + 2
        else:
            found += data[position + 1 : position + 2] * (257 - length)
            position += 2
    return bytes(found), True


_DECODERS: Mapping[str, Callable[[bytes, int, int], Unpacked]] = {
    "FlateDecode": _inflate,
    "LZWDecode": _unpack_lzw,
    "RunLengthDecode": _unpack_runs,
    "ASCII85Decode": lambda data, _, __: (ascii85decode(data), True),
    "ASCIIHexDecode": lambda data, _, __: (asciihexdecode(data), True),
}


def _unpredicted(data: bytes, parameters: Any) -> bytes:
    """Undo the prediction of each row from the one above, or of each dot from the one before."""
    predictor = integer(parameters.get("Predictor"), 1)
    colors, bits = integer(parameters.get("Colors"), 1), integer(parameters.get("BitsPerComponent"), 8)
    columns = integer(parameters.get("Columns"), 1)
    if predictor > 1 and len(data) > _LARGEST_SLOW:
        raise ValueError("too much to be undone")
    if predictor >= 10:
        return apply_png_predictor(predictor, colors, columns, bits, data)
    return apply_tiff_predictor(colors, columns, bits, data) if predictor == 2 else data
