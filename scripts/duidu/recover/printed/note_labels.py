"""The numbers and marks of notes, as they stand where a note begins and where it is called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from duidu import han
from duidu.recover.affiliation_marks import plain_mark
from duidu.recover.printed.rows import Row

_OPEN, _CLOSE = r"[\[［〔【]", r"[\]］〕】]"
_CIRCLED = "[①-⑳㉑-㉟㊱-㊿⓫-⓾❶-➓➀-➉⑴-⒇]"
_MARK = r"(?:[*＊∗✽﹡]{1,4}|[†‡§¶‖#]{1,3})"
_ROMAN = r"(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
# Forms that are sure in themselves, wherever they stand.
_SURE = re.compile(
    rf"[（(\[［〔【]\s?[註注]\s?(?P<a>\d{{1,4}}|[{han.NUMERALS}]{{1,4}})\s?[）)\]］〕】][：:]?"
    rf"|{_OPEN}\s?(?P<b>\d{{1,4}})\s?{_CLOSE}"
    rf"|(?P<c>{_CIRCLED})"
    rf"|(?P<d>[¹²³⁰⁴-⁹]{{1,4}})"
)
# Forms that are so only at the beginning of a line, or where they are raised.
_NOTE_WORD = re.compile(rf"[註注]\s?(?P<a>\d{{1,4}}|[{han.NUMERALS}]{{1,4}})\s?[：:、.．]?")
_ROUND = re.compile(r"[（(]\s?(?P<a>\d{1,4})\s?[）)]")
_DOTTED = re.compile(r"(?P<a>\d{1,4})\s?[.．、](?!\d)")
# The numbers of sections (1.1, 1.4.2) are none of notes.
_BARE = re.compile(r"(?P<a>\d{1,4})(?!\d|\s?[.．、](?!\d)|[.．]\d{1,2}(?!\d))")
_ROMAN_NOTE = re.compile(rf"(?P<r>{_ROMAN})(?=[.\s\u2e80-\U0010ffff])")
_STARRED = re.compile(r"(?P<m>[*＊∗✽﹡]{1,4}|[†‡]{1,3})")
_RAISED_CALL = re.compile(
    rf"\s*(?:{_OPEN}|[（(])?\s?[註注]?\s?(?P<a>\d{{1,4}})\s?(?:{_CLOSE}|[）)])?\s*"
    rf"|\s*(?P<c>{_CIRCLED})\s*|\s*(?P<m>{_MARK})\s*|\s*(?P<r>{_ROMAN})\s*"
)
# What raised characters may hold several of: 1,2
_EACH = re.compile(
    rf"(?:{_OPEN}|[（(])?\s?[註注]?\s?(?P<a>\d{{1,4}})\s?(?:{_CLOSE}|[）)])?"
    rf"|(?P<c>{_CIRCLED})|(?P<m>{_MARK})|(?<![a-z])(?P<r>{_ROMAN})(?![a-z])"
)
# Several numbers in brackets, and each of them: [1,2], [1-3], [1]-[3].
_SIGNS = "‐–—－~～-"
_SEVERAL = re.compile(
    rf"{_OPEN}\s?\d{{1,4}}(?:(?:\s?[,，、{_SIGNS}]\s?|\s?{_CLOSE}\s?[{_SIGNS}]\s?{_OPEN}\s?)\d{{1,4}})+\s?{_CLOSE}"
)
_ONE_OF_SEVERAL = re.compile(rf"{_OPEN}?\s?(?P<b>\d{{1,4}})\s?{_CLOSE}?")
# What stands between the first and the last number of a range, which calls so many notes at most.
_RANGE = re.compile(rf"\s?[{_SIGNS}]\s?")
_MOST_IN_RANGE = 20
# A call that stands on the line, after what it belongs to.
CALL_AFTER = re.compile(rf"{_OPEN}\s?[註注]?\s?\d{{1,4}}\s?{_CLOSE}|{_CIRCLED}")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class Label:
    """A number or mark: its form, its number (0 for marks), what is printed, and where it stands in its row.

    `sure` says that nothing but a note is labelled so: it is raised, or of a form that only notes have.
    """

    form: str
    number: int
    shown: str
    start: int
    end: int
    sure: bool = False

    @property
    def key(self) -> str:
        """By which a call finds its note."""
        return str(self.number) if self.number else self.shown

    @property
    def implied(self) -> bool:
        """Whether it is not printed: a number between those of a range, which stands before the last."""
        return self.start == self.end


def label_of_note(row: Row) -> tuple[Label, ...]:
    """The labels with which a row may begin a note, the likeliest first; places are offsets in its words."""
    if raised := _raised_label(row):
        return (raised,)
    text = row.text
    start = len(text) - len(text.lstrip())
    found: list[Label] = []
    forms = (
        ("sure", _SURE),
        ("註1", _NOTE_WORD),
        ("(1)", _ROUND),
        ("*", _STARRED),
        ("1.", _DOTTED),
        ("1", _BARE),
        ("i", _ROMAN_NOTE),
    )
    for form, pattern in forms:
        if (match := pattern.match(text, start)) and text[match.end() :].strip():
            found.append(_label(form, match, sure=form in ("sure", "註1")))
    return tuple(found)


def _raised_label(row: Row) -> Label | None:
    """The label that the first raised characters of a row are."""
    end = 0
    for span in row.spans:
        if span.text.strip() and row.rise(span) <= 0:
            break
        end += len(span.text)
    text = row.text
    match = _RAISED_CALL.fullmatch(text[:end]) if text[:end].strip() and text[end:].strip() else None
    return _label("raised", match, sure=True) if match else None


def _label(form: str, match: re.Match[str], *, sure: bool) -> Label:
    groups = {name: value for name, value in match.groupdict().items() if value}
    name, value = next(iter(groups.items()))
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    end = match.start() + len(match.group().rstrip())
    if name == "m":
        return Label(form, 0, plain_mark(value), start, end, sure)
    shape = {"c": "①", "d": "¹", "b": "[1]"}.get(name, form)
    if name == "r":
        return Label(form, _roman(value), value, start, end, sure)
    number = _number(value)
    return Label(
        form if form == "raised" else shape, number, value if name == "c" else str(number), start, end, sure
    )


def _number(text: str) -> int:
    return int(unicodedata.numeric(text)) if len(text) == 1 else han.number(_plain(text))


def _roman(text: str) -> int:
    values = [_ROMAN_DIGITS[sign] for sign in text]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _plain(text: str) -> str:
    return "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in text)


@dataclass(frozen=True, slots=True)
class Call:
    """What may call a note, in the line `row` of the body; `raised` calls are surer than signs on it."""

    label: Label
    page: int
    row: int
    raised: bool


def is_call(text: str) -> bool:
    """Whether a text is nothing but a number or mark that may call a note."""
    return bool(text.strip()) and _RAISED_CALL.fullmatch(text) is not None


def calls_in(row: Row, place: int) -> Iterator[Call]:
    """What may call a note in a line of the body, which is the `place`th."""
    raised = list(_raised_stretches(row))
    for start, end in raised:
        for label in _labels("raised", _EACH, row.text, start, end):
            yield Call(label, row.page, place, raised=not label.implied)
    taken = list(raised)
    for several in _SEVERAL.finditer(row.text):
        if not any(start < several.end() and several.start() < end for start, end in taken):
            taken.append(several.span())
            for label in _labels("sure", _ONE_OF_SEVERAL, row.text, *several.span()):
                yield Call(label, row.page, place, raised=False)
    for form, pattern in (("sure", _SURE), ("註1", _NOTE_WORD), ("*", _STARRED)):
        for match in pattern.finditer(row.text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                yield Call(_label(form, match, sure=form == "sure"), row.page, place, raised=False)


def _labels(form: str, pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Label]:
    """The labels in a stretch of a text, with those that its ranges imply."""
    before: Label | None = None
    for match in pattern.finditer(text, start, end):
        label = _label(form, match, sure=True)
        if before and _RANGE.fullmatch(text[before.end : label.start]):
            numbers = range(before.number + 1, label.number) if before.number else ()
            for number in numbers if len(numbers) <= _MOST_IN_RANGE else ():
                yield Label("range", number, str(number), label.start, label.start)
        yield label
        before = label


def _raised_stretches(row: Row) -> Iterator[tuple[int, int]]:
    """From where to where the characters of a line are raised."""
    stretch: tuple[int, int] | None = None
    for start, span in zip(row.starts, row.spans, strict=True):
        end = start + len(span.text)
        if row.rise(span) > 0 and span.text.strip():
            stretch = (stretch[0] if stretch else start, end)
        elif stretch and span.text.strip():
            yield stretch
            stretch = None
    if stretch:
        yield stretch
