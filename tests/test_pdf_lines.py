"""PDF: glyphs in their places → lines of spans."""

from __future__ import annotations

import pytest

from duidu.sources.printed import Box, PrintedLine
from made_pdf import all_lines, at, codes, font, lines, read, stream

TOP = 600


def spelled(line: PrintedLine) -> str:
    """The spans of a line, each with its size and its height over the first one."""
    first = line.spans[0].baseline
    return " ".join(f"{span.text}@{span.size:g}{span.baseline - first:+g}" for span in line.spans)


# What is shown · the lines that come of it.
LINES: dict[str, tuple[str, list[str]]] = {
    "one word after the other": (at(50, TOP, "潮水") + at(70, TOP, "漲落"), ["潮水漲落"]),
    "the file's order": (at(50, 500, "下") + at(50, TOP, "上"), ["下", "上"]),
    "words that come late": (
        at(50, TOP, "潮水") + at(90, TOP, "有時") + at(70, TOP, "漲落"),
        ["潮水漲落有時"],
    ),
    "words that come first and stand last": (at(70, TOP, "漲落") + at(50, TOP, "潮水"), ["潮水漲落"]),
    "a gap of less than an ideograph": (at(50, TOP, "潮水") + at(79, TOP, "漲落"), ["潮水漲落"]),
    "a wider one": (at(50, TOP, "潮水") + at(85, TOP, "漲落"), ["潮水", "漲落"]),
    "a wide gap with spaces": (at(50, TOP, "潮水     漲落"), ["潮水", "漲落"]),
    "two columns": (
        "".join(at(50, TOP - 20 * n, "左欄") for n in range(2))
        + "".join(at(90, TOP - 20 * n, "右欄") for n in range(2)),
        ["左欄", "左欄", "右欄", "右欄"],
    ),
    "two lines of notes beside one of text, glyph by glyph": (
        at(50, TOP, "潮水")
        + at(70, TOP, "漲落")
        + "".join(at(95 + 8 * n, TOP + 4, sign, 8) for n, sign in enumerate("船家依"))
        + "".join(at(95 + 8 * n, TOP - 5, sign, 8) for n, sign in enumerate("燈號出")),
        ["潮水漲落船家依", "燈號出"],
    ),
    "ideographic spaces": (at(50, TOP, "結　　論"), ["結　　論"]),
    "brackets that share their width": (at(50, TOP, "說」") + at(62, TOP, "（三）"), ["說」（三）"]),
    "a call of a note": (at(50, TOP, "出港。") + at(80, TOP + 4, "1", 6), ["出港。1"]),
    "a label of a note": (at(50, TOP + 3, "1", 6) + at(54, TOP, "見志。"), ["1見志。"]),
    "an index": (at(50, TOP, "H") + at(55, TOP - 2, "2", 6) + at(58, TOP, "O"), ["H2O"]),
    "ruby": (at(50, TOP + 10, "ㄔㄠ", 5) + at(50, TOP, "潮水"), ["ㄔㄠ", "潮水"]),
    "punctuation that is a little raised": (at(50, TOP, "潮水") + at(70, TOP + 1.5, "，漲"), ["潮水，漲"]),
    "lines set close": (at(50, TOP, "潮水") + at(50, TOP - 11, "漲落"), ["潮水", "漲落"]),
    "words shown twice to look bold": (at(50, TOP, "潮水") + at(50.3, TOP, "潮水"), ["潮水"]),
    "the same word twice": (at(50, TOP, "人") + at(60, TOP, "人"), ["人人"]),
    "a size of nothing": (at(50, TOP, "潮", 0) + at(90, TOP, "水"), ["潮", "水"]),
    "only spaces": (at(50, TOP, "   ") + at(50, 500, "潮"), ["潮"]),
    "spaces around": (at(50, TOP, " 潮 "), [" 潮 "]),
    "words of Latin letters by a gap": (at(50, TOP, "high") + at(73, TOP, "tide"), ["high tide"]),
    "one word by kerning": (at(50, TOP, "hi") + at(60.5, TOP, "gh"), ["high"]),
    "a gap between an ideograph and a letter": (at(50, TOP, "潮水") + at(72.5, TOP, "tide"), ["潮水tide"]),
    "spaces that the file has": (at(50, TOP, "潮水 ") + at(75, TOP, "tide"), ["潮水 tide"]),
    "gaps in one string": (
        f"BT /F 10 Tf 50 {TOP} Td [{codes('high')} -300 {codes('tide')} 50 {codes('s')}] TJ ET",
        ["high tides"],
    ),
    "a gap in one string that is filled later": (
        f"BT /F 10 Tf 50 {TOP} Td [{codes('潮')} -2000 {codes('落')}] TJ ET " + at(60, TOP, "水漲"),
        ["潮水漲落"],
    ),
}


@pytest.mark.parametrize(("content", "expected"), LINES.values(), ids=LINES)
def test_lines(content: str, expected: list[str]) -> None:
    assert lines(content) == expected


# What is shown · the spans of the one line.
SPANS = {
    "a call of a note": (at(50, TOP, "港。") + at(70, TOP + 4, "1", 6), "港。@10+0 1@6+4"),
    "two words of one look": (at(50, TOP, "潮水") + at(70, TOP, "漲落"), "潮水漲落@10+0"),
    "two words with a gap": (at(50, TOP, "潮水") + at(79, TOP, "漲落"), "潮水@10+0 漲落@10+0"),
    "rise": (
        f"BT /F 10 Tf 50 {TOP} Td {codes('港')} Tj 4 Ts /F 6 Tf {codes('1')} Tj"
        f" 0 Ts /F 10 Tf {codes('封')} Tj ET",
        "港@10+0 1@6+4 封@10+0",
    ),
    "a scaled page": (f"q 2 0 0 2 0 0 cm {at(25, 300, '潮', 5)} Q " + at(60, TOP, "水"), "潮水@10+0"),
    "a scaled matrix": (
        f"BT /F 1 Tf 10 0 0 10 50 {TOP} Tm {codes('潮')} Tj 1 0 Td {codes('水')} Tj ET",
        "潮水@10+0",
    ),
}


@pytest.mark.parametrize(("content", "expected"), SPANS.values(), ids=SPANS)
def test_spans(content: str, expected: str) -> None:
    (line,) = all_lines(read(content))
    assert spelled(line) == expected


def test_places_of_characters() -> None:
    (line,) = all_lines(read(at(50, TOP, "潮水a")))
    assert line.spans[0].edges == (50, 60, 70, 75)
    assert (line.spans[0].start, line.spans[0].end, line.spans[0].baseline) == (50, 75, TOP)
    assert line.box == Box(50, TOP - 1.2, 75, TOP + 8.8)


def test_a_box_is_without_the_spaces_around_the_words() -> None:
    (line,) = all_lines(read(at(50, TOP, "  潮水 ")))
    assert line.text.strip() == "潮水"
    assert (line.box.left, line.box.right) == (60, 80)


def test_spacing_and_stretching() -> None:
    """Each character is 1 wider, a space 2 more, and all of it is stretched to twice its width."""
    content = f"BT /F 10 Tf 1 Tc 200 Tz 50 {TOP} Td {codes('ab')} Tj ET"
    assert all_lines(read(content))[0].spans[0].edges == (50, 62, 72)


def test_operators_that_go_to_the_next_line() -> None:
    one, two, three, four, five, six = map(codes, "甲乙丙丁戊己")
    found = all_lines(
        read(
            f"BT /F 10 Tf 15 TL 50 {TOP} Td {one} Tj T* {two} Tj {three} ' 0 0 {four} \""
            f" 0 -20 TD {five} Tj T* {six} Tj ET"
        )
    )
    assert [(line.text, line.spans[0].baseline) for line in found] == [
        ("甲", 600),
        ("乙", 585),
        ("丙", 570),
        ("丁", 555),
        ("戊", 535),
        ("己", 515),
    ]


@pytest.mark.parametrize(
    ("turn", "matrix"),
    [(0, "1 0 0 1 50 600"), (90, "0 1 -1 0 100 50"), (180, "-1 0 0 -1 450 100"), (270, "0 -1 1 0 400 650")],
)
def test_pages_are_turned(turn: int, matrix: str) -> None:
    """However the sheet lies: the words stand at the same distance from the left edge as it is read."""
    content = f"BT /F 10 Tf {matrix} Tm {codes('潮水')} Tj ET"
    document = read(content, page=f"/Rotate {turn}")
    (page,), (line,) = document.pages, all_lines(document)
    assert (page.width, page.height) == ((500, 700) if turn in (0, 180) else (700, 500))
    assert (line.box.left, line.box.right, line.vertical) == (50, 70, False)
    assert line.spans[0].baseline == page.height - 100


def test_the_page_is_what_the_crop_box_shows() -> None:
    document = read(at(50, TOP, "潮水"), page="/CropBox [40 100 440 640]")
    assert (document.pages[0].width, document.pages[0].height) == (400, 540)
    assert all_lines(document)[0].box == Box(10, 498.8, 30, 508.8)


VERTICAL = {
    10: "<< /Type /Font /Subtype /Type0 /BaseFont /Ming /Encoding /Identity-V /DescendantFonts [11 0 R]"
    " /ToUnicode 13 0 R >>"
}


def test_vertical_writing_by_a_map_in_the_file() -> None:
    cmap = "/WMode 1 def 1 begincodespacerange <0000> <FFFF> endcodespacerange"
    objects = font(encoding="30 0 R") | {30: stream(cmap, "/CMapName /A")}
    (line,) = all_lines(read(at(50, TOP, "潮水"), objects=objects))
    assert (line.text, line.vertical, line.spans[0].edges) == ("潮水", False, (100, 110, 120))


def test_a_page_of_vertical_writing_is_turned_so_that_columns_are_lines() -> None:
    document = read(at(50, TOP, "潮水") + at(30, TOP, "漲落"), objects=VERTICAL)
    line, following = all_lines(document)
    assert (line.text, line.vertical, following.text) == ("潮水", False, "漲落")
    assert (document.pages[0].width, document.pages[0].height) == (700, 500)
    assert line.box == Box(100, 45, 120, 55)
    assert (line.spans[0].edges, line.spans[0].baseline) == ((100, 110, 120), 46.2)
    assert following.spans[0].baseline == 26.2


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_vertical_writing_on_pages_that_the_file_turns(turn: int) -> None:
    matrix = {90: "0 1 -1 0 100 350", 180: "-1 0 0 -1 250 100", 270: "0 -1 1 0 400 350"}[turn]
    content = f"BT /F 10 Tf {matrix} Tm {codes('潮水')} Tj ET"
    (line,) = all_lines(read(content, objects=VERTICAL, page=f"/Rotate {turn}"))
    assert (line.text, line.vertical, line.spans[0].edges) == ("潮水", False, (100, 110, 120))


def test_a_few_words_of_vertical_writing_are_lines_across() -> None:
    objects = {30: VERTICAL[10]}
    content = f"BT /V 10 Tf 50 600 Td {codes('潮水')} Tj ET " + OTHERS
    line, _ = all_lines(read(content, objects=objects, fonts="/V 30 0 R"))
    assert (line.text, line.vertical) == ("潮水", True)
    assert line.box == Box(45, 580, 55, 600)
    assert (line.spans[0].edges, line.spans[0].baseline) == ((600, 590, 580), 50)


# Words beside those that a test turns, so that these are the fewer.
OTHERS = at(200, 600, "潮水漲落")


def test_words_turned_clockwise_stand_in_a_vertical_line() -> None:
    turned = f"BT /F 10 Tf 0 -1 1 0 46.2 580 Tm {codes('ab')} Tj ET "
    line, _ = all_lines(read(turned + OTHERS))
    assert (line.text, line.vertical, line.spans[0].edges) == ("ab", True, (580, 575, 570))
    assert line.box == Box(45, 570, 55, 580)


def test_words_turned_counterclockwise_are_read_upwards() -> None:
    line, _ = all_lines(read(f"BT /F 10 Tf 0 1 -1 0 50 500 Tm {codes('ab')} Tj ET " + OTHERS))
    assert (line.text, line.vertical, line.spans[0].edges) == ("ab", True, (500, 505, 510))
    assert line.box == Box(41.2, 500, 51.2, 510)


def test_slanted_words_are_kept() -> None:
    line, _ = all_lines(read(f"BT /F 10 Tf 0.7 0.7 -0.7 0.7 50 500 Tm {codes('ab')} Tj ET " + OTHERS))
    assert (line.text, line.vertical, line.spans[0].size) == ("ab", False, 9.9)


@pytest.mark.parametrize(
    ("turn", "matrix"), [(0, "1 0 0 1"), (90, "0 1 -1 0"), (180, "-1 0 0 -1"), (270, "0 -1 1 0")]
)
def test_pages_are_turned_as_most_words_say(turn: int, matrix: str) -> None:
    """Where the file says nothing of it, as of tables that are wider than the page."""
    document = read(f"BT /F 10 Tf {matrix} 250 350 Tm {codes('潮水漲落')} Tj ET " + at(10, 10, "7"))
    words = all_lines(document)[0]
    assert (words.text, words.vertical, words.box.right - words.box.left) == ("潮水漲落", False, 40)
    assert document.pages[0].width == (500 if turn in (0, 180) else 700)


def stacked(text: str, x: float, y: float, step: float = 10) -> str:
    """Each character under the one before."""
    return "".join(at(x, y - step * place, character) for place, character in enumerate(text))


# What is shown · the lines: those of a page of vertical writing begin with ↓.
STACKS: dict[str, tuple[str, list[str]]] = {
    "a page": (stacked("潮水漲落", 300, 600) + stacked("有時", 280, 600), ["↓潮水漲落", "↓有時"]),
    "spaced out": (stacked("潮水漲落", 300, 600, 12.5), ["↓潮水漲落"]),
    "two digits in a cell": (
        stacked("潮水", 300, 600) + at(300, 580, "12") + stacked("漲落", 300, 570),
        ["↓潮水12漲落"],
    ),
    "two digits in a cell, one after the other": (
        stacked("潮水", 300, 600) + at(300, 580, "1") + at(305, 580, "2") + stacked("漲落", 300, 570),
        ["↓潮水12漲落"],
    ),
    "a digit between words that are turned": (
        stacked("潮水漲落", 300, 600)
        + f"BT /F 10 Tf 0 -1 1 0 301.2 568 Tm {codes('ab')} Tj ET "
        + at(302.5, 550, "7"),
        ["↓潮水漲落ab7"],
    ),
    "the call of a note": (stacked("潮水漲落", 300, 600) + at(307, 563, "1", 6), ["↓潮水漲落1"]),
    "marks of horizontal writing in the corners of their cells": (
        stacked("潮水", 300, 600) + at(306.5, 587, "，") + stacked("漲落", 300, 570) + at(306.5, 557, "。"),
        ["↓潮水，漲落。"],
    ),
    "brackets that are pressed": (
        stacked("潮水漲", 300, 600)
        + f"BT /F 7 Tf 150 Tz 1 0 0 1 300 573 Tm {codes('︻')} Tj ET "
        + at(300, 562, "一")
        + f"BT /F 7 Tf 150 Tz 1 0 0 1 300 554 Tm {codes('︼')} Tj ET ",
        ["↓潮水漲︻一︼"],
    ),
    "one ideograph in its line": (
        stacked("潮水漲落", 300, 600) + at(280, 600, "序"),
        ["↓潮水漲落", "↓序"],
    ),
    "words turned clockwise": (
        stacked("潮水漲", 300, 600)
        + f"BT /F 10 Tf 0 -1 1 0 301.2 578 Tm {codes('ab')} Tj ET "
        + at(300, 558, "落"),
        ["↓潮水漲ab落"],
    ),
    "a number in its foot": (stacked("潮水漲落", 300, 600) + at(250, 50, "12"), ["↓潮水漲落", "↓12|"]),
    "the lines of a narrow column": (stacked("潮水漲落", 300, 600, 15), ["潮", "水", "漲", "落"]),
    "spaced out as in the grid of an old book": (
        stacked("潮水漲落有時封港", 300, 600, 19),
        ["↓潮水漲落有時封港"],
    ),
    "two of them": (stacked("潮水", 300, 600) + at(50, 600, "漲落有時"), ["潮", "水", "漲落有時"]),
    "a column of figures": (stacked("1234", 300, 600), ["1", "2", "3", "4"]),
    "the head of a table among lines": (
        stacked("潮水漲落", 300, 600) + "".join(at(50, 460 - 20 * n, "燈號出港") for n in range(6)),
        ["潮", "水", "漲", "落", *["燈號出港"] * 6],
    ),
}


@pytest.mark.parametrize(("content", "expected"), STACKS.values(), ids=STACKS)
def test_stacks(content: str, expected: list[str]) -> None:
    document = read(content)
    mark = "↓" if document.pages[0].width > document.pages[0].height else ""
    assert [mark + line.text + "|" * line.vertical for line in all_lines(document)] == expected


def test_places_in_a_stack() -> None:
    (line,) = all_lines(read(stacked("潮水漲", 300, 600)))
    assert line.spans[0].edges == (91.2, 101.2, 111.2, 121.2)
    assert line.box == Box(91.2, 300, 121.2, 310)


def test_lines_are_numbered_through_the_document() -> None:
    document = read(at(50, 600, "甲") + at(50, 500, "乙") + at(60, 500, "丙", 9), at(50, 600, "丁"))
    assert document.text == "甲\n乙丙\n丁"
    assert [line.number for line in all_lines(document)] == [1, 2, 3]
    assert [(span.origin.line, span.origin.column) for span in all_lines(document)[1].spans] == [
        (2, 0),
        (2, 1),
    ]
