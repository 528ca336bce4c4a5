"""How large pictures are, as the heads of their files tell."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.sources.picture_size import picture_size
from rich import PICTURES

_TABLE = b"\xff\xdb\x00\x05abc"  # a segment of JPEG, which is not the frame
_FRAME = b"\xff\xc2\x00\x11\x08" + struct.pack(">HH", 300, 400) + b"\x03"
SVG = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"{}><path d="M0 0"/></svg>'


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (PICTURES["route 1.png"], (1600, 900)),
        (b"GIF89a" + struct.pack("<HH", 20, 30) + b"\0\0\0", (20, 30)),
        (b"\xff\xd8" + _TABLE + _FRAME, (400, 300)),
        (b"\xff\xd8\xff" + _TABLE + _FRAME, (400, 300)),  # filled up
        (b"\xff\xd8" + _TABLE, (0, 0)),
        (b"\x89PNG\r\n\x1a\n", (0, 0)),
        (b"", (0, 0)),
    ],
)
def test_the_size_of_a_picture(content: bytes, size: tuple[int, int]) -> None:
    assert picture_size(content) == size


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        (' width="640" height="480"', (640, 480)),
        (" width='1in' height='25.4mm'", (96, 96)),
        (' viewBox="0 0 300 200"', (300, 200)),
        (' width="100%" height="100%" viewBox="-5,-5,30.4,20"', (30, 20)),
        (' stroke-width="3" width="30" viewBox="0 0 3 2"', (3, 2)),
        ("", (0, 0)),
        (' width="0" height="10"', (0, 0)),
    ],
)
def test_the_size_of_a_drawing(attributes: str, size: tuple[int, int]) -> None:
    assert picture_size(SVG.format(attributes).encode()) == size


@given(st.sampled_from((b"", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"\xff\xd8", b"<svg ")), st.binary(max_size=60))
def test_no_file_is_too_damaged(head: bytes, rest: bytes) -> None:
    width, height = picture_size(head + rest)
    assert (width > 0) == (height > 0)
