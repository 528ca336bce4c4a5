"""The engine in the browser: it folds as the script does, and finds what is there, on any size of site."""

from __future__ import annotations

import json
import random
import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from duidu.enrich.fold import fold, fold_groups, plainly_simplified
from duidu.enrich.other_script import convert_article
from duidu.han import WORD_SIGN
from duidu.publish.search import postings, search_files
from duidu.publish.search.search_items import PAGE_BREAK, Item, items_of
from recovering import ARTICLE, CASES, read

SITE = re.compile(r"/search/((?:grams/)?[^/]+\.(?:json|txt))$")

# Given and answered as one text of JSON each: Playwright is slow with a hundred thousand small ones.
FOLD = """async (given) => {
  const [table, texts] = JSON.parse(given);
  const { Folding } = await import("/assets/search/fold.js");
  const folding = new Folding(table);
  const answers = texts.map((text) => {
    const { text: folded, from, to } = folding.fold(text);
    return [folded, from.length === folded.length && to.length === folded.length, folding.simplify(text, "")];
  });
  return JSON.stringify(answers);
}"""

COUNT = """async (query) => {
  const { Engine } = await import("/assets/search/engine.js");
  const { counts, certain } = await new Engine(new URL("/search/", location.href)).search(query);
  return { counts, certain };
}"""

# All answers to each query, as article and id; those whose words are only in their section; what was counted.
SEARCH = """async (queries) => {
  const { Engine } = await import("/assets/search/engine.js");
  const engine = new Engine(new URL("/search/", location.href));
  const answers = [];
  for (const query of queries) {
    const results = await engine.search(query);
    const before = { ...results.counts, certain: results.certain };
    const [found, scattered] = [[], []];
    for await (const some of results.read("")) {
      for (const { item, missing } of some) {
        (missing ? scattered : found).push(`${item.place.article.slug} ${item.place.id}`);
      }
    }
    answers.push({ found, scattered, before, after: { ...results.counts, certain: results.certain } });
  }
  return answers;
}"""


@pytest.fixture(scope="module")
def articles() -> Mapping[str, Sequence[Item]]:
    """The real article and the made ones, each in both scripts."""
    found = {path.stem: read(path).article for path in (ARTICLE, *CASES)}
    return {slug: items_of(slug, article, convert_article(article)) for slug, article in found.items()}


def serve(page: Page, made: Mapping[str, bytes]) -> list[str]:
    """Have the page meet these search files instead of its own; the list of those it asks for."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        (name,) = SITE.findall(route.request.url)
        asked.append(name)
        content = made.get(f"search/{name}")
        route.fulfill(status=404) if content is None else route.fulfill(body=content)

    page.route(SITE, answer)
    return asked


# --- folding


def test_the_browser_folds_every_character_as_the_script_does(article: Page) -> None:
    known = [
        chr(number) for number in range(0x20000) if unicodedata.category(chr(number)) not in ("Cn", "Cs")
    ]
    compare_folding(article, [f"a{character} b" for character in known])


def test_the_browser_folds_texts_as_the_script_does(
    article: Page, articles: Mapping[str, Sequence[Item]]
) -> None:
    every = [item for items in articles.values() for item in items]
    texts = [item.text for item in every] + [str(item.simplified) for item in every]
    texts += ["ＮＡＴＯ １９４９ 年", "café CAFE\u0301 ﬁ ㈠ ½", "か\u3099 ﾊﾝｶｸ", "𠀀𪜀 豈 〇○"]
    compare_folding(article, texts)


def compare_folding(page: Page, texts: Sequence[str]) -> None:
    groups = fold_groups("".join(map(fold, texts)))
    given = json.dumps([search_files.written(groups), texts])
    answers = json.loads(page.evaluate(FOLD, given))
    for text, (found, in_step, simplified) in zip(texts, answers, strict=True):
        assert found == fold(text), text
        assert in_step, text
        assert simplified == plainly_simplified(text), text


# --- finding


def truth(articles: Mapping[str, Sequence[Item]], query: str) -> tuple[set[str], int]:
    """The items that have all words of the query, and how many sections have them only in several items."""
    words = [fold(word) for word in query.split(" ")]
    found: set[str] = set()
    scattered = 0
    for slug, items in articles.items():
        sections: list[list[tuple[str, list[bool]]]] = []
        for item in items:
            has = [contains(item, word) for word in words]
            if item.kind in "th":
                sections.append([])
            sections[-1].append((f"{slug} {item.id}", has))
        for section in sections:
            whole = {place for place, has in section if all(has)}
            found |= whole
            scattered += not whole and all(map(any, zip(*(has for _, has in section), strict=True)))
    return found, scattered


def contains(item: Item, word: str) -> bool:
    start = f"(?<!{WORD_SIGN})" if re.match(WORD_SIGN, word) else ""
    texts = (item.text, item.simplified or "")
    return any(re.search(start + re.escape(word), folded(text)) for text in texts)


@cache
def folded(text: str) -> str:
    return fold(text.replace(PAGE_BREAK, ""))


def queries(articles: Mapping[str, Sequence[Item]], seed: int) -> list[str]:
    """Pieces of the texts, in either script; words in Latin letters; two words at a time."""
    chance = random.Random(seed)
    every = [item for items in articles.values() for item in items]
    runs = [(run, item) for item in every for run in re.findall("[㐀-鿿]{2,}", item.text)]
    pieces = []
    for run, _ in chance.choices(runs, k=120):
        start = chance.randrange(len(run) - 1)
        pieces.append(run[start : start + chance.randint(1, 8)])
    converted = [plainly_simplified(piece) for piece in pieces[:60]]
    latin = re.findall("[A-Za-z]{3,}", " ".join(item.text for item in every))
    words = [word[: chance.randint(1, len(word))] for word in chance.choices(latin, k=30)]
    pairs = [f"{chance.choice(pieces)[:2]} {chance.choice(pieces + words)[:3]}" for _ in range(60)]
    marks = ["。", "（", "1949", "於 1949 年", "1949年", "國家利益，", "UKUSA）"]
    return [*pieces, *converted, *words, *pairs, *marks]


@pytest.mark.parametrize(
    ("large", "group"),
    [(False, 32), (True, 10**9), (True, 1)],
    ids=["all texts at once", "posting lists", "posting lists in groups"],
)
def test_it_finds_just_what_is_there(
    article: Page,
    articles: Mapping[str, Sequence[Item]],
    monkeypatch: pytest.MonkeyPatch,
    large: bool,
    group: int,
) -> None:
    monkeypatch.setattr(search_files, "MOST_AT_ONCE", 0 if large else 10**9)
    monkeypatch.setattr(postings, "_GROUP", group)  # articles of a group
    made = search_files.item_files(articles)
    if large:
        assert len(json.loads(made["search/site.json"])["groups"]) == (len(articles) if group == 1 else 1)
    assert any("grams" in name for name in made) == large
    serve(article, made)
    asked = queries(articles, seed=large)
    for query, answer in zip(asked, article.evaluate(SEARCH, asked), strict=True):
        expected, scattered = truth(articles, query)
        assert set(answer["found"]) == expected, query
        assert len(answer["found"]) == len(expected), query
        assert len(answer["scattered"]) == scattered, query
        assert_counts(answer, len(expected), scattered, query)


def assert_counts(answer: dict[str, Any], found: int, scattered: int, query: str) -> None:
    """When all was read the counts are true; before they are true, or the most there can be."""
    before, after = answer["before"], answer["after"]
    assert after["certain"]
    assert (after["body"] + after["notes"], after["scattered"]) == (found, scattered), query
    if before["certain"]:
        assert before == after, query
    else:
        assert before["body"] + before["notes"] >= found, query


def test_words_of_four_characters_are_counted_before_any_text_is_loaded(
    article: Page, articles: Mapping[str, Sequence[Item]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_files, "MOST_AT_ONCE", 0)
    asked = serve(article, search_files.item_files(articles))
    results = article.evaluate(COUNT, "特殊關係")
    assert results["certain"]
    assert results["counts"]["body"] + results["counts"]["notes"] == len(truth(articles, "特殊關係")[0])
    assert [name for name in asked if not name.startswith("grams/")] == ["site.json"]


def test_the_texts_of_a_large_site_are_loaded_one_after_the_other(
    article: Page, articles: Mapping[str, Sequence[Item]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_files, "MOST_AT_ONCE", 0)
    asked = serve(article, search_files.item_files(articles))
    article.keyboard.press("/")
    article.get_by_role("searchbox").fill("國家")
    article.locator(".search-results a").first.wait_for()
    assert len([name for name in asked if name.endswith(".json")]) == 2
