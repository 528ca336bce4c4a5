"""Makes PDFs of an article whose truth is known, with Typst, in layouts that differ in many things."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_CALL = re.compile(r"\{(\d+)\}")
_SPECIAL = re.compile(r"([\\#$*_@<>`\[\]~/=+\-\"'])")
_BEFORE = 96  # pages before the first
PAPERS = {"A4": ("210mm", "297mm"), "16開": ("185mm", "260mm"), "25開": ("148mm", "210mm")}


@dataclass(frozen=True)
class Layout:
    """How an article is to be set.

    `label` is Typst's pattern for the numbers of notes; `restart` begins them anew on each page. `numbers` is
    where page numbers stand: at the `foot`, or beside the running `head` in the outer corner.
    """

    columns: int = 1
    spaced: bool = False
    same_size: bool = False
    rule: bool = True
    label: str = "1"
    restart: bool = False
    paper: str = "16開"
    numbers: str = "foot"
    size: float = 11.0
    region: str = "TW"
    call_on_line: bool = False

    @property
    def name(self) -> str:
        """What is said of it in a table."""
        parts = (
            f"{self.columns} col",
            "space" if self.spaced else "indent",
            "notes same" if self.same_size else "notes small",
            "rule" if self.rule else "no rule",
            f"{self.label}{' on line' if self.call_on_line else ''}",
            "anew" if self.restart else "through",
            self.paper,
            f"no. at {self.numbers}",
            self.region,
        )
        return ", ".join(parts)


def make_pdf(truth: Mapping[str, object], layout: Layout) -> bytes:
    """The PDF of an article: `front`, `blocks` with calls as {n}, and `notes` by n."""
    import typst

    return typst.compile(source(truth, layout).encode())


def source(truth: Mapping[str, object], layout: Layout) -> str:
    """The article in Typst's language."""
    front, blocks, notes = truth["front"], truth["blocks"], truth["notes"]
    assert isinstance(front, Mapping)
    assert isinstance(blocks, Sequence)
    assert isinstance(notes, Mapping)
    body = "\n\n".join(_block(str(kind), str(text), notes) for kind, text in blocks)
    return f"{_settings(layout, str(front['title']))}\n{_opening(front, layout)}\n\n{body}\n"


def _settings(layout: Layout, title: str) -> str:
    width, height = PAPERS[layout.paper]
    font = "Noto Serif CJK SC" if layout.region == "CN" else "Noto Serif CJK TC"
    note_size = layout.size if layout.same_size else 0.82 * layout.size
    head = "counter(footnote).update(0); " if layout.restart else ""
    journal = "《全球政治評論》第二十四期"
    if layout.numbers == "head":
        head += (
            f"let n = counter(page).get().first() + {_BEFORE}; "
            f"if calc.even(n) {{ [#n #h(1em) {journal}] }} "
            f"else {{ align(right)[{_escaped(title)} #h(1em) #n] }}"
        )
        numbering = "none"
    else:
        head += f"align(center)[{journal}]"
        numbering = f"(n, ..) => str(n + {_BEFORE})"
    paragraph = (
        f"spacing: {1.5 * layout.size}pt, first-line-indent: 0em"
        if layout.spaced
        else "spacing: 0.75em, first-line-indent: (amount: 2em, all: true)"
    )
    separator = "line(length: 30%, stroke: 0.5pt)" if layout.rule else "none"
    lines = [
        f"#set page(width: {width}, height: {height}, margin: 22mm, columns: {layout.columns},"
        f" numbering: {numbering}, header: context {{ {head} }})",
        f'#set text(font: ("New Computer Modern", "{font}"), size: {layout.size}pt, lang: "zh",'
        f' region: "{layout.region}")',
        f"#set par(justify: true, leading: 0.75em, {paragraph})",
        f"#set footnote.entry(separator: {separator}, gap: 0.5em)",
        f"#show footnote.entry: set text(size: {note_size}pt)",
        f'#set footnote(numbering: "{layout.label}")',
        "#show heading: set block(above: 1.6em, below: 1em)",
        f"#show heading.where(level: 1): set text(size: {1.25 * layout.size}pt)",
        f"#show heading.where(level: 2): set text(size: {1.1 * layout.size}pt)",
    ]
    if layout.call_on_line:
        lines.append("#set super(typographic: false, baseline: 0pt, size: 1em)")
    return "\n".join(lines)


def _opening(front: Mapping[str, object], layout: Layout) -> str:
    title, author = _escaped(str(front["title"])), _escaped(str(front["author"]))
    abstract, keywords = _escaped(str(front["abstract_zh"])), front["keywords"]
    assert isinstance(keywords, Sequence)
    block = (
        f"#align(center)[#text(size: {1.5 * layout.size}pt)[{title}]]\n#align(center)[{author}]\n"
        f"*摘要*\n\n{abstract}\n\n關鍵詞：{'、'.join(map(str, keywords))}"
    )
    if layout.columns == 1:
        return block
    return f'#place(top, scope: "parent", float: true)[\n{block}\n]'


def _block(kind: str, text: str, notes: Mapping[str, object]) -> str:
    parts = _CALL.split(text)
    words = [_escaped(part) for part in parts[::2]]
    calls = [f"#footnote[{_escaped(str(notes[number]))}]" for number in parts[1::2]]
    joined = words[0] + "".join(call + word for call, word in zip(calls, words[1:], strict=True))
    return f"{'=' * (int(kind[1:]) - 1)} {joined}" if kind != "p" else joined


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
