"""Word documents: words, their marks, special characters, fields, links, readings, breaks."""

from __future__ import annotations

import pytest

from duidu.model import Origin, Style, Text
from duidu.sources.word import read_word
from made_word import either, field, made_word, p, r, style, styled, t
from reading_word import aside, codes, document, found, paragraphs, shown, shown_in, spelled

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
SUPERSCRIPT = "<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        # Word splits runs at random.
        (r("潮水") + '<w:proofErr w:type="x"/>' + r("漲落", '<w:lang w:val="zh-TW"/>'), "潮水漲落"),
        # Spaces at the ends of words count only where XML says so.
        ("<w:r><w:t> 潮 水　</w:t></w:r>" + r(" 漲落 "), "潮 水　 漲落 "),
        ("<w:r><w:t>潮\n水</w:t></w:r>", "潮 水"),
        (r("<w:tab/>") + r("水"), "\t水"),
        (r('<w:ptab w:alignment="right"/>'), "\t"),
        (r(t("潮") + "<w:br/>" + t("水")), "潮{line}水"),
        (r(t("潮") + "<w:cr/>" + t("水")), "潮{line}水"),
        (r(t("潮") + '<w:br w:type="column"/>' + t("水")), "潮{line}水"),
        # One hyphen is shown as the common one, the other as it is.
        (r(t("a") + "<w:noBreakHyphen/>" + t("b")), "a-b"),
        (r(t("a") + "<w:softHyphen/>" + t("b")), "a\u00adb"),
        # Symbol fonts. What is not known stays: it is found later.
        (r('<w:sym w:font="Symbol" w:char="F061"/>'), "α"),
        (r('<w:sym w:font="Wingdings" w:char="F0FC"/>'), "✓"),
        (r('<w:sym w:font="Times New Roman" w:char="00E9"/>'), "é"),
        (r('<w:sym w:font="Own" w:char="F061"/>'), "\uf061"),
        (r(t("a\uf0b7"), '<w:rFonts w:ascii="Symbol"/>'), "a•"),
        # Elements around words that say nothing about them.
        ("<w:smartTag>" + r("倫敦") + "</w:smartTag>", "倫敦"),
        ("<w:customXml><w:customXmlPr/>" + r("倫敦") + "</w:customXml>", "倫敦"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + r("倫敦") + "</w:sdtContent></w:sdt>", "倫敦"),
        ("<w:unknown>" + r("倫敦") + "</w:unknown>", "倫敦"),
        # What stands there in two forms is read once, in the first that can be read.
        (r(either(t("潮"), t("水"))), "潮"),
    ],
)
def test_words(content: str, expected: str) -> None:
    assert shown_in(p(content)) == [expected]


def test_a_form_that_cannot_be_read_gives_way_to_the_other() -> None:
    assert shown_in(
        p(r("潮") + r("<mc:AlternateContent><mc:Choice><w:newText/></mc:Choice></mc:AlternateContent>"))
    )
    picture_of_it = r(either("<c:chart/>", '<w:sym w:font="Symbol" w:char="F061"/>'))
    assert codes(document(p(picture_of_it.replace("Choice", "Other").replace("Fallback", "Choice")))) == []


def test_each_run_knows_its_place_and_what_stands_there() -> None:
    read = document(p(r("潮水") + r(t("a") + "<w:noBreakHyphen/>" + t("b"))) + p(r("漲落", "<w:i/>")))
    assert [paragraph.inlines for paragraph in paragraphs(read.elements)] == [
        (
            Text("潮水a", Origin(1, 0)),
            Text("-", Origin(1, 3), source="\u2011"),
            Text("b", Origin(1, 4)),
        ),
        (Text("漲落", Origin(2, 0), style=Style.ITALIC),),
    ]
    assert read.lines == ("潮水a\u2011b", "漲落")
    assert read.places == ("paragraph 1", "paragraph 2")


@pytest.mark.parametrize(
    ("properties", "mark"),
    [
        ("<w:i/>", "italic"),
        ("<w:b/>", "bold"),
        ('<w:b w:val="true"/>', "bold"),
        ('<w:b w:val="0"/>', ""),
        ('<w:b w:val="false"/>', ""),
        ('<w:b w:val="off"/>', ""),
        ('<w:vertAlign w:val="superscript"/>', "superscript"),
        ('<w:vertAlign w:val="subscript"/>', "subscript"),
        ('<w:vertAlign w:val="baseline"/>', ""),
        ("<w:smallCaps/>", "small_capitals"),
        ("<w:caps/>", ""),
        ('<w:u w:val="single"/>', "underline"),
        ('<w:u w:val="none"/>', ""),
        ('<w:em w:val="dot"/>', "emphasis_mark"),
        ('<w:em w:val="none"/>', ""),
        ('<w:i/><w:b/><w:u w:val="wave"/>', "italic bold underline"),
        # For scripts that are set otherwise.
        ("<w:bCs/><w:iCs/>", ""),
    ],
)
def test_marks(properties: str, mark: str) -> None:
    assert shown_in(p(r("潮水", properties))) == [f"{{{mark}:潮水}}" if mark else "潮水"]


STYLES = (
    style("Normal", default=True)
    + style("Head", "<w:rPr><w:b/></w:rPr>")
    + style("Sub", '<w:basedOn w:val="Head"/><w:rPr><w:i/></w:rPr>')
    + style("Plain", '<w:basedOn w:val="Head"/><w:rPr><w:b w:val="0"/></w:rPr>')
    + style("Strong", "<w:rPr><w:b/></w:rPr>", kind="character")
    + style("Title", '<w:basedOn w:val="Strong"/><w:rPr><w:i/></w:rPr>', kind="character")
    + style("Foreign", '<w:rPr><w:em w:val="dot"/></w:rPr>', kind="character")
    + style("Round", '<w:basedOn w:val="Round2"/>')
    + style("Round2", '<w:basedOn w:val="Round"/>')
)


@pytest.mark.parametrize(
    ("paragraph_style", "properties", "expected", "bold", "italic"),
    [
        # What a paragraph's own style says is how all of it looks, and no mark of its words.
        ("Head", "", "潮水", True, False),
        ("Sub", "", "潮水", True, True),
        ("Plain", "", "潮水", False, False),
        ("Head", "<w:b/>", "潮水", True, False),
        ("Head", '<w:b w:val="0"/>', "潮水", False, False),
        ("Head", "<w:i/>", "{italic:潮水}", True, True),
        ("Plain", "<w:b/>", "{bold:潮水}", True, False),
        # Styles of words and of paragraphs switch each other off.
        ("Normal", '<w:rStyle w:val="Strong"/>', "{bold:潮水}", True, False),
        ("Head", '<w:rStyle w:val="Strong"/>', "潮水", False, False),
        ("Sub", '<w:rStyle w:val="Title"/>', "潮水", False, False),
        ("Plain", '<w:rStyle w:val="Strong"/>', "{bold:潮水}", True, False),
        # What the words say themselves holds.
        ("Head", '<w:rStyle w:val="Strong"/><w:b/>', "潮水", True, False),
        ("Head", '<w:rStyle w:val="Foreign"/>', "{emphasis_mark:潮水}", True, False),
        # Styles that are based on each other, or on nothing.
        ("Round", "<w:i/>", "{italic:潮水}", False, True),
        ("Missing", '<w:rStyle w:val="Missing"/>', "潮水", False, False),
    ],
)
def test_marks_through_styles(
    paragraph_style: str, properties: str, expected: str, bold: bool, italic: bool
) -> None:
    read = document(styled(paragraph_style, r("潮水", properties)), styles=STYLES)
    (paragraph,) = paragraphs(read.elements)
    assert shown(read) == [expected]
    assert (paragraph.look.bold, paragraph.look.italic) == (bold, italic)


def test_the_documents_default_is_no_mark() -> None:
    defaults = "<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults>"
    (paragraph,) = paragraphs(document(p("潮水"), styles=defaults).elements)
    assert paragraph.look.bold
    assert shown_in(p("潮水"), styles=defaults) == ["潮水"]


LINKS = {
    "web": "https://example.org/a",
    "mail": "mailto:a@example.org",
    "file": "file:///c:/a",
    "js": "javascript:a",
}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('<w:hyperlink r:id="web">' + r("潮水") + "</w:hyperlink>", "{https://example.org/a:潮水}"),
        (
            '<w:hyperlink r:id="web" w:anchor="b">' + r("潮水") + "</w:hyperlink>",
            "{https://example.org/a#b:潮水}",
        ),
        ('<w:hyperlink r:id="mail">' + r("潮水") + "</w:hyperlink>", "{mailto:a@example.org:潮水}"),
        # Other addresses are dropped, and so are places in the document itself.
        ('<w:hyperlink r:id="file">' + r("潮水") + "</w:hyperlink>", "潮水"),
        ('<w:hyperlink r:id="js">' + r("潮水") + "</w:hyperlink>", "潮水"),
        ('<w:hyperlink r:id="none">' + r("潮水") + "</w:hyperlink>", "潮水"),
        ('<w:hyperlink w:anchor="b">' + r("潮水") + "</w:hyperlink>", "潮水"),
        # Programs underline links: that is no mark.
        (
            '<w:hyperlink r:id="web">' + r("水", '<w:u w:val="single"/><w:i/>') + "</w:hyperlink>",
            "{italic https://example.org/a:水}",
        ),
        (r("潮水", '<w:rStyle w:val="Hyperlink"/>'), "潮水"),
        (field(' HYPERLINK "https://example.org/c" \\l "d" ', r("潮水")), "{https://example.org/c#d:潮水}"),
        (field(" HYPERLINK https://example.org/c ", r("潮水")), "{https://example.org/c:潮水}"),
        (field(' HYPERLINK \\l "d" ', r("潮水")), "潮水"),
        (
            '<w:fldSimple w:instr="HYPERLINK &quot;http://example.org&quot;">' + r("潮") + "</w:fldSimple>",
            "{http://example.org:潮}",
        ),
    ],
)
def test_links(content: str, expected: str) -> None:
    link_style = style("Hyperlink", '<w:rPr><w:u w:val="single"/></w:rPr>', kind="character")
    assert shown_in(p(content), links=LINKS, styles=link_style) == [expected]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (field(" PAGE ", r("12")), "12"),
        ('<w:fldSimple w:instr=" REF _Ref1 ">' + r("第二節") + "</w:fldSimple>", "第二節"),
        # A field in the result of another, and one in its instruction.
        (field(" IF ", r("見") + field(" REF a ", r("第二節"))), "見第二節"),
        # A field that never ends, and an end without a field, are not heeded.
        (FIELD.format("begin") + r("潮水"), "潮水"),
        (FIELD.format("separate") + r("潮水") + FIELD.format("end"), "潮水"),
    ],
)
def test_fields(content: str, expected: str) -> None:
    assert shown_in(p(content)) == [expected]


@pytest.mark.parametrize(
    ("instruction", "expected"),
    [
        ("eq \\o\\ac(○,9)", "⑨"),
        ("eq \\o\\ac(○,21)", "㉑"),
        ("eq \\o\\ac(○,50)", "㊿"),
        ("eq \\o\\ac(○,51)", "51"),
        ('EQ \\* jc0 \\* "Font:標楷體" \\* hps24 \\o\\ac(○,十)', "㊉"),
        ("EQ \\f(甲,乙)", "甲乙"),
        ("EQ \\o\\al(\\s\\up 8(甲);\\s\\do 3(乙))", "甲乙"),
        ("EQ", ""),
        ("DATE", ""),
    ],
)
def test_the_field_that_has_no_result_is_what_it_says(instruction: str, expected: str) -> None:
    begin, end = FIELD.format("begin"), FIELD.format("end")
    content = made_word(p(begin + r(f"<w:instrText>{instruction}</w:instrText>") + end))
    read = read_word(content, "a.docx")
    assert shown(read) == [expected]
    assert spelled(read) == list(read.lines)
    assert codes(read) == (["equations"] if expected else [])


def test_a_field_goes_on_in_the_next_paragraph() -> None:
    first, last = field(" REF a ", r("潮水") + "</w:p><w:p>" + r("漲落")).split("</w:p><w:p>")
    assert shown_in(p(first) + p(last)) == ["潮水", "漲落"]


def test_words_in_an_instruction_are_set_aside() -> None:
    begin, separate, end = map(FIELD.format, ("begin", "separate", "end"))
    read = document(p(begin + r("<w:instrText> IF </w:instrText>") + r("甲") + separate + r("乙") + end))
    assert shown(read) == ["乙"]
    assert aside(read) == [("甲", "hidden")]
    assert codes(read) == []


def test_readings_stand_after_their_words_in_brackets() -> None:
    ruby = (
        "<w:ruby><w:rubyPr/><w:rt>"
        + r("ㄔㄠˊ", '<w:sz w:val="12"/>')
        + "</w:rt><w:rubyBase>"
        + r("潮")
        + "</w:rubyBase></w:ruby>"
    )
    read = document(
        p(r("大") + r(ruby) + r("水")),
        styles=style("Normal", '<w:rPr><w:sz w:val="24"/></w:rPr>', default=True),
    )
    assert shown(read) == ["大潮（ㄔㄠˊ）水"]
    assert read.lines == ("大潮ㄔㄠˊ水",)
    (paragraph,) = paragraphs(read.elements)
    assert paragraph.look.size == 12
    assert shown_in(p(r(ruby.replace("ㄔㄠˊ", "")))) == ["潮"]


def test_an_equation_is_its_characters() -> None:
    read = document(
        p(r("設") + f"<m:oMath>{SUPERSCRIPT}</m:oMath>")
        + f"<m:oMathPara><m:oMath>{SUPERSCRIPT}</m:oMath></m:oMathPara>"
    )
    assert shown(read) == ["設x{superscript:2}", "x{superscript:2}"]
    assert found(read) == [
        "a.docx:1: warning: equations: 2, here the first; expected none (their characters are kept, their"
        " form is not) [equations]"
    ]


RECORDED = r("<w:lastRenderedPageBreak/>")
PAGE = r('<w:br w:type="page"/>')
NEW_PAGE = "<w:pageBreakBefore/>"
SECTION = '<w:sectPr><w:type w:val="{}"/></w:sectPr>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # A page begins with the first words after a break.
        (p(r("潮") + RECORDED + r("水")), ["潮{page}水"]),
        (p(r("潮") + PAGE) + p("水"), ["潮", "{page}水"]),
        (p("潮") + p() + p("水", NEW_PAGE), ["潮", "", "{page}水"]),
        # The first page is no break, and a page begins once, however often that is said.
        (p(RECORDED + r("潮")), ["潮"]),
        (p("潮", NEW_PAGE), ["潮"]),
        (p(r("潮") + PAGE) + p(RECORDED + r("水"), NEW_PAGE), ["潮", "{page}水"]),
        (p("潮") + p(PAGE), ["潮", ""]),
        # Sections.
        (p("潮", SECTION.format("continuous")) + p("水") + SECTION.format("nextPage"), ["潮", "{page}水"]),
        (p("潮", SECTION.format("nextPage")) + p("水") + SECTION.format("continuous"), ["潮", "水"]),
        (p("潮", SECTION.format("nextPage")) + p("水") + "<w:sectPr/>", ["潮", "{page}水"]),
    ],
)
def test_pages(body: str, expected: list[str]) -> None:
    assert shown_in(body) == expected
