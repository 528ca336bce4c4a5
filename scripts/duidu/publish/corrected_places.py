"""Where in an article its corrections stand: they tell a line of the source, and no place in the text."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from duidu.annotations import Span
from duidu.model import Article, Correction, Runs, Text, plain


def corrected_places(article: Article) -> Iterator[tuple[Span, str]]:
    """Each corrected place, with what the source has there; without those that are not found for certain.

    A place is as short as can be, but at least a character long: where only spaces are gone, it is the one
    before them.
    """
    lines: dict[int, list[tuple[str, Runs]]] = {}
    for part, runs in article.parts():
        for line in dict.fromkeys(run.origin.line for run in runs if isinstance(run, Text)):
            lines.setdefault(line, []).append((part, runs))
    for correction in article.corrections:
        places = [
            Span(part, at, at + len(correction.text))
            for part, runs in lines.get(correction.line, ())
            for at in _found(correction, runs)
        ]
        if len(set(places)) == 1:
            yield from _differences(places[0], correction)


def _found(correction: Correction, runs: Runs) -> Iterator[int]:
    """Where in `runs` the corrected text may be: on its line, or where that goes on to the next.

    What a run itself tells of its source is certain.
    """
    offset, exact, starts = 0, [], []
    for run in runs:
        if isinstance(run, Text):
            if run.origin.line == correction.line:
                starts.append((offset, offset + len(run.text)))
                if (run.text, run.source) == (correction.text, correction.source):
                    exact.append(offset)
            offset += len(run.text)
    if exact or not correction.text or not starts:
        yield from exact
        return
    text, (first, last) = plain(runs), (starts[0][0], starts[-1][1])
    at = text.find(correction.text, max(first - len(correction.text) + 1, 0))
    while -1 < at < last:
        yield at
        at = text.find(correction.text, at + 1)


def _differences(place: Span, correction: Correction) -> Iterator[tuple[Span, str]]:
    """Only the characters that differ; where none would be left, with the one beside them."""
    source, text = correction.source, correction.text
    for kind, start, end, first, last in SequenceMatcher(None, source, text, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if first < last:
            yield Span(place.part, place.start + first, place.start + last), source[start:end]
        elif first:
            yield Span(place.part, place.start + first - 1, place.start + last), source[start - 1 : end]
        else:
            yield Span(place.part, place.start, place.start + 1), source[start : end + 1]
