"""Lines → running text: hard wraps undone by the source's own habit of setting spaces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from duidu.han import is_ideograph
from duidu.model import Correction, NoteRef, Run, Runs, Text
from duidu.reasons import Cause, Reason
from duidu.recover.characters import is_latin, is_wide, is_wide_mark
from duidu.recover.lines import Line

# A heading's number keeps its space: 第一章 緒論.
_CHAPTER = re.compile(r"第\s*\S{1,3}\s*[章部篇節]\s+")
_WORD = re.compile("[0-9]+|[A-Za-z\u00c0-\u024f]+")
_SPACES = re.compile(r"\s+")
_URL = re.compile(r"(?:https?://|www\.)[!-~]*$", re.IGNORECASE)
_URL_GOES_ON = re.compile(r"[!-~]*/|[a-z0-9_-]+\.[a-z0-9]{2,}", re.IGNORECASE)
_BROKEN_AT = "-–/"  # within a word, a line may end in these
_AROUND = 6  # characters quoted on either side of a corrected seam


@dataclass(frozen=True, slots=True)
class Habit:
    """Whether a source sets a space between ideographs and numbers, and Latin words.

    `trimmed` says that its lines have lost the spaces at their ends.
    """

    spaces_numbers: bool
    spaces_latin: bool
    trimmed: bool = False


def find_habit(lines: Iterable[Line]) -> Habit:
    """The habit that the inside of the lines shows: what is done more often."""
    spaced_minus_close = {True: 0, False: 0}  # by whether the word is a number
    trimmed = False
    for line in lines:
        text = line.text
        trimmed = trimmed or line.unmarked
        for word in _WORD.finditer(text):
            before, after = text[: word.start()], text[word.end() :]
            for near, next_but_space in ((before[-1:], before[-2:-1]), (after[:1], after[1:2])):
                if is_ideograph(near):
                    spaced_minus_close[word.group().isdigit()] -= 1
                elif near == " " and is_ideograph(next_but_space):
                    spaced_minus_close[word.group().isdigit()] += 1
    return Habit(spaced_minus_close[True] > 0, spaced_minus_close[False] > 0, trimmed)


@lru_cache(maxsize=8192)
def tidy(text: str) -> str:
    """`text` without the spaces that the extractor set inside spread-out words.

    A space beside a full-width mark, or between two characters of full width, is never set by
    an author: 制 度 → 制度, （ special → （special.
    """
    start = chapter.end() if (chapter := _CHAPTER.match(text)) else 0

    def keep(space: re.Match[str]) -> str:
        if space.start() < start or space.start() == 0 or space.end() == len(text):
            return space.group()
        left, right = text[space.start() - 1], text[space.end()]
        spread = is_wide_mark(left) or is_wide_mark(right) or (is_wide(left) and is_wide(right))
        return "" if spread else space.group()

    return _SPACES.sub(keep, text)


def join(pieces: Sequence[Run], habit: Habit) -> Runs:
    """The pieces of a paragraph, line by line in reading order, as one running text.

    Each `Text` that comes in holds the rest of its line, trailing space and all; note references
    and page breaks stand between them.
    """
    runs = [
        replace(piece, text=tidy(piece.text.strip())) if isinstance(piece, Text) else piece
        for piece in pieces
    ]
    for left, right, url in _seams(pieces):
        before, after, into = pieces[left], pieces[right], runs[left]
        assert isinstance(before, Text)
        assert isinstance(after, Text)
        assert isinstance(into, Text)
        called = any(isinstance(piece, NoteRef) for piece in pieces[left:right])
        space = "" if url else glue(before.text, after.text, habit, beside_note=called)
        runs[left] = replace(into, text=into.text + space)
    return tuple(run for run in runs if not isinstance(run, Text) or run.text)


def seam_corrections(pieces: Sequence[Run]) -> Iterator[Correction]:
    """Where a URL was broken over two lines with a space that does not belong there."""
    for left, right, url in _seams(pieces):
        before, after = pieces[left], pieces[right]
        assert isinstance(before, Text)
        assert isinstance(after, Text)
        if url and before.text.endswith(" "):
            end, start = before.text.rstrip()[-2 * _AROUND :], after.text.strip()[: 2 * _AROUND]
            yield Correction(before.origin.line, f"{end} {start}", end + start, Reason(Cause.BROKEN_ADDRESS))


def spacing_corrections(text: Text) -> Iterator[Correction]:
    """Where spread-out words were drawn together in one line."""
    tidied = tidy(text.text.strip())
    if tidied != text.text.strip():
        yield Correction(text.origin.line, text.text.strip(), tidied, Reason(Cause.SPREAD_OUT_WORDS))


def _seams(pieces: Sequence[Run]) -> Iterator[tuple[int, int, bool]]:
    """The places of each two neighbouring texts, and whether a URL goes on from one to the other."""
    texts = [
        (place, piece.text.strip())
        for place, piece in enumerate(pieces)
        if isinstance(piece, Text) and piece.text.strip()
    ]
    so_far = ""  # the end of the URL that is open, as far as it has been put together
    for (left, before), (right, after) in pairwise(texts):
        word = before.rpartition(" ")[2]
        so_far = so_far + word if word == before else word
        url = _breaks_url(so_far, after)
        so_far = so_far if url else ""
        yield left, right, url


def glue(left: str, right: str, habit: Habit, *, beside_note: bool) -> str:
    """What belongs between two lines: a space or nothing."""
    before, after = left.rstrip(), right.lstrip()
    end, start = before[-1], after[0]
    if is_wide_mark(end) or is_wide_mark(start) or (is_wide(end) and is_wide(start)):
        return ""
    if is_wide(end) != is_wide(start):
        narrow = start if is_wide(end) else end
        if beside_note or not (narrow.isdigit() or is_latin(narrow)):
            return ""
        return " " if (habit.spaces_numbers if narrow.isdigit() else habit.spaces_latin) else ""
    spaced = left != before or right != after or (habit.trimmed and end not in _BROKEN_AT)
    return " " if spaced else ""


def _breaks_url(before: str, after: str) -> bool:
    """Whether a URL at the end of `before` goes on at the start of `after`."""
    url = _URL.search(before)
    if url is None or before.endswith((",", ";", ")", "”", '"')):
        return False
    return before.endswith("/") or _URL_GOES_ON.match(after) is not None


def url_goes_on(before: str, after: str) -> bool:
    """Whether the URL at the end of a line goes on at the start of the next."""
    return _breaks_url(before.rpartition(" ")[2], after)
