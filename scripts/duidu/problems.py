"""Every error and warning of duidu, each once: a stable code, its weight and its sentence.

A sentence says what was found and what was expected, in that order. Codes never change and
are never used again; new ones are added at the end of their group.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum


class Exit(IntEnum):
    """Exit codes of the command: what kind of thing went wrong."""

    OK = 0
    FOUND = 1  # the article breaks a law, or the committed files are not current
    USAGE = 2  # the command line is wrong (argparse uses the same number)
    INPUT = 3  # a file cannot be used
    TOOL = 4  # MkDocs failed or is not installed


class Code(Enum):
    """A finding: its stable code, whether it is an error, and its sentence."""

    NO_SUCH_FILE = ("input-missing", True, "there is no such file; expected a text layer as UTF-8 text")
    IS_A_FOLDER = ("input-folder", True, "this is a folder; expected a file with the article's text layer")
    UNREADABLE = ("input-unreadable", True, "the file cannot be read: {reason}")
    UNWRITABLE = ("output-unwritable", True, "the file cannot be written: {reason}")
    EMPTY = ("input-empty", True, "the file holds no text; expected the article's text layer")
    BINARY = ("input-binary", True, "this is {kind}; expected its text layer as UTF-8 text")
    NOT_UTF8 = ("input-encoding", True, "the file is not UTF-8{guess}; convert it to UTF-8 first")

    MARKER_WITHOUT_NOTE = (
        "marker-without-note",
        True,
        "the marker {number} calls a note that is not there; expected a note {number} on this page",
    )
    NOTE_WITHOUT_MARKER = (
        "note-without-marker",
        True,
        "note {number} is called nowhere; expected a marker {number} in the text",
    )
    NOTE_NUMBER_JUMPS = (
        "note-number-jump",
        True,
        "note {number} follows note {previous}; expected note {expected}",
    )
    MARKERS_OUT_OF_ORDER = (
        "marker-order",
        True,
        "the marker {number} stands after the marker {previous}; expected rising numbers",
    )
    CHARACTERS_LOST = (
        "characters-lost",
        True,
        "the characters “{text}” of this line are not in the article; expected each to be placed once",
    )
    CHARACTERS_DOUBLED = (
        "characters-doubled",
        True,
        "the characters “{text}” are in the article but not on this line; expected each once",
    )
    CHARACTERS_MOVED = (
        "characters-moved",
        True,
        "the characters “{text}” do not stand in the article in this order; expected the order of the line",
    )
    SHAPES_DIFFER = (
        "shapes-differ",
        True,
        "the {language} text has {found} where the original has {expected}; expected the same shape",
    )
    PAGE_NUMBER_JUMPS = (
        "page-number-jump",
        False,
        "this page bears the number {found}; counting from the page before gives {expected}",
    )

    MEND_NOT_FOUND = (
        "mend-not-found",
        True,
        "the quoted text “{source}” is not in the article; expected it once",
    )
    MEND_AMBIGUOUS = (
        "mend-ambiguous",
        True,
        "the quoted text “{source}” is there {count} times; quote more of it, so that it is there once",
    )
    TOML_MALFORMED = ("toml-malformed", True, "this is not valid TOML: {reason}")
    TOML_KEY_UNKNOWN = ("toml-key-unknown", True, "the key “{key}” is unknown; expected one of {expected}")
    TOML_KEY_MISSING = ("toml-key-missing", True, "the key “{key}” is missing; expected {expected}")
    TOML_VALUE_WRONG = ("toml-value-wrong", True, "the value of “{key}” is {found}; expected {expected}")

    OVERRIDE_MALFORMED = (
        "override-malformed",
        True,
        "the row has {found}; expected phrase, replacement and reason, with a tab between them",
    )
    OVERRIDE_CLASH = (
        "override-clash",
        True,
        "the phrase “{phrase}” has a row already, on line {other}; expected one row a phrase",
    )
    OVERRIDE_LENGTH = (
        "override-length",
        True,
        "“{phrase}” has the length {before}, “{replacement}” {after}; expected the same length",
    )
    OVERRIDE_FIXED = (
        "override-fixed",
        True,
        "the row changes “{before}” into “{after}”; expected digits and Latin letters to stay as they are",
    )
    OVERRIDE_IDLE = (
        "override-idle",
        False,
        "the row for “{phrase}” changes nothing; expected a correction of what OpenCC gives",
    )
    CHARACTER_UNKNOWN = (
        "character-unknown",
        False,
        "OpenCC does not know “{character}” ({number}); it is the same in the Simplified text",
    )

    REFERENCE_UNKNOWN = (
        "reference-unknown",
        False,
        "note {number} has “{words}”, for which no earlier note cites a work; expected one",
    )
    REFERENCE_AMBIGUOUS = (
        "reference-ambiguous",
        False,
        "note {number} has “{words}”, which may mean {works}; expected one work",
    )

    NO_PROJECT = ("no-project", True, "no mkdocs.yml is here or in a folder above; expected a duidu project")
    NO_ARTICLES = ("no-articles", True, "no article is here; expected at least one folder with a source.txt")
    NOT_CURRENT = (
        "not-current",
        True,
        "the file is not what the sources give; run “duidu build” and commit it",
    )
    ADDRESS_TAKEN = (
        "address-taken",
        True,
        "the site cannot be served there; expected HOST:PORT with a port that is free",
    )
    SITE_URL_MISSING = (
        "site-url-missing",
        False,
        "no site_url is set; expected the site's address: without it the map of the site for search engines "
        "is empty, and pages do not know their whole addresses",
    )
    SITE_FAILED = ("site-failed", True, "the site could not be built: {reason}")

    def __init__(self, code: str, error: bool, sentence: str) -> None:
        self.code = code
        self.error = error
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding at a place: `line` counts from 1; 0 means the file as a whole."""

    code: Code
    line: int = 0
    details: tuple[tuple[str, object], ...] = ()

    @classmethod
    def at(cls, code: Code, line: int = 0, **details: object) -> Problem:
        """The finding `code` on `line`, with what its sentence needs."""
        return cls(code, line, tuple(details.items()))

    @property
    def message(self) -> str:
        """The sentence, filled in."""
        return self.code.sentence.format(**dict(self.details))

    def report(self, file: str) -> str:
        """One line for a person: `file:line: error: sentence [code]`."""
        place = f"{file}:{self.line}" if self.line else file
        weight = "error" if self.code.error else "warning"
        return f"{place}: {weight}: {self.message} [{self.code.code}]"


class DuiduError(Exception):
    """What stops the work: findings in `file`, and the exit code they lead to."""

    def __init__(self, file: str, *problems: Problem, exit_code: Exit = Exit.INPUT) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.file = file
        self.problems = problems
        self.exit_code = exit_code
