"""Quoting: what is selected is copied with its source, and a paragraph has an address of its own."""

from __future__ import annotations

import json
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.selecting import clipboard, copied, expect_recorded, record, select, select_by_touch

SLUG = "anglo-american-special-relationship"
SOURCE = "張心怡，〈論英美特殊關係的特質及其維繫原因〉，《歐洲國際評論》，"
SOURCE_SIMPLIFIED = "张心怡：《论英美特殊关系的特质及其维系原因》，《欧洲国际评论》，"
SOURCE_ENGLISH = (
    "Hsin-yi Chang, “The Anglo-American Special Relationship: The Nature of Its Specialness and "
    "Explanations for Its Persistence,” 歐洲國際評論"
)
HANT, HANS, EN = (f"/{folder}/{SLUG}/" for folder in ("zh-hant", "zh-hans", "en"))
NARROW = {"width": 390, "height": 844}
window = pytest.mark.browser_options


def offer(page: Page) -> Locator:
    return page.locator(".quote button").first


def quoted(block: Locator, text: str) -> list[str]:
    select(block, text)
    return copied(block.page, offer(block.page))


# What is copied.


def test_a_paragraph_of_a_page_whose_number_was_seen(article: Page) -> None:
    assert quoted(article.locator("#par-36"), "冷戰時期國際結構的這些轉變") == [
        "「冷戰時期國際結構的這些轉變」",
        f"{SOURCE}頁 95。{HANT}#par-36",
    ]


def test_over_the_end_of_a_page(article: Page) -> None:
    assert quoted(article.locator("#par-40"), "美國在歐盟總投資金額的四分之一。") == [
        "「美國在歐盟總投資金額的四分之一。」",
        f"{SOURCE}頁 96-[97]。{HANT}#par-40",
    ]


def test_up_to_the_end_of_a_page_and_no_further(article: Page) -> None:
    assert quoted(article.locator("#par-40"), "歐盟總投資金額")[1] == f"{SOURCE}頁 96。{HANT}#par-40"


def test_from_one_paragraph_to_the_next(article: Page) -> None:
    select(article.locator("#par-1"), "（Anglo-American", article.locator("#par-2"), "自第二次世界大戰以來")
    assert copied(article, offer(article)) == [
        "「（Anglo-American Special Relationship）即屬於此類無聯盟之名、卻有聯盟之實的合作關係。",
        "「自第二次世界大戰以來」",
        f"{SOURCE}頁 [77]。{HANT}#par-1",
    ]


def test_numbers_of_notes_are_not_copied(article: Page) -> None:
    said = quoted(article.locator("#par-3"), "特殊關係（special relationship）」。所謂「特殊關係」")
    assert said == [
        "「特殊關係（special relationship）』。所謂『特殊關係』」",
        f"{SOURCE}頁 [77]-[78]。{HANT}#par-3",
    ]


def test_inside_quotation_marks(article: Page) -> None:
    assert quoted(article.locator("#par-4"), "鐵幕")[0] == "「鐵幕」"
    assert quoted(article.locator("#par-4"), "「鐵幕」（Iron Curtain）")[0] == "「『鐵幕』（Iron Curtain）」"


def test_a_note(article: Page) -> None:
    assert quoted(article.locator("#note-12"), "關於英美對英國出兵越戰之態度與爭執") == [
        "「關於英美對英國出兵越戰之態度與爭執」",
        f"{SOURCE}頁 [82]，註 12。{HANT}#note-12",
    ]


def test_a_note_that_goes_on_on_the_next_page(article: Page) -> None:
    mark = article.locator("li:has([data-page]) p").first
    words = mark.evaluate("block => block.querySelector('[data-page]').nextSibling.data.slice(0, 8)")
    pages = mark.evaluate("""block => {
      const number = block.closest("li").value;
      const call = document.getElementById(`noteref-${number}`);
      const before = [...document.querySelectorAll("[data-page][id]")].filter(
        (mark) => mark.compareDocumentPosition(call) & Node.DOCUMENT_POSITION_FOLLOWING,
      );
      return [number, before.at(-1).dataset.page, block.querySelector("[data-page]").dataset.page];
    }""")
    number, called, other = pages
    assert called != other
    assert quoted(mark, words)[1] == f"{SOURCE}頁 {other}，註 {number}。{HANT}#note-{number}"


def test_the_abstract_in_english(article: Page) -> None:
    assert quoted(article.locator("#abstract-en-1"), "component in the “Three Circles” of British") == [
        "“component in the ‘Three Circles’ of British”",
        f"{SOURCE_ENGLISH}, p. [105]. {HANT}#abstract-en-1",
    ]


def test_an_apostrophe_is_no_quotation_mark(article: Page) -> None:
    assert quoted(article.locator("#abstract-en-1"), "sacrificing one’s own")[0] == "“sacrificing one’s own”"


def test_in_simplified(article: Page) -> None:
    article.goto(urljoin(article.url, HANS))
    assert quoted(article.locator("#par-40"), "美国在欧盟总投资金额的四分之一。") == [
        "“美国在欧盟总投资金额的四分之一。”",
        f"{SOURCE_SIMPLIFIED}第 96—[97] 页。{HANS}#par-40",
    ]
    assert quoted(article.locator("#par-4"), "“铁幕”（Iron")[0] == "“‘铁幕’（Iron”"
    assert quoted(article.locator("#note-12"), "关于英美对英国出兵越战之态度")[1] == (
        f"{SOURCE_SIMPLIFIED}第 [82] 页，注 12。{HANS}#note-12"
    )


def test_on_the_english_page(article: Page) -> None:
    article.goto(urljoin(article.url, EN))
    assert quoted(article.locator("#abstract-1"), "the indispensable component") == [
        "“the indispensable component”",
        f"{SOURCE_ENGLISH}. {EN}#abstract-1",
    ]


def test_side_by_side_each_half_is_quoted_as_on_its_own_page(article: Page) -> None:
    article.goto(urljoin(article.url, f"{HANT}parallel/"))
    assert quoted(article.locator("#par-40"), "金額的四分之一。") == [
        "「金額的四分之一。」",
        f"{SOURCE}頁 96-[97]。{HANT}#par-40",
    ]
    assert quoted(article.locator("[data-twin=par-40]"), "欧盟总投资金额") == [
        "“欧盟总投资金额”",
        f"{SOURCE_SIMPLIFIED}第 96 页。{HANS}#par-40",
    ]


@pytest.mark.parametrize(("page", "reading"), [(HANS, HANS), (f"{HANT}parallel/", HANT)])
def test_the_abstract_in_english_is_cited_alike_on_every_page(article: Page, page: str, reading: str) -> None:
    article.goto(urljoin(article.url, page))
    assert quoted(article.locator("#abstract-en-1"), "component in the") == [
        "“component in the”",
        f"{SOURCE_ENGLISH}, p. [105]. {reading}#abstract-en-1",
    ]


def test_side_by_side_a_selection_over_two_paragraphs_is_of_one_half(article: Page) -> None:
    article.goto(urljoin(article.url, f"{HANT}parallel/"))
    select(article.locator("#par-1"), "合作關係。", article.locator("#par-2"), "自第二次世界大戰以來")
    assert copied(article, offer(article))[:2] == ["「合作關係。", "「自第二次世界大戰以來」"]


# The offer.


def test_the_offer_stands_below_what_is_selected(article: Page) -> None:
    select(article.locator("#par-4"), "英語民族的兄弟情誼")
    expect(offer(article)).to_be_visible()
    box = offer(article).bounding_box()
    bottom = article.evaluate("getSelection().getRangeAt(0).getBoundingClientRect().bottom")
    assert box is not None
    assert bottom < box["y"] < bottom + 20
    assert box["height"] >= 24


@window(viewport=NARROW, has_touch=True)
def test_by_touch_it_stands_further_below_and_copies(article: Page) -> None:
    select_by_touch(article.locator("#par-4"), "英語民族的兄弟情誼")
    expect(offer(article)).to_be_visible()
    box = offer(article).bounding_box()
    bottom = article.evaluate("getSelection().getRangeAt(0).getBoundingClientRect().bottom")
    assert box is not None
    assert bottom + 30 < box["y"] < bottom + 60
    assert (box["x"] >= 0, box["x"] + box["width"] <= 390) == (True, True)
    article.context.grant_permissions(["clipboard-read", "clipboard-write"])
    article.evaluate("navigator.clipboard.writeText('nothing yet')")
    offer(article).tap()
    assert clipboard(article)[0] == "「英語民族的兄弟情誼」"


def test_by_keyboard(article: Page) -> None:
    article.context.grant_permissions(["clipboard-read", "clipboard-write"])
    select(article.locator("#par-4"), "英語民族的兄弟情誼")
    expect(offer(article)).to_be_visible()
    article.evaluate("navigator.clipboard.writeText('nothing yet')")
    article.keyboard.press("Tab")
    expect(offer(article)).to_be_focused()
    article.keyboard.press("Enter")
    assert clipboard(article)[0] == "「英語民族的兄弟情誼」"
    expect(article.locator(".quote")).to_be_hidden()


@pytest.mark.parametrize(
    ("folder", "part", "words", "said"),
    [
        (HANT, "#par-4", "英語民族的兄弟情誼", "已複製"),
        (HANS, "#par-4", "英语民族的兄弟情谊", "已复制"),
        (EN, "#abstract-1", "the indispensable component", "Copied"),
    ],
)
def test_it_is_said_that_it_was_copied(article: Page, folder: str, part: str, words: str, said: str) -> None:
    article.goto(urljoin(article.url, folder))
    select(article.locator(part), words)
    expect(offer(article)).to_be_visible()
    record(article.locator(".quote [role=status]"))
    copied(article, offer(article))
    expect_recorded(article, said)
    expect(article.locator(".quote")).to_be_hidden()


def test_escape_hides_it(article: Page) -> None:
    select(article.locator("#par-4"), "英語民族的兄弟情誼")
    expect(offer(article)).to_be_visible()
    article.keyboard.press("Escape")
    expect(offer(article)).to_be_hidden()
    assert article.evaluate("getSelection().toString()") == "英語民族的兄弟情誼"


def test_a_new_selection_is_offered_at_once(article: Page) -> None:
    assert quoted(article.locator("#par-4"), "英語民族的兄弟情誼")[0] == "「英語民族的兄弟情誼」"
    assert quoted(article.locator("#par-4"), "「鐵幕」（Iron Curtain）")[0] == "「『鐵幕』（Iron Curtain）」"


def test_it_goes_with_the_selection(article: Page) -> None:
    select(article.locator("#par-4"), "英語民族的兄弟情誼")
    expect(offer(article)).to_be_visible()
    article.locator("#par-3").click(position={"x": 200, "y": 100})
    expect(offer(article)).to_be_hidden()


def test_the_sites_own_words_are_not_offered(article: Page) -> None:
    select(article.locator(".about-link"), "文本說明\N{NO-BREAK SPACE}· 繁簡轉換")
    article.wait_for_timeout(400)
    expect(offer(article)).to_be_hidden()


def test_without_a_clipboard_it_is_copied_the_old_way(article: Page) -> None:
    article.add_init_script("delete Navigator.prototype.clipboard")
    article.reload()
    select(article.locator("#par-4"), "英語民族的兄弟情誼")
    record(article.locator(".quote [role=status]"))
    offer(article).click()
    expect_recorded(article, "已複製")
    assert article.evaluate("getSelection().toString()") == "英語民族的兄弟情誼"
    other = article.context.new_page()
    other.goto(article.url.replace(HANT, HANS))
    # Not deleted there.
    assert clipboard(other)[0] == "「英語民族的兄弟情誼」"


def test_data_in_the_page_is_json(article: Page) -> None:
    said = article.locator("script[type='application/ld+json']").text_content()
    assert json.loads(said or "")["headline"] == "論英美特殊關係的特質及其維繫原因"


# Permalinks.


def test_a_permalink_shows_under_the_pointer(article: Page) -> None:
    link = article.locator("#par-4 > .permalink")
    assert link.evaluate("link => getComputedStyle(link).opacity") == "0"
    article.locator("#par-4").hover(position={"x": 100, "y": 20})
    assert link.evaluate("link => getComputedStyle(link).opacity") == "1"
    box = link.bounding_box()
    assert box is not None
    assert box["width"] >= 24
    article.mouse.click(box["x"] + box["width"] / 2, box["y"] + 12)
    expect(article).to_have_url(urljoin(article.url, "#par-4"))


def test_a_permalink_shows_on_focus(article: Page) -> None:
    link = article.locator("#par-4 > .permalink")
    article.locator("#par-4").evaluate("place => place.scrollIntoView({ behavior: 'instant' })")
    article.keyboard.press("Alt+ArrowDown")
    expect(link).to_be_focused()
    expect(link).to_have_attribute("aria-label", "本段連結")
    assert link.evaluate("link => getComputedStyle(link).opacity") == "1"
    article.keyboard.press("Enter")
    expect(article).to_have_url(urljoin(article.url, "#par-4"))


@window(viewport={"width": 320, "height": 640})
def test_in_a_narrow_window_a_permalink_is_no_smaller(article: Page) -> None:
    article.locator("#par-4").hover(position={"x": 100, "y": 20})
    size = article.locator("#par-4 > .permalink").evaluate(
        "link => [getComputedStyle(link, '::before').width, getComputedStyle(link, '::before').height]"
    )
    assert [float(length.removesuffix("px")) >= 24 for length in size] == [True, True]


@window(java_script_enabled=False)
def test_every_part_has_a_permalink_without_scripts_too(article: Page) -> None:
    for part in ("#title", "#abstract-1", "#sec-1", "#par-1", "#english", "#abstract-en-1"):
        link = article.locator(f"{part} > .permalink")
        expect(link).to_have_attribute("href", part)
        expect(link).to_be_empty()
    assert article.locator(".permalink").count() >= article.locator("[id^=par-]").count()


def test_a_permalink_moves_no_text(article: Page) -> None:
    before, after = (
        article.evaluate(
            """hidden => {
              if (hidden) for (const link of document.querySelectorAll(".permalink")) link.remove();
              return [...document.querySelectorAll("[id^=par-], h2, h3")].map((block) => {
                const { left, top, width, height } = block.getBoundingClientRect();
                return [left, top, width, height];
              });
            }""",
            hidden,
        )
        for hidden in (False, True)
    )
    assert before == after


def test_a_permalink_is_in_the_words_of_its_page(article: Page) -> None:
    article.goto(urljoin(article.url, HANS))
    labels = {
        article.locator(f"{part} > .permalink").get_attribute("aria-label")
        for part in ("#title", "#sec-1", "#par-1", "#abstract-en-1")
    }
    assert labels == {"本文链接", "本节链接", "本段链接", "Link to this paragraph"}


def test_twins_have_no_permalinks(article: Page) -> None:
    article.goto(urljoin(article.url, f"{HANT}parallel/"))
    assert article.locator("#par-1 > .permalink").count() == 1
    assert article.locator("[data-twin] .permalink").count() == 0


def test_permalinks_are_not_printed(article: Page) -> None:
    article.emulate_media(media="print")
    expect(article.locator("#par-1 > .permalink")).to_be_hidden()


# What else is offered.


def test_where_nobody_takes_reports_none_is_offered(article: Page) -> None:
    select(article.locator("#par-4"), "英語民族的兄弟情誼")
    expect(offer(article)).to_be_visible()
    article.wait_for_load_state("networkidle")
    expect(article.locator(".quote a")).to_be_hidden()
    assert article.locator("script.citing").get_attribute("data-report") is None
