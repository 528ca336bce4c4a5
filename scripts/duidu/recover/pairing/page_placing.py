"""Where the pages of a PDF begin in the Word file: by the words around each turn, to the character."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from duidu.model import Text
from duidu.recover.pairing.levelled_stream import Stream, TurnAt, level_sign
from duidu.recover.pairing.text_alignment import Alignment
from duidu.sources.document import (
    DocumentParagraph,
    Element,
    Inline,
    Inlines,
    PageStart,
    map_paragraphs,
)


@dataclass(frozen=True, slots=True)
class PlacedTurn:
    """A page that begins at the `offset` of the text of the paragraph with this `number`.

    `certain` says that words on one side of the turn, or as many on both, are those of the PDF.
    """

    page: PageStart
    number: int
    offset: int
    certain: bool


def place_turns(printed: Stream, written: Stream, alignment: Alignment) -> tuple[PlacedTurn, ...]:
    """Where each page of the `printed` stream begins in the `written` one; `alignment` is of the two."""
    return tuple(_placed(turn, written, *_place(turn.at, alignment)) for turn in printed.turns)


def _place(at: int, alignment: Alignment) -> tuple[int, bool]:
    """Before which sign of the second text stands what begins at `at` in the first, and whether surely so."""
    before, after = alignment.gap(at)
    if before is after or at == after.first:
        return after.second + at - after.first, True
    read, gap = at - before.first_end, after.first - before.first_end
    there = after.second - before.second_end
    if not read or not there or gap == there:
        return before.second_end + min(read, there), True
    return before.second_end + round(there * read / gap), False


def _placed(turn: TurnAt, written: Stream, place: int, certain: bool) -> PlacedTurn:
    if place == len(written.text):
        number = len(written.paragraphs) - 1
        return PlacedTurn(turn.page, number, len(written.paragraphs[number].text), certain)
    number, offset = written.in_paragraph[place], written.offsets[place]
    text = written.paragraphs[number].text
    skipped = turn.skipped
    while skipped and offset and not level_sign(text[offset - 1]):
        offset -= 1
        skipped -= not text[offset].isspace()
    return PlacedTurn(turn.page, number, offset, certain)


def with_turns(elements: Iterable[Element], turns: Sequence[PlacedTurn]) -> tuple[Element, ...]:
    """The elements with these pages, and no others; one whose place is not certain counts as not seen."""
    of_paragraph: dict[int, list[PlacedTurn]] = defaultdict(list)
    for turn in turns:
        page = turn.page if turn.certain else replace(turn.page, seen=False)
        of_paragraph[turn.number].append(replace(turn, page=page))
    numbers = count()

    def turned(paragraph: DocumentParagraph) -> DocumentParagraph:
        return replace(paragraph, inlines=tuple(_turned(paragraph.inlines, of_paragraph[next(numbers)])))

    return tuple(map_paragraphs(elements, turned))


def _turned(inlines: Inlines, turns: Iterable[PlacedTurn]) -> Iterator[Inline]:
    """The inlines of a paragraph, in which these pages begin, in order."""
    waiting = deque(turns)
    while waiting and not waiting[0].offset:
        yield waiting.popleft().page
    offset = 0
    for inline in inlines:
        if isinstance(inline, Text):
            end, start = offset + len(inline.text), 0
            while waiting and waiting[0].offset < end:
                turn = waiting.popleft()
                if start < turn.offset - offset:
                    yield inline.cut(start, turn.offset - offset)
                    start = turn.offset - offset
                yield turn.page
            yield inline.cut(start, len(inline.text)) if start else inline
            offset = end
        elif not isinstance(inline, PageStart):
            yield inline
    yield from (turn.page for turn in waiting)
