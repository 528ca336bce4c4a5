"""A project's articles → the files of its site below docs/. Only what changed is converted again.

An article with an error keeps its last pages, and holds up no other.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath

from duidu.alone import alone
from duidu.article_folders import find_articles, find_misnamed
from duidu.build_cache import BuildCache, KeptSite
from duidu.built import Built
from duidu.collecting import collecting_seldom
from duidu.convert import convert_articles
from duidu.digests import digest_of
from duidu.kept_article import KeptArticle
from duidu.look import read_look
from duidu.program import program_key
from duidu.project import Project
from duidu.publish.journal.contribution import Contribution
from duidu.publish.journal.issues import arrange
from duidu.publish.journal.neighbours import neighbours_of, with_neighbours, without_neighbours
from duidu.publish.search.name_table import NameRow
from duidu.site_files import site_files, site_key
from duidu.source_digests import SourceDigests
from duidu.staging import Staging
from duidu.workers import Workers
from duidu.workspace import owned_files, read_names, telling_unwritable


def build_pages(
    project: Project,
    *,
    simplified: bool = True,
    processes: int = 1,
    waiting: Callable[[], object] = lambda: None,
) -> Built:
    """Write the files of the project's articles, and those that tell of all.

    There are none in Simplified unless `simplified`. All take the place of the older ones at once, when the
    last is there. Nothing is written where there is no article without an error. If another command is
    writing, `waiting` is called, and it is waited for. Raises `DuiduError` if a file cannot be written, or
    if there is no folder for articles.
    """
    with (
        collecting_seldom(),
        telling_unwritable(project.root),
        alone(project, waiting),
        Staging(project.docs) as staging,
        Workers(processes) as workers,
    ):
        names, wrong = read_names(project.names_file)
        misnamed = find_misnamed(project.root)
        cache = BuildCache(project.cache)
        found = find_articles(project.articles, lambda slug: cache.article(slug) is not None)
        build = _Build(project, cache, staging, workers, simplified, cache.unchanged(project.docs))
        now = build.convert(found.sources)
        shown = build.shown(now, found.refused)
        built = Built(tuple(now.values()), (*found.findings, *wrong, *misnamed), frozenset(build.converted))
        if not shown and not built.sound:
            return built
        digests = {path: digest for each in shown.values() for path, digest in each.digests.items()}
        digests |= build.site(shown, names)
        # Of an article that cannot be made and is not kept, the pages of an older build stay.
        stay = {*now, *found.refused} - {*shown}
        owned = owned_files(project.docs)
        gone = [path for path in owned if path not in digests and _slug_of(path) not in stay]
        changed = staging.carry_out(gone)
        if build.told:  # before the tree: else pages might be taken for what they were before
            cache.keep_neighbours(build.told)
        if changed or digests != build.unchanged:
            cache.keep_tree(project.docs, digests)
        cache.forget_others({*now, *found.refused})
    return replace(built, files=len(digests), changed=changed)


@dataclass(frozen=True, slots=True)
class _Build:
    """A build under way. `unchanged` has the SHA-256 of each file that is as the last build left it;
    `converted` are slugs, and `resumed` the files that were found as they should be without being known;
    `told` is which neighbours each reading page has been told now, as a SHA-256.
    """

    project: Project
    cache: BuildCache
    staging: Staging
    workers: Workers
    simplified: bool
    unchanged: Mapping[str, str]
    converted: set[str] = field(default_factory=set)
    resumed: set[str] = field(default_factory=set)
    told: dict[str, str] = field(default_factory=dict)

    def convert(self, sources: Sequence[Path]) -> dict[str, KeptArticle]:
        """The articles as they are now, by slug; the pages of those that changed are staged."""
        digests = self.cache.sources()
        keys = {source: self._key(source.parent, digests) for source in sources}
        self.cache.keep_sources(digests)
        known = {source: self._known(source.parent.name, keys[source]) for source in sources}
        todo = [source for source, article in known.items() if article is None]
        project = self.project
        done = convert_articles(
            todo,
            project.journal,
            simplified=self.simplified,
            settings=project.settings.of_articles,
            workers=self.workers,
        )
        articles: dict[str, KeptArticle] = {}
        for source, article in known.items():
            if article is None:
                converted = next(done)
                article = converted.article
                if article.sound:
                    self.converted.add(article.slug)
                    for path, content in converted.files.items():
                        self.staging.add(path, content)
                    kept = converted.items, converted.contribution, converted.lines
                    # Not before its files are staged: who finds it kept there may look for them.
                    self.cache.keep_article(keys[source], article, *kept)
            articles[article.slug] = replace(article, file=str(source)) if article.sound else article
        return articles

    def shown(self, now: Mapping[str, KeptArticle], refused: Iterable[str]) -> dict[str, KeptArticle]:
        """The articles of which there are pages, by slug: as they are now, or as before they had an error."""
        shown = {slug: article for slug, article in now.items() if article.sound}
        for slug in {*now, *refused} - {*shown}:
            if before := self._known(slug):
                shown[slug] = before
        return dict(sorted(shown.items()))

    def site(self, shown: Mapping[str, KeptArticle], names: Sequence[NameRow]) -> Mapping[str, str]:
        """The SHA-256 of each file that tells of all articles, which are staged if they are not there; the
        search offers `names`.
        """
        look = read_look(self.project)
        key = site_key(shown, look, names, simplified=self.simplified)
        before = self.cache.site()
        if before.key == key and self._are_there(before.digests):
            if self.converted or self.resumed:  # to what they were: they have to be told of neighbours again
                self._tell_neighbours({slug: self.cache.contribution(slug) for slug in shown})
            return before.digests
        told = {slug: self.cache.contribution(slug) for slug in shown}
        made: dict[str, str] = {}
        indexes: dict[str, str] = {}

        def is_there(first: str, lines: str) -> bool:
            indexes[first] = f"{program_key()} {lines}"
            pages = before.pages_of(first) if before.indexes.get(first) == indexes[first] else {}
            if not pages or not self._are_there(pages):
                return False
            made.update(pages)
            return True

        files = site_files(
            shown,
            self.cache,
            told,
            look,
            names,
            self.project.settings,
            simplified=self.simplified,
            is_there=is_there,
            workers=self.workers,
        )
        for path, content in files:
            self.staging.add(path, content)
            made[path] = digest_of(path, content)
        self._tell_neighbours(told)
        self.cache.keep_site(KeptSite(key, made, indexes))
        return made

    def _tell_neighbours(self, contributions: Mapping[str, Contribution]) -> None:
        """Each reading page has the place of its article among the others, which that alone does not know.

        Those that were told the same before, and have not been made anew, have it.
        """
        before = self.cache.neighbours()
        for path, told in neighbours_of(arrange(contributions.values()), contributions).items():
            self.told[path] = sha256(json.dumps(told).encode()).hexdigest()
            made_anew = _slug_of(path) in self.converted or path in self.resumed
            if made_anew or self.told[path] != before.get(path):
                page = self.staging.read(path).decode()
                self.staging.add(path, with_neighbours(page, told).encode())

    def _key(self, folder: Path, digests: SourceDigests) -> str:
        """Another one if an article may come out otherwise: the SHA-256 of its files, its journal's, of
        what the articles tell of their site, and of the program.
        """
        told = self.project.settings.of_articles
        said = (program_key(), self.simplified, told.name, told.names, told.address)
        digest = sha256(json.dumps(said, sort_keys=True).encode())
        for file in (self.project.journal, *sorted(folder.iterdir())):
            if not file.name.startswith("."):
                content = digests.of(file) if file.is_file() else ""
                digest.update(b"\n%b %b" % (os.fsencode(file.name), content.encode()))
        return digest.hexdigest()

    def _known(self, slug: str, key: str = "") -> KeptArticle | None:
        """What is kept of an article, made by `key` if that is given, if all its pages are there."""
        if (kept := self.cache.article(slug)) and key in ("", kept[0]) and self._are_there(kept[1].digests):
            return kept[1]
        return None

    def _are_there(self, digests: Mapping[str, str]) -> bool:
        """Whether there are all these files; those that a build made which was killed are staged again."""
        found: dict[str, bytes] = {}
        for path, digest in digests.items():
            if self.unchanged.get(path) != digest:
                found[path] = self._left(path)
                if digest_of(path, found[path]) != digest:
                    return False
        for path, content in found.items():
            self.staging.add(path, content)
        self.resumed.update(found)
        return True

    def _left(self, path: str) -> bytes:
        """What there is of a file, as it was before it was told its neighbours."""
        content = self.staging.left(path)
        if not path.endswith(".md"):
            return content
        return without_neighbours(content.decode("utf-8", "replace")).encode()


def _slug_of(path: str) -> str:
    """The slug in a path below docs/: `zh-hant/SLUG/index.md`, `search/SLUG.json`."""
    return PurePosixPath(path).parts[1].partition(".")[0] if "/" in path else ""
