"""著 as a word by itself: “written by” (著, in Simplified too), or the particle 着.

費正清著，張理京譯，《美國與中國》 has the one, 他手裡捧著《左傳》 the other. What stands before it
decides: the name of a person, or a verb.
"""

from __future__ import annotations

import regex

from duidu.enrich.dictionary import dictionary
from duidu.han import COMPOUND_SURNAMES, HAN, SURNAMES

MARK, PARTICLE = "著", "着"
_STOPS = r"，,。；;：:、！？!?「」『』“”《》〈〉（）()〔〕\[\]［］【】／/\s"
# What a clause says, but for the words that lead to a reference.
_CLAUSE = regex.compile(rf"(?:(?:轉?引自|[參详詳]?[見见]|參[閱考照看]))?\K[^{_STOPS}]*\Z")
_TITLE = r"[，,：:、]?\s*[《〈「『“]"
# Who translated or edited it: 張理京譯, 朱蔭貴等編譯.
_OTHER_HAND = rf"[，,、；;]?\s*[^{_STOPS}]{{2,12}}?[譯編編校註注輯](?!{HAN})"
_WROTE = regex.compile(rf"[有書作述{_STOPS}]")
_ENDS = regex.compile(rf"\s*(?:[{_STOPS}]|{_OTHER_HAND}|\Z)")
_SIGNS = regex.compile(rf"\s*(?:{_TITLE}|{_OTHER_HAND})")
_COUNTRY = regex.compile(r"[〔（(［\[【]\p{Han}{1,4}[〕）)］\]】]\s*\Z")
_SEEN = 40  # characters to either side
_LONGEST_NAME = 5  # ideographs: 濱下武志, 長谷川貞夫


def form_of(text: str, place: int, last: str) -> str:
    """What the 著 at `place` becomes; `last` is the word before it, in Simplified, empty if there is none.

    Where nothing tells, it is the particle, which is written thirty times as often.
    """
    before, after = text[max(place - _SEEN, 0) : place], text[place + 1 : place + 1 + _SEEN]
    clause = _CLAUSE.search(before)
    words = clause.group() if clause else ""
    if not words:  # it begins a clause: 著有, 著書立說; or 著即施行, an order, which is written 着
        return MARK if _WROTE.match(after) else PARTICLE
    if not last:  # after a Latin name
        return MARK
    return MARK if _ENDS.match(after) and _is_signature(before, words, after, last) else PARTICLE


def _is_signature(before: str, clause: str, after: str, last: str) -> bool:
    """Whether the `clause` that 著 ends names a person, or several, as the author."""
    signs = _SIGNS.match(after) is not None
    known = last in dictionary().names and (signs or last == clause)  # it has slips: 向前走 is none
    named = known or _is_name(clause) or _is_name(clause.removesuffix("等"))
    if last in dictionary().verbs and (len(last) > 1 or not named):
        return False
    return bool(
        named or _COUNTRY.search(before.removesuffix(clause)) or (signs and len(clause) <= _LONGEST_NAME)
    )


def _is_name(words: str) -> bool:
    """Whether `words` have the form of a Chinese name: a surname, and one or two ideographs."""
    surname = 2 if words.startswith(COMPOUND_SURNAMES) else 1 if words[:1] in SURNAMES else 0
    return surname > 0 and surname < len(words) <= surname + 2
