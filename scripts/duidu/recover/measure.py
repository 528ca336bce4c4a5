"""Pages → the measure: how many ideographs a full line holds, in the body and in the notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from duidu.recover.characters import count_narrow, hang, head_width, width
from duidu.recover.lines import Line
from duidu.recover.pagination import PageLines

_SHORT = 0.5  # lines under this share of the longest are remainders of broken ones
_LONGEST = 80.0  # no printed line is longer; a line of a source that is, is a whole paragraph
_FEW = 4  # fewer lines than this prove no measure
_NOTES_WIDER = 3.0  # notes are set smaller: so many ideographs more fit on a line
_JUST = 0.5  # a line is full if the next piece was too long for it by so much
_GRID_SHARE = 0.8  # the share of lines that are just full where a source is set on a grid
_WORST = 8.0  # no single line is held against a reading more than this
INDENT = 2.0  # the first line of a paragraph


@dataclass(frozen=True, slots=True)
class Measure:
    """The length of a full line in ideographs; 0 where a source shows none.

    `blur` is by how much a letter's width may differ from the ½ it is counted as, `slack` by how
    much a full line's length may differ at all: fonts are proportional and lines justified, but
    some sources are set on a grid. Both in ideographs.
    """

    length: float
    slack: float = 0.5
    blur: float = 0.12

    def misfit(self, end: float, next_piece: float, hanging: float, narrow: int) -> float:
        """How badly a line that ends at column `end` fits as a full one.

        It is full if the least piece of the next line (`next_piece`, in ideographs) would not
        have fitted; `hanging` marks may stand over its end. `narrow` counts its characters that
        are not of full width.
        """
        room = self.length - end
        return self._cost(max(room - next_piece + _JUST, 0.0) + self._over(room, hanging), narrow)

    def overflow(self, end: float, hanging: float, narrow: int) -> float:
        """How badly a line fits as the last of its paragraph: it may only not be too long."""
        return self._cost(self._over(self.length - end, hanging), narrow)

    def _over(self, room: float, hanging: float) -> float:
        return max(-room - hanging - self.slack, 0.0)

    def _cost(self, distance: float, narrow: int) -> float:
        return min(distance / (0.5 + self.blur * narrow), _WORST) if self.length else 0.0


def find_measures(pages: Sequence[PageLines]) -> tuple[Measure, Measure]:
    """The measures of body and notes: the commonest length of lines that do not end a paragraph."""
    body = _commonest((line for page_lines in pages for line in page_lines.body), indent=round(INDENT))
    notes = _commonest(line for page_lines in pages for line in page_lines.notes)
    if notes <= body + 1:  # so much displaced text that it outweighs the notes' own
        notes = _commonest((line for page_lines in pages for line in page_lines.notes), above=body + 1)
    notes = notes or (body + _NOTES_WIDER if body else 0.0)
    if _is_grid(body, pages):
        return Measure(body, 0.0, 0.01), Measure(notes, 0.5, 0.02)
    return Measure(body), Measure(notes)


def _is_grid(length: float, pages: Sequence[PageLines]) -> bool:
    """Whether lines with letters in them are as exactly full as those without."""
    full = total = 0
    for page_lines in pages:
        for line, after in pairwise(page_lines.body):
            if count_narrow(line.text) < 6 or line.ends_paragraph or width(line.text) < length - 1.5:
                continue
            room = length - width(line.text)
            total += 1
            full += -hang(line.text) <= room < head_width(after.text)
    return total >= _FEW and full / total > _GRID_SHARE


def _commonest(lines: Iterable[Line], above: float = 0.0, indent: int = 0) -> float:
    """The commonest length of lines that end no paragraph, in whole ideographs; 0 where there are few.

    Lines of full-width characters alone are sure; only where they are few, others count as well.
    Where paragraphs are indented and short, their first lines can be as common as full ones: a
    length speaks for a measure that is longer by `indent`, too.
    """
    flowing = [line.text for line in lines if not line.ends_paragraph]
    flowing = [text for text in flowing if above + 0.5 < width(text) <= _LONGEST]
    longest = max(map(width, flowing), default=0.0)
    full = [text for text in flowing if width(text) > _SHORT * longest]
    pure = [text for text in full if not count_narrow(text)]
    lengths = Counter(round(width(text)) for text in (pure if len(pure) >= _FEW else full))
    if lengths.total() < _FEW:
        return 0.0
    support = {length: lengths[length] + (lengths[length - indent] if indent else 0) for length in lengths}
    return float(max(support, key=lambda length: (support[length], length)))
