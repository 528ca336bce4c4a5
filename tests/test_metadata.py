"""article.toml: what an editor may say there, and what is told of a mistake."""

from __future__ import annotations

import pytest

from duidu.enrich.direction import away_from
from duidu.enrich.other_script import convert_metadata, metadata_in
from duidu.metadata import Metadata, parse_journal, parse_metadata
from duidu.model import SIMPLIFIED, TRADITIONAL
from duidu.problems import Code, DuiduError
from rendering import ROOT

CODES = ", ".join(code.code for code in Code if code.acceptable)


def test_everything_may_be_said() -> None:
    toml = """
        simplified = false
        simplified_quotes = false
        publish_source = true
        keep = ["《國防雜誌》"]
        accept = ["notes-missing"]
        journal = "歐洲國際評論"
        journal_en = "A Review"
        volume = "3"
        issue = "1"
        year = 2009
        publisher = "南華大學"
        issn = "1234-567X"
        doi = "10.1234/abc"
        url = "https://example.org/abc"
        rights = "CC BY 4.0"
        report = "mailto:editor@example.org"
    """
    assert parse_metadata(toml, "article.toml") == Metadata(
        simplified=False,
        simplified_quotes=False,
        publish_source=True,
        keep=("《國防雜誌》",),
        accept=("notes-missing",),
        journal="歐洲國際評論",
        journal_en="A Review",
        volume="3",
        issue="1",
        year=2009,
        publisher="南華大學",
        issn="1234-567X",
        doi="10.1234/abc",
        url="https://example.org/abc",
        rights="CC BY 4.0",
        report="mailto:editor@example.org",
    )


def test_nothing_need_be_said() -> None:
    assert parse_metadata("", "article.toml") == Metadata()


def test_what_a_journal_says_holds_where_the_article_is_silent() -> None:
    journal = parse_journal('journal = "甲"\nissn = "1234-567X"\nkeep = ["乾"]\nsimplified = false', "j.toml")
    said = parse_metadata('year = 2009\nkeep = ["裡"]', "article.toml", journal)
    assert said == Metadata(journal="甲", issn="1234-567X", year=2009, keep=("乾", "裡"), simplified=False)


JOURNAL = Metadata(
    journal="甲", journal_en="A", journal_romanised="Jia", publisher="甲社", issn="1234-5679", rights="CC BY"
)


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('journal = "甲"', JOURNAL),
        ('journal = "乙"', Metadata(journal="乙", rights="CC BY")),
        ('journal = ""', Metadata(rights="CC BY")),  # it appeared in none
        ('journal = "乙"\npublisher = "乙社"', Metadata(journal="乙", publisher="乙社", rights="CC BY")),
    ],
)
def test_an_article_of_another_journal_has_not_its_names(toml: str, said: Metadata) -> None:
    assert parse_metadata(toml, "article.toml", JOURNAL) == said


def test_a_journal_without_a_name_may_be_that_of_the_article() -> None:
    assert parse_metadata('journal = "乙"', "article.toml", Metadata(issn="1234-5679")) == Metadata(
        journal="乙", issn="1234-5679"
    )


@pytest.mark.parametrize(
    ("journal", "language", "own", "other"),
    [
        ("海濱史學", TRADITIONAL, "海濱史學", "海滨史学"),
        ("海滨史学", SIMPLIFIED, "海滨史学", "海濱史學"),
        ("海濱史學", SIMPLIFIED, "海滨史学", "海濱史學"),  # its editor writes another script than the author
        ("海滨史学", TRADITIONAL, "海濱史學", "海滨史学"),
        ("中台史原", TRADITIONAL, "中台史原", "中台史原"),  # the same in both
        ("公里學報", SIMPLIFIED, "公里学报", "公里學報"),  # and not 公裡
    ],
)
def test_the_journal_is_called_in_the_script_of_the_page(
    journal: str, language: str, own: str, other: str
) -> None:
    said = Metadata(journal=journal)
    assert metadata_in(said, language).journal == own
    assert convert_metadata(said, direction=away_from(language)).journal == other


def test_so_is_an_issue_without_a_number() -> None:
    said = convert_metadata(Metadata(volume="3", issue="創刊號"))
    assert (said.volume, said.issue) == ("3", "创刊号")


@pytest.mark.parametrize(
    ("toml", "report"),
    [
        (
            "year = 2009",
            "j.toml:1: error: the key “year” is unknown; expected one of script, simplified, "
            "simplified_quotes, traditional_quotes, keep, accept, vertical_epub, downloads, journal, "
            "journal_en, journal_romanised, publisher, issn, rights, report [toml-key-unknown]",
        ),
        (
            "\nissn = 12345678",
            "j.toml:2: error: the value of “issn” is 12345678; expected an ISSN, such as 1234-5679"
            " [toml-value-wrong]",
        ),
    ],
)
def test_a_journal_says_only_what_holds_for_all(toml: str, report: str) -> None:
    with pytest.raises(DuiduError) as caught:
        parse_journal(toml, "j.toml")
    assert [problem.report("j.toml") for problem in caught.value.problems] == [report]


@pytest.mark.parametrize(
    "report",
    [
        "mailto:the.editor+errata@journal.example.org",
        "https://github.com/journal/articles/issues/new",
        "https://git.example.org:8443/group/sub-group/articles/-/issues/new",
    ],
)
def test_readers_report_by_mail_or_as_an_issue(report: str) -> None:
    assert parse_journal(f'report = "{report}"', "journal.toml").report == report


@pytest.mark.parametrize(
    "report",
    [
        "editor@example.org",
        "mailto:editor",
        "mailto:a@example.org?cc=b@example.org",
        "http://github.com/journal/articles/issues/new",
        "https://github.com/journal/articles",
        "https://github.com/journal/articles/issues/new?template=x",
        "javascript:alert(1)//issues/new",
        'https://example.org/\\"><script>/issues/new',
    ],
)
def test_no_other_address_takes_reports(report: str) -> None:
    with pytest.raises(DuiduError) as caught:
        parse_journal(f"report = '{report}'", "journal.toml")
    assert [problem.report("journal.toml") for problem in caught.value.problems] == [
        f"journal.toml:1: error: the value of “report” is {report!r}; expected mailto: and an e-mail "
        "address, or the address of a new issue, such as https://example.org/journal/issues/new "
        "[toml-value-wrong]"
    ]


def test_an_article_may_say_otherwise_than_its_journal_where_to_report() -> None:
    journal = parse_journal('report = "mailto:a@example.org"', "journal.toml")
    assert parse_metadata("", "article.toml", journal).report == "mailto:a@example.org"
    assert parse_metadata('report = ""', "article.toml", journal).report == ""


def test_the_articles_own_file_says_only_what_the_source_says() -> None:
    folder = ROOT / "docs/articles/anglo-american-special-relationship"
    said = parse_metadata((folder / "article.toml").read_text(encoding="utf-8"), "article.toml")
    assert said == Metadata(journal="歐洲國際評論", accept=("citation-incomplete",))
    assert f"{said.journal} \n" in (folder / "source.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("toml", "report"),
    [
        (
            'journal = "甲"\nsimplfied = true',
            "a.toml:2: error: the key “simplfied” is unknown; expected one of script, simplified, "
            "simplified_quotes, traditional_quotes, publish_source, vertical_epub, downloads, keep, accept, "
            "journal, journal_en, journal_romanised, volume, issue, year, pages, publisher, issn, doi, url, "
            "rights, report, title, title_en, subtitle, subtitle_en, author, abstract, abstract_en, "
            "keywords, keywords_en; "
            "perhaps “simplified” is meant [toml-key-unknown]",
        ),
        (
            "\n[zzz]\n",
            "a.toml:2: error: the key “zzz” is unknown; expected one of script, simplified, "
            "simplified_quotes, traditional_quotes, publish_source, vertical_epub, downloads, keep, accept, "
            "journal, journal_en, journal_romanised, volume, issue, year, pages, publisher, issn, doi, url, "
            "rights, report, title, title_en, subtitle, subtitle_en, author, abstract, abstract_en, "
            "keywords, keywords_en"
            " [toml-key-unknown]",
        ),
        (
            'simplified = "yes"',
            "a.toml:1: error: the value of “simplified” is 'yes'; expected true or false [toml-value-wrong]",
        ),
        (
            "keep = [1]",
            "a.toml:1: error: the value of “keep” is [1]; expected a list of texts [toml-value-wrong]",
        ),
        (
            'keep = "《國防雜誌》"',
            "a.toml:1: error: the value of “keep” is '《國防雜誌》'; "
            "expected a list of texts [toml-value-wrong]",
        ),
        (
            'year = "2009"',
            "a.toml:1: error: the value of “year” is '2009'; expected a year as a number [toml-value-wrong]",
        ),
        (
            "year = true",
            "a.toml:1: error: the value of “year” is true; expected a year as a number [toml-value-wrong]",
        ),
        (
            'issn = "12345678"',
            "a.toml:1: error: the value of “issn” is '12345678'; "
            "expected an ISSN, such as 1234-5679 [toml-value-wrong]",
        ),
        (
            'doi = "https://doi.org/10.1234/abc"',
            "a.toml:1: error: the value of “doi” is 'https://doi.org/10.1234/abc'; "
            "expected a DOI without an address, such as 10.1234/abc [toml-value-wrong]",
        ),
        (
            'url = "example.org"',
            "a.toml:1: error: the value of “url” is 'example.org'; "
            "expected an address that begins with http:// or https:// [toml-value-wrong]",
        ),
        (
            'journal_en = "A"\n"journal" = 3',
            "a.toml:2: error: the value of “journal” is 3; expected a text [toml-value-wrong]",
        ),
        (
            'accept = "notes-missing"',
            "a.toml:1: error: the value of “accept” is 'notes-missing'; expected a list of codes, each one "
            f"of {CODES} [toml-value-wrong]",
        ),
        (
            f"keep = {'[' * 3000}{']' * 3000}",
            "a.toml: error: this is not valid TOML: it is nested too deeply [toml-malformed]",
        ),
        (
            f"keep = {'[' * 50}{']' * 50}",
            "a.toml:1: error: the value of “keep” is [[[[[[[...]]]]]]]; expected a list of texts "
            "[toml-value-wrong]",
        ),
        (
            f"year = {'9' * 5000}",
            "a.toml: error: this is not valid TOML: a number in it has too many digits [toml-malformed]",
        ),
        (
            f"keep = [0x{'f' * 5000}]",
            "a.toml:1: error: the value of “keep” is a number of too many digits; expected a list of texts "
            "[toml-value-wrong]",
        ),
        ("volume = 3", "a.toml:1: error: the value of “volume” is 3; expected a text [toml-value-wrong]"),
        (
            "volume = ",
            "a.toml: error: this is not valid TOML: Invalid value (at end of document) [toml-malformed]",
        ),
    ],
)
def test_a_mistake_is_told_in_one_sentence(toml: str, report: str) -> None:
    with pytest.raises(DuiduError) as caught:
        parse_metadata(toml, "a.toml")
    assert [problem.report("a.toml") for problem in caught.value.problems] == [report]


def test_every_mistake_is_told_at_once() -> None:
    with pytest.raises(DuiduError) as caught:
        parse_metadata('year = "x"\nsimplified = 1\n', "a.toml")
    assert [problem.line for problem in caught.value.problems] == [1, 2]
