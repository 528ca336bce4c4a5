"""Article → the tree that is published: each part with what is known of its words, under its own id."""

from __future__ import annotations

from dataclasses import dataclass

from duidu.model import ENGLISH, Article, Block, Front, Heading, Note, Runs, call_id, plain
from duidu.publish import tree
from duidu.publish.content import Choices, content_of
from duidu.publish.links import regions_of
from duidu.publish.regions import Regions
from duidu.publish.titles import title_runs
from duidu.publish.words import WORDS, Words


def document_of(slug: str, article: Article, language: str, choices: Choices | None = None) -> tree.Document:
    """The tree of `article`, whose text is in `language`, as are the headings that are not its own.

    It is called `slug` if it has no title. `choices` finds the words that conversion chose, where they are
    to be told apart.
    """
    build = _Builder(WORDS[language], regions_of(article, language), choices)
    front = article.front
    return tree.Document(
        title=build.title(slug, front, language),
        authors=build.authors(front),
        abstract=build.abstract(front, language),
        keywords=build.keywords(front, language),
        body=tuple(map(build.block, article.blocks)),
        notes=build.notes(article),
        english=_english(front, WORDS[language]) if language != ENGLISH else None,
    )


def _english(front: Front, words: Words) -> tree.Section | None:
    """Title, authors and abstract in English; `words` are those of the page."""
    title = front.titles.get(ENGLISH)
    if not title and not front.abstracts.get(ENGLISH):
        return None
    build = _Builder(WORDS[ENGLISH])
    content = build.content(title or ()) or (tree.Text(words.english),)
    authors = (
        tree.Byline(f"author-en-{number}", build.content(author.name_en))
        for number, author in enumerate(front.authors, start=1)
        if author.name_en
    )
    # Its label is no heading, or the table of contents would list the abstract twice.
    label = tree.Label("abstract-en", (tree.Text(build.words.abstract),))
    abstract = build.abstract(front, ENGLISH, label)
    keywords = build.keywords(front, ENGLISH, "keywords-en")
    heading = tree.Heading("english", 2, content, words.english)
    blocks = (*authors, *tree.present(abstract, keywords))
    return tree.Section(tree.SectionKind.ENGLISH, heading, blocks, ENGLISH)


@dataclass(frozen=True, slots=True)
class _Builder:
    """Makes the parts of a tree: `words` are those of its language, `regions` what is known of each part."""

    words: Words
    regions: Regions | None = None
    choices: Choices | None = None

    def content(self, runs: Runs, part: str = "", *, anchors: bool = True) -> tree.Content:
        """`runs`, which are those of `part`; only one part of all has the ids of a printed page."""
        converted = self.choices(runs) if self.choices else ()
        return content_of(runs, (self.regions or {}).get(part, ()), converted, anchors=anchors)

    def title(self, slug: str, front: Front, language: str) -> tree.Heading:
        """The article's title."""
        runs = title_runs(front, language)
        named = () if plain(runs).strip() else (tree.Text(slug),)
        return tree.Heading("title", 1, (*self.content(runs), *named))

    def authors(self, front: Front) -> tuple[tree.Byline, ...]:
        """The authors, in the article's own language."""
        return tuple(
            tree.Byline(f"author-{number}", self.content(author.name), self.content(author.affiliation))
            for number, author in enumerate(front.authors, start=1)
        )

    def abstract(self, front: Front, language: str, label: tree.Label | None = None) -> tree.Section | None:
        """The abstract in `language`, under a heading unless there is a `label`."""
        heading = label or tree.Heading("abstract", 2, (tree.Text(self.words.abstract),))
        paragraphs = tuple(
            tree.Paragraph(part := f"{heading.id}-{number}", self.content(runs, part))
            for number, runs in enumerate(front.abstracts.get(language, ()), start=1)
        )
        return tree.Section(tree.SectionKind.ABSTRACT, heading, paragraphs) if paragraphs else None

    def keywords(self, front: Front, language: str, anchor: str = "keywords") -> tree.Keywords | None:
        """The keywords in `language`, as a list with the id `anchor`."""
        words = tuple(map(self.content, front.keywords.get(language, ())))
        return tree.Keywords(anchor, words) if words else None

    def block(self, block: Block) -> tree.Block:
        """A block of the body. The title is the only heading of level 1."""
        content = self.content(block.runs, block.id)
        if isinstance(block, Heading):
            return tree.Heading(block.id, block.level + 1, content)
        return tree.Paragraph(block.id, content)

    def notes(self, article: Article) -> tree.Notes | None:
        """The notes, if there are any."""
        heading = tree.Heading("notes", 2, (tree.Text(self.words.notes),))
        notes = tuple(map(self.note, article.notes))
        return tree.Notes(heading, notes) if notes else None

    def note(self, note: Note) -> tree.Note:
        """A note. A page that begins in it begins in the body too, which has its id."""
        content = self.content(note.runs, note.id, anchors=False)
        return tree.Note(note.id, note.label, note.kind, call_id(note.id), content)
