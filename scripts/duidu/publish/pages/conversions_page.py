"""The page 「繁簡轉換」: every word whose conversion was a choice, with where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duidu.annotations import Span
from duidu.enrich.conversion_choices import Conversion, Kind, conversions
from duidu.model import Article
from duidu.publish.escape import escape, front_matter, in_language
from duidu.publish.locators import Places, place_link, places_of
from duidu.publish.pages.about_page import LONGEST_OPEN_LIST
from duidu.publish.pages.list_page import title_amid
from duidu.publish.pages.page_kinds import READING
from duidu.publish.summary import ELLIPSIS, cut_off
from duidu.publish.words import WORDS, Words


def conversions_page(slug: str, article: Article, language: str) -> str:
    """The Markdown of the page about the conversion that `article` is, in `language`."""
    original = article.original_language
    page = _Page(language, article.language, original, places_of(article), WORDS[language])
    words, found = page.words, conversions(article)
    title = title_amid(slug, article.front, language, READING.file)
    lead = words.conversions_lead[original].format(article=title, count=len(found))
    meta = front_matter({"title": words.conversions, "language": language, "article": slug})
    return meta + "\n".join(
        (
            f"# {words.conversions} {{#title}}\n",
            f"{lead}\n\n{words.conversions_kinds[original]}\n" if found else f"{words.conversions_none}\n",
            *_kind(found, Kind.DOUBT, words.by_doubt, page),
            *_kind(found, Kind.OVERRIDE, words.by_override, page),
            *_kind(found, Kind.PHRASE, words.by_phrase, page),
            *_kind(found, Kind.CHARACTER, words.by_character, page),
        )
    )


@dataclass(frozen=True, slots=True)
class _Page:
    """What every entry needs of its page, whose `language` need not be that of what it lists."""

    language: str
    converted: str
    original: str
    places: Places
    words: Words

    def said(self, text: str) -> str:
        """Words of the conversion, on a page in any language."""
        return in_language(escape(text), self.converted, self.language)


def _kind(found: Sequence[Conversion], kind: Kind, name: str, page: _Page) -> Iterator[str]:
    """The words that were decided in one way, the most frequent first."""
    groups: dict[tuple[str, str], list[Conversion]] = {}
    for one in found:
        if one.kind is kind:
            groups.setdefault((one.original, one.form), []).append(one)
    if groups:
        yield f"## {name} {{#{kind.value}}}\n"
        yield from (_word(group, page) for group in sorted(groups.values(), key=len, reverse=True))


def _word(group: Sequence[Conversion], page: _Page) -> str:
    """A word, and every place where it stands; folded if there are many."""
    first, count, words = group[0], len(group), page.words
    template = words.converted_others if first.others else words.converted
    others = words.comma.join(map(page.said, first.others))
    original = in_language(escape(first.original), page.original, page.language)
    summary = f"{original} → **{page.said(first.form)}**{template.format(count=count, others=others)}"
    listed = "".join(_place(one, page) for one in group)
    if count <= LONGEST_OPEN_LIST:
        return f"{summary}\n\n{listed}"
    return f'<details markdown="1">\n<summary markdown="1">{summary}</summary>\n\n{listed}\n</details>\n'


def _place(one: Conversion, page: _Page) -> str:
    """Where the word stands, amid the words around it."""
    before = (ELLIPSIS if one.cut_before else "") + one.before
    after = cut_off(one.after) if one.cut_after else one.after
    context = f"{escape(before)}**{escape(one.form)}**{escape(after)}"
    span = Span(one.place, one.offset, one.offset + len(one.form))
    said = in_language(context, page.converted, page.language)
    return f"- {said} {place_link(span, page.places, page.words)}\n"
