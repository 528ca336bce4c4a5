"""Lines → items: a line with its markers, measured, ready to be put in order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from duidu.model import Run, SetAside, Text
from duidu.reasons import Cause, Reason
from duidu.recover.candidates import Marker
from duidu.recover.characters import NEVER_LAST, count_narrow, hang, head_width, is_wide_mark, width
from duidu.recover.headings import is_heading_line
from duidu.recover.line_layout import Layout
from duidu.recover.lines import Line
from duidu.recover.markers import Choice
from duidu.recover.numbering import NoteStart
from duidu.recover.pagination import PageLines
from duidu.recover.reflow import tidy
from duidu.recover.unmarked_lines import doubt_as_first, doubt_as_next, may_be_heading, may_end

_SPREAD_START = re.compile(r"\S \S( |$)")
_SPREAD_END = re.compile(r"(^| )\S \S$")
_PAUSES = frozenset("，、；：")
_HEADING_LINE = 40  # characters: longer lines that begin with a numeral are sentences
_STRETCHED = 3  # so many spaces inside spread-out words show that a line was stretched to its end


@dataclass(frozen=True, slots=True)
class Item:
    """A line of page `page` (an index) with its `markers`; `note` if one begins on it.

    `words` is the line without spaces around it and without markers at its two ends. In
    ideographs: its `length`, that of the shortest piece that can begin it (`head`), and of those two markers.
    `narrow` counts its characters that are not of full width. `orderly` says that a line among the notes is
    theirs. Where no mark tells of paragraphs, `may_end` says that one may end with the line, and `as_first`
    and `as_next` are the costs of believing that one begins with it, or goes on.
    `last` is the last character of the words; `may_close` says whether a paragraph can end with the line at
    all: at its mark (or a stop), at a marker, as a heading.
    """

    line: Line
    page: int
    in_notes: bool
    orderly: bool
    note: NoteStart | None
    markers: tuple[Marker, ...]
    words: str
    length: float
    head: float
    hang: float
    narrow: int
    head_marker: float
    tail_marker: float
    stretched: bool
    ends_paragraph: bool
    may_end: bool
    is_heading: bool
    as_first: float
    as_next: float
    last: str = field(init=False)
    may_close: bool = field(init=False)

    def __post_init__(self) -> None:
        """What every hypothesis asks of an item is answered once."""
        ends = self.ends_paragraph or self.may_end or self.ends_in_marker or self.is_heading
        object.__setattr__(self, "last", self.words[-1:])
        object.__setattr__(self, "may_close", ends)

    @property
    def is_lone_marker(self) -> bool:
        """A marker and nothing else."""
        return bool(self.markers) and not self.words

    @property
    def is_number_of_note(self) -> bool:
        """The number of a note and nothing else."""
        return self.note is not None and not self.line.raw[self.note.column :].strip()

    @property
    def ends_in_marker(self) -> bool:
        """Whether nothing stands after the line's last marker."""
        return self.tail_marker > 0

    @property
    def is_narrow(self) -> bool:
        """Whether the line holds no full-width character."""
        return self.narrow == len(self.words)

    def ends_before(self, after: Item) -> bool:
        """Whether the line ends a paragraph, if `after` is the next one.

        A space after an ideograph is no paragraph mark before a number: sources that set a space
        between the two (於 1949 年) keep it at the line's end. Nor is it one inside a spread-out word,
        or after a comma in a note: where something cuts into a note, a space may stand.
        """
        if not self.ends_paragraph:
            return False
        if self.is_heading:
            return True
        if is_wide_mark(self.last):
            return self.last not in NEVER_LAST and not (self.in_notes and self.last in _PAUSES)
        if self.stretched:
            return False
        spread = _SPREAD_END.search(self.words) or _SPREAD_START.match(after.words)
        return not after.words[:1].isdigit() and not spread

    def pieces(self, *, as_note: bool) -> tuple[tuple[Run, ...], tuple[SetAside, ...]]:
        """The line's texts and note references, and the digits set aside.

        In a note (`as_note`) digits are text; only the note's own number is set aside.
        """
        if as_note:
            start = self.note.column if self.note else 0
            number = self.line.raw[:start].strip()
            found = [SetAside(number, self.line.origin(), Reason(Cause.NOTE_NUMBER))] if number else []
            return self._text(start, len(self.line.raw)), tuple(found)
        runs: list[Run] = []
        column = 0
        for marker in self.markers:
            runs += self._text(column, marker.start)
            runs.append(marker.call(self.line.origin(marker.start)))
            column = marker.end
        runs += self._text(column, len(self.line.raw))
        aside = tuple(
            SetAside(marker.text, self.line.origin(marker.start), Reason(Cause.NOTE_MARKER))
            for marker in self.markers
        )
        return tuple(runs), aside

    def _text(self, start: int, end: int) -> tuple[Run, ...]:
        raw = self.line.raw[start:end]
        text = raw.lstrip()
        return (Text(text, self.line.origin(end - len(text))),) if text else ()


def make_items(
    page_lines: PageLines, page: int, starts: Mapping[int, NoteStart], choice: Choice, layout: Layout
) -> tuple[Item, ...]:
    """The items of a page, body first, as the extractor wrote them."""
    body = [_item(line, page, None, None, choice.get(line.number, ()), layout) for line in page_lines.body]
    notes = [
        _item(line, page, page_lines, starts.get(line.number), choice.get(line.number, ()), layout)
        for line in page_lines.notes
    ]
    return (*body, *notes)


def _item(
    line: Line,
    page: int,
    notes_of: PageLines | None,
    note: NoteStart | None,
    markers: Sequence[Marker],
    layout: Layout,
) -> Item:
    raw = line.raw
    start, end = 0, len(raw.rstrip())
    head = tail = 0.0
    if markers and not raw[: markers[0].start].strip():
        head = markers[0].width(layout.marker_size)
        start = markers[0].end
    if markers and markers[-1].end == end:
        tail = markers[-1].width(layout.marker_size)
        end = markers[-1].start
    words = raw[start:end].strip() if start < end else ""
    inner = (marker for marker in markers if start <= marker.start < end)
    tidied = tidy(words)
    return Item(
        line,
        page,
        notes_of is not None,
        notes_of is not None and notes_of.orderly,
        note,
        tuple(markers),
        words,
        length=width(tidied) - sum(marker.excess(layout.marker_size) for marker in inner),
        head=head_width(tidied),
        head_marker=head,
        tail_marker=tail,
        hang=hang(words) + tail,
        narrow=count_narrow(words),
        stretched=len(words) - len(tidied) >= _STRETCHED,
        ends_paragraph=line.ends_paragraph,
        may_end=may_end(line, words),
        is_heading=len(words) <= _HEADING_LINE
        and (
            line.heading > 0
            or ((raw.endswith(" ") or tail > 0) and is_heading_line(words))
            or may_be_heading(line, words, layout.body)
        ),
        as_first=doubt_as_first(line, words, indents=layout.indents),
        as_next=doubt_as_next(line, indents=layout.indents),
    )
