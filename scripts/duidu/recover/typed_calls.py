"""Numbers that an author typed where a document should have called its notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from duidu.model import Article, Reference, Runs, Style, Text, parts_of, plain
from duidu.recover.note_forms import BARE, BRACKETED, Form, find_signs, read_number

_RAISED = re.compile(r"\s*(\d{1,3})\s*")
_AFTER_MARK = re.compile(
    r"(?<=[。！？；，」』”’）》〉])\s?([1-9]\d{0,2})(?![\d.．,，、:：%％)）~～–-]|\s*[年月日頁页世號号])"
)
# After these a sign may count off what is told, or be what is told of.
_COUNTED_AFTER = tuple("：:「『《〈")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class TypedCall:
    """What looks like the call of note `number`: its `text`, from character `start` to `end` of its runs.

    `label` is what is printed for it, and `line` the line of the source. It `is_doubtful` where it may also
    count what is told, as in 「有三：①…」, or be a number like any other.
    """

    form: Form
    number: int
    label: str
    text: str
    start: int
    end: int
    line: int
    is_doubtful: bool = False


def typed_calls(runs: Runs) -> Iterator[TypedCall]:
    """What in `runs` is typed as calls of notes are, in order.

    These are signs of their own, numbers that are raised, and, doubtful, others that stand after a mark.
    """
    text = plain(runs)
    raised = list(raised_spans(runs))
    for form, number, (start, end) in sorted(_numbers(text, raised), key=lambda one: one[2]):
        if before := text[:start].rstrip():
            is_raised = any(first <= start < last for first, last in raised)
            is_sure = is_raised or not (form is BARE or form.doubt or before.endswith(_COUNTED_AFTER))
            label, line = form.label(number), _line_at(runs, start)
            yield TypedCall(form, read_number(number), label, text[start:end], start, end, line, not is_sure)


def _numbers(text: str, raised: Sequence[tuple[int, int]]) -> Iterator[tuple[Form, str, tuple[int, int]]]:
    """Each number that may call a note: its form, its digits, from where to where it stands."""
    yield from ((form, match.group(1), match.span()) for form, match in find_signs(text))
    for start, end in raised:
        if digits := _RAISED.fullmatch(text, start, end):
            yield BARE, digits[1], digits.span(1)
    for digits in _AFTER_MARK.finditer(text):
        if not any(start < digits.end() and digits.start() < end for start, end in raised):
            yield BARE, digits[1], digits.span(1)


def raised_spans(runs: Runs) -> Iterator[tuple[int, int]]:
    """From where to where words of `runs` are raised."""
    offset = 0
    for is_raised, group in groupby(runs, _is_raised):
        length = len(plain(group))
        if is_raised:
            yield offset, offset + length
        offset += length


def _is_raised(run: object) -> bool:
    return isinstance(run, Text) and bool(run.style & Style.SUPERSCRIPT)


def _line_at(runs: Runs, place: int) -> int:
    offset = 0
    for run in runs:
        if isinstance(run, Text):
            offset += len(run.text)
            if place < offset:
                return run.origin.line
    raise ValueError("the place lies after the words")


def find_typed_calls(article: Article) -> tuple[TypedCall, ...]:
    """The numbers of `article` that rise from 1 as calls of notes do; none if there are not two.

    Numbers in square brackets are no calls where there is a bibliography: they name its entries.
    """
    has_references = any(isinstance(block, Reference) for block in article.blocks)
    found: list[TypedCall] = []
    for block in article.blocks:
        if isinstance(block, Reference):
            continue
        for call in (call for _, runs in parts_of(block) for call in typed_calls(runs)):
            is_other = call.is_doubtful or (has_references and call.form is BRACKETED)
            if call.number == len(found) + 1 and not is_other:
                found.append(call)
    return tuple(found) if len(found) >= _FEWEST else ()
