"""TEI: small articles and what is written of them, and all that can be proved of real ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from articles import SAMPLE, call, inferred, note, paragraph, runs, seen
from duidu.annotations import Annotations, Citation, Date, Precision, Span
from duidu.metadata import Metadata
from duidu.model import (
    ENGLISH,
    TRADITIONAL,
    Article,
    Author,
    Correction,
    Figure,
    Front,
    Heading,
    Note,
    NoteKind,
    Origin,
    Paragraph,
    Style,
    Text,
)
from duidu.publish.corrected_places import corrected_places
from duidu.publish.editions import Editions
from duidu.publish.tei import tei_files
from duidu.publish.tei.tei_inlines import when
from duidu.reasons import Cause, Reason
from duidu.settings import UNSAID
from files_for_programs import FILES, SITE, both, hard_works, made, simplified_work, work_of
from reading_xml import assert_whole, read_tei
from rich import NEXT, ORIGINAL, SIMPLER, said
from xml_schemas import faults, tei_schema

RICH = {edition.language: edition for edition in (ORIGINAL, SIMPLER)}


def written(work: Editions) -> str:
    """The file of the original."""
    return tei_files(work, SITE)["x.tei.xml"].decode()


def body(work: Editions) -> str:
    """What stands in the body."""
    return written(work).split("<body>\n")[1].split("\n</body>")[0]


# -- small articles


def test_a_page_has_its_number_and_says_whether_it_was_inferred() -> None:
    assert body(made(paragraph(1, "燈", inferred(94), "塔", seen(95)))) == (
        '<p xml:id="par-1">燈<pb xml:id="p94" n="94" cert="medium" />塔<pb xml:id="p95" n="95" /></p>'
    )


def test_a_note_stands_where_it_is_called_under_its_printed_label() -> None:
    given = Note("note-1", "12", runs("見志。"))
    assert body(made(paragraph(1, "燈", 1, "塔"), notes=(given,))) == (
        '<p xml:id="par-1">燈<note xml:id="note-1" n="12" place="foot">見志。</note>塔</p>'
    )


def test_a_second_call_refers_to_the_note() -> None:
    again = replace(call(1), id="noteref-1-2")
    block = Paragraph("par-1", (*runs("燈", 1, "塔"), again))
    assert body(made(block, notes=(note(1, "見志。"),))) == (
        '<p xml:id="par-1">燈<note xml:id="note-1" n="1" place="foot">見志。</note>塔'
        '<ref type="note" n="1" target="#note-1" /></p>'
    )


@pytest.mark.parametrize(
    ("kind", "attributes"),
    [
        (NoteKind.FOOTNOTE, 'place="foot"'),
        (NoteKind.ENDNOTE, 'place="end"'),
        (NoteKind.AUTHOR, 'place="foot" type="author"'),
    ],
)
def test_where_a_note_stands_in_print(kind: NoteKind, attributes: str) -> None:
    given = Note("note-1", "*", said("一", NEXT, "二"), kind)
    assert f'<note xml:id="note-1" n="*" {attributes}><p>一</p><p>二</p></note>' in body(
        made(paragraph(1, "燈", 1), notes=(given,))
    )


def test_a_note_that_nothing_calls_stands_at_the_end() -> None:
    back = written(made(notes=(note(1, "見志。"),))).split("<back>\n")[1]
    shown = '<p><note xml:id="note-1" n="1" place="foot">見志。</note></p>'
    assert back.startswith(f'<div type="notes">\n<head>註釋</head>\n{shown}\n')


def test_a_reference_tells_its_details_and_what_a_short_one_means() -> None:
    notes = (note(1, "林守真，〈燈塔〉，《海史》第 3 期（1998 年），頁 3-5。"), note(2, "同前註，頁 7。"))
    text = body(made(paragraph(1, "燈", 1, "塔", 2), notes=notes))
    assert (
        '<bibl xml:id="cite-1-1"><author>林守真</author>，〈<title level="a">燈塔</title>〉，'
        '《<title level="j">海史</title>》第 <biblScope unit="issue">3</biblScope> 期（'
        '<date when="1998">1998</date> 年），頁 <biblScope unit="page">3-5</biblScope></bibl>'
    ) in text
    assert '<ref type="short" target="#cite-1-1">同前註，頁 7</ref>' in text


def test_a_short_reference_that_may_mean_several_works_is_not_sure() -> None:
    work = made(paragraph(1, "燈", 1), notes=(note(1, "前引書，頁 7。"),))
    article = work[TRADITIONAL].article
    (short,) = article.annotations.short_references
    known = replace(article.annotations, short_references=(replace(short, targets=("a-1", "a-2")),))
    unsure = {TRADITIONAL: replace(work[TRADITIONAL], article=replace(article, annotations=known))}
    assert '<ref type="short" target="#a-1 #a-2" cert="low">' in body(unsure)


def test_names_and_terms_and_what_they_are_called_elsewhere() -> None:
    text = body(made(paragraph(1, "柴契爾（Margaret Thatcher）談「單極化」（unipolarity），柴契爾又說。")))
    assert text == (
        '<p xml:id="par-1"><name xml:id="term-1">柴契爾</name>（'
        '<gloss target="#term-1" xml:lang="en">Margaret Thatcher</gloss>）談「'
        '<term xml:id="term-2">單極化</term>」（<gloss target="#term-2" xml:lang="en">unipolarity</gloss>），'
        '<name ref="#term-1">柴契爾</name>又說。</p>'
    )


PLACE = Span("par-1", 0, 1)


@pytest.mark.parametrize(
    ("date", "attributes"),
    [
        (Date(PLACE, PLACE, 1949, 1949, Precision.DAY, 4, 9), {"when": "1949-04-09"}),
        (Date(PLACE, PLACE, 1949, 1949, Precision.MONTH, 12), {"when": "1949-12"}),
        (Date(PLACE, PLACE, 744, 744, Precision.YEAR), {"when": "0744"}),
        (Date(PLACE, PLACE, 1862, 1874, Precision.YEAR), {"from": "1862", "to": "1874"}),
        (Date(PLACE, PLACE, 1960, 1969, Precision.DECADE), {"notBefore": "1960", "notAfter": "1969"}),
        (Date(PLACE, PLACE, -220, -220, Precision.YEAR), {"when-iso": "-0220"}),
        (Date(PLACE, PLACE, 0, 0, Precision.YEAR), {"when-iso": "0000"}),
        (Date(PLACE, PLACE, -99, 0, Precision.CENTURY), {"notBefore-iso": "-0099", "notAfter-iso": "0000"}),
    ],
)
def test_when_a_date_is(date: Date, attributes: dict[str, str]) -> None:
    assert when(date) == attributes
    marks = " ".join(f'{name}="{value}"' for name, value in attributes.items())
    dated = written(made(paragraph(1, "燈"))).replace("燈", f"<date {marks}>燈</date>")
    assert faults(tei_schema(), dated.encode()) == []


def corrected(source: str, text: str, *pieces: Text) -> list[tuple[int, int, str]]:
    """Where the correction of line 7 is found in a paragraph, and what the source has there."""
    article = Article(
        Front(),
        (Paragraph("par-1", pieces),),
        (),
        corrections=(Correction(7, source, text, Reason(Cause.DECLARED)),),
    )
    return [(span.start, span.end, was) for span, was in corrected_places(article)]


def test_a_correction_is_found_on_its_line() -> None:
    lines = Text("燈塔在海", Origin(6, 0)), Text("邊。燈塔", Origin(7, 0))
    assert corrected("海－邊", "海邊", *lines) == [(3, 4, "海－")]
    assert corrected("燈　塔", "燈塔", *lines) == [(6, 7, "燈　")]
    assert corrected("燈搭", "燈塔", *lines) == [(7, 8, "搭")]
    assert corrected("－邊", "邊", *lines) == [(4, 5, "－邊")]
    assert corrected("塔臺", "燈臺", *lines) == []


def test_a_correction_that_may_stand_in_two_places_is_not_marked() -> None:
    assert corrected("燈 塔", "燈塔", Text("燈塔，燈塔", Origin(7, 0))) == []


def test_a_run_that_tells_its_source_is_certain() -> None:
    lines = Text("馬，", Origin(7, 0)), Text("馬", Origin(7, 2), source="⾺")
    assert corrected("⾺", "馬", *lines) == [(2, 3, "⾺")]


def test_a_corrected_place_has_what_the_source_has() -> None:
    block = Paragraph("par-1", (Text("海邊。", Origin(7, 0)),))
    article = Article(
        Front(), (block,), (), corrections=(Correction(7, "海 邊", "海邊", Reason(Cause.SPREAD_OUT_WORDS)),)
    )
    work = made(block)
    work = {TRADITIONAL: replace(work[TRADITIONAL], article=article)}
    assert body(work) == '<p xml:id="par-1"><choice><sic>海 </sic><corr>海</corr></choice>邊。</p>'
    assert '<item n="7"><choice><sic>海 邊</sic><corr>海邊</corr></choice> 字間多出空格</item>' in written(
        work
    )


def test_marks_of_typesetting() -> None:
    text = said(("著重", Style.EMPHASIS_MARK), ("書名", Style.ITALIC | Style.BOLD))
    assert body(made(Paragraph("par-1", text))) == (
        '<p xml:id="par-1"><hi rend="emphasis-mark">著重</hi><hi rend="italic bold">書名</hi></p>'
    )


def test_sections_stand_in_sections() -> None:
    blocks = (Heading("sec-1", 1, runs("壹")), Heading("sec-2", 2, runs("一")), paragraph(1, "燈"))
    assert body(made(*blocks)) == (
        '<div xml:id="sec-1">\n<head>壹</head>\n<div xml:id="sec-2">\n<head>一</head>\n'
        '<p xml:id="par-1">燈</p>\n</div>\n</div>'
    )


def test_a_section_of_figures_alone_has_an_empty_paragraph_as_the_schema_demands() -> None:
    assert body(made(Figure("figure-1", (), "a b.png", "一座燈塔", (20, 10)))) == (
        '<figure xml:id="figure-1">\n<figDesc>一座燈塔</figDesc>\n'
        '<graphic url="figures/a%20b.png" width="20px" height="10px" />\n</figure>\n<p />'
    )


def test_what_would_cut_a_reference_is_not_told() -> None:
    date = Date(Span("par-1", 0, 6), Span("par-1", 0, 6), 1949, 1949, Precision.YEAR)
    citation = Citation(id="cite-1-1", span=Span("par-1", 5, 10))
    known = Annotations(citations=(citation,), dates=(date,))
    edition = made(paragraph(1, "1949 年《燈塔》。"))[TRADITIONAL]
    work = {TRADITIONAL: replace(edition, article=replace(edition.article, annotations=known))}
    assert body(work) == '<p xml:id="par-1">1949 <bibl xml:id="cite-1-1">年《燈塔》</bibl>。</p>'


def test_the_header_says_all_that_is_known() -> None:
    full = Metadata(
        journal="海濱史學",
        journal_en="Littoral History",
        volume="3",
        issue="1",
        year=2009,
        pages="93-97",
        publisher="海濱大學",
        issn="1234-567X",
        doi="10.1234/abc",
        url="https://e.example/a",
        rights="版權所有",
    )
    author = Author(
        runs("林知遠"),
        runs("Chih-yuan Lin"),
        runs("海濱大學"),
        runs("Littoral University"),
        "0000-0001-2345-6789",
    )
    work = made(paragraph(1, "燈"), front=Front({TRADITIONAL: runs("論燈塔")}, (author,)))
    file = written({TRADITIONAL: replace(work[TRADITIONAL], metadata=full)})
    assert (
        "<author>\n"
        '<persName xml:lang="zh-Hant"><surname>林</surname><forename>知遠</forename></persName>\n'
        '<persName xml:lang="en">Chih-yuan Lin</persName>\n'
        '<affiliation xml:lang="zh-Hant">海濱大學</affiliation>\n'
        '<affiliation xml:lang="en">Littoral University</affiliation>\n'
        '<idno type="ORCID">0000-0001-2345-6789</idno>\n'
        "</author>\n"
    ) in file
    assert (
        '<idno type="DOI">10.1234/abc</idno>\n<idno type="URI">https://e.example/a</idno>\n</analytic>\n'
        '<monogr>\n<title level="j" xml:lang="zh-Hant">海濱史學</title>\n'
        '<title level="j" xml:lang="en">Littoral History</title>\n<idno type="ISSN">1234-567X</idno>\n'
        '<imprint>\n<publisher>海濱大學</publisher>\n<date when="2009">2009</date>\n'
        '<biblScope unit="volume">3</biblScope>\n<biblScope unit="issue">1</biblScope>\n'
        '<biblScope unit="page" from="93" to="97">93-97</biblScope>\n</imprint>\n'
    ) in file
    assert "<availability>\n<p>版權所有</p>" in file
    assert '<idno type="URI">https://journal.example.org/read/zh-hant/x/</idno>' in file
    assert faults(tei_schema(), file.encode()) == []


def test_rights_that_are_not_known_are_said() -> None:
    said = "<p>版權歸屬未載明；轉載、散布之前，請先徵詢作者或原刊。</p>"
    file = written(made(paragraph(1, "燈")))
    assert f'<availability status="unknown">\n{said}\n</availability>' in file


def test_each_script_has_a_file_with_the_same_ids() -> None:
    files = tei_files(RICH, SITE)
    assert [*files] == ["youchai.tei.xml", "youchai.zh-hans.tei.xml"]
    original, other = (etree.fromstring(file) for file in files.values())
    assert [root.get("{http://www.w3.org/XML/1998/namespace}lang") for root in (original, other)] == [*RICH]
    assert read_tei(files["youchai.tei.xml"]).ids == read_tei(files["youchai.zh-hans.tei.xml"]).ids
    assert "原文见 youchai.tei.xml" in files["youchai.zh-hans.tei.xml"].decode()


def test_of_an_article_in_simplified_the_other_script_is_traditional() -> None:
    files = tei_files(simplified_work(), SITE)
    assert [*files] == ["yanwu.tei.xml", "yanwu.zh-hant.tei.xml"]
    assert '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="zh-Hans">' in files["yanwu.tei.xml"].decode()
    assert "原文見 yanwu.tei.xml" in files["yanwu.zh-hant.tei.xml"].decode()


# -- what holds of every article


def assert_sound(work: Editions) -> None:
    for edition, file in zip(work.values(), tei_files(work, SITE).values(), strict=True):
        assert faults(tei_schema(), file) == []
        assert_whole(edition.article, read_tei(file))


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_a_real_article_is_valid_and_whole_in_both_scripts(file: Path) -> None:
    assert_sound(work_of(file))


def test_made_articles_are_valid_and_whole_in_both_scripts() -> None:
    assert_sound(RICH)
    assert_sound(simplified_work())
    assert_sound(both({TRADITIONAL: replace(ORIGINAL, article=SAMPLE)}))


@pytest.mark.parametrize(
    "front",
    [
        Front(),
        Front({TRADITIONAL: runs("長" * 1000)}),
        Front({ENGLISH: runs("Lights")}, (Author((), runs("Cher")),)),
        Front({TRADITIONAL: runs("論")}, (Author(runs("編輯室")), Author(()))),
    ],
    ids=["nothing", "a long title", "only English", "no surname"],
)
def test_what_is_missing_is_left_out(front: Front) -> None:
    work = made(front=front)
    assert faults(tei_schema(), tei_files(work, UNSAID)["x.tei.xml"]) == []
    assert_sound(work)


@settings(max_examples=20, derandomize=True)
@given(hard_works())
def test_whatever_it_says_the_file_is_valid_and_whole(work: Editions) -> None:
    assert_sound(work)


def test_the_same_article_gives_the_same_bytes() -> None:
    assert tei_files(RICH, SITE) == tei_files(RICH, SITE)
