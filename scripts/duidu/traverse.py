"""Going through an article: every stretch of its text changed, whatever that stretch belongs to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from duidu.model import Article, Front, Runs


def map_article(article: Article, change: Callable[[Runs], Runs]) -> Article:
    """`article` with every stretch of text changed: front matter, body and notes, in this order."""
    return replace(
        article,
        front=map_front(article.front, change),
        blocks=tuple(replace(block, runs=change(block.runs)) for block in article.blocks),
        notes=tuple(replace(note, runs=change(note.runs)) for note in article.notes),
    )


def map_front(front: Front, change: Callable[[Runs], Runs]) -> Front:
    """`front` with every stretch of text changed."""
    return Front(
        titles={language: change(runs) for language, runs in front.titles.items()},
        authors=tuple(
            replace(
                author,
                name=change(author.name),
                name_en=change(author.name_en),
                affiliation=change(author.affiliation),
                affiliation_en=change(author.affiliation_en),
            )
            for author in front.authors
        ),
        abstracts={key: tuple(map(change, pieces)) for key, pieces in front.abstracts.items()},
        keywords={key: tuple(map(change, pieces)) for key, pieces in front.keywords.items()},
    )
