"""The lines of a page that are shown: those that run as its text does, and those that run across it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace

from duidu.model import SetAside
from duidu.reasons import Cause, Reason
from duidu.recover.printed.beside_lines import take_beside
from duidu.sources.printed import PrintedDocument, PrintedLine, PrintedPage


@dataclass(frozen=True, slots=True)
class ShownPages:
    """The pages with their level lines only, and for each page the lines that run up or down it."""

    level: tuple[PrintedPage, ...]
    turned: tuple[tuple[PrintedLine, ...], ...]

    @classmethod
    def of(cls, printed: PrintedDocument) -> ShownPages:
        """Those of a document, without what is hidden."""
        shown = [[line for line in page.lines if not is_hidden(line)] for page in printed.pages]
        level = (
            replace(page, lines=tuple(line for line in lines if not line.vertical))
            for page, lines in zip(printed.pages, shown, strict=True)
        )
        return cls(tuple(level), tuple(tuple(line for line in lines if line.vertical) for lines in shown))

    def without_besides(self) -> tuple[ShownPages, list[SetAside]]:
        """The same without ruby and comments; and these."""
        parts = [take_beside(page) for page in self.level]
        aside = [piece for _, pieces in parts for piece in pieces]
        return replace(self, level=tuple(page for page, _ in parts)), aside

    def without_lines(self, numbers: Container[int]) -> ShownPages:
        """The same without the lines that have these numbers."""

        def others(lines: Iterable[PrintedLine]) -> tuple[PrintedLine, ...]:
            return tuple(line for line in lines if line.number not in numbers)

        level = (replace(page, lines=others(page.lines)) for page in self.level)
        return ShownPages(tuple(level), tuple(map(others, self.turned)))

    def without(self, places: Iterable[int]) -> ShownPages:
        """The same; the pages at these places are empty."""
        empty = set(places)
        level = (replace(page, lines=()) if place in empty else page for place, page in enumerate(self.level))
        turned = (() if place in empty else lines for place, lines in enumerate(self.turned))
        return ShownPages(tuple(level), tuple(turned))


def is_hidden(line: PrintedLine) -> bool:
    """Whether nothing of a line is drawn."""
    return all(span.hidden for span in line.spans)


def hidden_aside(page: PrintedPage) -> Iterator[SetAside]:
    """The words of hidden lines, set aside."""
    for line in page.lines:
        if is_hidden(line) and line.text.strip():
            yield SetAside(line.text, line.spans[0].origin, Reason(Cause.HIDDEN))
