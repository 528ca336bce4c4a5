"""XML → elements named by the prefixes of the standard (`w:p`), in whichever of its two variants they are.

What stands in a file is not trusted. A document type declaration, without which XML can name no entities and
load nothing, is refused, and so is nesting that no program writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, XMLParser

DEEPEST = 200  # levels of elements; a table in a text box in a table has about 40

_OFFICE = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_MICROSOFT = "http://schemas.microsoft.com/office/"
_PREFIXES = {
    _OFFICE + "wordprocessingml/2006/main": "w",
    _STRICT + "wordprocessingml/main": "w",
    _OFFICE + "officeDocument/2006/relationships": "r",
    _STRICT + "officeDocument/relationships": "r",
    _OFFICE + "officeDocument/2006/math": "m",
    _STRICT + "officeDocument/math": "m",
    _OFFICE + "drawingml/2006/main": "a",
    _STRICT + "drawingml/main": "a",
    _OFFICE + "drawingml/2006/wordprocessingDrawing": "wp",
    _STRICT + "drawingml/wordprocessingDrawing": "wp",
    _OFFICE + "drawingml/2006/picture": "pic",
    _STRICT + "drawingml/picture": "pic",
    _OFFICE + "drawingml/2006/chart": "c",
    _STRICT + "drawingml/chart": "c",
    _OFFICE + "drawingml/2006/diagram": "dgm",
    _STRICT + "drawingml/diagram": "dgm",
    _OFFICE + "markup-compatibility/2006": "mc",
    _OFFICE + "package/2006/relationships": "pr",
    _OFFICE + "package/2006/content-types": "ct",
    _MICROSOFT + "drawing/2016/SVG/main": "asvg",
    _MICROSOFT + "drawing/2014/chartex": "cx",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_BEFORE_ROOT = re.compile(r"(?:\s|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class DoctypeError(ValueError):
    """The XML has a document type declaration."""


class DepthError(ValueError):
    """Its elements are nested too deep."""


class MalformedError(ValueError):
    """It is not well-formed, or neither UTF-8 nor UTF-16."""


def parse_xml(data: bytes) -> Element:
    """The root element of `data`. Raises one of the errors above."""
    try:
        text = data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError:
        raise MalformedError from None
    before = _BEFORE_ROOT.match(text)
    if before and text.startswith("<!DOCTYPE", before.end()):
        raise DoctypeError
    parser = XMLParser()
    try:
        parser.feed(text)
        root: Element = parser.close()
    except (ParseError, ValueError):
        raise MalformedError from None
    _name_by_prefixes(root)
    return root


def _name_by_prefixes(root: Element) -> None:
    """Rename all elements and attributes, level by level."""
    names: dict[str, str] = {}
    depth, level = 0, [root]
    while level:
        depth += 1
        if depth > DEEPEST:
            raise DepthError
        for element in level:
            element.tag = _short(element.tag, names)
            if element.attrib:
                element.attrib = {_short(key, names): value for key, value in element.attrib.items()}
        level = [child for element in level for child in element]


def _short(name: str, names: dict[str, str]) -> str:
    """`{address}p` → `w:p`; a name of an unknown vocabulary stays as it is."""
    if name not in names:
        address, bracket, local = name[1:].partition("}")
        prefix = _PREFIXES.get(address) if bracket else None
        names[name] = f"{prefix}:{local}" if prefix else name
    return names[name]


def child(element: Element | None, *path: str) -> Element | None:
    """The first child named `path[0]`, of that the first named `path[1]`, and so on."""
    for name in path:
        if element is None:
            return None
        element = next((inner for inner in element if inner.tag == name), None)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The children that are named `name`."""
    return (inner for inner in (element if element is not None else ()) if inner.tag == name)


def value(element: Element | None, *path: str) -> str | None:
    """The attribute `w:val` of the descendant on `path`, if there is one."""
    found = child(element, *path)
    return None if found is None else found.get("w:val")


def number(text: str | None, default: int = 0, *, least: int = -1_000_000, most: int = 1_000_000) -> int:
    """The whole number that `text` says, between `least` and `most`; `default` if it says none."""
    try:
        found = int(float(text)) if text else default
    except (ValueError, OverflowError):
        found = default
    return max(least, min(found, most))


def is_on(element: Element | None) -> bool:
    """Whether a property that is on or off is there and on."""
    return element is not None and is_on_text(element.get("w:val", "true"))


def is_on_text(text: str) -> bool:
    """Whether `text` says that something is on."""
    return text.lower() not in ("0", "false", "off", "none")
