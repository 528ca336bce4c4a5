"""What a build leaves for the next one, in `.cache/duidu/` of the project; it may be deleted at any time.

    lock                   held by the command that is writing
    tree.json              the files that were written: size, time of the last change, SHA-256
    site.json              what tells of all articles: from what it was made, and its files
    articles/SLUG.json     what is kept of an article (`kept_article`), and from what it was made
    articles/SLUG.items    what a search can find in it

What cannot be read is taken as not there: then the article is converted again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from duidu.kept_article import KeptArticle, read_items, read_kept, write_items, write_kept
from duidu.problems import Code, DuiduError, Problem
from duidu.publish.search.search_items import Item

_UNREADABLE = (OSError, ValueError, KeyError, TypeError, AttributeError)
_KEY_END = b"\n"


class BuildCache:
    """The cache in `folder`. A key tells from what something was made: another key, another thing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._articles = folder / "articles"

    def article(self, slug: str) -> tuple[str, KeptArticle] | None:
        """What was kept of an article when it was last converted without an error, after its key."""
        with suppress(*_UNREADABLE):
            key, _, content = (self._articles / f"{slug}.json").read_bytes().partition(_KEY_END)
            if (self._articles / f"{slug}.items").is_file():
                return key.decode(), read_kept(content)
        return None

    def items(self, slug: str) -> tuple[Item, ...]:
        """What a search can find in it. Raises `DuiduError` if it cannot be read."""
        file = self._articles / f"{slug}.items"
        try:
            return read_items(file.read_bytes())
        except _UNREADABLE:
            raise DuiduError(str(file), Problem.at(Code.CACHE_DAMAGED)) from None

    def keep_article(self, key: str, article: KeptArticle, items: tuple[Item, ...]) -> None:
        """Keep what `article` and `items` give back. Raises `OSError` if it cannot be written."""
        _write(self._articles / f"{article.slug}.items", write_items(items))
        _write(self._articles / f"{article.slug}.json", key.encode() + _KEY_END + write_kept(article))

    def forget_others(self, slugs: Iterable[str]) -> None:
        """Delete what is kept of other articles than these."""
        known = set(slugs)
        for file in self._articles.glob("*"):
            if file.stem not in known:
                file.unlink()

    def site(self) -> tuple[str, Mapping[str, str]]:
        """The key of what tells of all articles, and the SHA-256 of its files by path; empty if unknown."""
        with suppress(*_UNREADABLE):
            told = json.loads((self._folder / "site.json").read_bytes())
            return told["key"], told["digests"]
        return "", {}

    def keep_site(self, key: str, digests: Mapping[str, str]) -> None:
        """Keep what `site` gives back. Raises `OSError` if it cannot be written."""
        _write(self._folder / "site.json", json.dumps({"key": key, "digests": digests}).encode())

    def unchanged(self, docs: Path) -> Mapping[str, str]:
        """The SHA-256 of each file below `docs` that is as it was left."""
        with suppress(*_UNREADABLE):
            tree = json.loads((self._folder / "tree.json").read_bytes())
            return {path: digest for path, (*was, digest) in tree.items() if _stamp(docs / path) == was}
        return {}

    def keep_tree(self, docs: Path, digests: Mapping[str, str]) -> None:
        """Keep how each file below `docs` was left. Raises `OSError` if it cannot be written."""
        tree = {path: [*(_stamp(docs / path) or ()), digest] for path, digest in digests.items()}
        _write(self._folder / "tree.json", json.dumps(tree, separators=(",", ":")).encode())


def _stamp(file: Path) -> list[int] | None:
    with suppress(OSError):
        told = file.stat()
        return [told.st_size, told.st_mtime_ns]
    return None


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f"{file.name}.part")
    draft.write_bytes(content)
    draft.replace(file)
