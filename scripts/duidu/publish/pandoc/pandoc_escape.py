"""Where words become safe to stand in Markdown as pandoc reads it."""

from __future__ import annotations

import re

from duidu.publish.xml_text import allowed

# Signs that mean something wherever they stand: emphasis, links, notes, code, formulas, quotes that pandoc
# would turn, and the bars of tables.
_SIGNS = re.compile(r"[\\`*_\[\]<>#|~^$@\"'!&{}]")
_RUNS = re.compile(r"\.{2,}|-{2,}")  # pandoc would make dashes and an ellipsis of them
# What begins a list, a definition, a rule or a heading, at the beginning of a line.
_OPENING = re.compile(r"^(\(?)(\w{1,9})([.)])(?=\s|$)|^([-+:%=])")
_SPACE = re.compile(r"\s+")


def escaped(text: str) -> str:
    """`text` as Markdown that shows just this, amid a line; white space is one space."""
    signs = _SIGNS.sub(r"\\\g<0>", _SPACE.sub(_one_space, allowed(text)))
    return _RUNS.sub(lambda match: "".join(f"\\{sign}" for sign in match[0]), signs)


def as_line(markdown: str) -> str:
    """Markdown that is a line of its own, so that its beginning means nothing else."""
    return _OPENING.sub(_opened, markdown.strip(" "), count=1)


def _one_space(match: re.Match[str]) -> str:
    """A single space of another kind, as that of full width, is one of the text."""
    return match[0] if len(match[0]) == 1 and match[0] not in "\n\t\r\f\v" else " "


def _opened(match: re.Match[str]) -> str:
    if match[4]:
        return f"\\{match[4]}"
    before = f"\\{match[1]}" if match[1] else ""
    return f"{before}{match[2]}\\{match[3]}"
