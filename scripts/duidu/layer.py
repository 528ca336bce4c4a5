"""A text layer together with the article recovered from it, for `plausibility` to compare."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from duidu.calls import Call, find_calls
from duidu.model import Article, NoteKind, Text
from duidu.reasons import Cause
from duidu.recover.lines import Line, split_lines
from duidu.recover.spaces import Marks, marks_of_paragraphs, read_spaces


@dataclass(frozen=True)
class Layer:
    """A text layer, as lines, and the article recovered from it."""

    source: str
    article: Article

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines that are not empty."""
        return read_spaces(split_lines(self.source))

    @cached_property
    def marks(self) -> Marks:
        """What spaces at line ends tell of paragraphs."""
        return marks_of_paragraphs(split_lines(self.source))

    @property
    def has_endnotes(self) -> bool:
        """Whether notes were found at the end of the article."""
        return any(note.kind is NoteKind.ENDNOTE for note in self.article.notes)

    @cached_property
    def texts(self) -> Mapping[int, str]:
        """What of each line is text."""
        pieces = sorted((run.origin, run.original) for run in self.article.runs() if isinstance(run, Text))
        texts: dict[int, str] = {}
        for origin, text in pieces:
            texts[origin.line] = texts.get(origin.line, "") + text.strip()
        return texts

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """The lines of which some text is in a block."""
        numbers = {
            run.origin.line for block in self.article.blocks for run in block.runs if isinstance(run, Text)
        }
        return tuple(line for line in self.lines if line.number in numbers)

    @cached_property
    def calls(self) -> Sequence[Call]:
        """What looks like note calls, where no note was found."""
        return () if self.article.notes else find_calls(self.lines)

    @cached_property
    def bare_rules(self) -> Sequence[tuple[Line, Line]]:
        """The rules under which no note or affiliation begins on the same page, each with the next line."""
        begin = [line for line, _ in self.places(Cause.NOTE_NUMBER, Cause.AFFILIATION_MARK)]
        pages = [page.line for page in self.article.pages]
        written = [line for line in self.lines if line.is_rule or not line.is_blank]
        found = []
        for rule, below in pairwise(written):
            page = bisect_right(pages, rule.number)
            end = pages[page] if page < len(pages) else written[-1].number + 1
            begun = bisect_left(begin, end) > bisect_left(begin, rule.number)
            if rule.is_rule and not (rule.is_long_rule or below.is_rule or begun):
                found.append((rule, below))
        return found

    def places(self, *causes: Cause) -> list[tuple[int, int]]:
        """The lines and columns of what was set aside for one of `causes`, in order."""
        pieces = (piece for piece in self.article.set_aside if piece.reason.cause in causes)
        return sorted((piece.origin.line, piece.origin.column) for piece in pieces)
