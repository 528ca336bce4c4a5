"""What a drawing holds, old (VML) or new (DrawingML): pictures, text boxes, and what is neither."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from duidu.sources.descriptions import description_of
from duidu.sources.word.xml_tree import child

_READABLE = frozenset(
    (
        "w:t",
        "w:p",
        "w:sym",
        "w:tab",
        "w:br",
        "w:noBreakHyphen",
        "w:txbxContent",
        "m:t",
        "a:blip",
        "v:imagedata",
    )
)
_OBJECTS = {
    "c:chart": "chart",
    "cx:chart": "chart",
    "dgm:relIds": "SmartArt",
    "a:txBody": "text in a drawing",
    "v:textpath": "WordArt",
}


@dataclass(frozen=True, slots=True)
class DrawnPicture:
    """A picture: the ids of its relationship, and of that to the same picture as SVG."""

    key: str
    vector: str
    description: str


@dataclass(frozen=True, slots=True)
class DrawnBox:
    """A text box: the element that has its paragraphs."""

    content: Element


@dataclass(frozen=True, slots=True)
class DrawnObject:
    """What is not read, by kind: a chart."""

    kind: str


Drawn = DrawnPicture | DrawnBox | DrawnObject


def chosen(alternatives: Element) -> Element | None:
    """The one branch of `mc:AlternateContent` that is to be read: the first that has what is read here."""
    branches = [branch for branch in alternatives if branch.tag in ("mc:Choice", "mc:Fallback")]
    readable = (branch for branch in branches if any(inner.tag in _READABLE for inner in branch.iter()))
    return next(readable, branches[0] if branches else None)


def drawn_in(element: Element) -> tuple[Drawn, ...]:
    """All that a `w:drawing`, `w:pict` or `w:object` holds, in order."""
    found = tuple(drawn for drawn in _inside(element, "") if drawn != DrawnPicture("", "", ""))
    if not found and element.tag == "w:object":
        return (DrawnObject("embedded object"),)
    return found


def _inside(parent: Element, description: str) -> Iterator[Drawn]:
    for element in parent:
        tag = element.tag
        if tag == "mc:AlternateContent":
            branch = chosen(element)
            if branch is not None:
                yield from _inside(branch, description)
        elif tag == "w:txbxContent":
            yield DrawnBox(element)
        elif tag == "a:blip":
            yield _picture(element, description)
        elif tag == "v:imagedata":
            key = element.get("r:id") or element.get("r:pict") or element.get("r:href") or ""
            yield DrawnPicture(key, "", description or description_of(element.get("o:title")))
        elif tag in _OBJECTS:
            yield DrawnObject(_OBJECTS[tag])
        else:
            yield from _inside(element, _description(element) or description)


def _picture(blip: Element, description: str) -> DrawnPicture:
    vector = next((inner.get("r:embed", "") for inner in blip.iter("asvg:svgBlip")), "")
    return DrawnPicture(blip.get("r:embed") or blip.get("r:link") or "", vector, description)


def _description(element: Element) -> str:
    """What the author says is on the picture that `element` holds."""
    text = element.get("alt") if element.tag.startswith("v:") else None
    properties = (
        child(element, "wp:docPr") if element.tag != "pic:pic" else child(element, "pic:nvPicPr", "pic:cNvPr")
    )
    if properties is not None:
        text = properties.get("descr") or properties.get("title")
    return description_of(text)
