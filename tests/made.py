"""Made articles: a random text layer and its truth, in the style of the cases and of the seed.

`make(seed)` draws an article and the damage done to it; `compare(model, truth)` tells how the
JSON of `duidu model` differs from a truth. See `Options` for what can be set.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from made_compare import compare, compare_pages
from made_pages import RULE, Damage, Extractor, Page, Row, Setting, Signs, paginate, rows, sign
from made_text import FORMAL, PLAIN, TITLES, TITLES_EN, UNIVERSITIES, Words, call_notes

__all__ = ["Made", "Options", "compare", "compare_pages", "make"]

LABELS = ("摘要", "摘　要")
KEYWORDS = ("運河", "帳冊", "信用", "地方秩序", "燈塔", "茶葉貿易", "書坊", "潮汐")
NAMES_EN = ("Shih-yu Shen", "Wen-yuan Tao", "Chi-ching Liang", "Wang-shu Yeh")
JOURNAL = "河港文史學報"


@dataclass(frozen=True)
class Options:
    """What an article is like. Every value is drawn by the seed unless it is given to `make`."""

    style: str  # "broken": a new line after every marker (cases); "inline": text goes on (seed)
    newlines: str  # "cases" or "seed": how rules, notes and pages are parted; follows `style`
    measure: int  # ideographs in a full body line
    note_measure: int  # ideographs in a full note line
    lines: int  # printed lines on a page
    notes: int
    note_length: str  # "short", "mixed", "long"
    paragraphs: int
    levels: int  # 0: no headings; 1: 壹、; 2: 壹、 and 一、
    enumerations: float  # share of paragraphs that begin like a heading (一、…) and are none
    late: float  # share of the places after a marker where the text comes too late
    late_markers: float  # share of late places where the marker itself is late, if others wait before it
    merged_markers: float  # share of late markers that stand at the head of their text (7在此規劃中)
    late_marks: bool  # a paragraph that ends in a marker leaves its paragraph mark (a lone space) late
    end_markers: float  # share of paragraphs that end in a marker
    inner_markers: float  # share of other markers set before a comma or a bracket
    spaced: float  # share of markers with a space before them
    numbers: float  # share of clauses with years, percentages, counts
    spread: float  # share of clauses with spread-out words
    broken_urls: bool  # addresses are broken over lines with a space
    hang: bool  # closing marks hang over the line's end; else the last word goes to the next line
    openers_stay: bool  # an opening bracket may end a line
    keep_spaces: bool  # a space at a line's break is kept, even after an ideograph
    note_space: bool  # a note interrupted by the page's end ends in a space
    note_gap: bool  # two spaces after one-digit note numbers
    heads: str  # running heads: "none", "some", "body" (every page of the body), "all" (and the English one)
    head_run: int  # lines holding one space before a running head
    first_page: int  # printed number of the first page
    title_lines: int  # 1 or 2
    authors: int  # 1 or 2
    abstract: str  # "none", "short", "long"
    abstract_label: str
    keywords: bool
    english: bool  # the English title, author and abstract at the end
    english_abstract: bool
    english_wrapped: bool  # English title and abstract broken over lines, as in the seed
    # never drawn: the anatomy does not know these
    english_keywords: bool = False
    call_form: str = "1"  # how calls are written, as `sign` knows
    note_form: str = "1"  # how the numbers of notes are
    call_size: float = 0.5  # of calls that are no bare digits, in that of the text
    restart: bool = False  # the numbers of notes begin anew on each page
    endnotes: str = ""  # the heading over the notes at the end


@dataclass(frozen=True)
class Made:
    """A text layer, what it says in truth, and how it came about. `moved`: pieces written too late."""

    text: str
    truth: dict[str, Any]
    options: Options
    moved: int


def draw(rng: random.Random, given: Mapping[str, Any]) -> Options:
    """Draw all options, then put `given` in their place; what depends on another follows it."""
    unknown = set(given) - {field.name for field in fields(Options)}
    if unknown:
        raise TypeError(f"no such option: {', '.join(sorted(unknown))}")

    def one(name: str, value: Any) -> Any:
        return given.get(name, value)

    def chance(share: float) -> bool:
        return rng.random() < share

    style = one("style", rng.choice(("broken", "inline")))
    newlines = one("newlines", "cases" if style == "broken" else "seed")
    cases = newlines == "cases"
    measure = one("measure", rng.randint(22, 45))
    few, many = (rng.randint(*span) for span in ((1, 9), (41, 80)))
    notes = one("notes", rng.choice((0, few, rng.randint(10, 40), rng.randint(20, 50), many)))
    drawn = {
        "style": style,
        "newlines": newlines,
        "measure": measure,
        "note_measure": measure + rng.choice((3, 4)),
        "lines": rng.randint(16, 40),
        "notes": notes,
        "note_length": rng.choice(("short", "mixed", "mixed", "long")),
        "paragraphs": max(6, round(notes * rng.uniform(0.4, 1.0)), rng.randint(6, 24)),
        "levels": rng.choice((1, 2, 2)),
        "enumerations": rng.choice((0.0, 0.0, 0.08)),
        "late": rng.choice((0.0, rng.random(), rng.random(), 1.0)),
        "late_markers": rng.choice((0.0, 0.2, 0.6)),
        "merged_markers": rng.choice((0.0, 0.3)),
        "late_marks": not cases,
        "end_markers": rng.choice((0.1, 0.3, 0.6)),
        "inner_markers": rng.choice((0.0, 0.2, 0.5)),
        "spaced": rng.choice((0.0, 0.0, 0.1)),
        "numbers": rng.choice((0.05, 0.15, 0.3)),
        "spread": rng.choice((0.0, 0.02)),
        "broken_urls": chance(0.2 if cases else 0.7),
        "hang": cases or chance(0.5),
        "openers_stay": cases,
        "keep_spaces": cases,
        "note_space": cases,
        "note_gap": not cases and chance(0.7),
        "heads": rng.choice(("none", "some", "some", "body", "all")),
        "head_run": rng.choice((3, 3, 8, 49)),
        "first_page": rng.choice((1, 47, 76, 95, rng.randint(1, 400))),
        "title_lines": rng.choice((1, 1, 2)),
        "authors": rng.choice((1, 1, 1, 2)),
        "abstract": rng.choice(("short", "short", "short", "long", "none")),
        "abstract_label": rng.choice(LABELS),
        "keywords": chance(0.9),
        "english": chance(0.85),
        "english_abstract": chance(0.9),
        "english_wrapped": chance(0.15 if cases else 0.8),
    }
    return Options(**{**drawn, **given})


def make(seed: int, **options: Any) -> Made:
    """The article of `seed`: the same for the same seed and options. Options: see `Options`."""
    rng = random.Random(seed)
    opts = draw(rng, options)
    return _Article(rng, opts).made()


class _Article:
    """Builds one article: the words, the pages, the text layer."""

    def __init__(self, rng: random.Random, opts: Options) -> None:
        self.rng = rng
        self.opts = opts
        self.seedlike = opts.newlines == "seed"
        self.signs = Signs(opts.call_form, opts.note_form, opts.call_size)
        self.setting = Setting(opts.hang, opts.openers_stay, opts.broken_urls, opts.keep_spaces, self.signs)
        self.words = Words(rng, opts.numbers, opts.spread)
        self.front = self._front()
        self.blocks = self._blocks()
        self.notes = {n: self.words.note(opts.note_length) for n in range(1, opts.notes + 1)}

    # --- words

    def _front(self) -> dict[str, Any]:
        rng, opts, words = self.rng, self.opts, self.words
        which = rng.randrange(len(TITLES))
        authors = [
            {"name": words.person(), "name_en": NAMES_EN[i], "affiliation": where}
            for i, where in zip(
                rng.sample(range(len(NAMES_EN)), opts.authors),
                rng.sample(UNIVERSITIES, opts.authors),
                strict=True,
            )
        ]
        front: dict[str, Any] = {
            "title": TITLES[which],
            "author": "、".join(a["name"] for a in authors),
            "affiliation": "、".join(a["affiliation"] for a in authors),
        }
        room = opts.lines - 8 - 2 * opts.authors
        clauses = {"none": 0, "short": 8, "long": 60}[opts.abstract]
        abstract = words.paragraph(clauses) if clauses else []
        while len(self.setting.lines("".join(abstract), opts.measure - 2)) > max(room, 4):
            abstract = [*abstract[:-2], abstract[-1]]
        if abstract:
            front["abstract_zh"] = "".join(abstract)
        front["keywords"] = rng.sample(KEYWORDS, rng.randint(2, 5)) if opts.keywords else []
        if opts.english:
            front["title_en"] = TITLES_EN[which]
            front["author_en"] = ", ".join(a["name_en"] for a in authors)
            if opts.english_abstract:
                front["abstract_en"] = words.english(rng.randint(4, 9))
            if opts.english_keywords:
                front["keywords_en"] = rng.sample(["canals", "ledgers", "credit", "local order", "tea"], 3)
        else:
            for author in authors:
                author["name_en"] = ""
        return {**front, "authors": authors}

    def _blocks(self) -> list[tuple[str, str]]:
        """Headings and paragraphs, in order."""
        rng, opts, words = self.rng, self.opts, self.words
        least = -(-2 * opts.notes // max(1, opts.paragraphs))
        clauses = [
            words.paragraph(rng.randint(max(3, least), max(3, least) + rng.randint(3, 16)))
            for _ in range(opts.paragraphs)
        ]
        paragraphs = call_notes(words, clauses, opts.notes, opts.end_markers, opts.inner_markers, opts.spaced)
        blocks: list[tuple[str, str]] = []
        first = second = since = 0
        for i, text in enumerate(paragraphs):
            if opts.levels and (not i or (since > 1 and rng.random() < 0.25)) and first < len(FORMAL):
                blocks.append(("h2", f"{FORMAL[first]}、{words.heading()}"))
                first, second, since = first + 1, 0, 0
            if opts.levels > 1 and rng.random() < (0.3 if since else 0.12) and second < len(PLAIN):
                blocks.append(("h3", f"{PLAIN[second]}、{words.heading()}"))
                second += 1
            lead = f"{rng.choice(PLAIN[:5])}、" if rng.random() < opts.enumerations else ""
            blocks.append(("p", lead + text))
            since += 1
        return blocks

    # --- pages

    def _paged(self) -> list[Page]:
        body: list[Row] = []
        for i, (kind, text) in enumerate(self.blocks):
            lines = [text] if kind != "p" else self.setting.lines(text, self.opts.measure, 2)
            body += rows(lines, i, kind != "p")
        notes = {}
        for n, text in self.notes.items():
            gap = "  " if self.opts.note_gap and n < 10 else " "
            notes[n] = rows(
                self.setting.lines(f"{sign(self.opts.note_form, n)}{gap}{text}", self.opts.note_measure), n
            )
        if not self.opts.endnotes:
            return paginate(body, notes, self.opts.lines)
        body.append(Row(self.opts.endnotes, len(self.blocks), 0, last=True, heading=True))
        body += [replace(row, block=len(self.blocks) + row.block) for note in notes.values() for row in note]
        return paginate(body, {key: [] for key in notes}, self.opts.lines)

    def made(self) -> Made:
        """The text layer, page after page, and the truth."""
        opts = self.opts
        damage = Damage(
            opts.late,
            opts.late_markers,
            opts.merged_markers,
            opts.style == "inline",
            self.seedlike,
            opts.late_marks,
            opts.note_space,
            self.signs,
            opts.restart,
        )
        extractor = Extractor(self.rng, damage)
        paged = self._paged()
        text = " " + self._first_page()
        pages: list[dict[str, Any]] = [self._page_truth(0, False, None)]
        for i, page in enumerate(paged, 1):
            headed = opts.heads in ("body", "all") or (opts.heads == "some" and self.rng.random() < 0.25)
            written = extractor.written(extractor.page(page))
            text = self._turned(text, i, headed) + ("" if page.body else "\n\n") + written
            pages.append(self._page_truth(i, headed, page.body[0] if page.body else None))
        if opts.english:
            headed = opts.heads == "all"
            text = self._turned(text, len(pages), headed) + self._english()
            pages.append(self._page_truth(len(pages), headed, None))
        text += " " if self.seedlike else " \n"
        truth = {
            "front": self.front,
            "blocks": [list(block) for block in self.blocks],
            "notes": {str(n): note for n, note in self.notes.items()},
            "late": opts.late,
            "measure": opts.measure,
            "pages": pages,
        }
        return Made(text, truth, opts, extractor.moved)

    def _page_truth(self, index: int, headed: bool, row: Row | None) -> dict[str, Any]:
        """A page: its printed label or None, its number, and where in the blocks it begins."""
        number = self.opts.first_page + index
        return {
            "index": index,
            "label": str(number) if headed else None,
            "number": number,
            "block": row.block if row else None,
            "offset": row.offset if row else None,
        }

    def _turned(self, text: str, index: int, headed: bool) -> str:
        """`text` and the head of page `index`: a running head and its number, or one space."""
        if self.seedlike or index == 1:
            text = text.rstrip("\n") + "\n"
        if not headed:
            return text + " "
        number = self.opts.first_page + index
        head = self.front["title"] if number % 2 else JOURNAL
        run = self.opts.head_run
        if run == 3:
            return f"{text}\n \n\n \n\n \n{head} \n \n\n{number} \n\n"
        blanks = " \n" * (run - 8) + ("\n \n\n" if run > 8 else "") + " \n" * 8
        return f"{text}\n\n\n{blanks}\n{head} \n \n\n{number} \n\n"

    # --- front matter

    def _first_page(self) -> str:
        rng, opts, front = self.rng, self.opts, self.front
        title = front["title"]
        if opts.title_lines == 2 and len(title) > 8:
            cut = rng.randint(4, len(title) - 3)
            title = f"{title[:cut]}\n\n{title[cut:]}"
        text = f"{title} \n\n"
        for i, author in enumerate(front["authors"], 1):
            text += f"{author['name']} {'*' * i}\n\n"
        if "abstract_zh" in front:
            text += f"{opts.abstract_label} \n\n \n\n"
            lines = self.setting.lines(front["abstract_zh"], opts.measure - 2)
            text += "".join(line + self._newline(line) for line in lines[:-1]) + f"{lines[-1]} \n\n"
        if front["keywords"]:
            text += f" \n{'' if self.seedlike else chr(10)}關鍵詞：{'、'.join(front['keywords'])} \n\n"
        text += f" \n\n{RULE}\n{'' if self.seedlike else chr(10)}"
        return text + "".join(
            f"{'*' * i} {author['affiliation']} \n{'' if self.seedlike else chr(10)}"
            for i, author in enumerate(front["authors"], 1)
        )

    @staticmethod
    def _newline(line: str) -> str:
        return "\n" if line.removesuffix(" ")[-1].isascii() else "\n\n"

    def _english(self) -> str:
        opts, front = self.opts, self.front
        measure = opts.measure * 1.35 if opts.english_wrapped else 10**6
        lines = self.setting.lines(front["title_en"], measure * 0.8)
        text = "".join(line + "\n" for line in lines[:-1]) + lines[-1] + " \n\n"
        for i, author in enumerate(front["authors"], 1):
            text += f"{author['name_en']}{'*' * i}\n\n"
        if "abstract_en" in front:
            lines = self.setting.lines(front["abstract_en"], measure)
            text += "Abstract \n\n \n\n" + "".join(line + "\n\n" for line in lines[:-1]) + lines[-1] + " \n"
        if "keywords_en" in front:
            text += f"\n \n\nKeywords: {', '.join(front['keywords_en'])} \n"
        return text
