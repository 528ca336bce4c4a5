"""The page 「繁簡對照」: every word whose conversion to Simplified was a choice, with where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from duidu.apparatus import Span
from duidu.enrich.conversions import Conversion, Kind, conversions
from duidu.model import SIMPLIFIED, Article
from duidu.publish.about import LONGEST_OPEN_LIST
from duidu.publish.escape import escape, front_matter
from duidu.publish.places import Places, place_link, places_of
from duidu.publish.reading import title_amid
from duidu.publish.words import WORDS, Words


def conversions_page(slug: str, article: Article, language: str) -> str:
    """The Markdown of the page about the conversion of the Simplified `article`, in `language`."""
    words, places = WORDS[language], places_of(article, SIMPLIFIED)
    found = conversions(article)
    title = title_amid(slug, article.front, language, "index.md")
    lead = words.conversions_lead.format(article=title, count=len(found))
    meta = front_matter({"title": words.conversions, "language": language, "article": slug})
    return meta + "\n".join(
        (
            f"# {words.conversions} {{#title}}\n",
            f"{lead}\n\n{words.conversions_kinds}\n" if found else f"{words.conversions_none}\n",
            *_kind(found, Kind.OVERRIDE, words.by_override, places, words),
            *_kind(found, Kind.PHRASE, words.by_phrase, places, words),
            *_kind(found, Kind.CHARACTER, words.by_character, places, words),
        )
    )


def _kind(found: Sequence[Conversion], kind: Kind, name: str, places: Places, words: Words) -> Iterator[str]:
    """The words that were decided in one way, the most frequent first."""
    groups: dict[tuple[str, str], list[Conversion]] = {}
    for one in found:
        if one.kind is kind:
            groups.setdefault((one.original, one.simplified), []).append(one)
    if groups:
        yield f"## {name} {{#{kind.value}}}\n"
        yield from (_word(group, places, words) for group in sorted(groups.values(), key=len, reverse=True))


def _word(group: Sequence[Conversion], places: Places, words: Words) -> str:
    """A word, and every place where it stands; folded if there are many."""
    first, count = group[0], len(group)
    template = words.converted_others if first.others else words.converted
    others = words.comma.join(map(escape, first.others))
    summary = (
        f'<span lang="zh-Hant">{escape(first.original)}</span> → **{escape(first.simplified)}**'
        f"{template.format(count=count, others=others)}"
    )
    listed = "".join(_place(one, places, words) for one in group)
    if count <= LONGEST_OPEN_LIST:
        return f"{summary}\n\n{listed}"
    return f'<details markdown="1">\n<summary markdown="1">{summary}</summary>\n\n{listed}\n</details>\n'


def _place(one: Conversion, places: Places, words: Words) -> str:
    context = f"{escape(one.before)}**{escape(one.simplified)}**{escape(one.after)}"
    span = Span(one.place, one.offset, one.offset + len(one.simplified))
    return f"- {context} {place_link(span, places, words)}\n"
