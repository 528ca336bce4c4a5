"""The clauses of a long sentence around a place in it, without a quotation or bracket left open."""

from __future__ import annotations

from duidu.han import bracket_depth

Range = tuple[int, int]

LONGEST = 110
_BEFORE, _AFTER = 40, 70
_BETWEEN_CLAUSES = "，；：。！？,;"


def clauses(text: str, sentence: Range, place: Range) -> Range:
    """The part of `sentence` to show around `place`, both ranges of `text`.

    All of it, unless it is longer than `LONGEST`. Else it is cut where a clause ends, outside of all
    quotations and brackets; if none ends there, it is not cut.
    """
    start, end = sentence
    if end - start <= LONGEST:
        return sentence
    ends = _ends(text, start, end)
    cuts = [offset for offset in ends if offset <= place[0]]
    near = [offset for offset in cuts if place[0] - offset <= _BEFORE]
    first = next(iter(near), cuts[-1] if cuts else start)
    cuts = [offset for offset in ends if offset >= place[1]]
    near = [offset for offset in cuts if offset - place[1] <= _AFTER]
    last = near[-1] if near else next(iter(cuts), end)
    return (start if first - start < len("……") else first), last


def _ends(text: str, start: int, end: int) -> list[int]:
    """Where clauses end outside of all quotations and brackets."""
    depth, found = 0, []
    for offset in range(start, end):
        sign = text[offset]
        depth += bracket_depth(sign)
        if not depth and sign in _BETWEEN_CLAUSES:
            found.append(offset + 1)
    return found
