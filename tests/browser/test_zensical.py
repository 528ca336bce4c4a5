"""The site as Zensical builds it: what our scripts do, they do there too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import window
from browser.printing import folded, printed
from browser.selecting import copied, select
from browser.test_parallel import expect_contents_in_drawer, expect_title_in_header
from browser.test_where import PROGRESS
from building import plain_site
from once import Once
from serving import serving


@pytest.fixture(scope="module")
def site(once: Once) -> Path:
    """The folder in which Zensical built the site."""
    return plain_site(once, "zensical")


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    """The reading page of the first article, in a browser that was never there."""
    (article, *_) = sorted(site.glob("zh-hant/*/about/index.html"))
    with serving(site) as address, window(browser) as context:
        opened = context.new_page()
        opened.goto(f"{address}{article.parents[1].relative_to(site).as_posix()}/")
        yield opened


def test_search_and_back(page: Page) -> None:
    here = page.url
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("特殊关系")
    expect(page.locator(".search-results mark").first).to_have_text("特殊關係")
    page.locator(".search-results a").last.click()
    expect(page.get_by_role("complementary", name="搜尋結果")).to_be_visible()
    expect(page.locator(":target")).to_be_in_viewport()
    page.go_back()
    expect(page.get_by_role("dialog", name="搜尋")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page).to_have_url(here)


def test_the_switch_takes_the_marks_along(page: Page) -> None:
    page.goto(f"{page.url}?q=%E9%90%B5%E5%B9%95#par-4")
    page.locator(".switch").get_by_text("简体").click()
    expect(page.get_by_role("complementary", name="搜索结果")).to_contain_text("鐵幕")


def test_there_is_no_other_search(page: Page) -> None:
    assert page.locator(".md-search").count() == 0


def test_notes_stand_in_the_margin_or_show_in_a_preview(page: Page) -> None:
    call, note = page.locator("#noteref-2"), page.locator("#note-2")
    call.evaluate("call => call.scrollIntoView({ block: 'center', behavior: 'instant' })")
    call.click()
    expect(note).to_be_focused()
    expect(call).to_be_in_viewport()
    page.set_viewport_size({"width": 900, "height": 800})
    call.hover()
    expect(page.locator(".note-preview")).to_be_visible()
    expect(page.locator(".md-tooltip2")).to_have_count(0)


def test_a_quotation_is_copied_with_its_source(page: Page) -> None:
    select(page.locator("#par-4"), "英語民族的兄弟情誼")
    first, second = copied(page, page.locator(".quote button").first)
    assert first == "「英語民族的兄弟情誼」"
    assert "，頁 [78]。/zh-hant/" in second


def test_the_reader_s_settings_are_remembered(page: Page) -> None:
    page.get_by_role("button", name="閱讀設定").click()
    for name in ("米黃", "直排"):
        page.get_by_role("radio", name=name).check()
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "sepia")
    expect(page.locator("#par-4")).to_have_css("writing-mode", "vertical-rl")
    page.get_by_role("button", name="閱讀設定").click()
    page.get_by_role("button", name="恢復預設").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    expect(page.locator("#par-4")).to_have_css("writing-mode", "horizontal-tb")


def test_data_in_the_page_is_json(page: Page) -> None:
    kinds = page.evaluate(
        """[...document.querySelectorAll("script[type$=json]")].map(({ type, textContent }) => {
          JSON.parse(textContent);
          return type;
        })"""
    )
    assert "application/ld+json" in kinds


def test_the_link_that_skips_to_the_text_says_so(page: Page) -> None:
    expect(page.locator(".md-skip")).to_have_text("跳至正文")


def test_the_current_section_and_what_is_read_are_told(page: Page) -> None:
    page.locator("#sec-2").evaluate("section => section.scrollIntoView({ behavior: 'instant' })")
    current = page.locator(".md-sidebar--secondary [aria-current=location]")
    expect(current).to_have_attribute("href", "#sec-2")
    expect(page.locator(".reading-progress")).to_be_visible()
    assert 0 < page.evaluate(PROGRESS) < 1


def test_side_by_side_a_tablet_has_title_and_contents(page: Page) -> None:
    page.set_viewport_size({"width": 820, "height": 1180})
    page.locator(".switch").get_by_text("對照").click()
    page.wait_for_url("**/parallel/")
    expect_title_in_header(page)
    expect_contents_in_drawer(page)


def test_paper_has_a_head_and_no_interface(page: Page) -> None:
    first, *others = printed(page, "A4")
    assert first.text.startswith(folded(page.locator("#title").inner_text()))
    assert all("張心怡,〈論" in sheet.head for sheet in others)
    assert "文本說明" not in first.text
