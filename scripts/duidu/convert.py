"""A project's articles → the files of its site: each article through the pipeline, then what tells of all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from duidu.enrich.direction import DIRECTIONS
from duidu.enrich.other_script import idle_overrides
from duidu.look import read_look
from duidu.model import TRADITIONAL
from duidu.pipeline import Draft, process
from duidu.problems import Code, Problem
from duidu.project import Project
from duidu.publish.editions import by_slug
from duidu.publish.manifest import MANIFEST, own_manifest
from duidu.publish.offline import WORKER, service_worker
from duidu.publish.pages.site_pages import home_pages
from duidu.publish.search.instead_files import instead_files
from duidu.publish.search.name_table import NameRow, default_names, parse_names
from duidu.publish.search.search_files import site_search_files
from duidu.sources.decode import decode
from duidu.workspace import read_articles, read_file


@dataclass(frozen=True, slots=True)
class Converted:
    """What became of a project's articles: every finding with its file, and the files to write by path.

    There are no files where an invariant is broken: nothing may be written then.
    """

    articles: tuple[Draft, ...]
    findings: tuple[tuple[str, Problem], ...]
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def sound(self) -> bool:
        """Whether no finding is an error."""
        return not any(problem.code.error for _, problem in self.findings)


def convert(project: Project, *, simplified: bool) -> Converted:
    """The articles of the project as files; without pages in Simplified unless `simplified`.

    Each article.toml may leave out Simplified for its own article. Raises `DuiduError` if a file
    cannot be used.
    """
    drafts = tuple(process(files, simplified=simplified) for files in read_articles(project.articles))
    findings = [(draft.file, problem) for draft in drafts for problem in draft.problems]
    if not drafts:
        findings.append((str(project.articles), Problem.at(Code.NO_ARTICLE_YET)))
    if simplified:
        findings += (
            (direction.table, problem) for direction in DIRECTIONS for problem in idle_overrides(direction)
        )
    converted = Converted(drafts, tuple(findings))
    if not converted.sound:
        return converted
    files = {path: page for draft in drafts for path, page in draft.pages.items()}
    files |= _of_all(drafts, project, simplified=simplified)
    look = read_look(project)
    files |= own_manifest(look[MANIFEST], project.settings)
    files[WORKER] = service_worker(look | files)
    return Converted(drafts, converted.findings, files)


def _of_all(drafts: Sequence[Draft], project: Project, *, simplified: bool) -> dict[str, bytes]:
    """What tells of all articles: the home pages, and the files by which the search knows them."""
    works = by_slug(edition for draft in drafts for edition in draft.editions)
    homes = home_pages(works, project.settings, simplified=simplified)
    items = {draft.slug: draft.items for draft in drafts}
    every = [item for draft in drafts for item in draft.items]
    articles = [work[TRADITIONAL].article for work in works.values()]
    search = site_search_files(items) | instead_files(every, articles, _names(project))
    return {path: page.encode() for path, page in homes.items()} | search


def _names(project: Project) -> tuple[NameRow, ...]:
    """The names of one person, place or thing: those of duidu, and the project's own."""
    file = project.names_file
    own = parse_names(decode(read_file(file), str(file)), str(file)) if file.is_file() else ()
    return (*default_names(), *own)
