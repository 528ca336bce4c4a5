"""Article → the article without the parts in which no text is left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from duidu.model import Article, Author, Block, Figure, Front, NoteRef, PageBreak, Runs, parts_of, plain
from duidu.traversal import map_front


def is_empty(runs: Runs) -> bool:
    """Whether there is no text in `runs`, and no note is called."""
    return not plain(runs).strip() and not any(isinstance(run, NoteRef) for run in runs)


def prune(article: Article) -> Article:
    """`article` without empty names, abstracts, keywords and blocks. The others keep their ids."""
    return replace(article, front=_prune_front(article.front), blocks=_prune_blocks(article.blocks))


def _prune_front(front: Front) -> Front:
    cleared = map_front(front, lambda runs, _: () if is_empty(runs) else runs)
    return replace(
        cleared,
        titles=front.titles,
        authors=tuple(author for author in cleared.authors if author != Author(())),
        abstracts=_prune_pieces(cleared.abstracts),
        keywords=_prune_pieces(cleared.keywords),
    )


def _prune_pieces(pieces: Mapping[str, tuple[Runs, ...]]) -> dict[str, tuple[Runs, ...]]:
    full = {language: tuple(filter(None, each)) for language, each in pieces.items()}
    return {language: each for language, each in full.items() if each}


def _prune_blocks(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without empty ones. A page that begins in an empty one begins in the next."""
    kept: list[Block] = []
    breaks: Runs = ()
    for block in blocks:
        if all(is_empty(runs) for _, runs in parts_of(block)) and not isinstance(block, Figure):
            pieces = (run for _, runs in parts_of(block) for run in runs)
            breaks += tuple(run for run in pieces if isinstance(run, PageBreak))
        else:
            kept.append(replace(block, runs=(*breaks, *block.runs)))
            breaks = ()
    if kept and breaks:
        kept[-1] = replace(kept[-1], runs=(*kept[-1].runs, *breaks))
    return tuple(kept)
