"""The parts of a Word document, found by their relationships, not by their names."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from duidu.problems import Code
from duidu.sources.word.archive import Archive
from duidu.sources.word.xml_tree import DEEPEST, DepthError, DoctypeError, MalformedError, children, parse_xml

_XML_ERRORS = {DoctypeError: Code.XML_DOCTYPE, DepthError: Code.XML_DEEP, MalformedError: Code.XML_MALFORMED}


class Relationship(NamedTuple):
    """What a part refers to: the last word of its type (`footnotes`), and its address.

    The address is the path of a part, or whatever an `external` relationship names, which is never opened.
    """

    kind: str
    target: str
    external: bool


@dataclass(frozen=True)
class Part:
    """A part that is XML: its path in the archive, its root element, its relationships by id."""

    path: str
    root: Element
    relationships: Mapping[str, Relationship] = field(default_factory=dict)

    def targets(self, kind: str) -> tuple[str, ...]:
        """The paths of the parts to which it has a relationship of this kind."""
        return tuple(
            relationship.target
            for relationship in self.relationships.values()
            if relationship.kind == kind and not relationship.external
        )

    def external(self, key: str | None) -> str:
        """The address of an external relationship, or nothing."""
        relationship = self.relationships.get(key or "")
        return relationship.target if relationship and relationship.external else ""


class Package:
    """A Word document as parts. Every method raises `DuiduError` for what is damaged or unsafe."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        paths = [
            relationship.target
            for relationship in self._relationships("").values()
            if relationship.kind == "officeDocument" and not relationship.external
        ]
        main = self.part(paths[0]) if paths else None
        if main is None or main.root.tag != "w:document":
            raise archive.refusal(Code.WORD_MAIN_MISSING)
        self.main = main

    def part(self, path: str) -> Part | None:
        """The part at `path`, if it is there."""
        if path not in self._archive:
            return None
        return Part(path, self._xml(path), self._relationships(path))

    def related(self, kind: str) -> Part | None:
        """The first part to which the main part has a relationship of this kind, if it is there."""
        paths = self.main.targets(kind)
        return self.part(paths[0]) if paths else None

    def content(self, path: str) -> bytes | None:
        """The bytes of the part at `path`, if it is there."""
        return self._archive.read(path) if path in self._archive else None

    def _xml(self, path: str) -> Element:
        try:
            return parse_xml(self._archive.read_xml(path))
        except (DoctypeError, DepthError, MalformedError) as error:
            raise self._archive.refusal(_XML_ERRORS[type(error)], part=path, limit=DEEPEST) from None

    def _relationships(self, source: str) -> dict[str, Relationship]:
        """The relationships of the part at `source`, of the package itself if that is empty."""
        folder, name = posixpath.split(source)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self._archive:
            return {}
        found = {}
        for element in children(self._xml(path), "pr:Relationship"):
            kind = element.get("Type", "").rpartition("/")[2]
            target = element.get("Target", "")
            external = element.get("TargetMode") == "External" or kind == "hyperlink"
            if not external:
                target = self._inside(folder, target)
            found[element.get("Id", "")] = Relationship(kind, target, external)
        return found

    def _inside(self, folder: str, target: str) -> str:
        """The path of a part, given as it is seen from `folder`."""
        path = unquote(target.partition("#")[0])
        whole = posixpath.normpath(path[1:] if path.startswith("/") else posixpath.join(folder, path))
        if whole.startswith(("..", "/")) or ":" in path or "\\" in path:
            raise self._archive.refusal(Code.RELATIONSHIP_OUTSIDE, target=target)
        return whole
