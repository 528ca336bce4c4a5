"""Reading as readers do it: printed pages, lines, windows of all widths. For the notes, see test_notes.py."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from playwright.sync_api import Locator, Page, expect

NARROW = {"width": 390, "height": 844}
window = pytest.mark.browser_options
every_reader = pytest.mark.parametrize(
    "reader",
    [
        "desk",
        pytest.param("phone", marks=window(viewport=NARROW, has_touch=True)),
        pytest.param("no-scripts", marks=window(java_script_enabled=False)),
    ],
)


def expect_in_sight(page: Page, target: Locator) -> None:
    """In the window, and not under the sticky header."""
    expect(target).to_be_in_viewport()
    box, header = target.bounding_box(), page.locator(".md-header").bounding_box()
    assert box is not None
    assert header is not None
    assert box["y"] >= header["y"] + header["height"]


@every_reader
def test_a_printed_page_is_a_place_to_link_to(article: Page, reader: str) -> None:
    for mark in article.locator("[id][role~=doc-pagebreak]").all():
        article.goto(urljoin(article.url, f"#{mark.get_attribute('id')}"))
        expect_in_sight(article, mark)


def test_a_paragraph_linked_to_has_a_bar_beside_it_and_a_heading_a_ground(article: Page) -> None:
    ground = "target => getComputedStyle(target).backgroundColor"
    paragraph, heading = article.locator("#par-3"), article.locator("#sec-2")
    plain = paragraph.evaluate(ground)
    article.goto(urljoin(article.url, "#par-3"))
    assert paragraph.evaluate(ground) == plain
    bar = paragraph.evaluate("target => getComputedStyle(target, '::before').borderInlineStartStyle")
    assert bar == "solid"
    article.goto(urljoin(article.url, "#sec-2"))
    assert heading.evaluate(ground) != plain


def test_a_page_mark_shows_its_number_and_is_no_text(article: Page) -> None:
    mark = article.locator("[id][role~=doc-pagebreak]").first
    shown = mark.evaluate("mark => getComputedStyle(mark, '::before').content")
    assert shown == f'"{mark.get_attribute("data-page")}"'
    assert mark.inner_text() == ""


@window(viewport={"width": 1240, "height": 800})  # too narrow for notes in the margin, so they have previews
def test_page_numbers_stand_in_the_margin_but_those_of_a_note_in_it(article: Page) -> None:
    number = "mark => getComputedStyle(mark, '::before').position"
    assert article.locator("a.term [role~=doc-pagebreak]").count()
    for mark in article.locator(".md-content__inner > :is(p, h2, h3) [id][role~=doc-pagebreak]").all():
        assert mark.evaluate(number) == "absolute"
    note = article.locator("li[id]:has([role~=doc-pagebreak])").first.get_attribute("id")
    article.locator(f".footnote-ref[href='#{note}']").hover()
    assert article.locator(".note-preview [role~=doc-pagebreak]").evaluate(number) == "static"


def test_ids_are_unique(article: Page) -> None:
    assert duplicate_ids(article) == []


def duplicate_ids(page: Page) -> list[str]:
    ids: list[str] = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
    return sorted({place for place in ids if ids.count(place) > 1})


@window(viewport={"width": 1280, "height": 800})
def test_a_line_holds_32_to_38_ideographs(article: Page) -> None:
    width = article.locator(".md-content__inner > p[id]").first.evaluate(
        "line => line.clientWidth / parseFloat(getComputedStyle(line).fontSize)"
    )
    assert 32 <= width <= 38


def test_no_request_leaves_the_site(article: Page, address: str) -> None:
    """Each test's `context` watches for that; here the whole site is walked."""
    for path in ("", "zh-hant/none/"):
        article.goto(f"{address}{path}")
        article.wait_for_load_state("networkidle")
    article.goto(address)
    article.get_by_role("button", name="搜尋").click()
    article.get_by_role("searchbox").fill("特殊")
    article.wait_for_load_state("networkidle")


def test_page_and_home_name_their_language(article: Page, address: str) -> None:
    expect(article.locator("html")).to_have_attribute("lang", "zh-Hant")
    article.goto(address)
    expect(article.locator("html")).to_have_attribute("lang", "zh-Hant")


@pytest.mark.parametrize(
    ("script", "words"), [("zh-hant", "跳至正文"), ("zh-hans", "跳到正文"), ("en", "Skip to content")]
)
def test_the_first_link_skips_to_the_text(article: Page, script: str, words: str) -> None:
    article.goto(article.url.replace("zh-hant", script))
    article.keyboard.press("Tab")
    expect(article.locator(":focus")).to_have_text(words)
    article.keyboard.press("Enter")
    expect(article.locator("h1")).to_be_in_viewport()
