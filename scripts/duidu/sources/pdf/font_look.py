"""What a font says of its look, and what its maps say of its characters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from duidu.sources.pdf.font_codes import UNMAPPED
from duidu.sources.pdf.values import integer, name, number
from duidu.sources.printed import Font

_NO_CHARACTERS = re.compile("[\\0\ud800-\udfff\ufffe\uffff]")
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_BOLD = re.compile(r"bold|black|heavy|demi|CMBX|CMSSBX|LM\w*BX", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obliq|slant|kursiv|CM(?:BX)?(?:TI|SL)|CMMI|-It\b|LM\w*(?:RI|TI)\d", re.IGNORECASE)
_ITALIC_FLAG, _BOLD_FLAG, _BOLD_WEIGHT = 1 << 6, 1 << 18, 600


def font_look(spec: Mapping[str, Any], descriptor: Mapping[str, Any]) -> Font:
    """The name of a font, and whether it is bold or italic, by its name and by its descriptor."""
    full = name(spec.get("BaseFont")) or name(descriptor.get("FontName")) or name(spec.get("Name"))
    plain = _SUBSET.sub("", full)
    flags = integer(descriptor.get("Flags"))
    bold = (
        bool(_BOLD.search(plain))
        or flags & _BOLD_FLAG
        or number(descriptor.get("FontWeight")) >= _BOLD_WEIGHT
    )
    italic = bool(_ITALIC.search(plain)) or flags & _ITALIC_FLAG or number(descriptor.get("ItalicAngle")) != 0
    return Font(plain, bool(bold), bool(italic))


def clean_text(found: str | None) -> str:
    """What a map says, if these are characters at all; all white space but the ideographic is a space."""
    if not found or _NO_CHARACTERS.search(found):
        return UNMAPPED
    return "".join(" " if character.isspace() and character != "\u3000" else character for character in found)
