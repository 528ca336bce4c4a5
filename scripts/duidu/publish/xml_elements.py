"""XML as a tree of elements: made by one function, written by another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, tostring

from duidu.publish.xml_text import allowed

# What stands in an element.
Child = Element | str
# What a function makes of a node: nothing, words, an element, or several of these.
Children = list[Child]

_IN_NAMES = re.compile(r"[^A-Za-z0-9._-]")


def element(tag: str, attributes: Mapping[str, str], *children: Child) -> Element:
    """An element with these attributes, but for those that are empty, and with `children` in it."""
    made = Element(tag, {name: allowed(value) for name, value in attributes.items() if value})
    last: Element | None = None
    for child in children:
        if isinstance(child, Element):
            made.append(child)
            last = child
        elif last is None:
            made.text = (made.text or "") + allowed(child)
        else:
            last.tail = (last.tail or "") + allowed(child)
    return made


def container(tag: str, attributes: Mapping[str, str], *children: Child) -> Element:
    """An element that has others in it and no words of its own: each of them stands on a line of its own."""
    lines = (piece for child in children for piece in ("\n", child))
    return element(tag, attributes, *lines, *("\n" if children else ""))


def xml_name(anchor: str) -> str:
    """`anchor` as an id that XML allows: what no name may have is written as its number.

    It must begin with a letter, as all ids of the model do.
    """
    return _IN_NAMES.sub(lambda sign: f"_u{ord(sign[0]):x}_", anchor)


def xml_file(root: Element, doctype: str = "") -> bytes:
    """`root` as a file, with this document type if one is told."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n' + (f"{doctype}\n" if doctype else "")
    return f"{head}{tostring(root, encoding='unicode')}\n".encode()
