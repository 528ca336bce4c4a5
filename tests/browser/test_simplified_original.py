"""An article that is written in Simplified: its pages, the switch, the search, side by side, quoting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

import simplified_article
from browser.selecting import copied, select
from browser.waiting import wait_until
from building import build
from duidu.pipeline import ArticleFiles, SourceFile, process
from duidu.publish.pages.site_pages import site_pages
from duidu.publish.search.search_files import searched, site_search_files
from once import Once
from serving import serving

HANS, HANT, EN = (f"/{folder}/salt/" for folder in ("zh-hans", "zh-hant", "en"))
TOML = (
    'journal = "河港学报"\nyear = 2009\nvolume = "3"\nissue = "1"\npages = "76-88"\n'
    'accept = ["pages-unrecorded"]\n'
)
REFERENCE = "沈时雨：《清末台湾盐务的后果与余绪》，《河港学报》第 3 卷第 1 期，2009 年"


@pytest.fixture(scope="module")
def site(once: Once, engine: str) -> Path:
    folder = Path("docs/articles/salt")
    source = SourceFile(folder / "source.docx", simplified_article.word())
    found = process(ArticleFiles(source, metadata=SourceFile(folder / "article.toml", TOML.encode())))
    assert found.problems == ()
    more = {**found.pages, **site_search_files({"salt": searched(found.items)})}
    pages = site_pages(found.editions)
    return once("salt", lambda project: build(engine, project, more, pages=pages)) / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serving(site) as address:
        yield address


@pytest.fixture
def page(article: Page) -> Page:
    """The reading page of the original."""
    article.goto(urljoin(article.url, HANS))
    return article


def test_each_page_has_its_language_and_knows_the_original(page: Page) -> None:
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    for path, language in ((HANS, "zh-Hans"), (HANT, "zh-Hant"), (EN, "en")):
        page.goto(urljoin(page.url, path))
        expect(page.locator("html")).to_have_attribute("lang", language)
        default = page.locator('link[hreflang="x-default"]').get_attribute("href") or ""
        assert default.endswith(HANS)


def test_the_switch_leads_to_the_traditional_text_and_keeps_the_place(page: Page) -> None:
    page.locator("#par-4").evaluate("block => block.scrollIntoView()")
    page.locator(".switch").get_by_role("link", name="繁體", exact=True).click()
    page.wait_for_url(re.compile(HANT))
    expect(page.locator("#par-2")).to_contain_text("這一變化係由運輸方式的改變所致")
    expect(page.locator("#par-4")).to_be_in_viewport()
    page.get_by_label("顯示原字").check()
    expect(page.locator("#par-4 [data-original='十几只']")).to_have_text("十幾隻")


@pytest.mark.parametrize("query", ["后果", "後果", "曬乾", "晒干", "鍾育仁"])
@pytest.mark.parametrize(("path", "written"), [(HANS, "盐"), (HANT, "鹽")])
def test_both_scripts_find_and_are_shown_in_that_of_the_page(
    page: Page, path: str, written: str, query: str
) -> None:
    page.goto(urljoin(page.url, path))
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill(query)
    results = page.locator(".search-results")
    expect(results.locator("a").first).to_be_visible()
    expect(results).to_contain_text(written)
    results.locator("a").first.click()
    wait_until(page, "() => CSS.highlights.get('hit')?.size > 0")
    assert path in page.url


def test_side_by_side_the_original_stands_first(page: Page) -> None:
    page.locator(".switch").get_by_role("link", name="对照", exact=True).click()
    page.wait_for_url(re.compile(f"{HANS}parallel/"))
    halves = page.locator(".parallel").first.locator("> *")
    assert [halves.nth(at).get_attribute("lang") for at in range(2)] == ["zh-Hans", "zh-Hant"]
    left, right = (halves.nth(at).bounding_box() for at in range(2))
    assert left
    assert right
    assert left["x"] < right["x"]


def test_a_quotation_is_cited_in_the_manner_of_its_script(page: Page) -> None:
    select(page.locator("#par-2"), "原是受雇于盐商的佣工")
    words, source = copied(page, page.locator(".quote button").first)
    assert words == "“原是受雇于盐商的佣工”"
    assert source == f"{REFERENCE}。{HANS}#par-2"  # on which page, the Word file does not say


def test_the_box_gives_the_original_title_also_amid_english(page: Page) -> None:
    page.locator(".cite > summary").click()
    expect(page.locator(".cite-reference").first).to_contain_text(REFERENCE)
    page.goto(urljoin(page.url, EN))
    expect(page.locator(".original-title")).to_have_text(simplified_article.TITLE)
    expect(page.locator(".cite-reference [lang=zh-Hans]").first).to_have_text(simplified_article.TITLE)
    expect(page.get_by_text("written in Simplified characters")).to_be_visible()


def test_the_choices_are_listed_with_what_is_doubtful(page: Page) -> None:
    page.goto(urljoin(page.url, f"{HANT}conversions/"))
    expect(page.locator("#doubt")).to_have_text(re.compile("存疑"))
    expect(page.get_by_text("由簡體轉為繁體")).to_be_visible()
