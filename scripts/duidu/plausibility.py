"""Is this an article as the rules expect it? Sources of another kind give one that is not.

Each function below looks for one sign of that, and says what was expected and is not there. They look
at what the invariants of `check` do not: a text can be whole and yet in the wrong places.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from duidu.calls import calls_from, find_notes
from duidu.enrich.tw2s import count_scripts
from duidu.layer import Layer
from duidu.model import Article, Heading, Text, plain
from duidu.problems import Code, Problem
from duidu.reasons import Cause
from duidu.recover.authors import AFFILIATION
from duidu.recover.characters import has_wide, visible, width
from duidu.recover.headings import is_heading_line
from duidu.sources.source import Source
from duidu.sources.text_layer import TextLayer

_LONGEST_FRONT = 2000.0  # ideographs: some two pages, abstract and all
_LONGEST_PAGE = 4000  # characters
_FEW_NOTES = 2
_REPEATS = 3
_LEAST_HEAD = 4  # characters
_MARKS = tuple("，。；：、！？")
_LONGEST_QUOTE = 20  # characters
_PAGE_NUMBERS = re.compile(r"^[\s\d]+|[\s\d]+$")


def find_doubts(source: Source, article: Article) -> tuple[Problem, ...]:
    """What makes it doubtful that `article` is what `source` says."""
    layer = Layer(source.text, article)
    findings = (find for find in FINDINGS if isinstance(source, TextLayer) or find not in OF_TEXT_LAYERS)
    return tuple(problem for find in findings for problem in find(layer))


def _title(layer: Layer) -> Iterator[Problem]:
    if not any(plain(title).strip() for title in layer.article.front.titles.values()):
        yield Problem.at(Code.TITLE_MISSING)


def _headings(layer: Layer) -> Iterator[Problem]:
    if not any(isinstance(block, Heading) for block in layer.article.blocks):
        yield Problem.at(Code.HEADINGS_MISSING)


def _notes(layer: Layer) -> Iterator[Problem]:
    if layer.article.notes:
        return
    for call in layer.calls[:1]:
        sign = f"“{call.text}” stands where a note call would"
        yield Problem.at(Code.NOTES_MISSING, call.line, sign=sign)
        return
    for rule, _ in layer.bare_rules[:1]:
        yield Problem.at(Code.NOTES_MISSING, rule.number, sign="text stands under this line of spaces")


def _rule(layer: Layer) -> Iterator[Problem]:
    """Notes, or an author's affiliation, at the foot of a page without a rule over them."""
    if any(line.is_rule for line in layer.lines):
        return
    feet = [note.line for note in find_notes(layer.lines)]
    if len(feet) < _FEW_NOTES and not layer.calls:
        feet = [line.number for line in layer.lines if AFFILIATION.match(line.raw)]
    for line in layer.lines:
        if line.number in feet[:1]:
            yield Problem.at(Code.RULE_MISSING, line.number, text=line.text[:_LONGEST_QUOTE])


def _bare_rules(layer: Layer) -> Iterator[Problem]:
    notes = [line for line, _ in layer.places(Cause.NOTE_NUMBER)]
    for rule, below in layer.bare_rules if notes else ():
        before = bisect_right(notes, rule.number)
        if before and find_notes([below]):
            yield Problem.at(Code.NOTES_RESTART, below.number, number=1, previous=before)
        else:
            yield Problem.at(Code.RULE_WITHOUT_NOTE, rule.number)


def _calls_left(layer: Layer) -> Iterator[Problem]:
    """Two numbers and more that go on where the notes end."""
    last = len(layer.article.notes)
    taken = layer.places(Cause.NOTE_MARKER)
    after = [line for line in layer.body if taken and line.number >= taken[-1][0]]
    calls = calls_from(last + 1, after)
    if last and len(calls) > 1:
        yield Problem.at(Code.CALLS_LEFT, calls[0].line, last=last, call=calls[0].text)


def _front(layer: Layer) -> Iterator[Problem]:
    length = sum(width(plain(runs)) for runs in layer.article.front.texts())
    if length > _LONGEST_FRONT:
        yield Problem.at(Code.FRONT_LONG, count=round(length))


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
    if len(wide) > 1 and not any(line.ends_paragraph for line in wide):
        yield Problem.at(Code.PARAGRAPH_MARKS_MISSING)


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


def _script(layer: Layer) -> Iterator[Problem]:
    traditional, simplified = count_scripts(layer.source)
    if simplified > traditional:
        yield Problem.at(Code.SOURCE_SIMPLIFIED, simplified=simplified, traditional=traditional)


def _strange(code: Code, pattern: str, show: Callable[[str], str]) -> Callable[[Layer], Iterator[Problem]]:
    """A finding for characters of one kind, with their count and the place of the first."""
    strange = re.compile(pattern)

    def find(layer: Layer) -> Iterator[Problem]:
        places = sorted(
            (run.origin.line, match.group())
            for run in layer.article.runs()
            if isinstance(run, Text)
            for match in strange.finditer(run.text)
        )
        if places:
            line, first = places[0]
            yield Problem.at(code, line, count=len(places), first=show(first))

    return find


def _number(character: str) -> str:
    return f"U+{ord(character):04X}"


FINDINGS: Sequence[Callable[[Layer], Iterator[Problem]]] = (
    _title,
    _headings,
    _notes,
    _rule,
    _bare_rules,
    _calls_left,
    _front,
    _pages,
    _paragraph_marks,
    _running_heads,
    _script,
    _strange(Code.CONTROL_CHARACTERS, "[\x00-\x08\x0b-\x1f\x7f-\x9f]", _number),
    _strange(Code.PRIVATE_CHARACTERS, "[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]", _number),
    # What pdfminer writes where it knows no character is in round brackets.
    _strange(Code.UNMAPPED_CHARACTERS, r"\ufffd|\(cid:\d+\)", str),
)
# These look for what only the spaces, rules and pages of a text layer tell.
OF_TEXT_LAYERS = frozenset((_rule, _bare_rules, _calls_left, _pages, _paragraph_marks, _running_heads))
