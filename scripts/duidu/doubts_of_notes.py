"""What makes it doubtful that the notes of a text layer were understood: one function a finding."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from duidu.calls import calls_from, find_notes
from duidu.layer import Layer
from duidu.model import NoteRef
from duidu.problems import Code, Problem
from duidu.reasons import Cause
from duidu.recover.authors import AFFILIATION
from duidu.recover.candidates import find_candidates
from duidu.recover.endnotes import is_notes_heading
from duidu.recover.lines import Line
from duidu.recover.note_forms import BARE, FORMS, SIGNS, Form, read_number

_FEW_NOTES = 2
_FEW_UNCALLED = 3
_LONGEST_QUOTE = 20  # characters


def _notes(layer: Layer) -> Iterator[Problem]:
    if layer.article.notes:
        return
    for call in layer.calls[:1]:
        sign = f"“{call.text}” stands where a note call would"
        yield Problem.at(Code.NOTES_MISSING, call.line, sign=sign)
        return
    for rule, _ in layer.bare_rules[:1]:
        yield Problem.at(Code.NOTES_MISSING, rule.number, sign="text stands under this line of spaces")


def _rule(layer: Layer) -> Iterator[Problem]:
    """Notes, or an author's affiliation, at the foot of a page without a rule over them."""
    feet: list[int] = []
    if not (layer.has_endnotes or any(line.is_rule for line in layer.lines)):
        feet = [line for line, _ in layer.places(Cause.NOTE_NUMBER)]
        feet = feet or [note.line for note in find_notes(layer.lines)]
        feet = feet if len(feet) >= _FEW_NOTES or layer.calls or layer.article.notes else []
    feet = feet or [line.number for line in layer.lines if _is_affiliation_in_text(line, layer)]
    for line in layer.lines:
        if line.number in feet[:1]:
            yield Problem.at(Code.RULE_MISSING, line.number, text=line.text[:_LONGEST_QUOTE])


def _is_affiliation_in_text(line: Line, layer: Layer) -> bool:
    """Whether a line begins with a star that is read as text."""
    star = AFFILIATION.match(line.raw)
    return star is not None and layer.texts.get(line.number, "").startswith(star[1])


def _bare_rules(layer: Layer) -> Iterator[Problem]:
    notes = [line for line, _ in layer.places(Cause.NOTE_NUMBER)]
    for rule, below in layer.bare_rules if notes else ():
        before = bisect_right(notes, rule.number)
        if before and find_notes([below]):
            yield Problem.at(Code.NOTES_RESTART, below.number, number=1, previous=before)
        else:
            yield Problem.at(Code.RULE_WITHOUT_NOTE, rule.number)


def _calls_left(layer: Layer) -> Iterator[Problem]:
    """Two or more calls that go on after the number of the last note, or one whose note is in the text."""
    last = len(layer.article.notes)
    if not last or layer.article.notes[-1].label != str(last):  # or they are no numbers that run on
        return
    taken = layer.places(Cause.NOTE_MARKER)
    after = [line for line in layer.body if taken and line.number >= taken[-1][0]]
    calls = calls_from(last + 1, after)
    notes = [line for line in after if calls and line.number > calls[0].line and _begins(line, last + 1)]
    if len(calls) > 1 or notes:
        yield Problem.at(Code.CALLS_LEFT, calls[0].line, last=last, call=calls[0].text)


def _begins(line: Line, number: int) -> bool:
    """Whether a line begins as note `number` would."""
    begins = (form.note.match(line.raw) for form in FORMS)
    return any(read_number(begin[1]) == number for begin in begins if begin)


def _calls_end(layer: Layer) -> Iterator[Problem]:
    """Several notes, and among them the last, that stand after the last that is called."""
    called = [run for run in layer.article.runs() if isinstance(run, NoteRef)]
    ids = {call.note for call in called}
    uncalled = 0
    for note in reversed(layer.article.notes):
        if note.id in ids:
            break
        uncalled += 1
    if called and uncalled >= _FEW_UNCALLED:
        last, call = layer.article.notes[-1], called[-1]
        yield Problem.at(Code.CALLS_END, call.origin.line, call=call.label, last=last.label)


def _calls_unread(layer: Layer) -> Iterator[Problem]:
    """Signs in the text in the form of the calls that were read."""
    form = _form_of_calls(layer)
    if form is None or form is BARE:
        return
    taken = set(layer.places(Cause.NOTE_MARKER))
    left = [
        (line.number, marker.text)
        for line in layer.body
        for marker in find_candidates(line)
        if marker.form is form and marker.doubt == 0 and (line.number, marker.start) not in taken
    ]
    for line, text in left[:1]:
        yield Problem.at(Code.CALLS_UNREAD, line, text=text, count=len(left))


def _form_of_calls(layer: Layer) -> Form | None:
    """The form of the first call."""
    for piece in layer.article.set_aside:
        if piece.reason.cause is Cause.NOTE_MARKER:
            return next((form for form in SIGNS if form.call and form.call.fullmatch(piece.text)), BARE)
    return None


def _endnotes(layer: Layer) -> Iterator[Problem]:
    """The heading over notes at the end, in the text itself."""
    if layer.has_endnotes:
        return
    headings: list[Line] = [line for line in layer.body if is_notes_heading(line.text)]
    for line in headings[-1:]:
        after = [other for other in layer.lines if other.number > line.number]
        if find_notes(after):
            yield Problem.at(Code.ENDNOTES_UNREAD, line.number, text=line.text)


OF_NOTES: Sequence[Callable[[Layer], Iterator[Problem]]] = (
    _notes,
    _rule,
    _bare_rules,
    _calls_left,
    _calls_end,
    _calls_unread,
    _endnotes,
)
