"""Whether the files below docs/ are what the sources give: everything is converted, nothing is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from duidu.article_folders import find_articles, find_misnamed
from duidu.build_cache import BuildCache
from duidu.built import Built
from duidu.collecting import collecting_seldom
from duidu.convert import convert_articles
from duidu.digests import digest_of
from duidu.kept_article import KeptArticle
from duidu.look import read_look
from duidu.project import Project
from duidu.publish.escape import Value
from duidu.publish.journal.issues import arrange
from duidu.publish.journal.neighbours import neighbours_of, with_neighbours, without_neighbours
from duidu.site_files import site_files
from duidu.workers import Workers
from duidu.workspace import owned_files, read_file, read_names, telling_unwritable


def check_pages(project: Project, *, simplified: bool = True, processes: int = 1) -> Built:
    """What the articles of the project give, and which files below docs/ are not that.

    None is looked at if a finding is an error. Raises `DuiduError` if there is no folder for articles.
    """
    found = find_articles(project.articles)
    names, wrong = read_names(project.names_file)
    articles: dict[str, KeptArticle] = {}
    # Not in memory, which it is too much for.
    with (
        collecting_seldom(),
        TemporaryDirectory() as folder,
        telling_unwritable(Path(folder)),
        Workers(processes) as workers,
    ):
        cache = BuildCache(Path(folder))
        for done in convert_articles(
            found.sources,
            project.journal,
            simplified=simplified,
            settings=project.settings.of_articles,
            workers=workers,
        ):
            articles[done.article.slug] = done.article
            cache.keep_article("", done.article, done.items, done.contribution, done.lines)
        built = Built(tuple(articles.values()), (*found.findings, *wrong, *find_misnamed(project.root)))
        if not built.sound:
            return built
        told = {slug: cache.contribution(slug) for slug in articles}
        files = site_files(
            articles,
            cache,
            told,
            read_look(project),
            names,
            project.settings,
            simplified=simplified,
            workers=workers,
        )
        expected = {path: digest_of(path, content) for path, content in files}
    expected |= {path: digest for article in articles.values() for path, digest in article.digests.items()}
    there = {path: digest_of(path, read_file(project.docs / path)) for path in owned_files(project.docs)}
    for path, among in neighbours_of(arrange(told.values()), told).items():
        if path in there:
            there[path] = digest_of(path, _alone(read_file(project.docs / path), among))
    outdated = {path for path, _ in expected.items() ^ there.items()}
    return replace(built, files=len(expected), outdated=tuple(sorted(outdated)))


def _alone(file: bytes, told: Mapping[str, Value]) -> bytes:
    """What the article alone gives of a reading page, if that is told just this; else nothing."""
    page = file.decode("utf-8", "replace")
    return without_neighbours(page).encode() if page == with_neighbours(page, told) else b""
