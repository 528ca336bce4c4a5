"""The cover: the title, the authors and the journal as a drawing, made of nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import east_asian_width

from duidu.publish.citing.record import Record
from duidu.publish.xml_text import xml_text

WIDTH, HEIGHT = 1200, 1800
_EDGE = 150
_ROOM = WIDTH - 2 * _EDGE
_LARGEST, _SMALLEST = 104, 56  # sizes of the title
_LINES = 8
_LEADING = 1.45
# A Latin word, with the space after it; or a character, with the marks that may not begin a line.
_PIECE = re.compile(r"[!-~À-ɏ‘-”]+ *|.[、。，．：；！？」』》〉）］】…—]*", re.DOTALL)


def cover(record: Record, title: str) -> str:
    """The drawing, in SVG, for the article of `record`, which is called `title`."""
    size, lines = _set(title)
    by = record.language and "　".join(name.shown for name in record.authors)
    journal = " ".join(filter(None, (record.journal, str(record.metadata.year or ""))))
    text = [
        *_lines(lines, size, 470, "title"),
        *_lines(_cut(by, 52, 2), 52, HEIGHT - 330, "author"),
        *_lines(_cut(journal, 40, 1), 40, 190, "journal"),
    ]
    body = "\n".join(text)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
        f'height="{HEIGHT}" xml:lang="{record.language}" role="img">\n'
        f"<title>{xml_text(title)}</title>\n"
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#f6f2e8"/>\n'
        f'<rect width="36" height="{HEIGHT}" fill="#1f4e4a"/>\n'
        f'<path d="M{_EDGE} 250H{WIDTH - _EDGE}M{_EDGE} {HEIGHT - 440}H{WIDTH - _EDGE}" '
        'stroke="#1f4e4a" stroke-width="3"/>\n'
        "<g font-family=\"'Noto Serif CJK TC', 'Songti TC', 'Source Han Serif', serif\" fill=\"#222\">\n"
        f"{body}\n</g>\n</svg>\n"
    )


def _lines(lines: Sequence[str], size: int, top: int, kind: str) -> list[str]:
    """`lines` under one another from `top` on."""
    weight = ' font-weight="bold"' if kind == "title" else ' fill="#1f4e4a"' if kind == "journal" else ""
    return [
        f'<text x="{_EDGE}" y="{top + round(number * size * _LEADING)}" font-size="{size}"{weight}>'
        f"{xml_text(line)}</text>"
        for number, line in enumerate(lines)
    ]


def _set(title: str) -> tuple[int, list[str]]:
    """The size in which the title is set, and its lines: the largest in which all of it has room."""
    for size in range(_LARGEST, _SMALLEST, -8):
        lines = _cut(title, size, _LINES + 1)
        if len(lines) * size * _LEADING <= HEIGHT - 470 - 470 and len(lines) <= _LINES:
            return size, lines
    return _SMALLEST, _cut(title, _SMALLEST, _LINES + 1)


def _cut(text: str, size: int, most: int) -> list[str]:
    """`text` in lines that have room at this `size`; of more than `most`, the last ends in an ellipsis."""
    room = _ROOM / size
    lines = [""]
    for piece in _PIECE.findall(" ".join(text.split())):
        if lines[-1] and _width(lines[-1] + piece.rstrip()) > room:
            lines.append("")
        lines[-1] += piece
        while _width(lines[-1]) > room and len(lines[-1]) > 1 and _width(piece.rstrip()) > room:
            fits = next(n for n in range(len(lines[-1]), 0, -1) if n == 1 or _width(lines[-1][:n]) <= room)
            lines[-1:] = [lines[-1][:fits], lines[-1][fits:]]
    lines = [line.strip() for line in lines if line.strip()]
    return lines if len(lines) <= most else [*lines[: most - 1], lines[most - 1][:-1] + "…"]


def _width(text: str) -> float:
    """How wide `text` is, in ideographs."""
    return sum(1 if east_asian_width(character) in "WF" else 0.55 for character in text)
