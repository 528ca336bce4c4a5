"""Pages in reading order → paragraphs and notes: all lines of each, with the moves made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from duidu.model import Move, NoteRef, Page, PageBreak, Run, SetAside, Text
from duidu.reasons import Cause, Reason
from duidu.recover import costs
from duidu.recover.characters import head_width
from duidu.recover.hypothesis import Hypothesis, PageFacts, Placed
from duidu.recover.line_items import Item, make_items
from duidu.recover.line_layout import find_layout
from duidu.recover.markers import PageMarkers
from duidu.recover.note_forms import BARE
from duidu.recover.numbering import NoteStart
from duidu.recover.order import best, read_page
from duidu.recover.pagination import PageLines
from duidu.recover.reflow import Habit, join


@dataclass(frozen=True, slots=True)
class Flow:
    """The lines of a paragraph or of note `number`, in reading order, as runs not yet joined."""

    pieces: tuple[Run, ...]
    lines: tuple[Item, ...]
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """The whole text in reading order: paragraphs (headings among them), notes, what was moved.

    `unclear` are the pages of which no reading is likely, though nothing on them is late; none where notes
    are called by signs, whose widths are guessed.
    """

    paragraphs: tuple[Flow, ...]
    notes: tuple[Flow, ...]
    set_aside: tuple[SetAside, ...]
    moves: tuple[Move, ...]
    unclear: tuple[Page, ...]


def assemble(
    all_lines: Sequence[PageLines],
    starts: Mapping[int, NoteStart],
    markers: Sequence[PageMarkers],
    habit: Habit,
) -> Body:
    """The text of all pages in reading order; `habit` joins the words of what was moved."""
    layout = find_layout(all_lines, markers)
    hypotheses = [Hypothesis()]
    costly: list[int] = []
    for number, (page_lines, page_markers) in enumerate(zip(all_lines, markers, strict=True)):
        page = _page_facts(
            page_markers, page_lines, all_lines[number + 1] if number + 1 < len(all_lines) else None
        )
        before = hypotheses[0].cost
        hypotheses = best(
            hypothesis
            for choice in page_markers.choices
            for hypothesis in read_page(
                make_items(page_lines, number, starts, choice, layout), hypotheses, layout, page
            )
        )
        if hypotheses[0].cost - before > costs.UNCLEAR:
            costly.append(number)
    placements = hypotheses[0].placements()
    pages = [page_lines.page for page_lines in all_lines]
    paragraphs, notes = _gather(placements)
    flows, aside = _runs(paragraphs, pages, as_notes=False)
    note_flows, note_aside = _runs(notes, pages, as_notes=True)
    unsure = {placed.item.page for placed in placements if placed.late}
    signs = any(marker.form is not BARE for placed in placements for marker in placed.item.markers)
    return Body(
        flows,
        note_flows,
        (*aside, *note_aside),
        tuple(_moves(placements, pages, habit)),
        () if signs else tuple(pages[number] for number in costly if number not in unsure),
    )


def _page_facts(markers: PageMarkers, page_lines: PageLines, following: PageLines | None) -> PageFacts:
    """What is known of a page before it is read, from its markers and the page that follows."""
    return PageFacts(
        expected=markers.expected,
        continues=page_lines.continues,
        overleaf=head_width(following.body[0].text) if following and following.body else 1.0,
        continued=following is not None and following.continues,
    )


def _gather(placements: Iterable[Placed]) -> tuple[Mapping[int, list[Item]], Mapping[int, list[Item]]]:
    """The lines of each paragraph and of each note, in reading order."""
    paragraphs: dict[int, list[Item]] = {}
    notes: dict[int, list[Item]] = {}
    for placed in placements:
        if placed.flow is not None:
            paragraphs.setdefault(placed.flow, []).append(placed.item)
        elif placed.note is not None:
            notes.setdefault(placed.note, []).append(placed.item)
    return dict(sorted(paragraphs.items())), notes


def _runs(
    flows: Mapping[int, Sequence[Item]], pages: Sequence[Page], *, as_notes: bool
) -> tuple[tuple[Flow, ...], tuple[SetAside, ...]]:
    """The runs of each flow with its page breaks, and the digits set aside in them."""
    found: list[Flow] = []
    aside: list[SetAside] = []
    page: int | None = None
    for number, items in flows.items():
        pieces: list[Run] = []
        if as_notes:
            page = items[0].page  # no page break at the head of a note: it belongs to its page
        for item in items:
            if item.page != page:
                page = item.page
                pieces.append(PageBreak(pages[page].label, pages[page].seen))
            runs, digits = item.pieces(as_note=as_notes)
            pieces += runs
            aside += digits
        found.append(Flow(tuple(pieces), tuple(items), number if as_notes else None))
    return tuple(found), tuple(aside)


def _moves(placements: Sequence[Placed], pages: Sequence[Page], habit: Habit) -> Iterator[Move]:
    """The late pieces, each from its first line up to where the extractor turned to something else."""
    place = 0
    while place < len(placements):
        first = placements[place]
        place += 1
        if first.late is None:
            continue
        piece = [first.item]
        while place < len(placements) and _goes_on(placements[place], first):
            piece.append(placements[place].item)
            place += 1
        yield Move(
            first=piece[0].line.number,
            last=piece[-1].line.number,
            after=first.late.line.number,
            page=pages[first.item.page].label,
            text=_words(piece, habit),
            reason=_reason(first),
        )


def _goes_on(placed: Placed, first: Placed) -> bool:
    return placed.flow == first.flow and placed.late is None and placed.item.page == first.item.page


def _words(items: Sequence[Item], habit: Habit) -> str:
    """A piece as it reads, with the numbers of its markers."""
    runs = join([run for item in items for run in item.pieces(as_note=False)[0]], habit)
    return "".join(
        run.text if isinstance(run, Text) else run.label for run in runs if isinstance(run, Text | NoteRef)
    )


def _reason(first: Placed) -> Reason:
    """By what a late piece was recognised."""
    item = first.item
    if item.is_lone_marker:
        return Reason(Cause.LATE_MARKER, number=item.markers[0].number)
    return Reason(Cause.LATE_AMONG_NOTES if item.in_notes else Cause.LATE_AFTER_PARAGRAPH)
