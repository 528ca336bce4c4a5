"""A made-up article with everything that the model knows: what no source made of lines alone tells.

Quotations, lists, a table, a figure, a bibliography, marks of typesetting, links, and notes of all kinds.
"""

from __future__ import annotations

import struct
import zlib

from articles import Count, inferred, seen
from duidu.enrich.annotate import annotate
from duidu.enrich.other_script import convert_article
from duidu.model import (
    ENGLISH,
    SIMPLIFIED,
    TRADITIONAL,
    Article,
    Author,
    Cell,
    Figure,
    Front,
    Heading,
    ListItem,
    Note,
    NoteKind,
    NoteRef,
    Origin,
    Page,
    Paragraph,
    ParagraphBreak,
    Quotation,
    Reference,
    Run,
    Runs,
    Style,
    Table,
    Text,
)
from duidu.publish.editions import Edition

SOMEWHERE = Origin(1, 0)
NEXT = ParagraphBreak()
ITALIC, BOLD, DOTTED, NAMED = Style.ITALIC, Style.BOLD, Style.EMPHASIS_MARK, Style.UNDERLINE
RAISED, LOWERED, SMALL = Style.SUPERSCRIPT, Style.SUBSCRIPT, Style.SMALL_CAPITALS

Part = str | tuple[str, Style] | tuple[str, Style, str] | Run


def said(*parts: Part) -> Runs:
    """Runs from what they show: words, words with their marks and perhaps an address, and other runs."""
    return tuple(_run(part) for part in parts)


def _run(part: Part) -> Run:
    if isinstance(part, str):
        return Text(part, SOMEWHERE)
    if isinstance(part, tuple):
        words, style, *link = part
        return Text(words, SOMEWHERE, style=style, link=link[0] if link else "")
    return part


def call(number: int, label: str) -> NoteRef:
    """The call of the note with the id that has this `number`, which shows its `label`."""
    return NoteRef(f"noteref-{number}", f"note-{number}", label, SOMEWHERE)


def cell(number: int, *parts: Part, header: bool = False, columns: int = 1, rows: int = 1) -> Cell:
    """A cell of the one table."""
    return Cell(f"table-1-cell-{number}", said(*parts), header, columns, rows)


def cells(first: int, *words: str, header: bool = False) -> tuple[Cell, ...]:
    """Cells side by side, with numbers from `first` on."""
    return tuple(cell(number, each, header=header) for number, each in enumerate(words, first))


FRONT = Front(
    titles={
        TRADITIONAL: said(inferred(31), "論清末郵差的鐘點", call(1, "*")),
        ENGLISH: said("The Postman’s Hours in Late Qing China: Reading the ", ("Postal Gazette", ITALIC)),
    },
    authors=(Author(said("沈若愚"), said("Jo-yu Shen"), said("海濱大學歷史學系")),),
    abstracts={
        TRADITIONAL: (
            said("郵政開辦之初，各局以", ("鐘點", DOTTED), "計程。本文由時刻表考察其顯著的成效。"),
        ),
        ENGLISH: (said("The early post counted its ways in ", ("hours", ITALIC), "."),),
    },
    keywords={TRADITIONAL: (said("郵政"), said("時刻表"))},
)

TABLE = Table(
    "table-1",
    said("表 1　四局往來鐘點", call(5, "3")),
    (
        (
            cell(1, "局所", header=True, rows=2),
            cell(2, "光緒二十三年", header=True, columns=3),
            cell(3, "光緒三十年", header=True, columns=3),
        ),
        cells(4, *("發信", "到信", "里程（里）") * 2, header=True),
        (
            cell(10, "上海總局", header=True),
            *cells(11, "卯正", "午初", "四十八", "卯初", "辰正", "四十八"),
        ),
        (
            cell(17, ("吳淞", NAMED), "分局", header=True),
            cell(18, "卯初", call(6, "4"), "，遇潮則遲"),
            cell(19, "平日午正", NEXT, "冬日未初"),
            cell(20, "三十六"),
            cell(21, "寅正", columns=2),
            cell(22, seen(33), "三十六"),
        ),
        (
            cell(23, "鎮江分局", header=True),
            *cells(24, "酉初", "次日酉正", "四百二十", "申正", "次日午初", "四百二十"),
        ),
    ),
)

BLOCKS = (
    Heading("sec-1", 1, said("壹、時刻表的由來")),
    Paragraph(
        "par-1",
        said(
            "光緒二十二年，",
            ("赫德", NAMED),
            "（Robert Hart）奏請開辦郵政",
            call(2, "1"),
            "。章程強調「",
            ("不得", DOTTED),
            "誤點」，其規定之嚴，對沿海各局影響",
            ("顯", BOLD),
            "著。原件見",
            ("海關檔案影像", Style.PLAIN, "https://archive.example.org/post?box=7&item=12"),
            "，英文本題作 ",
            ("Rules for Couriers", ITALIC),
            "。",
        ),
    ),
    Quotation(
        "quote-1",
        said(
            "凡信差出局，須以局中時鐘為準，",
            seen(32),
            "到局之時亦然。鐘有快慢，以午砲校之",
            call(3, "2"),
            "。",
            NEXT,
            "其於途中遇雨者，准其展限一刻；若無故遲延，罰銀一錢。",
        ),
    ),
    Paragraph(
        "par-2",
        said(
            "所謂一刻，當時約合 15 min；每方里計 0.33 km",
            ("2", RAISED),
            "，冬日局內燒煤，CO",
            ("2", LOWERED),
            " 氣味甚重。西曆一律寫作 ",
            ("a.d.", SMALL),
            " 1896。",
            ("「鐘點」一詞，後人多未措意。", ITALIC | BOLD),
        ),
    ),
    Heading("sec-2", 1, said("貳、各局的做法")),
    Paragraph("par-3", said("各局做法不一，可分為下列數端：")),
    ListItem("item-1", said("校時。"), "一、"),
    ListItem("item-2", said("以午砲為準者，上海、天津二局。"), "（一）", 2),
    ListItem("item-3", said("以日晷為準者，內地各局。", NEXT, "陰天則停校，俟次日再對。"), "（二）", 2),
    ListItem("item-4", said("計程。信差須記下列各項：", call(4, "i")), "二、"),
    ListItem("item-5", said("出局時刻"), "•", 2),
    ListItem("item-6", said("里程，參見", ("Postal Gazette", ITALIC)), "•", 2),
    Paragraph("par-4", said("四局的鐘點如表 1，路線如圖 1。")),
    TABLE,
    Figure(
        "figure-1",
        said("圖 1　上海至", ("鎮江", NAMED), "的信路，據時刻表重繪"),
        "route 1.png",
        "一條河流由左上流向右下，沿岸有四個圓點。",
        (1600, 900),
    ),
    Heading("sec-3", 1, said("參考書目")),
    Heading("sec-4", 2, said("一、中文")),
    Reference("reference-1", said("林守真，《驛路與鐘聲》，臺北：海濱書局，1998 年。")),
    Reference("reference-2", said("沈若愚，〈午砲考〉，《海濱史學》第 3 期，2001 年，頁 5-21。")),
    Heading("sec-5", 2, said("二、西文")),
    Reference(
        "reference-3",
        said("Marsh, Eleanor, ", ("Clocks on the China Coast", ITALIC), " (London: Harbour Press, 1967)."),
    ),
)

NOTES = (
    Note("note-1", "*", said("本文初稿宣讀於郵史討論會，謹謝兩位評論人。"), NoteKind.AUTHOR),
    Note(
        "note-2",
        "1",
        said(
            "Eleanor Marsh, ",
            ("Clocks on the China Coast", ITALIC),
            " (London: Harbour Press, 1967), p. 12。",
        ),
    ),
    Note("note-3", "2", said("午砲之制，始於同治年間。", NEXT, "至宣統時，各埠改用電報對時，於是午砲漸廢。")),
    Note("note-4", "i", said("格式見章程附件。"), NoteKind.ENDNOTE),
    Note("note-5", "3", said("里程據 1904 年官方時刻表，一里約合 576 公尺。")),
    Note("note-6", "4", said("漲潮時渡船停開。參見 Marsh, op. cit., p. 88。")),
)

RICH, _ = annotate(
    Article(FRONT, BLOCKS, NOTES, tuple(Page(str(page), page != 31, page - 30) for page in range(31, 34)))
)
LEDGER = Count(source_characters=1000, placed=1000)


def _picture(width: int, height: int) -> bytes:
    """A picture in PNG: a river that widens, and four places on it."""
    places = [(width * place // 5, height * place // 5) for place in range(1, 5)]

    def shade(x: int, y: int) -> int:
        if any((x - left) ** 2 + (y - top) ** 2 < 100 for left, top in places):
            return 40
        return 170 if abs(y * width - x * height) < height * (10 + x // 12) else 235

    rows = b"".join(b"\0" + bytes(shade(x, y) for x in range(width)) for y in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


PICTURES = {"route 1.png": _picture(1600, 900)}
ORIGINAL = Edition("youchai", RICH, LEDGER, pictures=PICTURES)
SIMPLER = Edition("youchai", convert_article(RICH), LEDGER, SIMPLIFIED, pictures=PICTURES)
