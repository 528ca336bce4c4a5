"""An article as a file of Markdown: what is known of it as YAML, its text, and its notes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from duidu.publish import tree
from duidu.publish.article_tree import document_of
from duidu.publish.citing.record import record_of
from duidu.publish.editions import Edition, Editions
from duidu.publish.pandoc.pandoc_blocks import joined
from duidu.publish.pandoc.pandoc_context import PandocContext, keys_of
from duidu.publish.pandoc.pandoc_escape import escaped
from duidu.publish.pandoc.pandoc_inlines import inline
from duidu.publish.words import WORDS
from duidu.publish.xml_text import allowed
from duidu.settings import Settings


def markdown_files(work: Editions, _: Settings) -> dict[str, bytes]:
    """`SLUG.zh-hant.md` and `SLUG.zh-hans.md`, as far as `work` has these editions.

    Pictures are in `figures/` beside them.
    """
    return {f"{each.slug}.{tag.lower()}.md": _file(each).encode() for tag, each in work.items()}


def _file(edition: Edition) -> str:
    document = document_of(edition.slug, edition.article, edition.language)
    notes = [note for each in (document.notes.lists if document.notes else ()) for note in each.notes]
    context = PandocContext(WORDS[edition.language], keys_of(notes))
    before = tree.present(document.abstract, document.keywords)
    after = tree.present(document.english, document.notes)
    body = joined((*_first_pages(document.title), *before, *document.body, *after), context)
    return f"---\n{_yaml(edition, document, context)}---\n\n{body}\n"


def _first_pages(title: tree.Heading) -> Iterator[tree.Paragraph]:
    """The pages that begin in the title, which stands in the front matter without them."""
    if pages := tuple(node for node in title.content if isinstance(node, tree.PageBreak)):
        yield tree.Paragraph("", pages)


def _yaml(edition: Edition, document: tree.Document, context: PandocContext) -> str:
    """The front matter: each value as JSON, which is YAML too. The title may call a note."""
    record = record_of(edition.slug, edition.article, edition.metadata, edition.language)
    said = edition.metadata
    facts: dict[str, Any] = {
        "title": _line(
            [node for node in document.title.content if not isinstance(node, tree.PageBreak)], context
        ),
        "title-en": escaped(record.title_en) if record.title else "",
        "author": [_line(author.name, context) for author in document.authors],
        "affiliation": [_line(author.affiliation, context) for author in document.authors],
        "date": str(said.year or ""),
        "lang": edition.language,
        "journal": record.journal,
        "volume": said.volume,
        "issue": said.issue,
        "pages": "-".join(record.cited_pages),
        "publisher": said.publisher,
        "issn": said.issn,
        "doi": said.doi,
        "url": said.url,
        "rights": said.rights or context.words.rights_unknown,
        "keywords": list(record.keywords),
    }
    return "".join(f"{name}: {_json(value)}\n" for name, value in facts.items() if _says(value))


def _line(content: Iterable[tree.Inline], context: PandocContext) -> str:
    return inline(tuple(content), context).strip(" ")


def _says(value: object) -> bool:
    return any(value) if isinstance(value, list) else bool(value)


def _json(value: object) -> str:
    """`value` as JSON whose characters YAML lets stand."""
    written = json.dumps(value, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in allowed(written))
