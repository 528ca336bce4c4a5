"""The ways from a section's heading to the sections before and after it."""

from __future__ import annotations

from duidu.model import Article, Heading, plain
from duidu.publish.escape import attribute
from duidu.publish.words import Words


def section_ways(article: Article, words: Words, *, abstract: bool) -> dict[str, str]:
    """By the id of each heading, the links to the previous one and the next, as HTML.

    Before the first heading there may be an `abstract`. The links are empty, as permalinks are:
    reader.css draws their signs, so that no search, quotation or copy meets words that the article has not.
    """
    headings = [block for block in article.blocks if isinstance(block, Heading)]
    stops: list[tuple[str, str] | None] = [("abstract", words.abstract)] if abstract else [None]
    stops += [(heading.id, plain(heading.runs)) for heading in headings]
    links = {}
    for heading, before, after in zip(headings, stops, [*stops[2:], None], strict=False):
        previous = _link(before, "previous", words.previous_section)
        following = _link(after, "next", words.next_section)
        if previous or following:
            links[heading.id] = f'<div class="section-ways">{previous}{following}</div>\n'
    return links


def _link(stop: tuple[str, str] | None, kind: str, label: str) -> str:
    if stop is None:
        return ""
    anchor, title = stop
    return f'<a class="{kind}" href="#{anchor}" aria-label="{attribute(label.format(title=title))}"></a>'
