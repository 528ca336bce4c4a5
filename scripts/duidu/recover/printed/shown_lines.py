"""The lines of a page that are shown, all level: hidden ones are left out, stacks of signs laid down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from duidu.model import Origin, SetAside
from duidu.reasons import Cause, Reason
from duidu.recover.printed.thresholds import THRESHOLDS
from duidu.sources.printed import PrintedLine, PrintedPage, Span


def shown_lines(page: PrintedPage) -> tuple[PrintedLine, ...]:
    """The lines that layout has to place.

    On a page of horizontal lines, numbers that stand under each other may look like a vertical line.
    """
    shown = [line for line in page.lines if not is_hidden(line)]
    if is_vertical(page):
        return tuple(shown)
    return tuple(level for line in shown for level in (_laid_down(line) if line.vertical else (line,)))


def is_hidden(line: PrintedLine) -> bool:
    """Whether nothing of a line is drawn."""
    return all(span.hidden for span in line.spans)


def is_vertical(page: PrintedPage) -> bool:
    """Whether most of a page's words stand in vertical lines."""
    vertical = sum(len(line.text) for line in page.lines if line.vertical)
    return 2 * vertical > sum(len(line.text) for line in page.lines)


def hidden_aside(page: PrintedPage) -> Iterator[SetAside]:
    """The words of hidden lines, set aside."""
    for line in page.lines:
        if is_hidden(line) and line.text.strip():
            yield SetAside(line.text, line.spans[0].origin, Reason(Cause.HIDDEN))


def _laid_down(line: PrintedLine) -> Iterator[PrintedLine]:
    """Each cell of a vertical line as a line of its own: what shares the height of an ideograph."""
    for span in line.spans:
        start = 0
        while start < len(span.text):
            end = start + 1
            while end < len(span.text) and abs(span.edges[end + 1] - span.edges[start]) < 1.1 * span.size:
                end += 1
            if span.text[start:end].strip():
                yield _cell(line, span, start, end)
            start = end


def _cell(line: PrintedLine, span: Span, start: int, end: int) -> PrintedLine:
    count = end - start
    step = min(span.size, (line.box.right - line.box.left) / count)
    edges = tuple(line.box.left + step * place for place in range(count + 1))
    baseline = span.edges[start] - THRESHOLDS.cell_top * span.size
    origin = Origin(span.origin.line, span.origin.column + start)
    cell = replace(span, text=span.text[start:end], origin=origin, baseline=baseline, edges=edges)
    bottom = baseline - (1 - THRESHOLDS.cell_top) * span.size
    box = replace(line.box, top=span.edges[start], bottom=bottom, right=edges[-1])
    return replace(line, spans=(cell,), box=box, vertical=False)
