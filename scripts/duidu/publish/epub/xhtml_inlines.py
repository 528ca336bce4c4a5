"""Words and what is known of them as XHTML: one small function for each type of node."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from duidu.model import Style
from duidu.publish import tree
from duidu.publish.epub.xhtml_context import BookContext, spoken
from duidu.publish.xml_text import xml_text


def inline(content: tree.Content, context: BookContext) -> str:
    """`content` as XHTML."""
    return "".join(INLINES[type(node)](node, context) for node in content)


def _inside(node: tree.Container, context: BookContext) -> str:
    return inline(node.content, context)


def _text(node: tree.Text | tree.Converted, _: BookContext) -> str:
    words = xml_text(node.text)
    for mark in node.style:
        element, class_ = STYLES[mark]
        named = f' class="{class_}"' if class_ else ""
        words = f"<{element}{named}>{words}</{element}>"
    return words


def _note_call(node: tree.NoteCall, context: BookContext) -> str:
    """A call: what readers' programs show the note for in a window of its own."""
    role = 'epub:type="noteref" role="doc-noteref"'
    return (
        f'<a class="call"{context.named(node.id)} {role} href="#{node.note}">'
        f"<sup>{xml_text(node.label)}</sup></a>"
    )


def _page_break(node: tree.PageBreak, context: BookContext) -> str:
    # Empty: the style sheet shows the number, so that no search and no quotation finds it amid a sentence.
    # What has no id, in a note or in the other script, has been told in the text.
    if not (node.id and context.ids):
        return ""
    number = xml_text(node.page.citation)
    label = xml_text(context.words.page.format(page=node.page.citation))
    role = 'epub:type="pagebreak" role="doc-pagebreak"'
    return f'<span class="page" id="{node.id}" {role} aria-label="{label}" data-page="{number}"></span>'


def _line_break(_: tree.LineBreak, __: BookContext) -> str:
    return "<br/>"


def _link(node: tree.Link, context: BookContext) -> str:
    words = _inside(node, context)
    match node.kind:
        case tree.LinkKind.ADDRESS:
            return f'<a href="{xml_text(node.target)}">{words}</a>'
        case tree.LinkKind.WORK if node.target in context.works:
            return f'<a class="work" href="#{node.target}">{words}</a>'
    return f"<span{spoken(node.language)}>{words}</span>" if node.language else words


def _citation(node: tree.Citation, context: BookContext) -> str:
    return f"<span{context.named(node.id)}{spoken(node.language)}>{_inside(node, context)}</span>"


def _short_reference(node: tree.ShortReference, context: BookContext) -> str:
    words = _inside(node, context)
    if len(node.targets) == 1:
        return f'<a class="work" href="#{node.targets[0]}">{words}</a>'
    return f'{words}<span class="editorial">{inline(node.remark, context)}</span>' if node.remark else words


def _element(element: str) -> Callable[[Any, BookContext], str]:
    """A node around words as this element, with its language if it tells one."""

    def render(node: Any, context: BookContext) -> str:
        language = spoken(getattr(node, "language", ""))
        return f"<{element}{language}>{_inside(node, context)}</{element}>"

    return render


# The element of each mark, and its class, by which the style sheet knows it.
STYLES: dict[Style, tuple[str, str]] = {
    Style.ITALIC: ("i", ""),
    Style.BOLD: ("b", ""),
    Style.SUPERSCRIPT: ("sup", ""),
    Style.SUBSCRIPT: ("sub", ""),
    Style.SMALL_CAPITALS: ("span", "small-capitals"),
    Style.EMPHASIS_MARK: ("em", "emphasis-mark"),
    Style.UNDERLINE: ("u", ""),
}

INLINES: dict[type[tree.Inline], Callable[[Any, BookContext], str]] = {
    tree.Text: _text,
    tree.Converted: _text,
    tree.NoteCall: _note_call,
    tree.PageBreak: _page_break,
    tree.LineBreak: _line_break,
    tree.Link: _link,
    tree.Citation: _citation,
    tree.ShortReference: _short_reference,
    tree.CitedTitle: _element("cite"),
    tree.Foreign: _element("span"),
    tree.BookTitle: _element("cite"),
    tree.FamilyName: _element("b"),
    tree.Highlight: _element("mark"),
}
