"""Words that conversion chose, cut out of the runs they stand in, so that a page can mark them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from duidu.enrich.conversion_choices import Conversion
from duidu.model import Run, Runs, Text

Choices = Callable[[Runs], Sequence[Conversion]]


@dataclass(frozen=True, slots=True)
class Converted:
    """A word, or the part of one that stands in one run, and what it was before conversion."""

    text: str
    original: str


def marked(runs: Iterable[Run], choices: Iterable[Conversion]) -> Iterator[Run | Converted]:
    """`runs`, with the words of `choices` as nodes of their own."""
    words = {
        choice.offset + place: (choice, sign)
        for choice in choices
        for place, sign in enumerate(choice.original)
    }
    offset = 0
    for run in runs:
        if isinstance(run, Text):
            yield from _pieces(run, offset, words)
            offset += len(run.text)
        else:
            yield run


def _pieces(run: Text, offset: int, words: dict[int, tuple[Conversion, str]]) -> Iterator[Text | Converted]:
    """`run`, which begins `offset` characters into the text, in pieces inside and outside of words."""
    last: Conversion | None = None
    text = original = ""
    for place, character in enumerate(run.text, start=offset):
        choice, sign = words.get(place, (None, ""))
        if choice is not last and text:
            yield _piece(run, text, original)
            text = original = ""
        last, text, original = choice, text + character, original + sign
    if text:
        yield _piece(run, text, original)


def _piece(run: Text, text: str, original: str) -> Text | Converted:
    return Converted(text, original) if original else replace(run, text=text)
