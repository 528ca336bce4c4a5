"""Nodes of the model as Markdown: one small function a node type, all in the table `RENDERERS`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from duidu.model import Heading, Note, NoteRef, PageBreak, Paragraph, Run, Text, plain
from duidu.publish.escape import attribute, escape
from duidu.publish.words import Words

Node = Run | Heading | Paragraph | Note


@dataclass(frozen=True, slots=True)
class Context:
    """What a node must know of its page: its words, and whether page breaks are to be link targets."""

    words: Words
    page_ids: bool = True


def render(node: Node, context: Context) -> str:
    """`node` as Markdown."""
    return RENDERERS[type(node)](node, context)


def inline(runs: Iterable[Run], context: Context) -> str:
    """`runs` as one line of Markdown. Spaces around it would mean something, so it has none."""
    return "".join(render(run, context) for run in runs).strip(" ")


def _text(node: Text, _: Context) -> str:
    return escape(node.text)


def _note_ref(node: NoteRef, _: Context) -> str:
    # The class is the one for which Material's script shows a note as a tooltip.
    attributes = f'{{#noteref-{node.number} .footnote-ref role="doc-noteref"}}'
    return f"<sup>[{node.number}](#note-{node.number}){attributes}</sup>"


def _page_break(node: PageBreak, context: Context) -> str:
    # Empty: reader.css shows the number, so that no search and no quotation finds it amid a sentence.
    anchor = f'id="p{attribute(node.label)}" ' if context.page_ids else ""
    number = attribute(node.citation)
    label = context.words.page.format(page=number)
    attributes = f'class="page-break" role="doc-pagebreak" aria-label="{label}" data-page="{number}"'
    return f"<span {anchor}{attributes}></span>"


def _heading(node: Heading, context: Context) -> str:
    # The page's title is its only heading of level 1.
    return f"{'#' * min(node.level + 1, 6)} {inline(node.runs, context)} {{#{node.id}{_toc_label(node)}}}\n"


def _toc_label(node: Heading) -> str:
    """A note's number is no part of the heading's words in the table of contents."""
    if not any(isinstance(run, NoteRef) for run in node.runs):
        return ""
    return f' data-toc-label="{escape(plain(node.runs)).replace(chr(34), "&quot;")}"'


def _paragraph(node: Paragraph, context: Context) -> str:
    return f"{inline(node.runs, context)}\n{{#{node.id}}}\n"


def _note(node: Note, context: Context) -> str:
    """A list item that bears the note's own number. In a tooltip, reader.css hides the way back."""
    text = inline(node.runs, replace(context, page_ids=False))
    label = context.words.back.format(number=node.number)
    back = f'[↩](#noteref-{node.number}){{.footnote-backref role="doc-backlink" aria-label="{label}"}}'
    return f'<li id="note-{node.number}" value="{node.number}" markdown="block">\n{text} {back}\n</li>\n'


RENDERERS: dict[type[Node], Callable[[Any, Context], str]] = {
    Text: _text,
    NoteRef: _note_ref,
    PageBreak: _page_break,
    Heading: _heading,
    Paragraph: _paragraph,
    Note: _note,
}
