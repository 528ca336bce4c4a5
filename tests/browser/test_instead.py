"""Where a search finds nothing: other queries to click, and the way to a page or a note."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.test_search import field, status, switch
from browser.test_search_engine import articles, serve  # noqa: F401 (a fixture)
from duidu.publish.search import search_files
from duidu.publish.search.search_items import Item

window = pytest.mark.browser_options
phone = window(viewport={"width": 390, "height": 844}, has_touch=True)


@pytest.fixture
def search(article: Page) -> Page:
    """The reading page with the search open."""
    article.keyboard.press("/")
    expect(field(article)).to_be_focused()
    return article


def offers(page: Page) -> Locator:
    return page.locator(".search-instead a")


def results(page: Page) -> Locator:
    return page.locator(".search-results li a")


def test_a_shorter_question_is_a_click_away(search: Page) -> None:
    here = search.url
    field(search).fill("三環外交理論")
    expect(status(search)).to_have_text("找不到「三環外交理論」，您是不是要找：")
    expect(offers(search).first).to_have_text("三環外交部分字詞 · 5 筆")
    offers(search).first.click()
    expect(field(search)).to_have_value("三環外交")
    expect(field(search)).to_be_focused()
    expect(results(search)).to_have_count(5)
    expect(offers(search)).to_have_count(0)
    expect(search).to_have_url(f"{here}?q={quote('三環外交')}")


@pytest.mark.parametrize(
    ("query", "shown", "reason"),
    [
        ("relationshp", "Relationship", "相近寫法"),
        ("邱吉耳", "邱吉爾", "相近寫法"),
        ("丘吉尔", "邱吉爾", "其他譯名"),
        ("撒切尔夫人", "柴契爾", "其他譯名"),
        ("邱吉爾 鐵幕 宇宙", "邱吉爾 鐵幕", "部分字詞"),
        ("special relationship 宇宙", "Special Relationship", "部分字詞"),
    ],
)
def test_what_is_offered_finds_as_much_as_it_says(search: Page, query: str, shown: str, reason: str) -> None:
    field(search).fill(query)
    expect(offers(search).first).to_contain_text(f"{shown}{reason}")
    (count,) = re.findall(r"(\d+) 筆", offers(search).first.inner_text())
    offers(search).first.click()
    expect(status(search)).to_contain_text(f"共 {count} 筆結果")


def test_offers_are_in_the_script_of_the_page(article: Page) -> None:
    switch(article, "简体")
    article.keyboard.press("/")
    field(article).fill("戴卓爾夫人")
    expect(status(article)).to_have_text("找不到“戴卓爾夫人”，您要找的是不是：")
    expect(offers(article).first).to_contain_text("柴契尔其他译名")
    expect(offers(article).first.locator("[lang=zh-Hans]")).to_have_text("柴契尔")


def test_in_english_too(article: Page, address: str) -> None:
    article.goto(f"{address}en/")
    article.keyboard.press("/")
    field(article).fill("Chruchill")
    expect(status(article)).to_have_text("Nothing found for “Chruchill”. Did you mean:")
    offers(article).first.click()
    expect(field(article)).to_have_value("Churchill")


def test_keys_lead_to_the_offers(search: Page) -> None:
    field(search).fill("丘吉尔")
    expect(offers(search).nth(1)).to_be_visible()
    search.keyboard.press("ArrowDown")
    expect(offers(search).first).to_be_focused()
    search.keyboard.press("ArrowDown")
    expect(offers(search).nth(1)).to_be_focused()
    search.keyboard.press("ArrowUp")
    search.keyboard.press("Enter")
    expect(field(search)).to_have_value("邱吉爾")


def test_the_enter_key_takes_the_first_offer(search: Page) -> None:
    field(search).fill("relationshp")
    expect(offers(search).first).to_be_visible()
    search.keyboard.press("Enter")
    expect(field(search)).to_have_value("Relationship")
    expect(results(search).first).to_be_visible()


def test_offers_are_told_to_screen_readers(search: Page) -> None:
    field(search).fill("三環外交理論")
    named = search.get_by_role("navigation", name="找不到「三環外交理論」，您是不是要找：")
    expect(named.get_by_role("link").first).to_be_visible()


@pytest.mark.parametrize(
    ("query", "name", "fragment"),
    [
        ("第83頁", "頁 [83]", "p83"),
        ("p. 95", "頁 95", "p95"),
        ("注十二", "註 12", "note-12"),
        ("par-12", "1979 年", "par-12"),
    ],
)
def test_a_number_leads_to_its_place(search: Page, query: str, name: str, fragment: str) -> None:
    here = search.url
    field(search).fill(query)
    expect(offers(search).first).to_contain_text(name)
    expect(offers(search).first).to_contain_text("前往 · 論英美特殊關係的特質及其維繫原因")
    offers(search).first.click()
    expect(search.get_by_role("dialog")).to_have_count(0)
    expect(search).to_have_url(f"{here}#{fragment}")
    expect(search.locator(f"#{fragment}")).to_be_in_viewport()


def test_the_way_to_a_note_stands_before_what_is_found(search: Page) -> None:
    field(search).fill("註 12")
    expect(offers(search)).to_have_count(1)
    expect(offers(search)).to_contain_text("註 12")
    field(search).fill("頁 1984")
    expect(offers(search)).to_have_count(0)


def test_from_another_page_a_number_leads_to_the_article(article: Page, address: str) -> None:
    article.goto(f"{address}zh-hans/")
    article.keyboard.press("/")
    field(article).fill("第 83 页")
    expect(status(article)).to_have_text("找不到“第 83 页”字样，可前往：")
    offers(article).first.click()
    article.wait_for_url("**/zh-hans/*/#p83")


def test_nothing_of_it_is_loaded_before_it_is_needed(search: Page) -> None:
    asked: list[str] = []
    search.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    field(search).fill("特殊關係")
    expect(results(search).first).to_be_visible()
    assert [name for name in asked if name in ("instead.js", "otherwise.js", "names.json")] == []
    field(search).fill("三環外交理論")
    expect(offers(search).first).to_be_visible()
    assert {"instead.js", "otherwise.js", "names.json"} <= set(asked)


def test_without_its_files_the_answer_holds(search: Page) -> None:
    search.route("**/instead/names.json", lambda route: route.fulfill(status=404))
    field(search).fill("三環外交理論")
    expect(status(search)).to_have_text("找不到「三環外交理論」")
    expect(search.get_by_role("button", name="重試")).to_be_hidden()


def test_where_nothing_is_near_nothing_is_offered(search: Page) -> None:
    with search.expect_response("**/instead/names.json"):
        field(search).fill("獨角獸")
    search.wait_for_load_state("networkidle")
    expect(status(search)).to_have_text("找不到「獨角獸」")
    expect(offers(search)).to_have_count(0)


def test_offers_do_not_stay_when_the_question_changes(search: Page) -> None:
    field(search).fill("三環外交理論")
    expect(offers(search).first).to_be_visible()
    field(search).fill("")
    expect(offers(search)).to_have_count(0)
    expect(status(search)).to_have_text("")


@pytest.mark.parametrize(
    ("query", "shown"),
    [("三環外交理論", "三環外交"), ("Chruchill", "Churchill"), ("邱吉耳", "邱吉爾"), ("丘吉尔", "邱吉爾")],
)
def test_on_a_site_of_many_articles_too(
    article: Page,
    articles: dict[str, list[Item]],  # noqa: F811 (it is a fixture)
    monkeypatch: pytest.MonkeyPatch,
    query: str,
    shown: str,
) -> None:
    monkeypatch.setattr(search_files, "MOST_AT_ONCE", 0)
    names = '[["邱吉爾","丘吉爾"]]'
    asked = serve(article, search_files.item_files(articles))
    article.route("**/instead/names.json", lambda route: route.fulfill(body=names))
    article.keyboard.press("/")
    field(article).fill(query)
    expect(offers(article).first).to_contain_text(shown)
    texts = {name for name in asked if name.endswith(".txt") and not name.startswith("grams/")}
    assert len(texts) < len(articles)


@phone
def test_offers_can_be_tapped(article: Page) -> None:
    article.get_by_role("button", name="搜尋").tap()
    field(article).fill("北大西洋工約組織")
    expect(offers(article).first).to_be_visible()
    for link in offers(article).all():
        box = link.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
    assert article.locator("dialog").evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth")
    offers(article).first.tap()
    expect(field(article)).to_have_value("北大西洋公約組織")
