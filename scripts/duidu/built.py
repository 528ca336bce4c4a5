"""What a command tells of a project's articles when it has converted them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from duidu.kept_article import KeptArticle
from duidu.problems import Problem


@dataclass(frozen=True, slots=True)
class Built:
    """What became of a project's articles.

    `articles` are those that can be read, in order, each with what was found in it now, and `converted` the
    slugs of those that were not unchanged. `findings` are about the folders of articles, each with its path.
    `files` stand below docs/; `changed` of them were written or removed. `outdated` are those that a check
    found to be other than the sources give.
    """

    articles: tuple[KeptArticle, ...]
    findings: tuple[tuple[str, Problem], ...]
    converted: frozenset[str] = frozenset()
    files: int = 0
    changed: int = 0
    outdated: tuple[str, ...] = ()

    @property
    def every_finding(self) -> Iterator[tuple[str, Problem]]:
        """Each finding with its file; what is wrong in a file of many articles is told once."""
        of_articles = ((article.file, problem) for article in self.articles for problem in article.problems)
        yield from dict.fromkeys((*of_articles, *self.findings))

    @property
    def errors(self) -> tuple[str, ...]:
        """The errors among them, each as a line for a person."""
        return tuple(problem.report(file) for file, problem in self.every_finding if problem.code.error)

    @property
    def failed(self) -> tuple[str, ...]:
        """The slugs of the articles that could not be converted, in order."""
        return tuple(article.slug for article in self.articles if not article.sound)

    @property
    def sound(self) -> bool:
        """Whether no finding is an error."""
        return not any(problem.code.error for _, problem in self.every_finding)
