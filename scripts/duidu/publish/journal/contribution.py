"""Article → what the lists of a journal say of it, so that none of them needs the article itself."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from duidu.model import ENGLISH, Runs
from duidu.publish.citing.record import record_of
from duidu.publish.content import content_of
from duidu.publish.editions import Editions, original_of
from duidu.publish.journal.cited_within import Cited, Identity, cited_of, identity_of
from duidu.publish.journal.index_lines import Line, Lines, digest_of_lines, lines_of
from duidu.publish.markdown import Context, inline
from duidu.publish.pages.page_kinds import has_english
from duidu.publish.titles import title_of
from duidu.publish.words import WORDS


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of an article in one language: its title and its authors in plain words, its abstract, a
    paragraph of Markdown each, and the digest of its lines in each index that has any, by what that is called
    in addresses.
    """

    title: str
    authors: tuple[str, ...] = ()
    abstract: tuple[str, ...] = ()
    indexes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Contribution:
    """What an article contributes to its journal, but for its lines in the indexes (`index_lines`), which of
    many articles are too much to hold at once. What is not known is empty, or 0.

    `pages` are the first and the last as scholars quote them, `first_page` is the number of the first.
    `original` is the script in which it is written, `told` has each language in which it has pages.
    """

    slug: str
    journal: str = ""
    volume: str = ""
    number: str = ""
    year: int = 0
    pages: tuple[str, ...] = ()
    first_page: int = 0
    original: str = ""
    told: Mapping[str, Told] = field(default_factory=dict)
    identity: Identity = field(default_factory=Identity)
    cited: tuple[Cited, ...] = ()

    @property
    def place_in_issue(self) -> tuple[bool, int, str]:
        """By this articles of one issue are sorted: by their pages, and last those of which none is known."""
        return not self.pages, self.first_page, self.slug


def contribution_of(slug: str, work: Editions, lines: Lines) -> Contribution:
    """What the article of which `work` are the editions contributes besides these `lines`."""
    original = original_of(work)
    metadata = original.metadata
    record = record_of(slug, original.article, metadata, original.language)
    first = re.search(r"\d+", record.pages[0].label) if record.pages else None
    return Contribution(
        slug,
        record.journal,
        metadata.volume,
        metadata.issue,
        metadata.year or 0,
        record.cited_pages,
        int(first[0]) if first else 0,
        original.language,
        {language: _told(slug, work, language, each) for language, each in lines.items()},
        identity_of(work),
        tuple(cited_of(work)),
    )


def index_lines_of(slug: str, work: Editions) -> Lines:
    """The lines in the indexes of the article of which `work` are the editions."""
    languages = (*work, ENGLISH) if has_english(work) else tuple(work)
    return {language: lines_of(slug, work, language) for language in languages}


def _told(slug: str, work: Editions, language: str, lines: Mapping[str, Sequence[Line]]) -> Told:
    article = work.get(language, original_of(work)).article
    context = Context(WORDS[language])
    paragraphs: tuple[Runs, ...] = article.front.abstracts.get(language, ())
    abstract = tuple(inline(content_of(runs, anchors=False), context) for runs in paragraphs)
    record = record_of(slug, article, original_of(work).metadata, language)
    authors = tuple(
        name.english or name.shown if language == ENGLISH else name.shown for name in record.authors
    )
    indexes = {kind: digest_of_lines(those) for kind, those in lines.items() if those}
    return Told(title_of(slug, article.front, language), authors, abstract, indexes)


def write_contribution(contribution: Contribution) -> bytes:
    """The contribution as JSON, so that a cache can hold it."""
    return json.dumps(asdict(contribution), ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "replace"
    )


def read_contribution(content: bytes) -> Contribution:
    """What `write_contribution` wrote. Raises `ValueError`, `KeyError` or `TypeError` if it is not that."""
    said: dict[str, Any] = json.loads(content)
    told = {language: _read_told(**each) for language, each in said["told"].items()}
    lists = {
        "pages": tuple(said["pages"]),
        "identity": Identity(*map(tuple, said["identity"])),
        "cited": tuple(Cited(title, tuple(families), *rest) for title, families, *rest in said["cited"]),
    }
    return Contribution(**(said | lists | {"told": told}))


def _read_told(title: str, authors: list[str], abstract: list[str], indexes: dict[str, str]) -> Told:
    return Told(title, tuple(authors), tuple(abstract), indexes)
