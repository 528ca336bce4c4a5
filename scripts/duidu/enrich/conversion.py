"""A text → its words, each with its form in the other script and with what decided for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, chain

import regex

from duidu.enrich import authorship, lone_forms
from duidu.enrich.direction import TO_SIMPLIFIED, Direction
from duidu.enrich.name_forms import may_begin_name, may_name, with_names, with_surnames
from duidu.enrich.overrides import Overrides, default_overrides, find_overrides
from duidu.enrich.segmentation import Decision, Segmenter, Word
from duidu.enrich.words_to_simplified import WordsToSimplified
from duidu.enrich.words_to_traditional import WordsToTraditional
from duidu.han import HAN
from duidu.lookalikes import LOOKALIKE, read_as

_STRETCH = regex.compile(rf"{HAN}+")
_STRETCH_BEFORE = regex.compile(rf"(?r){HAN}+")  # searched backwards
Placed = tuple[int, Word]


class Converter:
    """Converts texts in one direction with `overrides`. Rows that have other signs than ideographs see beyond
    a stretch.
    """

    def __init__(self, overrides: Overrides, direction: Direction = TO_SIMPLIFIED) -> None:
        within = tuple(row for row in overrides if _STRETCH.fullmatch(row.phrase))
        to_simplified = direction is TO_SIMPLIFIED
        self._in_stretch = self._to_simplified if to_simplified else self._to_traditional
        self._segmenter = Segmenter(
            WordsToSimplified(within) if to_simplified else WordsToTraditional(within)
        )
        self.words = lru_cache(maxsize=300)(self._words)  # pages list the choices in what was converted
        self._beyond = tuple(row for row in overrides if not _STRETCH.fullmatch(row.phrase))

    def convert(self, text: str) -> str:
        """`text` in the other script, of the same length."""
        out, end = [], 0
        for place, word in self.words(text):
            out += [text[end:place], word.form]
            end = place + len(word.text)
        return "".join((*out, text[end:]))

    def _words(self, text: str) -> list[Placed]:
        """The words of `text` and their places, in order; what stands between them is no ideograph.

        Signs that only look like an ideograph are taken for it.
        """
        if LOOKALIKE.search(text):
            text = "".join(read if len(read := read_as(sign)) == 1 else sign for sign in text)
        words = [
            placed for match in _STRETCH.finditer(text) for placed in self._in_stretch(text, *match.span())
        ]
        return _with_rows(words, list(self._rows_beyond(text)))

    def _to_simplified(self, text: str, start: int, end: int) -> Iterator[Placed]:
        last, place = "", start
        stretch = text[start:end]
        words = (
            with_names(self._segmenter.cut(stretch)) if may_name(stretch) else self._segmenter.words(stretch)
        )
        for word in words:
            if word.text == authorship.MARK and word.decision is Decision.CHARACTER:
                form = authorship.form_of(text, place, last)
                word = replace(word, form=form, decision=Decision.CONTEXT)
            yield place, word
            last, place = word.form, place + len(word.text)

    def _to_traditional(self, text: str, start: int, end: int) -> Iterator[Placed]:
        stretch, place = text[start:end], start
        words: Sequence[Word] = self._segmenter.words(stretch)
        if may_begin_name(stretch):
            words = with_surnames(words, after_number=text[start - 1 : start].isnumeric())
        for word in words:
            if (
                word.text in lone_forms.RULED
                and word.decision is not Decision.CONTEXT
                and (form := lone_forms.form_of(text, place))
            ):
                word = replace(word, form=form, decision=Decision.CONTEXT)
            yield place, word
            place += len(word.text)

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
def converter(overrides: Overrides | None = None, direction: Direction = TO_SIMPLIFIED) -> Converter:
    """The converter with `overrides` (by default those that come with duidu), made once."""
    return Converter(default_overrides(direction) if overrides is None else overrides, direction)
