"""The text of an article as TEI: front, body, back, and one small function for each type of block."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import quote
from xml.etree.ElementTree import Element

from duidu.publish import tree
from duidu.publish.divisions import Division, divided
from duidu.publish.markdown.context import PICTURES
from duidu.publish.tei.tei_inlines import Rendering, inline, note, paragraphs
from duidu.publish.xml_elements import Children, container, element


def text_of(document: tree.Document) -> Element:
    """The text of `document`. What the article says of itself in English is at the end, as in print.

    Notes stand where they are called first, and those that nothing calls after all else.
    """
    notes = document.notes.lists if document.notes else ()
    file = Rendering({each.id: each for listed in notes for each in listed.notes})
    front = container("front", {}, *_front(document, file))
    body = container("body", {}, *_filled(_body(document.body, file)))
    back = [*([block(document.english, file)] if document.english else []), *_uncalled(document.notes, file)]
    return container("text", {}, front, body, *([container("back", {}, *back)] if back else []))


def block(node: tree.Block, file: Rendering) -> Element:
    """`node` as an element."""
    return BLOCKS[type(node)](node, file)


def _front(document: tree.Document, file: Rendering) -> Children:
    title = element("titlePart", {"type": "main"}, *inline(document.title.content, file))
    authors = [block(author, file) for author in document.authors]
    more = tree.present(document.abstract, document.keywords)
    page = container("titlePage", {}, container("docTitle", {}, title), *authors)
    return [page, *(block(each, file) for each in more)]


def _body(body: tuple[tree.Body, ...], file: Rendering) -> Children:
    blocks, divisions = divided(body)
    return [*(block(each, file) for each in blocks), *(_division(each, file) for each in divisions)]


def _division(node: Division, file: Rendering) -> Element:
    head = block(node.heading, file)
    inside: Children = [block(each, file) for each in node.blocks]
    inside += (_division(each, file) for each in node.divisions)
    return container("div", {"xml:id": node.heading.id}, head, *_filled(inside))


def _filled(inside: Children) -> Children:
    """`inside`, with a paragraph without words where the schema demands more than what is there: figures."""
    only = all(isinstance(child, Element) and child.tag == "figure" for child in inside)
    return [*inside, element("p", {})] if only else inside


def _uncalled(notes: tree.Notes | None, file: Rendering) -> Iterable[Element]:
    left = [each for listed in (notes.lists if notes else ()) for each in listed.notes if file.first(each.id)]
    if notes and left:
        head = element("head", {}, *inline(notes.heading.content, file))
        items = [child for each in left for child in note(each, file)]
        yield container("div", {"type": "notes"}, head, element("p", {}, *items))


def _head(node: tree.Heading | tree.Label, file: Rendering) -> Element:
    return element("head", {}, *inline(node.content, file))


def _paragraph(node: tree.Paragraph, file: Rendering) -> Element:
    return element("p", {"xml:id": node.id}, *inline(node.content, file))


def _quotation(node: tree.Quotation, file: Rendering) -> Element:
    inside = [element("p", {}, *inline(each, file)) for each in node.paragraphs]
    return container("quote", {"xml:id": node.id, "rend": "block"}, *inside)


def _list(node: tree.List, file: Rendering) -> Element:
    return container("list", {}, *(_item(item, file) for item in node.items))


def _item(node: tree.ListItem, file: Rendering) -> Element:
    inside = [_list(tree.List(node.items), file)] if node.items else []
    told = {"xml:id": node.id, "n": node.label}
    return element("item", told, *paragraphs(node.paragraphs, file), *inside)


def _table(node: tree.Table, file: Rendering) -> Element:
    head = [element("head", {}, *inline(node.caption, file))] if node.caption else []
    labels = [_row(row, "label", file) for row in node.head]
    data = [_row(row, "", file) for row in node.body]
    return container("table", {"xml:id": node.id}, *head, *labels, *data)


def _row(row: tree.Row, role: str, file: Rendering) -> Element:
    return container("row", {"role": role}, *(_cell(cell, file) for cell in row))


def _cell(node: tree.Cell, file: Rendering) -> Element:
    spans = {"cols": node.columns, "rows": node.rows}
    told = {name: str(value) for name, value in spans.items() if value > 1}
    role = {"role": "label" if node.header else ""}
    return element("cell", {"xml:id": node.id, **role, **told}, *paragraphs(node.paragraphs, file))


def _figure(node: tree.Figure, file: Rendering) -> Element:
    head = [element("head", {}, *inline(node.caption, file))] if node.caption else []
    said = [element("figDesc", {}, node.description)] if node.description else []
    size = {name: f"{value}px" for name, value in zip(("width", "height"), node.size, strict=True) if value}
    picture = [element("graphic", {"url": PICTURES + quote(node.file), **size})] if node.file else []
    return container("figure", {"xml:id": node.id}, *head, *said, *picture)


def _references(node: tree.References, file: Rendering) -> Element:
    entries = (element("item", {"xml:id": each.id}, *inline(each.content, file)) for each in node.entries)
    return container("list", {"type": "bibliography"}, *entries)


def _byline(node: tree.Byline, file: Rendering) -> Element:
    name = element("docAuthor", {}, *inline(node.name, file))
    affiliation = inline(node.affiliation, file)
    return element("byline", {}, name, *([element("affiliation", {}, *affiliation)] if affiliation else []))


def _keywords(node: tree.Keywords, file: Rendering) -> Element:
    terms = [element("item", {}, *inline(word, file)) for word in node.words]
    return container("div", {"type": "keywords"}, container("list", {}, *terms))


def _section(node: tree.Section, file: Rendering) -> Element:
    kind = {tree.SectionKind.ABSTRACT: "abstract", tree.SectionKind.ENGLISH: "english"}[node.kind]
    inside: Children = [block(each, file) for each in (node.heading, *node.blocks)]
    if all(isinstance(each, tree.Byline) for each in node.blocks):
        inside += _filled([])
    return container("div", {"type": kind, "xml:lang": node.language}, *inside)


BLOCKS: dict[type[tree.Block], Callable[[Any, Rendering], Element]] = {
    tree.Heading: _head,
    tree.Label: _head,
    tree.Paragraph: _paragraph,
    tree.Quotation: _quotation,
    tree.List: _list,
    tree.Table: _table,
    tree.Figure: _figure,
    tree.References: _references,
    tree.Byline: _byline,
    tree.Keywords: _keywords,
    tree.Section: _section,
}
