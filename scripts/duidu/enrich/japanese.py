"""Where a Chinese text has Japanese, whose characters are no Traditional ones and are not converted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import regex

# A title or quotation; and signs of Japanese with nothing between them.
_QUOTED = regex.compile(r"《[^《》]*》|〈[^〈〉]*〉|「[^「」]*」|『[^『』]*』|“[^“”]*”")
_RUN = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}ー]+")
_KANA = regex.compile(r"[\p{Hiragana}\p{Katakana}]")
_LEAST = 1 / 16  # of the signs are kana; with fewer it is Chinese that quotes a word
# Words that Chinese writes in every sentence, and Japanese never.
_CHINESE = regex.compile(r"[的了這們嗎呢吧著是為與於對從說還沒個麼]")


def find_japanese(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of `text` that are Japanese: where each begins and ends."""
    if _KANA.search(text):
        for match in chain(_QUOTED.finditer(text), _RUN.finditer(text)):
            if _is_japanese(match.group()):
                yield match.span()


def _is_japanese(words: str) -> bool:
    return len(_KANA.findall(words)) >= len(words) * _LEAST and not _CHINESE.search(words)
