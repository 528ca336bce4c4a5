"""What the grammars of citations share: a citation as it is found, and small helpers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import regex

from duidu.annotations import Citation, Span

# Start and end, as offsets into a note's text.
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """A citation in a note's text, before it has an id. `fields` are those of `Citation`, by name."""

    start: int
    end: int
    authors: tuple[Range, ...] = ()
    editors: tuple[Range, ...] = ()
    fields: Mapping[str, Range] = field(default_factory=dict)


def citation(found: Found, part: str, anchor: str) -> Citation:
    """`found` in the text of `part`, as the citation `anchor`."""

    def spans(ranges: Iterable[Range]) -> tuple[Span, ...]:
        return tuple(Span(part, *each) for each in ranges)

    return Citation(
        id=anchor,
        span=Span(part, found.start, found.end),
        authors=spans(found.authors),
        editors=spans(found.editors),
        **{name: Span(part, *each) for name, each in found.fields.items()},
    )


def trimmed(text: str, start: int, end: int, signs: str = " ,") -> Range:
    """The range without `signs` at its edges. It may be empty."""
    while start < end and text[start] in signs:
        start += 1
    while start < end and text[end - 1] in signs:
        end -= 1
    return start, end


def fields_of(*matches: regex.Match[str] | None) -> dict[str, Range]:
    """The ranges of the named groups that took part in `matches`."""
    return {
        name: match.span(name)
        for match in matches
        if match
        for name, said in match.groupdict().items()
        if said is not None
    }
