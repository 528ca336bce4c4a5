"""How an article is cited: references for people, by what is known, and who wrote it."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from articles import FRONT, SAMPLE, runs
from duidu.enrich.other_script import convert_article, convert_metadata
from duidu.metadata import Metadata
from duidu.model import ENGLISH, SIMPLIFIED, TRADITIONAL, Article, Author, Front, Page
from duidu.publish.citing.affiliation_parts import place_and_position
from duidu.publish.citing.box import cite_box
from duidu.publish.citing.gbt7714 import gbt7714
from duidu.publish.citing.record import Name, Record, record_of
from duidu.publish.citing.reference_styles import PLAIN, manner_of, reference
from duidu.publish.pages.english_page import english_page
from rendering import to_html

FULL = Metadata(
    journal="海濱史學",
    journal_en="Coastal History",
    volume="3",
    issue="1",
    year=2009,
    publisher="海濱大學出版部",
    issn="1234-567X",
    doi="10.1234/abc",
    url="https://example.org/abc",
    rights="海濱大學",
)
HOW_TO_PUBLISH = {
    "script",
    "simplified",
    "simplified_quotes",
    "traditional_quotes",
    "publish_source",
    "vertical_epub",
    "downloads",
    "keep",
    "accept",
    "front",
}
KNOWN = tuple(field.name for field in fields(Metadata) if field.name not in HOW_TO_PUBLISH)


def work(metadata: Metadata = FULL, language: str = TRADITIONAL) -> Record:
    if language == TRADITIONAL:
        return record_of("dengta", SAMPLE, metadata, language)
    return record_of("dengta", convert_article(SAMPLE), convert_metadata(metadata), language)


def titled(title: str, english: str = "", metadata: Metadata = FULL, **more: Any) -> Record:
    """A work with these titles, by nobody."""
    titles = {TRADITIONAL: runs(title), ENGLISH: runs(english)}
    return replace(record_of("x", Article(Front(titles=titles), (), ()), metadata, TRADITIONAL), **more)


# References.


def test_in_taipei() -> None:
    assert reference(work(), PLAIN) == (
        "林知遠，〈論晚清燈塔制度的形成及其跨海合作〉，《海濱史學》，第 3 卷第 1 期（2009 年），"
        "頁 [93]-[97]，DOI：10.1234/abc。"
    )


def test_in_beijing() -> None:
    assert reference(work(language=SIMPLIFIED), PLAIN) == (
        "林知远：《论晚清灯塔制度的形成及其跨海合作》，《海滨史学》第 3 卷第 1 期，2009 年，第 [93]—[97] 页，"
        "DOI：10.1234/abc。"
    )


def test_in_english() -> None:
    assert reference(work(), PLAIN, language=ENGLISH) == (
        "Chih-yuan Lin, “Lights across the Strait: The Making of the Lighthouse Service in Late Qing China "
        "(論晚清燈塔制度的形成及其跨海合作),” Coastal History 海濱史學 3, no. 1 (2009): [93]–[97], "
        "https://doi.org/10.1234/abc."
    )


@pytest.mark.parametrize(
    ("known", "taipei", "beijing", "english"),
    [
        ({}, "〈甲〉", "《甲》", "“A (甲).”"),
        ({"journal": "乙"}, "〈甲〉，《乙》", "《甲》，《乙》", "“A (甲),” 乙"),
        ({"journal_en": "B"}, "〈甲〉，《B》", "《甲》，《B》", "“A (甲),” B"),
        (
            {"journal": "乙", "volume": "3"},
            "〈甲〉，《乙》，第 3 卷", "《甲》，《乙》第 3 卷", "“A (甲),” 乙 3",
        ),
        (
            {"journal": "乙", "issue": "1"},
            "〈甲〉，《乙》，第 1 期", "《甲》，《乙》第 1 期", "“A (甲),” 乙, no. 1",
        ),
        (
            {"journal": "乙", "year": 2009},
            "〈甲〉，《乙》，2009 年", "《甲》，《乙》2009 年", "“A (甲),” 乙, 2009",
        ),
        (
            {"journal": "乙", "issue": "1", "year": 2009},
            "〈甲〉，《乙》，第 1 期（2009 年）",
            "《甲》，《乙》2009 年第 1 期",
            "“A (甲),” 乙, no. 1 (2009)",
        ),
        (
            {"journal": "乙", "volume": "3", "issue": "春季號", "year": 2009},
            "〈甲〉，《乙》，第 3 卷春季號（2009 年）",
            "《甲》，《乙》第 3 卷春季號，2009 年",
            "“A (甲),” 乙 3, 春季號 (2009)",
        ),
        (
            {"journal": "乙", "volume": "十二", "issue": "三"},
            "〈甲〉，《乙》，第十二卷第三期", "《甲》，《乙》第十二卷第三期", "“A (甲),” 乙 十二, no. 三",
        ),
        (
            {"volume": "3", "year": 2009},
            "〈甲〉，第 3 卷（2009 年）", "《甲》，第 3 卷，2009 年", "“A (甲),” 3 (2009)",
        ),
    ],
)  # fmt: skip
def test_what_is_not_known_leaves_no_gap(
    known: dict[str, object], taipei: str, beijing: str, english: str
) -> None:
    cited = titled("甲", "A", Metadata(**known))  # type: ignore[arg-type]
    said = [reference(cited, PLAIN, language=tag) for tag in (TRADITIONAL, SIMPLIFIED, ENGLISH)]
    assert said == [f"{taipei}。", f"{beijing}。", english if english.endswith("”") else f"{english}."]


@pytest.mark.parametrize("missing", KNOWN)
def test_each_fact_may_be_missing(missing: str) -> None:
    cited = work(replace(FULL, **{missing: getattr(Metadata(), missing)}))
    for tag in (TRADITIONAL, SIMPLIFIED, ENGLISH):
        said = reference(cited, PLAIN, language=tag)
        for gap in ("，，", "。。", ", ,", ",,", "《》", "〈〉", "（）", "()", "第  ", "None", "  ", "“”"):
            assert gap not in said, (missing, said)


@pytest.mark.parametrize(
    ("pages", "taipei", "beijing", "english"),
    [
        (("95",), "頁 95", "第 95 页", ": 95"),
        (("[97]",), "頁 [97]", "第 [97] 页", ": [97]"),
        (("95", "[97]"), "頁 95-[97]", "第 95—[97] 页", ": 95–[97]"),
    ],
)
def test_pages(pages: tuple[str, ...], taipei: str, beijing: str, english: str) -> None:
    ends = {TRADITIONAL: f"，{taipei}。", SIMPLIFIED: f"，{beijing}。", ENGLISH: f"(2009){english}."}
    for tag, end in ends.items():
        assert manner_of(work(), language=tag).cited(pages).endswith(end)


def test_pages_in_english_without_a_volume() -> None:
    manner = manner_of(work(Metadata(journal="海濱史學")), language=ENGLISH)
    assert manner.cited(("[97]",)).endswith("Qing China,” 海濱史學, p. [97].")
    assert manner.cited(("95", "96")).endswith("Qing China,” 海濱史學, pp. 95–96.")
    alone = manner_of(work(Metadata()), language=ENGLISH)
    assert alone.cited(("95",)).endswith("Qing China,” p. 95.")
    assert alone.alone.endswith("Qing China.”")


def test_marks_inside_titles_are_turned() -> None:
    cited = titled("讀《紅樓夢》與〈離騷〉", "The “Three Circles”", Metadata())
    assert reference(cited, PLAIN) == "〈讀《紅樓夢》與〈離騷〉〉。"
    assert reference(cited, PLAIN, language=SIMPLIFIED) == "《讀〈紅樓夢〉與《離騷》》。"
    assert manner_of(cited, language=ENGLISH).alone == "“The ‘Three Circles’.”"


def test_in_english_the_mark_of_a_title_that_asks_is_enough() -> None:
    cited = titled("", "Why Lighthouses?", Metadata(journal="甲", year=2009))
    assert reference(cited, PLAIN, language=ENGLISH) == "“Why Lighthouses?” 甲, 2009."


def test_in_english_the_journal_is_called_by_its_sounds_if_they_are_given() -> None:
    cited = titled("", "Lights", replace(FULL, journal_romanised="Haibin shixue", doi=""))
    assert reference(cited, PLAIN, language=ENGLISH) == "“Lights,” Haibin shixue 海濱史學 3, no. 1 (2009)."


def test_by_the_standard_of_the_mainland() -> None:
    assert gbt7714(work(replace(FULL, doi=""), SIMPLIFIED), PLAIN) == (
        "林知远. 论晚清灯塔制度的形成及其跨海合作[J]. 海滨史学，2009，3（1）：[93]-[97]."
    )


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({}, "甲[J]. 乙，2009."),
        ({"volume": "3"}, "甲[J]. 乙，2009，3."),
        ({"issue": "1"}, "甲[J]. 乙，2009（1）."),
        ({"issue": "1", "pages": "5"}, "甲[J]. 乙，2009（1）：5."),
        ({"pages": "5-9", "doi": "10.1234/abc"}, "甲[J/OL]. 乙，2009：5-9. DOI:10.1234/abc."),
    ],
)
def test_what_is_not_known_leaves_no_gap_there(known: dict[str, Any], said: str) -> None:
    front = Front(titles={TRADITIONAL: runs("甲")})
    metadata = Metadata(journal="乙", year=2009, **known)
    assert gbt7714(record_of("x", Article(front, (), ()), metadata, TRADITIONAL), PLAIN) == said


def test_the_standard_names_three_authors() -> None:
    names = tuple(map(Name, "甲乙丙丁"))
    cited = titled("論", authors=names, metadata=Metadata(journal="刊", year=2009))
    assert gbt7714(cited, PLAIN) == "甲，乙，丙，等. 論[J]. 刊，2009."
    assert gbt7714(replace(cited, authors=names[:3]), PLAIN) == "甲，乙，丙. 論[J]. 刊，2009."


def test_several_authors() -> None:
    names = (Name("張心怡", "Hsin-yi Chang"), Name("林知遠", "Chih-yuan Lin"), Name("", "John Smith"))
    for count, chinese, english in (
        (1, "張心怡", "Hsin-yi Chang"),
        (2, "張心怡、林知遠", "Hsin-yi Chang and Chih-yuan Lin"),
        (3, "張心怡、林知遠、John Smith", "Hsin-yi Chang, Chih-yuan Lin, and John Smith"),
    ):
        cited = titled("甲", "A", Metadata(), authors=names[:count])
        assert reference(cited, PLAIN) == f"{chinese}，〈甲〉。"
        assert reference(cited, PLAIN, language=SIMPLIFIED) == f"{chinese}：《甲》。"
        assert reference(cited, PLAIN, language=ENGLISH) == f"{english}, “A (甲).”"


def test_a_title_in_one_language_is_cited_in_the_other() -> None:
    assert reference(titled("甲", "", Metadata()), PLAIN, language=ENGLISH) == "“甲.”"
    assert reference(titled("", "A", Metadata()), PLAIN) == "〈A〉。"


def test_an_article_without_a_title_is_not_cited() -> None:
    cited = record_of("x", Article(Front(), (), ()), Metadata(), TRADITIONAL)
    assert not cited.citable
    assert cite_box(cited, cited) == ""


def test_which_pages_were_inferred() -> None:
    pages = tuple(Page(str(n), n in (95, 96), 1) for n in range(93, 98))
    assert titled("甲", pages=pages).inferred_pages == (("93", "94"), ("97",))
    assert titled("甲", pages=pages[2:4]).inferred_pages == ()


# The box.


def test_the_box_on_simplified_pages_has_the_standard_of_the_mainland_too() -> None:
    box = cite_box(work(language=SIMPLIFIED), work())
    assert '\n{.cite-reference data-style="GB/T 7714—2025"}\n' in box
    assert box.count("cite-reference") == 3
    assert "GB/T" not in cite_box(work(), work())


def test_the_box_says_why_there_are_brackets_only_where_there_are() -> None:
    box = cite_box(work(), work())
    assert "方括號內的頁碼" in box
    assert "版權：海濱大學" in box
    seen = replace(work(Metadata()), pages=(Page("95", True, 1),))
    assert "方括號" not in cite_box(seen, seen)
    assert "版權" not in cite_box(seen, seen)


@pytest.mark.parametrize(
    ("known", "traditional", "simplified", "english"),
    [
        ({"journal": "乙"}, "卷期、年份", "卷期、年份", "volume and issue, year"),
        ({"journal": "乙", "volume": "3"}, "年份", "年份", "year"),
        ({"year": 2009, "issue": "1"}, "刊名", "刊名", "journal"),
        ({}, "刊名、卷期、年份", "刊名、卷期、年份", "journal, volume and issue, year"),
    ],
)
def test_where_no_reference_can_be_given_it_is_said(
    known: dict[str, object], traditional: str, simplified: str, english: str
) -> None:
    metadata = Metadata(**known)  # type: ignore[arg-type]
    boxes = [cite_box(work(metadata, tag), work(metadata)) for tag in (TRADITIONAL, SIMPLIFIED)]
    page = english_page("dengta", SAMPLE, (TRADITIONAL,), metadata)
    assert f"未載：{traditional}。無法列出完整的引用格式；引用前請查核原刊。" in boxes[0]
    assert f"未载：{simplified}。无法列出完整的引用格式；引用前请查核原刊。" in boxes[1]
    said = f"Not known: {english}. A full reference cannot be given; please consult"
    assert said in page
    assert not any("cite-reference" in each for each in (*boxes, page))
    ranges = ("93\\]-\\[97", "93\\]—\\[97", "93\\]–\\[97")  # of pages, which are known
    assert all(pages in each for pages, each in zip(ranges, (*boxes, page), strict=True))
    assert all("citation.ris" in each for each in (*boxes, page))


def test_without_volume_and_issue_a_reference_is_given_and_what_it_lacks_is_said() -> None:
    metadata = Metadata(journal="乙", year=2009)
    box = cite_box(work(metadata), work(metadata))
    assert "\n未載：卷期。無法列出" in box
    assert box.count("cite-reference") == 2
    assert "未載" not in cite_box(work(), work())


def test_what_is_known_is_given_where_no_reference_can_be() -> None:
    """A volume and an issue too, in the words of each language."""
    metadata = Metadata(journal="乙", volume="3", issue="1")
    boxes = [cite_box(work(metadata, tag), work(metadata)) for tag in (TRADITIONAL, SIMPLIFIED)]
    page = english_page("dengta", SAMPLE, (TRADITIONAL,), metadata)
    assert "\n刊名：乙；卷期：第 3 卷第 1 期；頁碼：\\[93\\]-\\[97\\]\n" in boxes[0]
    assert "\n刊名：乙；卷期：第 3 卷第 1 期；页码：\\[93\\]—\\[97\\]\n" in boxes[1]
    journal = '<span lang="zh">乙</span>'
    assert f"\nJournal: {journal}; Volume and issue: vol. 3, no. 1; Pages: \\[93\\]–\\[97\\]\n" in page
    undated = replace(work(Metadata(year=2009, issue="1")), pages=())
    assert "\n卷期：第 1 期；年份：2009\n" in cite_box(undated, undated)


def test_an_author_and_pages_may_be_missing_from_a_whole_reference() -> None:
    """As an afterword has no author: nothing is to be looked up, and nothing passed over."""
    cited = replace(work(), authors=(), pages=())
    box = cite_box(cited, cited)
    assert "\n未載：作者、頁碼。\n" in box
    assert box.count("cite-reference") == 2
    bare = replace(SAMPLE, front=replace(FRONT, authors=()))
    assert "\nNot known: author.\n" in english_page("dengta", bare, (TRADITIONAL,), FULL)


def test_the_box_links_to_the_files_beside_the_page_in_traditional() -> None:
    for language, folder in ((TRADITIONAL, ""), (SIMPLIFIED, "../../zh-hant/dengta/")):
        page = to_html(cite_box(work(language=language), work()))
        links = {link.get("download"): link["href"] for _, link in page.elements if "href" in link}
        files = {"dengta.bib": "citation.bib", "dengta.ris": "citation.ris", "dengta.json": "citation.json"}
        assert links == {name: folder + file for name, file in files.items()}


def test_the_box_shows_any_title_as_it_is() -> None:
    cited = titled("*a*_b_<i>&amp;[x](y)", "{c} `d` # e", FULL)
    page = cite_box(cited, cited)
    shown = to_html(page.replace('<details class="cite"', '<details id="box"')).texts["box"]
    assert "〈*a*_b_<i>&amp;[x](y)〉" in shown
    assert "“{c} `d` # e (*a*_b_<i>&amp;[x](y)),”" in shown


# Names.


@pytest.mark.parametrize(
    ("affiliation", "place", "position"),
    [
        ("海濱大學歷史學系副教授", "海濱大學歷史學系", "副教授"),
        ("海濱大學歷史學系", "海濱大學歷史學系", ""),
        ("海滨大学历史学系讲师", "海滨大学历史学系", "讲师"),
        ("海濱大學歷史研究所博士候選人", "海濱大學歷史研究所", "博士候選人"),
        ("海濱研究院助研究員", "海濱研究院", "助研究員"),
        ("", "", ""),
    ],
)
def test_where_someone_is_and_what(affiliation: str, place: str, position: str) -> None:
    assert place_and_position(affiliation) == (place, position)


def test_an_author_without_a_name_is_none() -> None:
    front = replace(FRONT, authors=(Author(()), *FRONT.authors))
    assert record_of("x", replace(SAMPLE, front=front), FULL, TRADITIONAL).authors == work().authors
