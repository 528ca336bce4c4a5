"""Document → article: what its file tells is taken as it is, and only the rest concluded.

entries · typed table of contents · opening and English end · typed notes · outline · blocks · notes · ids of
notes in reading order. Every step is a pure function of the ones before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from duidu.cutting import join_runs, slice_runs, trim
from duidu.model import (
    Article,
    Front,
    Note,
    NoteKind,
    NoteRef,
    Page,
    ParagraphBreak,
    Run,
    Runs,
    SetAside,
    call_id,
    plain,
)
from duidu.problems import Code, Problem
from duidu.reasons import Cause
from duidu.recover.structured.block_maker import BlockMaker
from duidu.recover.structured.entry_maker import Entry, EntryMaker, aside
from duidu.recover.structured.front_extent import split_front
from duidu.recover.structured.opening import Opening, OpeningReader
from duidu.recover.structured.outline import find_body_look, find_outline
from duidu.recover.structured.quotations import find_quotations
from duidu.recover.structured.typed_contents import set_contents_aside
from duidu.recover.structured.typed_notes import link_typed_notes
from duidu.sources.document import Document, DocumentNote
from duidu.traversal import map_texts

_LONGEST_QUOTE = 20  # characters


def recover_document(
    document: Document, first_page: int | None = None, last_page: int | None = None
) -> Article:
    """The article that a document holds. Never fails: what is odd is in its `problems`.

    The pages that the document records are kept where the number of the first is known (`first_page`). One
    that records none is on a single page, or tells nothing of its pages: `last_page` tells which.
    """
    maker = EntryMaker(document.notes, first_page)
    opened = tuple(maker.open_page(document.first_page, 1))
    entries, contents = set_contents_aside(tuple(maker.entries(document.elements)))
    goes_on = last_page not in (None, first_page) and not document.is_printed
    lacks = Problem.at(Code.PAGES_UNRECORDED, pages=f"{first_page}-{last_page}")
    unrecorded = (lacks,) if goes_on and len(maker.pages) < 2 else ()
    notes, marks = _read_notes(document.notes)
    look = find_body_look(entry for entry in entries if isinstance(entry, Entry))
    before, body, english, after = split_front(entries, look)
    opening = _read_opening(before, english, notes)
    typed = link_typed_notes((*opening.left, *body, *opening.left_after, *after))
    left = {entry.paragraph.line for entry in (*opening.left, *opening.left_after)}
    text = [entry for entry in typed.entries if isinstance(entry, Entry)]
    levels = find_outline([entry for entry in text if entry.paragraph.line not in left], look)
    article = Article(
        front=opening.front,
        blocks=tuple(BlockMaker(levels, find_quotations(text, look)).blocks(typed.entries)),
        notes=(*(note for key, note in notes.items() if key not in opening.taken_notes), *typed.notes),
        pages=() if unrecorded else tuple(maker.pages),
        set_aside=tuple(
            sorted(
                (*document.set_aside, *contents, *opening.set_aside, *marks, *typed.set_aside),
                key=lambda piece: piece.origin,
            )
        ),
        places=document.places,
        problems=(
            *document.problems,
            *_unknown((*opening.left, *opening.left_after)),
            *(() if document.is_printed else _recorded(maker.pages)),
            *unrecorded,
        ),
    )
    return _number_notes(article if unrecorded else _with_first_page(article, opened))


def _read_notes(notes: Mapping[str, DocumentNote]) -> tuple[dict[str, Note], list[SetAside]]:
    """The notes by key; a mark of its own that a note begins with is set aside."""
    maker = EntryMaker(notes, None)
    found: dict[str, Note] = {}
    set_aside: list[SetAside] = []
    for key, note in notes.items():
        entries = [maker.entry(paragraph) for paragraph in note.paragraphs]
        runs = join_runs([entry.runs for entry in entries if entry.runs], (ParagraphBreak(),))
        if not note.label.isdecimal() and plain(runs).startswith(note.label):
            set_aside += aside(slice_runs(runs, 0, len(note.label)), Cause.NOTE_NUMBER)
            runs = trim(slice_runs(runs, len(note.label), len(plain(runs))))
        found[key] = Note(key, note.label, runs, note.kind)
    return found, set_aside


def _read_opening(before: Sequence[Entry], english: Sequence[Entry], notes: Mapping[str, Note]) -> Opening:
    reader = OpeningReader(notes)
    for entry in before:
        reader.read(entry)
    reader.begin_english()
    for entry in english:
        reader.read(entry)
    return reader.finish()


def _unknown(entries: Sequence[Entry]) -> Iterator[Problem]:
    """The finding for lines of the front matter that are none of its parts."""
    for entry in entries[:1]:
        quoted = entry.text[:_LONGEST_QUOTE]
        yield Problem.at(Code.FRONT_UNKNOWN, entry.paragraph.line, count=len(entries), text=quoted)


def _recorded(pages: Sequence[Page]) -> Iterator[Problem]:
    """The finding that pages are those of some program, and not those of print."""
    for page in pages[1:2]:
        yield Problem.at(Code.PAGES_RECORDED, page.line, count=len(pages) - 1)


def _with_first_page(article: Article, page: Runs) -> Article:
    """The article, whose first page begins before its title, or else before its first words."""
    for tag, title in article.front.titles.items():
        titles = {**article.front.titles, tag: (*page, *title)}
        return replace(article, front=replace(article.front, titles=titles))
    if article.blocks:
        first, *others = article.blocks
        return replace(article, blocks=(replace(first, runs=(*page, *first.runs)), *others))
    return article


def _number_notes(article: Article) -> Article:
    """The article with its notes in the order in which they are called, and ids by that."""
    keys = dict.fromkeys(run.note for run in article.runs() if isinstance(run, NoteRef))
    by_key = {note.id: note for note in article.notes}
    order = [*(by_key[key] for key in keys), *(note for key, note in by_key.items() if key not in keys)]
    ids = {note.id: f"note-{number}" for number, note in enumerate(order, start=1)}
    times: dict[str, int] = {}

    def numbered(runs: Runs, _: str) -> Runs:
        return tuple(_numbered(run, ids, times) if isinstance(run, NoteRef) else run for run in runs)

    fronted = {run.note for run in _title_and_names(article.front) if isinstance(run, NoteRef)}
    notes = (
        replace(note, id=ids[note.id], kind=NoteKind.AUTHOR if note.id in fronted else note.kind)
        for note in order
    )
    return map_texts(replace(article, notes=tuple(notes)), numbered)


def _numbered(call: NoteRef, ids: Mapping[str, str], times: dict[str, int]) -> NoteRef:
    note = ids[call.note]
    times[note] = times.get(note, 0) + 1
    return replace(call, id=call_id(note, times[note]), note=note)


def _title_and_names(front: Front) -> Iterator[Run]:
    """The runs in which an author's note is called."""
    for title in front.titles.values():
        yield from title
    for author in front.authors:
        yield from (*author.name, *author.name_en)
