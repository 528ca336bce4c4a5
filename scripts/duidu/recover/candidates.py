"""One line → the numbers on it that may be markers, each with a doubt that grammar casts on it.

Years, counts and dates are bare numbers too. Numbers in another form are seldom anything but markers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from duidu.han import is_ideograph
from duidu.model import NoteRef, Origin, call_id
from duidu.recover.characters import is_wide_mark, width
from duidu.recover.lines import Line
from duidu.recover.note_forms import BARE, Form, find_signs, read_number
from duidu.recover.numbering import UNITS

_LIKELY = 4.0  # a doubt above this is no marker
_DIGIT = 0.25  # the width of a marker's digit, in ideographs
UNCALLED = 5.0  # the doubt where there is none
# A number that is not part of a decimal, a range, a percentage or a longer number.
_ALONE = re.compile(r"(?<![0-9/\-–])(?<![0-9][.,:])[1-9][0-9]{0,3}(?![0-9%/\-–])(?![.,:][0-9])")
_ORDINAL = "第"
# After these a sign counts off what is told, as in 「有三：①…」, or is what is told of.
_COUNTED_AFTER = tuple("：:「『《〈“")


@dataclass(frozen=True, slots=True)
class Marker:
    """The marker `text` on line `line`, from column `start` to `end`, of the note `number`, in its form.

    Until its note is known, `number` is what it says itself; `label` is what is printed for it.
    """

    form: Form
    number: int
    label: str
    text: str
    line: int
    start: int
    end: int
    doubt: float

    def call(self, origin: Origin) -> NoteRef:
        """The call of a note that it is."""
        note = f"note-{self.number}"
        return NoteRef(call_id(note), note, self.label, origin)

    def width(self, scale: float) -> float:
        """Its width in ideographs: digits are set small, other forms in the size `scale`."""
        return _DIGIT * len(self.text) if self.form is BARE else scale * width(self.text)

    def excess(self, scale: float) -> float:
        """By how much it is narrower than its characters are counted within a line."""
        return 0.0 if self.form is BARE else width(self.text) - self.width(scale)


Candidates = Mapping[int, Sequence[Marker]]  # a page's, by number, the likeliest first


def least_doubt(candidates: Candidates, number: int) -> float:
    """The doubt of the likeliest marker `number`."""
    markers = candidates.get(number)
    return markers[0].doubt if markers else UNCALLED


def find_candidates(line: Line) -> Iterator[Marker]:
    """The numbers on a line that may be markers, in whatever form; that of a heading is none."""
    words = next((at for at, sign in enumerate(line.raw) if sign.isalpha()), 0) if line.heading else 0
    signs = [(form, match) for form, match in find_signs(line.raw) if match.start() >= words]
    for form, match in signs:
        yield _marker(form, match, match[1], line, form.doubt + _doubt_of_sign(line.raw, match))
    taken = [match.span() for _, match in signs]
    for match in _ALONE.finditer(line.raw):
        if match.start() >= words and not any(start <= match.start() < end for start, end in taken):
            doubt = _doubt_before(line.raw[: match.start()]) + _doubt_after(line.raw[match.end() :])
            if doubt <= _LIKELY:
                yield _marker(BARE, match, match.group(), line, doubt)


def _marker(form: Form, match: re.Match[str], number: str, line: Line, doubt: float) -> Marker:
    start, end = match.span()
    return Marker(
        form, read_number(number), form.label(number), match.group(), line.number, start, end, doubt
    )


def _doubt_of_sign(text: str, sign: re.Match[str]) -> float:
    """How unlikely it is that a sign is a marker: it stands after what it belongs to."""
    before, after = text[: sign.start()].rstrip(), text[sign.end() :]
    if not before:
        return 0.5 + (1.0 if after[:1].isspace() else 0.0)
    return 2.0 if before.endswith(_COUNTED_AFTER) else 0.0


def _doubt_before(text: str) -> float:
    """How unlikely a marker is after `text`: it is set against a word or a mark."""
    bare = text.rstrip()
    if not bare:
        return 0.5
    spaced = 1.0 if bare != text else 0.0
    if bare[-1] == _ORDINAL:
        return 2 * _LIKELY
    if is_wide_mark(bare[-1]) or bare[-1] in "”’.":
        return spaced
    return spaced + (0.5 if is_ideograph(bare[-1]) else 1.0)


def _doubt_after(text: str) -> float:
    """How unlikely a marker is before `text`: nothing, a mark or a word follows without a space."""
    bare = text.lstrip()
    if not bare:
        return 0.0 if not text else 0.3
    if bare != text:
        return 3.0
    if is_wide_mark(bare[0]):
        return 0.0
    return 2.0 if bare[0] in UNITS else 0.3
