"""Citing: the box below the title with its files, and the way to a printed page."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import FITS
from browser.selecting import copied

SLUG = "anglo-american-special-relationship"
window = pytest.mark.browser_options
KNOWN = "刊名：歐洲國際評論；頁碼：[76]-[105]"


@pytest.mark.parametrize(
    "reader", ["scripts", pytest.param("no-scripts", marks=window(java_script_enabled=False))]
)
def test_the_box_opens_and_its_files_are_saved(article: Page, site: Path, reader: str) -> None:
    article.locator(".cite > summary").click()
    expect(article.locator(".cite > .cite-known")).to_have_text(KNOWN)
    for ending in ("bib", "ris", "json"):
        with article.expect_download() as saving:
            article.locator(f".cite a[download$='.{ending}']").click()
        assert saving.value.suggested_filename == f"{SLUG}.{ending}"
        assert (
            Path(saving.value.path()).read_bytes()
            == (site / f"zh-hant/{SLUG}/citation.{ending}").read_bytes()
        )


@pytest.mark.parametrize("folder", ["zh-hant", "zh-hans", "en"])
def test_files_are_copied_where_there_is_no_reference(article: Page, site: Path, folder: str) -> None:
    article.goto(urljoin(article.url, f"/{folder}/{SLUG}/"))
    if folder != "en":
        article.locator(".cite > summary").click()
    record_of = (site / f"zh-hant/{SLUG}/citation.ris").read_text("utf-8")
    assert copied(article, article.locator(".cite-files button").nth(1)) == record_of.split("\n")


@window(java_script_enabled=False)
def test_without_scripts_there_are_no_buttons_and_no_field(article: Page) -> None:
    for what in (".copy", ".quote"):
        assert article.locator(what).count() == 0
    expect(article.locator(".go-to-page")).to_be_hidden()


# The way to a printed page.


@pytest.mark.parametrize(
    ("typed", "place"),
    [("95", "p95"), ("97", "p97"), ("[97]", "p97"), ("９５", "p95"), ("［97］", "p97"), ("頁 95", "p95")],
)
def test_a_page_is_gone_to(article: Page, typed: str, place: str) -> None:
    article.get_by_label("頁", exact=True).fill(typed)
    article.get_by_role("button", name="前往").click()
    expect(article).to_have_url(urljoin(article.url, f"#{place}"))
    expect(article.locator(f"#{place}")).to_be_in_viewport()


def test_a_page_is_gone_to_twice(article: Page) -> None:
    for _ in range(2):
        article.get_by_label("頁", exact=True).fill("95")
        article.keyboard.press("Enter")
        expect(article.locator("#p95")).to_be_in_viewport()
        article.evaluate("scrollTo({ top: 0, behavior: 'instant' })")


@pytest.mark.parametrize(
    ("folder", "field", "typed", "said"),
    [
        ("zh-hant", "頁", "120", "本文沒有第 120 頁（頁碼為 [76]-[105]）。"),
        ("zh-hans", "第 页", "120", "本文没有第 120 页（页码为 [76]—[105]）。"),
        ("zh-hant", "頁", "x", "請輸入頁碼（[76]-[105]）。"),
        ("zh-hant", "頁", "95-96", "請輸入頁碼（[76]-[105]）。"),
        ("zh-hant", "頁", "", "請輸入頁碼（[76]-[105]）。"),
    ],
)
def test_where_there_is_no_such_page_it_is_said(
    article: Page, folder: str, field: str, typed: str, said: str
) -> None:
    article.goto(urljoin(article.url, f"/{folder}/{SLUG}/"))
    here = article.url
    article.get_by_label(field, exact=True).fill(typed)
    article.keyboard.press("Enter")
    expect(article.locator(".go-to-page [role=status]")).to_have_text(said)
    assert article.url == here
    article.get_by_label(field, exact=True).fill("9")
    expect(article.locator(".go-to-page [role=status]")).to_be_empty()


def test_the_field_lists_the_pages_there_are(article: Page) -> None:
    listed = article.locator("#printed-pages option").evaluate_all(
        "options => options.map((one) => one.value)"
    )
    marks = article.locator("[role~=doc-pagebreak][id]").evaluate_all("all => all.map((m) => m.dataset.page)")
    assert listed == marks
    assert listed[:2] == ["[76]", "[77]"]


@window(viewport={"width": 320, "height": 640})
def test_nothing_of_it_makes_a_narrow_window_scroll_sideways(article: Page) -> None:
    article.locator(".cite > summary").click()
    article.get_by_label("頁", exact=True).fill("120")
    article.keyboard.press("Enter")
    article.locator("#par-1").hover(position={"x": 100, "y": 20})
    assert article.evaluate(FITS)
