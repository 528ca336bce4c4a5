"""Which full reference a short one means.

By the Chicago Manual of Style, ibid. is the one reference just before, in this note or in the one before;
op. cit., like 前引文 and 前揭書, is what its author was cited for earlier, of the year or title given. Where
that leaves several works, all are targets; where it leaves none, none is. After something that may be a
reference but is not understood, ibid. has no target. Nothing is guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from duidu.annotations import Citation, ShortReference, Span
from duidu.enrich.citations import find_citations
from duidu.enrich.citations.latin_names import INVERTED, SAME_AUTHOR
from duidu.enrich.references.named import named
from duidu.enrich.references.short_forms import CUES, Form, Short, find_bare, find_short
from duidu.enrich.works import Texts, folded, key_of
from duidu.model import Article, Note, Reference, plain

_BOUNDARY = re.compile(r"[。；;！？]|(?<=[a-z\d)])\.\s+(?=[A-Z“])")
_FARTHEST = 400  # characters that names may take before a short reference
# What is said in references, and seldom elsewhere.
_MAY_REFER = re.compile(
    r"(?:\bpp?\.|頁)\s?\d|[（(](?!accessed|retrieved|visited)[^（）()]*(?:1[4-9]|20)\d\d[a-z]?\s?年?[）)]"
    r"|[《〈][^》〉]+[》〉]|https?://|,”|\bop\. cit"
    r"|, \d+(?:[-–]\d+)?(?:[.;,]|$)|檔案|館藏|\b[A-Z]{2,4} \d+/\d+"
)
_DASH = re.compile(r"\s*[—―─－_-]{2,}\s*[,，.。]?\s*")
# The first author of an entry has the family name first: Marsh, Eleanor, and John Hale,
_INVERTED = re.compile(rf"\s*(?P<name>{INVERTED.pattern})(?:,? (?:and|&) |, |\. )")
# With any of these a reference is full.
_DETAILS = ("container", "issue", "place", "publisher", "year", "url")


def find_references(article: Article) -> tuple[tuple[Citation, ...], tuple[ShortReference, ...]]:
    """The full references in the notes of `article` and in its bibliography, and the short ones in the notes.

    Each are in order, those of the bibliography last.
    """
    resolver = _Resolver(Texts(article), article.notes)
    for note in article.notes:
        resolver.read(note)
    for block in article.blocks:
        if isinstance(block, Reference):
            resolver.read_entry(block)
    return tuple(resolver.citations), tuple(resolver.short)


@dataclass(frozen=True, slots=True)
class _Reference:
    """A reference in a note, full or short: where it ends, and the citations that it means, if known."""

    end: int
    citations: tuple[Citation, ...]


class _Resolver:
    """Reads the notes in order, and remembers what each referred to."""

    def __init__(self, texts: Texts, notes: Sequence[Note]) -> None:
        self.citations: list[Citation] = []
        self.short: list[ShortReference] = []
        self._texts = texts
        labels = Counter(note.label for note in notes)
        # Where numbers begin anew on each page, a number alone does not tell which note is meant.
        self._ids = {note.label: note.id for note in notes if labels[note.label] == 1}
        self._before: list[_Reference] = []  # in the note before
        self._here: list[_Reference] = []
        self._notes: dict[str, tuple[str, list[_Reference]]] = {}  # the last one with each label

    def read(self, note: Note) -> None:
        """Find what `note` refers to, from its beginning to its end."""
        text = plain(note.runs)
        short = list(find_short(text))
        full = find_citations(note, [each.range for each in short])
        taken = [each.range for each in short] + [(each.span.start, each.span.end) for each in full]
        short += find_bare(text, taken)
        self._before, self._here = self._here, []
        references: list[Short | Citation] = [*short, *full]
        for each in sorted(references, key=_start):
            if isinstance(each, Short):
                self._read_short(each, note, text)
            else:
                self._pass_over(text, each.span.start)
                self._read_full(each)
        self._pass_over(text, len(text))
        self._notes[note.label] = note.id, self._here

    def read_entry(self, entry: Reference) -> None:
        """Find what works an entry of the bibliography names; a dash stands for the authors of the last."""
        self._before, self._here = self._here, []
        text = plain(entry.runs)
        dash, inverted = _DASH.match(text), _INVERTED.match(text)
        head = [match.span() for match in (dash, inverted) if match]
        for citation in find_citations(entry, head):
            if inverted and citation.span.start == inverted.end():
                citation = _with_author(citation, inverted)
            if dash or any(self._texts[name] in SAME_AUTHOR for name in citation.authors):
                last = self._last()
                citation = replace(citation, authors=last.authors if last else ())
            self.citations.append(citation)
            self._here.append(_Reference(citation.span.end, (citation,)))

    def _pass_over(self, text: str, start: int) -> None:
        """Remember what may be a reference between the last one and `start`."""
        if _MAY_REFER.search(text, self._here[-1].end if self._here else 0, start):
            self._here.append(_Reference(start, ()))

    def _read_full(self, citation: Citation) -> None:
        names = citation.authors
        last = self._last()
        if stands_for := any(self._texts[name] in SAME_AUTHOR for name in names):
            citation = replace(citation, authors=last.authors if last else ())
        if repeated := self._repeated(citation):
            self.short.append(ShortReference(citation.span, tuple(each.id for each in repeated)))
            self._here.append(_Reference(citation.span.end, repeated))
            return
        if stands_for:
            self.short.append(ShortReference(names[0], (last.id,) if last else ()))
        self.citations.append(citation)
        self._here.append(_Reference(citation.span.end, (citation,)))

    def _repeated(self, citation: Citation) -> tuple[Citation, ...]:
        """What was cited already, if `citation` says nothing of it but its title, its authors, and pages.

        The title may lack its end, if the authors are said.
        """
        if any(getattr(citation, name) for name in _DETAILS):
            return ()
        families, title = self._texts.levelled_families(citation), folded(self._texts[citation.title])
        titles = {
            each: folded(self._texts[each.title])
            for each in self.citations
            if families in ((), self._texts.levelled_families(each))
        }
        same = [each for each, known in titles.items() if known.startswith(title)]
        whole = [each for each in same if titles[each] == title]
        return self._distinct(whole or (same if families else []))

    def _read_short(self, short: Short, note: Note, text: str) -> None:
        last = max(self._here[-1].end if self._here else 0, short.start - _FARTHEST)
        floor = max([last, *(match.end() for match in _BOUNDARY.finditer(text, last, short.start))])
        start, meant = self._authors_and_works(short, text, floor)
        if short.form is Form.BARE and not meant:
            return  # a page in a sentence
        if short.form is Form.NOTE or (short.form is Form.SAME_NOTE and len(meant) != 1):
            targets = self._note(short, note)
        else:
            targets = tuple(citation.id for citation in meant)
        self.short.append(ShortReference(Span(note.id, start, short.end), targets))
        self._here.append(_Reference(short.end, meant))

    def _note(self, short: Short, note: Note) -> tuple[str, ...]:
        """The note that the reference names; 同註 can only mean an earlier one."""
        earlier = {label: anchor for label, (anchor, _) in self._notes.items()}
        target = (self._ids if short.form is Form.NOTE else earlier).get(short.label)
        return (target,) if target and target != note.id else ()

    def _authors_and_works(self, short: Short, text: str, floor: int) -> tuple[int, tuple[Citation, ...]]:
        """Where a short reference begins, with its author's name, and what it may mean."""
        if short.form is Form.NOTE:
            return short.start, ()
        head = text[floor : short.start]
        place, authored = named(head, self.citations, self._last(), self._texts)
        start, is_named = floor + place, place < len(head)
        self._pass_over(text, start)
        if short.form is Form.SAME_NOTE:
            meant = _cited(self._notes.get(short.label, ("", []))[1])
        elif short.form is Form.PREVIOUS:
            meant = self._just_before()
        elif short.form is Form.EARLIER and not CUES.sub("", head).strip(" ，,"):
            return short.start, self._distinct(self._just_before())
        else:
            return start, self._distinct(self._of_kind(short.kind, authored))
        return start, self._distinct(each for each in meant if not is_named or each in authored)

    def _just_before(self) -> list[Citation]:
        """What the reference before this one means, or else the note before; nothing if that is not known."""
        references = self._here[-1:] or self._before
        return _cited(references) if all(each.citations for each in references) else []

    def _last(self) -> Citation | None:
        """The reference just before, if it is to one work."""
        meant = _cited((self._here or self._before)[-1:])
        return meant[0] if len(meant) == 1 else None

    def _of_kind(self, kind: str, citations: Sequence[Citation]) -> Sequence[Citation]:
        """Only the articles (文) or books (書) of `citations`, if `kind` asks for them and there are any."""
        fitting = [each for each in citations if (each.container is None) == (kind == "書")]
        return fitting if kind and fitting else citations

    def _distinct(self, citations: Iterable[Citation]) -> tuple[Citation, ...]:
        """One citation of each work, in the order of the notes."""
        works: dict[tuple[str, ...], Citation] = {}
        for citation in citations:
            works.setdefault(key_of(citation, self._texts), citation)
        return tuple(works.values())


def _with_author(citation: Citation, inverted: re.Match[str]) -> Citation:
    """The citation that follows the first author's name, with this."""
    span = replace(citation.span, start=inverted.start("name"))
    author = replace(span, end=inverted.end("name"))
    return replace(citation, span=span, authors=(author, *citation.authors))


def _start(reference: Short | Citation) -> int:
    return reference.start if isinstance(reference, Short) else reference.span.start


def _cited(references: Iterable[_Reference]) -> list[Citation]:
    return [citation for reference in references for citation in reference.citations]
