"""Where the Word file and the PDF of an article have other words, with the page of each place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from duidu.recover.pairing.levelled_stream import Stream, level_sign
from duidu.recover.pairing.text_alignment import Alignment, align

_LONGEST_QUOTE = 20  # characters
_MOVED = 8  # signs in a row that are the same elsewhere by no chance


@dataclass(frozen=True, slots=True)
class Difference:
    """A place: its page as the PDF has it, its line in the Word file, and the words of both."""

    page: str
    line: int
    printed: str
    written: str

    @property
    def shown(self) -> str:
        """What is said of it, in a few words."""
        page = f"page {self.page}: " if self.page else ""
        if self.printed and self.written:
            return f"{page}“{self.written}”, in print “{self.printed}”"
        return f"{page}“{self.written or self.printed}” only in {'Word' if self.written else 'print'}"


@dataclass(frozen=True, slots=True)
class Pair:
    """The text of both, or the notes, and their alignment."""

    printed: Stream
    written: Stream
    alignment: Alignment

    @classmethod
    def of(cls, printed: Stream, written: Stream) -> Pair:
        """The two, aligned."""
        return cls(printed, written, Alignment.of(printed.text, written.text))


def find_differences(pairs: Sequence[Pair], printed_aside: str, written_aside: str) -> tuple[Difference, ...]:
    """Where the texts differ. Words of one that stand elsewhere in the other, or aside, are no difference."""
    printed = [pair.printed.text[gap[0] : gap[1]] for pair in pairs for gap in pair.alignment.gaps()]
    written = [pair.written.text[gap[2] : gap[3]] for pair in pairs for gap in pair.alignment.gaps()]
    elsewhere = [
        match
        for match in align("".join(printed) + _level(printed_aside), "".join(written) + _level(written_aside))
        if match.length >= _MOVED
    ]
    only_printed = _outside(printed, ((match.first, match.first_end) for match in elsewhere))
    only_written = _outside(written, ((match.second, match.second_end) for match in elsewhere))
    found = []
    for pair in pairs:
        for first, _, second, _ in pair.alignment.gaps():
            in_print, in_word = next(only_printed), next(only_written)
            if in_print or in_word:
                found.append(_difference(pair, first, second, in_print, in_word))
    return tuple(found)


def _level(text: str) -> str:
    return "".join(map(level_sign, text))


def _outside(pieces: Sequence[str], covered: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int] | None]:
    """From where to where each of the pieces, laid end to end, is not covered; None where it is."""
    is_covered = bytearray(sum(map(len, pieces)))
    for start, end in covered:
        end = min(end, len(is_covered))
        is_covered[start:end] = b"\1" * max(0, end - start)
    start = 0
    for piece in pieces:
        flags = is_covered[start : start + len(piece)]
        first, last = flags.find(0), flags.rfind(0)
        is_rest = 1 in flags and not any(map(str.isalnum, piece[first : last + 1]))  # a stop, say
        yield None if first < 0 or is_rest else (first, last + 1)
        start += len(piece)


def _difference(
    pair: Pair, first: int, second: int, in_print: tuple[int, int] | None, in_word: tuple[int, int] | None
) -> Difference:
    def words(stream: Stream, start: int, place: tuple[int, int] | None) -> str:
        return _shortened(stream.words(start + place[0], start + place[1])) if place else ""

    return Difference(
        pair.printed.page(first + (in_print[0] if in_print else 0)),
        pair.written.line(second + (in_word[0] if in_word else 0)),
        words(pair.printed, first, in_print),
        words(pair.written, second, in_word),
    )


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE]}…"
