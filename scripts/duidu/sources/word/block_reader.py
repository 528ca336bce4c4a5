"""What stands in the body, in a note, in a cell or in a text box → paragraphs and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from duidu.problems import Code
from duidu.reasons import Cause
from duidu.sources.document import DocumentParagraph
from duidu.sources.document import Element as Block
from duidu.sources.word.drawings import chosen
from duidu.sources.word.formatting import RunFormat, paragraph_properties, run_properties
from duidu.sources.word.inline_reader import Context, InlineReader, is_contents
from duidu.sources.word.layout import Layout, look_of
from duidu.sources.word.manuscript import Manuscript
from duidu.sources.word.open_paragraph import OpenParagraph
from duidu.sources.word.style_sheet import heading_level
from duidu.sources.word.table_grid import MOST_COLUMNS, TableGrid
from duidu.sources.word.xml_tree import child, is_on, number, value

_OF_CONTENTS = frozenset((*(f"toc {level}" for level in range(1, 10)), "toc heading", "table of figures"))
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
    _open: OpenParagraph | None = None

    def read(self, parent: Element) -> list[Block]:
        """All that stands in `parent`, in reading order."""
        return [*self._blocks(parent, Context(self.aside)), *self._close()]

    def read_paragraphs(self, parent: Element) -> list[DocumentParagraph]:
        """The same, where there can be no tables: those are read as paragraphs."""
        return self._flat(self.read(parent))

    def _blocks(self, parent: Element, context: Context) -> list[Block]:
        return [block for element in parent for block in self._block(element, context)]

    def _block(self, element: Element, context: Context) -> list[Block]:
        tag = element.tag
        if tag == "w:p":
            return self._paragraph(element, element, context)
        if tag == "w:tbl":
            return [*self._close(), *self._table(element, context)]
        if tag in _IN_PARAGRAPHS:
            return self._paragraph(None, [element], context)
        if tag == "mc:AlternateContent":
            branch = chosen(element)
            return self._blocks(branch, context) if branch is not None else []
        if tag in _NOT_READ:
            self.manuscript.findings.count(Code.PARTS_NOT_READ, len(self.manuscript.lines))
            return []
        if tag.endswith("Pr"):
            return []
        return self._blocks(element, _inside(element, context))

    # Paragraphs

    def _paragraph(
        self, element: Element | None, content: Iterable[Element], context: Context
    ) -> list[Block]:
        """Read a `w:p`, or the `content` of one that is missing; one whose end is deleted goes on."""
        properties = child(element, "w:pPr")
        own = paragraph_properties(properties)
        resolved = self.layout.resolved(own)
        styles = self.inlines.shared.styles
        if _OF_CONTENTS.intersection(styles.names(own.style)):
            context = context.within(Cause.TABLE_OF_CONTENTS)
        if resolved.page_break_before and not self._open and not context.aside:
            self.inlines.pages.announce()
        paragraph = self._open or OpenParagraph(self.manuscript.begin_line(self.place()))
        self._open = None
        self.inlines.read(content, paragraph, own.style, context)
        if child(properties, "w:sectPr") is not None and self.sections:
            self._begin_section()
        mark = child(properties, "w:rPr")
        paragraph.end(
            resolved, own.style, self._mark_format(own.style, mark), aside=context.aside is not None
        )
        if _is_deleted(mark) and not context.aside:
            self.manuscript.findings.count(Code.TRACKED_DELETIONS, paragraph.number)
            self._open = paragraph
            return []
        return self._finished(paragraph)

    def _mark_format(self, style: str | None, mark: Element | None) -> RunFormat:
        """The look of a paragraph's end."""
        own = run_properties(mark)
        character = own.pop("rStyle", None)
        return self.inlines.shared.styles.words(style, character, tuple(sorted(own.items())))

    def _begin_section(self) -> None:
        calls = self.inlines.shared.calls
        calls.section += 1
        section = self.sections[calls.section] if calls.section < len(self.sections) else None
        if section is not None and value(section, "w:type") not in _NO_NEW_PAGE:
            self.inlines.pages.announce()

    def _close(self) -> list[Block]:
        """End the paragraph whose own end is deleted: nothing is left for it to go on in."""
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
        label, depth = self.layout.label(properties)
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

    # Tables

    def _table(self, element: Element, context: Context) -> list[Block]:
        grid = TableGrid()
        for row, around in _parts(element, "w:tr", context):
            self._row(row, grid, around)
        table = grid.finished()
        return [table] if table.rows else []

    def _row(self, row: Element, grid: TableGrid, context: Context) -> None:
        """A row. Of one that is deleted or hidden nothing stays but what is set aside."""
        properties = child(row, "w:trPr")
        context = self._row_context(row, properties, context)
        if not context.aside:
            grid.begin_row(number(value(properties, "w:gridBefore"), least=0, most=MOST_COLUMNS))
        self.inlines.pages.begin_row()
        for cell, around in _parts(row, "w:tc", context):
            self.inlines.pages.begin_cell()
            paragraphs = self._flat([*self._blocks(cell, around), *self._close()])
            if not context.aside:
                _add_cell(grid, cell, paragraphs, header=is_on(child(properties, "w:tblHeader")))
        self.inlines.pages.end_row()

    def _row_context(self, row: Element, properties: Element | None, context: Context) -> Context:
        findings, line = self.manuscript.findings, len(self.manuscript.lines) + 1
        if context.aside:
            return context
        if child(properties, "w:ins") is not None:
            findings.count(Code.TRACKED_INSERTIONS, line)
        if child(properties, "w:del") is not None:
            findings.count(Code.TRACKED_DELETIONS, line)
            return context.within(Cause.DELETED)
        if is_on(child(properties, "w:hidden")):
            words = sum(len("".join((inner.text or "").split())) for inner in row.iter("w:t"))
            findings.count(Code.HIDDEN_TEXT, line, words)
            return context.within(Cause.HIDDEN)
        return context

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


def _inside(element: Element, context: Context) -> Context:
    """What is so of all text within a block that is no paragraph."""
    if element.tag in ("w:del", "w:moveFrom"):
        return context.within(Cause.DELETED)
    return context.within(Cause.TABLE_OF_CONTENTS) if is_contents(element) else context


def _is_deleted(mark: Element | None) -> bool:
    """Whether the end of a paragraph is deleted."""
    return child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None


def _parts(parent: Element, name: str, context: Context) -> Iterator[tuple[Element, Context]]:
    """The rows of a table or the cells of a row, whatever is wrapped around them.

    Where there is text without a row or cell, what holds it is taken for one.
    """
    for element in parent:
        if element.tag == name:
            yield element, context
        elif element.tag == "mc:AlternateContent":
            branch = chosen(element)
            yield from _parts(branch, name, context) if branch is not None else ()
        elif any(inner.tag == name for inner in element.iter()):
            yield from _parts(element, name, _inside(element, context))
        elif not element.tag.endswith(("Pr", "PrEx")) and any(
            inner.tag in ("w:t", "m:t") for inner in element.iter()
        ):
            yield element, context


def _add_cell(grid: TableGrid, cell: Element, paragraphs: list[DocumentParagraph], *, header: bool) -> None:
    properties = child(cell, "w:tcPr")
    columns = number(value(properties, "w:gridSpan"), 1, least=1, most=MOST_COLUMNS)
    across, down = child(properties, "w:hMerge"), child(properties, "w:vMerge")
    goes_on = across is not None and across.get("w:val", "continue") == "continue"
    if not (goes_on and grid.widen(paragraphs, columns)):
        merge = None if down is None else down.get("w:val", "continue")
        grid.add(paragraphs, header=header, columns=columns, down=merge)
