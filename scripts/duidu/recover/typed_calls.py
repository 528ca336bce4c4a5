"""Numbers that an author typed where a document should have called its notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from duidu.model import Article, Reference, Runs, Style, Text, parts_of, plain
from duidu.recover.note_forms import BARE, BRACKETED, Form, find_signs, read_number

_RAISED = re.compile(r"\s*(\d{1,3})\s*")
# After these a sign may count off what is told, or be what is told of.
_COUNTED_AFTER = tuple("：:「『《〈")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class TypedCall:
    """What looks like the call of note `number`: its `text`, from character `start` to `end` of its runs.

    `label` is what is printed for it, and `line` the line of the source. It `may_count` what is told, as
    in 「有三：①…」.
    """

    form: Form
    number: int
    label: str
    text: str
    start: int
    end: int
    line: int
    may_count: bool = False


def typed_calls(runs: Runs) -> Iterator[TypedCall]:
    """What in `runs` is typed as calls of notes are: signs of their own, and numbers that are raised."""
    text = plain(runs)
    raised = list(raised_spans(runs))
    found = [
        (form, match.group(1), match.span())
        for form, match in find_signs(text)
        if not form.doubt or any(start <= match.start() < end for start, end in raised)
    ]
    for start, end in raised:
        if digits := _RAISED.fullmatch(text, start, end):
            found.append((BARE, digits[1], digits.span(1)))
    for form, number, (start, end) in sorted(found, key=lambda one: one[2]):
        before = text[:start].rstrip()
        if before:
            label, line = form.label(number), _line_at(runs, start)
            counts = before.endswith(_COUNTED_AFTER) and form is not BARE
            yield TypedCall(form, read_number(number), label, text[start:end], start, end, line, counts)


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
            is_other = call.may_count or (has_references and call.form is BRACKETED)
            if call.number == len(found) + 1 and not is_other:
                found.append(call)
    return tuple(found) if len(found) >= _FEWEST else ()
