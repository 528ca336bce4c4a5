"""What pages and files ask of an article is worked out once for all of them."""

from __future__ import annotations

from dataclasses import replace

from articles import SAMPLE
from duidu.model import SIMPLIFIED, TRADITIONAL, Article
from duidu.remembered import remembered


def test_the_same_question_is_answered_once_and_another_one_anew() -> None:
    asked: list[tuple[str, str]] = []

    @remembered
    def heading(article: Article, language: str) -> str:
        asked.append((article.language, language))
        return f"{article.language} {language}"

    assert heading(SAMPLE, TRADITIONAL) == heading(SAMPLE, TRADITIONAL) == "zh-Hant zh-Hant"
    assert asked == [(TRADITIONAL, TRADITIONAL)]
    assert heading(SAMPLE, SIMPLIFIED) == "zh-Hant zh-Hans"
    assert heading(replace(SAMPLE, language=SIMPLIFIED), SIMPLIFIED) == "zh-Hans zh-Hans"


def test_articles_that_say_the_same_are_two() -> None:
    """Nothing of an article is compared, and a mapping in it need not be hashable."""
    asked: list[Article] = []

    @remembered
    def length(article: Article) -> int:
        asked.append(article)
        return len(article.blocks)

    twin = replace(SAMPLE)
    assert twin == SAMPLE
    assert length(SAMPLE) == length(twin) == length(twin)
    assert [each is SAMPLE for each in asked] == [True, False]


def test_only_the_last_answers_are_kept() -> None:
    """Else a journal of a thousand articles would be in the memory as a whole."""
    asked: list[Article] = []
    remember = remembered(asked.append)
    first, *others = (replace(SAMPLE) for _ in range(1000))
    for article in (first, first, *others, others[-1]):
        remember(article)
    assert len(asked) == 1000
    remember(first)
    assert len(asked) == 1001
