"""Paragraphs in order → the article: headings told from paragraphs, everything given its id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from duidu.model import Block, Correction, Heading, Note, Paragraph, Text, plain
from duidu.recover.assemble import Flow
from duidu.recover.headings import heading_level
from duidu.recover.numbering import NoteStart
from duidu.recover.pagination import PageLines
from duidu.recover.reflow import Habit, join, seam_corrections, spacing_corrections


def make_blocks(flows: Sequence[Flow], habit: Habit) -> tuple[Block, ...]:
    """Headings and paragraphs. Ids: `sec-2`, `sec-2-1` by place in the outline, `par-14` by count."""
    blocks: list[Block] = []
    outline: list[int] = []
    paragraphs = 0
    for flow in flows:
        runs = join(flow.pieces, habit)
        level = _level(flow, plain(runs))
        if level is None:
            paragraphs += 1
            blocks.append(Paragraph(f"par-{paragraphs}", runs))
        else:
            outline = _next_in_outline(outline, level)
            blocks.append(Heading("sec-" + "-".join(map(str, outline)), level, runs))
    return tuple(blocks)


def make_notes(
    flows: Sequence[Flow], starts: Iterable[NoteStart], pages: Sequence[PageLines], habit: Habit
) -> tuple[Note, ...]:
    """The notes, by number, with ids `note-7`; `starts` tell where each begins, and how it is numbered."""
    runs = {flow.number: join(flow.pieces, habit) for flow in flows}
    return tuple(
        Note(f"note-{start.number}", start.label, runs[start.number], pages[start.page].kind)
        for start in sorted(starts, key=lambda start: start.number)
    )


def find_corrections(flows: Sequence[Flow]) -> Iterator[Correction]:
    """What was corrected by rule: spaces in spread-out words, URLs broken over lines."""
    for flow in flows:
        yield from seam_corrections(flow.pieces)
        for piece in flow.pieces:
            if isinstance(piece, Text):
                yield from spacing_corrections(piece)


def _level(flow: Flow, text: str) -> int | None:
    """The level of a heading; None for a paragraph, which has a mark at its end like a sentence."""
    if len(flow.lines) > 2:
        return None
    return flow.lines[0].line.heading or heading_level(text) if flow.lines else heading_level(text)


def _next_in_outline(outline: Sequence[int], level: int) -> list[int]:
    """The place of the next heading of `level`: 2 · 1 after 2, 3 after 2 · 4."""
    place = list(outline[:level]) + [0] * (level - len(outline))
    place[level - 1] += 1
    return place
