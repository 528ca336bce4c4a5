"""Word documents: the numbers and bullets that Word prints, outline levels, and how paragraphs are set."""

from __future__ import annotations

import pytest

from duidu.sources.document import DocumentParagraph, Look
from made_word import p, r, style, styled
from reading_word import document, paragraphs


def level(depth: int, text: str, form: str = "decimal", more: str = "") -> str:
    """A level of a list."""
    inside = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}">{inside}</w:lvl>'


def abstract(key: int, *levels: str) -> str:
    """A list by its levels."""
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def instance(key: int, of: int, more: str = "") -> str:
    """A list as paragraphs refer to it."""
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def item(key: int | str, depth: int | str = 0) -> str:
    """A paragraph in a list."""
    return p("項", in_list(key, depth))


def in_list(key: int | str, depth: int | str = 0) -> str:
    """The properties of such a paragraph."""
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{key}"/></w:numPr>'


def read_paragraphs(body: str, **options: object) -> list[DocumentParagraph]:
    """The paragraphs of a document with this body."""
    return list(paragraphs(document(body, **options).elements))


def labels(body: str, numbering: str, **options: object) -> list[str]:
    """What is printed before its paragraphs."""
    return [paragraph.label for paragraph in read_paragraphs(body, numbering=numbering, **options)]


DEEP = abstract(0, level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"))


def test_levels_begin_anew_after_a_higher_one() -> None:
    numbering = DEEP + instance(1, 0)
    body = "".join(item(1, depth) for depth in (0, 1, 1, 2, 2, 1, 2, 0, 1))
    assert labels(body, numbering) == ["1.", "1.1", "1.2", "(a)", "(b)", "1.3", "(a)", "2.", "2.1"]
    assert [paragraph.depth for paragraph in read_paragraphs(body, numbering=numbering)] == [
        1,
        2,
        2,
        3,
        3,
        2,
        3,
        1,
        2,
    ]


def test_a_level_whose_higher_one_never_came() -> None:
    assert labels(item(1, 1) + item(1, 0), DEEP + instance(1, 0)) == ["1.1", "1."]


def test_two_lists_of_one_kind_go_on_unless_one_is_said_to_begin_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = DEEP + instance(1, 0) + instance(2, 0) + instance(3, 0, anew)
    body = "".join(map(item, (1, 1, 2, 3, 3, 1)))
    assert labels(body, numbering) == ["1.", "2.", "3.", "5.", "6.", "7."]


def test_a_list_may_have_a_level_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "第%1章", "chineseCounting")}</w:lvlOverride>'
    assert labels(item(1) + item(1), DEEP + instance(1, 0, own)) == ["第一章", "第二章"]


def test_a_level_that_never_begins_anew() -> None:
    numbering = abstract(0, level(0, "%1."), level(1, "%2", more='<w:lvlRestart w:val="0"/>')) + instance(
        1, 0
    )
    assert labels("".join(item(1, depth) for depth in (0, 1, 1, 0, 1)), numbering) == [
        "1.",
        "1",
        "2",
        "2.",
        "3",
    ]


def test_legal_numbers_are_arabic() -> None:
    numbering = abstract(
        0,
        level(0, "%1", "chineseCounting"),
        level(1, "%1.%2", more="<w:isLgl/>"),
        level(2, "%1.%3", "decimalZero", "<w:isLgl/>"),
    )
    assert labels(item(1, 0) + item(1, 1) + item(1, 2), numbering + instance(1, 0)) == ["一", "1.1", "1.01"]


@pytest.mark.parametrize(
    ("text", "font", "bullet"),
    [
        ("\uf0b7", "Symbol", "•"),
        ("\uf0a7", "Wingdings", "▪"),
        ("\uf0e8", "Wingdings", "➔"),
        ("\uf099", "Own", "•"),
        ("o", "Courier New", "◦"),
        ("－", "", "－"),
        (" ", "", ""),
    ],
)
def test_bullets(text: str, font: str, bullet: str) -> None:
    made = level(0, text, "bullet", f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>')
    assert labels(item(1), abstract(0, made) + instance(1, 0)) == [bullet]


def test_pictures_as_bullets() -> None:
    made = level(0, "", "bullet", '<w:lvlPicBulletId w:val="0"/>')
    assert labels(item(1), abstract(0, made) + instance(1, 0)) == ["•"]


def test_a_number_that_is_hidden() -> None:
    made = level(0, "%1.", more="<w:rPr><w:vanish/></w:rPr>")
    (paragraph,) = read_paragraphs(item(1), numbering=abstract(0, made) + instance(1, 0))
    assert (paragraph.label, paragraph.depth) == ("", 1)


def test_a_format_that_only_newer_programs_know() -> None:
    both = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="upperRoman"/></mc:Fallback></mc:AlternateContent>'
    )
    made = f'<w:lvl w:ilvl="0"><w:start w:val="4"/>{both}<w:lvlText w:val="%1"/></w:lvl>'
    assert labels(item(1), abstract(0, made) + instance(1, 0)) == ["IV"]


def test_lists_of_styles() -> None:
    numbering = abstract(
        0,
        level(0, "%1、", "chineseCountingThousand", '<w:pStyle w:val="H1"/>'),
        level(1, "（%2）", "chineseCountingThousand", '<w:pStyle w:val="H2"/>'),
    ) + instance(1, 0)
    listed = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = style("H1", listed) + style("H2", listed) + style("Sub", '<w:basedOn w:val="H2"/>')
    body = styled("H1", "甲") + styled("H2", "乙") + styled("Sub", "丙") + styled("H1", "丁", in_list(0))
    assert labels(body + styled("H1", "戊"), numbering, styles=styles) == [
        "一、",
        "（一）",
        "（二）",
        "",
        "二、",
    ]


def test_a_list_that_is_defined_by_a_style() -> None:
    numbering = (
        DEEP
        + instance(1, 0)
        + '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Own"/></w:abstractNum>'
        + instance(6, 5)
    )
    styles = style("Own", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', kind="numbering")
    assert labels(item(6) + item(6, 1), numbering, styles=styles) == ["1.", "1.1"]
    round_about = style("Own", '<w:pPr><w:numPr><w:numId w:val="6"/></w:numPr></w:pPr>', kind="numbering")
    assert labels(item(6), numbering, styles=round_about) == [""]


@pytest.mark.parametrize(("key", "depth"), [("9", 0), ("x", 0), (1, 99), (1, -1), (1, "x"), (0, 0)])
def test_lists_that_are_not_there(key: str | int, depth: str | int) -> None:
    assert len(labels(item(key, depth), DEEP + instance(1, 0))) == 1


def test_what_is_not_shown_is_not_counted() -> None:
    deleted = p(f"<w:del>{r('<w:delText>項</w:delText>')}</w:del>", in_list(1) + "<w:rPr><w:del/></w:rPr>")
    section = p("", in_list(1) + "<w:sectPr/>")
    hidden = p(r("項", "<w:vanish/>"), in_list(1))
    body = item(1) + deleted + section + hidden + item(1)
    assert [label for label in labels(body, DEEP + instance(1, 0)) if label] == ["1.", "2."]


@pytest.mark.parametrize(
    ("name", "expected", "outline"),
    [
        ("heading 1", "heading 1", 1),
        ("Heading 3", "heading 3", 3),
        ("heading1", "heading 1", 1),
        ("標題 2", "heading 2", 2),
        ("标题 2", "heading 2", 2),
        ("Überschrift 4", "heading 4", 4),
        ("Title", "title", None),
        ("標題", "title", None),
        ("副標題", "subtitle", None),
        ("內文", "normal", None),
        ("註腳文字", "footnote text", None),
        ("Own Style", "own style", None),
    ],
)
def test_names_of_styles_and_outline_levels(name: str, expected: str, outline: int | None) -> None:
    (paragraph,) = read_paragraphs(styled("x", "題"), styles=style("x", name=name))
    assert (paragraph.styles, paragraph.outline) == ((expected,), outline)


def test_styles_are_named_with_those_they_are_based_on() -> None:
    styles = (
        style("a", name="Normal", default=True)
        + style("b", '<w:basedOn w:val="a"/>', name="heading 1")
        + style("c", '<w:basedOn w:val="b"/>', name="章")
    )
    (third, first, missing) = read_paragraphs(
        styled("c", "題") + p("文") + styled("Heading2", "節"), styles=styles
    )
    assert (third.styles, third.outline) == (("章", "heading 1", "normal"), 1)
    assert (first.styles, first.outline) == (("normal",), None)
    assert (missing.styles, missing.outline) == (("heading 2",), 2)


@pytest.mark.parametrize(
    ("own", "outline"),
    [
        ("", 3),
        ('<w:outlineLvl w:val="0"/>', 1),
        ('<w:outlineLvl w:val="9"/>', None),
        ('<w:outlineLvl w:val="x"/>', None),
    ],
)
def test_what_a_paragraph_says_of_its_outline_level_holds(own: str, outline: int | None) -> None:
    styles = style("a", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>', name="heading 1")
    (paragraph,) = read_paragraphs(styled("a", "題", own), styles=styles)
    assert paragraph.outline == outline


SIZE_12 = style("Normal", '<w:rPr><w:sz w:val="24"/></w:rPr>', default=True)


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("", Look(12)),
        ('<w:jc w:val="center"/>', Look(12, centered=True)),
        ('<w:jc w:val="both"/>', Look(12)),
        ('<w:ind w:left="480" w:right="240"/>', Look(12, left=2, right=1)),
        ('<w:ind w:start="480" w:end="240"/>', Look(12, left=2, right=1)),
        ('<w:ind w:firstLine="480"/>', Look(12, first=2)),
        ('<w:ind w:left="960" w:hanging="480"/>', Look(12, left=4, first=-2)),
        ('<w:ind w:firstLine="24pt"/>', Look(12, first=2)),
        # Lengths in ideographs come before those in twips.
        ('<w:ind w:firstLineChars="200" w:firstLine="999"/>', Look(12, first=2)),
        ('<w:ind w:firstLineChars="0" w:firstLine="480"/>', Look(12, first=2)),
        (
            '<w:ind w:leftChars="200" w:left="960" w:hangingChars="200" w:hanging="480"/>',
            Look(12, left=4, first=-2),
        ),
        # Absurd values.
        ('<w:ind w:left="999999999999" w:firstLine="x"/>', Look(12, left=100)),
        ('<w:ind w:left="-1e400"/>', Look(12, left=0)),
    ],
)
def test_how_a_paragraph_is_set(properties: str, expected: Look) -> None:
    (paragraph,) = read_paragraphs(p("潮水", properties), styles=SIZE_12)
    assert paragraph.look == expected


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (r("潮水漲落") + r("註", '<w:sz w:val="16"/>'), 12),
        (r("潮") + r("大字大字", '<w:sz w:val="36"/>'), 18),
        ("", 12),
        (r("潮", '<w:sz w:val="-4"/>'), 1),
        (r("潮", '<w:sz w:val="x"/>'), 10),
    ],
)
def test_the_size_is_that_of_most_words(content: str, size: float) -> None:
    (paragraph,) = read_paragraphs(p(content), styles=SIZE_12)
    assert paragraph.look.size == size


def test_without_any_word_of_it_the_size_is_words_own() -> None:
    (paragraph,) = read_paragraphs(p("潮水"))
    assert paragraph.look.size == 10


@pytest.mark.parametrize(
    ("body", "styles", "left", "first"),
    [
        # The list's indents, unless the paragraph has its own; a style's own come before those of its list.
        (item(1), "", 4, -2),
        (p("項", in_list(1) + '<w:ind w:left="240"/>'), "", 1, -2),
        (p("項", in_list(1) + '<w:ind w:firstLine="240"/>'), "", 4, 1),
        (
            styled("a", "項"),
            style("a", f'<w:pPr>{in_list(1)}<w:ind w:left="240" w:firstLine="0"/></w:pPr>'),
            1,
            0,
        ),
        (styled("a", "項", in_list(1)), style("a", '<w:pPr><w:ind w:left="240"/></w:pPr>'), 4, -2),
    ],
)
def test_indents_of_lists(body: str, styles: str, left: float, first: float) -> None:
    made = level(0, "%1.", more='<w:pPr><w:ind w:left="960" w:hanging="480"/></w:pPr>')
    size = "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='24'/></w:rPr></w:rPrDefault></w:docDefaults>"
    (paragraph,) = read_paragraphs(body, styles=size + styles, numbering=abstract(0, made) + instance(1, 0))
    assert (paragraph.look.left, paragraph.look.first) == (left, first)
