"""Nothing moves after it was first seen, wherever on a page a link leads."""

from __future__ import annotations

import time
from urllib.parse import quote, urljoin

import pytest
from playwright.sync_api import Page, Route, expect

from browser.waiting import wait_until

# The ids of a paragraph and a note at two thirds of the article, and of its end.
PLACES = """() => ["p[id^=par]", ".footnote li[id]", "#english"].map((kind) => {
  const all = [...document.querySelectorAll(kind)];
  return all[Math.floor((all.length * 2) / 3)].id;
})"""
WORDS = "id => document.getElementById(id).textContent.match(/\\p{Script=Han}{2}/u)[0]"
SETTLED = """() => document.readyState === "complete" && "arranged" in document.documentElement.dataset
  && new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100, true)))"""
SHIFT = """() => new Promise((done) => {
  let sum = 0;
  const add = (list) => list.getEntries().forEach(({ value }) => (sum += value));
  new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 100);
})"""


def late(route: Route) -> None:
    time.sleep(0.1)  # seconds in which the page is painted
    route.continue_()


@pytest.mark.parametrize("width", [390, 820, 1270, 1280, 1440])
def test_a_link_into_the_article_shows_its_place_at_once(article: Page, width: int) -> None:
    places: list[str] = article.evaluate(PLACES)
    words: str = article.evaluate(WORDS, places[0])
    for link in (*(f"#{place}" for place in places), f"?q={quote(words)}#{places[0]}"):
        page = article.context.new_page()
        page.set_viewport_size({"width": width, "height": 800})
        page.route("**/reader.js", late)
        page.goto(urljoin(article.url, link))
        wait_until(page, SETTLED)
        if "q=" in link:
            expect(page.locator(".hits")).to_be_visible()
        assert page.evaluate(SHIFT) < 0.01, link
        expect(page.locator(f"#{link.partition('#')[2]}")).to_be_in_viewport()
        page.close()


@pytest.mark.browser_options(java_script_enabled=False)
def test_without_scripts_no_note_waits_for_its_place(article: Page) -> None:
    expect(article.locator(".footnote li").last).to_be_visible()


def test_notes_show_where_what_arranges_them_cannot_be_loaded(article: Page) -> None:
    article.route("**/reader.js", lambda route: route.abort())
    article.reload()
    note = article.locator(".footnote li").last
    expect(note).to_be_visible()
    expect(note).to_have_css("position", "static")
