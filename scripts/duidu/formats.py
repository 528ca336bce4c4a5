"""The formats in which an article can be taken along, in the order in which readers are offered them.

A format is a row. Its function makes of the editions of an article the files of that format, by name; it
loads what it needs itself, so that this table costs nothing where only the names are needed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duidu.publish.editions import Editions
    from duidu.publish.words import Words
    from duidu.settings import Settings

Files = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its `name` on the command line and in journal.toml, and what readers call it, its `label`.

    `make` makes its files, `media_type` says what they are to programs. Formats of one label stand on one
    line, in which each is called by its `kind`. `pictures` says that the files refer to pictures in the
    folder `figures` beside them.
    """

    name: str
    label: Callable[[Words], str]
    media_type: str
    make: Callable[[Editions, Settings], Files]
    kind: str = ""
    pictures: bool = False


def _epub(work: Editions, settings: Settings) -> Files:
    from duidu.publish.epub import epub_files

    return epub_files(work, settings)


def _markdown(work: Editions, settings: Settings) -> Files:
    from duidu.publish.pandoc import markdown_files

    return markdown_files(work, settings)


def _text(work: Editions, settings: Settings) -> Files:
    from duidu.publish.plain_text import text_files

    return text_files(work, settings)


def _tei(work: Editions, settings: Settings) -> Files:
    from duidu.publish.tei import tei_files

    return tei_files(work, settings)


def _jats(work: Editions, settings: Settings) -> Files:
    from duidu.publish.jats import jats_files

    return jats_files(work, settings)


def _works_bibtex(work: Editions, settings: Settings) -> Files:
    from duidu.publish.citing.works_files import works_bibtex

    return works_bibtex(work, settings)


def _works_ris(work: Editions, settings: Settings) -> Files:
    from duidu.publish.citing.works_files import works_ris

    return works_ris(work, settings)


def _works_csl(work: Editions, settings: Settings) -> Files:
    from duidu.publish.citing.works_files import works_csl

    return works_csl(work, settings)


def _works(words: Words) -> str:
    return words.works


FORMATS = (
    Format("epub", lambda words: words.ebook, "application/epub+zip", _epub),
    Format("text", lambda words: words.plain_text, "text/plain", _text),
    Format("markdown", lambda _: "Markdown", "text/markdown", _markdown, pictures=True),
    Format("tei", lambda _: "TEI XML", "application/tei+xml", _tei, pictures=True),
    Format("jats", lambda _: "JATS XML", "application/xml", _jats, pictures=True),
    Format("works-bibtex", _works, "application/x-bibtex", _works_bibtex, "BibTeX"),
    Format("works-ris", _works, "application/x-research-info-systems", _works_ris, "RIS"),
    Format("works-csl", _works, "application/vnd.citationstyles.csl+json", _works_csl, "CSL-JSON"),
)
ALL = "all"  # in place of a name, on the command line
NAMES = tuple(each.name for each in FORMATS)
