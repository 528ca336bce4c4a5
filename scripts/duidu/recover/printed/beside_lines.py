"""What stands over, beside or among the words of lines and is none: ruby, and comments in the margin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from duidu.model import SetAside
from duidu.reasons import Cause, Reason
from duidu.recover.printed.note_labels import is_call
from duidu.recover.printed.thresholds import THRESHOLDS
from duidu.sources.printed import PrintedLine, PrintedPage, Span

# How Word, WPS and Writer begin what they print in the margin.
_BALLOON = re.compile(
    r"\s*(?:(?:批注|註解|注释|注解|comment(?:ed)?)\s*[\[［(（][^\]］)）]{1,20}[\]］)）]\s*[:：]?"
    r"|(?:已?(?:删除|刪除)(?:的内容|了)?|带格式的|带格式|設定格式|格式化|deleted|formatted)\s*[:：])",
    re.IGNORECASE,
)
_BOPOMOFO = re.compile(r"[\s\u02c7\u02ca\u02cb\u02d9\u3105-\u312f\u31a0-\u31bf]+")


def take_beside(page: PrintedPage) -> tuple[PrintedPage, list[SetAside]]:
    """A page without ruby and comments, and these, set aside."""
    comments = _comments(page.lines)
    others = [line for line in page.lines if line not in comments]
    largest = max(map(_size, others), default=0.0)
    aside = [_aside(line, Cause.COMMENT) for line in comments]
    kept: list[PrintedLine] = []
    for line in others:
        is_small = _size(line) <= THRESHOLDS.ruby_size * largest
        if not (is_small and any(_is_ruby_of(line, base) for base in others)):
            spans = tuple(span for span in line.spans if not _is_reading(span, largest))
            aside += (_aside_span(span) for span in line.spans if span not in spans)
            kept += [replace(line, spans=spans)] if spans else []
        else:
            aside.append(_aside(line, Cause.RUBY))
    return replace(page, lines=tuple(kept)), aside


def count_comments(aside: Iterable[SetAside]) -> int:
    """How many comments begin in what is set aside."""
    return sum(_BALLOON.match(piece.text) is not None for piece in aside)


def _aside_span(span: Span) -> SetAside:
    return SetAside(span.text, span.origin, Reason(Cause.RUBY))


def _aside(line: PrintedLine, cause: Cause) -> SetAside:
    return SetAside(line.text, line.spans[0].origin, Reason(cause))


def _comments(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines of comments: all that stand beyond where one begins, if no line of the text does."""
    begun = [line for line in lines if _BALLOON.match(line.text)]
    if not begun:
        return []
    left = min(line.box.left for line in begun) - 1
    beyond = [line for line in lines if line.box.left >= left]
    text = [line for line in lines if line.box.left < left]
    over = sum(line.box.right > left for line in text)
    return (
        beyond if len(text) >= THRESHOLDS.beside_margin and over <= THRESHOLDS.over_margin * len(text) else []
    )


def _size(line: PrintedLine) -> float:
    return max(span.size for span in line.spans)


def _baseline(line: PrintedLine) -> float:
    return max(line.spans, key=lambda span: (len(span.text.strip()), span.size)).baseline


def _is_ruby_of(line: PrintedLine, base: PrintedLine) -> bool:
    """Whether a small line stands close over another, and over no more than that."""
    size, own = _size(base), _size(line)
    if own > THRESHOLDS.ruby_size * size or is_call(line.text):
        return False
    gap = _baseline(line) - own * 0.12 - (_baseline(base) + 0.88 * size)
    near = -THRESHOLDS.ruby_gap * own <= gap <= THRESHOLDS.ruby_gap * own
    return near and base.box.left - own <= line.box.left and line.box.right <= base.box.right + own


def _is_reading(span: Span, size: float) -> bool:
    """Whether characters are Bopomofo set small beside ideographs of this size."""
    small = span.size <= THRESHOLDS.ruby_size * size
    return small and bool(span.text.strip()) and _BOPOMOFO.fullmatch(span.text) is not None
