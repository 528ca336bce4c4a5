"""Which paragraphs of a document are headings, and of what level.

What the document itself says leads: styles, and levels of its outline. Where editors only made headings
bold, large or centred, their form tells (壹、 一、 （一） 1.1), and what sets them apart from the body.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from duidu.recover.characters import width
from duidu.recover.headings import heading_level
from duidu.recover.structured.entry_maker import Entry
from duidu.sources.document import Look

_HEADING_STYLE = re.compile(r"(?:heading|標題|标题|überschrift|titre|見出し)\s*([1-9])$")
_DECIMAL = re.compile(r"\d{1,2}(?:[.．]\d{1,2})*[.．、]?\s*(?=[^\d\s.．、%])")
_AROUND = "【】〔〕：:"
_LONGEST = 40.0  # ideographs
_SENTENCE_END = "。！？；：，、.;:,?!…"
_LARGER = 0.9  # points above the body's size
_OF_FORMS = 3  # levels that the forms of Chinese numbers have


def find_body_look(entries: Iterable[Entry]) -> Look:
    """How the text itself is set: the commonest size and indents, by the characters set so."""
    sizes, lefts, rights = Counter[float](), Counter[float](), Counter[float]()
    for entry in entries:
        look, length = entry.paragraph.look, len(entry.text)
        sizes[look.size] += length
        lefts[look.left] += length
        rights[look.right] += length
    return Look(size=_commonest(sizes), left=_commonest(lefts), right=_commonest(rights))


def _commonest(counts: Counter[float]) -> float:
    return counts.most_common(1)[0][0] if counts else 0.0


def find_outline(entries: Sequence[Entry], body: Look) -> Mapping[int, int]:
    """The level of each heading, by the line of its paragraph. Levels begin at 1, with none left out."""
    styled = {entry.paragraph.line: level for entry in entries if (level := style_level(entry)) is not None}
    ranks = {level: rank for rank, level in enumerate(sorted(set(styled.values())), start=1)}
    found = {line: ranks[level] for line, level in styled.items()}
    apart = [entry for entry in entries if entry.paragraph.line not in found and is_set_apart(entry, body)]
    others = [entry for entry in entries if entry.paragraph.line not in found]
    levels = _levels_of_forms(entries, found)
    forms = [entry for entry in apart if _form(entry) is not None]
    if not styled and not forms:
        forms = [entry for entry in others if _chinese_form(entry) is not None]
    for entry in forms:
        form = _form(entry)
        assert form is not None
        found[entry.paragraph.line] = levels.get(form, form)
    if not styled:
        for entry in apart:
            found.setdefault(entry.paragraph.line, 1)
    return _dense(found)


def style_level(entry: Entry) -> int | None:
    """The level that the document gives a paragraph in its outline, or None."""
    for style in entry.paragraph.styles:
        if match := _HEADING_STYLE.match(style):
            return int(match[1])
    return entry.paragraph.outline


def is_set_apart(entry: Entry, body: Look) -> bool:
    """Whether a short paragraph is set as headings are: bold, larger than the body, or centred."""
    look = entry.paragraph.look
    text = entry.text
    if not text or width(text) > _LONGEST or text[-1] in _SENTENCE_END or entry.pictures:
        return False
    return look.bold or look.size > body.size + _LARGER or (look.centered and _form(entry) is not None)


def _form(entry: Entry) -> int | None:
    """The level that the form of its number tells; for 1. and 1.1 those below the Chinese ones."""
    if (level := _chinese_form(entry)) is not None:
        return level
    label = entry.paragraph.label
    if match := _DECIMAL.match(f"{label} {entry.text}" if label else entry.text):
        return _OF_FORMS + len(re.findall(r"\d+", match.group()))
    return None


def _chinese_form(entry: Entry) -> int | None:
    return heading_level(f"{entry.paragraph.label}{entry.text}".strip(_AROUND))


def _levels_of_forms(entries: Iterable[Entry], levels: Mapping[int, int]) -> Mapping[int, int]:
    """Which level headings of each form have where the document says it."""
    found: dict[int, int] = {}
    for entry in entries:
        if entry.paragraph.line in levels and (form := _form(entry)) is not None:
            found.setdefault(form, levels[entry.paragraph.line])
    return found


def _dense(levels: Mapping[int, int]) -> Mapping[int, int]:
    """The same order of levels without gaps: 1, 4 and 5 become 1, 2 and 3."""
    ranks = {level: rank for rank, level in enumerate(sorted(set(levels.values())), start=1)}
    return {line: ranks[level] for line, level in levels.items()}
