"""Why characters of the text layer were set aside, moved or corrected: each reason once.

`publish/words/` has the words for each, in every language of the site.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Cause(StrEnum):
    """What kind of reason it is. Programs that read the model know it by its value, which never changes."""

    # Set aside
    LABEL = "label"
    BETWEEN_NAMES = "between names"
    BETWEEN_KEYWORDS = "between keywords"
    AFFILIATION_MARK = "affiliation mark"
    RUNNING_HEAD = "running head"
    PAGE_NUMBER = "page number"
    NOTE_NUMBER = "note number"
    NOTE_MARKER = "note marker"
    DELETED = "deleted"
    COMMENT = "comment"
    HIDDEN = "hidden"
    TABLE_OF_CONTENTS = "table of contents"
    REPLACED = "replaced"
    UNSEEN = "unseen"
    LINE_END_HYPHEN = "hyphen at a line's end"
    BULLET = "bullet"
    COVER = "front page of a database"
    CATALOGUE = "numbers of catalogues"
    THESIS = "cover or declaration of a thesis"
    RUBY = "ruby"
    TURNED = "turned words"
    IN_FIGURE = "words in a figure"

    # Moved
    LATE_MARKER = "late marker"
    LATE_AMONG_NOTES = "late text among notes"
    LATE_AFTER_PARAGRAPH = "late text after paragraph"

    # Corrected, by rule or because an editor says so
    BROKEN_ADDRESS = "broken address"
    SPREAD_OUT_WORDS = "spread-out words"
    LOOKALIKE = "lookalike"
    DECLARED = "declared"


# What an editor may not want to be read: it is counted on the site, and its words are not shown.
PRIVATE = frozenset((Cause.DELETED, Cause.COMMENT, Cause.HIDDEN))


@dataclass(frozen=True, slots=True)
class Reason:
    """A cause, with what its sentence needs: the `number` of a marker, or the editor's own `words`."""

    cause: Cause
    number: int | None = None
    words: str = ""
