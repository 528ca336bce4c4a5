"""Every error and warning of duidu, each once: a stable code, its weight and its sentence.

A sentence says what was found and what was expected, in that order. Codes never change and
are never used again; new ones are added at the end of their group.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, IntEnum


class Exit(IntEnum):
    """Exit codes of the command: what kind of thing went wrong."""

    OK = 0
    FOUND = 1  # the article breaks an invariant, or the committed files are not current
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

    TITLE_MISSING = (
        "title-missing",
        False,
        "no title is found; expected one above the authors' names and 摘要, a paragraph of its own",
    )
    HEADINGS_MISSING = (
        "headings-missing",
        False,
        "no heading is found; expected some as “壹、” or “一、”, each a paragraph of its own",
    )
    NOTES_MISSING = (
        "notes-missing",
        True,
        "no note is found, though {sign}; expected the notes at the foot of their pages, under a line of"
        " spaces, each after its number and a space (if there are none, accept this in article.toml)",
    )
    NOTES_RESTART = (
        "note-number-restart",
        True,
        "the notes of this page begin with {number} again, after note {previous}; expected numbers that run"
        " through the article",
    )
    RULE_MISSING = (
        "rule-missing",
        False,
        "no line of spaces stands over the notes, though there seem to be some (as “{text}”); expected one of"
        " 20 spaces or more on each page that has notes",
    )
    RULE_WITHOUT_NOTE = (
        "rule-without-note",
        False,
        "no note begins under this line of spaces; expected the notes of the page, each after its number",
    )
    CALLS_LEFT = (
        "calls-left",
        True,
        "the last note is {last}, but “{call}” stands where the next note call would; expected its note",
    )
    FRONT_UNKNOWN = (
        "front-unknown",
        False,
        "“{text}” stands with title, authors and abstract and is none of them; it is shown as a paragraph",
    )
    FRONT_LONG = (
        "front-long",
        False,
        "the front matter is {count} ideographs long; expected less than two pages, and then a heading",
    )
    PAGE_LONG = (
        "page-long",
        False,
        "this page has {count} characters; expected each page to begin with a space or a form feed",
    )
    PARAGRAPH_MARKS_MISSING = (
        "paragraph-marks-missing",
        False,
        "no line of text ends in a space; expected one at the end of each paragraph",
    )
    LINE_REPEATED = (
        "line-repeated",
        False,
        "the line “{text}” stands in the text {count} times; expected running heads between lines of one"
        " space, with the number of the page",
    )
    SOURCE_SIMPLIFIED = (
        "source-simplified",
        False,
        "the text seems to be in Simplified: {simplified} characters are of Simplified alone,"
        " {traditional} of Traditional; expected a text in Traditional",
    )
    CONTROL_CHARACTERS = (
        "control-characters",
        False,
        "control characters in the text: {count}, here {first}; expected none (readers see “\ufffd”)",
    )
    PRIVATE_CHARACTERS = (
        "private-use-characters",
        False,
        "private-use characters in the text: {count}, here {first}; expected none (only their own font has"
        " them)",
    )
    UNMAPPED_CHARACTERS = (
        "unmapped-characters",
        False,
        "places in the text where the extractor knew no character: {count}, here “{first}”; expected none",
    )

    CORRECTION_NOT_FOUND = (
        "correction-not-found",
        True,
        "the quoted text “{source}” is not in the article; expected it once",
    )
    CORRECTION_AMBIGUOUS = (
        "correction-ambiguous",
        True,
        "the quoted text “{source}” is there {count} times; quote more of it, so that it is there once",
    )
    CORRECTION_OVERLAP = (
        "correction-overlap",
        True,
        "this correction and the one that quotes “{other}” change the same place; expected one for both",
    )
    CORRECTION_EMPTIES = (
        "correction-empties",
        True,
        "this correction leaves nothing of {part}; expected some of it to stay",
    )
    CORRECTIONS_FORMER_NAME = (
        "corrections-former-name",
        False,
        "its corrections are in {found}, which is read; expected them in corrections.toml, as [[correction]]",
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
    SETTINGS_MALFORMED = ("settings-malformed", True, "the settings cannot be read: {reason}")
    SLUG_WRONG = (
        "slug-wrong",
        True,
        "the folder's name {slug} cannot be part of an address; expected letters a to z and digits, in words"
        " joined by single hyphens",
    )
    SLUG_RESERVED = (
        "slug-reserved",
        True,
        "the folder's name “{slug}” is that of a page of the site itself; expected another",
    )
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
    NO_ARTICLE_YET = (
        "no-article-yet",
        False,
        "no article is here yet; expected at least one folder with a source.txt",
    )
    NOT_A_FOLDER = ("not-a-folder", True, "there is a file of this name; expected a new or an empty folder")
    FOLDER_NOT_EMPTY = ("folder-not-empty", True, "the folder is not empty; expected a new or an empty one")

    def __init__(self, code: str, error: bool, sentence: str) -> None:
        self.code = code
        self.error = error
        self.sentence = sentence

    @property
    def acceptable(self) -> bool:
        """Whether an editor may accept such a finding in article.toml: a doubt, not a broken invariant."""
        of_no_text = (
            Code.CORRECTIONS_FORMER_NAME,
            Code.OVERRIDE_IDLE,
            Code.SITE_URL_MISSING,
            Code.NO_ARTICLE_YET,
        )
        if self in of_no_text:
            return False
        return not self.error or self in (Code.NOTES_MISSING, Code.NOTES_RESTART, Code.CALLS_LEFT)


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding at a place: `line` counts from 1; 0 means the file as a whole.

    `place` is how messages name the line after the file's name, where that is not by its number.
    """

    code: Code
    line: int = 0
    details: tuple[tuple[str, object], ...] = ()
    place: str = field(default="", compare=False)

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
        place = f"{file}{self.place or f':{self.line}'}" if self.line else file
        weight = "error" if self.code.error else "warning"
        return f"{place}: {weight}: {self.message} [{self.code.code}]"


class DuiduError(Exception):
    """What stops the work: findings in `file`, and the exit code they lead to."""

    def __init__(self, file: str, *problems: Problem, exit_code: Exit = Exit.INPUT) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.file = file
        self.problems = problems
        self.exit_code = exit_code
