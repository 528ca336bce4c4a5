"""What stands in a paragraph → words, note calls, breaks and pictures: one small function an element."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from duidu.sources.word.drawings import chosen
from duidu.sources.word.fields import broken_marks
from duidu.sources.word.inline_context import Context
from duidu.sources.word.manuscript import Findings
from duidu.sources.word.note_calls import NoteCalls
from duidu.sources.word.open_paragraph import OpenParagraph
from duidu.sources.word.package import Part
from duidu.sources.word.page_starts import PageStarts
from duidu.sources.word.paragraph_writer import ParagraphWriter
from duidu.sources.word.pictures import Pictures
from duidu.sources.word.read_calls import CALLS, end_call_mark
from duidu.sources.word.read_characters import CHARACTERS
from duidu.sources.word.read_drawings import DRAWINGS
from duidu.sources.word.read_fields import FIELDS
from duidu.sources.word.read_runs import RUNS
from duidu.sources.word.style_sheet import StyleSheet

_PROPERTIES = ("Pr", "PrEx", "PrChange")
_READERS = {**CHARACTERS, **RUNS, **FIELDS, **CALLS, **DRAWINGS}


@dataclass(frozen=True)
class Shared:
    """What the readers of all parts of a document share."""

    styles: StyleSheet
    calls: NoteCalls
    pictures: Pictures
    findings: Findings
    body_pages: PageStarts


class InlineReader:
    """Reads the paragraphs of one part, or of one note or text box in it.

    `note` is the key of the note. `broken` are marks of fields that are not to be heeded. In a text box no
    page `announces` itself: it stands beside the text.
    """

    def __init__(
        self,
        shared: Shared,
        part: Part,
        pages: PageStarts,
        broken: frozenset[Element] | None = None,
        *,
        note: str = "",
        announces: bool = True,
    ) -> None:
        self.shared = shared
        self.part = part
        self.broken = broken_marks(part.root) if broken is None else broken
        self.note = note
        self.announces = announces
        self.marked_call = ""  # the key of the note whose call has a mark that is being read
        self.writer = ParagraphWriter(shared.styles, shared.findings, pages)

    def of_note(self, key: str) -> InlineReader:
        """The reader of a note of the same part; it counts its own pages."""
        return InlineReader(self.shared, self.part, PageStarts(), self.broken, note=key)

    def of_box(self) -> InlineReader:
        """The reader of a text box in what this one reads."""
        return InlineReader(
            self.shared, self.part, self.writer.pages, self.broken, note=self.note, announces=False
        )

    def read(
        self, content: Iterable[Element], paragraph: OpenParagraph, style: str | None, context: Context
    ) -> None:
        """Read `content` into `paragraph`, which has the style `style`."""
        self.writer.begin(paragraph, style)
        self.read_all(content, context)
        end_call_mark(self)

    def read_all(self, content: Iterable[Element], context: Context) -> None:
        """Read elements one by one. One that is unknown is read as what stands in it."""
        for element in content:
            read = _READERS.get(element.tag)
            if read is not None:
                read(self, element, context)
            elif element.tag == "mc:AlternateContent":
                branch = chosen(element)
                self.read_all(branch if branch is not None else (), context)
            elif not element.tag.endswith(_PROPERTIES):
                self.read_all(element, context)
