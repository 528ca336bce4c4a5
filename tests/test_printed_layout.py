"""What stands where on a printed page tells what it is: one rule of the layout a test."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.check import check_invariants
from duidu.model import Article, Figure, NoteKind, Style, Table, Text
from duidu.problems import Code
from duidu.reasons import Cause
from duidu.recover import recover
from duidu.sources.printed import Box, DrawnPicture, Font
from made_print import HEIGHT, LEFT, LENGTH, SIZE, Page, blocks, document, notes, read, shown

ONE = "天地玄黃宇宙洪荒日月盈昃辰宿列張寒來暑往秋收冬藏閏餘成歲律呂調陽雲騰致雨露結為霜" * 2
TWO = "金生麗水玉出崑岡劍號巨闕珠稱夜光果珍李柰菜重芥薑海鹹河淡鱗潛羽翔龍師火帝鳥官人皇" * 2
THREE = "始制文字乃服衣裳推位讓國有虞陶唐弔民伐罪周發殷湯坐朝問道垂拱平章愛育黎首臣伏戎羌" * 2


def opened() -> Page:
    """A page with a title, a name and a heading."""
    page = Page()
    page.add("論千字文之編次", left=9, size=18).add("王小明", left=13.5, gap=2)
    return page.add("壹、前言", size=15, gap=2)


def texts(article: Article) -> list[str]:
    return [words for kind, words in blocks(article) if kind == "Paragraph"]


def codes(article: Article) -> list[str]:
    return [problem.code.code for problem in article.problems]


# -- paragraphs


def test_an_indent_begins_a_paragraph() -> None:
    article = read(opened().body(ONE).body(TWO).body(THREE))
    assert shown(article.front.titles["zh-Hant"]) == "論千字文之編次"
    assert texts(article) == [ONE, TWO, THREE]


def test_space_begins_a_paragraph_where_nothing_is_indented() -> None:
    page = opened()
    for text in (ONE, TWO, THREE, ONE):
        page.body(text, indent=0, gap=1.6)
    assert texts(read(page)) == [ONE, TWO, THREE, ONE]


def test_a_short_line_ends_a_paragraph_where_nothing_else_tells() -> None:
    page = opened()
    for text in (ONE, TWO, THREE, ONE):
        page.body(text, indent=0)
    assert texts(read(page)) == [ONE, TWO, THREE, ONE]


def test_a_line_that_a_word_would_not_fit_on_is_no_short_one() -> None:
    page = opened().body(ONE)
    page.add("金生麗水玉出崑岡劍號巨闕珠稱夜光果珍李", left=2)
    page.add("internationalization菜重芥薑海鹹河淡鱗潛")
    page.body(THREE)
    assert texts(read(page))[1].endswith("果珍李internationalization菜重芥薑海鹹河淡鱗潛")


def test_a_paragraph_goes_on_overleaf_and_the_page_begins_within_it() -> None:
    first, second = opened().body(ONE), Page()
    first.add(TWO[:28], left=2).put("97", 234, 40)
    second.add(TWO[28:58]).add(TWO[58:]).body(THREE).put("98", 234, 40)
    article = read(first, second)
    assert texts(article) == [ONE, f"{TWO[:28]}|98|{TWO[28:]}", THREE]
    assert [(page.label, page.seen) for page in article.pages] == [("97", True), ("98", True)]


def test_a_page_without_its_number_is_told_by_the_others() -> None:
    pages = [opened().body(ONE), Page().body(TWO), Page().body(THREE)]
    for number, page in zip((97, 98, 99), pages, strict=True):
        if number != 98:
            page.put(str(number), 234, 40)
    assert [(page.label, page.seen) for page in read(*pages).pages] == [
        ("97", True),
        ("98", False),
        ("99", True),
    ]


def test_pages_before_the_first_have_no_number() -> None:
    pages = [opened().body(ONE), Page().body(TWO), Page().body(THREE), Page().body(ONE)]
    for number, page in enumerate(pages[1:], start=1):
        page.put(str(number), 234, 40)
    assert [page.label for page in read(*pages).pages] == ["1", "2", "3"]


def test_pages_without_numbers_are_told() -> None:
    article = read(opened().body(ONE), Page().body(TWO))
    assert not article.pages
    assert [problem.message for problem in article.problems] == [
        "the pages bear no numbers that rise by one; expected them at the head or foot (set pages in"
        " article.toml, and they are counted from the first)"
    ]


def test_a_quotation_stands_in_on_both_sides() -> None:
    page = opened().body(ONE).body(TWO, indent=0, left=2, length=26, gap=1).body(THREE)
    assert ("Quotation", TWO) in blocks(read(page))


def test_hanging_lines_go_on_with_their_entry() -> None:
    page = opened().body(ONE).add("參考文獻", size=15, gap=2)
    for entry in (
        "王小明，《千字文之編次及其流傳之研究》，臺北：某某出版社，二○○九年。再版增訂本。",
        "李大同，《百家姓》，北京。",
    ):
        page.add(entry[:30])
        if entry[30:]:
            page.add(entry[30:], left=2)
    found = [words for kind, words in blocks(read(page)) if kind == "Reference"]
    assert found == [
        "王小明，《千字文之編次及其流傳之研究》，臺北：某某出版社，二○○九年。再版增訂本。",
        "李大同，《百家姓》，北京。",
    ]


def test_bullets_make_a_list() -> None:
    page = opened().body(ONE)
    page.put("•", LEFT + 12, page.y - 20).put("第一項", LEFT + 36, page.y - 20)
    page.put("•", LEFT + 12, page.y - 40).put("第二項", LEFT + 36, page.y - 40)
    article = read(page)
    assert blocks(article)[-2:] == [("ListItem", "第一項"), ("ListItem", "第二項")]
    assert [piece.text for piece in article.set_aside if piece.reason.cause is Cause.BULLET] == ["•", "•"]


# -- heads and feet


@pytest.mark.parametrize(
    ("odd", "even"),
    [
        ("論千字文之編次　97", "98　歷史學報　第12期"),
        ("歷史學報第十二期　2009年", "歷史學報第十二期　2009年"),
    ],
)
def test_heads_are_set_aside(odd: str, even: str) -> None:
    pages = [opened().body(ONE), Page().body(TWO), Page().body(THREE), Page().body(ONE)]
    for number, page in enumerate(pages):
        head = (odd.replace("97", str(97 + number)), even.replace("98", str(97 + number)))[number % 2]
        page.put(head, LEFT, 670, 10)
    article = read(*pages)
    found = [text.rpartition("|")[2] for text in texts(article)]
    assert found == [ONE, TWO, THREE, ONE]
    assert {piece.reason.cause for piece in article.set_aside} <= {Cause.RUNNING_HEAD, Cause.PAGE_NUMBER}
    if "97" in odd:
        assert [page.label for page in article.pages] == ["97", "98", "99", "100"]


def test_notes_that_repeat_at_the_foot_are_no_feet() -> None:
    pages = [opened(), Page(), Page()]
    for number, (page, text) in enumerate(zip(pages, (ONE, TWO, THREE), strict=True), start=1):
        page.body(text[:40]).body(f"果珍李柰^{number}^菜重芥薑。").rule()
        page.add(f"^{number}^同上註，頁23。", size=9)
    article = read(*pages)
    assert notes(article) == [(str(number), "同上註，頁23。") for number in (1, 2, 3)]


# -- notes and their calls


@pytest.mark.parametrize(
    ("call", "label"),
    [
        ("^1^", "^1^"),
        ("^①^", "①"),
        ("[1]", "[1]"),
        ("〔1〕", "〔1〕"),
        ("^1^", "1 "),
        ("^1^", "1. "),
        ("^*^", "*"),
    ],
)
def test_notes_in_many_forms(call: str, label: str) -> None:
    page = opened().body(ONE).body(f"金生麗水{call}玉出崑岡。").rule()
    page.add(f"{label}見《千字文》，頁三。", size=9)
    article = read(page)
    assert texts(article)[1].startswith("金生麗水{")
    assert [text for _, text in notes(article)] == ["見《千字文》，頁三。"]
    assert not [code for code in codes(article) if code != "page-numbers-missing"]


def test_notes_without_a_rule_in_the_size_of_the_body() -> None:
    page = opened().body(ONE).body("金生麗水^1^玉出崑岡，劍號巨闕^2^。")
    page.add("^1^見《千字文》，頁三。", gap=1.6).add("^2^同上。")
    assert notes(read(page)) == [("1", "見《千字文》，頁三。"), ("2", "同上。")]


def test_numbers_of_sections_at_the_foot_are_none_of_notes() -> None:
    page = opened().body(ONE).rule()
    page.add("1.1 編次", size=10).add("1.2 分段", size=10)
    assert not notes(read(page))


def test_notes_begun_anew_on_each_page() -> None:
    pages: list[Page] = []
    for text in (ONE, TWO):
        page = (Page() if pages else opened()).body(text).body("果珍李柰^1^菜重芥薑。").rule()
        pages.append(page.add(f"^1^{text[:8]}。", size=9))
    article = read(*pages)
    assert notes(article) == [("1", ONE[:8] + "。"), ("1", TWO[:8] + "。")]
    assert [note.id for note in article.notes] == ["note-1", "note-2"]


def test_a_call_with_the_number_of_another_page_is_told_and_not_guessed() -> None:
    """LibreOffice numbers a call when it first sets its line, anew on each page if so asked.

    If the line then moves overleaf because its note needs room, the call may keep the number that it had on
    the page before, while the note gets that of its own page: the file has a call 4 over a note 1. Nothing in
    it says which is right, or that they belong together; a note whose call was lost would look the same. So
    the call is kept as a raised number, and the note is an error on its line.
    """
    first = opened().body(ONE).body("果珍李柰^1^菜重芥薑^2^海鹹河淡^3^。").rule()
    second = Page().body("鱗潛羽翔^4^龍師火帝^2^。").body(TWO).rule()
    for number in (1, 2, 3):
        first.add(f"^{number}^見《千字文》，頁{number}。", size=9)
    for number in (1, 2):
        second.add(f"^{number}^同上，頁{number}。", size=9)
    printed = document(first.put("1", 234, 40), second.put("2", 234, 40))
    article = recover(printed)
    assert "鱗潛羽翔4龍師火帝{2}。" in "".join(texts(article))
    assert [
        f"{printed.places[problem.line - 1]}: {problem.message}"
        for problem in check_invariants(printed.text, article)
    ] == [
        "page 2, line 1: numbers that are raised in the text and call no note: 1, here “4”; expected a note"
        " for each (they are kept as raised numbers)",
        "page 2, line 5: note 1 is called nowhere; expected a marker 1 in the text",
    ]


def test_a_note_goes_on_overleaf() -> None:
    first = opened().body(ONE).body("果珍李柰^1^菜重芥薑。").rule().add("^1^" + TWO[:39], size=9)
    second = Page().body(THREE).rule().add(TWO[39:60], size=9)
    assert notes(read(first, second)) == [("1", TWO[:60])]


def test_notes_at_the_end_under_their_heading() -> None:
    page = opened().body(ONE).body("金生麗水^1^玉出崑岡^2^。").add("註釋", size=15, gap=2)
    page.add("1. 見《千字文》。", gap=1.5).add("2. 同上。")
    article = read(page)
    assert notes(article) == [("1", "見《千字文》。"), ("2", "同上。")]
    assert {note.kind for note in article.notes} == {NoteKind.ENDNOTE}


def test_a_call_at_the_beginning_of_a_line_is_none_of_the_notes() -> None:
    page = opened().body(ONE).add(TWO[:28], left=2).add(f"^1^{TWO[28:50]}").rule()
    page.add("^1^見《千字文》。", size=9)
    article = read(page)
    assert texts(article)[1] == f"{TWO[:28]}{{1}}{TWO[28:50]}"


def test_a_call_that_is_alone_on_a_line_belongs_to_the_line_above() -> None:
    page = opened().body(ONE).add(TWO[:28], left=2).put("1", LEFT, page_below(1), 7)
    page.y -= 20
    page.body(THREE).rule().add("^1^見《千字文》。", size=9)
    assert texts(read(page))[1] == f"{TWO[:28]}{{1}}"


def page_below(lines: int) -> float:
    """Where a raised number stands on the next line of the page of the test above."""
    page = opened().body(ONE).add(TWO[:28], left=2)
    return page.y - 20 * lines + 5


def test_raised_numbers_that_call_nothing_are_told() -> None:
    article = read(opened().body(ONE).body("金生麗水^7^玉出崑岡。").put("1", 234, 40))
    (problem,) = article.problems
    assert problem.message == (
        "numbers that are raised in the text and call no note: 1, here “7”; expected a note for each"
        " (they are kept as raised numbers)"
    )
    (raised,) = (run for run in article.runs() if isinstance(run, Text) and run.style is Style.SUPERSCRIPT)
    assert raised.text == "7"


# -- columns and tables


def column(page: Page, text: str, left: float, top: float = 600) -> None:
    """Lines of 14 ideographs."""
    for place in range(0, len(text), 14):
        page.put(text[place : place + 14], left, top - place // 14 * 20)


def test_two_columns_are_read_one_after_the_other() -> None:
    page = Page()
    page.add("論千字文之編次", left=9, size=18)
    words = ONE + TWO
    column(page, "　　" + words[:82], LEFT)
    column(page, words[82:], LEFT + 15.5 * SIZE)
    assert texts(read(page)) == [words]


def test_lines_that_the_file_has_over_a_narrow_gutter_are_in_two_columns() -> None:
    page = Page()
    page.add("論千字文之編次", left=9, size=18)
    words = ONE + TWO
    for start in range(0, 84, 14):
        line = words[start : start + 14] + "\u3000" + words[84 + start : 98 + start]
        page.put(line, LEFT, 600 - start / 14 * 20)
    assert "".join(texts(read(page))).replace("\u3000", "") == words[:168]


def test_lines_in_columns_are_a_table_where_a_caption_says_so() -> None:
    page = opened().body(ONE).add("表一　進出口", left=2)
    for row in (("年", "出口", "進口"), ("2006", "453", "535"), ("2007", "502", "569")):
        page.y -= 20
        for place, cell in enumerate(row):
            page.put(cell, LEFT + 24 + 100 * place, page.y)
    page.body(TWO)
    (table,) = (block for block in read(page).blocks if isinstance(block, Table))
    assert shown(table.runs) == "表一　進出口"
    assert [[shown(cell.runs) for cell in row] for row in table.rows] == [
        ["年", "出口", "進口"],
        ["2006", "453", "535"],
        ["2007", "502", "569"],
    ]


def test_lines_in_columns_without_a_caption_are_told() -> None:
    page = opened().body(ONE)
    for row in (("甲年", "出口"), ("2006", "453"), ("2007", "502")):
        page.y -= 20
        for place, cell in enumerate(row):
            page.put(cell, LEFT + 24 + 100 * place, page.y)
    article = read(page.body(TWO).put("1", 234, 40))
    assert [problem.message for problem in article.problems] == [
        "groups of lines that stand in columns as those of a table, without a rule or caption that says so:"
        " 1, here the first; expected none (they are kept as text: compare them with print)"
    ]


# -- words


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("London", "Bridge", "London Bridge"),
        ("Lon-", "don", "London"),
        ("Anglo-", "American", "Anglo-American"),
        ("http://example.org/", "path", "http://example.org/path"),
        ("金生", "麗水", "金生麗水"),
    ],
)
def test_what_belongs_between_two_lines(above: str, below: str, expected: str) -> None:
    page = opened().body(ONE).body("London 之文")
    start = "海鹹河淡鱗潛羽翔龍師火帝鳥官人皇始制文字乃服衣裳推位讓國有虞"
    page.add(start[: 28 - (len(above) + 1) // 2] + above, left=2).add(below + "。")
    assert texts(read(page))[-1].endswith(f"{expected}。")


def test_a_word_that_a_line_breaks_is_one_word() -> None:
    page = opened().body("此文述 Android Studio 之用，以 Android 为本。")
    page.add(ONE[:26] + "Andr", left=2).add("oid Studio 之用。")
    assert texts(read(page))[-1].endswith("Android Studio 之用。")


def test_italics_and_lowered_signs_are_kept() -> None:
    page = opened().body(ONE)
    page.add("Nature", left=2, font=Font("Times", italic=True))
    runs = [run for run in read(page).runs() if isinstance(run, Text)]
    assert runs[-1].style is Style.ITALIC


def test_spaces_of_a_stretched_line_are_nobodys() -> None:
    page = opened().body(ONE).add("金 生 麗 水 玉 出 崑 岡（ London ）", left=2)
    assert texts(read(page))[-1] == "金生麗水玉出崑岡（London）"


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        pytest.param(("U.S.", "Census", "Bureau,"), "U.S. Census Bureau,", id="a stretched line of words"),
        pytest.param(("Fact", "Book", "-", "United"), "Fact Book - United", id="many"),
        pytest.param(("John Smith", "Mary Jones"), "John Smith\u3000Mary Jones", id="words set apart"),
        pytest.param(("天地", "玄黃"), "天地\u3000玄黃", id="ideographs set apart"),
    ],
)
def test_a_space_between_words_is_one_however_wide_the_line_is_stretched(
    pieces: tuple[str, ...], expected: str
) -> None:
    page = opened()
    page.add(ONE[:30])
    for place, piece in enumerate(pieces):
        page.put(piece, LEFT + 9 * SIZE * place, page.y - 20)
    assert expected in "".join(texts(read(page)))


def test_a_wide_space_between_a_word_and_an_ideograph_is_a_space() -> None:
    page = opened()
    page.add(ONE[:30]).put("London,", LEFT, page.y - 20)
    page.put(TWO[:20], LEFT + 4.5 * SIZE, page.y - 20)
    assert f"London, {TWO[:20]}" in "".join(texts(read(page)))


# -- what is not understood


def test_a_column_that_ends_with_a_sentence_is_told_where_only_space_parts_paragraphs() -> None:
    first, second = opened(), Page()
    for text in (ONE, TWO, THREE):
        first.body(text, indent=0, gap=1.6)
    first.add(ONE[:29] + "。", gap=1.6)
    second.body(TWO, indent=0).body(THREE, indent=0, gap=1.6)
    article = read(first.put("1", 234, 40), second.put("2", 234, 40))
    assert [problem.message for problem in article.problems] == [
        "columns that end with a full line and a full sentence: 1, here the first; expected an"
        " indent that tells whether a paragraph begins in the next (they are taken to go on: compare them"
        " with print)"
    ]


@pytest.mark.parametrize(
    ("shown_call", "labels", "expected"),
    [
        ("[1,2]", (1, 2), "玉出崑岡{1},{2}。"),
        ("[1、2]", (1, 2), "玉出崑岡{1}、{2}。"),
        ("[1-2]", (1, 2), "玉出崑岡{1}-{2}。"),
        ("[1-3]", (1, 2, 3), "玉出崑岡{1}-{2}-{3}。"),
        ("[1–4]", (1, 2, 3, 4), "玉出崑岡{1}–{2}–{3}–{4}。"),
        ("[1]－[3]", (1, 2, 3), "玉出崑岡{1}－{2}－{3}。"),
        ("[1-3,4]", (1, 2, 3, 4), "玉出崑岡{1}-{2}-{3},{4}。"),
        ("[1,2-4]", (1, 2, 3, 4), "玉出崑岡{1},{2}-{3}-{4}。"),
        ("^1-3^", (1, 2, 3), "玉出崑岡{1}-{2}-{3}。"),
        ("^[1]–[3]^", (1, 2, 3), "玉出崑岡{1}–{2}–{3}。"),
    ],
)
def test_several_calls_in_one_pair_of_brackets(
    shown_call: str, labels: tuple[int, ...], expected: str
) -> None:
    page = opened().body(ONE).add(f"玉出崑岡{shown_call}。", left=2).rule()
    for number in labels:
        page.add(f"[{number}]見《千字文》，第{number}頁。", size=9)
    printed = document(page.put("1", 234, 40))
    article = recover(printed)
    assert texts(article)[1] == expected
    assert not codes(article)
    assert not check_invariants(printed.text, article)


@pytest.mark.parametrize(
    ("words", "count", "expected"),
    [
        ("玉出[1-3]崑[2]岡[3]。", 3, "玉出{1}-3]崑{2}岡{3}。"),
        ("玉[1]出崑岡[7-9]。", 1, "玉{1}出崑岡[7-9]。"),
        ("玉[1]出崑岡[1-9999]。", 1, "玉{1}出崑岡[1-9999]。"),
    ],
)
def test_a_range_calls_no_notes_that_are_called_elsewhere_or_are_not_there(
    words: str, count: int, expected: str
) -> None:
    page = opened().body(ONE).add(words, left=2).rule()
    for number in range(1, count + 1):
        page.add(f"[{number}]見《千字文》，第{number}頁。", size=9)
    printed = document(page.put("1", 234, 40))
    article = recover(printed)
    assert texts(article)[1] == expected
    assert codes(article) == ["raised-numbers"]
    assert check_invariants(printed.text, article) == article.problems


@pytest.mark.parametrize("size", [SIZE, 15])
def test_a_centred_heading_over_two_lines(size: float) -> None:
    bold = Font("Song", bold=True)
    page = opened().body(ONE)
    first = "二、千字文之編次及其流傳於各地書院之情形與其影響考述上"[: int(28 * SIZE / size)]
    page.put(first, LEFT + (LENGTH * SIZE - len(first) * size) / 2, page.y - 40, size, bold)
    page.put("兼論百家姓", LEFT + (LENGTH * SIZE - 5 * size) / 2, page.y - 40 - 1.6 * size, size, bold)
    page.y -= 40 + 1.6 * size
    article = read(page.body(TWO, gap=2).put("1", 234, 40))
    assert ("Heading", first + "兼論百家姓") in blocks(article)


@pytest.mark.parametrize("face", ["SimHei", "FandolHei-Regular", "黑体", "NotoSansCJKtc-Regular"])
def test_a_heading_may_be_told_by_its_face(face: str) -> None:
    page = opened().body(ONE).add("1.1 編次", font=Font(face), gap=2).body(TWO, gap=2)
    assert ("Heading", "1.1 編次") in blocks(read(page))


def test_where_the_text_has_such_a_face_it_tells_nothing() -> None:
    page = opened()
    for text in (ONE, "千字文之編次", TWO):
        page.y -= 20
        for start in range(0, len(text), 28):
            page.add(text[start : start + 28], left=0 if start else 2, font=Font("SimHei"))
    assert ("Heading", "千字文之編次") not in blocks(read(page))


def test_pages_of_lines_that_do_not_go_on_are_told() -> None:
    page = Page()
    for number in range(14):
        page.add(ONE[::-1][number : number + 9 + number % 3])
    pages = [opened().body(ONE).body(TWO).body(THREE).body(TWO), Page().body(TWO).body(THREE), page]
    article = read(*(page.put(str(n), 234, 40) for n, page in enumerate(pages, start=1)))
    assert [problem.message for problem in article.problems] == [
        "pages on which nearly each line is a paragraph of its own: 1, here the first; expected paragraphs of"
        " several lines (it may be a list, verse or a table: compare them with print)"
    ]


def test_covers_and_declarations_of_theses_are_set_aside() -> None:
    cover = Page().add("某某大學碩士學位論文", left=6, size=18).add("論千字文之編次", left=8, size=20, gap=3)
    cover.add("研究生：王小明", left=9, gap=3).add("指導教授：李大同", left=9)
    declared = Page().add("原創性聲明", left=10, size=15).body(TWO)
    pages = [Page().add("摘要", left=13, size=15).body(ONE), Page().body(TWO), Page().body(THREE)]
    article = read(cover, declared, *(page.put(str(n), 234, 40) for n, page in enumerate(pages, start=1)))
    assert {piece.reason.cause for piece in article.set_aside} >= {Cause.THESIS}
    assert not [words for kind, words in blocks(article) if "學位論文" in words or "原創性" in words]
    assert (
        "pages of a thesis before its text, its cover and declarations: 2, here the first; expected the"
        in (article.problems[0].message)
    )


_WORDS = st.text(
    alphabet="天地玄黃宇宙，。「」（）一註釋摘要①②[]〔〕12 3aB-.*•表圖\u3000", min_size=1, max_size=34
)
_LINES = st.tuples(
    _WORDS.filter(str.strip),
    st.floats(20, 420),
    st.floats(20, HEIGHT - 20),
    st.sampled_from([6.0, 9.0, 12.0]),
)


@given(st.lists(st.lists(_LINES, max_size=14), min_size=1, max_size=4), st.integers(0, 3))
def test_every_character_is_placed_or_set_aside(
    pages: list[list[tuple[str, float, float, float]]], rules: int
) -> None:
    made = []
    for lines in pages:
        page = Page(rules=[Box(LEFT, 100 + 50 * n, LEFT + 100, 100.5 + 50 * n) for n in range(rules)])
        for text, x, y, size in lines:
            page.put(text, x, y, size)
        made.append(page)
    printed = document(*made)
    found = check_invariants(printed.text, recover(printed))
    lost = (Code.CHARACTERS_LOST, Code.CHARACTERS_DOUBLED, Code.CHARACTERS_MOVED)
    assert not [problem.message for problem in found if problem.code in lost]


def test_hidden_lines_are_set_aside() -> None:
    printed = document(opened().body(ONE).add("看不見的字", left=2).put("1", 234, 40))
    (page,) = printed.pages
    lines = tuple(
        replace(line, spans=tuple(replace(span, hidden=True) for span in line.spans))
        if line.text == "看不見的字"
        else line
        for line in page.lines
    )
    article = recover(replace(printed, pages=(replace(page, lines=lines),)))
    assert texts(article) == [ONE]
    assert [piece.text for piece in article.set_aside if piece.reason.cause is Cause.HIDDEN] == ["看不見的字"]
    assert codes(article) == ["hidden-text"]


def test_a_picture_stands_where_it_is_drawn_with_its_caption() -> None:
    page = opened().body(ONE)
    below = page.y
    page.y -= 120
    page.add("圖一　千字文", left=12).body(TWO)
    printed = document(page)
    box = Box(LEFT + 60, below - 110, LEFT + 300, below - 20)
    picture = DrawnPicture(box, "picture1.png", description="千字文拓本")
    drawn = replace(printed.pages[0], pictures=(picture,))
    article = recover(replace(printed, pages=(drawn,), pictures={"picture1.png": b"png"}))
    assert blocks(article)[1:] == [("Paragraph", ONE), ("Figure", "圖一　千字文"), ("Paragraph", TWO)]
    assert [block.description for block in article.blocks if isinstance(block, Figure)] == ["千字文拓本"]


def test_what_stands_over_the_title_is_set_aside() -> None:
    page = Page().add("歷史學報第十二期", size=9).add("2009 年 6 月，頁 97-98", size=9)
    page.add("論千字文之編次", left=9, size=18, gap=2).add("王小明", left=13.5, gap=2)
    page.add("壹、前言", size=15, gap=2).body(ONE)
    article = read(page)
    assert shown(article.front.titles["zh-Hant"]) == "論千字文之編次"
    assert [piece.text for piece in article.set_aside] == ["歷史學報第十二期", "2009 年 6 月，頁 97-98"]


@pytest.mark.parametrize(
    "line", ["國立中山大學中國文學系", "Journal 學報, 2014, 4, 101-106", "專題研究計畫 成果報告", "iii"]
)
def test_what_is_no_title(line: str) -> None:
    page = Page().add(line, left=9, size=18).add("論千字文之編次", left=9, size=16, gap=2)
    titles = read(page.add("王小明", left=13.5, gap=2).add("壹、前言", size=15, gap=2).body(ONE)).front.titles
    assert {tag: shown(title) for tag, title in titles.items()} == {"zh-Hant": "論千字文之編次"}


def test_a_quotation_begins_after_a_full_line() -> None:
    page = opened().body(ONE).add(TWO[:27] + "：", left=2)
    page.add(THREE[:26], left=2).add(THREE[26:40], left=2).body(ONE)
    assert ("Quotation", THREE[:40]) in blocks(read(page))


def test_the_front_page_of_a_database_is_set_aside() -> None:
    cover = Page().add("論千字文之編次", size=18)
    cover.add("下載時間：2020/1/1", size=9).add("華藝線上圖書館", size=9)
    pages = [opened().body(ONE).body(TWO).put("97", 234, 40), Page().body(THREE).put("98", 234, 40)]
    article = read(cover, *pages)
    assert texts(article) == [ONE, TWO, f"|98|{THREE}"]
    assert [page.label for page in article.pages] == ["97", "98"]
    assert {piece.reason.cause for piece in article.set_aside} == {Cause.COVER, Cause.PAGE_NUMBER}
    assert article.problems[0].message == (
        "pages that a database put before the article: 1, here the first; expected none (they are set aside)"
    )


def test_a_list_of_figures_is_a_table_of_contents_by_its_heading() -> None:
    listed = Page().add("圖形列表", left=13, size=15).add("2.1 千字文之流傳" + "⋅" * 18 + "7", left=2)
    article = read(listed, opened().body(ONE).body(TWO), Page().body(THREE))
    assert {piece.reason.cause for piece in article.set_aside} == {Cause.TABLE_OF_CONTENTS}


@pytest.mark.parametrize("leader", ["." * 20, ". " * 20, "⋅" * 20])
@pytest.mark.parametrize("apart", [False, True])
def test_a_table_of_contents_is_set_aside(leader: str, apart: bool) -> None:
    contents = Page()
    for number in range(1, 7):
        contents.add(f"第{number}節 千字文{leader}{'' if apart else number}", left=2)
        if apart:
            contents.put(str(number), LEFT + 24 * SIZE, contents.y)
    article = read(contents, opened().body(ONE).body(TWO), Page().body(THREE))
    assert {piece.reason.cause for piece in article.set_aside} == {Cause.TABLE_OF_CONTENTS}
    assert article.problems[0].message == (
        "pages that are a table of contents: 1, here the first; expected none (they are set aside)"
    )
