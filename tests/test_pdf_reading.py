"""PDF: what a file says of its pages beside lines: tags, links, labels, rules, pictures, what is doubtful."""

from __future__ import annotations

import struct
import zlib

import pytest

from duidu.problems import Code, DuiduError
from duidu.sources.printed import Box, Font, PrintedDocument
from made_pdf import all_lines, at, codes, font, made_pdf, read, stream

NARROW: dict[int, str | bytes] = {10: "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"}


def findings(document: PrintedDocument) -> list[str]:
    """What is found, as a person reads it."""
    return [problem.report("a.pdf") for problem in document.problems]


# --- fonts


# The name of a font in the file, and what more it says · the font.
LOOKS: dict[str, tuple[str, str, Font]] = {
    "plain": ("PMingLiU", "", Font("PMingLiU")),
    "a subset": ("ABCDEF+PMingLiU", "", Font("PMingLiU")),
    "bold by its name": ("NotoSerifCJK-Bold", "", Font("NotoSerifCJK-Bold", bold=True)),
    "italic by its name": ("TimesNewRoman,Italic", "", Font("TimesNewRoman,Italic", italic=True)),
    "bold and italic of TeX": ("CMBXTI10", "", Font("CMBXTI10", bold=True, italic=True)),
    "italic by its angle": ("Kai", "/ItalicAngle -12", Font("Kai", italic=True)),
    "bold by its weight": ("Kai", "/FontWeight 700", Font("Kai", bold=True)),
    "both by its flags": ("Kai", "/Flags 262212", Font("Kai", bold=True, italic=True)),
    "in GBK": ("#CB#CE#CC#E5", "", Font("宋体")),
    "in UTF-8": ("#E5#AE#8B#E4#BD#93", "", Font("宋体")),
}


@pytest.mark.parametrize(("name", "more", "expected"), LOOKS.values(), ids=LOOKS)
def test_looks_of_fonts(name: str, more: str, expected: Font) -> None:
    objects = font(name) | {12: f"<< /Type /FontDescriptor /FontName /{name} {more} >>"}
    (line,) = all_lines(read(at(50, 600, "潮"), objects=objects))
    assert line.spans[0].font == expected


def test_glyphs_that_are_leaned_or_outlined() -> None:
    leaned = f"BT /F 10 Tf 1 0 0.3 1 50 600 Tm {codes('潮')} Tj ET "
    outlined = f"BT /F 10 Tf 2 Tr 50 500 Td {codes('水')} Tj ET"
    first, second = all_lines(read(leaned + outlined))
    assert (first.spans[0].font.italic, first.spans[0].font.bold) == (True, False)
    assert (second.spans[0].font.italic, second.spans[0].font.bold) == (False, True)


# How a font maps its codes · what is shown · the characters.
Objects = dict[int, str | bytes]
MAPS: dict[str, tuple[Objects, str, str]] = {
    "one by one": (font(cmap=b"2 beginbfchar <0001> <6F6E> <0002> <6C34> endbfchar"), "<00010002>", "潮水"),
    "a range": (font(cmap=b"1 beginbfrange <0001> <0003> <4E00> endbfrange"), "<000100020003>", "一丁丂"),
    "a list": (font(cmap=b"1 beginbfrange <0001> <0002> [<6F6E> <6C34>] endbfrange"), "<00010002>", "潮水"),
    "several characters": (font(cmap=b"1 beginbfchar <0001> <00660069> endbfchar"), "<0001>", "fi"),
    "beyond the basic plane": (
        font(cmap=b"1 beginbfchar <0001> <D842DFB7> endbfchar"),
        "<0001>",
        "\U00020bb7",
    ),
    "as if they were glyphs": (font(cmap=b"1 begincidrange <0001> <0002> 28526 endcidrange"), "<0001>", "潮"),
    "by the name of a map": (font(to_unicode="/ToUnicode /Identity-H"), "<6F6E>", "潮"),
    "not at all": (font(to_unicode=""), "<0001>", "\ufffd"),
    "only others": (font(cmap=b"1 beginbfchar <0001> <6F6E> endbfchar"), "<00010002>", "潮\ufffd"),
    "nothing": (font(cmap=b"1 beginbfchar <0001> <0000> endbfchar"), "<0001>", "\ufffd"),
    "no character": (font(cmap=b"1 beginbfchar <0001> <FFFF> endbfchar"), "<0001>", "\ufffd"),
    "half a character": (font(cmap=b"1 begincidrange <0001> <0001> 55296 endcidrange"), "<0001>", "\ufffd"),
    "private use": (font(cmap=b"1 beginbfchar <0001> <E001> endbfchar"), "<0001>", "\ue001"),
    "a radical": (font(cmap=b"1 beginbfchar <0001> <2F00> endbfchar"), "<0001>", "⼀"),
    "a collection of Taiwan": (
        font(to_unicode="")
        | {
            11: "<< /Subtype /CIDFontType0 /BaseFont /A /FontDescriptor 12 0 R"
            " /CIDSystemInfo << /Registry (Adobe) /Ordering (CNS1) /Supplement 0 >> >>"
        },
        "<0253>",
        "一",
    ),
    "GBK by a map that all readers know": (
        font(to_unicode="", encoding="/GBK-EUC-H")
        | {
            11: "<< /Subtype /CIDFontType0 /BaseFont /A /FontDescriptor 12 0 R"
            " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 0 >> >>"
        },
        f"<{'潮a水'.encode('gbk').hex()}>",
        "潮a水",
    ),
    "a map of codes in the file": (
        font(encoding="30 0 R", cmap=b"2 beginbfchar <01> <6F6E> <8101> <6C34> endbfchar")
        | {30: stream("1 begincodespacerange <00> <7F> <8100> <81FF> endcodespacerange", "/CMapName /A")},
        "<01810101>",
        "潮水潮",
    ),
    "a simple font": (NARROW, "(Tide \\252)", "Tide “"),
    "a simple font with names of glyphs": (
        {
            10: "<< /Subtype /Type1 /BaseFont /A /Encoding"
            " << /Differences [65 /eacute /uni6F6E /f_i /nonsense7] >> >>"
        },
        "(ABCD)",
        "é潮fi\ufffd",
    ),
    "a simple font of signs": ({10: "<< /Subtype /Type1 /BaseFont /Symbol >>"}, "(ab)", "αβ"),
    "a simple font in GBK": (
        {10: "<< /Subtype /TrueType /BaseFont /#CB#CE#CC#E5 /Encoding /WinAnsiEncoding >>"},
        f"<{'潮a水'.encode('gbk').hex()}>",
        "潮a水",
    ),
    "a simple font in Big5": (
        {10: "<< /Subtype /TrueType /BaseFont /#B2#D3#A9#FA#C5#E9 /Encoding /WinAnsiEncoding >>"},
        f"<{'潮a水'.encode('big5').hex()}>",
        "潮a水",
    ),
    "no such font": ({10: "null"}, "(ab)", "\ufffd\ufffd"),
}


@pytest.mark.parametrize(("objects", "shown", "expected"), MAPS.values(), ids=MAPS)
def test_characters_behind_glyphs(objects: dict[int, str | bytes], shown: str, expected: str) -> None:
    assert read(f"BT /F 10 Tf 50 600 Td {shown} Tj ET", objects=objects).text == expected


def true_type(form: int, body: bytes) -> bytes:
    """A TrueType font that has nothing but a table of characters, of this form."""
    table = struct.pack(">HHHHI", 0, 1, 3, 1, 12) + struct.pack(">H", form) + body
    return b"\0\1\0\0" + struct.pack(">HHHH4sIII", 1, 0, 0, 0, b"cmap", 0, 28, len(table)) + table


# Two segments: 潮 is glyph 5, 水 is glyph 6; and the last one, which every font has.
SEGMENTS = struct.pack(
    ">HHHHHHHHHHHHHHHHHHH",
    38,
    0,
    6,
    0,
    0,
    0,
    0x6C34,
    0x6F6E,
    0xFFFF,
    0,
    0x6C34,
    0x6F6E,
    0xFFFF,
    (6 - 0x6C34) & 0xFFFF,
    (5 - 0x6F6E) & 0xFFFF,
    1,
    0,
    0,
    0,
)
GROUPS = struct.pack(">HIIIIIIIII", 0, 40, 0, 2, 0x6C34, 0x6C34, 6, 0x6F6E, 0x6F6E, 5)


@pytest.mark.parametrize(("form", "body"), [(4, SEGMENTS), (12, GROUPS)], ids=["segments", "groups"])
def test_characters_that_only_the_font_itself_tells(form: int, body: bytes) -> None:
    objects = font(to_unicode="") | {
        12: "<< /Type /FontDescriptor /FontName /A /FontFile2 30 0 R >>",
        30: stream(true_type(form, body)),
    }
    assert read("BT /F 10 Tf 50 600 Td <000500060007> Tj ET", objects=objects).text == "潮水\ufffd"


def test_the_order_of_glyphs_in_the_font_may_be_another_one() -> None:
    """The first two glyphs that are shown are the sixth and the fifth of the font."""
    objects = font(to_unicode="", more="/CIDToGIDMap 31 0 R") | {
        12: "<< /Type /FontDescriptor /FontName /A /FontFile2 30 0 R >>",
        30: stream(true_type(12, GROUPS)),
        31: stream(bytes([0, 0, 0, 6, 0, 5])),
    }
    assert read("BT /F 10 Tf 50 600 Td <000100020003> Tj ET", objects=objects).text == "水潮\ufffd"


def test_a_ligature_stands_in_the_place_of_its_glyph() -> None:
    objects = font(cmap=b"1 beginbfchar <0001> <00660069> endbfchar")
    (line,) = all_lines(read("BT /F 10 Tf 50 600 Td <0001> Tj ET", objects=objects))
    assert line.spans[0].edges == (50, 55, 60)


# --- marked content


TREE: dict[int, str | bytes] = {
    30: "<< /K 31 0 R /RoleMap << /Heading#201 /H1 /Standard /P /P /P >> >>",
    31: "<< /S /Document /K [32 0 R 33 0 R 35 0 R] >>",
    32: "<< /S /Heading#201 /Pg 100 0 R /K 0 >>",
    33: "<< /S /Standard /Pg 100 0 R /K [1 34 0 R 3] >>",
    34: "<< /S /Link /K << /MCID 2 /Type /MCR /Pg 100 0 R >> >>",
    35: "<< /S /Note /Pg 100 0 R /K << /S /P /K 4 >> >>",
}


def marked(number: int, text: str, y: float) -> str:
    """Text as marked content with this id."""
    return f"/P << /MCID {number} >> BDC {at(50, y, text)} EMC "


def test_tags() -> None:
    words = ("題", "段", "鏈", "尾", "註")
    content = "".join(marked(number, text, 600 - 20 * number) for number, text in enumerate(words))
    artifact = f"/Artifact BMC {at(50, 50, '1')} EMC {at(50, 30, '無')}"
    found = [
        (line.text, line.spans[0].tag)
        for line in all_lines(read(content + artifact, objects=TREE, catalog="/StructTreeRoot 30 0 R"))
    ]
    roles = {text: tag and (tag.role, tag.path) for text, tag in found}
    assert roles == {
        "題": ("H1", ("Document", "H1")),
        "段": ("P", ("Document", "P")),
        "鏈": ("P", ("Document", "P", "Link")),
        "尾": ("P", ("Document", "P")),
        "註": ("P", ("Document", "Note", "P")),
        "1": ("Artifact", ()),
        "無": None,
    }
    numbers = [tag.element for _, tag in found if tag and tag.role != "Artifact"]
    assert numbers == sorted(numbers)
    assert numbers[1] == numbers[2] == numbers[3] != numbers[4]


@pytest.mark.parametrize("tree", ["30 0 R", "<< /K 30 0 R >>", "<< /K [[[0]]] >>", "<< /S 7 /K null >>"])
def test_trees_that_are_none(tree: str) -> None:
    content = marked(0, "潮", 600)
    assert read(content, objects={30: tree}, catalog="/StructTreeRoot 30 0 R").text == "潮"


# The characters that marked content says it has · what is shown · what is read.
SAYS: dict[str, tuple[str, str, str]] = {
    "another one": ("潮", "水", "潮"),
    "as many": ("潮水", "甲乙", "潮水"),
    "more": ("ffi", "甲", "ffi"),
    "less": ("潮", "甲乙", "潮"),
    "the same": ("潮水", "潮水", "潮水"),
    "nothing": ("", "潮", "潮"),
}


@pytest.mark.parametrize(("says", "shown", "expected"), SAYS.values(), ids=SAYS)
def test_characters_that_marked_content_says_it_has(says: str, shown: str, expected: str) -> None:
    actual = ("\ufeff" + says).encode("utf-16-be").hex()
    assert read(f"/Span << /ActualText <{actual}> >> BDC {at(50, 600, shown)} EMC").text == expected


LAYERS = "/OCProperties << /OCGs [30 0 R 31 0 R] /D << /OFF [31 0 R] >> >>"


def test_layers_that_are_not_shown() -> None:
    content = f"/OC /On BDC {at(50, 600, '潮')} EMC /OC /Off BDC {at(50, 500, '水')} EMC"
    document = read(
        content,
        objects={30: "<< /Type /OCG >>", 31: "<< /Type /OCG >>"},
        resources="/Properties << /On 30 0 R /Off 31 0 R >>",
        catalog=LAYERS,
    )
    assert [(line.text, line.spans[0].hidden) for line in all_lines(document)] == [
        ("潮", False),
        ("水", True),
    ]


# --- links and labels


def test_links() -> None:
    note = "<< /Subtype /Link /Rect [60 598 80 610] /A << /S /URI /URI (https://example.org/) >> >>"
    bad = "<< /Subtype /Link /Rect [80 598 90 610] /A << /S /URI /URI (javascript:alert) >> >>"
    document = read(
        at(50, 600, "見") + at(60, 600, "網頁") + at(80, 600, "末"), page=f"/Annots [{note} {bad} 7]"
    )
    assert [(span.text, span.link) for span in all_lines(document)[0].spans] == [
        ("見", ""),
        ("網頁", "https://example.org/"),
        ("末", ""),
    ]


# How pages are labelled · the labels of four pages.
LABELS: dict[str, tuple[str, list[str]]] = {
    "not": ("", ["", "", "", ""]),
    "by numbers": ("/PageLabels << /Nums [0 << /S /D /St 97 >>] >>", ["97", "98", "99", "100"]),
    "front matter": ("/PageLabels << /Nums [0 << /S /r >> 2 << /S /D >>] >>", ["i", "ii", "1", "2"]),
    "letters": ("/PageLabels << /Nums [0 << /S /A /P (x-) >> 2 << /P (y) >>] >>", ["x-A", "x-B", "y", "y"]),
    "from the second on": ("/PageLabels << /Nums [1 << /S /R >>] >>", ["", "I", "II", "III"]),
    "a tree": (
        "/PageLabels << /Kids [<< /Nums [0 << /S /D >>] >> << /Nums [2 << /S /a >>] >>] >>",
        ["1", "2", "a", "b"],
    ),
    "wrong": ("/PageLabels << /Nums [0 << /S /r /St -5 >> /x 7] /Kids [7] >>", ["", "", "", ""]),
    "beyond all numbers": ("/PageLabels << /Nums [0 << /S /D /St 999999999999 >>] >>", ["1", "2", "3", "4"]),
}


@pytest.mark.parametrize(("catalog", "expected"), LABELS.values(), ids=LABELS)
def test_labels_of_pages(catalog: str, expected: list[str]) -> None:
    document = read(*[at(50, 600, "潮")] * 4, catalog=catalog)
    assert [page.label for page in document.pages] == expected


# --- what is drawn


# What is drawn · rules, frames, other drawings.
DRAWN: dict[str, tuple[str, list[Box], list[Box], int]] = {
    "a line": ("2 w 50 100 m 200 100 l S", [Box(50, 99, 200, 101)], [], 0),
    "a line that stands": ("50 100 m 50 200 l S", [Box(49.5, 100, 50.5, 200)], [], 0),
    "a thin rectangle": ("50 100 150 0.5 re f", [Box(50, 100, 200, 100.5)], [], 0),
    "a rectangle": ("50 100 150 60 re S", [], [Box(50, 100, 200, 160)], 0),
    "a filled one": ("0.9 g 50 100 150 60 re f", [], [Box(50, 100, 200, 160)], 0),
    "a rectangle by lines": ("50 100 m 200 100 l 200 160 l 50 160 l h S", [], [Box(50, 100, 200, 160)], 0),
    "an open corner": (
        "50 100 m 200 100 l 200 160 l S",
        [Box(50, 99.5, 200, 100.5), Box(199.5, 100, 200.5, 160)],
        [],
        0,
    ),
    "a scaled line": ("q 2 0 0 2 0 0 cm 50 100 m 100 100 l S Q", [Box(100, 199, 200, 201)], [], 0),
    "a slanted line": ("50 100 m 200 160 l S", [], [], 1),
    "a curve": ("50 100 m 60 120 70 140 80 100 c S", [], [], 1),
    "a dot": ("50 100 2 2 re f", [], [], 0),
    "a white rectangle": ("1 g 50 100 150 60 re f 1 1 1 rg 0 0 9 9 re f 0 0 0 0 k 0 0 9 9 re f", [], [], 0),
    "a clipping path": ("50 100 150 60 re W n", [], [], 0),
}


@pytest.mark.parametrize(("content", "rules", "frames", "others"), DRAWN.values(), ids=DRAWN)
def test_what_is_drawn(content: str, rules: list[Box], frames: list[Box], others: int) -> None:
    page = read(content + " " + at(50, 600, "潮")).pages[0]
    assert (list(page.rules), list(page.frames), len(page.drawings)) == (rules, frames, others)


# --- pictures

SHOWN = "q 100 0 0 50 60 300 cm /P Do Q " + at(50, 600, "潮")
DOTS = bytes([255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9])

# A picture's entries and content · its bits, its kind and its first row in the PNG that comes of it.
PICTURES: dict[str, tuple[bytes, tuple[int, int, bytes]]] = {
    "colors": (
        stream(DOTS, "/Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceRGB", packed=True),
        (8, 2, DOTS[:6]),
    ),
    "gray": (
        stream(DOTS, "/Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray"),
        (8, 0, DOTS[:2]),
    ),
    "inks": (
        stream(bytes([0, 255, 255, 0]) * 4, "/Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceCMYK"),
        (8, 2, bytes([255, 0, 0, 255, 0, 0])),
    ),
    "a palette": (
        stream(
            bytes([0x10, 0]),
            "/Width 2 /Height 2 /BitsPerComponent 4 /ColorSpace [/Indexed /DeviceRGB 1 <00000000FF00>]",
        ),
        (4, 3, bytes([0x10])),
    ),
    "black and white": (
        stream(bytes([0x80, 0]), "/Width 2 /Height 2 /BitsPerComponent 1 /ColorSpace /DeviceGray"),
        (1, 0, bytes([0x80])),
    ),
    "a profile": (
        stream(DOTS, "/Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace [/ICCBased << /N 3 /Length 0 >>]"),
        (8, 2, DOTS[:6]),
    ),
    "predicted rows": (
        stream(
            zlib.compress(b"\0" + DOTS[:6] + b"\2" + bytes(6)),
            "/Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode"
            " /DecodeParms << /Predictor 15 /Colors 3 /Columns 2 >>",
        ),
        (8, 2, DOTS[:6]),
    ),
}


def first_row(png: bytes) -> tuple[int, int, bytes]:
    """The bits of a dot, the kind of colors, and the first row of a PNG of two rows."""
    assert png.startswith(b"\x89PNG")
    chunks, position = {}, 8
    while position < len(png):
        length, kind = int.from_bytes(png[position : position + 4]), png[position + 4 : position + 8]
        end = position + 8 + length
        content = png[position + 8 : end]
        assert zlib.crc32(kind + content) == int.from_bytes(png[end : end + 4])
        chunks[kind], position = content, end + 4
    assert (chunks[b"IHDR"][:8], b"IEND" in chunks) == (b"\0\0\0\2\0\0\0\2", True)
    rows = zlib.decompress(chunks[b"IDAT"])
    return chunks[b"IHDR"][8], chunks[b"IHDR"][9], rows[1 : len(rows) // 2]


@pytest.mark.parametrize(("picture", "expected"), PICTURES.values(), ids=PICTURES)
def test_pictures(picture: bytes, expected: tuple[int, int, bytes]) -> None:
    made = picture.replace(b"<< ", b"<< /Subtype /Image ", 1)
    document = read(SHOWN, objects={30: made}, resources="/XObject << /P 30 0 R >>")
    (shown,) = document.pages[0].pictures
    assert (shown.box, shown.name) == (Box(60, 300, 160, 350), "picture1.png")
    assert first_row(document.pictures["picture1.png"]) == expected


def test_a_photograph_is_kept_as_it_is() -> None:
    photograph = b"\xff\xd8\xff\xe0" + bytes(50)
    made = stream(photograph, "/Subtype /Image /Width 4 /Height 4 /Filter /DCTDecode")
    document = read(SHOWN + SHOWN, SHOWN, objects={30: made}, resources="/XObject << /P 30 0 R >>")
    assert dict(document.pictures) == {"picture1.jpg": photograph}
    assert [picture.name for page in document.pages for picture in page.pictures] == ["picture1.jpg"] * 3


# The element around a picture, which may be within others · what is said of the picture.
FIGURES: dict[str, tuple[str, str]] = {
    "a figure": ("<< /S /Figure /Pg 100 0 R /Alt (A map) /K 0 >>", "A map"),
    "in Chinese, over two lines": (
        f"<< /S /Figure /Pg 100 0 R /Alt <feff{'港口 '.encode('utf-16-be').hex()}000a5716> /K 0 >>",
        "港口 圖",
    ),
    "with a part of its own": ("<< /S /Figure /Pg 100 0 R /Alt (A map) /K << /S /Span /K 0 >> >>", "A map"),
    "by a role of the file's own": ("<< /S /Picture /Pg 100 0 R /Alt (A map) /K 0 >>", "A map"),
    "the name of a file": ("<< /S /Figure /Pg 100 0 R /Alt (C:\\map.png) /K 0 >>", ""),
    "nothing": ("<< /S /Figure /Pg 100 0 R /K 0 >>", ""),
    "no text": ("<< /S /Figure /Pg 100 0 R /Alt 7 /K 0 >>", ""),
    "a link": ("<< /S /Link /Pg 100 0 R /Alt (More) /K 0 >>", ""),
    "another picture": ("<< /S /Figure /Pg 100 0 R /Alt (A map) /K 1 >>", ""),
}


@pytest.mark.parametrize(("element", "expected"), FIGURES.values(), ids=FIGURES)
def test_what_the_author_says_is_on_a_picture(element: str, expected: str) -> None:
    made = stream(DOTS, "/Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceRGB")
    tree = f"<< /K << /S /P /K {element} >> /RoleMap << /Picture /Figure >> >>"
    document = read(
        f"/Figure << /MCID 0 >> BDC {SHOWN} EMC",
        objects={30: made, 31: tree},
        resources="/XObject << /P 30 0 R >>",
        catalog="/StructTreeRoot 31 0 R",
    )
    assert [picture.description for picture in document.pages[0].pictures] == [expected]


# A picture that cannot be shown · what it is called.
NOT_SHOWN = {
    "JPEG 2000": "/Width 2 /Height 2 /Filter /JPXDecode",
    "JBIG2": "/Width 2 /Height 2 /Filter /JBIG2Decode",
    "fax": "/Width 2 /Height 2 /Filter /CCITTFaxDecode",
    "damaged": "/Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceRGB",
    "too large": "/Width 99999 /Height 99999 /BitsPerComponent 8 /ColorSpace /DeviceRGB",
    "other": "/Width 2 /Height 2 /BitsPerComponent 16 /ColorSpace /DeviceRGB",
}


@pytest.mark.parametrize("kind", NOT_SHOWN)
def test_pictures_that_cannot_be_shown(kind: str) -> None:
    made = stream(b"\x00", f"/Subtype /Image {NOT_SHOWN[kind]}")
    document = read(SHOWN, SHOWN, objects={30: made}, resources="/XObject << /P 30 0 R >>")
    assert findings(document) == [
        f"a.pdf:1: warning: pictures in a format that browsers cannot show ({kind}): 1, here the first;"
        " expected PNG, JPEG, GIF or SVG (they are left out) [picture-format]"
    ]
    assert document.pages[0].pictures[0].name == ""


# --- scans


WHOLE = "q 500 0 0 700 0 0 cm /P Do Q "
SHEET = {30: stream(DOTS, "/Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceRGB")}
HIDDEN = f"BT /F 10 Tf 3 Tr 50 600 Td {codes('潮水')} Tj ET "
SCAN_TEXT = (
    "a.pdf:1: error: pages that are pictures, with hidden text: 1, here page 1; expected text that is drawn"
    " (a program has recognised it in a scan: proofread it, and accept this in article.toml) [pdf-scan-text]"
)
PICTURE_PAGE = (
    "a.pdf:1: error: pages that are pictures, without text: 1, here page 2; expected text (run OCR first; if"
    " these are plates, accept this in article.toml) [pdf-picture-pages]"
)

# What pages show · what is found.
SCANS: dict[str, tuple[list[str], list[str]]] = {
    "text on no picture": ([at(50, 600, "潮水")], []),
    "hidden text on no picture": ([HIDDEN], []),
    "hidden text on a picture": ([WHOLE + HIDDEN], [SCAN_TEXT]),
    "text under a picture": ([at(50, 600, "潮水") + WHOLE], [SCAN_TEXT]),
    "text on a picture": ([WHOLE + at(50, 600, "潮水")], []),
    "hidden text on a picture in strips": (
        ["".join(f"q 500 0 0 100 0 {100 * n} cm /P Do Q " for n in range(7)) + HIDDEN],
        [SCAN_TEXT],
    ),
    "a plate": ([at(50, 600, "潮水"), WHOLE], [PICTURE_PAGE]),
    "an empty page": ([at(50, 600, "潮水"), ""], []),
    "a small picture": ([at(50, 600, "潮水"), "q 50 0 0 70 0 0 cm /P Do Q "], []),
}


@pytest.mark.parametrize(("pages", "expected"), SCANS.values(), ids=SCANS)
def test_scans(pages: list[str], expected: list[str]) -> None:
    assert findings(read(*pages, objects=SHEET, resources="/XObject << /P 30 0 R >>")) == expected


def test_hidden_text_stands_in_lines_of_its_own() -> None:
    content = (
        at(50, 600, "潮水") + "3 Tr " + at(70, 600, "漲落") + at(90, 600, "有") + "0 Tr " + at(100, 600, "時")
    )
    assert [[(span.text, span.hidden) for span in line.spans] for line in all_lines(read(content))] == [
        [("潮水", False)],
        [("漲落有", True)],
        [("時", False)],
    ]


def test_hidden_text_is_marked() -> None:
    (line,) = all_lines(read(WHOLE + HIDDEN, objects=SHEET, resources="/XObject << /P 30 0 R >>"))
    assert line.spans[0].hidden


@pytest.mark.parametrize(("x", "y"), [(-60, 600), (520, 600), (50, -20), (50, 720)])
def test_text_beside_the_page_is_hidden(x: int, y: int) -> None:
    """As the names of files are that printers see."""
    document = read(at(50, 600, "潮水") + at(x, y, "一.indd"))
    assert [(line.text, line.spans[0].hidden) for line in all_lines(document)] == [
        ("潮水", False),
        ("一.indd", True),
    ]


def test_an_editor_may_accept_what_is_only_a_doubt() -> None:
    assert [
        code.code for code in Code if code.name.startswith("PDF_") and code.error and code.acceptable
    ] == []
    assert all(code.acceptable for code in (Code.SCAN_TEXT, Code.PICTURE_PAGES, Code.IMPROBABLE_CHARACTERS))


def test_a_scan_without_text_is_refused() -> None:
    with pytest.raises(DuiduError, match="this is a scan, run OCR first"):
        read(WHOLE, objects=SHEET, resources="/XObject << /P 30 0 R >>")


# --- improbable characters


TEXT = "潮水漲落有時船家依燈號出港入港其後封港公倉重開"
SHIFTED = "".join(chr(ord(character) + 1) for character in TEXT)
WORDS = "the keepers of the locks relied on trust and left few traces in their accounts "


def found_in(text: str, size: int) -> list[str]:
    """What is found of text, so many characters in a line."""
    starts = range(0, len(text), size)
    return findings(read("".join(at(50, 650 - start, text[start : start + size]) for start in starts)))


def test_written_chinese_is_probable() -> None:
    assert found_in(TEXT * 3, 20) == []


def test_a_map_that_is_one_off() -> None:
    assert found_in(SHIFTED * 3, 20) == [
        "a.pdf:1: error: fonts whose characters are improbable: 1, here Ming; expected words (the file has"
        " other characters behind the glyphs than those that are printed: give the Word file, or run OCR)"
        " [pdf-improbable-characters]"
    ]


def test_a_few_rare_ideographs_say_nothing() -> None:
    assert found_in(SHIFTED, 20) == []


@pytest.mark.parametrize(("step", "is_found"), [(0, False), (3, True)])
def test_latin_letters_that_are_shifted(step: int, is_found: bool) -> None:
    shifted = "".join(chr((ord(sign) - 97 + step) % 26 + 97) if sign.isalpha() else sign for sign in WORDS)
    assert bool(found_in(shifted * 10, 40)) is is_found


def test_the_letters_of_formulas_say_nothing() -> None:
    assert found_in("x = h p k t r s " * 60, 40) == []


def test_the_same_file_reads_the_same() -> None:
    options = {"objects": SHEET, "resources": "/XObject << /P 30 0 R >>"}
    content = at(50, 600, "潮水") + SHOWN
    assert made_pdf(content, **options) == made_pdf(content, **options)  # type: ignore[arg-type]
    assert read(content, **options) == read(content, **options)
