"""What the layout could not tell for sure, or would not take: findings with their places."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from duidu.model import SetAside
from duidu.problems import Code, Problem
from duidu.reasons import Cause
from duidu.recover.printed.beside_lines import count_comments
from duidu.recover.printed.call_matching import Matched
from duidu.recover.printed.flows import FlowRow
from duidu.recover.printed.loose_lines import loose_pages
from duidu.recover.printed.note_labels import Call
from duidu.recover.printed.other_pages import other_problems
from duidu.recover.printed.paragraph_breaks import Setting, open_turns, split_paragraphs
from duidu.recover.printed.printed_notes import PrintedNote
from duidu.recover.printed.shown_lines import hidden_aside
from duidu.recover.printed.split_lines import split_lines
from duidu.recover.printed.table_parts import PrintedTable, outside
from duidu.recover.printed.tag_findings import contradicted_lines
from duidu.recover.printed.thresholds import THRESHOLDS
from duidu.sources.printed import PrintedDocument, PrintedPage

_FEW_ROWS = 2  # lines in columns that are no table: names and what stands under them


def layout_findings(
    printed: PrintedDocument,
    set_aside: Sequence[SetAside],
    others: Mapping[int, Cause],
    body: Sequence[FlowRow],
    notes: Sequence[PrintedNote],
    matched: Matched,
    tables: Sequence[PrintedTable],
    setting: Setting,
) -> Iterator[Problem]:
    """What is doubtful, in pages, lines of the text, calls and tables."""
    yield from other_problems(printed.pages, others)
    hidden = [piece for page in printed.pages for piece in hidden_aside(page)]
    if hidden:
        count = sum(len("".join(piece.text.split())) for piece in hidden)
        yield Problem.at(Code.HIDDEN_TEXT, hidden[0].origin.line, count=count)
    yield from _turned(printed, set_aside)
    split = [line for page in printed.pages for line in split_lines(page)]
    if len(split) >= THRESHOLDS.split_often:
        yield Problem.at(Code.SPLIT_LINES, split[0].number, count=len(split))
    comments = [piece for piece in set_aside if piece.reason.cause is Cause.COMMENT]
    if comments:
        yield Problem.at(Code.COMMENTS, comments[0].origin.line, count=count_comments(comments))
    if turns := [] if setting.indented else list(open_turns(body, setting)):
        line = turns[0].row.spans[0].origin.line
        yield Problem.at(Code.PARAGRAPHS_AT_TURNS, line, count=len(turns))
    paragraphs = split_paragraphs(outside(tables, body), setting)
    if against := contradicted_lines(body, notes, tables, paragraphs):
        yield Problem.at(Code.TAGS_CONTRADICT, against[0], count=len(against))
    if loose := list(loose_pages(paragraphs)):
        yield Problem.at(Code.LINES_ALONE, loose[0].row.spans[0].origin.line, count=len(loose))
    if doubtful := [table for table in tables if not table.certain and len(table.cells) > _FEW_ROWS]:
        line = body[doubtful[0].first].row.spans[0].origin.line
        yield Problem.at(Code.LINES_IN_COLUMNS, line, count=len(doubtful))
    left = [call for call in matched.left if _is_call(call, body)]
    if left:
        line = body[left[0].row].row.spans[0].origin.line
        yield Problem.at(Code.RAISED_NUMBERS, line, count=len(left), first=left[0].label.shown)


def _turned(printed: PrintedDocument, set_aside: Sequence[SetAside]) -> Iterator[Problem]:
    """What runs across the lines of its page; where that is much, the page has not been understood."""
    pieces = [piece for piece in set_aside if piece.reason.cause is Cause.TURNED]
    if not pieces:
        return
    turned = {piece.origin.line for piece in pieces}
    mixed = [page for page in printed.pages if _is_mixed(page, turned)]
    if mixed:
        yield Problem.at(Code.VERTICAL_PAGES, mixed[0].lines[0].number, count=len(mixed))
    count = sum(len("".join(piece.text.split())) for piece in pieces)
    yield Problem.at(Code.TURNED_WORDS, pieces[0].origin.line, count=count)


def _is_mixed(page: PrintedPage, turned: Container[int]) -> bool:
    across = sum(len(line.text.strip()) for line in page.lines if line.number in turned)
    share = THRESHOLDS.turned_share * sum(len(line.text.strip()) for line in page.lines)
    return across >= THRESHOLDS.turned_least and across > share


def _is_call(call: Call, body: Sequence[FlowRow]) -> bool:
    """Whether a raised number that calls no note stands where calls do, and not as an exponent."""
    before = body[call.row].row.text[: call.label.start].rstrip()[-1:]
    return not before.isascii() or not before.isalnum()
