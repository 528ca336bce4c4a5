"""What the head of a page and its scripts are told of the article: front matter for the template."""

from __future__ import annotations

from collections.abc import Mapping

from duidu.model import ENGLISH
from duidu.publish.citing.jsonld import scholarly_article
from duidu.publish.citing.meta import citation_meta
from duidu.publish.citing.references import manner_of
from duidu.publish.citing.work import Work
from duidu.publish.escape import Script, Value


def quoting(works: Mapping[str, Work]) -> dict[str, Value]:
    """How a quotation from the page is cited in each language in which text stands on it.

    A script fills in page, note and address.
    """
    return {"citing": Script({tag: manner_of(work, language=tag).pieces() for tag, work in works.items()})}


def described(work: Work) -> dict[str, Value]:
    """What search engines and reference managers are told of `work`, on its own page."""
    if not work.citable:
        return {}
    return {"citation": citation_meta(work), "scholarly": Script(scholarly_article(work))}


def languages_on(*works: Work) -> dict[str, Work]:
    """`works` by language, and the first of them for what is in English."""
    return {work.language: work for work in works} | {ENGLISH: works[0]}
