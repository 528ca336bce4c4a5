"""The pictures of a document: which of them browsers can show, under which names they are kept."""

from __future__ import annotations

import posixpath
import re

from duidu.problems import Code
from duidu.sources.word.manuscript import Findings
from duidu.sources.word.package import Package, Part
from duidu.sources.word.xml_tree import DepthError, DoctypeError, MalformedError, parse_xml

_SHOWN = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg", b"GIF87a": "gif", b"GIF89a": "gif"}
_OTHERS = {
    b"\x01\x00\x00\x00": "EMF",
    b"\xd7\xcd\xc6\x9a": "WMF",
    b"\x01\x00\x09\x00": "WMF",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
    b"BM": "BMP",
}
_SVG = "{http://www.w3.org/2000/svg}"
_ACTIVE = ("script", "foreignObject", "handler", "listener")
_LEADS_OUT = re.compile(r"url\(\s*[\"']?(?!#|data:)|@import|javascript:", re.IGNORECASE)


class Pictures:
    """The pictures taken so far: `files` are their contents by name."""

    def __init__(self, package: Package, findings: Findings) -> None:
        self.files: dict[str, bytes] = {}
        self._package = package
        self._findings = findings
        self._names: dict[str, str] = {}

    def take(self, part: Part, key: str, vector: str, line: int) -> str:
        """The name of the picture to which `part` refers by `key`, or nothing if it cannot be shown.

        The same picture as SVG, which has the key `vector`, is taken instead where it may be. A picture that
        cannot be shown is reported on `line`. Nothing is loaded from outside.
        """
        if vector and (name := self._keep(self._inner(part, vector))):
            return name
        if part.external(key):
            self._findings.count(Code.PICTURE_LINKED, line)
            return ""
        path = self._inner(part, key)
        content = self._package.content(path)
        if content is None:
            self._findings.count(Code.PICTURE_MISSING, line)
            return ""
        name = self._keep(path)
        if not name:
            self._findings.count(Code.PICTURE_FORMAT, line, of=_other_kind(content))
        return name

    def _inner(self, part: Part, key: str) -> str:
        relationship = part.relationships.get(key)
        return relationship.target if relationship and not relationship.external else ""

    def _keep(self, path: str) -> str:
        """The name under which the picture at `path` is kept, if browsers can show it."""
        if path not in self._names:
            content = self._package.content(path)
            kind = _shown_kind(content) if content else ""
            self._names[path] = self._new_name(path, kind) if kind else ""
            if content and kind:
                self.files[self._names[path]] = content
        return self._names[path]

    def _new_name(self, path: str, kind: str) -> str:
        stem = posixpath.splitext(posixpath.basename(path))[0]
        stem = re.sub(r"[^A-Za-z0-9_-]+", "-", stem).strip("-") or "picture"
        name, count = f"{stem}.{kind}", 1
        while name.lower() in {known.lower() for known in self.files}:
            count += 1
            name = f"{stem}-{count}.{kind}"
        return name


def _shown_kind(content: bytes) -> str:
    kind = next((kind for signature, kind in _SHOWN.items() if content.startswith(signature)), "")
    return kind or ("svg" if _is_harmless_svg(content) else "")


def _other_kind(content: bytes) -> str:
    kind = next((kind for signature, kind in _OTHERS.items() if content.startswith(signature)), "")
    return kind or ("SVG" if b"<svg" in content[:1000] else "other")


def _is_harmless_svg(content: bytes) -> bool:
    """Whether it is an SVG that runs nothing and loads nothing."""
    if b"<svg" not in content[:10_000] and b":svg" not in content[:10_000]:
        return False
    try:
        root = parse_xml(content)
    except (DoctypeError, DepthError, MalformedError):
        return False
    for element in root.iter():
        attributes = {name.rpartition("}")[2]: text for name, text in element.attrib.items()}
        reference = attributes.get("href", "#")
        if (
            element.tag.rpartition("}")[2] in _ACTIVE
            or any(name.startswith("on") for name in attributes)
            or not reference.startswith(("#", "data:image/"))
            or any(_LEADS_OUT.search(text) for text in (*attributes.values(), element.text or ""))
        ):
            return False
    return root.tag == f"{_SVG}svg"
