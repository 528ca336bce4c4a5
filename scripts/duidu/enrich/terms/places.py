"""Every place where a term stands. Where two terms overlap, the longer one counts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from duidu.annotations import Span
from duidu.enrich.terms.lexicon import ONLY_SOUNDS, SOUNDS


def places(texts: Mapping[str, str], glossed: Mapping[str, Sequence[Span]]) -> dict[str, tuple[Span, ...]]:
    """For each Chinese form its places in `texts`, in reading order.

    `glossed` has the places of its glosses, which are places whatever stands around them. A name in foreign
    sounds is not found inside a longer one: 羅斯 in 羅斯塔.
    """
    if not glossed:
        return {}
    longest_first = sorted(glossed, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, longest_first)))
    found: dict[str, list[Span]] = {form: [] for form in glossed}
    for part, text in texts.items():
        for form, start, end in _matches(text, pattern, glossed, part):
            found[form].append(Span(part, start, end))
    return {form: tuple(spans) for form, spans in found.items()}


def _matches(
    text: str, pattern: re.Pattern[str], glossed: Mapping[str, Sequence[Span]], part: str
) -> list[tuple[str, int, int]]:
    """What `pattern` finds in a text: first the glosses, then the longest form, each in what is left."""
    sure = {(span.start, span.end) for spans in glossed.values() for span in spans if span.part == part}
    found: list[tuple[str, int, int]] = []
    start = 0
    for first, last in [*sorted(sure), (len(text), len(text))]:
        while match := pattern.search(text, start, first):
            start = match.end()
            if not _in_longer_name(text, match):
                found.append((match[0], match.start(), match.end()))
        if first < last and first >= start:
            found.append((text[first:last], first, last))
        start = max(start, last)
    return found


def _in_longer_name(text: str, match: re.Match[str]) -> bool:
    """Whether a name in foreign sounds is followed, or led, by another such sound."""
    around = {text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]}
    return set(match[0]) <= SOUNDS and not around.isdisjoint(ONLY_SOUNDS)
