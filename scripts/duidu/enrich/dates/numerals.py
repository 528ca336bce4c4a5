"""Numbers as Chinese writes them in dates: 1949, １９４９, 一九四九, 三十八, 廿一."""

from __future__ import annotations

import unicodedata

NUMERAL = "[元一二三四五六七八九十百廿卅零〇○]{1,6}"

_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "元": 1}
_UNITS = {"十": 10, "百": 100}
_TENS = {"廿": 20, "卅": 30}


def number(text: str) -> int:
    """The number that `text` says: by place if it has no word for ten or hundred (一九四九), else by them."""
    text = "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in text)
    if text.isascii():
        return int(text)
    if not set(text) & {*_UNITS, *_TENS}:
        return int("".join(str(_DIGITS[sign]) for sign in text))
    total = digit = 0
    for sign in text:
        if sign in _UNITS:
            total += (digit or 1) * _UNITS[sign]
            digit = 0
        elif sign in _TENS:
            total += _TENS[sign]
        else:
            digit = _DIGITS[sign]
    return total + digit if text[-1] not in "○〇零" or text[0] not in _DIGITS else total or digit
