"""Whether the files below docs/ are what the sources give: everything is converted, nothing is written."""

from __future__ import annotations

from dataclasses import replace

from duidu.article_folders import find_articles
from duidu.built import Built
from duidu.content_digest import digests_of
from duidu.convert import convert_articles
from duidu.look import read_look
from duidu.project import Project
from duidu.site_files import site_files
from duidu.workspace import owned_files, read_file, read_names


def check_pages(project: Project, *, simplified: bool = True, processes: int = 1) -> Built:
    """What the articles of the project give, and which files below docs/ are not that.

    None is looked at if a finding is an error. Raises `DuiduError` if there is no folder for articles.
    """
    found = find_articles(project.articles)
    articles, items = {}, {}
    for done in convert_articles(
        found.sources,
        project.journal,
        simplified=simplified,
        settings=project.settings,
        processes=processes,
    ):
        articles[done.article.slug], items[done.article.slug] = done.article, done.items
    built = Built(tuple(articles.values()), tuple(found.findings))
    if not built.sound:
        return built
    look = read_look(project)
    expected = {path: digest for article in articles.values() for path, digest in article.digests.items()}
    names = read_names(project.names_file)
    expected |= digests_of(site_files(articles, items, look, names, project.settings, simplified=simplified))
    there = digests_of({path: read_file(project.docs / path) for path in owned_files(project.docs)})
    outdated = {path for path, _ in expected.items() ^ there.items()}
    return replace(built, files=len(expected), outdated=tuple(sorted(outdated)))
