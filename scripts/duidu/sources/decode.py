"""Bytes → text: the one place that knows about encodings and files that are no text."""

from __future__ import annotations

import re

from duidu.han import is_common
from duidu.problems import Code, DuiduError, Problem

_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive (a Word file, perhaps)",
    b"\xd0\xcf\x11\xe0": "an old Word file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\xff\xfe": "UTF-16 text",
    b"\xfe\xff": "UTF-16 text",
}
_FORM_FEED_INSIDE = re.compile("(?<=[^\n\f])\f\n?")
_COMMON_MARKS = "，。、「」《》（）"
_CHINESE_ENCODINGS = {"big5": "Big5", "gb18030": "GBK"}


def decode(data: bytes, name: str, expected: str = "the article's text layer") -> str:
    """The text of a file, with line feeds at line ends and without a byte-order mark.

    A form feed, which begins a page, stands at the beginning of a line.

    Raises `DuiduError` (naming the file `name`, and saying what is `expected`) if `data` is empty, no text,
    or not UTF-8.
    """
    if not data.strip():
        raise DuiduError(name, Problem.at(Code.EMPTY, expected=expected))
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            raise DuiduError(name, Problem.at(Code.BINARY, kind=kind, expected=expected))
    if b"\x00" in data:
        line = data[: data.index(b"\x00")].count(b"\n") + 1
        kind = "a binary file (it holds NUL characters)"
        raise DuiduError(name, Problem.at(Code.BINARY, line, kind=kind, expected=expected))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise DuiduError(name, Problem.at(Code.NOT_UTF8, line, guess=_guess(data))) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _FORM_FEED_INSIDE.sub("\n\f", text)
    if not text.strip():
        raise DuiduError(name, Problem.at(Code.EMPTY, expected=expected))
    return text


def _guess(data: bytes) -> str:
    """Which Chinese encoding the bytes look like: the one that reads as most common ideographs."""
    best, best_share = "", 0.5
    for encoding, label in _CHINESE_ENCODINGS.items():
        text = data.decode(encoding, errors="replace")
        wide = [character for character in text if not character.isascii()]
        common = sum(is_common(character) or character in _COMMON_MARKS for character in wide)
        share = common / len(wide) if wide else 0.0
        if "\ufffd" not in text and share > best_share:
            best, best_share = f" (it looks like {label})", share
    return best
