"""The page about the text and the home page: what readers are told, checked on the sample article."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import SAMPLE, SAMPLE_LEDGER, runs
from building import ORIGINAL
from duidu.model import ENGLISH, SIMPLIFIED, TRADITIONAL, Article, Correction, Front, Move, Origin, SetAside
from duidu.publish.editions import Edition
from duidu.publish.journal.home import home_body
from duidu.publish.journal.issues import Arrangement
from duidu.publish.pages.about_page import about_page
from duidu.publish.pages.article_entry import entries_of
from duidu.publish.pages.home_page import home_page
from duidu.publish.pages.list_page import title_amid
from duidu.publish.reason_words import reason_in
from duidu.publish.summary import excerpt, shorten, visible
from duidu.publish.words import WORDS
from duidu.reasons import Cause, Reason
from rendering import to_html


def declared(words: str) -> Reason:
    """What an editor says in a declared correction."""
    return Reason(Cause.DECLARED, words=words)


def about(article: Article, language: str = TRADITIONAL, text_layer: bytes | None = None) -> str:
    """The page about the text of an article, whose source is the `text_layer`, if it has one."""
    return about_page(Edition("x", article, SAMPLE_LEDGER, language, text_layer=text_layer))


ABOUT = about(SAMPLE, text_layer=b"")


@pytest.mark.parametrize(
    ("language", "amid"),
    [
        (TRADITIONAL, "〈[論《燈塔》與「海」](index.md)〉"),
        (SIMPLIFIED, "《[論〈燈塔〉與「海」](index.md)》"),
        (ENGLISH, "“[論《燈塔》與「海」](index.md)”"),
    ],
)
def test_amid_a_sentence_a_title_has_marks(language: str, amid: str) -> None:
    front = Front(titles={language: runs("論《燈塔》與「海」")})
    assert title_amid("dengta", front, language, "index.md") == amid


def test_characters_are_accounted_for() -> None:
    assert "原始文字檔共 2,417 字（含標點，不計空白）：2,384 字見於網頁，33 字屬於版面，列於下文。" in ABOUT


def test_what_was_set_aside_is_grouped_by_reason_and_folded() -> None:
    assert '<summary markdown="1">書眉（2 處，20 字）</summary>' in ABOUT
    assert '<summary markdown="1">正文中的註碼（9 處，9 字）</summary>' in ABOUT
    assert "| 192 | 海濱史學 |" in ABOUT


def test_moves_and_corrections_name_their_lines_and_reasons() -> None:
    assert "第 151–154 行，移至第 139 行之後（頁 95）" in ABOUT
    assert "第 247 行，移至第 240 行之後（頁 \\[97\\]）" in ABOUT
    assert "註碼 6 置於其後文字之後" in ABOUT
    assert "| 175 | 技 術 移 轉 | 技術移轉 | 字間多出空格 |" in ABOUT
    assert "| 201 | 在- | 在 | 編者修復：行末連字號為排版所致 |" in ABOUT


def test_pages_are_linked_where_the_text_shows_them() -> None:
    page = to_html(ABOUT)
    links = [attributes["href"] for tag, attributes in page.elements if tag == "a"]
    assert [link for link in links if "#p" in str(link)] == [f"index.md#p{n}" for n in (95, 96, 94, 97)]
    assert "source.txt" in links


def test_where_no_text_layer_is_published_none_is_promised() -> None:
    assert "source.txt" not in about(SAMPLE)


def test_long_lists_are_folded() -> None:
    many = replace(SAMPLE, corrections=SAMPLE.corrections * 5)
    assert '<summary markdown="1">逐條列出（15 處）</summary>' in about(many)


def test_an_article_that_needed_nothing_has_a_short_page() -> None:
    page = to_html(about(Article(Front(), (), ())))
    assert page.contents == ["文本說明", "字數"]


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30))
@settings(max_examples=100, deadline=None)
def test_quoted_source_cannot_break_the_page(text: str) -> None:
    odd = Article(
        Front(),
        (),
        (),
        set_aside=(SetAside(text, Origin(1, 0), declared(text)),),
        moves=(Move(1, 2, 3, "95", text, declared(text)),),
        corrections=(Correction(1, text, text, declared(text)),),
    )
    page = to_html(about(odd))
    rows = [tag for tag, _ in page.elements if tag == "td"]
    assert (len(rows), page.ids) == (2 + 4, ["title", "accounting", "set-aside", "moves", "corrections"])


def test_home_page_lists_the_articles() -> None:
    entry = entries_of("deng-ta", {TRADITIONAL: ORIGINAL})[TRADITIONAL]
    entries = dict.fromkeys(("deng-ta", "空"), entry)
    body = home_body(entries, Arrangement(others=("deng-ta", "空")), [], [], TRADITIONAL)
    home = home_page(body, TRADITIONAL)
    links = [attributes["href"] for tag, attributes in to_html(home).elements if tag == "a"]
    assert links == ["zh-hant/deng-ta/index.md", "zh-hant/%E7%A9%BA/index.md"]
    assert "林知遠" in home
    assert home.count("。") >= 3


def test_home_page_without_articles_says_so() -> None:
    assert "目前尚無文章。" in home_page(None, TRADITIONAL)


@pytest.mark.parametrize("language", WORDS)
def test_every_cause_has_words_of_its_own_in_every_language(language: str) -> None:
    said = WORDS[language].reasons
    assert set(said) == set(Cause)
    assert len(set(said.values())) == len(Cause)
    if language != ENGLISH:
        assert not any(re.search("[A-Za-z]", re.sub("{.*?}", "", words)) for words in said.values())


def test_reasons_have_the_number_of_their_marker() -> None:
    late = Reason(Cause.LATE_MARKER, number=6)
    assert reason_in(SIMPLIFIED, late) == "注码 6 置于其后文字之后"
    assert reason_in(ENGLISH, late) == "marker 6 written after the text that follows it"


@pytest.mark.parametrize(
    ("language", "words", "shown"),
    [
        (TRADITIONAL, "stray hyphen", '編者修復：<span lang="en">stray hyphen</span>'),
        (SIMPLIFIED, "stray hyphen", '编者修复：<span lang="en">stray hyphen</span>'),
        (ENGLISH, "stray *hyphen*", "corrected by the editor: stray \\*hyphen\\*"),
        (TRADITIONAL, "排版所致", "編者修復：排版所致"),
        (TRADITIONAL, "连字号", '編者修復：<span lang="zh-Hans">连字号</span>'),
        (SIMPLIFIED, "連字號", '编者修复：<span lang="zh-Hant">連字號</span>'),
        (ENGLISH, "連字號", 'corrected by the editor: <span lang="zh-Hant">連字號</span>'),
        (ENGLISH, "排版所致", 'corrected by the editor: <span lang="zh">排版所致</span>'),
        (TRADITIONAL, "trait d’union égaré", "編者修復：trait d’union égaré"),
    ],
)
def test_an_editors_own_words_stay_and_are_marked_with_their_language(
    language: str, words: str, shown: str
) -> None:
    assert reason_in(language, declared(words)) == shown


def test_no_page_about_a_text_mixes_languages() -> None:
    odd = Correction(1, "在-", "在", declared("stray hyphen at a line end"))
    for language in (TRADITIONAL, SIMPLIFIED):
        page = to_html(about(replace(SAMPLE, corrections=(odd,)), language))
        assert page.words_of("lang", "en") == ["stray hyphen at a line end"]


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [
        ("一句。", 9, "一句。"),
        ("這是第一句。這是第二句。這是第三句。", 13, "這是第一句。這是第二句。"),
        ("這一句很長，長到放不下", 8, "這一句很長……"),
    ],
)
def test_shorten_prefers_whole_sentences(text: str, length: int, short: str) -> None:
    assert shorten(text, length) == short


def test_excerpt_keeps_beginning_and_end() -> None:
    assert excerpt("一二三四五六七八九十", 8) == "一二三四……九十"


def test_white_space_at_edges_is_made_visible() -> None:
    assert visible(" a b\n") == "␣a b⏎"


# Documents.


def of_document() -> Article:
    """An article read from a document, with what is nobody's business in it."""
    aside = (
        SetAside("水利學報", Origin(1, 0), Reason(Cause.RUNNING_HEAD)),
        SetAside("刪去的話", Origin(2, 0), Reason(Cause.DELETED)),
        SetAside("這裡要改", Origin(3, 0), Reason(Cause.COMMENT)),
        SetAside("密", Origin(2, 9), Reason(Cause.HIDDEN)),
    )
    places = ("header 1", "footnote 2", "comment 1")
    return Article(SAMPLE.front, (), (), set_aside=aside, places=places)


@pytest.mark.parametrize(
    ("language", "place", "private"),
    [
        (TRADITIONAL, "頁首 1", "審閱註解（1 處，4 字）"),
        (SIMPLIFIED, "页眉 1", "审阅批注（1 处，4 字）"),
        (ENGLISH, "Header 1", "comment of a reviewer (places: 1, characters: 4)"),
    ],
)
def test_a_document_has_places_and_its_private_words_are_only_counted(
    language: str, place: str, private: str
) -> None:
    page = about(of_document(), language)
    assert place in page
    assert private in page
    assert not any(words in page for words in ("刪去的話", "這裡要改", "密"))
    assert "source.txt" not in page
