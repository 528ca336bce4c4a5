"""A build after another: what is converted again, what an error leaves, and what a killed one leaves."""

from __future__ import annotations

import gc
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from duidu import build, pipeline, source_digests, staging
from duidu.build import build_pages
from duidu.build_cache import BuildCache
from duidu.built import Built
from duidu.currency import check_pages
from duidu.problems import Code
from duidu.project import open_project
from duidu.publish.journal import journal_pages
from duidu.publish.journal.index_pages import Index, index_pages
from duidu.staging import Staging, finish
from kill_trial import forget, trial
from recovering import ROOT
from temporary import FRAGMENT, SMALL, Project, run

SLUGS = ("one", "three", "two")
OTHER = SMALL.replace("潮水", "河水").encode()
BROKEN = SMALL.replace("1 見", "2 見").encode()


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Three articles, whose pages have been written."""
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    (tmp_path / "mkdocs.yml").write_text(re.sub(r"(?m)^  custom_dir:.*", "", settings), "utf-8")
    project = Project(tmp_path)
    for slug in SLUGS:
        project.add(slug, SMALL.encode())
    assert built(project).sound
    return project


def built(project: Project) -> Built:
    return build_pages(open_project(project.root))


def outdated(project: Project) -> tuple[str, ...]:
    return check_pages(open_project(project.root)).outdated


def page(project: Project, slug: str) -> Path:
    return project.root / "docs" / "zh-hant" / slug / "index.md"


def test_a_build_leaves_python_s_collection_as_it_was(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = gc.get_threshold()
    during: list[tuple[int, int, int]] = []

    def failing(_: Path, __: object) -> None:
        during.append(gc.get_threshold())
        raise KeyError

    monkeypatch.setattr(build, "find_articles", failing)
    with pytest.raises(KeyError):
        built(project)
    assert during[0] > before == gc.get_threshold()


# --- what is converted again


def test_what_is_unchanged_is_not_converted_again(project: Project) -> None:
    again = built(project)
    assert (again.converted, again.changed, len(again.articles)) == (frozenset(), 0, 3)
    assert again.articles[0].counts["notes"] == 1


def change_source(project: Project) -> None:
    project.add("two", OTHER)


def change_metadata(project: Project) -> None:
    with (project.root / "docs/articles/two/article.toml").open("a", encoding="utf-8") as file:
        file.write("simplified = false\n")


def add_corrections(project: Project) -> None:
    (project.root / "docs/articles/two/corrections.toml").touch()


def edit_page(project: Project) -> None:
    page(project, "two").write_text("edited", "utf-8")


def delete_page(project: Project) -> None:
    page(project, "two").unlink()


def damage_cache(project: Project) -> None:
    (project.root / ".cache/duidu/articles/two.json").write_text("{}", "utf-8")


CHANGES = [change_source, change_metadata, add_corrections, edit_page, delete_page, damage_cache]


@pytest.mark.parametrize("change", CHANGES)
def test_only_what_changed_is_converted_again(change: Callable[[Project], None], project: Project) -> None:
    change(project)
    assert built(project).converted == {"two"}
    assert outdated(project) == ()


def test_what_has_only_another_time_is_not_converted_again(project: Project) -> None:
    for path in (project.root / "docs").rglob("*.md"):
        os.utime(path, (0, 0))
    again = built(project)
    assert (again.converted, again.changed) == (frozenset(), 0)


def test_what_pages_are_told_of_their_neighbours_is_not_an_editor_s(project: Project) -> None:
    whole = project.files()
    told = page(project, "two").read_text("utf-8")
    page(project, "two").write_text(told.replace("among: {", 'among: {"other": "words", '), "utf-8")
    assert outdated(project) == ("zh-hant/two/index.md",)
    built(project)
    assert project.files() == whole


NAMED = SMALL.replace("船家", "一九五六年起，聯合國（United Nations）的船家").encode()
INDEXED = f'{FRAGMENT}\n[[author]]\nname = "王小明"\n'  # lines in three indexes


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("出港", "入港", set()),
        ("一九五六", "一九五七", {"years"}),
        ("Nations", "Kingdoms", {"names"}),
        ("王小明", "王大明", {"authors"}),
    ],
)
def test_only_indexes_that_have_other_lines_are_made_anew(
    before: str, after: str, expected: set[str], project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    for slug in SLUGS[:2]:
        project.add(slug, NAMED, INDEXED)
    built(project)
    made: set[str] = set()

    def noting(index: Index, *given: Any) -> dict[str, str]:
        made.add(index.kind.name)
        return index_pages(index, *given)

    monkeypatch.setattr(journal_pages, "index_pages", noting)
    project.add("one", NAMED.replace(before.encode(), after.encode()), INDEXED.replace(before, after))
    assert built(project).converted == {"one"}
    assert made == expected
    assert outdated(project) == ()


@pytest.mark.parametrize("change", [Path.unlink, lambda page: page.write_text("edited", "utf-8")])
def test_an_index_that_is_not_what_was_made_is_made_anew(
    change: Callable[[Path], object], project: Project
) -> None:
    for slug in SLUGS[:2]:
        project.add(slug, NAMED, INDEXED)
    built(project)
    change(project.root / "docs/zh-hant/years.md")
    project.add("one", NAMED.replace("出港".encode(), "入港".encode()), INDEXED)
    built(project)
    assert outdated(project) == ()


def test_another_program_converts_all(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "program_key", lambda: "another")
    assert built(project).converted == set(SLUGS)


def test_a_build_without_the_other_script_is_another(project: Project) -> None:
    build_pages(open_project(project.root), simplified=False)
    assert not (project.root / "docs/zh-hans/two").exists()
    assert built(project).converted == set(SLUGS)
    assert outdated(project) == ()


def test_settings_that_no_article_tells_convert_none(project: Project) -> None:
    settings = project.root / "mkdocs.yml"
    said = settings.read_text("utf-8").replace("中文期刊論文的閱讀網站", "海港的論文")
    settings.write_text(f"{said}\nsite_dir: public\n", "utf-8")
    again = built(project)
    assert (again.converted, again.changed > 0) == (frozenset(), True)
    assert outdated(project) == ()


@pytest.mark.parametrize(
    ("said", "instead"), [("對讀", "潮"), ("对读", "潮"), ("site_name", "site_url: https://a.b/\nsite_name")]
)
def test_settings_that_articles_tell_convert_all(said: str, instead: str, project: Project) -> None:
    settings = project.root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace(said, instead), "utf-8")
    assert built(project).converted == set(SLUGS)
    assert outdated(project) == ()


def test_a_file_of_the_same_size_and_time_is_not_read_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = project.root / "docs/articles/two/source.txt"
    for file in source.parent.parent.rglob("*.t*"):
        os.utime(file, (1e9, 1e9))
    read: list[str] = []

    def told(path: Path) -> bytes:
        read.append(path.name)
        return path.read_bytes()

    monkeypatch.setattr(source_digests, "read_file", told)
    later = time.time_ns() + 10**12
    monkeypatch.setattr(time, "time_ns", lambda: later)
    for names in (["article.toml", "source.txt"] * 3, []):
        read.clear()
        assert built(project).converted == frozenset()
        assert read == names
    project.add("two", OTHER)  # as long as before
    os.utime(source, (1e9, 1e9))  # and from an archive that gives all files one time
    assert built(project).converted == {"two"}
    assert read == ["article.toml", "source.txt"]
    os.utime(source, ns=(later, later))  # so lately that it may change again
    read.clear()
    built(project)
    built(project)
    assert read.count("source.txt") == 2


def test_another_process_converts_none(project: Project) -> None:
    build = "import sys; from test_rebuilding import *; print(*built(Project(Path(sys.argv[1]))).converted)"
    paths = os.pathsep.join((str(ROOT / "scripts"), str(ROOT / "tests")))
    environment = os.environ | {"PYTHONPATH": paths, "PYTHONHASHSEED": "1"}
    command = [sys.executable, "-c", build, str(project.root)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
    assert built(project).converted == frozenset()


def test_several_processes_write_the_same(project: Project) -> None:
    for number in range(4):
        project.add(f"more-{number}", OTHER)
    opened = open_project(project.root)
    build_pages(opened, processes=2)
    with_two = project.files()
    shutil.rmtree(opened.cache)
    assert build_pages(opened, processes=1).changed == 0
    assert project.files() == with_two


# --- what a journal says of all its articles


def test_a_journal_s_data_are_those_of_each_article(project: Project) -> None:
    (project.root / "journal.toml").write_text('journal = "港務學報"\n', "utf-8")
    for slug in SLUGS:
        own = 'title = "論潮水"\n' + ('journal = "水利"\n' if slug == "two" else "")
        (project.root / "docs/articles" / slug / "article.toml").write_text(FRAGMENT + own, "utf-8")
    assert built(project).converted == set(SLUGS)
    files = {slug: page(project, slug).with_name("citation.json") for slug in SLUGS}
    journals = {slug: json.loads(file.read_bytes())[0]["container-title"] for slug, file in files.items()}
    assert journals == {"one": "港務學報", "three": "港務學報", "two": "水利"}


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("year = 2009\n", Code.TOML_KEY_UNKNOWN),
        ("journal = \n", Code.TOML_MALFORMED),
        ("\0", Code.BINARY),
    ],
)
def test_what_is_wrong_in_it_is_told_once(said: str, code: Code, project: Project) -> None:
    (project.root / "journal.toml").write_text(said, "utf-8")
    again = built(project)
    assert again.failed == SLUGS
    assert [problem.code for _, problem in again.every_finding] == [code]


# --- an article with an error


def test_an_article_with_an_error_keeps_its_pages_and_holds_up_no_other(project: Project) -> None:
    before = page(project, "two").read_bytes()
    project.add("two", BROKEN)
    project.add("one", OTHER)
    said = run("build", "--root", str(project.root))
    assert said.code == 1
    assert "Not converted: two. What pages it has are those from before." in said.out
    assert "河水" in page(project, "one").read_text("utf-8")
    assert page(project, "two").read_bytes() == before
    assert "zh-hant/two/" in (project.root / "docs/index.md").read_text("utf-8")
    assert (project.root / "site/zh-hant/two/index.html").is_file()
    project.add("two", SMALL.encode())
    assert built(project).converted == frozenset()
    assert outdated(project) == ()


def test_a_new_article_with_an_error_has_no_pages(project: Project) -> None:
    project.add("new", BROKEN)
    assert built(project).failed == ("new",)
    assert not page(project, "new").exists()


def test_a_folder_that_is_refused_keeps_its_pages_too(project: Project) -> None:
    second = project.root / "docs/articles/two/source.docx"
    second.touch()
    for _ in range(2):
        again = built(project)
        assert [problem.code for _, problem in again.every_finding] == [Code.SOURCES_SEVERAL]
        assert "zh-hant/two/" in (project.root / "docs/index.md").read_text("utf-8")
    second.unlink()
    assert built(project).converted == frozenset()


def test_a_file_that_cannot_be_read_holds_up_no_other(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.add("one", OTHER)
    locked, read = project.add("two", OTHER), Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path == locked:
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    again = built(project)
    assert [(file, problem.code) for file, problem in again.every_finding] == [(str(locked), Code.UNREADABLE)]
    assert "河水" in page(project, "one").read_text("utf-8")


def test_pages_of_which_nothing_is_known_stay(project: Project) -> None:
    shutil.rmtree(project.root / ".cache")
    before = page(project, "two").read_bytes()
    project.add("two", BROKEN)
    built(project)
    assert page(project, "two").read_bytes() == before
    assert "zh-hant/two/" not in (project.root / "docs/index.md").read_text("utf-8")


def test_a_fault_of_the_program_is_told_and_holds_up_no_other(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    process = pipeline.process

    def fail(files: object, **options: object) -> object:
        if "two" in str(files.source.path):  # type: ignore[attr-defined]
            raise RecursionError("too deep")
        return process(files, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(import_module("duidu.convert"), "process", fail)
    for slug in SLUGS:
        project.add(slug, OTHER)
    again = built(project)
    assert again.failed == ("two",)
    ((file, problem),) = again.every_finding
    assert file == str(project.root / "docs/articles/two/source.txt")
    assert problem.message.startswith(
        "duidu itself failed on the article (RecursionError in test_rebuilding.py"
    )
    assert "河水" in page(project, "one").read_text("utf-8")


# --- names


def test_files_that_are_almost_right_are_named(project: Project) -> None:
    articles = project.root / "docs/articles"
    (articles / "paper.docx").touch()
    (articles / "one" / "Article.toml").touch()
    for name in ("Journal.toml", "NAMES.tsv"):
        (project.root / name).touch()
    for folder, name in (("four", "Source.txt"), ("five", "essay.pdf"), ("six", "picture.png")):
        (articles / folder).mkdir()
        (articles / folder / name).touch()
    outside = (
        "the file stands beside the folders of articles, and is not read; expected it in a folder of its own:"
        " “duidu add” makes one [source-outside]"
    )
    not_read = "the file is not read; expected it to be called"
    assert run("check", "--root", str(project.root)).errors == [
        f"{articles}/five/essay.pdf: warning: {not_read} source.pdf [file-misnamed]",
        f"{articles}/four/Source.txt: warning: {not_read} source.txt [file-misnamed]",
        f"{articles}/one/Article.toml: warning: {not_read} article.toml [file-misnamed]",
        f"{articles}/paper.docx: warning: {outside}",
        f"{project.root}/Journal.toml: warning: {not_read} journal.toml [file-misnamed]",
        f"{project.root}/NAMES.tsv: warning: {not_read} names.tsv [file-misnamed]",
    ]


# --- killed, and two at once


class Killed(BaseException):
    """Nothing that anyone handles."""


@pytest.mark.parametrize("moves", range(4))
def test_who_comes_next_finishes_what_was_begun(
    moves: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = tmp_path / "docs"
    (docs / "a").mkdir(parents=True)
    (docs / "a" / "gone.md").write_text("old", "utf-8")
    (docs / "kept.md").write_text("old", "utf-8")
    left, move = [moves], Path.replace

    def killed(path: Path, target: Path) -> Path:
        if docs in target.parents:
            if not left[0]:
                raise Killed
            left[0] -= 1
        return move(path, target)

    monkeypatch.setattr(Path, "replace", killed)
    new = {"kept.md": b"new", "b/c.md": b"new", "d.md": b"new"}
    with Staging(docs) if moves == 3 else pytest.raises(Killed), Staging(docs) as staging:
        for path, content in new.items():
            staging.add(path, content)
        staging.carry_out(["a/gone.md"])
    monkeypatch.undo()
    finish(docs)
    there = {
        path.relative_to(docs).as_posix(): path.read_bytes() for path in docs.rglob("*") if path.is_file()
    }
    assert there == new
    assert [path.name for path in tmp_path.iterdir()] == ["docs"]


DAMAGED = [b"", b"[]", b"{}", b"null", b'{"written": [3]}', b'{"written": ["en/index.m', b"[" * 9999, b"\xff"]


@pytest.mark.parametrize("damaged", DAMAGED)
def test_a_list_of_changes_that_is_damaged_is_as_if_not_there(damaged: bytes, project: Project) -> None:
    """What the killed build had made is there; which of it is right, the files themselves tell."""
    whole = project.files()
    kill_the_first(project, BuildCache, "keep_site")
    (project.root / ".duidu-next/changes.json").write_bytes(damaged)
    page(project, "two").write_text("edited", "utf-8")
    assert built(project).converted == frozenset()
    assert project.files() == whole


def test_a_list_of_changes_that_was_cut_short(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = project.files()
    forget(project.root)

    def killed(*_: object) -> None:
        raise Killed

    monkeypatch.setattr(staging, "_move", killed)
    with pytest.raises(Killed):
        built(project)
    monkeypatch.undo()
    changes = project.root / ".duidu-next/changes.json"
    changes.write_bytes(changes.read_bytes()[:-1])
    assert built(project).converted == frozenset()
    assert project.files() == whole


def test_a_folder_in_the_place_of_the_list_of_changes(project: Project) -> None:
    (project.root / ".duidu-next/changes.json/more").mkdir(parents=True)
    project.add("two", OTHER)
    built(project)
    assert outdated(project) == ()
    assert not (project.root / ".duidu-next").exists()


def test_what_was_only_prepared_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    killed = Staging(tmp_path / "docs")
    killed.__enter__()
    killed.add("a.md", b"new")
    with Staging(tmp_path / "docs") as staging:
        assert staging.left("a.md") == b"new"
        staging.carry_out([])
    assert [path.name for path in tmp_path.rglob("*")] == ["docs"]


def kill_the_first(project: Project, owner: type, method: str, times: int = 1) -> None:
    """Have the first build of the project die when it calls a method for so many times."""
    forget(project.root)
    call, left = getattr(owner, method), [times]

    def killed(*given: object) -> object:
        left[0] -= 1
        if not left[0]:
            raise Killed
        return call(*given)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(owner, method, killed)
        with pytest.raises(Killed):
            built(project)


# What the first build does last, for how many times, and what of three articles is to be converted then.
LAST: list[tuple[type, str, int, set[str]]] = [
    (BuildCache, "keep_article", 1, {*SLUGS}),
    (BuildCache, "keep_article", 3, {"two"}),
    (BuildCache, "forget_other_groups", 1, set()),  # while it makes what tells of all
    (BuildCache, "keep_site", 1, set()),  # when pages have been told of their neighbours
    (Staging, "carry_out", 1, set()),
    (BuildCache, "keep_tree", 1, set()),  # when the files are in their places
]


@pytest.mark.parametrize(("owner", "method", "times", "converted"), LAST)
def test_a_build_goes_on_where_one_was_killed(
    owner: type, method: str, times: int, converted: set[str], project: Project
) -> None:
    whole = project.files()
    kill_the_first(project, owner, method, times)
    assert built(project).converted == converted
    assert project.files() == whole
    again = built(project)
    assert (again.converted, again.changed) == (frozenset(), 0)


def halve_a_page(project: Project) -> None:
    draft = project.root / ".duidu-next/files/zh-hant/two/index.md"
    draft.write_bytes(draft.read_bytes()[:100])


@pytest.mark.parametrize("change", [change_source, halve_a_page])
def test_what_a_killed_build_left_is_taken_if_it_is_right(
    change: Callable[[Project], None], project: Project
) -> None:
    kill_the_first(project, BuildCache, "keep_site")
    change(project)
    assert built(project).converted == {"two"}
    assert outdated(project) == ()
    assert not (project.root / ".duidu-next").exists()


def test_an_article_that_is_gone_leaves_nothing_of_a_killed_build(project: Project) -> None:
    kill_the_first(project, BuildCache, "keep_site")
    shutil.rmtree(project.root / "docs/articles/two")
    assert built(project).converted == frozenset()
    assert outdated(project) == ()
    assert not page(project, "two").exists()


def test_what_is_wrong_elsewhere_costs_no_conversion(project: Project) -> None:
    names = open_project(project.root).names_file
    names.write_text("no such row", "utf-8")
    assert not built(project).sound
    names.unlink()
    assert built(project).converted == frozenset()


@pytest.mark.skipif(os.name != "posix", reason="only these systems have such signals")
@pytest.mark.parametrize("first", [False, True])
def test_killed_at_any_moment(first: bool, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file is half-written, and the next build is right and no full one, be it the `first`;
    `scripts/journal_benchmark.py` kills more.
    """
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "scripts"))
    changing = {f"more-{number}" for number in range(12)}

    def change(edition: int) -> None:
        if first:
            forget(project.root)
        for slug in changing:
            project.add(slug, OTHER if edition else SMALL.encode())

    for kill in trial(project.root, change, kills=3 if first else 6, seed=7):
        assert kill.torn == ()
        assert not kill.mixed
        assert kill.right
        assert kill.converted <= (changing | {*SLUGS} if first else changing) - kill.done
    assert outdated(project) == ()


def test_two_builds_at_once_wait_for_each_other(project: Project) -> None:
    opened, waits = open_project(project.root), threading.Event()
    project.add("two", OTHER)
    lock = FileLock(opened.cache / "lock")
    with lock:
        second = threading.Thread(target=lambda: build_pages(opened, waiting=waits.set))
        second.start()
        assert waits.wait(600)
        assert "潮水" in page(project, "two").read_text("utf-8")
    second.join()
    assert "河水" in page(project, "two").read_text("utf-8")


def test_a_kept_article_is_read_back_as_it_was(project: Project) -> None:
    first = built(project)
    shutil.rmtree(project.root / ".cache")
    assert replace(built(project), converted=frozenset(), changed=0) == first
