"""Article → the same article with its annotations; a module for each kind finds them in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from duidu.annotations import Annotations, Citation, Span
from duidu.enrich.addresses import find_addresses
from duidu.enrich.dates import find_dates
from duidu.enrich.references.resolve import find_references
from duidu.enrich.terms import find_terms
from duidu.enrich.works import Texts
from duidu.model import TRADITIONAL, Article, Note, Text, plain
from duidu.problems import Code, Problem


def annotate(article: Article) -> tuple[Article, tuple[Problem, ...]]:
    """`article` with its annotations, and a finding for each reference that is ambiguous.

    They are looked for in the Traditional text, which in an article written in Simplified is a conversion:
    as they are places, they serve both scripts.
    """
    read = article if article.language == TRADITIONAL else _in_traditional(article)
    citations, short = find_references(read)
    references = [*(each.span for each in citations), *(each.span for each in short)]
    annotations = Annotations(
        citations=citations,
        short_references=short,
        addresses=tuple(_addresses(article)),
        terms=find_terms(read),
        dates=find_dates(read, references),
    )
    enriched = replace(article, annotations=annotations)
    return enriched, tuple(_open_references(enriched))


def _in_traditional(article: Article) -> Article:
    from duidu.enrich.other_script import convert_article  # slow to load

    return convert_article(article)


def _addresses(article: Article) -> Iterator[Span]:
    """The addresses in the body and the notes."""
    for part, runs in article.body_parts():
        for start, end in find_addresses(plain(runs)):
            yield Span(part, start, end)


def _open_references(article: Article) -> Iterator[Problem]:
    """A finding for each short reference that matches no known work, or more than one."""
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
    """What identifies a work in a message, as far as it is given: authors, year, title."""
    title = f"“{texts[citation.title]}”" if citation.title else ""
    return " ".join(filter(None, (" and ".join(texts.families(citation)), texts[citation.year], title)))
