"""The pages of an article in English: what tells readers of English of a text that is in Chinese."""

from __future__ import annotations

from dataclasses import replace

import pytest

from articles import FRONT, note, paragraph, runs, seen
from building import ORIGINAL, SIMPLER
from duidu.annotations import Date, Precision, Span
from duidu.enrich.annotate import annotate
from duidu.enrich.other_script import convert_article
from duidu.metadata import Metadata
from duidu.model import ENGLISH, SIMPLIFIED, TRADITIONAL, Article, Author, Front, Heading
from duidu.publish.editions import Edition
from duidu.publish.english_dates import english_date, ordinal
from duidu.publish.pages.article_entry import entries_of
from duidu.publish.pages.english_page import english_page
from duidu.publish.pages.headings_page import headings_page
from duidu.publish.pages.page_kinds import READING, TERMS, TIMELINE, WORKS, pages_of
from duidu.publish.pages.site_pages import site_pages
from duidu.publish.pages.timeline_page import timeline_page
from duidu.publish.pages.works_page import works_page
from rendering import Html, front_matter_of, to_html

PAGES = site_pages([ORIGINAL, SIMPLER])
WITH_ALTERNATES = ("index", "works", "terms", "timeline")


def heading(number: int, text: str) -> Heading:
    return Heading(f"sec-{number}", 1, runs(text))


ARTICLE, _ = annotate(
    Article(
        replace(FRONT, abstracts={}),
        (
            heading(1, "壹、布希之路"),
            paragraph(1, seen(5), "總統布希（George Bush）在 1989 年 12 月 3 日到馬爾他。"),
            heading(2, "貳、鐵幕之後"),
            paragraph(2, "十八世紀以來，「鐵幕」（Iron Curtain）在布希之前。民國三十八年四月的事。"),
            heading(3, "參、結語"),
            paragraph(3, "布希。"),
        ),
        (
            note(1, "陳守仁，《航標》（台北：五南，1997），頁 3。"),
            note(2, "A. Ames, Lights (London: Harbour Press, 1967)."),
        ),
    )
)
EDITION = Edition("x", ARTICLE, ORIGINAL.ledger)


def links(html: Html) -> list[str]:
    return [str(attributes["href"]) for tag, attributes in html.elements if tag == "a"]


@pytest.mark.parametrize("name", WITH_ALTERNATES)
def test_pages_in_three_languages_know_each_other(name: str) -> None:
    told = [
        front_matter_of(PAGES[f"{folder}/dengta/{name}.md"])["alternates"]
        for folder in ("zh-hant", "zh-hans", "en")
    ]
    assert told[0] == told[1] == told[2]
    assert list(dict(told[0])) == [TRADITIONAL, SIMPLIFIED, ENGLISH]  # type: ignore[call-overload]


def test_an_article_has_in_english_what_it_has_in_chinese() -> None:
    work = {TRADITIONAL: EDITION}
    assert pages_of(work, ENGLISH) == (READING, WORKS, TERMS, TIMELINE)
    bare = replace(EDITION, article=Article(FRONT, (), ()))
    assert pages_of({TRADITIONAL: bare}, ENGLISH) == (READING,)


def test_the_front_page_leads_to_the_others() -> None:
    page = english_page("x", ARTICLE, (TRADITIONAL,), Metadata(), (READING, WORKS, TIMELINE))
    assert "About it, in English: [Works cited](works.md)&nbsp;· [Dates in the text](timeline.md)\n" in page
    assert "in English" not in english_page("x", ARTICLE, (TRADITIONAL,), Metadata(), (READING,))


def test_what_is_the_same_in_both_languages_is_said_once() -> None:
    titles = {TRADITIONAL: runs("Lights"), ENGLISH: runs("Lights")}
    author = Author(runs("Sarah O'Brien"), name_en=runs("Sarah O'Brien"))
    article = Article(Front(titles=titles, authors=(author,)), (), ())
    metadata = Metadata(journal="Shore", journal_en="Shore", year=2020, volume="1")
    page = english_page("x", article, (TRADITIONAL,), metadata)
    assert "\nSarah O'Brien\n{.author}\n" in page
    assert "original-title" not in page
    assert "Sarah O'Brien, “Lights,” *Shore* 1 (2020)." in page


def test_the_outline_has_the_glosses_of_each_heading_and_of_each_section() -> None:
    page = to_html(english_page("x", ARTICLE, (TRADITIONAL,), Metadata()))
    assert page.words_of("class", "heading-glosses") == ["George Bush", "Iron Curtain"]
    assert page.words_of("class", "section-terms") == ["George Bush", "Iron Curtain"]
    assert [link["href"] for link in page.find("class", "term")] == ["terms.md#term-1", "terms.md#term-2"]


def test_nothing_is_said_of_glosses_where_there_are_none() -> None:
    page = english_page("x", Article(FRONT, (heading(1, "壹、前言"),), ()), (TRADITIONAL,), Metadata())
    assert "## Outline" in page
    assert "another language" not in page


def test_all_headings_have_their_glosses_in_english_only() -> None:
    entries = entries_of("x", {TRADITIONAL: EDITION})
    assert "George Bush" in headings_page({"x": entries[ENGLISH]}, ENGLISH)
    assert "George Bush" not in headings_page({"x": entries[TRADITIONAL]}, TRADITIONAL)


def test_western_works_come_first_and_all_lead_to_the_original() -> None:
    page = works_page("x", ARTICLE, ENGLISH)
    html = to_html(page)
    assert html.contents == ["Works cited", "In Western languages", "In Chinese"]
    assert [link for link in links(html) if "#" in link] == [
        "../../zh-hant/x/index.md#note-2",
        "../../zh-hant/x/index.md#note-1",
    ]
    assert [each.get("lang") for each in html.find("class", "work-cited")] == [None, TRADITIONAL]
    assert "Cited in [note 1]" in page


def test_the_works_of_an_article_in_simplified_lead_to_that() -> None:
    simplified = replace(convert_article(ARTICLE), original_language=SIMPLIFIED)
    html = to_html(works_page("x", simplified, ENGLISH))
    assert next(link for link in links(html) if "#" in link) == "../../zh-hans/x/index.md#note-2"
    assert html.find("class", "work-cited")[1]["lang"] == SIMPLIFIED


def test_the_timeline_has_english_dates_chinese_sentences_and_the_names_in_them() -> None:
    page = timeline_page("x", ARTICLE, ENGLISH)
    html = to_html(page)
    assert html.contents == ["Dates in the text", "18th century", "1940s", "1980s"]
    assert (
        '<li markdown="block">\n<time datetime="1989-12-03">3 December 1989</time>\n{.timeline-date}\n\n'
        '<span lang="zh-Hant">總統布希（George Bush）在 <mark>1989 年 12 月 3 日</mark>到馬爾他。</span>\n\n'
        "[George Bush](terms.md#term-1){.term}\n{.timeline-names}\n\n"
        "[p. 5](../../zh-hant/x/index.md#par-1)\n{.timeline-place}\n"
    ) in page
    assert '<time datetime="1949-04">April 1949</time>\n' in page
    assert "[Iron Curtain](terms.md#term-2){.term}; [George Bush](terms.md#term-1){.term}\n" in page


@pytest.mark.parametrize(
    ("first", "last", "precision", "month", "day", "said"),
    [
        (1949, 1949, Precision.DAY, 4, 3, "3 April 1949"),
        (1949, 1949, Precision.MONTH, 4, 0, "April 1949"),
        (1949, 1949, Precision.YEAR, 0, 0, "1949"),
        (1966, 1968, Precision.YEAR, 0, 0, "1966–1968"),
        (-220, -220, Precision.YEAR, 0, 0, "221 BC"),
        (-1, 3, Precision.YEAR, 0, 0, "2 BC–3"),
        (1860, 1869, Precision.DECADE, 0, 0, "1860s"),
        (1860, 1879, Precision.DECADE, 0, 0, "1860s–1870s"),
        (1701, 1800, Precision.CENTURY, 0, 0, "18th century"),
        (-299, -200, Precision.CENTURY, 0, 0, "3rd century BC"),
        (-499, -300, Precision.CENTURY, 0, 0, "5th century BC–4th century BC"),
    ],
)
def test_dates_in_english(
    first: int, last: int, precision: Precision, month: int, day: int, said: str
) -> None:
    anywhere = Span("par-1", 0, 1)
    assert english_date(Date(anywhere, anywhere, first, last, precision, month, day)) == said


def test_ordinals() -> None:
    assert [ordinal(number) for number in (1, 2, 3, 4, 11, 12, 13, 20, 21, 22, 111)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "20th", "21st", "22nd", "111th",
    ]  # fmt: skip


def test_a_name_within_a_longer_one_is_not_told_apart() -> None:
    texts = (
        "特殊關係（Special Relations）。",
        "英美特殊關係（Anglo-American Relations）。英美特殊關係在 1949 年。",
    )
    blocks = tuple(paragraph(number, text) for number, text in enumerate(texts, start=1))
    article, _ = annotate(Article(Front(), blocks, ()))
    page = timeline_page("x", article, ENGLISH)
    assert "\n[Anglo-American Relations](terms.md#term-2){.term}\n{.timeline-names}" in page
