"""A source with signs that only look like others → one with what they are read as, and back.

Recovery sees the readable source. What it made is then put in terms of the source as it is: what was read as
another sign is a correction, and what is not seen is set aside. So the ledger counts what the file has.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import TypeVar

from duidu.lookalikes import LOOKALIKE, read_as, read_signs
from duidu.model import Article, Correction, NoteRef, Origin, Run, Runs, SetAside, Text
from duidu.reasons import Cause, Reason
from duidu.sources.document import Document, DocumentParagraph, Inline, NoteCall, map_paragraphs
from duidu.sources.text_layer import TextLayer
from duidu.traversal import map_texts


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line with such signs: as it is, as it is read, and from where each sign of that is.

    `columns` has, for each sign of `text`, the place of its sign in `original`.
    """

    original: str
    text: str
    columns: tuple[int, ...]

    def before(self, column: int) -> int:
        """How many signs are read of the first `column` signs of the line as it is."""
        return bisect_left(self.columns, column)

    def of(self, column: int) -> int:
        """The place, in the line as it is, of the sign that is read at `column`, perhaps beyond its end."""
        beyond = column - len(self.columns)
        return len(self.original) + beyond if beyond >= 0 else self.columns[column]

    def find(self, text: str, column: int) -> list[int]:
        """At which columns the signs of `text` are read, which begins at `column`.

        White space counts for nothing: `text` may have more or less of it, and what it has more stands at the
        column of what follows.
        """
        found: list[int] = []
        for sign in text:
            while self.text[column : column + 1].isspace() and self.text[column] != sign:
                column += 1
            found.append(column)
            column += self.text[column : column + 1] == sign
        return found

    def is_other(self, column: int) -> bool:
        """Whether the sign that is read at `column` is not the one that stands there."""
        return column < len(self.columns) and self.original[self.columns[column]] != self.text[column]

    def go_on(self, before: int, column: int) -> bool:
        """Whether the signs that are read at two columns stand next to each other, or are one sign."""
        if self.is_other(before) or self.is_other(column):
            return self.of(before) == self.of(column)
        return not self.original[self.of(before) + 1 : self.of(column)].strip()


Lines = Mapping[int, ReadLine]
Readable = TypeVar("Readable", TextLayer, Document)


def recover_readable(source: Readable, recover: Callable[[Readable], Article]) -> Article:
    """What `recover` makes of the readable `source`, in terms of the source as it is."""
    lines = _read_lines(source.text)
    if not lines:
        return recover(source)
    return _restored(recover(_readable(source, lines)), lines)


def _read_lines(text: str) -> Lines:
    """The lines that have such signs, by their numbers."""
    if not LOOKALIKE.search(text):
        return {}
    numbered = enumerate(text.split("\n"), start=1)
    return {number: _read_line(line) for number, line in numbered if LOOKALIKE.search(line)}


def _read_line(line: str) -> ReadLine:
    read = read_signs(line)
    columns = chain.from_iterable([column] * len(signs) for column, signs in enumerate(read))
    return ReadLine(line, "".join(read), tuple(columns))


# The source, as it is read.


def _readable(source: Readable, lines: Lines) -> Readable:
    text = [
        lines[number].text if number in lines else line
        for number, line in enumerate(source.text.split("\n"), start=1)
    ]
    if isinstance(source, TextLayer):
        return replace(source, text="\n".join(text))
    notes = {
        key: replace(note, paragraphs=tuple(_paragraph(one, lines) for one in note.paragraphs))
        for key, note in source.notes.items()
    }
    return replace(
        source,
        lines=tuple(text),
        elements=tuple(map_paragraphs(source.elements, lambda one: _paragraph(one, lines))),
        notes=notes,
        set_aside=tuple(_aside(piece, lines) for piece in source.set_aside),
    )


def _paragraph(paragraph: DocumentParagraph, lines: Lines) -> DocumentParagraph:
    return replace(paragraph, inlines=tuple(_inline(inline, lines) for inline in paragraph.inlines))


def _inline(inline: Inline, lines: Lines) -> Inline:
    if not isinstance(inline, Text | NoteCall) or inline.origin.line not in lines:
        return inline
    origin = _read_origin(inline.origin, lines)
    if isinstance(inline, NoteCall):
        return replace(inline, origin=origin)
    source = None if inline.source is None else _read(inline.source)
    return replace(inline, text=_read(inline.text, inline.origin, lines), origin=origin, source=source)


def _aside(piece: SetAside, lines: Lines) -> SetAside:
    if piece.origin.line not in lines:
        return piece
    text = _read(piece.text, piece.origin, lines)
    return replace(piece, text=text, origin=_read_origin(piece.origin, lines))


def _read(text: str, origin: Origin | None = None, lines: Lines | None = None) -> str:
    """What `text` is read as: at its `origin`, where it stands so, with what is around it in view."""
    line = lines[origin.line] if origin and lines else None
    if origin and line and line.original.startswith(text, origin.column):
        return line.text[line.before(origin.column) : line.before(origin.column + len(text))]
    return "".join(map(read_as, text))


def _read_origin(origin: Origin, lines: Lines) -> Origin:
    return Origin(origin.line, lines[origin.line].before(origin.column))


# What was made of it, in terms of the source as it is.


def _restored(article: Article, lines: Lines) -> Article:
    restored = map_texts(article, lambda runs, _: tuple(_runs(runs, lines)))
    set_aside = tuple(_original_aside(piece, lines) for piece in article.set_aside)
    unseen = _unseen(restored.runs(), set_aside, lines)
    corrections = (*article.corrections, *_corrections(restored.runs(), lines))
    return replace(
        restored,
        set_aside=tuple(sorted((*set_aside, *unseen), key=lambda piece: piece.origin)),
        corrections=tuple(sorted(corrections, key=lambda correction: correction.line)),
    )


def _runs(runs: Runs, lines: Lines) -> Iterator[Run]:
    for run in runs:
        if not isinstance(run, Text | NoteRef) or run.origin.line not in lines:
            yield run
        elif isinstance(run, NoteRef):
            yield replace(run, origin=_original_origin(run.origin, lines))
        elif run.source is not None:
            yield replace(
                run, source=_slice(run.source, run.origin, lines), origin=_original_origin(run.origin, lines)
            )
        else:
            yield from _pieces(run, lines[run.origin.line])


def _pieces(run: Text, line: ReadLine) -> Iterator[Text]:
    """`run`, cut where the line as it is has another sign, or one that is not seen."""
    columns = line.find(run.text, run.origin.column)
    cuts = [place for place in range(1, len(columns)) if not line.go_on(columns[place - 1], columns[place])]
    for start, end in pairwise((0, *cuts, len(columns))):
        column = columns[start]
        source = None
        if line.is_other(column):  # all of the sign stands with the first of those that it is read as
            is_first = column == 0 or line.of(column - 1) != line.of(column)
            source = line.original[line.of(column)] if is_first else ""
        origin = Origin(run.origin.line, line.of(column))
        yield replace(run, text=run.text[start:end], origin=origin, source=source)


def _slice(text: str, origin: Origin, lines: Lines) -> str:
    """What stands in the line as it is where `text` is read."""
    line = lines[origin.line]
    columns = line.find(text, origin.column)
    return line.original[line.of(columns[0]) : line.of(columns[-1]) + 1] if columns else ""


def _original_origin(origin: Origin, lines: Lines) -> Origin:
    return Origin(origin.line, lines[origin.line].of(origin.column))


def _original_aside(piece: SetAside, lines: Lines) -> SetAside:
    if piece.origin.line not in lines:
        return piece
    text = _slice(piece.text, piece.origin, lines)
    return replace(piece, text=text, origin=_original_origin(piece.origin, lines))


def _unseen(runs: Iterable[Run], set_aside: Iterable[SetAside], lines: Lines) -> Iterator[SetAside]:
    """What is not seen of the lines and stands in no piece yet."""
    covered: dict[int, set[int]] = {number: set() for number in lines}
    texts = ((run.origin, run.original) for run in runs if isinstance(run, Text))
    for origin, text in chain(texts, ((piece.origin, piece.text) for piece in set_aside)):
        if origin.line in covered:
            covered[origin.line].update(range(origin.column, origin.column + len(text)))
    for number, line in lines.items():
        seen = set(line.columns)
        for column, sign in enumerate(line.original):
            if column not in seen and column not in covered[number]:
                yield SetAside(sign, Origin(number, column), Reason(Cause.UNSEEN))


def _corrections(runs: Iterable[Run], lines: Lines) -> Iterator[Correction]:
    for run in runs:
        if (
            isinstance(run, Text)
            and run.source
            and run.origin.line in lines
            and _read(run.source) == run.text.strip()
        ):
            yield Correction(run.origin.line, run.source, run.text, Reason(Cause.LOOKALIKE))
