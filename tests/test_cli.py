"""The commands: what they print, what they write, and when they fail."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from duidu import __version__
from duidu.problems import Code
from duidu.reasons import Cause
from duidu.recover import recover_text
from duidu.settings import parse_settings
from duidu.site import check_settings
from made import make
from once import Once
from recovering import ARTICLE, CASES, ROOT, causes, read
from temporary import FRAGMENT, SMALL, Project, Said, built_project, run, small_project

PATIENCE = 600.0  # seconds: a slow machine is no failure
PAGE = "zh-hant/short/index.md"
CORRECTION = '[[correction]]\nquote = "潮水"\ntext = "河水"\nreason = "a slip"\n'


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return small_project(tmp_path)


@pytest.fixture
def built(once: Once, tmp_path: Path) -> Project:
    return built_project(once, tmp_path)


# --- model


def test_model_prints_the_agreed_format(tmp_path: Path) -> None:
    (tmp_path / "any.txt").write_text(SMALL, "utf-8")
    (tmp_path / "article.toml").write_text(FRAGMENT, "utf-8")
    said = run("model", str(tmp_path / "any.txt"))
    assert (said.code, said.errors) == (0, [])
    assert json.loads(said.out) == {
        "format": "duidu-model/2",
        "script": "zh-Hant",
        "front": {"titles": {}, "authors": [], "abstracts": {}, "keywords": {}},
        "blocks": [
            {
                "id": "par-1",
                "kind": "paragraph",
                "level": 0,
                "runs": [
                    {"page": "1", "seen": False},
                    "潮水漲落有時，船家依燈號出港。",
                    {"note": 1, "id": "noteref-1", "label": "1"},
                ],
            }
        ],
        "notes": [
            {"number": 1, "id": "note-1", "label": "1", "kind": "footnote", "runs": ["見港務局統計。"]}
        ],
        "pages": [{"page": "1", "seen": False, "line": 1}],
        "ledger": {
            "source_characters": 24,
            "placed": 22,
            "set_aside": [
                {"line": 1, "text": "1", "reason": "note marker"},
                {"line": 4, "text": "1", "reason": "note number"},
            ],
        },
        "moves": [],
        "corrections": [],
        "annotations": {"citations": [], "short_references": [], "addresses": [], "terms": [], "dates": []},
        "problems": [],
    }


def test_model_tells_of_moves_corrections_and_front_matter() -> None:
    model = json.loads(run("model", str(ARTICLE)).out)
    assert set(model["moves"][0]) == {"line", "last_line", "after_line", "page", "text", "reason"}
    assert set(model["corrections"][0]) == {"line", "source", "text", "reason", "declared"}
    (declared,) = (correction for correction in model["corrections"] if correction["declared"])
    assert (declared["reason"], declared["words"]) == ("declared", "stray hyphen at a line end")
    assert set(model["front"]["authors"][0]) == {"name", "name_en", "affiliation"}
    assert {block["kind"]: block["level"] for block in model["blocks"]} == {"paragraph": 0, "heading": 1}
    assert all(isinstance(text, str) for text in model["front"]["abstracts"].values())


def test_every_cause_that_the_model_may_name_is_met() -> None:
    articles = [read(path).article for path in (ARTICLE, *CASES)]
    articles += [
        recover_text(make(seed, notes=20, late=1.0, late_markers=0.5, spread=0.2).text) for seed in range(8)
    ]
    of_front = {Cause.BETWEEN_NAMES, Cause.CATALOGUE}
    of_pages = {Cause.LINE_END_HYPHEN, Cause.BULLET, Cause.COVER, Cause.THESIS, Cause.RUBY, Cause.TURNED}
    of_pages |= {Cause.IN_FIGURE}
    of_signs = {Cause.UNSEEN, Cause.LOOKALIKE}  # which no case has: see test_lookalikes
    of_documents = {Cause.DELETED, Cause.COMMENT, Cause.HIDDEN, Cause.TABLE_OF_CONTENTS, Cause.REPLACED}
    assert set(Cause) - causes(articles) <= of_front | of_documents | of_pages | of_signs


def test_model_tells_what_the_text_refers_to() -> None:
    annotations = json.loads(run("model", str(ARTICLE)).out)["annotations"]
    assert {key for each in annotations["citations"] for key in each} == {
        "id", "part", "start", "end", "text", "authors", "editors", "title", "container",
        "volume", "issue", "place", "publisher", "year", "pages", "url",
    }  # fmt: skip
    assert set(annotations["short_references"][0]) == {"part", "start", "end", "text", "targets"}
    assert set(annotations["terms"][0]) == {"glosses", "places"}
    assert {key for gloss in annotations["terms"] for each in gloss["glosses"] for key in each} == {
        "chinese", "foreign", "abbreviation",
    }  # fmt: skip
    day = next(date for date in annotations["dates"] if date["precision"] == "day")
    assert set(day) == {"part", "start", "end", "text", "first", "last", "precision", "month", "day"}


def test_model_is_the_same_in_every_process() -> None:
    command = [sys.executable, "-m", "duidu", "model", str(CASES[0])]
    path = os.pathsep.join([str(ROOT / "scripts"), os.environ.get("PYTHONPATH", "")])
    outputs = {
        subprocess.run(
            command,
            env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


# --- build and check


def test_build_writes_pages_and_says_what_it_did(project: Project) -> None:
    said = run("build", "--root", str(project.root))
    assert said.code == 0
    summary, written, site = said.out.splitlines()
    name, _, counts = summary.partition(": ")
    assert (name, dict(count.rsplit(" ", 1) for count in counts.split(", "))) == (
        "short",
        {
            "pages": "1",
            "paragraphs": "1",
            "notes": "1",
            "pieces moved": "0",
            "places corrected": "0",
            "characters": "24",
            "in the text": "22",
            "set aside": "2",
            "lost": "0",
        },
    )
    ours = re.compile(r".+\.md|docs/(search|offline)/.+|docs/sw\.js|docs/zh-.+")
    made = [name for name in project.files() if ours.fullmatch(name)]
    assert {"docs/index.md", f"docs/{PAGE}", "docs/zh-hant/short/about.md"} <= set(made)
    assert {"docs/search/site.json", "docs/search/short.json", "docs/search/short.txt"} <= set(made)
    assert changed(written) == len(made)
    assert str(project.root / "docs") in written
    assert str(project.root / "site" / "index.html") in site
    assert "潮水漲落有時" in (project.root / "site" / "zh-hant" / "short" / "index.html").read_text("utf-8")


def changed(line: str) -> int:
    """How many pages changed, as `duidu build` says it."""
    return int(line.rpartition("changed: ")[2].rstrip("."))


def test_a_second_build_changes_nothing(built: Project) -> None:
    before = built.files()
    said = run("build", "--root", str(built.root))
    unchanged, written, _ = said.out.splitlines()
    assert (unchanged, changed(written)) == ("Articles unchanged: 1.", 0)
    assert built.files() == before


def test_what_was_built_is_current(built: Project) -> None:
    before = built.files()
    said = run("check", "--root", str(built.root))
    assert (said.code, said.errors) == (0, [])
    assert said.out == "All invariants hold, and all files are current (articles: 1).\n"
    assert built.files() == before


@pytest.mark.parametrize(
    ("change", "page"),
    [
        (lambda docs: (docs / PAGE).write_text("edited", "utf-8"), PAGE),
        (lambda docs: (docs / PAGE).unlink(), PAGE),
        (lambda docs: (docs / "index.md").write_text("edited", "utf-8"), "index.md"),
        (lambda docs: (docs / "zh-hant" / "stale.md").write_text("old", "utf-8"), "zh-hant/stale.md"),
    ],
    ids=["an edited page", "a missing page", "an edited home page", "a stale page"],
)
def test_what_is_not_current_is_named(built: Project, change: Callable[[Path], object], page: str) -> None:
    change(built.root / "docs")
    before = built.files()
    said = run("check", "--root", str(built.root))
    assert (said.code, said.out) == (1, "")
    assert said.errors == [
        f"{built.root / 'docs' / page}: error: the file is not what the sources give;"
        " run “duidu build” and commit it [not-current]"
    ]
    assert built.files() == before


def test_a_changed_source_makes_its_pages_outdated(built: Project) -> None:
    built.add("short", SMALL.replace("潮水", "河水").encode())
    said = run("check", "--root", str(built.root))
    assert said.code == 1
    assert any(PAGE in error and "[not-current]" in error for error in said.errors)


def told_of_the_address(project: Project) -> list[str]:
    return [line for line in run("build", "--root", str(project.root)).errors if "site-url" in line]


def test_build_says_that_the_address_of_the_site_is_not_known(project: Project) -> None:
    settings = project.root / "mkdocs.yml"
    assert told_of_the_address(project) == [
        f"{settings}: warning: no site_url is set; expected the site's address: without it "
        "there is no feed, and search engines find an empty map of the site and are not told whole addresses "
        "[site-url-missing]"
    ]
    settings.write_text(settings.read_text("utf-8") + "\nsite_url: https://example.org/\n", "utf-8")
    assert told_of_the_address(project) == []


@pytest.mark.parametrize("settings", ["", "site_url:", "site_url: ''", "# site_url: x", "x:\n  site_url: y"])
def test_a_site_without_an_address_is_told(settings: str) -> None:
    said = parse_settings(BytesIO(settings.encode()), "mkdocs.yml")
    assert [problem.code for problem in check_settings(said)] == [Code.SITE_URL_MISSING]


@pytest.mark.parametrize("settings", ["a: b\nsite_url: http://a.b/\n", "site_url: !ENV SITE_URL"])
def test_a_site_with_an_address_is_not(settings: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "http://a.b/")
    assert check_settings(parse_settings(BytesIO(settings.encode()), "mkdocs.yml")) == ()


def test_build_removes_pages_of_articles_that_are_gone(built: Project) -> None:
    more = built.add("more", SMALL.encode())
    run("build", "--root", str(built.root))
    assert (built.root / "docs" / "zh-hant" / "more" / "index.md").is_file()
    shutil.rmtree(more.parent)
    run("build", "--root", str(built.root))
    assert not (built.root / "docs" / "zh-hant" / "more" / "index.md").exists()
    assert (built.root / "docs" / PAGE).is_file()


def test_what_an_editor_owns_is_not_touched(project: Project) -> None:
    before = project.files()
    run("build", "--root", str(project.root))
    after = project.files()
    assert {name: after[name] for name in before} == before


def test_the_committed_pages_are_current() -> None:
    said = run("check", "--root", str(ROOT))
    assert (said.code, said.errors) == (0, [])


def test_the_project_is_found_from_any_folder_in_it(built: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(built.root / "docs" / "articles" / "short")
    assert run("check").code == 0


# --- help


def test_version_is_the_package_s() -> None:
    said = run("--version")
    assert (said.code, said.out, said.errors) == (0, f"duidu {__version__}\n", [])


def test_help_names_every_command() -> None:
    said = run("--help")
    assert said.code == 0
    for command in ("new", "build", "serve", "check", "model"):
        assert f"\n    {command} " in said.out


@pytest.mark.parametrize("command", ["new", "build", "serve", "check", "model"])
def test_every_command_has_help(command: str) -> None:
    said = run(command, "--help")
    assert said.code == 0
    assert f"usage: duidu {command}" in said.out


@pytest.mark.parametrize("arguments", [(), ("frobnicate",), ("model",), ("check", "--no-such")])
def test_wrong_arguments(arguments: tuple[str, ...]) -> None:
    said = run(*arguments)
    assert (said.code, said.out) == (2, "")
    assert said.errors[0].startswith("usage: duidu")


# --- serve


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fetched(address: str) -> str:
    """A page, or nothing as long as it is not there."""
    try:
        with urlopen(address, timeout=10) as answer:
            return str(answer.read().decode("utf-8"))
    except (URLError, OSError):
        return ""


def until(done: Callable[[], bool]) -> bool:
    """Whether something happened while there was patience."""
    end = time.monotonic() + PATIENCE
    while not (happened := done()) and time.monotonic() < end:
        time.sleep(0.2)
    return happened


def hear_interrupts() -> None:
    """Shells have what runs in the background ignore Ctrl-C, and so all that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def serving(project: Project) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """`duidu serve`, and the address of its site."""
    address = f"127.0.0.1:{free_port()}"
    path = os.pathsep.join([str(ROOT / "scripts"), os.environ.get("PYTHONPATH", "")])
    server = subprocess.Popen(
        [sys.executable, "-m", "duidu", "serve", "--root", str(project.root), "--address", address],
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=hear_interrupts,
    )
    try:
        yield server, f"http://{address}/"
    finally:
        with suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def test_serve_shows_the_site_and_what_is_changed(project: Project) -> None:
    with serving(project) as (server, site):
        assert until(lambda: "對讀" in fetched(site))
        assert "潮水漲落有時" in fetched(f"{site}zh-hant/short/")
        project.add("short", SMALL.replace("潮水", "河水").encode())
        assert until(lambda: "河水漲落有時" in fetched(f"{site}zh-hant/short/"))
        project.add("short", b"%PDF-1.4")
        assert until(lambda: "[pdf-damaged]</p>" in fetched(f"{site}zh-hant/short/"))
        assert "河水漲落有時" in fetched(f"{site}zh-hant/short/")
        project.add("short", SMALL.encode())
        assert until(lambda: "潮水漲落有時" in fetched(f"{site}zh-hant/short/"))
        assert until(lambda: "md-banner" not in fetched(f"{site}zh-hant/short/"))
        article = project.root / "docs/articles/short"
        (article / "corrections.toml").write_text(CORRECTION, "utf-8")
        assert until(lambda: "河水漲落有時" in fetched(f"{site}zh-hant/short/"))
        (article / "article.toml").write_text(f"{FRAGMENT}simplified = false\n", "utf-8")
        assert until(lambda: not fetched(f"{site}zh-hans/short/"))
        server.send_signal(signal.SIGINT)
        assert server.wait(PATIENCE) == 0
        assert until(lambda: not fetched(site))


def test_serve_shows_a_changed_theme_and_changed_settings(project: Project) -> None:
    settings, style = project.root / "mkdocs.yml", project.root / "scripts/duidu/theme/assets/reader.css"
    with serving(project) as (_, site):
        assert until(lambda: "對讀" in fetched(site))
        style.write_text("/* changed */", "utf-8")
        assert until(lambda: fetched(f"{site}assets/reader.css") == "/* changed */")
        settings.write_text(
            settings.read_text("utf-8").replace("site_name: 對讀", "site_name: 季風"), "utf-8"
        )
        assert until(lambda: ">季風</h1>" in fetched(site))


def test_serve_shows_what_is_wrong_with_the_settings(project: Project) -> None:
    settings, page = project.root / "mkdocs.yml", "zh-hant/short/"
    said = settings.read_text("utf-8")
    with serving(project) as (_, site):
        assert until(lambda: "潮水漲落有時" in fetched(site + page))
        settings.write_text("site_name: [x\n", "utf-8")
        assert until(lambda: "[settings-malformed]" in fetched(site + page))
        settings.unlink()
        assert until(lambda: "[input-unreadable]" in fetched(site + page))
        assert "潮水漲落有時" in fetched(site + page)
        settings.write_text(said, "utf-8")
        assert until(lambda: 'role="alert"' not in fetched(site + page))


def test_serve_shows_a_new_project_and_its_first_article(tmp_path: Path) -> None:
    run("new", str(tmp_path / "journal"))
    project = Project(tmp_path / "journal")
    with serving(project) as (_, site):
        assert until(lambda: "加入第一篇文章的步驟" in fetched(site))
        project.add("my-article", SMALL.encode())
        assert until(lambda: "潮水漲落有時" in fetched(f"{site}zh-hant/my-article/"))
        assert until(lambda: "加入第一篇文章的步驟" not in fetched(site))


def test_serve_leaves_nothing_behind_when_it_is_terminated(project: Project) -> None:
    with serving(project) as (server, site):
        assert until(lambda: "對讀" in fetched(site))
        server.terminate()
        server.wait(PATIENCE)
        assert not list(project.root.glob(".duidu-*"))
        assert until(lambda: not fetched(site))


def serve_through(project: Project, monkeypatch: pytest.MonkeyPatch, *changes: str) -> Said:
    """What `duidu serve` says while mkdocs.yml becomes each of `changes`; then the server ends."""
    settings, left = project.root / "mkdocs.yml", list(changes)

    def wait(watch: object) -> bool:
        settings.write_text(left.pop(0), "utf-8")
        return True

    server = SimpleNamespace(is_up=lambda: bool(left), tell=lambda project, errors: None)
    monkeypatch.setattr("duidu.watch.Watch.wait", wait)
    monkeypatch.setattr("duidu.site.serving", lambda project, address: nullcontext(server))
    return run("serve", "--root", str(project.root), "--address", f"127.0.0.1:{free_port()}")


def test_serve_ends_with_the_server(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    assert serve_through(project, monkeypatch).code == 4


def test_serve_goes_on_when_the_settings_are_broken(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = (project.root / "mkdocs.yml").read_text("utf-8")
    said = serve_through(project, monkeypatch, "site_name: [x\n", whole)
    assert sum("[settings-malformed]" in error for error in said.errors) == 1
    assert said.out.count("Files written below") == 2


def test_serve_names_an_address_that_is_taken(project: Project) -> None:
    before = project.files()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        said = run("serve", "--root", str(project.root), "--address", address)
    assert said.code == 2
    assert said.errors[-1] == (
        f"{address}: error: the site cannot be served there: Address already in use; expected a port that is"
        " free [address-taken]"
    )
    assert project.files() == before


@pytest.mark.parametrize(
    "address",
    [
        "8000",
        ":8000",
        "127.0.0.1:",
        "127.0.0.1:x",
        "127.0.0.1:99999",
        "here:8000",
        "192.0.2.1:8000",
    ],
)
def test_serve_names_an_address_that_is_none(project: Project, address: str) -> None:
    said = run("serve", "--root", str(project.root), "--address", address)
    assert (said.code, said.errors[-1]) == (
        2,
        f"{address}: error: this is no address of this machine; expected HOST:PORT, such as 127.0.0.1:8000"
        " [address-wrong]",
    )
