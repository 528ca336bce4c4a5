"""The names of articles' folders, which become part of their addresses."""

from __future__ import annotations

import re

from duidu.problems import Code, Problem

# In addresses other characters are escaped or mean something, and servers differ about capitals.
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST = 100  # characters: file names, of which it is a part, have at most 255
# The site's own pages and folders, so that an address never means two things.
_RESERVED = frozenset(
    (
        "all-headings", "articles", "assets", "en", "grams", "index", "offline", "search", "site",
        "authors", "cited", "feed", "issues", "names", "subjects", "titles", "works", "years",
        "zh-hans", "zh-hant",
    )
)  # fmt: skip


def check_slug(slug: str) -> Problem | None:
    """What is wrong with the name of an article's folder; None if nothing is."""
    if not _SLUG.fullmatch(slug):
        return Problem.at(Code.SLUG_WRONG, slug=ascii(slug) if not slug.isprintable() else f"“{slug}”")
    if len(slug) > _LONGEST:
        return Problem.at(Code.SLUG_LONG, count=len(slug), most=_LONGEST)
    return Problem.at(Code.SLUG_RESERVED, slug=slug) if slug in _RESERVED else None
