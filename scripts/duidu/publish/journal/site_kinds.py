"""The kinds of pages that tell of many articles: their names in addresses, and what they are called."""

from __future__ import annotations

from duidu.publish.journal.index_lines import AUTHORS, CITED_WORKS, NAMES, SUBJECTS, YEARS
from duidu.publish.journal.index_pages import Index
from duidu.publish.pages.page_kinds import PageKind
from duidu.publish.pages.terms_page import group_name
from duidu.publish.periods import period_name

ISSUES = PageKind("issues", lambda words: words.issues)
TITLES = PageKind("titles", lambda words: words.titles)
CITED_HERE = PageKind("cited", lambda words: words.cited_here)

ISSUE_INDEX = Index(ISSUES, lambda words: words.issues_lead, period_name)
TITLE_INDEX = Index(TITLES, lambda words: words.titles_lead, group_name)
CITED_INDEX = Index(CITED_HERE, lambda words: words.cited_here_lead, group_name)
# Those of lines that the articles contribute (`index_lines`).
LINE_INDEXES = (
    Index(AUTHORS, lambda words: words.authors_lead, group_name),
    Index(SUBJECTS, lambda words: words.subjects_lead, group_name),
    Index(NAMES, lambda words: words.all_terms_lead, group_name),
    Index(CITED_WORKS, lambda words: words.all_works_lead, group_name),
    Index(YEARS, lambda words: words.all_dates_lead, period_name),
)
# In the order in which pages lead to them.
INDEXES = (ISSUE_INDEX, TITLE_INDEX, *LINE_INDEXES, CITED_INDEX)


def issue_file(language: str, slug: str) -> str:
    """The page of an issue, below docs/."""
    return f"{language.lower()}/{ISSUES.name}/{slug}.md"
