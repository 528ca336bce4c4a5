r"""The field EQ, with which Word sets what it has no character for: `EQ \o\ac(○,21)` is 21 in a circle."""

from __future__ import annotations

import re

_IS_FORMULA = re.compile(r"\s*EQ\b", re.IGNORECASE)
_LOOKS = re.compile(r'\\\*\s*(?:"[^"]*"|\S+)')  # of the field as a whole: its font, its alignment
_ENCLOSED = re.compile(r"\\o\s*\\ac\s*\(\s*[○〇◯]\s*[,;，]\s*([^()]*?)\s*\)", re.IGNORECASE)
_SWITCHES = re.compile(r"\\[A-Za-z]+\s*(?:-?\d+(?=\s*\())?")
_SEPARATORS = re.compile(r"(?<!\\)[(),;]")


def formula_text(instruction: str) -> list[tuple[str, str]]:
    """The text in a field EQ, in order, and as what each piece is shown; nothing for other fields."""
    opening = _IS_FORMULA.match(instruction)
    if not opening:
        return []
    arguments = _LOOKS.sub("", instruction[opening.end() :])
    if enclosed := _ENCLOSED.fullmatch(arguments.strip()):
        text = enclosed[1]
        return [(text, _circled(text))] if text else []
    pieces = (piece.replace("\\", "").strip() for piece in _SEPARATORS.split(_SWITCHES.sub("", arguments)))
    return [(piece, piece) for piece in pieces if piece]


def _circled(text: str) -> str:
    """A number or ideograph in a circle, if Unicode has it."""
    if text.isascii() and text.isdigit() and 0 < int(text[:4]) <= 50:
        number = int(text)
        start = 0x2460 - 1 if number <= 20 else 0x3251 - 21 if number <= 35 else 0x32B1 - 36
        return chr(start + number)
    place = "一二三四五六七八九十".find(text)
    return chr(0x3280 + place) if len(text) == 1 and place >= 0 else text
