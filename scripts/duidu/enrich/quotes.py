"""Quotation marks as readers expect them: “” around ‘’ on the mainland, 「」 around 『』 in Taiwan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import regex

from duidu.han import IDEOGRAPHIC

MARK = regex.compile("[「」『』“”‘’]")
_CLOSING = {"「": "」", "『": "』", "“": "”"}
_CURVED = {"“": "”", "‘": "’"}
_OUTER, _INNER = ("“", "”"), ("‘", "’")
_MAINLANDS = {"「": "“", "」": "”", "『": "‘", "』": "’"}
_TAIWANS = {mark: corner for corner, mark in _MAINLANDS.items()}


def mainland_quotes(text: str) -> str:
    """`text` with 「」『』 as “” and ‘’, by how deep they stand; “” that are there already stay.

    Marks that have no partner (a quotation over several paragraphs opens in each and closes in the
    last) keep their rank: 「 is outer, 『 inner.
    """
    pairs, single = _pair(text, _CLOSING)
    out = list(text)
    for place in single:
        out[place] = _MAINLANDS.get(text[place], text[place])
    goes_on = any(text[place] in "「」" for place in single)
    around: list[tuple[int, bool]] = []  # of each quotation around: its end, and whether it is an inner one
    for start, end in pairs:
        while around and around[-1][0] < start:
            around.pop()
        mark = text[start]
        inner = mark != "“" and (not around[-1][1] if around else goes_on and mark == "『")
        around.append((end, inner))
        if mark != "“":
            out[start], out[end] = _INNER if inner else _OUTER
    return "".join(out)


def taiwan_quotes(text: str) -> str:
    """`text` with “” as 「」 and ‘’ as 『』 where they belong to Chinese.

    In a reference in English they stay, and so does what is an apostrophe.
    """
    pairs, single = _pair(text, _CURVED)
    chinese = {place for pair in pairs if _is_chinese(text, pair) for place in pair}
    chinese |= {place for place in single if _is_chinese(text, (place,))}
    out = list(text)
    for place in chinese:
        out[place] = _TAIWANS[text[place]]
    return "".join(out)


def _is_chinese(text: str, marks: Iterable[int]) -> bool:
    """Whether beside one of the `marks`, which are places, there is a sign that Chinese is written with."""
    beside = (text[max(at - 1, 0) : at] + text[at + 1 : at + 2] for at in marks)
    return any(sign >= IDEOGRAPHIC for signs in beside for sign in signs)


def _pair(text: str, closing: Mapping[str, str]) -> tuple[list[tuple[int, int]], set[int]]:
    """Where the quotations of `text` begin and end, and where marks without a partner are."""
    pairs: list[tuple[int, int]] = []
    single: set[int] = set()
    open_at: list[int] = []
    for match in MARK.finditer(text):
        place, mark = match.start(), match[0]
        if mark in closing:
            open_at.append(place)
        elif mark in closing.values() and not _is_apostrophe(text, place):
            partner = next((at for at in reversed(open_at) if closing[text[at]] == mark), None)
            if partner is None:
                single.add(place)
                continue
            while (last := open_at.pop()) != partner:
                single.add(last)
            pairs.append((partner, place))
    return sorted(pairs), single.union(open_at)


def _is_apostrophe(text: str, place: int) -> bool:
    """Whether it stands between two letters: O’Neill."""
    around = text[max(place - 1, 0) : place] + text[place + 1 : place + 2]
    return text[place] == "’" and len(around) == 2 and around.isascii() and around.isalpha()
