"""An article with quotations, lists, a table, a figure, a bibliography and marks, as readers meet it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.printing import folded, printed
from browser.selecting import copied as copied_by
from browser.selecting import select
from browser.test_accessibility import colour, every_colour, every_width, findings, vertical
from browser.test_copying import copied
from browser.waiting import PATIENCE, wait_until
from building import build
from duidu.model import Text
from duidu.publish.article import article_files
from duidu.publish.pages.site_pages import site_pages
from duidu.publish.search.search_files import search_files
from rich import ORIGINAL, PICTURES, SIMPLER
from serving import serving

PHONE = {"width": 390, "height": 844}
window = pytest.mark.browser_options
any_width = pytest.mark.parametrize("width", ["desk", pytest.param("phone", marks=window(viewport=PHONE))])
every_page_with_figures = pytest.mark.parametrize("path", ["", "../../zh-hans/youchai/", "parallel/"])
BOTH = [ORIGINAL, SIMPLER]
PAGES = ("", "../../zh-hans/youchai/", "parallel/", "works/", "timeline/", "../../en/youchai/")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, engine: str) -> Path:
    """The folder of the site with this article."""
    files = article_files(BOTH, ()) | search_files(BOTH) | {"zh-hant/youchai/source.txt": b"text\n"}
    return build(engine, tmp_path_factory.mktemp("rich"), files, pages=site_pages(BOTH))


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where it is served."""
    with serving(site) as address:
        yield address


def in_sight(place: Locator) -> bool:
    """Whether `place` is wholly in the window, and in the box that it may be in."""
    seen: bool = place.evaluate(
        """place => {
          const { left, right, top, bottom } = place.getBoundingClientRect();
          const box = (place.closest(".table-scroll") ?? document.documentElement).getBoundingClientRect();
          return left >= box.left && right <= box.right && top >= 0 && bottom <= innerHeight;
        }"""
    )
    return seen


# -- what is wide


@window(viewport=PHONE)
def test_a_table_scrolls_in_its_own_box_and_by_the_keyboard(article: Page) -> None:
    box = article.get_by_role("group", name="表 1　四局往來鐘點")
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
    box.focus()
    article.keyboard.press("ArrowRight")
    wait_until(article, "() => document.querySelector('.table-scroll').scrollLeft > 0")
    assert article.evaluate("scrollX") == 0


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways(article: Page, path: str) -> None:
    article.goto(urljoin(article.url, path))
    for width in (320, 390, 820, 900, 1280, 1900):
        article.set_viewport_size({"width": width, "height": 800})
        assert article.evaluate("document.documentElement.scrollWidth") <= width


@every_width
@pytest.mark.parametrize("path", ["", "parallel/"])
def test_a_figure_fits_and_keeps_its_shape(article: Page, path: str, width: int) -> None:
    article.goto(urljoin(article.url, path))
    picture = article.locator("#figure-1 img")
    picture.scroll_into_view_if_needed()
    wait_until(article, "() => document.querySelector('#figure-1 img').naturalWidth === 1600")
    box, column = picture.bounding_box(), article.locator("#figure-1").bounding_box()
    assert box
    assert column
    assert column["x"] <= box["x"]
    assert box["x"] + box["width"] <= column["x"] + column["width"]
    assert box["width"] / box["height"] == pytest.approx(16 / 9, rel=0.02)


@every_page_with_figures
@window(java_script_enabled=False)
def test_a_picture_leads_to_its_file(article: Page, path: str) -> None:
    article.goto(urljoin(article.url, path))
    with article.expect_navigation() as navigation:
        article.locator("#figure-1 a:has(img)").click()
    assert navigation.value
    assert navigation.value.body() == PICTURES["route 1.png"]


def test_a_picture_leads_to_its_file_where_a_script_is_lost(article: Page) -> None:
    article.route("**/reader/figures.js", lambda route: route.abort())
    with article.expect_navigation(url="**/figures/route%201.png"):
        article.locator("#figure-1 img").click()


@window(java_script_enabled=False)
def test_room_is_kept_for_a_picture(article: Page) -> None:
    """The page does not move when it comes: it is as high without it."""
    figure = article.locator("#figure-1")
    with_picture = figure.bounding_box()
    article.route("**/figures/*", lambda route: None)  # it never comes
    article.goto(article.url, wait_until="commit")
    article.locator("#notes").wait_for()
    for _ in range(PATIENCE // 100):  # until the style sheets are there
        if figure.bounding_box() == pytest.approx(with_picture, abs=1):
            break
        article.wait_for_timeout(100)
    assert figure.bounding_box() == pytest.approx(with_picture, abs=1)


@every_page_with_figures
@every_width
def test_a_picture_is_enlarged_by_a_click_and_closed_by_another(article: Page, path: str, width: int) -> None:
    article.goto(urljoin(article.url, path))
    address = article.url
    picture = article.locator("#figure-1 img")
    picture.click()
    large = article.get_by_role("dialog").locator("img")
    expect(large).to_be_visible()
    wait_until(article, "() => document.querySelector('dialog img').naturalWidth === 1600")
    box, small = large.bounding_box(), picture.bounding_box()
    assert box
    assert small
    if width < 600:  # the window has no room for more, so the picture scrolls
        assert box["width"] == pytest.approx(2 * small["width"], abs=2)
        view = article.get_by_role("dialog").get_by_role("group")
        assert view.evaluate("view => view.scrollWidth > view.clientWidth")
    else:
        assert box["width"] > small["width"]
        assert in_sight(large)
    assert article.get_by_role("dialog").evaluate("box => box.scrollWidth <= innerWidth")
    article.mouse.click(width / 2, 300)
    expect(article.get_by_role("dialog")).to_have_count(0)
    assert article.url == address


@pytest.mark.parametrize("key", ["Escape", "Enter"])  # the latter on the button, where the focus is
def test_a_picture_is_enlarged_by_the_keyboard(article: Page, key: str) -> None:
    link = article.locator("#figure-1 a:has(img)")
    link.focus()
    article.keyboard.press("Enter")
    dialog = article.get_by_role("dialog", name="一條河流由左上流向右下，沿岸有四個圓點。")
    expect(dialog.get_by_text("圖 1　上海至鎮江的信路，據時刻表重繪")).to_be_visible()
    expect(dialog.get_by_role("button")).to_be_focused()
    article.keyboard.press(key)
    expect(dialog).to_have_count(0)
    expect(link).to_be_focused()


@every_colour
@every_width
def test_axe_finds_nothing_where_a_picture_is_enlarged(article: Page, colours: str, width: int) -> None:
    article.locator("#figure-1 img").click()
    expect(article.get_by_role("dialog").locator("img")).to_be_visible()
    assert findings(article) == []


def test_a_click_for_a_new_tab_opens_the_file(article: Page) -> None:
    with article.context.expect_page() as opened:
        article.locator("#figure-1 img").click(modifiers=["Control"])
    assert opened.value.url.endswith("figures/route%201.png")
    expect(article.get_by_role("dialog")).to_have_count(0)


# -- for every reader


@every_colour
@every_width
def test_axe_finds_nothing(article: Page, colours: str, width: int) -> None:
    colour(article, colours)
    for address in [urljoin(article.url, path) for path in PAGES]:
        article.goto(address)
        assert findings(article) == []


@every_width
def test_axe_finds_nothing_in_vertical_writing(article: Page, width: int) -> None:
    vertical(article)
    assert findings(article) == []


# -- the search


def hit(page: Page, query: str, part: str) -> None:
    """Follow what a search finds in a part."""
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill(query)
    page.locator(f".search-results a[href$='#{part}']").click()
    wait_until(page, "() => CSS.highlights.get('hit-current')?.size === 1")


MARKED = "() => [...CSS.highlights.get('hit-current')].map(String)"


@every_width
@pytest.mark.parametrize(
    ("query", "part"),
    [
        ("四百二十", "table-1-cell-29"),
        ("冬日未初", "table-1-cell-19"),
        ("四局往來", "table-1"),
        ("重繪", "figure-1"),
        ("無故遲延", "quote-1"),
        ("日晷", "item-3"),
        ("出局時刻", "item-5"),
        ("驛路", "reference-1"),
        ("電報對時", "note-3"),
        ("km2", "par-2"),
    ],
)
def test_what_a_search_finds_is_marked_in_sight(article: Page, width: int, query: str, part: str) -> None:
    hit(article, query, part)
    assert article.evaluate(MARKED) == [query]
    seen = article.evaluate(
        """() => {
          const [range] = CSS.highlights.get("hit-current");
          const { left, right, top, bottom } = range.getBoundingClientRect();
          const box = range.startContainer.parentElement.closest(".table-scroll") ?? document.documentElement;
          const { left: first, right: last } = box.getBoundingClientRect();
          return left >= first && right <= last + 1 && top >= 48 && bottom <= innerHeight;
        }"""
    )
    assert seen


def test_either_script_is_marked_side_by_side(article: Page) -> None:
    article.goto(urljoin(article.url, "parallel/?q=%E5%9B%9B%E7%99%BE%E4%BA%8C%E5%8D%81#table-1-cell-29"))
    wait_until(article, "() => CSS.highlights.get('hit')?.size === 4")
    hits = article.evaluate("[...CSS.highlights.get('hit')].map(String)")
    assert hits == ["四百二十"] * 4


def test_the_search_calls_notes_by_their_labels(article: Page) -> None:
    article.keyboard.press("/")
    article.get_by_role("searchbox").fill("午砲之制")
    expect(article.locator(".search-where")).to_have_text(["註 2 · 頁 32"])


# -- notes


@any_width
def test_from_a_call_in_a_cell_to_its_note_and_back(article: Page, width: str) -> None:
    call = article.locator("#table-1 #noteref-6")
    call.scroll_into_view_if_needed()
    call.focus()
    article.keyboard.press("Enter")
    expect(article.locator("#note-6")).to_be_in_viewport()
    article.locator("#note-6 .footnote-backref").click()
    expect(call).to_be_focused()
    assert in_sight(call)


@window(viewport=PHONE, has_touch=True, is_mobile=True)
def test_a_tap_on_a_call_in_a_cell_opens_the_note(article: Page) -> None:
    article.locator("#table-1 #noteref-6").tap()
    expect(article.get_by_role("dialog", name="註 4")).to_contain_text("渡船停開")


def test_notes_stand_in_the_margin_beside_their_calls_in_tables(article: Page) -> None:
    for number in (1, 5, 6):
        call, note = (article.locator(f"#{kind}-{number}").bounding_box() for kind in ("noteref", "note"))
        assert call
        assert note
        assert note["x"] > call["x"] + call["width"]
        assert abs(note["y"] - call["y"]) < 120


@window(viewport={"width": 900, "height": 800})
def test_a_preview_is_called_as_its_note_is(article: Page) -> None:
    for number, label in ((1, "*"), (4, "i"), (6, "4")):
        article.locator(f"#noteref-{number}").hover()
        expect(article.get_by_role("group", name=f"註 {label}", exact=True)).to_be_visible()
        article.mouse.move(0, 0)


# -- quoting and copying


def test_an_item_is_copied_with_its_label_where_it_begins(article: Page) -> None:
    select(article.locator("#item-2"), "（一）以午砲為準者", article.locator("#item-3"), "以日晷為準者")
    assert copied(article) == ["（一）以午砲為準者，上海、天津二局。", "", "（二）以日晷為準者"]
    article.locator("#par-3").click()
    select(article.locator("#item-2"), "午砲")
    assert copied(article) == ["午砲"]


@pytest.mark.parametrize(
    ("part", "words", "source"),
    [
        ("quote-1", "凡信差出局", "頁 [31]。"),
        ("quote-1-p2", "罰銀一錢", "頁 32。"),
        ("item-5", "出局時刻", "頁 32。"),
        ("table-1-cell-18", "遇潮則遲", "頁 32。"),
        ("table-1-cell-29", "四百二十", "頁 33。"),
        ("reference-1", "海濱書局", "頁 33。"),
    ],
)
def test_what_is_selected_can_be_quoted(article: Page, part: str, words: str, source: str) -> None:
    select(article.locator(f"#{part}"), words)
    offer = article.get_by_role("button", name="複製引文")
    expect(offer).to_be_in_viewport(ratio=1)
    quotation, said = copied_by(article, offer)
    assert quotation == f"「{words}」"
    assert said.endswith(f"{source}/zh-hant/youchai/#{part}")


# -- the other script, and how it looks


def test_the_switch_leads_to_the_same_paragraph_of_a_quotation(article: Page) -> None:
    place = article.locator("#quote-1-p2")
    place.evaluate("place => place.scrollIntoView({ behavior: 'instant' })")
    before = place.bounding_box()
    article.locator(".switch").get_by_text("简体").click()
    article.wait_for_url("**/zh-hans/youchai/")
    after = article.locator("#quote-1-p2").bounding_box()
    assert before
    assert after
    assert after["y"] == pytest.approx(before["y"], abs=40)


def test_marks_look_as_in_print(article: Page) -> None:
    expect(article.locator("#par-1 .emphasis-mark")).to_have_css("text-emphasis-position", "under")
    italics = article.locator("#par-2 i")
    expect(italics).to_have_css("font-synthesis-style", "none")
    assert "Kai" in italics.evaluate("italics => getComputedStyle(italics).fontFamily")


@window(viewport=PHONE)
def test_a_quotation_is_set_off_by_two_ideographs(article: Page) -> None:
    quotation, text = article.locator("#quote-1"), article.locator("#par-1")
    size = text.evaluate("text => parseFloat(getComputedStyle(text).fontSize)")
    start, other = quotation.bounding_box(), text.bounding_box()
    assert start
    assert other
    assert start["x"] - other["x"] == pytest.approx(2 * size, abs=1)


def test_only_such_articles_load_the_style_sheet(article: Page, address: str) -> None:
    sheet = "link[href*='rich.css']"
    expect(article.locator(sheet)).to_have_count(1)
    article.goto(address)
    expect(article.locator(sheet)).to_have_count(0)


@any_width
def test_in_vertical_writing_what_is_wide_stays_horizontal(article: Page, width: str) -> None:
    vertical(article)
    for part in ("table-1", "figure-1"):
        block = article.locator(f"#{part}")
        block.evaluate("block => block.scrollIntoView({ behavior: 'instant' })")
        expect(block).to_have_css("writing-mode", "horizontal-tb")
        box, column = block.bounding_box(), article.locator(".md-content__inner").bounding_box()
        assert box
        assert column
        assert column["y"] <= box["y"]
        assert box["y"] + box["height"] <= column["y"] + column["height"]
    expect(article.locator("#quote-1")).to_have_css("writing-mode", "vertical-rl")


@pytest.mark.parametrize("path", ["", "../../zh-hans/youchai/"])
def test_every_part_is_printed_whole(article: Page, path: str) -> None:
    article.goto(urljoin(article.url, path))
    text = "".join(sheet.text for sheet in printed(article, "A4")).replace("●", "").lower()
    edition = SIMPLER if path else ORIGINAL
    for part, there in edition.article.parts():
        for run in there:
            assert not isinstance(run, Text) or folded(run.text).lower() in text, part
    assert folded("上海總局卯正午初四十八卯初辰正四十八" if not path else "上海总局卯正午初四十八") in text


@pytest.mark.parametrize("path", ["", "../../zh-hans/youchai/", "parallel/"])
def test_printed_pages_are_marked_in_the_margin_wherever_they_begin(article: Page, path: str) -> None:
    article.goto(urljoin(article.url, path))
    assert "".join(sheet.margin for sheet in printed(article, "A4")) == "[31]3233"
