"""Articles as Markdown and as plain text: read back by pandoc, and line by line."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest

from duidu.model import TRADITIONAL, Article, Front, Note, NoteRef, Paragraph, Table, Text
from duidu.publish.editions import original_of
from duidu.publish.pandoc import markdown_files
from duidu.publish.plain_text import text_files
from duidu.settings import UNSAID
from programs import program
from rich import RICH, SOMEWHERE, said
from taken import BAD, editions, parts, works

ALL = works()
every_work = pytest.mark.parametrize("name", ALL)
MARKS = re.compile("⟦.*?⟧|⟨.*?⟩")


def markdown(name_or_work: Any) -> str:
    work = ALL[name_or_work] if isinstance(name_or_work, str) else name_or_work
    original = original_of(work)
    return markdown_files(work, UNSAID)[f"{original.slug}.{original.language.lower()}.md"].decode()


def pandoc(text: str | bytes, *arguments: str) -> bytes:
    content = text if isinstance(text, bytes) else text.encode()
    command = [program("pandoc", "reads Markdown"), *arguments]
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout


class Read:
    """What pandoc understands: its text without notes, and its notes in the order of their calls."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.notes: list[str] = []
        self.text = "".join(self._words(document["blocks"]))
        self.title = "".join(self._words(document["meta"].get("title", {})))

    def _words(self, node: Any) -> Iterator[str]:
        if isinstance(node, list):
            for each in node:
                yield from self._words(each)
        elif isinstance(node, dict):
            match node.get("t"):
                case "Str":
                    yield node["c"]
                case "Space" | "SoftBreak" | "LineBreak":
                    yield " "
                case "Note":
                    place = len(self.notes)
                    self.notes.append("")
                    self.notes[place] = "".join(self._words(node["c"]))
                case "Quoted":
                    kind, inside = node["c"]
                    before, after = "“”" if kind["t"] == "DoubleQuote" else "‘’"
                    yield from (before, *self._words(inside), after)
                case "Image":
                    yield from self._words(node["c"][1])
                case "Code" | "Math" | "RawInline" | "RawBlock" | "CodeBlock":
                    yield "NO TEXT"
                case _:
                    yield from self._words(node.get("c", []))


def read(text: str) -> Read:
    return Read(json.loads(pandoc(text, "--to=json")))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def words_of(article: Article, *, notes: bool) -> list[str]:
    """The words of each paragraph, in order."""
    return [
        squeezed(words)
        for part, told in parts(article)
        if part.startswith("note-") is notes
        for words in MARKS.sub("", told).split("¶")
        if squeezed(words)
    ]


@every_work
@pytest.mark.parametrize("through", ["markdown", "docx"])
def test_pandoc_finds_every_paragraph_and_note(name: str, through: str) -> None:
    article, text = original_of(ALL[name]).article, markdown(name)
    if through == "docx":
        document = pandoc(text, "--from=markdown", "--to=docx", "--output=-")
        text_json = pandoc(document, "--from=docx", "--to=json")
        found = Read(json.loads(text_json))
    else:
        found = read(text)
    shown = squeezed(re.sub(r"〔[頁页].*?〕", "", found.text))
    for words in words_of(article, notes=False):
        assert shown.count(words) >= 1, words
    total = sum(map(len, words_of(article, notes=False)))
    assert total <= len(shown) <= total + 4000  # the front matter and labels of items
    calls = [run for run in _runs(article) if isinstance(run, NoteRef)]
    assert len(found.notes) == len(calls)
    notes = [squeezed(note) for note in found.notes]
    for note in article.notes:
        words = squeezed("".join(run.text for run in note.runs if isinstance(run, Text)))
        assert any(each.endswith(words) for each in notes), words


def _runs(article: Article) -> Iterator[Any]:
    yield from article.front.titles.get(article.language, ())
    for _, runs in article.body_parts():
        yield from runs


@every_work
def test_pages_are_told_once_and_in_order(name: str) -> None:
    article = original_of(ALL[name]).article
    body = [run for part, runs in article.body_parts() if not part.startswith("note-") for run in runs]
    first = article.front.titles.get(article.language, ())
    pages = [run.citation for run in (*first, *body) if hasattr(run, "citation")]
    for text in (markdown(name).replace("\\", ""), plain(name)):
        told = re.findall(r"〔[頁页] (\S+?)〕", text)
        assert [page for page in told if page in pages] == pages
        assert len(set(told)) == len(told)


def test_no_html_is_in_it() -> None:
    for name in ALL:
        assert re.findall(r"</?[a-z]+[ >]", re.sub(r"\(<.*?>\)", "", markdown(name))) == []


def plain(name: str) -> str:
    original = original_of(ALL[name])
    return text_files(ALL[name], UNSAID)[f"{original.slug}.{original.language.lower()}.txt"].decode()


@every_work
def test_plain_text_has_each_paragraph_note_call_and_page_as_a_line(name: str) -> None:
    article, text = original_of(ALL[name]).article, plain(name)
    words = {"zh-Hant": ("頁", "註"), "zh-Hans": ("页", "注")}[article.language]
    lines, place = text.split("\n"), 0
    tables = {
        cell.id for block in article.blocks if isinstance(block, Table) for row in block.rows for cell in row
    }
    for part, told in parts(article):
        shown = re.sub("⟨(.*?)⟩", rf"〔{words[0]} \1〕", re.sub("⟦(.*?)⟧", rf"〔{words[1]} \1〕", told))
        for number, line in enumerate(shown.split("¶")):
            if part in tables or not line.strip():
                assert line in text
                continue
            if part.startswith("note-") and number == 0:  # endnotes stand after all footnotes
                label = next(note.label for note in article.notes if note.id == part)
                place = lines.index(f"〔{words[1]} {label}〕{line}") + 1
            else:
                place = next(n for n in range(place, len(lines)) if lines[n].endswith(line)) + 1


ODD = [
    "*a* _b_ `c` [d](e) <f> &amp; #g ~h~ ^i^ $j$ @k | l \\ m ! n",
    "1. 甲",
    "(1) 甲",
    "a) 甲",
    "- 甲",
    "+ 甲",
    ": 甲",
    "# 甲",
    "> 甲",
    "甲 -- 乙 --- 丙 ... 丁 'x' \"y\"",
    "+---+",
    "---",
    "===",
    "![^1] [^2]: x",
    "{#id .class}",
    "% 甲",
    "http://example.org/a_b_c",
    "甲  乙",
    "(@) x",
    "=> x",
    "2009. x",
]


def test_odd_words_are_just_words() -> None:
    blocks = tuple(Paragraph(f"par-{number}", said(odd)) for number, odd in enumerate(ODD, start=1))
    work = editions(Article(Front(titles={TRADITIONAL: said("題 [x] *y*")}), blocks, ()))
    document = json.loads(pandoc(markdown(work), "--to=json"))
    assert [block["t"] for block in document["blocks"]] == ["Para"] * len(ODD)
    shown = [squeezed(Read({"blocks": [block], "meta": {}}).text) for block in document["blocks"]]
    assert shown == [squeezed(odd) for odd in ODD]
    assert Read(document).title == "題 [x] *y*"


def test_labels_that_are_no_keys_or_come_again() -> None:
    labels = ["1", "2", "1", "*", "①", "a b"]
    notes = tuple(
        Note(f"note-{number}", label, said(f"文{number}")) for number, label in enumerate(labels, start=1)
    )
    calls = (NoteRef(f"noteref-{note.id[5:]}", note.id, note.label, SOMEWHERE) for note in notes)
    work = editions(Article(Front(), (Paragraph("par-1", said("甲", *calls)),), notes))
    text = markdown(work)
    assert "甲[^1][^2][^1-2][^note-4][^note-5][^note-6]" in text
    assert "[^1-2]: 文3\n" in text
    assert "[^note-4]: \\* 文4\n" in text
    assert read(text).notes == ["文1", "文2", "文3", "* 文4", "① 文5", "a b 文6"]


@pytest.mark.parametrize("bad", BAD)
def test_bad_input_makes_whole_files(bad: str) -> None:
    work = editions(BAD[bad])
    for content in (*markdown_files(work, UNSAID).values(), *text_files(work, UNSAID).values()):
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", content.decode())


def test_bad_input_is_read_by_pandoc() -> None:
    assert "論" * 1000 in read(markdown(editions(BAD["all"]))).title
    assert read(markdown(editions(BAD["nothing"]))).text == ""


def test_the_front_matter_says_what_is_known() -> None:
    head = markdown(editions(RICH)).split("---\n")[1]
    assert head == (
        'title: "論清末郵差的鐘點[^note-1]"\n'
        'title-en: "The Postman’s Hours in Late Qing China: Reading the Postal Gazette"\n'
        'author: ["沈若愚"]\n'
        'affiliation: ["海濱大學歷史學系"]\n'
        'lang: "zh-Hant"\n'
        'pages: "[31]-33"\n'
        'rights: "版權歸屬未載明；轉載、散布之前，請先徵詢作者或原刊。"\n'
        'keywords: ["郵政", "時刻表"]\n'
    )
