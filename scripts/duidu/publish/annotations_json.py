"""The annotations as part of the model's JSON: each thing with its place, and with what stands there."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from duidu.annotations import Citation, Date, Gloss, Span
from duidu.enrich.works import Texts, texts_of
from duidu.model import Article


def annotations_json(article: Article) -> dict[str, Any]:
    """The annotations of the Traditional `article` as plain lists, dicts, texts and numbers."""
    found, texts = article.annotations, texts_of(article)
    return {
        "citations": [_citation(citation, texts) for citation in found.citations],
        "short_references": [
            {**_place(short.span, texts), "targets": list(short.targets)} for short in found.short_references
        ],
        "addresses": [_place(span, texts) for span in found.addresses],
        "terms": [
            {
                "glosses": [_said(gloss, texts) for gloss in term.glosses],
                "places": [_place(span, texts) for span in term.places],
            }
            for term in found.terms
        ],
        "dates": [_date(date, texts) for date in found.dates],
    }


def _place(span: Span, texts: Texts) -> dict[str, Any]:
    return {"part": span.part, "start": span.start, "end": span.end, "text": texts[span]}


def _citation(citation: Citation, texts: Texts) -> dict[str, Any]:
    return {"id": citation.id, **_place(citation.span, texts), **_said(citation, texts)}


def _said(thing: Citation | Gloss, texts: Texts) -> dict[str, Any]:
    """The words of each span of `thing`; what it does not say is left out."""
    values = ((field.name, getattr(thing, field.name)) for field in fields(thing) if field.name != "span")
    said: dict[str, Any] = {}
    for name, value in values:
        if isinstance(value, Span):
            said[name] = texts[value]
        elif isinstance(value, tuple) and value:
            said[name] = [texts[span] for span in value]
    return said


def _date(date: Date, texts: Texts) -> dict[str, Any]:
    exactly = {name: value for name in ("month", "day") if (value := getattr(date, name))}
    years = {"first": date.first, "last": date.last, "precision": date.precision.value}
    return {**_place(date.place, texts), **years, **exactly}
