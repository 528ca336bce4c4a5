"""BibTeX, in UTF-8.

A name stands in braces as a whole, or its last word would be taken for the surname; so does a title, or
styles would take its capitals away. The key is made of the slug, which never changes.

Some fields are those of biblatex: `doi`, `titleaddon`, which stands after the title, and `langid`, the name
that TeX has for the language, by which biblatex and reference managers know it. Chinese styles of BibTeX look
into `language` for the same: there it tells that they have 等 to write, not et al.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from duidu.publish.citing.record import Name, Record
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
    return entry("article", key_of(record.slug), _fields(record))


def entry(kind: str, key: str, fields: Iterable[tuple[str, str]]) -> str:
    """An entry of this `kind`, with those of its `fields` that say something."""
    said = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields if value)
    return f"@{kind}{{{key},\n{said}\n}}\n"


def key_of(slug: str) -> str:
    """The key of the entry: `slug`, with the number of each character that a key cannot have."""
    return "".join(c if c.isascii() and (c.isalnum() or c in "-_.") else f"u{ord(c):x}" for c in slug)


def _fields(record: Record) -> Iterator[tuple[str, str]]:
    said = record.metadata
    yield "author", " and ".join(map(_name, record.authors))
    yield "title", f"{{{escaped(record.original_title)}}}"
    yield "titleaddon", escaped(record.title_en if record.title else "")
    yield "journal", escaped(record.journal)
    yield "volume", escaped(said.volume)
    yield "number", escaped(said.issue)
    yield "year", str(said.year or "")
    yield "pages", "--".join(map(escaped, record.first_and_last))
    yield "publisher", escaped(said.publisher)
    yield "issn", escaped(said.issn)
    yield "doi", in_address(said.doi)
    yield "url", in_address(said.url)
    language = "chinese" if record.title else "english"
    yield "langid", language
    yield "language", language
    yield "keywords", ", ".join(map(escaped, record.keywords))
    yield "abstract", escaped(record.abstract)
    yield "note", escaped(remarks(record))


def _name(name: Name) -> str:
    return f"{{{escaped(name.shown)}}}"


def in_address(address: str) -> str:
    """`address` as a value, whose signs are not escaped."""
    return address.translate(_IN_ADDRESS)


def escaped(text: str) -> str:
    """`text` on one line, as TeX has it."""
    return " ".join(text.split()).translate(_SIGNS)
