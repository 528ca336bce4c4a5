"""The field in which a reader types the number of a printed page, to go there (reader/gotopage.js)."""

from __future__ import annotations

from itertools import chain

from duidu.model import Article, PageBreak, parts_of
from duidu.publish.escape import attribute
from duidu.publish.words import Words


def page_field(article: Article, words: Words) -> str:
    """The form, as HTML that Markdown leaves alone; empty if no printed page begins in the text of `article`.

    It shows the first page and the last, and bears the sentences that are said where there is no page of the
    number that was typed.
    """
    if not (pages := _pages(article)):
        return ""
    before, after = (attribute(word) for word in words.page.split("{page}"))
    ends = dict.fromkeys((pages[0], pages[-1]))
    said = {"none": words.no_such_page, "wrong": words.no_page_number}
    range_ = attribute(words.page_dash.join(ends))
    sentences = "".join(
        f' data-{name}="{attribute(text).replace("{range}", range_)}"' for name, text in said.items()
    )
    options = "".join(f'<option value="{attribute(page)}">' for page in pages)
    return (
        f'<form class="go-to-page" novalidate{sentences}>'
        f'<label>{before}<input name="page" inputmode="numeric" enterkeyhint="go" autocomplete="off" '
        f'list="printed-pages" placeholder="{range_}" size="5" required>{after}</label>'
        f'<datalist id="printed-pages">{options}</datalist>'
        f'<button>{words.go_to_page}</button><span role="status"></span></form>\n'
    )


def _pages(article: Article) -> list[str]:
    """The pages that begin in the title, the abstracts and the body, in order, as scholars quote them."""
    body = (runs for block in article.blocks for _, runs in parts_of(block))
    runs = chain(*article.front.texts(), *body)
    breaks = {run.label: run.citation for run in runs if isinstance(run, PageBreak)}
    return [breaks[page.label] for page in article.pages if page.label in breaks]
