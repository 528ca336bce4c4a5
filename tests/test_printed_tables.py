"""Tables on printed pages: cells of several lines, where rules or distances say what is a row."""

from __future__ import annotations

import pytest
import typst

from duidu.check import check_invariants
from duidu.model import Article, Table, plain
from duidu.recover import recover
from duidu.sources.printed import Box
from duidu.sources.source import read_source
from made_print import LEFT, Page, read, shown
from test_printed_layout import ONE, TWO, opened

SETTING = """
#set page(width: 17cm, height: 24cm, margin: 22mm, numbering: "1")
#set text(font: ("New Computer Modern", "Noto Serif CJK TC"), size: 11pt, lang: "zh", region: "TW")
#set par(justify: true, leading: 0.75em, spacing: 0.75em, first-line-indent: (amount: 2em, all: true))
#align(center)[#text(size: 16pt)[論千字文之編次]]
#align(center)[王小明]
= 壹、前言
潮水漲落有時，船家依燈號出港，其後封港，公倉重開。潮水漲落有時，船家依燈號出港，其後封港，公倉重開。

"""
AFTER = "\n\n潮水漲落有時，船家依燈號出港，其後封港，公倉重開。潮水漲落有時，船家依燈號出港，其後封港。"
LONG = "潮水漲落有時，船家依燈號出港，其後封港，公倉重開，至今未改其舊制。"
COLUMNS = "columns: (3cm, 5cm, 1fr), align: left"

# What Typst is told · the rows; a cell that reaches over several has its columns × rows after it.
MADE: dict[str, tuple[str, list[list[str]]]] = {
    "drawn": (
        f"table({COLUMNS}, [年], [事], [註], [1946], [{LONG}], [見《縣志》])",
        [["年", "事", "註"], ["1946", LONG, "見《縣志》"]],
    ),
    "cells that reach over others": (
        f"table({COLUMNS}, [年], table.cell(colspan: 2)[事], table.cell(rowspan: 2)[1947], [甲], [乙], [丙],"
        " [丁])",
        [["年", "事 2×1"], ["1947 1×2", "甲", "乙"], ["丙", "丁"]],
    ),
    "empty cells": (
        f"table({COLUMNS}, [年], [事], [註], [1946], [], [], [], [封港], [])",
        [["年", "事", "註"], ["1946", "", ""], ["", "封港", ""]],
    ),
    "level rules only": (
        f"table({COLUMNS}, stroke: none, table.hline(), [年], [事], [註], table.hline(), [1946], [{LONG}],"
        f" [志], [1947], [封港], [{LONG}], table.hline())",
        [["年", "事", "註"], ["1946", LONG, "志"], ["1947", "封港", LONG]],
    ),
    "rules close to the words": (
        f"table({COLUMNS}, inset: (x: 3pt, y: 3.5pt), stroke: none, table.hline(), [年], [事], [註],"
        f" table.hline(), [1946], [{LONG}], [志], [1947], [封港], [無], table.hline())",
        [["年", "事", "註"], ["1946", LONG, "志"], ["1947", "封港", "無"]],
    ),
}


def made(content: str) -> Article:
    source = read_source(typst.compile(content.encode()), "a.pdf")
    article = recover(source)
    assert not check_invariants(source.text, article)
    return article


def rows(article: Article) -> list[list[str]]:
    (table,) = (block for block in article.blocks if isinstance(block, Table))
    return [
        [
            plain(cell.runs) + (f" {cell.columns}×{cell.rows}" if cell.columns * cell.rows > 1 else "")
            for cell in row
        ]
        for row in table.rows
    ]


@pytest.mark.parametrize(("told", "expected"), MADE.values(), ids=MADE)
def test_tables_that_typst_makes(told: str, expected: list[list[str]]) -> None:
    article = made(f"{SETTING}表一 年表\n#{told}{AFTER}")
    assert rows(article) == expected
    assert not article.problems


def test_a_cell_has_paragraphs_where_lines_end_early() -> None:
    article = made(
        f"{SETTING}#table({COLUMNS}, [年], [事], [註], [1946], [{LONG} \\ 封港], [甲 \\ 乙丙丁]){AFTER}"
    )
    (table,) = (block for block in article.blocks if isinstance(block, Table))
    assert [shown(cell.runs) for cell in table.rows[1]] == ["1946", f"{LONG}¶封港", "甲¶乙丙丁"]


def test_a_frame_around_text_is_no_table() -> None:
    article = made(f"{SETTING}#rect(width: 100%)[{LONG}{LONG}]{AFTER}")
    assert not [block for block in article.blocks if isinstance(block, Table)]


def test_text_between_rules_is_no_table() -> None:
    rule = "#line(length: 100%)\n"
    article = made(f"{SETTING}{rule}{LONG}{LONG}\n{rule}{LONG}\n{rule}{AFTER}")
    assert not [block for block in article.blocks if isinstance(block, Table)]


def columns(page: Page, *lines: tuple[str, ...], pitch: float = 20) -> Page:
    """Lines in columns of 120 points, a pitch below each other; a cell of nothing is empty."""
    for line in lines:
        page.y -= pitch
        for place, cell in enumerate(line):
            if cell:
                page.put(cell, LEFT + 120 * place, page.y)
    return page


def ruled(page: Page) -> Page:
    """A rule across the page under the last line."""
    page.rules.append(Box(LEFT, page.y - 8, LEFT + 360, page.y - 7.5))
    page.y -= 4
    return page


def test_rows_that_nothing_tells_stay_lines_and_are_told() -> None:
    """Whether 乙 goes on under 甲 or is a row of its own is open."""
    page = ruled(opened().body(ONE))
    columns(page, ("年", "事"), ("甲", "封港"), ("乙", ""), ("丙", "重開"))
    article = read(ruled(page).body(TWO).put("1", 234, 40))
    assert not [block for block in article.blocks if isinstance(block, Table)]
    assert [problem.code.code for problem in article.problems] == ["lines-in-columns"]


def test_lines_that_stand_nearer_go_on_with_their_row() -> None:
    page = ruled(opened().body(ONE))
    columns(page, ("年", "事"), pitch=30)
    ruled(page)
    for first, second in (("甲", "封"), ("乙", "重")):
        columns(page, (first, f"{second}港，其後"), pitch=30)
        columns(page, ("", "又開"), pitch=16)
    article = read(ruled(page).body(TWO).put("1", 234, 40))
    assert rows(article) == [["年", "事"], ["甲", "封港，其後又開"], ["乙", "重港，其後又開"]]


def test_cells_in_the_middle_of_their_row_are_not_certain() -> None:
    """A program that sets them half way down begins a row above its first column."""
    page = ruled(opened().body(ONE))
    columns(page, ("", "封港"), ("甲", "其後"), ("", "又開"), ("", "重港"), ("乙", "其後"), ("", "又開"))
    article = read(ruled(page).body(TWO).put("1", 234, 40))
    assert not [block for block in article.blocks if isinstance(block, Table)]
    assert [problem.code.code for problem in article.problems] == ["lines-in-columns"]
