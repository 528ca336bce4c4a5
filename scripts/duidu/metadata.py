"""Metadata: an editor writes in article.toml what the text itself does not say of the article.

    journal = "歐洲國際評論"
    year = 2009
    keep = ["《國防雜誌》"]

Every key may be left out. What is left out is unknown, and no page makes it up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from duidu.problems import Code, DuiduError, Problem
from duidu.toml import Key, find_faults, lines_of, load_toml


@dataclass(frozen=True, slots=True)
class Metadata:
    """What article.toml says: how the article is to be published here, and where it first appeared.

    `simplified` says whether there are pages in Simplified, `simplified_quotes` whether quotation marks
    are converted for them, and `keep` has phrases that are not converted. `accept` has the codes of findings
    that the editor has looked at and accepts. `url` is where the journal itself has the article.
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


_ACCEPTABLE = tuple(code.code for code in Code if code.acceptable)


def _text(pattern: str = "", expected: str = "a text") -> Key:
    """A text that has the form of `pattern`, if it is not empty."""
    spelled = re.compile(pattern or r"[\s\S]*", re.ASCII)
    return Key(
        lambda value: isinstance(value, str) and (not value or bool(spelled.fullmatch(value))), expected
    )


_YES_OR_NO = Key(lambda value: isinstance(value, bool), "true or false")

# In the order in which messages list them.
_SCHEMA = {
    "simplified": _YES_OR_NO,
    "simplified_quotes": _YES_OR_NO,
    "keep": Key(
        lambda value: isinstance(value, list) and all(isinstance(one, str) and one for one in value),
        "a list of texts",
    ),
    "accept": Key(
        lambda value: isinstance(value, list) and all(one in _ACCEPTABLE for one in value),
        f"a list of codes, each one of {', '.join(_ACCEPTABLE)}",
    ),
    "journal": _text(),
    "journal_en": _text(),
    "volume": _text(),
    "issue": _text(),
    "year": Key(lambda value: type(value) is int and 1000 <= value <= 9999, "a year as a number"),
    "publisher": _text(),
    "issn": _text(r"\d{4}-\d{3}[\dX]", "an ISSN, such as 1234-5679"),
    "doi": _text(r"10\.\d{4,9}/[!-~]+", "a DOI without an address, such as 10.1234/abc"),
    "url": _text(r"https?://[!-~]+", "an address that begins with http:// or https://"),
    "rights": _text(),
}
_LISTS = ("keep", "accept")


def parse_metadata(toml: str, name: str) -> Metadata:
    """What the text of an article.toml says; `name` is the file in messages.

    Raises `DuiduError` for text that is not TOML, and for all keys that are unknown or have a wrong value.
    """
    data = load_toml(toml, name)
    if problems := tuple(find_faults(data, _SCHEMA, lambda key: next(lines_of(key, toml), 0))):
        raise DuiduError(name, *problems)
    return Metadata(**(data | {key: tuple(data.get(key, ())) for key in _LISTS}))
