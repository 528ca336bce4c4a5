"""Running heads, feet and page numbers: what stands on pages and is no part of the text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from duidu.model import SetAside
from duidu.reasons import Cause, Reason
from duidu.recover.characters import visible
from duidu.recover.printed.page_numbers import Numeral, PageNumbers, find_page_numbers
from duidu.recover.printed.shown_lines import ShownPages
from duidu.recover.printed.tagged_rows import is_artifact
from duidu.recover.printed.thresholds import THRESHOLDS
from duidu.sources.printed import PrintedLine, PrintedPage

# What journals set over a title: their name and number, a DOI, the kind of the article.
_OVER_TITLE = re.compile(
    r"第\s*[\d一二三四五六七八九十百]+\s*[卷期輯辑號号]|(?:19|20)\d\d\s*年|民國|頁\s*\d|页\s*\d|\bpp?\.|\bVol\b|\bNo\."
    r"|ISSN|\bDOI\b|https?:|學報|学报|期刊|"
    r"^[\s【〔\[《]*(?:研究|學術|学术|一般|專題|专题|特約|特约)?(?:論文|论文|專論|专论|書評|书评|特稿|紀要)[\s】〕\]》]*$",
    re.IGNORECASE,
)
_EDGE = THRESHOLDS.edge_lines
_NUMBERS = re.compile(r"[0-9０-９]+")


@dataclass(frozen=True, slots=True)
class Furniture:
    """What was taken off the pages, and what is left of each; the numbers that the pages bear."""

    pages: tuple[tuple[PrintedLine, ...], ...]
    set_aside: tuple[SetAside, ...]
    numbers: PageNumbers

    def with_more(self, set_aside: Iterable[SetAside]) -> Furniture:
        """The same, and what else is no part of the text."""
        return replace(self, set_aside=(*self.set_aside, *set_aside))


# Lines of one height at an edge, from the edge inwards.
_Edge = list[tuple[float, list[PrintedLine]]]


def clear_pages(shown: ShownPages, pitch: float) -> Furniture:
    """Take heads, feet and numbers off the pages, and all that runs across their lines.

    `pitch` is the distance of lines of text.
    """
    pages = shown.level
    tops = [_levels(page, from_top=True) for page in pages]
    bottoms = [_levels(page, from_top=False) for page in pages]
    edges = {
        place: [
            line
            for lines in (turned, *(lines for _, lines in (*top[:_EDGE], *bottom[:_EDGE])))
            for line in lines
        ]
        for place, (top, bottom, turned) in enumerate(zip(tops, bottoms, shown.turned, strict=True))
    }
    numbers = find_page_numbers(edges)
    titles = _first_words(pages)
    taken: set[int] = set()
    for levels in (tops, bottoms):
        for _ in range(_EDGE):
            found = _outermost(levels, numbers, pitch, titles, tight=levels is tops)
            if not found:
                break
            for place in found:
                taken.update(line.number for line in levels[place].pop(0)[1])
    taken |= set(_over_title(pages))
    taken.update(line for page in pages for line in _tagged(page))
    taken |= {numeral.line.number for numeral in numbers.all if numeral.alone and _is_at_edge(numeral, pages)}
    kept = tuple(tuple(line for line in page.lines if line.number not in taken) for page in pages)
    gone = [line for page in pages for line in page.lines if line.number in taken]
    counted = {numeral.line.number: numeral for numeral in numbers.all}
    taken.update(line.number for lines in shown.turned for line in lines)
    seen = {place: one for place, one in numbers.seen.items() if one.line.number in taken}
    aside = (
        *(piece for line in gone for piece in _aside(line, counted.get(line.number))),
        *_turned_aside(shown.turned, counted),
    )
    return Furniture(kept, aside, PageNumbers(seen, numbers.all, numbers.offset))


def _levels(page: PrintedPage, *, from_top: bool) -> _Edge:
    """The lines of a page by height, from one edge; what stands beside each other is on one level."""
    levels: _Edge = []
    for line in sorted(page.lines, key=lambda one: -_height(one) if from_top else _height(one)):
        if levels and abs(levels[-1][0] - _height(line)) <= THRESHOLDS.same_height:
            levels[-1][1].append(line)
        else:
            levels.append((_height(line), [line]))
    return levels


def _height(line: PrintedLine) -> float:
    return max(line.spans, key=lambda span: (len(span.text.strip()), span.size)).baseline


def _tagged(page: PrintedPage) -> Iterator[int]:
    """The lines over and under the text of a page that are tagged as no part of it."""
    text = [_height(line) for line in page.lines if not is_artifact(line)]
    for line in page.lines:
        if text and is_artifact(line) and not min(text) <= _height(line) <= max(text):
            yield line.number


def _over_title(pages: Sequence[PrintedPage]) -> Iterator[int]:
    """The lines over the title of the first page that say where it appeared, and of what kind it is."""
    lines = [line for page in pages[:1] for line in page.lines]
    if not lines:
        return
    size = max(_size(line) for line in lines)
    title = max(_height(line) for line in lines if _size(line) == size)
    usual = Counter(_size(line) for line in lines).most_common(1)[0][0]
    if size <= THRESHOLDS.larger * usual:
        return
    for line in lines:
        if _height(line) > title + size / 2 and _OVER_TITLE.search(line.text):
            yield line.number


def _size(line: PrintedLine) -> float:
    return max(line.spans, key=lambda span: len(span.text.strip())).size


def _is_at_edge(numeral: Numeral, pages: Sequence[PrintedPage]) -> bool:
    """Whether nothing but numbers stands further out."""
    page = pages[numeral.page]
    heights = [_height(line) for line in page.lines if line.number != numeral.line.number]
    own = _height(numeral.line)
    return not heights or own >= max(heights) or own <= min(heights)


def _outermost(
    levels: Sequence[_Edge], numbers: PageNumbers, pitch: float, titles: str, *, tight: bool
) -> list[int]:
    """The pages whose outermost level is furniture.

    What is only repeated is parted from the text, unless it may stand `tight` to it: the last lines of notes
    are repeated too.
    """
    heights: dict[int, list[int]] = defaultdict(list)
    for place, edge in enumerate(levels):
        if edge:
            heights[round(edge[0][0] / THRESHOLDS.same_height)].append(place)
    numbered = {numeral.line.number for numeral in numbers.all}
    texts = Counter(text for edge in levels if edge for text in {_words(line) for line in edge[0][1]} if text)
    found: set[int] = set()
    for height, places in heights.items():
        near = sorted({*places, *heights.get(height + 1, ())})
        outer = [
            place
            for place in near
            if _is_marked(levels[place][0][1], numbered, texts, titles if place else "")
            and (tight or _parted(levels[place], numbered, pitch))
        ]
        apart = [place for place in near if _gap(levels[place]) > THRESHOLDS.head_gap * pitch]
        if len(outer) >= max(2, THRESHOLDS.repeated * len(near)):
            found.update(place for place in near if place in outer or place in apart)
        elif len(near) >= 3 and len(apart) == len(near) and len(outer) * 2 >= len(near):
            found.update(near)
        else:
            found.update(place for place in outer if _only_numbers(levels[place][0][1], numbered))
    return sorted(found)


def _is_marked(
    lines: Sequence[PrintedLine], numbered: set[int], texts: Mapping[str, int], titles: str
) -> bool:
    """Whether lines at an edge repeat what stands on other pages, bear the page's number or the title."""
    if any(line.number in numbered for line in lines):
        return True
    words = [_words(line) for line in lines]
    return any(text and (texts[text] > 1 or (len(text) > 3 and text in titles)) for text in words)


def _parted(edge: _Edge, numbered: set[int], pitch: float) -> bool:
    """Whether the outermost level has the page's number, or stands apart from the next."""
    return any(line.number in numbered for line in edge[0][1]) or _gap(edge) > THRESHOLDS.foot_gap * pitch


def _only_numbers(lines: Sequence[PrintedLine], numbered: set[int]) -> bool:
    return all(line.number in numbered and not _words(line).strip("-–—─·•.第頁页|/") for line in lines)


def _words(line: PrintedLine) -> str:
    """The words of a line without numbers, by which heads are compared."""
    return visible(_NUMBERS.sub("", line.text))


def _gap(edge: _Edge) -> float:
    """How far the next level is from the outermost."""
    return abs(edge[0][0] - edge[1][0]) if len(edge) > 1 else float("inf")


def _first_words(pages: Sequence[PrintedPage]) -> str:
    """The words of the first page, of which heads repeat the title and the names."""
    return "".join(visible(line.text) for page in pages[:1] for line in page.lines)


def _turned_aside(
    turned: Sequence[Sequence[PrintedLine]], counted: Mapping[int, Numeral]
) -> Iterator[SetAside]:
    """What runs across the lines of pages, set aside: what repeats or has the page's number is a head."""
    times = Counter(words for lines in turned for words in {_words(line) for line in lines})
    for line in (line for lines in turned for line in lines):
        is_head = line.number in counted or times[_words(line)] > 1
        cause = Cause.RUNNING_HEAD if is_head else Cause.TURNED
        yield from _aside(line, counted.get(line.number), cause)


def _aside(
    line: PrintedLine, numeral: Numeral | None, cause: Cause = Cause.RUNNING_HEAD
) -> Iterator[SetAside]:
    """The words of a line, set aside: its number as that of the page, the rest for the `cause`."""
    start = line.spans[0].origin
    text = line.text
    pieces = [(0, len(text), cause)]
    if numeral and numeral.alone:
        pieces = [(0, len(text), Cause.PAGE_NUMBER)]
    elif numeral:
        pieces = [
            (0, numeral.start, cause),
            (numeral.start, numeral.end, Cause.PAGE_NUMBER),
            (numeral.end, len(text), cause),
        ]
    for first, last, reason in pieces:
        if text[first:last].strip():
            origin = type(start)(start.line, start.column + first)
            yield SetAside(text[first:last], origin, Reason(reason))
