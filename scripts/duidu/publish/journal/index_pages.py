"""An index of many articles: on one page while it is short, else on a page for each group of its heads.

A page has at most so many lines, however many articles there are; a long group goes on on further pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from duidu.enrich.collation import OTHER
from duidu.publish.escape import Value, dotted, escape, front_matter, link
from duidu.publish.journal.index_lines import Line
from duidu.publish.pages.page_kinds import PageKind
from duidu.publish.words import Words

MOST_LINES = 300  # of a page

GroupName = Callable[[str, Words], str]


@dataclass(frozen=True, slots=True)
class Index:
    """An index of a site: the kind of its page, what it says at the top, and what its groups are called."""

    kind: PageKind
    lead: Callable[[Words], str]
    group_name: GroupName


class Shown(NamedTuple):
    """A line with the words that lead to its target, and a remark on it; both are Markdown.

    If the head leads somewhere itself, to the file `head_target` below docs/, it is plain words, and may have
    a remark of its own.
    """

    line: Line
    text: str = ""
    remark: str = ""
    head_target: str = ""
    head_remark: str = ""


def index_pages(
    index: Index, shown: Sequence[Shown], language: str, words: Words, *, most: int = MOST_LINES
) -> dict[str, str]:
    """The Markdown of the pages of an `index` in `language`, by their paths below docs/; none if it is empty.

    No page has more than `most` lines.
    """
    if not shown:
        return {}
    page = _Page(index, language, words)
    groups = {group: list(lines) for group, lines in groupby(_sorted(shown), _group)}
    if len(shown) <= most:
        row = page.row({group: f"#{page.anchor(group)}" for group in groups})
        sections = [page.section(group, lines, "../") for group, lines in groups.items()]
        return {page.path: page.first("\n".join([row, *sections]))}
    row = page.row({group: page.file(group) for group in groups})
    counts = (page.counted(group, len(lines)) for group, lines in groups.items())
    listed = "".join(f'<li markdown="span">{each}</li>\n' for each in counts)
    pages = {page.path: page.first(f'<ul class="groups" markdown="1">\n{listed}</ul>\n')}
    for group, lines in groups.items():
        parts = [lines[start : start + most] for start in range(0, len(lines), most)]
        pages |= page.parts(group, parts, row)
    return pages


def group_links(index: Index, shown: Sequence[Shown], language: str, words: Words, folder: str) -> str:
    """The ways to the groups of an `index`, for a page from which the language's is `folder`."""
    page = _Page(index, language, words)
    groups = dict.fromkeys(map(_group, _sorted(shown)))
    split = len(shown) > MOST_LINES
    targets = {
        group: page.file(group) if split else f"{index.kind.file}#{page.anchor(group)}" for group in groups
    }
    return page.row({group: folder + target for group, target in targets.items()})


def _sorted(shown: Iterable[Shown]) -> list[Shown]:
    """The lines in order; of those of one head, the first stays the first."""
    return sorted(shown, key=lambda each: each.line.place)


def _group(shown: Shown) -> str:
    return shown.line.group


@dataclass(frozen=True, slots=True)
class _Page:
    """What every page of an index must know."""

    index: Index
    language: str
    words: Words

    @property
    def path(self) -> str:
        """The first page, below docs/."""
        return f"{self.language.lower()}/{self.index.kind.file}"

    def id(self, group: str) -> str:
        """What a group is called in addresses."""
        return "other" if group == OTHER else group.lower()

    def anchor(self, group: str) -> str:
        """Its heading where all groups are on one page."""
        return f"group-{self.id(group)}"

    def file(self, group: str, number: int = 1) -> str:
        """A page of a group, as seen from the folder of the language."""
        part = f"-{number}" if number > 1 else ""
        return f"{self.index.kind.name}/{self.id(group)}{part}.md"

    def name(self, group: str) -> str:
        """What readers call a group."""
        return self.words.terms_other if group == OTHER else self.index.group_name(group, self.words)

    def row(self, targets: Mapping[str, str]) -> str:
        """The way to each group."""
        links = " ".join(link(self.name(group), target) for group, target in targets.items())
        return f"{links}\n{{.term-groups}}\n"

    def counted(self, group: str, count: int) -> str:
        """The way to a group, and how many lines it has."""
        return f"{link(self.name(group), self.file(group))} {count:,}"

    def first(self, body: str) -> str:
        """The first page of the index."""
        title, lead = self.index.kind.title(self.words), self.index.lead(self.words)
        return f"{self._head(title, lead)}# {escape(title)} {{#title}}\n\n{escape(lead)}\n\n{body}"

    def parts(self, group: str, parts: Sequence[Sequence[Shown]], row: str) -> dict[str, str]:
        """The pages of one group. They are for those who came by the first page, not for search engines."""
        pages = {}
        kind = self.index.kind
        for number, lines in enumerate(parts, start=1):
            name = self.name(group)
            if len(parts) > 1:
                name = self.words.part_of_group.format(group=name, number=number)
            title = f"{kind.title(self.words)}{self.words.colon}{name}"
            head = self._head(title, title, {"robots": "noindex, follow", "part": True})
            way = "\n".join(self._ways(group, number, len(parts)))
            folder = f"{self.language.lower()}/{self.file(group, number)}"
            within = row.replace(f"({kind.name}/", "(")
            body = self._list(lines, "../../")
            pages[folder] = f"{head}# {escape(title)} {{#title}}\n\n{within}\n{body}\n{way}"
        return pages

    def section(self, group: str, lines: Sequence[Shown], root: str) -> str:
        """A group on the only page."""
        return f"## {escape(self.name(group))} {{#{self.anchor(group)}}}\n\n{self._list(lines, root)}"

    def _list(self, lines: Sequence[Shown], root: str) -> str:
        items = (self._item(list(same), root) for _, same in groupby(lines, lambda each: each.line.key))
        return f'<ul class="terms titles" markdown="1">\n{"".join(items)}</ul>\n'

    def _item(self, shown: Sequence[Shown], root: str) -> str:
        first = shown[0]
        head = link(first.line.head, root + first.head_target) if first.head_target else first.line.head
        places = "".join(f"\n{self._place(each, root)}\n{{.term-places}}\n" for each in shown if each.text)
        if first.head_remark:
            head += f" {first.head_remark}"
        return f'<li markdown="block">\n{head}\n{places}</li>\n'

    def _place(self, shown: Shown, root: str) -> str:
        line = shown.line
        times = self.words.times.format(count=line.times) if line.times > 1 else ""
        remark = f' <span class="unbroken">{shown.remark}</span>' if shown.remark else ""
        return f"[{shown.text}]({root}{line.target}){times}{remark}"

    def _ways(self, group: str, number: int, last: int) -> Iterator[str]:
        ways = ((self.words.previous_part, number - 1), (self.words.next_part, number + 1))
        links = [
            link(name, self.file(group, part).rpartition("/")[2]) for name, part in ways if 0 < part <= last
        ]
        if links:
            yield f"{dotted(links)}\n{{.index-ways}}\n"

    def _head(self, title: str, description: str, more: Mapping[str, Value] | None = None) -> str:
        meta: dict[str, Value] = {"title": title, "language": self.language, "description": description}
        return front_matter(meta | dict(more or {}))
