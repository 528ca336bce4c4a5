"""Where am I: how far, in which section, the ways to its neighbours, and where one stopped last time."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import FITS
from browser.waiting import wait_until

window = pytest.mark.browser_options
NARROW = {"width": 390, "height": 844}
any_width = pytest.mark.parametrize("width", ["desk", pytest.param("phone", marks=window(viewport=NARROW))])
scripts = pytest.mark.parametrize("script", ["繁體", "简体"])

PROGRESS = """() => {
  const line = document.querySelector(".reading-progress");
  return line?.checkVisibility() ? new DOMMatrix(getComputedStyle(line).transform).a : null;
}"""
# Scroll until what is `part` of the way from the top of the article to its notes is at the end of the window.
READ = """part => {
  const start = document.querySelector(".md-content__inner").getBoundingClientRect().top + scrollY;
  const end = document.querySelector(".footnote").getBoundingClientRect().top + scrollY - innerHeight;
  scrollTo({ top: 1, behavior: "instant" }); // a step, even if it leads back
  scrollTo({ top: start + part * (end - start), behavior: "instant" });
}"""


def turn(page: Page, script: str) -> None:
    """Have the page in `script`."""
    link = page.locator(".switch").get_by_role("link", name=script, exact=True)
    link.click()
    expect(link).to_have_attribute("aria-current", "page")
    page.wait_for_load_state("load")


def read(page: Page, part: float) -> None:
    """Scroll, and wait for what the first step has the page load."""
    page.evaluate(READ, part)
    expect(page.locator(".reading-progress")).to_be_attached()
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


@any_width
@scripts
def test_the_line_tells_how_much_of_the_text_is_read(article: Page, width: str, script: str) -> None:
    turn(article, script)
    for part in (0, 0.25, 0.75, 1):
        read(article, part)
        assert article.evaluate(PROGRESS) == pytest.approx(part, abs=0.005)
    article.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
    assert article.evaluate(PROGRESS) == pytest.approx(1, abs=0.001)  # notes and what follows do not count


@window(reduced_motion="reduce")
def test_who_wants_no_motion_has_no_line(article: Page) -> None:
    read(article, 0.5)
    expect(article.locator(".reading-progress")).to_be_attached()
    assert article.evaluate(PROGRESS) is None


def test_lists_have_no_line(article: Page) -> None:
    article.goto(urljoin(article.url, "terms/"))
    assert article.evaluate(PROGRESS) is None


def expect_current(entries: Locator, section: Locator) -> None:
    """The table of contents marks `section`, and no other, for the eye and for those who listen."""
    current = entries.and_(entries.page.locator("[aria-current=location]"))
    expect(current).to_have_count(1)
    expect(current).to_have_attribute("href", f"#{section.get_attribute('id')}")
    weights = {entry.evaluate("entry => getComputedStyle(entry).fontWeight") for entry in entries.all()}
    assert len(weights) == 2
    assert current.evaluate("entry => getComputedStyle(entry).fontWeight") == max(weights)


@scripts
def test_the_contents_mark_the_current_section(article: Page, script: str) -> None:
    turn(article, script)
    sections = article.locator(".md-content__inner > [id^=sec-]")
    for section in (sections.nth(1), sections.last, sections.first):
        section.evaluate("section => section.scrollIntoView({ behavior: 'instant' })")
        expect_current(article.locator(".md-sidebar--secondary .md-nav__link[href]"), section)


@window(viewport=NARROW)
@scripts
def test_in_the_drawer_too(article: Page, script: str) -> None:
    turn(article, script)
    section = article.locator(".md-content__inner > [id^=sec-]").nth(2)
    section.evaluate("section => section.scrollIntoView({ behavior: 'instant' })")
    article.locator("label.md-header__button[for=__drawer]").click()
    article.locator("label.md-nav__link[for=__toc]").click()
    entries = article.locator(".md-sidebar--primary .md-nav--secondary .md-nav__link[href]")
    expect_current(entries, section)
    expect(entries.and_(article.locator("[aria-current]"))).to_be_in_viewport()


@any_width
@scripts
def test_ways_lead_along_the_sections_and_back(article: Page, width: str, script: str) -> None:
    turn(article, script)
    names = {"繁體": ("上一節：", "下一節："), "简体": ("上一节：", "下一节：")}[script]
    headings = article.locator(".md-content__inner > [id^=sec-]").all()
    titles = [heading.evaluate("heading => heading.textContent") for heading in headings]
    for here, there, title in zip(headings, headings[1:], titles[1:], strict=False):
        way = here.locator("+ .section-ways").get_by_role("link", name=f"{names[1]}{title}", exact=True)
        way.click()
        expect(there).to_be_in_viewport()
        assert article.evaluate("document.querySelector(':target').id") == there.get_attribute("id")
    back = headings[-1].locator("+ .section-ways").get_by_role("link")
    expect(back).to_have_count(1)
    expect(back).to_have_accessible_name(f"{names[0]}{titles[-2]}")
    back.click()
    expect(headings[-2]).to_be_in_viewport()


@window(java_script_enabled=False)
def test_ways_need_no_scripts(article: Page) -> None:
    article.locator(".section-ways .next").first.click()
    expect(article.locator("[id^=sec-]").nth(1)).to_be_in_viewport()


@window(viewport={"width": 320, "height": 640})
def test_ways_are_large_enough_and_beside_their_headings(article: Page) -> None:
    for way in article.locator(".section-ways > a").all():
        box = way.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
        assert box["x"] + box["width"] <= 320
        way.click(trial=True)
        heading = way.locator("xpath=../preceding-sibling::*[1]")
        right = heading.evaluate(
            """heading => {
              const words = document.createRange();
              words.selectNodeContents(heading);
              words.setEndBefore(heading.querySelector(".permalink"));
              return Math.max(...[...words.getClientRects()].map((line) => line.right));
            }"""
        )
        assert right <= box["x"] + 1


def test_ways_are_no_text(article: Page) -> None:
    words = article.evaluate(
        """() => {
          getSelection().selectAllChildren(document.querySelector(".md-content__inner"));
          return getSelection().toString();
        }"""
    )
    assert "下一節" not in words
    assert all(text == "" for text in article.locator(".section-ways").all_inner_texts())


# Coming back


def leave_and_come_back(page: Page, address: str = "") -> Locator:
    """Leave for the home page, come back by a link, and give the offer."""
    here = page.url.partition("#")[0]
    page.goto(urljoin(here, "../../"))
    page.goto(address or here)
    page.wait_for_load_state("networkidle")  # the offer comes after all else
    return page.get_by_role("complementary", name="接續上次閱讀").or_(
        page.get_by_role("complementary", name="继续上次阅读")
    )


FIRST_LINE = """() => {
  const top = document.querySelector(".md-header").getBoundingClientRect().bottom;
  const { left } = document.querySelector("#title").getBoundingClientRect();
  const { startContainer: node, startOffset } = document.caretRangeFromPoint(left + 44, top + 40);
  return [node.parentElement.closest("[id]").id, startOffset];
}"""


@any_width
@scripts
def test_coming_back_one_is_offered_to_go_on(article: Page, width: str, script: str) -> None:
    turn(article, script)
    read(article, 0.6)
    line = article.evaluate(FIRST_LINE)
    bar = leave_and_come_back(article)
    assert article.evaluate("scrollY") == 0  # nobody is led away
    bar.get_by_role("link").click()
    expect(bar).to_have_count(0)
    expect(article.locator(f"#{line[0]}")).to_be_in_viewport()
    assert article.evaluate(FIRST_LINE) == line


def test_the_offer_names_section_and_page(article: Page) -> None:
    section, mark = article.locator("#sec-4"), article.locator("#sec-4 ~ p .page-break").first
    mark.evaluate("mark => mark.parentElement.scrollIntoView({ behavior: 'instant' })")
    article.evaluate("scrollBy({ top: 300, behavior: 'instant' })")
    expect(article.locator(".reading-progress")).to_be_attached()  # and with it what remembers the place
    title, page = section.evaluate("section => section.textContent"), mark.get_attribute("data-page")
    link = leave_and_come_back(article).get_by_role("link")
    expect(link).to_have_text(f"上次讀到「{title.replace('「', '『').replace('」', '』')}」，頁 {page}")


def test_the_place_holds_in_the_other_script(article: Page) -> None:
    read(article, 0.6)
    place, _ = article.evaluate(FIRST_LINE)
    bar = leave_and_come_back(article, article.url.replace("zh-hant", "zh-hans"))
    expect(bar.get_by_role("link")).to_contain_text("上次读到“")
    bar.get_by_role("link").click()
    expect(article.locator(f"#{place}")).to_be_in_viewport()


@pytest.mark.parametrize("part", [0, 1, 1.5])
def test_at_the_beginning_and_at_the_end_there_is_nothing_to_go_on_with(article: Page, part: float) -> None:
    read(article, part)
    expect(leave_and_come_back(article)).to_have_count(0)


def test_who_has_finished_is_offered_nothing_any_more(article: Page) -> None:
    read(article, 0.5)
    leave_and_come_back(article).get_by_role("link").click()
    read(article, 1)
    expect(leave_and_come_back(article)).to_have_count(0)


def test_an_offer_declined_is_not_made_again(article: Page) -> None:
    read(article, 0.5)
    bar = leave_and_come_back(article)
    bar.get_by_role("button", name="不用了").click()
    expect(bar).to_have_count(0)
    expect(leave_and_come_back(article)).to_have_count(0)


def test_a_link_to_a_place_is_no_coming_back(article: Page) -> None:
    read(article, 0.5)
    expect(leave_and_come_back(article, urljoin(article.url, "#par-2"))).to_have_count(0)
    expect(leave_and_come_back(article)).to_have_count(1)  # and what was only looked up is no place to go on


def test_reloading_and_going_back_are_left_to_the_browser(article: Page) -> None:
    read(article, 0.5)
    place = article.evaluate("scrollY")
    article.reload()
    wait_until(article, "() => scrollY > 0")
    article.goto(urljoin(article.url, "../../"))
    article.go_back()
    wait_until(article, "() => scrollY > 0")
    assert article.evaluate("scrollY") == pytest.approx(place, abs=4)
    expect(article.locator(".resume")).to_have_count(0)


def test_who_begins_again_is_left_alone(article: Page) -> None:
    read(article, 0.5)
    bar = leave_and_come_back(article)
    article.locator("#abstract").scroll_into_view_if_needed()
    expect(bar).to_be_visible()
    read(article, 0.2)
    expect(bar).to_have_count(0)


@window(viewport={"width": 320, "height": 640})
def test_the_offer_fits_a_small_screen(article: Page) -> None:
    read(article, 0.5)
    bar = leave_and_come_back(article)
    expect(bar).to_be_visible()
    assert article.evaluate(FITS)
    for part in bar.locator("a, button").all():
        box = part.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24


def test_the_length_is_told_below_the_title(article: Page) -> None:
    expect(article.locator(".reading-time")).to_contain_text("字，閱讀約需")
    article.goto(urljoin(article.url, "../../"))
    expect(article.locator(".entry-length").first).to_contain_text("字，閱讀約需")
