"""What an editor says of title, authors, abstracts and keywords in article.toml takes the source's place.

What stood there is set aside with that reason, so every character stays accounted for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, zip_longest
from typing import Any, TypeVar

from duidu.model import (
    ENGLISH,
    TRADITIONAL,
    Article,
    Author,
    Front,
    NoteRef,
    Origin,
    PageBreak,
    Runs,
    SetAside,
    Text,
)
from duidu.reasons import Cause, Reason

Value = TypeVar("Value")
_NOWHERE = Origin(1, 0)  # what an editor says stands nowhere in the source


@dataclass(frozen=True, slots=True)
class DeclaredAuthor:
    """An author as article.toml has it; what is empty is not said."""

    name: str = ""
    name_en: str = ""
    affiliation: str = ""
    affiliation_en: str = ""
    orcid: str = ""


@dataclass(frozen=True, slots=True)
class DeclaredFront:
    """What article.toml says of the front matter, by language tag; what is not said is not there.

    What is in Chinese has the tag of Traditional until it is known in which script the article is.
    """

    titles: Mapping[str, str] = field(default_factory=dict)
    authors: tuple[DeclaredAuthor, ...] = ()
    abstracts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    keywords: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def in_language(self, language: str) -> DeclaredFront:
        """The same, with what is said in Chinese told to be in `language`."""
        return replace(
            self,
            titles=_told(self.titles, language),
            abstracts=_told(self.abstracts, language),
            keywords=_told(self.keywords, language),
        )


def _told(values: Mapping[str, Value], language: str) -> dict[str, Value]:
    return {language if tag == TRADITIONAL else tag: value for tag, value in values.items()}


def declared_front(table: Mapping[str, Any]) -> DeclaredFront:
    """The front matter in the table of an article.toml, whose values have been checked."""
    tags = {TRADITIONAL: "", ENGLISH: "_en"}
    titles = {tag: _title(table, end, tag) for tag, end in tags.items() if f"title{end}" in table}
    abstracts = {
        tag: tuple(filter(None, map(_one_line, table[f"abstract{end}"].split("\n\n"))))
        for tag, end in tags.items()
        if f"abstract{end}" in table
    }
    keywords = {tag: tuple(table[f"keywords{end}"]) for tag, end in tags.items() if f"keywords{end}" in table}
    authors = tuple(DeclaredAuthor(**author) for author in table.get("author", ()))
    return DeclaredFront(titles, authors, abstracts, keywords)


def _title(table: Mapping[str, Any], end: str, tag: str) -> str:
    """The title, with its subtitle after a colon, if that has no dash of its own."""
    title: str = table[f"title{end}"]
    subtitle: str = table.get(f"subtitle{end}", "")
    colon = "：" if tag == TRADITIONAL else ": "
    return title + (colon if subtitle and subtitle[0] not in "─—–－" else "") + subtitle


def _one_line(text: str) -> str:
    """A paragraph that may be written over several lines, as Chinese and Latin words are joined."""
    lines = [line.strip() for line in text.split("\n")]
    return "".join(f" {line}" if line.isascii() else line for line in lines).strip()


def apply_front(article: Article, said: DeclaredFront) -> Article:
    """`article` with the front matter that an editor declares, and what stood there set aside.

    Note calls and page breaks of what is replaced stay: calls after the words, a break before them.
    """
    old, said = article.front, said.in_language(article.language)
    titles = {tag: _words(text, old.titles.get(tag, ())) for tag, text in said.titles.items()}
    abstracts = {tag: _pieces(texts, old.abstracts.get(tag, ())) for tag, texts in said.abstracts.items()}
    keywords = {tag: _pieces(texts, old.keywords.get(tag, ())) for tag, texts in said.keywords.items()}
    front = Front(
        titles={**old.titles, **titles},
        authors=_authors(old.authors, said.authors) if said.authors else old.authors,
        abstracts={**old.abstracts, **abstracts},
        keywords={**old.keywords, **keywords},
    )
    set_aside = tuple(sorted((*article.set_aside, *_replaced(old, front)), key=lambda piece: piece.origin))
    return replace(article, front=front, set_aside=set_aside)


def _words(text: str, old: Runs) -> Runs:
    """A text that stands in place of `old`; none if it is empty."""
    breaks = (run for run in old if isinstance(run, PageBreak))
    calls = (run for run in old if isinstance(run, NoteRef))
    words = (Text(text, _NOWHERE, source=""),) if text else ()
    return (*breaks, *words, *calls)


def _pieces(texts: Sequence[str], old: Sequence[Runs]) -> tuple[Runs, ...]:
    """Several texts in place of several; the marks of all old ones go to the first."""
    everything = tuple(chain.from_iterable(old))
    return tuple(_words(text, everything if number == 0 else ()) for number, text in enumerate(texts))


def _authors(old: Sequence[Author], said: Sequence[DeclaredAuthor]) -> tuple[Author, ...]:
    """The authors that are declared, in place of those that were read. What is not said is not known."""
    pairs = zip_longest(said, old[: len(said)], fillvalue=Author(()))
    return tuple(
        Author(
            name=_words(author.name, before.name),
            name_en=_words(author.name_en, before.name_en),
            affiliation=_words(author.affiliation, before.affiliation),
            affiliation_en=_words(author.affiliation_en, before.affiliation_en),
            orcid=author.orcid,
        )
        for author, before in pairs
        if isinstance(author, DeclaredAuthor)
    )


def _replaced(old: Front, new: Front) -> Iterator[SetAside]:
    """The words of `old` that are not in `new`."""
    kept = {run.origin for run in _written(new)}
    for run in _written(old):
        if run.origin not in kept:
            yield SetAside(run.original, run.origin, Reason(Cause.REPLACED))


def _written(front: Front) -> Iterator[Text]:
    """The words that stand in the source."""
    for run in chain.from_iterable(front.texts()):
        if isinstance(run, Text) and run.original.strip():
            yield run
