"""Quotation marks as mainland readers expect them: “” outside, ‘’ inside."""

from __future__ import annotations

_CLOSING = {"「": "」", "『": "』", "“": "”"}
_OUTER, _INNER = ("“", "”"), ("‘", "’")
_SINGLE = {"「": "“", "」": "”", "『": "‘", "』": "’"}


def simplified_quotes(text: str) -> str:
    """`text` with 「」『』 as “” and ‘’, by how deep they stand; “” that are there already stay.

    Marks that have no partner (a quotation over several paragraphs opens in each and closes in the
    last) keep their rank: 「 is outer, 『 inner.
    """
    pairs, single = _pair(text)
    out = [_SINGLE.get(mark, mark) if place in single else mark for place, mark in enumerate(text)]
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


def _pair(text: str) -> tuple[list[tuple[int, int]], set[int]]:
    """Where the quotations of `text` begin and end, and where marks without a partner are."""
    pairs: list[tuple[int, int]] = []
    single: set[int] = set()
    open_at: list[int] = []
    for place, mark in enumerate(text):
        if mark in _CLOSING:
            open_at.append(place)
        elif mark in _CLOSING.values():
            partner = next((at for at in reversed(open_at) if _CLOSING[text[at]] == mark), None)
            if partner is None:
                single.add(place)
                continue
            while (last := open_at.pop()) != partner:
                single.add(last)
            pairs.append((partner, place))
    return sorted(pairs), single.union(open_at)
