"""The page of an issue: its articles in the order of their pages, each with its abstract folded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from duidu.publish.escape import dotted, escape, front_matter, link
from duidu.publish.journal.contribution import Contribution
from duidu.publish.journal.issues import Issue
from duidu.publish.pages.article_entry import Entry
from duidu.publish.pages.page_kinds import READING
from duidu.publish.words import WORDS, Words

_UP = "../../"  # to docs/


def issue_page(
    issue: Issue,
    articles: Mapping[str, Contribution],
    entries: Mapping[str, Entry],
    language: str,
    name: str,
    left_out: str = "",
) -> str:
    """The Markdown of the page in `language` of an issue of the journal called `name`, with its `articles`
    and their `entries` by slug, in the order given. `left_out` is what is said of others, if there are any.
    """
    words = WORDS[language]
    title = issue.title(language)
    description = f"{name}{words.colon}{issue.name(language)}"
    meta = front_matter({"title": title, "language": language, "description": description})
    items = "".join(_item(each, entries[slug], language, words) for slug, each in articles.items())
    top = f"{meta}# {escape(title)} {{#title}}\n\n{left_out}"
    return f'{top}\n<ul class="articles" markdown="1">\n\n{items}</ul>\n'


def _item(article: Contribution, entry: Entry, language: str, words: Words) -> str:
    lines = (
        (link(entry.title, _UP + READING.path(language, article.slug)), "title"),
        (entry.authors, "authors"),
        (dotted(filter(None, (_pages(article, words), entry.length))), "length"),
    )
    said = "\n".join(f"{line}\n{{.entry-{part}}}\n" for line, part in lines if line)
    folded = "\n".join(_abstract(article.told[language].abstract, words))
    return f'<li markdown="block">\n{said}\n{folded}</li>\n\n'


def _pages(article: Contribution, words: Words) -> str:
    if len(article.pages) == 1:
        return escape(words.page.format(page=article.pages[0]))
    pages = words.page_dash.join(article.pages)
    return escape(words.page_range.format(pages=pages)) if pages else ""


def _abstract(paragraphs: tuple[str, ...], words: Words) -> Iterator[str]:
    if paragraphs:
        yield '<details class="folded" markdown="1">\n'
        yield f"<summary>{words.abstract}</summary>\n"
        yield from (f"{paragraph}\n" for paragraph in paragraphs)
        yield "</details>\n"
