"""The site in a folder on disk, as someone has it who unpacked it: read without a server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import window
from building import plain_site
from once import Once

# The address of each link within the site, when it is used.
USED = """[...document.querySelectorAll("a[href]")].map((link) => {
  link.dispatchEvent(new Event("contextmenu", { bubbles: true }));
  return link.href;
}).filter((href) => href.startsWith("file:"))"""


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def folder(request: pytest.FixtureRequest, once: Once) -> Path:
    return plain_site(once, request.param)


@pytest.fixture
def article(browser: Browser, folder: Path) -> Iterator[Page]:
    """The first article, by the link on the home page."""
    with window(browser) as context:
        page = context.new_page()
        page.goto((folder / "index.html").as_uri())
        page.locator(".articles a[href*='zh-hant/']").first.click()
        yield page


def test_reading(article: Page) -> None:
    """With the style of the site: its colours, its fonts, its width of a line."""
    expect(article.locator("#par-1")).to_be_visible()
    expect(article.locator("html.js")).to_be_attached()
    width = article.locator("#par-1").evaluate(
        "line => line.clientWidth / parseFloat(getComputedStyle(line).fontSize)"
    )
    assert 32 <= width <= 38


def test_a_note_and_back(article: Page) -> None:
    here = article.url
    article.locator("#noteref-2").click()
    expect(article).to_have_url(f"{here}#note-2")
    expect(article.locator("#note-2")).to_be_in_viewport()
    article.locator("#note-2 .footnote-backref").click()
    expect(article.locator("#noteref-2")).to_be_in_viewport()


def test_the_switch(article: Page) -> None:
    for name, tag in (("简体", "zh-Hans"), ("繁體", "zh-Hant")):
        article.locator(".switch").get_by_text(name, exact=True).click()
        expect(article.locator("html")).to_have_attribute("lang", tag)
        expect(article.locator("#par-1")).to_be_visible()


def test_no_link_leads_to_a_list_of_files(article: Page, folder: Path) -> None:
    for page in sorted(folder.rglob("index.html")):
        article.goto(page.as_uri())
        links: list[str] = article.evaluate(USED)
        assert links
        assert [link for link in links if link.partition("#")[0].endswith("/")] == []
