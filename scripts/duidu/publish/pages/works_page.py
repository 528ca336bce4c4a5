"""The page 「引用書目」: the works that are cited, each with every note that does so, and its entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from duidu.model import Article
from duidu.publish.citing.coins import coins
from duidu.publish.citing.work_record import WorkRecord, work_records
from duidu.publish.escape import attribute, link
from duidu.publish.markdown import Context, inline
from duidu.publish.markdown.context import spoken
from duidu.publish.pages.list_page import list_page
from duidu.publish.pages.page_kinds import WORKS, reading_from
from duidu.publish.words import WORDS
from duidu.publish.works_cited import CitedWork, WorkList, works_cited


def works_page(slug: str, article: Article, language: str) -> str:
    """The Markdown of the page of works cited in `article`, in `language`, works in that one first."""
    lists, reading = works_cited(article, language), reading_from(slug, article.language, language)
    entries = partial(_entry, reading=reading, chinese=article.language, language=language)
    records = {record.id: record for record in work_records(article)}
    parts = [
        part
        for each in lists
        for part in _section(each, [entries(work, records[work.work.id]) for work in each.works])
    ]
    lead, count = WORDS[language].works_lead, sum(len(each.works) for each in lists)
    return list_page(WORKS, slug, article, language, lead=lead, count=count, parts=parts)


def _section(listed: WorkList, entries: Iterable[str]) -> Iterator[str]:
    yield f'<section role="doc-bibliography" aria-labelledby="{listed.anchor}" markdown="1">\n'
    yield f"## {listed.heading} {{#{listed.anchor}}}\n"
    yield '<ul class="works" markdown="1">\n'
    yield from entries
    yield "</ul>\n</section>\n"


def _entry(cited: CitedWork, record: WorkRecord, *, reading: str, chinese: str, language: str) -> str:
    """The work as it stands where it is first cited, what programs are told of it, and where it is cited.

    The text is in `chinese`, and is read at `reading`.
    """
    words, written_in = WORDS[language], cited.language or chinese
    said = inline(cited.content, Context(words))
    notes = words.comma.join(link(name, f"{reading}#{part}") for part, name in cited.places)
    spoken_in = spoken(written_in if written_in != language else "")
    return (
        f'<li id="{cited.work.id}" markdown="block">\n'
        f'{said}<span class="Z3988" title="{attribute(coins(record))}"></span>\n'
        f"{{.work-cited{spoken_in}}}\n\n"
        f"{words.cited_in.format(notes=notes)}\n{{.cited-in}}\n</li>\n"
    )
