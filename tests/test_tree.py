"""The tree that is published: what is known of words stands around them, whatever the format."""

from __future__ import annotations

from dataclasses import replace

import pytest

from articles import SAMPLE, call, inferred, note, paragraph, runs
from duidu.annotations import Annotations, Citation, Gloss, ShortReference, Span, Term
from duidu.model import TRADITIONAL, Article, Front, Heading, Note, NoteKind, Paragraph
from duidu.publish import tree
from duidu.publish.article_tree import document_of
from duidu.publish.content import content_of
from duidu.publish.pages.reading_page import reading_page
from duidu.publish.regions import Region
from rendering import to_html

WORD = tree.Link(tree.LinkKind.TERM, "term-1")


def body(article: Article) -> tuple[tree.Block, ...]:
    return document_of("x", article, TRADITIONAL).body


def test_a_region_stands_around_its_words() -> None:
    assert content_of(runs("甲乙丙"), [Region(1, 2, WORD)]) == (
        tree.Text("甲"),
        tree.Link(tree.LinkKind.TERM, "term-1", (tree.Text("乙"),)),
        tree.Text("丙"),
    )


def test_regions_stand_inside_each_other() -> None:
    found = content_of(runs("甲乙丙"), [Region(0, 2, WORD), Region(0, 3, tree.Citation("cite-1-1", "en"))])
    link = tree.Link(tree.LinkKind.TERM, "term-1", (tree.Text("甲乙"),))
    assert found == (tree.Citation("cite-1-1", "en", (link, tree.Text("丙"))),)


def test_what_stands_beside_a_region_is_not_in_it() -> None:
    found = content_of(runs("甲", 3, "乙", inferred(5)), [Region(1, 2, WORD)])
    assert found == (
        tree.Text("甲"),
        tree.NoteCall("noteref-3", "note-3", "3"),
        tree.Link(tree.LinkKind.TERM, "term-1", (tree.Text("乙"),)),
        tree.PageBreak("p5", inferred(5)),
    )


def test_the_title_is_the_heading_above_all_others() -> None:
    article = Article(Front({TRADITIONAL: runs("論")}), (Heading("sec-1", 1, runs("壹")),), ())
    document = document_of("x", article, TRADITIONAL)
    assert document.title == tree.Heading("title", 1, (tree.Text("論"),))
    assert document.body == (tree.Heading("sec-1", 2, (tree.Text("壹"),)),)


def test_an_article_without_a_title_is_called_by_its_slug() -> None:
    document = document_of("leer", Article(Front(), (), ()), TRADITIONAL)
    assert tree.plain(document.title.content) == "leer"
    assert (document.abstract, document.notes, document.english) == (None, None, None)


def test_a_note_that_is_called_twice_leads_back_to_both_calls() -> None:
    again = replace(call(1), id="noteref-1-2")
    called = Paragraph("par-1", (*runs("甲", 1, "乙"), again))
    page = to_html(reading_page("x", Article(Front(), (called,), (note(1, "見港務局統計。"),)), TRADITIONAL))
    ways = [tag for kind, tag in page.elements if kind == "a" and tag.get("class") == "footnote-backref"]
    assert [(way["href"], way["aria-label"]) for way in ways] == [
        ("#noteref-1", "回到正文註 1"),
        ("#noteref-1-2", "回到正文註 1（第 2 處）"),
    ]
    assert {"noteref-1", "noteref-1-2"} <= set(page.ids)


def test_a_note_knows_its_call_and_leaves_the_ids_of_pages_to_the_body() -> None:
    given = Note("note-1", "*", runs("文", inferred(5)), NoteKind.AUTHOR)
    notes = document_of("x", Article(Front(), (), (given,)), TRADITIONAL).notes
    assert notes
    content = (tree.Text("文"), tree.PageBreak("", inferred(5)))
    assert notes.lists[0].notes == (tree.Note("note-1", "*", NoteKind.AUTHOR, ("noteref-1",), (content,)),)


def test_the_first_gloss_of_a_term_leads_to_its_entry() -> None:
    gloss = Gloss(Span("par-1", 0, 2), Span("par-1", 3, 9))
    annotations = Annotations(terms=(Term((gloss,), (gloss.chinese,)),))
    article = Article(Front(), (paragraph(1, "赫德（Robert）"),), (), annotations=annotations)
    link = tree.Link(tree.LinkKind.TERM, "term-1", (tree.Text("Robert"),), "en")
    assert body(article) == (tree.Paragraph("par-1", (tree.Text("赫德（"), link, tree.Text("）"))),)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (
            "北大西洋公約組織（North Atlantic Treaty Organization, NATO）1949",
            ["North Atlantic Treaty Organization, NATO"],
        ),
        ("第 7 屆 G7 與 O'Neill", ["O'Neill"]),
        ("見 Baylis, op. cit., pp. 97-103。", ["Baylis, op. cit., pp."]),
        ("見 http://e.example/a-b", []),
    ],
)
def test_latin_words_amid_chinese_are_marked_as_english(text: str, english: list[str]) -> None:
    address = (Span("par-1", text.index("http"), len(text)),) if "http" in text else ()
    article = Article(Front(), (paragraph(1, text),), (), annotations=Annotations(addresses=address))
    (block,) = body(article)
    assert isinstance(block, tree.Paragraph)
    assert [tree.plain(node.content) for node in block.content if isinstance(node, tree.Foreign)] == english


def test_a_short_reference_that_may_mean_several_works_names_them() -> None:
    first, second = (
        Citation(id=f"cite-{number}-1", span=Span(f"note-{number}", 0, 3), title=Span(f"note-{number}", 0, 3))
        for number in (1, 2)
    )
    short = ShortReference(Span("note-3", 0, 3), ("cite-1-1", "cite-2-1"))
    notes = (note(1, "《甲》"), note(2, "《乙》"), note(3, "前引書"))
    annotations = Annotations(citations=(first, second), short_references=(short,))
    article = Article(Front(), (), notes, annotations=annotations)
    section = document_of("x", article, TRADITIONAL).notes
    assert section
    (reference,) = section.lists[0].notes[2].paragraphs[0]
    assert isinstance(reference, tree.ShortReference)
    assert tree.plain(reference.remark) == "〔可能指註 1《甲》或註 2《乙》〕"
    assert (
        tree.plain(section.lists[0].notes[2].paragraphs[0]) == "前引書"
    )  # the remark is none of the article's words


def test_the_tree_of_the_sample_has_all_its_words() -> None:
    document = document_of("x", SAMPLE, TRADITIONAL)
    texts = [
        tree.plain(block.content)
        for block in document.body
        if isinstance(block, tree.Heading | tree.Paragraph)
    ]
    assert texts == ["".join(getattr(run, "text", "") for run in block.runs) for block in SAMPLE.blocks]
