"""Objects of a file as what they should be: a number, a name, a dictionary. What is none is the default."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

from pdfminer.pdftypes import PDFObjRef, PDFStream
from pdfminer.psexceptions import PSException
from pdfminer.psparser import PSLiteral

from duidu.sources.pdf.content_stream import Name, decode_name

# What the library may raise at a damaged file.
DAMAGE = (
    PSException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


def resolve(value: object) -> object:
    """The object itself, if `value` refers to one; nothing, if that is damaged."""
    if not isinstance(value, PDFObjRef):
        return value
    try:
        return value.resolve()
    except DAMAGE:
        return None


def dictionary(value: object) -> Mapping[str, Any]:
    """A dictionary, that of a stream too, or an empty one."""
    found = resolve(value)
    if isinstance(found, PDFStream):
        return found.attrs
    return found if isinstance(found, dict) else {}


def array(value: object) -> Sequence[Any]:
    """An array, or an empty one. What is none is an array with itself in it."""
    found = resolve(value)
    return found if isinstance(found, list | tuple) else () if found is None else (value,)


def stream(value: object) -> PDFStream | None:
    """A stream, or nothing."""
    found = resolve(value)
    return found if isinstance(found, PDFStream) else None


def number(value: object, default: float = 0.0) -> float:
    """A number, or `default`."""
    found = resolve(value)
    return float(found) if isinstance(found, int | float) and abs(found) < 1e9 else default


def integer(value: object, default: int = 0) -> int:
    """A whole number, or `default`."""
    return int(number(value, default))


def numbers(value: object, count: int) -> tuple[float, ...] | None:
    """`count` numbers, or nothing."""
    found = [resolve(item) for item in array(value)]
    if len(found) != count or not all(isinstance(item, int | float) for item in found):
        return None
    return tuple(number(item) for item in found)


def name(value: object) -> str:
    """A name, or nothing."""
    found = resolve(value)
    if isinstance(found, Name):
        return found.text
    if not isinstance(found, PSLiteral):
        return ""
    return found.name if isinstance(found.name, str) else decode_name(found.name)


def text(value: object) -> str:
    """A string that is meant for people: UTF-16, UTF-8 or PDFDocEncoding, which is nearly Latin-1."""
    found = resolve(value)
    if not isinstance(found, bytes):
        return ""
    if found.startswith((b"\xfe\xff", b"\xff\xfe")):
        return found.decode("utf-16", "replace")
    if found.startswith(b"\xef\xbb\xbf"):
        return found[3:].decode("utf-8", "replace")
    return found.decode("latin-1")


def object_id(value: object) -> int:
    """The number of the object that `value` refers to or is, 0 if that is not known."""
    if isinstance(value, PDFObjRef):
        return int(value.objid)
    return int(value.objid or 0) if isinstance(value, PDFStream) else 0


def contents(value: object) -> bytes:
    """What is in a stream, nothing if it is damaged."""
    found = stream(value)
    if found is None:
        return b""
    try:
        return found.get_data()
    except DAMAGE:
        return b""
