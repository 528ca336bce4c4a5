"""The pages of a PDF with what was recognised on them, as one HTML page that needs nothing else.

For editors: where an article went wrong, the drawing shows what its lines were taken for. It is drawn from
boxes and the model alone, as far as recovery came; an article that is refused has one too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

from duidu.drawing.page_drawing import draw_page
from duidu.drawing.recognised_parts import Part, Piece, recognise
from duidu.model import Article, PageBreak
from duidu.problems import Problem
from duidu.sources.printed import PrintedDocument, PrintedPage

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"  # it asks for nothing, from nowhere
_STYLES = Path(__file__).with_name("drawing.css")


def draw(printed: PrintedDocument, article: Article, problems: Sequence[Problem], name: str) -> str:
    """The pages of `printed`, the file `name`, as HTML: what became of each line in `article`."""
    pieces = recognise(article, printed.text.split("\n"))
    found = _by_page(printed.pages, problems)
    labels = {run.pdf_page: run.citation for run in article.runs() if isinstance(run, PageBreak)}
    parts = (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escape(name)}</title>\n',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n',
        f"<style>\n{_STYLES.read_text('utf-8')}</style>\n</head>\n<body>\n",
        f"<header>\n<h1>{escape(name)}</h1>\n",
        *_legend(pieces),
        *_findings(found, len(printed.pages)),
        "</header>\n<main>\n",
        *(_section(page, pieces, found.get(page.number, ()), labels) for page in printed.pages),
        "</main>\n</body>\n</html>\n",
    )
    return "".join(parts)


def _by_page(pages: Sequence[PrintedPage], problems: Sequence[Problem]) -> Mapping[int, list[Problem]]:
    """The findings of each page, by its number; those of none under 0."""
    of_line = {line.number: page.number for page in pages for line in page.lines}
    found: dict[int, list[Problem]] = defaultdict(list)
    for problem in problems:
        found[of_line.get(problem.line, 0)].append(problem)
    return found


def _legend(pieces: Mapping[int, Sequence[Piece]]) -> Iterator[str]:
    counts = Counter[Part]()
    for of_line in pieces.values():
        for piece in of_line:
            counts[piece.part] += piece.end - piece.start
    yield '<ul class="legend">\n'
    for part in Part:
        if counts[part]:
            yield f'<li class="{_class(part)}">{part} <small>{counts[part]:,}</small></li>\n'
    yield "</ul>\n"
    yield (
        "<p>Characters of each part, spaces included. Numbers in circles are the order in which the parts are"
        " read; calls lead to their notes.</p>\n"
    )


def _class(part: Part) -> str:
    return part.name.lower().replace("_", "-")


def _findings(found: Mapping[int, Sequence[Problem]], pages: int) -> Iterator[str]:
    if not any(found.values()):
        yield "<p>Nothing was found that is odd.</p>\n"
        return
    yield '<ul class="findings">\n'
    for number in range(pages + 1):
        for problem in found.get(number, ()):
            place = f'<a href="#page-{number}">page {number}</a>: ' if number else ""
            yield f"<li{_weight(problem)}>{place}{_sentence(problem)}</li>\n"
    yield "</ul>\n"


def _weight(problem: Problem) -> str:
    return ' class="error"' if problem.code.error else ""


def _sentence(problem: Problem) -> str:
    weight = "error" if problem.code.error else "warning"
    return f"{weight}: {escape(problem.message)} [{problem.code.code}]"


def _section(
    page: PrintedPage,
    pieces: Mapping[int, Sequence[Piece]],
    problems: Sequence[Problem],
    labels: Mapping[int, str],
) -> str:
    label = f"printed page {labels[page.number]}" if page.number in labels else "no printed page"
    said = "".join(f"<li{_weight(problem)}>{_sentence(problem)}</li>" for problem in problems)
    listed = f'<ul class="findings">{said}</ul>' if said else ""
    marked = frozenset(problem.line for problem in problems)
    return (
        f'<section id="page-{page.number}">\n<h2>Page {page.number} of the PDF <small>{escape(label)}</small>'
        f"</h2>\n{listed}{draw_page(page, pieces, marked)}</section>\n"
    )
