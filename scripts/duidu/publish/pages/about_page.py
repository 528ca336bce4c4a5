"""The page 「文本說明」: what was set aside, moved and corrected, for readers who want to check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from duidu.model import Article, Correction, Move, Page, PageBreak
from duidu.publish.editions import Edition, Ledger
from duidu.publish.escape import attribute, escape, front_matter, in_language, link
from duidu.publish.pages.list_page import title_amid
from duidu.publish.pages.page_kinds import READING, TEXT_LAYER, files_folder
from duidu.publish.reason_words import reason_in
from duidu.publish.summary import excerpt, visible
from duidu.publish.treatment import by_reason, characters_of, lines_of, place_of
from duidu.publish.words import WORDS, Words
from duidu.reasons import PRIVATE

LONGEST_OPEN_LIST = 8
EXCERPT_LENGTH = 80


def about_page(edition: Edition) -> str:
    """The Markdown of the page about the text of an article, in the language of `edition`."""
    slug, article, language = edition.slug, edition.article, edition.language
    words = WORDS[language]
    front = article.front
    lead = _lead(article, words)
    meta = {
        "title": words.about,
        "language": language,
        "article": slug,
        "description": lead.format(article=title_amid(slug, front, language)),
    }
    return front_matter(meta) + "\n".join(
        (
            f"# {words.about} {{#title}}\n",
            f"{lead.format(article=title_amid(slug, front, language, READING.file))}\n",
            *_source_link(edition, words),
            *_accounting(edition.ledger, article, words),
            *_pages(article, words),
            *_set_aside(article, words, language),
            *_moves(article, words),
            *_corrections(article, words, language),
        )
    )


def _lead(article: Article, words: Words) -> str:
    """What the text was made from."""
    if not article.places:
        return words.about_lead
    return words.about_lead_printed if article.places[0].startswith("page ") else words.about_lead_document


def _source_link(edition: Edition, words: Words) -> Iterator[str]:
    """The link to a text layer; a document may hold what is nobody's business, and is not published."""
    if edition.text_layer is not None:
        slug, article = edition.slug, edition.article
        # To be downloaded: few servers say in which encoding a plain text file is, and browsers guess wrong.
        download = attribute(f"{slug}.txt")
        file = files_folder(slug, article.language, article.original_language) + TEXT_LAYER
        yield f'{link(words.source_file, file)}{{download="{download}"}}\n'


def _accounting(ledger: Ledger, article: Article, words: Words) -> Iterator[str]:
    aside = characters_of(article.set_aside)
    counts = {"source": ledger.source_characters, "placed": ledger.placed, "aside": aside}
    text = words.accounting_text_document if article.places else words.accounting_text
    yield f"## {words.accounting} {{#accounting}}\n"
    yield f"{text.format(**counts)}\n"


def _pages(article: Article, words: Words) -> Iterator[str]:
    """Which page numbers were seen and which inferred, each linked to its place if the text shows it."""
    if not article.pages:
        return
    targets = {run.label for run in article.runs() if isinstance(run, PageBreak)}
    yield f"## {words.pages} {{#pages}}\n"
    yield f"{words.pages_text}\n"
    for name, seen in ((words.pages_seen, True), (words.pages_inferred, False)):
        if listed := [_page(page, targets) for page in article.pages if page.seen == seen]:
            yield f"**{name}**{words.colon}{words.comma.join(listed)}\n"


def _page(page: Page, targets: set[str]) -> str:
    number = _citation(page)
    return link(number, f"{READING.file}#p{page.label}") if page.label in targets else escape(number)


def _citation(page: Page) -> str:
    return PageBreak(page.label, page.seen).citation


def _set_aside(article: Article, words: Words, language: str) -> Iterator[str]:
    if not article.set_aside:
        return
    yield f"## {words.set_aside} {{#set-aside}}\n"
    yield f"{words.set_aside_text_document if article.places else words.set_aside_text}\n"
    for reason, group in by_reason(article.set_aside).items():
        summary = words.set_aside_group.format(
            reason=reason_in(language, reason), count=len(group), characters=characters_of(group)
        )
        if reason.cause in PRIVATE:
            yield f"{summary}\n"
            continue
        rows = [
            (place_of(item.origin.line, article, words), _quote(visible(item.text), article))
            for item in group
        ]
        yield _folded(summary, _table((_heading_of_places(article, words), words.text), rows))


def _heading_of_places(article: Article, words: Words) -> str:
    return words.place if article.places else words.line_number


def _moves(article: Article, words: Words) -> Iterator[str]:
    if not article.moves:
        return
    count = len(article.moves)
    citations = {page.label: _citation(page) for page in article.pages}
    items = (_move(move, citations.get(move.page, move.page), words, article) for move in article.moves)
    yield f"## {words.moves} {{#moves}}\n"
    yield f"{words.moves_text.format(count=count)}\n"
    yield _list("".join(items), count, words)


def _move(move: Move, page: str, words: Words, article: Article) -> str:
    where = words.move.format(lines=lines_of(move, words), after=move.after, page=escape(page))
    text = f"{words.colon}{_quote(excerpt(move.text, EXCERPT_LENGTH), article)}" if move.text else ""
    return f'- **{where}**{text}<span class="reason">{reason_in(article.language, move.reason)}</span>\n'


def _corrections(article: Article, words: Words, language: str) -> Iterator[str]:
    corrections = article.corrections
    if not corrections:
        return
    yield f"## {words.corrections} {{#corrections}}\n"
    yield f"{words.corrections_text.format(count=len(corrections))}\n"
    header = (_heading_of_places(article, words), words.in_source, words.on_page, words.reason)
    rows = [_correction(correction, article, words, language) for correction in corrections]
    yield _list(_table(header, rows), len(corrections), words)


def _correction(correction: Correction, article: Article, words: Words, language: str) -> tuple[str, ...]:
    before, after = (_quote(visible(text), article) for text in (correction.source, correction.text))
    place = place_of(correction.line, article, words)
    return place, before, after, reason_in(language, correction.reason)


def _quote(text: str, article: Article) -> str:
    """Words of the source, which are in the script of the original on a page about any edition."""
    return in_language(escape(text), article.original_language, article.language)


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = (header, ["---"] * len(header), *rows)
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _list(body: str, count: int, words: Words) -> str:
    """`body`, folded if it has many entries."""
    return body if count <= LONGEST_OPEN_LIST else _folded(words.list_all.format(count=count), body)


def _folded(summary: str, body: str) -> str:
    return f'<details markdown="1">\n<summary markdown="1">{summary}</summary>\n\n{body}\n</details>\n'
