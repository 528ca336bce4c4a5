"""Dates: what the rules find, and what the timeline shows of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import SAMPLE, note, paragraph, seen
from duidu.annotations import Date
from duidu.enrich.annotate import annotate
from duidu.enrich.other_script import convert_article
from duidu.model import SIMPLIFIED, TRADITIONAL, Article, Front, plain
from duidu.publish.clauses import LONGEST, clauses
from duidu.publish.pages.timeline_page import timeline_page
from listing import rows
from recovering import ARTICLE, read
from rendering import to_html

# A year in prose that has no 年 after it, as a bare number may be an amount.
LEFT_OUT = [("note-33", "2007", "2007")]


def iso(date: Date) -> str:
    """A date as the files of cases write it."""
    if date.first != date.last:
        return f"{date.first}/{date.last}"
    return str(date.first) + "".join(f"-{number:02}" for number in (date.month, date.day) if number)


def dates_of(article: Article) -> tuple[Date, ...]:
    return annotate(article)[0].annotations.dates


def found_in(article: Article) -> list[tuple[str, str, str]]:
    texts = {part: plain(runs) for part, runs in article.parts()}
    return [
        (date.place.part, texts[date.place.part][date.place.start : date.place.end], iso(date))
        for date in dates_of(article)
    ]


def article_of(text: str) -> Article:
    if text.startswith("註："):
        return Article(Front(), (), (note(1, text.removeprefix("註：")),))
    return Article(Front(), (paragraph(1, text),), ())


def test_the_dates_of_the_real_article_are_those_written_down_by_hand() -> None:
    assert sorted([*found_in(read(ARTICLE).article), *LEFT_OUT]) == sorted(rows("dates_article.txt"))


@pytest.mark.parametrize(("text", "wanted"), rows("dates_invented.txt"))
def test_an_expression_is_read(text: str, wanted: str) -> None:
    found = [f"{expression} = {time}" for _, expression, time in found_in(article_of(text))]
    assert ("; ".join(found) or "-") == wanted


def sentences(text: str) -> list[str]:
    return [text[date.sentence.start : date.sentence.end] for date in dates_of(article_of(text))]


def test_the_sentence_is_whole_with_its_quotation() -> None:
    assert sentences("甲。1949 年乙；丙。") == ["1949 年乙；"]
    assert sentences("他說：「甲。1949 年乙。」丙。") == ["他說：「甲。1949 年乙。」"]
    assert sentences("甲（乙。1949 年丙）丁。戊。") == ["甲（乙。1949 年丙）丁。"]


def test_the_sentence_ends_before_the_reference_that_follows_it() -> None:
    (date,) = dates_of(article_of("註：2007 年為 19680 億，參見 CIA, Facts, http://example.org/a."))
    assert (date.sentence.start, date.sentence.end) == (0, len("2007 年為 19680 億"))


@given(st.text(st.sampled_from("年月日12世紀九民國年代六○至-（），。「」a. "), max_size=40))
@settings(max_examples=300, deadline=None)
def test_every_date_lies_in_its_sentence_and_its_sentence_in_its_part(text: str) -> None:
    article = article_of(text)
    for date in dates_of(article):
        assert date.place.part == date.sentence.part == "par-1"
        assert 0 <= date.sentence.start <= date.place.start < date.place.end <= date.sentence.end <= len(text)
        assert date.first <= date.last
        assert 0 <= date.month <= 12


def test_a_long_sentence_is_cut_between_clauses_and_outside_of_quotations() -> None:
    text = "前" * 60 + "，「一，二」，三 1949 年，（" + "四，" * 40 + "）五，" + "後" * 60 + "。"
    place = text.index("1949"), text.index("1949") + 6
    start, end = clauses(text, (0, len(text)), place)
    assert text[start:end].startswith("「一，二」，三 1949 年，")
    assert text[start:end].count("（") == text[start:end].count("）")
    assert clauses("短 1949 年", (0, 8), (2, 8)) == (0, 8)
    assert len(text) > LONGEST


TEXT = "十八世紀與七○年代；民國三十八年四月四日；西元前 221 年；1941 年 3 月與 1941 年；1966 至 1968 年。"
DATED = annotate(Article(Front(), (paragraph(1, seen(7), TEXT),), ()))[0]


def test_the_timeline_is_in_order_of_time_by_periods() -> None:
    page = to_html(timeline_page("x", DATED, TRADITIONAL))
    periods = ["西元前三世紀", "十八世紀", "1940 年代", "1960 年代", "1970 年代"]
    assert page.contents == ["文中年代", *periods]
    times = [attributes["datetime"] for tag, attributes in page.elements if tag == "time"]
    assert times == ["-000220", "1941", "1941-03", "1949-04-04", "1966", "1970"]


def test_an_entry_has_date_sentence_and_place() -> None:
    page = timeline_page("x", DATED, TRADITIONAL)
    assert '<time datetime="1949-04-04">民國三十八年四月四日</time>（1949 年）' in page
    assert "<mark>1941 年 3 月</mark>與 1941 年；" in page
    assert "\n[頁 7](index.md#par-1)\n" in page


def test_the_overview_links_each_period_and_shows_short_gaps() -> None:
    page = to_html(timeline_page("x", DATED, TRADITIONAL))
    links = [attributes for _, attributes in page.elements if attributes.get("class") == "timeline-row"]
    assert [link.get("href") for link in links] == [
        "#century-bc-3", "#century-18", "#decade-1940", None, "#decade-1960", "#decade-1970",
    ]  # fmt: skip
    assert links[2]["aria-label"] == "1940 年代：3 處"
    assert {str(link["href"])[1:] for link in links if link.get("href")} <= set(page.ids)


def test_the_simplified_timeline_has_the_same_ids() -> None:
    enriched, _ = annotate(SAMPLE)
    pages = [
        to_html(timeline_page("x", article, language))
        for article, language in ((enriched, TRADITIONAL), (convert_article(enriched), SIMPLIFIED))
    ]
    assert pages[0].ids == pages[1].ids
    assert "decade-1870" in pages[0].ids


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12))
@settings(max_examples=100, deadline=None)
def test_odd_sentences_cannot_break_the_page(text: str) -> None:
    article, _ = annotate(article_of(f"{text} 1949 年{text}"))
    page = to_html(timeline_page("x", article, TRADITIONAL))
    assert {"title", "decade-1940"} <= set(page.ids)
