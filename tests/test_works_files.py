"""The works cited, for reference managers: what the files say, and that other people's programs read them."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import parse_qs

import pytest
import rispy
from bibtexparser.entrypoint import parse_string as parse_bibtex
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_string

from articles import note
from duidu.enrich.annotate import annotate
from duidu.enrich.works import works_of
from duidu.model import Article, Front
from duidu.publish.citing.works_files import works_bibtex, works_csl, works_ris
from duidu.publish.editions import original_of
from duidu.publish.jats import jats_files
from duidu.publish.pages.works_page import works_page
from duidu.settings import UNSAID
from rendering import to_html
from taken import ARTICLE, BAD, editions, work_of

WORK = work_of(ARTICLE)
SLUG = "anglo-american-special-relationship"
COUNT = len(works_of(original_of(WORK).article))
BIB = works_bibtex(WORK, UNSAID)[f"{SLUG}.works.bib"].decode()
RIS = works_ris(WORK, UNSAID)[f"{SLUG}.works.ris"].decode()
CSL = json.loads(works_csl(WORK, UNSAID)[f"{SLUG}.works.json"])


def article(*notes: str) -> Article:
    said = tuple(note(number, text) for number, text in enumerate(notes, start=1))
    return annotate(Article(Front(), (), said))[0]


def test_a_book_and_an_article_in_bibtex() -> None:
    cited = article(
        "Stephen M. Walt, The Origins of Alliances (Ithaca: Cornell University Press, 1987), pp. 181-184.",
        "鄭大誠，〈英美核武關係〉，《國防雜誌》，第 21 卷第 1 期，頁 6-21。",
        "Walt, op. cit., p. 4.",
    )
    assert works_bibtex(editions(cited, "a"), UNSAID)["a.works.bib"].decode() == (
        "@article{a-work-2-1,\n"
        "  author = {{鄭大誠}},\n"
        "  title = {{英美核武關係}},\n"
        "  journal = {國防雜誌},\n"
        "  volume = {21},\n"
        "  number = {1},\n"
        "  pages = {6--21},\n"
        "  note = {見註 2}\n"
        "}\n\n"
        "@book{a-work-1-1,\n"
        "  author = {Walt, Stephen M.},\n"
        "  title = {{The Origins of Alliances}},\n"
        "  address = {Ithaca},\n"
        "  publisher = {Cornell University Press},\n"
        "  year = {1987},\n"
        "  note = {見註 1、註 3}\n"
        "}\n"
    )


def test_a_work_is_of_one_kind_in_every_format() -> None:
    cited = article(
        "鄭大誠，〈英美核武關係〉，《國防雜誌》，第 21 卷第 1 期，頁 6-21。",
        "Stephen M. Walt, The Origins of Alliances (Ithaca: Cornell University Press, 1987), pp. 181-184.",
    )
    work = editions(cited, "a")
    told = json.loads(works_csl(work, UNSAID)["a.works.json"])
    assert [each["type"] for each in told] == ["article-journal", "book"]
    jats = jats_files(work, UNSAID)["a.jats.xml"].decode()
    assert re.findall('publication-type="([a-z]+)"', jats) == ["journal", "book"]


def test_what_has_no_title_is_called_by_its_reference_without_the_address() -> None:
    cited = article("美國商務部經濟分析局，http://www.bea.gov/international/datatables/usdctry.htm。")
    (work,) = json.loads(works_csl(editions(cited, "a"), UNSAID)["a.works.json"])
    assert (work["title"], work["URL"]) == (
        "美國商務部經濟分析局",
        "http://www.bea.gov/international/datatables/usdctry.htm",
    )


def test_pybtex_and_bibtexparser_read_every_work() -> None:
    entries = parse_string(BIB, "bibtex").entries
    assert len(entries) == COUNT
    danchev = entries[f"{SLUG}-work-20-1"]
    assert danchev.persons["author"][0].last_names == ["Danchev"]
    assert danchev.fields["journal"] == "International Affairs"
    library = parse_bibtex(BIB)
    assert len(library.entries) == COUNT
    assert library.failed_blocks == []


def test_rispy_reads_every_work() -> None:
    entries = rispy.loads(RIS)
    assert len(entries) == COUNT
    (danchev,) = (entry for entry in entries if entry["title"] == "On Specialness")
    assert danchev["type_of_reference"] == "JOUR"
    assert danchev["authors"] == ["Danchev, Alex"]
    assert (danchev["secondary_title"], danchev["volume"], danchev["start_page"]) == (
        "International Affairs",
        "72",
        "737",
    )
    assert danchev["notes"] == ["見註 20"]


@pytest.mark.filterwarnings("ignore")
def test_citeproc_reads_every_work() -> None:
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(CSL), formatter.plain)
    for item in CSL:
        bibliography.register(Citation([CitationItem(item["id"])]))
    shown = [str(entry) for entry in bibliography.bibliography()]
    assert len(shown) == COUNT
    assert any("Danchev" in entry and "On Specialness" in entry for entry in shown)


def test_every_work_names_the_notes_that_cite_it() -> None:
    notes = {item["id"].removeprefix(f"{SLUG}-"): item["note"] for item in CSL}
    expected = {
        work.id: "見" + "、".join(f"註 {note.removeprefix('note-')}" for note in work.notes)
        for work in works_of(original_of(WORK).article)
    }
    assert notes == expected


def test_an_article_that_cites_nothing_has_no_files() -> None:
    nothing = editions(BAD["nothing"])
    assert works_bibtex(nothing, UNSAID) == works_ris(nothing, UNSAID) == works_csl(nothing, UNSAID) == {}


def test_a_name_of_which_the_parts_are_not_known_stays_whole() -> None:
    names: list[dict[str, Any]] = [author for item in CSL for author in item.get("author", [])]
    assert {"literal": "鄭大誠"} in names
    assert {"literal": "U.S. Census Bureau"} in names
    assert {"family": "Ikenberry", "given": "G. John"} in names


def test_the_page_of_works_tells_each_as_coins() -> None:
    original = original_of(WORK)
    html = to_html(works_page(SLUG, original.article, original.language))
    told = [parse_qs(str(each["title"])) for tag, each in html.elements if each.get("class") == "Z3988"]
    assert len(told) == COUNT
    (danchev,) = (each for each in told if each.get("rft.atitle") == ["On Specialness"])
    assert danchev == {
        "ctx_ver": ["Z39.88-2004"],
        "rft_val_fmt": ["info:ofi/fmt:kev:mtx:journal"],
        "rft.genre": ["article"],
        "rft.atitle": ["On Specialness"],
        "rft.jtitle": ["International Affairs"],
        "rft.au": ["Alex Danchev"],
        "rft.volume": ["72"],
        "rft.issue": ["4"],
        "rft.date": ["1996"],
        "rft.spage": ["737"],
        "rft.epage": ["750"],
    }
