"""Article → the same article with its apparatus: one module finds each kind of thing in the text."""

from __future__ import annotations

from dataclasses import replace

from duidu.apparatus import Apparatus
from duidu.enrich.dates import find_dates
from duidu.enrich.terms import find_terms
from duidu.model import Article
from duidu.problems import Problem


def with_apparatus(article: Article) -> tuple[Article, tuple[Problem, ...]]:
    """The Traditional `article` with its apparatus, and what the text leaves open.

    Simplify it afterwards: the apparatus is the same in both scripts.
    """
    return replace(article, apparatus=Apparatus(terms=find_terms(article), dates=find_dates(article))), ()
