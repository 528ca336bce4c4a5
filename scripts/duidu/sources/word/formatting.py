"""What `w:rPr` and `w:pPr` say: the properties of words and of paragraphs that a reader would see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from duidu.model import Style
from duidu.sources.word.xml_tree import child, is_on, number, value

TOGGLES = ("b", "i", "smallCaps", "vanish")
_VALUES = ("rStyle", "vertAlign", "u", "em", "sz")
_INDENTS = {
    "left": "left",
    "start": "left",
    "right": "right",
    "end": "right",
    "firstLine": "firstLine",
    "hanging": "hanging",
    "leftChars": "leftChars",
    "startChars": "leftChars",
    "rightChars": "rightChars",
    "endChars": "rightChars",
    "firstLineChars": "firstLineChars",
    "hangingChars": "hangingChars",
}

# Properties of words as they stand there: names without prefix; a toggle is "1" or "0".
Properties = Mapping[str, str]


def run_properties(element: Element | None) -> dict[str, str]:
    """The properties in a `w:rPr` that matter here."""
    found: dict[str, str] = {}
    for inner in element if element is not None else ():
        name = inner.tag[2:] if inner.tag.startswith("w:") else ""
        if name in TOGGLES:
            found[name] = "1" if is_on(inner) else "0"
        elif name in _VALUES:
            found[name] = inner.get("w:val", "")
        elif name == "rFonts":
            found["font"] = inner.get("w:ascii") or inner.get("w:hAnsi") or ""
    return found


@dataclass(frozen=True, slots=True)
class RunFormat:
    """How words look, after all styles: `size` in points."""

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    size: float = 10.0
    font: str = ""
    marks: Style = Style.PLAIN

    def beyond(self, other: RunFormat) -> Style:
        """The style marks that it has and `other` has not."""
        return self.marks & ~other.marks


def run_format(properties: Properties) -> RunFormat:
    """What properties come to that are no longer to be overridden."""
    on = {name: properties.get(name) == "1" for name in TOGGLES}
    vertical = properties.get("vertAlign")
    marks = {
        Style.BOLD: on["b"],
        Style.ITALIC: on["i"],
        Style.SMALL_CAPITALS: on["smallCaps"],
        Style.SUPERSCRIPT: vertical == "superscript",
        Style.SUBSCRIPT: vertical == "subscript",
        Style.UNDERLINE: properties.get("u", "none") not in ("none", ""),
        Style.EMPHASIS_MARK: properties.get("em", "none") not in ("none", ""),
    }
    style = Style.PLAIN
    for mark, has in marks.items():
        style |= mark if has else Style.PLAIN
    size = number(properties.get("sz"), 20, least=2, most=3276) / 2
    return RunFormat(on["b"], on["i"], on["vanish"], size, properties.get("font", ""), style)


@dataclass(frozen=True, slots=True)
class ParagraphProperties:
    """The properties in one `w:pPr`; None is what it does not say. Indents are as they stand there."""

    style: str | None = None
    outline: int | None = None
    alignment: str | None = None
    list_id: str | None = None
    list_level: int | None = None
    page_break_before: bool | None = None
    indents: Mapping[str, int] = field(default_factory=dict)

    def over(self, other: ParagraphProperties) -> ParagraphProperties:
        """These properties, and those of `other` where they say nothing."""
        return ParagraphProperties(
            self.style if self.style is not None else other.style,
            self.outline if self.outline is not None else other.outline,
            self.alignment if self.alignment is not None else other.alignment,
            self.list_id if self.list_id is not None else other.list_id,
            self.list_level if self.list_level is not None else other.list_level,
            self.page_break_before if self.page_break_before is not None else other.page_break_before,
            _over(self.indents, other.indents),
        )


def _over(indents: Mapping[str, int], others: Mapping[str, int]) -> Mapping[str, int]:
    """The indents, and the others; a first line that hangs stands no longer out, and the other way round."""
    kept = dict(others)
    for name, opposite in (("firstLine", "hanging"), ("hanging", "firstLine")):
        if name in indents or f"{name}Chars" in indents:
            kept.pop(opposite, None)
            kept.pop(f"{opposite}Chars", None)
    return {**kept, **indents}


def paragraph_properties(element: Element | None) -> ParagraphProperties:
    """The properties in a `w:pPr` that matter here."""
    if element is None:
        return ParagraphProperties()
    outline, level = value(element, "w:outlineLvl"), value(element, "w:numPr", "w:ilvl")
    break_before = child(element, "w:pageBreakBefore")
    indents = child(element, "w:ind")
    return ParagraphProperties(
        style=value(element, "w:pStyle"),
        outline=None if outline is None else number(outline, 9, least=0, most=9),
        alignment=value(element, "w:jc"),
        list_id=value(element, "w:numPr", "w:numId"),
        list_level=None if level is None else number(level, least=0, most=8),
        page_break_before=None if break_before is None else is_on(break_before),
        indents={
            _INDENTS[key[2:]]: _length(text)
            for key, text in (indents.items() if indents is not None else ())
            if key[2:] in _INDENTS
        },
    )


_TWIPS = {"pt": 20.0, "in": 1440.0, "cm": 566.93, "mm": 56.693, "pc": 240.0, "pi": 240.0}


def _length(text: str) -> int:
    """A length in twips, or in hundredths of an ideograph; the strict variant may have units."""
    unit = _TWIPS.get(text[-2:])
    return number(text) if unit is None else round(number(text[:-2]) * unit)
