"""What was recognised in an article, in a few lines for the one who gave it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from duidu.model import (
    ENGLISH,
    SIMPLIFIED,
    TRADITIONAL,
    Figure,
    Heading,
    ListItem,
    NoteKind,
    Page,
    Paragraph,
    Quotation,
    Reference,
    Table,
    plain,
)
from duidu.new_article import find_facts
from duidu.pipeline import Draft
from duidu.written_script import NAMES, shares_of

_KINDS = {
    Heading: "headings",
    Paragraph: "paragraphs",
    Quotation: "quotations",
    ListItem: "list items",
    Table: "tables",
    Figure: "figures",
    Reference: "references",
}
_NOTES = {NoteKind.FOOTNOTE: "footnotes", NoteKind.ENDNOTE: "endnotes", NoteKind.AUTHOR: "author's notes"}
# Without these an article of a journal cannot be cited.
_NEEDED = ("journal", "year", "volume", "issue", "pages")


def recognised(draft: Draft) -> Iterator[str]:
    """Six lines: what it is, its script, its parts, its notes, its ledger, and what a citation lacks."""
    article, ledger = draft.article, draft.ledger
    titles = [plain(title) for title in article.front.titles.values()]
    names = [plain(author.name or author.name_en) for author in article.front.authors]
    yield f"Title: {titles[0] if titles else 'none found'}; authors: {'、'.join(names) or 'none found'}"
    shares = shares_of(draft.source.text)
    counts = {TRADITIONAL: shares.traditional, SIMPLIFIED: shares.simplified}
    language = article.original_language
    yield (
        f"Script: {NAMES[language]}, by {counts[language]} of the {sum(counts.values())} characters that only"
        " one of the two scripts has"
    )
    abstracts = "Chinese and English" if ENGLISH in article.front.abstracts else "Chinese"
    parts = Counter(_KINDS[type(block)] for block in article.blocks)
    said = [f"{name} {parts[name]}" for name in _KINDS.values() if parts[name]]
    said.insert(0, f"abstract in {abstracts}" if article.front.abstracts else "no abstract")
    yield f"Text: {', '.join(said)}"
    kinds = Counter(_NOTES[note.kind] for note in article.notes)
    notes = [f"{name} {count}" for name, count in kinds.items()] or ["none"]
    yield f"Notes: {', '.join(notes)}; pages: {_pages(article.pages)}"
    yield (
        f"Characters: {ledger.source_characters}, of them {ledger.placed} in the text"
        f" and {ledger.set_aside} set aside"
    )
    facts = find_facts(article)
    missing = [name for name in _NEEDED if name not in facts]
    yield f"For a citation, article.toml still needs: {', '.join(missing) or 'to be confirmed'}"


def _pages(pages: Sequence[Page]) -> str:
    """How many there are, from which to which, and how many bear their number."""
    if not pages:
        return "not known"
    seen = sum(page.seen for page in pages)
    return f"{len(pages)} ({pages[0].label} to {pages[-1].label}, numbers seen: {seen})"
