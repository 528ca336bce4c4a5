"""Words and what is known of them as Markdown, all on one line: one small function for each type of node."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from duidu.han import CLOSING, OPENING
from duidu.model import Style
from duidu.publish import tree
from duidu.publish.escape import attribute, escape, listed_attribute
from duidu.publish.markdown.context import Context, spoken
from duidu.publish.pages.page_kinds import TERMS, WORKS

# Within an address, but for the end of its scheme.
_AFTER_MARK = re.compile(r"(?<=[/.?&=_-])(?<!:/)(?<!://)(?=[^/.?&=_-])")
_MARKS = ":/.?&=_-"

# A space of the source within a pair of marks: no line ends in the one that opens, or begins with the other.
_INNER_SPACE = re.compile(f"([{re.escape(OPENING)}] | [{re.escape(CLOSING)}])")


def inline(content: tree.Content, context: Context) -> str:
    """`content` as one line of Markdown. Spaces around it would mean something, so it has none."""
    pieces = [_render(node, context) for node in content]
    if content and isinstance(content[0], tree.PageBreak):
        pieces[0] = _page_break(content[0], context, "page-break initial")
    return "".join(pieces).strip(" ")


def _render(node: tree.Inline, context: Context) -> str:
    return INLINES[type(node)](node, context)


def _shown(content: Iterable[tree.Inline], context: Context) -> str:
    return "".join(_render(node, context) for node in content)


def _inside(node: tree.Container, context: Context) -> str:
    return _shown(node.content, context)


def _text(node: tree.Text, _: Context) -> str:
    return _styled(_words(node.text), node.style)


def _words(text: str) -> str:
    pieces = [escape(piece) for piece in _INNER_SPACE.split(text)]
    pieces[1::2] = (f'<span class="unbroken">{piece}</span>' for piece in pieces[1::2])
    return "".join(pieces)


def _converted(node: tree.Converted, _: Context) -> str:
    words = f'<span data-original="{attribute(node.original)}">{escape(node.text)}</span>'
    return _styled(words, node.style)


def _styled(words: str, style: Style) -> str:
    if not style:
        return words
    for mark in style:
        element, class_ = STYLES[mark]
        named = f' class="{class_}"' if class_ else ""
        words = f"<{element}{named}>{words}</{element}>"
    return words


def _note_call(node: tree.NoteCall, context: Context) -> str:
    # The class is that of the theme's own calls; the scripts below assets/reader/notes/ know it too.
    anchor = f"#{node.id} " if context.ids else ""
    attributes = f'{{{anchor}.footnote-ref role="doc-noteref"}}'
    return f"<sup>[{escape(node.label)}](#{node.note}){attributes}</sup>"


def _page_break(node: tree.PageBreak, context: Context, style: str = "page-break") -> str:
    # Empty: reader.css shows the number, so that no search and no quotation finds it amid a sentence.
    number = attribute(node.page.citation)
    label = context.words.page.format(page=number)
    # The second role is for what does not know the first: to axe, what has no role must have no name.
    role = f'role="doc-pagebreak separator" aria-label="{label}"'
    if _leads_to_pdf(node, context):
        return _page_link(node, context, f"<span {role}></span>", style)
    anchor = context.named(attribute(node.id))
    return f'<span {anchor}class="{style}" {role} data-page="{number}"></span>'


def _leads_to_pdf(node: tree.Inline, context: Context) -> bool:
    """Whether a node is the mark of a page that is in the PDF, so that it is a link."""
    return bool(context.pdf) and isinstance(node, tree.PageBreak) and node.page.pdf_page > 0


def _page_link(node: tree.PageBreak, context: Context, mark: str, style: str) -> str:
    """A mark that leads to its page of the PDF."""
    number = node.page.citation
    anchor = f"#{node.id} " if context.ids and node.id else ""
    classes = " ".join(f".{each}" for each in style.split())
    name = listed_attribute(context.words.page_in_pdf.format(page=number))
    attributes = (
        f'{anchor}{classes} data-page="{listed_attribute(number)}" aria-label="{name}" title="{name}"'
    )
    return f"[{mark}]({context.pdf}#page={node.page.pdf_page}){{{attributes}}}"


def _line_break(_: tree.LineBreak, __: Context) -> str:
    return "<br>"


def _link(node: tree.Link, context: Context) -> str:
    match node.kind:
        case tree.LinkKind.WORK:
            return _linked(node, context, "[", f"]({WORKS.file}#{node.target}){{.work}}")
        case tree.LinkKind.TERM:
            after = f"]({TERMS.file}#{node.target}){{.term{spoken(node.language)}}}"
            return _linked(node, context, "[", after)
    # As HTML, which takes any address as it is: Markdown would read some of its signs. The other site
    # learns nothing of where its reader came from.
    before = f'<a href="{attribute(node.target)}" rel="noopener noreferrer">'
    return _linked(node, context, before, "</a>", _address)


def _linked(
    node: tree.Container,
    context: Context,
    before: str,
    after: str,
    show: Callable[[Iterable[tree.Inline], Context], str] = _shown,
) -> str:
    """The content of a link, as `show` shows it; a mark that is a link itself divides it."""
    within = context.inside_link()
    return "".join(
        _shown(group, context) if is_link else f"{before}{show(group, within)}{after}"
        for is_link, group in groupby(node.content, lambda inner: _leads_to_pdf(inner, context))
    )


def _address(content: Iterable[tree.Inline], context: Context) -> str:
    """What an address on the web shows; a line may end after each of its marks, not amid its words."""
    shown, marks = "", ""
    for node in content:
        if isinstance(node, tree.Text):
            first, *others = _AFTER_MARK.split(marks + node.text)
            shown += _styled("<wbr>".join(map(escape, (first[len(marks) :], *others))), node.style)
            marks = node.text[len(node.text.rstrip(_MARKS)) :]
        else:
            shown += _render(node, context)
    return shown


def _citation(node: tree.Citation, context: Context) -> str:
    attributes = f'{context.named(node.id)}class="citation"{spoken(node.language)}'
    return f"<span {attributes}>{_inside(node, context)}</span>"


def _short_reference(node: tree.ShortReference, context: Context) -> str:
    if len(node.targets) == 1:
        return _linked(node, context, "[", f"](#{node.targets[0]}){{.short-reference}}")
    words = _inside(node, context)
    if not node.remark:
        return words
    remark = _shown(node.remark, context)
    return f'{words}<span class="editorial">{remark}</span>'


def _cited_title(node: tree.CitedTitle, context: Context) -> str:
    return f"<cite{spoken(node.language)}>{_inside(node, context)}</cite>"


def _foreign(node: tree.Foreign, context: Context) -> str:
    return f"<span{spoken(node.language)}>{_inside(node, context)}</span>"


def _book_title(node: tree.BookTitle, context: Context) -> str:
    return f"<em>{_inside(node, context)}</em>"


def _highlight(node: tree.Highlight, context: Context) -> str:
    return f"<mark>{_inside(node, context)}</mark>"


def _family_name(node: tree.FamilyName, context: Context) -> str:
    return f"<strong>{_inside(node, context)}</strong>"


# The element of each mark, and its class, of which some style sheets tell what it is.
STYLES: dict[Style, tuple[str, str]] = {
    Style.ITALIC: ("i", ""),
    Style.BOLD: ("b", ""),
    Style.SUPERSCRIPT: ("sup", "raised"),  # other than a call
    Style.SUBSCRIPT: ("sub", ""),
    Style.SMALL_CAPITALS: ("span", "small-capitals"),
    Style.EMPHASIS_MARK: ("span", "emphasis-mark"),
    Style.UNDERLINE: ("span", "underline"),
}

INLINES: dict[type[tree.Inline], Callable[[Any, Context], str]] = {
    tree.Text: _text,
    tree.Converted: _converted,
    tree.NoteCall: _note_call,
    tree.PageBreak: _page_break,
    tree.LineBreak: _line_break,
    tree.Link: _link,
    tree.Citation: _citation,
    tree.ShortReference: _short_reference,
    tree.CitedTitle: _cited_title,
    tree.Foreign: _foreign,
    tree.BookTitle: _book_title,
    tree.FamilyName: _family_name,
    tree.Highlight: _highlight,
}
