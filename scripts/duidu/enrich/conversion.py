"""A Traditional text → its words, each with its Simplified form and with what decided for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, chain

import regex

from duidu.enrich.authorship import MARK, form_of
from duidu.enrich.given_names import may_name, with_names
from duidu.enrich.overrides import Overrides, find_overrides
from duidu.enrich.segmentation import Decision, Segmenter, Word
from duidu.han import HAN
from duidu.lookalikes import LOOKALIKE, read_as

_STRETCH = regex.compile(rf"{HAN}+")
_STRETCH_BEFORE = regex.compile(rf"(?r){HAN}+")  # searched backwards
Placed = tuple[int, Word]


class Converter:
    """Converts texts with `overrides`. Rows that have other signs than ideographs see beyond a stretch."""

    def __init__(self, overrides: Overrides) -> None:
        self._segmenter = Segmenter(tuple(row for row in overrides if _STRETCH.fullmatch(row.phrase)))
        self._beyond = tuple(row for row in overrides if not _STRETCH.fullmatch(row.phrase))

    def convert(self, text: str) -> str:
        """`text` in Simplified characters, of the same length."""
        out = list(text)
        for place, word in self.words(text):
            out[place : place + len(word.text)] = word.form
        return "".join(out)

    def words(self, text: str) -> list[Placed]:
        """The words of `text` and their places, in order; what stands between them is no ideograph.

        Signs that only look like an ideograph are taken for it.
        """
        if LOOKALIKE.search(text):
            text = "".join(read if len(read := read_as(sign)) == 1 else sign for sign in text)
        words = [
            placed for match in _STRETCH.finditer(text) for placed in self._in_stretch(text, *match.span())
        ]
        return _with_rows(words, list(self._rows_beyond(text)))

    def _in_stretch(self, text: str, start: int, end: int) -> Iterator[Placed]:
        last, place = "", start
        stretch = text[start:end]
        words = (
            with_names(self._segmenter.cut(stretch)) if may_name(stretch) else self._segmenter.words(stretch)
        )
        for word in words:
            if word.text == MARK and word.decision is Decision.CHARACTER:
                word = replace(word, form=form_of(text, place, last))
            yield place, word
            last, place = word.form, place + len(word.text)

    def _rows_beyond(self, text: str) -> Iterator[Placed]:
        """The rows with other signs that match in `text`, but for those that would cut a word."""
        for place, row in find_overrides(text, self._beyond):
            if not any(self._cuts_word(text, border) for border in (place, place + len(row.phrase))):
                yield place, Word(row.phrase, row.replacement, Decision.OVERRIDE)

    def _cuts_word(self, text: str, place: int) -> bool:
        before, after = _STRETCH_BEFORE.match(text, 0, place), _STRETCH.match(text, place)
        if not (before and after):
            return False
        words = self._segmenter.cut(before.group() + after.group())
        return len(before.group()) not in accumulate(len(word.text) for word in words)


def _with_rows(words: list[Placed], rows: list[Placed]) -> list[Placed]:
    """`words` with `rows` in the place of those that they cover."""
    if not rows:
        return words
    covered = {place + offset for place, row in rows for offset in range(len(row.text))}
    return sorted(
        chain((placed for placed in words if placed[0] not in covered), rows), key=lambda one: one[0]
    )


@lru_cache(maxsize=8)
def converter(overrides: Overrides) -> Converter:
    """The converter with `overrides`, made once."""
    return Converter(overrides)
