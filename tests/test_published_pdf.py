"""`publish_source`: the article's PDF is on the site, and marks of printed pages lead to its pages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from duidu.build import build_pages
from duidu.metadata import Metadata
from duidu.model import TRADITIONAL, PageBreak
from duidu.pipeline import ArticleFiles, Draft, SourceFile, process
from duidu.project import open_project
from duidu.publish import tree
from duidu.publish.article import article_files
from duidu.publish.markdown import Context, inline
from duidu.publish.words import WORDS
from published_pdf import PDF, editions
from rendering import Html, front_matter_of, to_html
from temporary import small_project

DOCUMENTS = Path(__file__).parent / "documents"
PATH = "zh-hant/youchai/youchai.pdf"


def files(metadata: Metadata | None = None) -> Mapping[str, bytes]:
    return article_files(editions(*[metadata] if metadata else []), (), PDF)


def page(path: str) -> Html:
    return to_html(files()[path].decode())


def marks(html: Html) -> list[tuple[str | None, str | None]]:
    links = [each for tag, each in html.elements if tag == "a" and "page-break" in str(each.get("class"))]
    return [(link["href"], link["aria-label"]) for link in links]


def test_the_pdf_is_on_the_site_as_it_is_if_the_editor_says_so() -> None:
    assert files()[PATH] == PDF
    assert PATH not in files(Metadata())
    assert b"youchai.pdf" not in b"".join(files(Metadata()).values())


@pytest.mark.parametrize(
    ("path", "pdf", "names"),
    [
        ("zh-hant/youchai/index.md", "youchai.pdf", ["頁 {}，見原刊 PDF"]),
        ("zh-hans/youchai/index.md", "../../zh-hant/youchai/youchai.pdf", ["第 {} 页，见原刊 PDF"]),
        ("zh-hant/youchai/parallel.md", "youchai.pdf", ["頁 {}，見原刊 PDF", "第 {} 页，见原刊 PDF"]),
    ],
)
def test_each_mark_leads_to_its_page(path: str, pdf: str, names: list[str]) -> None:
    html = page(path)
    pages = (("[31]", 3), ("32", 4), ("33", 5))
    assert marks(html) == [
        (f"{pdf}#page={number}", name.format(label)) for label, number in pages for name in names
    ]
    assert len(html.find("role", "doc-pagebreak separator")) == len(marks(html))
    assert {"p31", "p32", "p33"} <= set(html.ids)
    assert html.nested_links == []


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("zh-hant/youchai/index.md", ("youchai.pdf", "原刊 PDF")),
        ("zh-hans/youchai/index.md", ("../../zh-hant/youchai/youchai.pdf", "原刊 PDF")),
        ("en/youchai/index.md", ("../../zh-hant/youchai/youchai.pdf", "PDF as printed")),
    ],
)
def test_the_title_block_leads_to_it(path: str, link: tuple[str, str]) -> None:
    html = page(path)
    assert html.words_of("href", link[0])[0] == link[1]


def test_every_page_with_a_citation_tells_where_it_is() -> None:
    pages = {path: front_matter_of(text.decode()) for path, text in files().items() if path.endswith(".md")}
    with_citation = {path for path, front in pages.items() if "citation" in front}
    assert len(with_citation) == 4
    assert {path for path, front in pages.items() if front.get("pdf") == PATH} == with_citation


def test_a_mark_within_a_link_divides_it() -> None:
    mark = tree.PageBreak("p32", PageBreak("32", True, 4))
    link = tree.Link(tree.LinkKind.ADDRESS, "https://example.org/", (tree.Text("甲"), mark, tree.Text("乙")))
    html = to_html("---\n---\n" + inline((link,), Context(WORDS[TRADITIONAL], pdf="a.pdf")))
    links = [attributes["href"] for tag, attributes in html.elements if tag == "a"]
    assert links == ["https://example.org/", "a.pdf#page=4", "https://example.org/"]
    assert html.nested_links == []


# -- from the files of the editor


PUBLISHED = 'publish_source = true\naccept = ["citation-incomplete"]\n'


def draft(source: str, printed: str = "", toml: str = PUBLISHED) -> Draft:
    found = [
        SourceFile(DOCUMENTS / name, (DOCUMENTS / name).read_bytes()) for name in (source, printed) if name
    ]
    metadata = SourceFile(DOCUMENTS / "article.toml", toml.encode())
    return process(ArticleFiles(found[0], metadata=metadata, printed=found[1] if printed else None))


@pytest.mark.parametrize(("source", "printed"), [("latex.pdf", ""), ("word.docx", "latex.pdf")])
def test_pages_of_a_pdf_alone_or_beside_word(source: str, printed: str) -> None:
    found = draft(source, printed)
    assert found.problems == ()
    assert found.pages["zh-hant/documents/documents.pdf"] == (DOCUMENTS / "latex.pdf").read_bytes()
    html = to_html(found.pages["zh-hans/documents/index.md"].decode())
    expected = [(f"../../zh-hant/documents/documents.pdf#page={number}", number) for number in range(1, 28)]
    assert [href for href, _ in marks(html)] == [href for href, _ in expected]


def test_where_there_is_no_pdf_that_is_said_and_nothing_published() -> None:
    found = draft("word.docx")
    assert [problem.report("source.docx") for problem in found.problems] == [
        "source.docx: warning: article.toml says publish_source, but the article has no PDF; expected"
        " source.pdf, alone or beside the Word file (a Word file is never published) [publish-without-pdf]"
    ]
    assert not found.metadata.publish_source
    assert [path for path in found.pages if path.endswith((".pdf", ".docx"))] == []
    assert b"documents.pdf" not in found.pages["zh-hant/documents/index.md"]


def test_it_goes_when_the_editor_takes_the_word_back(tmp_path: Path) -> None:
    small_project(tmp_path)
    folder = tmp_path / "docs/articles/gates"
    folder.mkdir()
    (folder / "source.pdf").write_bytes((DOCUMENTS / "latex.pdf").read_bytes())
    project = open_project(tmp_path)
    published = tmp_path / "docs/zh-hant/gates/gates.pdf"
    for word in ("true", "false"):
        (folder / "article.toml").write_text(f"publish_source = {word}\n", "utf-8")
        assert build_pages(project, simplified=False).sound
        assert published.exists() == (word == "true")
        assert "gates.pdf" not in (project.docs / "offline/gates.json").read_text("utf-8")
