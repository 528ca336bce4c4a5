"""Where an article says so, a selection can be reported: by a prepared message or issue. None is sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qsl, urljoin, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from browser.selecting import select, select_by_touch
from browser.test_accessibility import findings
from building import ORIGINAL, SIMPLER, build, sample
from duidu.metadata import Metadata
from duidu.publish.pages.site_pages import article_pages
from once import Once
from serving import serving

MAIL = "mailto:editor@example.org"
ISSUES = "https://git.example.org/journal/articles/-/issues/new"
WITH_MAIL = replace(ORIGINAL, metadata=Metadata(report=MAIL))
PHONE = pytest.mark.browser_options(viewport={"width": 320, "height": 640}, has_touch=True)


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def site(request: pytest.FixtureRequest, once: Once) -> Path:
    """The sample article in both scripts: reports about the Traditional go by mail, the others to issues."""
    pages = sample(WITH_MAIL, replace(SIMPLER, metadata=Metadata(report=ISSUES)))
    return (
        once(f"report-{request.param}", lambda project: build(request.param, project, pages=pages)) / "site"
    )


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serving(site) as address:
        yield address


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    opened = context.new_page()
    opened.goto(f"{address}zh-hant/dengta/")
    return opened


def report(page: Page) -> Locator:
    return page.locator(".quote a")


def fields(link: Locator) -> tuple[str, dict[str, str]]:
    """To whom a report goes, and what is prepared in it."""
    expect(link).to_be_visible()
    parts = urlsplit(link.get_attribute("href") or "")
    return parts._replace(query="").geturl(), dict(parse_qsl(parts.query))


def version(page: Page) -> str:
    said = page.locator("script.citing").get_attribute("data-version") or ""
    assert len(said) == 8
    return said


def test_a_message_has_the_quotation_its_page_its_address_and_the_version(page: Page) -> None:
    select(page.locator("#par-2"), "所用材料以海關出版品與地方志為主")
    to, said = fields(report(page))
    assert report(page).inner_text() == "回報此處問題"
    assert to == MAIL
    source = "林知遠，〈論晚清燈塔制度的形成及其跨海合作〉"
    assert said == {
        "subject": f"回報：{source}，頁 [94]",
        "body": f"「所用材料以海關出版品與地方志為主」\r\n{source}，頁 [94]。{page.url}#par-2\r\n\r\n"
        f"網頁版本：{version(page)}\r\n\r\n問題說明：\r\n",
    }


def test_an_issue_has_the_same_in_its_own_fields_and_opens_apart(page: Page) -> None:
    page.goto(urljoin(page.url, "/zh-hans/dengta/"))
    select(page.locator("#note-1"), page.locator("#note-1 p").inner_text()[:6])
    to, said = fields(report(page))
    assert to == ISSUES
    assert report(page).get_attribute("target") == "_blank"
    assert said["issue[title]"].startswith("反馈：林知远：《")
    assert said["issue[title]"].endswith("，注 1")
    assert f"{page.url}#note-1\n\n网页版本：{version(page)}\n\n问题说明：" in said["issue[description]"]


def test_side_by_side_and_on_the_english_page_too(page: Page) -> None:
    for path, block, words in (
        ("/zh-hant/dengta/parallel/", "[data-twin=par-1]", "灯塔看似只是航海的设施"),
        ("/en/dengta/", "#abstract-1", "the lighthouse service"),
    ):
        page.goto(urljoin(page.url, path))
        select(page.locator(block), words)
        to, said = fields(report(page))
        assert to == MAIL
        assert words in said["body"]
        assert version(page) in said["body"]


def test_the_version_is_that_of_the_page(page: Page) -> None:
    pages = article_pages("dengta", {each.language: each for each in (WITH_MAIL, SIMPLER)})
    assert version(page) in pages["zh-hant/dengta/index.md"]
    other = article_pages("dengta", {WITH_MAIL.language: replace(WITH_MAIL, slug="other")})
    assert version(page) not in other["zh-hant/dengta/index.md"]


def test_by_keyboard(page: Page) -> None:
    select(page.locator("#par-1"), "燈塔看似只是航海的設施")
    expect(report(page)).to_be_visible()
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(report(page)).to_be_focused()
    assert findings(page) == []


@PHONE
def test_by_touch_all_that_is_offered_is_in_the_window(page: Page) -> None:
    select_by_touch(page.locator("#par-1"), "燈塔看似只是航海的設施")
    expect(report(page)).to_be_visible()
    for offered in page.locator(".quote > :is(button, a)").all():
        box = offered.bounding_box()
        assert box is not None
        assert (box["x"] >= 0, box["x"] + box["width"] <= 320, box["height"] >= 24) == (True, True, True)
