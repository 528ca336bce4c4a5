"""duidu as a library: the examples of the manual, and what it refuses."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import duidu
from duidu.digests import digests_of
from duidu.new_project import SAMPLE
from duidu.problems import Code
from duidu.project import open_project
from duidu.publish.journal.neighbours import without_neighbours
from published_pdf import PUBLISHED
from recovering import ARTICLE, ROOT
from temporary import SMALL

MANUAL = ROOT / "manual" / "api.md"


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample as a file in the current folder."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "paper.docx"
    file.write_bytes((SAMPLE / "source.docx").read_bytes())
    return file


def test_the_examples_of_the_manual(paper: Path) -> None:
    blocks = re.findall(r"^```python\n(.*?)^```", MANUAL.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    code = "\n".join(blocks)
    test = doctest.DocTestParser().get_doctest(code, {}, MANUAL.name, str(MANUAL), 0)
    assert len(test.examples) > 15
    said: list[str] = []
    failed = doctest.DocTestRunner(verbose=False).run(test, out=said.append).failed
    assert failed == 0, "".join(said)


def test_every_function_is_in_the_manual() -> None:
    text = MANUAL.read_text("utf-8")
    assert [name for name in ("read", "convert", "publish", "examine") if f"`duidu.{name}(" not in text] == []
    assert all(getattr(duidu, name).__doc__ for name in duidu.__all__)


def test_importing_it_loads_nothing() -> None:
    """Nor does starting the command, which has the version from it."""
    code = "import sys, duidu; print(*sorted(name for name in sys.modules if name.startswith('duidu')))"
    path = {"PYTHONPATH": str(ROOT / "scripts")}
    done = subprocess.run([sys.executable, "-c", code], env=path, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["duidu"]


def test_modules_of_the_same_name_do_not_take_their_places() -> None:
    import duidu.convert
    import duidu.publish.article

    assert callable(duidu.convert)
    assert callable(duidu.publish)
    with pytest.raises(AttributeError, match="module 'duidu' has no attribute 'unknown'"):
        getattr(duidu, "unknown")  # noqa: B009


def test_what_is_published_is_what_the_command_writes() -> None:
    article, slug = duidu.read(ARTICLE), ARTICLE.parent.name
    settings = open_project(ROOT).settings
    metadata, text_layer = duidu.examine(ARTICLE).metadata, ARTICLE.read_bytes()
    files = duidu.publish(article, slug, metadata=metadata, text_layer=text_layer, settings=settings)
    written = {path: (ROOT / "docs" / path).read_bytes() for path in files}
    for path in (
        path for path in files if path.endswith("/index.md")
    ):  # its place among others it cannot know
        written[path] = without_neighbours(written[path].decode()).encode()
    assert digests_of(written) == digests_of(files)


def test_of_a_conversion_the_original_is_published(paper: Path) -> None:
    article = duidu.read(paper)
    simplified = duidu.convert(article)
    assert "zh-hant/article/citation.ris" in duidu.publish(simplified)
    assert duidu.publish(article, simplified=False).keys() < duidu.publish(article).keys()


def test_an_article_with_an_error_is_not_published(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text(SMALL.replace("1 見", "2 見"), "utf-8")
    article = duidu.read(file)
    errors = [problem for problem in article.problems if problem.code.error]
    assert errors
    with pytest.raises(duidu.DuiduError) as caught:
        duidu.publish(article)
    assert caught.value.problems == tuple(errors)


def test_a_name_that_cannot_be_in_an_address(paper: Path) -> None:
    with pytest.raises(duidu.DuiduError) as caught:
        duidu.publish(duidu.read(paper), "燈塔")
    assert [problem.code for problem in caught.value.problems] == [Code.SLUG_WRONG]


def test_no_page_leads_to_a_text_layer_that_is_not_there() -> None:
    article = duidu.read(ARTICLE)
    leading = [duidu.publish(article, text_layer=layer) for layer in (b"", ARTICLE.read_bytes())]
    assert [b"source.txt" in files["zh-hant/article/about.md"] for files in leading] == [False, True]


def test_no_page_leads_to_a_pdf_that_is_not_there(paper: Path) -> None:
    files = duidu.publish(duidu.read(paper), metadata=replace(PUBLISHED, year=2026))
    assert not any(b".pdf" in content for path, content in files.items() if path.endswith(".md"))
