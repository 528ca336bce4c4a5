"""The instructions of a page, as its content stream writes them: operators with their operands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# The alternatives are in the order of how often they occur.
_TOKEN = re.compile(
    rb"""
    (?P<number>[+-]*(?:\d+\.?\d*|\.\d+)(?:-\d*)?)
    |(?P<operator>[A-Za-z'"][A-Za-z0-9*'"]*)
    |<(?P<hex>[0-9A-Fa-f\s]*)>
    |\((?P<plain>[^()\\\r]*)\)
    |(?P<open>\[)
    |(?P<close>\])
    |/(?P<name>[^\x00\t\n\f\r\x20()<>\[\]{}/%]*)
    |(?P<string>\()
    |(?P<dictionary><<)
    |(?P<end>>>)
    |(?P<comment>%[^\r\n]*)
    """,
    re.VERBOSE,
)
_NUMBER, _OPERATOR, _HEX, _PLAIN, _OPEN, _CLOSE, _NAME, _STRING, _DICTIONARY, _END, _COMMENT = range(1, 12)
_STRING_PART = re.compile(rb"[()]|\\(?:[0-7]{1,3}|\r\n|.)|\r\n?|[^()\\\r]+", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_NAME_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")
_IMAGE_END = re.compile(rb"[\s]EI(?=[\s/]|$)")
_WORDS = {b"true": True, b"false": False, b"null": None}
_MOST_OPERANDS = 100_000


@dataclass(frozen=True, slots=True)
class Name:
    """A name, without its slash."""

    text: str


Operand = float | bytes | bool | None | Name | list["Operand"] | dict[str, "Operand"]
Instruction = tuple[bytes, list[Operand]]


def instructions(content: bytes) -> Iterator[Instruction]:
    """Each operator with its operands. What is no token is passed over, as all readers do.

    The content of an inline picture is passed over; its dictionary is the operand of `EI`.
    """
    found: list[Operand] = []
    outer: list[tuple[list[Operand], bool]] = []
    position, search = 0, _TOKEN.search
    while match := search(content, position):
        position, kind = match.end(), match.lastindex
        if kind == _NUMBER:
            found.append(_number(match[kind]))
        elif kind == _OPERATOR:
            operator = match[kind]
            if operator in _WORDS:
                found.append(_WORDS[operator])
                continue
            while outer:
                found = _closed(found, outer)
            if operator == b"ID":
                end = _IMAGE_END.search(content, position)
                position = end.end() if end else len(content)
                operator, found = b"EI", [_dictionary(found)]
            yield operator, found
            found = []
        elif kind == _HEX:
            found.append(_from_hex(match[kind]))
        elif kind == _PLAIN:
            found.append(match[kind])
        elif kind in (_OPEN, _DICTIONARY):
            outer.append((found, kind == _DICTIONARY))
            found = []
        elif kind in (_CLOSE, _END):
            if outer:
                found = _closed(found, outer)
        elif kind == _NAME:
            found.append(Name(decode_name(match[kind])))
        elif kind == _STRING:
            text, position = _string(content, position)
            found.append(text)
        if len(found) > _MOST_OPERANDS:
            found = []


def _closed(found: list[Operand], outer: list[tuple[list[Operand], bool]]) -> list[Operand]:
    """The operands in which the array or dictionary that ends here stands, with it as the last."""
    around, is_dictionary = outer.pop()
    around.append(_dictionary(found) if is_dictionary else found)
    return around


def _dictionary(found: list[Operand]) -> dict[str, Operand]:
    return {key.text: value for key, value in zip(found[::2], found[1::2], strict=False) if isinstance(key, Name)}


def _number(digits: bytes) -> float:
    try:
        return float(digits)
    except ValueError:  # 12-34 and --5 occur; other readers take 12 and -5
        sign = -1.0 if digits.startswith(b"-") else 1.0
        return sign * float(re.split(rb"-", digits.lstrip(b"+-"))[0] or b"0")


def _from_hex(digits: bytes) -> bytes:
    digits = b"".join(digits.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def decode_name(name: bytes) -> str:
    """A name as text; in old files it may be in the encoding of the machine that wrote it."""
    name = _NAME_CODE.sub(lambda match: bytes.fromhex(match[1].decode("ascii")), name)
    for encoding in ("utf-8", "gb18030"):
        try:
            return name.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name.decode("latin-1")


def _string(content: bytes, position: int) -> tuple[bytes, int]:
    """The string that begins at `position`, after its parenthesis, and where it ends."""
    parts: list[bytes] = []
    depth = 1
    while match := _STRING_PART.match(content, position):
        part, position = match[0], match.end()
        if part == b"(":
            depth += 1
        elif part == b")":
            depth -= 1
            if not depth:
                break
        elif part.startswith(b"\\"):
            escaped = part[1:]
            part = bytes([int(escaped, 8) & 0xFF]) if escaped[:1].isdigit() else _ESCAPES.get(escaped, escaped)
        elif part.startswith(b"\r"):
            part = b"\n"
        parts.append(part)
    return b"".join(parts), position
