"""The facts of a work that an article cites, as plain words, for reference managers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from duidu.enrich.citations.latin_names import family_name
from duidu.enrich.works import Texts, texts_of
from duidu.han import IDEOGRAPHIC
from duidu.model import Article
from duidu.publish import tree
from duidu.publish.words import WORDS
from duidu.publish.work_kinds import WorkKind, kind_of
from duidu.publish.works_cited import CitedWork, works_cited
from duidu.remembered import remembered

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as it is written, and its parts where the letters tell them."""

    shown: str
    family: str = ""
    given: str = ""


@dataclass(frozen=True, slots=True)
class WorkRecord:
    """A work as it is first cited. What its reference does not say is empty.

    `pages` are those of an article or chapter. `language` is `en` for what is in Latin letters, else that of
    the article. `cited_in` names the notes that cite it, in words.
    """

    id: str
    kind: WorkKind
    title: str
    authors: tuple[PersonName, ...]
    editors: tuple[PersonName, ...]
    container: str
    volume: str
    issue: str
    place: str
    publisher: str
    year: str
    pages: tuple[str, ...]
    url: str
    language: str
    cited_in: str


@remembered
def work_records(article: Article) -> tuple[WorkRecord, ...]:
    """The works that `article` cites, in the order in which they are listed."""
    texts = texts_of(article)
    lists = works_cited(article, article.language)
    return tuple(_record(cited, texts, article.language) for each in lists for cited in each.works)


def _record(cited: CitedWork, texts: Texts, language: str) -> WorkRecord:
    citation, words = cited.work.citations[0], WORDS[language]
    kind = kind_of(citation)
    year = _YEAR.search(texts[citation.year])
    url = texts[citation.url]
    pages = re.findall(r"\d+", texts[citation.pages]) if kind in (WorkKind.ARTICLE, WorkKind.CHAPTER) else []
    places = words.comma.join(name for _, name in cited.places)
    return WorkRecord(
        cited.work.id,
        kind,
        _said(texts[citation.title]) or _untitled(tree.plain(cited.content), url),
        tuple(map(_name, texts.names(citation))),
        tuple(_name(texts[editor]) for editor in citation.editors),
        _said(texts[citation.container]),
        _said(texts[citation.volume]),
        _said(texts[citation.issue]),
        _said(texts[citation.place]),
        _said(texts[citation.publisher]),
        year[0] if year else "",
        tuple(pages[:2]),
        url if "://" in url or not url else f"http://{url}",
        cited.language or language,
        words.cited_in.format(notes=places),
    )


def _untitled(reference: str, url: str) -> str:
    """What stands for the title of a work without one: its reference, without its address."""
    return _said(reference.replace(url, "")).strip(" ,.，。")


def _name(text: str) -> PersonName:
    """A name in Latin letters ends in the family's; of a Chinese one the parts cannot be told safely."""
    shown = _said(text)
    family = family_name(shown)
    is_latin = all(character < IDEOGRAPHIC for character in shown)
    if not is_latin or family == shown or not shown.endswith(family):
        return PersonName(shown)
    return PersonName(shown, family, shown.removesuffix(family).strip(" ,"))


def _said(text: str) -> str:
    return " ".join(text.split())
