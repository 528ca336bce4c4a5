"""The numbers that printed pages bear, wherever they stand at the edge: alone, or beside the running head."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from duidu import han
from duidu.model import Origin
from duidu.recover.printed.thresholds import THRESHOLDS
from duidu.sources.printed import PrintedLine

_DIGITS = "[0-9０-９]{1,5}"
_CHINESE = f"[{han.NUMERALS}]{{1,4}}"
_ALONE = re.compile(
    rf"[\s\-‐‑–—―─·•．.~～|/()（）〔〕\[\]]*(?:第\s*|[Pp](?:age|\.)?\s*)?(?P<number>{_DIGITS}|{_CHINESE})\s*"
    rf"[頁页]?(?:\s*(?:/|of|,|，|／)\s*[共]?\s*{_DIGITS}\s*[頁页]?)?[\s\-‐‑–—―─·•．.~～|()（）〔〕\[\]]*"
)
_BEFORE = re.compile(rf"\s*(?P<number>{_DIGITS})(?=[\s　·•．|｜‧/]|\D{{2}})")
_AFTER = re.compile(rf"(?:^|(?<=[\s　·•．|｜‧/])|(?<=\D))(?P<number>{_DIGITS})\s*$")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at the edge of the page `page`: where in its line it stands, and whether it is alone there."""

    page: int
    value: int
    label: str
    line: PrintedLine
    start: int
    end: int
    alone: bool

    @property
    def origin(self) -> Origin:
        """Its place in the source."""
        return Origin(self.line.number, self.start)


@dataclass(frozen=True, slots=True)
class PageNumbers:
    """The numbers of pages that are seen, by page, and all numbers that count the pages."""

    seen: Mapping[int, Numeral]
    all: tuple[Numeral, ...]
    offset: int | None


def find_page_numbers(edges: Mapping[int, Sequence[PrintedLine]]) -> PageNumbers:
    """The numbers that rise by one from page to page among the lines at the `edges` of pages, by page.

    Where pages are counted twice, as in an offprint, the numbers of the journal are those that count.
    """
    by_offset: dict[int, list[Numeral]] = defaultdict(list)
    for page, lines in edges.items():
        for numeral in _numerals(page, lines):
            by_offset[numeral.value - page].append(numeral)
    counted = {offset: found for offset, found in by_offset.items() if _counts(found, len(edges))}
    if not counted:
        return PageNumbers({}, (), None)
    most = max(_pages(found) for found in counted.values())
    likely = {
        offset: found for offset, found in counted.items() if _pages(found) >= THRESHOLDS.repeated * most
    }
    offset = max(likely, key=lambda one: (any(numeral.alone for numeral in likely[one]) and one > 1, one))
    seen: dict[int, Numeral] = {}
    for numeral in sorted(likely[offset], key=lambda one: not one.alone):
        seen.setdefault(numeral.page, numeral)
    everything = [numeral for found in likely.values() for numeral in found]
    return PageNumbers(seen, tuple(everything), offset)


def _pages(found: Iterable[Numeral]) -> int:
    return len({numeral.page for numeral in found})


def _counts(found: Sequence[Numeral], pages: int) -> bool:
    """Whether numbers with one offset are those of pages: enough of them, at the same heights."""
    alone = {numeral.page for numeral in found if numeral.alone}
    if pages <= 2:
        return len(alone) == pages
    heights: dict[int, set[int]] = defaultdict(set)
    for numeral in found:
        heights[round(numeral.line.box.bottom / THRESHOLDS.same_height)].add(numeral.page)
    steady = max(len(heights[height] | heights[height + 1]) for height in tuple(heights))
    return max(len(alone), steady) >= max(2, THRESHOLDS.numbered / 2 * pages)


def _numerals(page: int, lines: Sequence[PrintedLine]) -> Iterator[Numeral]:
    for line in lines:
        text = line.text
        if match := _ALONE.fullmatch(text):
            yield _numeral(page, line, match, alone=True)
            continue
        if any(span.size < THRESHOLDS.raised_size * line.spans[-1].size for span in line.spans[:1]):
            continue  # the raised number of a note
        for match in filter(None, (_BEFORE.match(text), _AFTER.search(text))):
            yield _numeral(page, line, match, alone=False)


def _numeral(page: int, line: PrintedLine, match: re.Match[str], *, alone: bool) -> Numeral:
    label = match["number"]
    return Numeral(
        page,
        han.number(label),
        str(han.number(label)),
        line,
        match.start("number"),
        match.end("number"),
        alone,
    )
