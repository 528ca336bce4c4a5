"""The blocks of an article → those of the tree: what stands together in print is one block there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile

from duidu.model import Block, Cell, Figure, Heading, ListItem, Quotation, Reference, Table
from duidu.publish import tree
from duidu.publish.content import Known


def body_of(blocks: Iterable[Block], known: Known) -> tuple[tree.Body, ...]:
    """The body of the tree: items of lists and of the bibliography stand together with their neighbours."""
    found: list[tree.Body] = []
    for kind, group in groupby(blocks, type):
        if kind is ListItem:
            items = [block for block in group if isinstance(block, ListItem)]
            found.append(tree.List(tuple(_items(items, known))))
        elif kind is Reference:
            last = found[-1] if found else None
            entries = tuple(tree.Reference(block.id, known.content(block.runs, block.id)) for block in group)
            found.append(tree.References(last.id if isinstance(last, tree.Heading) else "", entries))
        else:
            found += (_block(block, known) for block in group)
    return tuple(found)


def _block(block: Block, known: Known) -> tree.Body:
    """A block that stands alone. The title is the only heading of level 1."""
    content = known.content(block.runs, block.id)
    match block:
        case Heading():
            return tree.Heading(block.id, block.level + 1, content)
        case Quotation():
            return tree.Quotation(block.id, known.paragraphs(block.runs, block.id))
        case Figure():
            return tree.Figure(block.id, content, block.file, block.description, block.size)
        case Table():
            return _table(block, content, known)
    return tree.Paragraph(block.id, content)


def _items(items: Sequence[ListItem], known: Known) -> Iterator[tree.ListItem]:
    """`items` as a tree: one that stands deeper than the item before it is in a list within that."""
    place = 0
    while place < len(items):
        item, after = items[place], place + 1
        while after < len(items) and items[after].level > item.level:
            after += 1
        inside = tuple(_items(items[place + 1 : after], known))
        yield tree.ListItem(item.id, item.label, known.paragraphs(item.runs, item.id), inside)
        place = after


def _table(table: Table, caption: tree.Content, known: Known) -> tree.Table:
    rows = tuple(tuple(_cell(cell, known) for cell in row) for row in table.rows)
    height = _head(rows)
    return tree.Table(table.id, caption, rows[:height], rows[height:])


def _cell(cell: Cell, known: Known) -> tree.Cell:
    paragraphs = known.paragraphs(cell.runs, cell.id)
    return tree.Cell(cell.id, paragraphs, cell.header, cell.columns, cell.rows)


def _head(rows: Sequence[tree.Row]) -> int:
    """How many rows at the top have nothing but headers, none of which goes on below them."""
    height = sum(1 for _ in takewhile(lambda row: all(cell.header for cell in row), rows))
    goes_on = any(place + cell.rows > height for place, row in enumerate(rows[:height]) for cell in row)
    return 0 if goes_on or height == len(rows) else height
