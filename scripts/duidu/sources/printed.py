"""A printed document: what a file says of its pages, line by line, before anything is concluded.

Lengths are in points, from the lower left corner of the page as it is read: turned, if the file or its words
say so. A page of vertical writing is seen from its side, so that its columns are lines from above to below.
Every line of every page is one line of `PrintedDocument.text`, in the order in which the file has them, and
the `Origin` of a span is that line and the offset in it. So the ledger counts a printed document as it counts
a text layer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from duidu.model import Origin
from duidu.problems import Problem


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of a page."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Font:
    """A font by its name without the mark of a subset, and what the file says of its look."""

    name: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """The element of the tagged structure that a span belongs to.

    `role` is the standard role of the nearest block (`P`, `H1`, `Note`, `TD`, `Artifact`), `element` tells
    elements of one role apart, and rises in the order in which the structure is to be read. `path` are all
    roles from the outermost to the innermost, those within a line too: `("Document", "Note", "P", "Link")`,
    `elements` the elements that have them.
    """

    role: str
    element: int
    path: tuple[str, ...] = ()
    elements: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of one font, size and baseline that stand next to each other in a line.

    `edges` has the left edge of each character and, last, the right edge of the last one; in a line that runs
    across the others the upper edges and the lower edge of the last. `baseline` is the height at which the
    characters stand, in such a line the middle of the column. `hidden` text is not drawn: the text layer of a
    scan. A character that the file does not map to Unicode is U+FFFD.
    """

    text: str
    origin: Origin
    font: Font
    size: float
    baseline: float
    edges: tuple[float, ...]
    hidden: bool = False
    link: str = ""
    tag: Tag | None = None

    @property
    def start(self) -> float:
        """The left edge, in a vertical line the upper one."""
        return self.edges[0]

    @property
    def end(self) -> float:
        """The right edge, in a vertical line the lower one."""
        return self.edges[-1]


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """Spans that stand on one line, raised and lowered ones too, in the order in which they are read.

    A gap wider than one ideograph parts two lines: a column's edge, or only a tab; layout tells which.
    A `vertical` one runs up or down the page as it is read, across its other lines.
    """

    number: int
    spans: tuple[Span, ...]
    box: Box
    vertical: bool = False

    @property
    def text(self) -> str:
        """Its words, with a space where a gap parts two words or the file has one."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class DrawnPicture:
    """A picture on a page, in the file `name`; without a name it is one that browsers cannot show.

    `lines` are the numbers of the lines whose words are part of it. `description` is what its author says is
    on it, or what else can be said of it.
    """

    box: Box
    name: str
    lines: tuple[int, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page: `number` counts from 1, `label` is what the file calls it, if it says so.

    `rules` are the straight lines that are drawn, also as thin rectangles, `frames` the larger rectangles,
    `drawings` the boxes of whatever else is drawn with lines and curves.
    """

    number: int
    width: float
    height: float
    lines: tuple[PrintedLine, ...]
    label: str = ""
    rules: tuple[Box, ...] = ()
    frames: tuple[Box, ...] = ()
    pictures: tuple[DrawnPicture, ...] = ()
    drawings: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedDocument:
    """All that a file says of its pages. `text` is what the ledger counts, line by line.

    `render` makes a picture of a part of the page with this number, as PNG; nothing where that fails.
    """

    pages: tuple[PrintedPage, ...]
    text: str
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    render: Callable[[int, Box], bytes] | None = field(default=None, compare=False, repr=False)

    @property
    def places(self) -> tuple[str, ...]:
        """Each line as messages name it: by its page, and its place among the lines of that."""
        return tuple(
            f"page {page.number}, line {place}"
            for page in self.pages
            for place, _ in enumerate(page.lines, start=1)
        )

    def place(self, line: int) -> str:
        """Where a line is, after the file's name."""
        places = self.places
        return f", {places[line - 1]}" if line <= len(places) else f":{line}"
