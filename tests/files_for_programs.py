"""Articles for the tests of TEI and JATS: real ones, those of fixtures, and such as say anything anywhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache, reduce
from operator import or_
from pathlib import Path

from hypothesis import strategies as st

import simplified_article
from articles import SOMEWHERE, Count
from duidu.enrich.annotate import annotate
from duidu.enrich.other_script import convert_article
from duidu.model import (
    ENGLISH,
    SIMPLIFIED,
    TRADITIONAL,
    Article,
    Author,
    Block,
    Cell,
    Figure,
    Front,
    Heading,
    ListItem,
    Note,
    NoteKind,
    NoteRef,
    PageBreak,
    Paragraph,
    Quotation,
    Reference,
    Run,
    Runs,
    Style,
    Table,
    Text,
    call_id,
)
from duidu.pipeline import ArticleFiles, SourceFile, process
from duidu.publish.editions import Edition, Editions
from duidu.settings import Settings
from duidu.traversal import map_texts
from duidu.workspace import read_article
from recovering import ROOT
from rich import NEXT

DOCUMENTS = ROOT / "tests" / "documents"
FILES = [
    *sorted((ROOT / "docs" / "articles").glob("*/source.*")),
    *(DOCUMENTS / name for name in ("rich.docx", "word.docx", "rich.pdf", "latex.pdf", "latex-restart.pdf")),
    DOCUMENTS / "word-tagged.pdf",
    *sorted((ROOT / "tests" / "whole").glob("case*.txt")),
]
SITE = Settings(name="對讀", names={SIMPLIFIED: "对读"}, address="https://journal.example.org/read/")


@cache
def work_of(file: Path) -> Editions:
    """The article of a file, in every script in which it is published."""
    work = {edition.language: edition for edition in process(read_article(file), until="convert").editions}
    assert len(work) == 2
    return work


@cache
def simplified_work() -> Editions:
    """An article that is written in Simplified, in both scripts."""
    source = SourceFile(Path("articles/yanwu/source.docx"), simplified_article.word())
    return {edition.language: edition for edition in process(ArticleFiles(source), until="convert").editions}


def made(*blocks: Block, notes: tuple[Note, ...] = (), front: Front | None = None) -> Editions:
    """An article of these, with what `enrich` finds in it, in its own script alone."""
    article, _ = annotate(Article(front or Front(), blocks, notes))
    return {TRADITIONAL: Edition("x", article, Count(0, 0))}


def both(work: Editions) -> Editions:
    """`work` in the other script too."""
    original = work[TRADITIONAL]
    other = replace(original, article=convert_article(original.article), language=SIMPLIFIED)
    return {**work, SIMPLIFIED: other}


def listed(work: Editions) -> list[str]:
    """The notes as lists have them: the author's own, footnotes, endnotes."""
    kinds = [NoteKind.AUTHOR, NoteKind.FOOTNOTE, NoteKind.ENDNOTE]
    notes = next(iter(work.values())).article.notes
    return [each.id for kind in kinds for each in notes if each.kind is kind]


# What XML cannot say, or says in another way; and what annotations are made of.
HARD = ["\x00", "\x0b", "\x1f", "\ud800", "\udfff", "\ufffe", "\uffff", "\x85", "]]>", "&", "<b>", '"', "-->"]
TOLD = [
    "1949 年",
    "柴契爾（Thatcher）",
    "林守真，《驛路》，臺北：海濱書局，1998 年，頁 3-5。",
    "Ibid., p. 3.",
]
letters = st.text(st.characters(exclude_characters="\r"), max_size=12)
words = st.lists(st.one_of(st.sampled_from(HARD + TOLD), letters), min_size=1, max_size=5).map("".join)
styles = st.lists(st.sampled_from([*Style]), max_size=2).map(lambda marks: reduce(or_, marks, Style.PLAIN))
links = st.sampled_from(["", "", "", "https://e.example/a?b=1&c=<d>", "javascript:x"])
texts = st.builds(
    lambda said, style, link: Text(said, SOMEWHERE, style=style, link=link), words, styles, links
)
pages = st.builds(PageBreak, st.integers(1, 9).map(str), st.booleans())
calls = st.integers(1, 4).map(lambda number: NoteRef("", f"note-{number}", str(number), SOMEWHERE))
lines = st.lists(st.one_of(texts, pages), max_size=5).map(tuple)
called = st.lists(st.one_of(texts, pages, calls), max_size=6).map(tuple)
several = st.lists(st.one_of(texts, pages, calls, st.just(NEXT)), max_size=6).map(tuple)
by_language = st.sampled_from([TRADITIONAL, ENGLISH])
fronts = st.builds(
    Front,
    titles=st.dictionaries(by_language, called),
    authors=st.lists(st.builds(Author, called, lines, lines, lines), max_size=2).map(tuple),
    abstracts=st.dictionaries(by_language, st.tuples(lines)),
    keywords=st.dictionaries(by_language, st.tuples(lines, lines)),
)


def _block(number: int) -> st.SearchStrategy[Block]:
    """Any kind of block, with ids that have this `number`."""

    def cell(place: int) -> st.SearchStrategy[Cell]:
        return st.builds(Cell, st.just(f"table-{number}-cell-{place}"), several, st.booleans())

    rows = st.tuples(st.tuples(cell(1), cell(2)), st.tuples(cell(3), cell(4)))
    return st.one_of(
        st.builds(Heading, st.just(f"sec-{number}"), st.integers(1, 3), called),
        st.builds(Paragraph, st.just(f"par-{number}"), called),
        st.builds(Quotation, st.just(f"quote-{number}"), several),
        st.builds(ListItem, st.just(f"item-{number}"), several, words, st.integers(1, 3)),
        st.builds(Table, st.just(f"table-{number}"), called, rows),
        st.builds(Figure, st.just(f"figure-{number}"), called, st.sampled_from(["a b.png", ""]), words),
        st.builds(Reference, st.just(f"reference-{number}"), called),
    )


def _note(number: int) -> st.SearchStrategy[Note]:
    runs = st.lists(st.one_of(texts, pages, st.just(NEXT)), max_size=6).map(tuple)
    return st.builds(
        Note, st.just(f"note-{number}"), st.just(str(number)), runs, st.sampled_from([*NoteKind])
    )


def _with_ids(article: Article) -> Article:
    """`article`, each call with the id that is made for it."""
    times = Counter[str]()

    def each(runs: Runs, _: str) -> Runs:
        return tuple(map(one, runs))

    def one(run: Run) -> Run:
        if not isinstance(run, NoteRef):
            return run
        times[run.note] += 1
        return replace(run, id=call_id(run.note, times[run.note]))

    return map_texts(article, each)


@st.composite
def hard_works(draw: st.DrawFn) -> Editions:
    """An article that says anything everywhere, with what `enrich` finds in it."""
    blocks = tuple(draw(_block(number)) for number in range(1, draw(st.integers(1, 6))))
    notes = tuple(draw(_note(number)) for number in range(1, 5))
    article, _ = annotate(_with_ids(Article(draw(fronts), blocks, notes)))
    return {TRADITIONAL: Edition("x", article, Count(0, 0))}
