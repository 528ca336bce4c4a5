"""Where a Chinese text has Japanese, whose characters are no Traditional ones and are not converted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import regex

from duidu.enrich.citations.cues import CUE

# A title or quotation; and signs of Japanese with nothing between them.
_QUOTED = regex.compile(r"《[^《》]*》|〈[^〈〉]*〉|「[^「」]*」|『[^『』]*』|“[^“”]*”")
_RUN = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}ー]+")
_KANA = regex.compile(r"[\p{Hiragana}\p{Katakana}]")
_LEAST = 1 / 16  # of the signs are kana; with fewer it is Chinese that quotes a word
# With these words a Chinese note leads to what it cites. (見解, 見本 and 見える are Japanese.)
_CUES = regex.compile(
    rf"(?:{CUE}|收入|轉引)+(?<!^見)(?![\p{{Hiragana}}\p{{Katakana}}])|見(?![\p{{Hiragana}}解本聞物方地])"
)
# Words that Chinese writes in every sentence, and Japanese never.
_CHINESE = regex.compile(r"[的了這們嗎呢吧著是為與於對從說還沒個麼]")


def find_japanese(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of `text` that are Japanese: where each begins and ends."""
    if _KANA.search(text):
        runs = (_without_cues(run) for run in _RUN.finditer(text))
        for start, end in chain((match.span() for match in _QUOTED.finditer(text)), runs):
            if _is_japanese(text[start:end]):
                yield start, end


def _without_cues(run: regex.Match[str]) -> tuple[int, int]:
    cues = _CUES.match(run.group())
    return run.start() + (cues.end() if cues else 0), run.end()


def _is_japanese(words: str) -> bool:
    return len(_KANA.findall(words)) >= len(words) * _LEAST and not _CHINESE.search(words)
