"""The keyboard: from paragraph to paragraph, and what the keys do."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browser.test_accessibility import findings
from browser.waiting import wait_until

FOCUSED = "document.activeElement.parentElement.id"
LINKS = "[...document.querySelectorAll('.permalink:not(.english *)')]"
NO_STOPS = f"() => {LINKS}.every(({{ tabIndex }}) => tabIndex === -1)"


def test_links_of_paragraphs_are_no_stops_of_tab_but_keys_lead_to_them(article: Page) -> None:
    wait_until(article, NO_STOPS)
    names = article.locator(".permalink").evaluate_all("all => all.map(({ parentElement: { id } }) => id)")
    first = names.index("par-2")
    article.locator("#par-2").evaluate("place => place.scrollIntoView({ behavior: 'instant' })")
    for key, number in (("Down", first), ("Down", first + 1), ("Down", first + 2), ("Up", first + 1)):
        expected = names[number]
        article.keyboard.press(f"Alt+Arrow{key}")
        wait_until(article, f"() => {FOCUSED} === '{expected}'")
        expect(article.locator(f"#{expected} > .permalink")).to_have_css("opacity", "1")
    article.keyboard.press("Enter")
    assert article.url.endswith(f"#{names[first + 1]}")


@pytest.mark.browser_options(java_script_enabled=False)
def test_without_scripts_they_are_stops_of_tab(article: Page) -> None:
    assert article.locator("#par-2 > .permalink").get_attribute("tabindex") is None


def test_a_key_shows_what_the_keys_do(article: Page) -> None:
    article.keyboard.press("?")
    dialog = article.get_by_role("dialog", name="鍵盤快速鍵")
    expect(dialog).to_be_visible()
    keys = "".join(dialog.locator("dt").all_inner_texts())
    assert ("Alt↓" in keys, "AltM" in keys) == (True, True)
    assert findings(article) == []
    article.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


def test_who_types_is_not_disturbed(article: Page) -> None:
    article.get_by_role("combobox", name="頁").press("?")
    article.keyboard.press("/")
    expect(article.locator("dialog.keys")).to_have_count(0)


def test_keys_for_the_text_are_shown_and_answered_only_where_there_is_one(article: Page) -> None:
    article.goto(f"{article.url}works/")
    article.keyboard.press("Alt+m")
    article.keyboard.press("?")
    dialog = article.get_by_role("dialog", name="鍵盤快速鍵")
    expect(dialog).to_be_visible()
    assert "AltM" not in "".join(dialog.locator("dt").all_inner_texts())
    expect(article.locator("dialog.marks")).to_have_count(0)
