"""Lines → where pages begin: at a form feed, a running head, or a space at the beginning of a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from duidu.model import ENGLISH, SetAside
from duidu.reasons import Cause, Reason
from duidu.recover.characters import has_wide
from duidu.recover.lines import Line
from duidu.recover.title_page import find_title_page

# A line of notes takes less height than one of the body, in lines of the body.
_NOTE_HEIGHT = 0.85
# A page without notes is taken to be one only if it is at least this full.
_LEAST_FILL = 0.7
_FINISHED = tuple("。！？）」』》.)”’")
_TITLE_PAGE = 16  # so far, in lines, “Abstract” stands below the beginning of an English title page


@dataclass(frozen=True, slots=True)
class PageStart:
    """A page's first line, the number it bears, and its running head with the line that opens it."""

    index: int
    number: int | None = None
    head: tuple[SetAside, ...] = ()
    head_index: int | None = None

    @property
    def cut(self) -> int:
        """Where the page before ends."""
        return self.index if self.head_index is None else self.head_index


def find_page_starts(lines: Sequence[Line]) -> list[PageStart]:
    """The starts of all pages. What is certain is used to judge what only may be one.

    Where form feeds begin pages, a space at the beginning of a line does not.
    """
    certain: list[PageStart] = []
    possible: list[int] = []
    fed = _has_form_feeds(lines)
    in_notes, turned, index = False, False, 0
    while index < len(lines):
        line = lines[index]
        turned = turned or line.opens_page
        headed = _running_head(lines, index)
        if headed:
            certain.append(headed)
            in_notes, turned, index = False, False, headed.index
            continue
        if turned and (line.is_rule or not line.is_blank):
            if not certain or _holds_text(lines[certain[-1].index : index]):  # else a head has opened it
                certain.append(PageStart(index))
            in_notes, turned = line.is_rule, False
        elif line.is_rule:
            if in_notes:  # a page has but one: this one's body is empty
                certain.append(PageStart(index))
            in_notes = True
        elif not line.is_blank and not certain:
            certain.append(PageStart(index))
        elif line.begins_with_space and not fed:
            if in_notes:
                certain.append(PageStart(index))
                in_notes = False
            else:
                possible.append(index)
        index += 1
    accepted = [PageStart(index) for index in _full_enough(lines, certain, possible)]
    return sorted((*certain, *accepted), key=lambda start: start.index) or [PageStart(0)]


def _has_form_feeds(lines: Sequence[Line]) -> bool:
    """Whether a form feed stands between two lines of text."""
    written = [index for index, line in enumerate(lines) if not line.is_blank]
    return any(line.opens_page for line in lines[written[0] + 1 : written[-1] + 1]) if written else False


def _holds_text(lines: Sequence[Line]) -> bool:
    return any(line.is_rule or not line.is_blank for line in lines)


def _running_head(lines: Sequence[Line], index: int) -> PageStart | None:
    """The page that a running head opens: lines of one space, the head, one space, the number."""
    if index and lines[index - 1].is_empty_head and not lines[index].opens_page:
        return None  # looked at already, from where these lines begin
    end = index
    while end < len(lines) and lines[end].is_empty_head:
        end += 1
    if end - index < 2 or end + 2 >= len(lines) or lines[end].is_blank or lines[end].is_number:
        return None
    head, gap = lines[end], end + 1
    while gap < len(lines) and lines[gap].is_empty_head:
        gap += 1
    if gap == end + 1 or gap >= len(lines) or not lines[gap].is_number:
        return None
    number = lines[gap]
    return PageStart(
        gap + 1,
        int(number.text),
        (
            SetAside(head.text, head.origin(), Reason(Cause.RUNNING_HEAD)),
            SetAside(number.text, number.origin(), Reason(Cause.PAGE_NUMBER)),
        ),
        index,
    )


def _full_enough(
    lines: Sequence[Line], certain: Sequence[PageStart], possible: Sequence[int]
) -> Iterator[int]:
    """Those of the possible page starts before which a whole page stands.

    A line within a page may begin with a space too: height tells them apart. A page in Latin
    after one in Chinese begins anew wherever the one before ended.
    """
    heights = list(_heights(lines))
    opens = sorted([start.index for start in certain] + list(possible))
    doubtful = set(possible)
    sure = [
        heights[after] - heights[index]
        for index, after in pairwise(opens[1:])
        if index not in doubtful and after not in doubtful
    ]
    gaps = [heights[after] - heights[index] for index, after in pairwise(opens)]
    usual = sorted(sure or gaps or [0.0])
    whole = usual[len(usual) // 2]
    last = 0.0
    for index in opens:
        if index not in doubtful:
            last = heights[index]
        elif heights[index] - last >= _LEAST_FILL * whole or _turns_latin(lines, index):
            last = heights[index]
            yield index


def _heights(lines: Sequence[Line]) -> Iterator[float]:
    """The height above each line, in lines of the body."""
    height, in_notes = 0.0, False
    for line in lines:
        yield height
        if line.is_rule:
            in_notes = True
            height += 1
        elif not line.is_blank:
            in_notes = in_notes and not line.begins_with_space
            height += _NOTE_HEIGHT if in_notes else 1
    yield height


def _turns_latin(lines: Sequence[Line], index: int) -> bool:
    """Whether a line without a wide character follows a finished Chinese paragraph, or opens a title page."""
    if has_wide(lines[index].text):
        return False
    before = next((line for line in reversed(lines[:index]) if not line.is_blank), None)
    below = [line for line in lines[index : index + _TITLE_PAGE] if not line.is_blank]
    if before is None:
        return False
    return before.ends_paragraph or (before.text.endswith(_FINISHED) and _is_english_title_page(below))


def _is_english_title_page(lines: Sequence[Line]) -> bool:
    page = find_title_page(lines, ENGLISH)
    return page is not None and page.label is not None
