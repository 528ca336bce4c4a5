"""The issues of a journal: what they are called, and which articles are in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from duidu.enrich.collation import sort_key
from duidu.enrich.works import folded
from duidu.model import TRADITIONAL
from duidu.publish.journal.contribution import Contribution
from duidu.publish.volume_and_issue import volume_and_issue
from duidu.publish.words import WORDS

_NO_VOLUME = "no"
# What is spelled out in addresses, between two z, a letter that no code has and Markdown means nothing by:
# signs that do not belong there, capitals, which some disks do not tell from small letters, z itself, and a
# volume that would look like none.
_SPELLED_OUT = re.compile(rf"[^a-y0-9]+|^{_NO_VOLUME}$")


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue; what is not known of it is empty, or 0. Where there are no volumes, the year is one.

    If its own year is not known, it stands among the issues of the year `beside`, or after all others (0).
    """

    volume: str
    number: str
    year: int
    beside: int = 0

    @property
    def slug(self) -> str:
        """Its name in addresses: 4-6, or 2009-3 where there are no volumes. No other issue has the same."""
        first = _spelled(self.volume) or (str(self.year) if self.year else _NO_VOLUME)
        return "-".join(filter(None, (first, _spelled(self.number))))

    @property
    def order(self) -> tuple[int, int, int, str]:
        """By this the newest is the greatest."""
        return self.listed_year, *self.figures, self.slug

    @property
    def listed_year(self) -> int:
        """The year under which it stands in lists; 0 if nothing tells."""
        return self.year or self.beside

    @property
    def figures(self) -> tuple[int, int]:
        """Those in its volume and its number; 0 if there is none."""
        return _figure(self.volume), _figure(self.number)

    def name(self, language: str) -> str:
        """第 4 卷第 6 期（2009 年）; vol. 4, no. 6 (2009)."""
        words = WORDS[language]
        if said := volume_and_issue(self.volume, self.number, language):
            return said + (words.issue_year.format(year=self.year) if self.year else "")
        return words.issue_year_alone.format(year=self.year)

    def title(self, language: str) -> str:
        """The same at the beginning of a line."""
        name = self.name(language)
        return name[0].upper() + name[1:]


def _spelled(text: str) -> str:
    """`text` as a part of an address: 1/2 is 1z2fz2. What differs here, differs there."""
    return _SPELLED_OUT.sub(lambda signs: f"z{'-'.join(f'{ord(sign):x}' for sign in signs[0])}z", text)


def _figure(text: str) -> int:
    found = re.search(r"[0-9]+", text)
    return int(found[0]) if found else 0


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the articles of a site are arranged, by their slugs: by issue, the newest first, and the others.

    The issues are those of the journal in which most articles appeared. There are none where it has one, or
    where no journal has more than half of them.
    """

    issues: Mapping[Issue, tuple[str, ...]] = field(default_factory=dict)
    others: tuple[str, ...] = ()


def arrange(contributions: Iterable[Contribution]) -> Arrangement:
    """The arrangement of the articles that contribute these; in an issue they stand by their pages, and last
    those without any.
    """
    every = sorted(contributions, key=lambda each: each.place_in_issue)
    dated = _of_one_journal(
        [each for each in every if each.volume or each.number or (each.journal and each.year)]
    )
    found: dict[str, list[Contribution]] = {}
    for each in dated:
        found.setdefault(issue_from(each).slug, []).append(each)
    if len(found) < 2:
        return Arrangement(others=tuple(each.slug for each in every))
    articles = {slug: tuple(each.slug for each in members) for slug, members in found.items()}
    issues = _newest_first([_issue(members) for members in found.values()])
    known = {each.slug for each in dated}
    others = tuple(each.slug for each in every if each.slug not in known)
    return Arrangement({issue: articles[issue.slug] for issue in issues}, others)


def _of_one_journal(dated: Sequence[Contribution]) -> list[Contribution]:
    """Those of the journal that has more than half of them; none if there is no such journal."""
    journals = Counter(folded(each.journal) for each in dated)
    return [each for each in dated if journals[folded(each.journal)] * 2 > len(dated)]


def _newest_first(issues: Iterable[Issue]) -> list[Issue]:
    """`issues`, each with the year beside which it stands, if its own is not known."""
    in_order = sorted(issues, key=lambda issue: issue.order)
    dated = [issue for issue in in_order if issue.year]
    placed = [issue if issue.year else replace(issue, beside=_beside(issue, dated)) for issue in in_order]
    return sorted(placed, key=lambda issue: issue.order, reverse=True)


def _beside(issue: Issue, dated: Iterable[Issue]) -> int:
    """The year of the last of the issues `dated`, which are in order, that is before `issue` by its figures,
    or else of the first after it; 0 if figures do not tell, as where each year begins at 1 again.
    """
    alike = [each for each in dated if bool(each.volume) == bool(issue.volume)]
    figures = [each.figures for each in alike]
    if not alike or not any(issue.figures) or figures != sorted(figures):
        return 0
    before = [each for each in alike if each.figures <= issue.figures]
    return (before[-1:] or alike)[0].year


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
