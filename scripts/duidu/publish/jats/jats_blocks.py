"""The body of an article and its notes as JATS: one small function for each type of block."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import quote
from xml.etree.ElementTree import Element

from duidu.model import NoteKind
from duidu.publish import tree
from duidu.publish.divisions import Division
from duidu.publish.jats.jats_inlines import Targets, inline
from duidu.publish.jats.jats_references import bibliography, entry_words
from duidu.publish.markdown.context import PICTURES
from duidu.publish.xml_elements import Children, container, element


def body_of(blocks: Sequence[tree.Body], divisions: Iterable[Division], targets: Targets) -> Element:
    """The body: what stands before the first heading, and the sections."""
    return container("body", {}, *_blocks(blocks, targets), *(_section(each, targets) for each in divisions))


def _blocks(blocks: Iterable[tree.Body], targets: Targets) -> Children:
    return [made for block in blocks for made in BLOCKS[type(block)](block, targets)]


def _section(node: Division, targets: Targets) -> Element:
    """A section. Entries at its very end are a list of references; JATS has none amid a text."""
    title = element("title", {}, *inline(node.heading.content, targets))
    last = node.blocks[-1] if node.blocks and not node.divisions else None
    listed = [last] if isinstance(last, tree.References) else []
    inside = _blocks(node.blocks[: len(node.blocks) - len(listed)], targets)
    inside += (_section(each, targets) for each in node.divisions)
    inside += (bibliography(each, targets) for each in listed)
    return container("sec", {"id": node.heading.id}, title, *inside)


def notes_of(notes: tree.Notes, targets: Targets) -> Iterator[Element]:
    """The lists of notes, each under its heading. The author's own stand in the front: see `author_notes`."""
    for listed in notes.lists:
        if inside := [each for each in listed.notes if each.kind is not NoteKind.AUTHOR]:
            title = element("title", {}, *inline((listed.heading or notes.heading).content, targets))
            items = [note(each, targets) for each in inside]
            yield container("fn-group", {"content-type": f"{inside[0].kind.value}s"}, title, *items)


def note(node: tree.Note, targets: Targets) -> Element:
    """A note, under the label that is printed."""
    label = element("label", {}, node.label)
    kind = "other" if node.kind is NoteKind.AUTHOR else ""
    return container("fn", {"id": node.id, "fn-type": kind}, label, *_paragraphs(node.paragraphs, targets))


def _paragraphs(content: tree.Paragraphs, targets: Targets) -> Children:
    """Paragraphs, one at least."""
    return [element("p", {}, *inline(each, targets)) for each in content or ((),)]


def _paragraph(node: tree.Paragraph, targets: Targets) -> Children:
    return [element("p", {"id": node.id}, *inline(node.content, targets))]


def _quotation(node: tree.Quotation, targets: Targets) -> Children:
    return [container("disp-quote", {"id": node.id}, *_paragraphs(node.paragraphs, targets))]


def _list(node: tree.List, targets: Targets) -> Children:
    return [container("list", {"list-type": "simple"}, *(_item(item, targets) for item in node.items))]


def _item(node: tree.ListItem, targets: Targets) -> Element:
    label = [element("label", {}, node.label)] if node.label else []
    inside = _list(tree.List(node.items), targets) if node.items else []
    return container("list-item", {"id": node.id}, *label, *_paragraphs(node.paragraphs, targets), *inside)


def _table(node: tree.Table, targets: Targets) -> Children:
    caption = _caption(node.caption, targets)
    head, body = ([_row(row, targets) for row in rows if row] for rows in (node.head, node.body))
    parts = [container("thead", {}, *head)] if head else []
    parts.append(container("tbody", {}, *(body or [container("tr", {}, element("td", {}))])))
    return [container("table-wrap", {"id": node.id}, *caption, container("table", {}, *parts))]


def _row(row: tree.Row, targets: Targets) -> Element:
    return container("tr", {}, *(_cell(cell, targets) for cell in row))


def _cell(node: tree.Cell, targets: Targets) -> Element:
    spans = {"colspan": node.columns, "rowspan": node.rows}
    told = {name: str(value) for name, value in spans.items() if value > 1}
    several = len(node.paragraphs) > 1
    words = _paragraphs(node.paragraphs, targets) if several else inline(sum(node.paragraphs, ()), targets)
    return element("th" if node.header else "td", {"id": node.id, **told}, *words)


def _figure(node: tree.Figure, targets: Targets) -> Children:
    caption = _caption(node.caption, targets)
    said = [element("alt-text", {}, node.description)] if node.description else []
    picture = [element("graphic", {"xlink:href": PICTURES + quote(node.file)})] if node.file else []
    return [container("fig", {"id": node.id}, *caption, *said, *picture)]


def _caption(content: tree.Content, targets: Targets) -> Children:
    return [container("caption", {}, element("p", {}, *inline(content, targets)))] if content else []


def _references(node: tree.References, targets: Targets) -> Children:
    """Entries amid a text are paragraphs."""
    return [element("p", {"id": each.id}, *entry_words(each, targets)) for each in node.entries]


# All but headings, which sections have.
BLOCKS: dict[type[tree.Body], Callable[[Any, Targets], Children]] = {
    tree.Paragraph: _paragraph,
    tree.Quotation: _quotation,
    tree.List: _list,
    tree.Table: _table,
    tree.Figure: _figure,
    tree.References: _references,
}
