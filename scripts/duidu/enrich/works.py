"""Works: which citations mean the same one, and what identifies it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from duidu.annotations import Annotations, Citation, Span
from duidu.enrich.citations.latin_names import family_name
from duidu.enrich.levelled import level
from duidu.model import Article, Reference, plain
from duidu.remembered import remembered

_SIGNS = re.compile(r"[\W_]+")


class Texts:
    """The plain text of each part of an article, to look up what a span says."""

    def __init__(self, article: Article) -> None:
        parts = article.parts()
        self._texts: Mapping[str, str] = {part: plain(runs) for part, runs in parts}
        self._labels = {note.id: note.label for note in article.notes}

    def __getitem__(self, span: Span | None) -> str:
        """The words of `span`; nothing if there is none."""
        return self._texts[span.part][span.start : span.end] if span else ""

    def whole(self, part: str) -> str:
        """All words of a part."""
        return self._texts[part]

    def label(self, note: str) -> str:
        """What is printed as the number of the note with this id."""
        return self._labels[note]

    def with_marks(self, span: Span) -> Span:
        """`span` with the title marks or quotation marks around it, if it has any."""
        wider = Span(span.part, max(span.start - 1, 0), span.end + 1)
        marked = self[wider]
        return wider if marked[:1] + marked[-1:] in ("《》", "〈〉", "“”") else span

    def names(self, citation: Citation) -> tuple[str, ...]:
        """The authors of the work, as they are written."""
        return tuple(self[span] for span in citation.authors)

    def families(self, citation: Citation) -> tuple[str, ...]:
        """The names by which the authors are cited: see `family_name`."""
        return tuple(map(family_name, self.names(citation)))

    def levelled_families(self, citation: Citation) -> tuple[str, ...]:
        """The same, for comparison: see `levelled`."""
        return tuple(map(level, self.families(citation)))


@remembered
def texts_of(article: Article) -> Texts:
    """Its texts."""
    return Texts(article)


@dataclass(frozen=True, slots=True)
class Work:
    """A work, with the citations that speak of it in full, and the ids of the notes that mean it.

    `entries` are the ids of those entries of the article's bibliography that name it.
    """

    id: str
    citations: tuple[Citation, ...]
    notes: tuple[str, ...]
    entries: tuple[str, ...] = ()


def folded(title: str) -> str:
    """`title` reduced to its letters and digits, for comparison."""
    return _SIGNS.sub("", level(title)).casefold()


def key_of(citation: Citation, texts: Texts) -> tuple[str, ...]:
    """What all citations of one work have in common: authors, title and year, or else the address."""
    title, families = folded(texts[citation.title]), texts.levelled_families(citation)
    if not title:
        return (*families, texts[citation.url])
    return (*families, title, texts[citation.year])


@remembered
def works_of(article: Article) -> tuple[Work, ...]:
    """Every work that the notes of `article` cite or its bibliography names, in the order of the first."""
    annotations, texts = article.annotations, texts_of(article)
    entries = {block.id for block in article.blocks if isinstance(block, Reference)}
    groups: dict[tuple[str, ...], list[Citation]] = {}
    for citation in annotations.citations:
        groups.setdefault(key_of(citation, texts), []).append(citation)
    return tuple(
        Work(
            f"work-{group[0].id.removeprefix('cite-')}",
            tuple(group),
            _notes(group, annotations, article),
            tuple(each.span.part for each in group if each.span.part in entries),
        )
        for group in groups.values()
    )


def _notes(group: Iterable[Citation], annotations: Annotations, article: Article) -> tuple[str, ...]:
    """The notes that cite one of `group`, or surely mean it."""
    ids = {citation.id for citation in group}
    citing = {citation.span.part for citation in group}
    citing |= {
        short.span.part
        for short in annotations.short_references
        if len(short.targets) == 1 and ids & {*short.targets}
    }
    return tuple(note.id for note in article.notes if note.id in citing)
