"""What is kept of a converted article, for the pages that tell of all and for the next build.

It is written as JSON, so that a cache can hold it, and read back as it was.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from duidu.problems import Code, Problem
from duidu.publish.pages.article_entry import Entries, Entry, HeadingEntry
from duidu.publish.search.name_table import NameRow
from duidu.publish.search.search_files import Searched
from duidu.publish.search.search_items import Item, Kind


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """An article without its pages.

    `file` is its source and `problems` what was found in it, `counts` how much of what it has, `digests`
    the files that are published of it: their paths below `docs/`, and the SHA-256 of each. `entries` are
    for lists of articles, `glosses` the names that it gives to one thing, and `searched` is what the search
    must know of all articles.
    """

    slug: str
    file: str
    problems: tuple[Problem, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    entries: Entries = field(default_factory=dict)
    glosses: tuple[NameRow, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)
    searched: Searched = field(default_factory=Searched)

    @property
    def sound(self) -> bool:
        """Whether no finding is an error."""
        return not any(problem.code.error for problem in self.problems)


def write_kept(article: KeptArticle) -> bytes:
    """The article as JSON."""
    told = {each.name: getattr(article, each.name) for each in fields(article)}
    told["problems"] = [
        [problem.code.code, problem.line, problem.details, problem.place] for problem in article.problems
    ]
    told["searched"] = asdict(article.searched)
    told["entries"] = {language: asdict(entry) for language, entry in article.entries.items()}
    return _json(told)


def read_kept(content: bytes) -> KeptArticle:
    """What `write_kept` wrote. Raises `ValueError`, `KeyError` or `TypeError` if it is anything else."""
    told = json.loads(content)
    problems = tuple(
        Problem(_CODES[code], line, tuple((name, value) for name, value in details), place)
        for code, line, details, place in told["problems"]
    )
    entries = {language: _entry(**entry) for language, entry in told["entries"].items()}
    glosses = tuple(map(tuple, told["glosses"]))
    read = {"problems": problems, "entries": entries, "glosses": glosses}
    return KeptArticle(**(told | read | {"searched": Searched(**told["searched"])}))


def write_items(items: tuple[Item, ...]) -> bytes:
    """What a search can find in an article, as JSON."""
    return _json([list(map(item.__getattribute__, _ITEM)) for item in items])


def read_items(content: bytes) -> tuple[Item, ...]:
    """What `write_items` wrote. Raises `ValueError` or `TypeError` if it is anything else."""
    return tuple(
        Item(anchor, Kind(kind), text, tuple(pages), *rest)
        for anchor, kind, text, pages, *rest in json.loads(content)
    )


def _entry(headings: list[Any], **rest: str) -> Entry:
    return Entry(headings=tuple(HeadingEntry(*heading) for heading in headings), **rest)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str).encode(
        "utf-8", "replace"
    )


_CODES = {code.code: code for code in Code}
_ITEM = tuple(each.name for each in fields(Item))
