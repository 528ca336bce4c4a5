"""Citations for machines: what stands in them, and that other people's programs read it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import Entry, parse_string

from articles import FRONT, SAMPLE, SAMPLE_LEDGER
from building import ORIGINAL, SIMPLER
from duidu.metadata import Metadata
from duidu.model import ENGLISH, SIMPLIFIED, TRADITIONAL, Article, Front
from duidu.publish.citing.bibtex import bibtex, key_of
from duidu.publish.citing.citation_files import citation_files
from duidu.publish.citing.csl import csl_item, csl_json
from duidu.publish.citing.head import citation, scholarly
from duidu.publish.citing.jsonld import scholarly_article
from duidu.publish.citing.meta import citation_meta
from duidu.publish.citing.record import Name, Record, record_of
from duidu.publish.citing.ris import ris
from duidu.publish.editions import Edition
from duidu.publish.escape import Script, front_matter
from duidu.settings import Settings
from rendering import Html, front_matter_of
from test_citing import FULL, KNOWN, titled, work

NOTHING = Metadata()
ODD = '<A> & "B" 100% of $5_#6 {x} \\y ~z^2 </script>'
TITLE = "論晚清燈塔制度的形成及其跨海合作"
TITLE_EN = "Lights across the Strait: The Making of the Lighthouse Service in Late Qing China"
ABSTRACT = work().abstract
NUMBERS = "頁碼 93-94、97 係由前後頁碼推得。"
every_gap = pytest.mark.parametrize("missing", KNOWN)
lines = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1).filter(str.strip)


def without(key: str) -> Record:
    """The sample with everything known but this."""
    return work(replace(FULL, **{key: getattr(NOTHING, key)}))


# BibTeX.


def test_bibtex_of_all_that_can_be_known() -> None:
    assert bibtex(work()) == (
        "@article{dengta,\n"
        "  author = {{林知遠}},\n"
        f"  title = {{{{{TITLE}}}}},\n"
        f"  titleaddon = {{{TITLE_EN}}},\n"
        "  journal = {海濱史學},\n"
        "  volume = {3},\n"
        "  number = {1},\n"
        "  year = {2009},\n"
        "  pages = {93--97},\n"
        "  publisher = {海濱大學出版部},\n"
        "  issn = {1234-567X},\n"
        "  doi = {10.1234/abc},\n"
        "  url = {https://example.org/abc},\n"
        "  langid = {chinese},\n"
        "  language = {chinese},\n"
        "  keywords = {燈塔, 海關, 技術移轉, 通商口岸},\n"
        f"  abstract = {{{ABSTRACT}}},\n"
        f"  note = {{{NUMBERS}版權：海濱大學}}\n"
        "}\n"
    )


def test_bibtex_of_a_title_and_nothing_else() -> None:
    assert bibtex(titled("甲", metadata=NOTHING)) == (
        "@article{x,\n  title = {{甲}},\n  langid = {chinese},\n  language = {chinese}\n}\n"
    )


def read_bibtex(cited: Record) -> Entry:
    (entry,) = parse_string(bibtex(cited), "bibtex").entries.values()
    return entry


def test_bibtex_is_read_by_pybtex() -> None:
    entry = read_bibtex(work())
    assert entry.key == "dengta"
    assert [str(person) for person in entry.persons["author"]] == ["{林知遠}"]
    assert (entry.fields["title"], entry.fields["year"]) == (f"{{{TITLE}}}", "2009")
    assert entry.fields["pages"] == "93--97"


@every_gap
def test_bibtex_has_no_empty_field(missing: str) -> None:
    assert "{}" not in bibtex(without(missing))
    others = ("journal_en", "journal_romanised", "rights", "report", "pages")
    names = {"issue": {"number"}} | {key: set() for key in others}
    gone = set(read_bibtex(work()).fields) - set(read_bibtex(without(missing)).fields)
    assert gone == (names.get(missing, {missing}) if missing != "journal" else set())


def test_several_authors_in_bibtex() -> None:
    names = (Name("歐陽修"), Name("", "Dupont and Sons"))
    people = read_bibtex(titled("甲", authors=names)).persons["author"]
    assert [str(person) for person in people] == ["{歐陽修}", "{Dupont and Sons}"]


COMMANDS = {
    "textbackslash{}": "\\", "textbraceleft{}": "{", "textbraceright{}": "}", "textasciitilde{}": "~",
    "textasciicircum{}": "^",
} | {sign: sign for sign in "&%_#$"}  # fmt: skip


def unescaped(text: str) -> str:
    """`text` as TeX would print it."""
    pattern = "|".join(map(re.escape, COMMANDS))
    rest = re.sub(rf"\\(?:{pattern})", "", text)
    assert not re.search(r"[\\{}&%_#$~^]", rest), f"not escaped: {rest}"
    return re.sub(rf"\\({pattern})", lambda command: COMMANDS[command[1]], text)


def test_signs_that_mean_something_to_tex_are_escaped() -> None:
    assert read_bibtex(titled(ODD)).fields["title"] == (
        '{<A> \\& "B" 100\\% of \\$5\\_\\#6 \\textbraceleft{}x\\textbraceright{} \\textbackslash{}y '
        "\\textasciitilde{}z\\textasciicircum{}2 </script>}"
    )


@given(lines)
@settings(deadline=None)
def test_any_title_in_bibtex(title: str) -> None:
    field = read_bibtex(titled(title)).fields["title"]
    assert unescaped(field[1:-1]) == " ".join(title.split())


def test_addresses_in_bibtex_are_not_escaped() -> None:
    metadata = Metadata(doi="10.1234/a_b%c", url="https://example.org/a_b#c?d={e}")
    fields = read_bibtex(titled("甲", metadata=metadata)).fields
    assert (fields["doi"], fields["url"]) == ("10.1234/a_b%c", "https://example.org/a_b#c?d=%7Be%7D")


@pytest.mark.parametrize(
    ("slug", "key"), [("a-b_c.1", "a-b_c.1"), ("燈塔", "u71c8u5854"), ("a b,{c}", "au20bu2cu7bcu7d")]
)
def test_keys_are_ascii(slug: str, key: str) -> None:
    assert key_of(slug) == key


# RIS.


def test_ris_of_all_that_can_be_known() -> None:
    assert ris(work()) == (
        "TY  - JOUR\r\n"
        "AU  - 林知遠\r\n"
        f"TI  - {TITLE}\r\n"
        "T2  - 海濱史學\r\n"
        "VL  - 3\r\n"
        "IS  - 1\r\n"
        "PY  - 2009\r\n"
        "SP  - 93\r\n"
        "EP  - 97\r\n"
        "PB  - 海濱大學出版部\r\n"
        "SN  - 1234-567X\r\n"
        "DO  - 10.1234/abc\r\n"
        "UR  - https://example.org/abc\r\n"
        "LA  - zh-Hant\r\n"
        "KW  - 燈塔\r\n"
        "KW  - 海關\r\n"
        "KW  - 技術移轉\r\n"
        "KW  - 通商口岸\r\n"
        f"AB  - {ABSTRACT}\r\n"
        f"N1  - 英文篇名：{TITLE_EN}\r\n"
        f"N1  - {NUMBERS}版權：海濱大學\r\n"
        "ER  - \r\n"
    )


def test_ris_of_a_title_and_nothing_else() -> None:
    assert ris(titled("甲", metadata=NOTHING)) == "TY  - JOUR\r\nTI  - 甲\r\nLA  - zh-Hant\r\nER  - \r\n"


@every_gap
def test_ris_has_no_empty_line(missing: str) -> None:
    *record, end, rest = ris(without(missing)).split("\r\n")
    assert (end, rest) == ("ER  - ", "")
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - \S.*", line) for line in record)


def read_ris(cited: Record) -> dict[str, Any]:
    (record,) = rispy.loads(ris(cited))
    return dict(record)


def test_ris_is_read_by_rispy() -> None:
    record = read_ris(work())
    assert record["type_of_reference"] == "JOUR"
    assert record["authors"] == ["林知遠"]
    assert (record["title"], record["secondary_title"]) == (TITLE, "海濱史學")
    assert [record[name] for name in ("volume", "number", "year")] == ["3", "1", "2009"]
    assert (record["start_page"], record["end_page"]) == ("93", "97")
    assert record["keywords"] == ["燈塔", "海關", "技術移轉", "通商口岸"]
    assert record["notes"] == [f"英文篇名：{TITLE_EN}", f"{NUMBERS}版權：海濱大學"]


@given(lines)
@settings(deadline=None)
def test_any_title_in_ris(title: str) -> None:
    assert read_ris(titled(title))["title"] == " ".join(title.split())


# CSL-JSON.


def test_csl_of_all_that_can_be_known() -> None:
    assert csl_item(work()) == {
        "id": "dengta",
        "type": "article-journal",
        "title": TITLE,
        "author": [{"literal": "林知遠"}],
        "container-title": "海濱史學",
        "volume": "3",
        "issue": "1",
        "issued": {"date-parts": [[2009]]},
        "page": "93-97",
        "publisher": "海濱大學出版部",
        "ISSN": "1234-567X",
        "DOI": "10.1234/abc",
        "URL": "https://example.org/abc",
        "language": "zh-Hant",
        "keyword": "燈塔, 海關, 技術移轉, 通商口岸",
        "abstract": ABSTRACT,
        "note": f"{NUMBERS}版權：海濱大學",
    }


def test_csl_of_a_title_and_nothing_else() -> None:
    item = {"id": "x", "type": "article-journal", "title": "甲", "language": "zh-Hant"}
    assert csl_item(titled("甲", metadata=NOTHING)) == item


@every_gap
def test_csl_has_no_empty_value(missing: str) -> None:
    names = {"issue": "issue", "year": "issued", "issn": "ISSN", "doi": "DOI", "url": "URL"}
    gone = set(csl_item(work())) - set(csl_item(without(missing)))
    # Another name of the journal, the other remark, or nothing that is cited.
    there = {"journal", "journal_en", "journal_romanised", "rights", "report", "pages"}
    assert gone == (set() if missing in there else {names.get(missing, missing)})


def test_names_are_as_they_are_written() -> None:
    names = (Name("歐陽修", "Hsiu Ou-yang"), Name("", "Plato"))
    authors = csl_item(titled("甲", authors=names))["author"]
    assert authors == [{"literal": "歐陽修"}, {"literal": "Plato"}]


def formatted(cited: Record) -> str:
    """What citeproc makes of the CSL-JSON of `cited`."""
    source = CiteProcJSON(json.loads(csl_json(cited)))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    bibliography.register(Citation([CitationItem(cited.slug)]))
    (entry,) = bibliography.bibliography()
    return str(entry)


def test_csl_is_read_by_citeproc() -> None:
    said = formatted(work())
    for known in ("林知遠", "(2009)", TITLE, "海濱史學", "3(1)", "93–97", "10.1234/abc"):
        assert known in said


def test_csl_of_any_title_is_json_of_one_item() -> None:
    (item,) = json.loads(csl_json(titled(ODD)))
    assert item["title"] == ODD


# The files.


def test_the_files_stand_beside_the_page_in_traditional() -> None:
    files = citation_files([ORIGINAL, SIMPLER])
    assert set(files) == {f"zh-hant/dengta/citation.{ending}" for ending in ("bib", "ris", "json")}
    assert files["zh-hant/dengta/citation.bib"].decode() == bibtex(work(NOTHING))


def test_they_lead_to_the_journal_s_own_page_or_else_to_that_of_the_site() -> None:
    site = Settings(address="https://journal.example/read")
    here = "https://journal.example/read/zh-hant/dengta/"
    ris = "zh-hant/dengta/citation.ris"
    assert f"UR  - {here}" in citation_files([ORIGINAL], site)[ris].decode()
    journal = replace(ORIGINAL, metadata=Metadata(url="https://press.example/7"))
    assert "UR  - https://press.example/7" in citation_files([journal], site)[ris].decode()
    assert "UR  - " not in citation_files([ORIGINAL])[ris].decode()


def test_an_article_without_a_title_has_no_files() -> None:
    assert citation_files([Edition("x", Article(Front(), (), ()), SAMPLE_LEDGER)]) == {}


# The head of the page.


def test_meta_elements_of_all_that_can_be_known() -> None:
    assert citation_meta(work()) == [
        ("citation_title", TITLE),
        ("citation_author", "林知遠"),
        ("citation_author_institution", "海濱大學歷史學系"),
        ("citation_journal_title", "海濱史學"),
        ("citation_publication_date", "2009"),
        ("citation_volume", "3"),
        ("citation_issue", "1"),
        ("citation_firstpage", "93"),
        ("citation_lastpage", "97"),
        ("citation_publisher", "海濱大學出版部"),
        ("citation_issn", "1234-567X"),
        ("citation_doi", "10.1234/abc"),
        ("citation_language", "zh-Hant"),
        ("citation_keywords", "燈塔; 海關; 技術移轉; 通商口岸"),
        ("citation_abstract", ABSTRACT),
    ]


def test_meta_elements_are_the_same_in_every_language() -> None:
    records = {
        TRADITIONAL: work(),
        SIMPLIFIED: work(language=SIMPLIFIED),
        ENGLISH: record_of("dengta", SAMPLE, FULL, ENGLISH),
    }
    said = {tag: dict(citation_meta(record)) for tag, record in records.items()}
    assert set(said[TRADITIONAL]) == set(said[SIMPLIFIED]) == set(said[ENGLISH])
    titles = [each["citation_title"] for each in said.values()]
    assert titles == [TITLE, "论晚清灯塔制度的形成及其跨海合作", TITLE_EN]
    assert [each["citation_author"] for each in said.values()] == ["林知遠", "林知远", "Chih-yuan Lin"]
    assert said[ENGLISH]["citation_journal_title"] == "Coastal History"
    assert [each["citation_language"] for each in said.values()] == ["zh-Hant", "zh-Hans", "zh-Hant"]
    assert said[ENGLISH]["citation_abstract"].endswith("customs officers and local officials.")


def test_without_a_title_in_english_the_english_front_is_the_article_all_the_same() -> None:
    article = Article(Front(titles={TRADITIONAL: FRONT.titles[TRADITIONAL]}), (), ())
    english = record_of("dengta", article, FULL, ENGLISH)
    assert ("citation_title", TITLE) in citation_meta(english)
    assert scholarly_article(english)["headline"] == TITLE
    assert "alternativeHeadline" not in scholarly_article(english)


def test_meta_elements_of_a_title_and_nothing_else() -> None:
    said = citation_meta(titled("甲", metadata=NOTHING))
    assert said == [("citation_title", "甲"), ("citation_language", "zh-Hant")]


def test_json_ld_of_all_that_can_be_known() -> None:
    journal = {
        "@type": "Periodical",
        "name": "海濱史學",
        "alternateName": "Coastal History",
        "issn": "1234-567X",
        "publisher": {"@type": "Organization", "name": "海濱大學出版部"},
    }
    volume = {"@type": "PublicationVolume", "volumeNumber": "3", "isPartOf": journal}
    assert scholarly_article(work()) == {
        "@context": "https://schema.org",
        "@type": "ScholarlyArticle",
        "headline": TITLE,
        "alternativeHeadline": TITLE_EN,
        "author": [
            {
                "@type": "Person",
                "name": "林知遠",
                "alternateName": "Chih-yuan Lin",
                "affiliation": {"@type": "Organization", "name": "海濱大學歷史學系"},
                "jobTitle": "副教授",
            }
        ],
        "inLanguage": "zh-Hant",
        "datePublished": "2009",
        "isPartOf": {"@type": "PublicationIssue", "issueNumber": "1", "isPartOf": volume},
        "pageStart": "93",
        "pageEnd": "97",
        "abstract": ABSTRACT,
        "keywords": ["燈塔", "海關", "技術移轉", "通商口岸"],
        "sameAs": "https://doi.org/10.1234/abc",
        "copyrightNotice": "海濱大學",
    }


@pytest.mark.parametrize(
    ("known", "part_of"),
    [
        ({}, None),
        ({"journal": "乙"}, {"@type": "Periodical", "name": "乙"}),
        (
            {"journal": "乙", "issue": "1"},
            {
                "@type": "PublicationIssue",
                "issueNumber": "1",
                "isPartOf": {"@type": "Periodical", "name": "乙"},
            },
        ),
        ({"issue": "1"}, {"@type": "PublicationIssue", "issueNumber": "1"}),
    ],
)
def test_json_ld_says_of_what_it_is_part_as_far_as_is_known(
    known: dict[str, str], part_of: dict[str, object] | None
) -> None:
    said = scholarly_article(titled("甲", metadata=Metadata(**known)))  # type: ignore[arg-type]
    assert said.get("isPartOf") == part_of


@pytest.mark.parametrize("title", [ODD, "<!-- <script>", "a\u2028b", "”“"])
def test_no_title_ends_the_script_that_it_stands_in(title: str) -> None:
    cited = titled(title)
    meta = front_matter_of(front_matter(scholarly(cited)))
    written = str(meta["scholarly"])
    assert not re.search("[<>&\u2028]", written)
    assert json.loads(written)["headline"] == " ".join(title.split())


def test_no_title_ends_the_meta_element_that_it_stands_in() -> None:
    meta = front_matter_of(front_matter(citation(titled(ODD))))
    pairs = meta["citation"]
    assert isinstance(pairs, list)
    html = Html("".join(f'<meta name="{name}" content="{content}">' for name, content in pairs))
    assert html.find("name", "citation_title") == [{"name": "citation_title", "content": ODD}]


def test_data_for_scripts_is_not_html() -> None:
    assert (
        front_matter({"a": Script({"b": "&<"})}) == '---\na: "{\\"b\\": \\"\\\\u0026\\\\u003c\\"}"\n---\n\n'
    )
