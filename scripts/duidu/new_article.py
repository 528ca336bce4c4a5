"""The files that an editor holds → an article of the project: a folder, and an article.toml to fill in."""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from duidu.han import NUMERALS, number
from duidu.model import ENGLISH, Article, Author, Heading, plain
from duidu.new_project import starter_file
from duidu.pipeline import ArticleFiles, Draft, SourceFile, process
from duidu.problems import Code, DuiduError, Exit, Problem
from duidu.reasons import Cause
from duidu.recover.characters import visible
from duidu.sources.detect import Kind, detect
from duidu.sources.document import Document
from duidu.sources.printed import PrintedDocument
from duidu.sources.source import Source
from duidu.sources.text_layer import TextLayer
from duidu.workspace import METADATA, PRINTED, SOURCE, read_file, telling_unwritable

_WORDS_IN_SLUG = 6
_SMALL_WORDS = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with")
)

# What keeps programs from trimming the spaces of text layers, which carry meaning; a new project has them.
_GUARDS = (".gitattributes", ".editorconfig")
_FACTS = {
    "journal": (r"^\s*《?([^《》\d第卷期頁]{2,20}?)》?[\s，,]*(?=第|\d|總)", '"…"'),
    "volume": (rf"第\s*(\d+|[{NUMERALS}]+)\s*卷", '"12"'),
    "issue": (rf"第\s*(\d+|[{NUMERALS}]+)\s*期", '"3"'),
    "year": (r"(?<!\d)((?:19|20)\d\d)(?!\d)", "2009"),
    "pages": (r"[頁页]\s*(\d+\s*[-–—]\s*\d+)|pp?\.\s*(\d+\s*[-–—]\s*\d+)", '"76-105"'),
}
_ENDINGS: Mapping[type[Source], str] = {TextLayer: "txt", Document: "docx", PrintedDocument: "pdf"}
_IN_WORDS = re.compile(f"[{NUMERALS}]+")
_NUMBERS = frozenset(["year"])

_TOML = """\
# What duidu found in the file, and what it could not find. Nothing here must be filled in, but Google Scholar
# lists no article without a year, and readers cannot cite one without journal, volume or issue, and pages.

# Where it appeared. Take away the # of what is right.
{facts}
# publisher = "…"
# issn = "1234-5679"
# doi = "10.1234/abc"
# url = "https://…"      # where the journal itself has it
# rights = "…"

# In which script it is written: “zh-Hant” (Traditional) or “zh-Hans” (Simplified).
# script = "{script}"

# Read from the file. Where it was read wrong, take away the # and say it right: that is shown instead.
{front}
"""


def add_article(articles: Path, files: Sequence[Path], slug: str = "") -> tuple[Path, Draft]:
    """Make an article of `files` in the folder `articles`: its own folder there, and what was found in it.

    It is one file, or the Word file and the PDF of one article. Its name, the `slug`, is made of its English
    title or of the file's name if none is given. Raises `DuiduError` if the files cannot be used, or the
    name cannot, or is taken; nothing is written then.
    """
    given = _in_order([SourceFile(file, read_file(file)) for file in files])
    draft = process(given, until="annotate")
    slug = slug or suggest_slug(draft.article, given.source.path.stem)
    folder = articles / slug
    _check_name(slug, folder)
    written = {
        folder / f"{SOURCE}.{_ENDINGS[type(draft.source)]}": given.source.content,
        folder / METADATA: article_toml(draft.article).encode(),
    }
    if given.printed:
        written[folder / PRINTED] = given.printed.content
    if isinstance(draft.source, TextLayer):
        written |= {articles / name: starter_file(f"docs/articles/{name}") for name in _GUARDS}
    _write(folder, written)
    return folder, draft


def _in_order(files: Sequence[SourceFile]) -> ArticleFiles:
    """The files of an article by what they are, in whatever order they are given."""
    source, *others = sorted(files, key=lambda file: detect(file.content) is Kind.PDF)
    if len(others) > 1:
        found = ", ".join(file.path.name for file in files)
        raise DuiduError(
            str(source.path), Problem.at(Code.SOURCES_SEVERAL, found=found), exit_code=Exit.USAGE
        )
    return ArticleFiles(source, printed=next(iter(others), None))


def suggest_slug(article: Article, stem: str) -> str:
    """A name for an article's address, of its English title or else of its file's name; perhaps empty."""
    for text in (plain(article.front.titles.get(ENGLISH, ())).split(":")[0], stem):
        plain_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
        words = [word for word in re.findall(r"[a-z0-9]+", plain_text) if word not in _SMALL_WORDS]
        if words and text.isprintable() and (text is not stem or stem.isascii()):
            return "-".join(words[:_WORDS_IN_SLUG])
    return ""


def _check_name(slug: str, folder: Path) -> None:
    from duidu.slugs import check_slug  # it knows the names of pages, which are slow to load

    problem = check_slug(slug) if slug else Problem.at(Code.SLUG_NEEDED)
    if not problem and folder.exists():
        problem = Problem.at(Code.ARTICLE_EXISTS)
    if problem:
        raise DuiduError(str(folder), problem, exit_code=Exit.USAGE)


def _write(folder: Path, files: Mapping[Path, bytes]) -> None:
    """Make the article's `folder` and those of `files` that are not there yet, or nothing."""
    with telling_unwritable(folder):
        folder.mkdir(parents=True)
        try:
            for file, content in files.items():
                if not file.exists():
                    file.write_bytes(content)
        except OSError:
            shutil.rmtree(folder)  # half a source would be taken for one
            raise


def article_toml(article: Article) -> str:
    """The article.toml of an article: what was found, as comments to confirm, and what is missing."""
    return _TOML.format(
        script=article.language, facts="\n".join(_facts(article)), front="\n".join(_front(article))
    )


def _facts(article: Article) -> Iterator[str]:
    found = find_facts(article)
    for key, (_, example) in _FACTS.items():
        if key not in found:
            yield f"# {key} = {example}      # not found"
        else:
            yield f"# {key} = {found[key] if key in _NUMBERS else _quoted(found[key])}"


def find_facts(article: Article) -> Mapping[str, str]:
    """What an article says of where it appeared: in its running heads, and by its pages."""
    heads = [piece.text for piece in article.set_aside if piece.reason.cause is Cause.RUNNING_HEAD]
    found: dict[str, str] = {}
    for key, (pattern, _) in _FACTS.items():
        matches = (re.search(pattern, head) for head in heads)
        if match := next(filter(None, matches), None):
            said = next(group for group in match.groups() if group).strip()
            found[key] = str(number(said)) if _IN_WORDS.fullmatch(said) else said
    headings = (block.runs for block in article.blocks if isinstance(block, Heading))
    titles = {visible(plain(title)) for title in (*article.front.titles.values(), *headings)}
    names = (head.strip() for head in heads if visible(head) not in titles and not re.search(r"\d", head))
    if name := next(names, ""):
        found.setdefault("journal", name)
    if article.pages:
        found.setdefault("pages", f"{article.pages[0].label}-{article.pages[-1].label}")
    return found


def _front(article: Article) -> Iterator[str]:
    front = article.front
    for tag, end in ((article.language, ""), (ENGLISH, "_en")):
        if title := plain(front.titles.get(tag, ())):
            yield f"# title{end} = {_quoted(title)}"
    for tag, end in ((article.language, ""), (ENGLISH, "_en")):
        if keywords := front.keywords.get(tag):
            yield f"# keywords{end} = [{', '.join(_quoted(plain(word)) for word in keywords)}]"
    for author in front.authors or (Author(()),):
        yield "# [[author]]"
        said = {
            "name": author.name,
            "name_en": author.name_en,
            "affiliation": author.affiliation,
            "affiliation_en": author.affiliation_en,
        }
        for key, runs in said.items():
            yield f"# {key} = {_quoted(plain(runs))}"


def _quoted(text: str) -> str:
    """A text as TOML has it, which is as JSON has it."""
    return json.dumps(text, ensure_ascii=False)
