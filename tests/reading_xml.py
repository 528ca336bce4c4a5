"""TEI and JATS read back, by other means than they are written: what each part of an article says.

Texts are as `recovering.shown` has them: note calls as {7}, pages as [p96], or [p~97] if inferred, paragraph
breaks as ¶.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from duidu.model import ENGLISH, Article, plain
from recovering import shown

Element = Any  # lxml has no types
ID = "{http://www.w3.org/XML/1998/namespace}id"


@dataclass(frozen=True)
class Read:
    """The text of each part, by its id, and all ids in their order."""

    parts: dict[str, str]
    ids: list[str]


def read_tei(file: bytes) -> Read:
    root = etree.fromstring(file)
    text = next(child for child in root if _name(child) == "text")
    named = [each for each in text.iter("{*}*") if each.get(ID)]
    parts = {each.get(ID): _tei_part(each) for each in named}
    parts["title"] = _tei_words(next(text.iter("{*}titlePart")))
    parts |= {
        f"title-{ENGLISH}": _tei_part(each) for each in text.iter("{*}div") if each.get("type") == "english"
    }
    return Read(parts, [each.get(ID) for each in named])


def _tei_part(node: Element) -> str:
    if _name(node) in ("div", "table", "figure"):
        return "".join(map(_tei_words, _children(node, "head")))
    if paragraphs := _children(node, "p"):
        return "¶".join(map(_tei_words, paragraphs))
    return _tei_words(node)


def _tei_words(node: Element) -> str:
    return (node.text or "") + "".join(_tei_inline(child) + (child.tail or "") for child in node)


def _tei_inline(node: Element) -> str:
    match _name(node):
        case "note":
            return f"{{{node.get('n')}}}"
        case "ref" if node.get("type") == "note":
            return f"{{{node.get('n')}}}"
        case "pb":
            return f"[p{'~' if node.get('cert') else ''}{node.get('n')}]"
        case "lb":
            return "¶"
        case "list" | "sic":
            return ""
    return _tei_words(node)


def read_jats(file: bytes) -> Read:
    root = etree.fromstring(file)
    named = [each for each in root.iter("*") if each.get("id")]
    parts = {each.get("id"): _jats_part(each) for each in named}
    parts["title"] = _jats_words(next(root.iter("article-title")))
    for title in root.iter("trans-title"):
        if title.getparent().get("{http://www.w3.org/XML/1998/namespace}lang") == ENGLISH:
            parts[f"title-{ENGLISH}"] = _jats_words(title)
    return Read(parts, [each.get("id") for each in named])


def _jats_part(node: Element) -> str:
    match _name(node):
        case "sec" | "ref-list":
            return "".join(map(_jats_words, _children(node, "title")))
        case "table-wrap" | "fig":
            return "".join(_jats_words(p) for caption in _children(node, "caption") for p in caption)
    if paragraphs := _children(node, "p"):
        return "¶".join(map(_jats_words, paragraphs))
    return _jats_words(node).strip("\n") if _name(node) == "ref" else _jats_words(node)


def _jats_words(node: Element) -> str:
    return (node.text or "") + "".join(_jats_inline(child) + (child.tail or "") for child in node)


def _jats_inline(node: Element) -> str:
    match _name(node):
        case "xref" if node.get("id"):
            return f"{{{_jats_words(node)}}}"
        case "milestone-start":
            sign = "~" if node.get("specific-use") else ""
            return f"[p{sign}{node.get('rationale').removeprefix('page ')}]"
    return _jats_words(node)


def _name(node: Element) -> str:
    return str(etree.QName(node).localname)


def _children(node: Element, name: str) -> list[Element]:
    return [child for child in node if _name(child) == name]


def expected(article: Article) -> Iterator[tuple[str, str]]:
    """Every part of `article`, and what a file has to say there."""
    for part, runs in article.parts():
        if part != "title" or plain(runs).strip():  # else it is called by its slug
            yield part, shown(runs)
    title = article.front.titles.get(ENGLISH, ())
    if plain(title) and article.front.titles.get(article.language):
        yield f"title-{ENGLISH}", shown(title)
    for number, runs in enumerate(article.front.abstracts.get(ENGLISH, ()), start=1):
        yield f"abstract-{ENGLISH}-{number}", shown(runs)


def assert_whole(article: Article, read: Read) -> None:
    """Every paragraph, note, call and page of `article` is in the file once, and blocks in their order."""
    for part, said in expected(article):
        told = _level(read.parts[part])
        if part == "title":  # after which JATS has the pages that begin amid names
            told, pages = told[: len(_level(said))], told[len(_level(said)) :]
            assert re.fullmatch(r"(\[p~?\d+\])*", pages)
        assert told == _level(said), part
    assert len(read.ids) == len(set(read.ids))
    blocks = [part for part, _ in article.body_parts() if not part.startswith("note-")]
    assert [each for each in read.ids if each in {*blocks}] == blocks
    assert {note.id for note in article.notes} <= {*read.ids}


def _level(text: str) -> str:
    """`text` with one sign for paragraph breaks that stand together, and none at its ends.

    What is no character of XML is U+FFFD.
    """
    written = re.sub("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)
    return re.sub("¶+", "¶", written).strip("¶")
