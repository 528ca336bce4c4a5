"""Which notes are called, and what is printed at their calls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from duidu.model import NoteKind
from duidu.problems import Code
from duidu.reasons import Cause
from duidu.sources.word.manuscript import Findings
from duidu.sources.word.number_formats import formatted
from duidu.sources.word.package import Part
from duidu.sources.word.xml_tree import child, children, number, value

KINDS = (NoteKind.FOOTNOTE, NoteKind.ENDNOTE)
_DEFAULT_FORM = {NoteKind.FOOTNOTE: "decimal", NoteKind.ENDNOTE: "lowerRoman"}
_CALLS = {"w:footnoteReference": NoteKind.FOOTNOTE, "w:endnoteReference": NoteKind.ENDNOTE}


@dataclass(frozen=True, slots=True)
class _Counting:
    """How the notes of a section are numbered."""

    form: str
    start: int
    restart: str


@dataclass
class _Counter:
    """The last number given, and where."""

    last: int | None = None
    section: int = 0
    page: int = 0


def note_key(element: Element, kind: NoteKind) -> str:
    """The key of the note that `element` is or calls."""
    return f"{kind}-{element.get('w:id', '')}"


def is_note(element: Element) -> bool:
    """Whether it is a note, and not one of the lines that part notes from the text."""
    return element.get("w:type", "normal") == "normal"


class NoteCalls:
    """The calls of a document, in the order in which they are read; `section` counts from 0."""

    def __init__(
        self,
        parts: Mapping[NoteKind, Part | None],
        settings: Element | None,
        body: Element,
        findings: Findings,
    ) -> None:
        self.section = 0
        self.labels: dict[str, str] = {}
        self.custom: set[str] = set()
        self.not_shown: dict[str, Cause] = {}
        self._findings = findings
        self._sections = section_properties(body)
        self._countings = {kind: self._read_countings(kind, settings) for kind in KINDS}
        self._counters = {kind: _Counter() for kind in KINDS}
        self._within = dict(_calls_within(parts))
        self._ringing = _ringing(self._within)

    def _read_countings(self, kind: NoteKind, settings: Element | None) -> tuple[_Counting, ...]:
        name = f"w:{kind}Pr"
        return tuple(
            _counting(kind, child(section, name), child(settings, name))
            for section in (*self._sections, None)
        )

    def call(self, key: str, kind: NoteKind, page: int, line: int, caller: str, *, custom: bool) -> bool:
        """Whether the note `key`, called on `line`, is there to be called; if so, it gets its label.

        `caller` is the key of the note in which the call stands. A `custom` call has a mark of its own.
        """
        if key not in self._within:
            self._findings.count(Code.NOTE_ABSENT, line, of=kind)
            return False
        if key in self._ringing and caller in self._ringing:
            self._findings.count(Code.NOTE_RING, line)
            return False
        if key not in self.labels:
            self.labels[key] = "" if custom else self._next(kind, page, line)
            if custom:
                self.custom.add(key)
        return True

    def _next(self, kind: NoteKind, page: int, line: int) -> str:
        countings, counter = self._countings[kind], self._counters[kind]
        counting = countings[min(self.section, len(countings) - 1)]
        new_section = counting.restart == "eachSect" and counter.section != self.section
        new_page = counting.restart == "eachPage" and counter.page != page
        if counter.last is None or new_section or new_page:
            counter.last = counting.start - 1
        counter.last += 1
        counter.section, counter.page = self.section, page
        if counting.restart == "eachPage":
            self._findings.count(Code.NOTES_BY_PAGE, line)
        return formatted(counter.last, counting.form)

    def mark(self, key: str, mark: str) -> None:
        """The note `key` has a mark of its own; the first that is printed counts."""
        self.labels[key] = self.labels[key] or mark

    def shown(self) -> frozenset[str]:
        """The keys of the notes that are called, from the text or from a note that is called itself."""
        found, ahead = set(self.labels), list(self.labels)
        while ahead:
            for key in self._within.get(ahead.pop(), ()):
                if key not in found:
                    found.add(key)
                    ahead.append(key)
        return frozenset(found)


def section_properties(body: Element) -> tuple[Element, ...]:
    """The properties of all sections, in order."""
    within = (child(paragraph, "w:pPr", "w:sectPr") for paragraph in body.iter("w:p"))
    return tuple(found for found in (*within, child(body, "w:sectPr")) if found is not None)


def _counting(kind: NoteKind, *places: Element | None) -> _Counting:
    """How notes are numbered, as the first of `places` says that says it."""

    def said(name: str, default: str) -> str:
        return next((text for place in places if (text := value(place, name))), default)

    return _Counting(
        said("w:numFmt", _DEFAULT_FORM[kind]),
        number(said("w:numStart", "1"), 1, least=0, most=32767),
        said("w:numRestart", "continuous"),
    )


def _calls_within(parts: Mapping[NoteKind, Part | None]) -> Iterator[tuple[str, frozenset[str]]]:
    """Each note with the notes that it calls itself."""
    for kind, part in parts.items():
        for element in children(part.root if part else None, f"w:{kind}"):
            if is_note(element):
                calls = (inner for inner in element.iter() if inner.tag in _CALLS)
                yield note_key(element, kind), frozenset(note_key(call, _CALLS[call.tag]) for call in calls)


def _ringing(within: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The notes whose calls lead to themselves, or to such notes."""
    callers: dict[str, list[str]] = {}
    waiting = {key: sum(call in within for call in calls) for key, calls in within.items()}
    for key, calls in within.items():
        for call in calls:
            callers.setdefault(call, []).append(key)
    ended = [key for key, count in waiting.items() if not count]
    while ended:
        key = ended.pop()
        del waiting[key]
        for caller in callers.get(key, ()):
            waiting[caller] -= 1
            if not waiting[caller]:
                ended.append(caller)
    return frozenset(waiting)
