"""The page for addresses that lead nowhere: in the language of the address, with ways on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from building import COMMANDS, build
from once import Once
from serving import Helpful, serving

FOLDER = "read/"  # below which the site is published
SAID = {  # its title, the way home and where that leads, the search
    "zh-hant": ("zh-Hant", "找不到網頁", "回首頁", "", "搜尋全文", "搜尋"),
    "zh-hans": ("zh-Hans", "找不到网页", "返回首页", "zh-hans/", "搜索全文", "搜索"),
    "en": ("en", "Page not found", "Home page", "en/", "Search the texts", "Search"),
}
window = pytest.mark.browser_options
phone = window(viewport={"width": 390, "height": 800})


@pytest.fixture(scope="module", params=sorted(COMMANDS))
def site(request: pytest.FixtureRequest, once: Once) -> Path:
    """A folder of a server in which the site is a folder."""

    def make(root: Path) -> None:
        settings = f"\nsite_url: http://127.0.0.1/{FOLDER}\n"
        (root / "server").mkdir()
        build(request.param, root / "project", settings=settings).rename(root / "server" / FOLDER)

    return once(f"lost-{request.param}", make) / "server"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serving(site, Helpful) as address:
        yield f"{address}{FOLDER}"


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@phone
@pytest.mark.parametrize("folder", SAID)
def test_it_is_in_the_language_of_the_address(page: Page, address: str, folder: str) -> None:
    language, title, home, where, search, dialog = SAID[folder]
    page.goto(f"{address}{folder}/some/where/else/")
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert page.title().startswith(f"{title} - ")
    expect(page.locator("h1:visible")).to_have_text(title)
    shown = page.locator("body").inner_text()
    assert not any(said[1] in shown for tag, said in SAID.items() if tag != folder)
    page.get_by_role("button", name=search).click()
    expect(page.get_by_role("dialog", name=dialog)).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".md-header .search-open").click()
    expect(page.get_by_role("dialog", name=dialog)).to_be_visible()
    page.get_by_role("searchbox").fill("特殊")
    expect(page.locator(".search-results a").first).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("link", name=home).click()
    expect(page).to_have_url(f"{address}{where}")


def test_elsewhere_it_is_in_all_languages(page: Page, address: str) -> None:
    page.goto(f"{address}nowhere")
    expect(page.locator("h1:visible")).to_have_text([said[1] for said in SAID.values()])


@phone
@window(java_script_enabled=False)
def test_without_scripts_it_is_in_all_languages_with_all_ways(page: Page, address: str) -> None:
    for language, title, home, where, search, _ in SAID.values():
        page.goto(f"{address}zh-hans/nowhere/")
        said = page.locator(f"section[lang={language}]")
        expect(said.locator("h1:visible")).to_have_text(title)
        said.get_by_role("link", name=home).click()
        assert page.url == f"{address}{where}"
        page.go_back()
        said.get_by_role("link", name=search).click()
        assert page.url == f"{address}{language.lower()}/all-headings/"
