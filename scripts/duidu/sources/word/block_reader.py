"""What stands in the body, in a note, in a cell or in a text box → paragraphs and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from duidu.problems import Code
from duidu.reasons import Cause
from duidu.sources.document import DocumentParagraph
from duidu.sources.document import Element as Block
from duidu.sources.word.drawings import chosen
from duidu.sources.word.formatting import paragraph_properties
from duidu.sources.word.inline_context import Context
from duidu.sources.word.inline_reader import InlineReader
from duidu.sources.word.layout import Layout, look_of
from duidu.sources.word.manuscript import Manuscript
from duidu.sources.word.open_paragraph import OpenParagraph
from duidu.sources.word.read_tables import read_table
from duidu.sources.word.style_sheet import heading_level
from duidu.sources.word.tables_of_contents import is_contents, is_entry
from duidu.sources.word.xml_tree import child, value

_IN_PARAGRAPHS = frozenset(
    (
        "w:r",
        "w:hyperlink",
        "w:fldSimple",
        "w:smartTag",
        "w:ruby",
        "w:t",
        "m:oMath",
        "m:oMathPara",
        "w:drawing",
    )
)
_NOT_READ = frozenset(("w:altChunk", "w:subDoc"))
_NO_NEW_PAGE = ("continuous", "nextColumn")
_DEEPEST_HEADING = 9  # what is one level deeper is body text


@dataclass
class BlockReader:
    """Reads paragraphs and tables with `inlines`, line by line into `manuscript`.

    `place` names the next line. `aside` is why all of it is set aside, if it is; then it makes no elements.
    `sections` are the properties of the body's sections.
    """

    manuscript: Manuscript
    layout: Layout
    inlines: InlineReader
    place: Callable[[], str]
    aside: Cause | None = None
    sections: tuple[Element, ...] = ()
    boxed: bool = False
    _open: OpenParagraph | None = None  # one that goes on in the next

    def read(self, parent: Element) -> list[Block]:
        """All that stands in `parent`, in reading order."""
        return [*self._blocks(parent, Context(self.aside)), *self._close()]

    def read_paragraphs(self, parent: Element) -> list[DocumentParagraph]:
        """The same, where there can be no tables: those are read as paragraphs."""
        return self._flat(self.read(parent))

    def read_cell(self, cell: Element, context: Context) -> list[DocumentParagraph]:
        """The paragraphs of a cell of a table."""
        return self._flat([*self._blocks(cell, context), *self._close()])

    def within(self, element: Element, context: Context) -> Context:
        """What is so of all text within a block that is no paragraph."""
        if element.tag in ("w:del", "w:moveFrom"):
            return context.within(Cause.DELETED)
        return context.within(Cause.TABLE_OF_CONTENTS) if is_contents(element) else context

    def _blocks(self, parent: Element, context: Context) -> list[Block]:
        return [block for element in parent for block in self._block(element, context)]

    def _block(self, element: Element, context: Context) -> list[Block]:
        tag = element.tag
        if tag == "w:p":
            return self._paragraph(element, element, context)
        if tag == "w:tbl":
            closed, table = self._close(), read_table(self, element, context)
            return [*closed, table] if table else closed
        if tag in _IN_PARAGRAPHS:
            return self._paragraph(None, [element], context)
        if tag == "mc:AlternateContent":
            branch = chosen(element)
            return self._blocks(branch, context) if branch is not None else []
        if tag in _NOT_READ:
            self.manuscript.findings.count(Code.PARTS_NOT_READ, len(self.manuscript.lines))
            return []
        return [] if tag.endswith("Pr") else self._blocks(element, self.within(element, context))

    def _flat(self, blocks: list[Block]) -> list[DocumentParagraph]:
        """The paragraphs of `blocks`, where there can be no tables."""
        paragraphs: list[DocumentParagraph] = []
        for block in blocks:
            if isinstance(block, DocumentParagraph):
                paragraphs.append(block)
                continue
            within = [paragraph for row in block.rows for cell in row for paragraph in cell.paragraphs]
            if within:
                self.manuscript.findings.count(Code.NESTED_TABLES, within[0].line)
            paragraphs += within
        return paragraphs

    def _paragraph(
        self, element: Element | None, content: Iterable[Element], context: Context
    ) -> list[Block]:
        """Read a `w:p`, or the `content` of one that is missing; one whose end is deleted goes on."""
        properties = child(element, "w:pPr")
        own = paragraph_properties(properties)
        resolved = self.layout.resolved(own)
        writer = self.inlines.writer
        if is_entry(self.inlines.shared.styles.names(own.style), content):
            context = context.within(Cause.TABLE_OF_CONTENTS)
        if resolved.page_break_before and not self._open and not context.aside:
            writer.pages.announce()
        paragraph = self._open or OpenParagraph(self.manuscript.begin_line(self.place()))
        self._open = None
        self.inlines.read(content, paragraph, own.style, context)
        ends_section = child(properties, "w:sectPr") is not None
        if ends_section and self.sections:
            self._begin_section()
        mark = child(properties, "w:rPr")
        writer.look_like(mark)
        paragraph.end(resolved, own.style, writer.format, aside=context.aside is not None)
        paragraph.only_ends_section = ends_section and not paragraph.inlines  # Word does not number it
        deleted = _is_deleted(mark)
        if deleted:
            writer.count(Code.TRACKED_DELETIONS, context)
        if (deleted and not context.aside) or _is_initial(properties):
            self._open = paragraph
            return []
        return self._finished(paragraph)

    def _begin_section(self) -> None:
        calls = self.inlines.shared.calls
        calls.section += 1
        section = self.sections[calls.section] if calls.section < len(self.sections) else None
        if section is not None and value(section, "w:type") not in _NO_NEW_PAGE:
            self.inlines.writer.pages.announce()

    def _close(self) -> list[Block]:
        """End the paragraph that was to go on: nothing is left for it to go on in."""
        paragraph, self._open = self._open, None
        if paragraph is None:
            return []
        paragraph.left_out = paragraph.left_out or not paragraph.inlines
        return self._finished(paragraph)

    def _finished(self, paragraph: OpenParagraph) -> list[Block]:
        """The paragraph, if something of it is shown, and what stands in its text boxes."""
        if self.aside and not paragraph.line.strip():
            self.manuscript.drop_line(paragraph.number)
        else:
            self.manuscript.lines[paragraph.number - 1] = paragraph.line
            self.manuscript.set_aside += paragraph.set_aside
        blocks: list[Block] = [] if paragraph.left_out else [self._made(paragraph)]
        for box, cause in paragraph.boxes:
            blocks += self._box(box, cause)
        return blocks

    def _made(self, paragraph: OpenParagraph) -> DocumentParagraph:
        properties, names = paragraph.properties, self.inlines.shared.styles.names(paragraph.style)
        label, depth = ("", 0) if paragraph.only_ends_section else self.layout.label(properties)
        outline = heading_level(names) if properties.outline is None else properties.outline + 1
        return DocumentParagraph(
            paragraph.number,
            paragraph.inlines,
            names,
            None if outline is None or outline > _DEEPEST_HEADING else outline,
            label,
            depth,
            look_of(paragraph),
            self.boxed,
        )

    def _box(self, content: Element, cause: Cause | None) -> list[Block]:
        aside = self.aside or cause
        if not aside and any(inner.tag == "w:t" for inner in content.iter()):
            self.manuscript.findings.count(Code.TEXT_BOXES, len(self.manuscript.lines) + 1)
        inlines = self.inlines.of_box()
        return replace(self, inlines=inlines, aside=aside, sections=(), boxed=True, _open=None).read(content)


def _is_deleted(mark: Element | None) -> bool:
    """Whether the end of a paragraph is deleted."""
    return child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None


def _is_initial(properties: Element | None) -> bool:
    """Whether a paragraph is the large initial of the one that follows."""
    frame = child(properties, "w:framePr")
    return frame is not None and frame.get("w:dropCap") in ("drop", "margin")
