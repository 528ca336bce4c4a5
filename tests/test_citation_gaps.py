"""What a reference should have and is not known: named, with the worst that comes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from building import ORIGINAL
from duidu.citation_gaps import find_gaps
from duidu.metadata import Metadata
from duidu.model import TRADITIONAL
from duidu.publish.citing.record import record_of

WHOLE = record_of(
    "dengta", ORIGINAL.article, Metadata(journal="甲", year=2009, volume="3", pages="1-9"), TRADITIONAL
)


@pytest.mark.parametrize(
    ("metadata", "said"),
    [
        (Metadata(journal="甲", year=2009, issue="2", pages="1-9"), None),
        (
            Metadata(journal="甲", issue="2", pages="1-9"),
            "year of the article is not known; expected in its article.toml: without a year Google Scholar"
            " lists no article, and no reference can be given",
        ),
        (
            Metadata(year=2009, pages="1-9"),
            "journal and volume of the article are not known; expected in its article.toml: without a journal"
            " no reference can be given",
        ),
    ],
)
def test_what_is_missing_is_named_with_its_cost(metadata: Metadata, said: str | None) -> None:
    record = record_of("dengta", ORIGINAL.article, metadata, TRADITIONAL)
    assert [problem.message for problem in find_gaps(record)] == ([said] if said else [])


def test_an_article_without_authors_or_pages() -> None:
    assert list(find_gaps(WHOLE)) == []
    (problem,) = find_gaps(replace(WHOLE, authors=(), pages=()))
    assert problem.message == (
        "author and pages of the article are not known; expected in its article.toml: without an author"
        " Google Scholar lists no article"
    )
