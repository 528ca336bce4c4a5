"""The instructions of a page, as its content stream writes them: operators with their operands."""

from __future__ import annotations

import re
from binascii import unhexlify
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

# The alternatives are in the order of how often they occur. Numbers in a row, and arrays of strings and
# numbers, are matched as a whole, for speed; nothing in a pattern is tried twice.
_TOKEN = re.compile(
    rb"""
    (?P<numbers>[-+.0-9][-+.0-9\t\n\f\r\x20]*+)
    |(?P<operator>[A-Za-z'"][A-Za-z0-9*'"]*+)
    |\[(?P<array>(?:[\t\n\f\r\x20]++|<[0-9A-Fa-f]*+>|\([^()\\\r]*+\)|[-+.0-9]++)*+)\]
    |<(?P<hex>[0-9A-Fa-f\s]*+)>
    |\((?P<plain>[^()\\\r]*+)\)
    |(?P<open>\[)
    |(?P<close>\])
    |/(?P<name>[^\x00\t\n\f\r\x20()<>\[\]{}/%]*+)
    |(?P<string>\()
    |(?P<dictionary><<)
    |(?P<end>>>)
    |(?P<comment>%[^\r\n]*+)
    """,
    re.VERBOSE,
)
_NUMBERS, _OPERATOR, _ARRAY, _HEX, _PLAIN, _OPEN, _CLOSE, _NAME, _STRING, _DICTIONARY, _END, _COMMENT = range(
    1, 13
)
_ARRAY_ITEM = re.compile(rb"<([0-9A-Fa-f]*+)>|([-+.0-9]++)|\(([^()\\\r]*+)\)")
_STRING_PART = re.compile(rb"[()]|\\(?:[0-7]{1,3}|\r\n|.)|\r\n?|[^()\\\r]+", re.DOTALL)
_ESCAPES = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\n": b"",
    b"\r": b"",
    b"\r\n": b"",
}
_NAME_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")
_ODD_NUMBER = re.compile(rb"([-+]*)(\d+\.?\d*|\.\d+)")
_IMAGE_END = re.compile(rb"(?:\s|~>)EI(?=[\s/]|$)")
_WORDS = {b"true": True, b"false": False, b"null": None}
_MOST_OPERANDS, _DEEPEST = 100, 50


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
    operands = _Operands()
    position, search = 0, _TOKEN.search
    while match := search(content, position):
        position, kind = match.end(), match.lastindex or 0
        if kind == _NUMBERS:
            operands.found += _numbers(match[kind])
        elif kind == _OPERATOR:
            operator = match[kind]
            if operator in _WORDS:
                operands.found.append(_WORDS[operator])
            elif operator == b"ID":
                end = _IMAGE_END.search(content, position)
                position = end.end() if end else len(content)
                yield b"EI", [_dictionary(operands.take())]
            else:
                yield operator, operands.take()
        elif kind in _VALUES:
            operands.found.append(_VALUES[kind](match[kind]))
        elif kind == _STRING:
            text, position = _string(content, position)
            operands.found.append(text)
        elif kind in (_OPEN, _DICTIONARY):
            operands.open(is_dictionary=kind == _DICTIONARY)
        elif kind in (_CLOSE, _END):
            operands.close()


class _Operands:
    """The operands so far: `found` are those of the array or dictionary that is open, or of the operator."""

    def __init__(self) -> None:
        self.found: list[Operand] = []
        self._around: list[tuple[list[Operand], bool]] = []

    def open(self, *, is_dictionary: bool) -> None:
        """An array or a dictionary begins."""
        if len(self._around) < _DEEPEST:
            self._around.append((self.found, is_dictionary))
            self.found = []

    def close(self) -> None:
        """It ends: an operand of whatever is around it."""
        if self._around:
            inside, (self.found, is_dictionary) = self.found, self._around.pop()
            self.found.append(_dictionary(inside) if is_dictionary else inside)

    def take(self) -> list[Operand]:
        """All operands, for an operator; there are none then."""
        while self._around:
            self.close()
        taken, self.found = self.found[-_MOST_OPERANDS:], []
        return taken


def _dictionary(found: list[Operand]) -> dict[str, Operand]:
    return {
        key.text: value for key, value in zip(found[::2], found[1::2], strict=False) if isinstance(key, Name)
    }


def _numbers(row: bytes) -> list[float]:
    try:
        return list(map(float, row.split()))
    except ValueError:
        return list(map(_odd_number, row.split()))


def _odd_number(digits: bytes) -> float:
    """A number as other readers read it: --5 is -5, 12-34 is 12, and a mere sign is 0."""
    match = _ODD_NUMBER.match(digits)
    return float((match[1][:1] + match[2]).replace(b"+", b"")) if match else 0.0


def _array_item(hexadecimal: bytes, digits: bytes, plain: bytes) -> Operand:
    if digits:
        try:
            return float(digits)
        except ValueError:
            return _odd_number(digits)
    return _from_hex(hexadecimal) if hexadecimal else plain


def _from_hex(digits: bytes) -> bytes:
    try:
        return unhexlify(digits)
    except ValueError:  # with white space, or an odd digit at the end
        digits = b"".join(digits.split())
        return unhexlify(digits + b"0" * (len(digits) % 2))


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
            part = _escaped(part[1:])
        elif part.startswith(b"\r"):
            part = b"\n"
        parts.append(part)
    return b"".join(parts), position


def _escaped(signs: bytes) -> bytes:
    """What stands after a backslash: a code in octal digits, or a sign."""
    if signs[0] in b"01234567":
        return bytes([int(signs, 8) & 0xFF])
    return _ESCAPES.get(signs, signs)


_VALUES: Mapping[int, Callable[[bytes], Operand]] = {
    _ARRAY: lambda items: [_array_item(*item) for item in _ARRAY_ITEM.findall(items)],
    _HEX: _from_hex,
    _PLAIN: lambda text: text,
    _NAME: lambda text: Name(decode_name(text)),
}
