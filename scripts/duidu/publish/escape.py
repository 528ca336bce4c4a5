"""The one place where words become safe to stand in Markdown, an attribute, an address, front matter."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape as escape_html
from typing import Any
from urllib.parse import quote

from duidu.model import ENGLISH


@dataclass(frozen=True, slots=True)
class Script:
    """Data that the theme writes into a script element, as JSON."""

    data: Any


Value = str | bool | Script | Sequence["Value"] | Mapping[str, "Value"]

# A backslash is the more readable escape, but Python-Markdown knows it for some signs only.
_SIGNS = str.maketrans(
    {sign: f"\\{sign}" for sign in "\\`*_{}[]#"}
    | {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "~": "&#126;"}
)

# What opens a list. Any piece may be the first of its line, so every piece is treated as if it were;
# a piece may even begin with the full stop of a number that the piece before it ends in.
_LIST_SIGN = re.compile(r"^( ?\d*)(\.)|^( ?)([-+])")

# Any sign of which something must be made: of most texts that go into a page, nothing.
_MEANT = re.compile(r"[\\`*_{}\[\]#&<>|~\x00-\x08\x0b-\x1f\x7f-\x9f]| {2}|[^\S ]|^ ?(?:\d*\.|[-+])")

# Markdown trims, folds and counts white space. A single space between words is safe; nothing else is.
_WHITE_SPACE = re.compile(r" {2,}|[^\S ]")

# Unicode's control characters (Cc), but for the tab and the line feed.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")

# Signs that could end a script element, or begin a comment in one; and line ends that only JSON knows.
_SCRIPT_SIGNS = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})

# Signs that would end an attribute, or that Markdown reads before it reads the HTML tag around them.
_ATTRIBUTE_SIGN = re.compile(r"[&<>\"`\\(]")
_REFERENCE = re.compile(r"&(?=#?\w+;)")
_ASCII_SIGN = re.compile(r"[!-/:-@\[-`{-~]")


def escape(text: str) -> str:
    """`text` as Markdown that shows just these characters, wherever in a line it comes to stand.

    Control characters become U+FFFD.
    """
    if not _MEANT.search(text):
        return text
    signs = _writable(text).translate(_SIGNS)
    return _WHITE_SPACE.sub(_references, _LIST_SIGN.sub(r"\1\3\\\2\4", signs, count=1))


def attribute(text: str) -> str:
    """`text` as the value of an attribute in double quotes, of a tag inside Markdown."""
    return _ATTRIBUTE_SIGN.sub(_references, text)


def block_attribute(text: str) -> str:
    """`text` as the value of an attribute in double quotes, of a tag in which Markdown is read.

    Such a tag is read and written anew, and what looks like a reference to a character then stays one.
    """
    return attribute(_REFERENCE.sub("&amp;", text))


def listed_attribute(text: str) -> str:
    """`text` as the value of an attribute in double quotes, of an attribute list, which Markdown reads as
    text before it reads it as one.
    """
    return _ASCII_SIGN.sub(_references, " ".join(_writable(text).split()))


def link(text: str, target: str) -> str:
    """A link that shows `text`, to the file `target` given as a path from this page."""
    return f"[{escape(text)}]({quote(target, safe='/#')})"


def dotted(links: Iterable[str]) -> str:
    """`links`, or other Markdown, on one line, with a dot between each two. No line begins with a dot."""
    return "&nbsp;· ".join(links)


def in_language(markdown: str, language: str, page: str) -> str:
    """`markdown`, marked as being in `language` where the `page` is in another.

    Chinese in either script is `zh`. A language that is not known is empty, and not marked.
    """
    same = not markdown or page.startswith(language)
    return markdown if same else f'<span lang="{language}">{markdown}</span>'


def chinese_span(markdown: str, language: str) -> str:
    """`markdown`, which is in the Chinese `language`, amid English."""
    return in_language(markdown, language, ENGLISH)


def front_matter(meta: Mapping[str, Value]) -> str:
    """`meta` as a YAML block. Texts are HTML, since the theme writes them into the page as they are."""
    return f"---\n{_lines(meta)}---\n\n"


def add_front_matter(page: str, meta: Mapping[str, Value]) -> str:
    """`page`, which has front matter, with `meta` after what it says there already."""
    said, body = page.split("\n---\n", 1)
    return f"{said}\n{_lines(meta)}---\n{body}"


def _lines(meta: Mapping[str, Value]) -> str:
    return "".join(f"{key}: {_yaml(value)}\n" for key, value in meta.items())


def _writable(text: str) -> str:
    """`text` without control characters, which HTML cannot carry."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def _references(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(character)};" for character in match[0])


def _yaml(value: Value) -> str:
    """`value` as JSON, which is YAML too, but YAML lets fewer characters stand for themselves."""
    quoted = json.dumps(_html(value), ensure_ascii=False)
    if quoted.isprintable():
        return quoted
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in quoted)


def script(data: object) -> str:
    """`data` as JSON that a script element can hold: without the signs that could end it."""
    return json.dumps(data, ensure_ascii=False).translate(_SCRIPT_SIGNS)


def _html(value: Value) -> Value:
    if isinstance(value, Script):
        return script(value.data)
    if isinstance(value, str):
        return escape_html(_writable(value))
    if isinstance(value, Mapping):
        return {key: _html(inner) for key, inner in value.items()}
    return value if isinstance(value, bool) else [_html(inner) for inner in value]
