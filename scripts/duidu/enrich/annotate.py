"""Article → the same article with its annotations: one module finds each kind of thing in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from duidu.annotations import Annotations, Citation, Span
from duidu.enrich.addresses import find_addresses
from duidu.enrich.dates import find_dates
from duidu.enrich.references.resolve import find_references
from duidu.enrich.terms import find_terms
from duidu.enrich.works import Texts
from duidu.model import Article, Note, Text, plain
from duidu.problems import Code, Problem


def annotate(article: Article) -> tuple[Article, tuple[Problem, ...]]:
    """The Traditional `article` with its annotations, and what the text leaves open.

    Simplify it afterwards: the annotations are the same in both scripts.
    """
    citations, short = find_references(article)
    references = [*(each.span for each in citations), *(each.span for each in short)]
    annotations = Annotations(
        citations=citations,
        short_references=short,
        addresses=tuple(_addresses(article)),
        terms=find_terms(article),
        dates=find_dates(article, references),
    )
    enriched = replace(article, annotations=annotations)
    return enriched, tuple(_open_references(enriched))


def _addresses(article: Article) -> Iterator[Span]:
    """The addresses in the body and the notes."""
    for part, runs in article.body_parts():
        for start, end in find_addresses(plain(runs)):
            yield Span(part, start, end)


def _open_references(article: Article) -> Iterator[Problem]:
    """What is to be said of short references that mean nothing known, or may mean several works."""
    texts = Texts(article)
    lines = {note.id: _line(note) for note in article.notes}
    citations = {citation.id: citation for citation in article.annotations.citations}
    for short in article.annotations.short_references:
        said = {"number": texts.label(short.span.part), "words": texts[short.span]}
        line = lines[short.span.part]
        if not short.targets:
            yield Problem.at(Code.REFERENCE_UNKNOWN, line, **said)
        elif len(short.targets) > 1:
            works = " or ".join(_name(citations[target], texts) for target in short.targets)
            yield Problem.at(Code.REFERENCE_AMBIGUOUS, line, **said, works=works)


def _line(note: Note) -> int:
    return next((run.origin.line for run in note.runs if isinstance(run, Text)), 0)


def _name(citation: Citation, texts: Texts) -> str:
    """What tells a work from others, as far as it is said: authors, year, title."""
    title = f"“{texts[citation.title]}”" if citation.title else ""
    return " ".join(filter(None, (" and ".join(texts.families(citation)), texts[citation.year], title)))
