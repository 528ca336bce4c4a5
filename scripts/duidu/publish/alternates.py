"""Which pages say the same in other languages: told to each page, in its front matter.

`alternates` has the address of the page in each of its languages, and `parallel` that of the page that
shows the text side by side. The template overrides make the switch, and the links for search engines.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from urllib.parse import quote

from duidu.model import ENGLISH, SIMPLIFIED, TRADITIONAL
from duidu.publish.escape import Value, add_front_matter
from duidu.publish.pages.page_kinds import HOME, PARALLEL, READING, home_file

_LANGUAGES = (TRADITIONAL, SIMPLIFIED, ENGLISH)


def with_alternates(pages: Mapping[str, str], original: str = TRADITIONAL) -> dict[str, str]:
    """`pages` by path, each told its alternates, and which of them is the `original` if not the first."""
    told: dict[str, Value] = {} if original == TRADITIONAL else {"written_in": original}
    return {path: add_front_matter(page, alternates_of(path, pages) | told) for path, page in pages.items()}


def alternates_of(path: str, pages: Collection[str]) -> dict[str, Value]:
    """The addresses that the page `path` is to know; nothing if it has no counterpart among `pages`."""
    folder, _, name = path.rpartition("/")
    _, _, slug = folder.partition("/")
    counterpart = READING.file if name == PARALLEL.file else name
    counterparts = {language: _path(language, slug, counterpart) for language in _LANGUAGES}
    alternates = {language: address(other) for language, other in counterparts.items() if other in pages}
    if len(alternates) < 2:
        return {}
    both = (PARALLEL.path(tag, slug) for tag in (TRADITIONAL, SIMPLIFIED))
    parallel = next(filter(pages.__contains__, both), "")
    if parallel and name in (READING.file, PARALLEL.file) and not folder.startswith(f"{ENGLISH}/"):
        return {"alternates": alternates, "parallel": address(parallel)}
    return {"alternates": alternates}


def _path(language: str, slug: str, name: str) -> str:
    if not slug and name == HOME.file:
        return home_file(language)
    return "/".join(filter(None, (language.lower(), slug, name)))


def address(path: str) -> str:
    """The address of the page `path`, from the site's root on."""
    folder, _, name = path.rpartition("/")
    parts = [folder] if name == READING.file else [folder, name.removesuffix(".md")]
    return quote("".join(f"{part}/" for part in parts if part))
