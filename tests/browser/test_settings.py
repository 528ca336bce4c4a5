"""The reader's settings: chosen in a panel, seen at once, remembered, there before the first paint."""

from __future__ import annotations

import re
from itertools import pairwise
from urllib.parse import urljoin

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from browser.conftest import FITS
from browser.test_switch import FIRST_LINE, HEIGHT
from browser.waiting import wait_until

window = pytest.mark.browser_options
PHONE = {"width": 320, "height": 640}
PARAGRAPH = "#par-4"
# What is loaded before the page shows, and not as modules.
EARLY = re.compile("/(early|theme)\\.js")
MARK = "#par-4 .page-break, #par-5 .page-break, #par-6 .page-break"
NAMES = {"zh-hant": "閱讀設定", "zh-hans": "阅读设置", "en": "Reading settings"}

# Each setting: its group, a choice, where it shows and what of it, in which style it is then.
CHANGES = [
    ("字級", "特大", PARAGRAPH, "fontSize"),
    ("字級", "特小", PARAGRAPH, "fontSize"),
    ("字級", "特大", "[role=doc-endnotes] li", "fontSize"),
    ("行距", "寬鬆", PARAGRAPH, "lineHeight"),
    ("行距", "緊密", PARAGRAPH, "lineHeight"),
    ("字體", "黑體", PARAGRAPH, "fontFamily"),
    ("配色", "米黃", "body", "backgroundColor"),
    ("配色", "深色", "body", "backgroundColor"),
    ("排版方向", "直排", PARAGRAPH, "writingMode"),
]

# How the page is at the first frame that is painted, before any module has run.
FIRST_FRAME = """() => requestAnimationFrame(() => {
  const { dataset } = document.documentElement;
  window.first = { ...dataset, colours: document.body?.dataset.mdColorScheme };
})"""

# Texts with too little contrast: against what is behind them, by WCAG's formula.
TOO_PALE = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const paint = (colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
      const light = part / 255;
      return light <= 0.04045 ? light / 12.92 : ((light + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const around = (element) => (element ? [...around(element.parentElement), element] : []);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Set();
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility({ opacityProperty: true })) continue;
    const behind = around(element).map((box) => getComputedStyle(box).backgroundColor);
    const [a, b] = [paint(behind), paint([...behind, getComputedStyle(element).color])].sort((a, b) => b - a);
    if ((a + 0.05) / (b + 0.05) < 4.5) found.add(`${element.className}: ${walker.currentNode.data}`);
  }
  return [...found];
}"""


def panel(page: Page) -> Locator:
    return page.get_by_role("form", name=NAMES["zh-hant"])


def open_panel(page: Page) -> Locator:
    page.get_by_role("button", name=NAMES["zh-hant"]).click()
    expect(panel(page)).to_be_visible()
    return panel(page)


def choice(page: Page, group: str, name: str) -> Locator:
    return (
        panel(page).get_by_role("group", name=group, exact=True).get_by_role("radio", name=name, exact=True)
    )


def style(page: Page, place: str, name: str) -> str:
    return str(page.locator(place).first.evaluate("(place, name) => getComputedStyle(place)[name]", name))


@pytest.mark.parametrize(("group", "name", "place", "what"), CHANGES)
def test_a_setting_shows_at_once_is_remembered_and_is_reset_in_one_click(
    article: Page, group: str, name: str, place: str, what: str
) -> None:
    before = style(article, place, what)
    open_panel(article)
    choice(article, group, name).check()
    after = style(article, place, what)
    assert after != before
    article.reload()
    assert style(article, place, what) == after
    open_panel(article)
    expect(choice(article, group, name)).to_be_checked()
    article.get_by_role("button", name="恢復預設").click()
    expect(choice(article, group, name)).not_to_be_checked()
    assert style(article, place, what) == before
    article.reload()
    assert style(article, place, what) == before


def test_page_numbers_can_be_hidden_and_are_still_places_to_link_to(article: Page) -> None:
    open_panel(article)
    choice(article, "頁碼", "隱藏").check()
    mark = article.locator("[id][role~=doc-pagebreak]").nth(3)
    assert mark.evaluate("mark => getComputedStyle(mark, '::before').display") == "none"
    article.goto(urljoin(article.url, f"#{mark.get_attribute('id')}"))
    expect(mark.locator("xpath=..")).to_be_in_viewport()


def test_larger_text_is_larger_everywhere(article: Page) -> None:
    sizes = []
    open_panel(article)
    for name in ("特小", "小", "中", "大", "特大"):
        choice(article, "字級", name).check()
        sizes.append(
            [float(style(article, place, "fontSize")[:-2]) for place in ("h1", PARAGRAPH, ".footnote li")]
        )
    for grown in zip(*sizes, strict=True):
        assert all(low < high for low, high in pairwise(grown))


@pytest.mark.parametrize(
    ("group", "name"), [("字級", "特大"), ("行距", "緊密"), ("字體", "黑體"), ("頁碼", "隱藏")]
)
def test_the_reader_stays_at_the_same_line(article: Page, group: str, name: str) -> None:
    article.evaluate("scrollTo({ top: 0.4 * document.body.scrollHeight, behavior: 'instant' })")
    line = article.evaluate(FIRST_LINE.replace("HEIGHT", HEIGHT))
    open_panel(article)
    choice(article, group, name).check()
    assert article.evaluate(HEIGHT, line) == pytest.approx(line["height"], abs=12)


# --- no flash


def test_the_settings_are_there_at_the_first_frame(article: Page) -> None:
    open_panel(article)
    for group, name in (("字級", "大"), ("配色", "米黃"), ("排版方向", "直排")):
        choice(article, group, name).check()
    article.add_init_script(f"({FIRST_FRAME})()")
    article.route(
        "**/*.js", lambda route: route.continue_() if EARLY.search(route.request.url) else route.abort()
    )
    article.reload()
    wait_until(article, "() => window.first?.colours")
    first = article.evaluate("first")
    assert (first["size"], first["writing"], first["colours"]) == ("4", "vertical", "sepia")


def test_the_early_script_runs_before_the_body_is_read(article: Page) -> None:
    script = article.locator("head script[src*='early.js']")
    assert script.evaluate("({ async, defer, type }) => [async, defer, type]") == [False, False, ""]


@window(color_scheme="dark")
def test_a_first_visit_in_the_dark_is_dark_at_once(article: Page) -> None:
    article.route(
        "**/*.js", lambda route: route.continue_() if EARLY.search(route.request.url) else route.abort()
    )
    article.evaluate("localStorage.clear()")
    article.reload()
    expect(article.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


# --- on all pages, for all readers


def test_settings_hold_on_all_pages_and_vertical_writing_on_those_for_reading(
    article: Page, address: str
) -> None:
    open_panel(article)
    choice(article, "字級", "大").check()
    choice(article, "排版方向", "直排").check()
    size = style(article, PARAGRAPH, "fontSize")
    here = article.url
    for path in (f"{address}zh-hans/", f"{address}en/", urljoin(here, "works/"), urljoin(here, "parallel/")):
        article.goto(path)
        assert style(article, ".md-content__inner", "fontSize") == size
        assert style(article, ".md-content__inner", "writingMode") == "horizontal-tb"
    article.goto(here.replace("zh-hant", "zh-hans"))
    assert style(article, PARAGRAPH, "writingMode") == "vertical-rl"


@pytest.mark.parametrize("folder", NAMES)
def test_the_panel_speaks_the_language_of_the_page(article: Page, address: str, folder: str) -> None:
    article.goto(article.url.replace("zh-hant", folder))
    article.get_by_role("button", name=NAMES[folder]).click()
    expect(article.get_by_role("form", name=NAMES[folder])).to_be_visible()
    groups = article.locator("form.settings fieldset:visible")
    expect(groups).to_have_count(4 if folder == "en" else 6)


def test_it_works_from_the_keyboard(article: Page) -> None:
    button = article.get_by_role("button", name=NAMES["zh-hant"])
    button.focus()
    article.keyboard.press("Enter")
    expect(panel(article)).to_be_visible()
    article.keyboard.press("Tab")
    expect(choice(article, "字級", "中")).to_be_focused()
    article.keyboard.press("ArrowRight")
    expect(choice(article, "字級", "大")).to_be_checked()
    outline = article.locator(".settings :focus-visible + span").evaluate(
        "shown => getComputedStyle(shown).outlineStyle"
    )
    assert outline == "solid"
    article.keyboard.press("Escape")
    expect(panel(article)).to_be_hidden()
    expect(button).to_be_focused()


@window(viewport=PHONE, has_touch=True)
def test_the_panel_fits_a_small_screen_and_fingers(article: Page) -> None:
    article.get_by_role("button", name=NAMES["zh-hant"]).tap()
    expect(panel(article)).to_be_in_viewport(ratio=1)
    for target in panel(article).locator("label:visible, button").all():
        box = target.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
    panel(article).get_by_role("button", name="關閉").tap()
    expect(panel(article)).to_be_hidden()
    assert article.evaluate(FITS)


@window(java_script_enabled=False)
def test_without_scripts_there_is_no_button(article: Page) -> None:
    expect(article.locator(".settings-open")).to_be_hidden()


def test_the_panel_is_loaded_when_it_is_asked_for(context: BrowserContext, article: Page) -> None:
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    article.reload()
    article.wait_for_load_state("networkidle")
    assert [url for url in asked if "settings/" in url or "settings.css" in url or "vertical.js" in url] == []
    open_panel(article)
    assert [url for url in asked if "settings/panel.js" in url]


@pytest.mark.parametrize("colours", ["淺色", "米黃", "深色"])
def test_all_text_stands_out_from_its_ground(article: Page, colours: str) -> None:
    open_panel(article)
    choice(article, "配色", colours).check()
    assert article.evaluate(TOO_PALE) == []
