"""「下載」: on the page, the files in which a reader may take the article along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duidu.publish.downloads import Download
from duidu.publish.escape import attribute, dotted, escape, link
from duidu.publish.words import WORDS, Words

ANCHOR = "download"


def download_box(downloads: Sequence[Download], folder: str, language: str, rights: str) -> str:
    """The box on a page in `language`; the files are in `folder`. Empty if there are none.

    What is in the reader's own script comes first within its format. Whose the rights are is said, or that
    it is not known.
    """
    if not downloads:
        return ""
    words = WORDS[language]
    lines = "".join(f"- {line}\n" for line in _lines(downloads, folder, language, words))
    said = words.cite_rights.format(rights=escape(rights)) if rights else words.rights_unknown
    return (
        '<details class="downloads" markdown="1">\n'
        f'<summary id="{ANCHOR}">{words.downloads}</summary>\n\n'
        f"{lines}\n{said}\n{{.cite-hint}}\n\n</details>\n"
    )


def _lines(downloads: Sequence[Download], folder: str, language: str, words: Words) -> Iterator[str]:
    """A line for all files of one label: the label, and the links to them."""
    for label in dict.fromkeys(each.format.label(words) for each in downloads):
        files = [each for each in downloads if each.format.label(words) == label]
        if not files[1:] and not files[0].format.kind:
            yield _link(files[0], folder, label)
            continue
        files.sort(key=lambda each: (len(each.scripts) > 1, each.scripts[0] != language))
        links = (_link(each, folder, each.format.kind or _script(each, words)) for each in files)
        yield f"{label}{words.colon}{dotted(links)}"


def _script(download: Download, words: Words) -> str:
    """What a file in several scripts, or in one of several, is called beside the others."""
    return words.parallel if download.scripts[1:] else WORDS[download.scripts[0]].script


def _link(download: Download, folder: str, label: str) -> str:
    file, type_ = attribute(download.file), attribute(download.format.media_type)
    return f'{link(label, folder + download.path)}{{download="{file}" type="{type_}"}} {_size(download.size)}'


def _size(size: int) -> str:
    """A number of bytes as readers say it."""
    kilobytes = max(1, round(size / 1024))
    return f"{kilobytes} KB" if kilobytes < 1000 else f"{size / 1024**2:.1f} MB"
