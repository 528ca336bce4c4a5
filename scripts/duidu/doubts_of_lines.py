"""What makes it doubtful that the lines and pages of a text layer were understood: one function a finding."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, pairwise

from duidu.layer import Layer
from duidu.problems import Code, Problem
from duidu.recover.characters import has_wide, visible
from duidu.recover.headings import is_heading_line
from duidu.recover.spaces import Marks
from duidu.recover.title_page import is_label

_LONGEST_PAGE = 4000  # characters
_MANY_LINES = 20
_REPEATS = 3
_LEAST_HEAD = 4  # characters
_MARKS = tuple("，。；：、！？")
_PAGE_NUMBERS = re.compile(r"^[\s\d]+|[\s\d]+$")
_OF_MARKS = {
    Marks.NONE: Code.PARAGRAPH_MARKS_MISSING,
    Marks.EVERYWHERE: Code.PARAGRAPH_MARKS_EVERYWHERE,
    Marks.EACH_LINE: Code.LINES_ARE_PARAGRAPHS,
}


def _pages(layer: Layer) -> Iterator[Problem]:
    starts = [page.line for page in layer.article.pages]
    lengths = Counter[int]()
    for line in layer.lines:
        lengths[bisect_right(starts, line.number)] += len(visible(line.raw))
    for page, length in sorted(lengths.items()):
        if length > _LONGEST_PAGE:
            yield Problem.at(Code.PAGE_LONG, starts[max(page - 1, 0)], count=length)


def _paragraph_marks(layer: Layer) -> Iterator[Problem]:
    wide = [line for line in layer.lines if has_wide(line.text)]
    if layer.marks in _OF_MARKS:
        yield Problem.at(_OF_MARKS[layer.marks])
    elif len(wide) > 1 and not any(line.ends_paragraph for line in wide):
        yield Problem.at(Code.PARAGRAPH_MARKS_MISSING)


def _trimmed(layer: Layer) -> Iterator[Problem]:
    """Lines without spaces around them, in a source in which these would begin pages."""
    lines = [line for line in layer.source.split("\n") if line]
    if len(lines) < _MANY_LINES or "\f" in layer.source or any(line.endswith(" ") for line in lines):
        return
    where = "ends" if any(line.startswith(" ") for line in lines) else "begins or ends"
    yield Problem.at(Code.SPACES_TRIMMED, where=where)


def _collapsed(layer: Layer) -> Iterator[Problem]:
    """Lines of one space, and nowhere two of them, in a source that has notes or seems to have some."""
    lines = layer.source.split("\n")
    noted = layer.article.notes or layer.calls
    if len(lines) >= _MANY_LINES and noted and " " in lines and "  " not in layer.source:
        yield Problem.at(Code.SPACES_COLLAPSED)


def _numbers(layer: Layer) -> Iterator[Problem]:
    """Lines at the edges of pages that hold a number alone, and are text."""
    written = [line for line in layer.lines if not line.is_blank]
    starts = {page.line for page in layer.article.pages}
    edges = chain.from_iterable(pair for pair in pairwise(written) if pair[1].number in starts)
    numbers = [line for line in edges if line.is_number and layer.texts.get(line.number) == line.text]
    for line in numbers[:1]:
        yield Problem.at(Code.NUMBERS_IN_TEXT, line.number, count=len(numbers), first=line.text)


def _labels(layer: Layer) -> Iterator[Problem]:
    """A line 摘要 or “Abstract” in the text, where no title page has it."""
    labels = [line for line in layer.lines if is_label(line) and layer.texts.get(line.number) == line.text]
    for line in labels[:1]:
        yield Problem.at(Code.LABEL_UNREAD, line.number, text=line.text)


def unclear_pages(layer: Layer) -> Iterator[Problem]:
    """Pages of which no reading is likely."""
    for line in layer.article.unclear[:1]:
        yield Problem.at(Code.PAGES_UNCLEAR, line, count=len(layer.article.unclear))


def _running_heads(layer: Layer) -> Iterator[Problem]:
    """A line that is written again and again, but for its page number."""
    texts = Counter[str]()
    first: dict[str, int] = {}
    for line in layer.body:
        text = _PAGE_NUMBERS.sub("", line.raw)
        if (
            len(text) >= _LEAST_HEAD
            and has_wide(text)
            and not text.endswith(_MARKS)
            and not is_heading_line(text)
        ):
            texts[text] += 1
            first.setdefault(text, line.number)
    for text, count in texts.items():
        if count >= _REPEATS:
            yield Problem.at(Code.LINE_REPEATED, first[text], text=text, count=count)


OF_LINES: Sequence[Callable[[Layer], Iterator[Problem]]] = (
    _pages,
    _paragraph_marks,
    _trimmed,
    _collapsed,
    _numbers,
    _labels,
    _running_heads,
)
