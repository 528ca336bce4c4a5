"""「下載」: the box below the title, whose files are saved under their own names."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from browser.test_accessibility import findings

SLUG = "anglo-american-special-relationship"
window = pytest.mark.browser_options


@pytest.mark.parametrize(
    "reader", ["scripts", pytest.param("no-scripts", marks=window(java_script_enabled=False))]
)
@pytest.mark.parametrize("folder", ["zh-hant", "zh-hans", "en"])
def test_the_box_opens_and_its_files_are_saved(article: Page, site: Path, reader: str, folder: str) -> None:
    article.goto(urljoin(article.url, f"/{folder}/{SLUG}/"))
    article.locator(".downloads > summary").click()
    for name in (f"{SLUG}.parallel.epub", f"{SLUG}.zh-hans.md", f"{SLUG}.works.ris"):
        with article.expect_download() as saving:
            article.locator(f".downloads a[download='{name}']").click()
        assert saving.value.suggested_filename == name
        there = site / "zh-hant" / SLUG / (f"{name}.txt" if name.endswith(".md") else name)
        assert Path(saving.value.path()).read_bytes() == there.read_bytes()


def test_the_end_of_the_article_leads_to_the_box(article: Page) -> None:
    article.locator(".onward").get_by_role("link", name="下載").click()
    expect(article.locator(".downloads > summary")).to_be_in_viewport()


def test_axe_finds_nothing_in_the_open_box_or_on_the_page_of_works(article: Page) -> None:
    article.locator(".downloads > summary").click()
    assert findings(article) == []
    article.goto(urljoin(article.url, "works/"))
    assert article.locator(".Z3988").count() > 0
    assert findings(article) == []


def test_the_box_is_not_printed(article: Page) -> None:
    article.emulate_media(media="print")
    expect(article.locator(".downloads")).to_be_hidden()
