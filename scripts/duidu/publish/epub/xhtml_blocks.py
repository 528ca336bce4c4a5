"""Blocks as XHTML: one small function for each type of node, all in the table `BLOCKS`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from duidu.publish import tree
from duidu.publish.epub.xhtml_context import BookContext, spoken
from duidu.publish.epub.xhtml_inlines import inline
from duidu.publish.epub.xhtml_tables import figure, table
from duidu.publish.item_labels import space_after
from duidu.publish.words import WORDS
from duidu.publish.xml_text import xml_text


def render(block: tree.Block, context: BookContext) -> str:
    """`block` as XHTML, with a line end after it."""
    return BLOCKS[type(block)](block, context)


def _heading(node: tree.Heading, context: BookContext) -> str:
    words = inline(node.content, context)
    if not context.ids:  # said already, in the other script
        return f'<p class="heading"{context.attributes("")}>{words}</p>\n'
    level = min(node.level, 6)
    return f"<h{level}{context.attributes(node.id)}>{words}</h{level}>\n"


def _label(node: tree.Label, context: BookContext) -> str:
    return f'<p class="heading"{context.attributes(node.id)}>{inline(node.content, context)}</p>\n'


def _paragraph(node: tree.Paragraph | tree.Reference, context: BookContext) -> str:
    return f"<p{context.attributes(node.id)}>{inline(node.content, context)}</p>\n"


def _paragraphs(paragraphs: tree.Paragraphs, context: BookContext, before: str = "") -> str:
    """The paragraphs of one block, with XHTML before the first."""
    lines = [inline(content, context) for content in paragraphs] or [""]
    lines[0] = before + lines[0]
    return "".join(f"<p>{line}</p>\n" for line in lines)


def _quotation(node: tree.Quotation, context: BookContext) -> str:
    body = _paragraphs(node.paragraphs, context.inside())
    return f"<blockquote{context.attributes(node.id)}>\n{body}</blockquote>\n"


def _list(node: tree.List, context: BookContext) -> str:
    """A list, which shows the labels that the article has, and none of the reader's program."""
    items = "".join(_item(item, context.inside()) for item in node.items)
    return f'<ul class="items" role="list"{spoken(context.language)}>\n{items}</ul>\n'


def _item(node: tree.ListItem, context: BookContext) -> str:
    label = ""
    if node.label:
        label = f'<span class="item-label">{xml_text(node.label)}{space_after(node.label)}</span>'
    inside = _list(tree.List(node.items), context) if node.items else ""
    body = _paragraphs(node.paragraphs, context, label)
    return f"<li{context.attributes(node.id)}>\n{body}{inside}</li>\n"


def _references(node: tree.References, context: BookContext) -> str:
    entries = "".join(_paragraph(entry, context.inside()) for entry in node.entries)
    return f'<div class="references"{spoken(context.language)}>\n{entries}</div>\n'


def _byline(node: tree.Byline, context: BookContext) -> str:
    affiliation = inline(node.affiliation, context)
    line = f'<br/><span class="affiliation">{affiliation}</span>' if affiliation else ""
    return f'<p class="author"{context.attributes(node.id)}>{inline(node.name, context)}{line}</p>\n'


def _keywords(node: tree.Keywords, context: BookContext) -> str:
    words = context.words
    listed = words.comma.join(inline(keyword, context) for keyword in node.words)
    label = f"<b>{words.keywords}</b>{words.colon}"
    return f'<p class="keywords"{context.attributes(node.id)}>{label}{listed}</p>\n'


def _note(node: tree.Note, context: BookContext) -> str:
    return note_box(node, _paragraphs(node.paragraphs, context, ways_back(node, context)), context)


def note_box(node: tree.Note, body: str, context: BookContext) -> str:
    """The note `node` around its `body`: what readers' programs show where it is called."""
    role = 'epub:type="footnote" role="doc-footnote"'
    return f'<aside class="note"{context.named(node.id)} {role}>\n{body}</aside>\n'


def ways_back(note: tree.Note, context: BookContext) -> str:
    """The printed label of a note, which leads back to its call, and the ways back to further calls."""
    words = context.words
    labels = [words.back, *[words.back_again] * (len(note.calls) - 1)]
    links = []
    for time, (call, label) in enumerate(zip(note.calls, labels, strict=True), start=1):
        name = xml_text(label.format(number=note.label, time=time))
        shown = xml_text(note.label) if time == 1 else f"↩{time}"
        links.append(
            f'<a epub:type="backlink" role="doc-backlink" aria-label="{name}" href="#{call}">{shown}</a> '
        )
    return f'<span class="note-label">{"".join(links)}</span>'


def _section(node: tree.Section, context: BookContext) -> str:
    if node.kind is tree.SectionKind.ENGLISH:
        inside = BookContext(WORDS[node.language], works=context.works)
        return f'<section class="english"{spoken(node.language)}>\n{_parts(node, inside)}</section>\n'
    role = f'epub:type="abstract" role="doc-abstract" aria-labelledby="{node.heading.id}"'
    return f'<section class="abstract" {role}>\n{_parts(node, context)}</section>\n'


def _parts(node: tree.Section, context: BookContext) -> str:
    return "".join(render(block, context) for block in (node.heading, *node.blocks))


def _notes(node: tree.Notes, context: BookContext) -> str:
    return notes_section(node, lambda note: render(note, context), context)


def notes_section(node: tree.Notes, show: Callable[[tree.Note], str], context: BookContext) -> str:
    """The notes under their headings, each as `show` shows it."""
    lists = "".join(
        (render(each.heading, context) if each.heading else "") + "".join(map(show, each.notes))
        for each in node.lists
    )
    role = f'epub:type="footnotes" role="doc-endnotes" aria-labelledby="{node.heading.id}"'
    return f'<section class="notes" {role}>\n{render(node.heading, context)}{lists}</section>\n'


BLOCKS: dict[type[tree.Block], Callable[[Any, BookContext], str]] = {
    tree.Heading: _heading,
    tree.Label: _label,
    tree.Paragraph: _paragraph,
    tree.Quotation: _quotation,
    tree.List: _list,
    tree.Table: table,
    tree.Figure: figure,
    tree.References: _references,
    tree.Byline: _byline,
    tree.Keywords: _keywords,
    tree.Note: _note,
    tree.Section: _section,
    tree.Notes: _notes,
}
