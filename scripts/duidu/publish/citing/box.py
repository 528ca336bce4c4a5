"""「引用本文」: on the page, how to cite the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from duidu.model import ENGLISH, SIMPLIFIED
from duidu.publish.citing.citation_files import FORMATS
from duidu.publish.citing.gbt7714 import NAME, gbt7714
from duidu.publish.citing.record import Record
from duidu.publish.citing.reference_styles import Style, reference
from duidu.publish.escape import chinese_span, dotted, escape, in_language, link
from duidu.publish.language import language_of
from duidu.publish.pages.page_kinds import files_folder
from duidu.publish.volume_and_issue import volume_and_issue
from duidu.publish.words import WORDS, Words


def markdown_style(language: str) -> Style:
    """How references are written in Markdown; the Chinese amid English is in `language`."""
    return Style(escape, lambda text: f"*{escape(text)}*", lambda text: chinese_span(escape(text), language))


def cite_box(record: Record, original: Record) -> str:
    """The box on the page of `record`, which is `original` in its own script; empty if it cannot be cited."""
    if not record.citable:
        return ""
    words, style = WORDS[record.language], markdown_style(record.original_language)
    references = (
        f"{reference(record, style)}\n{{.cite-reference}}\n",
        *_standard(record, style),
        f'{reference(original, style, language=ENGLISH)}\n{{.cite-reference lang="en"}}\n',
    )
    parts = (
        f'<details class="cite" markdown="1">\n<summary id="cite">{words.cite}</summary>\n',
        *complete(references, record, words),
        files_line(record.slug, files_folder(record.slug, record.language, record.original_language), words),
        *hints(record, words),
        "</details>\n",
    )
    return "\n".join(parts)


def _standard(record: Record, style: Style) -> Iterator[str]:
    """The reference as the standard of the mainland has it, for readers of Simplified."""
    if record.language == SIMPLIFIED:
        yield f'{gbt7714(record, style)}\n{{.cite-reference data-style="{NAME}"}}\n'


def complete(references: Iterable[str], record: Record, words: Words) -> Iterator[str]:
    """`references` to `record`, and what they lack; if that is too much, what is known instead of them."""
    if record.missing:
        names = _names(words)
        missing = words.comma.join(names[fact] for fact in record.missing)
        said = words.cite_missing if record.complete else words.cite_incomplete
        yield f"{said.format(missing=missing)}\n{{.cite-missing}}\n"
    if record.referable:
        yield from references
    elif known := words.semicolon.join(_known(record, words)):
        yield f"{known}\n{{.cite-known}}\n"


def _names(words: Words) -> Mapping[str, str]:
    """What the facts are called that a reference has, in its order."""
    return {
        "author": words.cite_author,
        "journal": words.cite_journal,
        "volume": words.cite_volume,
        "year": words.cite_year,
        "pages": words.cite_pages,
    }


def _known(record: Record, words: Words) -> Iterator[str]:
    """What of these is known, but for the author, whom the title block names."""
    said = record.metadata
    facts = {
        "journal": in_language(escape(record.journal), language_of(record.journal), record.language),
        "volume": escape(volume_and_issue(said.volume, said.issue, record.language)),
        "year": str(said.year or ""),
        "pages": escape(words.page_dash.join(record.cited_pages)),
    }
    names = _names(words)
    return (f"{names[name].capitalize()}{words.colon}{fact}" for name, fact in facts.items() if fact)


def files_line(slug: str, folder: str, words: Words) -> str:
    """The links to the files for reference managers, which are in `folder`."""
    links = dotted(f"{link(name, folder + file)}{{{_saved(slug, file)}}}" for name, file, _ in FORMATS)
    return f"{words.cite_files}{words.colon}{links}\n{{.cite-files}}\n"


def _saved(slug: str, file: str) -> str:
    """The attribute that names the file where it is saved."""
    return f'download="{slug}.{file.partition(".")[2]}"'


def hints(record: Record, words: Words) -> Iterator[str]:
    """Why numbers of pages stand in square brackets, and whose the rights are; each if it is so."""
    if record.inferred_pages:
        yield f"{words.cite_brackets}\n{{.cite-hint}}\n"
    if record.metadata.rights:
        yield f"{words.cite_rights.format(rights=escape(record.metadata.rights))}\n{{.cite-hint}}\n"
