"""A journal of several issues: the way from the home page to an article; a search in one issue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from building import run
from duidu.build import build_pages
from duidu.project import open_project
from made_journal import make_journal, slug_of, title_of
from once import Once
from serving import serving

window = pytest.mark.browser_options
ARTICLES = 14
ISSUES = ["第 1 卷第 3 期（1999 年）", "第 1 卷第 2 期（1999 年）", "第 1 卷第 1 期（1999 年）"]


@pytest.fixture(scope="module")
def site(once: Once) -> Path:
    """The made journal, by MkDocs."""

    def make(root: Path) -> None:
        build_pages(open_project(make_journal(root, ARTICLES)))
        run("mkdocs", root)

    return once("made-journal", make) / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serving(site) as address:
        yield address


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    """The home page."""
    page = context.new_page()
    page.goto(address)
    return page


def sidebar(page: Page) -> list[str]:
    links = page.locator(".md-nav--primary > .md-nav__list > li > a")
    return [name.strip() for name in links.all_text_contents()]


def test_the_way_leads_from_home_by_the_issue_to_an_article_and_on(page: Page) -> None:
    expect(page.locator("h2")).to_have_text(ISSUES)
    page.locator("h2").get_by_role("link", name=ISSUES[1]).click()
    expect(page.locator("h1")).to_have_text(ISSUES[1])
    expect(page.locator(".entry-title")).to_have_text([title_of(place) for place in range(6, 12)])
    abstract = page.get_by_text(f"本文以{title_of(6)[:2]}為例")
    expect(abstract).to_be_hidden()
    page.locator("summary", has_text="摘要").first.click()
    expect(abstract).to_be_visible()
    page.locator(".entry-title").get_by_role("link", name=title_of(6)).click()
    neighbours = page.get_by_role("navigation", name="其他文章")
    expect(neighbours.get_by_role("link")).to_have_text([f"本期目錄：{ISSUES[1]}", f"下一篇：{title_of(7)}"])
    neighbours.get_by_role("link", name="下一篇").click()
    expect(page.locator("#title")).to_have_text(title_of(7))
    neighbours.get_by_role("link", name="本期目錄").click()
    expect(page.locator("h1")).to_have_text(ISSUES[1])


def test_the_switch_leads_to_the_same_issue(page: Page, address: str) -> None:
    page.goto(f"{address}zh-hant/issues/1-2/")
    page.locator(".switch").get_by_text("English").click()
    expect(page.locator("h1")).to_have_text("Vol. 1, no. 2 (1999)")
    expect(page).to_have_url(re.compile("/en/issues/1-2/$"))


def test_the_navigation_has_no_other_article(page: Page, address: str) -> None:
    page.goto(f"{address}zh-hant/{slug_of(7)}/works/")
    assert sidebar(page) == [
        "首頁", title_of(7), "引用書目", "譯名索引", "文中年代", "文本說明", "繁簡轉換",
    ]  # fmt: skip
    page.goto(f"{address}zh-hant/authors/")
    assert sidebar(page) == [
        "首頁", "歷期目錄", "作者索引", "關鍵詞索引", "譯名索引", "引用書目", "文中年代",
        "本刊互引", "標題索引",
    ]  # fmt: skip


def test_an_index_leads_to_the_place_in_an_article(page: Page, address: str) -> None:
    page.goto(f"{address}zh-hant/works/")
    item = page.locator("ul.terms > li", has_text="Lights on the Coast")
    expect(item.locator(".term-places")).to_have_count(ARTICLES)
    item.get_by_role("link", name=title_of(13)).click()
    expect(page).to_have_url(re.compile(rf"/zh-hant/{slug_of(13)}/works/#work-1-1$"))
    expect(page.locator("#work-1-1")).to_be_in_viewport()


TOO_FAR = """() => [...document.querySelectorAll(".md-content a, .md-content p")]
  .filter((part) => part.getBoundingClientRect().right > innerWidth).map((part) => part.textContent)"""


@window(viewport={"width": 320, "height": 700})
@pytest.mark.parametrize("folder", ["zh-hant", "zh-hans", "en"])
def test_titles_in_an_index_end_within_the_window(page: Page, address: str, folder: str) -> None:
    for name in ("authors", "names", "works", "years", "issues"):
        page.goto(f"{address}{folder}/{name}/")
        page.locator(".term-places > a").evaluate_all(
            "links => links.forEach((link) => link.append(link.innerText))"
        )
        assert page.evaluate(TOO_FAR) == []


def test_a_search_can_be_limited_to_an_issue(page: Page) -> None:
    page.locator(".search-open").first.click()
    page.get_by_role("searchbox").fill("整頓")
    results = page.locator(".search-results a")
    expect(results).to_have_count(ARTICLES)
    issue = page.get_by_label("卷期")
    expect(issue.locator("option")).to_have_text(["全部卷期", *ISSUES])
    issue.select_option(label=ISSUES[0])
    expect(results).to_have_count(2)
    issue.select_option(label="全部卷期")
    expect(results).to_have_count(ARTICLES)


def test_a_search_that_is_limited_can_be_passed_on(page: Page, context: BrowserContext, address: str) -> None:
    page.locator(".search-open").first.click()
    page.get_by_role("searchbox").fill("整頓")
    page.get_by_label("卷期").select_option(label=ISSUES[1])
    page.get_by_text("正文", exact=True).click()
    expect(page).to_have_url(f"{address}?q={quote('整頓')}&part=body&issue=1-2")
    other = context.new_page()
    other.goto(page.url)
    expect(other.get_by_label("卷期")).to_have_value("1-2")
    expect(other.get_by_label("正文")).to_be_checked()
    expect(other.locator(".search-results a")).to_have_count(6)
    other.locator(".search-results a").first.click()
    expect(other).to_have_url(re.compile(r"/\?q=[^&]+#par-1$"))  # of a place, which is the same in any search
    other.go_back()
    expect(other.locator(".search-results a")).to_have_count(6)
    other.get_by_label("卷期").select_option(label="全部卷期")
    other.get_by_text("全部", exact=True).click()
    expect(other).to_have_url(f"{address}?q={quote('整頓')}")
    other.get_by_role("button", name="關閉").click()
    expect(other).to_have_url(address)


@pytest.mark.parametrize("limits", ["part=notes", "issue=9-9", "part=x&issue="])
def test_limits_that_find_nothing_or_are_none_have_a_sensible_answer(
    page: Page, address: str, limits: str
) -> None:
    page.goto(f"{address}?q={quote('整頓')}&{limits}")
    expect(page.locator(".search-results a")).to_have_count(0 if limits == "part=notes" else ARTICLES)


@window(java_script_enabled=False)
def test_without_scripts_every_article_can_be_found(page: Page, address: str) -> None:
    page.goto(f"{address}en/all-headings/")
    expect(page.locator("main h2")).to_have_count(ARTICLES)
