"""How the text is set: its measure, its lines, its marks, in either script."""

from __future__ import annotations

from base64 import b64encode

import pytest
from playwright.sync_api import Page, expect

from browser.test_widths import CHOSEN

MEASURES = """() => {
  const paragraph = document.querySelector("p[id=par-2]");
  const { fontSize, lineHeight, textIndent } = getComputedStyle(paragraph);
  const note = getComputedStyle(document.querySelector("[role=doc-endnotes] li")).fontSize;
  const [size, line, indent, small] = [fontSize, lineHeight, textIndent, note].map(parseFloat);
  const measure = paragraph.clientWidth / size;
  return { measure, line: line / size, indent: indent / size, note: small / size };
}"""

# The lines of all paragraphs and notes: of each what stands first and last, in which a note call is one sign;
# and the largest gap after an ideograph, in its size. A line begins where the text goes back.
LINES = """() => [...document.querySelectorAll("p[id^=par], [role=doc-endnotes] li > p")].flatMap((block) => {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const size = parseFloat(getComputedStyle(block).fontSize);
  const lines = [];
  let right = Infinity;
  while (walker.nextNode()) {
    const { data, parentElement: around } = walker.currentNode;
    if (around.closest(".footnote-backref")) continue;
    for (let at = 0; at < data.length; at++) {
      const range = document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + 1);
      const box = [...range.getClientRects()].find(({ width }) => width > 0);
      if (!box || !data[at].trim()) continue;
      const sign = around.closest("sup") ? "CALL" : data[at];
      if (box.left < right - size) lines.push({ first: sign, gap: 0, block: block.id });
      const line = lines.at(-1);
      if (/\\p{Script=Han}/u.test(sign)) line.gap = Math.max(line.gap, box.width / size - 1);
      line.last = sign;
      right = box.right;
    }
  }
  return lines;
})"""

# How many ideographs fit into a line, and the room at both sides of the column.
WHOLE = """(size) => {
  document.documentElement.dataset.size = size;
  const paragraph = document.querySelector("p[id=par-2]");
  const { left, right, width } = paragraph.getBoundingClientRect();
  return [width / parseFloat(getComputedStyle(paragraph).fontSize), left, innerWidth - right];
}"""

# By how much each line of a paragraph without Latin words is too short, in ideographs; not the last of each.
ENDS = """() => [...document.querySelectorAll("p[id^=par]:not(:has([lang=en]))")].flatMap((block) => {
  const range = document.createRange();
  range.selectNodeContents(block);
  const right = block.getBoundingClientRect().right;
  const ends = new Map(); // of each line, by its middle
  const line = parseFloat(getComputedStyle(block).lineHeight);
  const top = block.getBoundingClientRect().top;
  for (const box of range.getClientRects()) {
    const number = Math.floor(((box.top + box.bottom) / 2 - top) / line);
    if (box.width > 0) ends.set(number, Math.max(ends.get(number) ?? 0, box.right));
  }
  const size = parseFloat(getComputedStyle(block).fontSize);
  ends.delete(Math.max(...ends.keys()));
  return [...ends.values()].map((end) => (right - end) / size);
})"""

# Where the ink of the first 。 is, in its box: from 0 at the left or top to 1.
FULL_STOP = """() => {
  const walker = document.createTreeWalker(document.querySelector("#par-2"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.search(/。./);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + 1);
    range.startContainer.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x, y, width, height };
  }
}"""

INK = """async (picture) => {
  const bytes = Uint8Array.from(atob(picture), (sign) => sign.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes]));
  const { width, height } = bitmap;
  const canvas = new OffscreenCanvas(width, height).getContext("2d");
  canvas.drawImage(bitmap, 0, 0);
  const { data } = canvas.getImageData(0, 0, width, height);
  let [x, y, ink] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 4) {
    const dark = 255 - data[at];
    if (dark < 100) continue;
    x += (((at / 4) % width) + 0.5) * dark;
    y += (Math.floor(at / 4 / width) + 0.5) * dark;
    ink += dark;
  }
  return [x / ink / width, y / ink / height];
}"""

OPENING = "「『（《〈“‘(["
CLOSING = "」』）》〉”’。，、；：！？)]"


@pytest.fixture(params=["zh-Hant", "zh-Hans"])
def either(article: Page, request: pytest.FixtureRequest) -> Page:
    """The reading page in either script."""
    if request.param == "zh-Hans":
        article.goto(article.url.replace("zh-hant", "zh-hans"))
    return article


def sized(article: Page, width: int) -> None:
    """Open it in a window of this width, as a reader who has chosen a size: so there are rules for all."""
    article.add_init_script(CHOSEN)
    article.set_viewport_size({"width": width, "height": 800})
    article.reload()
    expect(article.locator("html")).to_have_attribute("data-size", "4")


def test_the_text_is_set_as_in_chinese_print(either: Page) -> None:
    measures = either.evaluate(MEASURES)
    assert 32 <= measures["measure"] <= 38
    assert measures["line"] == pytest.approx(1.85, abs=0.1)
    assert measures["indent"] == pytest.approx(2)
    assert 0.7 <= measures["note"] <= 0.85


@pytest.mark.parametrize("width", [320, 375, 390, 414, 820, 1280, 1440])
def test_a_line_is_a_whole_number_of_ideographs_at_every_size(article: Page, width: int) -> None:
    sized(article, width)
    for size in "12345":
        measure, left, right = article.evaluate(WHOLE, size)
        assert 0 <= measure % 1 < 0.08, (size, measure)
        if width < 900:  # in wider windows notes or the table of contents stand at the right
            assert left == pytest.approx(right, abs=1)


# How many ideographs fit into a line of the notes, at a size of text: the least, and the most.
NOTES = """(size) => {
  document.documentElement.dataset.size = size;
  const notes = [...document.querySelectorAll(".footnote li > p")].map((note) => {
    const { fontSize, width } = getComputedStyle(note);
    return parseFloat(width) / parseFloat(fontSize);
  });
  return [Math.min(...notes), Math.max(...notes)];
}"""


@pytest.mark.parametrize("width", [320, 390, 820, 1280, 1440])
def test_a_line_of_a_note_is_a_whole_number_of_ideographs_too(article: Page, width: int) -> None:
    sized(article, width)
    for size in "12345":
        least, most = article.evaluate(NOTES, size)
        assert least == most
        assert 0 <= least % 1 < 0.08, (size, least)


@pytest.mark.parametrize("paper", [794, 816])  # A4 and Letter, in CSS pixels
def test_a_printed_line_is_a_whole_number_of_ideographs(article: Page, paper: int) -> None:
    """The margins of the paper, which are not the window's, are taken off."""
    article.set_viewport_size({"width": paper - round(28 / 25.4 * 96), "height": 1000})
    article.emulate_media(media="print")
    measure, _, _ = article.evaluate(WHOLE, "3")
    assert 0 <= measure % 1 < 0.08, measure
    least, most = article.evaluate(NOTES, "3")
    assert least == most
    assert 0 <= least % 1 < 0.08, least


@pytest.mark.parametrize("width", [320, 390, 414])
def test_on_phones_lines_are_justified_where_no_latin_word_stands(article: Page, width: int) -> None:
    article.set_viewport_size({"width": width, "height": 800})
    ends = article.evaluate(ENDS)
    assert len(ends) > 200
    assert max(ends) < 0.5


def test_lines_with_latin_words_are_as_high_as_all_others(either: Page) -> None:
    either.evaluate("document.documentElement.style.setProperty('--face-latin', 'DejaVu Serif')")
    heights = either.evaluate(
        """() => [...document.querySelectorAll(".footnote li > p, p[id^=par]")].map((block) => {
          const line = parseFloat(getComputedStyle(block).lineHeight);
          return (block.getBoundingClientRect().height / line) % 1;
        })"""
    )
    assert len(heights) > 100
    assert [height for height in heights if 0.02 < height < 0.98] == []


@pytest.mark.parametrize("width", [1280, 768, 390])
def test_no_line_begins_or_ends_with_a_wrong_mark(either: Page, width: int) -> None:
    either.set_viewport_size({"width": width, "height": 800})
    lines = either.evaluate(LINES)
    assert len(lines) > 100
    assert [line for line in lines if line["first"] in CLOSING] == []
    assert [line for line in lines if line["last"] in OPENING] == []


@pytest.mark.parametrize("width", [1280, 768, 390])
def test_no_line_begins_with_a_note_call(either: Page, width: int) -> None:
    either.set_viewport_size({"width": width, "height": 800})
    assert [line for line in either.evaluate(LINES) if line["first"] == "CALL"] == []


@pytest.mark.parametrize("width", [1280, 768])
def test_justified_lines_are_not_torn_apart(either: Page, width: int) -> None:
    either.set_viewport_size({"width": width, "height": 800})
    # The most is before a long word in Latin letters, where the browser cannot hyphenate.
    assert [line for line in either.evaluate(LINES) if line["gap"] > 0.65] == []


@pytest.mark.browser_options(device_scale_factor=4)
@pytest.mark.parametrize("face", ["serif", "sans"])
@pytest.mark.parametrize(
    ("script", "writing", "place"),
    [
        ("zh-hant", "horizontal", (0.5, 0.5)),
        ("zh-hans", "horizontal", (0.25, 0.7)),
        ("zh-hant", "vertical", (0.5, 0.5)),
        ("zh-hans", "vertical", (0.75, 0.25)),
    ],
)
def test_a_full_stop_stands_where_readers_know_it(
    article: Page, face: str, script: str, writing: str, place: tuple[float, float]
) -> None:
    settings = f'{{"face": "{face}", "writing": "{writing}"}}'
    article.evaluate("settings => localStorage.setItem('duidu.settings', settings)", settings)
    article.goto(article.url.replace("zh-hant", script))
    picture = article.screenshot(clip=article.evaluate(FULL_STOP))
    assert article.evaluate(INK, b64encode(picture).decode()) == pytest.approx(place, abs=0.13)
