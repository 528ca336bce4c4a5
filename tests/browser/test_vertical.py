"""Vertical writing: columns from right to left, and all that works in lines works in them."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.selecting import copied, select
from browser.test_settings import choice, open_panel
from browser.waiting import wait_until

window = pytest.mark.browser_options
NARROW = {"width": 390, "height": 844}
any_width = pytest.mark.parametrize("width", ["desk", pytest.param("phone", marks=window(viewport=NARROW))])

# How far the text has moved; and from the right of its box, where a character stands.
MOVED = "() => -Math.round(document.querySelector('.md-content__inner').scrollLeft)"
DISTANCE = """({ block, at }) => {
  const edge = document.querySelector(".md-content__inner").getBoundingClientRect().right;
  const walker = document.createTreeWalker(document.getElementById(block), NodeFilter.SHOW_TEXT);
  for (; walker.nextNode(); at -= walker.currentNode.length) if (at < walker.currentNode.length) break;
  const range = document.createRange();
  range.setStart(walker.currentNode, at);
  range.setEnd(walker.currentNode, at + 1);
  return edge - range.getBoundingClientRect().right;
}"""
HIT = """() => {
  const { left, right, top, bottom } = [...CSS.highlights.get("hit-current")][0].getBoundingClientRect();
  const box = document.querySelector(".md-content__inner").getBoundingClientRect();
  const bar = document.querySelector(".hits").getBoundingClientRect();
  return left >= box.left && right <= box.right && top >= box.top && bottom <= bar.top;
}"""


@pytest.fixture
def columns(article: Page) -> Page:
    """The reading page, after a reader has chosen vertical writing."""
    open_panel(article)
    choice(article, "排版方向", "直排").check()
    article.keyboard.press("Escape")
    return article


def expect_in_sight(place: Locator) -> None:
    """Wholly between the sides of the window, and below the header."""
    expect(place).to_be_in_viewport()
    box, width = place.bounding_box(), place.evaluate("() => innerWidth")
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] >= 48


def move_to(page: Page, place: str) -> None:
    page.locator(place).first.evaluate("place => place.scrollIntoView({ behavior: 'instant' })")


@any_width
def test_columns_run_from_right_to_left_in_a_box_as_high_as_the_window(columns: Page, width: str) -> None:
    boxes = [columns.locator(f"#par-{number}").bounding_box() for number in (1, 2, 3)]
    rights = [box["x"] + box["width"] for box in boxes if box]
    assert rights == sorted(rights, reverse=True)
    column = columns.locator(".md-content__inner").bounding_box()
    height = columns.evaluate("innerHeight")
    assert column is not None
    assert height - 120 <= column["y"] + column["height"] <= height
    assert columns.evaluate("document.documentElement.scrollWidth") == columns.evaluate("innerWidth")
    assert columns.evaluate("document.documentElement.scrollHeight") == height


@any_width
def test_the_wheel_leads_leftwards(columns: Page, width: str) -> None:
    move_to(columns, "#par-2")
    before = columns.evaluate(MOVED)
    columns.mouse.move(200, 400)
    columns.mouse.wheel(0, 300)
    wait_until(columns, f"() => ({MOVED})() === {before + 300}")
    columns.mouse.wheel(0, -300)
    wait_until(columns, f"() => ({MOVED})() === {before}")


@window(viewport=NARROW, has_touch=True, is_mobile=True)
def test_a_finger_moves_the_columns(columns: Page) -> None:
    move_to(columns, "#par-2")
    before = columns.evaluate(MOVED)
    finger = columns.context.new_cdp_session(columns)
    touches = [("touchStart", 100), *(("touchMove", x) for x in range(120, 301, 20)), ("touchEnd", None)]
    for kind, x in touches:
        points = [{"x": x, "y": 400}] if x else []
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    wait_until(columns, f"() => ({MOVED})() > {before + 100}")


@any_width
@pytest.mark.parametrize(("onward", "back"), [("PageDown", "PageUp"), ("Space", "Shift+Space")])
def test_keys_turn_pages_on_which_no_column_is_missed(
    columns: Page, width: str, onward: str, back: str
) -> None:
    move_to(columns, "#par-2")
    columns.locator("#par-2").click()
    room = columns.evaluate("document.querySelector('.md-content__inner').clientWidth")
    before = columns.evaluate(MOVED)
    columns.keyboard.press(onward)
    moved = columns.evaluate(MOVED) - before
    assert 0.6 * room < moved < room
    columns.keyboard.press(back)
    assert columns.evaluate(MOVED) == pytest.approx(before, abs=70)


def test_arrows_lead_by_columns_and_home_and_end_to_the_ends(columns: Page) -> None:
    for onward, back in (("ArrowLeft", "ArrowRight"), ("ArrowDown", "ArrowUp")):
        columns.keyboard.press(onward)
        assert 20 < columns.evaluate(MOVED) < 150
        columns.keyboard.press(back)
        assert columns.evaluate(MOVED) < 20
    columns.keyboard.press("End")
    expect(columns.locator("#english")).to_be_in_viewport()
    columns.keyboard.press("Home")
    expect(columns.locator("#title")).to_be_in_viewport()


def test_keys_are_left_alone_where_one_types(columns: Page) -> None:
    before = columns.evaluate(MOVED)
    columns.get_by_role("combobox", name="頁").fill("90")
    columns.keyboard.press("Home")
    columns.keyboard.press("Space")
    assert columns.evaluate(MOVED) == before
    columns.keyboard.press("Enter")
    expect_in_sight(columns.locator("#p90"))


@any_width
def test_a_printed_page_is_a_place_to_link_to(columns: Page, width: str) -> None:
    for mark in columns.locator("[id][role~=doc-pagebreak]").all()[1:-1:4]:
        columns.goto(urljoin(columns.url, f"#{mark.get_attribute('id')}"))
        expect_in_sight(mark)


@any_width
def test_from_a_call_to_its_note_and_back(columns: Page, width: str) -> None:
    call = columns.locator("#noteref-7")
    move_to(columns, "#noteref-7")
    call.click()
    expect(columns.locator("#note-7")).to_be_focused()
    expect(columns.locator("#note-7")).to_be_in_viewport()
    columns.locator("#note-7 .footnote-backref").click()
    expect(call).to_be_focused()
    expect_in_sight(call)


def test_a_call_shows_its_note_and_no_note_is_in_the_margin(columns: Page) -> None:
    move_to(columns, "#noteref-7")
    columns.locator("#noteref-7").hover()
    expect(columns.locator(".note-preview")).to_be_in_viewport(ratio=1)
    assert columns.locator("#note-7").evaluate("note => getComputedStyle(note).position") == "static"
    mode = columns.locator(".note-preview").evaluate("preview => getComputedStyle(preview).writingMode")
    assert mode == "horizontal-tb"


@window(viewport=NARROW, has_touch=True, is_mobile=True)
def test_a_tap_opens_the_note_in_a_sheet(columns: Page) -> None:
    move_to(columns, "#noteref-7")
    columns.locator("#noteref-7").tap()
    expect(columns.get_by_role("dialog", name="註 7")).to_be_visible()


@any_width
def test_the_search_goes_to_a_hit_that_is_in_sight(columns: Page, width: str) -> None:
    columns.keyboard.press("/")
    columns.get_by_role("searchbox").fill("核武")
    columns.locator(".search-results a[href*='#par-']").last.click()
    wait_until(columns, "() => CSS.highlights.get('hit-current')?.size === 1")
    assert columns.evaluate(HIT)
    following = columns.get_by_role("button", name="下一處")
    for _ in range(8):
        following.click()
        assert columns.evaluate(HIT)


@any_width
def test_the_switch_leads_to_the_same_sentence(columns: Page, width: str) -> None:
    for place in (
        {"block": "par-12", "at": 120},
        {"block": "par-30", "at": 90},
        {"block": "par-50", "at": 10},
    ):
        move_to(columns, f"#{place['block']}")
        before = columns.evaluate(DISTANCE, place)
        for name in ("简体", "繁體"):
            columns.locator(".switch").get_by_role("link", name=name).click()
            expect(columns.locator(".switch").get_by_role("link", name=name)).to_have_attribute(
                "aria-current", "page"
            )
            # What leads there is loaded after the page.
            wait_until(columns, f"place => Math.abs(({DISTANCE})(place) - {before}) < 40", place)


def test_changing_the_direction_keeps_the_sentence(article: Page) -> None:
    article.locator("#par-30").evaluate("place => place.scrollIntoView({ behavior: 'instant' })")
    open_panel(article)
    choice(article, "排版方向", "直排").check()
    assert 0 <= article.evaluate(DISTANCE, {"block": "par-30", "at": 0}) < 150
    choice(article, "排版方向", "橫排").check()
    top = article.locator("#par-30").evaluate("place => place.getBoundingClientRect().top")
    assert 0 < top < 150


def test_reloading_and_coming_back_keep_the_place(columns: Page) -> None:
    move_to(columns, "#par-30")
    place = {"block": "par-30", "at": 0}
    before = columns.evaluate(DISTANCE, place)
    columns.reload()
    wait_until(columns, f"() => Math.abs(({DISTANCE})({{ block: 'par-30', at: 0 }}) - {before}) < 5")
    columns.goto(urljoin(columns.url, "works/"))
    columns.go_back()
    wait_until(columns, f"() => Math.abs(({DISTANCE})({{ block: 'par-30', at: 0 }}) - {before}) < 5")


def test_the_table_of_contents_shows_the_section_and_leads_to_it(columns: Page) -> None:
    link = columns.locator(".md-nav--secondary").get_by_role("link", name="伍、結語")
    link.click()
    expect(columns.locator(":target")).to_be_in_viewport()
    columns.keyboard.press("ArrowLeft")
    expect(link).to_have_class(re.compile("md-nav__link--active"))


def test_what_is_selected_can_be_quoted(columns: Page) -> None:
    move_to(columns, "#par-4")
    select(columns.locator("#par-4"), "英語民族的兄弟情誼")
    offer = columns.locator(".quote button").first
    expect(offer).to_be_in_viewport(ratio=1)
    offer.click(trial=True)
    assert offer.evaluate("offer => getComputedStyle(offer).writingMode") == "horizontal-tb"


def test_note_numbers_stand_upright(columns: Page) -> None:
    box = columns.locator("#noteref-12").bounding_box()
    assert box is not None
    assert box["width"] < 30
    combined = columns.locator("#noteref-12").evaluate("call => getComputedStyle(call).textCombineUpright")
    assert combined == "all"


def test_numbers_of_one_or_two_digits_stand_upright_and_longer_ones_are_turned(columns: Page) -> None:
    upright = columns.locator(".upright")
    numbers = upright.all_inner_texts()
    assert {len(number) for number in numbers} == {1, 2}
    assert all(number.isdecimal() for number in numbers)
    heights = upright.evaluate_all(
        """numbers => numbers.map((number) => {
          const size = parseFloat(getComputedStyle(number).fontSize);
          return number.getBoundingClientRect().height / size;
        })"""
    )
    assert heights == pytest.approx([1] * len(heights), abs=0.1)  # each is as one character
    assert columns.locator("[lang=en] .upright").count() == 0


def test_upright_numbers_change_no_word(columns: Page, address: str) -> None:
    words = "[...document.querySelectorAll('p[id^=par], .footnote li > p')].map((block) => block.textContent)"
    vertical = columns.evaluate(words)
    columns.evaluate("localStorage.clear()")
    columns.reload()
    assert columns.locator(".upright").count() == 0
    assert vertical == columns.evaluate(words)


HITS = """() => [...CSS.highlights.get("hit") ?? []].map((hit) => hit.toString())"""


def test_what_holds_an_upright_number_is_found_and_quoted(columns: Page) -> None:
    paragraph = columns.locator("p[id^=par]:has(.upright)").first
    number = paragraph.locator(".upright").first.inner_text()
    columns.goto(f"{columns.url}?q={number}#{paragraph.get_attribute('id')}")
    wait_until(columns, f"() => ({HITS})().includes('{number}')")
    before, after = paragraph.locator(".upright").first.evaluate(
        "number => [number.previousSibling.data.slice(-4), number.nextSibling.data.slice(0, 4)]"
    )
    select(paragraph, before + number + after)
    assert copied(columns, columns.locator(".quote button").first)[0] == f"「{before}{number}{after}」"


def test_the_marks_of_a_search_stay_when_the_numbers_are_set_upright(article: Page) -> None:
    article.goto(f"{article.url}?q=12#par-1")
    wait_until(article, f"() => ({HITS})().length > 0")
    hits = article.evaluate(HITS)
    open_panel(article)
    choice(article, "排版方向", "直排").check()
    assert article.locator(".upright").count() > 0
    assert article.evaluate(HITS) == hits


def test_paper_is_horizontal(columns: Page) -> None:
    columns.emulate_media(media="print")
    assert columns.locator("#par-4").evaluate("line => getComputedStyle(line).writingMode") == "horizontal-tb"


@any_width
def test_no_column_begins_or_ends_with_a_wrong_mark(columns: Page, width: str) -> None:
    ends = columns.evaluate(
        """() => [...document.querySelectorAll("p[id^=par]")].flatMap((block) => {
          const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
          const size = parseFloat(getComputedStyle(block).fontSize);
          let [bottom, last] = [Infinity, ""];
          const ends = [];
          while (walker.nextNode()) {
            for (let at = 0; at < walker.currentNode.length; at++) {
              const range = document.createRange();
              range.setStart(walker.currentNode, at);
              range.setEnd(walker.currentNode, at + 1);
              const box = [...range.getClientRects()].find(({ height }) => height > 0);
              const sign = walker.currentNode.data[at];
              if (!box || !sign.trim()) continue;
              if (box.top < bottom - size) ends.push([last, sign]);
              [bottom, last] = [box.bottom, sign];
            }
          }
          return ends;
        })"""
    )
    assert len(ends) > 100
    assert [
        (last, first)
        for last, first in ends
        if first in "」』）》〉。，、；：！？" or last in tuple("「『（《〈")
    ] == []
