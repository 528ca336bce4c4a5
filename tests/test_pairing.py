"""The Word file and the PDF of one article: the words of the one, with the pages of the other."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import accumulate, count, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.model import Article, NoteRef, PageBreak, Runs, Text
from duidu.pipeline import ArticleFiles, Draft, SourceFile, process
from duidu.problems import Code
from duidu.recover import recover
from duidu.recover.pairing import take_pages
from duidu.recover.pairing.levelled_stream import paragraphs_of
from duidu.recover.pairing.text_alignment import align
from duidu.recover.structured import recover_document
from duidu.sources.document import (
    Document,
    DocumentParagraph,
    NoteCall,
    PageStart,
    map_paragraphs,
)
from made_document import made_document
from made_pdf import codes, read, stream
from temporary import run

DOCUMENTS = Path(__file__).parent / "documents"
PROSE = (DOCUMENTS.parent / "prose" / "zh-hant.txt").read_text("utf-8")


def printed(text: str, first: int = 31) -> Document:
    """The document of printed pages that `text` writes down, numbered from `first` on, with a title."""
    document = made_document(text)
    numbers = count(first + 1)

    def numbered(paragraph: DocumentParagraph) -> DocumentParagraph:
        inlines = (
            PageStart(str(next(numbers)), seen=True) if isinstance(inline, PageStart) else inline
            for inline in paragraph.inlines
        )
        return replace(paragraph, inlines=tuple(inlines))

    elements = tuple(map_paragraphs(document.elements, numbered))
    return replace(document, elements=elements, first_page=PageStart(str(first), seen=True), is_printed=True)


def shown(document: Document) -> str:
    """The text with the page that begins at each place: 甲|32|乙."""
    return "\n".join("".join(_signs(paragraph)) for paragraph in paragraphs_of(document.elements))


def _signs(paragraph: DocumentParagraph) -> Iterator[str]:
    for inline in paragraph.inlines:
        match inline:
            case Text(text=text):
                yield text
            case NoteCall(key=key):
                yield f"{{{key}}}"
            case PageStart(label=label, seen=seen):
                yield f"|{label}|" if seen else f"|[{label}]|"


def messages(document: Document) -> list[str]:
    return [problem.message for problem in document.problems]


# What Word has · what is printed · the first with the pages of the second. What is only in one is told below.
TURNS = {
    "within a paragraph": (
        "潮水漲落有時，船家出港。",
        "潮水漲落有時，\n----\n船家出港。",
        "潮水漲落有時，|32|船家出港。",
    ),
    "between paragraphs": (
        "潮水漲落。\n船家出港。",
        "潮水漲落。\n----\n船家出港。",
        "潮水漲落。\n|32|船家出港。",
    ),
    "within a word": (
        "The harbour authority of the port said so.",
        "The harbour au-\n----\nthority of the port said so.",
        "The harbour au|32|thority of the port said so.",
    ),
    "spaces of other kinds": (
        "共 12 艘船出港捕魚。",
        "共12艘 船\n----\n出港捕魚。",
        "共 12 艘船|32|出港捕魚。",
    ),
    "before a dash": (
        "潮水漲落有時──船家都知道。",
        "潮水漲落有時\n----\n——船家都知道。",
        "潮水漲落有時|32|──船家都知道。",
    ),
    "after a dash": (
        "潮水漲落有時──船家都知道。",
        "潮水漲落有時——\n----\n船家都知道。",
        "潮水漲落有時──|32|船家都知道。",
    ),
    "before a bracket": (
        "潮水漲落有時。「船家都知道。」",
        "潮水漲落有時。\n----\n“船家都知道。”",
        "潮水漲落有時。|32|「船家都知道。」",
    ),
    "after a call": (
        "潮水漲落有時。{1}船家都知道。\nnote 1: 見志。",
        "潮水漲落有時。{1}\n----\n船家都知道。\nnote 1: 見志。",
        "潮水漲落有時。{1}|32|船家都知道。",
    ),
    "before a number that Word counts": (
        "潮水漲落有時。\n[label=一、] 船家\n都知道。",
        "潮水漲落有時。\n----\n一、船家\n都知道。",
        "潮水漲落有時。\n|32|船家\n都知道。",
    ),
    "within a table": (
        "| 甲船 | 乙船 |\n| 丙船 | 丁船 |",
        "甲船 乙船\n----\n丙船 丁船",
        "甲船\n乙船\n|32|丙船\n丁船",
    ),
    "a page without words": (
        "潮水漲落有時，船家出港。",
        "潮水漲落有時，\n----\n[picture=a.png]\n----\n船家出港。",
        "潮水漲落有時，|32||33|船家出港。",
    ),
    "pages that Word recorded": (
        "潮水漲\n----\n落有時，船家出港。",
        "潮水漲落有時，\n----\n船家出港。",
        "潮水漲\n落有時，|32|船家出港。",
    ),
    "forms of characters": (
        "臺灣的潮水漲落有時，船家裡外皆知。",
        "台湾的潮水涨落有时，\n----\n船家里外皆知。",
        "臺灣的潮水漲落有時，|32|船家裡外皆知。",
    ),
}


@pytest.mark.parametrize("name", TURNS)
def test_a_page_begins_where_it_does_in_print(name: str) -> None:
    written, in_print, expected = TURNS[name]
    paired = take_pages(made_document(written), printed(in_print))
    assert shown(paired) == expected
    assert messages(paired) == []
    assert (paired.first_page, paired.is_printed) == (PageStart("31", seen=True), True)


LONG = "潮水漲落有時，船家依燈號出港。南門外有水閘四座，皆光緒年間所建。"
# The same, where the texts differ; then what is said.
OTHERS = {
    "a running head among the text": (
        LONG,
        "潮水漲落有時，船家依燈號\n----\n水利學報\n出港。南門外有水閘四座，皆光緒年間所建。",
        "潮水漲落有時，船家依燈號|32|出港。南門外有水閘四座，皆光緒年間所建。",
        ["1 (page 32: “水利學報” only in print)"],
    ),
    "a sentence that Word has more": (
        LONG,
        "潮水漲落有時，船家依燈號出港。\n----\n皆光緒年間所建。",
        "潮水漲落有時，船家依燈號出港。南門外有水閘四座，|32|皆光緒年間所建。",
        ["1 (page 32: “南門外有水閘四座，” only in Word)"],
    ),
    "other words of one length over the turn": (
        LONG,
        "潮水漲落有時，船家依燈號\n----\n離岸。南門外有水閘四座，皆光緒年間所建。",
        "潮水漲落有時，船家依燈號|32|出港。南門外有水閘四座，皆光緒年間所建。",
        ["1 (page 32: “出港”, in print “離岸”)"],
    ),
    "other words at the end of a page": (
        LONG,
        "潮水漲落有時，船家依燈號離岸出海。\n----\n南門外有水閘四座，皆光緒年間所建。",
        "潮水漲落有時，船家依燈號出港。|32|南門外有水閘四座，皆光緒年間所建。",
        ["1 (page 31: “出港”, in print “離岸出海”)"],
    ),
    "words written anew over the turn": (
        LONG,
        "潮水漲落有時，船家見旗即返\n----\n不論遠近。南門外有水閘四座，皆光緒年間所建。",
        "潮水漲落有時，船家依燈|[32]|號出港。南門外有水閘四座，皆光緒年間所建。",
        ["1 (page 31: “依燈號出港”, in print “見旗即返 不論遠近”)"],
    ),
    "notes among the text": (
        f"{LONG}{{1}}\nnote 1: 見《水利學報》第三卷。",
        "潮水漲落有時，船家依燈號出港。\n1 見《水利學報》第三卷。\n----\n南門外有水閘四座，皆光緒年間所建。",
        "潮水漲落有時，船家依燈號出港。|32|南門外有水閘四座，皆光緒年間所建。{1}",
        ["1 (page 31: “1” only in print)"],
    ),
}


def differ(places: str) -> str:
    return (
        f"places where the Word file and the PDF have other words: {places}; expected the words of print"
        " (readers see those of the Word file)"
    )


@pytest.mark.parametrize("name", OTHERS)
def test_other_words_are_told_and_pages_found_all_the_same(name: str) -> None:
    written, in_print, expected, places = OTHERS[name]
    paired = take_pages(made_document(written), printed(in_print))
    assert shown(paired) == expected
    unsure = [
        "pages whose first words in the PDF are not in the Word file: 1 (32); expected them there (they are"
        " taken to begin about where they should, and shown in brackets: compare them with print)"
    ]
    assert messages(paired) == [*(unsure if "[32]" in expected else []), *map(differ, places)]


def test_words_that_stand_elsewhere_are_no_difference() -> None:
    """A table that print moved to the next page, and what Word itself set aside."""
    written = made_document(f"表一　歷年出港船數。\n{LONG}\n{PROSE[:200]}")
    paired = take_pages(written, printed(f"{LONG}\n表一　歷年出港船數。\n----\n{PROSE[:200]}"))
    assert messages(paired) == []


def test_many_differences_are_counted_and_the_first_shown() -> None:
    pieces = [PROSE[start : start + 12] for start in range(0, 360, 12)]
    changed = "".join(f"{piece}甲{number}" for number, piece in enumerate(pieces))
    (message,) = messages(take_pages(made_document("".join(pieces)), printed(changed)))
    assert message.startswith(differ("30 (page 31: “甲0” only in print; page 31: “甲1” only in print;")[:100])
    assert message.count("only in print") == 10
    assert "only in print; …); expected" in message


def test_differences_of_notes_have_the_page_of_their_call() -> None:
    written = made_document("潮水漲落。船家出港。{1}\nnote 1: 見《水利學報》第三卷，頁 12。")
    paired = take_pages(
        written, printed("潮水漲落。\n----\n船家出港。{1}\nnote 1: 見《水利學報》第三卷，頁 13。")
    )
    assert messages(paired) == [differ("1 (page 32: “2”, in print “3”)")]


def test_another_article_is_refused() -> None:
    paired = take_pages(made_document(f"潮水\n----\n{LONG}"), printed(PROSE[:300].replace("\n", "")))
    (problem,) = paired.problems
    assert problem.code is Code.PDF_OF_ANOTHER
    assert problem.code.error
    assert not problem.code.acceptable
    assert problem.message.endswith(
        "% of them are the same; expected the same article (put the right PDF there, or take it away)"
    )
    assert "|" not in shown(paired)


DOCUMENT = st.lists(
    st.sampled_from(
        ["甲乙。", "甲乙丙丁", "----", "| 甲 | 乙 |", "[label=一、] 丙", "甲{1}乙", "──", "[picture=a.png]"]
    ),
    max_size=12,
).map(lambda lines: "\n".join([*lines, "note 1: 丙丁"]))


@given(DOCUMENT, DOCUMENT)
def test_whatever_is_printed_the_words_and_notes_are_those_of_word(written: str, in_print: str) -> None:
    given_document = made_document(written)
    paired = take_pages(given_document, printed(in_print))
    assert [each.text for each in paragraphs_of(paired.elements)] == [
        each.text for each in paragraphs_of(given_document.elements)
    ]
    assert paired.notes == given_document.notes
    if Code.PDF_OF_ANOTHER not in {problem.code for problem in paired.problems}:
        pages = re.findall(r"\|\[?(\d+)\]?\|", shown(paired))
        assert pages == re.findall(r"\|(\d+)\|", shown(printed(in_print)))


def test_a_side_without_notes() -> None:
    written = made_document("潮水漲落有時，船家出港。")
    paired = take_pages(written, printed("潮水漲落有時，船家出港。{1}\nnote 1: 見志。"))
    assert messages(paired) == [differ("1 (page 31: “見志。” only in print)")]


def test_a_scan_beside_word_gives_its_pages() -> None:
    """The text that a program recognised in it is not published, but tells where pages begin."""
    sheets = [
        f"q 500 0 0 700 0 0 cm /P Do Q BT /F 10 Tf 3 Tr 50 600 Td {codes(words)} Tj ET "
        f"BT /F 10 Tf 3 Tr 250 30 Td {codes(str(number))} Tj ET "
        for number, words in ((31, "潮水漲落有時，"), (32, "船家出潛。"))
    ]
    picture = stream(
        bytes(12), "/Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceRGB"
    )
    scan = read(*sheets, objects={30: picture}, resources="/XObject << /P 30 0 R >>")
    article = recover(made_document("潮水漲落有時，船家出港。"), printed=scan)
    (block,) = article.blocks
    assert [run for run in block.runs if isinstance(run, PageBreak)][-1] == PageBreak("32", True, 2)
    assert _words(block.runs) == "潮水漲落有時，船家出港。"
    assert [problem.code for problem in article.problems] == [Code.PAIR_DIFFERS]


@given(st.text("甲乙丙丁 -——。「a", max_size=60), st.text("甲乙丙丁 -——。「a", max_size=60))
def test_matches_are_of_the_same_signs_and_rise(first: str, second: str) -> None:
    ends = (0, 0)
    for match in align(first, second):
        assert match.length
        assert first[match.first : match.first_end] == second[match.second : match.second_end]
        assert (match.first, match.second) >= ends
        assert match.first >= ends[0]
        assert match.second >= ends[1]
        ends = match.first_end, match.second_end


@given(st.integers(0, 10**6), st.lists(st.integers(20, 900), max_size=30), st.booleans())
def test_an_article_cut_into_pages_anywhere_gets_them_back(
    seed: int, lengths: list[int], heads: bool
) -> None:
    """Whatever spaces, hyphens and running heads the typesetter put there. A page has a line at least."""
    rng = random.Random(seed)
    words = "".join(PROSE.split()).replace("-", "")
    places = [0, *(cut for cut in accumulate(lengths) if cut < len(words) - 20), len(words)]
    pages = [words[start:end] for start, end in pairwise(places)]
    head = "水利學報\n" if heads else ""
    in_print = f"\n----\n{head}".join(
        "".join(sign + rng.choice(("", "", "", " ", "\u00ad")) for sign in page) for page in pages
    )
    paired = take_pages(made_document(words), printed(in_print))
    expected = pages[0] + "".join(f"|{32 + number}|{page}" for number, page in enumerate(pages[1:]))
    assert shown(paired) == expected


@pytest.mark.parametrize(
    ("labels", "pages"),
    [
        (("", ""), ["[31]", "[32]"]),  # counted from the first that the editor gives
        (("5", "6"), ["[5]", "[6]"]),  # as the numbers of their neighbours tell
    ],
)
def test_pages_that_bear_no_number(labels: tuple[str, str], pages: list[str]) -> None:
    in_print = printed("潮水漲落有時，\n----\n船家出港。")
    first, second = (PageStart(label) for label in labels)

    def numbered(paragraph: DocumentParagraph) -> DocumentParagraph:
        inlines = (second if isinstance(inline, PageStart) else inline for inline in paragraph.inlines)
        return replace(paragraph, inlines=tuple(inlines))

    unnumbered = replace(
        in_print, elements=tuple(map_paragraphs(in_print.elements, numbered)), first_page=first
    )
    article = recover_document(take_pages(made_document("潮水漲落有時，船家出港。"), unnumbered), 31, 32)
    assert [PageBreak(page.label, page.seen).citation for page in article.pages] == pages


# -- the files that editors have


@cache
def draft(source: str, pages: str = "") -> Draft:
    files = [
        SourceFile(DOCUMENTS / name, (DOCUMENTS / name).read_bytes()) for name in (source, pages) if name
    ]
    return process(ArticleFiles(files[0], printed=files[1] if pages else None), until="annotate")


def starts(article: Article) -> list[tuple[str, bool, str, str]]:
    """Each page with what stands right before and after its beginning, spaces not counted."""
    found = []
    for runs in (*article.front.texts(), *(block.runs for block in article.blocks)):
        found += [
            (run.label, run.seen, _words(runs[:place])[-12:], _words(runs[place:])[:12])
            for place, run in enumerate(runs)
            if isinstance(run, PageBreak)
        ]
    return found


def _words(runs: Runs) -> str:
    return "".join("".join(run.text.split()) for run in runs if isinstance(run, Text))


@pytest.mark.parametrize(
    ("source", "pages"),
    [
        ("word.docx", "word-tagged.pdf"),
        ("word.docx", "latex.pdf"),
        ("word.docx", "latex-restart.pdf"),
        ("rich.docx", "rich.pdf"),
    ],
)
def test_pages_begin_as_in_the_pdf_read_alone(source: str, pages: str) -> None:
    alone, paired = draft(pages), draft(source, pages)
    assert paired.problems == ()
    assert paired.ledger.balanced
    assert len(starts(paired.article)) == len(paired.article.pages) > 20
    assert starts(paired.article) == starts(alone.article)
    word = draft(source).article
    assert [_words(block.runs) for block in paired.article.blocks] == [_words(b.runs) for b in word.blocks]
    assert [note.runs for note in paired.article.notes] == [note.runs for note in word.notes]
    calls = [run for run in paired.article.runs() if isinstance(run, NoteRef)]
    assert calls == [run for run in word.runs() if isinstance(run, NoteRef)]


def test_pages_of_the_pdf_count_and_not_those_of_the_editor(tmp_path: Path) -> None:
    toml = SourceFile(tmp_path / "article.toml", b'pages = "76-105"')
    files = [
        SourceFile(DOCUMENTS / name, (DOCUMENTS / name).read_bytes()) for name in ("word.docx", "latex.pdf")
    ]
    found = process(ArticleFiles(files[0], metadata=toml, printed=files[1]), until="check")
    assert [page.label for page in found.article.pages] == [str(number) for number in range(1, 28)]
    assert [problem.message.split("; ")[0] for problem in found.problems] == [
        "the first page is 1, but by “pages” in article.toml it is 76",
        "the last page is 27, but by “pages” in article.toml it is 105",
    ]


def test_two_files_are_added_together(tmp_path: Path) -> None:
    root = tmp_path / "project"
    run("new", str(root))
    word, pdf = DOCUMENTS / "word.docx", DOCUMENTS / "latex.pdf"
    said = run("add", str(pdf), str(word), "--root", str(root), "--slug", "gates")
    folder = root / "docs/articles/gates"
    assert (said.code, said.errors) == (0, [f"Reading {pdf} and {word} …"])
    assert "pages: 27" in said.out
    assert (folder / "source.docx").read_bytes() == word.read_bytes()
    assert (folder / "source.pdf").read_bytes() == pdf.read_bytes()
    said = run("model", str(folder / "source.docx"))
    assert '"page": "27"' in said.out or '"label": "27"' in said.out
    assert said.errors == []


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("word.docx", "rich.docx", "word.docx, rich.docx"),
        ("latex.pdf", "rich.pdf", "latex.pdf, rich.pdf"),
        ("body.txt", "latex.pdf", "body.txt, latex.pdf"),
    ],
)
def test_files_that_do_not_belong_together(tmp_path: Path, first: str, second: str, found: str) -> None:
    root = tmp_path / "project"
    run("new", str(root))
    said = run("add", str(DOCUMENTS / first), str(DOCUMENTS / second), "--root", str(root), "--slug", "gates")
    assert said.errors[-1] == (
        f"{DOCUMENTS}: error: there are several sources: {found}; expected one, or the Word file and the PDF"
        " of one article [sources-several]"
    )
    assert said.code == 3
    assert not (root / "docs/articles/gates").exists()


def test_more_than_two_files_are_no_article(tmp_path: Path) -> None:
    root = tmp_path / "project"
    run("new", str(root))
    names = ("word.docx", "latex.pdf", "rich.pdf")
    said = run("add", *(str(DOCUMENTS / name) for name in names), "--root", str(root))
    assert said.errors[-1].endswith(
        "there are several sources: word.docx, latex.pdf, rich.pdf; expected one, or the Word file and the"
        " PDF of one article [sources-several]"
    )
    assert said.code == 2
