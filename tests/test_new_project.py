"""`duidu new`: a project of one's own, with no article, with one, and with a look of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import building
from building import COMMANDS
from duidu.build import build_pages
from duidu.metadata import Metadata, parse_journal
from duidu.new_project import STARTER
from duidu.project import open_project
from rendering import ROOT
from temporary import SMALL, Project, run
from test_site import Pages, broken, links, read, target

NO_ARTICLE = (
    "docs/articles: warning: no article is here yet; "
    "expected a folder with a source.docx, source.pdf or source.txt [no-article-yet]"
)
NO_ADDRESS = (
    "mkdocs.yml: warning: no site_url is set; expected the site's address: without it there is no feed, "
    "and search engines find an empty map of the site and are not told whole addresses [site-url-missing]"
)
STEPS = {
    "index.html": "目前尚無文章。加入第一篇文章的步驟：",
    "zh-hans/index.html": "暂无文章。添加第一篇文章的步骤：",
    "en/index.html": "There are no articles yet. To add the first one:",
}
FILES = {
    ".gitattributes",
    ".github/workflows/publish.yml",
    ".gitignore",
    "docs/articles/.editorconfig",
    "docs/articles/.gitattributes",
    "docs/articles/README.md",
    "journal.toml",
    "mkdocs.yml",
    "requirements.txt",
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    assert run("new", str(tmp_path / "journal")).code == 0
    return Project(tmp_path / "journal")


def built(engine: str, project: Project) -> Pages:
    """The site as `duidu build` makes it, or Zensical of the same pages."""
    if engine == "zensical":
        build_pages(open_project(project.root))
        building.run(engine, project.root)
    else:
        assert run("build", "--root", str(project.root)).code == 0
    return read(project.root / "site")


def set_in(project: Project, **lines: str) -> None:
    """Make settings of comments in mkdocs.yml, as an editor does who takes away the “# ”."""
    file = project.root / "mkdocs.yml"
    text = file.read_text("utf-8")
    for line in lines.values():
        assert text.count(f"# {line}") == 1
        text = text.replace(f"# {line}", line)
    file.write_text(text, "utf-8")


def write(project: Project, path: str, content: str) -> None:
    file = project.root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, "utf-8")


# --- what is made


def test_it_says_what_to_do_next(tmp_path: Path) -> None:
    folder = tmp_path / "my journal"
    said = run("new", str(folder))
    assert (said.code, said.errors) == (0, [])
    assert said.out == (
        f"The project is in {folder}. What to fill in is marked in its mkdocs.yml and journal.toml.\n"
        f"To see the site: cd '{folder}' && duidu serve\n"
    )
    assert set(Project(folder).files()) == FILES


def test_in_the_folder_where_one_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also if it is an empty repository."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    assert run("new", ".").code == 0
    assert set(Project(tmp_path).files()) == FILES


def test_no_file_is_overwritten(tmp_path: Path) -> None:
    write(Project(tmp_path), "notes.txt", "x")
    said = run("new", str(tmp_path))
    assert (said.code, said.out) == (2, "")
    assert said.errors == [
        f"{tmp_path}: error: the folder is not empty; expected a new or an empty one [folder-not-empty]"
    ]
    assert Project(tmp_path).files() == {"notes.txt": b"x"}


def test_a_file_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "journal").write_text("x")
    said = run("new", str(tmp_path / "journal"))
    assert (said.code, said.out) == (2, "")
    assert said.errors == [
        f"{tmp_path / 'journal'}: error: there is a file of this name; expected a new or an empty folder"
        " [not-a-folder]"
    ]


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    said = run("new", str(tmp_path / "file" / "journal"))
    assert (said.code, said.out) == (3, "")
    assert said.errors == [
        f"{tmp_path / 'file' / 'journal'}: error: the file cannot be written: Not a directory"
        " [output-unwritable]"
    ]


def test_a_folder_is_wanted() -> None:
    said = run("new")
    assert said.code == 2
    assert said.errors[-1] == "duidu new: error: the following arguments are required: DIR"


def test_what_a_journal_can_say_is_ready_to_be_filled_in() -> None:
    prepared = (STARTER / "journal.toml").read_text("utf-8")
    assert parse_journal(prepared, "journal.toml") == Metadata()
    filled = parse_journal(re.sub(r"^# (?=\w+ = )", "", prepared, flags=re.MULTILINE), "journal.toml")
    assert filled.journal == "海濱史學"
    assert all((filled.journal_en, filled.journal_romanised, filled.publisher, filled.issn, filled.report))


def test_the_settings_that_must_be_are_those_of_the_repository() -> None:
    ours, new = (yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8")) for folder in (ROOT, STARTER))
    for name in ("plugins", "markdown_extensions"):
        assert new[name] == ours[name]
    assert set(ours["exclude_docs"].split()) <= set(new["exclude_docs"].split())
    assert new["theme"]["name"] == ours["theme"]["name"] == "duidu"


def test_the_workflow_publishes_what_is_built(project: Project) -> None:
    workflow = yaml.safe_load((project.root / ".github/workflows/publish.yml").read_text("utf-8"))
    assert workflow["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    (job,) = workflow["jobs"].values()
    steps = [step.get("uses", step.get("run")).partition("@")[0] for step in job["steps"]]
    assert steps == [
        "actions/checkout",
        "actions/setup-python",
        "pip install -r requirements.txt",
        "duidu build",
        "actions/upload-pages-artifact",
        "actions/deploy-pages",
    ]
    assert job["steps"][4]["with"] == {"path": "site"}
    assert job["steps"][5]["id"] in job["environment"]["url"]


# --- with no article, and with one


def test_no_article_is_said_but_no_error(project: Project) -> None:
    root = project.root
    said = run("build", "--root", str(root))
    assert said.code == 0
    assert said.errors == [
        "Reading the articles …",
        f"{root}/{NO_ARTICLE}",
        f"{root}/{NO_ADDRESS}",
        "Building the site with MkDocs …",
    ]
    said = run("check", "--root", str(root))
    assert (said.code, said.errors) == (0, [f"{root}/{NO_ARTICLE}"])
    assert said.out == "All invariants hold, and all files are current (articles: 0).\n"


@pytest.mark.parametrize("engine", sorted(COMMANDS))
def test_a_site_without_articles_says_how_to_add_one(engine: str, project: Project) -> None:
    pages = built(engine, project)
    for home, words in STEPS.items():
        html = (project.root / "site" / home).read_text("utf-8")
        assert words in html
        assert html.count("<code>") == 5
        assert "<code>duidu add " in html
    for name in set(pages) - {"404.html"}:
        assert broken(name, pages[name], pages) == []
    assert not any("articles" in name for name in pages)


def test_without_simplified_there_is_no_home_in_it(project: Project) -> None:
    assert run("build", "--root", str(project.root), "--only", "zh-hant").code == 0
    assert not any("zh-hans" in name for name in read(project.root / "site"))


@pytest.mark.parametrize("engine", sorted(COMMANDS))
def test_the_first_article(engine: str, project: Project) -> None:
    project.add("my-article", SMALL.encode())
    pages = built(engine, project)
    assert "潮水漲落有時" in (project.root / "site/zh-hant/my-article/index.html").read_text("utf-8")
    assert "潮水涨落有时" in (project.root / "site/zh-hans/my-article/index.html").read_text("utf-8")
    for name in set(pages) - {"404.html"}:
        assert broken(name, pages[name], pages) == []
    assert [name for name in pages if name.startswith("articles/")] == []
    homes = [(project.root / "site" / home).read_text("utf-8") for home in STEPS]
    assert not any(words in html for html in homes for words in STEPS.values())


# --- what is its own


@pytest.mark.parametrize("engine", sorted(COMMANDS))
def test_its_name(engine: str, project: Project) -> None:
    file = project.root / "mkdocs.yml"
    text = file.read_text("utf-8")
    for old, new in {
        "期刊名稱": "季風*學報",
        "期刊名称": "季风*学报",
        "Name of the Journal": "Monsoon",
    }.items():
        text = text.replace(old, new)
    file.write_text(text, "utf-8")
    names = {"": "季風*學報", "zh-hans/": "季风*学报", "en/": "Monsoon"}
    pages = built(engine, project)
    for folder, name in names.items():
        page = pages[f"{folder}index.html"]
        assert page.texts["title"].rstrip("¶") == name
        assert {logo["aria-label"] for logo in page.find("data-md-component", "logo")} == {name}
    manifest = yaml.safe_load((project.root / "site/manifest.json").read_text("utf-8"))
    assert (manifest["name"], manifest["description"]) == ("季風*學報", "季風*學報的閱讀網站")


def test_what_the_home_page_says(project: Project) -> None:
    set_in(project, key="descriptions:", hant="  zh-Hant: 一段簡介", en="  en: A few sentences")
    pages = built("mkdocs", project)
    for home, words in {"index.html": "一段簡介", "en/index.html": "A few sentences"}.items():
        assert f"<p>{words}</p>" in (project.root / "site" / home).read_text("utf-8")
        assert [meta["content"] for meta in pages[home].find("name", "description")] == [words]
    assert "<p>“对读”把中文" in (project.root / "site/zh-hans/index.html").read_text("utf-8")


@pytest.mark.parametrize("engine", sorted(COMMANDS))
def test_its_look(engine: str, project: Project) -> None:
    """Its style sheet comes after those of the theme, so that it can change what they say."""
    set_in(
        project,
        logo="logo: assets/logo.svg",
        favicon="favicon: assets/favicon.png",
        templates="custom_dir: templates",
        styles="extra_css:",
        style="  - assets/own.css",
    )
    own = {
        "docs/assets/logo.svg": "<svg/>",
        "docs/assets/favicon.png": "x",
        "docs/assets/own.css": "p { color: red }",
        "docs/assets/icons/icon-512.png": "own icon",
        "templates/partials/footer.html": "<footer>our own</footer>",
    }
    for path, content in own.items():
        write(project, path, content)
    pages = built(engine, project)
    for name in (name for name in pages if name.endswith(".html") and name != "404.html"):
        styles = [target(name, link["href"]) for link in links(pages[name], "link", rel="stylesheet")]
        assert styles.index("assets/own.css") > styles.index("assets/reader.css") > 0
        (icon,) = links(pages[name], "link", rel="icon")
        assert target(name, icon["href"]) == "assets/favicon.png"
        images = [image for tag, image in pages[name].elements if tag == "img"]
        assert [target(name, image["src"]) for image in images] == ["assets/logo.svg"] * 2
        assert "<footer>our own</footer>" in (project.root / "site" / name).read_text("utf-8")
    for path, content in own.items():
        if path.startswith("docs/"):
            published = project.root / path.replace("docs/", "site/", 1)
            assert published.read_text("utf-8") == content
    worker = (project.root / "site/sw.js").read_text("utf-8")
    assert '"assets/own.css"' in worker
