"""An article in one script → in the other, and back.

Conversion is character for character, so every text keeps its place and its length, and the words in
the script of the original stay in `Text.converted_from`, from which `restore` rebuilds them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import TypeVar

import regex

from duidu.enrich.addresses import ADDRESS
from duidu.enrich.conversion import Converter, converter
from duidu.enrich.direction import TO_SIMPLIFIED, Direction, away_from, other_than
from duidu.enrich.japanese import find_japanese
from duidu.enrich.opencc_tables import count_scripts, known
from duidu.enrich.overrides import Overrides, any_of, default_overrides
from duidu.enrich.quotes import MARK, mainland_quotes, taiwan_quotes
from duidu.metadata import Metadata
from duidu.model import ENGLISH, TRADITIONAL, Article, Block, Figure, ParagraphBreak, Run, Runs, Text
from duidu.problems import Code, Problem
from duidu.traversal import map_texts, with_language

# Private characters too: old fonts put what their standard lacked there.
_IDEOGRAPH = regex.compile(r"(?=\p{Lo})\p{Han}|\p{Co}")

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Script:
    """How words are converted: by which table (by default that which comes with duidu), which phrases not at
    all, whether quotes are too, and to which script.
    """

    overrides: Overrides | None = None
    keep: tuple[str, ...] = ()
    quotes: bool = True
    direction: Direction = TO_SIMPLIFIED

    def convert(self, text: str) -> str:
        """`text` in the other script, of the same length."""
        out = list(converter(self.overrides, self.direction).convert(text))
        if self.quotes:
            marked = mainland_quotes(text) if self.direction is TO_SIMPLIFIED else taiwan_quotes(text)
            for match in MARK.finditer(text):
                place = match.start()
                if marked[place] != text[place]:
                    out[place] = marked[place]
        kept = (match.span() for match in chain(ADDRESS.finditer(text), any_of(self.keep).finditer(text)))
        for start, end in chain(kept, find_japanese(text)):
            out[start:end] = text[start:end]
        return "".join(out)


def convert_article(
    article: Article, *, overrides: Overrides | None = None, keep: Sequence[str] = (), quotes: bool = True
) -> Article:
    """`article` in the script in which it was not written; its English stays as it is.

    `overrides` correct OpenCC (by default those that come with duidu), phrases in `keep` are not
    converted, and `quotes` says whether 「」『』 become “” ‘’, or these those. The record of what was moved,
    corrected and set aside is about the source, so it stays in the script of the original.
    """
    direction = away_from(article.original_language)
    script = Script(overrides, tuple(keep), quotes, direction)
    converted = _map_chinese(article, partial(convert_runs, script=script), direction.target)
    return replace(converted, blocks=tuple(_described(block, script) for block in converted.blocks))


def _described(block: Block, script: Script) -> Block:
    """What a picture shows is told in the other script too."""
    if not isinstance(block, Figure):
        return block
    return replace(block, description=script.convert(block.description))


def convert_metadata(
    metadata: Metadata, overrides: Overrides | None = None, direction: Direction = TO_SIMPLIFIED
) -> Metadata:
    """What `metadata` says in Chinese of an article, in the script in which that was not written.

    What is in it already stays as it is: the journal's editor may write another script than the author.
    """
    script = Script(overrides, metadata.keep, metadata.converts_quotes(direction.target), direction)
    return _map_metadata(
        metadata, lambda said: said if _is_in(direction.target, said) else script.convert(said)
    )


def metadata_in(metadata: Metadata, language: str) -> Metadata:
    """What `metadata` says in Chinese of an article that is written in `language`, in that script."""
    direction = away_from(other_than(language))
    script = Script(None, metadata.keep, metadata.converts_quotes(language), direction)
    return _map_metadata(metadata, partial(_converted, script=script))


def words_in(said: str, language: str) -> str:
    """A few Chinese words of an editor's in the script of `language`; amid English they stay as they are."""
    if language == ENGLISH or said.isascii():
        return said
    return _converted(said, Script(direction=away_from(other_than(language))))


def _converted(said: str, script: Script) -> str:
    """What an editor says, which may be in either script, by one of these conversions."""
    return script.convert(said) if _is_in(script.direction.source, said) else said


def _map_metadata(metadata: Metadata, change: Callable[[str], str]) -> Metadata:
    return replace(
        metadata,
        journal=change(metadata.journal),
        publisher=change(metadata.publisher),
        rights=change(metadata.rights),
        volume=change(metadata.volume),  # it may have words in place of a number, and so may an issue: 創刊號
        issue=change(metadata.issue),
    )


def _is_in(language: str, said: str) -> bool:
    """Whether more characters of a text are of this script alone than of the other."""
    traditional, simplified = count_scripts(said)
    return traditional > simplified if language == TRADITIONAL else simplified > traditional


def restore(article: Article) -> Article:
    """The article of which `convert_article` made `article`; pictures keep their descriptions."""
    return _map_chinese(article, _restore_runs, article.original_language)


def convert_runs(runs: Runs, script: Script) -> Runs:
    """`runs` in the other script.

    They are converted as one text, since a word may go over a page or bear two styles; but none goes over
    the end of a paragraph.
    """
    converted = script.convert("".join(map(_unconverted, runs)))
    place = 0
    out: list[Run] = []
    for run in runs:
        before = _unconverted(run)
        if isinstance(run, Text):
            after = converted[place : place + len(before)]
            converted_from = before if after != before else None
            run = Text(after, run.origin, run.source, converted_from, run.style, run.link)
        place += len(before)
        out.append(run)
    return tuple(out)


def _unconverted(run: Run) -> str:
    """What `run` is in the text that is converted: nothing where it stands amid a word."""
    if isinstance(run, Text):
        return run.unconverted
    return "\n" if isinstance(run, ParagraphBreak) else ""


def _restore_runs(runs: Runs) -> Runs:
    return tuple(
        replace(run, text=run.unconverted, converted_from=None) if isinstance(run, Text) else run
        for run in runs
    )


def _map_chinese(article: Article, change: Callable[[Runs], Runs], language: str) -> Article:
    """`article` with every stretch of Chinese text changed, which is in `language` then."""
    changed = map_texts(article, lambda runs, tag: runs if tag == ENGLISH else change(runs))
    return with_language(changed, language)


def idle_overrides(
    direction: Direction = TO_SIMPLIFIED, overrides: Overrides | None = None
) -> tuple[Problem, ...]:
    """The rows that change nothing: without them their phrase comes out the same, since OpenCC has learnt
    it or another row covers it. They can be deleted.
    """
    rows = default_overrides(direction) if overrides is None else overrides
    return tuple(
        Problem.at(Code.OVERRIDE_IDLE, row.line, phrase=row.phrase)
        for row in rows
        if Converter(tuple(other for other in rows if other is not row), direction).convert(row.phrase)
        == row.replacement
    )


def unknown_characters(
    article: Article, *, overrides: Overrides | None = None, keep: Sequence[str] = ()
) -> tuple[Problem, ...]:
    """The ideographs of the original `article` that may lack a conversion: they are in none of OpenCC's
    tables, in no row, and not in the standard of the other script. Each is reported once, where it first
    stands. An editor who wants it as it is puts it into `keep`.
    """
    direction = away_from(article.language)
    rows = default_overrides(direction) if overrides is None else overrides
    told = set("".join((*keep, *(row.phrase for row in rows))))
    problems: list[Problem] = []
    for run in article.runs():
        if isinstance(run, Text):
            for character in dict.fromkeys(run.text):
                if character not in told:
                    told.add(character)
                    if _IDEOGRAPH.match(character) and not known(character, direction):
                        problems.append(_unknown(character, run.origin.line, direction))
    return tuple(sorted(problems, key=lambda problem: problem.line))


def _unknown(character: str, line: int, direction: Direction) -> Problem:
    said = {"character": character, "number": f"U+{ord(character):04X}", "script": direction.name}
    return Problem.at(Code.CHARACTER_UNKNOWN, line, **said)
