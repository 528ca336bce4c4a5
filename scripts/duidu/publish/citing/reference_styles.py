"""References for people, in the three manners of the site: as in Taipei, as in Beijing, and Chicago style.

張心怡，〈論英美……〉，《歐洲國際評論》，第 3 卷第 1 期（2009 年），頁 76-105。
张心怡：《论英美……》，《欧洲国际评论》第 3 卷第 1 期，2009 年，第 76—105 页。
Hsin-yi Chang, “The Anglo-American … (論英美……),” *A Review* 歐洲國際評論 3, no. 1 (2009): 76–105.

Quotations end in the same, with the pages quoted: `Manner` has the pieces, which a script puts together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from duidu.model import ENGLISH, SIMPLIFIED, TRADITIONAL
from duidu.publish.citing.record import Record, joined
from duidu.publish.volume_and_issue import is_number, numbered
from duidu.publish.words import WORDS


@dataclass(frozen=True, slots=True)
class Style:
    """How a format writes words: any, those in italics, and Chinese amid English."""

    text: Callable[[str], str]
    italic: Callable[[str], str]
    chinese: Callable[[str], str]


PLAIN = Style(str, str, str)


@dataclass(frozen=True, slots=True)
class Manner:
    """The pieces of a reference to a record, to which whoever quotes adds pages and note.

    `source` is followed by `before`, then by `page` or `pages` (with `dash` between two numbers) and
    `note`, these two with `comma` between them, and by `end`. `alone` is the reference without any of
    these. `quotes` are the marks around a quotation and those inside it.
    """

    source: str
    before: str
    page: str
    pages: str
    dash: str
    note: str
    comma: str
    end: str
    alone: str
    quotes: str

    def cited(self, pages: Sequence[str], doi: str = "") -> str:
        """The reference to these `pages`, one or the first and the last, with a DOI if there is one."""
        if not pages and not doi:
            return self.alone
        page = (self.page if len(pages) == 1 else self.pages).format(pages=self.dash.join(pages))
        rest = self.comma.join(filter(None, (page if pages else "", doi)))
        return f"{self.source}{self.before if self.source else ''}{rest}{self.end}"

    def pieces(self) -> dict[str, str]:
        """All of them by name, for scripts."""
        return asdict(self)


def manner_of(record: Record, style: Style = PLAIN, *, language: str = "", original: bool = False) -> Manner:
    """How `record` is cited in `language`, which is its own if not told otherwise.

    `original` says whether a reference in English gives the title in Chinese too.
    """
    makers = {TRADITIONAL: _taipei, SIMPLIFIED: _beijing}
    language = language or record.language
    return (
        makers[language](record, style) if language != ENGLISH else _chicago(record, style, original=original)
    )


def reference(record: Record, style: Style, *, language: str = "") -> str:
    """The whole reference to `record`."""
    manner = manner_of(record, style, language=language, original=True)
    named = "https://doi.org/{}" if language == ENGLISH else "DOI：{}"
    doi = _filled(named, style.text(record.metadata.doi))
    return manner.cited(tuple(map(style.text, record.cited_pages)), doi)


def _taipei(record: Record, style: Style) -> Manner:
    said, write = record.metadata, style.text
    volume = write(numbered("第 {} 卷", said.volume) + numbered("第 {} 期", said.issue))
    year = _filled("（{} 年）" if volume else "{} 年", said.year)
    source = _listed(
        "，",
        "、".join(write(name.shown) for name in record.authors),
        _filled("〈{}〉", write(record.original_title)),
        _filled("《{}》", write(record.journal)),
        f"{volume}{year}",
    )
    page, dash = "頁 {pages}", WORDS[TRADITIONAL].page_dash
    return Manner(
        source, "，", page, page, dash, "註 {note}", "，", "。", _filled("{}。", source), "「」『』"
    )


def _beijing(record: Record, style: Style) -> Manner:
    said, write = record.metadata, style.text
    volume, issue = write(numbered("第 {} 卷", said.volume)), write(numbered("第 {} 期", said.issue))
    year = _filled("{} 年", said.year)
    dated = _listed("，", volume + issue, year) if volume else year + issue
    title = write(record.original_title.translate(str.maketrans("《》〈〉", "〈〉《》")))
    journal = _filled("《{}》", write(record.journal))
    source = _listed(
        "：",
        "、".join(write(name.shown) for name in record.authors),
        _listed("，", _filled("《{}》", title), journal + dated),
    )
    page, dash = "第 {pages} 页", WORDS[SIMPLIFIED].page_dash
    quotes = "“”‘’" if said.simplified_quotes else "「」『』"
    return Manner(source, "，", page, page, dash, "注 {note}", "，", "。", _filled("{}。", source), quotes)


def _chicago(record: Record, style: Style, *, original: bool) -> Manner:
    authors = [_latin(name.english, name.chinese, style) for name in record.authors]
    by = joined(authors, ", ", ", and " if len(authors) > 2 else " and ")
    title = _title(record, style, original=original)
    journal, dated = _journal(record, style)
    source = _listed(" ", _listed(", ", by, _quoted(title, ",")), journal)
    before = ": " if record.has_number else ", " if journal or not title else " "
    whole = f"{source}." if journal else _listed(", ", by, _quoted(title, "."))
    page, pages = ("{pages}", "{pages}") if dated else ("p. {pages}", "pp. {pages}")
    dash = WORDS[ENGLISH].page_dash
    return Manner(source, before, page, pages, dash, "n. {note}", ", ", ".", whole, "“”‘’")


def _title(record: Record, style: Style, *, original: bool) -> str:
    """The title as it stands in quotation marks: in English, if there is one, and in Chinese, if that is
    another.
    """
    english, chinese = (
        title.translate(str.maketrans("“”", "‘’")) for title in (record.title_en, record.title)
    )
    if not english:
        return style.chinese(chinese) if chinese else ""
    both = original and chinese not in ("", english)
    return style.text(english) + (f" ({style.chinese(chinese)})" if both else "")


def _quoted(title: str, mark: str) -> str:
    """`title` in quotation marks, with the mark that comes after it inside of them."""
    return _filled("“{}”", title and title + (mark if title[-1] not in "?!" else ""))


def _latin(english: str, chinese: str, style: Style) -> str:
    return style.text(english) if english else style.chinese(chinese)


def _journal(record: Record, style: Style) -> tuple[str, bool]:
    """The journal with volume, issue and year, and whether it has any of these.

    Where the year stands for volume and issue, it has no brackets.
    """
    said = record.metadata
    latin = said.journal_romanised or said.journal_en
    name = _listed(
        " ",
        style.italic(latin) if latin else "",
        style.chinese(said.journal) if said.journal not in ("", latin) else "",
    )
    issue = style.text(f"no. {said.issue}") if is_number(said.issue) else style.chinese(said.issue)
    numbered = _listed(", ", _listed(" ", name, style.text(said.volume)), issue)
    between, year = (" ", "({})") if record.has_number else (", ", "{}")
    dated = _listed(between, numbered, _filled(year, said.year))
    return dated, dated != name


def _filled(template: str, value: object) -> str:
    """`template` with `value` in it; nothing without a value."""
    return template.format(value) if value else ""


def _listed(between: str, *parts: str) -> str:
    """Those of `parts` that are not empty."""
    return between.join(filter(None, parts))
