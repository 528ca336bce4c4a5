"""Made journals: projects with as many articles as are asked for, each of the length of the real one.

An article is the text layer of the real one, in which here and there an ideograph of a long line is another
one of the same text: always the same for the same number and edition. So no two are alike, and lines, notes
and headings stay what they are.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from functools import cache
from pathlib import Path

import regex

from duidu.han import NUMERALS, UNIFIED

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "docs/articles/anglo-american-special-relationship/source.txt"
SLIPS = 0.03  # of the characters of a long line
AN_ISSUE = 8  # articles

_LONG = 25  # characters: shorter lines may be headings, running heads or names
_IDEOGRAPH = regex.compile(UNIFIED)
# Beside figures and marks an ideograph may be what makes them a date, a page or a call.
_AMONG_OTHERS = regex.compile(f"(?<={UNIFIED}){UNIFIED}(?={UNIFIED})")


def made_source(number: int, edition: int = 0) -> str:
    """The text layer of a made article."""
    chance = random.Random(f"{number} {edition}")
    text, signs = _source()
    return "\n".join(_slipped(line, signs, chance) for line in text.split("\n"))


@cache
def _source() -> tuple[str, tuple[str, ...]]:
    """The real text, and those of its ideographs that are no numerals."""
    text = SOURCE.read_text("utf-8")
    return text, tuple(sorted({sign for sign in _IDEOGRAPH.findall(text) if sign not in NUMERALS}))


def _slipped(line: str, signs: tuple[str, ...], chance: random.Random) -> str:
    if len(line) < _LONG:
        return line
    return _AMONG_OTHERS.sub(
        lambda found: chance.choice(signs) if chance.random() < SLIPS and found[0] in signs else found[0],
        line,
    )


def slug_of(number: int) -> str:
    """The name of a made article."""
    return f"made-{number:04}"


def write_article(project: Path, number: int, edition: int = 0) -> None:
    """Put a made article into a project, or another edition of it in its place."""
    folder = project / "docs/articles" / slug_of(number)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "source.txt").write_text(made_source(number, edition), "utf-8")
    issue = number // AN_ISSUE
    first = 1 + number % AN_ISSUE * 20
    told = {
        "title": f"論英美特殊關係的特質及其維繫原因之{number}",
        "journal": "河港學報",
        "year": 1950 + issue // 4,
        "volume": str(1 + issue // 4),
        "issue": str(1 + issue % 4),
        "pages": f"{first}-{first + 19}",
        "accept": ["pages-differ"],  # from those that stand in the text
    }
    lines = (f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in told.items())
    (folder / "article.toml").write_text("".join(lines), "utf-8")


def correct_article(project: Path, number: int) -> None:
    """Put another ideograph in the place of one in the middle of a made article, as who mends a misprint."""
    file = project / "docs/articles" / slug_of(number) / "source.txt"
    text, signs = file.read_text("utf-8"), _source()[1]
    start = next(_AMONG_OTHERS.finditer(text, len(text) // 2)).start()
    other = next(sign for sign in signs if sign != text[start])
    file.write_text(text[:start] + other + text[start + 1 :], "utf-8")


def make_journal(project: Path, count: int) -> None:
    """A new project with `count` made articles."""
    subprocess.run(
        [sys.executable, "-m", "duidu", "new", str(project)], check=True, stdout=subprocess.DEVNULL
    )
    for number in range(count):
        write_article(project, number)
