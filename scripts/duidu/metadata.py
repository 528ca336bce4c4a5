"""What the text does not say of an article, an editor says in its article.toml.

    journal = "歐洲國際評論"
    year = 2009
    keep = ["《國防雜誌》"]

Every key may be left out. What is left out is unknown, and no page makes it up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any

from duidu.problems import Code, DuiduError, Problem
from duidu.toml import lines_of, load_toml, quote_value


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is said of an article: how it is to be published, and where it was.

    `simplified` says whether there are pages in Simplified, `simplified_quotes` whether quotation marks
    are converted for them, and `keep` has phrases that are not converted. `accept` has the codes of findings
    that are known and no fault. `url` is where the journal itself has the article.
    """

    simplified: bool = True
    simplified_quotes: bool = True
    keep: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
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

    def not_accepted(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Those of `problems` that the editor does not accept."""
        return tuple(problem for problem in problems if problem.code.code not in self.accept)


_KEYS = tuple(field.name for field in fields(Metadata))
_ACCEPTABLE = tuple(code.code for code in Code if code.acceptable)
_LISTS = ("keep", "accept")
_EXPECTED = {
    "simplified": "true or false",
    "simplified_quotes": "true or false",
    "keep": "a list of texts",
    "accept": f"a list of codes, each one of {', '.join(_ACCEPTABLE)}",
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
    data = load_toml(toml, name)
    if problems := tuple(_wrong(data, toml)):
        raise DuiduError(name, *problems)
    return Metadata(**(data | {key: tuple(data.get(key, ())) for key in _LISTS}))


def _wrong(data: dict[str, Any], toml: str) -> Iterator[Problem]:
    for key, value in data.items():
        line = next(lines_of(key, toml), 0)
        if key not in _KEYS:
            from difflib import get_close_matches  # slow to load, and seldom needed

            likely = get_close_matches(key, _KEYS, n=1)
            expected = ", ".join(_KEYS) + (f"; perhaps “{likely[0]}” is meant" if likely else "")
            yield Problem.at(Code.TOML_KEY_UNKNOWN, line, key=key, expected=expected)
        elif not _fits(key, value):
            expected = _EXPECTED.get(key, "a text")
            yield Problem.at(
                Code.TOML_VALUE_WRONG, line, key=key, found=quote_value(value), expected=expected
            )


def _fits(key: str, value: object) -> bool:
    match key:
        case "simplified" | "simplified_quotes":
            return isinstance(value, bool)
        case "year":
            return isinstance(value, int) and not isinstance(value, bool) and 1000 <= value <= 9999
        case "keep":
            return isinstance(value, list) and all(isinstance(phrase, str) and phrase for phrase in value)
        case "accept":
            return isinstance(value, list) and all(code in _ACCEPTABLE for code in value)
        case _:
            return isinstance(value, str) and (not value or _is_spelled(key, value))


def _is_spelled(key: str, value: str) -> bool:
    """Whether `value` has the form of what `key` names, if that has one."""
    return key not in _PATTERNS or re.fullmatch(_PATTERNS[key], value, re.ASCII) is not None
