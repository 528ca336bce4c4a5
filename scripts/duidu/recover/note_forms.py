"""How journals write the numbers of notes, in the text and where a note begins: one table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from duidu import han

_DIGITS = "[0-9０-９]{1,4}"
_CIRCLED = "[①-⑳㉑-㉟㊱-㊿⓫-⓾❶-➓⑴-⒇]"
_NUMBER = rf"(?:{_DIGITS}|[{han.NUMERALS}]{{1,4}}|{_CIRCLED})"
_OPEN, _CLOSE = r"[\[［〔【]", r"[\]］〕】]"
# A word before 註 that makes it a reference to a note, or another word: 同註3, 附註, 備註.
_NO_CALL = "(?<![同見参參如前詳據附備腳批加])"


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write the numbers of notes.

    `call` matches it in the text, `note` at the beginning of a note, up to the note's own words; group 1 is
    the number, and group 2 of `note` what parts it from these words. Where `call` is None, the calls are bare
    numbers, which grammar alone tells from others.
    `is_sign` says that the number is a sign of its own, and so printed as it is. `doubt` is how unlikely it
    is that a number in this form calls a note: so are items of a list written, too.
    """

    name: str
    call: re.Pattern[str] | None
    note: re.Pattern[str]
    is_sign: bool = False
    doubt: float = 0.0

    def label(self, number: str) -> str:
        """What is printed for a `number` that one of the patterns found."""
        return number if self.is_sign else str(read_number(number))


def _form(name: str, sign: str, after: str = "", before: str = "", **more: Any) -> Form:
    """The form whose calls are `sign`; where a note begins, the signs of `after` may follow."""
    note = re.compile(rf"\s*{sign}([{after}\s]*)(?=\S)")
    return Form(name, re.compile(before + sign), note, **more)


BRACKETED = _form("[1]", rf"{_OPEN}\^?\s?({_DIGITS})\s?{_CLOSE}", "：:")
RAISED = _form("¹", "([¹²³⁰⁴-⁹]{1,4})")
BARE = Form("1", None, re.compile(r"\s*(\d{1,4})(\s+)(?=\S)"))
# The first are the surest: where two of them find as many calls, the first is right.
FORMS = (
    _form("（註1）", rf"[（(\[［〔【]\s?[註注]\s?({_NUMBER})\s?[）)\]］〕】]", "：:、"),
    _form("註1", rf"[註注]\s?({_NUMBER})", "：:、.．", _NO_CALL),
    BRACKETED,
    _form("①", f"({_CIRCLED})", is_sign=True),
    RAISED,
    _form("(1)", rf"[（(]\s?({_DIGITS})\s?[）)]", doubt=1.0),
    Form("1.", None, re.compile(r"\s*(\d{1,4})(\s?[.．、](?!\d)\s*)(?=\S)")),
    BARE,
)
SIGNS = tuple(form for form in FORMS if form.call)


def read_number(text: str) -> int:
    """The number that `text` writes, in whatever digits: 12, １２, 十二, ⑫, ¹²."""
    return int(unicodedata.numeric(text)) if len(text) == 1 else han.number(text)


def begins_note(text: str) -> bool:
    """Whether a line may be the first of a note, in any form."""
    return any(form.note.match(text) for form in FORMS)


def find_signs(text: str) -> Iterator[tuple[Form, re.Match[str]]]:
    """What in `text` is written as calls are, but for bare numbers, in order."""
    found = [(form, match) for form in SIGNS if form.call for match in form.call.finditer(text)]
    end = 0
    for form, match in sorted(found, key=lambda one: (one[1].start(), -one[1].end())):
        if match.start() >= end:  # not within another: 註1 is in （註1）
            yield form, match
            end = match.end()
