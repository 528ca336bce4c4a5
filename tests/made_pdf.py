"""Makes small PDF files for tests, object by object, so that anything may be wrong in them."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping

from duidu.sources.pdf import read_pdf
from duidu.sources.printed import PrintedDocument, PrintedLine

# A font that shows each character of the basic plane by its number; Latin letters are half as wide.
IDENTITY = (
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange"
)
WIDTHS = "/DW 1000 /W [32 127 500]"


def stream(content: str | bytes, entries: str = "", *, packed: bool = False) -> bytes:
    """A stream object; `packed` ones are deflated."""
    data = content.encode() if isinstance(content, str) else content
    if packed:
        data, entries = zlib.compress(data), f"{entries} /Filter /FlateDecode"
    return f"<< {entries} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def pdf(objects: Mapping[int, str | bytes], trailer: str = "/Root 1 0 R") -> bytes:
    """A file with these objects by number, and a table of them."""
    found = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, content in objects.items():
        places[number] = len(found)
        data = content.encode() if isinstance(content, str) else content
        found += f"{number} 0 obj\n".encode() + data + b"\nendobj\n"
    table = len(found)
    size = max(objects) + 1
    rows = [
        f"{places[number]:010} 00000 n \n" if number in places else "0000000000 65535 f \n"
        for number in range(size)
    ]
    found += f"xref\n0 {size}\n{''.join(rows)}trailer\n<< /Size {size} {trailer} >>\n".encode()
    return bytes(found + f"startxref\n{table}\n%%EOF\n".encode())


def font(
    name: str = "Ming",
    *,
    cmap: bytes = IDENTITY,
    encoding: str = "/Identity-H",
    to_unicode: str = "/ToUnicode 13 0 R",
    more: str = "",
) -> dict[int, str | bytes]:
    """The objects 10 to 13: a composite font with a map from its codes to characters."""
    return {
        10: f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding {encoding}"
        f" /DescendantFonts [11 0 R] {to_unicode} >>",
        11: f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /{name} /FontDescriptor 12 0 R {WIDTHS} {more}"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        12: f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 -120 1000 880]"
        " /ItalicAngle 0 /Ascent 880 /Descent -120 /StemV 80 >>",
        13: stream(cmap),
    }


def made_pdf(
    *pages: str,
    objects: Mapping[int, str | bytes] | None = None,
    resources: str = "",
    fonts: str = "",
    page: str = "",
    catalog: str = "",
    box: str = "0 0 500 700",
) -> bytes:
    """A file with pages of these contents. Objects from 30 on are the test's own; 10 is the font F."""
    kids = range(100, 100 + 2 * len(pages), 2)
    made: dict[int, str | bytes] = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        2: f"<< /Type /Pages /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] /Count {len(pages)} >>",
        **font(),
    }
    for kid, content in zip(kids, pages, strict=True):
        made[kid] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents {kid + 1} 0 R"
            f" /Resources << /Font << /F 10 0 R {fonts} >> {resources} >> {page} >>"
        )
        made[kid + 1] = stream(content)
    return pdf({**made, **(objects or {})})


def codes(text: str) -> str:
    """The codes that show these characters."""
    return f"<{text.encode('utf-16-be').hex()}>"


def at(x: float, y: float, text: str, size: float = 10, more: str = "") -> str:
    """Instructions that show text there; `more` comes before the text."""
    return f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm {more} {codes(text)} Tj ET\n"


def read(*pages: str, **options: object) -> PrintedDocument:
    """The document with pages of these contents."""
    return read_pdf(made_pdf(*pages, **options), "a.pdf")  # type: ignore[arg-type]


def lines(*pages: str, **options: object) -> list[str]:
    """Its lines."""
    return [line.text for line in all_lines(read(*pages, **options))]


def all_lines(document: PrintedDocument) -> list[PrintedLine]:
    """The lines of all pages."""
    return [line for page in document.pages for line in page.lines]


def characters(text: str | Iterable[str]) -> str:
    """Without white space."""
    return "".join("".join(text).split())
