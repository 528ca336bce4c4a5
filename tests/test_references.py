"""The works that notes cite, and what their short references mean."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import note
from duidu.annotations import Citation, Span
from duidu.enrich.addresses import find_addresses
from duidu.enrich.annotate import annotate
from duidu.enrich.other_script import convert_article
from duidu.enrich.works import Texts, works_of
from duidu.model import Article, Front, Note
from listing import FOLDER, rows
from recovering import read
from rendering import ROOT

SOURCE = next((ROOT / "docs/articles").glob("*/source.txt"))
CITATIONS = ("citations.txt", "citations_chinese.txt", "citations_latin.txt")
FIELDS = ("title", "container", "volume", "issue", "place", "publisher", "year", "pages", "url")

Fields = dict[str, str]


def lines(name: str) -> list[str]:
    """The lines of a case file without its comments."""
    said = (FOLDER / name).read_text("utf-8").splitlines()
    return [line for line in said if not line.startswith("#")]


def blocks(name: str) -> list[list[str]]:
    """The lines of a case file, by block."""
    text = "\n".join(lines(name)).strip("\n")
    return [block.split("\n") for block in text.split("\n\n") if block]


def in_fields(block: list[str]) -> Fields:
    return dict(line.split(": ", 1) for line in block)


def article_of(*texts: str) -> Article:
    notes = tuple(note(number, text) for number, text in enumerate(texts, start=1))
    return annotate(Article(Front(), (), notes))[0]


@cache
def real() -> Article:
    return annotate(read(SOURCE).article)[0]


def what_is_said(citation: Citation, texts: Texts) -> Fields:
    """A citation in the words of the case files."""
    lists = {
        "authors": "; ".join(texts.names(citation)),
        "editors": "; ".join(texts[span] for span in citation.editors),
    }
    fields = {name: texts[getattr(citation, name)] for name in FIELDS}
    return {name: value for name, value in (lists | fields).items() if value}


# Works cited in full.


WORKS = [in_fields(block) for block in blocks("works.txt")]


def test_every_work_counted_by_hand_is_found() -> None:
    texts = Texts(real())
    found = [
        {"note": citation.span.part.removeprefix("note-"), **what_is_said(citation, texts)}
        for citation in real().annotations.citations
    ]
    assert found == WORKS
    assert len(works_of(real())) == len(WORKS)


def cited() -> Iterator[tuple[str, list[tuple[str, Fields]]]]:
    """Each note of the files of citations, and its citations: how they stand there and what they say."""
    for first, *rest in chain.from_iterable(map(blocks, CITATIONS)):
        citations: list[tuple[str, Fields]] = []
        for key, value in (line.split(": ", 1) for line in rest):
            if key == "cites":
                citations.append((value, {}))
            else:
                citations[-1][1][key] = value
        yield first.removeprefix("text: "), citations


@pytest.mark.parametrize(("text", "expected"), list(cited()))
def test_a_citation_is_read_in_the_styles_that_notes_have(
    text: str, expected: list[tuple[str, Fields]]
) -> None:
    article = article_of(text)
    texts = Texts(article)
    found = [(texts[each.span], what_is_said(each, texts)) for each in article.annotations.citations]
    assert found == expected


def test_a_work_cited_in_full_twice_is_one_work() -> None:
    twice = "Jane Hale, Lights (London: Harbour Press, 1967), p. {page}."
    works = works_of(article_of(twice.format(page=3), "Ibid.", twice.format(page=9), "Hale, op. cit."))
    assert [(work.id, work.notes) for work in works] == [
        ("work-1-1", ("note-1", "note-2", "note-3", "note-4"))
    ]


# Short references.


SHORT = rows("short_references.txt")


def test_every_short_reference_read_by_hand_is_resolved() -> None:
    article = real()
    texts, citations = Texts(article), {each.id: each for each in article.annotations.citations}
    found = []
    for short in article.annotations.short_references:
        (target,) = short.targets
        meant = citations[target]
        numbers = [span.part.removeprefix("note-") for span in (short.span, meant.span)]
        work = f"{texts.families(meant)[0]} {texts[meant.year]}".strip()
        found.append((numbers[0], texts[short.span], f"{numbers[1]} {work}"))
    assert found == SHORT


def resolved() -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """The notes of each case of resolved.txt, and what the short references of the last one mean."""
    for block in blocks("resolved.txt"):
        notes = tuple(line for line in block if not line.startswith("> "))
        yield notes, [line.removeprefix("> ").strip() for line in block if line.startswith("> ")]


@pytest.mark.parametrize(("notes", "expected"), list(resolved()))
def test_a_short_reference_means_what_the_rules_leave(notes: tuple[str, ...], expected: list[str]) -> None:
    article = article_of(*notes)
    texts = Texts(article)
    found = [
        f"{texts[short.span]} = {' '.join(short.targets)}".strip()
        for short in article.annotations.short_references
        if short.span.part == f"note-{len(notes)}"
    ]
    assert found == expected


def test_what_is_open_is_reported_and_not_guessed() -> None:
    notes = (
        note(1, "Ibid."),
        note(
            2, "S. Walt, Origins (London: Harbour Press, 1987); S. Walt, Ends (London: Harbour Press, 1987)."
        ),
        note(3, "Walt (1987), op. cit."),
    )
    _, problems = annotate(Article(Front(), (), notes))
    assert [problem.report("source.txt") for problem in problems] == [
        "source.txt:1: warning: note 1 has “Ibid.”, for which no earlier note cites a work; "
        "expected one [reference-unknown]",
        "source.txt:1: warning: note 3 has “Walt (1987), op. cit.”, which may mean Walt 1987 “Origins” or "
        "Walt 1987 “Ends”; expected one work [reference-ambiguous]",
    ]


# Addresses.


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("BBC News, http://example.org/a_b.stm.", "http://example.org/a_b.stm"),
        ("U.S. Bureau, www.example.org/c4120.html，2007 年", "www.example.org/c4120.html"),
        ("見 http://example.org/Lights_(film)。", "http://example.org/Lights_(film)"),
        ("（http://example.org/x），", "http://example.org/x"),
        ("(see http://example.org/x).", "http://example.org/x"),
        ("<http://example.org/x>", "http://example.org/x"),
        ("http://example.org/S.pdf,pp. 1-12.", "http://example.org/S.pdf"),
        ("http://example.org/?q=燈塔&p=1；", "http://example.org/?q=燈塔&p=1"),
        ("https://example.org/wiki/燈塔_(消歧義)。", "https://example.org/wiki/燈塔_(消歧義)"),
        ("http://example.org/a*b*).", "http://example.org/a*b"),
    ],
)
def test_the_stop_of_the_sentence_is_no_part_of_an_address(text: str, address: str) -> None:
    assert [text[start:end] for start, end in find_addresses(text)] == [address]


# Laws.


pieces = st.sampled_from(
    [text for text, _ in cited()] + [line for block in blocks("resolved.txt") for line in block]
)
some_notes = st.lists(st.lists(pieces, min_size=1, max_size=3).map(" ".join), max_size=5)


@settings(max_examples=60, deadline=None)
@given(some_notes)
def test_whatever_notes_say_spans_lie_within_them_and_targets_exist(notes: list[str]) -> None:
    article = article_of(*notes)
    check_annotations(article)
    assert convert_article(article).annotations == article.annotations


def check_annotations(article: Article) -> None:
    annotations = article.annotations
    parts = {each.id: each for each in article.notes}
    ids = {each.id for each in annotations.citations} | parts.keys()
    texts = Texts(article)
    for citation in annotations.citations:
        for name in FIELDS:
            check_span(getattr(citation, name), parts)
            inner = getattr(citation, name)
            assert inner is None or texts[inner] in texts[citation.span]
    for short in annotations.short_references:
        check_span(short.span, parts)
        assert ids.issuperset(short.targets)
    taken = [each.span for each in annotations.citations]
    taken = sorted([*taken, *(each.span for each in annotations.short_references)])
    whole = [span for span in taken if not any(span != other and span.within(other) for other in taken)]
    assert all(a.part != b.part or a.end <= b.start for a, b in pairwise(whole))


def check_span(span: Span | None, parts: dict[str, Note]) -> None:
    if span:
        text = "".join(getattr(run, "text", "") for run in parts[span.part].runs)
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip() == text[span.start : span.end]
