"""Where paragraphs begin: by indent, by space, by a short line before, and over columns and pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from duidu.recover.headings import is_heading_line
from duidu.recover.labels import ABSTRACT, KEYWORDS
from duidu.recover.printed.flows import FlowRow
from duidu.recover.printed.measures import Measures
from duidu.recover.printed.tagged_rows import said_to_begin
from duidu.recover.printed.thresholds import THRESHOLDS

_DASHES = ("─", "—", "–", "－", "-", "：", ":", "〈", "〔", "（", "(")
_ENDS = ("。", "！", "？", "：", ":", "」", "』", "”", ".", "；")
_SENTENCE_END = re.compile(r"[。！？.][」』”）)]?(?:\s*[\[［〔]?\d{0,3}[\]］〕]?|\s*\W{1,3})$")
_NEAR = 0.45  # ems: two lines begin at one edge


@dataclass(frozen=True)
class Setting:
    """How paragraphs of a document are set apart: its measures, whether by indents, and lines' distances.

    `justified` says that lines end at the margin, all but the last of each paragraph, `tagged` that the tags
    of the file are believed, `gothic` that the text itself is set in a face as headings have it.
    """

    measures: Measures
    indented: bool
    justified: bool = False
    pitches: dict[float, float] = field(default_factory=dict)
    tagged: bool = False
    gothic: bool = False

    def pitch(self, size: float) -> float:
        """The usual distance of lines of a size."""
        return self.pitches.get(round(size, 1), self.measures.pitch * max(1.0, size / self.measures.size))


def find_setting(rows: Sequence[FlowRow], measures: Measures) -> Setting:
    """What most of the lines tell: those after a line that ends early begin paragraphs."""
    apart: dict[float, list[float]] = defaultdict(list)
    indented = plain = 0
    for above, below in pairwise(rows):
        distance = above.distance(below)
        if distance is not None and above.size == below.size and distance < 3 * above.size:
            apart[above.size].append(distance)
        same = above.size == below.size == round(measures.size, 1)
        if same and above.inset < _NEAR and above.ends_early(below) and not below.centered:
            if THRESHOLDS.indent < below.inset < 5:
                indented += 1
            elif below.inset < _NEAR:
                plain += 1
    pitches = {size: median(found) for size, found in apart.items() if len(found) >= 3}
    pitches[round(measures.size, 1)] = measures.pitch
    share = indented / max(1, indented + plain)
    full = sum(row.outset < THRESHOLDS.justified_outset for row in rows)
    justified = full >= THRESHOLDS.justified_share * len(rows)
    gothic = 2 * sum(row.row.gothic for row in rows) > len(rows)
    return Setting(measures, share >= THRESHOLDS.indent_share, justified, pitches, gothic=gothic)


def split_paragraphs(rows: Sequence[FlowRow], setting: Setting) -> list[list[FlowRow]]:
    """The lines of each paragraph."""
    paragraphs: list[list[FlowRow]] = []
    for place, row in enumerate(rows):
        following = rows[place + 1] if place + 1 < len(rows) else None
        if not paragraphs or _begins_here(paragraphs[-1], row, following, setting):
            paragraphs.append([])
        paragraphs[-1].append(row)
    return paragraphs


def _begins_here(
    before: Sequence[FlowRow], row: FlowRow, following: FlowRow | None, setting: Setting
) -> bool:
    """Whether a line begins a paragraph, as it is seen, or, where that is not sure, as tags say."""
    seen = _begins(before, row, following, setting)
    said = said_to_begin(before[-1], row) if setting.tagged else None
    if said is None or said is seen:
        return seen
    return seen if _is_certain(before[-1], row, begins=seen) else said


def _is_certain(last: FlowRow, row: FlowRow, *, begins: bool) -> bool:
    """Whether nothing may be said against what is seen of a line: a sentence that goes on, another size."""
    alike = min(last.size, row.size) > THRESHOLDS.raised_size * max(last.size, row.size)
    if begins:
        return bool(row.bullet) or not alike
    full = not last.ends_early(row) and row.inset < _NEAR and not row.centered
    return alike and full and not last.row.text.rstrip().endswith(_ENDS)


def open_turns(rows: Sequence[FlowRow], setting: Setting) -> Iterator[FlowRow]:
    """The full lines that end a column and a sentence: only an indent would tell what follows."""
    for above, below in pairwise(rows):
        if setting.tagged and said_to_begin(above, below) is not None:
            continue
        ends = _SENTENCE_END.search(above.row.text.rstrip()) is not None
        same = abs(above.size - below.size) < _NEAR and not below.centered and not below.row.bold
        over = above.column != below.column and not above.ends_early(below)
        if over and ends and same and not _ends_before_margin(above, setting):
            yield above


def _ends_before_margin(row: FlowRow, setting: Setting) -> bool:
    """Whether a full sentence ends a little before the margin, where lines within paragraphs end at it."""
    short = setting.justified and row.outset > 2 * THRESHOLDS.justified_outset
    return short and _SENTENCE_END.search(row.row.text.rstrip()) is not None


def _begins(before: Sequence[FlowRow], row: FlowRow, following: FlowRow | None, setting: Setting) -> bool:
    """Whether a line begins a paragraph after the lines of the one `before`."""
    last = before[-1]
    if row.bullet:
        return True
    if any(label.match(row.row.text) for labels in (ABSTRACT, KEYWORDS) for label in labels.values()):
        return True
    if abs(row.size - last.size) > (1 - THRESHOLDS.smaller) * max(row.size, last.size):
        return True
    if row.centered or last.centered:
        return not _same_display(last, row, setting)
    early = last.ends_early(row, _outset(before))
    distance = last.distance(row)
    if distance is not None and distance > _most(setting, row, early=early):
        return True
    if early or (distance is None and _ends_before_margin(last, setting)):
        return True
    return _is_indented(before, row, following)


def _most(setting: Setting, row: FlowRow, *, early: bool) -> float:
    """The greatest distance within a paragraph: where indents tell, distances tell less."""
    times = THRESHOLDS.apart if early or not setting.indented else THRESHOLDS.far_apart
    return times * setting.pitch(row.size)


def _same_display(last: FlowRow, row: FlowRow, setting: Setting) -> bool:
    """Whether two lines are one title or heading, broken over lines."""
    if (last.row.bold, last.row.face) != (row.row.bold, row.row.face) or not row.centered:
        return False
    apart = setting.measures.is_larger(row.row) or row.row.bold
    if not last.centered and not (apart and abs(last.inset - last.outset) < THRESHOLDS.centered):
        return False  # only a heading fills its first line so that it does not look centred
    distance = last.distance(row)
    if distance is None or distance > THRESHOLDS.title_pitch * row.size:
        return False
    if row.row.text.startswith(_DASHES) or is_heading_line(row.row.text):
        return False
    return setting.measures.is_larger(row.row) or not last.ends_early(row, last.inset)


def _outset(before: Sequence[FlowRow]) -> float:
    """How far the lines of a paragraph that stands in on the right end from the margin."""
    first = before[0]
    if len(before) == 1 and first.inset > 1.0 and abs(first.outset - first.inset) < _NEAR:
        return 0.0 if first.row.text.rstrip().endswith(_ENDS) else first.outset
    if len(before) < 2 or min(row.inset for row in before) < 1.0:
        return 0.0
    return min(row.outset for row in before)


def _is_indented(before: Sequence[FlowRow], row: FlowRow, following: FlowRow | None) -> bool:
    """Whether a line after a full one is indented as a paragraph is, or a quotation begins or ends."""
    last = before[-1]
    further = row.inset - last.inset
    if further > THRESHOLDS.indent:
        return not _hangs(before, row)
    if further < -THRESHOLDS.indent:
        is_first = len(before) == 1 or before[0].inset - before[1].inset > THRESHOLDS.indent
        return not (is_first and len(before) == 1)
    if row.inset < THRESHOLDS.indent or len(before) > 1:
        return False
    # Two lines that stand in alike: the second begins a paragraph if the next goes back.
    goes_back = following is not None and row.inset - following.inset > THRESHOLDS.indent
    narrower = row.outset - last.outset > 1.0 and abs(row.outset - row.inset) < _NEAR
    return (goes_back or narrower) and last.row.text.rstrip().endswith(_ENDS)


def _hangs(before: Sequence[FlowRow], row: FlowRow) -> bool:
    """Whether a line that stands further in goes on with its paragraph, whose lines hang."""
    if len(before) > 1:
        return before[0].inset < before[1].inset - _NEAR and abs(row.inset - before[1].inset) < _NEAR
    return not before[-1].row.text.rstrip().endswith(_ENDS)
