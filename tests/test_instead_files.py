"""Other names of what a reader asks for: duidu's table, a project's own, and what is published of them."""

from __future__ import annotations

import csv
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from articles import note, paragraph
from duidu.build import build_pages
from duidu.currency import check_pages
from duidu.enrich.fold import fold
from duidu.enrich.terms import find_terms
from duidu.model import Article, Front
from duidu.problems import DuiduError
from duidu.project import open_project
from duidu.publish.search.instead_files import NAMES, glossed, instead_files
from duidu.publish.search.name_table import default_names, joined, parse_names
from duidu.publish.search.search_items import Item, Kind, items_of
from once import Once
from temporary import SMALL, built_project, run, small_project

QUESTIONS = Path(__file__).with_name("dead_ends.tsv")


def article(text: str) -> Article:
    made = Article(Front(), (paragraph(1, text, 1),), (note(1, "無"),))
    return replace(made, annotations=replace(made.annotations, terms=find_terms(made)))


def rows(text: str, table: str, *, much: bool = False) -> list[list[str]]:
    """What becomes of a text and a table, perhaps on a site on which there is `much` text besides."""
    made = article(text)
    items = None if much else items_of("x", made)
    files = instead_files(items, list(glossed(made)), parse_names(table, "names.tsv"))
    return list(json.loads(files[NAMES]))


def test_the_table_of_duidu_names_each_thing_once_and_in_two_ways() -> None:
    names = Counter(fold(name) for row in default_names() for name in row)
    assert [name for name, times in names.items() if times > 1] == []
    assert len(default_names()) > 300


@pytest.mark.parametrize("names", ["邱吉爾 丘吉尔", "柴契爾 撒切尔 戴卓爾", "紐西蘭 新西蘭"])
def test_it_has_the_usual_names_of_taipei_beijing_and_hong_kong(names: str) -> None:
    wanted = set(map(fold, names.split()))
    assert any(wanted <= set(map(fold, row)) for row in default_names())


def test_remarks_and_empty_lines_are_no_rows() -> None:
    table = "\ufeff# 人名\n\n邱吉爾\t丘吉爾 \tChurchill\n"
    assert parse_names(table, "x") == (("邱吉爾", "丘吉爾", "Churchill"),)


@pytest.mark.parametrize(
    ("text", "report"),
    [
        (
            "邱吉爾\n",
            "x:1: error: the row has only 邱吉爾; "
            "expected two names that differ in a search, with a tab between them [name-alone]",
        ),
        (
            "馬克思\t马克思\n",
            "x:1: error: the row has only 馬克思, 马克思; "
            "expected two names that differ in a search, with a tab between them [name-alone]",
        ),
        (
            "邱吉爾\t丘吉爾\n# 英國\n丘吉尔\tChurchill\n",
            "x:3: error: the name “丘吉尔” has a row already, on line 1; "
            "expected all its names in one row [name-clash]",
        ),
        (
            "奈\t奈伊\n",
            "x:1: error: the name “奈” is too short; expected 2 letters or characters or more [name-short]",
        ),
    ],
)
def test_a_row_that_cannot_be_used_is_told_in_one_sentence(text: str, report: str) -> None:
    with pytest.raises(DuiduError) as raised:
        parse_names(text, "x")
    assert [problem.report("x") for problem in raised.value.problems] == [report]


def test_rows_with_a_name_in_common_are_one() -> None:
    table = [("甲乙", "丙丁"), ("戊己", "庚辛"), ("丁丙", "丙丁"), ("丁丙", "庚辛")]
    assert list(joined(table)) == [("甲乙", "丙丁", "丁丙", "戊己", "庚辛")]


def test_only_names_of_what_is_there_are_published() -> None:
    table = "邱吉爾\t丘吉爾\n羅斯福\tRoosevelt\n"
    assert rows("丘吉尔說", table) == [["邱吉爾", "丘吉爾"]]


def test_a_gloss_belongs_to_the_row_of_its_name() -> None:
    found = rows("甲、邱奇爾（Winston Churchill）說，乙。", "邱吉爾\tChurchill\n")
    assert found == [["邱吉爾", "Churchill", "邱奇爾", "Winston Churchill"]]


def test_what_an_article_glosses_is_published_as_it_is() -> None:
    assert rows("所謂「鐵幕」（Iron Curtain）演說", "邱吉爾\tChurchill\n") == [["鐵幕", "Iron Curtain"]]


def test_a_gloss_that_is_no_name_is_left_out() -> None:
    ((chinese,),) = glossed(article(f"所謂「決議」（{'Resolution of the Senate ' * 3}）"))
    assert chinese == "決議"


def test_the_file_stays_small_however_much_text_there_is() -> None:
    text = "所謂「鐵幕」（Iron Curtain）、邱奇爾（Winston Churchill）"
    found = rows(text, "邱吉爾\tChurchill\n羅斯福\tRoosevelt\n", much=True)
    assert found == [["邱吉爾", "Churchill", "邱奇爾", "Winston Churchill"], ["羅斯福", "Roosevelt"]]


def test_a_project_has_names_of_its_own(tmp_path: Path) -> None:
    small_project(tmp_path)
    names = tmp_path / "names.tsv"
    names.write_text("燈號\t航標\n", "utf-8")
    project = open_project(tmp_path)
    build_pages(project)
    assert json.loads((project.docs / NAMES).read_bytes()) == [["燈號", "航標"]]


OF_NO_TEXT = "error: the file holds no text; expected a table of names [input-empty]"
AS_UTF8 = "expected a table of names as UTF-8 text [input-binary]"


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (b"", f": {OF_NO_TEXT}"),
        (b"\t\t\n\t\n", f": {OF_NO_TEXT}"),
        (b"a\0\tb", f":1: error: this is a binary file (it holds NUL characters); {AS_UTF8}"),
        ("燈號\t航標\n".encode("utf-16"), f": error: this is UTF-16 text; {AS_UTF8}"),
        (
            "Café\tCafe\n".encode("latin-1"),
            ":1: error: the file is not UTF-8; convert it to UTF-8 first [input-encoding]",
        ),
        (
            "燈號\t航標\n燈號\t浮標\n".encode(),
            ":2: error: the name “燈號” has a row already, on line 1; expected all its names in one row"
            " [name-clash]",
        ),
        (
            "燈號\n".encode(),
            ":1: error: the row has only 燈號; expected two names that differ in a search, with a tab between"
            " them [name-alone]",
        ),
    ],
)
def test_a_table_with_a_fault_is_told_and_holds_up_no_article(
    table: bytes, told: str, once: Once, tmp_path: Path
) -> None:
    """The search has what duidu and the articles know, as if there were no table."""
    project, opened = built_project(once, tmp_path), open_project(tmp_path)
    names, before = tmp_path / "names.tsv", project.files()
    names.write_bytes(table)
    for make in (check_pages, build_pages):
        assert make(opened).errors == (f"{names}{told}",)
    assert project.files() == {**before, "names.tsv": table}
    project.add("short", SMALL.replace("潮水", "河水").encode())
    assert build_pages(opened).converted == {"short"}
    names.unlink()
    assert check_pages(opened).outdated == ()


def test_a_table_that_cannot_be_read_is_told_at_the_end(
    once: Once, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built_project(once, tmp_path)
    names, read = tmp_path / "names.tsv", Path.read_bytes
    names.touch()

    def refuse(path: Path) -> bytes:
        if path == names:
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    said = run("build", "--root", str(tmp_path))
    assert said.code == 1
    assert f"{names}: error: the file cannot be read: Permission denied [input-unreadable]" in said.errors
    assert "The site is in" in said.out


def test_the_same_name_is_not_listed_twice() -> None:
    item = Item("par-1", Kind.PARAGRAPH, "邱吉爾", ("",), None)
    files = instead_files([item], [], [("邱吉爾", "丘吉爾"), ("丘吉尔", "邱吉尔", "Churchill")])
    assert json.loads(files[NAMES]) == [["邱吉爾", "丘吉爾", "Churchill"]]


def test_the_list_of_questions_has_sixty_and_each_says_where_it_should_lead() -> None:
    with QUESTIONS.open(encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len({row["question"] for row in listed}) == len(listed) == 60
    assert all(row["kind"] and row["right"] for row in listed)
