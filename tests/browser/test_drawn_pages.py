"""The drawing of a PDF's pages, opened from a folder as an editor does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import window
from browser.test_accessibility import findings
from test_drawing import drawn


@pytest.fixture(params=["light", "dark"])
def drawing(browser: Browser, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page in either colours; it may ask for nothing, and say nothing."""
    file = tmp_path / "paper-drawn.html"
    file.write_text(drawn("latex-restart.pdf"), "utf-8")
    with window(browser, color_scheme=request.param) as opened:
        asked: list[str] = []
        said: list[str] = []
        opened.on("request", lambda sent: asked.append(sent.url))
        opened.on("console", lambda message: said.append(message.text))
        page = opened.new_page()
        page.goto(file.as_uri())
        yield page
        assert {url.partition("#")[0] for url in asked} == {file.as_uri()}
        assert said == []


def test_a_call_leads_to_its_note_and_words_stand_on_their_colours(drawing: Page) -> None:
    expect(drawing.locator("section")).to_have_count(27)
    call = drawing.locator("a[href='#note-30'] rect")
    call.scroll_into_view_if_needed()
    box = call.bounding_box()
    assert box is not None
    drawing.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(drawing.locator("#note-30")).to_be_in_viewport()
    colours = drawing.evaluate(
        """() => [".legend .note", ".legend .text", ".legend .heading", "body"].map(
          (part) => getComputedStyle(document.querySelector(part)).backgroundColor)"""
    )
    assert len(set(colours)) == 4


def test_nothing_is_wider_than_a_phone(drawing: Page) -> None:
    drawing.set_viewport_size({"width": 390, "height": 844})
    assert drawing.evaluate("document.documentElement.scrollWidth") <= 390


def test_everyone_can_use_it(drawing: Page) -> None:
    assert findings(drawing) == []
