"""Previews of terms and works: what their entries say, which are on other pages of the article."""

from __future__ import annotations

import re
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Locator, Page, Request, Route, expect

window = pytest.mark.browser_options
phone = window(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
scripts = pytest.mark.parametrize("script", ["zh-hant", "zh-hans"])

PREVIEW = ".note-preview"


def term(page: Page) -> Locator:
    """The first of the article whose characters stand in other places too."""
    return page.locator(".md-content__inner > p a.term", has_text="Winston Churchill")


def in_script(page: Page, script: str) -> None:
    page.goto(page.url.replace("zh-hant", script))


def fetches(page: Page) -> list[str]:
    """The pages that scripts fetch from now on."""
    asked: list[str] = []

    def remember(request: Request) -> None:
        if request.resource_type == "fetch" and request.url.endswith(("/terms/", "/works/")):
            asked.append(request.url)

    page.on("request", remember)
    return asked


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("zh-hant", ["邱吉爾 Winston Churchill", "頁 [78]；全文共 7 處"]),
        ("zh-hans", ["邱吉尔 Winston Churchill", "第 [78] 页；全文共 7 处"]),
    ],
)
def test_a_term_shows_both_forms_its_gloss_and_how_many_places_it_has(
    article: Page, script: str, said: list[str]
) -> None:
    in_script(article, script)
    term(article).hover()
    preview = article.locator(PREVIEW)
    expect(preview).to_be_in_viewport(ratio=1)
    assert preview.inner_text().splitlines() == said


@scripts
def test_a_work_shows_its_reference_and_the_notes_that_cite_it(article: Page, script: str) -> None:
    in_script(article, script)
    article.goto(f"{article.url}#note-25")
    article.locator("#note-25 a.work").hover()
    preview = article.locator(PREVIEW)
    expect(preview).to_contain_text("Stephen M. Walt, “Why Alliances Endure or collapse,” Survival, Vol. 39")
    notes = preview.locator(".note-reference a")
    assert [note.inner_text()[1:] for note in notes.all()] == [" 25", " 26", " 41"]
    notes.last.click()
    assert article.url.endswith("#note-41")
    expect(article.locator("#note-41")).to_be_in_viewport()
    expect(preview).to_have_count(0)


@window(viewport={"width": 900, "height": 800})
def test_each_page_is_fetched_once_and_none_before_it_is_wanted(article: Page) -> None:
    article.reload()
    asked = fetches(article)
    article.locator(".footnote-ref").nth(2).hover()
    expect(article.locator(PREVIEW)).to_be_visible()
    assert asked == []
    for number in (1, 2):
        article.locator(".md-content__inner > p a.term").nth(number).hover()
        expect(article.locator(f"{PREVIEW} .note-reference")).to_be_visible()
        article.keyboard.press("Escape")
        expect(article.locator(PREVIEW)).to_have_count(0)
    assert asked == [f"{urldefrag(article.url).url}terms/"]


def test_the_keyboard_opens_it_goes_into_it_and_leaves_it(article: Page) -> None:
    term(article).scroll_into_view_if_needed()
    article.locator(".md-content__inner > p a.term").first.focus()
    article.keyboard.press("Tab")  # so that the focus is one of the keyboard
    article.keyboard.press("Tab")
    term(article).focus()
    preview = article.get_by_role("group", name="譯名索引", exact=True)
    expect(preview).to_be_visible()
    article.keyboard.press("Tab")
    expect(preview.get_by_role("link").first).to_be_focused()
    article.keyboard.press("Escape")
    expect(preview).to_have_count(0)
    expect(term(article)).to_be_focused()
    article.keyboard.press("Enter")
    expect(article).to_have_url(re.compile(r"/terms/#term-\d+$"))


def test_the_count_leads_to_the_entry_in_the_index(article: Page) -> None:
    term(article).hover()
    article.locator(PREVIEW).get_by_role("link", name="全文共 7 處").click()
    expect(article.locator("li:target")).to_contain_text("邱吉爾")


@phone
@scripts
def test_a_tap_opens_a_sheet_and_closing_it_leads_back(article: Page, script: str) -> None:
    in_script(article, script)
    here = article.url
    term(article).tap()
    sheet = article.get_by_role("dialog", name="譯名索引" if script == "zh-hant" else "译名索引")
    expect(sheet).to_contain_text("Winston Churchill")
    article.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    expect(term(article)).to_be_focused()
    assert article.url == here
    term(article).tap()
    sheet.get_by_role("link").first.tap()  # the head of the sheet
    expect(article.locator("li:target")).to_contain_text("Winston Churchill")


@phone
def test_a_note_in_a_sheet_has_links_that_lead_to_the_works(article: Page) -> None:
    article.locator("#noteref-25").tap()
    article.get_by_role("dialog", name="註 25").locator("a.work").tap()
    expect(article).to_have_url(re.compile(r"/works/#work-"))


def no_fetches(page: Page) -> None:
    def refuse(route: Route) -> None:
        if route.request.resource_type == "fetch":
            route.abort("internetdisconnected")
        else:
            route.fallback()

    page.route(re.compile(r"/terms/$"), refuse)


@phone
def test_if_the_entry_cannot_be_had_a_tap_follows_the_link(article: Page) -> None:
    no_fetches(article)
    term(article).tap()
    expect(article.locator("li:target")).to_contain_text("Winston Churchill")


def test_if_the_entry_cannot_be_had_nothing_is_shown_until_it_can(article: Page) -> None:
    no_fetches(article)
    with article.expect_event("requestfailed"):
        term(article).hover()
    expect(article.locator(PREVIEW)).to_have_count(0)
    article.unroute_all()
    article.locator("h1").hover()
    term(article).hover()
    expect(article.locator(PREVIEW)).to_be_visible()


@window(java_script_enabled=False)
def test_without_scripts_it_is_a_link(article: Page) -> None:
    term(article).click()
    expect(article.locator("li:target")).to_contain_text("Winston Churchill")


def test_side_by_side_notes_are_those_of_the_page(parallel: Page) -> None:
    parallel.locator("#note-25 a.work").first.hover()
    preview = parallel.locator(PREVIEW)
    expect(preview).to_contain_text("Survival")
    assert preview.locator(".note-reference a").first.get_attribute("href") == "#note-25"


@pytest.mark.parametrize(("half", "name"), [("zh-Hant", "邱吉爾"), ("zh-Hans", "邱吉尔")])
def test_side_by_side_each_half_shows_its_own_script(parallel: Page, half: str, name: str) -> None:
    parallel.locator(f".parallel > [lang={half}] a.term", has_text="Winston Churchill").hover()
    expect(parallel.locator(PREVIEW)).to_contain_text(f"{name} Winston Churchill")


def test_the_outline_in_english_has_previews_too(article: Page) -> None:
    article.goto(article.url.replace("zh-hant", "en"))
    article.locator(".section-terms a", has_text="Winston Churchill").hover()
    preview = article.locator(PREVIEW)
    expect(preview).to_contain_text("Winston Churchill 邱吉爾")
    expect(preview).to_contain_text("7 places in all")
    target = preview.locator(".note-reference a").first.get_attribute("href")
    assert "/zh-hant/" in str(target)


def test_a_preview_in_vertical_writing_is_horizontal_and_in_sight(article: Page) -> None:
    article.evaluate("localStorage.setItem('duidu.settings', JSON.stringify({ writing: 'vertical' }))")
    article.reload()
    term(article).hover()
    preview = article.locator(PREVIEW)
    expect(preview).to_be_in_viewport(ratio=1)
    assert preview.evaluate("preview => getComputedStyle(preview).writingMode") == "horizontal-tb"
