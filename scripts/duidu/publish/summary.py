"""Short forms of long text, and forms in which white space can be seen."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"[。！？；!?;]|\.(?= )")
_IN_WORD = re.compile(r"[!-~]{2}")
ELLIPSIS = "……"


def shorten(text: str, length: int) -> str:
    """`text`, or its first `length` characters at most: whole sentences if they fill half of it.

    A word in Latin letters is not cut.
    """
    if len(text) <= length:
        return text
    ends = [mark.end() for mark in _SENTENCE_END.finditer(text, 0, length)]
    if ends and ends[-1] > length // 2:
        return text[: ends[-1]]
    cut = text[: length - len(ELLIPSIS)]
    if _IN_WORD.match(text, len(cut) - 1):
        return cut.rpartition(" ")[0].rstrip(", ") + "…"
    return cut_off(cut)


def cut_off(text: str) -> str:
    """`text`, whose end is cut off, with an ellipsis in place of the mark of a pause that it ends in."""
    return text.rstrip("，、：, ") + ELLIPSIS


def excerpt(text: str, length: int) -> str:
    """`text`, or its beginning and its end with an ellipsis between: `length` characters at most."""
    if len(text) <= length:
        return text
    tail = length // 3
    return text[: length - tail - len(ELLIPSIS)] + ELLIPSIS + text[-tail:]


def visible(text: str) -> str:
    """`text` with a sign for each line end, and for each space at its edges, where it would not be seen."""
    spaced = re.sub(r"^ +| +$", lambda spaces: "␣" * len(spaces[0]), text)
    return spaced.replace("\n", "⏎")
