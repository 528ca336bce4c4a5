"""Short references (op. cit., 前引文): wherever a note is shown, what it means in full is shown with it.

The page is made for it. Its notes are dense, and the last is so long that it ends below the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from building import build
from once import Once
from serving import serving

window = pytest.mark.browser_options
narrow = window(viewport={"width": 900, "height": 800})
phone = window(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)

ELSEWHERE = "http://example.invalid/"
NOTES = (
    '<span id="cite-1-1" class="citation">甲，《燈塔考》，頁 1，'
    f'<a href="{ELSEWHERE}" rel="noopener noreferrer">{ELSEWHERE}</a></span>；'
    '<span id="cite-1-2" class="citation">乙，《霧角考》，頁 2</span>。',
    '見<a class="short-reference" href="#cite-1-1">甲，前引書</a>，頁 5；'
    '<a class="short-reference" href="#cite-1-2">乙，前引書</a>；'
    '<a class="short-reference" href="#cite-1-1">甲，前引書</a>，頁 7。',
    '<span id="cite-3-1" class="citation">丙，《潮汐考》</span>，'
    '又<a class="short-reference" href="#cite-3-1">同前</a>。',
    "守塔人的筆記。" * 20,
    "又一則。",
    "守塔人之子的筆記，寫得很長。" * 90,
)

BOXES = """(selector) =>
  [...document.querySelectorAll(selector)].map((box) => box.getBoundingClientRect().toJSON())"""
PLACES = """async () => {
  const { placesInSight } = await import("../../assets/reader/sight.js");
  return placesInSight().map(({ key }) => key);
}"""


def _call(number: int) -> str:
    return f'<sup>[{number}](#note-{number}){{#noteref-{number} .footnote-ref role="doc-noteref"}}</sup>'


def _note(number: int, text: str) -> str:
    back = f'[↩](#noteref-{number}){{.footnote-backref role="doc-backlink" aria-label="回到正文註 {number}"}}'
    return f'<li id="note-{number}" value="{number}" markdown="block">\n{text} {back}\n</li>\n'


def _page(notes: tuple[str, ...]) -> str:
    """A reading page whose calls all stand in one paragraph, between two others."""
    sentences = "".join(f"第{number}句話說燈塔。{_call(number)}" for number in range(1, len(notes) + 1))
    filler = "塔上的燈每夜都亮，照著來往的船隻。" * 30
    return "\n".join(
        (
            '---\ntitle: "短註"\nlanguage: "zh-Hant"\nhide: ["navigation"]\n---\n',
            "# 短註 {#title}\n",
            f"{filler}\n{{#par-1}}\n",
            f"{sentences}\n{{#par-2}}\n",
            f"{filler}\n{{#par-3}}\n",
            '<section class="footnote" role="doc-endnotes" aria-labelledby="notes" markdown="1">\n',
            "## 註釋 {#notes}\n",
            '<ol markdown="1">\n',
            *(_note(number, text) for number, text in enumerate(notes, 1)),
            "</ol>\n</section>\n",
            '<section lang="en" class="english" markdown="1">\n',
            f"{'A lighthouse speaks. ' * 60}\n{{#abstract-en-1}}\n",
            "</section>\n",
        )
    )


@pytest.fixture(scope="module")
def made(once: Once, engine: str) -> Iterator[str]:
    """Where the page is served."""
    more = {"zh-hant/notes.md": _page(NOTES)}
    project = once("notes", lambda project: build(engine, project, more))
    with serving(project / "site") as address:
        yield f"{address}zh-hant/notes/"


@pytest.fixture
def page(context: BrowserContext, made: str) -> Page:
    opened = context.new_page()
    opened.goto(made)
    return opened


@pytest.fixture
def address(made: str) -> str:
    """The site that no request may leave: this one."""
    return made.removesuffix("zh-hant/notes/")


def preview_of(page: Page, link: Locator) -> Locator:
    link.hover()
    shown = page.locator(".note-preview")
    expect(shown).to_be_visible()
    return shown


def short(page: Page, note: int, index: int = 0) -> Locator:
    return page.locator(f"#note-{note} .short-reference").nth(index)


def call_of(page: Page, number: int) -> Locator:
    return page.locator(f"#noteref-{number}")


@narrow
def test_under_a_note_stands_each_full_reference_once(page: Page) -> None:
    shown = preview_of(page, call_of(page, 2)).locator(".note-reference")
    assert shown.all_inner_texts() == [
        f"註 1：甲，《燈塔考》，頁 1，{ELSEWHERE}",
        "註 1：乙，《霧角考》，頁 2",
    ]


@narrow
def test_what_the_note_itself_says_in_full_is_not_said_again(page: Page) -> None:
    assert preview_of(page, call_of(page, 3)).locator(".note-reference").count() == 0


@narrow
def test_links_in_a_preview_work(page: Page) -> None:
    shown = preview_of(page, call_of(page, 2))
    links = shown.get_by_role("link")
    assert [link.get_attribute("href") for link in links.all()] == [
        *("#cite-1-1", "#cite-1-2", "#cite-1-1"),  # in the note
        *("#note-1", ELSEWHERE, "#note-1"),  # in the references
    ]
    links.first.click()
    assert page.url.endswith("#cite-1-1")
    expect(shown).to_have_count(0)
    expect(page.locator("#cite-1-1")).to_be_in_viewport()


@narrow
def test_tab_leads_into_a_preview_and_through_it(page: Page) -> None:
    call_of(page, 2).focus()
    shown = page.get_by_role("group", name="註 2", exact=True)
    expect(shown).to_be_visible()
    for _ in range(6):
        page.keyboard.press("Tab")
        expect(shown.locator(":focus")).to_have_count(1)
    page.keyboard.press("Tab")
    expect(call_of(page, 3)).to_be_focused()
    expect(page.get_by_role("group", name="註 3", exact=True)).to_be_visible()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(shown).to_have_count(1)


@narrow
def test_escape_inside_a_preview_puts_the_focus_back(page: Page) -> None:
    call_of(page, 2).focus()
    expect(page.locator(".note-preview")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator(".note-preview")).to_have_count(0)
    expect(call_of(page, 2)).to_be_focused()


@pytest.mark.parametrize("place", ["margin", pytest.param("list", marks=narrow)])
def test_a_short_reference_shows_the_full_one(page: Page, place: str) -> None:
    link = short(page, 2, 1)
    assert preview_of(page, link).inner_text() == "註 1：乙，《霧角考》，頁 2"
    page.keyboard.press("Escape")
    page.mouse.move(2, 300)
    link.focus()
    expect(page.get_by_role("group", name="註 1", exact=True)).to_be_visible()
    page.keyboard.press("Enter")
    assert page.url.endswith("#cite-1-2")


@phone
def test_a_tap_opens_them_in_a_sheet(page: Page) -> None:
    call_of(page, 2).tap()
    sheet = page.get_by_role("dialog", name="註 2")
    expect(sheet.locator(".note-reference")).to_have_count(2)
    sheet.locator(".note-reference a").first.tap()
    expect(sheet).to_have_count(0)
    expect(page.locator("#note-1")).to_be_in_viewport()
    short(page, 2).tap()
    sheet = page.get_by_role("dialog", name="註 1")
    expect(sheet.locator(".note-reference > :visible").first).to_contain_text("《燈塔考》")
    expect(sheet.get_by_role("link", name="註 1")).to_have_count(1)


def test_a_preview_adds_no_text_to_what_it_stands_in(page: Page) -> None:
    """Neither for the search, nor for the switch."""
    count = """async (id) => {
      const { texts } = await import("../../assets/reader/place.js");
      return texts(document.getElementById(id)).map(({ data }) => data).join("");
    }"""
    before = page.evaluate(count, "note-2")
    preview_of(page, short(page, 2))
    assert page.evaluate(count, "note-2") == before


def test_dense_and_long_notes_stand_in_order_and_the_page_is_long_enough(page: Page) -> None:
    boxes = page.evaluate(BOXES, ".footnote li")
    for before, after in pairwise(boxes):
        assert after["top"] >= before["bottom"] - 0.5
    (text,), (footer,) = page.evaluate(BOXES, ".english"), page.evaluate(BOXES, ".md-footer")
    assert text["bottom"] < boxes[-1]["bottom"] <= footer["top"]


def test_the_place_is_that_in_the_text_and_not_that_in_the_margin(page: Page) -> None:
    """The switch goes by it. The last note stands beside text that comes after the notes in the page."""
    page.evaluate("document.querySelector('#abstract-en-1').scrollIntoView({ behavior: 'instant' })")
    expect(page.locator("#note-6")).to_be_in_viewport()
    assert page.evaluate(PLACES) == ["abstract-en-1"]
