"""Nodes of the model as Markdown: one small function a node type, all in the table `RENDERERS`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from duidu.model import (
    Block,
    Heading,
    Note,
    NoteRef,
    PageBreak,
    Paragraph,
    Run,
    Text,
    call_id,
    plain,
)
from duidu.publish.escape import attribute, escape
from duidu.publish.marks import Choices, Converted, marked
from duidu.publish.regions import Markup, Regions, with_regions
from duidu.publish.words import Words

Node = Run | Converted | Markup | Block | Note


@dataclass(frozen=True, slots=True)
class Context:
    """What a node must know of its page: its words, and what on it may be a link target.

    `ids` is false where all of a text stands on the page for the second time, and `page_ids` where
    page breaks do. `language` is the text's, where that is not the page's. Words that `choices` finds
    are marked with what they were before conversion. `regions` has what of a part's text is more than
    words on this page: a link, say.
    """

    words: Words
    ids: bool = True
    page_ids: bool = True
    language: str | None = None
    choices: Choices | None = None
    regions: Regions = field(default_factory=dict)

    @property
    def spoken(self) -> str:
        """The attribute `lang`, with a space before it, if there is to be one."""
        return f' lang="{self.language}"' if self.language else ""

    def attributes(self, anchor: str) -> str:
        """The attributes of the block `anchor`; where ids are not to be, it is said whose twin it is."""
        return (f"#{anchor}" if self.ids else f'data-twin="{anchor}"') + self.spoken


def render(node: Node, context: Context) -> str:
    """`node` as Markdown."""
    return RENDERERS[type(node)](node, context)


def inline(runs: Iterable[Run], context: Context, part: str = "") -> str:
    """`runs`, which are those of `part`, as one line of Markdown.

    Spaces around it would mean something, so it has none.
    """
    runs = tuple(runs)
    words = marked(runs, context.choices(runs)) if context.choices else runs
    pieces = [render(node, context) for node in with_regions(words, context.regions.get(part, ()))]
    if runs and isinstance(runs[0], PageBreak):
        pieces[0] = _page_break(runs[0], context, "page-break initial")
    return "".join(pieces).strip(" ")


def _text(node: Text, _: Context) -> str:
    return escape(node.text)


def _converted(node: Converted, _: Context) -> str:
    return f'<span data-original="{attribute(node.original)}">{escape(node.text)}</span>'


def _markup(node: Markup, _: Context) -> str:
    return node.markdown


def _note_ref(node: NoteRef, context: Context) -> str:
    # The class is that of the theme's own calls; the scripts below assets/reader/notes/ know it too.
    anchor = f"#{node.id} " if context.ids else ""
    attributes = f'{{{anchor}.footnote-ref role="doc-noteref"}}'
    return f"<sup>[{escape(node.label)}](#{node.note}){attributes}</sup>"


def _page_break(node: PageBreak, context: Context, style: str = "page-break") -> str:
    # Empty: reader.css shows the number, so that no search and no quotation finds it amid a sentence.
    anchor = f'id="p{attribute(node.label)}" ' if context.ids and context.page_ids else ""
    number = attribute(node.citation)
    label = context.words.page.format(page=number)
    # The second role is for what does not know the first: to axe, what has no role must have no name.
    attributes = f'class="{style}" role="doc-pagebreak separator" aria-label="{label}" data-page="{number}"'
    return f"<span {anchor}{attributes}></span>"


def _heading(node: Heading, context: Context) -> str:
    # The page's title is its only heading of level 1.
    return heading(inline(node.runs, context, node.id), node.level + 1, node.id, context, _toc_label(node))


def heading(line: str, level: int, anchor: str, context: Context, more: str = "") -> str:
    """A heading that says `line`. One without an id is to stay out of the table of contents."""
    attributes = context.attributes(anchor)
    level = min(level, 6)
    line += permalink(anchor, context)
    if context.ids:
        return f"{'#' * level} {line} {{{attributes}{more}}}\n"
    return f'{line}\n{{role="heading" aria-level="{level}" {attributes}}}\n'


def _toc_label(node: Heading) -> str:
    """A note's number is no part of the heading's words in the table of contents."""
    if not any(isinstance(run, NoteRef) for run in node.runs):
        return ""
    return f' data-toc-label="{escape(plain(node.runs)).replace(chr(34), "&quot;")}"'


def _paragraph(node: Paragraph, context: Context) -> str:
    return paragraph(inline(node.runs, context, node.id), node.id, context)


def paragraph(line: str, anchor: str, context: Context) -> str:
    """A paragraph that says `line`, with its permalink."""
    return f"{line}{permalink(anchor, context)}\n{{{context.attributes(anchor)}}}\n"


def permalink(anchor: str, context: Context) -> str:
    """The link of a block to itself, after its text; none in a twin.

    Empty: quoting.css shows its sign, so that it is no text. As HTML, since after an exclamation mark
    Markdown would read an image.
    """
    if not context.ids:
        return ""
    kind = anchor.partition("-")[0]
    labels = {"title": context.words.link_to_article, "sec": context.words.link_to_section}
    labels |= dict.fromkeys(("par", "abstract"), context.words.link_to_paragraph)
    if anchor in ("abstract", "english"):
        kind = "sec"
    return f'<a class="permalink" href="#{anchor}" aria-label="{labels[kind]}"></a>'


def _note(node: Note, context: Context) -> str:
    text = f"{inline(node.runs, replace(context, page_ids=False), node.id)} {back_link(node, context)}"
    return note_item(node, f"{text}\n")


def back_link(note: Note, context: Context) -> str:
    """The way from a note back to its first call. Where a copy of the note is shown, it is left out."""
    label = attribute(context.words.back.format(number=note.label))
    return f'[↩](#{call_id(note.id)}){{.footnote-backref role="doc-backlink" aria-label="{label}"}}'


def note_item(node: Note, body: str) -> str:
    """`body` as the item of a list that bears the note's own label: notes.css shows one that is no number."""
    label = attribute(node.label)
    shown = f'value="{label}"' if label.isdecimal() else f'data-label="{label}"'
    return f'<li id="{node.id}" {shown} markdown="block">\n{body}</li>\n'


RENDERERS: dict[type[Node], Callable[[Any, Context], str]] = {
    Text: _text,
    Converted: _converted,
    Markup: _markup,
    NoteRef: _note_ref,
    PageBreak: _page_break,
    Heading: _heading,
    Paragraph: _paragraph,
    Note: _note,
}
