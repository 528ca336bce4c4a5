"""For every reader: what axe finds (nothing), narrow windows, the keyboard, and what a system asks for."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

window = pytest.mark.browser_options

# axe's rules for WCAG 2.2 AA, and those for good practice. To list what passes would take as long again.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": RULES, "resultTypes": ["violations"]}
# The schemes of colours, by the names that the theme has for them.
COLOURS = {"light": "default", "sepia": "sepia", "dark": "slate"}
LISTS = ("", "works/", "terms/", "timeline/", "about/", "conversions/")

every_colour = pytest.mark.parametrize("colours", COLOURS)
every_width = pytest.mark.parametrize(
    "width",
    [
        pytest.param(1280, marks=window(viewport={"width": 1280, "height": 800})),
        pytest.param(390, marks=window(viewport={"width": 390, "height": 800}, has_touch=True)),
    ],
)


def findings(page: Page) -> list[str]:
    """What axe finds: the rule, and the elements that break it."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [f"{page.url} {each['id']}: {[node['target'] for node in each['nodes']]}" for each in found]


def pages_of(slug: str) -> list[str]:
    """Every type of page, in each of its languages."""
    both = [f"{script}/{slug}/{page}" for script in ("zh-hant", "zh-hans") for page in LISTS]
    english = [f"en/{slug}/{page}" for page in ("", "works/", "terms/", "timeline/")]
    headings = [f"{folder}/all-headings/" for folder in ("zh-hant", "en")]
    return ["", "zh-hans/", "en/", "404.html", *both, *english, f"zh-hant/{slug}/parallel/", *headings]


@pytest.fixture
def slug(article: Page) -> str:
    return article.url.rstrip("/").rpartition("/")[2]


def colour(page: Page, colours: str) -> None:
    """Choose colours as the panel of the settings does."""
    scheme = COLOURS[colours]
    page.evaluate("palette => localStorage.setItem('duidu.settings', JSON.stringify({ palette }))", scheme)
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)


@every_colour
@every_width
def test_axe_finds_nothing_on_any_page(
    article: Page, address: str, slug: str, colours: str, width: int
) -> None:
    colour(article, colours)
    for path in pages_of(slug):
        article.goto(f"{address}{path}")
        assert findings(article) == []


def settings(page: Page) -> None:
    page.locator(".settings-open").click()
    expect(page.locator("form.settings")).to_be_visible()


def search(page: Page) -> None:
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("特殊關係")
    expect(page.locator(".search-results a").first).to_be_visible()


def dead_end(page: Page) -> None:
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("三環外交理論")
    expect(page.locator(".search-instead a").first).to_be_visible()


def hits(page: Page) -> None:
    search(page)
    page.locator(".search-results a").nth(3).click()
    expect(page.locator(".hits")).to_be_visible()


def citing(page: Page) -> None:
    page.locator("details.cite > summary").click()
    expect(page.locator(".cite .copy").first).to_be_visible()


def vertical(page: Page) -> None:
    page.evaluate("localStorage.setItem('duidu.settings', JSON.stringify({ writing: 'vertical' }))")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-writing", "vertical")


def entry(page: Page) -> None:
    link = page.locator(".md-content__inner > p a.term").nth(2)
    if page.evaluate("matchMedia('(hover: none)').matches"):
        link.tap()
    else:
        link.hover()
    expect(page.locator(".note-preview, .note-sheet")).to_be_visible()


def originals(page: Page) -> None:
    page.goto(page.url.replace("zh-hant", "zh-hans"))
    page.get_by_role("checkbox", name="显示原字").check()


@window(reduced_motion="reduce")  # what fades is too pale meanwhile
@every_colour
@every_width
@pytest.mark.parametrize("opened", [settings, search, dead_end, hits, citing, vertical, originals, entry])
def test_axe_finds_nothing_when_something_is_open(
    article: Page, opened: Callable[[Page], None], colours: str, width: int
) -> None:
    colour(article, colours)
    opened(article)
    assert findings(article) == []


@window(viewport={"width": 900, "height": 800})
def test_axe_finds_nothing_in_the_preview_of_a_note(article: Page) -> None:
    article.locator(".footnote-ref").nth(2).hover()
    expect(article.locator(".note-preview")).to_be_visible()
    assert findings(article) == []


@window(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
def test_axe_finds_nothing_in_the_sheet_of_a_note(article: Page) -> None:
    article.locator(".footnote-ref").nth(2).tap()
    expect(article.locator("dialog.note-sheet")).to_be_visible()
    assert findings(article) == []


@window(viewport={"width": 320, "height": 640})
def test_nothing_scrolls_sideways_at_320_pixels(article: Page, address: str, slug: str) -> None:
    """So much is left of 1280 at 400 %."""
    for path in pages_of(slug):
        article.goto(f"{address}{path}")
        widths = article.evaluate("() => [document.documentElement.scrollWidth, innerWidth]")
        assert widths[0] <= widths[1], path


# The element with the focus: its name, and whether anything about it, or what it labels, shows the focus.
FOCUSED = """() => {
  const here = document.activeElement;
  const around = [here, here.nextElementSibling, here.parentElement].filter(Boolean);
  const styles = ["", "::before"].flatMap((part) => around.map((element) => getComputedStyle(element, part)));
  const shown = styles.some(
    ({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) > 0
  );
  return [`${here.localName}.${here.className} ${here.textContent.trim().slice(0, 20)}`, shown];
}"""


@every_width
def test_every_stop_of_the_keyboard_shows_the_focus(article: Page, width: int) -> None:
    stops = []
    for _ in range(40):
        article.keyboard.press("Tab")
        stops.append(article.evaluate(FOCUSED))
    assert len({name for name, _ in stops}) > 20
    assert [name for name, shown in stops if not shown] == []


@window(reduced_motion="reduce")
def test_nothing_moves_for_those_who_do_not_want_it(article: Page) -> None:
    article.locator(".footnote-ref").nth(2).click()
    moving = article.evaluate(
        "() => document.getAnimations().filter(({ playState }) => playState === 'running').length"
    )
    assert moving == 0


@window(forced_colors="active")
def test_in_forced_colours_the_current_choices_can_be_told(article: Page) -> None:
    settings(article)
    ground = "choice => getComputedStyle(choice).backgroundColor"
    chosen = article.locator(".settings-leading :checked + span").evaluate(ground)
    other = article.locator(".settings-leading input:not(:checked) + span").first.evaluate(ground)
    assert chosen != other


def test_the_page_has_the_landmarks_and_headings_that_one_goes_by(article: Page) -> None:
    for role in ("banner", "main"):
        expect(article.get_by_role(role)).to_have_count(1)
    expect(article.get_by_role("navigation", name="目錄")).to_be_visible()
    levels = article.locator(":is(h1, h2, h3, h4):visible").evaluate_all(
        "all => all.map(({ localName }) => Number(localName[1]))"
    )
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
