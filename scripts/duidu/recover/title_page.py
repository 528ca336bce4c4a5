"""Lines → a title page: which of them are title, names, label, and the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import takewhile

from duidu.model import ENGLISH, TRADITIONAL
from duidu.recover.authors import STARS
from duidu.recover.characters import has_wide, width
from duidu.recover.headings import is_heading_line
from duidu.recover.labels import ABSTRACT
from duidu.recover.lines import Line

_FINAL_MARK = tuple("。！？：；，")
# A title page without the label 摘要 is looked for no further than this, in lines.
_REACH = 8
_NAMES_AT_MOST = 24.0  # ideographs


@dataclass(frozen=True, slots=True)
class TitlePage:
    """The lines of a title page, by what they hold.

    `label` is the line of 摘要 or “Abstract”, and `label_end` the column where that ends. If the abstract
    begins in the same line, `rest` does so too.
    """

    title: Sequence[Line]
    names: Sequence[Line]
    label: Line | None
    label_end: int
    rest: Sequence[Line]


def find_title_page(lines: Sequence[Line], language: str) -> TitlePage | None:
    """`lines` as a title page (title, names, 摘要 or “Abstract”, the rest); None if they are none.

    Names bear stars. Without stars or a label only the first line of a Chinese page is a title,
    where it is a paragraph by itself and no sentence.
    """
    label = _label(lines, language)
    reach = label if label is not None else min(_REACH, len(lines))
    head = list(takewhile(lambda line: not (line.heading or is_heading_line(line.text)), lines[:reach]))
    if not head or (language == ENGLISH and any(has_wide(line.text) for line in head)):
        return None
    starred = [index for index, line in enumerate(head) if index and STARS.search(line.text)]
    if starred:
        title, names = head[: starred[0]], head[starred[0] : starred[-1] + 1]
    elif label is not None:
        cut = len(head) - (len(head) > 1 and _is_names(head[-1]))
        title, names = head[:cut], head[cut:]
    elif language == TRADITIONAL and head[0].ends_paragraph and _is_title(head[0]):
        cut = 1 + (len(head) > 1 and head[1].ends_paragraph and _is_names(head[1]))
        title, names = head[:1], head[1:cut]
    else:
        return None
    if label is None:
        return TitlePage(title, names, None, 0, lines[len(title) + len(names) :])
    end = _label_end(lines[label], language)
    rest = lines[label:] if lines[label].raw[end:].strip() else lines[label + 1 :]
    return TitlePage(title, names, lines[label], end, rest)


def is_label(line: Line) -> bool:
    """Whether a line says 摘要, or Abstract."""
    return any(map(partial(_label_end, line), ABSTRACT))


def _label(lines: Sequence[Line], language: str) -> int | None:
    """Where the line stands that says 摘要, or Abstract."""
    return next((index for index, line in enumerate(lines) if _label_end(line, language)), None)


def _label_end(line: Line, language: str) -> int:
    """Where the label ends with which a line begins; 0 if it begins with none."""
    match = ABSTRACT[language].match(line.raw)
    return match.end() if match else 0


def _is_title(line: Line) -> bool:
    """Whether a line that is a paragraph by itself can be a title: it is no sentence."""
    return not line.text.endswith(_FINAL_MARK)


def _is_names(line: Line) -> bool:
    """Whether a line can be that of the authors' names: short, and no sentence."""
    return (
        width(line.text) <= _NAMES_AT_MOST
        and not line.text.endswith(_FINAL_MARK)
        and not is_heading_line(line.text)
    )
