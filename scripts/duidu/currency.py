"""Whether the files below docs/ are what the sources give: everything is converted, nothing is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from duidu.article_folders import find_articles
from duidu.built import Built
from duidu.convert import convert_articles
from duidu.look import read_look
from duidu.project import Project
from duidu.publish.escape import Value
from duidu.publish.journal.issues import arrange
from duidu.publish.journal.neighbours import neighbours_of, with_neighbours, without_neighbours
from duidu.site_files import digests_of, site_files
from duidu.workspace import owned_files, read_file, read_names


def check_pages(project: Project, *, simplified: bool = True, processes: int = 1) -> Built:
    """What the articles of the project give, and which files below docs/ are not that.

    None is looked at if a finding is an error. Raises `DuiduError` if there is no folder for articles.
    """
    found = find_articles(project.articles)
    articles, items, told = {}, {}, {}
    for done in convert_articles(found.sources, project.journal, simplified=simplified, processes=processes):
        slug = done.article.slug
        articles[slug], items[slug], told[slug] = done.article, done.items, done.contribution
    built = Built(tuple(articles.values()), tuple(found.findings))
    if not built.sound:
        return built
    look = read_look(project)
    expected = {path: digest for article in articles.values() for path, digest in article.digests.items()}
    names = read_names(project.names_file)
    of_all = site_files(articles, items, told, look, names, project.settings, simplified=simplified)
    expected |= digests_of(of_all)
    files = {path: read_file(project.docs / path) for path in owned_files(project.docs)}
    neighbours = neighbours_of(arrange(told.values()), told)
    files |= {path: _alone(files[path], said) for path, said in neighbours.items() if path in files}
    there = digests_of(files)
    outdated = {path for path, _ in expected.items() ^ there.items()}
    return replace(built, files=len(expected), outdated=tuple(sorted(outdated)))


def _alone(file: bytes, told: Mapping[str, Value]) -> bytes:
    """What the article alone gives of a reading page, if that is told just this; else nothing."""
    page = file.decode("utf-8", "replace")
    return without_neighbours(page).encode() if page == with_neighbours(page, told) else b""
