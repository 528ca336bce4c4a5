"""Every error and warning of duidu, each once: a stable code, its weight and its sentence.

A sentence says what was found and what was expected, in that order. Codes never change and
are never used again; new ones are added at the end of their group.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, IntEnum

# Controls, ends of lines, and surrogates, which stand for bytes that are no UTF-8.
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


class Exit(IntEnum):
    """Exit codes of the command: what kind of thing went wrong."""

    OK = 0
    FOUND = 1  # the article breaks an invariant, or the committed files are not current
    USAGE = 2  # the command line is wrong (argparse uses the same number)
    INPUT = 3  # a file cannot be used
    TOOL = 4  # what builds the site failed or is not installed
    INTERRUPTED = 130  # as shells have it: 128, and the number of the signal of Ctrl-C


class Code(Enum):
    """A finding: its stable code, whether it is an error, and its sentence."""

    NO_SUCH_FILE = (
        "input-missing",
        True,
        "there is no such file; expected a Word document, a PDF or a text layer",
    )
    IS_A_FOLDER = ("input-folder", True, "this is a folder; expected a file")
    UNREADABLE = ("input-unreadable", True, "the file cannot be read: {reason}")
    UNWRITABLE = ("output-unwritable", True, "the file cannot be written: {reason}")
    OUTPUT_LINKED = (
        "output-linked",
        True,
        "a link stands where pages are written; expected a folder, since all in it is duidu's own",
    )
    EMPTY = ("input-empty", True, "the file holds no text; expected {expected}")
    BINARY = ("input-binary", True, "this is {kind}; expected {expected} as UTF-8 text")
    NOT_UTF8 = ("input-encoding", True, "the file is not UTF-8{guess}; convert it to UTF-8 first")

    INPUT_NOT_WORD = ("input-not-word", True, "this is no Word document; expected one (.docx)")
    INPUT_OPENDOCUMENT = (
        "input-opendocument",
        True,
        "this is an OpenDocument file; expected a Word document: save it as .docx",
    )
    INPUT_PAGES = (
        "input-pages",
        True,
        "this is a file of Apple Pages; expected a Word document: export it as .docx",
    )
    INPUT_OLD_WORD = (
        "input-old-word",
        True,
        "this is an old Word document (.doc); expected a new one: save it as .docx",
    )
    INPUT_ENCRYPTED = (
        "input-encrypted",
        True,
        "the file is protected by a password; expected a Word document (.docx) without one",
    )
    INPUT_EXCEL = ("input-excel", True, "this is an Excel workbook; expected a Word document (.docx)")
    INPUT_POWERPOINT = (
        "input-powerpoint",
        True,
        "this is a PowerPoint presentation; expected a Word document (.docx)",
    )
    INPUT_MACROS = (
        "input-macros",
        True,
        "this is a Word document with macros (.docm); expected one without: save it as .docx",
    )
    INPUT_RTF = ("input-rtf", True, "this is Rich Text (RTF); expected a Word document: save it as .docx")
    INPUT_WORD_XML = (
        "input-word-xml",
        True,
        "this is a Word document as XML; expected it packed: save it as .docx",
    )
    INPUT_ZIP = ("input-zip", True, "this is a ZIP archive with no Word document; expected one (.docx)")
    INPUT_TOO_LARGE = (
        "input-too-large",
        True,
        "the file has {size} MB; expected at most {limit} MB (are there large pictures in it?)",
    )

    ZIP_DAMAGED = (
        "zip-damaged",
        True,
        "the file is damaged: {found}; expected a whole Word document (.docx)",
    )
    ZIP_ENTRIES = ("zip-entries", True, "the file has more than {limit} parts; expected fewer")
    ZIP_UNSAFE_NAME = (
        "zip-unsafe-name",
        True,
        "the file has a part named “{found}”; expected no name that leads out of the file",
    )
    ZIP_DUPLICATE = ("zip-duplicate", True, "the file has two parts named “{found}”; expected each once")
    ZIP_TOO_LARGE = (
        "zip-too-large",
        True,
        "the file would unpack to {size} MB; expected at most {limit} MB",
    )
    ZIP_PART_TOO_LARGE = (
        "zip-part-too-large",
        True,
        "its part {part} would unpack to {size} MB; expected at most {limit} MB",
    )
    ZIP_RATIO = (
        "zip-ratio",
        True,
        "its part {part} would unpack to {ratio} times its size; expected at most {limit} times",
    )
    XML_DOCTYPE = (
        "xml-doctype",
        True,
        "its part {part} has a document type declaration; expected none, as Word writes none",
    )
    XML_DEEP = ("xml-deep", True, "its part {part} is nested too deep; expected at most {limit} levels")
    XML_MALFORMED = ("xml-malformed", True, "its part {part} is not well-formed XML; expected XML as UTF-8")
    WORD_MAIN_MISSING = (
        "word-main-missing",
        True,
        "the file has no document in it; expected a main part with the text",
    )
    RELATIONSHIP_OUTSIDE = (
        "relationship-outside",
        True,
        "the file has a part that refers to “{target}”; expected parts of the file only",
    )

    PDF_DAMAGED = ("pdf-damaged", True, "the file is damaged; expected a whole PDF: save or export it again")
    PDF_NO_PAGES = ("pdf-no-pages", True, "the file has no page that can be read; expected a PDF with pages")
    PDF_ENCRYPTED = (
        "pdf-encrypted",
        True,
        "the file is protected by a password; expected a PDF that opens without one",
    )
    PDF_TOO_LARGE = (
        "pdf-too-large",
        True,
        "a part of the file, or all of them, would unpack to more than {limit} MB; expected less",
    )
    PDF_TOO_LONG = ("pdf-too-long", True, "the file has more than {limit} {what}; expected fewer")
    PDF_WITHOUT_TEXT = (
        "pdf-without-text",
        True,
        "no page has any text; expected a PDF with text: this is a scan, run OCR first",
    )
    SCAN_TEXT = (
        "pdf-scan-text",
        True,
        "pages that are pictures, with hidden text: {count}, here page {page}; expected text that is drawn (a"
        " program has recognised it in a scan: proofread it, and accept this in article.toml)",
    )
    PICTURE_PAGES = (
        "pdf-picture-pages",
        True,
        "pages that are pictures, without text: {count}, here page {page}; expected text (run OCR first; if"
        " these are plates, accept this in article.toml)",
    )
    IMPROBABLE_CHARACTERS = (
        "pdf-improbable-characters",
        True,
        "fonts whose characters are improbable: {count}, here {font}; expected words (the file has other"
        " characters behind the glyphs than those that are printed: give the Word file, or run OCR)",
    )
    PDF_PARTS_DAMAGED = (
        "pdf-parts-damaged",
        False,
        "parts of the file that are damaged: {count}; expected them whole (what they say may be missing:"
        " compare the text with print)",
    )
    PDF_MENDED = (
        "pdf-mended",
        False,
        "the file's table of its own parts is damaged; expected it whole (its parts were looked for one by"
        " one: compare the text with print)",
    )

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
    HEADING_DOUBTFUL = (
        "heading-doubtful",
        False,
        "“{found}” stands alone as headings do, but the numbers after it make no outline; "
        "expected 1, 1.1, 1.2, 2 with text below each: it is taken for a paragraph",
    )
    NOTES_MISSING = (
        "notes-missing",
        True,
        "no note is found, though {sign}; expected notes at the foot of their pages under a"
        " line of spaces, or"
        " at the end under 註釋, each after its number (give the Word file, or the PDF's text by “pdftotext"
        " -layout”; if there are no notes, accept this in article.toml)",
    )
    NOTES_TYPED = (
        "notes-typed",
        True,
        "numbers typed as note calls: {count}, here “{sign}”; expected footnotes or endnotes of Word's own,"
        " or as many notes at the end, each called once and in order",
    )
    NOTES_UNCALLED = (
        "notes-typed-uncalled",
        True,
        "notes stand under “{text}”, and no number calls them in the text; expected each to be called once"
        " and in order (or footnotes of Word's own; if these are no notes, accept this in article.toml)",
    )
    NOTES_RESTART = (
        "note-number-restart",
        True,
        "the notes of this page begin with {number} again, after note {previous}; expected numbers that run"
        " through the article, or begin anew on every page",
    )
    RULE_MISSING = (
        "rule-missing",
        False,
        "no line of spaces stands over the notes, though there seem to be some (as “{text}”); expected one of"
        " 20 spaces or more on each page that has notes (without it they are told by their numbers alone:"
        " compare them with print)",
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
    PAGES_RECORDED = (
        "pages-recorded",
        False,
        "pages that begin where Word broke them when it last laid the document out: {count}, here the second;"
        " expected the breaks of the printed journal (compare them with print; without “pages” in"
        " article.toml they are left out)",
    )
    PAGES_UNRECORDED = (
        "pages-unrecorded",
        False,
        "the file does not record where the pages {pages} begin; expected its PDF beside it, as source.pdf"
        " (without that no printed page is marked, and readers cannot quote by page)",
    )
    PAGES_DIFFER = (
        "pages-differ",
        False,
        "the {which} page is {found}, but by “pages” in article.toml it is {expected}; expected the same"
        " (some page breaks are missing, or too many, so that readers would quote by wrong pages)",
    )
    FRONT_UNKNOWN = (
        "front-unknown",
        False,
        "lines that stand with title, authors and abstract and are none of them: {count}, here “{text}”;"
        " expected none (they are shown as paragraphs)",
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
        "no line of text ends in a space; expected one at the end of each paragraph (without"
        " it paragraphs are"
        " told by stops and the lengths of lines: compare them with print, or give the Word file)",
    )
    LINE_REPEATED = (
        "line-repeated",
        False,
        "the line “{text}” stands in the text {count} times; expected running heads between lines of one"
        " space, with the number of the page",
    )
    SCRIPTS_MIXED = (
        "scripts-mixed",
        False,
        "the text mixes the scripts: {simplified} characters are of Simplified alone, {traditional} of"
        " Traditional; it is taken for {script} (if that is right, write script = “{language}” into"
        " article.toml)",
    )
    SCRIPT_DIFFERS = (
        "script-differs",
        True,
        "by “script” in article.toml the text is in {script}, but of its characters {simplified} are of"
        " Simplified alone and {traditional} of Traditional; expected the script of the text",
    )
    SIMPLIFIED_NEEDED = (
        "simplified-needed",
        True,
        "by “simplified” in article.toml there are to be no pages in Simplified, but the text is in"
        " Simplified; expected those of the original",
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
    STAND_IN_CHARACTERS = (
        "stand-in-characters",
        False,
        "radicals that stand for no ideograph of their own: {count}, here {first}; expected ideographs"
        " (they look alike, but search does not find them)",
    )

    CALLS_UNREAD = (
        "calls-unread",
        False,
        "“{text}” stands in the text as note calls do, and is none (such places: {count});"
        " expected each note to"
        " be called once, and no other sign like that",
    )
    CALLS_END = (
        "calls-end",
        True,
        "the last call is {call}, but the notes go on to {last}; expected the whole text: it"
        " seems to be cut short",
    )
    ENDNOTES_UNREAD = (
        "endnotes-unread",
        True,
        "no note is read under the heading “{text}”; expected note 1 on the next line, and"
        " no notes at the foot of"
        " pages (give the Word file; if these are no notes, accept this in article.toml)",
    )
    TITLE_LONG = (
        "title-long",
        False,
        "the title is {count} ideographs long; expected a line or two, and then the authors' names or 摘要",
    )
    PARAGRAPH_MARKS_EVERYWHERE = (
        "paragraph-marks-everywhere",
        False,
        "nearly every line of text ends in a space; expected one at the end of each"
        " paragraph only (so paragraphs"
        " are told by stops and the lengths of lines: compare them with print, or give the Word file)",
    )
    LINES_ARE_PARAGRAPHS = (
        "lines-are-paragraphs",
        False,
        "nearly every line ends as a sentence does; expected the lines of printed pages"
        " (each line is taken to be"
        " a paragraph)",
    )
    SPACES_TRIMMED = (
        "spaces-trimmed",
        False,
        "no line {where} with a space: they were trimmed, or the extractor writes none;"
        " expected them, for they"
        " tell where paragraphs end and pages begin, and a line of spaces stands over notes"
        " (give the Word file,"
        " or the PDF's text by “pdftotext -layout”)",
    )
    SPACES_COLLAPSED = (
        "spaces-collapsed",
        False,
        "no two spaces stand together: runs of spaces were shortened to one; expected them"
        " as the extractor wrote"
        " them, for a line of many spaces stands over notes",
    )
    NUMBERS_IN_TEXT = (
        "numbers-in-text",
        False,
        "lines that hold a number alone and are read as text: {count}, here {first}; expected page numbers"
        " only at the edges of pages, where they rise by one, and notes' numbers beside their notes",
    )
    PAGES_UNCLEAR = (
        "pages-unclear",
        False,
        "pages whose lines do not fit together: {count}, here the first; expected full lines within"
        " paragraphs, a space at the end of each, and notes under their rule (compare them with print)",
    )
    LABEL_UNREAD = (
        "label-unread",
        False,
        "“{text}” stands alone on a line of the text; expected it on a page that begins with a title and"
        " names",
    )

    NOTE_ABSENT = (
        "note-absent",
        True,
        "calls of a {kind} that is not there: {count}, here the first; expected it among the file's {kind}s",
    )
    NOTE_RING = (
        "note-ring",
        True,
        "notes that call each other in a ring: {count}, here the first; expected notes that end",
    )
    NOTE_UNCALLED = (
        "note-uncalled",
        False,
        "notes that the text never calls: {count}, here the first; expected none (they are set aside)",
    )
    NOTES_ALIKE = (
        "notes-alike",
        False,
        "endnotes that bear the number of a footnote: {count}, here {label}; expected numbers of another"
        " form, as 1 and i (whoever quotes “note {label}” does not say which)",
    )
    NOTES_BY_PAGE = (
        "notes-by-page",
        False,
        "notes that are numbered anew on each page: {count}; expected numbers that run on (they are counted"
        " by the page breaks that Word recorded last)",
    )
    TRACKED_INSERTIONS = (
        "tracked-insertions",
        False,
        "tracked insertions: {count}, here the first; expected none (they are taken as accepted)",
    )
    TRACKED_DELETIONS = (
        "tracked-deletions",
        False,
        "tracked deletions: {count}, here the first; expected none (they are taken as accepted)",
    )
    COMMENTS = (
        "comments",
        False,
        "comments: {count}, here the first; expected none (they are set aside)",
    )
    HIDDEN_TEXT = (
        "hidden-text",
        False,
        "characters of hidden text: {count}, here the first; expected none (they are set aside)",
    )
    TEXT_BOXES = (
        "text-boxes",
        False,
        "text boxes: {count}, here the first; expected none (each is read after the paragraph that it stands"
        " beside)",
    )
    NESTED_TABLES = (
        "nested-tables",
        False,
        "tables within a table or note: {count}, here the first; expected none (they are read as paragraphs)",
    )
    EQUATIONS = (
        "equations",
        False,
        "equations: {count}, here the first; expected none (their characters are kept, their form is not)",
    )
    PICTURE_FORMAT = (
        "picture-format",
        False,
        "pictures in a format that browsers cannot show ({kind}): {count}, here the first; expected PNG,"
        " JPEG, GIF or SVG (they are left out)",
    )
    PICTURE_LINKED = (
        "picture-linked",
        False,
        "pictures that are not in the file but linked to: {count}, here the first; expected them in the file"
        " (they are left out)",
    )
    PICTURE_MISSING = (
        "picture-missing",
        False,
        "pictures that are not in the file: {count}, here the first; expected them in it",
    )
    OBJECTS = (
        "objects",
        False,
        "objects that are not read ({kind}): {count}, here the first; expected pictures (they are left out)",
    )
    PARTS_NOT_READ = (
        "parts-not-read",
        True,
        "documents inserted as a whole, which are not read: {count}, here the first; expected their text"
        " (open and save the file in Word, which takes it in)",
    )

    COVER_PAGES = (
        "cover-pages",
        False,
        "pages that a database put before the article: {count}, here the first; expected none (they are set"
        " aside)",
    )
    CONTENTS_PAGES = (
        "contents-pages",
        False,
        "pages that are a table of contents: {count}, here the first; expected none (they are set aside)",
    )
    VERTICAL_PAGES = (
        "vertical-pages",
        True,
        "pages that are set partly in vertical and partly in horizontal lines: {count}, here the first;"
        " expected one of both on a page (give the Word file, or its text)",
    )
    SPLIT_LINES = (
        "split-lines",
        True,
        "notes in two small lines within a line of the text: {count}, here the first; expected notes on lines"
        " of their own (give the Word file, or its text)",
    )
    TURNED_WORDS = (
        "turned-words",
        False,
        "words that run across the lines of their page: {count} characters, here the first; expected words"
        " along the lines (they are set aside: compare them with print)",
    )
    RAISED_NUMBERS = (
        "raised-numbers",
        False,
        "numbers that are raised in the text and call no note: {count}, here “{first}”; expected a note for"
        " each (they are kept as raised numbers)",
    )
    PAGE_NUMBERS_MISSING = (
        "page-numbers-missing",
        False,
        "the pages bear no numbers that rise by one; expected them at the head or foot (set pages in"
        " article.toml, and they are counted from the first)",
    )
    PARAGRAPHS_AT_TURNS = (
        "paragraphs-at-turns",
        False,
        "columns that end with a full line and a full sentence: {count}, here the first; expected an indent"
        " that tells whether a paragraph begins in the next (they are taken to go on: compare them with"
        " print)",
    )
    LINES_ALONE = (
        "lines-alone",
        False,
        "pages on which nearly each line is a paragraph of its own: {count}, here the first; expected"
        " paragraphs of several lines (it may be a list, verse or a table: compare them with print)",
    )
    THESIS_PAGES = (
        "thesis-pages",
        False,
        "pages of a thesis before its text, its cover and declarations: {count}, here the first; expected the"
        " text (they are set aside; set title and authors in article.toml)",
    )
    TAGS_CONTRADICT = (
        "tags-contradict",
        False,
        "lines of which the tags of the file say something else than is seen, of paragraphs, headings, notes,"
        " tables or heads: {count}, here the first; expected them to say the same (what is seen is followed)",
    )
    LINES_IN_COLUMNS = (
        "lines-in-columns",
        False,
        "groups of lines that stand in columns as those of a table, without a rule or caption that says so:"
        " {count}, here the first; expected none (they are kept as text: compare them with print)",
    )
    DRAWINGS_LEFT = (
        "drawings-left",
        False,
        "drawings of which no picture could be made: {count}, here the first; expected one of each (they are"
        " left out, and their words kept as text: compare them with print)",
    )

    PDF_OF_ANOTHER = (
        "pdf-of-another",
        True,
        "the PDF beside the Word file has other words: {share} % of them are the same; expected the same"
        " article (put the right PDF there, or take it away)",
    )
    PAIR_DIFFERS = (
        "pair-differs",
        False,
        "places where the Word file and the PDF have other words: {count} ({places}); expected the words of"
        " print (readers see those of the Word file)",
    )
    PAGE_STARTS_UNSURE = (
        "page-starts-unsure",
        False,
        "pages whose first words in the PDF are not in the Word file: {count} ({pages}); expected them there"
        " (they are taken to begin about where they should, and shown in brackets: compare them with print)",
    )

    DRAW_WITHOUT_PDF = (
        "draw-without-pdf",
        True,
        "there are no printed pages to draw; expected a PDF, or the name of an article that has one",
    )
    EXPORT_UNKNOWN = (
        "export-unknown",
        True,
        "there is no article {found}; expected names of articles that are here: {expected}",
    )
    PUBLISH_WITHOUT_PDF = (
        "publish-without-pdf",
        False,
        "article.toml says publish_source, but the article has no PDF; expected source.pdf, alone or beside"
        " the Word file (a Word file is never published)",
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
    NAME_ALONE = (
        "name-alone",
        True,
        "the row has only {found}; expected two names that differ in a search, with a tab between them",
    )
    NAME_CLASH = (
        "name-clash",
        True,
        "the name “{name}” has a row already, on line {other}; expected all its names in one row",
    )
    NAME_SHORT = (
        "name-short",
        True,
        "the name “{name}” is too short; expected {shortest} letters or characters or more",
    )
    CHARACTER_UNKNOWN = (
        "character-unknown",
        False,
        "OpenCC does not know “{character}” ({number}); it is the same in the {script} text",
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
    NO_ARTICLES = (
        "no-articles",
        True,
        "no article is here; expected a folder with a source.docx, source.pdf or source.txt",
    )
    SOURCES_SEVERAL = (
        "sources-several",
        True,
        "there are several sources: {found}; expected one, or the Word file and the PDF of one article",
    )
    SETTINGS_MALFORMED = ("settings-malformed", True, "the settings cannot be read: {reason}")
    SLUG_WRONG = (
        "slug-wrong",
        True,
        "the folder's name {slug} cannot be part of an address; expected letters a to z and digits, in words"
        " joined by single hyphens",
    )
    SLUG_LONG = (
        "slug-long",
        True,
        "the folder's name has {count} characters; expected at most {most}, since it is part of addresses",
    )
    SLUG_NEEDED = (
        "slug-needed",
        True,
        "no name for the article's address can be made of its title or its file's name; expected --slug NAME",
    )
    ARTICLE_EXISTS = ("article-exists", True, "there is an article of this name; expected another --slug")
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
    ADDRESS_WRONG = (
        "address-wrong",
        True,
        "this is no address of this machine; expected HOST:PORT, such as 127.0.0.1:8000",
    )
    ADDRESS_TAKEN = (
        "address-taken",
        True,
        "the site cannot be served there: {reason}; expected a port that is free",
    )
    SITE_URL_MISSING = (
        "site-url-missing",
        False,
        "no site_url is set; expected the site's address: without it there is no feed, and search engines "
        "find an empty map of the site and are not told whole addresses",
    )
    SITE_FAILED = ("site-failed", True, "the site could not be built: {reason}")
    NO_ARTICLE_YET = (
        "no-article-yet",
        False,
        "no article is here yet; expected a folder with a source.docx, source.pdf or source.txt",
    )
    NOT_A_FOLDER = ("not-a-folder", True, "there is a file of this name; expected a new or an empty folder")
    FOLDER_NOT_EMPTY = ("folder-not-empty", True, "the folder is not empty; expected a new or an empty one")
    CITATION_INCOMPLETE = (
        "citation-incomplete",
        False,
        "{missing} of the article {are} not known; expected in its article.toml: {cost}",
    )
    SOURCE_OUTSIDE = (
        "source-outside",
        False,
        "the file stands beside the folders of articles, and is not read; expected it in a folder of its own:"
        " “duidu add” makes one",
    )
    SOURCE_ELSEWHERE = (
        "source-elsewhere",
        True,
        "this is a link to a file outside the articles' folder; expected the file itself",
    )
    SOURCE_MISSING = (
        "source-missing",
        True,
        "the article has no source; expected a source.docx, source.pdf or source.txt (whoever wants the"
        " article off the site deletes its folder)",
    )
    LINK_BROKEN = ("link-broken", True, "the link leads nowhere; expected the file or folder itself")
    FILE_MISNAMED = ("file-misnamed", False, "the file is not read; expected it to be called {meant}")
    PROGRAM_FAILED = (
        "program-failed",
        True,
        "duidu itself failed on the article ({reason}); expected no such fault: please report it with the"
        " file",
    )
    CACHE_DAMAGED = (
        "cache-damaged",
        True,
        "what the last build left cannot be read; expected it as it was: delete the folder .cache/duidu",
    )
    FOLDER_IN_THE_WAY = (
        "folder-in-the-way",
        True,
        "this is a folder with files, where a file of the site is to be; expected none (move it elsewhere)",
    )

    def __init__(self, code: str, error: bool, sentence: str) -> None:
        self.code = code
        self.error = error
        self.sentence = sentence

    @property
    def minor(self) -> bool:
        """Whether it needs nothing to be done: it is told only to those who ask for everything."""
        return self is Code.CHARACTER_UNKNOWN

    @property
    def acceptable(self) -> bool:
        """Whether an editor may accept such a finding in article.toml: a doubt, not a broken invariant."""
        of_no_text = (
            Code.CORRECTIONS_FORMER_NAME,
            Code.PUBLISH_WITHOUT_PDF,
            Code.OVERRIDE_IDLE,
            Code.SITE_URL_MISSING,
            Code.NO_ARTICLE_YET,
            Code.SOURCE_OUTSIDE,
            Code.FILE_MISNAMED,
        )
        if self in of_no_text:
            return False
        return not self.error or self in (
            Code.NOTES_MISSING,
            Code.NOTES_TYPED,
            Code.NOTES_UNCALLED,
            Code.NOTES_RESTART,
            Code.CALLS_LEFT,
            Code.ENDNOTES_UNREAD,
            Code.SCAN_TEXT,
            Code.PICTURE_PAGES,
            Code.IMPROBABLE_CHARACTERS,
        )


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
        """One line for a person: `file:line: error: sentence [code]`. What a line cannot hold, such as a byte
        of a file's name that is no UTF-8, is written with a backslash.
        """
        place = f"{file}{self.place or f':{self.line}'}" if self.line else file
        weight = "error" if self.code.error else "warning"
        return _UNPRINTABLE.sub(_escaped, f"{place}: {weight}: {self.message} [{self.code.code}]")


def _escaped(character: re.Match[str]) -> str:
    return character[0].encode("unicode_escape").decode()


class DuiduError(Exception):
    """What stops the work: findings in `file`, and the exit code they lead to."""

    def __init__(self, file: str, *problems: Problem, exit_code: Exit = Exit.INPUT) -> None:
        super().__init__(file, *problems)  # of which a process that passes it on makes it anew
        self.file = file
        self.problems = problems
        self.exit_code = exit_code

    def __str__(self) -> str:
        return "; ".join(problem.message for problem in self.problems)
