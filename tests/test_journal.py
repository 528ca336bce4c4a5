"""The pages that tell of many articles: how they are arranged, what an index lists, who cites whom."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duidu.article_folders import find_articles
from duidu.build import build_pages
from duidu.convert import Converted, convert_articles
from duidu.currency import check_pages
from duidu.model import ENGLISH, SIMPLIFIED, TRADITIONAL
from duidu.project import open_project
from duidu.publish.journal.cited_within import Cited, Identity, means
from duidu.publish.journal.contribution import Contribution, Told, read_contribution, write_contribution
from duidu.publish.journal.feed import feeds, robots
from duidu.publish.journal.home import MOST_AT_HOME
from duidu.publish.journal.index_lines import Line, among, filed, read_index_lines, write_index_lines
from duidu.publish.journal.index_pages import Shown, index_pages
from duidu.publish.journal.issues import Issue, arrange
from duidu.publish.journal.issues_file import issues_file
from duidu.publish.journal.journal_pages import journal_pages
from duidu.publish.journal.neighbours import neighbours_of, with_neighbours, without_neighbours
from duidu.publish.journal.site_kinds import LINE_INDEXES
from duidu.publish.pages.article_entry import Entry
from duidu.publish.words import WORDS
from duidu.settings import Settings
from duidu.workspace import ROBOTS_MARK
from made_journal import make_journal, slug_of, title_of
from rendering import to_html

LANGUAGES = (TRADITIONAL, SIMPLIFIED, ENGLISH)
AUTHORS, *_ = LINE_INDEXES


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Converted, ...]:
    """Fourteen articles in three issues."""
    root = make_journal(tmp_path_factory.mktemp("journal"), 14)
    sources = find_articles(root / "docs" / "articles").sources
    done = tuple(convert_articles(sources, root / "journal.toml", simplified=True))
    assert [each.article.problems for each in done] == [()] * 14
    return done


def pages_of(converted: tuple[Converted, ...]) -> dict[str, str]:
    entries = {each.article.slug: each.article.entries for each in converted}
    told = {each.article.slug: each.contribution for each in converted}
    lines = {each.article.slug: each.lines for each in converted}
    return dict(journal_pages(entries, told, among(lines)))


def links(page: str) -> list[str]:
    return [str(each.get("href")) for tag, each in to_html(page).elements if tag == "a"]


# --- issues


@pytest.mark.parametrize(
    ("issue", "slug", "names"),
    [
        (Issue("4", "6", 2009), "4-6", ("第 4 卷第 6 期（2009 年）", "Vol. 4, no. 6 (2009)")),
        (Issue("4", "", 2009), "4", ("第 4 卷（2009 年）", "Vol. 4 (2009)")),
        (Issue("", "12", 2009), "2009-12", ("第 12 期（2009 年）", "No. 12 (2009)")),
        (Issue("", "", 2009), "2009", ("2009 年", "2009")),
        (Issue("", "12", 0), "no-12", ("第 12 期", "No. 12")),
        (Issue("58", "1/2", 2020), "58-1z2fz2", ("第 58 卷第 1/2 期（2020 年）", "Vol. 58, no. 1/2 (2020)")),
        (Issue("3", "S1", 2020), "3-z53z1", ("第 3 卷第 S1 期（2020 年）", "Vol. 3, no. S1 (2020)")),
        (
            Issue("十二", "三", 1931),
            "z5341-4e8cz-z4e09z",
            ("第十二卷第三期（1931 年）", "Vol. 十二, no. 三 (1931)"),
        ),
        (
            Issue("3", "春季號", 2020),
            "3-z6625-5b63-865fz",
            ("第 3 卷春季號（2020 年）", "Vol. 3, 春季號 (2020)"),
        ),
    ],
)
def test_an_issue_has_an_address_and_names(issue: Issue, slug: str, names: tuple[str, str]) -> None:
    assert issue.slug == slug
    assert (issue.title(TRADITIONAL), issue.title(ENGLISH)) == names


@pytest.mark.parametrize(
    ("number", "names"),
    [
        ("創刊號", ("創刊號（1970 年）", "创刊号（1970 年）", "創刊號 (1970)")),
        ("创刊号", ("創刊號（1970 年）", "创刊号（1970 年）", "创刊号 (1970)")),
        ("增刊1", ("增刊1（1970 年）", "增刊1（1970 年）", "增刊1 (1970)")),
    ],
)
def test_an_issue_without_a_number_is_called_what_it_is(number: str, names: tuple[str, ...]) -> None:
    issue = Issue("", number, 1970)
    assert tuple(issue.title(language) for language in LANGUAGES) == names


parts_of_issues = st.text("0a1Anofz2/-_.․春 ", max_size=4)


@settings(max_examples=300, deadline=None)
@given(*[st.tuples(parts_of_issues, parts_of_issues)] * 2)
def test_no_two_issues_share_an_address(one: tuple[str, str], other: tuple[str, str]) -> None:
    slugs = [Issue(*each, 0).slug for each in (one, other)]
    assert (slugs[0] == slugs[1]) is (one == other)
    assert all(re.fullmatch("[a-z0-9-]+", slug) for slug in slugs)


def test_issues_whose_signs_are_of_the_same_kind_have_pages_of_their_own() -> None:
    names = [("1", "1/2"), ("1", "1-2"), ("A", "1"), ("a", "1"), ("..", "..")]
    told = [said(f"a-{place}", *name, 2020) for place, name in enumerate(names)]
    assert len(arrange(told).issues) == len(names)
    entries = {each.slug: {TRADITIONAL: Entry(each.slug)} for each in told}
    titled = {each.slug: replace(each, told={TRADITIONAL: Told(each.slug)}) for each in told}
    pages = dict(journal_pages(entries, titled, lambda *_: []))
    home = to_html(pages["index.md"])
    assert {f"zh-hant/issues/{id_.removeprefix('issue-')}.md" for id_ in home.ids if "-" in id_} <= {*pages}
    assert not [heading for heading in home.contents if "{" in heading]


def said(slug: str, volume: str = "", number: str = "", year: int = 0, journal: str = "刊") -> Contribution:
    return Contribution(slug, journal, volume, number, year)


def test_issues_stand_newest_first_and_their_articles_by_pages() -> None:
    late = replace(said("a", "2", "1", 2000), pages=("40",), first_page=40)
    early = replace(said("b", "2", "1", 2000), pages=("3", "9"), first_page=3)
    found = arrange([late, early, said("c", "1", "10", 1999), said("d", "1", "9", 1999), said("e")])
    assert [issue.slug for issue in found.issues] == ["2-1", "1-10", "1-9"]
    assert list(found.issues.values()) == [("b", "a"), ("c",), ("d",)]
    assert found.others == ("e",)


def test_an_article_of_another_journal_stands_beside_the_issues() -> None:
    found = arrange(
        [said("a", "1", "1", 1999), said("b", "1", "2", 1999), said("c", "1", "2", 2000, journal="另一刊")]
    )
    assert {issue.slug: slugs for issue, slugs in found.issues.items()} == {"1-2": ("b",), "1-1": ("a",)}
    assert found.others == ("c",)


def test_an_article_without_pages_stands_last_in_its_issue() -> None:
    paged = replace(said("c", "1", "1", 1999), pages=("80", "99"), first_page=80)
    bare = [said("b", "1", "1", 1999), said("a", "1", "1", 1999)]
    found = arrange([*bare, paged, said("d", "1", "2", 1999)])
    assert [*found.issues.values()] == [("d",), ("c", "a", "b")]


@pytest.mark.parametrize(
    ("issues", "newest_first"),
    [
        ([("3", "1", 2023), ("3", "2", 0), ("3", "3", 2024)], ["3-3", "3-2", "3-1"]),
        ([("3", "1", 2023), ("4", "1", 2024), ("3", "2", 0)], ["4-1", "3-2", "3-1"]),
        ([("4", "1", 2024), ("2", "1", 0), ("5", "1", 2025)], ["5-1", "4-1", "2-1"]),
        ([("3", "1", 2023), ("4", "1", 0), ("5", "", 0)], ["5", "4-1", "3-1"]),
        ([("", "11", 2008), ("", "12", 0), ("", "13", 2009)], ["2009-13", "no-12", "2008-11"]),
        # Here figures do not tell: each year begins at 1 again; the issue has none; no other has volumes.
        (
            [("", "1", 2008), ("", "2", 2008), ("", "1", 2009), ("", "2", 0)],
            ["2009-1", "2008-2", "2008-1", "no-2"],
        ),
        ([("3", "1", 2023), ("4", "1", 2024), ("特刊", "", 0)], ["4-1", "3-1", "z7279-520az"]),
        ([("", "1", 2023), ("", "2", 2024), ("9", "1", 0)], ["2024-2", "2023-1", "9-1"]),
    ],
)
def test_an_issue_without_a_year_stands_where_its_figures_tell(
    issues: list[tuple[str, str, int]], newest_first: list[str]
) -> None:
    found = arrange(said(f"a-{place}", *issue) for place, issue in enumerate(issues)).issues
    assert [issue.slug for issue in found] == newest_first


def test_an_issue_without_a_year_is_listed_with_those_beside_it() -> None:
    articles = (said("a", "3", "1", 2023), said("b", "3", "2"), said("c", "特刊"))
    told = {each.slug: replace(each, told={TRADITIONAL: Told(each.slug)}) for each in articles}
    entries = {slug: {TRADITIONAL: Entry(slug)} for slug in told}
    listed = dict(journal_pages(entries, told, lambda *_: []))["zh-hant/issues.md"]
    assert to_html(listed).contents[1:] == ["2020 年代", "其他"]
    decade, other = listed.split("\n## ")[1:]
    assert decade.index("第 3 卷第 2 期") < decade.index("第 3 卷第 1 期")
    assert "特刊" in other


@pytest.mark.parametrize(
    "articles",
    [
        [said("a", "1", "1", 1999)],
        [said("a", "1", "1", 1999), said("b", "1", "1", 1999)],
        [said("a", "1", "1", 1999), said("b", "1", "2", 1999, journal="另一刊")],
        [said("a", year=1999, journal=""), said("b", year=2000, journal="")],
    ],
    ids=["one article", "one issue", "several journals", "years alone"],
)
def test_without_several_issues_of_one_journal_there_are_none(articles: list[Contribution]) -> None:
    found = arrange(articles)
    assert (found.issues, len(found.others)) == ({}, len(articles))


def test_the_search_is_told_the_issues_by_their_slugs() -> None:
    found = arrange([said("a", "1", "1", 1999), said("b", "1", "2", 1999)])
    (content,) = issues_file(found).values()
    assert [(each["slug"], each["articles"]) for each in json.loads(content)] == [
        ("1-2", ["b"]),
        ("1-1", ["a"]),
    ]


def test_an_issue_lists_its_articles_with_abstracts_folded(converted: tuple[Converted, ...]) -> None:
    pages = pages_of(converted)
    for language in LANGUAGES:
        page = pages[f"{language.lower()}/issues/1-2.md"]
        assert links(page) == [
            f"../../{language.lower()}/{slug_of(place)}/index.md" for place in range(6, 12)
        ]
        assert page.count("<details") == page.count("</details>") == 6
    assert "頁 1-2&nbsp;· " in pages["zh-hant/issues/1-2.md"]
    assert "第 1—2 页&nbsp;· " in pages["zh-hans/issues/1-2.md"]
    assert "pp. 1–2&nbsp;· " in pages["en/issues/1-2.md"]


# --- the home page


def test_home_lists_a_few_articles_by_issue(converted: tuple[Converted, ...]) -> None:
    home = to_html(pages_of(converted)["index.md"])
    assert home.contents == [
        "對讀",
        "第 1 卷第 3 期（1999 年）",
        "第 1 卷第 2 期（1999 年）",
        "第 1 卷第 1 期（1999 年）",
    ]
    to_articles = [link for link in links(pages_of(converted)["index.md"]) if link.endswith("/index.md")]
    order = [12, 13, *range(6, 12), *range(6)]
    assert to_articles == [f"zh-hant/{slug_of(place)}/index.md" for place in order]


SCRIPTS = (TRADITIONAL, SIMPLIFIED)


@pytest.mark.parametrize("original", SCRIPTS)
def test_a_list_says_how_many_articles_it_leaves_out_and_leads_to_all(original: str) -> None:
    spoken = {"a": LANGUAGES, "b": SCRIPTS, "c": SCRIPTS, "d": SCRIPTS}
    issues = {"a": "1", "b": "1", "c": "1", "d": "2"}
    told = {
        slug: replace(
            said(slug, "1", issues[slug], 2020), original=original, told=dict.fromkeys(each, Told(slug))
        )
        for slug, each in spoken.items()
    }
    entries = {slug: {language: Entry(slug) for language in each} for slug, each in spoken.items()}
    pages = dict(journal_pages(entries, told, lambda *_: []))
    folder = original.lower()
    home = "index.md" if original == TRADITIONAL else "zh-hans/index.md"
    assert f"not listed here (3): [all articles, in Chinese](../{home})" in pages["en/index.md"]
    way = f"[all articles of the issue, in Chinese](../../{folder}/issues/1-1.md)"
    assert f"not listed here (2): {way}" in pages["en/issues/1-1.md"]
    assert "en/issues/1-2.md" not in pages
    assert not [path for path, page in pages.items() if "index-ways" in page and not path.startswith("en/")]


def test_where_no_article_has_an_english_title_the_english_home_page_leads_to_all() -> None:
    told = {"a": replace(said("a"), told={TRADITIONAL: Told("a")})}
    home = dict(journal_pages({"a": {TRADITIONAL: Entry("a")}}, told, lambda *_: []))["en/index.md"]
    assert "not listed here (1): [all articles, in Chinese](../index.md)" in home


def test_a_plain_collection_stands_by_title(tmp_path: Path) -> None:
    root = make_journal(tmp_path, 4, issues=False)
    sources = find_articles(root / "docs" / "articles").sources
    pages = pages_of(tuple(convert_articles(sources, root / "journal.toml", simplified=True)))
    assert not [path for path in pages if "issues" in path or "cited" in path]
    # 安 has six strokes, 旗 fourteen; 淡 and 鹿 both eleven, and stand as they are coded.
    by_strokes = [slug_of(place) for place in (2, 0, 1, 3)]
    assert [
        link.split("/")[1] for link in links(pages["index.md"]) if link.endswith("/index.md")
    ] == by_strokes
    by_letter = [slug_of(place) for place in (2, 3, 1, 0)]
    assert [
        link.split("/")[0] for link in links(pages["en/index.md"]) if link.endswith("/index.md")
    ] == by_letter


def test_a_single_article_has_no_machinery(converted: tuple[Converted, ...]) -> None:
    pages = pages_of(converted[:1])
    assert sorted(pages) == sorted(
        f"{folder}{name}.md"
        for folder, name in (
            ("", "index"), ("zh-hans/", "index"), ("en/", "index"),
            ("zh-hant/", "all-headings"), ("zh-hans/", "all-headings"), ("en/", "all-headings"),
        )
    )  # fmt: skip
    assert "<nav" not in pages["index.md"]


def many(number: int, *, issues: bool = True) -> dict[str, str]:
    """The pages of a site of so many articles, of which only the titles differ."""
    kinds = {index.kind.name: "" for index in LINE_INDEXES}
    told = {
        slug_of(place): Contribution(
            slug_of(place),
            "刊",
            str(place // 24 + 1) if issues else "",
            str(place // 6 % 4 + 1) if issues else "",
            1900 + place // 24 if issues else 0,
            told={TRADITIONAL: Told(title_of(place), indexes=kinds)},
        )
        for place in range(number)
    }
    entries = {slug: {TRADITIONAL: Entry(each.told[TRADITIONAL].title)} for slug, each in told.items()}
    return dict(journal_pages(entries, told, line_under_one_of_forty))


def line_under_one_of_forty(slug: str, language: str, kind: str) -> list[Line]:
    head, group = str(int(slug.rpartition("-")[2]) % 40), "decade-1990" if kind == "years" else ""
    return [filed(language, head, "頭", "頭", "x", group)]


@pytest.mark.parametrize("issues", [True, False], ids=["issues", "titles"])
def test_no_page_grows_with_the_number_of_articles(issues: bool) -> None:
    """Of six times as many articles, the largest page is not even twice as large."""
    few, lots = (many(number, issues=issues) for number in (MOST_AT_HOME * 10, MOST_AT_HOME * 60))
    assert len(lots) > 2 * len(few)
    assert max(map(len, lots.values())) < 2 * max(map(len, few.values()))
    assert len(lots["index.md"]) < 1.1 * len(few["index.md"]) + 1000
    assert len(lots["zh-hant/all-headings.md"]) == len(few["zh-hant/all-headings.md"])


# --- indexes


def test_authors_stand_in_the_order_of_each_language(converted: tuple[Converted, ...]) -> None:
    pages = pages_of(converted)
    heads = {
        language: to_html(pages[f"{language.lower()}/authors.md"]).contents[1:] for language in LANGUAGES
    }
    assert heads == {
        TRADITIONAL: ["四畫", "七畫", "八畫", "十一畫", "十二畫", "十五畫"],
        SIMPLIFIED: ["C", "H", "L", "O", "S", "W", "Z"],
        ENGLISH: ["C", "H", "L", "O", "S", "W"],
    }


def test_a_head_has_all_its_articles(converted: tuple[Converted, ...]) -> None:
    pages = pages_of(converted)
    item = pages["zh-hant/works.md"].split("Lights on the Coast")[1].split("</li>")[0]
    assert item.count("](") == 14
    assert "(../zh-hant/lukang-1/works.md#work-1-1)" in item
    years = pages["en/years.md"]
    assert "(../en/tamsui-0/timeline.md#decade-1860)" in years
    assert "(../en/tamsui-0/works.md#work-1-1)" in pages["en/works.md"]


lines = st.lists(
    st.tuples(st.text("丁王李張Az9", min_size=1, max_size=3), st.integers(0, 30)), min_size=1, max_size=60
)


@settings(max_examples=50, deadline=None)
@given(lines, st.integers(1, 20), st.sampled_from(LANGUAGES))
def test_every_line_of_an_index_stands_once_however_it_is_parted(
    lines: list[tuple[str, int]], most: int, language: str
) -> None:
    shown = [
        Shown(filed(language, name, name, name, f"zh-hant/a-{place}/index.md"), f"({number})")
        for place, (name, number) in enumerate(lines)
    ]
    pages = index_pages(AUTHORS, shown, language, WORDS[language], most=most)
    found = [link.rpartition("../")[2] for page in pages.values() for link in links(page) if "../zh-" in link]
    assert sorted(found) == sorted(each.line.target for each in shown)
    assert all(page.count("{.term-places}") <= most for page in pages.values())
    first = f"{language.lower()}/authors.md"
    reached, new = {first}, {first}
    while new:
        new = {at for path in new for at in _from(path, pages)} - reached
        reached |= new
    assert reached == {*pages}


def _from(path: str, pages: dict[str, str]) -> Iterator[str]:
    folder = path.rpartition("/")[0]
    return (at for link in links(pages[path]) if (at := f"{folder}/{link}") in pages)


# --- who cites whom

LAMPS = Identity(("港口的燈塔", "lampsoftheharbour"), ("沈時雨", "shen"), ("海港史學報",))


@pytest.mark.parametrize(
    ("cited", "sure"),
    [
        (Cited("港口的燈塔", ("沈時雨",), "1999", "海港史學報", ""), True),
        (Cited("lampsoftheharbour", ("shen",), "1999", "", ""), True),
        (Cited("港口的燈塔", ("沈時雨",), "", "海港史學報", ""), True),
        (Cited("港口的燈塔", ("沈時雨",), "", "", ""), False),
        (Cited("港口的燈塔", ("沈時雨",), "1998", "海港史學報", ""), False),
        (Cited("港口的燈塔", ("沈時雨",), "1999", "另一學報", ""), False),
        (Cited("港口的燈塔", ("沈時雨", "王明"), "1999", "海港史學報", ""), False),
        (Cited("港口的燈塔", (), "1999", "海港史學報", ""), False),
        (Cited("港口的燈塔續", ("沈時雨",), "1999", "海港史學報", ""), False),
    ],
)
def test_only_what_is_surely_meant_is_cited(cited: Cited, sure: bool) -> None:
    assert means(cited, LAMPS, 1999) is sure


def test_articles_of_the_journal_that_are_cited_in_it(converted: tuple[Converted, ...]) -> None:
    """Those not divisible by three cite the one of half their place: 1 cites 0, 4 and 5 cite 2."""
    pages = pages_of(converted)
    for folder in ("zh-hant", "zh-hans", "en"):
        listed = links(pages[f"{folder}/cited.md"])
        found = {link.split("/")[2] for link in listed if link.endswith("/index.md")}
        assert found == {slug_of(place) for place in (0, 1, 2, 3, 4, 5, 6)}
        assert f"../{folder}/{slug_of(4)}/works.md#work-2-1" in listed


# --- neighbours


def test_neighbours_are_those_of_the_issue(converted: tuple[Converted, ...]) -> None:
    told = {each.article.slug: each.contribution for each in converted}
    found = neighbours_of(arrange(told.values()), told)
    assert found[f"zh-hant/{slug_of(6)}/index.md"] == {
        "issue": ["第 1 卷第 2 期（1999 年）", "zh-hant/issues/1-2/"],
        "next": [title_of(7), f"zh-hant/{slug_of(7)}/"],
    }
    assert [*found[f"en/{slug_of(7)}/index.md"]] == ["previous", "next", "issue"]


def test_a_page_is_told_its_neighbours_and_can_forget_them() -> None:
    page = '---\ntitle: "x"\n---\n\n# x\n\n---\n'
    told = with_neighbours(page, {"next": ["甲", "zh-hant/a/"]})
    assert told == '---\ntitle: "x"\namong: {"next": ["甲", "zh-hant/a/"]}\n---\n\n# x\n\n---\n'
    assert with_neighbours(told, {}) == without_neighbours(told) == page
    assert with_neighbours(told, {"next": ["甲", "zh-hant/a/"]}) == told


def test_a_new_article_is_told_to_its_neighbours_alone(tmp_path: Path) -> None:
    project = open_project(make_journal(tmp_path, 12))
    build_pages(project)
    before = {path: path.read_bytes() for path in (tmp_path / "docs").rglob("index.md")}
    make_journal(tmp_path, 13)
    built = build_pages(open_project(tmp_path))
    assert built.converted == {slug_of(12)}
    changed = {path.parent.name for path, content in before.items() if path.read_bytes() != content}
    assert changed == {"docs", "zh-hans", "en"}  # it is alone in a new issue: only the home pages know it
    assert check_pages(open_project(tmp_path)).outdated == ()
    make_journal(tmp_path, 14)
    assert build_pages(open_project(tmp_path)).converted == {slug_of(13)}
    told = (tmp_path / "docs" / "en" / slug_of(12) / "index.md").read_text("utf-8")
    assert f'"next": ["Lighthouse in Chihou", "en/{slug_of(13)}/"]' in told
    (tmp_path / "docs" / "en" / slug_of(12) / "index.md").write_text(without_neighbours(told), "utf-8")
    assert check_pages(open_project(tmp_path)).outdated == (f"en/{slug_of(12)}/index.md",)


def test_what_an_article_contributes_can_be_kept(converted: tuple[Converted, ...]) -> None:
    for each in converted:
        assert read_contribution(write_contribution(each.contribution)) == each.contribution
    with pytest.raises((ValueError, KeyError, TypeError)):
        read_contribution(json.dumps([]).encode())


def test_lines_of_an_index_can_be_kept(converted: tuple[Converted, ...]) -> None:
    for each in converted:
        file = write_index_lines(each.lines)
        for language, lines in each.lines.items():
            assert any(lines.values())
            for kind, those in lines.items():
                assert read_index_lines(BytesIO(file), language, kind) == [*those]
    assert read_index_lines(BytesIO(file), ENGLISH, "subject") == ()
    with pytest.raises((ValueError, TypeError)):
        read_index_lines(BytesIO(b'{"en authors": 3}\n[1]'), ENGLISH, "authors")


# --- feeds and maps


def test_a_feed_has_the_newest_articles_with_whole_addresses(converted: tuple[Converted, ...]) -> None:
    entries = {each.article.slug: each.article.entries for each in converted}
    told = {each.article.slug: each.contribution for each in converted}
    called = Settings("學報", address="https://example.org/read")
    feed = feeds(entries, told, LANGUAGES, called)["en/feed.xml"]
    root = ElementTree.fromstring(feed)
    assert root.findtext("{*}title") == "學報"
    found = root.findall("{*}entry")
    assert [each.findtext("{*}title") for each in found[:2]] == [
        "Lighthouse in Anping",
        "Lighthouse in Chihou",
    ]
    assert found[0].findtext("{*}id") == f"https://example.org/read/en/{slug_of(12)}/"
    assert found[0].findtext("{*}updated") == root.findtext("{*}updated") == "1999-01-01T00:00:00Z"
    assert [each.text for each in found[0].findall("{*}author/{*}name")] == ["Hsin-yi Chang", "An Ouyang"]
    assert feeds(entries, told, LANGUAGES, Settings("學報")) == {}


def test_a_feed_leads_to_the_home_page_in_its_language() -> None:
    called = Settings("R", address="https://example.org/read")
    homes = {
        path: ElementTree.fromstring(feed).findall("{*}link")[1].get("href")
        for path, feed in feeds({}, {}, LANGUAGES, called).items()
    }
    assert homes == {
        "zh-hant/feed.xml": "https://example.org/read/",
        "zh-hans/feed.xml": "https://example.org/read/zh-hans/",
        "en/feed.xml": "https://example.org/read/en/",
    }


def test_a_feed_is_well_formed_whatever_an_editor_wrote() -> None:
    told = Contribution("a", year=2020, told={ENGLISH: Told("A\x01 & <b>", ("O\x0bN",))})
    entries = {"a": {ENGLISH: Entry("A", summary="\ufffe")}}
    called = Settings("R\x02", address="https://example.org/read")
    root = ElementTree.fromstring(feeds(entries, {"a": told}, [ENGLISH], called)["en/feed.xml"])
    said = [root.findtext(f".//{{*}}{name}") for name in ("title", "entry/{*}title", "summary")]
    assert said == ["R\ufffd", "A\ufffd & <b>", "\ufffd"]


def test_robots_txt_names_the_map_of_the_site() -> None:
    said = robots(Settings(address="https://example.org/read"), ROBOTS_MARK)
    assert said.splitlines()[0] == ROBOTS_MARK
    assert "Sitemap: https://example.org/read/sitemap.xml" in said
    assert robots(Settings(), ROBOTS_MARK) == ""


def test_a_robots_txt_of_the_editor_stays(tmp_path: Path) -> None:
    root = make_journal(tmp_path, 1, site_url="https://example.org/")
    robots_txt = root / "docs" / "robots.txt"
    build_pages(open_project(root))
    assert robots_txt.read_text("utf-8").startswith(ROBOTS_MARK)
    robots_txt.write_text("User-agent: *\nDisallow: /\n", "utf-8")
    build_pages(open_project(root))
    assert robots_txt.read_text("utf-8") == "User-agent: *\nDisallow: /\n"
    assert check_pages(open_project(root)).outdated == ()
