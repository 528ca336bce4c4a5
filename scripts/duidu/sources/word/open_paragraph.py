"""A paragraph while it is read: its line grows, and each piece of it is shown or set aside."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from duidu.model import Origin, SetAside, Text
from duidu.reasons import Cause, Reason
from duidu.sources.document import Inline, Inlines
from duidu.sources.word.formatting import ParagraphProperties, RunFormat


@dataclass
class OpenParagraph:
    """The line with this number, and what is known of its words so far.

    `mark` is the look of its end. One that is `left_out` is no paragraph of the text.
    One that `only_ends_section` is there for a section's end alone.
    `boxes` are the text boxes that are anchored in it, each with the reason if it is not shown.
    """

    number: int
    properties: ParagraphProperties = field(default_factory=ParagraphProperties)
    style: str | None = None
    mark: RunFormat = field(default_factory=RunFormat)
    left_out: bool = False
    only_ends_section: bool = False
    boxes: list[tuple[Element, Cause | None]] = field(default_factory=list)
    _inlines: list[Inline] = field(default_factory=list)
    _aside: list[SetAside] = field(default_factory=list)
    _line: list[str] = field(default_factory=list)
    _length: int = 0
    _sizes: Counter[float] = field(default_factory=Counter)
    _looks: set[tuple[bool, bool]] = field(default_factory=set)

    @property
    def origin(self) -> Origin:
        """Where the next character will stand."""
        return Origin(self.number, self._length)

    @property
    def line(self) -> str:
        """The whole line."""
        return "".join(self._line)

    @property
    def inlines(self) -> Inlines:
        """What is shown of it. Runs that look the same are one: Word splits them at random."""
        return tuple(_joined(self._inlines))

    @property
    def set_aside(self) -> tuple[SetAside, ...]:
        """What is not shown of it."""
        return tuple(_joined_aside(self._aside))

    @property
    def size(self) -> float | None:
        """The size of most of its words, in points."""
        return self._sizes.most_common(1)[0][0] if self._sizes else None

    @property
    def bold(self) -> bool:
        """Whether all of its words are bold."""
        return bool(self._looks) and all(bold for bold, _ in self._looks)

    @property
    def italic(self) -> bool:
        """Whether all of its words are in italics."""
        return bool(self._looks) and all(italic for _, italic in self._looks)

    def show(self, text: Text, look: RunFormat | None) -> None:
        """Add words whose place is `origin`. Without a `look` they do not count for the paragraph's."""
        if look and (words := len("".join(text.text.split()))):
            self._sizes[look.size] += words
            self._looks.add((look.bold, look.italic))
        self._inlines.append(text)
        self._grow(text.original)

    def put_aside(self, text: str, cause: Cause) -> None:
        """Add characters that are not shown."""
        self._aside.append(SetAside(text, self.origin, Reason(cause)))
        self._grow(text)

    def put(self, inline: Inline) -> None:
        """Add what is no text."""
        self._inlines.append(inline)

    def take_back(self, pattern: re.Pattern[str], cause: Cause) -> None:
        """Set aside what is shown so far, if it is text that `pattern` matches."""
        shown = [inline for inline in self._inlines if isinstance(inline, Text)]
        if len(shown) == len(self._inlines) and pattern.fullmatch("".join(text.text for text in shown)):
            self._aside += [SetAside(text.original, text.origin, Reason(cause)) for text in shown]
            self._aside.sort(key=lambda piece: piece.origin)
            self._inlines.clear()
            self._sizes.clear()
            self._looks.clear()

    def end(
        self, properties: ParagraphProperties, style: str | None, mark: RunFormat, *, aside: bool
    ) -> None:
        """All of it is read. It is left out if nothing is shown of it, unless it is simply empty."""
        self.properties, self.style, self.mark = properties, style, mark
        self.left_out = not self._inlines and (aside or mark.hidden or bool(self._length))

    def _grow(self, text: str) -> None:
        self._line.append(text)
        self._length += len(text)


def _joined(inlines: list[Inline]) -> list[Inline]:
    """The inlines with runs joined that stand next to each other and look the same."""
    joined: list[Inline] = []
    run: list[Text] = []
    for inline in (*inlines, None):
        if run and not (isinstance(inline, Text) and _continues(run[-1], inline)):
            joined.append(replace(run[0], text="".join(text.text for text in run)) if run[1:] else run[0])
            run = []
        if isinstance(inline, Text):
            run.append(inline)
        elif inline is not None:
            joined.append(inline)
    return joined


def _continues(last: Text, text: Text) -> bool:
    return (
        last.source is None
        and text.source is None
        and last.style == text.style
        and last.link == text.link
        and last.origin.column + len(last.text) == text.origin.column
    )


def _joined_aside(pieces: list[SetAside]) -> list[SetAside]:
    """The pieces with those joined that follow each other for one reason."""
    joined: list[SetAside] = []
    run: list[SetAside] = []
    for piece in (*pieces, None):
        if run and not (piece and _goes_on(run[-1], piece)):
            joined.append(replace(run[0], text="".join(part.text for part in run)))
            run = []
        if piece:
            run.append(piece)
    return joined


def _goes_on(last: SetAside, piece: SetAside) -> bool:
    return last.reason == piece.reason and last.origin.column + len(last.text) == piece.origin.column
