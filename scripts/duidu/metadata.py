"""What the text does not say of an article, an editor says in its article.toml.

    journal = "歐洲國際評論"
    year = 2009
    keep = ["《國防雜誌》"]

Every key may be left out. What is left out is unknown, and no page makes it up.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from duidu.problems import Code, DuiduError, Problem


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is said of an article: how it is to be published, and where it was.

    `simplified` says whether there are pages in Simplified, `simplified_quotes` whether quotation marks
    are converted for them, and `keep` has phrases that are not converted. `url` is where the journal itself
    has the article.
    """

    simplified: bool = True
    simplified_quotes: bool = True
    keep: tuple[str, ...] = ()
    journal: str = ""
    journal_en: str = ""
    volume: str = ""
    issue: str = ""
    year: int | None = None
    publisher: str = ""
    issn: str = ""
    doi: str = ""
    url: str = ""
    rights: str = ""


_KEYS = tuple(field.name for field in fields(Metadata))
_EXPECTED = {
    "simplified": "true or false",
    "simplified_quotes": "true or false",
    "keep": "a list of texts",
    "year": "a year as a number",
    "issn": "an ISSN, such as 1234-5679",
    "doi": "a DOI without an address, such as 10.1234/abc",
    "url": "an address that begins with http:// or https://",
}
_PATTERNS = {"issn": r"\d{4}-\d{3}[\dX]", "doi": r"10\.\d{4,9}/[!-~]+", "url": r"https?://[!-~]+"}


def parse_metadata(toml: str, name: str) -> Metadata:
    """What the text of an article.toml says; `name` is the file in messages.

    Raises `DuiduError` for TOML that is none, and for all keys that are unknown or have a wrong value.
    """
    try:
        data = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise DuiduError(name, Problem.at(Code.TOML_MALFORMED, reason=error)) from None
    if problems := tuple(_wrong(data, toml)):
        raise DuiduError(name, *problems)
    return Metadata(**(data | {"keep": tuple(data.get("keep", ()))}))


def _wrong(data: dict[str, Any], toml: str) -> Iterator[Problem]:
    for key, value in data.items():
        line = _line_of(key, toml)
        if key not in _KEYS:
            from difflib import get_close_matches  # slow to load, and seldom needed

            likely = get_close_matches(key, _KEYS, n=1)
            expected = ", ".join(_KEYS) + (f"; perhaps “{likely[0]}” is meant" if likely else "")
            yield Problem.at(Code.TOML_KEY_UNKNOWN, line, key=key, expected=expected)
        elif not _fits(key, value):
            expected = _EXPECTED.get(key, "a text")
            yield Problem.at(Code.TOML_VALUE_WRONG, line, key=key, found=_toml(value), expected=expected)


def _fits(key: str, value: object) -> bool:
    match key:
        case "simplified" | "simplified_quotes":
            return isinstance(value, bool)
        case "year":
            return isinstance(value, int) and not isinstance(value, bool) and 1000 <= value <= 9999
        case "keep":
            return isinstance(value, list) and all(isinstance(phrase, str) and phrase for phrase in value)
        case _:
            return isinstance(value, str) and (not value or _is_spelled(key, value))


def _is_spelled(key: str, value: str) -> bool:
    """Whether `value` has the form of what `key` names, if that has one."""
    return key not in _PATTERNS or re.fullmatch(_PATTERNS[key], value, re.ASCII) is not None


def _toml(value: object) -> str:
    """`value` much as the file has it."""
    return str(value).lower() if isinstance(value, bool) else repr(value)


def _line_of(key: str, toml: str) -> int:
    """The line on which a key is; 0 if that cannot be told at a glance."""
    lines = enumerate(toml.splitlines(), start=1)
    found = (number for number, line in lines if line.lstrip("[ \t'\"").startswith(key))
    return next(found, 0)
