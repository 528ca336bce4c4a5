"""The sample article: the Word document is what its script makes of its text, and is read whole."""

from __future__ import annotations

import importlib.util
import zipfile
from collections import Counter
from pathlib import Path
from types import ModuleType

from duidu.new_project import SAMPLE
from duidu.pipeline import process
from duidu.workspace import read_article
from rendering import ROOT


def maker() -> ModuleType:
    """The script that makes the document."""
    file = ROOT / "scripts" / "sample" / "make_sample.py"
    spec = importlib.util.spec_from_file_location("make_sample", file)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_document_is_what_its_script_makes() -> None:
    with zipfile.ZipFile(SAMPLE / "source.docx") as package:
        assert {name: package.read(name) for name in package.namelist()} == maker().parts()


def test_it_is_read_without_a_finding() -> None:
    found = process(read_article(Path(SAMPLE) / "source.docx"), until="annotate")
    assert found.problems == ()
    kinds = Counter(type(block).__name__ for block in found.article.blocks)
    assert kinds == {
        "Heading": 8, "Paragraph": 13, "Quotation": 1, "ListItem": 3, "Table": 1, "Figure": 1, "Reference": 3,
    }  # fmt: skip
    assert [note.label for note in found.article.notes] == list("123456789")
    assert len(found.article.annotations.short_references) == 1
