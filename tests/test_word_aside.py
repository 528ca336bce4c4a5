"""Word documents: what the file itself marks as no part of the text is set aside, with its reason."""

from __future__ import annotations

import pytest

from made_word import box, call, field, note, p, r, row, style, styled, table
from reading_word import aside, codes, document, found, paragraphs, shown

GONE = "<w:rPr><w:del/></w:rPr>"
CONTENTS = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="{}"/></w:docPartObj></w:sdtPr>'
    "<w:sdtContent>{}</w:sdtContent></w:sdt>"
)


def deleted(words: str) -> str:
    """Words that are deleted while changes are tracked."""
    return "<w:del>" + r(f"<w:delText>{words}</w:delText>") + "</w:del>"


def test_tracked_changes_are_taken_as_accepted() -> None:
    read = document(p(r("潮水") + deleted("退") + f"<w:ins>{r('漲')}</w:ins>" + r("落")))
    assert shown(read) == ["潮水漲落"]
    assert read.lines == ("潮水退漲落",)
    assert aside(read) == [("退", "deleted")]
    assert found(read) == [
        "a.docx:1: warning: tracked deletions: 1, here the first; expected none (they are taken as accepted)"
        " [tracked-deletions]",
        "a.docx:1: warning: tracked insertions: 1, here the first; expected none (they are taken as accepted)"
        " [tracked-insertions]",
    ]


def test_moved_words_stand_where_they_are_moved_to() -> None:
    read = document(p(f"<w:moveFrom>{r('漲')}</w:moveFrom>" + r("潮水") + f"<w:moveTo>{r('漲')}</w:moveTo>"))
    assert shown(read) == ["潮水漲"]
    assert aside(read) == [("漲", "deleted")]


def test_inserted_and_then_deleted() -> None:
    read = document(p(r("潮") + f"<w:ins>{deleted('退')}</w:ins>"))
    assert (shown(read), aside(read)) == (["潮"], [("退", "deleted")])


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    read = document(p("潮水", GONE) + p(deleted("退") + r("漲落")) + p("船家"))
    assert shown(read) == ["潮水漲落", "船家"]
    assert read.lines == ("潮水退漲落", "船家")
    assert read.places == ("paragraph 1", "paragraph 2")


def test_the_next_paragraph_says_how_it_is_set() -> None:
    read = document(styled("a", "潮水", GONE) + styled("b", "漲落"), styles=style("a") + style("b"))
    assert [paragraph.styles for paragraph in paragraphs(read.elements)] == [("b",)]


def test_a_large_initial_belongs_to_what_follows() -> None:
    read = document(p("潮", '<w:framePr w:dropCap="drop" w:lines="2"/>') + p("水漲落"))
    assert (shown(read), read.lines, codes(read)) == (["潮水漲落"], ("潮水漲落",), [])


@pytest.mark.parametrize("following", ["", table(row("甲"))])
def test_a_deleted_end_that_nothing_follows(following: str) -> None:
    assert shown(document(p("潮水", GONE) + following))[0] == "潮水"
    gone = document(p(deleted("退"), GONE) + following)
    assert aside(gone) == [("退", "deleted")]
    assert "退" not in "".join(shown(gone))


def test_a_paragraph_that_is_deleted_as_a_whole() -> None:
    read = document(p("潮水") + p(deleted("退"), GONE) + p("漲落"))
    assert shown(read) == ["潮水", "漲落"]
    assert read.lines == ("潮水", "退漲落")


def test_a_paragraph_with_nothing_but_what_is_set_aside_is_left_out() -> None:
    assert shown(document(p("潮水") + p(deleted("退")) + p())) == ["潮水", ""]


@pytest.mark.parametrize(
    ("content", "styles"),
    [
        (r("暗", "<w:vanish/>"), ""),
        (r("暗", '<w:rStyle w:val="Dark"/>'), style("Dark", "<w:rPr><w:vanish/></w:rPr>", kind="character")),
    ],
)
def test_hidden_text(content: str, styles: str) -> None:
    read = document(p(r("潮") + content + r("水")), styles=styles)
    assert shown(read) == ["潮水"]
    assert aside(read) == [("暗", "hidden")]
    assert found(read) == [
        "a.docx:1: warning: characters of hidden text: 1, here the first; expected none (they are set aside)"
        " [hidden-text]"
    ]


def test_hidden_paragraphs() -> None:
    styles = style("Dark", "<w:rPr><w:vanish/></w:rPr>")
    read = document(
        styled("Dark", "暗")
        + styled("Dark", r("明", '<w:vanish w:val="0"/>'))
        + p("", "<w:rPr><w:vanish/></w:rPr>"),
        styles=styles,
    )
    assert shown(read) == ["明"]
    assert aside(read) == [("暗", "hidden")]


def test_comments_are_lines_after_all_else() -> None:
    comment = f'<w:comment w:id="{{}}">{p(r("<w:annotationRef/>") + r("{}"))}{p("")}</w:comment>'
    range_ = (
        '<w:commentRangeStart w:id="1"/>'
        + r("潮水")
        + '<w:commentRangeEnd w:id="1"/>'
        + r('<w:commentReference w:id="1"/>')
    )
    read = document(
        p(range_ + call(1)),
        footnotes=note(1, "縣志。"),
        comments=comment.format(1, "請查") + comment.format(2, "已查"),
    )
    assert shown(read) == ["潮水{1}"]
    assert read.lines == ("潮水", "縣志。", "請查", "已查")
    assert read.places[2:] == ("comment 1", "comment 2")
    assert aside(read) == [("請查", "comment"), ("已查", "comment")]
    assert found(read) == [
        "a.docx:3: warning: comments: 2, here the first; expected none (they are set aside) [comments]"
    ]


def test_headers_and_footers() -> None:
    read = document(
        p("潮水"),
        headers=[p("學報") + p(""), p(" "), table(row("卷一", "期二"))],
        footers=[p(field(" PAGE ", r("1")))],
    )
    assert read.lines == ("潮水", "學報", "卷一", "期二", "1")
    assert read.places[1:] == ("header 1", "header 3", "header 3, paragraph 2", "footer 1")
    assert {cause for _, cause in aside(read)} == {"running head"}
    assert codes(read) == []


def test_empty_headers_leave_nothing() -> None:
    assert document(p("潮水"), headers=[p(), p(r("<w:tab/>"))], footers=[p()]).lines == ("潮水",)


def test_what_is_changed_or_hidden_in_a_header_is_not_reported() -> None:
    read = document(p("潮"), headers=[p(deleted("舊") + r("暗", "<w:vanish/>") + box(p("框")))])
    assert codes(read) == []
    assert read.lines == ("潮", "舊暗", "框")


def entry(words: str, page: str) -> str:
    """An entry of a table of contents."""
    return r(words) + r("<w:tab/>") + field(" PAGEREF a ", r(page))


def test_a_table_of_contents_by_its_field() -> None:
    whole = field(" TOC \\o &quot;1-3&quot; ", r("前言") + r("<w:tab/>") + r("1") + "</w:p><w:p>" + r("結論"))
    first, last = whole.split("</w:p><w:p>")
    read = document(p("目次") + p(first) + p(last) + p("正文"))
    assert shown(read) == ["目次", "正文"]
    assert aside(read) == [("前言\t1", "table of contents"), ("結論", "table of contents")]


def test_a_table_of_contents_by_its_content_control() -> None:
    assert shown(document(CONTENTS.format("Table of Contents", p("目次") + p("前言")) + p("正文"))) == [
        "正文"
    ]
    assert shown(document(CONTENTS.format("Cover Pages", p("封面")) + p("正文"))) == ["封面", "正文"]


@pytest.mark.parametrize("name", ["toc 1", "TOC 9", "目錄 1", "目录 2", "table of figures"])
def test_a_table_of_contents_by_its_styles(name: str) -> None:
    read = document(styled("x", entry("前言", "1")) + styled("x", "封面"), styles=style("x", name=name))
    assert shown(read) == ["封面"]
    assert aside(read) == [("前言\t1", "table of contents")]


def test_the_heading_of_a_table_of_contents() -> None:
    assert shown(document(styled("x", "目次") + p("正"), styles=style("x", name="TOC Heading"))) == ["正"]


def test_pages_of_a_table_of_contents_are_counted() -> None:
    recorded = r("<w:lastRenderedPageBreak/>")
    body = p("題") + CONTENTS.format("Table of Contents", p(recorded + r("甲")) + p(recorded + r("乙")))
    assert shown(document(body + p(recorded + r("正文")))) == ["題", "{page}{page}{page}正文"]


def test_documents_inserted_as_a_whole_are_reported() -> None:
    read = document(p("潮") + '<w:altChunk r:id="a"/>')
    assert found(read) == [
        "a.docx:1: error: documents inserted as a whole, which are not read: 1, here the first; expected"
        " their text (open and save the file in Word, which takes it in) [parts-not-read]"
    ]


def test_places_of_findings_are_those_of_the_first() -> None:
    read = document(p("潮") + p(deleted("退")) + p(deleted("退")))
    assert [(problem.line, dict(problem.details)["count"]) for problem in read.problems] == [(2, 2)]


def test_properties_are_no_text() -> None:
    assert shown(document(p(r("潮", "<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>")))) == ["潮"]
