"""Writes text into the paragraph that is open: it is shown as it looks, or set aside with the reason."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from duidu.model import Style, Text
from duidu.problems import Code
from duidu.reasons import Cause
from duidu.sources.document import Inline, LineBreak, PageStart
from duidu.sources.word.fields import OpenFields
from duidu.sources.word.formatting import RunFormat, run_properties
from duidu.sources.word.inline_context import Context
from duidu.sources.word.manuscript import Findings
from duidu.sources.word.open_paragraph import OpenParagraph
from duidu.sources.word.page_starts import PageStarts
from duidu.sources.word.style_sheet import StyleSheet

_OPENING_BRACKET = re.compile(r"\s*[(\[（［〔【]\s*")
_AFTER_NUMBER = re.compile(r"\s*[)\]）］〕】.．、:：]")


class ParagraphWriter:
    """Writes one paragraph after the other; `fields` are those that are open, `format` is how words look."""

    def __init__(self, styles: StyleSheet, findings: Findings, pages: PageStarts) -> None:
        self.paragraph = OpenParagraph(0)
        self.fields = OpenFields()
        self.format = RunFormat()
        self.pages = pages
        self._styles = styles
        self._findings = findings
        self._base = RunFormat()
        self._style: str | None = None
        self._call_mark: list[str] | None = None
        self._number: re.Pattern[str] | None = None

    def begin(self, paragraph: OpenParagraph, style: str | None) -> None:
        """Write into `paragraph` from here on; it has the style `style`."""
        self.paragraph, self._style = paragraph, style
        self.format = self._base = self._styles.words(style, None, ())

    def look_like(self, properties: Element | None) -> str | None:
        """Words look as a `w:rPr` says, from here on. Returns the id of their style."""
        own = run_properties(properties)
        character = own.pop("rStyle", None)
        self.format = self._styles.words(self._style, character, tuple(sorted(own.items())))
        return character

    def count(self, code: Code, context: Context, *, of: str = "") -> None:
        """Report what stands here, unless it is set aside anyway."""
        if not context.aside:
            self._findings.count(code, self.paragraph.number, of=of)

    # Text

    def cause(self, context: Context) -> Cause | None:
        """Why text is set aside here, if it is."""
        if context.aside:
            return context.aside
        if self.format.hidden or self.fields.state.in_instruction:
            return Cause.HIDDEN
        if self.fields.state.in_contents:
            return Cause.TABLE_OF_CONTENTS
        return None if self._call_mark is None else Cause.NOTE_MARKER

    def place(self, text: str, context: Context, shown: str | None = None) -> None:
        """Add `text` of the file, which is shown as `shown` if not as it stands."""
        if self._number and not context.aside:
            text = self._without_number(text, shown or text)
        cause = self.cause(context)
        if not text:
            return
        if cause:
            self._set_aside(text, shown or text, cause)
        else:
            if not text.isspace():
                self.begin_page()
            self._show(text, shown, context)

    def insert(self, text: str, context: Context) -> None:
        """Show what does not stand in the file, where text is shown."""
        if not self.cause(context):
            self._show("", text, context)

    def put(self, inline: Inline) -> None:
        """Add what is no text."""
        self.paragraph.put(inline)

    def break_line(self, context: Context) -> None:
        """A line ends here."""
        if not self.cause(context):
            self.put(LineBreak())

    def begin_page(self) -> None:
        """Something is shown here, with which a page may begin."""
        for _ in range(self.pages.at_words()):
            self.put(PageStart())

    def _set_aside(self, text: str, shown: str, cause: Cause) -> None:
        self.paragraph.put_aside(text, cause)
        if cause is Cause.NOTE_MARKER and self._call_mark is not None:
            self._call_mark.append(shown)
        if cause is Cause.TABLE_OF_CONTENTS and not text.isspace():
            self.pages.at_words_set_aside()
        if cause is Cause.HIDDEN and self.format.hidden:
            self._findings.count(Code.HIDDEN_TEXT, self.paragraph.number, len("".join(text.split())))

    def _show(self, text: str, shown: str | None, context: Context) -> None:
        state = self.fields.state
        style = self.format.beyond(self._base) | context.style
        if context.linked or state.in_link:
            style &= ~Style.UNDERLINE  # which is how programs mark a link
        run = Text(
            text if shown is None else shown,
            self.paragraph.origin,
            source=None if shown in (None, text) else text,
            style=style,
            link=state.link if state.in_link else context.link,
        )
        self.paragraph.show(run, None if context.reading else self.format)

    # Marks of notes

    def begin_call_mark(self) -> None:
        """The mark of a note call follows, which is no text."""
        self._call_mark = []

    def end_call_mark(self) -> str:
        """The mark is complete, and is returned."""
        pieces, self._call_mark = self._call_mark or [], None
        return "".join(pieces).strip()

    @property
    def call_mark(self) -> str | None:
        """The mark that is being read, as far as it is; None if none is."""
        return None if self._call_mark is None else "".join(self._call_mark)

    def expect_number(self, mark: str) -> None:
        """A note begins with `mark`, which is printed before it anyway."""
        self._number = re.compile(rf"\s*{re.escape(mark)}")

    def number_stands_here(self) -> None:
        """A note's own number is printed here. Brackets that are typed around it, or a point, are no text."""
        self.paragraph.take_back(_OPENING_BRACKET, Cause.NOTE_NUMBER)
        self._number = _AFTER_NUMBER

    def _without_number(self, text: str, shown: str) -> str:
        """What is left of a note's first words when what belongs to its number is set aside."""
        found = self._number.match(shown) if self._number else None
        if found or shown.strip():
            self._number = None
        if not found:
            return text
        end = found.end() if shown == text else len(text)
        self.paragraph.put_aside(text[:end], Cause.NOTE_NUMBER)
        return text[end:]
