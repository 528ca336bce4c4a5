"""Words and what is known of them as Markdown for pandoc: one small function for each type of node."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from duidu.model import Style
from duidu.publish import tree
from duidu.publish.pandoc.pandoc_context import PandocContext
from duidu.publish.pandoc.pandoc_escape import as_line, escaped


def inline(content: tree.Content, context: PandocContext) -> str:
    """`content` amid a line."""
    return "".join(INLINES[type(node)](node, context) for node in content)


def line(content: tree.Content, context: PandocContext) -> str:
    """`content` as a line of its own."""
    return as_line(inline(content, context))


def _inside(node: tree.Container, context: PandocContext) -> str:
    return inline(node.content, context)


def _text(node: tree.Text | tree.Converted, _: PandocContext) -> str:
    """Words with their marks; spaces at either end stand outside of these, or they would be none."""
    words = node.text.strip()
    if not node.style or not words:
        return escaped(node.text)
    before, _mark, after = node.text.partition(words)
    shown = escaped(words)
    for opening, closing, tight in dict.fromkeys((*STYLES[mark], mark in _TIGHT) for mark in node.style):
        if tight:
            shown = shown.replace(" ", "\\ ")
        shown = f"{opening}{shown}{closing}"
    return f"{escaped(before)}{shown}{escaped(after)}"


def _note_call(node: tree.NoteCall, context: PandocContext) -> str:
    return f"[^{context.keys[node.note]}]"


def _page_break(node: tree.PageBreak, context: PandocContext) -> str:
    """A page in the brackets of an editor. One that is told for the second time, in a note, is left out."""
    return f"〔{escaped(context.words.page.format(page=node.page.citation))}〕" if node.id else ""


def _line_break(_: tree.LineBreak, __: PandocContext) -> str:
    return " "


def _link(node: tree.Link, context: PandocContext) -> str:
    words = _inside(node, context)
    if node.kind is not tree.LinkKind.ADDRESS:  # it leads to another page of the site
        return words
    return f"[{words}](<{quote(node.target, safe=_IN_ADDRESS)}>)"


def _short_reference(node: tree.ShortReference, context: PandocContext) -> str:
    return _inside(node, context) + inline(node.remark, context)


def _emphasised(node: tree.Container, context: PandocContext) -> str:
    words = _inside(node, context)
    return words if words.startswith("*") or not words.strip() else f"*{words}*"


_IN_ADDRESS = ":/?#[]@!$&'()*+,;=%-._~"
_TIGHT = (Style.SUPERSCRIPT, Style.SUBSCRIPT)  # no space may stand in them

# What stands around words that bear a mark.
STYLES: dict[Style, tuple[str, str]] = {
    Style.ITALIC: ("*", "*"),
    Style.BOLD: ("**", "**"),
    Style.SUPERSCRIPT: ("^", "^"),
    Style.SUBSCRIPT: ("~", "~"),
    Style.SMALL_CAPITALS: ("[", "]{.smallcaps}"),
    Style.EMPHASIS_MARK: ("*", "*"),
    Style.UNDERLINE: ("[", "]{.underline}"),
}

INLINES: dict[type[tree.Inline], Callable[[Any, PandocContext], str]] = {
    tree.Text: _text,
    tree.Converted: _text,
    tree.NoteCall: _note_call,
    tree.PageBreak: _page_break,
    tree.LineBreak: _line_break,
    tree.Link: _link,
    tree.Citation: _inside,
    tree.ShortReference: _short_reference,
    tree.CitedTitle: _inside,
    tree.Foreign: _inside,
    tree.BookTitle: _emphasised,
    tree.FamilyName: _inside,
    tree.Highlight: _inside,
}
