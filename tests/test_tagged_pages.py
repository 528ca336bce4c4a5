"""Tags of a file lead where they agree with what is seen; else what is seen leads, and a finding tells."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
import typst

from duidu.model import Article, Heading, Table
from duidu.problems import Code
from duidu.reasons import Cause
from duidu.recover import recover
from duidu.sources.pdf import read_pdf
from duidu.sources.printed import PrintedDocument, Tag
from made_print import LEFT, Page, document, notes, shown, tagged
from test_printed_layout import ONE, THREE, TWO, codes, opened, texts
from test_printed_tables import SETTING, made

PARTS = {"論": 1, "王": 2, "壹": 3}  # the first lines of the page of `opened`

NOTE = Tag("Note", 30, ("Note",), (30,))


def by_words(printed: PrintedDocument, parts: Mapping[str, Tag]) -> Article:
    """The article of a document; a line belongs to the part in whose words it stands."""

    def tag(text: str) -> Tag | None:
        words = text.strip()
        if words[:1] in PARTS:
            return paragraph(PARTS[words[:1]])
        return next((found for part, found in parts.items() if words in part), None)

    return recover(tagged(printed, tag))


def paragraph(number: int) -> Tag:
    return Tag("P", number, ("P",), (number,))


def contradicting(article: Article) -> int:
    """Of how many lines the finding says that tags contradict what is seen."""
    found = [problem for problem in article.problems if problem.code is Code.TAGS_CONTRADICT]
    return sum(int(str(dict(problem.details)["count"])) for problem in found)


def spaced() -> tuple[Page, Page]:
    """Two pages of paragraphs that only space parts; a full line and a sentence end the first page."""
    first, second = opened(), Page()
    for text in (ONE, TWO, THREE):
        first.body(text, indent=0, gap=1.6)
    first.add(ONE[5:34] + "。", gap=1.6)
    second.body(TWO[3:70], indent=0).body(THREE[7:80], indent=0, gap=1.6)
    return first.put("1", 234, 40), second.put("2", 234, 40)


@pytest.mark.parametrize("is_one", [True, False])
def test_tags_tell_whether_a_paragraph_goes_on_overleaf(is_one: bool) -> None:
    last, following = ONE[5:34] + "。", TWO[3:70]
    parts = {ONE: paragraph(11), TWO: paragraph(12), THREE: paragraph(13), last: paragraph(14)}
    parts |= {following: paragraph(14 if is_one else 15), THREE[7:80]: paragraph(16)}
    # Words that two parts have are in the later one.
    article = by_words(document(*spaced()), dict(reversed(parts.items())))
    found = [text.replace("|2|", "") for text in texts(article)]
    ends = [last + following] if is_one else [last, following]
    assert found == [ONE, TWO, THREE, *ends, THREE[7:80]]
    assert not codes(article)


def test_tags_that_part_a_sentence_are_not_followed() -> None:
    page = opened().body(ONE).body(TWO).body(THREE).put("1", 234, 40)
    parts = {TWO[28:58]: paragraph(20), TWO: paragraph(12), THREE: paragraph(13), ONE: paragraph(11)}
    article = by_words(document(page), parts)
    assert texts(article)[1] == TWO
    assert [problem.message for problem in article.problems] == [
        "lines of which the tags of the file say something else than is seen, of paragraphs, headings, notes,"
        " tables or heads: 2, here the first; expected them to say the same (what is seen is followed)"
    ]


def test_a_file_that_tags_each_line_as_a_paragraph_is_not_believed() -> None:
    printed = document(opened().body(ONE).body(TWO).body(THREE).put("1", 234, 40))
    numbers = {line.text: number for number, line in enumerate(printed.pages[0].lines, start=1)}
    article = recover(tagged(printed, lambda text: paragraph(numbers[text])))
    assert texts(article) == [ONE, TWO, THREE]
    assert codes(article) == ["tags-contradict"]


def test_a_file_that_tags_a_page_as_one_paragraph_is_not_believed() -> None:
    printed = document(opened().body(ONE).body(TWO).body(THREE).put("1", 234, 40))
    article = recover(tagged(printed, lambda text: paragraph(1)))
    assert texts(article) == [ONE, TWO, THREE]
    assert codes(article) == ["tags-contradict"]


def test_tags_tell_headings_and_their_levels() -> None:
    page = opened().body(ONE).add("緣起", gap=2).body(TWO, gap=2).add("其後", gap=2).body(THREE, gap=2)
    parts = {ONE: paragraph(11), "緣起": Tag("H2", 12), TWO: paragraph(13)}
    parts |= {"其後": Tag("H3", 14), THREE: paragraph(15)}
    article = by_words(document(page.put("1", 234, 40)), parts)
    levels = [(shown(block.runs), block.level) for block in article.blocks if isinstance(block, Heading)]
    assert levels == [("壹、前言", 1), ("緣起", 1), ("其後", 2)]


def test_a_whole_paragraph_that_is_tagged_as_a_heading_is_none() -> None:
    page = opened().body(ONE).body(TWO + "。").body(THREE).put("1", 234, 40)
    parts = {ONE: paragraph(11), TWO + "。": Tag("H1", 12), THREE: paragraph(13)}
    article = by_words(document(page), parts)
    assert texts(article) == [ONE, TWO + "。", THREE]
    assert codes(article) == ["tags-contradict"]


def test_tags_tell_notes_that_nothing_else_tells() -> None:
    """Set as the text is, close under it, with numbers as lists have them."""
    page = opened().body(ONE).body(TWO[:20] + "。^1^" + TWO[20:40] + "。^2^")
    page.add("1. 見《千字文》。", gap=1).add("2. 同上。")
    parts = {"1. 見《千字文》。": NOTE, "2. 同上。": NOTE}
    assert notes(by_words(document(page), parts)) == [("1", "見《千字文》。"), ("2", "同上。")]


def test_a_head_that_stands_once_is_told_by_its_tag() -> None:
    pages = [opened().body(ONE), Page().body(TWO), Page().body(THREE)]
    pages[1].put("第二章　千字文之流傳", LEFT, 670, 10)
    parts = {"第二章　千字文之流傳": Tag("Artifact", 0), ONE: paragraph(11), TWO: paragraph(12)}
    article = by_words(document(*pages), parts)
    assert [piece.text for piece in article.set_aside] == ["第二章　千字文之流傳"]
    assert {piece.reason.cause for piece in article.set_aside} == {Cause.RUNNING_HEAD}


def test_words_amid_the_text_are_kept_whatever_their_tag() -> None:
    page = opened().body(ONE).body(TWO).body(THREE)
    article = by_words(document(page), {TWO: Tag("Artifact", 0), ONE: paragraph(1), THREE: paragraph(2)})
    assert texts(article) == [ONE, TWO, THREE]
    assert contradicting(article) == 3


TABLE = """#table(columns: (3cm, 5cm, 1fr), align: left, stroke: none, [年], [事], [註], [1946 年春],
[潮水漲落有時，船家依燈號出港，其後封港，公倉重開。], [見志], [1947], [封港],
[潮水漲落有時，船家依燈號出港。])
"""


def test_a_table_without_rules_is_told_by_its_tags() -> None:
    text = "潮水漲落有時，船家依燈號出港。\n\n"
    article = made(f"{SETTING}{TABLE}{text}")
    (table,) = (block for block in article.blocks if isinstance(block, Table))
    assert [[shown(cell.runs) for cell in row] for row in table.rows] == [
        ["年", "事", "註"],
        ["1946 年春", "潮水漲落有時，船家依燈號出港，其後封港，公倉重開。", "見志"],
        ["1947", "封港", "潮水漲落有時，船家依燈號出港。"],
    ]
    assert not article.problems


def test_without_tags_it_is_none() -> None:
    printed = read_pdf(typst.compile(f"{SETTING}{TABLE}\n潮水漲落有時。".encode()), "a.pdf")
    article = recover(tagged(printed, lambda text: None))
    assert not [block for block in article.blocks if isinstance(block, Table)]
    assert codes(article) == ["lines-in-columns"]


def test_cells_that_do_not_stand_as_they_are_tagged_are_no_table() -> None:
    page = opened().body(ONE)
    tags = {}
    for number, line in enumerate((("甲", "乙"), ("丙", "丁"))):
        page.y -= 20
        for place, cell in enumerate(line):
            page.put(cell, LEFT + 120 * place, page.y)
            elements = (1, 50, 60 + number, 80 - 10 * number - place)  # from the right
            tags[cell] = Tag("TD", elements[-1], ("Document", "Table", "TR", "TD"), elements)
    article = by_words(document(page.body(THREE)), tags)
    assert not [block for block in article.blocks if isinstance(block, Table)]
    assert contradicting(article) == 2


def test_one_cell_is_a_frame_around_text_and_no_table_to_miss() -> None:
    cell = Tag("TD", 53, ("Document", "Table", "TR", "TD"), (1, 51, 52, 53))
    article = by_words(document(opened().body(ONE).body(TWO)), {ONE: paragraph(11), TWO: cell})
    assert texts(article) == [ONE, TWO]
    assert contradicting(article) == 0


def test_words_amid_the_text_are_no_note_whatever_their_tag() -> None:
    page = opened().body(ONE).body(TWO).body(THREE)
    article = by_words(document(page), {ONE: paragraph(11), TWO: NOTE, THREE: paragraph(13)})
    assert (texts(article), notes(article)) == ([ONE, TWO, THREE], [])
    assert contradicting(article) == 3


# How the second note is tagged, of which the first is tagged as a note · how many lines contradict.
OF_NOTES: dict[str, tuple[Tag | None, int]] = {
    "as a note": (Tag("Note", 31, ("Note",), (31,)), 0),
    "not": (None, 0),
    "as text": (paragraph(31), 1),
}


@pytest.mark.parametrize(("tag", "expected"), OF_NOTES.values(), ids=OF_NOTES)
def test_a_note_is_one_whatever_its_tag(tag: Tag | None, expected: int) -> None:
    page = opened().body(ONE).body(TWO[:20] + "。^1^" + TWO[20:40] + "。^2^").rule()
    page.add("^1^見《千字文》。", size=9).add("^2^同上。", size=9)
    parts = {"1見《千字文》。": NOTE} | ({"2同上。": tag} if tag else {})
    article = by_words(document(page), parts)
    assert notes(article) == [("1", "見《千字文》。"), ("2", "同上。")]
    assert contradicting(article) == expected
