"""The facts of an article that a citation may name, as plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from duidu.metadata import Metadata
from duidu.model import ENGLISH, TRADITIONAL, Article, Page, PageBreak, plain


@dataclass(frozen=True, slots=True)
class Name:
    """An author: the name in the script of the page, in English, and the affiliation. Any may be empty.

    `affiliation_en` is the affiliation in English, on pages in whichever language.
    """

    chinese: str
    english: str = ""
    affiliation: str = ""
    orcid: str = ""
    affiliation_en: str = ""

    @property
    def shown(self) -> str:
        """The name as the article has it."""
        return self.chinese or self.english


@dataclass(frozen=True, slots=True)
class Record:
    """An article as it is cited on pages in `language`. What is not known is empty.

    `original_language` is the script in which it is written.
    In English it has what the article says in English, and the rest in Chinese.
    """

    slug: str
    language: str
    title: str
    title_en: str
    authors: tuple[Name, ...]
    pages: tuple[Page, ...]
    abstract: str
    keywords: tuple[str, ...]
    metadata: Metadata
    original_language: str = TRADITIONAL

    @property
    def citable(self) -> bool:
        """Whether it has a title: without one there is nothing to cite."""
        return bool(self.title or self.title_en)

    @property
    def text_language(self) -> str:
        """The language of the text that the page leads to: in English there is no more than a front."""
        return self.original_language if self.language == ENGLISH else self.language

    @property
    def original_title(self) -> str:
        """The title in the article's own language, or else that in English."""
        return self.title or self.title_en

    @property
    def journal(self) -> str:
        """The journal in the record's language, or else in the other."""
        names = (self.metadata.journal, self.metadata.journal_en)
        first, second = reversed(names) if self.language == ENGLISH else names
        return first or second

    @property
    def has_number(self) -> bool:
        """Whether the volume or the issue is known."""
        return bool(self.metadata.volume or self.metadata.issue)

    @property
    def missing(self) -> tuple[str, ...]:
        """What a reference to an article of a journal has, but is not known here: in its order, of author,
        journal, volume (which stands for the issue too), year and pages.
        """
        facts = {
            "author": self.authors,
            "journal": self.journal,
            "volume": self.has_number,
            "year": self.metadata.year,
            "pages": self.pages,
        }
        return tuple(name for name, known in facts.items() if not known)

    @property
    def complete(self) -> bool:
        """Whether its place in a journal is known; an article may well have no author, and no pages."""
        return not {"journal", "volume", "year"} & {*self.missing}

    @property
    def referable(self) -> bool:
        """Whether a reference can be given: no style does without journal and year."""
        return not {"journal", "year"} & {*self.missing}

    @property
    def first_and_last(self) -> tuple[str, ...]:
        """The numbers of the first page and the last, without brackets; one if they are the same."""
        labels = [page.label for page in self.pages]
        return tuple(dict.fromkeys((labels[0], labels[-1]))) if labels else ()

    @property
    def cited_pages(self) -> tuple[str, ...]:
        """The same, as scholars quote them: an inferred number stands in square brackets."""
        ends = {page.label: PageBreak(page.label, page.seen).citation for page in self.pages}
        return tuple(ends[label] for label in self.first_and_last)

    @property
    def inferred_pages(self) -> tuple[tuple[str, ...], ...]:
        """The first and the last page of each run of pages whose numbers were inferred."""
        runs = (list(run) for seen, run in groupby(self.pages, key=lambda page: page.seen) if not seen)
        return tuple(replace(self, pages=tuple(run)).first_and_last for run in runs)


def record_of(slug: str, article: Article, metadata: Metadata, language: str) -> Record:
    """What is known of `article` in `language`: the script of its Chinese, or English."""
    front = article.front
    tags = (ENGLISH, article.language) if language == ENGLISH else (language,)
    title = next(filter(None, (_words(plain(front.titles.get(tag, ()))) for tag in tags)), "")
    abstract, keywords = (
        next(filter(None, map(said.get, tags)), ()) for said in (front.abstracts, front.keywords)
    )
    return Record(
        slug,
        language,
        title=title,
        title_en=_words(plain(front.titles.get(ENGLISH, ()))),
        authors=tuple(_names(article, language)),
        pages=_pages(article, metadata),
        abstract="\n".join(_all(map(plain, abstract))),
        keywords=_all(map(plain, keywords)),
        metadata=metadata,
        original_language=article.original_language,
    )


def _pages(article: Article, metadata: Metadata) -> tuple[Page, ...]:
    """The printed pages: those that the editor says, else those of the source."""
    said = tuple(Page(label, True, 0) for label in re.findall(r"\d+", metadata.pages))
    return said or article.pages


def _names(article: Article, language: str) -> Iterator[Name]:
    for author in article.front.authors:
        said = (author.name, author.name_en, author.affiliation)
        if language == ENGLISH and author.name_en:
            said = ((), author.name_en, author.affiliation_en or author.affiliation)
        chinese, english, affiliation = (_words(plain(runs)) for runs in said)
        name = Name(chinese, english, affiliation, author.orcid, _words(plain(author.affiliation_en)))
        if name.shown:
            yield name


def _all(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(_words, texts)))


def _words(text: str) -> str:
    """`text` with single spaces between its words."""
    return " ".join(text.split())


def joined(names: Sequence[str], between: str, last: str) -> str:
    """`names` in a row, with `last` before the last one."""
    return last.join(filter(None, (between.join(names[:-1]), *names[-1:])))
