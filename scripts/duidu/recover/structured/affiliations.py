"""Whose institution is which: by a note called at the name, by a mark, or by the line under it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import regex as re

from duidu.cutting import join_runs, slice_runs, trim
from duidu.model import Author, Note, Origin, Runs, SetAside, Style, Text, plain
from duidu.reasons import Cause
from duidu.recover.affiliation_marks import AFFILIATION_MARKS, plain_mark
from duidu.recover.characters import width
from duidu.recover.structured.entry_maker import Entry, aside
from duidu.recover.structured.front_forms import is_affiliation
from duidu.recover.structured.names import Named

_MARK = re.compile(rf"\s*([{AFFILIATION_MARKS}]+|\d{{1,2}}(?=\s*\p{{Han}})|\(\d\))\s*")
_LONGEST = 80.0  # ideographs; a longer note at a name is thanks or a remark, and stays a note
_THANKS = re.compile("本文|感謝|感谢|謝|谢|審查|审查|初稿|計畫|计划|thank|grateful", re.IGNORECASE)


class Affiliations:
    """Gathers lines and notes that say where authors work, and gives them to the authors."""

    def __init__(self, notes: Mapping[str, Note]) -> None:
        self._notes = notes
        self._marked: dict[str, Runs] = {}
        self._of: dict[Origin, Runs] = {}
        self.taken_notes: set[str] = set()
        self.set_aside: list[SetAside] = []

    def add(self, entry: Entry, names: Sequence[Named]) -> None:
        """Take a line; without a mark it is of the last name, or goes on with what is said of that."""
        mark, runs = self._mark(entry.runs)
        if mark:
            self._marked[mark] = runs
            return
        name = _origin(names[-1].runs)
        if name in self._of:
            comma = Text("，", _origin(runs), source="")
            self._of[name] = join_runs((self._of[name], runs), (comma,))
        else:
            self._of[name] = runs

    def authors(self, chinese: Sequence[Named], english: Sequence[Named]) -> tuple[Author, ...]:
        """The authors: names in both languages belong together in order."""
        found: list[Author] = []
        given: set[str] = set()
        for place in range(max(len(chinese), len(english))):
            own = chinese[place] if place < len(chinese) else None
            other = english[place] if place < len(english) else None
            author = Author(())
            if own:
                affiliation = self._affiliation(own, given)
                author = Author(self._name(own), own.english, affiliation)
            if other:
                affiliation = self._affiliation(other, given)
                author = replace(author, name_en=self._name(other), affiliation_en=affiliation)
            found.append(author)
        left = [runs for mark, runs in self._marked.items() if mark not in given]
        return (*self._fill(found, left),)

    @staticmethod
    def _fill(authors: Sequence[Author], left: list[Runs]) -> Iterator[Author]:
        """Affiliations whose mark no name has go to those that have none, in order."""
        for author in authors:
            yield replace(author, affiliation=left.pop(0)) if left and not author.affiliation else author
        yield from (Author((), affiliation=runs) for runs in left)

    def _name(self, named: Named) -> Runs:
        """A name with the calls of those notes that stay notes."""
        kept = tuple(call for call in named.calls if call.note not in self.taken_notes)
        return (*named.runs, *kept)

    def _affiliation(self, named: Named, given: set[str]) -> Runs:
        """What is known of where the author works, the nearest source first."""
        pieces = [named.affiliation, self._of.get(_origin(named.runs), ())]
        if named.mark in self._marked:
            runs = self._marked[named.mark]
            pieces.append(_repeated(runs) if named.mark in given else runs)
            given.add(named.mark)
        for call in named.calls:
            note = self._notes[call.note]
            if call.note not in self.taken_notes and _is_of_author(note):
                self.taken_notes.add(call.note)
                pieces.append(self._mark(note.runs)[1])
        full = [piece for piece in pieces if piece]
        comma = (Text("，", _origin(full[-1]), source=""),) if len(full) > 1 else ()
        return join_runs(full, comma)

    def _mark(self, runs: Runs) -> tuple[str, Runs]:
        """The mark that a line begins with, which is set aside, and the rest."""
        raised = runs[0] if runs and isinstance(runs[0], Text) and runs[0].style & Style.SUPERSCRIPT else None
        text = plain(runs)
        mark = _MARK.match(text)
        end = len(raised.text) if raised else mark.end() if mark else 0
        self.set_aside += aside(slice_runs(runs, 0, end), Cause.AFFILIATION_MARK)
        sign = plain_mark(text[:end])
        return sign, trim(slice_runs(runs, end, len(text))) if end else runs


def _is_of_author(note: Note) -> bool:
    text = plain(note.runs)
    return is_affiliation(text[: int(_LONGEST)]) and width(text) <= _LONGEST and not _THANKS.search(text)


def _repeated(runs: Runs) -> Runs:
    """The same words for a second author: the document has them only once."""
    return tuple(replace(run, source="") if isinstance(run, Text) else run for run in runs)


def _origin(runs: Runs) -> Origin:
    """Where the words begin."""
    return next(run.origin for run in runs if isinstance(run, Text))
