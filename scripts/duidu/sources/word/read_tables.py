"""Tables → rows of cells. Rows that are deleted or hidden are no part of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from duidu.problems import Code
from duidu.reasons import Cause
from duidu.sources.document import DocumentParagraph, DocumentTable
from duidu.sources.word.drawings import chosen
from duidu.sources.word.inline_context import Context
from duidu.sources.word.table_grid import MOST_COLUMNS, TableGrid
from duidu.sources.word.xml_tree import child, is_on, number, value

if TYPE_CHECKING:
    from duidu.sources.word.block_reader import BlockReader

_TEXT = ("w:t", "m:t", "w:delText")


def read_table(reader: BlockReader, element: Element, context: Context) -> DocumentTable | None:
    """The table that `element` is, if any row of it is shown."""
    grid = TableGrid()
    for row, around in _parts(reader, element, "w:tr", context):
        _row(reader, row, grid, around)
    table = grid.finished()
    return table if table.rows else None


def _row(reader: BlockReader, row: Element, grid: TableGrid, context: Context) -> None:
    properties, pages = child(row, "w:trPr"), reader.inlines.writer.pages
    context = _row_context(reader, row, properties, context)
    if not context.aside:
        grid.begin_row(number(value(properties, "w:gridBefore"), least=0, most=MOST_COLUMNS))
    pages.begin_row()
    for cell, around in _parts(reader, row, "w:tc", context):
        pages.begin_cell()
        paragraphs = reader.read_cell(cell, around)
        if not context.aside:
            _add_cell(grid, cell, paragraphs, header=is_on(child(properties, "w:tblHeader")))
    pages.end_row()


def _row_context(reader: BlockReader, row: Element, properties: Element | None, context: Context) -> Context:
    """What is so of all text in a row: it may be deleted, or hidden."""
    findings, line = reader.manuscript.findings, len(reader.manuscript.lines) + 1
    if context.aside:
        return context
    if child(properties, "w:ins") is not None:
        findings.count(Code.TRACKED_INSERTIONS, line)
    if child(properties, "w:del") is not None:
        findings.count(Code.TRACKED_DELETIONS, line)
        return context.within(Cause.DELETED)
    if is_on(child(properties, "w:hidden")):
        words = "".join(text for inner in row.iter("w:t") for text in inner.itertext())
        findings.count(Code.HIDDEN_TEXT, line, len("".join(words.split())))
        return context.within(Cause.HIDDEN)
    return context


def _add_cell(grid: TableGrid, cell: Element, paragraphs: list[DocumentParagraph], *, header: bool) -> None:
    properties = child(cell, "w:tcPr")
    columns = number(value(properties, "w:gridSpan"), 1, least=1, most=MOST_COLUMNS)
    across, down = child(properties, "w:hMerge"), child(properties, "w:vMerge")
    goes_on = across is not None and across.get("w:val", "continue") == "continue"
    if not (goes_on and grid.widen(paragraphs, columns)):
        merge = None if down is None else down.get("w:val", "continue")
        grid.add(paragraphs, header=header, columns=columns, down=merge)


def _parts(
    reader: BlockReader, parent: Element, name: str, context: Context
) -> Iterator[tuple[Element, Context]]:
    """The rows of a table or the cells of a row, whatever is wrapped around them.

    Where there is text without a row or cell, what holds it is taken for one.
    """
    for element in parent:
        if element.tag == name:
            yield element, context
        elif element.tag == "mc:AlternateContent":
            branch = chosen(element)
            yield from _parts(reader, branch, name, context) if branch is not None else ()
        elif any(inner.tag == name for inner in element.iter()):
            yield from _parts(reader, element, name, reader.within(element, context))
        elif not element.tag.endswith(("Pr", "PrEx")) and any(inner.tag in _TEXT for inner in element.iter()):
            yield element, context
