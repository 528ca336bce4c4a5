"""BibTeX, in UTF-8.

A name in Chinese stands in braces as a whole, or styles would set the given name first; so does a title,
or they would take its capitals away. The key is made of the slug, which never changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from duidu.publish.citing.record import Record
from duidu.publish.citing.remarks import remarks

# Braces as commands, since BibTeX counts those that a backslash escapes, too.
_SIGNS = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%_#$"}
    | {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
# Not escaped in an address, but braces and backslashes would break what is around it.
_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})


def bibtex(record: Record) -> str:
    """The entry for `record`."""
    fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in _fields(record) if value)
    return f"@article{{{key_of(record.slug)},\n{fields}\n}}\n"


def key_of(slug: str) -> str:
    """The key of the entry: `slug`, with the number of each character that a key cannot have."""
    return "".join(c if c.isascii() and (c.isalnum() or c in "-_.") else f"u{ord(c):x}" for c in slug)


def _fields(record: Record) -> Iterator[tuple[str, str]]:
    said = record.metadata
    yield "author", " and ".join(f"{{{_escaped(name.shown)}}}" for name in record.authors)
    yield "title", f"{{{_escaped(record.original_title)}}}"
    yield "titleaddon", _escaped(record.title_en if record.title else "")
    yield "journal", _escaped(said.journal or said.journal_en)
    yield "volume", _escaped(said.volume)
    yield "number", _escaped(said.issue)
    yield "year", str(said.year or "")
    yield "pages", "--".join(map(_escaped, record.first_and_last))
    yield "publisher", _escaped(said.publisher)
    yield "issn", _escaped(said.issn)
    yield "doi", said.doi.translate(_IN_ADDRESS)
    yield "url", said.url.translate(_IN_ADDRESS)
    yield "language", "Chinese" if record.title else "English"
    yield "keywords", ", ".join(map(_escaped, record.keywords))
    yield "abstract", _escaped(record.abstract)
    yield "note", _escaped(remarks(record))


def _escaped(text: str) -> str:
    return " ".join(text.split()).translate(_SIGNS)
