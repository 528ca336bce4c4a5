"""PNG files, part by part."""

from __future__ import annotations

import zlib

_KINDS = {1: 0, 3: 2}  # of PNG: grey, and red, green and blue
_OF_PALETTE = 3


def write_png(
    width: int, height: int, packed: bytes, *, bits: int = 8, channels: int = 3, palette: bytes = b""
) -> bytes:
    """A PNG of `packed` rows: deflated, with the number of a filter before each.

    A dot has `bits` for each of its one or three `channels`, or is the number of a color in the `palette`.
    """
    kind = _OF_PALETTE if palette else _KINDS[channels]
    parts = [(b"IHDR", width.to_bytes(4) + height.to_bytes(4) + bytes([bits, kind, 0, 0, 0]))]
    if palette:
        parts.append((b"PLTE", palette[: len(palette) // 3 * 3]))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        len(content).to_bytes(4) + name + content + zlib.crc32(name + content).to_bytes(4)
        for name, content in (*parts, (b"IDAT", packed), (b"IEND", b""))
    )


def pack_rows(data: bytes, row: int, level: int = 6) -> bytes:
    """The rows of `row` bytes each that `data` has, as `write_png` takes them."""
    rows = (b"\0" + data[start : start + row] for start in range(0, len(data), row))
    return zlib.compress(b"".join(rows), level)
