"""The policy of the pages: what runs or is shown is a file of this site.

That nothing breaks it is seen in all tests: `context` fails when Chromium reports it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, expect

from browser.conftest import POLICY
from building import plain_site
from once import Once
from serving import Lasting, serving

POLICY_OF_PAGE = "meta[http-equiv=Content-Security-Policy]"


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def built(request: pytest.FixtureRequest, once: Once) -> Path:
    """The site as each of the two builds it."""
    return plain_site(once, request.param)


@pytest.fixture
def address(built: Path) -> Iterator[str]:
    with serving(built, Lasting) as address:
        yield address


@pytest.fixture
def every_page(built: Path, address: str) -> list[str]:
    return [f"{address}{page.relative_to(built).as_posix()}" for page in sorted(built.rglob("*.html"))]


def test_no_page_breaks_it_and_it_holds_before_anything_is_loaded(
    context: BrowserContext, every_page: list[str]
) -> None:
    page = context.new_page()
    for here in every_page:
        page.goto(here)
        expect(page.locator(POLICY_OF_PAGE)).to_have_count(1)
        expect(page.locator("html.js")).to_be_attached()  # the theme's program ran
        late = page.locator(f":is(link[rel=stylesheet], script, style, [style]) ~ {POLICY_OF_PAGE}")
        assert late.count() == 0, here
    assert len(every_page) > 20


def test_reading_searching_and_switching_keep_to_it(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address)
    page.locator(".articles a[href*='zh-hant/']").first.click()
    page.wait_for_url("**/zh-hant/**")  # and until it is loaded
    page.locator("#noteref-2").click()
    expect(page.locator("#note-2")).to_be_focused()
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("特殊關係")
    page.locator(".search-results a").first.click()
    page.locator(".switch").get_by_text("简体").click()
    expect(page.get_by_role("complementary", name="搜索结果")).to_be_visible()


@pytest.mark.parametrize("inline", ["script", "style", "elsewhere", "image"])
def test_what_does_not_belong_to_the_site_is_refused(
    context: BrowserContext, address: str, inline: str
) -> None:
    """An article cannot bring any of this; if it ever could, it would not work."""
    alone = context.browser
    assert alone is not None
    with alone.new_context(service_workers="block") as apart:  # `context` would fail for it
        page = apart.new_page()
        page.goto(address)
        with page.expect_console_message(breaks_policy):
            page.evaluate(
                """(kind) => {
                  const [name, values] = {
                    script: ["script", { textContent: "window.ran = 1" }],
                    style: ["style", { textContent: "p { color: red }" }],
                    elsewhere: ["script", { src: "http://localhost:9/" }],
                    image: ["img", { src: "http://localhost:9/" }],
                  }[kind];
                  document.body.append(Object.assign(document.createElement(name), values));
                }""",
                inline,
            )
        assert page.evaluate("window.ran") is None


def breaks_policy(message: ConsoleMessage) -> bool:
    return POLICY in message.text


def test_colours_are_kept_without_a_flash(context: BrowserContext, address: str) -> None:
    """What the theme did in an inline script: the chosen colours are there before the page shows."""
    page = context.new_page()
    page.goto(address)
    page.locator(".settings-open").click()
    page.get_by_role("radio", name="深色").check()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.route("**/reader.js", lambda route: route.abort())
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
