"""Articles whose truth is known, set by several programs in layouts of many kinds: all of them is right."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from duidu.check import check_invariants
from duidu.model import ListItem, Quotation, Style, Table, Text, plain
from duidu.recover import recover
from duidu.sources.source import read_source
from layer_trial import Known, known_of
from typst_pages import Layout, make_pdf

DOCUMENTS = Path(__file__).parent / "documents"

LAYOUTS = (
    Layout(),
    Layout(numbers="head", label="①", restart=True, paper="25開", size=10.0, spaced=True, rule=False),
    Layout(columns=2, paper="A4", label="[1]", call_on_line=True, numbers="head"),
    Layout(columns=2, paper="A4", same_size=True, rule=False, restart=True),
    Layout(label="*", restart=True, rule=False),
)


@cache
def truth() -> dict[str, Any]:
    """The first half of an article, for speed."""
    path = Path(__file__).parent / "whole" / "case00.json"
    whole: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return {**whole, "blocks": whole["blocks"][:16]}


def known_truth() -> Known:
    """What is to be found of it."""
    called = "".join(text for _, text in truth()["blocks"])
    return Known.of(
        [(str(kind), str(text)) for kind, text in truth()["blocks"]],
        {int(n): str(text) for n, text in truth()["notes"].items() if f"{{{n}}}" in called},
    )


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_layout(layout: Layout) -> None:
    source = read_source(make_pdf(truth(), layout), "made.pdf")
    article = recover(source)
    found, known = known_of(article), known_truth()
    assert found.blocks == known.blocks
    assert found.notes == known.notes
    assert found.calls == known.calls
    assert all(page.seen for page in article.pages)
    assert article.pages[0].label == "97"
    errors = [problem.message for problem in check_invariants(source.text, article) if problem.code.error]
    assert not errors


@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("*.pdf")), ids=lambda path: path.stem)
def test_a_document(path: Path) -> None:
    own = path.with_suffix(".json")
    told = json.loads((own if own.exists() else DOCUMENTS / "article.json").read_text("utf-8"))
    source = read_source(path.read_bytes(), path.name)
    article = recover(source)
    known = Known.of(
        [(str(kind), str(text)) for kind, text in told["blocks"]],
        {int(number): str(text) for number, text in told["notes"].items()},
    )
    found = known_of(article)
    assert not known.blocks - found.blocks
    assert found.notes == known.notes
    assert not known.calls - found.calls
    assert [page.label for page in article.pages] == [str(n + 1) for n in range(len(article.pages))]
    assert all(page.seen for page in article.pages)
    assert check_invariants(source.text, article) == ()


def test_what_else_a_document_has() -> None:
    article = recover(read_source((DOCUMENTS / "rich.pdf").read_bytes(), "rich.pdf"))
    kinds = Counter(type(block) for block in article.blocks)
    assert (kinds[Table], kinds[Quotation], kinds[ListItem]) == (1, 1, 2)
    (table,) = (block for block in article.blocks if isinstance(block, Table))
    assert [[plain(cell.runs) for cell in row] for row in table.rows] == [
        ["年", "出口", "進口"],
        ["2006", "453", "535"],
        ["2007", "502", "569"],
    ]
    titles = {run.text for run in article.runs() if isinstance(run, Text) and run.style is Style.ITALIC}
    assert "Nations in Alliance" in titles
