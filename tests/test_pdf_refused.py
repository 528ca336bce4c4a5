"""PDF files that are damaged, protected or unsafe: one exact sentence each, and never anything else."""

from __future__ import annotations

import io
import random
import re
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from duidu.problems import DuiduError, Exit
from duidu.sources.detect import Kind, detect
from duidu.sources.pdf import limits, pdf_file, read_pdf
from made_pdf import all_lines, at, font, made_pdf, pdf, stream

GOOD = made_pdf(at(50, 600, "潮水漲落"), at(50, 600, "有時"))
RICH = typst.compile(
    b"#set page(width: 9cm, height: 6cm)\n= One\nTide#footnote[note] _it_ #table(columns: 2, [a], [b])"
)
DAMAGED = "the file is damaged; expected a whole PDF: save or export it again [pdf-damaged]"
NO_PAGES = "the file has no page that can be read; expected a PDF with pages [pdf-no-pages]"
LARGE = "a part of the file, or all of them, would unpack to more than {} MB; expected less [pdf-too-large]"
NO_TEXT = "no page has any text; expected a PDF with text: this is a scan, run OCR first [pdf-without-text]"


def refusal(content: bytes) -> str:
    """What is said of a file, after its name."""
    with pytest.raises(DuiduError) as error:
        read_pdf(content, "a.pdf")
    assert error.value.exit_code is Exit.INPUT
    (problem,) = error.value.problems
    return problem.report(error.value.file).removeprefix("a.pdf: error: ")


def texts(content: bytes) -> list[str]:
    """The lines of a file that is read after all."""
    return [line.text for line in all_lines(read_pdf(content, "a.pdf"))]


def pages(kids: str, *, more: dict[int, str | bytes] | None = None) -> bytes:
    """A file whose tree of pages has these kids."""
    return pdf(
        {
            1: "<< /Type /Catalog /Pages 2 0 R >>",
            2: f"<< /Type /Pages /Kids [{kids}] /Count 1 >>",
            **(more or {}),
        }
    )


def packed(times: int, size: int) -> bytes:
    """Zeros, packed several times over."""
    data = bytes(size)
    for _ in range(times):
        data = zlib.compress(data, 9)
    return data


PICTURE = stream(bytes(12), "/Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceRGB")
SCAN = made_pdf("q 500 0 0 700 0 0 cm /P Do Q", objects={30: PICTURE}, resources="/XObject << /P 30 0 R >>")

REFUSED: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", DAMAGED),
    "a head alone": (b"%PDF-1.7\n", DAMAGED),
    "no PDF": ("潮水".encode(), DAMAGED),
    "noise": (random.Random(1).randbytes(5000), DAMAGED),
    "no catalog": (pdf({2: "<< /Type /Pages /Kids [] >>"}, ""), DAMAGED),
    "zero pages": (pages(""), NO_PAGES),
    "pages that are not there": (pages("7 0 R 8 0 R"), NO_PAGES),
    "a tree of pages in a ring": (pages("2 0 R"), NO_PAGES),
    "a page that refers to itself": (pages("3 0 R", more={3: "3 0 R"}), NO_PAGES),
    "pages that refer to each other": (pages("3 0 R", more={3: "4 0 R", 4: "3 0 R"}), NO_PAGES),
    "a page without anything": (pages("3 0 R", more={3: "<< /Type /Page >>"}), NO_TEXT),
    "pages of pictures only": (SCAN, NO_TEXT),
}


@pytest.mark.parametrize(("content", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_pdf_with_text(content: bytes, sentence: str) -> None:
    assert refusal(content) == sentence


BOMBS: dict[str, Callable[[], bytes]] = {
    "in a page": lambda: made_pdf("", objects={101: stream(packed(1, 70_000_000), "/Filter /FlateDecode")}),
    "in itself": lambda: made_pdf(
        "", objects={101: stream(packed(2, 70_000_000), "/Filter [/FlateDecode /FlateDecode]")}
    ),
    "in a map of characters": lambda: made_pdf(
        at(50, 600, "潮"), objects={13: stream(packed(1, 70_000_000), "/Filter /FlateDecode")}
    ),
    "in the table of parts": lambda: _bomb_in_table(),
}


def _bomb_in_table() -> bytes:
    data = packed(1, 70_000_000)
    head = b"%PDF-1.7\n"
    table = stream(data, "/Type /XRef /Size 9 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode")
    return head + b"9 0 obj\n" + table + b"\nendobj\nstartxref\n9\n%%EOF\n"


@pytest.mark.parametrize("make", BOMBS.values(), ids=BOMBS)
def test_decompression_bombs(make: Callable[[], bytes]) -> None:
    assert refusal(make()) == LARGE.format(64)


def test_parts_that_are_large_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST_TOTAL", 50_000)
    drawn = {number: stream("0 0 m " * 4000, packed=True) for number in (101, 103, 105)}
    assert texts(made_pdf(at(50, 600, "潮"), "", objects={103: drawn[103]})) == ["潮"]
    assert refusal(made_pdf("", "", "", objects=drawn)) == LARGE.format(0)


def test_a_file_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_file, "LARGEST_FILE", 1000)
    assert (
        refusal(GOOD)
        == "the file has 1 MB; expected at most 0 MB (are there large pictures in it?) [input-too-large]"
    )


MANY_PAGES = "the file has more than 2,000 pages; expected fewer [pdf-too-long]"


def test_ten_thousand_pages() -> None:
    numbers = range(3, 10_003)
    more: dict[int, str | bytes] = dict.fromkeys(numbers, "<< /Type /Page /Parent 2 0 R >>")
    assert refusal(pages("".join(f"{number} 0 R " for number in numbers), more=more)) == MANY_PAGES


def test_one_page_ten_thousand_times() -> None:
    assert refusal(pages("3 0 R " * 10_000, more={3: "<< /Type /Page >>"})) == MANY_PAGES


def test_nodes_of_the_tree_of_pages_that_multiply() -> None:
    """Each node has the next one ten times, and none has a page."""
    more = {number: f"<< /Type /Pages /Kids [{f'{number + 1} 0 R ' * 10}] >>" for number in range(3, 25)}
    assert refusal(pages("3 0 R", more=dict(more))) == NO_PAGES


def test_forms_that_multiply(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each form shows the next one ten times: as often as there are atoms in a glass of water."""
    monkeypatch.setattr(limits, "MOST_OPERATORS", 20_000)
    forms = {
        number: stream("/X Do " * 10, f"/Subtype /Form /Resources << /XObject << /X {number + 1} 0 R >> >>")
        for number in range(30, 55)
    }
    content = made_pdf("/X Do", objects=dict(forms), resources="/XObject << /X 30 0 R >>")
    assert refusal(content) == "the file has more than 20,000 instructions; expected fewer [pdf-too-long]"


def test_characters_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_GLYPHS", 1000)
    content = made_pdf(at(50, 600, "潮" * 1001))
    assert refusal(content) == "the file has more than 1,000 characters; expected fewer [pdf-too-long]"


def encrypted(algorithm: str, user: str) -> bytes:
    """A good file, encrypted."""
    writer = PdfWriter(clone_from=io.BytesIO(GOOD))
    writer.encrypt(user_password=user, owner_password="owner", algorithm=algorithm)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


ALGORITHMS = ("RC4-40", "RC4-128", "AES-128", "AES-256")


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_a_file_that_opens_with_a_password_only(algorithm: str) -> None:
    sentence = "the file is protected by a password; expected a PDF that opens without one [pdf-encrypted]"
    assert refusal(encrypted(algorithm, "user")) == sentence


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_a_file_that_opens_without_a_password(algorithm: str) -> None:
    """It is only protected against changes."""
    assert texts(encrypted(algorithm, "")) == ["潮水漲落", "有時"]


MENDED = (
    "a.pdf: warning: the file's table of its own parts is damaged; expected it whole (its parts were looked"
    " for one by one: compare the text with print) [pdf-mended]"
)
TABLE = GOOD.rindex(b"xref", 0, GOOD.rindex(b"startxref"))
DAMAGED_TABLES: dict[str, bytes] = {
    "a wrong place": re.sub(rb"startxref\n\d+", b"startxref\n7", GOOD),
    "no number": re.sub(rb"startxref\n\d+", b"startxref\nhere", GOOD),
    "beyond the end": re.sub(rb"startxref\n\d+", b"startxref\n99999999", GOOD),
    "rows that are wrong": re.sub(rb"\d{10} 00000 n", b"0000000012 00000 n", GOOD),
    "a row that is wrong": GOOD[:TABLE] + GOOD[TABLE:].replace(b"00000 n", b"00001 x", 4),
    "bytes put in before": GOOD.replace(b"%PDF-1.7\n", b"%PDF-1.7\n%%%%%%\n"),
    "no table": GOOD[:TABLE],
    "no table, and no end of the last part": GOOD[: TABLE - 8],
    "a ring of tables": GOOD.replace(b"/Size", f"/Prev {TABLE} /Size".encode()),
}


@pytest.mark.parametrize("content", DAMAGED_TABLES.values(), ids=DAMAGED_TABLES)
def test_damaged_tables_of_parts(content: bytes) -> None:
    document = read_pdf(content, "a.pdf")
    assert [line.text for line in all_lines(document)] == ["潮水漲落", "有時"]
    assert [problem.report("a.pdf") for problem in document.problems] in ([MENDED], [])


@pytest.mark.parametrize("name", ["a wrong place", "rows that are wrong", "bytes put in before", "no table"])
def test_damaged_tables_are_told(name: str) -> None:
    document = read_pdf(DAMAGED_TABLES[name], "a.pdf")
    assert [problem.report("a.pdf") for problem in document.problems] == [MENDED]


@pytest.mark.parametrize("before", [b"\n", b"\xef\xbb\xbf", b"HTTP/1.1 200 OK\r\n\r\n", bytes(1000)])
def test_bytes_before_the_head(before: bytes) -> None:
    """As mail and web servers put them there: readers look for the head in the first 1,024 bytes."""
    assert detect(before + GOOD) is Kind.PDF
    assert texts(before + GOOD) == ["潮水漲落", "有時"]


def test_a_head_further_on_is_none() -> None:
    assert detect(bytes(1100) + GOOD) is Kind.TEXT
    assert detect("寫作 %PDF- 的字樣".encode()) is Kind.TEXT


@pytest.mark.parametrize(("share", "sentence"), [(0.002, DAMAGED), (0.02, NO_PAGES), (0.1, NO_PAGES)])
def test_files_that_end_before_their_pages(share: float, sentence: str) -> None:
    assert refusal(GOOD[: int(share * len(GOOD))]) == sentence


def packed_parts(*, place: int | None = None) -> bytes:
    """A file in which the catalog and the page are packed in a stream, as newer files have it, and the table
    of parts is one; `place` is where the file says that this stands, if that is wrong."""
    catalog, page = "<< /Type /Catalog /Pages 2 0 R >>", "<< /Kids [100 0 R] >>"
    head = f"1 0 2 {len(catalog) + 1} "
    parts: dict[int, str | bytes] = {
        **font(),
        5: stream(f"{head}{catalog} {page}", f"/Type /ObjStm /N 2 /First {len(head)}", packed=True),
        100: "<< /Type /Page /Contents 101 0 R /Resources << /Font << /F 10 0 R >> >> >>",
        101: stream(at(50, 600, "潮水")),
    }
    content = pdf(parts)
    content = content[: content.rindex(b"xref", 0, content.rindex(b"startxref"))]
    rows = {number: (1, content.index(f"\n{number} 0 obj".encode()) + 1, 0) for number in parts}
    rows |= {1: (2, 5, 0), 2: (2, 5, 1)}
    table = b"".join(
        kind.to_bytes(1) + where.to_bytes(2) + index.to_bytes(1)
        for kind, where, index in (rows.get(number, (0, 0, 0)) for number in range(102))
    )
    made = stream(table, "/Type /XRef /Size 102 /W [1 2 1] /Root 1 0 R", packed=True)
    where = len(content) if place is None else place
    return content + b"200 0 obj\n" + made + f"\nendobj\nstartxref\n{where}\n%%EOF\n".encode()


def test_packed_parts() -> None:
    document = read_pdf(packed_parts(), "a.pdf")
    assert (document.text, document.problems) == ("潮水", ())


def test_a_damaged_table_of_packed_parts() -> None:
    document = read_pdf(packed_parts(place=7), "a.pdf")
    assert document.text == "潮水"
    assert [problem.report("a.pdf") for problem in document.problems] == [MENDED]


def test_a_damaged_stream_is_told() -> None:
    noise = " ".join(map(str, random.Random(1).choices(range(1000), k=1000)))
    page = stream(at(50, 600, "潮水漲落") + noise + at(50, 500, "有時"), packed=True)
    content = made_pdf("", objects={101: page[:-200] + bytes(190) + b"\nendstream"})
    document = read_pdf(content, "a.pdf")
    assert all_lines(document)[0].text == "潮水漲落"
    assert [problem.report("a.pdf") for problem in document.problems] == [
        "a.pdf: warning: parts of the file that are damaged: 1; expected them whole (what they say may be"
        " missing: compare the text with print) [pdf-parts-damaged]"
    ]


ACTIVE: dict[int, str | bytes] = {
    30: "<< /S /JavaScript /JS (app.alert\\(1\\)) >>",
    31: "<< /Type /Filespec /F (../../evil.sh) /EF << /F 32 0 R >> >>",
    32: stream("rm -rf .", "/Type /EmbeddedFile"),
    33: "<< /S /Launch /F (evil.exe) >>",
}


def test_what_is_active_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Scripts are not run, attachments are not written."""
    monkeypatch.chdir(tmp_path)
    content = made_pdf(
        at(50, 600, "潮水"),
        objects=ACTIVE,
        page="/AA << /O 33 0 R >>",
        catalog="/OpenAction 30 0 R /Names << /JavaScript << /Names [(a) 30 0 R] >>"
        " /EmbeddedFiles << /Names [(evil.sh) 31 0 R] >> >>",
    )
    document = read_pdf(content, "a.pdf")
    assert (document.text, document.problems, dict(document.pictures)) == ("潮水", (), {})
    assert list(tmp_path.iterdir()) == []


# Fonts that lie, or lack what a font must have: the objects that differ from those of a good one.
FONTS: dict[str, dict[int, str | bytes]] = {
    "nothing": {10: "<< >>"},
    "a number": {10: "7"},
    "itself": {10: "10 0 R"},
    "no descendant": {10: "<< /Type /Font /Subtype /Type0 /Encoding /Identity-H >>"},
    "a descendant that is itself": {
        10: "<< /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [10 0 R] >>"
    },
    "an encoding of another name": font(encoding="/../../etc/passwd"),
    "no encoding": font(encoding="null"),
    "widths that are none": font(more="/W [1 [/a (b) null] 2 3 /c 7 99999999999 500] /DW /x"),
    "a map of nonsense": font(cmap=b"beginbfrange <00> <FFFFFFFF> <0041> <> <> <> <05> [ endbfrange"),
    "a map without end": font(cmap=b"1 beginbfrange <0000> <FFFFFFFFFFFFFFFF> [<0041>"),
    "a simple font with widths of nonsense": {
        10: "<< /Subtype /Type1 /BaseFont /A /FirstChar (x) /LastChar -1 /Widths [/a] /Encoding 7 >>"
    },
    "a drawn font without a box": {10: "<< /Subtype /Type3 /FontMatrix [0 0 0 0 0 0] >>"},
}


@pytest.mark.parametrize("objects", FONTS.values(), ids=FONTS)
def test_fonts_that_lie(objects: dict[int, str | bytes]) -> None:
    content = made_pdf(at(50, 600, "潮水"), objects=objects)
    assert len("".join(texts(content))) in (2, 4)  # characters, or bytes, known or unknown


# What stands in a page · what is read of it.
CONTENTS: dict[str, tuple[str, list[str]]] = {
    "operators without operands": ("Tf Tj TJ Td Tm cm re Do gs BDC " + at(50, 600, "潮"), ["潮"]),
    "operands of other kinds": (
        "(a) 1 Tf /F /F Tf [ ] Td << >> Tm 1 2 3 4 5 (x) cm " + at(50, 600, "潮"),
        ["潮"],
    ),
    "too many restored": ("Q Q Q " + at(50, 600, "潮"), ["潮"]),
    "ends that begin nothing": ("EMC EMC ET ] >> ) } " + at(50, 600, "潮"), ["潮"]),
    "what begins and does not end": (at(50, 600, "潮") + "q BT [ << [ (abc", ["潮"]),
    "odd numbers": ("BT /F 10 Tf --1 0 0 -1 +5.5.5 0-0 Td 50 600 Td <6f6e> Tj ET", ["潮"]),
    "an infinite place": (f"1 0 0 1 {'9' * 400} 0 cm " + at(50, 600, "潮"), ["潮"]),
    "no width": ("0 0 0 0 0 0 cm " + at(50, 600, "潮"), ["潮"]),
    "strings with signs": (r"BT /F 10 Tf 50 600 Td (\157n(\154)\8\)\\) Tj ET", ["潮"]),
    "a picture within": ("BI /W 1 /H 1 /BPC 8 /CS /G ID \x01 EI " + at(50, 600, "潮"), ["潮"]),
}


@pytest.mark.parametrize(("content", "expected"), CONTENTS.values(), ids=CONTENTS)
def test_instructions_that_are_wrong(content: str, expected: list[str]) -> None:
    assert [text[:1] for text in texts(made_pdf(content))] == expected


def read_if_possible(content: bytes) -> None:
    """Read what may be damaged: it is refused in one sentence, or read."""
    try:
        document = read_pdf(content, "a.pdf")
    except DuiduError:
        return
    assert "\n".join(line.text for line in all_lines(document)) == document.text
    assert all(problem.message for problem in document.problems)
    assert document.text.encode()  # no half of a character


FILES = (GOOD, RICH, encrypted("RC4-128", ""))
WORDS = [b"0", b"-1", b"99999999999", b"null", b"<<", b">>", b"[", b"]", b"(", b"obj", b"endobj", b"stream"]
WORDS += [b"R", b"/Kids", b"/Length", b"/Filter", b"/Prev", b"trailer", b"/Type /Pages", b"/FlateDecode"]


@settings(deadline=None, max_examples=200)
@given(st.sampled_from(FILES), st.randoms(use_true_random=False))
def test_damaged_files(whole: bytes, chance: random.Random) -> None:
    content = bytearray(whole)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(content))
        kind = chance.randrange(4)
        if kind == 0:
            content[place] = chance.randrange(256)
        elif kind == 1:
            del content[place : place + chance.randint(1, 60)]
        elif kind == 2:
            content[place:place] = chance.choice(WORDS) + b" "
        else:
            other = chance.randrange(len(content))
            content[place : place + 40] = content[other : other + 40]
    read_if_possible(bytes(content))


@settings(deadline=None, max_examples=100)
@given(st.sampled_from(FILES), st.floats(0, 1))
def test_files_that_end_early(whole: bytes, share: float) -> None:
    read_if_possible(whole[: int(len(whole) * share)])


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=300))
def test_pages_of_noise(content: bytes) -> None:
    read_if_possible(made_pdf("", objects={101: stream(content)}))


# A font that has each character of a hundred Unicodes.
GROUPS = struct.pack(">III", 0, 0xFFFFFFFF, 0) * 100
CMAP = struct.pack(">HHHHIHHIII", 0, 1, 3, 10, 12, 12, 0, 16 + len(GROUPS), 0, 100) + GROUPS
TRUE_TYPE = b"\0\1\0\0" + struct.pack(">HHHH4sIII", 1, 0, 0, 0, b"cmap", 0, 28, len(CMAP)) + CMAP
TRUE_TYPE_FONT: dict[int, str | bytes] = {
    **font(to_unicode=""),
    12: "<< /Type /FontDescriptor /FontName /A /FontFile2 30 0 R >>",
    30: stream(TRUE_TYPE),
}


# Files that would take hours to read, if what they say were done: each is read, or refused, in seconds.
ENDLESS: dict[str, Callable[[], bytes]] = {
    "widths": lambda: made_pdf(at(50, 600, "潮"), objects=font(more=f"/W [{'0 65535 5 ' * 20_000}]")),
    "sections of a map that do not end": lambda: made_pdf(
        at(50, 600, "潮"), objects={13: stream(b"beginbfchar " * 300_000, packed=True)}
    ),
    "parts that do not end": lambda: b"%PDF-1.7\n" + b"1 0 obj << /A [ \n" * 20_000,
    "streams that do not end": lambda: b"%PDF-1.7\n" + b"1 0 obj << /Length 5 >> stream\n" * 20_000,
    "labels in a ring": lambda: made_pdf(
        at(50, 600, "潮"), objects={30: f"<< /Kids [{'30 0 R ' * 500}] >>"}, catalog="/PageLabels 30 0 R"
    ),
    "tags in a ring": lambda: made_pdf(
        at(50, 600, "潮"),
        objects={30: "<< /K 31 0 R >>", 31: f"<< /S /P /K [{'<< /S /P /K 31 0 R >> ' * 500}] >>"},
        catalog="/StructTreeRoot 30 0 R",
    ),
    "a font of too many characters": lambda: made_pdf(at(50, 600, "潮"), objects=TRUE_TYPE_FONT),
    "arrays in arrays": lambda: made_pdf("[ " * 300_000 + at(50, 600, "潮")),
    "pictures over one another": lambda: made_pdf(
        "q 500 0 0 700 0 0 cm /P Do Q " * 5_000 + at(50, 600, "潮") * 500,
        objects={30: PICTURE},
        resources="/XObject << /P 30 0 R >>",
    ),
}


@pytest.mark.parametrize("make", ENDLESS.values(), ids=ENDLESS)
def test_what_would_never_end(make: Callable[[], bytes]) -> None:
    read_if_possible(make())
