"""Blocks as Markdown for pandoc: one small function for each type of node, all in the table `BLOCKS`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any
from urllib.parse import quote

from duidu.publish import tree
from duidu.publish.item_labels import space_after
from duidu.publish.pandoc.pandoc_context import PandocContext
from duidu.publish.pandoc.pandoc_escape import as_line, escaped
from duidu.publish.pandoc.pandoc_inlines import inline, line

PICTURES = "figures/"  # the folder of pictures, beside the file
_NUMBER = re.compile(r"(\d{1,9})[.)]")


def render(block: tree.Block, context: PandocContext) -> str:
    """`block` as Markdown, without an empty line after it; empty if it shows nothing."""
    return BLOCKS[type(block)](block, context)


def joined(blocks: Iterable[tree.Block], context: PandocContext) -> str:
    """`blocks` with an empty line between them."""
    return "\n\n".join(filter(None, (render(block, context) for block in blocks)))


def _heading(node: tree.Heading, context: PandocContext) -> str:
    return f"{'#' * min(node.level, 6)} {inline(node.content, context).strip(' ')}"


def _label(node: tree.Label, context: PandocContext) -> str:
    return f"**{inline(node.content, context)}**"


def _paragraph(node: tree.Paragraph, context: PandocContext) -> str:
    return line(node.content, context)


def _paragraphs(paragraphs: tree.Paragraphs, context: PandocContext) -> str:
    return "\n\n".join(filter(None, (line(content, context) for content in paragraphs)))


def _quotation(node: tree.Quotation, context: PandocContext) -> str:
    body = _paragraphs(node.paragraphs, context)
    return "\n".join(f"> {each}".rstrip(" ") for each in body.split("\n"))


def _list(node: tree.List, context: PandocContext) -> str:
    return "\n\n".join(_items(node.items, context))


def _items(items: tuple[tree.ListItem, ...], context: PandocContext) -> Iterator[str]:
    """The items; a label that counts on from the first is the list's own number, others are words."""
    counts = _counted(items)
    for item in items:
        mark = f"{item.label} " if counts else "- "
        body = _paragraphs(item.paragraphs, context)
        if item.label and not counts and item.label not in _BULLETS:
            body = as_line(f"{escaped(item.label)}{space_after(item.label)}{body}")
        inside = "\n\n".join((body, *_items(item.items, context)))
        yield mark.ljust(4) + _indented(inside)


def _counted(items: tuple[tree.ListItem, ...]) -> bool:
    """Whether the labels of `items` are numbers that Markdown can write, each by one more than the last."""
    found = [_NUMBER.fullmatch(item.label) for item in items]
    numbers = [int(each[1]) for each in found if each]
    return len(numbers) == len(items) and all(after == each + 1 for each, after in pairwise(numbers))


def _indented(text: str) -> str:
    """`text` with each line but the first set in."""
    return re.sub(r"\n(?!\n)", "\n    ", text)


def _table(node: tree.Table, context: PandocContext) -> str:
    """A table of bars. What is several cells wide or high stands in the first, as Markdown has no such."""
    rows = [[*_cells(row, context)] for row in _filled((*node.head, *node.body))]
    width = max((len(row) for row in rows), default=0)
    lines = [row + [""] * (width - len(row)) for row in rows]
    head = lines[:1] if node.head else [[""] * width]
    body = [*head, ["---"] * width, *lines[len(node.head[:1]) :]]
    table = "\n".join(f"| {' | '.join(row)} |" for row in body)
    caption = f"\n\n: {inline(node.caption, context)}" if node.caption else ""
    return table + caption if width else ""


def _filled(rows: tuple[tree.Row, ...]) -> Iterator[list[tree.Cell | None]]:
    """The rows with None for every place that a cell from before or above takes."""
    taken: dict[int, int] = {}
    for row in rows:
        filled: list[tree.Cell | None] = []
        waiting = [*row]
        while waiting or taken.get(len(filled), 0):
            place = len(filled)
            if taken.get(place, 0):
                taken[place] -= 1
                filled.append(None)
                continue
            cell = waiting.pop(0)
            filled += (cell, *(None for _ in range(cell.columns - 1)))
            taken |= dict.fromkeys(range(place, place + cell.columns), cell.rows - 1)
        yield filled


def _cells(row: list[tree.Cell | None], context: PandocContext) -> Iterator[str]:
    for cell in row:
        paragraphs = cell.paragraphs if cell else ()
        yield " ".join(inline(content, context).strip(" ") for content in paragraphs)


def _figure(node: tree.Figure, context: PandocContext) -> str:
    said = f' "{escaped(node.description)}"' if node.description else ""
    return f"![{inline(node.caption, context)}]({PICTURES}{quote(node.file)}{said})"


def _references(node: tree.References, context: PandocContext) -> str:
    return "\n\n".join(line(entry.content, context) for entry in node.entries)


def _byline(node: tree.Byline, context: PandocContext) -> str:
    return as_line("　".join(inline(each, context) for each in (node.name, node.affiliation) if each))


def _keywords(node: tree.Keywords, context: PandocContext) -> str:
    words = context.words
    listed = words.comma.join(inline(keyword, context) for keyword in node.words)
    return f"**{words.keywords}**{words.colon}{listed}"


def _note(node: tree.Note, context: PandocContext) -> str:
    key = context.keys[node.id]
    body = _paragraphs(node.paragraphs, context)
    shown = body if key.startswith(node.label) else f"{escaped(node.label)} {body}"
    return f"[^{key}]: {_indented(shown)}"


def _section(node: tree.Section, context: PandocContext) -> str:
    return joined((node.heading, *node.blocks), context)


def _notes(node: tree.Notes, context: PandocContext) -> str:
    """The notes without their heading: whoever reads the file puts them where notes are."""
    return joined((note for each in node.lists for note in each.notes), context)


_BULLETS = ("•", "‧", "·", "●", "○", "■", "□", "◆", "–", "—", "-", "*")

BLOCKS: dict[type[tree.Block], Callable[[Any, PandocContext], str]] = {
    tree.Heading: _heading,
    tree.Label: _label,
    tree.Paragraph: _paragraph,
    tree.Quotation: _quotation,
    tree.List: _list,
    tree.Table: _table,
    tree.Figure: _figure,
    tree.References: _references,
    tree.Byline: _byline,
    tree.Keywords: _keywords,
    tree.Note: _note,
    tree.Section: _section,
    tree.Notes: _notes,
}
