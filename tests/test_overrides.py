"""The table of corrections: how it is read, what it refuses, and that every row of it is needed."""

from __future__ import annotations

import pytest

from duidu.enrich.direction import DIRECTIONS, TO_TRADITIONAL, Direction
from duidu.enrich.opencc_tables import phrases
from duidu.enrich.other_script import Script, idle_overrides
from duidu.enrich.overrides import (
    Override,
    default_overrides,
    find_overrides,
    parse_overrides,
    taiwan_spellings,
)
from duidu.problems import DuiduError, Exit

TABLES = {direction: default_overrides(direction) for direction in DIRECTIONS}
EVERY = [(direction, row) for direction, rows in TABLES.items() for row in rows]
HEADER = "phrase\treplacement\treason\n"


@pytest.mark.parametrize(("direction", "row"), EVERY, ids=lambda each: getattr(each, "phrase", ""))
def test_every_row_is_needed_and_works(direction: Direction, row: Override) -> None:
    """It changes what OpenCC gives with the rest of the table; exceptions to a row, what that row gives."""
    rows = TABLES[direction]
    rest = tuple(other for other in rows if other is not row)
    assert Script(rest, quotes=False, direction=direction).convert(row.phrase) != row.replacement
    assert Script(rows, quotes=False, direction=direction).convert(row.phrase) == row.replacement


def test_every_exception_has_its_row() -> None:
    for direction, row in EVERY:
        phrases = {other.phrase for other in TABLES[direction]}
        if "an exception to" in row.reason:
            parts = {
                row.phrase[i:j] for i in range(len(row.phrase)) for j in range(i + 1, len(row.phrase) + 1)
            }
            assert parts & (phrases - {row.phrase}), row.phrase


def test_each_spelling_of_taiwan_is_met_in_a_phrase_of_opencc() -> None:
    forms = "\n".join(phrases(TO_TRADITIONAL).values())
    assert [row.phrase for row in taiwan_spellings() if row.phrase not in forms] == []


def test_idle_rows_are_reported() -> None:
    assert [problem for direction in DIRECTIONS for problem in idle_overrides(direction)] == []
    idle = parse_overrides(f"{HEADER}甚鉅\t甚巨\ta reason\n國家\t国家\ta reason\n", "to_simplified.tsv")
    assert [problem.report("to_simplified.tsv") for problem in idle_overrides(overrides=idle)] == [
        "to_simplified.tsv:3: warning: the row for “國家” changes nothing; "
        "expected a correction of what OpenCC gives [override-idle]"
    ]


def test_the_leftmost_row_is_taken_and_of_those_the_longest() -> None:
    rows = parse_overrides("甲乙\t一二\tr\n甲乙丙\t一二三\tr\n丙丁\t三四\tr\n乙\t二\tr\n", "x.tsv")
    found = [(place, row.phrase) for place, row in find_overrides("甲乙丙丁甲乙乙", rows)]
    assert found == [(0, "甲乙丙"), (4, "甲乙"), (6, "乙")]


def test_header_and_empty_lines_may_be_left_out() -> None:
    row = Override("編著", "编著", "why", 2)
    assert parse_overrides(f"{HEADER}編著\t编著\twhy\n\n", "x.tsv") == (row,)
    assert parse_overrides("\ufeff\r\n編著\t编著\twhy\r\n", "x.tsv") == (row,)
    assert parse_overrides("", "x.tsv") == ()


@pytest.mark.parametrize(
    ("text", "report"),
    [
        (
            "編著\t编著\n",
            "x.tsv:2: error: the row has 2 columns; "
            "expected phrase, replacement and reason, with a tab between them [override-malformed]",
        ),
        (
            "編著 编著 why\n",
            "x.tsv:2: error: the row has 1 columns; "
            "expected phrase, replacement and reason, with a tab between them [override-malformed]",
        ),
        (
            "編著\t\twhy\n",
            "x.tsv:2: error: the row has no replacement; "
            "expected phrase, replacement and reason, with a tab between them [override-malformed]",
        ),
        (
            "編著\t编著\twhy\n編著\t编着\twhy\n",
            "x.tsv:3: error: the phrase “編著” has a row already, on line 2; "
            "expected one row a phrase [override-clash]",
        ),
        (
            "甚鉅\t巨大得很\twhy\n",
            "x.tsv:2: error: “甚鉅” has the length 2, “巨大得很” 4; "
            "expected the same length [override-length]",
        ),
        (
            "第3章\t第4章\twhy\n",
            "x.tsv:2: error: the row changes “3” into “4”; "
            "expected digits and Latin letters to stay as they are [override-fixed]",
        ),
    ],
)
def test_a_row_that_cannot_be_used_is_told_in_one_sentence(text: str, report: str) -> None:
    with pytest.raises(DuiduError) as caught:
        parse_overrides(HEADER + text, "x.tsv")
    assert [problem.report("x.tsv") for problem in caught.value.problems] == [report]
    assert (caught.value.file, caught.value.exit_code) == ("x.tsv", Exit.INPUT)


@pytest.mark.parametrize(
    ("before", "after"), [("甲A", "甲B"), ("甲ａ", "甲一"), ("甲", "é"), ("甲９", "甲九")]
)
def test_no_row_touches_digits_or_letters(before: str, after: str) -> None:
    with pytest.raises(DuiduError):
        parse_overrides(f"{before}\t{after}\twhy\n", "x.tsv")


def test_every_bad_row_is_told_at_once() -> None:
    with pytest.raises(DuiduError) as caught:
        parse_overrides("編著\t编著\n甚鉅\t甚\twhy\n", "x.tsv")
    assert [problem.line for problem in caught.value.problems] == [1, 2]
