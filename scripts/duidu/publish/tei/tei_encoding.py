"""What a TEI file says of how its text was made: what was corrected, moved and set aside, and by what."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

import duidu
from duidu.model import Article, Correction, Move, PageBreak
from duidu.publish.editions import Edition
from duidu.publish.treatment import by_reason, characters_of, lines_of, place_of
from duidu.publish.words import WORDS, Words
from duidu.publish.xml_elements import container, element
from duidu.reasons import Reason


def encoding_of(edition: Edition, original: str) -> Element:
    """The encoding description of the file of `edition`; that of the original is called `original`."""
    article, words = edition.article, WORDS[edition.language]
    made = container(
        "application", {"ident": "duidu", "version": duidu.__version__}, element("label", {}, "duidu")
    )
    editorial = container(
        "editorialDecl",
        {},
        *([_corrected(article, words)] if article.corrections else []),
        _placed(article, words),
        _kept(edition, original, words),
        container("interpretation", {}, element("p", {}, words.file_by_rule)),
    )
    return container("encodingDesc", {}, container("appInfo", {}, made), editorial)


def _corrected(article: Article, words: Words) -> Element:
    """What was corrected. In the original's file, the places that are known are marked in the text too."""
    text = words.corrections_text.format(count=len(article.corrections))
    items = (_correction(each, article, words) for each in article.corrections)
    return container("correction", {"method": "markup"}, _listed(text, items))


def _correction(correction: Correction, article: Article, words: Words) -> Element:
    place, reason = place_of(correction.line, article, words), _reason(correction.reason, words)
    said = {"xml:lang": "" if article.is_original else article.original_language}
    read = element(
        "choice", {}, element("sic", said, correction.source), element("corr", said, correction.text)
    )
    return element("item", {"n": place}, read, f" {reason}")


def _placed(article: Article, words: Words) -> Element:
    """How pages are marked, and what was moved."""
    text = words.moves_text.format(count=len(article.moves))
    citations = {page.label: PageBreak(page.label, page.seen).citation for page in article.pages}
    items = (_move(each, citations.get(each.page, each.page), words) for each in article.moves)
    moves = [_listed(text, items)] if article.moves else []
    return container("segmentation", {}, element("p", {}, words.file_pages), *moves)


def _move(move: Move, page: str, words: Words) -> Element:
    where = words.move.format(lines=lines_of(move, words), after=move.after, page=page)
    text = f"{words.colon}{move.text}" if move.text else ""
    return element("item", {}, f"{where}{text} {_reason(move.reason, words)}")


def _kept(edition: Edition, original: str, words: Words) -> Element:
    """What of the source is in the file, what was set aside, and whether the text was converted."""
    article = edition.article
    counts = {"source": edition.ledger.source_characters, "placed": edition.ledger.placed}
    text = words.file_accounting.format(**counts, aside=characters_of(article.set_aside))
    items = (
        words.set_aside_group.format(
            reason=_reason(reason, words), count=len(group), characters=characters_of(group)
        )
        for reason, group in by_reason(article.set_aside).items()
    )
    kept = _listed(text, (element("item", {}, each) for each in items))
    converted = [] if article.is_original else [element("p", {}, words.file_converted.format(file=original))]
    return container("normalization", {}, kept, *converted)


def _listed(text: str, items: Iterable[Element]) -> Element:
    """A paragraph, with a list in it if there is anything to list."""
    listed = list(items)
    return element("p", {}, text, *([container("list", {}, *listed)] if listed else []))


def _reason(reason: Reason, words: Words) -> str:
    return words.reasons[reason.cause].format(number=reason.number, words=reason.words)
