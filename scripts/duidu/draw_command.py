"""What `duidu draw` reads and writes: the PDF of an article, and the drawing of its pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from duidu.drawing import draw
from duidu.pipeline import ArticleFiles, Draft, process
from duidu.problems import Code, DuiduError, Problem
from duidu.sources.printed import PrintedDocument
from duidu.workspace import PRINTED, read_article


def draw_source(source: str, out: Path | None, articles: Callable[[], Path]) -> tuple[Path, Draft]:
    """Draw the pages of `source`, a PDF or an article's name; the file written, and what was found.

    `articles` finds the folder of all articles, and `out` is where to write. Raises `DuiduError` if there
    is no PDF, if nothing of it can be read, or if the drawing cannot be written.
    """
    file = Path(source)
    name = file.stem
    if not file.is_file() and file.name == source:
        file, name = articles() / source / PRINTED, source
        if not file.is_file():
            raise DuiduError(str(file), Problem.at(Code.DRAW_WITHOUT_PDF))
    files = read_article(file)
    # What an editor corrects in the Word file beside it is not in the PDF.
    draft = process(ArticleFiles(files.source, metadata=files.metadata), until="check")
    if not isinstance(draft.source, PrintedDocument):
        raise DuiduError(draft.file, Problem.at(Code.DRAW_WITHOUT_PDF))
    out = out or Path(f"{name}-drawn.html")
    try:
        out.write_text(draw(draft.source, draft.article, draft.problems, Path(source).name), "utf-8")
    except OSError as error:
        raise DuiduError(str(out), Problem.at(Code.UNWRITABLE, reason=error.strerror)) from None
    return out, draft
