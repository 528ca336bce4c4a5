"""Metadata: an editor writes in article.toml what the text itself does not say of the article.

    journal = "歐洲國際評論"
    year = 2009
    keep = ["《國防雜誌》"]

Every key may be left out. What is left out is unknown, and no page makes it up. What holds for all articles
of a journal stands once, in the project's journal.toml; an article.toml says otherwise where it must.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from duidu.declared_front import DeclaredFront, declared_front
from duidu.formats import NAMES
from duidu.model import SIMPLIFIED, TRADITIONAL
from duidu.problems import Code, DuiduError, Problem
from duidu.toml import Key, find_faults, lines_of, load_toml


@dataclass(frozen=True, slots=True)
class Metadata:
    """What article.toml says: how the article is to be published here, and where it first appeared.

    `script` says in which script the article is written; where it is empty, its characters tell.
    `simplified` says whether there are pages in Simplified, `simplified_quotes` whether quotation marks
    are converted for them (`traditional_quotes` for pages in Traditional of an article in Simplified), and
    `keep` has phrases that are not converted. `accept` has the codes of findings that the editor has looked
    at and accepts. `pages` are the printed ones, such as `76-105` or `76`. `url` is where the journal itself
    has the article, `report` where readers report what is wrong in it: `mailto:` and an address, or where new
    issues are written. `front` takes the place of what the source has for title, authors, abstracts and
    keywords. `journal_romanised` is the journal's name as its sounds are written in Latin letters, by which
    references in English call it. `publish_source` says that the article's PDF is to be read on the site, and
    `vertical_epub` that its EPUB in Traditional is set in vertical lines. `downloads` names the formats in
    which readers are offered it.
    """

    script: str = ""
    simplified: bool = True
    simplified_quotes: bool = True
    traditional_quotes: bool = True
    publish_source: bool = False
    vertical_epub: bool = False
    downloads: tuple[str, ...] = NAMES
    keep: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    journal: str = ""
    journal_en: str = ""
    journal_romanised: str = ""
    volume: str = ""
    issue: str = ""
    year: int | None = None
    pages: str = ""
    publisher: str = ""
    issn: str = ""
    doi: str = ""
    url: str = ""
    rights: str = ""
    report: str = ""
    front: DeclaredFront = field(default_factory=DeclaredFront)

    @property
    def first_page(self) -> int | None:
        """The number of the first printed page, if it is known."""
        first = re.match(r"\d+", self.pages)
        return int(first.group()) if first else None

    @property
    def last_page(self) -> int | None:
        """The number of the last printed page, if it is known."""
        last = re.search(r"\D(\d+)$", self.pages)
        return int(last[1]) if last else None

    def converts_quotes(self, language: str) -> bool:
        """Whether quotation marks are converted for the pages in `language`."""
        return self.simplified_quotes if language == SIMPLIFIED else self.traditional_quotes

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

_TEXTS = Key(
    lambda value: isinstance(value, list) and all(isinstance(one, str) and one for one in value),
    "a list of texts",
)
_AUTHORS = Key(
    lambda value: isinstance(value, list) and all(isinstance(one, dict) for one in value),
    "tables [[author]]",
)
_AUTHOR = {
    "name": _text(),
    "name_en": _text(),
    "affiliation": _text(),
    "affiliation_en": _text(),
    "orcid": _text(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", "an ORCID, such as 0000-0001-2345-6789"),
}
_FRONT = {
    "title": _text(),
    "title_en": _text(),
    "subtitle": _text(),
    "subtitle_en": _text(),
    "author": _AUTHORS,
    "abstract": _text(),
    "abstract_en": _text(),
    "keywords": _TEXTS,
    "keywords_en": _TEXTS,
}

# In the order in which messages list them.
SCHEMA = {
    "script": Key(lambda value: value in ("", TRADITIONAL, SIMPLIFIED), f"{TRADITIONAL} or {SIMPLIFIED}"),
    "simplified": _YES_OR_NO,
    "simplified_quotes": _YES_OR_NO,
    "traditional_quotes": _YES_OR_NO,
    "publish_source": _YES_OR_NO,
    "vertical_epub": _YES_OR_NO,
    "downloads": Key(
        lambda value: isinstance(value, list) and all(one in NAMES for one in value),
        f"a list of formats, each one of {', '.join(NAMES)}",
    ),
    "keep": _TEXTS,
    "accept": Key(
        lambda value: isinstance(value, list) and all(one in _ACCEPTABLE for one in value),
        f"a list of codes, each one of {', '.join(_ACCEPTABLE)}",
    ),
    "journal": _text(),
    "journal_en": _text(),
    "journal_romanised": _text(),
    "volume": _text(),
    "issue": _text(),
    "year": Key(lambda value: type(value) is int and 1000 <= value <= 9999, "a year as a number"),
    "pages": _text(r"\d{1,5}(?:\s*[-–—]\s*\d{1,5})?", "page numbers, such as 76-105"),
    "publisher": _text(),
    "issn": _text(r"\d{4}-\d{3}[\dX]", "an ISSN, such as 1234-5679"),
    "doi": _text(r"10\.\d{4,9}/[!-~]+", "a DOI without an address, such as 10.1234/abc"),
    "url": _text(r"https?://[!-~]+", "an address that begins with http:// or https://"),
    "rights": _text(),
    "report": _text(
        r"mailto:[\w.+-]+@[\w.-]+|https://[\w.:-]+/[\w./~-]+/issues/new",
        "mailto: and an e-mail address, or the address of a new issue, such as "
        "https://example.org/journal/issues/new",
    ),
    **_FRONT,
}
_LISTS = ("keep", "accept")
# What can be so for all articles of a journal.
_OF_JOURNALS = (
    *("script", "simplified", "simplified_quotes", "traditional_quotes", *_LISTS),
    *("vertical_epub", "downloads"),
    *("journal", "journal_en", "journal_romanised", "publisher", "issn", "rights", "report"),
)
JOURNAL_SCHEMA = {key: SCHEMA[key] for key in _OF_JOURNALS}


def parse_journal(toml: str, name: str) -> Metadata:
    """What the text of a journal.toml says; `name` is the file in messages.

    Raises `DuiduError` as `parse_metadata` does.
    """
    data = load_toml(toml, name)
    if problems := tuple(find_faults(data, JOURNAL_SCHEMA, lambda key: next(lines_of(key, toml), 0))):
        raise DuiduError(name, *problems)
    return Metadata(**{key: _frozen(value) for key, value in data.items()})


def parse_metadata(toml: str, name: str, journal: Metadata | None = None) -> Metadata:
    """What the text of an article.toml says, and what `journal` does where it is silent; of lists, both.

    `name` is the file in messages. Raises `DuiduError` for text that is not TOML, and for all keys that are
    unknown or have a wrong value.
    """
    data = load_toml(toml, name)
    if problems := tuple(_faults(data, toml)):
        raise DuiduError(name, *problems)
    of_all = _of_the_same(journal or Metadata(), data)
    said = {key: _frozen(value) for key, value in data.items() if key not in _FRONT}
    lists = {key: (*getattr(of_all, key), *data.get(key, ())) for key in _LISTS}
    return replace(of_all, **said | lists, front=declared_front(data))


def _of_the_same(journal: Metadata, said: Mapping[str, Any]) -> Metadata:
    """What `journal` says of the article, which may name another one: then all that tells them apart is open.

    The two are the same where one of them has no name.
    """
    if not journal.journal or said.get("journal", journal.journal) == journal.journal:
        return journal
    return replace(journal, journal_en="", journal_romanised="", publisher="", issn="")


def _frozen(value: object) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _faults(data: Mapping[str, Any], toml: str) -> Iterator[Problem]:
    """What is wrong in the file, and in the tables of its authors."""
    yield from find_faults(data, SCHEMA, lambda key: next(lines_of(key, toml), 0))
    authors = data.get("author", [])
    if _AUTHORS.fits(authors):
        lines = list(lines_of("author", toml))
        lines += [0] * (len(authors) - len(lines))  # written in another way: inline, say
        for author, line in zip(authors, lines, strict=False):
            yield from find_faults(author, _AUTHOR, partial(_same, line))


def _same(line: int, _: str) -> int:
    """The line of a table, for each of its keys."""
    return line
