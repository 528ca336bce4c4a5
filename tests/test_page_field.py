"""The field for the number of a printed page: which pages it lists, and what it says of others."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from articles import SAMPLE, inferred, note, paragraph, seen
from duidu.model import ENGLISH, SIMPLIFIED, TRADITIONAL, Article, Page, PageBreak
from duidu.publish.page_field import page_field
from duidu.publish.words import WORDS


def article(*breaks: PageBreak) -> Article:
    """An article on whose paragraphs these pages begin; the next one begins in a note."""
    beyond = inferred(int(breaks[-1].label) + 1) if breaks else inferred(1)
    return replace(
        SAMPLE,
        front=replace(SAMPLE.front, titles={}, abstracts={}),
        blocks=tuple(paragraph(number, mark, "文") for number, mark in enumerate(breaks, 1)),
        notes=(note(1, beyond, "註"),),
        pages=tuple(Page(mark.label, mark.seen, 1) for mark in (*breaks, beyond)),
    )


def said(form: str) -> list[str]:
    return re.findall(r' data-\w+="([^"]*)"', form)


def test_pages_are_listed_as_scholars_quote_them() -> None:
    form = page_field(article(inferred(94), seen(95), inferred(96)), WORDS[TRADITIONAL])
    assert re.findall(r'option value="([^"]*)"', form) == ["[94]", "95", "[96]"]  # none that begins in a note


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (TRADITIONAL, ["本文沒有第 {page} 頁（頁碼為 [94]-95）。", "請輸入頁碼（[94]-95）。"]),
        (SIMPLIFIED, ["本文没有第 {page} 页（页码为 [94]—95）。", "请输入页码（[94]—95）。"]),
        (
            ENGLISH,
            [
                "The article has no page {page} (its pages are [94]–95).",
                "Please type a page number ([94]–95).",
            ],
        ),
    ],
)
def test_what_it_says_of_other_numbers(language: str, sentences: list[str]) -> None:
    form = page_field(article(inferred(94), seen(95)), WORDS[language])
    assert [text.replace("&#40;", "(") for text in said(form)] == sentences


def test_a_single_page_is_no_range() -> None:
    assert said(page_field(article(seen(95)), WORDS[TRADITIONAL]))[1] == "請輸入頁碼（95）。"


def test_without_printed_pages_there_is_no_field() -> None:
    assert page_field(article(), WORDS[TRADITIONAL]) == ""
