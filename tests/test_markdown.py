"""The reading page: what the article says stays as it is, whatever Markdown would make of it."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from articles import SAMPLE, inferred, note, paragraph, runs, seen
from duidu.model import ENGLISH, SIMPLIFIED, TRADITIONAL, Article, Author, Front, Heading
from duidu.publish.escape import escape
from duidu.publish.pages.reading_page import reading_page
from rendering import Html, front_matter_of, to_html

LOOKS_LIKE_MARKUP = [
    "<script>alert(1)</script>", "</p>", "<!-- x -->", "<b", "&amp;", "&#35;", "&",
    "[x](y)", "[x][y]", "![x](y)", "[x]: y", "[^1]", "[^1]: x", "[TOC]", "*[x]: y",
    "<http://example.org>", "http://example.org/a_b_c", "a@example.org",
    "*x*", "**x**", "_x_", "__x__", "`x`", "```", "~~~", "~x~", "~~x~~", "^x^", "==x==", "++x++", "--x--",
    "# x", "## x ##", "#", "1. x", "١. x", "12) x", "- x", "+ x", "> x", ": x", "    x", "\tx", "　　x",
    "=====", "-----", "***", "| a | b |", "---|---", "!!! x", "??? x", "=== x", "/// x", "--8<--", ":smile:",
    "{: .x}", "{.x}", "{#par-9}", "{", "}", "{{ x }}", "{% x %}", "$x$", "(c)", "\"", "'",
    "\\", "\\*", "\\\\", "x  ", "x\n", "\n\nx", "x\u2028",
]  # fmt: skip

words = st.one_of(
    st.sampled_from(LOOKS_LIKE_MARKUP),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20),
)
pieces = st.lists(words, min_size=1, max_size=6)


def everywhere(*parts: str) -> Article:
    """An article that says the same in every place in which it can say something."""
    said = runs(*parts)
    front = Front(
        titles={TRADITIONAL: said, ENGLISH: said},
        authors=(Author(said, said, said),),
        abstracts={TRADITIONAL: (said,), ENGLISH: (said,)},
        keywords={TRADITIONAL: (said, said)},
    )
    blocks = (Heading("sec-1", 1, said), paragraph(1, *parts), paragraph(2, *parts[:1], 1, *parts[1:]))
    return Article(front, blocks, (note(1, *parts),))


PLACES = ("title", "sec-1", "par-1", "par-2", "note-1", "english")


def assert_shown(*parts: str) -> None:
    """`parts` read the same in every place of the page, and break nothing."""
    text = "".join(parts).strip(" \n")
    page = to_html(reading_page("x", everywhere(*parts), TRADITIONAL))
    assert {place: page.texts[place].strip(" \n") for place in PLACES} == dict.fromkeys(PLACES, text)
    assert len(page.ids) == len(set(page.ids))


@pytest.mark.parametrize("text", LOOKS_LIKE_MARKUP)
def test_what_looks_like_markup_is_shown_as_it_is(text: str) -> None:
    assert_shown(text)


@given(pieces)
@settings(max_examples=300, deadline=None)
def test_any_text_is_shown_as_it_is(parts: list[str]) -> None:
    assume("".join(parts).strip(" \n"))
    assert_shown(*parts)


@given(pieces)
@settings(max_examples=100, deadline=None)
def test_front_matter_holds_any_text(parts: list[str]) -> None:
    text = "".join(parts)
    assume(text)
    meta = front_matter_of(reading_page("x", everywhere(*parts), TRADITIONAL))
    assert Html(f"<p id=t>{meta['title']}</p>").texts["t"] == text


@pytest.mark.parametrize(
    "text", ["林知遠，〈燈塔〉，頁 3-5。", "http://www.example.org/a-b.htm (p. 157)", "at 16.7% + 2"]
)
def test_ordinary_text_is_written_without_escapes(text: str) -> None:
    assert escape(text) == text


def test_control_characters_become_replacement_characters() -> None:
    assert escape("a\x00b\x02c") == "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c"


# What the page is made of, seen on the sample article.


@pytest.fixture(scope="module")
def page() -> Html:
    return to_html(reading_page("dengta", SAMPLE, TRADITIONAL))


@pytest.mark.parametrize("mark", ["”", "」", ")", "]"])
def test_a_space_before_a_closing_mark_does_not_end_a_line(mark: str) -> None:
    page = to_html(reading_page("x", everywhere(f"said {mark} and"), TRADITIONAL))
    assert set(page.words_of("class", "unbroken")) == {mark}


@pytest.mark.parametrize("mark", ["“", "「", "(", "["])
def test_a_space_after_an_opening_mark_does_not_end_a_line(mark: str) -> None:
    page = to_html(reading_page("x", everywhere(f"and {mark} said"), TRADITIONAL))
    assert set(page.words_of("class", "unbroken")) == {mark}


def test_calls_and_notes_bear_the_articles_own_numbers() -> None:
    blocks = (paragraph(1, "先引", 12, "，再引", 7, "。"),)
    page = to_html(reading_page("x", Article(Front(), blocks, (note(7, "甲"), note(12, "乙"))), TRADITIONAL))
    assert [call["href"] for call in page.find("role", "doc-noteref")] == ["#note-12", "#note-7"]
    assert [item.get("value") for tag, item in page.elements if tag == "li"] == ["7", "12"]
    assert (page.texts["note-7"].strip(), page.texts["note-12"].strip()) == ("甲", "乙")


def test_every_call_leads_to_its_note_and_back(page: Html) -> None:
    numbers = [int(note.label) for note in SAMPLE.notes]
    calls = {(call["id"], call["href"]) for call in page.find("role", "doc-noteref")}
    backs = [back["href"] for back in page.find("role", "doc-backlink")]
    assert calls == {(f"noteref-{number}", f"#note-{number}") for number in numbers}
    assert backs == [f"#noteref-{number}" for number in numbers]
    assert page.find("aria-label", "回到正文註 7")
    assert {f"note-{number}" for number in numbers} < set(page.ids)


def test_inferred_pages_stand_in_brackets_under_a_plain_id(page: Html) -> None:
    breaks = page.find("role", "doc-pagebreak separator")
    assert [(mark.get("id"), mark["aria-label"]) for mark in breaks] == [
        ("p94", "頁 [94]"), ("p95", "頁 95"), ("p96", "頁 96"), ("p97", "頁 [97]"), (None, "頁 [95]"),
    ]  # fmt: skip


def test_a_page_break_before_the_first_word_is_told_apart() -> None:
    parts = (inferred(9), "句", seen(10), "話", seen(11))
    front = Front({TRADITIONAL: runs(*parts)}, (), {TRADITIONAL: (runs(*parts),)})
    blocks = (Heading("sec-1", 1, runs(*parts)), paragraph(1, *parts))
    page = to_html(reading_page("x", Article(front, blocks, ()), TRADITIONAL))
    classes = {mark["data-page"]: mark["class"] for mark in page.find("role", "doc-pagebreak separator")}
    assert classes == {"[9]": "page-break initial", "10": "page-break", "11": "page-break"}


def test_a_page_break_adds_no_words() -> None:
    blocks = (paragraph(1, "一句", seen(95), "話", inferred(96), "。"),)
    page = to_html(reading_page("x", Article(Front(), blocks, ()), TRADITIONAL))
    assert page.texts["par-1"] == "一句話。"


def test_ids_are_the_models_and_unique(page: Html) -> None:
    assert {block.id for block in SAMPLE.blocks} < set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_links_on_the_page_have_targets(page: Html) -> None:
    targets = {str(attributes["href"]) for _, attributes in page.elements if "href" in attributes}
    assert {target[1:] for target in targets if target.startswith("#")} <= set(page.ids)


def test_landmarks_and_languages(page: Html) -> None:
    assert len(page.find("role", "doc-endnotes")) == 1
    assert len(page.find("role", "doc-abstract")) == 2
    english = [tag for tag, attributes in page.elements if attributes.get("lang") == "en"]
    assert set(english[:-1]) == {"a", "span"}  # glosses, and references and words in English
    assert english[-1] == "section"  # the abstract


def test_heading_levels_follow_the_articles() -> None:
    markdown = reading_page("dengta", SAMPLE, TRADITIONAL)
    headings = re.findall(r"^(#+) .+ \{#(sec-\d)\}$", markdown, re.MULTILINE)
    assert [(len(signs), place) for signs, place in headings] == [
        (2, "sec-1"), (2, "sec-2"), (3, "sec-3"), (3, "sec-4"), (2, "sec-5"), (2, "sec-6"),
    ]  # fmt: skip


def test_a_note_called_in_a_heading_is_not_named_in_the_contents() -> None:
    heading = Heading("sec-1", 1, runs('壹、"前"_言_', 1))
    page = to_html(reading_page("x", Article(Front(), (heading,), (note(1, "甲"),)), TRADITIONAL))
    assert page.texts["sec-1"] == '壹、"前"_言_'
    assert page.contents[-2:] == ['壹、"前"_言_', "註釋"]


def test_an_article_of_nothing_is_still_a_page() -> None:
    page = reading_page("leer_stück", Article(Front(), (), ()), TRADITIONAL)
    assert to_html(page).texts["title"] == "leer_stück"
    assert "doc-endnotes" not in page


@pytest.mark.parametrize(
    ("language", "notes"), [(TRADITIONAL, "註釋"), (SIMPLIFIED, "注释"), (ENGLISH, "Notes")]
)
def test_the_page_speaks_its_language(language: str, notes: str) -> None:
    page = reading_page("dengta", SAMPLE, language)
    assert front_matter_of(page)["language"] == language
    assert to_html(page).texts["notes"] == notes


def test_only_an_article_with_notes_gives_them_the_room_of_the_navigation() -> None:
    bare = Article(Front(), (paragraph(1, "文"),), ())
    assert front_matter_of(reading_page("x", SAMPLE, TRADITIONAL))["hide"] == ["navigation"]
    assert "hide" not in front_matter_of(reading_page("x", bare, TRADITIONAL))
