"""Notes in their four forms: in the margin, in a preview, in a sheet, as a list."""

from __future__ import annotations

import re
from itertools import pairwise
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, FloatRect, Locator, Page, Route, expect

from browser.following import IN_PAGE, expect_to_lead

window = pytest.mark.browser_options
NARROW = {"width": 900, "height": 800}
PHONE = {"width": 390, "height": 844}

with_a_pointer = window(viewport=NARROW)
touched = window(viewport=PHONE, has_touch=True, is_mobile=True)
without_scripts = window(java_script_enabled=False)

# Each note with its call: number, tops and ends, measured from the top of the page.
PAIRS = """() => [...document.querySelectorAll("[role=doc-endnotes] li[id]")].map((note) => {
  const call = document.getElementById(note.id.replace("note-", "noteref-"));
  const { top, bottom, left, width } = note.getBoundingClientRect();
  const line = call.getBoundingClientRect().top + scrollY;
  return { number: note.value, call: line, top: top + scrollY, bottom: bottom + scrollY, left, width };
})"""

TEXT = """() => {
  const { left, right } = document.querySelector(".md-content__inner > p[id^=par]").getBoundingClientRect();
  return [left, right];
}"""

# The current hit of a search: the note it is in, if any, and its height in the window.
CURRENT = """() => {
  const [hit] = CSS.highlights.get("hit-current");
  const { top, bottom } = hit.getBoundingClientRect();
  return [hit.startContainer.parentElement.closest("li")?.id, top, bottom];
}"""


@pytest.fixture(params=["zh-Hant", "zh-Hans"])
def either(article: Page, request: pytest.FixtureRequest) -> Page:
    """The reading page in either script."""
    if request.param == "zh-Hans":
        article.goto(article.url.replace("zh-hant", "zh-hans"))
    return article


def call_of(page: Page, number: int) -> Locator:
    return page.locator(f"#noteref-{number}")


def note_of(page: Page, number: int) -> Locator:
    return page.locator(f"#note-{number}")


def count(page: Page) -> int:
    return page.locator("[role=doc-endnotes] li[id]").count()


def box(place: Locator) -> FloatRect:
    found = place.bounding_box()
    assert found is not None
    return found


def expect_in_sight(page: Page, place: Locator) -> None:
    """Its beginning is in the window, and not under the sticky header."""
    expect(place).to_be_in_viewport()
    header = box(page.locator(".md-header"))
    assert box(place)["y"] >= header["y"] + header["height"]


def duplicate_ids(page: Page) -> list[str]:
    ids: list[str] = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
    return sorted({place for place in ids if ids.count(place) > 1})


def centre(place: Locator) -> None:
    place.evaluate("place => place.scrollIntoView({ block: 'center', behavior: 'instant' })")


# --- there and back, for every note


@pytest.mark.parametrize(
    "reader",
    [
        "desk",
        pytest.param("narrow", marks=with_a_pointer),
        pytest.param("no-scripts", marks=without_scripts),
    ],
)
def test_every_call_leads_to_its_note_and_back(either: Page, reader: str) -> None:
    call_of(either, 1).click()  # which loads what the others need
    expect(either).to_have_url(re.compile("#note-1$"))
    numbers = sorted({*range(1, count(either) + 1)} - far_notes(either))
    expect_to_lead(either, [way for number in numbers for way in there_and_back(number)])


def there_and_back(number: int) -> list[tuple[str, str]]:
    """A call and the way back from its note, and the places to which they lead."""
    call, note = f"noteref-{number}", f"note-{number}"
    return [(f"#{call}", note), (f"#{note} [role=doc-backlink]", call)]


def far_notes(page: Page) -> set[int]:
    """The notes in the margin that a window cannot show together with their calls."""
    size, pairs = page.viewport_size, page.evaluate(PAIRS)
    assert size is not None
    if pairs[0]["top"] > pairs[-1]["call"]:
        return set()  # they are a list
    room = size["height"] - box(page.locator(".md-header"))["height"] - 48
    return {
        pair["number"]
        for pair in pairs
        if max(pair["bottom"], pair["call"]) - min(pair["top"], pair["call"]) > room
    }


# Tap on every call, in the sheet on the link to the note, and there on the way back; what goes wrong.
TAP = f"""async () => {{
  {IN_PAGE}
  const failed = [];
  const expect = (holds, what) => holds || failed.push(what);
  for (const note of document.querySelectorAll("[role=doc-endnotes] li[id]")) {{
    const call = document.getElementById(note.id.replace("note-", "noteref-"));
    await click(call, "touch");
    const sheets = document.querySelectorAll("dialog[open]");
    expect(sheets.length === 1, `${{sheets.length}} sheets for ${{note.id}}`);
    const words = note.querySelector("p").firstChild.textContent.trim();
    expect(sheets[0].textContent.includes(words), `the sheet of ${{note.id}} has other words`);
    await click(sheets[0].querySelector("a"), "touch");
    expect(location.hash === `#${{note.id}}`, `the sheet of ${{note.id}} leads to ${{location.hash}}`);
    await until(() => !document.querySelector(".note-sheet"));
    expect(inSight(note), `${{note.id}} is out of sight`);
    await click(note.querySelector("[role=doc-backlink]"), "touch");
    expect(inSight(call), `${{call.id}} is out of sight`);
  }}
  return failed;
}}"""


@touched
@window(reduced_motion="reduce")
def test_on_a_phone_every_call_opens_its_note_which_leads_to_the_list_and_back(either: Page) -> None:
    call_of(either, 1).tap()  # which loads what the others need
    sheet = either.get_by_role("dialog")
    expect(sheet).to_contain_text(words(note_of(either, 1)))
    sheet.get_by_role("button").tap()
    expect(sheet).to_have_count(0)
    assert either.evaluate(TAP) == []


def words(note: Locator) -> str:
    """What a note says before its first element."""
    return str(note.locator("p").first.evaluate("note => note.firstChild.textContent")).strip()


# --- in the margin


def expect_in_order(pairs: list[dict[str, float]]) -> None:
    """By number, none over the other."""
    assert [pair["number"] for pair in pairs] == sorted(pair["number"] for pair in pairs)
    for before, after in pairwise(pairs):
        assert after["top"] >= before["bottom"] - 0.5


@pytest.mark.parametrize(
    "width",
    [pytest.param(w, marks=window(viewport={"width": w, "height": 900})) for w in (1280, 1440, 1920)],
)
def test_notes_stand_in_the_margin_in_order(either: Page, width: int) -> None:
    pairs = either.evaluate(PAIRS)
    expect_in_order(pairs)
    _, right = either.evaluate(TEXT)
    contents = box(either.locator(".md-sidebar--secondary"))
    for pair in pairs:
        assert right <= pair["left"] < pair["left"] + pair["width"] < contents["x"]
    assert pairs[-1]["bottom"] <= either.evaluate("document.documentElement.scrollHeight")


def test_notes_that_touch_stand_about_their_calls_and_others_beside_them(article: Page) -> None:
    stacks: list[list[dict[str, float]]] = []
    for pair in article.evaluate(PAIRS):
        if stacks and pair["top"] <= stacks[-1][-1]["bottom"] + 0.5:
            stacks[-1].append(pair)
        else:
            stacks.append([pair])
    assert [len(stack) for stack in stacks if len(stack) > 1]
    for stack in stacks:
        assert sum(pair["top"] - pair["call"] for pair in stack) / len(stack) == pytest.approx(0, abs=1)


def test_no_note_stands_above_the_article(article: Page) -> None:
    """Though the first paragraphs call more than there is room for beside them and above."""
    article.evaluate("document.querySelector('#note-1').style.height = '9000px'")
    pairs = settled(article)
    expect_in_order(pairs)
    column = box(article.locator(".md-content__inner"))
    assert pairs[0]["top"] == pytest.approx(column["y"], abs=1)


def test_a_line_in_the_margin_holds_13_to_17_ideographs(article: Page) -> None:
    measure = "line => line.clientWidth / parseFloat(getComputedStyle(line).fontSize)"
    assert 13 <= article.locator("#note-1 > p").evaluate(measure) <= 17


def test_notes_move_when_the_window_does(article: Page) -> None:
    article.set_viewport_size({"width": 1700, "height": 800})
    expect_in_order(settled(article))
    article.set_viewport_size({"width": 1000, "height": 800})
    pairs = settled(article)
    assert min(pair["top"] for pair in pairs) > max(pair["call"] for pair in pairs)
    article.set_viewport_size({"width": 1300, "height": 800})
    expect_in_order(settled(article))


def test_notes_move_when_the_text_does(article: Page) -> None:
    before = article.evaluate(PAIRS)
    article.evaluate("document.querySelector('#sec-1').style.height = '400px'")
    after = settled(article)
    assert after[0]["top"] > before[0]["top"] + 300
    expect_in_order(after)


def settled(page: Page) -> list[dict[str, float]]:
    """The notes after what was observed has been answered."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    pairs: list[dict[str, float]] = page.evaluate(PAIRS)
    return pairs


def test_the_text_stands_where_it_stands_without_scripts(article: Page, browser: Browser) -> None:
    with browser.new_context(viewport={"width": 1280, "height": 800}, java_script_enabled=False) as plain:
        page = plain.new_page()
        page.goto(article.url)
        assert page.evaluate(TEXT) == article.evaluate(TEXT)


def test_a_click_leaves_the_page_where_it_is_and_goes_back_the_same_way(article: Page) -> None:
    call, note = call_of(article, 10), note_of(article, 10)
    centre(call)
    here = article.evaluate("scrollY")
    call.click()
    expect(note).to_be_focused()
    assert article.evaluate("document.querySelector(':target').id") == "note-10"
    note.locator("[role=doc-backlink]").click()
    expect(call).to_be_focused()
    for place in ("#note-10", "articles"):
        article.go_back()
        assert place in article.url or "#" not in article.url
    article.wait_for_timeout(400)
    assert article.evaluate("scrollY") == pytest.approx(here, abs=1)


def test_the_keyboard_leads_through_a_note_and_back(article: Page) -> None:
    call = call_of(article, 10)
    centre(call)
    call.focus()
    article.keyboard.press("Enter")
    expect(note_of(article, 10)).to_be_focused()
    for link in note_of(article, 10).get_by_role("link").all():  # the works it cites, and the way back
        article.keyboard.press("Tab")
        expect(link).to_be_focused()
        article.keyboard.press("Escape")  # no preview of the work, into which Tab would lead
    article.keyboard.press("Enter")
    expect(call).to_be_focused()


def test_a_call_lights_its_note_and_a_note_its_call(article: Page) -> None:
    call, note = call_of(article, 10), note_of(article, 10)
    centre(call)
    call.hover()
    expect(article.locator("li.lit")).to_have_id("note-10")
    article.locator("#title").hover()
    expect(article.locator(".lit")).to_have_count(0)
    note.hover()
    expect(article.locator(".footnote-ref.lit")).to_have_id("noteref-10")
    article.locator("#title").hover()
    call.focus()
    expect(article.locator("li.lit")).to_have_id("note-10")


def test_the_contents_leave_out_the_list_that_is_not_there(article: Page) -> None:
    entry = article.locator(".md-sidebar--secondary [href='#notes']")
    expect(entry).to_be_hidden()
    article.set_viewport_size({"width": 1100, "height": 800})
    expect(entry).to_be_visible()


def test_a_search_marks_notes_in_the_margin_and_leads_there(article: Page) -> None:
    article.goto(urljoin(article.url, "?q=Baylis#note-10"))
    bar = article.get_by_role("complementary", name="搜尋結果")
    expect(bar).to_be_visible()
    header = box(article.locator(".md-header"))
    found = []
    for _ in range(article.evaluate("CSS.highlights.get('hit').size")):
        note, top, bottom = article.evaluate(CURRENT)
        assert header["height"] <= top < bottom <= box(bar)["y"]
        found.append(note)
        bar.get_by_role("button", name="下一處").click()
    assert len({note for note in found if note}) > 1


# --- in a preview


@pytest.fixture
def preview(article: Page) -> Locator:
    return article.locator(".note-preview")


def expect_wholly_in_sight(page: Page, shown: Locator) -> None:
    place, header = box(shown), box(page.locator(".md-header"))
    size = page.viewport_size
    assert size is not None
    assert place["y"] >= header["y"] + header["height"]
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= size["width"]
    assert place["y"] + place["height"] <= size["height"]


# Have the pointer come over every call, and look at the preview when it is there; what is wrong.
HOVER = f"""async (label) => {{
  {IN_PAGE}
  const failed = [];
  const expect = (holds, what) => holds || failed.push(what);
  for (const note of document.querySelectorAll("[role=doc-endnotes] li[id]")) {{
    const call = document.getElementById(note.id.replace("note-", "noteref-"));
    call.scrollIntoView({{ block: note.value % 2 ? "end" : "center" }});
    meet(call).dispatchEvent(new PointerEvent("pointerover", {{ bubbles: true, pointerType: "mouse" }}));
    const isItsOwn = (shown) => shown.role === "group" && shown.ariaLabel === `${{label}} ${{note.value}}`;
    await until(() => [...document.querySelectorAll(".note-preview")].some(isItsOwn));
    await frames();
    const [preview, ...others] = document.querySelectorAll(".note-preview");
    expect(preview.checkVisibility() && !others.length, `there is not one for ${{note.id}}`);
    const words = note.querySelector("p").firstChild.textContent.trim();
    expect(preview.textContent.includes(words), `that of ${{note.id}} has other words`);
    expect(!preview.querySelector("[role=doc-backlink]"), `that of ${{note.id}} has a way back`);
    const {{ left, top, right, bottom }} = preview.getBoundingClientRect();
    const isWhole = inSight(preview) && left >= 0 && right <= innerWidth && bottom <= innerHeight;
    expect(isWhole, `that of ${{note.id}} is not wholly in sight: ${{[left, top, right, bottom]}}`);
    const ids = [...document.querySelectorAll("[id]")].map(({{ id }}) => id);
    expect(ids.length === new Set(ids).size, `that of ${{note.id}} doubles ids`);
    document.dispatchEvent(new KeyboardEvent("keydown", {{ key: "Escape" }})); // it may cover others
  }}
  return failed;
}}"""


@with_a_pointer
def test_every_note_shows_under_the_pointer_without_a_way_back(either: Page) -> None:
    label = "註" if "zh-hant" in either.url else "注"
    call_of(either, 1).hover()  # which loads what the others need
    expect(either.get_by_role("group", name=f"{label} 1", exact=True)).to_be_visible()
    either.mouse.move(4, 4)  # over the header, where it meets nothing else when the page scrolls
    either.keyboard.press("Escape")
    assert either.evaluate(HOVER, label) == []


@with_a_pointer
def test_one_can_move_into_it_and_it_stays(article: Page, preview: Locator) -> None:
    call = call_of(article, 10)
    centre(call)
    call.hover()
    expect(preview).to_be_visible()
    place, start = box(preview), box(call)
    article.mouse.move(start["x"] + start["width"] / 2, place["y"] + 9)
    article.mouse.move(place["x"] + place["width"] - 9, place["y"] + place["height"] - 9, steps=10)
    article.wait_for_timeout(600)
    expect(preview).to_be_visible()
    article.mouse.move(4, 400)
    expect(preview).to_have_count(0)


@with_a_pointer
def test_escape_closes_it_and_leaves_the_focus_on_the_call(article: Page, preview: Locator) -> None:
    call = call_of(article, 10)
    call.focus()
    expect(preview).to_be_visible()
    article.keyboard.press("Escape")
    expect(preview).to_have_count(0)
    expect(call).to_be_focused()


@with_a_pointer
def test_escape_closes_what_the_pointer_opened(article: Page, preview: Locator) -> None:
    call_of(article, 10).hover()
    expect(preview).to_be_visible()
    article.keyboard.press("Escape")
    expect(preview).to_have_count(0)
    article.wait_for_timeout(300)
    expect(preview).to_have_count(0)


@with_a_pointer
def test_the_focus_that_comes_back_wants_no_preview(article: Page, preview: Locator) -> None:
    call = call_of(article, 10)
    call.focus()
    article.keyboard.press("Enter")
    expect(note_of(article, 10)).to_be_focused()
    expect(preview).to_have_count(0)
    note_of(article, 10).locator("[role=doc-backlink]").focus()
    article.keyboard.press("Enter")
    expect(call).to_be_focused()
    expect(preview).to_have_count(0)


def test_a_note_far_down_the_margin_shows_in_a_preview(article: Page, preview: Locator) -> None:
    """The one that stands furthest below its call."""
    pairs = article.evaluate(PAIRS)
    number = max(pairs, key=lambda pair: pair["top"] - pair["call"])["number"]
    call = call_of(article, number)
    centre(call)
    expect(note_of(article, number)).not_to_be_in_viewport()
    call.hover()
    expect(preview).to_contain_text(words(note_of(article, number)))
    call.click()
    expect_in_sight(article, note_of(article, number))
    expect_in_sight(article, call)


def test_a_click_that_would_lead_away_from_the_call_shows_the_preview(
    article: Page, preview: Locator
) -> None:
    number = far_notes(article).pop()
    call = call_of(article, number)
    centre(call)
    here = article.evaluate("scrollY")
    call.click()
    expect(preview).to_contain_text(words(note_of(article, number)))
    assert article.evaluate("scrollY") == here
    assert "#" not in article.url
    call.press("Enter")  # the keyboard goes on in the note itself
    expect(note_of(article, number)).to_be_focused()
    expect_in_sight(article, note_of(article, number))


def test_a_note_beside_its_call_needs_no_preview(article: Page, preview: Locator) -> None:
    call = call_of(article, 10)
    centre(call)
    call.hover()
    article.wait_for_timeout(400)
    expect(preview).to_have_count(0)


# --- in a sheet


@touched
@pytest.mark.parametrize("way", ["button", "Escape", "outside"])
def test_a_sheet_closes_and_all_is_as_before(either: Page, way: str) -> None:
    pairs = either.evaluate(PAIRS)
    number = max(pairs, key=lambda pair: pair["bottom"] - pair["top"])["number"]  # the longest
    call = call_of(either, number)
    centre(call)
    here = either.evaluate("scrollY")
    call.tap()
    traditional = "zh-hant" in either.url
    sheet = either.get_by_role("dialog", name=f"{'註' if traditional else '注'} {number}")
    expect(sheet).to_be_visible()
    sheet.evaluate("sheet => Promise.all(sheet.getAnimations().map(({ finished }) => finished))")
    place = box(sheet)
    assert place["height"] <= PHONE["height"] / 2
    assert place["y"] + place["height"] == pytest.approx(PHONE["height"], abs=1)
    assert duplicate_ids(either) == []
    button = sheet.get_by_role("button", name="關閉" if traditional else "关闭")
    assert min(box(button)["width"], box(button)["height"]) >= 44
    if way == "button":
        button.tap()
    elif way == "Escape":
        either.keyboard.press("Escape")
    else:
        either.touchscreen.tap(100, 200)
    expect(sheet).to_have_count(0)
    expect(call).to_be_focused()
    assert either.evaluate("scrollY") == here
    assert "#" not in either.url


@touched
def test_a_long_note_scrolls_in_its_sheet(article: Page) -> None:
    pairs = article.evaluate(PAIRS)
    call_of(article, max(pairs, key=lambda pair: pair["bottom"] - pair["top"])["number"]).tap()
    sheet = article.get_by_role("dialog")
    sheet.evaluate("sheet => sheet.scrollTo(0, 1e6)")
    assert sheet.evaluate("sheet => sheet.scrollTop") > 0
    expect(sheet.get_by_role("button")).to_be_in_viewport()


@window(viewport=PHONE, has_touch=True, is_mobile=True, reduced_motion="reduce")
def test_a_sheet_does_not_move_for_those_who_want_no_motion(article: Page) -> None:
    call_of(article, 3).tap()
    assert article.get_by_role("dialog").evaluate("sheet => sheet.getAnimations().length") == 0


# --- on paper, and without scripts


def test_on_paper_there_is_the_list(article: Page) -> None:
    article.emulate_media(media="print")
    expect_a_list(article)


@without_scripts
def test_without_scripts_there_is_the_list(article: Page) -> None:
    expect_a_list(article)


def expect_a_list(page: Page) -> None:
    pairs = page.evaluate(PAIRS)
    assert min(pair["top"] for pair in pairs) > max(pair["call"] for pair in pairs)
    assert page.locator("#notes").evaluate("heading => getComputedStyle(heading).position") != "absolute"
    left, right = page.evaluate(TEXT)
    for before, after in pairwise(pairs):
        assert after["top"] >= before["bottom"]
        assert left <= after["left"] <= after["left"] + after["width"] <= right + 1


# --- what is loaded when it is first used

LATE = "**/assets/reader/notes/preview.js"


def come_late(route: Route) -> None:
    route.request.frame.page.wait_for_timeout(300)
    route.continue_()


@with_a_pointer
def test_a_click_waits_for_what_it_needs(article: Page) -> None:
    """On a slow network too, the first click on a call moves nothing that is in sight."""
    article.route(LATE, come_late)
    call_of(article, 2).click()
    expect(article).to_have_url(re.compile("#note-2$"))
    expect(note_of(article, 2)).to_be_focused()


@with_a_pointer
@window(hurried=True)
def test_a_click_does_not_wait_for_what_never_comes(article: Page) -> None:
    article.route(LATE, lambda route: None)
    call_of(article, 2).click()
    expect(article).to_have_url(re.compile("#note-2$"))
    expect(note_of(article, 2)).to_be_in_viewport()


@touched
def test_the_first_tap_opens_a_note_however_late(article: Page) -> None:
    article.route(LATE, come_late)
    call_of(article, 2).tap()
    expect(article.get_by_role("dialog")).to_contain_text(words(note_of(article, 2)))
