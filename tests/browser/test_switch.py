"""The switch: to the other script and back, at the same sentence, with all that was open."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import FITS
from browser.waiting import wait_until

NARROW = {"width": 390, "height": 844}
window = pytest.mark.browser_options
any_width = pytest.mark.parametrize("width", ["desk", pytest.param("phone", marks=window(viewport=NARROW))])

# The first line below the header: the id of its block, its first character's number there, its height.
FIRST_LINE = """() => {
  const top = document.querySelector(".md-header").getBoundingClientRect().bottom;
  const column = document.querySelector("#title").getBoundingClientRect();
  for (let y = top + 1; y < innerHeight; y += 2) {
    const { startContainer: node, startOffset: at } = document.caretRangeFromPoint(column.left + 44, y);
    const block = node.parentElement?.closest("[id]:is(p, h1, h2, h3, h4, li)");
    if (!block || node.nodeType !== Node.TEXT_NODE || node.parentElement.closest("sup")) continue;
    const before = document.createRange();
    before.setStart(block, 0);
    before.setEnd(node, at);
    const height = (HEIGHT)({ block: block.id, at: before.toString().length });
    if (height >= top) return { block: block.id, at: before.toString().length, height };
  }
}"""

HEIGHT = """({ block, at }) => {
  const walker = document.createTreeWalker(document.getElementById(block), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (at < walker.currentNode.length) {
      const range = document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + 1);
      return range.getBoundingClientRect().top;
    }
    at -= walker.currentNode.length;
  }
}"""


def switch(page: Page, name: str) -> Locator:
    return page.locator(".switch").get_by_role("link", name=name, exact=True)


def turn(page: Page, name: str) -> None:
    """Click in the switch, and wait until the reader has been put where they were."""
    switch(page, name).click()
    expect(switch(page, name)).to_have_attribute("aria-current", "page")
    wait_until(page, "() => document.readyState === 'complete' && !('duidu.way' in sessionStorage)")


def scroll_to(page: Page, part: float) -> None:
    page.evaluate("part => scrollTo(0, part * (document.body.scrollHeight - innerHeight))", part)


@any_width
def test_from_twenty_places_there_and_back(article: Page, width: str) -> None:
    for step in range(20):
        scroll_to(article, step / 19)
        line = article.evaluate(FIRST_LINE.replace("HEIGHT", HEIGHT))
        for name in ("简体", "繁體"):
            turn(article, name)
            height = article.evaluate(HEIGHT, line)
            assert abs(height - line["height"]) <= 8, (step, name, line, height)


@any_width
def test_side_by_side_and_back_from_many_places(article: Page, width: str) -> None:
    for step in range(6):
        scroll_to(article, step / 8)
        line = article.evaluate(FIRST_LINE.replace("HEIGHT", HEIGHT))
        turn(article, "對照")
        height = article.evaluate(HEIGHT, line)
        assert 0 < height < 800, (step, line, height)
        turn(article, "繁體")
        assert abs(article.evaluate(HEIGHT, line) - line["height"]) <= 8


def test_reading_on_and_then_switching_back_keeps_the_new_place(article: Page) -> None:
    scroll_to(article, 0.2)
    turn(article, "简体")
    scroll_to(article, 0.6)
    line = article.evaluate(FIRST_LINE.replace("HEIGHT", HEIGHT))
    turn(article, "繁體")
    assert abs(article.evaluate(HEIGHT, line) - line["height"]) <= 8


@any_width
def test_a_title_that_slides_in_takes_no_click_of_it(article: Page, width: str) -> None:
    """Held a millisecond after it set out, where it is furthest to the side and can be hit."""
    scroll_to(article, 0.5)
    wait_until(article, "() => document.querySelector('.md-header__title--active')")
    hit = article.evaluate(
        """() => {
          const title = document.querySelector(".md-header__title");
          const slide = () => title.getAnimations({ subtree: true }).filter((moved) => {
            moved.pause();
            moved.currentTime = 1;
            return moved.transitionProperty === "translate";
          });
          title.classList.remove("md-header__title--active");
          slide().forEach((moved) => moved.finish());
          title.classList.add("md-header__title--active");
          return { slides: slide().length, links: [...document.querySelectorAll(".switch a")].map((link) => {
            const { left, top, width, height } = link.getBoundingClientRect();
            return [1, width / 2, width - 1].map((x) =>
              link.contains(document.elementFromPoint(left + x, top + height / 2)));
          }) };
        }"""
    )
    assert hit["slides"] == 2
    assert hit["links"]
    assert all(map(all, hit["links"]))


@window(java_script_enabled=False)
def test_without_scripts_it_is_a_link(article: Page) -> None:
    here = article.url
    switch(article, "简体").click()
    expect(article.locator("html")).to_have_attribute("lang", "zh-Hans")
    switch(article, "对照").click()
    switch(article, "繁體").click()
    assert article.url == here


def test_it_works_from_the_keyboard(article: Page) -> None:
    switch(article, "简体").focus()
    article.keyboard.press("Enter")
    expect(article.locator("html")).to_have_attribute("lang", "zh-Hans")


@pytest.mark.parametrize("question", ["?q=tower", "?h=tower"])
def test_question_and_fragment_go_along(article: Page, question: str) -> None:
    article.goto(urljoin(article.url, f"{question}#note-3"))
    turn(article, "简体")
    assert article.url.endswith(f"/{question}#note-3")
    expect(article.locator("#note-3")).to_be_in_viewport()
    assert article.evaluate("document.querySelector(':target').id") == "note-3"


def test_a_search_that_was_closed_does_not_come_along(article: Page) -> None:
    article.goto(urljoin(article.url, "?q=tower"))
    expect(article.get_by_role("dialog")).to_be_visible()
    article.keyboard.press("Escape")
    turn(article, "简体")
    assert urlsplit(article.url).query == ""


def test_a_link_opened_elsewhere_has_the_fragment_too(article: Page) -> None:
    article.goto(urljoin(article.url, "#note-2"))
    with article.context.expect_page() as opened:
        switch(article, "简体").click(modifiers=["ControlOrMeta"])
    assert opened.value.url.endswith("#note-2")
    assert switch(article, "繁體").get_attribute("aria-current") == "page"


@window(viewport={"width": 900, "height": 800})
def test_an_open_note_stays_open(article: Page) -> None:
    calls = article.locator("[role=doc-noteref]")
    call = calls.nth(calls.count() // 2)
    call.focus()
    expect(article.locator(".note-preview")).to_be_visible()
    number = call.inner_text()
    turn(article, "简体")
    note = article.locator(f"#note-{number} p").first.evaluate("note => note.firstChild.textContent").strip()
    expect(article.locator(".note-preview")).to_contain_text(note)


def test_open_lists_stay_open(article: Page) -> None:
    article.goto(urljoin(article.url, "about/"))
    article.locator("summary").first.click()
    turn(article, "简体")
    assert article.locator("details").first.get_attribute("open") is not None


def test_going_back_is_left_to_the_browser(article: Page) -> None:
    scroll_to(article, 0.3)
    turn(article, "简体")
    scroll_to(article, 0.8)
    article.go_back()
    wait_until(article, "() => scrollY > 0")
    part = article.evaluate("scrollY / (document.body.scrollHeight - innerHeight)")
    assert part == pytest.approx(0.3, abs=0.02)


@window(viewport={"width": 320, "height": 640})
def test_the_links_are_large_enough_on_a_small_screen(article: Page, address: str) -> None:
    for page in (article.url, address, f"{address}en/"):
        article.goto(page)
        assert article.evaluate(FITS)
        links = article.locator(".switch a").all()
        assert len(links) == 3
        for link in links:
            box = link.bounding_box()
            assert box is not None
            assert min(box["width"], box["height"]) >= 24
            assert box["x"] + box["width"] <= 320
            link.click(trial=True)  # nothing lies over it


def test_links_say_their_language(article: Page) -> None:
    for name, tag in (("繁體", "zh-Hant"), ("简体", "zh-Hans")):
        expect(switch(article, name)).to_have_attribute("lang", tag)
        expect(switch(article, name)).to_have_attribute("hreflang", tag)
