"""Small numbers in Chinese, as headings write them."""

from __future__ import annotations

_SIGNS = "零一二三四五六七八九"


def chinese_number(number: int) -> str:
    """`number`, from 0 to 99, in Chinese: 二, 十一, 二十."""
    tens, units = divmod(number, 10)
    if not tens:
        return _SIGNS[units]
    return f"{_SIGNS[tens] if tens > 1 else ''}十{_SIGNS[units] if units else ''}"
