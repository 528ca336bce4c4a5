"""What an article is called on a page, and what its abstract begins with, in plain words."""

from __future__ import annotations

from duidu.model import ENGLISH, SIMPLIFIED, TRADITIONAL, Front, Runs, plain
from duidu.publish.summary import shorten


def title_runs(front: Front, language: str) -> Runs:
    """The article's title; that in another language where it has none in `language`."""
    return next(filter(None, map(front.titles.get, (language, ENGLISH, TRADITIONAL, SIMPLIFIED))), ())


def title_of(slug: str, front: Front, language: str) -> str:
    """The article's title in plain words; the slug where it has none."""
    return plain(title_runs(front, language)) or slug


def summary_of(front: Front, language: str, length: int) -> str:
    """The first `length` characters or so of the abstract, in plain words; empty if there is none."""
    paragraphs = front.abstracts.get(language) or front.abstracts.get(ENGLISH) or ()
    return shorten(" ".join(plain(paragraph) for paragraph in paragraphs), length)
