"""What a list in one language says of articles that it leaves out, since they have no pages in that."""

from __future__ import annotations

from collections.abc import Iterable

from duidu.model import SIMPLIFIED, TRADITIONAL
from duidu.publish.escape import link
from duidu.publish.journal.contribution import Contribution
from duidu.publish.words import Words


def whole_language(contributions: Iterable[Contribution]) -> str:
    """The language in which all these articles have pages: that of the journal, Simplified if each is written
    in it, else Traditional.
    """
    return SIMPLIFIED if {each.original for each in contributions} == {SIMPLIFIED} else TRADITIONAL


def left_out_line(count: int, whole: str, target: str, words: Words) -> str:
    """A line of Markdown for a page that leaves out so many articles; empty if there are none.

    Its link says `whole` and leads to the file `target`, which has them all.
    """
    return f"{words.left_out.format(count=count)}{link(whole, target)}\n{{.index-ways}}\n" if count else ""
