"""Numbers that an author typed where a document should have called its notes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from duidu.model import Article, Reference, Style, Text

_RAISED = re.compile(r"\s*[\[［〔(（]?\s*(\d{1,3})\s*[\]］〕)）]?\s*")
_ENCLOSED = re.compile(r"(?<=[^\s：:「『《〈])([①-⑳㉑-㉟㊱-㊿])")
_BRACKETED = re.compile(
    r"(?<=[^\s：:「『《〈])[\[［〔【](?:[註注]\s*)?(\d{1,3})[\]］〕】]|[（(][註注]\s*(\d{1,3})[）)]"
)
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class TypedCall:
    """A number that looks like the call of a note, as it is written, on a line of the source."""

    number: int
    text: str
    line: int


def find_typed_calls(article: Article) -> tuple[TypedCall, ...]:
    """The numbers of `article` that rise from 1 as calls of notes do; none if there are not two.

    Numbers in square brackets are no calls where there is a bibliography: they name its entries.
    """
    has_references = any(isinstance(block, Reference) for block in article.blocks)
    found: list[TypedCall] = []
    for call in _candidates(article):
        if has_references and call.text[:1] in "[［〔【":
            continue
        if call.number == len(found) + 1:
            found.append(call)
    return tuple(found) if len(found) >= _FEWEST else ()


def _candidates(article: Article) -> Iterator[TypedCall]:
    for block in article.blocks:
        if isinstance(block, Reference):
            continue
        for run in block.runs:
            if not isinstance(run, Text):
                continue
            if run.style & Style.SUPERSCRIPT and (raised := _RAISED.fullmatch(run.text)):
                yield TypedCall(int(raised[1]), run.text.strip(), run.origin.line)
            for sign in _ENCLOSED.finditer(run.text):
                yield TypedCall(int(unicodedata.numeric(sign[1])), sign[1], run.origin.line)
            for sign in _BRACKETED.finditer(run.text):
                yield TypedCall(int(sign[1] or sign[2]), sign.group(), run.origin.line)
