"""Words, and what is known of them, as TEI: one small function for each type of node."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from duidu.annotations import Date, Precision
from duidu.model import NoteKind, Style
from duidu.publish import tree
from duidu.publish.work_kinds import WorkKind
from duidu.publish.xml_elements import Children, element, xml_name


@dataclass(slots=True)
class Rendering:
    """A file that is being written: the article's `notes` by id, and what of it stands there already.

    A note stands where it is called first, and an id is given once.
    """

    notes: Mapping[str, tree.Note]
    told: set[str] = field(default_factory=set)

    def first(self, anchor: str) -> bool:
        """Whether `anchor` is met for the first time."""
        new = anchor not in self.told
        self.told.add(anchor)
        return new


def inline(content: Iterable[tree.Inline], file: Rendering) -> Children:
    """`content` as it stands in a paragraph."""
    return [child for node in content for child in INLINES[type(node)](node, file)]


def paragraphs(content: tree.Paragraphs, file: Rendering) -> Children:
    """One paragraph as it is, several as elements."""
    if len(content) == 1:
        return inline(content[0], file)
    return [element("p", {}, *inline(each, file)) for each in content]


def note(node: tree.Note, file: Rendering) -> Children:
    """A note, under the label that is printed."""
    author = node.kind is NoteKind.AUTHOR
    place = "end" if node.kind is NoteKind.ENDNOTE else "foot"
    attributes = {"xml:id": node.id, "n": node.label, "place": place, "type": "author" if author else ""}
    return [element("note", attributes, *paragraphs(node.paragraphs, file))]


def _text(node: tree.Text | tree.Converted, _: Rendering) -> Children:
    if rend := " ".join(RENDITIONS[mark] for mark in node.style):
        return [element("hi", {"rend": rend}, node.text)]
    return [node.text]


def _note_call(node: tree.NoteCall, file: Rendering) -> Children:
    called = file.notes.get(node.note)
    if called and file.first(node.note):
        return note(called, file)
    target = f"#{node.note}" if called else ""
    return [element("ref", {"type": "note", "n": node.label, "target": target})]


def _page_break(node: tree.PageBreak, file: Rendering) -> Children:
    known = node.id and file.first(node.id)
    attributes = {"n": node.page.label, "cert": "" if node.page.seen else "medium"}
    return [element("pb", {"xml:id": xml_name(node.id) if known else "", **attributes})]


def _line_break(_: tree.LineBreak, __: Rendering) -> Children:
    return [element("lb", {})]


def _link(node: tree.Link, file: Rendering) -> Children:
    if node.kind is tree.LinkKind.ADDRESS:
        return [element("ref", {"target": node.target}, *inline(node.content, file))]
    return inline(node.content, file)  # to other pages of the site


def _citation(node: tree.Citation, file: Rendering) -> Children:
    return [element("bibl", {"xml:id": node.id, "xml:lang": node.language}, *inline(node.content, file))]


def _short_reference(node: tree.ShortReference, file: Rendering) -> Children:
    if not node.targets:
        return inline(node.content, file)
    sure = {"cert": "" if len(node.targets) == 1 else "low"}
    targets = " ".join(f"#{target}" for target in node.targets)
    return [element("ref", {"type": "short", "target": targets, **sure}, *inline(node.content, file))]


def _detail(node: tree.Detail, file: Rendering) -> Children:
    tag, attributes = DETAILS[node.part]
    levels = {tree.Part.TITLE: TITLES, tree.Part.CONTAINER: HOLDERS}.get(node.part)
    told = {"level": levels[node.kind]} if levels else attributes
    words = tree.plain(node.content)
    if node.part is tree.Part.YEAR and words.isascii() and words.isdecimal() and len(words) == 4:
        told = {"when": words}
    return [element(tag, told, *inline(node.content, file))]


def _named(node: tree.Named, file: Rendering) -> Children:
    anchor = f"term-{node.number}"
    told = {"xml:id": anchor} if file.first(anchor) else {"ref": f"#{anchor}"}
    return [element("name" if node.proper else "term", told, *inline(node.content, file))]


def _glossed(node: tree.Glossed, file: Rendering) -> Children:
    told = {"target": f"#term-{node.number}", "xml:lang": node.language}
    return [element("gloss", told, *inline(node.content, file))]


def _dated(node: tree.Dated, file: Rendering) -> Children:
    return [element("date", when(node.date), *inline(node.content, file))]


def when(date: Date) -> dict[str, str]:
    """What attributes say when a date is: exactly, from one year to another, or somewhere between two."""
    iso = "-iso" if date.first < 1 else ""  # where the year before 1 is 0, and not -1
    if date.precision in (Precision.DECADE, Precision.CENTURY):
        return {f"notBefore{iso}": _year(date.first), f"notAfter{iso}": _year(date.last)}
    if date.first != date.last:
        return {f"from{iso}": _year(date.first), f"to{iso}": _year(date.last)}
    exactly = "".join(f"-{number:02}" for number in (date.month, date.day if date.month else 0) if number)
    return {f"when{iso}": _year(date.first) + exactly}


def _year(year: int) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04}"


def _corrected(node: tree.Corrected, file: Rendering) -> Children:
    read = element("corr", {}, *inline(node.content, file))
    return [element("choice", {}, element("sic", {}, node.source), read)]


def _cited_title(node: tree.CitedTitle, file: Rendering) -> Children:
    return [element("title", {"xml:lang": node.language}, *inline(node.content, file))]


def _foreign(node: tree.Foreign, file: Rendering) -> Children:
    return [element("foreign", {"xml:lang": node.language}, *inline(node.content, file))]


def _inside(node: tree.Container, file: Rendering) -> Children:
    return inline(node.content, file)


RENDITIONS = {
    Style.ITALIC: "italic",
    Style.BOLD: "bold",
    Style.SUPERSCRIPT: "superscript",
    Style.SUBSCRIPT: "subscript",
    Style.SMALL_CAPITALS: "small-caps",
    Style.EMPHASIS_MARK: "emphasis-mark",
    Style.UNDERLINE: "underline",
}

# The levels of titles: analytic, monograph, journal.
TITLES = {
    WorkKind.ARTICLE: "a",
    WorkKind.CHAPTER: "a",
    WorkKind.BOOK: "m",
    WorkKind.PAGE: "",
    WorkKind.OTHER: "",
}
HOLDERS = {**TITLES, WorkKind.ARTICLE: "j", WorkKind.CHAPTER: "m"}

DETAILS: dict[tree.Part, tuple[str, dict[str, str]]] = {
    tree.Part.AUTHOR: ("author", {}),
    tree.Part.EDITOR: ("editor", {}),
    tree.Part.TITLE: ("title", {}),
    tree.Part.CONTAINER: ("title", {}),
    tree.Part.VOLUME: ("biblScope", {"unit": "volume"}),
    tree.Part.ISSUE: ("biblScope", {"unit": "issue"}),
    tree.Part.PLACE: ("pubPlace", {}),
    tree.Part.PUBLISHER: ("publisher", {}),
    tree.Part.YEAR: ("date", {}),
    tree.Part.PAGES: ("biblScope", {"unit": "page"}),
}

INLINES: dict[type[tree.Inline], Callable[[Any, Rendering], Children]] = {
    tree.Text: _text,
    tree.Converted: _text,
    tree.NoteCall: _note_call,
    tree.PageBreak: _page_break,
    tree.LineBreak: _line_break,
    tree.Link: _link,
    tree.Citation: _citation,
    tree.ShortReference: _short_reference,
    tree.CitedTitle: _cited_title,
    tree.Foreign: _foreign,
    tree.BookTitle: _inside,
    tree.FamilyName: _inside,
    tree.Highlight: _inside,
    tree.Detail: _detail,
    tree.Named: _named,
    tree.Glossed: _glossed,
    tree.Dated: _dated,
    tree.Corrected: _corrected,
}
