"""Reads an EPUB without anything of ours: the parts of its text by their ids, and its lists."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

XHTML = "{http://www.w3.org/1999/xhtml}"
EPUB = "{http://www.idpf.org/2007/ops}"
# What is no word of the article: labels, the ways back, remarks, and what is a part of its own.
_ASIDE = {"item-label", "note-label", "editorial", "twin", "affiliation", "missing"}
_INSIDE = {f"{XHTML}{tag}" for tag in ("ul", "table", "img")}


class Book:
    """An EPUB: its files by path, and its text."""

    def __init__(self, content: bytes) -> None:
        with ZipFile(BytesIO(content)) as archive:
            self.entries = archive.infolist()
            self.files = {entry.filename: archive.read(entry) for entry in self.entries}
        self.text = self.tree("EPUB/article.xhtml")

    def tree(self, path: str) -> etree._Element:
        """A file of it as XML, which must be well-formed."""
        return etree.fromstring(self.files[path])

    def parts(self, prefixes: tuple[str, ...]) -> list[tuple[str, str]]:
        """The ids that begin with one of `prefixes`, in order, and what each says; a caption for a table."""
        return [
            (element.get("id"), _said(element))
            for element in self.text.iter()
            if isinstance(element.tag, str) and (element.get("id") or "").startswith(prefixes)
        ]

    def twins(self) -> str:
        """The words in the other script, without calls."""
        twins = (each for each in self.text.iter() if each.get("class") == "twin")
        return "".join(_words(each) for each in twins)

    def listed(self, kind: str) -> list[tuple[str, str]]:
        """The links of a list of the navigation: where each leads, and its words."""
        for nav in self.tree("EPUB/nav.xhtml").iter(f"{XHTML}nav"):
            if nav.get(f"{EPUB}type") == kind:
                return [(each.get("href"), "".join(each.itertext())) for each in nav.iter(f"{XHTML}a")]
        return []

    def told(self, name: str) -> list[str]:
        """What the package file says of this: the name of an element of Dublin Core, or of a property."""
        package = self.tree("EPUB/package.opf")
        return [
            each.text
            for each in package.iter()
            if each.get("property") == name or str(each.tag).endswith(f"/elements/1.1/}}{name}")
        ]


def _said(element: etree._Element) -> str:
    if element.tag == f"{XHTML}table":
        return "".join(_said(each) for each in element.iterchildren(f"{XHTML}caption"))
    return "".join(_pieces(element)).strip("¶\n")


def _words(element: etree._Element) -> str:
    if element.get(f"{EPUB}type") == "noteref":
        return ""
    return (element.text or "") + "".join(_words(child) + (child.tail or "") for child in element)


def _pieces(element: etree._Element) -> Iterator[str]:
    yield (element.text or "").strip("\n")
    for number, child in enumerate(element):
        if child.get("class") not in _ASIDE and child.tag not in _INSIDE:
            kind = child.get(f"{EPUB}type")
            if child.tag == f"{XHTML}br" or (child.tag == f"{XHTML}p" and number):
                yield "¶"
            if kind == "noteref":
                yield f"⟦{''.join(child.itertext())}⟧"
            elif kind == "pagebreak":
                yield f"⟨{child.get('data-page')}⟩"
            else:
                yield from _pieces(child)
        yield (child.tail or "").strip("\n")
