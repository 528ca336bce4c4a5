"""What stands in a paragraph → words, note calls, breaks and pictures, each character shown or set aside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple
from xml.etree.ElementTree import Element

from duidu.model import NoteKind, Style, Text
from duidu.problems import Code
from duidu.reasons import Cause
from duidu.sources.document import LineBreak, NoteCall, PageStart, Picture
from duidu.sources.word.drawings import DrawnBox, DrawnPicture, chosen, read_drawing
from duidu.sources.word.fields import Field, OpenFields, broken_marks, safe_address
from duidu.sources.word.formatting import RunFormat, run_properties
from duidu.sources.word.formula_fields import formula_text
from duidu.sources.word.manuscript import Findings
from duidu.sources.word.note_calls import NoteCalls, note_key
from duidu.sources.word.open_paragraph import OpenParagraph
from duidu.sources.word.package import Part
from duidu.sources.word.page_starts import PageStarts
from duidu.sources.word.pictures import Pictures
from duidu.sources.word.style_sheet import StyleSheet
from duidu.sources.word.symbols import PRIVATE, symbol
from duidu.sources.word.xml_tree import child, value

_LINE_ENDS = re.compile(r"[\r\n]")
_PROPERTIES = ("Pr", "PrEx", "PrChange")
OPENING, CLOSING = "（", "）"


class Context(NamedTuple):
    """What is so of all text within an element: why it is set aside, where it is linked to, how it is set."""

    aside: Cause | None = None
    linked: bool = False
    link: str = ""
    style: Style = Style.PLAIN
    reading: bool = False

    def within(self, cause: Cause) -> Context:
        """The context within an element whose text is set aside, unless it is so already."""
        return self._replace(aside=self.aside or cause)


@dataclass
class Shared:
    """What all readers of a document share."""

    styles: StyleSheet
    calls: NoteCalls
    pictures: Pictures
    findings: Findings
    body_pages: PageStarts


@dataclass
class InlineReader:
    """Reads the paragraphs of one part, or of one note of it, which has the key `note`.

    `note_mark` is the mark that a note with a mark of its own begins with. `broken` are marks of fields that
    are not to be heeded. In a text box no page `announces` itself: it stands beside the text.
    """

    shared: Shared
    part: Part
    pages: PageStarts
    broken: frozenset[Element] = frozenset()
    note: str = ""
    note_mark: str = ""
    announces: bool = True

    def __post_init__(self) -> None:
        self._fields = OpenFields()
        self._format = self._base = RunFormat()
        self._style: str | None = None
        self._mark: tuple[str, list[str]] | None = None

    @classmethod
    def of_part(cls, shared: Shared, part: Part, pages: PageStarts) -> InlineReader:
        """The reader of a part."""
        return cls(shared, part, pages, broken_marks(part.root))

    def of_note(self, key: str, mark: str) -> InlineReader:
        """The reader of a note of that part; it counts its own pages."""
        return replace(self, pages=PageStarts(), note=key, note_mark=mark)

    def of_box(self) -> InlineReader:
        """The reader of a text box in what this one reads."""
        return replace(self, announces=False)

    def read(
        self, content: Iterable[Element], paragraph: OpenParagraph, style: str | None, context: Context
    ) -> None:
        """Read `content` into `paragraph`, which has the style `style`."""
        self._paragraph = paragraph
        self._style = style
        self._format = self._base = self.shared.styles.words(style, None, ())
        self._inside(content, context)
        self._end_mark()

    def _inside(self, parent: Iterable[Element], context: Context) -> None:
        for element in parent:
            self.read_one(element, context)

    def read_one(self, element: Element, context: Context) -> None:
        """Read one element of a paragraph. One that is unknown is read as what stands in it."""
        read = _READERS.get(element.tag)
        if read is not None:
            read(self, element, context)
        elif not element.tag.endswith(_PROPERTIES):
            self._inside(element, context)

    # Words

    def _place(self, text: str, context: Context, shown: str | None = None) -> None:
        """Add `text` of the file, which is shown as `shown` if not as it stands."""
        if not text:
            return
        if self.note_mark and not context.aside:
            text = self._without_note_mark(text)
        cause = self._cause(context)
        if cause:
            self._paragraph.put_aside(text, cause)
            if self._mark and cause is Cause.NOTE_MARKER:
                self._mark[1].append(shown or text)
            if cause is Cause.HIDDEN and self._format.hidden:
                self.shared.findings.count(
                    Code.HIDDEN_TEXT, self._paragraph.number, len("".join(text.split()))
                )
        elif text:
            if not text.isspace():
                self._begin_page()
            self._show(text, context, shown)

    def _show(self, text: str, context: Context, shown: str | None) -> None:
        state = self._fields.state
        style = self._format.beyond(self._base) | context.style
        if context.linked or state.in_link:
            style &= ~Style.UNDERLINE
        run = Text(
            text if shown is None else shown,
            self._paragraph.origin,
            source=None if shown in (None, text) else text,
            style=style,
            link=state.link if state.in_link else context.link,
        )
        self._paragraph.show(run, None if context.reading else self._format)

    def _cause(self, context: Context) -> Cause | None:
        """Why text is set aside here, if it is."""
        if context.aside:
            return context.aside
        if self._format.hidden or self._fields.state.in_instruction:
            return Cause.HIDDEN
        if self._fields.state.in_contents:
            return Cause.TABLE_OF_CONTENTS
        return Cause.NOTE_MARKER if self._mark else None

    def _begin_page(self) -> None:
        if self.pages.at_words():
            self._paragraph.put(PageStart())

    def _without_note_mark(self, text: str) -> str:
        """What is left of the first words of a note when the mark that is printed before it is set aside."""
        mark, self.note_mark = self.note_mark, ""
        start = len(text) - len(text.lstrip())
        if not text[start:].startswith(mark):
            self.note_mark = mark if not text.strip() else ""
            return text
        self._paragraph.put_aside(text[: start + len(mark)], Cause.NOTE_NUMBER)
        return text[start + len(mark) :]

    def _text(self, element: Element, context: Context) -> None:
        text = "".join(element.itertext())
        if self.part.root.get("xml:space") != "preserve" and element.get("xml:space") != "preserve":
            text = text.strip(" \t\r\n")
        text = _LINE_ENDS.sub(" ", text)
        if self._format.font and any(ord(character) in PRIVATE for character in text):
            for character in text:
                self._place(character, context, symbol(ord(character), self._format.font))
        else:
            self._place(text, context)

    def _deleted_text(self, element: Element, context: Context) -> None:
        self._text(element, context.within(Cause.DELETED))

    def _tab(self, _: Element, context: Context) -> None:
        self._place("\t", context)

    def _hyphen(self, _: Element, context: Context) -> None:
        self._place("\u2011", context, "-")

    def _soft_hyphen(self, _: Element, context: Context) -> None:
        self._place("\u00ad", context)

    def _symbol(self, element: Element, context: Context) -> None:
        try:
            code = int(element.get("w:char", ""), 16)
            character = chr(code)
            character.encode()
        except (ValueError, OverflowError):
            return
        if character.isprintable() or code in PRIVATE:
            self._place(character, context, symbol(code, element.get("w:font", "")))

    # Breaks

    def _break(self, element: Element, context: Context) -> None:
        if element.get("w:type") == "page":
            self._page_break(element, context)
        elif not self._cause(context):
            self._paragraph.put(LineBreak())

    def _page_break(self, _: Element, context: Context) -> None:
        if self.announces and not context.aside:
            self.pages.announce()

    # Runs, and what stands around them

    def _run(self, element: Element, context: Context) -> None:
        before = self._format
        own = run_properties(child(element, "w:rPr"))
        character = own.pop("rStyle", None)
        self._format = self.shared.styles.words(self._style, character, tuple(sorted(own.items())))
        if character and self.shared.styles.is_link(character):
            context = context._replace(linked=True)
        marked = self._mark
        self._inside(element, context)
        self._format = before
        if marked or (self._mark and self._mark[1]):
            self._end_mark()

    def _linked(self, element: Element, context: Context) -> None:
        address, anchor = self.part.external(element.get("r:id")), element.get("w:anchor")
        whole = f"{address}#{anchor}" if address and anchor and "#" not in address else address
        self._inside(element, context._replace(linked=True, link=safe_address(whole)))

    def _inserted(self, element: Element, context: Context) -> None:
        self._count(Code.TRACKED_INSERTIONS, context)
        self._inside(element, context)

    def _deleted(self, element: Element, context: Context) -> None:
        self._count(Code.TRACKED_DELETIONS, context)
        self._inside(element, context.within(Cause.DELETED))

    def _content_control(self, element: Element, context: Context) -> None:
        self._inside(element, context.within(Cause.TABLE_OF_CONTENTS) if is_contents(element) else context)

    def _alternatives(self, element: Element, context: Context) -> None:
        branch = chosen(element)
        if branch is not None:
            self._inside(branch, context)

    def _count(self, code: Code, context: Context, *, of: str = "") -> None:
        """Report what stands here, unless it is set aside anyway."""
        if not context.aside:
            self.shared.findings.count(code, self._paragraph.number, of=of)

    # Fields

    def _field_mark(self, element: Element, context: Context) -> None:
        kind = element.get("w:fldCharType")
        if element in self.broken:
            return
        if kind == "begin":
            self._fields.begin()
        elif kind == "separate":
            self._fields.separate()
        elif kind == "end":
            self._end_field(context)

    def _instruction(self, element: Element, _: Context) -> None:
        self._fields.instruct("".join(element.itertext()))

    def _simple_field(self, element: Element, context: Context) -> None:
        self._fields.begin(element.get("w:instr", ""))
        if any(inner.tag == "w:r" for inner in element.iter()):
            self._fields.separate()
        self._inside(element, context)
        self._end_field(context)

    def _end_field(self, context: Context) -> None:
        ended = self._fields.end()
        if not ended.has_result:
            self._formula(ended, context)

    def _formula(self, ended: Field, context: Context) -> None:
        """A field EQ has no result: what it says is what is shown."""
        for text, shown in formula_text(ended.instruction):
            self._place(text, context, shown)
            self._count(Code.EQUATIONS, context)

    def _equation(self, element: Element, context: Context) -> None:
        self._count(Code.EQUATIONS, context)
        self._inside(element, context)

    def _raised(self, element: Element, context: Context) -> None:
        self._inside(element, context._replace(style=context.style | Style.SUPERSCRIPT))

    def _lowered(self, element: Element, context: Context) -> None:
        self._inside(element, context._replace(style=context.style | Style.SUBSCRIPT))

    # Notes

    def _footnote_call(self, element: Element, context: Context) -> None:
        self._call(element, NoteKind.FOOTNOTE, context)

    def _endnote_call(self, element: Element, context: Context) -> None:
        self._call(element, NoteKind.ENDNOTE, context)

    def _call(self, element: Element, kind: NoteKind, context: Context) -> None:
        key = note_key(element, kind)
        cause = self._cause(context)
        if cause:
            self.shared.calls.not_shown.setdefault(key, cause)
            return
        self._begin_page()
        custom = (element.get("w:customMarkFollows") or "0") not in ("0", "false", "off")
        page, line = self.shared.body_pages.count, self._paragraph.number
        if self.shared.calls.call(key, kind, page, line, self.note, custom=custom):
            self._paragraph.put(NoteCall(key, self._paragraph.origin))
            self._mark = (key, []) if custom else None

    def _end_mark(self) -> None:
        """The mark of a note call is complete."""
        if self._mark:
            key, pieces = self._mark
            self.shared.calls.labels[key] = self.shared.calls.labels[key] or "".join(pieces).strip()
            self._mark = None

    # Readings, drawings

    def _ruby(self, element: Element, context: Context) -> None:
        base, reading = child(element, "w:rubyBase"), child(element, "w:rt")
        if base is not None:
            self._inside(base, context)
        if reading is None or not "".join(reading.itertext()).strip():
            return
        small = context._replace(reading=True)
        brackets = not self._cause(context)
        if brackets:
            self._show("", small, OPENING)
        self._inside(reading, small)
        if brackets:
            self._show("", small, CLOSING)

    def _drawing(self, element: Element, context: Context) -> None:
        cause = self._cause(context)
        for drawn in read_drawing(element):
            if isinstance(drawn, DrawnBox):
                self._paragraph.boxes.append((drawn.content, cause))
            elif cause:
                continue
            elif isinstance(drawn, DrawnPicture):
                self._picture(drawn)
            else:
                self._count(Code.OBJECTS, context, of=drawn.kind)

    def _picture(self, drawn: DrawnPicture) -> None:
        name = self.shared.pictures.take(self.part, drawn.key, drawn.vector, self._paragraph.number)
        if name:
            self._begin_page()
            self._paragraph.put(Picture(name, drawn.description))


def is_contents(element: Element) -> bool:
    """Whether a content control holds the table of contents."""
    properties = child(element, "w:sdtPr")
    return any(
        value(child(properties, name), "w:docPartGallery") == "Table of Contents"
        for name in ("w:docPartObj", "w:docPartList")
    )


_READERS: dict[str, Callable[[InlineReader, Element, Context], None]] = {
    "w:t": InlineReader._text,
    "m:t": InlineReader._text,
    "w:delText": InlineReader._deleted_text,
    "w:tab": InlineReader._tab,
    "w:ptab": InlineReader._tab,
    "w:noBreakHyphen": InlineReader._hyphen,
    "w:softHyphen": InlineReader._soft_hyphen,
    "w:sym": InlineReader._symbol,
    "w:br": InlineReader._break,
    "w:cr": InlineReader._break,
    "w:lastRenderedPageBreak": InlineReader._page_break,
    "w:r": InlineReader._run,
    "m:r": InlineReader._run,
    "w:hyperlink": InlineReader._linked,
    "w:ins": InlineReader._inserted,
    "w:moveTo": InlineReader._inserted,
    "w:del": InlineReader._deleted,
    "w:moveFrom": InlineReader._deleted,
    "w:sdt": InlineReader._content_control,
    "mc:AlternateContent": InlineReader._alternatives,
    "w:fldChar": InlineReader._field_mark,
    "w:instrText": InlineReader._instruction,
    "w:delInstrText": InlineReader._instruction,
    "w:fldSimple": InlineReader._simple_field,
    "m:oMath": InlineReader._equation,
    "m:sup": InlineReader._raised,
    "m:sub": InlineReader._lowered,
    "w:footnoteReference": InlineReader._footnote_call,
    "w:endnoteReference": InlineReader._endnote_call,
    "w:ruby": InlineReader._ruby,
    "w:drawing": InlineReader._drawing,
    "w:pict": InlineReader._drawing,
    "w:object": InlineReader._drawing,
}
