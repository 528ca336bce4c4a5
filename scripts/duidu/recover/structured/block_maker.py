"""Entries → the blocks of the body: each told by its style, its place or its look, and given its id."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from duidu.cutting import join_runs, trim
from duidu.model import (
    Block,
    Cell,
    Figure,
    Heading,
    ListItem,
    Origin,
    Paragraph,
    ParagraphBreak,
    Quotation,
    Reference,
    Run,
    Runs,
    Table,
    Text,
)
from duidu.recover.characters import is_wide, visible
from duidu.recover.structured.entry_maker import Entry, TableEntry

_QUOTATION = ("quote", "intense quote", "block text", "block quotation", "quotations", "引文", "引用")
_REFERENCE = ("bibliography", "references", "參考文獻", "参考文献")
_CAPTION = ("caption", "table caption", "image caption", "captioned figure", "圖表標題", "标题 圖")
_REFERENCES = re.compile(
    r"[壹貳參叁肆伍陸柒捌玖拾一二三四五六七八九十\d、.．\s]*"
    r"(?:參考文獻|参考文献|參考書目|参考书目|徵引書目|徵引文獻|引用書目|引用文獻|引用文献|征引书目|书目|書目"
    r"|references|bibliography|works cited)",
    re.IGNORECASE,
)
_AROUND = "【】〔〕[]：:"
_CAPTION_TEXT = re.compile(r"\s*(圖|图|表|table|figure|fig\.)\s*[一二三四五六七八九十\d]", re.IGNORECASE)
_OF_TABLES = re.compile(r"\s*(?:表|table)", re.IGNORECASE)


@dataclass
class BlockMaker:
    """Makes blocks of entries in order.

    `levels` has the levels of headings by line; `quotations` are the lines of what is quoted by its place.
    """

    levels: Mapping[int, int]
    quotations: frozenset[int]
    _outline: list[int] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)
    _bibliography: int | None = None  # the level of the heading under which references stand

    def blocks(self, entries: Sequence[Entry | TableEntry]) -> Iterator[Block]:
        """The blocks of all `entries`."""
        place = 0
        while place < len(entries):
            entry, following = entries[place], _caption_at(entries, place + 1)
            after = entries[place + 1] if place + 1 < len(entries) else None
            place += 1
            if isinstance(entry, TableEntry):
                caption = following if following and is_caption(following, of_table=True) else None
                yield self._table(entry, caption)
                place += caption is not None
            elif isinstance(after, TableEntry) and is_caption(entry, of_table=True):
                yield self._table(after, entry)
                place += 1
            elif entry.pictures:
                caption = following if following and is_caption(following, of_table=False) else None
                yield from self._figures(entry, caption)
                place += caption is not None
            else:
                yield from self._text(entry)

    def _text(self, entry: Entry) -> Iterator[Block]:
        level = self.levels.get(entry.paragraph.line)
        label = entry.paragraph.label
        if level is not None:
            yield self._heading(entry, level)
        elif self._is_reference(entry):
            yield Reference(self._id("ref"), _labelled(entry))
        elif self._is_quotation(entry):
            yield Quotation(self._id("quote"), entry.runs)
        elif label:
            yield ListItem(self._id("item"), entry.runs, label, max(1, entry.paragraph.depth))
        else:
            for runs in _lines(entry.runs):
                yield Paragraph(self._id("par"), runs)

    def _heading(self, entry: Entry, level: int) -> Heading:
        if is_bibliography_heading(entry.text):
            self._bibliography = level
        elif self._bibliography is not None and level <= self._bibliography:
            self._bibliography = None
        outline = self._outline[:level] + [0] * (level - len(self._outline))
        outline[level - 1] += 1
        self._outline = outline
        runs = tuple(run for run in _labelled(entry) if not isinstance(run, ParagraphBreak))
        return Heading("sec-" + "-".join(map(str, outline)), level, runs)

    def _is_reference(self, entry: Entry) -> bool:
        return entry.named(*_REFERENCE) or self._bibliography is not None

    def _is_quotation(self, entry: Entry) -> bool:
        return entry.named(*_QUOTATION) or entry.paragraph.line in self.quotations

    def _table(self, entry: TableEntry, caption: Entry | None) -> Table:
        anchor = self._id("table")
        rows = tuple(
            tuple(
                Cell(
                    f"{anchor}-{row_number}-{number}",
                    join_runs([one.runs for one in cell.entries if one.runs], (ParagraphBreak(),)),
                    cell.header,
                    cell.columns,
                    cell.rows,
                )
                for number, cell in enumerate(row, start=1)
            )
            for row_number, row in enumerate(entry.rows, start=1)
        )
        return Table(anchor, caption.runs if caption else (), rows)

    def _figures(self, entry: Entry, caption: Entry | None) -> Iterator[Block]:
        """The pictures of a paragraph; its words are the caption of the last, or a paragraph before them."""
        own = is_caption(entry, of_table=False)
        if entry.runs and not own:
            yield from self._text(Entry(entry.paragraph, entry.runs))
        captions = [one.runs for one in (entry if own else None, caption) if one]
        for number, picture in enumerate(entry.pictures, start=1):
            runs = join_runs(captions, (ParagraphBreak(),)) if number == len(entry.pictures) else ()
            yield Figure(self._id("figure"), runs, picture.file, picture.description, picture.size)

    def _id(self, kind: str) -> str:
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return f"{kind}-{self._counts[kind]}"


def _caption_at(entries: Sequence[Entry | TableEntry], place: int) -> Entry | None:
    """The paragraph at `place`, if it can be a caption of what stands before it, and not of what follows."""
    entry, *others = (*entries[place : place + 2], None)
    return entry if isinstance(entry, Entry) and not isinstance(others[0], TableEntry) else None


def is_bibliography_heading(text: str) -> bool:
    """Whether a line is the heading under which references stand: 參考書目, 陸、徵引文獻, 【參考文獻】."""
    return _REFERENCES.fullmatch(visible(text).strip(_AROUND)) is not None


def is_caption(entry: Entry, *, of_table: bool) -> bool:
    """Whether a paragraph is the caption of a table, or else of a picture."""
    if of_table and entry.pictures:
        return False
    if match := _CAPTION_TEXT.match(entry.text):
        return bool(_OF_TABLES.match(match.group())) == of_table
    return entry.named(*_CAPTION)


def _labelled(entry: Entry) -> Runs:
    """The runs with the number that the program prints before them; a space parts it from a Latin number."""
    label = entry.paragraph.label
    if not label:
        return entry.runs
    opening = next(
        (run.origin for run in entry.runs if isinstance(run, Text)), Origin(entry.paragraph.line, 0)
    )
    space = "" if is_wide(label[-1]) else " "
    return (Text(label + space, opening, source=""), *entry.runs)


def _lines(runs: Runs) -> Iterator[Runs]:
    """The paragraphs of a body paragraph: a line ended by hand begins a new one."""
    line: list[Run] = []
    for run in (*runs, ParagraphBreak()):
        if not isinstance(run, ParagraphBreak):
            line.append(run)
        elif trimmed := trim(tuple(line)):
            yield trimmed
            line = []
