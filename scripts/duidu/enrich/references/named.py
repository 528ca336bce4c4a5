"""Earlier works named by their author: 「Walt (1997), op. cit.」, 「陳守仁，前引文」."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from duidu.apparatus import Citation
from duidu.enrich.citations.names import AUTHORS, PERSON, SAME_AUTHOR, family_name
from duidu.enrich.works import SIGNS, Texts

_YEAR = r"(?: ?[(（](?P<year>\d{4}[a-z]?) ?年?[)）])?"
_TITLE = (
    r"(?:[,，]? ?(?:[“‘\"](?P<title1>[^”\"]+?),?[”’\"]"
    r"|[〈《](?P<title2>[^〉》]+)[〉》]"
    r"|(?P<title3>[A-Z][^;“”]+)))?"
)
_END = rf"(?:,? et al\.?|等)?{_YEAR}{_TITLE}[,，]?\s*$"
_UNKNOWN = re.compile(
    rf"(?!(?:See|Cf|Also|In)\b)(?:{AUTHORS}|{PERSON}|(?<![㐀-鿿])[㐀-鿿]{{2,4}}(?=[，,]$)){_END}"
)


def named(
    text: str, earlier: Iterable[Citation], last: Citation | None, texts: Texts
) -> tuple[int, tuple[Citation, ...]]:
    """Those of the `earlier` citations whose authors stand at the end of `text`, and where their names begin.

    A year or a title after the names must be that of the work. 氏著 stands for the authors of the `last`
    reference. If none is known, the place is where a name in Latin letters begins, or the end of `text`.
    """
    found: list[tuple[int, Citation]] = []
    for citation in earlier:
        names = texts.names(citation)
        same = last is not None and names == texts.names(last)
        match = _pattern(names, same=same).search(text) if names else None
        if match and _fits(match, citation, texts):
            found.append((match.start(), citation))
    unknown = _UNKNOWN.search(text)
    end = unknown.start() if unknown else len(text)
    start = min((place for place, _ in found), default=end)
    return start, tuple(citation for place, citation in found if place == start)


def _pattern(names: Sequence[str], *, same: bool) -> re.Pattern[str]:
    """All of the authors, or the first with others left out, by family name or in full."""
    first, *others = map(_forms, names)
    more = "".join(rf"(?:(?:,? (?:and|&) |, |[、與和及]){other})" for other in others)
    listed = "|".join((f"{first}(?:{more})?", *(SAME_AUTHOR if same else ())))
    edge = r"(?<![\w.])" if names[0].isascii() else ""
    return re.compile(f"{edge}(?:{listed}){_END}")


def _forms(name: str) -> str:
    return f"(?:{'|'.join(re.escape(form) for form in dict.fromkeys((name, family_name(name))))})"


def _fits(match: re.Match[str], citation: Citation, texts: Texts) -> bool:
    title = SIGNS.sub("", next(filter(None, match.group("title1", "title2", "title3")), "")).casefold()
    whole = SIGNS.sub("", texts[citation.title]).casefold()
    return match["year"] in (None, texts[citation.year]) and whole.startswith(title)
