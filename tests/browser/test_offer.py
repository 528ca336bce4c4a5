"""The offer of the other script: on home pages only, and only to those who may want it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import FITS

window = pytest.mark.browser_options
mainland = window(locale="zh-CN")


@pytest.fixture
def home(article: Page, address: str) -> Page:
    """The home page, on a first visit: the article was only looked at."""
    article.goto(address)
    return article


@mainland
def test_a_browser_set_to_simplified_is_offered_it(home: Page) -> None:
    offer = home.get_by_role("complementary", name="本站有简体版。")
    expect(offer).to_have_attribute("lang", "zh-Hans")
    offer.get_by_role("link").click()
    expect(home.locator("html")).to_have_attribute("lang", "zh-Hans")
    expect(home.locator(".offer")).to_have_count(0)


@mainland
def test_an_offer_refused_is_not_made_again(home: Page) -> None:
    home.locator(".offer").get_by_role("button").click()
    expect(home.locator(".offer")).to_have_count(0)
    home.reload()
    expect(home.locator(".offer")).to_have_count(0)


@mainland
def test_nobody_is_led_away_from_a_deep_link(article: Page) -> None:
    expect(article.locator("html")).to_have_attribute("lang", "zh-Hant")
    expect(article.locator(".offer")).to_have_count(0)


@pytest.mark.parametrize(
    ("tag", "offered"),
    [
        pytest.param(tag, offered, marks=window(locale=tag), id=tag)
        for tag, offered in (("zh-SG", 1), ("zh-Hans-MY", 1), ("zh-TW", 0), ("zh-HK", 0), ("en-GB", 0))
    ],
)
def test_who_is_offered_simplified(home: Page, tag: str, offered: int) -> None:
    expect(home.locator(".offer")).to_have_count(offered)


def test_the_script_chosen_last_is_offered(article: Page, address: str) -> None:
    article.locator(".switch").get_by_text("简体").click()
    expect(article.locator("html")).to_have_attribute("lang", "zh-Hans")
    article.goto(address)
    expect(article.locator(".offer")).to_have_text("本站有简体版。 阅读简体版 不用了")
    article.locator(".offer a").click()
    article.locator(".switch").get_by_text("繁體").click()
    expect(article.locator(".offer")).to_have_count(0)
    article.goto(f"{address}zh-hans/")
    expect(article.locator(".offer")).to_have_attribute("lang", "zh-Hant")


@mainland
def test_the_offer_can_be_reached_from_the_keyboard(home: Page) -> None:
    home.locator(".offer a").focus()
    home.keyboard.press("Tab")
    home.keyboard.press("Enter")
    expect(home.locator(".offer")).to_have_count(0)


@window(locale="zh-CN", viewport={"width": 320, "height": 640})
def test_the_offer_fits_a_small_screen(home: Page) -> None:
    expect(home.locator(".offer")).to_be_visible()
    assert home.evaluate(FITS)
    for part in home.locator(".offer :is(a, button)").all():
        box = part.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
