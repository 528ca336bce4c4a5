"""Lines of notes → notes: where each begins, and what goes on overleaf."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from duidu.model import NoteKind
from duidu.recover.printed.note_labels import Label, label_of_note
from duidu.recover.printed.rows import Row


@dataclass(frozen=True, slots=True)
class PrintedNote:
    """A note: its label, and its lines, the first with the label on it."""

    label: Label
    rows: tuple[Row, ...]
    kind: NoteKind = NoteKind.FOOTNOTE

    @property
    def page(self) -> int:
        """The page on which it begins."""
        return self.rows[0].page


@dataclass(slots=True)
class NoteReader:
    """Tells where notes begin, by the form that most of them have, and numbers that run on."""

    form: str
    found: list[tuple[Label, list[Row]]] = field(default_factory=list)
    before: list[Row] = field(default_factory=list)
    _last: int = 0
    _page: int = -1

    def read(self, row: Row) -> None:
        """Take the next line: it begins a note, or goes on with the last one."""
        if label := self._begins(row):
            self.found.append((label, [row]))
            if label.number:
                self._last, self._page = label.number, row.page
        elif self.found:
            self.found[-1][1].append(row)
        else:
            self.before.append(row)

    def _begins(self, row: Row) -> Label | None:
        for label in label_of_note(row):
            if label.number == 0:
                if label.form in ("raised", "*"):
                    return label
            elif label.form == self.form and self._follows(label, row):
                return label
        return None

    def _follows(self, label: Label, row: Row) -> bool:
        """Whether the number is the next, or begins anew on another page; sure ones may leave one out."""
        if label.number == self._last + 1:
            return True
        anew = label.number == 1 and (label.form == "raised" or row.page != self._page)
        return anew or (label.sure and self._last < label.number <= self._last + 3)


def read_notes(
    rows: Sequence[Row], kind: NoteKind = NoteKind.FOOTNOTE
) -> tuple[tuple[PrintedNote, ...], tuple[Row, ...]]:
    """The notes that lines hold, and the lines before the first of them."""
    best = max((_read(rows, form) for form in _forms(rows)), key=_worth, default=NoteReader(""))
    if not best.found:
        return (), tuple(rows)
    notes = tuple(PrintedNote(label, tuple(lines), kind) for label, lines in best.found)
    return notes, tuple(best.before)


def _read(rows: Sequence[Row], form: str) -> NoteReader:
    reader = NoteReader(form)
    for row in rows:
        reader.read(row)
    return reader


def _worth(reader: NoteReader) -> tuple[float, bool]:
    """How many notes a form finds; a few unsure numbers among sure ones are words of the notes."""
    sure = sum(label.sure or not label.number for label, _ in reader.found)
    unsure = len(reader.found) - sure
    return sure + (0.9 * unsure if 2 * unsure > sure else -0.5 * unsure), reader.form == "raised"


def _forms(rows: Sequence[Row]) -> Iterator[str]:
    """The forms that any label has, the commonest first."""
    forms = Counter(label.form for row in rows for label in label_of_note(row))
    yield from (form for form, _ in forms.most_common())
