"""Changes all texts of an article: the one place that knows where in the model text stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from duidu.model import ENGLISH, TRADITIONAL, Article, Author, Block, Front, Runs, Table

# From a stretch of text and the tag of its language to what it becomes.
Change = Callable[[Runs, str], Runs]
Value = TypeVar("Value")


def map_texts(article: Article, change: Change) -> Article:
    """`article` with every stretch of its text changed."""
    language = article.language

    def changed(runs: Runs) -> Runs:
        return change(runs, language)

    return replace(
        article,
        front=map_front(article.front, change, language),
        blocks=tuple(_map_block(block, changed) for block in article.blocks),
        notes=tuple(replace(note, runs=changed(note.runs)) for note in article.notes),
    )


def with_language(article: Article, language: str) -> Article:
    """`article`, whose texts are in `language`, told so."""
    front, before = article.front, article.language
    renamed = replace(
        front,
        titles=_renamed(front.titles, before, language),
        abstracts=_renamed(front.abstracts, before, language),
        keywords=_renamed(front.keywords, before, language),
    )
    return replace(article, front=renamed, language=language)


def _renamed(values: Mapping[str, Value], before: str, after: str) -> dict[str, Value]:
    return {after if tag == before else tag: value for tag, value in values.items()}


def _map_block(block: Block, change: Callable[[Runs], Runs]) -> Block:
    block = replace(block, runs=change(block.runs))
    if isinstance(block, Table):
        rows = (tuple(replace(cell, runs=change(cell.runs)) for cell in row) for row in block.rows)
        return replace(block, rows=tuple(rows))
    return block


def map_front(front: Front, change: Change, language: str = TRADITIONAL) -> Front:
    """`front` with every stretch of its text changed; its authors' names are in `language`."""

    def each(pieces: tuple[Runs, ...], tag: str) -> tuple[Runs, ...]:
        return tuple(change(runs, tag) for runs in pieces)

    return Front(
        titles=_map_languages(front.titles, change),
        authors=tuple(_map_author(author, change, language) for author in front.authors),
        abstracts=_map_languages(front.abstracts, each),
        keywords=_map_languages(front.keywords, each),
    )


def _map_languages(values: Mapping[str, Value], change: Callable[[Value, str], Value]) -> dict[str, Value]:
    return {tag: change(value, tag) for tag, value in values.items()}


def _map_author(author: Author, change: Change, language: str) -> Author:
    return replace(
        author,
        name=change(author.name, language),
        name_en=change(author.name_en, ENGLISH),
        affiliation=change(author.affiliation, language),
        affiliation_en=change(author.affiliation_en, ENGLISH),
    )
