"""A file → the printed document: all pages, read one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from duidu.problems import Code, Problem
from duidu.sources.pdf.doubts_of_glyphs import GlyphDoubts
from duidu.sources.pdf.font_codes import CodedFont
from duidu.sources.pdf.font_reader import read_font
from duidu.sources.pdf.gathered_lines import gather, without_doubles
from duidu.sources.pdf.glyph_runs import Course
from duidu.sources.pdf.layers import hidden_layers
from duidu.sources.pdf.limits import Budget
from duidu.sources.pdf.line_spans import Links, make_line
from duidu.sources.pdf.marked_content import MarkedContent
from duidu.sources.pdf.page_content import PageContent, PageReader
from duidu.sources.pdf.page_frame import PageFrame, page_frame, page_links
from duidu.sources.pdf.page_labels import page_labels
from duidu.sources.pdf.page_pictures import Pictures
from duidu.sources.pdf.page_rendering import OF_VERTICAL, PageRenderer
from duidu.sources.pdf.page_tree import PageEntries
from duidu.sources.pdf.pdf_file import PdfFile
from duidu.sources.pdf.scans import hide_unseen, is_picture_of_page, judge_scan
from duidu.sources.pdf.stacked_glyphs import count_stacked, unstack
from duidu.sources.pdf.structure_tree import read_structure
from duidu.sources.pdf.tallies import Tally
from duidu.sources.pdf.text_painter import TextPainter
from duidu.sources.pdf.values import array, contents, dictionary, object_id
from duidu.sources.printed import Box, DrawnPicture, PrintedDocument, PrintedLine, PrintedPage, Tag


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
    """All that the file says of its pages. Raises `DuiduError` if that is no text at all.

    If its table of its own parts proves wrong, the parts are looked for one by one.
    """
    reading = _Reading(PdfFile(content, Budget(name)), content)
    document = reading.document()
    if reading.file.is_broken and not reading.file.mended:
        mended = _Reading(PdfFile(content, Budget(name), mended=True), content).document()
        document = max(mended, document, key=lambda found: len(found.text))
    if not any(page.lines for page in document.pages):
        raise reading.file.budget.refusal(Code.PDF_WITHOUT_TEXT)
    return replace(document, problems=(*document.problems, *_damage(reading.file)))


def _damage(file: PdfFile) -> Iterator[Problem]:
    if file.mended or file.is_broken:
        yield Problem.at(Code.PDF_MENDED)
    if file.budget.damaged:
        yield Problem.at(Code.PDF_PARTS_DAMAGED, count=file.budget.damaged)


class _Reading:
    """A file while it is read. Lines are numbered through all pages."""

    def __init__(self, file: PdfFile, content: bytes) -> None:
        self.file = file
        self._bytes = content
        self._structure = read_structure(file.catalog)
        self._hidden_layers = hidden_layers(file.catalog)
        self._fonts = _Fonts()
        self._lines: list[str] = []
        self._tally = Tally()
        self._doubts = GlyphDoubts(self._tally)
        self._pictures = Pictures(self._tally)
        self._turns: list[int] = []

    def document(self) -> PrintedDocument:
        """Read all pages."""
        labels = page_labels(self.file.catalog, len(self.file.pages))
        pages = tuple(
            self._page(page, number, label)
            for number, (page, label) in enumerate(zip(self.file.pages, labels, strict=True), start=1)
        )
        self._doubts.conclude()
        sizes = tuple((page.width, page.height) for page in pages)
        return PrintedDocument(
            pages,
            "\n".join(self._lines),
            self._pictures.files,
            self._tally.problems(),
            PageRenderer(self._bytes, sizes, tuple(self._turns)),
        )

    def _page(self, page: PageEntries, number: int, label: str) -> PrintedPage:
        first = len(self._lines) + 1
        content, frame = self._content(page)
        sheet = Box(0, 0, frame.width, frame.height)
        hide_unseen(content.text.runs, content.pictures, sheet)
        lines = self._make_lines(content, page_links(page, frame.matrix))
        boxes = [placed.box for placed in content.pictures]
        read = PrintedPage(
            number,
            round(frame.width, 2),
            round(frame.height, 2),
            lines,
            label,
            tuple(content.paths.rules),
            tuple(content.paths.frames),
            drawings=tuple(content.paths.drawings),
        )
        judge_scan(read, boxes, first - 1, self._tally)
        self._doubts.look_at(read)
        if is_picture_of_page(boxes, sheet):
            return read  # such pictures are large, and no figures
        pictures = (
            DrawnPicture(
                placed.box,
                self._pictures.take(placed.picture, first),
                description=self._structure.description(placed.tag),
            )
            for placed in content.pictures
        )
        return replace(read, pictures=tuple(pictures))

    def _content(self, page: PageEntries) -> tuple[PageContent, PageFrame]:
        """What a page shows, and its frame: turned as the file says, or else as most of its words say."""
        frame = page_frame(page)
        content = self._content_in(frame, page)
        turn = _turn(content.text)
        self._turns.append(turn)
        if turn:
            frame = page_frame(page, turn)
            content = self._content_in(frame, page)
            if turn == OF_VERTICAL:
                content.text.runs = unstack(content.text.runs)
        return content, frame

    def _content_in(self, frame: PageFrame, page: PageEntries) -> PageContent:
        marked = MarkedContent(partial(self._tag, page.number), self._hidden_layers.__contains__)
        reader = PageReader(frame.matrix, self._fonts, marked, self.file.budget)
        parts = map(contents, array(page.entries.get("Contents")))
        reader.read(b"\n".join(parts), dictionary(page.entries.get("Resources")))
        return reader.content

    def _make_lines(self, content: PageContent, links: Links) -> tuple[PrintedLine, ...]:
        made = []
        for runs in gather(without_doubles(content.text.runs)):
            line = make_line(runs, len(self._lines) + 1, links)
            self._lines.append(line.text)
            made.append(line)
        return tuple(made)

    def _tag(self, page: int, holder: int, content: int) -> Tag | None:
        return self._structure.tags.get((holder or page, content))


def _turn(text: TextPainter) -> int:
    """By how many degrees a page must be turned clockwise to be read, if most of its words say so."""
    down = text.courses[Course.DOWN] + count_stacked(text.runs)
    turns = ((text.courses[Course.UP], 90), (text.courses[Course.BACK], 180), (down, OF_VERTICAL))
    return next((degrees for count, degrees in turns if 2 * count > text.glyphs), 0)
