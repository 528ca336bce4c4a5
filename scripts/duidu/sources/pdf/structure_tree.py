"""The tagged structure of a file: which element each piece of marked content belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pdfminer.pdftypes import PDFObjRef

from duidu.sources.descriptions import description_of
from duidu.sources.pdf.values import array, dictionary, name, object_id, resolve, text
from duidu.sources.printed import Tag

# Roles of what stands within a line; all others are of blocks.
_INLINE = frozenset(
    (
        *("Span", "Quote", "Reference", "BibEntry", "Code", "Link", "Annot", "Em", "Strong", "Sub"),
        *("Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "NonStruct", "Private"),
    )
)
_MOST_ELEMENTS = 200_000
_DEEPEST = 60


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the tree: roles and elements so far, the nearest block, the page whose content is meant."""

    roles: tuple[str, ...] = ()
    elements: tuple[int, ...] = ()
    block: str = ""
    element: int = 0
    page: int = 0


@dataclass(frozen=True, slots=True)
class Structure:
    """The tag of marked content by the object that holds it, a page or a form, and its id.

    `descriptions` are what the author says is on the figures, by their elements.
    """

    tags: Mapping[tuple[int, int], Tag]
    descriptions: Mapping[int, str]

    def description(self, tag: Tag | None) -> str:
        """What is said of the innermost figure that a tag is within, or nothing."""
        elements = reversed(tag.elements) if tag else ()
        return next((self.descriptions[one] for one in elements if one in self.descriptions), "")


def read_structure(catalog: Mapping[str, Any]) -> Structure:
    """The structure of a file, which is empty if it has none."""
    root = dictionary(catalog.get("StructTreeRoot"))
    return _Walk(dictionary(root.get("RoleMap"))).through(root)


class _Walk:
    """Goes through the tree in reading order."""

    def __init__(self, own_roles: Mapping[str, Any]) -> None:
        self._own_roles = own_roles
        self._roles: dict[str, str] = {}
        self._found: dict[tuple[int, int], Tag] = {}
        self._descriptions: dict[int, str] = {}
        self._seen: set[int] = set()
        self._count = 0

    def through(self, root: Mapping[str, Any]) -> Structure:
        """All that is below the root."""
        waiting = [(kid, _Place()) for kid in reversed(array(root.get("K")))]
        while waiting and self._count < _MOST_ELEMENTS:
            self._count += 1
            kid, place = waiting.pop()
            key = kid.objid if isinstance(kid, PDFObjRef) else 0
            if key and key in self._seen:
                continue
            self._seen.add(key)
            found = resolve(kid)
            if isinstance(found, int):
                self._keep(place.page, found, place)
            elif isinstance(found, dict):
                waiting += self._inside(found, place)
        return Structure(self._found, self._descriptions)

    def _inside(self, element: Mapping[str, Any], place: _Place) -> list[tuple[Any, _Place]]:
        """What is in an element, in the order in which it is to be taken from the end."""
        page = object_id(element.get("Pg")) or place.page
        if "MCID" in element:
            content = resolve(element["MCID"])
            if isinstance(content, int):
                self._keep(object_id(element.get("Stm")) or page, content, place)
            return []
        role = self._standard(name(element.get("S")))
        if not role or len(place.roles) >= _DEEPEST:
            return []
        if role == "Figure" and (description := description_of(text(element.get("Alt")))):
            self._descriptions[self._count] = description
        block, number = (
            (place.block, place.element) if role in _INLINE and place.block else (role, self._count)
        )
        inner = _Place((*place.roles, role), (*place.elements, self._count), block, number, page)
        return [(kid, inner) for kid in reversed(array(element.get("K")))]

    def _standard(self, role: str) -> str:
        """The standard role that one of the file's own stands for."""
        if role not in self._roles:
            standard = role
            for _ in range(_DEEPEST):
                further = name(self._own_roles.get(standard))
                if not further or further == standard:
                    break
                standard = further
            self._roles[role] = standard
        return self._roles[role]

    def _keep(self, holder: int, content: int, place: _Place) -> None:
        if place.block:
            self._found.setdefault(
                (holder, content), Tag(place.block, place.element, place.roles, place.elements)
            )
