"""What tells a table of contents, where it is no field: a content control, or the styles of its entries."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from duidu.sources.word.xml_tree import child, value

_GALLERY = "Table of Contents"  # in every language of Word
_HEADING = "toc heading"
_ENTRIES = frozenset((*(f"toc {level}" for level in range(1, 10)), "table of figures"))


def is_contents(element: Element) -> bool:
    """Whether a content control holds the table of contents."""
    properties = child(element, "w:sdtPr")
    return any(
        value(properties, name, "w:docPartGallery") == _GALLERY for name in ("w:docPartObj", "w:docPartList")
    )


def is_entry(styles: tuple[str, ...], content: Iterable[Element]) -> bool:
    """Whether a paragraph of these styles is an entry of a table of contents, or its heading.

    Authors take the styles of entries for other things too; an entry has a tab before its page, or refers
    to that.
    """
    if _HEADING in styles[:1]:
        return True
    if not _ENTRIES.intersection(styles):
        return False
    parts = (inner for element in content if element.tag != "w:pPr" for inner in element.iter())
    return any(inner.tag == "w:tab" or "PAGEREF" in (inner.text or "") for inner in parts)
