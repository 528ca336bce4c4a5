"""The index of names and terms, the timeline and the works cited, as readers use them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

phone = pytest.mark.browser_options(viewport={"width": 390, "height": 844})
readers = pytest.mark.parametrize("reader", ["desk", pytest.param("phone", marks=phone)])


@readers
def test_a_term_leads_to_the_index_and_on_to_another_place(article: Page, reader: str) -> None:
    term = article.locator(".md-content__inner > p a.term").first
    words = term.inner_text()
    term.click()
    expect(article).to_have_url(re.compile(r"/terms/#term-\d+$"))
    entry = article.locator(":target")
    expect(entry.locator(".foreign")).to_have_text(words)

    last = entry.locator(".term-places a").last
    target = str(last.get_attribute("href")).split("#")[1]
    last.click()
    expect(article).to_have_url(re.compile(rf"#{target}$"))
    expect(article.locator(f"[id='{target}']")).to_be_in_viewport()


def test_a_term_is_quiet_until_it_is_looked_at(article: Page) -> None:
    term = article.locator(".md-content__inner > p a.term").first
    colours = "link => [getComputedStyle(link).color, getComputedStyle(link.parentElement).color]"
    assert len(set(term.evaluate(colours))) == 1
    assert term.evaluate("link => getComputedStyle(link).textDecorationStyle") == "dotted"
    term.hover()
    assert term.evaluate("link => getComputedStyle(link).textDecorationStyle") == "solid"


def test_the_switch_keeps_the_term(article: Page) -> None:
    article.locator(".md-content__inner > p a.term").first.click()
    expect(article.locator("li:target")).to_be_visible()
    anchor = article.url.split("#")[1]
    for name, folder in (("简体", "zh-hans"), ("English", "en"), ("繁體", "zh-hant")):
        article.locator(".switch").get_by_role("link", name=name).click()
        expect(article).to_have_url(re.compile(rf"/{folder}/[^/]+/terms/#{anchor}$"))
        expect(article.locator(f"#{anchor}")).to_be_visible()
        article.wait_for_load_state()  # before that, the switch is a link as without scripts


@readers
def test_a_note_leads_to_the_work_it_cites_and_the_work_to_all_its_notes(article: Page, reader: str) -> None:
    article.goto(f"{article.url}#note-25")
    article.locator("#note-25 a.work").click()
    expect(article).to_have_url(re.compile(r"/works/#work-"))
    entry = article.locator("li:target")
    expect(entry).to_be_in_viewport()
    notes = entry.locator(".cited-in a")
    assert notes.all_inner_texts() == ["註 25", "註 26", "註 41"]  # in full, ibid., op. cit.
    notes.last.click()
    expect(article.locator("#note-41")).to_be_in_viewport()


@readers
def test_a_bar_of_the_timeline_leads_to_its_decade_and_on_to_the_text(article: Page, reader: str) -> None:
    article.locator(".about-link").get_by_role("link", name="文中年代").click()
    expect(article.get_by_role("heading", level=1, name="文中年代")).to_be_visible()
    assert article.evaluate("document.documentElement.scrollWidth <= innerWidth")
    bar = article.get_by_role("navigation", name="各年代的筆數").get_by_role("link").last
    assert article.locator(".timeline-bar").first.evaluate("bar => bar.clientHeight") < 24
    bar.click()
    heading = article.locator("h2:target")
    expect(heading).to_be_in_viewport()
    date = article.locator("h2:target + ol > li").first
    sentence = date.locator("mark").inner_text()
    assert sentence in date.locator("time").inner_text()
    date.locator(".timeline-place a").click()
    expect(article.locator(":target")).to_be_in_viewport()
