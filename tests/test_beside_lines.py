"""What stands over, beside or among lines and is none of their words is set aside, never mixed into them."""

from __future__ import annotations

import pytest

from duidu.model import Article
from duidu.reasons import Cause
from made_print import LEFT, SIZE, Page, read
from test_printed_layout import ONE, THREE, TWO, codes, opened, texts


def aside(article: Article, cause: Cause) -> list[str]:
    return [piece.text for piece in article.set_aside if piece.reason.cause is cause]


@pytest.mark.parametrize("reading", ["ㄐㄧㄣ", "jīn", "きん", "金也"])
def test_ruby_over_a_line(reading: str) -> None:
    page = opened().body(ONE).body(TWO).put("1", 234, 40)
    page.put(reading, LEFT + 3 * SIZE, page.y + 0.88 * SIZE + 1, 5)
    article = read(page)
    assert texts(article) == [ONE, TWO]
    assert aside(article, Cause.RUBY) == [reading]
    assert not codes(article)


def test_bopomofo_beside_ideographs() -> None:
    page = opened().body(ONE).put("1", 234, 40)
    page.y -= 20
    page.put("金生", LEFT + 24, page.y).put("麗水", LEFT + 53, page.y)
    for place, sign in enumerate("ㄕㄥ"):
        page.put(sign, LEFT + 48, page.y + 6 - 4 * place, 4)
    article = read(page.body(TWO))
    assert texts(article) == [ONE, "金生麗水", TWO]
    assert aside(article, Cause.RUBY) == ["ㄕ", "ㄥ"]


def test_a_small_line_over_a_title_is_no_ruby() -> None:
    page = Page().add("歷史論叢", size=9).add("論千字文之編次", left=9, size=18, gap=1.5)
    article = read(page.add("王小明", left=13.5, gap=2).add("壹、前言", size=15, gap=2).body(ONE))
    assert not aside(article, Cause.RUBY)


@pytest.mark.parametrize(
    "begins", ["批注 [A1]: ", "註解 [王1]: ", "Comment [A1]: ", "批注[U2]：", "删除的内容：", "Deleted: "]
)
def test_comments_in_the_margin(begins: str) -> None:
    page = opened().body(ONE).body(TWO).body(THREE).put("1", 234, 40)
    for place, words in enumerate((f"{begins}此處", "何據？")):
        page.put(words, LEFT + 31 * SIZE, 520 - 11 * place, 8)
    article = read(page)
    assert texts(article) == [ONE, TWO, THREE]
    assert aside(article, Cause.COMMENT) == [f"{begins}此處", "何據？"]
    assert [problem.message for problem in article.problems] == [
        "comments: 1, here the first; expected none (they are set aside)"
    ]


def test_words_in_the_text_that_look_like_a_comment_are_kept() -> None:
    page = opened().body(ONE).body("批注［甲］：" + TWO).body(THREE).put("1", 234, 40)
    article = read(page)
    assert texts(article)[1] == "批注［甲］：" + TWO
    assert not aside(article, Cause.COMMENT)
