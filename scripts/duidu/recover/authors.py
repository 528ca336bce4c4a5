"""Lines → authors: their names, and by their stars their affiliations."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from duidu.model import Author, Run, Runs, SetAside, Text
from duidu.reasons import Cause, Reason
from duidu.recover.affiliation_marks import AFFILIATION_MARKS, plain_mark
from duidu.recover.gather import Gatherer, slice_line
from duidu.recover.lines import Line
from duidu.recover.note_forms import begins_note
from duidu.recover.reflow import join

STARS = re.compile(rf"\s*[{AFFILIATION_MARKS}]+\s*")
_BETWEEN_AUTHORS = re.compile(r"\s*[、，,；;＆&]\s*|\s+and\s+")
AFFILIATION = re.compile(rf"\s*([{AFFILIATION_MARKS}]+)\s*(?=\S)")


def read_authors(gatherer: Gatherer, names: Sequence[Line], notes: Sequence[Line]) -> tuple[Author, ...]:
    """The authors named on the lines `names`, with the affiliations under their page's rule."""
    return _affiliated(_authors(gatherer, names), _affiliations(gatherer, notes))


def _authors(gatherer: Gatherer, lines: Sequence[Line]) -> tuple[tuple[str, Author], ...]:
    """The authors named on `lines`, each with its stars. A star ends a name: 張心怡* 李大明**."""
    found: list[tuple[str, Author]] = []
    for name in gatherer.split(lines, _BETWEEN_AUTHORS, Reason(Cause.BETWEEN_NAMES)):
        bare: list[Run] = []
        for run in name:
            if not isinstance(run, Text):
                continue
            column = 0
            for star in STARS.finditer(run.text):
                bare += _part(run, column, star.start())
                gatherer.set_aside += (
                    SetAside(part.text, part.origin, Reason(Cause.AFFILIATION_MARK))
                    for part in _part(run, star.start(), star.end())
                )
                found.append((plain_mark(star.group()), Author(tuple(bare))))
                bare, column = [], star.end()
            bare += _part(run, column, len(run.text))
        if bare:
            found.append(("", Author(tuple(bare))))
    return tuple((stars, author) for stars, author in found if author.name)


def _part(run: Text, start: int, end: int) -> list[Text]:
    """The text between two places of a run, without the spaces around it; none if blank."""
    raw = run.text[start:end]
    first = start + len(raw) - len(raw.lstrip())
    return [run.cut(first, first + len(raw.strip()))] if raw.strip() else []


def _affiliations(gatherer: Gatherer, lines: Sequence[Line]) -> dict[str, Runs]:
    """Affiliations by their stars, from the lines under a rule; each may take several lines."""
    found: dict[str, list[Text]] = {}
    current: list[Text] | None = None
    for line in lines:
        mark = AFFILIATION.match(line.raw)
        if mark:
            gatherer.aside(line, mark.start(1), mark.end(1), Reason(Cause.AFFILIATION_MARK))
            current = found.setdefault(plain_mark(mark.group(1)), [])
        elif current is None or begins_note(line.raw) or re.match(r"\s*\d", line.raw):
            current = None
            continue
        current.extend(slice_line(line, mark.end() if mark else 0, len(line.raw)))
        gatherer.taken.add(line.number)
    return {stars: join(pieces, gatherer.habit) for stars, pieces in found.items()}


def _affiliated(
    authors: Sequence[tuple[str, Author]], affiliations: Mapping[str, Runs]
) -> tuple[Author, ...]:
    """The authors with their affiliations: those with the same stars, else what is left, in order."""
    given: set[str] = set()
    found: list[Author] = []
    for stars, author in authors:
        runs = affiliations.get(stars, ())
        if stars in given:  # it stands in the source only once
            runs = tuple(replace(run, source="") if isinstance(run, Text) else run for run in runs)
        given.add(stars)
        found.append(replace(author, affiliation=runs))
    left = [runs for stars, runs in affiliations.items() if stars not in given]
    for place, author in enumerate(found):
        if left and not author.affiliation:
            found[place] = replace(author, affiliation=left.pop(0))
    return (*found, *(Author((), affiliation=runs) for runs in left))
