"""JATS: small articles and what is written of them, and all that can be proved of real ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from articles import SAMPLE, inferred, note, paragraph, runs, seen
from duidu.metadata import Metadata
from duidu.model import (
    ENGLISH,
    TRADITIONAL,
    Author,
    Front,
    Heading,
    Note,
    NoteKind,
    Paragraph,
    Quotation,
    Reference,
    Style,
)
from duidu.publish.editions import Editions
from duidu.publish.jats import jats_files
from duidu.settings import UNSAID
from files_for_programs import FILES, SITE, both, hard_works, listed, made, simplified_work, work_of
from reading_xml import assert_whole, read_jats
from rich import ORIGINAL, SIMPLER, said
from xml_schemas import faults, jats_schema

RICH = {edition.language: edition for edition in (ORIGINAL, SIMPLER)}


def written(work: Editions) -> str:
    return jats_files(work, SITE)["x.jats.xml"].decode()


def body(work: Editions) -> str:
    """What stands in the body."""
    return written(work).split("<body>\n")[1].split("\n</body>")[0]


def back(work: Editions) -> str:
    """What stands behind the body."""
    return written(work).split("<back>\n")[1].split("\n</back>")[0]


# -- small articles


def test_a_page_is_a_milestone_that_says_whether_its_number_was_inferred() -> None:
    assert body(made(paragraph(1, "燈", inferred(94), "塔", seen(95)))) == (
        '<p id="par-1">燈<milestone-start id="p94" rationale="page 94" specific-use="inferred" />塔'
        '<milestone-start id="p95" rationale="page 95" /></p>'
    )


def test_notes_stand_behind_the_body_under_their_printed_labels() -> None:
    work = made(paragraph(1, "燈", 1), notes=(Note("note-1", "十二", runs("見志。")),))
    assert body(work) == (
        '<p id="par-1">燈<xref id="noteref-1" ref-type="fn" rid="note-1"><sup>1</sup></xref></p>'
    )
    assert back(work) == (
        '<fn-group content-type="footnotes">\n<title>註釋</title>\n'
        '<fn id="note-1">\n<label>十二</label>\n<p>見志。</p>\n</fn>\n</fn-group>'
    )


def test_the_authors_own_note_stands_in_the_front() -> None:
    front = Front({TRADITIONAL: runs("論燈塔", 1)}, (Author(runs("林知遠")),))
    file = written(made(notes=(Note("note-1", "1", runs("謹謝。"), NoteKind.AUTHOR),), front=front))
    call = '<xref id="noteref-1" ref-type="author-notes" rid="note-1"><sup>1</sup></xref>'
    assert f"<article-title>論燈塔{call}</article-title>" in file
    assert '<author-notes>\n<fn id="note-1" fn-type="other">\n<label>1</label>\n<p>謹謝。</p>' in file
    assert "<back>" not in file


def test_works_that_notes_cite_are_a_list_of_references() -> None:
    notes = (note(1, "林守真，〈燈塔〉，《海史》第 3 期（1998 年），頁 3-5。"), note(2, "同前註，頁 7。"))
    file = back(made(paragraph(1, "燈", 1, "塔", 2), notes=notes))
    assert '林守真，〈<xref ref-type="bibr" rid="work-1-1">燈塔</xref>〉，《海史》' in file
    assert '<p><xref ref-type="bibr" rid="work-1-1">同前註，頁 7</xref>。</p>' in file
    assert file.split("</fn-group>\n")[1] == (
        '<ref-list specific-use="cited-in-notes">\n<title>引用書目</title>\n<ref id="work-1-1">\n'
        '<mixed-citation publication-type="journal"><string-name>林守真</string-name>，'
        "〈<article-title>燈塔</article-title>〉，《<source>海史</source>》第 <issue>3</issue> 期（"
        "<year>1998</year> 年），頁 <page-range>3-5</page-range></mixed-citation>\n</ref>\n</ref-list>"
    )


ENTRY = Reference("reference-1", runs("林守真，《燈塔》，臺北：海濱書局，1998 年。"))
CITATION = (
    '<mixed-citation publication-type="book"><string-name>林守真</string-name>，《<source>燈塔</source>》，'
    "<publisher-loc>臺北</publisher-loc>：<publisher-name>海濱書局</publisher-name>，"
    "<year>1998</year> 年。</mixed-citation>"
)


def test_the_bibliography_stands_behind_the_body() -> None:
    work = made(Heading("sec-1", 1, runs("壹")), Heading("sec-2", 1, runs("書目")), ENTRY)
    assert body(work) == '<sec id="sec-1">\n<title>壹</title>\n</sec>'
    assert back(work) == (
        f'<ref-list id="sec-2">\n<title>書目</title>\n<ref id="reference-1">\n{CITATION}\n</ref>\n</ref-list>'
    )


def test_entries_without_a_heading_are_a_list_without_a_title() -> None:
    work = made(paragraph(1, "燈"), ENTRY)
    assert back(work) == f'<ref-list>\n<ref id="reference-1">\n{CITATION}\n</ref>\n</ref-list>'


def test_entries_at_the_end_of_a_section_are_its_list() -> None:
    blocks = (Heading("sec-1", 1, runs("壹")), paragraph(1, "燈"), ENTRY, Heading("sec-2", 1, runs("貳")))
    assert body(made(*blocks, paragraph(2, "塔"))).startswith(
        '<sec id="sec-1">\n<title>壹</title>\n<p id="par-1">燈</p>\n'
        f'<ref-list>\n<ref id="reference-1">\n{CITATION}\n</ref>\n</ref-list>\n</sec>'
    )


def test_entries_amid_a_text_are_paragraphs() -> None:
    assert body(made(ENTRY, paragraph(1, "燈"))) == (
        f'<p id="reference-1">{CITATION}</p>\n<p id="par-1">燈</p>'
    )


def test_a_work_of_the_bibliography_is_not_listed_again() -> None:
    work = made(
        paragraph(1, "燈", 1), ENTRY, notes=(note(1, "林守真，《燈塔》，臺北：海濱書局，1998 年，頁 3。"),)
    )
    assert '《<xref ref-type="bibr" rid="reference-1">燈塔</xref>》' in back(work)
    assert back(work).count("<ref-list") == 1


def test_marks_of_typesetting() -> None:
    text = said(("著重", Style.EMPHASIS_MARK), ("書名", Style.ITALIC | Style.BOLD), ("2", Style.SUPERSCRIPT))
    assert body(made(Paragraph("par-1", text))) == (
        '<p id="par-1"><styled-content style-type="emphasis-mark">著重</styled-content>'
        "<bold><italic>書名</italic></bold><sup>2</sup></p>"
    )


def test_a_quotation_has_paragraphs() -> None:
    assert (
        body(made(Quotation("quote-1", runs("燈")))) == '<disp-quote id="quote-1">\n<p>燈</p>\n</disp-quote>'
    )


def test_the_front_says_all_that_is_known() -> None:
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
    titles = {TRADITIONAL: runs("論燈塔"), ENGLISH: runs("On Lighthouses")}
    abstracts = {TRADITIONAL: (runs("說燈塔。"),), ENGLISH: (runs("Lights."),)}
    keywords = {TRADITIONAL: (runs("燈塔"),), ENGLISH: (runs("lighthouses"),)}
    work = made(paragraph(1, "燈"), front=Front(titles, (author,), abstracts, keywords))
    file = written({TRADITIONAL: replace(work[TRADITIONAL], metadata=full)})
    assert file.split("<front>\n")[1].split("</front>")[0] == (
        '<journal-meta>\n<journal-id journal-id-type="issn">1234-567X</journal-id>\n'
        "<journal-title-group>\n<journal-title>海濱史學</journal-title>\n"
        '<trans-title-group xml:lang="en">\n<trans-title>Littoral History</trans-title>\n'
        "</trans-title-group>\n</journal-title-group>\n<issn>1234-567X</issn>\n"
        "<publisher><publisher-name>海濱大學</publisher-name></publisher>\n</journal-meta>\n"
        '<article-meta>\n<article-id pub-id-type="publisher-id">x</article-id>\n'
        '<article-id pub-id-type="doi">10.1234/abc</article-id>\n'
        "<title-group>\n<article-title>論燈塔</article-title>\n"
        '<trans-title-group xml:lang="en">\n<trans-title>On Lighthouses</trans-title>\n</trans-title-group>\n'
        '</title-group>\n<contrib-group>\n<contrib contrib-type="author">\n'
        '<contrib-id contrib-id-type="orcid">https://orcid.org/0000-0001-2345-6789</contrib-id>\n'
        '<name-alternatives>\n<name name-style="eastern" xml:lang="zh-Hant"><surname>林</surname>'
        '<given-names>知遠</given-names></name>\n<string-name xml:lang="en">Chih-yuan Lin</string-name>\n'
        '</name-alternatives>\n<xref ref-type="aff" rid="aff-1" />\n</contrib>\n</contrib-group>\n'
        '<aff-alternatives id="aff-1">\n<aff xml:lang="zh-Hant">海濱大學</aff>\n'
        '<aff xml:lang="en">Littoral University</aff>\n</aff-alternatives>\n'
        '<pub-date date-type="pub" publication-format="print">\n<year>2009</year>\n</pub-date>\n'
        "<volume>3</volume>\n<issue>1</issue>\n<fpage>93</fpage>\n<lpage>97</lpage>\n"
        "<permissions>\n<copyright-statement>版權所有</copyright-statement>\n</permissions>\n"
        '<self-uri xlink:href="https://e.example/a">https://e.example/a</self-uri>\n'
        '<self-uri xml:lang="zh-Hant" xlink:href="https://journal.example.org/read/zh-hant/x/">'
        "https://journal.example.org/read/zh-hant/x/</self-uri>\n"
        '<abstract>\n<title>摘要</title>\n<p id="abstract-1">說燈塔。</p>\n</abstract>\n'
        '<trans-abstract xml:lang="en">\n<title>Abstract</title>\n<p id="abstract-en-1">Lights.</p>\n'
        '</trans-abstract>\n<kwd-group kwd-group-type="author" xml:lang="zh-Hant">\n<kwd>燈塔</kwd>\n'
        '</kwd-group>\n<kwd-group kwd-group-type="author" xml:lang="en">\n<kwd>lighthouses</kwd>\n'
        "</kwd-group>\n</article-meta>\n"
    )
    assert faults(jats_schema(), file.encode()) == []


def test_the_file_has_the_original_and_the_title_in_the_other_script() -> None:
    files = jats_files(RICH, SITE)
    assert [*files] == ["youchai.jats.xml"]
    root = etree.fromstring(files["youchai.jats.xml"])
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == TRADITIONAL
    assert [title.text for title in root.iter("trans-title")][:1] == ["论清末邮差的钟点"]


def test_the_document_type_is_that_of_journal_archiving() -> None:
    head = written(made(paragraph(1, "燈"))).split("<article")[0]
    assert '"-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.3 20210610//EN"' in head
    assert '"JATS-archivearticle1-3.dtd"' in head  # which nobody has to fetch to read the file


# -- what holds of every article


def assert_sound(work: Editions) -> None:
    (file,) = jats_files(work, SITE).values()
    assert faults(jats_schema(), file) == []
    original = next(edition for edition in work.values() if edition.article.is_original)
    read = read_jats(file)
    assert_whole(original.article, read)
    assert [each for each in read.ids if each in {*listed(work)}] == listed(work)


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_a_real_article_is_valid_and_whole(file: Path) -> None:
    assert_sound(work_of(file))


def test_made_articles_are_valid_and_whole() -> None:
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
    assert faults(jats_schema(), jats_files(work, UNSAID)["x.jats.xml"]) == []
    assert_sound(work)


@settings(max_examples=20, derandomize=True)
@given(hard_works())
def test_whatever_it_says_the_file_is_valid_and_whole(work: Editions) -> None:
    assert_sound(work)


def test_the_same_article_gives_the_same_bytes() -> None:
    assert jats_files(RICH, SITE) == jats_files(RICH, SITE)
