"""The invariants: every character placed once, markers and notes one to one, both scripts the same shape.

They stand between the model and every write, and they know nothing of how the model was made:
they compare it with the text layer itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from duidu.model import Article, NoteRef, PageBreak, Text
from duidu.problems import Code, Problem


@dataclass(frozen=True, slots=True)
class Ledger:
    """Where the characters of a source went, white space not counted."""

    source_characters: int
    placed: int
    set_aside: int

    @property
    def balanced(self) -> bool:
        """Whether every character is accounted for."""
        return self.source_characters == self.placed + self.set_aside


def make_ledger(source: str, article: Article) -> Ledger:
    """The ledger of `article`, recovered from the text layer `source`."""
    return Ledger(
        source_characters=_count(source),
        placed=sum(_count(run.original) for run in article.runs() if isinstance(run, Text)),
        set_aside=sum(_count(piece.text) for piece in article.set_aside),
    )


def check_invariants(source: str, article: Article) -> tuple[Problem, ...]:
    """Every breach of an invariant in `article`, and what recovery itself found wrong."""
    return (*article.problems, *_characters(source, article), *_notes(article))


def _characters(source: str, article: Article) -> Iterator[Problem]:
    """The pieces of each line, by their columns, must spell the line."""
    pieces = [(run.origin, run.original) for run in article.runs() if isinstance(run, Text)]
    pieces += ((piece.origin, piece.text) for piece in article.set_aside)
    placed: dict[int, str] = {}
    for origin, text in sorted(pieces):
        placed[origin.line] = placed.get(origin.line, "") + _visible(text)
    for number, line in enumerate(source.split("\n"), start=1):
        want, have = _visible(line), placed.pop(number, "")
        if want != have:
            yield from _difference(number, want, have)
    for number, have in placed.items():
        yield from _difference(number, "", have)


def _difference(line: int, want: str, have: str) -> Iterator[Problem]:
    """What is wrong where a line and its pieces differ: characters lost, doubled, or only moved."""
    wanted, found = Counter(want), Counter(have)
    if lost := wanted - found:
        yield Problem.at(Code.CHARACTERS_LOST, line, text="".join(lost.elements()))
    if doubled := found - wanted:
        yield Problem.at(Code.CHARACTERS_DOUBLED, line, text="".join(doubled.elements()))
    if wanted == found and want:
        yield Problem.at(Code.CHARACTERS_MOVED, line, text=want)


def _notes(article: Article) -> Iterator[Problem]:
    """Each call has a note, first calls stand in the order of the notes, and each note is called.

    A note may be called again, by a call with an id of its own.
    """
    places = {note.id: place for place, note in enumerate(article.notes)}
    ids: set[str] = set()
    called: set[str] = set()
    latest: NoteRef | None = None
    for call in (run for run in article.runs() if isinstance(run, NoteRef)):
        again = call.note in called
        if call.note not in places:
            yield Problem.at(Code.MARKER_WITHOUT_NOTE, call.origin.line, number=call.label)
        elif latest and (call.id in ids or (not again and places[call.note] < places[latest.note])):
            yield Problem.at(
                Code.MARKERS_OUT_OF_ORDER, call.origin.line, number=call.label, previous=latest.label
            )
        elif not again:
            latest = call
        ids.add(call.id)
        called.add(call.note)
    for note in article.notes:
        if note.id not in called:
            line = next((run.origin.line for run in note.runs if isinstance(run, Text)), 0)
            yield Problem.at(Code.NOTE_WITHOUT_MARKER, line, number=note.label)


def check_shapes(original: Article, converted: Article, language: str) -> tuple[Problem, ...]:
    """Whether `converted` has the shape of `original`: the same ids, calls, pages and lengths."""
    ours, theirs = list(_shape(original)), list(_shape(converted))
    if len(ours) != len(theirs):
        found, expected = f"{len(theirs)} parts", f"{len(ours)} parts"
        return (Problem.at(Code.SHAPES_DIFFER, language=language, found=found, expected=expected),)
    return tuple(
        Problem.at(Code.SHAPES_DIFFER, line, language=language, found=found, expected=expected)
        for (line, expected), (_, found) in zip(ours, theirs, strict=True)
        if found != expected
    )


def _shape(article: Article) -> Iterator[tuple[int, str]]:
    """The structure of an article without its words: its ids, and the kind and length of each run."""
    for anchor, _ in article.body_parts():
        yield 0, f"the id {anchor}"
    for run in article.runs():
        if isinstance(run, Text):
            yield run.origin.line, f"{len(run.text)} characters"
        elif isinstance(run, NoteRef):
            yield run.origin.line, f"the call {run.id}"
        elif isinstance(run, PageBreak):
            yield 0, f"the page {run.citation}"
        else:
            yield 0, "a new paragraph"


def _visible(text: str) -> str:
    return "".join(text.split())


def _count(text: str) -> int:
    return len(_visible(text))
