"""Copying as the system does it: the article's words, without the numbers of notes, in one script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.selecting import clipboard, select

CALLED = "特殊關係（special relationship）」。所謂「特殊關係」"


# What it needs is loaded with the first selection, which a reader takes longer to make.
LOAD = """async () => {
  await import(document.querySelector("script[src$='/reader.js']").src.replace(/.js$/, "/plain.js"));
}"""


def copied(page: Page) -> list[str]:
    """What Ctrl+C copies."""
    page.evaluate(LOAD)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("navigator.clipboard.writeText('nothing yet')")
    page.keyboard.press("ControlOrMeta+c")
    return clipboard(page)


def copied_html(page: Page) -> str:
    """The same, as an editor with formats is given it."""
    html: str = page.evaluate(
        """async () => {
          const [item] = await navigator.clipboard.read();
          const text = await (await item.getType("text/html")).text();
          const { body } = new DOMParser().parseFromString(text, "text/html");
          return body.innerHTML.replace(/<!--.*?-->/g, "").replace(/ style="[^"]*"/g, "").trim();
        }"""
    )
    return html


def test_numbers_of_notes_stay_behind(article: Page) -> None:
    select(article.locator("#par-3"), CALLED)
    assert article.evaluate("String(getSelection())") != CALLED
    assert copied(article) == [CALLED]
    assert copied_html(article) == f'<span lang="zh-Hant">{CALLED}</span>'


def test_paragraphs_stay_paragraphs(article: Page) -> None:
    select(
        article.locator("#par-1"),
        "卻有聯盟之實的合作關係。",
        article.locator("#par-2"),
        "自第二次世界大戰以來",
    )
    assert copied(article) == ["卻有聯盟之實的合作關係。", "", "自第二次世界大戰以來"]
    assert copied_html(article) == (
        '<p lang="zh-Hant">卻有聯盟之實的合作關係。</p><p lang="zh-Hant">自第二次世界大戰以來</p>'
    )


def test_a_whole_paragraph_and_a_note(article: Page) -> None:
    for block in (article.locator("#par-3"), article.locator("#note-12 p")):
        block.click(position={"x": 80, "y": 10}, click_count=3)
        (words,) = copied(article)
        assert words == words_of(block)


def words_of(block: Locator) -> str:
    """The words of a block without what leads away from it."""
    words: str = block.evaluate(
        """block => {
          const copy = block.cloneNode(true);
          copy.querySelectorAll("sup, .footnote-backref").forEach((gone) => gone.remove());
          return copy.textContent.trim();
        }"""
    )
    return words


@pytest.mark.parametrize(
    ("half", "words"),
    [
        ("[id=par-{}]", ["卻有聯盟之實的合作關係。", "自第二次世界大戰以來"]),
        ("[data-twin=par-{}]", ["却有联盟之实的合作关系。", "自第二次世界大战以来"]),
    ],
)
def test_side_by_side_one_script_is_copied(parallel: Page, half: str, words: list[str]) -> None:
    first, last = (parallel.locator(half.format(number)) for number in (1, 2))
    select(first, words[0], last, words[1])
    assert copied(parallel) == [words[0], "", words[1]]


def test_a_selection_that_begins_outside_of_the_article_is_the_browsers(article: Page) -> None:
    article.evaluate(
        """() => {
          const [outside, inside] = [".about-link", "#par-1"].map((name) => document.querySelector(name));
          getSelection().setBaseAndExtent(outside, 0, inside, inside.childNodes.length);
        }"""
    )
    said = "\n".join(copied(article))
    assert "文本說明" in said
    assert "前往" in said
    assert "（Anglo-American Special Relationship）" in said


def test_the_number_of_a_note_alone_can_be_copied(article: Page) -> None:
    article.locator("#noteref-3").evaluate("call => getSelection().selectAllChildren(call)")
    assert copied(article) == ["3"]


def test_what_is_typed_is_copied_as_it_is(article: Page) -> None:
    select(article.locator("#par-3"), CALLED)
    field = article.locator(".go-to-page input")
    field.fill("77")
    field.select_text()
    expect(field).to_be_focused()
    assert copied(article) == ["77"]
