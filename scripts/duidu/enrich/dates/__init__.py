"""Article → the years and dates that its prose speaks of, each with the sentence it stands in.

`expressions` reads an expression, `prose` tells prose from titles and finds sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from duidu.annotations import Date, Span
from duidu.enrich.citations.cues import CUE
from duidu.enrich.dates.expressions import times
from duidu.enrich.dates.prose import Prose
from duidu.model import Article, plain

_LEADS_TO_REFERENCE = re.compile(rf"[，,；;：:\s]*(?:{CUE})?$")


def find_dates(article: Article, references: Iterable[Span]) -> tuple[Date, ...]:
    """The dates of the Traditional `article` outside of its `references` to literature, in reading order.

    The title and headings are left out: they repeat what the text says, and are no sentences. So is the
    bibliography, whose years are those of books.
    """
    found: list[Date] = []
    taken: dict[str, list[Span]] = {}
    for span in references:
        taken.setdefault(span.part, []).append(span)
    for part, runs in article.parts():
        if part.startswith(("title", "sec-", "ref-")):
            continue
        found += _dates_in(part, plain(runs), taken.get(part, ()))
    return tuple(found)


def _dates_in(part: str, text: str, references: Sequence[Span]) -> Iterator[Date]:
    said = tuple(times(text))
    if not said:
        return
    prose = Prose(text)
    for time in said:
        place = Span(part, time.start, time.end)
        if prose.says(time.start, time.end) and not any(place.within(span) for span in references):
            sentence = Span(part, *prose.sentence(time.start, time.end))
            around = _without_references(sentence, place, references, text)
            yield Date(place, around, time.first, time.last, time.precision, time.month, time.day)


def _without_references(sentence: Span, place: Span, references: Iterable[Span], text: str) -> Span:
    """The `sentence` around `place`, without a reference at its end and the words that introduce it."""
    after = [reference.start for reference in references if place.end <= reference.start < sentence.end]
    if not after:
        return sentence
    said = _LEADS_TO_REFERENCE.sub("", text[sentence.start : min(after)])
    return replace(sentence, end=max(sentence.start + len(said), place.end))
