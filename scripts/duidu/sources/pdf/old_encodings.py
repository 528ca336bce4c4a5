"""Simple fonts of old Chinese programs, whose codes are of one or two bytes, as in GBK or Big5.

Nothing in the file says so but the font's name, which is in that encoding too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pdfminer.psparser import PSLiteral

from duidu.sources.pdf.font_codes import UNMAPPED
from duidu.sources.pdf.values import resolve

_ENCODINGS = ("gb18030", "big5")
_FIRST_LEAD = 0x81
# What Chinese fonts are named with: Ming or Song, Hei, Kai, Fangsong, and the like.
_OF_FONTS = frozenset("宋黑楷仿明体體隶隸圆圓魏行书書标標")


def old_encoding(spec: Mapping[str, Any], descriptor: Mapping[str, Any]) -> str:
    """The encoding of such a font by Python's name, nothing if it is no such font."""
    base = resolve(spec.get("BaseFont"))
    raw = base.name if isinstance(base, PSLiteral) else b""
    is_embedded = any(key.startswith("FontFile") for key in descriptor)
    if not isinstance(raw, bytes) or is_embedded or "ToUnicode" in spec:
        return ""
    return next((encoding for encoding in _ENCODINGS if _OF_FONTS & set(raw.decode(encoding, "ignore"))), "")


def split_pairs(shown: bytes) -> list[int]:
    """The codes in what is shown: a byte, or two bytes of which the first says that another follows."""
    return list(_codes(shown))


def _codes(shown: bytes) -> Iterator[int]:
    lead = 0
    for byte in shown:
        if lead:
            yield lead << 8 | byte
            lead = 0
        elif byte >= _FIRST_LEAD:
            lead = byte
        else:
            yield byte
    if lead:
        yield lead


def decode_code(code: int, encoding: str) -> str:
    """The character of a code."""
    try:
        return code.to_bytes(2 if code > 0xFF else 1).decode(encoding)
    except UnicodeDecodeError:
        return UNMAPPED
