"""Lines → pages: where each begins, its running head set aside, its number seen or inferred."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duidu.model import NoteKind, Page, SetAside
from duidu.problems import Code, Problem
from duidu.recover.lines import Line
from duidu.recover.page_edges import find_edges
from duidu.recover.page_openings import find_page_starts
from duidu.recover.page_turns import turn_pages


@dataclass(frozen=True, slots=True)
class PageLines:
    """A page's lines: `body`, and under the rule `notes`.

    `continues` says that the first notes' lines belong to the last note of the page before, `orderly` that
    no text of the body stands among the notes. Notes at the end of the article are those of its last pages.
    """

    page: Page
    body: tuple[Line, ...]
    notes: tuple[Line, ...]
    continues: bool
    orderly: bool = False
    kind: NoteKind = NoteKind.FOOTNOTE


def find_pages(
    lines: Sequence[Line],
) -> tuple[tuple[PageLines, ...], tuple[SetAside, ...], tuple[Problem, ...]]:
    """The pages of a text layer, the running heads and numbers set aside, and what is odd."""
    lines = turn_pages(lines)
    starts = find_page_starts(lines)
    ends = [start.cut for start in starts[1:]] + [len(lines)]
    pages = [lines[start.index : end] for start, end in zip(starts, ends, strict=True)]
    edges = find_edges([() if start.head else page for start, page in zip(starts, pages, strict=True)])
    numbers = [start.number or edge.number for start, edge in zip(starts, edges, strict=True)]
    numbered, problems = _number_pages(numbers, pages)
    found = tuple(
        _page_lines(page, [line for line in on_page if line.number not in edge.lines])
        for page, on_page, edge in zip(numbered, pages, edges, strict=True)
    )
    heads = (
        *(piece for start in starts for piece in start.head),
        *(piece for edge in edges for piece in edge.aside),
    )
    return found, heads, problems


def _number_pages(
    numbers: Sequence[int | None], lines: Sequence[Sequence[Line]]
) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Each page's number: the one it bears, else counted from the nearest page that bears one."""
    seen = [(place, number) for place, number in enumerate(numbers) if number is not None]
    offset = seen[0][1] - seen[0][0] if seen else 1
    pages: list[Page] = []
    problems: list[Problem] = []
    for place, number in enumerate(numbers):
        line = lines[place][0].number if lines[place] else 0
        if number is not None and number - place != offset:
            problems.append(Problem.at(Code.PAGE_NUMBER_JUMPS, line, found=number, expected=place + offset))
            offset = number - place
        pages.append(Page(str(place + offset), number is not None, line))
    return tuple(pages), tuple(problems)


def _page_lines(page: Page, lines: Sequence[Line]) -> PageLines:
    """One page's lines, cut at its first rule. Lines of spaces are dropped: they hold nothing."""
    cut = next((index for index, line in enumerate(lines) if line.is_rule), len(lines))
    return PageLines(
        page,
        body=tuple(line for line in lines[:cut] if not line.is_blank),
        notes=tuple(line for line in lines[cut:] if not line.is_blank),
        continues=cut < len(lines) and lines[cut].is_long_rule,
    )
