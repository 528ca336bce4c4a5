"""References on the pages: the works cited, and the links of the notes to them, to each other, to the web."""

from __future__ import annotations

from dataclasses import replace

import pytest

from articles import BARE, SAMPLE, note
from building import ORIGINAL, SIMPLER
from duidu.enrich.annotate import annotate
from duidu.enrich.other_script import convert_article
from duidu.enrich.works import Texts, works_of
from duidu.model import SIMPLIFIED, TRADITIONAL, Article, Front, Origin, Reference, Text
from duidu.publish.pages.reading_page import reading_page
from duidu.publish.pages.site_pages import site_pages
from duidu.publish.pages.works_page import works_page
from rendering import Html, to_html

PAGES = site_pages([ORIGINAL, SIMPLER])
languages = pytest.mark.parametrize("language", [TRADITIONAL, SIMPLIFIED])


def page(language: str, name: str) -> Html:
    return to_html(PAGES[f"{language.lower()}/dengta/{name}"])


def links(html: Html) -> list[str]:
    return [str(attributes["href"]) for tag, attributes in html.elements if tag == "a"]


def of_notes(*texts: str) -> Article:
    notes = tuple(note(number, text) for number, text in enumerate(texts, start=1))
    return annotate(Article(Front(), (), notes))[0]


@languages
def test_notes_and_works_are_linked_both_ways(language: str) -> None:
    reading, works = page(language, "index.md"), page(language, "works.md")
    to_works = {target.partition("#")[2] for target in links(reading) if target.startswith("works.md#")}
    assert to_works == {place for place in works.ids if place.startswith("work-")}
    back = [target.partition("#")[2] for target in links(works) if "#" in target and "index.md" in target]
    assert set(back) == {"note-1", "note-2", "note-3", "note-4", "note-5", "note-6", "note-7", "note-8"}


@languages
def test_a_short_reference_leads_to_the_full_one_on_the_page(language: str) -> None:
    reading = page(language, "index.md")
    short = [attributes["href"] for attributes in reading.find("class", "short-reference")]
    assert short == ["#cite-4-1", "#cite-4-1", "#cite-2-1", "#cite-7-1"]
    assert {str(target)[1:] for target in short} <= set(reading.ids)


def test_the_words_of_a_note_stay_as_they_are() -> None:
    for article in (SAMPLE, convert_article(SAMPLE)):
        language = TRADITIONAL if article is SAMPLE else SIMPLIFIED
        plain = replace(article, annotations=BARE.annotations)
        with_links, without = (to_html(reading_page("x", each, language)).texts for each in (article, plain))
        assert {place: with_links[place] for place in without} == without


def test_an_address_is_a_link_that_tells_nothing() -> None:
    html = to_html(reading_page("x", of_notes("見外交部，www.example.org/a_b.html。"), TRADITIONAL))
    (link,) = html.find("rel", "noopener noreferrer")
    assert link["href"] == "http://www.example.org/a_b.html"
    assert html.texts["note-1"].strip() == "見外交部，www.example.org/a_b.html。"


def test_if_two_works_may_be_meant_both_are_offered_and_it_is_said() -> None:
    article = of_notes(
        "陳守仁，《航標》（台北：五南，1997）。", "陳守仁，《燈塔》（台北：五南，1999）。", "陳守仁，前揭書。"
    )
    html = to_html(reading_page("x", article, TRADITIONAL))
    assert html.texts["note-3"].strip() == "陳守仁，前揭書〔可能指註 1《航標》或註 2《燈塔》〕。"
    assert [a["href"] for a in html.find("class", "short-reference")] == ["#cite-1-1", "#cite-2-1"]


def test_what_means_nothing_known_is_no_link() -> None:
    html = to_html(reading_page("x", of_notes("Ibid."), TRADITIONAL))
    assert html.find("class", "short-reference") == []
    assert html.texts["note-1"].strip() == "Ibid."


def order_of(language: str, *texts: str) -> list[str]:
    """The notes of the works on the page, in its order."""
    article = of_notes(*texts)
    html = to_html(works_page("x", convert_article(article) if language == SIMPLIFIED else article, language))
    return [place.split("-")[1] for place in html.ids if place.startswith("work-")]


BY_CHINESE = (
    "鄭一，《甲》（台北：五南，1997）。",
    "丁二，《乙》（台北：五南，1997）。",
    "安三，《丙》（台北：五南，1997）。",
)


def test_chinese_works_stand_by_strokes_or_by_pinyin_before_others() -> None:
    latin = "A. Ames, Lights (London: Harbour Press, 1967)."
    assert order_of(TRADITIONAL, latin, *BY_CHINESE) == ["3", "4", "2", "1"]  # 丁 2 strokes, 安 6, 鄭 15
    assert order_of(SIMPLIFIED, latin, *BY_CHINESE) == ["4", "3", "2", "1"]  # ān, dīng, zhèng


def test_latin_works_stand_by_family_name_then_year() -> None:
    texts = (
        "Stephen M. Walt, Origins (London: X Press, 1987).",
        "K. Waltz, Theory (London: X Press, 1979).",
        "Stephen M. Walt, “Alliances,” Survival, Vol. 1, 1977, p. 3.",
        "The Balance (London: X Press, 1999).",
        "Zara Abel, Winds (London: X Press, 1999).",
    )
    assert order_of(TRADITIONAL, *texts) == ["5", "4", "3", "1", "2"]


def test_an_article_that_cites_nothing_has_no_such_page() -> None:
    pages = site_pages([replace(ORIGINAL, article=BARE)])
    assert not any("works.md" in path or "works.md" in page for path, page in pages.items())


def test_entries_of_the_bibliography_are_works_and_the_same_work_is_listed_once() -> None:
    notes = (note(1, "沈若愚，〈午砲考〉，《海濱史學》第 3 期，2001 年，頁 9。"),)
    entries = (
        "林守真，《驛路與鐘聲》，臺北：海濱書局，1998 年。",
        "沈若愚，〈午砲考〉，《海濱史學》第 3 期，2001 年，頁 5-21。",
        "未刊檔案。",
    )
    blocks = tuple(
        Reference(f"ref-{number}", (Text(entry, Origin(number, 0)),))
        for number, entry in enumerate(entries, 1)
    )
    article = annotate(Article(Front(), blocks, notes))[0]
    works = [(work.id, work.notes, work.entries) for work in works_of(article)]
    assert works == [("work-1-1", ("note-1",), ("ref-2",)), ("work-ref-1-1", (), ("ref-1",))]
    listed = to_html(works_page("x", article, TRADITIONAL))
    assert [target.partition("#")[2] for target in links(listed) if "#" in target] == [
        "note-1",
        "ref-2",
        "ref-1",
    ]
    reading = links(to_html(reading_page("x", article, TRADITIONAL)))
    assert [target for target in reading if target.startswith("works.md#")] == [
        "works.md#work-ref-1-1",
        "works.md#work-1-1",
        "works.md#work-1-1",
    ]


def test_a_dash_in_the_bibliography_stands_for_the_authors_before_it() -> None:
    entries = (
        "Hale, Mary, and John Marsh, Gates (London: Harbour Press, 1967).",
        "———, Rivers (London: Harbour Press, 1969).",
        "林守真，《驛路與鐘聲》，臺北：海濱書局，1998 年。",
        "——，《鐘聲》，臺北：海濱書局，1999 年。",
    )
    blocks = tuple(
        Reference(f"ref-{number}", (Text(entry, Origin(number, 0)),))
        for number, entry in enumerate(entries, 1)
    )
    article, found = annotate(Article(Front(), blocks, ()))
    texts = Texts(article)
    families = [texts.families(each) for each in article.annotations.citations]
    assert families == [("Hale", "Marsh"), ("Hale", "Marsh"), ("林守真",), ("林守真",)]
    assert [texts[each.title] for each in article.annotations.citations] == [
        "Gates",
        "Rivers",
        "驛路與鐘聲",
        "鐘聲",
    ]
    assert found == ()
