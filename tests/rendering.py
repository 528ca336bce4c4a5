"""Markdown → HTML as the site makes it, and HTML taken apart far enough to be asked questions."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown

os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material prints an advertisement otherwise
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data

ROOT = Path(__file__).parents[1]
VOID = {"br", "hr", "img", "input", "link", "meta"}


class Html(HTMLParser):
    """A page: `elements` are (tag, attributes) in order, `texts` the words of each element with an id.

    `contents` are the entries of its table of contents, if it was made from Markdown.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self.contents: list[str] = []
        self._open: list[dict[str, str | None]] = []
        self.feed(html)
        self.close()

    @property
    def ids(self) -> list[str]:
        return [str(attributes["id"]) for _, attributes in self.elements if "id" in attributes]

    def find(self, name: str, value: str) -> list[dict[str, str | None]]:
        """The attributes of each element whose attribute `name` is `value`."""
        return [attributes for _, attributes in self.elements if attributes.get(name) == value]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.elements.append((tag, attributes))
        if tag not in VOID:
            self._open.append(attributes)
            self.texts.setdefault(attributes.get("id") or "", "")

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if any(attributes.get("role") in ("doc-backlink", "doc-noteref") for attributes in self._open):
            return  # a call and a way back are no words of the text they stand in
        for attributes in self._open:
            if "id" in attributes:
                self.texts[str(attributes["id"])] += data


def to_html(page: str) -> Html:
    """A page's Markdown through the extensions of mkdocs.yml, and no others."""
    body, _ = get_data(page)
    extensions, settings = _extensions()
    renderer = markdown.Markdown(extensions=extensions, extension_configs=settings)
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
def _extensions() -> tuple[list[str], dict[str, dict[str, object]]]:
    config = load_config(str(ROOT / "mkdocs.yml"))
    return config.markdown_extensions, config.mdx_configs
