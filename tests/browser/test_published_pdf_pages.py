"""Marks of printed pages that lead to the published PDF, as readers meet them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from browser.test_accessibility import findings
from browser.waiting import wait_until
from building import build
from duidu.digests import digests_of
from duidu.publish.article import article_files
from duidu.publish.offline import WORKER, kept_list, service_worker
from duidu.publish.pages.site_pages import site_pages
from duidu.publish.search.search_files import search_files
from published_pdf import PDF, editions
from serving import serving

PATHS = ("", "../../zh-hans/youchai/", "parallel/")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, engine: str) -> Path:
    both = editions()
    files = article_files(both, (), PDF) | search_files(both)
    files |= {"zh-hant/youchai/source.txt": b"text\n", WORKER: service_worker(digests_of(files))}
    files |= kept_list({"index.md": ""})
    folder, settings = tmp_path_factory.mktemp("published"), "\nsite_url: https://example.org/read\n"
    return build(engine, folder, files, pages=site_pages(both), settings=settings)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serving(site) as address:
        yield address


@pytest.mark.parametrize("path", PATHS)
def test_a_click_on_the_number_opens_that_page(article: Page, path: str) -> None:
    article.goto(urljoin(article.url, path))
    mark = article.locator("[id=p32]")
    article.route("**/*.pdf", lambda route: route.fulfill(body="PDF"))
    mark.evaluate("mark => mark.scrollIntoView({ block: 'center' })")
    box = mark.evaluate(
        """mark => {
          const { left, top, height } = mark.getBoundingClientRect();
          const { position, left: x, width } = getComputedStyle(mark, "::before");
          const block = mark.closest("p").getBoundingClientRect();
          const inMargin = position === "absolute";
          return [inMargin ? block.left + parseFloat(x) + parseFloat(width) - 4 : left + 6, top + height / 2];
        }"""
    )
    article.mouse.click(*box)
    article.wait_for_url("**/zh-hant/youchai/youchai.pdf#page=4")


def test_by_keyboard_and_by_name(article: Page) -> None:
    article.route("**/*.pdf", lambda route: route.fulfill(body="PDF"))
    mark = article.get_by_role("link", name="頁 32，見原刊 PDF", exact=True)
    mark.focus()
    expect(mark).to_be_focused()
    article.keyboard.press("Enter")
    article.wait_for_url("**/zh-hant/youchai/youchai.pdf#page=4")


def test_marks_still_are_places_to_go_to(article: Page) -> None:
    article.locator(".go-to-page input").fill("33")
    article.locator(".go-to-page button").click()
    article.wait_for_url("**#p33")
    expect(article.locator("#p33")).to_be_in_viewport()


def test_hidden_numbers_are_not_reached_by_keyboard(article: Page) -> None:
    article.evaluate("localStorage.setItem('duidu.settings', '{\"pages\": \"hidden\"}')")
    article.reload()
    expect(article.locator("#p32")).to_be_hidden()
    article.goto(urljoin(article.url, "#p33"))
    wait_until(article, "() => document.querySelector('#p33').getBoundingClientRect().top < innerHeight")


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_in_the_way_of_anyone(article: Page, path: str) -> None:
    article.goto(urljoin(article.url, path))
    assert findings(article) == []


@pytest.mark.parametrize("path", [*PATHS, "../../en/youchai/"])
def test_reference_managers_are_told(article: Page, path: str) -> None:
    article.goto(urljoin(article.url, path))
    told = article.locator("meta[name=citation_pdf_url]").get_attribute("content")
    assert told == "https://example.org/read/zh-hant/youchai/youchai.pdf"


@pytest.mark.browser_options(service_workers="allow")
def test_it_is_not_kept_for_reading_without_a_network(article: Page) -> None:
    """Though every other page of the article to which it leads is, and though it was opened."""
    article.evaluate("navigator.serviceWorker.ready.then(() => fetch('youchai.pdf'))")
    wait_until(
        article,
        """async () => {
          const read = [...document.links].filter(({ download }) => !download);
          const links = read.map(({ href }) => href.split("#")[0]);
          const pages = links.filter((href) => href.includes("/youchai/") && !href.endsWith(".pdf"));
          return (await Promise.all(pages.map((page) => caches.match(page)))).every(Boolean);
        }""",
    )
    kept = article.evaluate(
        """async () => {
          const opened = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
          const requests = await Promise.all(opened.map((cache) => cache.keys()));
          return requests.flat().map(({ url }) => url);
        }"""
    )
    assert kept
    assert [url for url in kept if ".pdf" in url] == []
