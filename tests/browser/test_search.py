"""Search as readers do it: type in either script, look through what was found, go there, come back."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from browser.conftest import FITS

window = pytest.mark.browser_options
phone = window(viewport={"width": 390, "height": 844}, has_touch=True)

FILES = re.compile(r"/search/[^/]+\.(json|txt)$")

# The text of each hit that is marked on the page, in its order; and of the one that is the current one.
MARKED = "[...CSS.highlights.get('hit')].map(String)"
CURRENT = "String([...CSS.highlights.get('hit-current')][0])"


@pytest.fixture
def search(article: Page) -> Page:
    """The reading page with the search open."""
    article.keyboard.press("/")
    expect(field(article)).to_be_focused()
    return article


def field(page: Page) -> Locator:
    return page.get_by_role("searchbox")


def ask(page: Page, query: str) -> list[str]:
    """Type a query, wait for the answer, and return the ids of what was found first."""
    field(page).fill(query)
    expect(page.locator("dialog [role=status]")).to_have_text(re.compile("共|找不到|不同|Results|Nothing"))
    links = page.locator(".search-results li a")
    addresses = links.evaluate_all("(links) => links.map((link) => link.hash.slice(1))")  # all at one moment
    return list(map(str, addresses))


def status(page: Page) -> Locator:
    return page.locator("dialog").get_by_role("status")


def switch(page: Page, name: str) -> None:
    link = page.locator(".switch").get_by_role("link", name=name, exact=True)
    link.click()
    expect(link).to_have_attribute("aria-current", "page")
    page.wait_for_load_state("load")


# --- opening


def test_nothing_is_loaded_before_the_search_is_opened(article: Page) -> None:
    asked: list[str] = []
    article.on("request", lambda request: asked.append(request.url))
    article.reload()
    article.wait_for_load_state("networkidle")
    assert [url for url in asked if "/search/" in url] == []
    article.keyboard.press("/")
    ask(article, "特殊關係")
    assert [url for url in asked if FILES.search(url)]


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_a_key_opens_it(article: Page, key: str) -> None:
    article.keyboard.press(key)
    expect(field(article)).to_be_focused()
    article.keyboard.press("Escape")
    expect(article.get_by_role("dialog")).to_have_count(0)


def test_the_button_opens_it(article: Page) -> None:
    article.get_by_role("button", name="搜尋").click()
    expect(article.get_by_role("dialog", name="搜尋")).to_be_visible()
    article.get_by_role("button", name="關閉").click()
    expect(article.get_by_role("dialog")).to_have_count(0)


def test_it_is_on_every_page(article: Page, address: str) -> None:
    for path in ("", "zh-hans/", "en/", "zh-hant/all-headings/", "404.html"):
        article.goto(f"{address}{path}")
        article.keyboard.press("/")
        assert ask(article, "特殊關係")[0] == "title"


@window(java_script_enabled=False)
def test_without_scripts_there_are_all_headings(article: Page) -> None:
    headings = article.locator(".md-content :is(h2, h3)[id^=sec]").all_inner_texts()
    article.get_by_role("link", name="搜尋").click()
    listed = article.locator(".outline").first.locator("a")  # the first article's
    assert listed.all_inner_texts() == headings
    listed.last.click()
    expect(article.locator(":target")).to_have_text(headings[-1])


# --- what is found


def test_either_script_finds_the_same(search: Page) -> None:
    found = ask(search, "特殊關係")
    assert len(found) == 20
    assert ask(search, "特殊关系") == found
    expect(search.locator(".search-results mark").first).to_have_text("特殊關係")


def test_excerpts_are_in_the_script_of_the_page(article: Page) -> None:
    switch(article, "简体")
    article.keyboard.press("/")
    ask(article, "特殊關係")
    expect(article.locator(".search-results mark").first).to_have_text("特殊关系")
    expect(article.locator("[lang=zh-Hans].search-excerpt").first).to_be_visible()
    assert "/zh-hans/" in str(article.locator(".search-results a").first.get_attribute("href"))


def test_a_word_that_conversion_chose_is_found_as_it_is_in_either_script(search: Page) -> None:
    """The article has 部份, which its Simplified text has as 部分, though 份 is a character there too."""
    found = ask(search, "部份")
    assert found
    assert set(found) <= set(ask(search, "部分"))


@pytest.mark.parametrize(
    ("query", "finds"),
    [
        ("Churchill", True),
        ("CHURCH", True),
        ("hurchill", False),
        ("institutional", True),
        ("1949年", True),
        ("1949 年 4 月", True),
        ("949", False),
        ("「特殊關係」", True),
        ("六〇年代", True),
        ("relationship special", True),
        ('"relationship special"', False),
        ('"Special Relationship"', True),
        ("“special relationship”", True),
        ("特殊關係 不存在的詞語", False),
    ],
)
def test_what_finds_and_what_does_not(search: Page, query: str, finds: bool) -> None:
    assert bool(ask(search, query)) == finds


def test_titles_and_headings_come_first_and_notes_last(search: Page) -> None:
    ask(search, "英美")
    for _ in range(3):
        if search.get_by_role("button", name="更多結果").is_visible():
            search.get_by_role("button", name="更多結果").click()
    kinds = [text.split(" ")[0] for text in search.locator(".search-where").all_inner_texts()]
    ranks = [0 if kind == "標題" else 2 if kind == "註" else 1 for kind in kinds]
    assert ranks == sorted(ranks)
    assert set(ranks) == {0, 1, 2}


def test_results_stand_under_their_sections_with_kind_and_page(search: Page) -> None:
    ask(search, "邱吉爾")
    sections = search.locator(".search-results h2").all_inner_texts()
    assert "論英美特殊關係的特質及其維繫原因 › 貳、英美特殊關係之緣起與發展" in sections
    places = search.locator(".search-where").all_inner_texts()
    assert all(re.fullmatch(r"(正文|摘要|標題|註 \d+) · 頁 (\[\d+\]|9[56])", place) for place in places)


def test_a_note_is_shown_with_its_printed_label(article: Page) -> None:
    """Notes may have other labels than numbers that count through the article."""

    def relabelled(route: Route) -> None:
        described = route.fetch().json()
        described["labels"] = {row[0]: "①" for row in described["items"] if row[0].startswith("note-")}
        route.fulfill(json=described)

    article.route("**/search/anglo-american-special-relationship.json", relabelled)
    article.keyboard.press("/")
    ask(article, "特殊關係")
    article.locator("label", has_text="註釋").click()
    expect(article.locator(".search-where").first).to_contain_text("註 ① · 頁")


def test_the_page_shown_is_that_of_the_hit(search: Page) -> None:
    """The paragraph begins on page 77, and a page begins between these words."""
    ask(search, "relationship）」")
    expect(search.locator(".search-where").first).to_have_text("正文 · 頁 [78]")


def test_words_in_one_paragraph_come_before_words_in_one_section(search: Page) -> None:
    ask(search, "邱吉爾 鐵幕")
    assert status(search).inner_text().startswith("共 ")
    ask(search, "Churchill 三環外交")
    expect(status(search)).to_have_text("1 節在不同段落提到這些詞語")
    expect(search.locator(".search-results h2")).to_contain_text("分見不同段落")


def test_one_part_alone(search: Page) -> None:
    ask(search, "特殊關係")
    expect(status(search)).to_have_text("共 51 筆結果：正文 49、註釋 2")
    search.locator("label", has_text="註釋").click()
    expect(search.locator(".search-results a")).to_have_count(2)
    expect(search.locator(".search-where").first).to_contain_text("註 ")
    search.keyboard.press("ArrowLeft")
    expect(search.get_by_role("radio", name="正文")).to_be_checked()
    expect(search.locator(".search-results a")).to_have_count(20)


def test_all_can_be_seen_and_the_count_is_true(search: Page) -> None:
    ask(search, "特殊關係")
    more = search.get_by_role("button", name="更多結果")
    while more.is_visible():
        shown = search.locator(".search-results a").count()
        more.click()
        expect(search.locator(".search-results a").nth(shown)).to_be_focused()
    links = search.locator(".search-results a")
    hrefs = {link.get_attribute("href") for link in links.all()}
    assert len(hrefs) == links.count() == 51


# --- going there and coming back


def test_a_result_leads_to_the_place_and_marks_all_hits(search: Page) -> None:
    found = ask(search, "特殊关系")
    whole = search.evaluate("document.querySelector('.md-content').innerText.split('特殊關係').length - 1")
    search.locator(".search-results a").nth(found.index("par-2")).click()
    expect(search.get_by_role("dialog")).to_have_count(0)
    expect(search.locator("#par-2")).to_be_in_viewport()
    bar = search.get_by_role("complementary", name="搜尋結果")
    expect(bar).to_be_visible()
    marked = search.evaluate(MARKED)
    assert set(marked) == {"特殊關係"}
    assert len(marked) == whole
    assert search.evaluate(CURRENT) == "特殊關係"
    expect(bar.get_by_role("status")).to_have_text(re.compile(rf"^\d+ / {whole}$"))


def test_from_hit_to_hit_and_away(search: Page) -> None:
    ask(search, "鐵幕")
    search.keyboard.press("Enter")
    bar = search.get_by_role("complementary", name="搜尋結果")
    expect(bar).to_be_visible()
    count = len(search.evaluate(MARKED))
    assert count > 1
    for number in [*range(2, count + 1), 1]:
        bar.get_by_role("button", name="下一處").click()
        expect(bar.get_by_role("status")).to_have_text(f"{number} / {count}")
        top = search.evaluate("[...CSS.highlights.get('hit-current')][0].getBoundingClientRect().top")
        assert 48 <= top <= 800
    bar.get_by_role("button", name="上一處").click()
    expect(bar.get_by_role("status")).to_have_text(f"{count} / {count}")
    bar.get_by_role("button", name="清除標示").click()
    expect(bar).to_be_hidden()
    assert search.evaluate(MARKED) == []
    assert "q=" not in search.url


def test_a_phrase_is_marked_across_what_is_no_text(search: Page) -> None:
    """Between these words a printed page begins, and a note is called."""
    ask(search, "relationship）」。所謂「特殊關係」")
    search.keyboard.press("Enter")
    expect(search.get_by_role("complementary", name="搜尋結果")).to_be_visible()
    (marked,) = search.evaluate(MARKED)
    assert re.sub(r"\d", "", marked) == "relationship）」。所謂「特殊關係」"


def test_the_way_back_leads_to_the_results(search: Page) -> None:
    here = search.url
    ask(search, "鐵幕")
    expect(search).to_have_url(f"{here}?q={quote('鐵幕')}")
    search.keyboard.press("Enter")
    assert search.url.startswith(f"{here}?q={quote('鐵幕')}#")
    search.go_back()
    expect(search.locator(".search-results a").first).to_be_visible()
    search.keyboard.press("Escape")
    expect(search).to_have_url(here)


def test_a_search_can_be_passed_on(article: Page) -> None:
    here = article.url
    article.goto(f"{here}?q={quote('三環外交')}")
    expect(field(article)).to_have_value("三環外交")
    expect(article.locator(".search-results mark").first).to_have_text("三環外交")
    article.goto(f"{here}?q={quote('三環外交')}#note-8")
    expect(article.get_by_role("complementary", name="搜尋結果")).to_be_visible()
    expect(article.get_by_role("dialog")).to_have_count(0)
    assert len(article.evaluate(MARKED)) > 1


def test_the_address_is_as_before_when_the_search_is_closed(article: Page) -> None:
    article.goto(urljoin(article.url, "#sec-3"))
    article.keyboard.press("/")
    ask(article, "鐵幕")
    article.keyboard.press("Escape")
    expect(article).to_have_url(re.compile("/#sec-3$"))


def test_marks_come_along_to_the_other_script(search: Page) -> None:
    ask(search, "鐵幕")
    search.keyboard.press("Enter")
    expect(search.get_by_role("complementary", name="搜尋結果")).to_be_visible()
    marked = search.evaluate(MARKED)
    switch(search, "简体")
    expect(search.get_by_role("complementary", name="搜索结果")).to_be_visible()
    assert search.evaluate(MARKED) == [text.replace("鐵", "铁") for text in marked]


def test_side_by_side_both_halves_are_marked(article: Page) -> None:
    switch(article, "對照")
    article.keyboard.press("/")
    ask(article, "鐵幕")
    article.keyboard.press("Enter")
    expect(article.get_by_role("complementary", name="搜尋結果")).to_be_visible()
    assert "/parallel/" in article.url
    assert set(article.evaluate(MARKED)) == {"鐵幕", "铁幕"}


def test_from_the_english_front_to_the_article(article: Page, address: str) -> None:
    article.goto(f"{address}en/")
    article.keyboard.press("/")
    ask(article, "Churchill")
    article.keyboard.press("Enter")
    article.wait_for_url("**/zh-hant/**")
    expect(article.get_by_role("complementary", name="搜尋結果")).to_be_visible()


# --- by keyboard and by touch


def test_arrow_keys_lead_through_the_results(search: Page) -> None:
    ask(search, "邱吉爾")
    links = search.locator(".search-results a")
    for place in (0, 1):
        search.keyboard.press("ArrowDown")
        expect(links.nth(place)).to_be_focused()
    search.keyboard.press("ArrowUp")
    search.keyboard.press("ArrowUp")
    expect(field(search)).to_be_focused()
    search.keyboard.press("ArrowUp")
    expect(field(search)).to_be_focused()


def test_enter_goes_where_the_focus_is(search: Page) -> None:
    found = ask(search, "邱吉爾")
    search.keyboard.press("ArrowDown")
    search.keyboard.press("ArrowDown")
    search.keyboard.press("Enter")
    assert search.url.endswith(f"#{found[1]}")


@phone
def test_it_works_by_touch(article: Page) -> None:
    article.get_by_role("button", name="搜尋").tap()
    ask(article, "特殊關係")
    assert article.evaluate(FITS)
    assert article.locator("dialog").evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth")
    for part in article.locator("dialog :is(a, button, label):visible").all():
        box = part.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
    article.locator(".search-results a").nth(6).tap()
    bar = article.get_by_role("complementary", name="搜尋結果")
    bar.get_by_role("button", name="下一處").tap()
    assert article.evaluate(FITS)


# --- bad input

STRANGE = {
    "one character": "的",
    "one letter": "x",
    "2,000 characters": "特殊關係" * 500,
    "2,000 words": "特 " * 1000,
    "punctuation": "，。；",
    "a quotation mark": '"',
    "quotation marks": '""',
    "white space": " 　\t",
    "HTML": "<img src=x onerror=alert(1)>",
    "emoji": "🙂👩‍🎓",
    "half an emoji": "\ud83d",
    "a regular expression": "(.*)+[$^\\",
    "a number with a percent sign": "100%",
    "an ampersand": "a&q=b#c",
}


@pytest.mark.parametrize("query", STRANGE.values(), ids=STRANGE)
def test_a_strange_question_has_a_sensible_answer(search: Page, query: str) -> None:
    errors: list[object] = []
    search.on("pageerror", lambda error: errors.append(error))
    search.on("dialog", lambda alert: errors.append(alert))
    search.evaluate(
        """([field, query]) => {
          field.value = query;
          field.dispatchEvent(new InputEvent("input"));
        }""",
        [field(search).element_handle(), query],
    )
    nothing_asked = not query.strip(' 　\t"\ud83d')
    expect(status(search)).to_have_text("" if nothing_asked else re.compile("共|找不到"))
    assert search.locator("dialog :is(img, script)").count() == 0
    assert errors == []
    found = search.locator(".search-results a")
    if found.count():
        found.first.click()
        expect(search.get_by_role("dialog")).to_have_count(0)
        assert errors == []


def test_a_question_too_long_for_an_address_is_answered_all_the_same(search: Page) -> None:
    paragraph = search.locator("#par-1").inner_text()
    assert ask(search, f'"{paragraph}"') == ["par-1"]
    field(search).fill(paragraph * 5)
    expect(status(search)).to_have_text(re.compile("找不到"))
    expect(search.locator(".search-results a")).to_have_count(0)
    expect(search).not_to_have_url(re.compile("q="))


# --- when files are missing or broken


@pytest.mark.parametrize("name", ["site.json", "*.json", "*.txt"])
@pytest.mark.parametrize("fault", ["missing", "broken", "unreachable"])
def test_what_cannot_be_loaded_is_told_and_can_be_tried_again(article: Page, name: str, fault: str) -> None:
    def fail(route: Route) -> None:
        if fault == "missing":
            route.fulfill(status=404)
        elif fault == "unreachable":
            route.abort()
        else:
            route.fulfill(status=200, body=b"")

    article.route(f"**/search/{name}", fail)
    article.keyboard.press("/")
    field(article).fill("鐵幕")
    retry = article.get_by_role("button", name="重試")
    expect(retry).to_be_visible()
    expect(status(article)).to_have_text("無法載入搜尋資料。")
    article.unroute(f"**/search/{name}")
    retry.click()
    expect(article.locator(".search-results mark").first).to_have_text("鐵幕")
    expect(retry).to_be_hidden()


def test_without_its_scripts_the_button_is_the_link_again(article: Page) -> None:
    article.route("**/assets/search/*.js", lambda route: route.abort())
    article.keyboard.press("/")
    article.wait_for_url("**/all-headings/")
