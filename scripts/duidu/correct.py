"""Article → the article with its declared corrections made.

Every correction quotes the text as it was recovered, before any other correction is made. A paragraph,
heading or name of which corrections leave nothing is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from duidu.corrections import DeclaredCorrection
from duidu.model import Article, Correction, Origin, Run, Runs, SetAside, Text, plain
from duidu.problems import Code, DuiduError, Problem
from duidu.prune import is_empty, prune
from duidu.traversal import map_texts


@dataclass(frozen=True, slots=True, order=True)
class _Change:
    """What a correction changes: the characters `start` to `end` of a stretch of text become `new`."""

    start: int
    end: int
    new: str
    correction: DeclaredCorrection


def apply_corrections(article: Article, corrections: Sequence[DeclaredCorrection], name: str) -> Article:
    """`article` with `corrections` made, each in the one place that has its quoted text.

    Raises `DuiduError` (naming the file `name`) where the quoted text is not there, or not once, where
    two corrections change the same place, and where corrections leave nothing of a title or note.
    """
    stretches = tuple(article.texts())
    changes = _find_changes(stretches, corrections, name)
    aside: list[SetAside] = []
    made: list[Correction] = []
    numbers = iter(range(len(stretches)))

    def change(runs: Runs, _: str) -> Runs:
        for one in reversed(changes.get(next(numbers), ())):  # from the end: earlier offsets stay valid
            runs, removed, origin = _make(runs, one)
            aside.extend(removed)
            made.append(
                Correction(origin.line, one.correction.quote, one.correction.text, one.correction.because)
            )
        return runs

    corrected = map_texts(article, change)
    for part, before in _emptied(article, corrected):
        correction = next(correction for correction in corrections if correction.quote in before)
        raise DuiduError(name, Problem.at(Code.CORRECTION_EMPTIES, correction.line, part=part))
    return replace(
        prune(corrected),
        set_aside=tuple(sorted((*article.set_aside, *aside), key=lambda piece: piece.origin)),
        corrections=tuple(sorted((*article.corrections, *made), key=lambda done: done.line)),
    )


def _emptied(before: Article, after: Article) -> Iterator[tuple[str, str]]:
    """The titles and notes that are empty now, with their former text: neither may be empty."""
    stretches = [("the title", runs, after.front.titles[key]) for key, runs in before.front.titles.items()]
    stretches += [
        (f"note {old.label}", old.runs, new.runs) for old, new in zip(before.notes, after.notes, strict=True)
    ]
    return ((part, plain(old)) for part, old, new in stretches if is_empty(new) and not is_empty(old))


# -- where a correction is made


def _find_changes(
    stretches: Sequence[Runs], corrections: Sequence[DeclaredCorrection], name: str
) -> Mapping[int, Sequence[_Change]]:
    """What is to be changed in each stretch, by its number, in order."""
    texts = [plain(runs) for runs in stretches]
    found: dict[int, list[_Change]] = {}
    for correction in corrections:
        places = [
            (number, text.find(correction.quote))
            for number, text in enumerate(texts)
            if correction.quote in text
        ]
        count = sum(text.count(correction.quote) for text in texts)
        if count == 0:
            raise DuiduError(
                name, Problem.at(Code.CORRECTION_NOT_FOUND, correction.line, source=correction.quote)
            )
        if count > 1:
            raise DuiduError(
                name,
                Problem.at(Code.CORRECTION_AMBIGUOUS, correction.line, source=correction.quote, count=count),
            )
        ((number, at),) = places
        found.setdefault(number, []).append(_change(correction, at))
    for changes in found.values():
        changes.sort(key=lambda change: (change.start, change.end))
        _refuse_overlap(changes, name)
    return found


def _change(correction: DeclaredCorrection, at: int) -> _Change:
    """The change that `correction` makes to its quotation at `at`: only the characters that differ."""
    head = _shared(correction.quote, correction.text)
    tail = _shared(correction.quote[head:][::-1], correction.text[head:][::-1])
    return _Change(
        at + head,
        at + len(correction.quote) - tail,
        correction.text[head : len(correction.text) - tail],
        correction,
    )


def _shared(left: str, right: str) -> int:
    """How many characters two texts begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))


def _refuse_overlap(changes: Sequence[_Change], name: str) -> None:
    for one, other in pairwise(changes):
        both_insert_here = one.start == one.end == other.start == other.end
        if one.end > other.start or both_insert_here:
            problem = Problem.at(Code.CORRECTION_OVERLAP, other.correction.line, other=one.correction.quote)
            raise DuiduError(name, problem)


# -- making it


def _make(runs: Runs, change: _Change) -> tuple[Runs, list[SetAside], Origin]:
    """`runs` with one change made, the characters that it removed, and its place in the source."""
    out: list[Run] = []
    removed: list[SetAside] = []
    origin: Origin | None = None
    place = 0
    for run in runs:
        if not isinstance(run, Text):
            out.append(run)
            continue
        start, end = change.start - place, change.end - place
        first, last = max(start, 0), min(end, len(run.text))
        if 0 <= start <= len(run.text) and origin is None:
            origin = run.cut(start, start).origin
            out += [run.cut(0, start), Text(change.new, origin, source="")]
            out.append(run.cut(max(last, first), len(run.text)))
        elif first < last:
            out.append(run.cut(last, len(run.text)))
        else:
            out.append(run)
        if first < last:
            gone = run.cut(first, last)
            removed.append(SetAside(gone.original, gone.origin, change.correction.because))
        place += len(run.text)
    assert origin is not None
    kept = tuple(run for run in out if not isinstance(run, Text) or run.text)
    return kept, [piece for piece in removed if piece.text.strip()], origin
