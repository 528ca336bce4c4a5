"""The styles of a document, and what they come to for a paragraph and for words in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from xml.etree.ElementTree import Element

from duidu.sources.word.formatting import (
    TOGGLES,
    ParagraphProperties,
    Properties,
    RunFormat,
    paragraph_properties,
    run_format,
    run_properties,
)
from duidu.sources.word.xml_tree import child, children, value

# What programs in other languages call the styles that Word itself has.
_LOCAL_NAMES = {
    "heading": "標題 标题 見出し 제목 überschrift titre título titolo kop заголовок",
    "toc": "目錄 目录 目次 verzeichnis",
}
_LOCAL_WHOLE_NAMES = {
    "normal": "內文 内文 正文 本文 標準 标准 standard",
    "title": "標題 标题 表題 titel",
    "subtitle": "副標題 副标题 untertitel",
    "quote": "引文 引用 zitat",
    "caption": "標號 題注 题注 图表标题 beschriftung",
    "list paragraph": "清單段落 列出段落 列表段落 listenabsatz",
    "footnote text": "註腳文字 脚注文本 fußnotentext",
    "endnote text": "章節附註文字 尾注文本 endnotentext",
    "body text": "本文 正文文本 textkörper",
    "bibliography": "書目 书目 參考書目 literaturverzeichnis",
}
_ENGLISH = {local: name for name, locals_ in _LOCAL_WHOLE_NAMES.items() for local in locals_.split()}
_NUMBERED = re.compile(
    rf"({'|'.join('|'.join((name, *names.split())) for name, names in _LOCAL_NAMES.items())})\s*(\d)"
)
_LINKS = ("hyperlink", "followedhyperlink", "internet link")
_LONGEST_CHAIN = 50  # Word allows fewer
_HEADING = re.compile(r"heading ([1-9])")


@dataclass(frozen=True, slots=True)
class StyleEntry:
    """A style: its id, its English name, the style it is based on, and what it says itself."""

    key: str
    name: str
    based_on: str | None = None
    paragraph: ParagraphProperties = field(default_factory=ParagraphProperties)
    run: Properties = field(default_factory=dict)


class StyleSheet:
    """All styles. A style that is not there has a name, made of its id, and no properties."""

    def __init__(self, root: Element | None) -> None:
        self._entries: dict[str, StyleEntry] = {}
        self._default_style: str | None = None
        for element in children(root, "w:style"):
            key = element.get("w:styleId", "")
            if key in self._entries:
                continue
            self._entries[key] = StyleEntry(
                key,
                english(value(element, "w:name") or key),
                value(element, "w:basedOn"),
                paragraph_properties(child(element, "w:pPr")),
                run_properties(child(element, "w:rPr")),
            )
            default = element.get("w:default") in ("1", "true", "on")
            if element.get("w:type") == "paragraph" and default:
                self._default_style = key
        defaults = child(root, "w:docDefaults")
        self._default_run = run_properties(child(defaults, "w:rPrDefault", "w:rPr"))
        self.default_paragraph = paragraph_properties(child(defaults, "w:pPrDefault", "w:pPr"))
        self.chain = cache(self._chain)
        self.names = cache(self._names)
        self.keys = cache(self._keys)
        self.words = cache(self._words)

    def _chain(self, style: str | None) -> tuple[StyleEntry, ...]:
        """A paragraph's style (the default one if it has none) and those it is based on, nearest first."""
        style = style if style is not None else self._default_style
        return self._based_on(style)

    def _based_on(self, style: str | None) -> tuple[StyleEntry, ...]:
        found: dict[str, StyleEntry] = {}
        while style is not None and style not in found and len(found) < _LONGEST_CHAIN:
            found[style] = self._entries.get(style, StyleEntry(style, english(style)))
            style = found[style].based_on
        return tuple(found.values())

    def _names(self, style: str | None) -> tuple[str, ...]:
        """The names of a paragraph's style and of those it is based on."""
        return tuple(entry.name for entry in self.chain(style))

    def _keys(self, style: str | None) -> tuple[str, ...]:
        """The ids of a paragraph's style and of those it is based on."""
        return tuple(entry.key for entry in self.chain(style))

    def is_link(self, style: str | None) -> bool:
        """Whether it is the style for words that are links."""
        return any(entry.name in _LINKS for entry in self._based_on(style))

    def list_of(self, style: str) -> str | None:
        """The id of the list that a style sets."""
        return next((entry.paragraph.list_id for entry in self._based_on(style)), None)

    def _words(
        self, paragraph: str | None, character: str | None, direct: tuple[tuple[str, str], ...]
    ) -> RunFormat:
        """How words look in a paragraph of the style `paragraph`, with a style and properties of their own.

        A property that is on or off is switched by each kind of style that sets it, so that a bold style for
        words is not bold in a heading that is; what the words themselves say of it holds. Of every other
        property the nearest is taken. Styles of tables are not looked at.
        """
        own = dict(direct)
        styles = [_merged(self.chain(paragraph)), _merged(self._based_on(character))]
        found = {**self._default_run, **styles[0], **styles[1], **own}
        for name in TOGGLES:
            set_by = [style[name] == "1" for style in styles if name in style]
            if name not in own and set_by:
                found[name] = "1" if sum(set_by) % 2 else "0"
        return run_format(found)


def _merged(chain: tuple[StyleEntry, ...]) -> dict[str, str]:
    merged: dict[str, str] = {}
    for entry in reversed(chain):
        merged.update(entry.run)
    return merged


def english(name: str) -> str:
    """The name of a style in lower case, in English where it is one of Word's own."""
    name = " ".join(name.lower().split())
    if numbered := _NUMBERED.fullmatch(name):
        local, level = numbered.groups()
        kind = next(key for key, names in _LOCAL_NAMES.items() if local in (key, *names.split()))
        return f"{kind} {level}"
    return _ENGLISH.get(name, name)


def heading_level(names: tuple[str, ...]) -> int | None:
    """The level of the built-in heading style among `names`."""
    return next((int(match[1]) for name in names if (match := _HEADING.fullmatch(name))), None)
