"""What in an article's text is a link on the reading page: the first gloss of a term leads to the index."""

from __future__ import annotations

from collections.abc import Iterator

from duidu.apparatus import Span
from duidu.model import Article, NoteRef, Runs
from duidu.publish.regions import Region, Regions

_FLOWING = ("abstract-", "par-", "note-")


def regions_of(article: Article, language: str) -> Regions:
    """The regions of each part of `article`, whose text is in `language`."""
    parts = dict(article.parts(language))
    regions: dict[str, list[Region]] = {}
    for part, region in _terms(article, parts):
        regions.setdefault(part, []).append(region)
    return regions


def _terms(article: Article, parts: dict[str, Runs]) -> Iterator[tuple[str, Region]]:
    """The first gloss of each term; none around a note's call, nor in a heading."""
    for number, term in enumerate(article.apparatus.terms, start=1):
        span = term.glosses[0].chinese
        if span.part.startswith(_FLOWING) and not _calls_note(parts[span.part], span):
            yield span.part, Region(span.start, span.end, "[", f"](terms.md#term-{number}){{.term}}")


def _calls_note(runs: Runs, span: Span) -> bool:
    """Whether a note is called inside `span`."""
    offset = 0
    for run in runs:
        if isinstance(run, NoteRef):
            if span.start < offset < span.end:
                return True
        else:
            offset += len(getattr(run, "text", ""))
    return False
