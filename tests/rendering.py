"""Markdown → HTML as the site makes it, and HTML taken apart far enough to be asked questions."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache, cached_property
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown

os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material prints an advertisement otherwise
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data

ROOT = Path(__file__).parents[1]
VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}
NO_WORDS = {("role", "doc-backlink"), ("role", "doc-noteref"), ("class", "item-label")}
PARTS = {"li", "td", "th"}  # of lists and tables; their words are not those of what they stand in
Attributes = dict[str, str | None]


class Html(HTMLParser):
    """A page: `elements` are (tag, attributes) in order, `texts` the words of each element with an id.

    Calls, ways back and labels are no words of the text they stand in, nor are those of cells, and of items
    of a list, that have ids of their own; what is in a template is not on the page.
    `contents` are the entries of its table of contents, if it was made from Markdown.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, Attributes]] = []
        self.words: list[str] = []  # of each element
        self.nested_links: list[Attributes] = []  # which HTML forbids
        self.contents: list[str] = []
        self._open: list[int] = []
        self._templates = 0  # that are open
        self.feed(html)
        self.close()

    @cached_property
    def ids(self) -> list[str]:
        return [str(attributes["id"]) for _, attributes in self.elements if "id" in attributes]

    @cached_property
    def texts(self) -> dict[str, str]:
        elements = zip(self.elements, self.words, strict=True)
        return {str(attributes.get("id") or ""): words for (_, attributes), words in elements}

    def find(self, name: str, value: str) -> list[Attributes]:
        """The attributes of each element whose attribute `name` is `value`."""
        return [attributes for _, attributes in self.elements if attributes.get(name) == value]

    def words_of(self, name: str, value: str) -> list[str]:
        """The words of each of these elements, without white space around them."""
        elements = zip(self.elements, self.words, strict=True)
        return [words.strip(" \n") for (_, attributes), words in elements if attributes.get(name) == value]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._templates += tag == "template"
        if self._templates:
            return
        if tag == "a" and any(self.elements[place][0] == "a" for place in self._open):
            self.nested_links.append(dict(attrs))
        if tag not in VOID:
            self._open.append(len(self.elements))
        self.elements.append((tag, dict(attrs)))
        self.words.append("")

    def handle_endtag(self, tag: str) -> None:
        if not self._templates and tag not in VOID:
            self._open.pop()
        self._templates -= tag == "template"

    def handle_data(self, data: str) -> None:
        if self._templates:
            return
        if any(NO_WORDS & self.elements[place][1].items() for place in self._open):
            return
        for place in reversed(self._open):
            self.words[place] += data
            tag, attributes = self.elements[place]
            if tag in PARTS and {"id", "data-twin"} & attributes.keys():
                break


def to_html(page: str) -> Html:
    """A page's Markdown through the extensions of mkdocs.yml, and no others."""
    body, _ = get_data(page)
    renderer = _renderer().reset()
    html = Html(renderer.convert(body))
    entries = renderer.toc_tokens  # type: ignore[attr-defined]  # set by the extension toc
    html.contents = [unescape(entry) for entry in _names(entries)]
    return html


def _names(entries: list[dict[str, Any]]) -> Iterator[str]:
    for entry in entries:
        yield entry["name"]
        yield from _names(entry["children"])


def front_matter_of(page: str) -> dict[str, object]:
    """A page's metadata, as MkDocs reads it."""
    _, meta = get_data(page)
    return dict(meta)


@cache
def _renderer() -> markdown.Markdown:
    config = load_config(str(ROOT / "mkdocs.yml"))
    return markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
