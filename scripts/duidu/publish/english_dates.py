"""Dates as they are written in English."""

from __future__ import annotations

from duidu.annotations import Date, Precision

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def english_date(date: Date) -> str:
    """The date as in Britain: 4 April 1949, April 1949, 1966–1968, 221 BC, 1940s, 18th century."""
    years = date.first, date.last
    match date.precision:
        case Precision.CENTURY:
            return _span(*(f"{ordinal(century(year))} century{'' if year > 0 else ' BC'}" for year in years))
        case Precision.DECADE:
            return _span(*(f"{year // 10 * 10}s" for year in years))
        case Precision.YEAR:
            return _span(*(str(year) if year > 0 else f"{1 - year} BC" for year in years))
    return f"{date.day or ''} {_MONTHS[date.month - 1]} {date.first}".lstrip()


def century(year: int) -> int:
    """The number of the century of `year`, counted from the era on: 3 of -299, which is 300 BC."""
    return (year - 1) // 100 + 1 if year > 0 else -year // 100 + 1


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 21st."""
    last = 0 if 10 < number % 100 < 20 else number % 10
    return str(number) + {1: "st", 2: "nd", 3: "rd"}.get(last, "th")


def _span(first: str, last: str) -> str:
    return "–".join(dict.fromkeys((first, last)))
