"""An article as plain text, for quoting and counting: what is not its own stands in 〔〕.

〔頁 77〕 says that a printed page begins, 〔註 7〕 that a note is called; the notes follow after the text,
each after its number in the same brackets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from duidu.publish import tree
from duidu.publish.article_tree import document_of
from duidu.publish.citing.record import record_of
from duidu.publish.citing.reference_styles import PLAIN, reference
from duidu.publish.editions import Edition, Editions
from duidu.publish.item_labels import space_after
from duidu.publish.words import WORDS, Words
from duidu.publish.xml_text import allowed
from duidu.settings import Settings


def text_files(work: Editions, _: Settings) -> dict[str, bytes]:
    """`SLUG.zh-hant.txt` and `SLUG.zh-hans.txt`, as far as `work` has these editions."""
    return {f"{each.slug}.{tag.lower()}.txt": _file(each).encode() for tag, each in work.items()}


def _file(edition: Edition) -> str:
    words = WORDS[edition.language]
    document = document_of(edition.slug, edition.article, edition.language)
    record = record_of(edition.slug, edition.article, edition.metadata, edition.language)
    rights = edition.metadata.rights
    blocks = tree.present(document.title, *document.authors, document.abstract, document.keywords)
    after = tree.present(document.notes, document.english)
    lines = [line for block in (*blocks, *document.body, *after) for line in _lines(block, words)]
    lines += [f"〔{reference(record, PLAIN)}〕"] if record.referable else []
    lines.append(f"〔{words.cite_rights.format(rights=rights) if rights else words.rights_unknown}〕")
    return "\n\n".join(filter(str.strip, lines)) + "\n"


def _lines(block: tree.Block, words: Words) -> Iterator[str]:
    """`block` as lines, one a paragraph."""
    yield from BLOCKS[type(block)](block, words)


def shown(content: tree.Content, words: Words) -> str:
    """`content` in plain characters, all on one line."""
    pieces = []
    for node in content:
        match node:
            case tree.Text() | tree.Converted():
                pieces.append(allowed(" ".join(node.text.split("\n"))))
            case tree.NoteCall():
                pieces.append(f"〔{words.in_note.format(number=allowed(node.label))}〕")
            case tree.PageBreak():
                pieces.append(f"〔{words.page.format(page=node.page.citation)}〕" if node.id else "")
            case tree.LineBreak():
                pieces.append(" ")
            case tree.ShortReference():
                pieces.append(shown((*node.content, *node.remark), words))
            case _:
                pieces.append(shown(node.content, words))
    return "".join(pieces)


def _content(node: Any, words: Words) -> Iterator[str]:
    yield shown(node.content, words)


def _paragraphs(node: tree.Quotation, words: Words) -> Iterator[str]:
    yield from (shown(content, words) for content in node.paragraphs)


def _list(node: tree.List, words: Words) -> Iterator[str]:
    for item in node.items:
        first, *others = [shown(content, words) for content in item.paragraphs] or [""]
        label = f"{allowed(item.label)}{space_after(item.label)}" if item.label else ""
        yield from (label + first, *others)
        yield from _list(tree.List(item.items), words)


def _table(node: tree.Table, words: Words) -> Iterator[str]:
    """The caption, and the rows as one piece: a line each, with tabs between cells."""
    yield shown(node.caption, words)
    yield "\n".join(
        "\t".join(" ".join(shown(content, words) for content in cell.paragraphs) for cell in row)
        for row in (*node.head, *node.body)
    )


def _figure(node: tree.Figure, words: Words) -> Iterator[str]:
    yield f"〔{words.figure}{words.colon}{allowed(node.description or node.file)}〕"
    yield shown(node.caption, words)


def _byline(node: tree.Byline, words: Words) -> Iterator[str]:
    yield "　".join(shown(each, words) for each in (node.name, node.affiliation) if each)


def _keywords(node: tree.Keywords, words: Words) -> Iterator[str]:
    listed = words.comma.join(shown(keyword, words) for keyword in node.words)
    yield f"{words.keywords}{words.colon}{listed}"


def _note(node: tree.Note, words: Words) -> Iterator[str]:
    first, *others = [shown(content, words) for content in node.paragraphs] or [""]
    yield from (f"〔{words.in_note.format(number=allowed(node.label))}〕{first}", *others)


def _references(node: tree.References, words: Words) -> Iterator[str]:
    yield from (shown(entry.content, words) for entry in node.entries)


def _several(blocks: Iterable[tree.Block], words: Words) -> Iterator[str]:
    for block in blocks:
        yield from _lines(block, words)


def _section(node: tree.Section, words: Words) -> Iterator[str]:
    return _several((node.heading, *node.blocks), words)


def _notes(node: tree.Notes, words: Words) -> Iterator[str]:
    yield shown(node.heading.content, words)
    for each in node.lists:
        yield from _several((*tree.present(each.heading), *each.notes), words)


BLOCKS: dict[type[tree.Block], Callable[[Any, Words], Iterator[str]]] = {
    tree.Heading: _content,
    tree.Label: _content,
    tree.Paragraph: _content,
    tree.Quotation: _paragraphs,
    tree.List: _list,
    tree.Table: _table,
    tree.Figure: _figure,
    tree.References: _references,
    tree.Byline: _byline,
    tree.Keywords: _keywords,
    tree.Note: _note,
    tree.Section: _section,
    tree.Notes: _notes,
}
