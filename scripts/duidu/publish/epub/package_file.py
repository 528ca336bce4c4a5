"""The package file of a book: what it is, what is in it, and for whom it can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from duidu.publish.citing.record import Record
from duidu.publish.citing.reference_styles import PLAIN, reference
from duidu.publish.xml_text import xml_text

MEDIA_TYPES = {
    ".xhtml": "application/xhtml+xml",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
}
_PROPERTIES = {"nav.xhtml": "nav", "cover.svg": "cover-image"}
_CONFORMS = "EPUB Accessibility 1.1 - WCAG 2.1 Level AA"


@dataclass(frozen=True, slots=True)
class Book:
    """What the package file tells of a book of the article of `record`.

    `file` is its name, `languages` are those of its text, the first its own. `summary` says to readers how
    it can be read. `pictures` says whether it has any, `described` whether all are, `pages` whether it has
    printed pages, and `vertical` whether it is set in vertical lines. `made_by` is who made it.
    """

    file: str
    title: str
    record: Record
    languages: Sequence[str]
    summary: str
    pictures: bool
    described: bool
    pages: bool
    vertical: bool
    made_by: str


def package(book: Book, files: Iterable[str]) -> str:
    """The package file of `book`, which holds `files`, by their paths beside it."""
    turn = ' page-progression-direction="rtl"' if book.vertical else ""
    items = "\n".join(map(_item, files))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" '
        f'xml:lang="{book.languages[0]}">\n'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f"{chr(10).join((*_told(book), *_accessibility(book)))}\n</metadata>\n"
        f"<manifest>\n{items}\n</manifest>\n"
        f'<spine{turn}>\n<itemref idref="cover-xhtml"/>\n<itemref idref="article-xhtml"/>\n'
        '<itemref idref="nav-xhtml" linear="no"/>\n</spine>\n</package>\n'
    )


def identifier(book: Book) -> str:
    """What this book is known by: another for each script, and the same when it is made again."""
    said, record = book.record.metadata, book.record
    names = "/".join(name.shown for name in record.authors)
    return f"urn:uuid:{uuid5(NAMESPACE_URL, xml_text('|'.join((said.doi, said.url, names, book.file))))}"


def _told(book: Book) -> Iterator[str]:
    record, said = book.record, book.record.metadata
    yield f'<dc:identifier id="id">{identifier(book)}</dc:identifier>'
    yield from _elements("title", book.title)
    yield from _elements("language", *book.languages)
    yield from _elements("creator", *(name.shown for name in record.authors))
    yield from _elements("publisher", said.publisher)
    yield from _elements("date", str(said.year or ""))
    yield from _elements("source", f"https://doi.org/{said.doi}" if said.doi else said.url)
    yield from _elements("rights", said.rights)
    yield from _elements("subject", *record.keywords)
    yield from _elements("description", record.abstract)
    # When the article appeared: nothing else of it is a date, and the same article is to make the same book.
    yield _meta("dcterms:modified", f"{said.year or 2000}-01-01T00:00:00Z")
    if record.journal:
        yield f'<meta property="belongs-to-collection" id="journal">{xml_text(record.journal)}</meta>'
        yield '<meta refines="#journal" property="collection-type">series</meta>'
    if book.vertical:
        yield '<meta name="primary-writing-mode" content="vertical-rl"/>'


def _accessibility(book: Book) -> Iterator[str]:
    features = {
        "tableOfContents": True,
        "structuralNavigation": True,
        "readingOrder": True,
        "displayTransformability": True,
        "alternativeText": book.pictures and book.described,
        "pageBreakMarkers": book.pages,
        "pageNavigation": book.pages,
    }
    yield _meta("schema:accessMode", "textual")
    if book.pictures:
        yield _meta("schema:accessMode", "visual")
    if book.described:
        yield _meta("schema:accessModeSufficient", "textual")
    yield from (_meta("schema:accessibilityFeature", name) for name, has in features.items() if has)
    yield _meta("schema:accessibilityHazard", "none")
    yield _meta("schema:accessibilitySummary", book.summary)
    if book.pages:
        source = reference(book.record, PLAIN) if book.record.referable else book.title
        yield _meta("pageBreakSource", source)
    if book.described:
        yield _meta("dcterms:conformsTo", _CONFORMS)
        yield _meta("a11y:certifiedBy", book.made_by)


def _elements(name: str, *values: str) -> Iterator[str]:
    return (f"<dc:{name}>{xml_text(value)}</dc:{name}>" for value in values if value.strip())


def _meta(name: str, value: str) -> str:
    return f'<meta property="{name}">{xml_text(value)}</meta>'


def _item(path: str) -> str:
    id_ = path.replace("/", "-").replace(".", "-")
    properties = f' properties="{_PROPERTIES[path]}"' if path in _PROPERTIES else ""
    return f'<item id="{id_}" href="{path}" media-type="{MEDIA_TYPES[suffix(path)]}"{properties}/>'


def suffix(path: str) -> str:
    """The end of the name of a file, from its dot on, in small letters."""
    return path[path.rfind(".") :].lower() if "." in path else ""


def container() -> str:
    """The file that says where in the archive the package file is."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">\n<rootfiles>\n'
        '<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>\n'
        "</rootfiles>\n</container>\n"
    )


def pictures_in_book(pictures: Mapping[str, bytes]) -> dict[str, str]:
    """Where in the book each picture is, by its name.

    One of a kind that not every reader's program knows is nowhere.
    """
    shown = [name for name in pictures if MEDIA_TYPES.get(suffix(name), "").startswith("image/")]
    return {name: f"figures/{number}{suffix(name)}" for number, name in enumerate(shown, start=1)}
