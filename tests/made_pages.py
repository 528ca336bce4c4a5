"""Print a made article on pages, then write the pages down as a PDF extractor would.

Widths are counted in quarters of an ideograph, as the cases in `cases/` were laid
out: an ideograph or any other character beyond ASCII 4, ASCII 2, a space 1, a digit of a note
marker 1. Runs of ASCII without a space are not broken, and must fit with the space after them.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from functools import lru_cache

from duidu.han import chinese_number

CLOSERS = "，。、；：？！）」』》〉"
OPENERS = "（「『《〈"
TOKEN = re.compile(r"\{\d+\}|[\x21-\x7a|~]+| |.")
MARKER = re.compile(r"\{(\d+)\}")
RULE, RULE_CONTINUED = " " * 49, " " * 115


@lru_cache(maxsize=1 << 14)
def width(text: str) -> int:
    """The printed width of `text`, in quarters of an ideograph."""
    bare, markers = MARKER.sub("", text), sum(len(number) for number in MARKER.findall(text))
    return markers + sum(4 if not c.isascii() else 1 if c == " " else 2 for c in bare)


CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"


def sign(form: str, number: int) -> str:
    """`number` in a form that shows how 1 is written: 1, 1., [1], ［１］, ①, ¹, （註1）, 註一."""
    if form == "①":
        return CIRCLED[number - 1] if number <= len(CIRCLED) else f"[{number}]"
    digits = str(number)
    wide = digits.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    raised = digits.translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
    written = form.replace("1", digits).replace("１", wide).replace("¹", raised)
    return written.replace("一", chinese_number(number) if number < 100 else digits)


@dataclass(frozen=True)
class Signs:
    """In which form notes are called and begin, and how large calls are set; bare digits always are small."""

    call: str = "1"
    note: str = "1"
    size: float = 0.5

    def width(self, text: str) -> int:
        """The printed width of `text`, in quarters of an ideograph."""
        if self.call == "1":
            return width(text)
        calls = (width(sign(self.call, int(number))) for number in MARKER.findall(text))
        return round(sum(calls) * self.size) + width(MARKER.sub("", text))


@dataclass(frozen=True)
class Setting:
    """How lines are broken: do closing marks hang over the end, may openers end a line."""

    hang: bool = True
    openers_stay: bool = True
    break_urls: bool = False
    keep_spaces: bool = True
    signs: Signs = field(default_factory=Signs)

    def lines(self, text: str, measure: float, indent: int = 0) -> list[str]:
        """Break `text` into lines of `measure` ideographs, the first shorter by `indent`."""
        full = int(measure * 4)
        room, used, done, line = full - 4 * indent, 0, [], list[str]()
        tokens = TOKEN.findall(text)[::-1]
        while tokens:
            token = tokens.pop()
            spaced = token != " " and token.isascii() and tokens[-1:] == [" "]
            fits = used + self.signs.width(token) + spaced <= room or not line
            if fits or token == " " or token[0] == "{" or (self.hang and token in CLOSERS):
                if line or token != " ":
                    line.append(token)
                    used += self.signs.width(token)
                continue
            if self.break_urls and "://" in token and room - used > 24:
                cut = (room - used) // 2
                line.append(token[:cut] + " ")
                token = token[cut:]
            else:
                back = self._carried(line, token)
                tokens.extend([token, *back[::-1]])
                token = tokens.pop()
            done.append(self._finished(line))
            line, room = [token] if token != " " else [], full
            used = self.signs.width("".join(line))
        return [*done, "".join(line)]

    def _carried(self, line: list[str], token: str) -> list[str]:
        """Take from the end of `line` what may not stand before a break in front of `token`."""
        back: list[str] = []
        if token in CLOSERS:
            while len(line) > 1 and (not back or back[0] in CLOSERS or back[0][0] == "{"):
                back.insert(0, line.pop())
        if not self.openers_stay:
            while len(line) > 1 and line[-1] in OPENERS:
                back.insert(0, line.pop())
        return back

    def _finished(self, line: list[str]) -> str:
        """The line as printed: without `keep_spaces` a space stays at its end only after Latin."""
        latin = len(line) > 1 and line[-2].isascii() and not line[-2].isdigit()
        return "".join(line[:-1] if line[-1] == " " and not self.keep_spaces and not latin else line)


@dataclass(frozen=True)
class Row:
    """A printed line of block `block` of the body, or of note `block`, with its markers as {n}."""

    text: str
    block: int
    offset: int
    last: bool
    heading: bool = False
    url: bool = False


@dataclass
class Page:
    """The rows of one page; `continued` if the notes begin with the rest of an earlier note."""

    body: list[Row] = field(default_factory=list)
    notes: list[Row] = field(default_factory=list)
    continued: bool = False


def rows(lines: list[str], block: int, heading: bool = False) -> list[Row]:
    """`lines` of one block or note as rows."""
    made, offset = [], 0
    for i, line in enumerate(lines):
        url = line.endswith(" ") and "://" in line and i < len(lines) - 1
        made.append(Row(line, block, offset, i == len(lines) - 1, heading, url))
        offset += len(MARKER.sub("", line).replace(" ", ""))
    return made


def paginate(body: list[Row], notes: dict[int, list[Row]], capacity: int) -> list[Page]:
    """Fill pages of `capacity` lines. The last note of a page may go on on the next."""
    pages: list[Page] = []
    page, carry = Page(), list[Row]()

    def turn() -> None:
        nonlocal page, carry
        pages.append(page)
        page = Page(continued=bool(carry))
        page.notes, carry = carry[: capacity - 4], carry[capacity - 4 :]

    for row in body:
        called = [notes[int(number)] for number in MARKER.findall(row.text)]
        while True:
            new = [one for note in called for one in note]
            rule = 1 if page.notes or new else 0
            room = capacity - len(page.body) - 1 - rule - len(page.notes)
            if not carry and len(new) <= room:
                page.body.append(row)
                page.notes.extend(new)
                break
            least = len(new) - len(called[-1]) + 1 if called else 0
            if not carry and called and (least <= room or (not page.body and not page.notes)):
                keep = max(room, least)
                page.body.append(row)
                page.notes.extend(new[:keep])
                carry = new[keep:]
                break
            turn()
    turn()
    while page.notes or carry:
        turn()
    return pages


@dataclass(frozen=True)
class Damage:
    """What the extractor does. `inline` and `seed_breaks` follow the seed, their opposites the cases."""

    late: float
    late_markers: float
    merged_markers: float
    inline: bool
    seed_breaks: bool
    late_marks: bool
    note_space: bool
    signs: Signs = field(default_factory=Signs)
    restart: bool = False


@dataclass(frozen=True)
class Line:
    """A line to write. `kind`: row, end (of a paragraph), cut (after a marker), mark, note, note end."""

    text: str
    kind: str


class Extractor:
    """Writes pages down out of order. One per article."""

    def __init__(self, rng: random.Random, damage: Damage) -> None:
        """Nothing is moved yet: `moved` counts late pieces as pages are written."""
        self.rng = rng
        self.damage = damage
        self.moved = 0
        self._printed: dict[str, int] = {}  # the numbers of the notes of a page, where each begins anew

    def page(self, page: Page) -> list[Line]:
        """The lines of `page`, body first, then the rule and the notes."""
        rng, lines, queue = self.rng, list[Line](), list[list[Line]]()
        if self.damage.restart:
            called = MARKER.findall("".join(row.text for row in page.body))
            self._printed = {number: place for place, number in enumerate(called, 1)}
        for fragment in self._fragments(page.body):
            before = len(queue)
            lines += self._fragment(fragment, queue)
            if before and rng.random() < 0.6:
                count = rng.randint(1, before)
                self._flush(queue, len(queue) if count == before and rng.random() < 0.3 else count, lines)
        if queue:
            among = len(page.notes) > 1 and rng.random() < 0.6
            self._flush(queue, len(queue) - (rng.randint(1, len(queue)) if among else 0), lines)
        if page.notes:
            if not self.damage.late_marks:
                lines.append(Line(" ", "mark"))
            lines.append(Line(RULE_CONTINUED if page.continued else RULE, "rule"))
            lines += self._notes(page.notes, queue)
        return lines

    def _flush(self, queue: list[list[Line]], count: int, lines: list[Line]) -> None:
        """Write the first `count` late pieces of `queue`."""
        for piece in queue[:count]:
            lines += piece
        del queue[:count]

    @staticmethod
    def _fragments(body: list[Row]) -> list[list[Row]]:
        """The rows of a page, one list a block."""
        made: list[list[Row]] = []
        for row in body:
            if made and made[-1][-1].block == row.block:
                made[-1].append(row)
            else:
                made.append([row])
        return made

    def _fragment(self, fragment: list[Row], queue: list[list[Line]]) -> list[Line]:
        """Write one block's rows; what comes late is put at the end of `queue`.

        After the first late piece the rest of the block is late too, in the same piece or in
        further ones, so that the order of the block is kept.
        """
        rng, damage = self.rng, self.damage
        out: list[Line] = []
        here, pieces = out, list[list[Line]]()
        for row in fragment:
            parts = MARKER.split(row.text)
            text = parts[0]
            for called, after in zip(parts[1::2], parts[2::2], strict=True):
                number = sign(damage.signs.call, self._printed.get(called, int(called)))
                final = row.last and not after.strip()
                plain = bool(after.strip()) and not after[0].isascii()
                late = rng.random() < damage.late
                if not (late or (final and damage.late_marks)):
                    if damage.inline and not final and (plain or not after):
                        text += number + after
                    else:
                        here.append(Line(text + number, "cut"))
                        text = after
                    continue
                if late and (queue or pieces) and rng.random() < damage.late_markers:
                    here.append(Line(text.rstrip(), "row"))
                    if plain and rng.random() < damage.merged_markers:
                        after = number + after
                    else:
                        alone = [Line(" ", "mark")] if rng.random() < 0.5 else []
                        pieces.append([*alone, Line(number, "cut")])
                else:
                    here.append(Line(text + number, "cut"))
                here = [Line(" ", "mark")] if final and damage.late_marks else []
                pieces.append(here)
                text = after
            here.append(Line(text, "end" if row.last else "row"))
        for piece in (out, *pieces):
            piece[:] = [line for line in piece if line.text.strip() or line.kind == "mark"]
        queue += [piece for piece in pieces if piece]
        self.moved += sum(any(line.text.strip() for line in piece) for piece in pieces)
        return out

    def _notes(self, notes: list[Row], queue: list[list[Line]]) -> list[Line]:
        """The notes of a page with the rest of `queue` written among them."""
        rng, lines = self.rng, list[Line]()
        gaps = range(len(notes) - 1)
        weights = [4.0 if notes[i].url else 3.0 if notes[i].last else 1.0 for i in gaps]
        places = sorted(rng.choices(list(gaps), weights, k=len(queue))) if queue else []
        for i, row in enumerate(notes):
            cut = i in places or (i == len(notes) - 1 and not row.last and self.damage.note_space)
            text = self._numbered(row)
            text = text + " " if cut and not row.last else text
            lines.append(Line(text, "note end" if row.last else "note"))
            for piece, place in zip(queue, places, strict=True):
                if place == i:
                    lines += piece
        queue.clear()
        return lines

    def _numbered(self, row: Row) -> str:
        """A line of a note, with the number that its page gives it if the note begins there."""
        printed = self._printed.get(str(row.block))
        if printed is None or row.offset:
            return row.text
        form = self.damage.signs.note
        return sign(form, printed) + row.text.removeprefix(sign(form, row.block))

    def written(self, lines: list[Line]) -> str:
        """`lines` with their line ends: doubled after a full-width character, else single."""
        text = ""
        for line, following in zip(lines, [*lines[1:], Line("", "")], strict=True):
            ends = line.kind in ("end", "note end") and not line.text.endswith(" ")
            shown = line.text + " " if ends else line.text
            text += shown + self._break(line, shown, following)
        return text

    def _break(self, line: Line, shown: str, following: Line) -> str:
        core = shown.removesuffix(" ")[-1:]
        wide = core == "" or not core.isascii() or line.kind == "rule"
        if self.damage.seed_breaks:
            if line.kind == "rule":
                return "\n"
            if line.kind in ("cut", "mark", "end"):
                return "\n\n"
            if line.kind.startswith("note") and not following.kind.startswith("note") and following.kind:
                return "\n\n"
            if line.kind == "note end":
                return "\n"
        return "\n\n" if wide else "\n"
