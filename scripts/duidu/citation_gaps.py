"""What is not known of an article that a reference to it should have, and what that costs."""

from __future__ import annotations

from collections.abc import Iterator

from duidu.problems import Code, Problem
from duidu.publish.citing.record import Record

# Google Scholar's guidelines for webmasters ask for title, author and date of each article.
_COSTS = {
    "author": "without an author Google Scholar lists no article",
    "year": "without a year Google Scholar lists no article, and no reference can be given",
    "journal": "without a journal no reference can be given",
    "volume": "a reference without volume or issue is hard to follow",
    "pages": "without pages no passage can be cited by its page",
}


def find_gaps(record: Record) -> Iterator[Problem]:
    """A finding that names what is missing, and the worst that comes of it; none if nothing is."""
    named = [name for name in _COSTS if name in record.missing]
    if named:
        words = " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))
        are = "are" if named[1:] or named == ["pages"] else "is"
        yield Problem.at(Code.CITATION_INCOMPLETE, missing=words, are=are, cost=_COSTS[named[0]])
