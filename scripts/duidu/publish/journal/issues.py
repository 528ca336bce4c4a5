"""The issues of a journal: what they are called, and which articles are in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from duidu.enrich.collation import sort_key
from duidu.enrich.works import folded
from duidu.model import TRADITIONAL
from duidu.publish.journal.contribution import Contribution
from duidu.publish.words import Words

_OTHER_SIGNS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue; what is not known of it is empty, or 0. Where there are no volumes, the year is one."""

    volume: str
    number: str
    year: int

    @property
    def slug(self) -> str:
        """Its name in addresses: 4-6, or 2009-3 where there are no volumes."""
        first = self.volume or (str(self.year) if self.year else "no")
        return "-".join(filter(None, map(_spelled, (first, self.number))))

    @property
    def order(self) -> tuple[int, int, int, str]:
        """By this the newest is the greatest."""
        return self.year, _figure(self.volume), _figure(self.number), self.slug

    def name(self, words: Words) -> str:
        """第 4 卷第 6 期（2009 年）; vol. 4, no. 6 (2009)."""
        parts = (
            _named(words.issue_volume, "volume", self.volume),
            _named(words.issue_number, "number", self.number),
        )
        between = ", " if words.comma == ", " else ""
        if said := between.join(filter(None, parts)):
            return said + (words.issue_year.format(year=self.year) if self.year else "")
        return words.issue_year_alone.format(year=self.year)

    def title(self, words: Words) -> str:
        """The same at the beginning of a line."""
        name = self.name(words)
        return name[0].upper() + name[1:]


def _named(template: str, gap: str, said: str) -> str:
    """`said` as the words have it; what is no number names itself, as 春季號 does."""
    return template.format(**{gap: said}) if said[:1].isascii() and said else said


def _spelled(text: str) -> str:
    """`text` as a part of an address: signs that do not belong there become their numbers."""
    ascii_only = "".join(sign if sign.isascii() else f"-{ord(sign):x}-" for sign in text.lower())
    return _OTHER_SIGNS.sub("-", ascii_only).strip("-")


def _figure(text: str) -> int:
    found = re.search(r"[0-9]+", text)
    return int(found[0]) if found else 0


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the articles of a site are arranged, by their slugs: by issue, the newest first, and the others.

    There are no issues where all articles are of one issue, or of several journals.
    """

    issues: Mapping[Issue, tuple[str, ...]] = field(default_factory=dict)
    others: tuple[str, ...] = ()


def arrange(contributions: Iterable[Contribution]) -> Arrangement:
    """The arrangement of the articles that contribute these; in an issue they stand by their pages."""
    every = sorted(contributions, key=lambda each: (each.first_page, each.slug))
    dated = [each for each in every if each.volume or each.number or (each.journal and each.year)]
    found: dict[str, list[Contribution]] = {}
    for each in dated:
        found.setdefault(issue_from(each).slug, []).append(each)
    if len(found) < 2 or len({folded(each.journal) for each in dated}) > 1:
        return Arrangement(others=tuple(each.slug for each in every))
    issues = {_issue(members): tuple(each.slug for each in members) for members in found.values()}
    newest_first = dict(sorted(issues.items(), key=lambda item: item[0].order, reverse=True))
    known = {each.slug for each in dated}
    return Arrangement(newest_first, tuple(each.slug for each in every if each.slug not in known))


def _issue(members: Iterable[Contribution]) -> Issue:
    """An issue by what its articles say, of which some may not say the year."""
    return issue_from(max(members, key=lambda each: each.year))


def issue_from(article: Contribution) -> Issue:
    """The issue that an article says to be in."""
    return Issue(article.volume, article.number, article.year)


def by_title(contributions: Mapping[str, Contribution], language: str = TRADITIONAL) -> list[str]:
    """The slugs of those that have pages in `language`, by their titles in it."""
    told = {slug: each.told[language] for slug, each in contributions.items() if language in each.told}
    return sorted(told, key=lambda slug: (sort_key(told[slug].title, language), slug))
