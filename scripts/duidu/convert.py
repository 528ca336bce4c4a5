"""A project's articles → the files of its site: recover, enrich, check, publish, in that order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from duidu.check import check_shapes
from duidu.enrich.overrides import TABLE
from duidu.enrich.simplify import idle_overrides, simplify, simplify_metadata, unknown_characters
from duidu.folders import read_settings
from duidu.look import read_look
from duidu.model import SIMPLIFIED
from duidu.problems import Code, Problem
from duidu.publish.citing.files import citation_files
from duidu.publish.editions import Edition
from duidu.publish.manifest import MANIFEST, own_manifest
from duidu.publish.offline import WORKER, service_worker
from duidu.publish.pages import site_pages
from duidu.publish.search.files import search_files
from duidu.workspace import Recovered, articles_folder, read_articles


@dataclass(frozen=True, slots=True)
class Converted:
    """What became of a project's articles: every finding with its file, and the files to write by path.

    There are no files where a law is broken: nothing may be written then.
    """

    articles: tuple[Recovered, ...]
    findings: tuple[tuple[str, Problem], ...]
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def lawful(self) -> bool:
        """Whether no finding is an error."""
        return not any(problem.code.error for _, problem in self.findings)


def convert(root: Path, *, simplified: bool) -> Converted:
    """The articles of the project `root` as files; without pages in Simplified unless `simplified`.

    Each article.toml may leave out Simplified for its own article. Raises `DuiduError` if a file
    cannot be used.
    """
    settings = read_settings(root)
    articles = tuple(found.enriched() for found in read_articles(root))
    editions: list[Edition] = []
    findings: list[tuple[str, Problem]] = []
    if not articles:
        findings.append((str(articles_folder(root)), Problem.at(Code.NO_ARTICLE_YET)))
    for found in articles:
        findings += ((found.file, problem) for problem in found.problems)
        editions.append(Edition(found.slug, found.article, found.ledger, metadata=found.metadata))
        if simplified and found.metadata.simplified:
            edition, problems = _simplified(found)
            editions.append(edition)
            findings += ((found.file, problem) for problem in problems)
    if simplified:
        findings += ((TABLE, problem) for problem in idle_overrides())
    converted = Converted(articles, tuple(findings))
    if not converted.lawful:
        return converted
    written = site_pages(editions, settings, simplified=simplified)
    pages = {path: page.encode() for path, page in written.items()}
    look = read_look(root, settings)
    files = pages | citation_files(editions) | search_files(editions)
    files |= own_manifest(look[MANIFEST], settings)
    files[WORKER] = service_worker(look | files)
    return Converted(articles, converted.findings, files)


def _simplified(found: Recovered) -> tuple[Edition, tuple[Problem, ...]]:
    """The edition of an article in Simplified, and what is to be said of its conversion."""
    article = simplify(found.article, keep=found.metadata.keep, quotes=found.metadata.simplified_quotes)
    metadata = simplify_metadata(found.metadata)
    edition = Edition(found.slug, article, found.ledger, SIMPLIFIED, metadata)
    unknown = unknown_characters(found.article, keep=found.metadata.keep)
    differing = check_shapes(found.article, article, SIMPLIFIED)
    return edition, (*found.metadata.not_accepted(unknown), *differing)
