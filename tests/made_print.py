"""Makes printed pages by hand, so that each rule of the layout can be tried alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from duidu.model import Article, NoteRef, PageBreak, Runs, Text
from duidu.recover import recover
from duidu.recover.characters import is_wide
from duidu.sources.printed import Box, Font, PrintedDocument, PrintedLine, PrintedPage, Span, Tag

LEFT, TOP, WIDTH, HEIGHT, SIZE, PITCH = 60.0, 640.0, 480.0, 700.0, 12.0, 20.0
LENGTH = 30  # ideographs on a full line
SONG = Font("Song")


@dataclass
class Page:
    """A page to be filled from above; places are in ideographs from the left margin, sizes in points."""

    lines: list[tuple[float, float, float, list[tuple[str, float, float, Font]]]] = field(
        default_factory=list
    )
    rules: list[Box] = field(default_factory=list)
    y: float = TOP

    def add(
        self, text: str, *, left: float = 0, size: float = SIZE, gap: float = 1, font: Font = SONG
    ) -> Page:
        """A line `gap` pitches below the last; ^1^ is raised."""
        self.y -= gap * PITCH
        return self.put(text, LEFT + left * SIZE, self.y, size, font)

    def put(self, text: str, x: float, y: float, size: float = SIZE, font: Font = SONG) -> Page:
        """A line anywhere."""
        pieces = [
            (piece, 0.6 * size, 0.4 * size, font) if place % 2 else (piece, size, 0.0, font)
            for place, piece in enumerate(text.split("^"))
            if piece
        ]
        self.lines.append((x, y, size, pieces))
        return self

    def body(
        self, text: str, *, indent: float = 2, left: float = 0, length: int = LENGTH, gap: float = 1
    ) -> Page:
        """A paragraph, its lines as full as they can be."""
        first = True
        while text:
            start = left + (indent if first else 0)
            count = int(left + length - start)
            self.add(text[:count], left=start, gap=gap if first else 1)
            text, first = text[count:], False
        return self

    def rule(self, *, length: float = 10) -> Page:
        """A rule under the last line, `length` ideographs long."""
        y = self.y - 0.5 * PITCH
        self.rules.append(Box(LEFT, y, LEFT + length * SIZE, y + 0.5))
        return self


def document(*pages: Page) -> PrintedDocument:
    """The pages as a document."""
    made, texts = [], []
    for number, page in enumerate(pages, start=1):
        lines = []
        for x, y, size, pieces in page.lines:
            texts.append("".join(piece for piece, *_ in pieces))
            lines.append(_line(len(texts), x, y, size, pieces))
        made.append(PrintedPage(number, WIDTH, HEIGHT, tuple(lines), rules=tuple(page.rules)))
    return PrintedDocument(tuple(made), "\n".join(texts))


def _line(
    number: int, x: float, y: float, size: float, pieces: Sequence[tuple[str, float, float, Font]]
) -> PrintedLine:
    from duidu.model import Origin

    spans: list[Span] = []
    column = 0
    for text, own, rise, font in pieces:
        edges = [x]
        for character in text:
            x += own if is_wide(character) else 0.5 * own
            edges.append(x)
        spans.append(Span(text, Origin(number, column), font, own, y + rise, tuple(edges)))
        column += len(text)
    box = Box(spans[0].start, y - 0.12 * size, spans[-1].end, y + 0.88 * size)
    return PrintedLine(number, tuple(spans), box)


def tagged(printed: PrintedDocument, tags: Callable[[str], Tag | None]) -> PrintedDocument:
    """A document whose lines have the tags that `tags` tells by their words."""

    def of_line(line: PrintedLine) -> PrintedLine:
        return replace(line, spans=tuple(replace(span, tag=tags(line.text)) for span in line.spans))

    pages = (replace(page, lines=tuple(map(of_line, page.lines))) for page in printed.pages)
    return replace(printed, pages=tuple(pages))


def read(*pages: Page) -> Article:
    """The article that pages hold."""
    return recover(document(*pages))


def shown(runs: Runs) -> str:
    """Words with calls as {label} and pages as |number|."""
    return "".join(
        run.text
        if isinstance(run, Text)
        else f"{{{run.label}}}"
        if isinstance(run, NoteRef)
        else f"|{run.citation}|"
        if isinstance(run, PageBreak)
        else "¶"
        for run in runs
    )


def blocks(article: Article) -> list[tuple[str, str]]:
    """The kind and words of each block."""
    return [(type(block).__name__, shown(block.runs)) for block in article.blocks]


def notes(article: Article) -> list[tuple[str, str]]:
    """The label and words of each note."""
    return [(note.label, shown(note.runs)) for note in article.notes]
