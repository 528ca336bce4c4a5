"""How paragraphs are set, after all styles and lists."""

from __future__ import annotations

from functools import cache

from duidu.sources.document import Look
from duidu.sources.word.formatting import ParagraphProperties
from duidu.sources.word.list_labels import ListLabels
from duidu.sources.word.open_paragraph import OpenParagraph
from duidu.sources.word.style_sheet import StyleSheet

_TWIPS_A_POINT = 20
_WIDEST = 100.0


class Layout:
    """What the styles and lists of a document make of a paragraph's own properties."""

    def __init__(self, styles: StyleSheet, lists: ListLabels) -> None:
        self._styles = styles
        self._lists = lists
        self.of_style = cache(self._of_style)

    def resolved(self, own: ParagraphProperties) -> ParagraphProperties:
        """The properties of a paragraph that says `own` itself."""
        return self._with(own, self.of_style(own.style), self._styles.keys(own.style))

    def _of_style(self, style: str | None) -> ParagraphProperties:
        properties = self._styles.default_paragraph
        for entry in reversed(self._styles.chain(style)):
            properties = self._with(entry.paragraph, properties, (entry.key,))
        return properties

    def _with(
        self, own: ParagraphProperties, others: ParagraphProperties, styles: tuple[str, ...]
    ) -> ParagraphProperties:
        """`own` over `others`, with the indents of the list between them if `own` sets one."""
        properties = own.over(others)
        if own.list_id is None and own.list_level is None:
            return properties
        return own.over(self._lists.indents(properties, styles).over(others))

    def label(self, properties: ParagraphProperties) -> tuple[str, int]:
        """The number or bullet of the next paragraph, and how deep its list stands."""
        return self._lists.label(properties, self._styles.keys(properties.style))


def look_of(paragraph: OpenParagraph) -> Look:
    """How `paragraph` is set; one without words has the size of its end."""
    size = paragraph.size or paragraph.mark.size
    indents = paragraph.properties.indents

    def length(name: str) -> float:
        """An indent in ideographs; one given in ideographs comes before one in twips."""
        characters = indents.get(f"{name}Chars", 0) / 100
        found = characters or indents.get(name, 0) / (_TWIPS_A_POINT * size)
        return round(max(-_WIDEST, min(found, _WIDEST)), 2)

    left = length("left")
    if indents.get("leftChars") and indents.get("hangingChars"):
        left = round(left + length("hanging"), 2)  # Word counts from where the first line begins
    return Look(
        size=size,
        bold=paragraph.bold,
        italic=paragraph.italic,
        centered=paragraph.properties.alignment == "center",
        left=left,
        right=length("right"),
        first=length("firstLine") or 0.0 - length("hanging"),
    )
