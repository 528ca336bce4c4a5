"""PDF files that are damaged, protected or unsafe: one exact sentence each, and never anything else."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable

import pytest

from duidu.problems import DuiduError, Exit
from duidu.sources.pdf import limits, read_pdf
from made_pdf import all_lines, at, made_pdf, pdf, stream
from recovering import ROOT

GOOD = made_pdf(at(50, 600, "潮水漲落"), at(50, 600, "有時"))
DAMAGED = "the file is damaged; expected a whole PDF: save or export it again [pdf-damaged]"
NO_PAGES = "the file has no page that can be read; expected a PDF with pages [pdf-no-pages]"
LARGE = "a part of the file, or all of them, would unpack to more than {} MB; expected less [pdf-too-large]"
NO_TEXT = "no page has any text; expected a PDF with text: this is a scan, run OCR first [pdf-without-text]"


def refusal(content: bytes) -> str:
    """What is said of a file, after its name."""
    with pytest.raises(DuiduError) as error:
        read_pdf(content, "a.pdf")
    assert error.value.exit_code is Exit.INPUT
    (problem,) = error.value.problems
    return problem.report(error.value.file).removeprefix("a.pdf: error: ")


def texts(content: bytes) -> list[str]:
    """The lines of a file that is read after all."""
    return [line.text for line in all_lines(read_pdf(content, "a.pdf"))]


def pages(kids: str, *, more: dict[int, str | bytes] | None = None) -> bytes:
    """A file whose tree of pages has these kids."""
    return pdf(
        {
            1: "<< /Type /Catalog /Pages 2 0 R >>",
            2: f"<< /Type /Pages /Kids [{kids}] /Count 1 >>",
            **(more or {}),
        }
    )


def packed(times: int, size: int) -> bytes:
    """Zeros, packed several times over."""
    data = bytes(size)
    for _ in range(times):
        data = zlib.compress(data, 9)
    return data


PICTURE = stream(bytes(12), "/Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceRGB")
SCAN = made_pdf("q 500 0 0 700 0 0 cm /P Do Q", objects={30: PICTURE}, resources="/XObject << /P 30 0 R >>")

REFUSED: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", DAMAGED),
    "a head alone": (b"%PDF-1.7\n", DAMAGED),
    "no PDF": ("潮水".encode(), DAMAGED),
    "noise": (random.Random(1).randbytes(5000), DAMAGED),
    "no catalog": (pdf({2: "<< /Type /Pages /Kids [] >>"}, ""), DAMAGED),
    "zero pages": (pages(""), NO_PAGES),
    "pages that are not there": (pages("7 0 R 8 0 R"), NO_PAGES),
    "a tree of pages in a ring": (pages("2 0 R"), NO_PAGES),
    "a page that refers to itself": (pages("3 0 R", more={3: "3 0 R"}), NO_PAGES),
    "pages that refer to each other": (pages("3 0 R", more={3: "4 0 R", 4: "3 0 R"}), NO_PAGES),
    "a page without anything": (pages("3 0 R", more={3: "<< /Type /Page >>"}), NO_TEXT),
    "pages of pictures only": (SCAN, NO_TEXT),
}


@pytest.mark.parametrize(("content", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_pdf_with_text(content: bytes, sentence: str) -> None:
    assert refusal(content) == sentence


def of_documents(name: str) -> bytes:
    return (ROOT / "tests" / "documents" / name).read_bytes()


BOMBS: dict[str, Callable[[], bytes]] = {
    "in a page": lambda: made_pdf("", objects={101: stream(packed(1, 70_000_000), "/Filter /FlateDecode")}),
    "in itself": lambda: made_pdf(
        "", objects={101: stream(packed(2, 70_000_000), "/Filter [/FlateDecode /FlateDecode]")}
    ),
    "in a map of characters": lambda: made_pdf(
        at(50, 600, "潮"), objects={13: stream(packed(1, 70_000_000), "/Filter /FlateDecode")}
    ),
    "in the table of parts": lambda: _bomb_in_table(),
}


def _bomb_in_table() -> bytes:
    data = packed(1, 70_000_000)
    head = b"%PDF-1.7\n"
    table = stream(data, "/Type /XRef /Size 9 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode")
    return head + b"9 0 obj\n" + table + b"\nendobj\nstartxref\n9\n%%EOF\n"


@pytest.mark.parametrize("make", BOMBS.values(), ids=BOMBS)
def test_decompression_bombs(make: Callable[[], bytes]) -> None:
    assert refusal(make()) == LARGE.format(64)


def test_many_parts_that_are_large_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST_TOTAL", 50_000)
    content = made_pdf(*["0 0 m " * 4000] * 3, objects={})
    assert texts(made_pdf(at(50, 600, "潮"))) == ["潮"]
    packed_pages = {number: stream("0 0 m " * 4000, packed=True) for number in (101, 103, 105)}
    assert refusal(made_pdf("", "", "", objects=packed_pages)) == LARGE.format(0)
    assert refusal(content) == NO_TEXT
