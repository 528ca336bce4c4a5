"""The site is built aside, where the settings say; names that cannot be addresses are refused."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from duidu.build import build_pages
from duidu.engines import ENGINES
from duidu.look import THEME
from duidu.problems import DuiduError
from duidu.project import open_project
from duidu.publish.pages.page_kinds import HEADINGS
from duidu.site import build_site
from once import Once
from recovering import ROOT
from temporary import SMALL, Project, built_project, run, small_project

PAGE = Path("zh-hant", "short", "index.html")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return small_project(tmp_path)


@pytest.fixture
def built(once: Once, tmp_path: Path) -> Project:
    return built_project(once, tmp_path)


def site_files(site: Path) -> dict[Path, bytes]:
    return {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def left_behind(root: Path) -> list[str]:
    """Folders for drafts."""
    return [path.name for path in root.rglob(".duidu-*")]


# --- aside


def breaks_a_template(root: Path) -> None:
    (root / THEME.relative_to(ROOT) / "main.html").write_text("{% if %}", "utf-8")


def breaks_a_link(root: Path) -> None:
    (root / "docs" / "more.md").write_text("# 另頁\n\n[a](absent.md)\n[b](gone.md)\n", "utf-8")


def breaks_the_theme(root: Path) -> None:
    (root / "mkdocs.yml").write_text("site_name: x\ntheme: no-such-theme\n", "utf-8")


BROKEN: dict[str, tuple[Callable[[Path], None], str]] = {
    "a template": (
        breaks_a_template,
        "jinja2.exceptions.TemplateSyntaxError: Expected an expression, got 'end of statement block'",
    ),
    "links": (
        breaks_a_link,
        "Doc file 'more.md' contains a link 'absent.md', but the target is not found among documentation"
        " files.; Doc file 'more.md' contains a link 'gone.md', but the target is not found among"
        " documentation files.",
    ),
    "the theme": (
        breaks_the_theme,
        "Config value 'theme': Unrecognised theme name: 'no-such-theme'. The available installed themes are:",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_build_that_fails_leaves_the_site_and_says_why(name: str, built: Project) -> None:
    root = built.root
    before = site_files(root / "site")
    change, reason = BROKEN[name]
    change(root)
    built.add("short", SMALL.replace("潮水", "河水").encode())
    said = run("build", "--root", str(root))
    assert said.code == 4
    assert said.errors[-1].startswith(f"{root}: error: the site could not be built: {reason}")
    assert said.errors[-1].endswith(" [site-failed]")
    assert not any(word in said.errors[-1] for word in ("Traceback", "File ", "WARNING", "ERROR", "INFO"))
    assert site_files(root / "site") == before
    assert left_behind(root) == []


def test_a_new_site_takes_the_place_of_the_old(built: Project) -> None:
    root = built.root
    (root / "site" / "stale.html").write_text("old", "utf-8")
    (root / "site" / ".git").write_text("gitdir: elsewhere", "utf-8")
    built.add("short", SMALL.replace("潮水", "河水").encode())
    assert run("build", "--root", str(root)).code == 0
    files = site_files(root / "site")
    assert "河水漲落有時" in files[PAGE].decode()
    assert Path("stale.html") not in files
    assert files[Path(".git")] == b"gitdir: elsewhere"
    assert left_behind(root) == []


def test_two_builds_at_once_wait_for_each_other(built: Project) -> None:
    """With their sites: there is one place in which a site is built aside."""
    built.add("short", SMALL.replace("潮水", "河水").encode())
    command = [sys.executable, "-m", "duidu", "build", "--root", str(built.root)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    said = [process.communicate()[1].decode() for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert "河水漲落有時" in site_files(built.root / "site")[PAGE].decode()
    assert left_behind(built.root) == []


PRIVATE = (
    "short/submitted.pdf",
    "short/~$source.docx",
    "short/old/source.txt",
    "paper.docx",
)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("said", [None, "*.toml\n/articles/*/source.docx\n"])
def test_of_an_article_its_text_layer_alone_is_published(
    engine: str, said: str | None, tmp_path: Path
) -> None:
    """Whatever mkdocs.yml leaves out: an older one may say less, and nothing of names."""
    project = small_project(tmp_path)
    settings = yaml.safe_load((project.root / "mkdocs.yml").read_text("utf-8"))
    settings |= {"exclude_docs": said, "extra": {"engine": engine}}
    (project.root / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    for name in PRIVATE:
        file = project.root / "docs/articles" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("nobody's business", "utf-8")
    assert run("build", "--root", str(project.root)).code == 0
    files = site_files(project.root / "site")
    assert not any(file.parts[0] == "articles" for file in files)
    layer = (project.root / "docs/articles/short/source.txt").read_bytes()
    assert files[Path("zh-hant/short/source.txt")] == layer
    assert not any(b"nobody's business" in content for content in files.values())


@pytest.mark.parametrize("engine", ENGINES)
def test_the_site_is_built_with_the_pages_of_an_article_that_is_lost(engine: str, built: Project) -> None:
    """And nothing of one that is refused."""
    settings = built.root / "mkdocs.yml"
    said = yaml.safe_load(settings.read_text("utf-8")) | {"extra": {"engine": engine}}
    settings.write_text(yaml.safe_dump(said), "utf-8")
    built.add("other", SMALL.replace("潮水", "河水").encode())
    built.add("Refused", SMALL.encode())
    (built.root / "docs/articles/short/source.txt").unlink()
    assert run("build", "--root", str(built.root)).code == 1
    files = site_files(built.root / "site")
    assert "潮水漲落有時" in files[PAGE].decode()
    assert Path("zh-hant/short/source.txt") in files
    assert "河水漲落有時" in files[Path("zh-hant/other/index.html")].decode()
    assert not any("Refused" in file.parts for file in files)


def test_settings_may_publish_more_of_an_article(project: Project) -> None:
    settings = project.root / "mkdocs.yml"
    said = yaml.safe_load(settings.read_text("utf-8"))
    said["exclude_docs"] += "!/articles/*/data.csv\n"
    settings.write_text(yaml.safe_dump(said), "utf-8")
    (project.root / "docs/articles/short/data.csv").write_text("1,2", "utf-8")
    assert run("build", "--root", str(project.root)).code == 0
    assert (project.root / "site/articles/short/data.csv").exists()


def test_a_site_that_cannot_be_moved_into_place(built: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    root = built.root
    before = site_files(root / "site")
    rename = Path.rename

    def fail(path: Path, target: Path) -> Path:
        if path.name.startswith("new"):
            raise OSError(16, "Device or resource busy", str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fail)
    said = run("build", "--root", str(root))
    assert said.code == 3
    assert said.errors[-1].endswith(
        "error: the file cannot be written: Device or resource busy [output-unwritable]"
    )
    assert site_files(root / "site") == before


def test_many_reasons_are_cut_short(monkeypatch: pytest.MonkeyPatch, project: Project) -> None:
    script = "import sys\nfor n in range(9): print(f'WARNING -  page {n}', file=sys.stderr)\nsys.exit(1)\n"
    fake = project.root / "fake" / "mkdocs" / "__main__.py"
    fake.parent.mkdir(parents=True)
    fake.write_text(script, "utf-8")
    (fake.parent / "__init__.py").touch()
    monkeypatch.setenv("PYTHONPATH", str(fake.parents[1]))
    with pytest.raises(DuiduError) as caught:
        build_site(open_project(project.root))
    assert str(caught.value) == "the site could not be built: page 0; page 1; page 2; and 6 more"


# --- where the settings say


def set_folders(root: Path, settings: str) -> None:
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(f"\n{settings}\n")


def test_the_site_is_where_the_settings_say(project: Project) -> None:
    set_folders(project.root, "site_dir: public/read")
    said = run("build", "--root", str(project.root))
    site = project.root / "public" / "read"
    assert (said.code, said.errors[-1]) == (0, "Building the site with MkDocs …")
    assert f"The site is in {site}: open {site / 'index.html'}, or" in said.out
    assert (site / PAGE).is_file()
    assert not (project.root / "site").exists()


def test_the_pages_are_where_the_settings_say(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project.root
    (root / "docs").rename(root / "content")
    text = (root / "mkdocs.yml").read_text("utf-8").replace("custom_dir: docs/", "custom_dir: content/")
    (root / "mkdocs.yml").write_text(text, "utf-8")
    set_folders(root, "docs_dir: !ENV [DOCS_OF_THE_SITE, docs]")
    monkeypatch.setenv("DOCS_OF_THE_SITE", "content")
    said = run("build", "--root", str(root))
    assert said.code == 0, said.errors
    assert f"Files written below {root / 'content'}: " in said.out
    assert (root / "content" / "zh-hant" / "short" / "index.md").is_file()
    assert not (root / "docs").exists()
    assert run("check", "--root", str(root)).code == 0
    (root / "content" / "index.md").write_text("edited", "utf-8")
    assert (
        run("check", "--root", str(root)).errors[-1].startswith(f"{root / 'content' / 'index.md'}: error: ")
    )


def test_settings_that_cannot_be_read(project: Project) -> None:
    (project.root / "mkdocs.yml").write_text("site_name: [x\n", "utf-8")
    before = project.files()
    said = run("build", "--root", str(project.root))
    (error,) = said.errors
    assert error.startswith(f"{project.root / 'mkdocs.yml'}: error: the settings cannot be read: ")
    assert error.endswith(" [settings-malformed]")
    assert (said.code, project.files()) == (3, before)


@pytest.mark.parametrize("folder", [".", "..", "docs", "docs/site", "docs/../../"])
def test_a_site_that_would_take_the_place_of_the_sources(folder: str, project: Project) -> None:
    set_folders(project.root, f"site_dir: {folder}")
    said = run("build", "--root", str(project.root))
    assert said.code == 4
    assert said.errors[-1] == (
        f"{project.root}: error: the site could not be built: site_dir is {project.root / folder}; expected a"
        " folder of its own [site-failed]"
    )
    assert (project.root / "docs" / "articles" / "short" / "source.txt").is_file()


def test_what_builds_the_site_is_not_installed(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda module: None if module == "material" else module)
    said = run("build", "--root", str(project.root))
    assert said.code == 4
    assert said.errors == [
        f"{project.root}: error: the site could not be built: mkdocs-material is not installed for"
        f" {sys.executable}; expected all that duidu needs: install it anew with pip, in a clone by"
        " “pip install -e .” [site-failed]"
    ]


# --- slugs


@pytest.mark.parametrize("slug", ["a", "short", "2009-review", "a-b-c", "x1"])
def test_a_slug(slug: str, project: Project) -> None:
    project.add(slug, SMALL.encode())
    assert run("check", "--root", str(project.root)).errors[-1].endswith("[not-current]")


NO_ADDRESS = (
    "cannot be part of an address; expected letters a to z and digits, in words joined by single hyphens"
    " [slug-wrong]"
)
WRONG = ["Short", "a b", "a#b", "a?b", "a%20b", ".x", "-a", "a-", "a--b", "a_b", "a.b", "英美", "é", "ａ"]


@pytest.mark.parametrize("slug", WRONG)
def test_a_slug_that_cannot_be_part_of_an_address(slug: str, project: Project) -> None:
    refused(project, slug, f"the folder's name “{slug}” {NO_ADDRESS}")


@pytest.mark.parametrize("slug", ["a\nb", "a\u200bb"])
@pytest.mark.skipif(os.name != "posix" or sys.platform == "darwin", reason="such names are only found here")
def test_a_slug_that_cannot_be_shown(slug: str, project: Project) -> None:
    refused(project, slug, f"the folder's name {slug!a} {NO_ADDRESS}")


@pytest.mark.parametrize("slug", ["site", "search", "en", "index", "assets", HEADINGS.name])
def test_a_slug_that_a_page_of_the_site_has(slug: str, project: Project) -> None:
    sentence = "is that of a page of the site itself; expected another [slug-reserved]"
    refused(project, slug, f"the folder's name “{slug}” {sentence}")


def refused(project: Project, slug: str, sentence: str) -> None:
    """Nothing is made of it; the other article is published."""
    folder = project.add(slug, SMALL.encode()).parents[1]
    before = project.files()
    said = run("check", "--root", str(project.root))
    assert (said.code, said.errors) == (1, [f"{folder}: error: {sentence}"])
    assert project.files() == before
    build_pages(open_project(project.root))
    pages = {name.split("/")[2] for name in project.files() if re.match(r"docs/zh-hant/.+/", name)}
    assert pages == {"short"}
