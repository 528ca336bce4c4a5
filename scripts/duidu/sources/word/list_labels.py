"""The numbers and bullets that Word prints before paragraphs, counted as Word counts them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from duidu.sources.word.formatting import ParagraphProperties, paragraph_properties, run_properties
from duidu.sources.word.number_formats import formatted
from duidu.sources.word.style_sheet import StyleSheet
from duidu.sources.word.symbols import bullet
from duidu.sources.word.xml_tree import child, children, is_on, number, value

LEVELS = 9
_ARABIC = re.compile("decimal|none|bullet")
_PLACEHOLDER = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    """A level of a list: what its numbers look like, and after which level (from 0) they begin anew."""

    start: int
    form: str
    text: str
    restart: int
    legal: bool
    hidden: bool
    style: str | None
    indents: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _List:
    """A list as paragraphs refer to it; lists with the same `counting` go on with each other's numbers."""

    counting: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)


class ListLabels:
    """All lists of a document, and how far each has counted."""

    def __init__(self, root: Element | None, styles: StyleSheet) -> None:
        self._styles = styles
        self._abstract = {
            element.get("w:abstractNumId", ""): element for element in children(root, "w:abstractNum")
        }
        self._instances = {element.get("w:numId", ""): element for element in children(root, "w:num")}
        self._lists: dict[str, _List | None] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def indents(self, properties: ParagraphProperties, styles: Collection[str]) -> ParagraphProperties:
        """What the list of a paragraph with these properties says of its indents; `styles` are its styles."""
        found = self._list(properties.list_id)
        level = found and found.levels.get(_depth_in(found, properties, styles))
        return ParagraphProperties(indents=level.indents) if level else ParagraphProperties()

    def label(self, properties: ParagraphProperties, styles: Collection[str]) -> tuple[str, int]:
        """What is printed before a paragraph with these properties, and how deep its list stands, from 1.

        `("", 0)` if it stands in none. To be called once for each paragraph, in order.
        """
        found = self._list(properties.list_id)
        if found is None:
            return "", 0
        depth = _depth_in(found, properties, styles)
        level = found.levels.get(depth)
        if level is None:
            return "", depth + 1
        self._count(found, properties.list_id or "", depth)
        return ("" if level.hidden else self._text(found, level)), depth + 1

    def _count(self, found: _List, key: str, depth: int) -> None:
        counters = self._counters.setdefault(found.counting, {})
        if depth in found.starts and (key, depth) not in self._started:
            self._started.add((key, depth))
            counters[depth] = found.starts[depth] - 1
        counters[depth] = counters.get(depth, found.levels[depth].start - 1) + 1
        for deeper, level in found.levels.items():
            if deeper > depth and depth < level.restart:
                counters.pop(deeper, None)

    def _text(self, found: _List, level: _Level) -> str:
        counters = self._counters[found.counting]

        def number_of(match: re.Match[str]) -> str:
            depth = int(match[1]) - 1
            other = found.levels.get(depth)
            if other is None:
                return ""
            form = "decimal" if level.legal and not _ARABIC.match(other.form) else other.form
            return formatted(counters.get(depth, other.start), form)

        return (
            level.text.strip() if level.form == "bullet" else _PLACEHOLDER.sub(number_of, level.text).strip()
        )

    def _list(self, key: str | None) -> _List | None:
        if key is None or key == "0":
            return None
        if key not in self._lists:
            self._lists[key] = self._read(key, set())
        return self._lists[key]

    def _read(self, key: str, seen: set[str]) -> _List | None:
        """The list `key`; one that refers to the list of a style has that one's levels."""
        instance = self._instances.get(key)
        abstract = value(instance, "w:abstractNumId")
        element = self._abstract.get(abstract or "")
        if instance is None or element is None or key in seen:
            return None
        linked = value(element, "w:numStyleLink")
        other = self._styles.list_of(linked) if linked else None
        base = self._read(other, seen | {key}) if other else None
        if base is None:
            base = _List(
                abstract or "", {_depth_of(level): _level(level) for level in children(element, "w:lvl")}
            )
        levels, starts = dict(base.levels), dict(base.starts)
        for override in children(instance, "w:lvlOverride"):
            depth = _depth_of(override)
            own = child(override, "w:lvl")
            start = value(override, "w:startOverride")
            if own is not None:
                levels[depth] = _level(own)
            if start is not None:
                starts[depth] = number(start, 1, least=0, most=32767)
        return _List(base.counting, levels, starts)


def _depth_in(found: _List, properties: ParagraphProperties, styles: Collection[str]) -> int:
    """The level of a paragraph; where it does not say its level, the list says which style has which."""
    if properties.list_level is not None:
        return properties.list_level
    return next((depth for depth, level in found.levels.items() if level.style in styles), 0)


def _depth_of(element: Element) -> int:
    return number(element.get("w:ilvl"), least=0, most=LEVELS - 1)


def _level(element: Element) -> _Level:
    form = value(element, "w:numFmt") or _fallback_format(element) or "decimal"
    text = value(element, "w:lvlText") or ""
    words = child(element, "w:rPr")
    properties = run_properties(words)
    if form == "bullet":
        text = (
            "•"
            if child(element, "w:lvlPicBulletId") is not None
            else bullet(text, properties.get("font", ""))
        )
    return _Level(
        start=number(value(element, "w:start"), 1, least=0, most=32767),
        form=form,
        text=text,
        restart=number(value(element, "w:lvlRestart"), _depth_of(element), least=0, most=LEVELS),
        legal=is_on(child(element, "w:isLgl")),
        hidden=properties.get("vanish") == "1",
        style=value(element, "w:pStyle"),
        indents=paragraph_properties(child(element, "w:pPr")).indents,
    )


def _fallback_format(element: Element) -> str | None:
    """The format that stands in for one that only newer versions of Word know."""
    alternate = child(element, "mc:AlternateContent")
    return value(alternate, "mc:Fallback", "w:numFmt")
