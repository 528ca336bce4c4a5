"""What a converted word was before: shown on the Simplified page to those who ask for it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

SHOWN = "word => getComputedStyle(word, '::after').content"


@pytest.fixture
def simplified(article: Page) -> Page:
    article.locator(".switch").get_by_text("简体").click()
    expect(article.locator("html")).to_have_attribute("lang", "zh-Hans")
    return article


def test_it_is_off_until_asked_for(simplified: Page) -> None:
    word = simplified.locator("p [data-original]").first
    word.hover()
    assert word.evaluate(SHOWN) == "none"
    assert word.get_attribute("tabindex") is None


def test_hovering_and_focusing_show_the_original(simplified: Page) -> None:
    simplified.get_by_label("显示原字").check()
    words = simplified.locator("p [data-original]")
    original = words.first.get_attribute("data-original")
    words.first.hover()
    assert words.first.evaluate(SHOWN) == f'"{original}"'
    words.last.focus()
    assert words.last.evaluate(SHOWN) == f'"{words.last.get_attribute("data-original")}"'


def test_the_choice_is_remembered(simplified: Page) -> None:
    simplified.get_by_label("显示原字").check()
    simplified.reload()
    expect(simplified.get_by_label("显示原字")).to_be_checked()
    simplified.get_by_label("显示原字").uncheck()
    simplified.reload()
    expect(simplified.get_by_label("显示原字")).not_to_be_checked()


def test_the_traditional_page_has_nothing_to_ask_for(article: Page) -> None:
    assert article.locator("[data-original]").count() == 0
    expect(article.get_by_label("显示原字")).to_have_count(0)
