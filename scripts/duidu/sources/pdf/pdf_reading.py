"""A file → the printed document: all pages, read one after the other."""

from __future__ import annotations

from functools import partial

from pdfminer.pdfpage import PDFPage

from duidu.sources.pdf.font_codes import CodedFont
from duidu.sources.pdf.font_reader import read_font
from duidu.sources.pdf.gathered_lines import gather, without_doubles
from duidu.sources.pdf.limits import Budget
from duidu.sources.pdf.line_spans import make_line
from duidu.sources.pdf.marked_content import MarkedContent
from duidu.sources.pdf.page_content import PageReader
from duidu.sources.pdf.page_frame import page_box, page_links, page_matrix, page_turn
from duidu.sources.pdf.page_labels import page_labels
from duidu.sources.pdf.pdf_file import PdfFile
from duidu.sources.pdf.structure_tree import structure_tags
from duidu.sources.pdf.values import array, contents, dictionary, object_id
from duidu.sources.printed import PrintedDocument, PrintedPage, Tag


class _Fonts:
    """The fonts of a file, each read once."""

    def __init__(self) -> None:
        self._fonts: dict[object, CodedFont] = {}
        self._kept: list[object] = []

    def __call__(self, value: object) -> CodedFont:
        """The font that `value` refers to or is."""
        key: object = object_id(value) or ("direct", id(value))
        found = self._fonts.get(key)
        if found is None:
            found = self._fonts[key] = read_font(value)
            self._kept.append(value)  # so that no other object gets its id
        return found


def read_document(content: bytes, name: str) -> PrintedDocument:
    """All that the file says of its pages."""
    return _Reading(content, name).document()


class _Reading:
    """A file while it is read. Lines are numbered through all pages."""

    def __init__(self, content: bytes, name: str) -> None:
        self._budget = Budget(name)
        self._file = PdfFile(content, self._budget)
        self._tags = structure_tags(self._file.catalog)
        self._fonts = _Fonts()
        self._lines: list[str] = []

    def document(self) -> PrintedDocument:
        labels = page_labels(self._file.catalog, len(self._file.pages))
        pages = tuple(
            self._page(page, number, label)
            for number, (page, label) in enumerate(zip(self._file.pages, labels, strict=True), start=1)
        )
        return PrintedDocument(pages, "\n".join(self._lines), problems=self._file.problems)

    def _page(self, page: PDFPage, number: int, label: str) -> PrintedPage:
        box, turn = page_box(page), page_turn(page)
        matrix = page_matrix(box, turn)
        tag_of = partial(self._tag, object_id_of(page))
        marked = MarkedContent(tag_of, lambda _: False)
        reader = PageReader(matrix, self._fonts, marked, self._budget)
        reader.read(b"\n".join(map(contents, array(page.attrs.get("Contents")))), dictionary(page.resources))
        content = reader.content
        links = page_links(page, matrix)
        lines = []
        for runs in gather(without_doubles(content.text.runs)):
            line = make_line(runs, len(self._lines) + 1, links)
            self._lines.append(line.text)
            lines.append(line)
        width, height = box.right - box.left, box.top - box.bottom
        if turn in (90, 270):
            width, height = height, width
        return PrintedPage(
            number,
            round(width, 2),
            round(height, 2),
            tuple(lines),
            label,
            tuple(content.paths.rules),
            tuple(content.paths.frames),
        )

    def _tag(self, page: int, holder: int, content: int) -> Tag | None:
        return self._tags.get((holder or page, content))


def object_id_of(page: PDFPage) -> int:
    """The number of a page's object."""
    return page.pageid if isinstance(page.pageid, int) else 0
