"""Makes the sample article as a Word document, from `article.txt`: `python scripts/sample/make_sample.py`.

Each line of `article.txt` is a paragraph with its style in square brackets; `{1}` calls a note, `_…_` is
italic and `*…*` bears emphasis marks; a row of a table stands between bars, and `!` begins a heading in it.
Styles, numbering and the picture are in `package/` as the document has them. The same file comes out each
time.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).resolve().parent
PACKAGE = HERE / "package"
ROOT = HERE.parents[1]
TARGETS = (
    ROOT / "scripts" / "duidu" / "sample" / "source.docx",
    ROOT / "docs" / "articles" / "how-a-text-is-read" / "source.docx",
)
OFFICE = "http://schemas.openxmlformats.org/"
SPACES = " ".join(
    f'xmlns:{prefix}="{OFFICE}{path}"'
    for prefix, path in {
        "w": "wordprocessingml/2006/main",
        "r": "officeDocument/2006/relationships",
        "wp": "drawingml/2006/wordprocessingDrawing",
        "a": "drawingml/2006/main",
        "pic": "drawingml/2006/picture",
    }.items()
)
RAISED = '<w:vertAlign w:val="superscript"/>'
WHEN = (2026, 11, 26, 0, 0, 0)  # the date of every part, so that the file is the same each time
_MARK = re.compile(r"\{(?P<note>\d+)\}|_(?P<italic>[^_]+)_|\*(?P<emphasis>[^*]+)\*")
_STYLED = re.compile(r"(?:\[(?P<style>\w+)\] )?(?P<words>.*)")
_NOTE = re.compile(r"note (?P<number>\d+): (?P<words>.*)")


def run(content: str, properties: str = "") -> str:
    """A run; what is no XML is words."""
    words = f'<w:t xml:space="preserve">{escape(content)}</w:t>'
    return f"<w:r><w:rPr>{properties}</w:rPr>{content if content.startswith('<') else words}</w:r>"


def runs(text: str) -> Iterator[str]:
    """The runs of a line, with its calls, italics and emphasis marks."""
    place = 0
    for mark in _MARK.finditer(text):
        if before := text[place : mark.start()]:
            yield run(before)
        if mark["note"]:
            yield run(f'<w:footnoteReference w:id="{mark["note"]}"/>', RAISED)
        elif mark["italic"]:
            yield run(mark["italic"], "<w:i/>")
        else:
            yield run(mark["emphasis"], '<w:em w:val="dot"/>')
        place = mark.end()
    if text[place:]:
        yield run(text[place:])


def paragraph(style: str, content: Iterable[str]) -> str:
    """A paragraph of runs."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(content)}</w:p>'


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table with lines between its cells."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in sides)
    grid = '<w:gridCol w:w="2800"/>' * len(rows[0])
    head = f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    return f"<w:tbl>{head}{''.join(map(row, rows))}</w:tbl>"


def row(cells: Sequence[str]) -> str:
    """A row of a table."""
    head = "<w:trPr><w:tblHeader/></w:trPr>" if cells[0].startswith("!") else ""
    texts = (paragraph("Normal", runs(cell.lstrip("!"))) for cell in cells)
    return f"<w:tr>{head}{''.join(f'<w:tc><w:tcPr/>{text}</w:tc>' for text in texts)}</w:tr>"


def body(lines: Iterable[str]) -> Iterator[str]:
    """The elements of the document."""
    rows: list[list[str]] = []
    for line in lines:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
            continue
        if rows:
            yield table(rows)
            rows = []
        style, words = _STYLED.fullmatch(line).groups()  # type: ignore[union-attr]
        yield paragraph(style or "Body", [picture(words)] if style == "Figure" else runs(words))


def picture(line: str) -> str:
    """The picture, with what its author says is on it."""
    description = escape(line.split(" | ")[1], {'"': "&quot;"})
    return (HERE / "picture.xml").read_text("utf-8").replace("DESCRIPTION", description)


def footnotes(lines: Iterable[str]) -> Iterator[str]:
    """The notes, and the two separators that Word asks for."""
    for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
        yield f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for line in lines:
        number_, words = _NOTE.fullmatch(line).groups()  # type: ignore[union-attr]
        content = (run("<w:footnoteRef/>", RAISED), run(" "), *runs(words))
        yield f'<w:footnote w:id="{number_}">{paragraph("FootnoteText", content)}</w:footnote>'


def parts() -> dict[str, bytes]:
    """The parts of the package, by name."""
    lines = (HERE / "article.txt").read_text("utf-8").splitlines()
    made = {
        "document": f"<w:body>{''.join(body(line for line in lines if not _NOTE.match(line)))}</w:body>",
        "footnotes": "".join(footnotes(filter(_NOTE.match, lines))),
    }
    files = sorted(file for file in PACKAGE.rglob("*") if file.is_file())
    return {file.relative_to(PACKAGE).as_posix(): file.read_bytes() for file in files} | {
        f"word/{name}.xml": f"<w:{name} {SPACES}>{content}</w:{name}>".encode()
        for name, content in made.items()
    }


def main() -> None:
    """Write the document to each place where it stands."""
    for target in TARGETS:
        target.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(target, "w") as package:
            for name, content in parts().items():
                package.writestr(zipfile.ZipInfo(name, WHEN), content, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    main()
