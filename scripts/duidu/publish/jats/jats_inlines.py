"""Words, and what is known of them, as JATS: one small function for each type of node."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from duidu.model import NoteKind, Style
from duidu.publish import tree
from duidu.publish.work_kinds import WorkKind
from duidu.publish.xml_elements import Children, element, xml_name


@dataclass(slots=True)
class Targets:
    """What a file can refer to: the `notes` by id, and the `entries` in its lists of references.

    These are found by the id of a work or of any reference to it. `pages` have been told already.
    """

    notes: Mapping[str, tree.Note]
    entries: Mapping[str, str]
    pages: set[str] = field(default_factory=set)


def inline(content: Iterable[tree.Inline], targets: Targets) -> Children:
    """`content` as it stands in a paragraph."""
    return [child for node in content for child in INLINES[type(node)](node, targets)]


def _text(node: tree.Text | tree.Converted, _: Targets) -> Children:
    words: Children = [node.text]
    for mark in node.style:
        tag, attributes = STYLES[mark]
        words = [element(tag, attributes, *words)]
    return words


def note_call(node: tree.NoteCall, targets: Targets) -> Children:
    """The call of a note; a label alone, where there is no such note."""
    label = element("sup", {}, node.label)
    if not (note := targets.notes.get(node.note)):
        return [label]
    kind = "author-notes" if note.kind is NoteKind.AUTHOR else "fn"
    return [element("xref", {"id": node.id, "ref-type": kind, "rid": node.note}, label)]


def _page_break(node: tree.PageBreak, targets: Targets) -> Children:
    """A milestone: JATS has no element for the beginning of a page."""
    anchor = xml_name(node.id) if node.id and node.id not in targets.pages else ""
    targets.pages.add(node.id)
    inferred = "" if node.page.seen else "inferred"
    attributes = {"id": anchor, "rationale": f"page {node.page.label}", "specific-use": inferred}
    return [element("milestone-start", attributes)]


def _line_break(_: tree.LineBreak, __: Targets) -> Children:
    return [" "]  # few elements may have a line break


def _link(node: tree.Link, targets: Targets) -> Children:
    if node.kind is tree.LinkKind.ADDRESS:
        return _linked("ext-link", {"ext-link-type": "uri", "xlink:href": node.target}, node, targets)
    return (
        _to_entry(node.target, node, targets) if node.kind is tree.LinkKind.WORK else _inside(node, targets)
    )


def _short_reference(node: tree.ShortReference, targets: Targets) -> Children:
    if len(node.targets) != 1:
        return _inside(node, targets)  # what it means is not certain
    if node.targets[0] in targets.notes:
        return _linked("xref", {"ref-type": "fn", "rid": node.targets[0]}, node, targets)
    return _to_entry(node.targets[0], node, targets)


def _to_entry(target: str, node: tree.Container, targets: Targets) -> Children:
    if entry := targets.entries.get(target):
        return _linked("xref", {"ref-type": "bibr", "rid": entry}, node, targets)
    return _inside(node, targets)


def _linked(tag: str, attributes: dict[str, str], node: tree.Container, targets: Targets) -> Children:
    """A link has words alone: what else stands in it divides it, and details are not told there."""
    found: Children = []
    for is_mark, group in groupby(leaves(node.content), is_mark_of_place):
        inside = inline(group, targets)
        found += inside if is_mark else [element(tag, attributes, *inside)]
    return found


def leaves(content: Iterable[tree.Inline]) -> Iterator[tree.Inline]:
    """Words, calls and breaks of `content`, whatever is known of them."""
    for node in content:
        if isinstance(node, tree.Container):
            yield from leaves(node.content)
        else:
            yield node


def is_mark_of_place(node: tree.Inline) -> bool:
    """Whether a node is a call or the beginning of a page, for which few elements have a place."""
    return isinstance(node, tree.NoteCall | tree.PageBreak)


def _detail(node: tree.Detail, targets: Targets) -> Children:
    """A detail, if it stands in one piece; all but titles must be words without marks of typesetting too."""
    words = inline(node.content, targets)
    title = {tree.Part.TITLE: TITLES[node.kind], tree.Part.CONTAINER: "source"}.get(node.part, "")
    if title:
        divided = any(map(is_mark_of_place, leaves(node.content)))
        return words if divided else [element(title, {}, *words)]
    if not all(isinstance(child, str) for child in words):
        return words
    if node.part is tree.Part.EDITOR:
        return [element("person-group", {"person-group-type": "editor"}, element("string-name", {}, *words))]
    return [element(DETAILS[node.part], {}, *words)]


def _inside(node: tree.Container, targets: Targets) -> Children:
    return inline(node.content, targets)


STYLES: dict[Style, tuple[str, dict[str, str]]] = {
    Style.ITALIC: ("italic", {}),
    Style.BOLD: ("bold", {}),
    Style.SUPERSCRIPT: ("sup", {}),
    Style.SUBSCRIPT: ("sub", {}),
    Style.SMALL_CAPITALS: ("sc", {}),
    Style.EMPHASIS_MARK: ("styled-content", {"style-type": "emphasis-mark"}),
    Style.UNDERLINE: ("underline", {}),
}

# What the title of a work is in JATS: a title that stands alone is that of the source itself.
TITLES = {
    WorkKind.ARTICLE: "article-title",
    WorkKind.CHAPTER: "chapter-title",
    WorkKind.BOOK: "source",
    WorkKind.PAGE: "article-title",
    WorkKind.OTHER: "article-title",
}

DETAILS = {
    tree.Part.AUTHOR: "string-name",
    tree.Part.VOLUME: "volume",
    tree.Part.ISSUE: "issue",
    tree.Part.PLACE: "publisher-loc",
    tree.Part.PUBLISHER: "publisher-name",
    tree.Part.YEAR: "year",
    tree.Part.PAGES: "page-range",
}

INLINES: dict[type[tree.Inline], Callable[[Any, Targets], Children]] = {
    tree.Text: _text,
    tree.Converted: _text,
    tree.NoteCall: note_call,
    tree.PageBreak: _page_break,
    tree.LineBreak: _line_break,
    tree.Link: _link,
    tree.Citation: _inside,
    tree.ShortReference: _short_reference,
    tree.CitedTitle: _inside,
    tree.Foreign: _inside,
    tree.BookTitle: _inside,
    tree.FamilyName: _inside,
    tree.Highlight: _inside,
    tree.Detail: _detail,
    tree.Named: _inside,
    tree.Glossed: _inside,
    tree.Dated: _inside,
    tree.Corrected: _inside,
}
