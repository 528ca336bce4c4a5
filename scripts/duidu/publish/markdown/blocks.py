"""Blocks as Markdown: one small function for each type of node, all in the table `BLOCKS`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from duidu.publish import tree
from duidu.publish.escape import attribute, block_attribute, escape
from duidu.publish.markdown.context import Context
from duidu.publish.markdown.inlines import inline
from duidu.publish.markdown.lists import list_of, quotation, references
from duidu.publish.markdown.paragraphs import paragraph, paragraphs_in, permalink
from duidu.publish.markdown.tables import figure, table
from duidu.publish.words import WORDS


def render(block: tree.Block, context: Context) -> str:
    """`block` as Markdown, with a line end after its last line."""
    return BLOCKS[type(block)](block, context)


def _heading(node: tree.Heading, context: Context) -> str:
    words = context.words
    label = words.link_to_article if node.level == 1 else words.link_to_section
    return _heading_line(node, inline(node.content, context) + permalink(node.id, label, context), context)


def _heading_line(node: tree.Heading, line: str, context: Context) -> str:
    attributes = context.attributes(node.id)
    level = min(node.level, 6)
    if context.ids:
        return f"{'#' * level} {line} {{{attributes}{_listed(node)}}}\n"
    # It is to stay out of the table of contents.
    return f'{line}\n{{role="heading" aria-level="{level}" {attributes}}}\n'


def _listed(node: tree.Heading) -> str:
    """What the table of contents calls a heading. The number of a note is no part of its words there."""
    called = any(isinstance(inner, tree.NoteCall) for inner in node.content)
    words = node.short or (tree.plain(node.content) if called else "")
    return f' data-toc-label="{escape(words).replace(chr(34), "&quot;")}"' if words else ""


def _label(node: tree.Label, context: Context) -> str:
    return f"**{inline(node.content, context)}**\n{{{context.attributes(node.id)}}}\n"


def _byline(node: tree.Byline, context: Context) -> str:
    affiliation = inline(node.affiliation, context)
    line = f' <span class="affiliation">{affiliation}</span>' if affiliation else ""
    return f"{inline(node.name, context)}{line}\n{{{context.attributes(node.id)} .author}}\n"


def _keywords(node: tree.Keywords, context: Context) -> str:
    words = context.words
    listed = words.comma.join(inline(keyword, context) for keyword in node.words)
    attributes = context.inside().tag_attributes(node.id)
    label = f"**{words.keywords}**{words.colon}"
    return f"{label}<span {attributes}>{listed}</span>\n{{.keywords{context.spoken}}}\n"


def _note(node: tree.Note, context: Context) -> str:
    back = f" {back_link(node, context)}"
    return note_item(node, paragraphs_in(node.id, node.paragraphs, context, after=back))


def back_link(note: tree.Note, context: Context) -> str:
    """The ways from a note back to its calls. Where a copy of the note is shown, they are left out."""
    words = context.words
    labels = [words.back, *[words.back_again] * (len(note.calls) - 1)]
    return " ".join(
        f'[↩{time if time > 1 else ""}](#{call}){{.footnote-backref role="doc-backlink" '
        f'aria-label="{attribute(label.format(number=note.label, time=time))}"}}'
        for time, (call, label) in enumerate(zip(note.calls, labels, strict=True), start=1)
    )


def note_item(node: tree.Note, body: str) -> str:
    """`body` as the item of a list that bears the note's own label: notes.css shows one that is no number."""
    label = block_attribute(node.label)
    shown = f'value="{label}"' if label.isdecimal() else f'data-label="{label}"'
    return f'<li id="{node.id}" {shown} markdown="block">\n{body}</li>\n'


def _section(node: tree.Section, context: Context) -> str:
    return SECTIONS[node.kind](node, context)


def _abstract(node: tree.Section, context: Context) -> str:
    attributes = f'class="abstract" role="doc-abstract" aria-labelledby="{node.heading.id}"'
    parts = (f'<section {attributes} markdown="1">\n', *_parts(node, context), "</section>\n")
    return "\n".join(parts)


def _english(node: tree.Section, context: Context) -> str:
    inside = Context(WORDS[node.language], context.ids, pictures=context.pictures)
    parts = ('<section lang="en" class="english" markdown="1">\n', *_parts(node, inside), "</section>\n")
    return "\n".join(parts)


def _parts(node: tree.Section, context: Context) -> list[str]:
    return [render(block, context) for block in (node.heading, *node.blocks)]


def _notes(node: tree.Notes, context: Context) -> str:
    lists = ((each.heading, [render(note, context) for note in each.notes]) for each in node.lists)
    return notes_section(node.heading, lists, context)


def notes_section(
    heading: tree.Heading, lists: Iterable[tuple[tree.Heading | None, Iterable[str]]], context: Context
) -> str:
    """The page's notes: the items of each list, under its heading. No heading has a permalink: no one quotes
    it.
    """
    # Class and structure are those of the theme's own footnotes, whose styles they get.
    attributes = f'class="footnote" role="doc-endnotes" aria-labelledby="{heading.id}"'
    parts = (
        f'<section {attributes} markdown="1">\n',
        _bare_heading(heading, context),
        "\n\n".join(_note_list(own, items, context) for own, items in lists),
        "</section>\n",
    )
    return "\n".join(parts)


def _note_list(heading: tree.Heading | None, items: Iterable[str], context: Context) -> str:
    head = (_bare_heading(heading, context),) if heading else ()
    return "\n".join((*head, '<ol markdown="1">\n', *items, "</ol>"))


def _bare_heading(heading: tree.Heading, context: Context) -> str:
    return _heading_line(heading, inline(heading.content, context), context)


SECTIONS: dict[tree.SectionKind, Callable[[tree.Section, Context], str]] = {
    tree.SectionKind.ABSTRACT: _abstract,
    tree.SectionKind.ENGLISH: _english,
}

BLOCKS: dict[type[tree.Block], Callable[[Any, Context], str]] = {
    tree.Heading: _heading,
    tree.Label: _label,
    tree.Paragraph: paragraph,
    tree.Quotation: quotation,
    tree.List: list_of,
    tree.Table: table,
    tree.Figure: figure,
    tree.References: references,
    tree.Byline: _byline,
    tree.Keywords: _keywords,
    tree.Note: _note,
    tree.Section: _section,
    tree.Notes: _notes,
}
