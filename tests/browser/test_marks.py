"""The reader's own marks: made, kept, found again in both scripts and after changes, listed, taken along."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Dialog, Locator, Page, Route, expect

from browser.selecting import select, select_by_touch
from browser.test_accessibility import findings
from browser.test_settings import choice, open_panel
from browser.waiting import wait_until

SLUG = "anglo-american-special-relationship"
HANT, HANS, PARALLEL = f"/zh-hant/{SLUG}/", f"/zh-hans/{SLUG}/", f"/zh-hant/{SLUG}/parallel/"
WORDS, SIMPLIFIED = "英語民族的兄弟情誼", "英语民族的兄弟情谊"
KEY = f"duidu.marks.{SLUG}"
NARROW, WITHOUT_MARGIN = {"width": 390, "height": 844}, {"width": 900, "height": 800}
window = pytest.mark.browser_options
WHERE = "標記和筆記只存在這個瀏覽器裡，不會傳送到任何地方。清除瀏覽資料時會一併刪除，請先匯出備份。"

# What is painted, by the name of the highlight: the words of its ranges, put together.
PAINTED = """(name) => [...(CSS.highlights.get(name) ?? [])].map(String).join("")"""


def offer(page: Page) -> Locator:
    return page.locator(".quote").get_by_role("button", name=re.compile("標記|标记"))


def editor(page: Page) -> Locator:
    return page.locator("dialog.mark-editor")


def drawer(page: Page) -> Locator:
    return page.locator("dialog.marks")


def mark(block: Locator, text: str, colour: str = "", note: str = "") -> None:
    """Select `text` with the mouse, and mark it."""
    page = block.page
    select(block, text)
    offer(page).click()
    expect(editor(page)).to_be_visible()
    if colour:
        editor(page).get_by_role("radio", name=colour).check()
    if note:
        editor(page).get_by_role("textbox").fill(note)
    page.keyboard.press("Escape")
    expect(editor(page)).to_have_count(0)


def open_drawer(page: Page) -> Locator:
    page.keyboard.press("Alt+m")
    expect(drawer(page)).to_be_visible()
    return drawer(page)


def expect_painted(page: Page, words: str, colour: str = "yellow") -> None:
    wait_until(page, f"(words) => ({PAINTED})('mark-{colour}') === words", words)


def kept(page: Page) -> list[dict[str, object]]:
    marks: list[dict[str, object]] = page.evaluate(
        "key => JSON.parse(localStorage.getItem(key) ?? '[]')", KEY
    )
    return marks


def click_on(page: Page, colour: str = "yellow") -> None:
    """Click in the middle of the first range that is painted so."""
    x, y = page.evaluate(
        """(name) => {
          const [range] = CSS.highlights.get(name);
          range.startContainer.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
          const { left, top, width, height } = range.getClientRects()[0];
          return [left + width / 2, top + height / 2];
        }""",
        f"mark-{colour}",
    )
    page.mouse.click(x, y)


# How it is made.


def test_by_mouse_in_a_colour_and_with_a_note(article: Page) -> None:
    mark(article.locator("#par-4"), WORDS, "綠色", "比較第二節")
    expect_painted(article, WORDS, "green")
    expect_painted(article, WORDS, "noted")
    expect_painted(article, "")
    (made,) = kept(article)
    assert {name: made[name] for name in ("colour", "note", "lang", "pages", "notes")} == {
        "colour": "green",
        "note": "比較第二節",
        "lang": "zh-Hant",
        "pages": ["[78]"],
        "notes": [],
    }
    assert article.evaluate("getSelection().toString()") == ""


def test_by_keyboard_alone(article: Page) -> None:
    select(article.locator("#par-4"), WORDS)
    expect(offer(article)).to_be_visible()
    article.keyboard.press("Tab")
    article.keyboard.press("Tab")
    expect(offer(article)).to_be_focused()
    article.keyboard.press("Enter")
    expect(editor(article).get_by_role("radio", name="黃色")).to_be_focused()
    article.keyboard.press("ArrowRight")
    article.keyboard.press("Tab")
    article.keyboard.type("note")
    article.keyboard.press("Escape")
    expect_painted(article, WORDS, "green")
    open_drawer(article).get_by_role("button", name=re.compile("^編輯")).press("Enter")
    expect(editor(article).get_by_role("textbox")).to_have_value("note")


@window(viewport=NARROW, has_touch=True)
def test_by_touch(article: Page) -> None:
    select_by_touch(article.locator("#par-4"), WORDS)
    offer(article).tap()
    expect(editor(article)).to_be_visible()
    editor(article).get_by_role("radio", name="粉紅色").tap()
    editor(article).get_by_role("button", name="完成").tap()
    expect_painted(article, WORDS, "pink")
    first = "[...CSS.highlights.get('mark-pink')][0].getClientRects()[0].toJSON()"
    box = article.evaluate(first)
    article.touchscreen.tap(box["left"] + 5, box["top"] + 5)
    expect(editor(article)).to_be_visible()


def test_over_two_paragraphs_and_over_the_numbers_of_notes(article: Page) -> None:
    select(article.locator("#par-3"), "特殊關係（special", article.locator("#par-4"), "實際上")
    offer(article).click()
    expect(editor(article)).to_be_visible()
    painted = article.evaluate(PAINTED, "mark-yellow")
    assert painted.startswith("特殊關係（special relationship）」。所謂「特殊關係」")
    assert painted.endswith("全面性的交往關係。實際上")
    (made,) = kept(article)
    assert [anchor["block"] for anchor in made["anchors"]] == ["par-3", "par-4"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("way", ["preview", "sheet"])
@window(viewport=WITHOUT_MARGIN, has_touch=True)
def test_in_a_note_it_is_painted_where_its_call_shows_the_note_too(article: Page, way: str) -> None:
    mark(article.locator("#note-3"), "羅斯福與邱吉爾", "藍色")
    call = article.locator("#noteref-3")
    call.tap() if way == "sheet" else call.hover()
    expect(article.locator(f".note-{way}")).to_be_visible()
    expect(article.locator(f".note-{way}")).not_to_contain_text("null")  # in place of what a selection offers
    wait_until(
        article,
        """([way, words]) => {
          const inside = ({ startContainer }) => startContainer.parentElement?.closest(`.note-${way}`);
          const said = (range) => range.startContainer.data.slice(range.startOffset, range.endOffset);
          return [...CSS.highlights.get("mark-blue")].filter(inside).map(said).join("") === words;
        }""",
        [way, "羅斯福與邱吉爾"],
    )


def test_the_colour_that_was_chosen_last_is_taken_for_the_next(article: Page) -> None:
    mark(article.locator("#par-4"), WORDS, "藍色")
    mark(article.locator("#par-36"), "冷戰時期國際結構的這些轉變")
    expect_painted(article, f"{WORDS}冷戰時期國際結構的這些轉變", "blue")


def test_a_click_opens_it_to_be_changed_or_deleted(article: Page) -> None:
    mark(article.locator("#par-4"), WORDS)
    click_on(article)
    expect(editor(article)).to_be_visible()
    editor(article).get_by_role("radio", name="藍色").check()
    expect_painted(article, WORDS, "blue")
    editor(article).get_by_role("button", name="刪除").click()
    expect(editor(article)).to_have_count(0)
    expect_painted(article, "", "blue")
    assert article.evaluate("key => localStorage.getItem(key)", KEY) is None


def test_a_note_is_not_deleted_unasked(article: Page) -> None:
    mark(article.locator("#par-4"), WORDS, note="要緊")
    asked: list[str] = []

    def refuse(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    article.once("dialog", refuse)
    click_on(article)
    editor(article).get_by_role("button", name="刪除").click()
    expect_painted(article, WORDS)
    assert asked == ["要刪除這則標記和筆記嗎？"]


def test_links_in_a_mark_stay_links(article: Page) -> None:
    mark(article.locator("#par-4"), "邱吉爾（Winston Churchill）在美國")
    article.locator("#par-4 a.term").first.click()
    article.wait_for_url("**/terms/#term-*")


def test_where_the_text_does_not_stand_it_is_not_offered(article: Page) -> None:
    article.goto(urljoin(article.url, f"/en/{SLUG}/"))
    select(article.locator("#abstract-1"), "the indispensable component")
    expect(article.locator(".quote button").first).to_be_visible()
    expect(article.locator(".quote button").nth(1)).to_be_hidden()


# Where it stands.


def test_it_is_there_when_one_comes_back(article: Page) -> None:
    mark(article.locator("#par-4"), WORDS)
    article.reload()
    expect_painted(article, WORDS)


def test_it_stands_at_the_same_words_in_the_other_script_and_side_by_side(article: Page) -> None:
    mark(article.locator("#par-4"), WORDS)
    mark(article.locator("#par-4"), "「鐵幕」（Iron Curtain）")
    article.goto(urljoin(article.url, HANS))
    expect_painted(article, f"{SIMPLIFIED}“铁幕”（Iron Curtain）")
    article.goto(urljoin(article.url, PARALLEL))
    both = f"{WORDS}{SIMPLIFIED}「鐵幕」（Iron Curtain）“铁幕”（Iron Curtain）"
    expect_painted(article, both)


def test_what_is_marked_in_simplified_or_side_by_side_stands_in_traditional(article: Page) -> None:
    article.goto(urljoin(article.url, HANS))
    mark(article.locator("#note-12"), "关于英美对英国出兵越战之态度")
    article.goto(urljoin(article.url, PARALLEL))
    mark(article.locator("[data-twin=par-4]"), SIMPLIFIED)
    article.goto(urljoin(article.url, HANT))
    expect_painted(article, f"{WORDS}關於英美對英國出兵越戰之態度")
    entries = open_drawer(article).locator("li .mark-place")
    assert entries.all_inner_texts() == ["黃色 頁 [78]", "黃色 頁 [82]，註 12"]


def test_words_that_conversion_writes_otherwise_are_found_in_both_directions(article: Page) -> None:
    mark(article.locator("#par-40"), "雙邊經貿部份")
    article.goto(urljoin(article.url, HANS))
    expect_painted(article, "双边经贸部分")
    mark(article.locator("#par-29"), "各自部分利益", "绿色")
    article.goto(urljoin(article.url, PARALLEL))
    expect_painted(article, "各自部分利益各自部份利益", "green")
    mark(article.locator("[data-twin=par-50]"), "分析了解", "藍色")
    article.goto(urljoin(article.url, HANT))
    expect_painted(article, "各自部份利益", "green")
    expect_painted(article, "分析瞭解", "blue")


def test_every_piece_of_the_article_is_found_in_the_other_script(article: Page) -> None:
    """Of each long block ten characters in its middle are marked."""
    marks = article.evaluate(
        """() => [...document.querySelectorAll(".md-content__inner :is([id^=par-], [id^=sec-], [id^=note-])")]
          .map((block) => {
            const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
            let text = "";
            while (walker.nextNode()) {
              const parent = walker.currentNode.parentElement;
              if (!parent.closest("sup, .footnote-backref, .editorial")) text += walker.currentNode.data;
            }
            return { block: block.id, text };
          })
          .filter(({ text }) => text.trim().length > 30)
          .map(({ block, text }, at) => {
            const start = Math.floor(text.length / 2) - 5;
            const anchor = { block, start, exact: text.slice(start, start + 10) };
            const prefix = text.slice(Math.max(start - 32, 0), start);
            const suffix = text.slice(start + 10, start + 42);
            const time = "2026-11-01T00:00:00.000Z";
            const said = { colour: "yellow", note: "", lang: "zh-Hant", pages: [], notes: [] };
            const anchors = [{ ...anchor, prefix, suffix }];
            return { id: `m${at}`, created: time, modified: time, ...said, anchors };
          })"""
    )
    assert len(marks) > 80
    article.evaluate("([key, marks]) => localStorage.setItem(key, JSON.stringify(marks))", [KEY, marks])
    for path in (HANS, PARALLEL):
        article.goto(urljoin(article.url, path))
        open_drawer(article)
        expect(drawer(article).locator("li")).to_have_count(len(marks))
        expect(drawer(article).locator("li a")).to_have_count(len(marks))


@contextmanager
def changed(page: Page, old: str, new: str) -> Iterator[None]:
    """The pages as another build has them: with `new` instead of `old`."""

    def answer(route: Route) -> None:
        response = route.fetch()
        body = response.text()
        assert old in body
        route.fulfill(response=response, body=body.replace(old, new))

    pages = re.compile(r"/zh-hant/[^/]+/$")
    page.route(pages, answer)
    yield
    page.unroute(pages)


def test_it_stays_at_its_words_when_a_build_changes_what_is_around(article: Page) -> None:
    mark(article.locator("#par-4"), WORDS)
    with changed(article, "那就是英語民族的兄弟情誼", "此即校訂後的英語民族的兄弟情誼"):
        article.reload()
        expect_painted(article, WORDS)


def test_it_stays_when_paragraphs_are_numbered_anew(article: Page) -> None:
    mark(article.locator("#par-4"), "特殊關係」，唯有")
    with changed(article, 'id="par-4"', 'id="par-400"'):
        article.reload()
        expect_painted(article, "特殊關係」，唯有")


def test_when_the_words_are_gone_it_is_listed_apart_and_nothing_else_is_marked(article: Page) -> None:
    mark(article.locator("#par-4"), WORDS, note="要緊")
    with changed(article, WORDS, "英美兩國之情誼"):
        article.reload()
        open_drawer(article)
        expect(drawer(article).get_by_role("heading", name="找不到原文的標記")).to_be_visible()
        expect(drawer(article).locator("li .mark-words")).to_have_text(WORDS)
        expect(drawer(article).locator("li .mark-note")).to_have_text("要緊")
        expect(drawer(article).locator("li a")).to_have_count(0)
        expect_painted(article, "")
    article.reload()
    expect_painted(article, WORDS)


def test_in_vertical_writing(article: Page) -> None:
    open_panel(article)
    choice(article, "排版方向", "直排").check()
    article.keyboard.press("Escape")
    mark(article.locator("#par-4"), "始自於 1946 年邱吉爾")
    click_on(article)
    expect(editor(article)).to_be_visible()
    article.keyboard.press("Escape")
    article.reload()
    expect_painted(article, "始自於 1946 年邱吉爾")
    article.evaluate("document.querySelector('.md-content__inner').scrollTo(-9000, 0)")
    open_drawer(article).locator("li a").click()
    wait_until(
        article,
        """() => {
          const { left, right } = [...CSS.highlights.get("mark-yellow")][0].getBoundingClientRect();
          return left >= 0 && right <= innerWidth;
        }""",
    )


# The list.


def test_the_list_leads_to_each_mark(article: Page) -> None:
    mark(article.locator("#par-36"), "冷戰時期國際結構的這些轉變", note="一\n二")
    mark(article.locator("#par-4"), WORDS, "藍色")
    list_ = open_drawer(article)
    expect(list_.get_by_text(WHERE)).to_be_visible()
    assert list_.locator("li .mark-place").all_inner_texts() == ["藍色 頁 [78]", "黃色 頁 95"]
    assert list_.locator("li .mark-note").all_inner_texts() == ["", "一\n二"]
    list_.get_by_role("link", name="冷戰時期國際結構的這些轉變").click()
    expect(drawer(article)).to_have_count(0)
    expect(article).to_have_url(urljoin(article.url, "#par-36"))
    wait_until(
        article,
        """() => {
          const { top, bottom } = [...CSS.highlights.get("mark-yellow")][0].getBoundingClientRect();
          return top >= 48 && bottom <= innerHeight;
        }""",
    )


def test_without_marks_it_says_how_to_make_one(article: Page) -> None:
    open_panel(article).get_by_role("button", name="我的標記").click()
    expect(drawer(article).get_by_text("還沒有標記。")).to_be_visible()
    expect(drawer(article).get_by_role("button", name="Markdown")).to_be_disabled()


def test_all_are_deleted_when_the_reader_says_so(article: Page) -> None:
    mark(article.locator("#par-4"), WORDS)
    article.once("dialog", lambda dialog: dialog.accept())
    open_drawer(article).get_by_role("button", name="全部刪除").click()
    expect(drawer(article).get_by_text("還沒有標記。")).to_be_visible()
    expect_painted(article, "")


def test_another_tab_shows_it_at_once(article: Page) -> None:
    other = article.context.new_page()
    other.goto(urljoin(article.url, HANS))
    mark(article.locator("#par-4"), WORDS)
    expect_painted(other, SIMPLIFIED)
    mark(other.locator("#par-36"), "冷战时期国际结构的这些转变", "绿色")
    expect_painted(article, "冷戰時期國際結構的這些轉變", "green")
    assert len(kept(article)) == 2


# Files.


def saved(page: Page, name: str) -> tuple[str, str]:
    """The name and the text of the file that a button of the list gives."""
    with page.expect_download() as download:
        drawer(page).get_by_role("button", name=name, exact=True).click()
    return download.value.suggested_filename, Path(download.value.path()).read_text("utf-8")


def bring_back(page: Page, text: str) -> None:
    drawer(page).locator("input[type=file]").set_input_files(
        {"name": "marks.json", "mimeType": "application/json", "buffer": text.encode()}
    )


def test_taken_along_as_markdown(article: Page) -> None:
    mark(article.locator("#par-40"), "美國在歐盟總投資金額的四分之一。", note="見 *第五節*")
    mark(article.locator("#note-12"), "關於英美對英國出兵越戰之態度與爭執", "綠色")
    open_drawer(article)
    name, text = saved(article, "Markdown")
    assert name == f"{SLUG}-marks.md"
    here = article.url
    assert text == (
        "# 論英美特殊關係的特質及其維繫原因\n\n"
        "張心怡，〈論英美特殊關係的特質及其維繫原因〉，《歐洲國際評論》。\n\n"
        "## 頁 96-\\[97\\] · 黃色\n\n"
        "> 美國在歐盟總投資金額的四分之一。\n\n"
        f"見 *第五節*\n\n<{here}#par-40>\n\n"
        "## 頁 \\[82\\]，註 12 · 綠色\n\n"
        f"> 關於英美對英國出兵越戰之態度與爭執\n\n<{here}#note-12>\n"
    )


def test_taken_along_with_the_reference(article: Page) -> None:
    mark(article.locator("#par-4"), "「鐵幕」（Iron Curtain）", note="1946 年")
    open_drawer(article)
    name, text = saved(article, "CSL-JSON")
    (record,) = json.loads(text)
    assert name == f"{SLUG}-marks.csl.json"
    assert record["title"] == "論英美特殊關係的特質及其維繫原因"
    assert record["note"].endswith("\n\n「『鐵幕』（Iron Curtain）」 (頁 [78])\n1946 年")


def test_taken_along_as_json_and_brought_back_elsewhere(article: Page) -> None:
    mark(article.locator("#par-4"), WORDS, "藍色", "<img src=x onerror=alert(1)>")
    before = kept(article)
    open_drawer(article)
    _, text = saved(article, "JSON")
    article.evaluate("localStorage.clear()")
    article.goto(urljoin(article.url, HANS))
    open_drawer(article)
    bring_back(article, text)
    expect(drawer(article).get_by_role("status")).to_have_text("已导入 1 条标记。")
    expect(drawer(article).locator("li .mark-note")).to_have_text("<img src=x onerror=alert(1)>")
    expect(drawer(article).locator("li img")).to_have_count(0)
    expect_painted(article, SIMPLIFIED, "blue")
    assert kept(article) == before
    bring_back(article, text)
    expect(drawer(article).locator("li")).to_have_count(1)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda text: text[:-20], "無法匯入：這不是本站匯出的標記檔，或檔案已損毀。"),
        (lambda text: text.replace('"yellow"', '"red"'), "無法匯入：這不是本站匯出的標記檔，或檔案已損毀。"),
        (lambda text: text.replace(f'"{SLUG}"', '"other"'), "無法匯入：這是另一篇文章的標記。"),
        (lambda text: text + " " * 2**22, "無法匯入：檔案超過 4 MB。"),
    ],
    ids=["cut", "changed", "other", "large"],
)
def test_damaged_files_are_refused_in_a_sentence(
    article: Page, damage: Callable[[str], str], said: str
) -> None:
    mark(article.locator("#par-4"), WORDS)
    before = kept(article)
    open_drawer(article)
    _, text = saved(article, "JSON")
    bring_back(article, damage(text))
    expect(drawer(article).get_by_role("status")).to_have_text(said)
    assert kept(article) == before


# What goes wrong, and what it costs.


def test_it_is_told_when_the_browser_keeps_nothing(article: Page) -> None:
    article.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"
    )
    article.reload()
    select(article.locator("#par-4"), WORDS)
    offer(article).click()
    told = re.compile("^無法儲存：瀏覽器的儲存空間已滿，或不允許本站儲存資料。")
    expect(editor(article).get_by_role("status")).to_have_text(told)
    article.keyboard.press("Escape")
    expect_painted(article, WORDS)
    open_drawer(article)
    expect(drawer(article).get_by_role("status")).to_have_text(told)
    assert WORDS in saved(article, "Markdown")[1]


def test_what_is_kept_is_not_trusted(article: Page) -> None:
    for stored in ("{", "{}", '[1, {"id": "<b>"}, null]'):
        article.evaluate("([key, stored]) => localStorage.setItem(key, stored)", [KEY, stored])
        article.reload()
        open_drawer(article)
        expect(drawer(article).get_by_text("還沒有標記。")).to_be_visible()


def test_without_highlights_the_list_has_them_all_the_same(article: Page) -> None:
    article.add_init_script("delete CSS.highlights")
    article.reload()
    mark(article.locator("#par-4"), WORDS)
    expect(open_drawer(article).get_by_role("link", name=WORDS)).to_be_visible()


def test_nothing_is_loaded_before_there_is_a_mark(article: Page) -> None:
    asked: list[str] = []
    article.on("request", lambda request: asked.append(request.url))
    article.reload()
    article.wait_for_load_state("networkidle")
    select(article.locator("#par-4"), WORDS)
    expect(offer(article)).to_be_visible()
    assert [url for url in asked if "/marks" in url] == []
    offer(article).click()
    expect(editor(article)).to_be_visible()
    assert [url for url in asked if "/search/" in url] == []  # nor what tells the scripts apart
    article.reload()
    expect_painted(article, WORDS)
    assert any(url.endswith("reader/marks.js") for url in asked)


def test_a_mark_moves_no_text(article: Page) -> None:
    where = """() => [...document.querySelectorAll("[id^=par-], h2, h3")].map((block) => {
      const { left, top, width, height } = block.getBoundingClientRect();
      return [left, top + scrollY, width, height];
    })"""
    html = "document.querySelector('#par-4').innerHTML"
    before = article.evaluate(where), article.evaluate(html)
    mark(article.locator("#par-4"), WORDS, note="要緊")
    expect_painted(article, WORDS)
    assert (article.evaluate(where), article.evaluate(html)) == before


def test_marks_are_not_printed(article: Page) -> None:
    mark(article.locator("#par-4"), WORDS)
    colour = "getComputedStyle(document.querySelector('#par-4'), '::highlight(mark-yellow)').backgroundColor"
    assert article.evaluate(colour) == "rgb(247, 239, 142)"
    article.emulate_media(media="print")
    assert article.evaluate(colour) == "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("palette", ["default", "sepia", "slate"])
@pytest.mark.parametrize(
    "width", [pytest.param(1280), pytest.param(390, marks=window(viewport=NARROW, has_touch=True))]
)
def test_axe_finds_nothing(article: Page, palette: str, width: int) -> None:
    article.evaluate(
        "palette => localStorage.setItem('duidu.settings', JSON.stringify({ palette }))", palette
    )
    article.reload()
    mark(article.locator("#par-4"), WORDS, note="要緊")
    mark(article.locator("#par-36"), "冷戰時期國際結構的這些轉變", "粉紅色")
    open_drawer(article)
    assert findings(article) == []
    drawer(article).get_by_role("button", name=re.compile("^編輯")).first.click()
    expect(editor(article)).to_be_visible()
    assert findings(article) == []


@pytest.mark.parametrize("palette", ["default", "sepia", "slate"])
def test_words_and_links_on_every_colour_can_be_read(article: Page, palette: str) -> None:
    """Against each the colours of the text, of links and of quiet words: 4.5 to 1 (WCAG)."""
    article.evaluate(
        "palette => localStorage.setItem('duidu.settings', JSON.stringify({ palette }))", palette
    )
    article.reload()
    open_drawer(article)
    ratios = article.evaluate(
        """() => {
          const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
          const light = (...colours) => {
            canvas.clearRect(0, 0, 1, 1);
            for (const colour of colours) (canvas.fillStyle = colour), canvas.fillRect(0, 0, 1, 1);
            const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
              const share = part / 255;
              return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
            });
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const style = getComputedStyle(document.body);
          const value = (name) => style.getPropertyValue(name);
          const words = ["--md-default-fg-color", "--md-typeset-a-color", "--reader-quiet"].map(value);
          return ["yellow", "green", "blue", "pink"].flatMap((name) => words.map((colour) => {
            const behind = value(`--mark-${name}`);
            const [less, more] = [light(behind), light(behind, colour)].sort((a, b) => a - b);
            return [name, colour, (more + 0.05) / (less + 0.05)];
          }));
        }"""
    )
    assert [each for each in ratios if each[2] < 4.5] == []
    assert len(ratios) == 12
