"""The lines of a paragraph → its words, calls and pages: every character with its place in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from duidu.model import Origin, SetAside, Style, Text
from duidu.reasons import Cause, Reason
from duidu.recover.printed.line_joints import Joints
from duidu.recover.printed.note_labels import Label
from duidu.recover.printed.rows import Row
from duidu.sources.document import Inline, NoteCall, PageStart
from duidu.sources.printed import Span

# Signs that fonts are said to have in place of those that look the same and are equal to them in Unicode.
_EQUAL = {"\u037e": ";", "\u0387": "·", "\u2126": "Ω", "\u212a": "K", "\u212b": "Å"}
_PIECES = re.compile("[{0}]|[^{0}]+".format("".join(_EQUAL)))


@dataclass(frozen=True, slots=True)
class CallAt:
    """A call of the note `key`, whose label stands in a row."""

    label: Label
    key: str
    number: int


@dataclass
class InlineWriter:
    """Writes rows as inlines; what is only typesetting goes to `set_aside`."""

    joints: Joints
    plain_bold: bool = False
    inlines: list[Inline] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    _before: str = ""  # the words of the line before
    _called: bool = False

    def write(
        self,
        row: Row,
        calls: Sequence[CallAt] = (),
        label: Label | None = None,
        bullet: int = 0,
        cell: tuple[int, int] | None = None,
    ) -> None:
        """Add a row: its calls as calls, without the label of the note or the `bullet` that it begins with.

        Of a table's row only a `cell` is added: the words from one offset to another.
        """
        words = row.text[: cell[1]] if cell else row.text
        shown = words[label.end if label else cell[0] if cell else bullet :]
        if self._before:
            self._join(shown)
        first, last = cell or (0, len(words))
        marks = sorted((call for call in calls if first <= call.label.start < last), key=_place_of)
        place = label.end if label else cell[0] if cell else bullet
        if label:
            self._aside(row, label.start, label.end, Cause.NOTE_NUMBER)
        self._aside(row, 0, bullet, Cause.BULLET)
        sign = (place, place)
        for call in marks:
            start = call.label.start
            sign = (place, start) if place < start else sign
            self._words(row, place, start)
            self.inlines.append(NoteCall(call.key, origin_at(row, start)))
            self._aside(row, start, call.label.end, Cause.NOTE_MARKER, call.number)
            if call.label.implied:  # 1–2–3 for 1–3: else the numbers would run into one
                self.inlines += (replace(text, source="") for text in texts_of(row, *sign))
            place = call.label.end
        self._words(row, place, len(words))
        self._before = words if not self._before or len(words.strip()) else self._before
        self._called = bool(marks) and not words[place:].strip()

    def open_page(self, page: PageStart) -> None:
        """A page begins before the next row."""
        self.inlines.append(page)

    def finished(self) -> tuple[Inline, ...]:
        """All that was written, with what belongs together in one text."""
        merged: list[Inline] = []
        for inline in self.inlines:
            last = merged[-1] if merged else None
            if isinstance(inline, Text) and isinstance(last, Text) and _goes_on(last, inline):
                merged[-1] = replace(last, text=last.text + inline.text)
            else:
                merged.append(inline)
        return tuple(merged)

    def _join(self, following: str) -> None:
        """End the line before as the words of the next ask for."""
        before, after = self._before.rstrip(), following.lstrip()
        place = next(
            (n for n in range(len(self.inlines) - 1, -1, -1) if isinstance(self.inlines[n], Text)), None
        )
        if place is None or not after:
            return
        last = self.inlines[place]
        assert isinstance(last, Text)
        if self.joints.drops_hyphen(before, after) and last.text.rstrip()[-1:] == before[-1]:
            bare = last.text.rstrip()
            origin = Origin(last.origin.line, last.origin.column + len(bare) - 1)
            self.set_aside.append(SetAside(bare[-1], origin, Reason(Cause.LINE_END_HYPHEN)))
            self.inlines[place] = replace(last, text=bare[:-1])
            return
        space = self.joints.between(self._before, following, called=self._called)
        bare = last.text.rstrip()
        self.inlines[place] = replace(last, text=bare + space if not self._called else bare)
        if self._called and space:
            end = Origin(last.origin.line, last.origin.column + len(bare))
            self.inlines.append(Text(space, end, source=""))

    def _words(self, row: Row, first: int, last: int) -> None:
        for text in texts_of(row, first, last, plain_bold=self.plain_bold):
            self.inlines.append(text)

    def _aside(self, row: Row, first: int, last: int, cause: Cause, number: int | None = None) -> None:
        for text in texts_of(row, first, last):
            if text.text.strip():
                self.set_aside.append(SetAside(text.text, text.origin, Reason(cause, number)))


def _place_of(call: CallAt) -> tuple[int, int, int]:
    return call.label.start, call.label.end, call.number


def _goes_on(last: Text, text: Text) -> bool:
    same = (last.style, last.link, last.source, text.source) == (text.style, text.link, None, None)
    end = Origin(last.origin.line, last.origin.column + len(last.text))
    return same and end == text.origin


def texts_of(row: Row, first: int, last: int, *, plain_bold: bool = False) -> Iterator[Text]:
    """The words of a row from one offset to another, each span as the source has it."""
    for start, span, gap in zip(row.starts, row.spans, ("", *row.gaps), strict=True):
        if gap and first < start <= last:
            yield Text(gap, span.origin, source="")
        style = _style(row, span, plain_bold=plain_bold)
        for begin, end in _kept(row, max(first, start), min(last, start + len(span.text))):
            for piece in _PIECES.finditer(span.text, begin - start, end - start):
                origin = Origin(span.origin.line, span.origin.column + piece.start())
                shown = _EQUAL.get(piece.group())
                original = piece.group() if shown else None
                yield Text(shown or piece.group(), origin, original, style=style, link=span.link)


def _kept(row: Row, first: int, last: int) -> Iterator[tuple[int, int]]:
    """From where to where the words of a row are shown: without spaces that nobody wrote."""
    while first < last and row.text[:first].strip() == "" and row.text[first].isspace():
        first += 1
    for place in sorted(place for place in row.loose if first <= place < last):
        if first < place:
            yield first, place
        first = place + 1
    if first < last:
        yield first, last


def origin_at(row: Row, offset: int) -> Origin:
    """The place in the source of the character at an offset of a row's words."""
    for start, span in zip(reversed(row.starts), reversed(row.spans), strict=True):
        if start <= offset:
            return Origin(span.origin.line, span.origin.column + min(offset - start, len(span.text)))
    return row.spans[0].origin


def _style(row: Row, span: Span, *, plain_bold: bool) -> Style:
    style = Style.PLAIN
    if span.font.italic:
        style |= Style.ITALIC
    if span.font.bold and not plain_bold:
        style |= Style.BOLD
    rise = row.rise(span)
    if rise > 0:
        style |= Style.SUPERSCRIPT
    elif rise < 0:
        style |= Style.SUBSCRIPT
    return style


Calls = Mapping[int, Sequence[CallAt]]
