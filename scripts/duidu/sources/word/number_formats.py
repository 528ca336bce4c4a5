"""Numbers as Word prints them before list items and at notes, by the names of the standard's formats."""

from __future__ import annotations

from collections.abc import Callable

from duidu.han import chinese_number

_DIGITS = "〇一二三四五六七八九"
_FORMAL_DIGITS, _FORMAL_UNITS = "零壹貳參肆伍陸柒捌玖", "拾佰仟萬"
_FORMAL_SIMPLIFIED = str.maketrans("貳參陸萬", "贰叁陆万")
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"


def formatted(number: int, form: str) -> str:
    """`number` in the format `form` (`chineseCounting`). What a format cannot say is said in digits."""
    if form in ("none", "bullet"):
        return ""
    write = FORMS.get(form, str)
    return write(number) if number > 0 or write is str else str(number)


def _roman(number: int) -> str:
    if number > 3999:
        return str(number)
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def _repeated(signs: str) -> Callable[[int], str]:
    """a, b, c, …, and when they are used up aa, bb, cc."""

    def write(number: int) -> str:
        times, place = divmod(number - 1, len(signs))
        return signs[place] * (times + 1) if times < 30 else str(number)

    return write


def _row(first: str, last: int) -> Callable[[int], str]:
    """A row of characters that follow each other in Unicode, up to the number `last`."""
    return lambda number: chr(ord(first) + number - 1) if number <= last else str(number)


def _by_place(digits: str) -> Callable[[int], str]:
    return lambda number: "".join(digits[int(digit)] for digit in str(number))


def _cycle(*signs: str) -> Callable[[int], str]:
    """Each row of signs at its own pace, as 甲子, 乙丑, for as long as that tells numbers apart."""
    size = 60 if len(signs) > 1 else len(signs[0])
    return lambda number: (
        "".join(row[(number - 1) % len(row)] for row in signs) if number <= size else str(number)
    )


def _by_units(digits: str, units: str) -> Callable[[int], str]:
    """With a word for ten, a hundred, a thousand: 壹佰零伍."""

    def write(number: int) -> str:
        if number > 9999:
            return str(number)
        text, gap = "", False
        for place, digit in enumerate(str(number)):
            power = len(str(number)) - place - 1
            if digit == "0":
                gap = True
                continue
            text += digits[0] if gap and text else ""
            text += digits[int(digit)] + (units[power - 1] if power else "")
            gap = False
        return text

    return write


def _counted(digits: str, units: str) -> Callable[[int], str]:
    """As one counts: 十五, not 一十五, but 一百一十五."""
    write = _by_units(digits, units)
    return lambda number: chinese_number(number) if number < 100 else write(number)


def _counted_to_99(number: int) -> str:
    """As one counts, and from a hundred on by place: 九十九, 一○○."""
    return chinese_number(number) if number < 100 else _by_place("○一二三四五六七八九")(number)


def _japanese(number: int) -> str:
    """As Japanese counts: 百五, without a one before ten and hundred and without a zero."""
    text = _by_units(_DIGITS, "十百千")(number).replace("〇", "")
    for unit in "十百千":
        text = text.replace(f"一{unit}", unit)
    return text


def _ordinal(number: int) -> str:
    teens = 10 < number % 100 < 14
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


_formal = _by_units(_FORMAL_DIGITS, _FORMAL_UNITS)
_thousand = _counted("零" + _DIGITS[1:], "十百千")
FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _repeated("abcdefghijklmnopqrstuvwxyz"),
    "upperLetter": _repeated("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    "chicago": _repeated("*†‡§"),
    "ordinal": _ordinal,
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
    "decimalFullWidth": _by_place("０１２３４５６７８９"),
    "decimalFullWidth2": _by_place("０１２３４５６７８９"),
    "decimalEnclosedCircle": _row("①", 20),
    "decimalEnclosedCircleChinese": _row("①", 20),
    "decimalEnclosedFullstop": _row("⒈", 20),
    "decimalEnclosedParen": _row("⑴", 20),
    "ideographEnclosedCircle": _row("㊀", 10),
    "ideographDigital": _by_place(_DIGITS),
    "japaneseDigitalTenThousand": _by_place(_DIGITS),
    "taiwaneseDigital": _by_place("○一二三四五六七八九"),
    "chineseCounting": _counted_to_99,
    "taiwaneseCounting": _counted_to_99,
    "chineseCountingThousand": _thousand,
    "taiwaneseCountingThousand": _thousand,
    "japaneseCounting": _japanese,
    "ideographLegalTraditional": _formal,
    "chineseLegalSimplified": lambda number: _formal(number).translate(_FORMAL_SIMPLIFIED),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographZodiacTraditional": _cycle(_STEMS, _BRANCHES),
}
