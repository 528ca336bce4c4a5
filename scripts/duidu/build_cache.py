"""What a build leaves for the next one, in `.cache/duidu/` of the project; it may be deleted at any time.

    lock                   held by the command that is writing
    tree.json              the files that were written: size, time of the last change, SHA-256
    site.json              what tells of all articles: from what it was made, and its files
    sources.json           the files of articles (`source_digests`)
    neighbours.json        which neighbours each reading page was told: the SHA-256 of that
    articles/SLUG.json     what is kept of an article (`kept_article`), from what it was made, and how large
                           the next three are
    articles/SLUG.items    what a search can find in it
    articles/SLUG.told     what it contributes to the pages that tell of all (`publish.journal`)
    articles/SLUG.lines    its lines in the indexes of all (`publish.journal.index_lines`)
    groups/SLUG.lists      the posting lists of the group that begins with an article: from what they were
                           made, and they themselves (`publish.search.postings`)

What cannot be read, or is not as it was left, is taken as not there: then the article is converted again.
Files in JSON have a seal (`sealed`). The three that a build reads only at need have none: whether they are
whole, their sizes tell.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from duidu.clearing import clear, remove
from duidu.kept_article import KeptArticle, read_items, read_kept, write_items, write_kept
from duidu.problems import Code, DuiduError, Problem
from duidu.publish.journal.contribution import Contribution, read_contribution, write_contribution
from duidu.publish.journal.index_lines import Line, Lines, read_index_lines, write_index_lines
from duidu.publish.search.search_items import Item
from duidu.sealed import sealed, unsealed
from duidu.source_digests import SourceDigests

_UNREADABLE = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError)
_LINE_END = b"\n"
_KINDS = ("items", "told", "lines")
_NEIGHBOURS, _SITE, _SOURCES, _TREE = "neighbours.json", "site.json", "sources.json", "tree.json"
_SIZE = 8  # bytes that say how many there are
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class KeptSite:
    """What is kept of the files that tell of all articles: from what they were made, and the SHA-256 of each
    by its path below docs/; and from what an index of many pages was made, by the path of the first.
    """

    key: str = ""
    digests: Mapping[str, str] = field(default_factory=dict)
    indexes: Mapping[str, str] = field(default_factory=dict)

    def pages_of(self, first: str) -> dict[str, str]:
        """The digests of the pages of the index of which the `first` is this one."""
        parts = first.removesuffix(".md") + "/"
        return {path: each for path, each in self.digests.items() if path == first or path.startswith(parts)}


class BuildCache:
    """The cache in `folder`. A key tells from what something was made: another key, another thing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._articles = folder / "articles"
        self._groups = folder / "groups"

    def article(self, slug: str) -> tuple[str, KeptArticle] | None:
        """What was kept of an article when it was last converted without an error, after its key."""
        with suppress(*_UNREADABLE):
            told = unsealed((self._articles / f"{slug}.json").read_bytes())
            key, sizes, content = told.split(_LINE_END, 2)
            if json.loads(sizes) == self._sizes(slug):
                return key.decode(), read_kept(content)
        return None

    def _sizes(self, slug: str) -> list[int]:
        """How large the files are that hold the rest of it. Raises `OSError` if one is not there."""
        files = (f"{self._articles}/{slug}.{kind}" for kind in _KINDS)
        return [os.stat(file).st_size for file in files]  # noqa: PTH116  of thousands, and faster than `Path`

    def items(self, slug: str) -> tuple[Item, ...]:
        """What a search can find in it. Raises `DuiduError` if it cannot be read."""
        return self._read(f"{slug}.items", lambda file: read_items(file.read()))

    def contribution(self, slug: str) -> Contribution:
        """What it contributes to the pages that tell of all. Raises `DuiduError` if it cannot be read."""
        return self._read(f"{slug}.told", lambda file: read_contribution(file.read()))

    def index_lines(self, slug: str, language: str, kind: str) -> Sequence[Line]:
        """Its lines in the index of this `kind`. Raises `DuiduError` if they cannot be read."""
        return self._read(f"{slug}.lines", lambda file: read_index_lines(file, language, kind))

    def _read(self, name: str, read: Callable[[BinaryIO], Value]) -> Value:
        file = self._articles / name
        try:
            with open(file, "rb") as opened:  # noqa: PTH123  of thousands, and faster than `Path.open`
                return read(opened)
        except _UNREADABLE:
            raise DuiduError(str(file), Problem.at(Code.CACHE_DAMAGED)) from None

    def keep_article(
        self,
        key: str,
        article: KeptArticle,
        items: tuple[Item, ...],
        contribution: Contribution,
        lines: Lines,
    ) -> None:
        """Keep what the four methods give back. Raises `OSError` if it cannot be written."""
        rest = write_items(items), write_contribution(contribution), write_index_lines(lines)
        for kind, content in zip(_KINDS, rest, strict=True):
            _write(self._articles / f"{article.slug}.{kind}", content)
        told = key.encode(), json.dumps([*map(len, rest)]).encode(), write_kept(article)
        _write(self._articles / f"{article.slug}.json", sealed(_LINE_END.join(told)))

    def forget_others(self, slugs: Iterable[str]) -> None:
        """Delete what is kept of other articles than these."""
        _forget_others(self._articles, slugs)

    def has_group(self, slug: str, key: bytes) -> bool:
        """Whether the posting lists are there of the group that begins with the article `slug`, made from
        `key`.
        """
        with suppress(OSError), self._group(slug).open("rb") as file:
            size = int.from_bytes(file.read(_SIZE))
            return file.read(len(key)) == key and os.fstat(file.fileno()).st_size == _SIZE + len(key) + size
        return False

    def group(self, slug: str, key: bytes) -> BinaryIO:
        """The file of these lists, opened where they begin. Raises `OSError` if it cannot be read."""
        file = self._group(slug).open("rb")
        file.seek(_SIZE + len(key))
        return file

    def keep_group(self, slug: str, key: bytes, lists: bytes) -> None:
        """Keep what `group` gives back. Raises `OSError` if it cannot be written."""
        _write(self._group(slug), len(lists).to_bytes(_SIZE) + key + lists)

    def forget_other_groups(self, slugs: Iterable[str]) -> None:
        """Delete the posting lists of other groups than those that begin with these articles."""
        _forget_others(self._groups, slugs)

    def _group(self, slug: str) -> Path:
        return self._groups / f"{slug}.lists"

    def site(self) -> KeptSite:
        """What is known of the files that tell of all articles."""
        with suppress(*_UNREADABLE):
            return KeptSite(**self._told(_SITE))
        return KeptSite()

    def keep_site(self, site: KeptSite) -> None:
        """Keep what `site` gives back. Raises `OSError` if it cannot be written."""
        self._keep(_SITE, asdict(site))

    def neighbours(self) -> Mapping[str, str]:
        """Which neighbours each reading page was told, by its path; empty if unknown."""
        with suppress(*_UNREADABLE):
            return dict(self._told(_NEIGHBOURS))
        return {}

    def keep_neighbours(self, told: Mapping[str, str]) -> None:
        """Keep what `neighbours` gives back. Raises `OSError` if it cannot be written."""
        self._keep(_NEIGHBOURS, told)

    def sources(self) -> SourceDigests:
        """What is known of the files of articles."""
        with suppress(OSError, ValueError):
            return SourceDigests(unsealed((self._folder / _SOURCES).read_bytes()))
        return SourceDigests(b"")

    def keep_sources(self, digests: SourceDigests) -> None:
        """Keep what `sources` gives back. Raises `OSError` if it cannot be written."""
        if (told := digests.told()) is not None:
            _write(self._folder / _SOURCES, sealed(told))

    def unchanged(self, docs: Path) -> Mapping[str, str]:
        """The SHA-256 of each file below `docs` that is as it was left."""
        with suppress(*_UNREADABLE):
            tree = self._told(_TREE).items()
            return {path: digest for path, (*was, digest) in tree if _stamp(docs, path) == was}
        return {}

    def keep_tree(self, docs: Path, digests: Mapping[str, str]) -> None:
        """Keep how each file below `docs` was left. Raises `OSError` if it cannot be written."""
        self._keep(_TREE, {path: [*(_stamp(docs, path) or ()), digest] for path, digest in digests.items()})

    def _told(self, name: str) -> Any:
        """What `_keep` kept. Raises one of `_UNREADABLE` if it is not as it was left."""
        return json.loads(unsealed((self._folder / name).read_bytes()))

    def _keep(self, name: str, told: object) -> None:
        _write(self._folder / name, sealed(json.dumps(told, separators=(",", ":")).encode()))


def _forget_others(folder: Path, slugs: Iterable[str]) -> None:
    known = set(slugs)
    for file in folder.glob("*"):
        if file.stem not in known:
            remove(file)


def _stamp(docs: Path, path: str) -> list[int] | None:
    try:
        told = os.stat(f"{docs}/{path}")  # noqa: PTH116  of tens of thousands, and faster than `Path`
        return [told.st_size, told.st_mtime_ns]
    except OSError:
        return None


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f"{file.name}.part")
    for place in (draft, file):
        clear(place)
    draft.write_bytes(content)
    draft.replace(file)
