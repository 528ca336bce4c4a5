"""The words of every page are the model's: no markup shows, none is lost, and no link holds another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import SAMPLE, SAMPLE_LEDGER, note, paragraph, runs
from duidu.article_folders import find_articles
from duidu.enrich.annotate import annotate
from duidu.enrich.conversion_choices import conversions
from duidu.enrich.other_script import convert_article
from duidu.enrich.works import Texts, works_of
from duidu.model import ENGLISH, SIMPLIFIED, TRADITIONAL, Article, Author, Front, Heading, plain
from duidu.pipeline import process
from duidu.project import open_project
from duidu.publish import tree
from duidu.publish.editions import Edition
from duidu.publish.pages.site_pages import site_pages
from duidu.publish.regions import Region, nested
from duidu.publish.summary import cut_off
from duidu.workspace import read_article
from rendering import ROOT, Html, to_html

ADDRESS = "http://e.example/a"
# What an author may write, with a place in it for anything.
FORMS = [
    "王明，《書{}》（台北：某社，1990 年），頁 3。",
    "王明，〈文{}〉，《刊{}》第 1 期（1990 年），頁 3。",
    "王明，「文{}」，《刊》第 1 期（1990 年），頁 3。",
    "王明，《書》（{}：某社，{} 1990 年），頁 3。",
    "王{}明，《書》，{}（2000 年）；前引文。",
    "John Hale, Lights {} on (London: Press, 1990), p. 3; Hale, op. cit.",
    'John Hale, "Lights {}," Journal {}, Vol. 3 (1990), p. 3. Ibid.',
    "John {} Hale, “Lights {}” Journal, Vol. 3 (1990), p. 3.",
    "某事（Some {} Thing）發生於 1990 年{}。",
    "赫德（Robert Hart {}, RH）於 1868 年 {} 月主張{}。",
    "《書（{}）》與「{}」和〈{}〉",
]
# fmt: off
HOSTILE = [
    ADDRESS, f"{ADDRESS})", f"《{ADDRESS}》", f"「{ADDRESS}」", "www.e.example/(a", "https://e.example/書_(名)",
    "http://e.example/a_b_*c*?x=1&lt=2#d~e", "http://e.example/'a'\"b\"", "http://e.example/[a](b)",
    "*", "**", "_", "[", "](", "](x)", "{.x}", "<b>", "&amp;", "`", "\\", "|", "~", "1.", "- ", " ", "",
]
# fmt: on
hostile = st.one_of(
    st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8)
)
forms = st.builds(
    lambda form, pieces: form.format(*pieces),
    st.sampled_from(FORMS),
    st.lists(hostile, min_size=3, max_size=3),
)
sentences = st.lists(forms, min_size=1, max_size=3).map("".join)


def article(body: str, cited: str) -> Article:
    """An article that has `body` in a paragraph with a call, and `cited` in two notes and its front."""
    front = Front(
        titles={TRADITIONAL: runs(cited), ENGLISH: runs(f"On {cited}")},
        authors=(Author(runs("王明"), runs("Ming Wang")),),
        abstracts={TRADITIONAL: (runs(body),), ENGLISH: (runs(body),)},
        keywords={TRADITIONAL: (runs(cited),)},
    )
    half = len(body) // 2
    first, second = paragraph(1, body[:half], 1, body[half:]), paragraph(2, cited, 2)
    notes = (note(1, cited), note(2, f"參見{cited}"))
    return annotate(Article(front, (Heading("sec-1", 1, runs(cited)), first, second), notes))[0]


def pages_of(original: Article, simplified: Article) -> dict[str, Html]:
    """The pages of an article in all languages, by path."""
    editions = (
        Edition("x", original, SAMPLE_LEDGER),
        Edition("x", simplified, SAMPLE_LEDGER, SIMPLIFIED),
    )
    return {path: to_html(page) for path, page in site_pages(editions).items()}


def assert_said(original: Article) -> None:
    """Every page made of `original` has its words."""
    simplified = convert_article(original)
    pages = pages_of(original, simplified)
    for path, page in pages.items():
        assert page.nested_links == [], path
        assert len(page.ids) == len(set(page.ids)), path
    for folder, each, language in (
        ("zh-hant", original, TRADITIONAL),
        ("zh-hans", simplified, SIMPLIFIED),
    ):
        reading_says(pages[f"{folder}/x/index.md"], each, language)
        works_say(pages.get(f"{folder}/x/works.md"), each, language)
        terms_say(pages.get(f"{folder}/x/terms.md"), each, language)
        timeline_says(pages.get(f"{folder}/x/timeline.md"), each, language)
        conversions_say(pages[f"{folder}/x/conversions.md"], simplified)
    parallel_says(pages["zh-hant/x/parallel.md"], original, simplified)
    if front := pages.get("en/x/index.md"):
        assert front.texts["title"].strip() == shown(plain(original.front.titles[ENGLISH]))


def shown(words: str) -> str:
    return words.strip(" \n")


def said(page: Html, part: str) -> str:
    """The words of a part, without what the site says there of its own."""
    words = page.texts[part]
    for ours in page.words_of("class", "editorial"):
        words = words.replace(ours, "")
    return shown(words)


def parts(original: Article, language: str) -> dict[str, str]:
    return {part: shown(plain(said)) for part, said in original.parts() if shown(plain(said))}


def reading_says(page: Html, original: Article, language: str) -> None:
    wanted = parts(original, language)
    assert {part: said(page, part) for part in wanted} == wanted


def parallel_says(page: Html, traditional: Article, simplified: Article) -> None:
    first, second = parts(traditional, TRADITIONAL), parts(simplified, SIMPLIFIED)
    for part, words in first.items():
        if part.startswith("note-"):
            both = [words] if words == second[part] else [words, second[part]]
            assert [each for line in said(page, part).split("\n") if (each := line.strip())] == both
        else:
            assert said(page, part) == words
            assert page.words_of("data-twin", part) == [second[part]]


def works_say(page: Html | None, original: Article, language: str) -> None:
    texts = Texts(original)
    wanted = sorted(shown(texts[work.citations[0].span]) for work in works_of(original))
    found = page.words_of("class", "work-cited") if page else []
    assert sorted(found) == wanted


def terms_say(page: Html | None, original: Article, language: str) -> None:
    texts = Texts(original)
    for number, term in enumerate(original.annotations.terms, start=1):
        assert page
        words = shown(page.texts[f"term-{number}"])
        assert words.startswith(texts[term.glosses[0].chinese])
        assert all(texts[gloss.foreign] in words for gloss in term.glosses)


def timeline_says(page: Html | None, original: Article, language: str) -> None:
    texts = Texts(original)
    dates = {texts[date.place] for date in original.annotations.dates}
    assert {words for (tag, _), words in elements(page) if tag == "mark"} == dates
    for date in original.annotations.dates:
        assert page
        sentences = [words.strip("\n…") for (tag, more), words in elements(page) if tag == "p" and not more]
        assert any(words and words.rstrip("，,：") in texts.whole(date.place.part) for words in sentences)


def conversions_say(page: Html, simplified: Article) -> None:
    wanted = []
    for one in conversions(simplified):
        before = ("……" if one.cut_before else "") + one.before
        after = cut_off(one.after) if one.cut_after else one.after
        wanted.append((before + one.form + after).strip(" \n"))
    assert sorted(_without_links(page)) == sorted(wanted)


def _without_links(page: Html) -> Iterator[str]:
    """The words of each item of a list, without the link at its end."""
    item = ""
    for (tag, _), words in elements(page):
        if tag == "li":
            item = words
        elif tag == "a" and item:
            yield item.strip(" \n").removesuffix(words).strip(" \n")
            item = ""


def elements(page: Html | None) -> Iterator[tuple[tuple[str, dict[str, str | None]], str]]:
    return zip(page.elements, page.words, strict=True) if page else iter(())


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_pages_have_the_words_of_citations_terms_and_dates(piece: str) -> None:
    for form in FORMS:
        text = form.format(piece, piece, piece)
        assert_said(article(text, text))


@given(sentences, sentences)
@settings(max_examples=60, deadline=None)
def test_pages_have_the_words_of_any_text(body: str, cited: str) -> None:
    assert_said(article(body, cited))


LINK, NAME = tree.Link(tree.LinkKind.ADDRESS, ADDRESS), tree.FamilyName()

regions = st.builds(
    lambda start, length, link: Region(start, start + length, LINK if link else NAME),
    st.integers(0, 8),
    st.integers(0, 6),
    st.booleans(),
)


@given(st.lists(regions, max_size=6), st.lists(st.integers(0, 12), max_size=2))
@settings(max_examples=300, deadline=None)
def test_regions_are_nested_however_they_lie(given: list[Region], calls: list[int]) -> None:
    found = nested(given, calls)
    for number, region in enumerate(found):
        assert region.start < region.end
        assert not region.is_link or not any(region.start < call < region.end for call in calls)
        for inner in found[number + 1 :]:
            assert region.start <= inner.start
            if inner.start < region.end:
                assert inner.end <= region.end
                assert not (inner.is_link and region.is_link)
    lone = {region.start for region in given if not region.is_link and region.start < region.end}
    assert lone <= {region.start for region in found}  # what may be a link target is never left out


def test_pages_have_the_words_of_the_sample() -> None:
    assert_said(SAMPLE)


def test_pages_have_the_words_of_the_articles() -> None:
    for source in find_articles(open_project(ROOT).articles).sources:
        assert_said(process(read_article(source), until="annotate").article)
