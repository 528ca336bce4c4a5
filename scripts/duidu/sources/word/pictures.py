"""The pictures of a document: which of them browsers can show, under which names they are kept."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from functools import cache

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
_SVG = "{http://www.w3.org/2000/svg}svg"
_ACTIVE = ("script", "foreignObject", "handler", "listener")
_LEADS_OUT = re.compile(r"url\(\s*[\"']?(?!#|data:)|@import|javascript:", re.IGNORECASE)


class Pictures:
    """The pictures taken so far: `files` are their contents by name."""

    def __init__(self, package: Package, findings: Findings) -> None:
        self.files: dict[str, bytes] = {}
        self._package = package
        self._findings = findings
        self._stems: Counter[str] = Counter()
        self._kept = cache(self._keep)

    def take(self, part: Part, key: str, vector: str, line: int) -> str:
        """The name of the picture to which `part` refers by `key`, or nothing if it cannot be shown.

        The same picture as SVG, which has the key `vector`, is taken instead where it may be. A picture that
        cannot be shown is reported on `line`. Nothing is loaded from outside.
        """
        if vector and (name := self._kept(_inner(part, vector))[0]):
            return name
        if part.external(key):
            self._findings.count(Code.PICTURE_LINKED, line)
            return ""
        name, kind = self._kept(_inner(part, key))
        if not kind:
            self._findings.count(Code.PICTURE_MISSING, line)
        elif not name:
            self._findings.count(Code.PICTURE_FORMAT, line, of=kind)
        return name

    def _keep(self, path: str) -> tuple[str, str]:
        """The name under which the picture at `path` is kept, if browsers can show it, and its format."""
        content = self._package.content(path)
        if content is None:
            return "", ""
        kind = _shown_format(content)
        if not kind:
            return "", _other_format(content)
        stem = re.sub(r"[^A-Za-z0-9_-]+", "-", posixpath.splitext(posixpath.basename(path))[0]).strip("-")
        name = self._new_name(stem or "picture", kind)
        self.files[name] = content
        return name, kind

    def _new_name(self, stem: str, kind: str) -> str:
        """A name that no picture has yet, in capitals or not."""
        while True:
            self._stems[f"{stem}.{kind}".lower()] += 1
            count = self._stems[f"{stem}.{kind}".lower()]
            if count == 1:
                return f"{stem}.{kind}"
            stem = f"{stem}-{count}"


def _inner(part: Part, key: str) -> str:
    """The path of the part to which a relationship leads."""
    relationship = part.relationships.get(key)
    return relationship.target if relationship and not relationship.external else ""


def _shown_format(content: bytes) -> str:
    """The format of a picture that browsers can show, as the end of a file's name."""
    kind = next((kind for signature, kind in _SHOWN.items() if content.startswith(signature)), "")
    return kind or ("svg" if _is_harmless_svg(content) else "")


def _other_format(content: bytes) -> str:
    kind = next((kind for signature, kind in _OTHERS.items() if content.startswith(signature)), "")
    return kind or ("SVG" if b"<svg" in content[:1000] else "other")


def _is_harmless_svg(content: bytes) -> bool:
    """Whether it is an SVG that runs nothing and loads nothing."""
    if not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return False
    try:
        root = parse_xml(content)
    except (DoctypeError, DepthError, MalformedError):
        return False
    for element in root.iter():
        attributes = {name.rpartition("}")[2]: text for name, text in element.attrib.items()}
        if (
            element.tag.rpartition("}")[2] in _ACTIVE
            or any(name.startswith("on") for name in attributes)
            or not attributes.get("href", "#").startswith(("#", "data:image/"))
            or any(_LEADS_OUT.search(text) for text in (*attributes.values(), element.text or ""))
        ):
            return False
    return root.tag == _SVG
