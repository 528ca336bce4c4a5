"""In which script an article is written, by the characters that only one of the two has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from duidu.enrich.opencc_tables import count_scripts
from duidu.metadata import Metadata
from duidu.model import SIMPLIFIED, TRADITIONAL, Article
from duidu.problems import Code, Problem
from duidu.traversal import with_language

NAMES = {TRADITIONAL: "Traditional", SIMPLIFIED: "Simplified"}
_MIXED = 1 / 10  # of these characters are of the other script; with fewer it quotes a title or a name
_FEW = 5  # characters of the other script, with which nothing is said


@dataclass(frozen=True, slots=True)
class Shares:
    """How many characters of a text are of Traditional alone, and how many of Simplified alone."""

    traditional: int
    simplified: int

    @property
    def language(self) -> str:
        """The script of the text: that of which it has more."""
        return SIMPLIFIED if self.simplified > self.traditional else TRADITIONAL

    @property
    def mixed(self) -> bool:
        """Whether the other script has too large a share to be a quotation."""
        fewer, every = min(self.traditional, self.simplified), self.traditional + self.simplified
        return fewer > _FEW and fewer >= every * _MIXED


def shares_of(text: str) -> Shares:
    """The shares of the scripts in `text`."""
    return Shares(*count_scripts(text))


def written_in(article: Article, language: str) -> Article:
    """`article`, as recovery made it, told in which script it is written."""
    return replace(with_language(article, language), original_language=language)


def find_script_doubts(shares: Shares, metadata: Metadata) -> Iterator[Problem]:
    """Where what article.toml says does not agree with the characters, and where these do not agree."""
    said: dict[str, Any] = {"simplified": shares.simplified, "traditional": shares.traditional}
    if metadata.script and metadata.script != shares.language and shares != Shares(0, 0):
        yield Problem.at(Code.SCRIPT_DIFFERS, script=NAMES[metadata.script], **said)
        return
    language = metadata.script or shares.language
    if language == SIMPLIFIED and not metadata.simplified:
        yield Problem.at(Code.SIMPLIFIED_NEEDED)
    if shares.mixed and not metadata.script:
        yield Problem.at(Code.SCRIPTS_MIXED, script=NAMES[language], language=language, **said)
