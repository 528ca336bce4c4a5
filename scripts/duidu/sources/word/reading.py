"""A package → the document: its body, then notes, comments, headers and footers, each paragraph a line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from duidu.model import NoteKind
from duidu.problems import Code
from duidu.reasons import Cause
from duidu.sources.document import Document, DocumentNote, DocumentParagraph
from duidu.sources.document import Element as Block
from duidu.sources.word.block_reader import BlockReader
from duidu.sources.word.inline_reader import InlineReader, Shared
from duidu.sources.word.layout import Layout
from duidu.sources.word.list_labels import ListLabels
from duidu.sources.word.manuscript import Manuscript
from duidu.sources.word.note_calls import KINDS, NoteCalls, is_note, note_key, section_properties
from duidu.sources.word.package import Package, Part
from duidu.sources.word.page_starts import PageStarts
from duidu.sources.word.pictures import Pictures
from duidu.sources.word.style_sheet import StyleSheet
from duidu.sources.word.xml_tree import child, children

_RUNNING_HEADS = ("header", "footer")


def read_package(package: Package) -> Document:
    """All that the document in `package` says."""
    return _Reading(package).document()


@dataclass
class _Places:
    """Names of lines: what they stand in, and in which paragraph of that."""

    name: str
    count: int = 0

    def __call__(self) -> str:
        self.count += 1
        return f"{self.name}, paragraph {self.count}" if self.count > 1 else self.name


class _Reading:
    """One document while it is read, part by part."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._manuscript = Manuscript()
        self._body = _body(package.main)
        self._note_parts = {kind: package.related(f"{kind}s") for kind in KINDS}
        styles = StyleSheet(_root(package.related("styles")))
        self._layout = Layout(styles, ListLabels(_root(package.related("numbering")), styles))
        findings = self._manuscript.findings
        calls = NoteCalls(self._note_parts, _root(package.related("settings")), self._body, findings)
        self._shared = Shared(styles, calls, Pictures(package, findings), findings, PageStarts())

    def document(self) -> Document:
        """Read all parts, in the order in which their lines are numbered."""
        elements = self._read_body()
        notes = self._read_notes()
        self._read_comments()
        self._read_running_heads()
        return Document(
            tuple(self._manuscript.lines),
            tuple(self._manuscript.places),
            tuple(elements),
            notes,
            tuple(self._manuscript.set_aside),
            self._shared.pictures.files,
            self._manuscript.findings.problems(),
        )

    def _read_body(self) -> list[Block]:
        main, lines = self._package.main, self._manuscript.lines
        inlines = InlineReader(self._shared, main, self._shared.body_pages)
        reader = self._reader(inlines, lambda: f"paragraph {len(lines) + 1}")
        return replace(reader, sections=section_properties(self._body)).read(self._body)

    def _read_notes(self) -> dict[str, DocumentNote]:
        """The notes that are called, by key; all others are set aside."""
        calls = self._shared.calls
        called = calls.shown()
        found: dict[str, tuple[NoteKind, list[DocumentParagraph]]] = {}
        for kind, part in self._note_parts.items():
            inlines = InlineReader(self._shared, part, PageStarts()) if part else None
            if part is None or inlines is None:
                continue
            elements = list(children(part.root, f"w:{kind}"))
            for count, element in enumerate(filter(is_note, elements), start=1):
                key = note_key(element, kind)
                if key in called and key not in found:
                    found[key] = kind, self._read_note(inlines, element, kind, count)
                else:
                    place = _Places(f"{kind} ({count})")
                    self._reader(inlines.of_note(key), place, self._cause_of(key)).read(element)
            for element in elements:
                if not is_note(element):
                    place = _Places(f"line between text and {kind}s")
                    self._reader(inlines.of_note(""), place, Cause.RUNNING_HEAD).read(element)
        return {
            key: DocumentNote(calls.labels.get(key, ""), tuple(paragraphs), kind)
            for key, (kind, paragraphs) in found.items()
        }

    def _read_note(
        self, inlines: InlineReader, element: Element, kind: NoteKind, count: int
    ) -> list[DocumentParagraph]:
        """A note that is called; it begins with its mark, if that is one of its own."""
        calls, key = self._shared.calls, note_key(element, kind)
        label, inlines = calls.labels.get(key, ""), inlines.of_note(key)
        if key in calls.custom:
            inlines.writer.expect_number(label)
        place = _Places(f"{kind} {label or f'({count})'}")
        return self._reader(inlines, place).read_paragraphs(element)

    def _cause_of(self, key: str) -> Cause:
        """Why a note is not shown. One that nothing calls is reported."""
        cause = self._shared.calls.not_shown.get(key)
        if cause is None:
            self._manuscript.findings.count(Code.NOTE_UNCALLED, len(self._manuscript.lines) + 1)
        return cause or Cause.HIDDEN

    def _read_comments(self) -> None:
        part = self._package.related("comments")
        if part is None:
            return
        inlines = InlineReader(self._shared, part, PageStarts())
        for count, element in enumerate(children(part.root, "w:comment"), start=1):
            self._manuscript.findings.count(Code.COMMENTS, len(self._manuscript.lines) + 1)
            self._reader(inlines.of_note(""), _Places(f"comment {count}"), Cause.COMMENT).read(element)

    def _read_running_heads(self) -> None:
        for kind in _RUNNING_HEADS:
            for count, path in enumerate(dict.fromkeys(self._package.main.targets(kind)), start=1):
                part = self._package.part(path)
                if part is not None:
                    inlines = InlineReader(self._shared, part, PageStarts())
                    place = _Places(f"{kind} {count}")
                    self._reader(inlines, place, Cause.RUNNING_HEAD).read(part.root)

    def _reader(
        self, inlines: InlineReader, place: Callable[[], str], aside: Cause | None = None
    ) -> BlockReader:
        return BlockReader(self._manuscript, self._layout, inlines, place, aside)


def _body(main: Part) -> Element:
    body = child(main.root, "w:body")
    return main.root if body is None else body


def _root(part: Part | None) -> Element | None:
    return part.root if part else None
