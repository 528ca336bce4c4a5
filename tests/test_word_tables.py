"""Word documents: tables with merged cells, header rows, and tables within them."""

from __future__ import annotations

import pytest

from duidu.sources.document import Document, DocumentTable
from made_word import box, cell, either, p, r, row, table
from reading_word import aside, codes, document, shown, spell

DOWN, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def tables(read: Document) -> list[list[list[str]]]:
    """Each table by rows and cells; a cell says how wide and how high it is, and whether it is a header."""

    def said(inner: object) -> str:
        return f" ({inner})"

    return [
        [
            [
                " / ".join(spell(read, paragraph) for paragraph in cell.paragraphs)
                + (said(f"{cell.columns}×{cell.rows}") if cell.columns * cell.rows > 1 else "")
                + (said("header") if cell.header else "")
                for cell in row
            ]
            for row in element.rows
        ]
        for element in read.elements
        if isinstance(element, DocumentTable)
    ]


def rows_of(*rows: str) -> list[list[str]]:
    """The rows of a table."""
    (found,) = tables(document(table(*rows)))
    return found


def test_cells_hold_paragraphs() -> None:
    assert rows_of(row("甲", cell(p("乙") + p("丙")))) == [["甲", "乙 / 丙"]]


def test_header_rows() -> None:
    found = rows_of(
        row("年", "值", properties="<w:tblHeader/>"),
        row("甲", "一", properties='<w:tblHeader w:val="0"/>'),
        row("乙", "二"),
    )
    assert found == [["年 (header)", "值 (header)"], ["甲", "一"], ["乙", "二"]]


def test_merged_cells() -> None:
    assert rows_of(
        row(cell("寬", '<w:gridSpan w:val="2"/>'), "丙"),
        row(cell("高", DOWN), "乙", "丙"),
        row(cell("", GOES_ON), "丁", "戊"),
        row(cell("", GOES_ON), cell("二", DOWN), "己"),
        row("末", cell("", GOES_ON), "庚"),
    ) == [
        ["寬 (2×1)", "丙"],
        ["高 (1×3)", "乙", "丙"],
        ["丁", "戊"],
        ["二 (1×2)", "己"],
        ["末", "庚"],
    ]


def test_cells_merged_across_and_down() -> None:
    both = '<w:gridSpan w:val="2"/>'
    assert rows_of(
        row("甲", cell("大", both + DOWN)), row("乙", cell("", both + GOES_ON)), row("丙", "丁", "戊")
    ) == [["甲", "大 (2×2)"], ["乙"], ["丙", "丁", "戊"]]


def test_a_cell_that_goes_on_from_nothing_is_a_cell() -> None:
    assert rows_of(row(cell("甲", GOES_ON)), row(cell("", GOES_ON))) == [["甲 (1×2)"], []]


def test_text_in_a_cell_that_goes_on_is_kept() -> None:
    assert rows_of(row(cell("甲", DOWN)), row(cell("乙", GOES_ON))) == [["甲 / 乙 (1×2)"], []]


def test_rows_that_begin_further_right() -> None:
    assert rows_of(
        row("甲", cell("高", DOWN)), row(cell("", GOES_ON), properties='<w:gridBefore w:val="1"/>')
    ) == [["甲", "高 (1×2)"], []]


def test_cells_merged_in_the_old_way() -> None:
    across = '<w:hMerge w:val="{}"/>'
    assert rows_of(row(cell("甲", across.format("restart")), cell("", across.format("continue")), "乙")) == [
        ["甲 (2×1)", "乙"]
    ]


@pytest.mark.parametrize("span", ["1000000000", "-3", "x", "", "1e99", "0"])
def test_absurd_spans_are_bounded(span: str) -> None:
    ((first, _),) = rows_of(row(cell("甲", f'<w:gridSpan w:val="{span}"/>'), "乙"))
    assert first in ("甲", "甲 (63×1)")


def test_rows_and_cells_in_wrappers() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    wrapped = row(cell("甲"))
    wrapped = wrapped.replace("<w:tc>", control.split("{}")[0] + "<w:tc>").replace(
        "</w:tc>", "</w:tc></w:sdtContent></w:sdt>"
    )
    assert rows_of(control.format(wrapped), either(row("乙"), row("丙"))) == [["甲"], ["乙"]]


def test_a_table_within_a_cell_is_read_as_paragraphs() -> None:
    read = document(table(row(cell(p("前") + table(row("甲", "乙"), row("丙", "丁")) + p("後")), "右")))
    assert tables(read) == [[["前 / 甲 / 乙 / 丙 / 丁 / 後", "右"]]]
    assert codes(read) == ["nested-tables"]


def test_a_text_box_in_a_cell() -> None:
    read = document(table(row(cell(p(r("甲") + box(p("框"), table(row("乙"))))))))
    assert tables(read) == [[["甲 / 框 / 乙"]]]


def test_deleted_rows_are_no_part_of_the_table() -> None:
    read = document(table(row("甲"), row("乙", properties="<w:del/>"), row("丙", properties="<w:ins/>")))
    assert tables(read) == [[["甲"], ["丙"]]]
    assert aside(read) == [("乙", "deleted")]
    assert codes(read) == ["tracked-deletions", "tracked-insertions"]
    gone = document(table(row("乙", properties="<w:del/>")))
    assert gone.elements == ()


def test_hidden_rows_are_set_aside() -> None:
    read = document(table(row("甲"), row("乙丙", properties="<w:hidden/>")))
    assert tables(read) == [[["甲"]]]
    assert aside(read) == [("乙丙", "hidden")]
    assert [str(problem.details[0][1]) for problem in read.problems] == ["2"]


def test_a_page_begins_once_in_all_cells_of_a_row() -> None:
    recorded = r("<w:lastRenderedPageBreak/>")
    both = table(row(cell(p(r("甲") + recorded + r("乙"))), cell(p(r("丙") + recorded + r("丁")))))
    assert shown(document(p("前") + both + p(recorded + r("後")))) == ["前", "甲{page}乙", "丙丁", "{page}後"]


def test_text_without_a_row_or_cell_is_kept() -> None:
    assert shown(document(f"<w:tbl>{p('甲')}<w:tr>{p('乙')}</w:tr></w:tbl>")) == ["甲", "乙"]
