"""Word documents: pictures, and what stands in drawings beside them."""

from __future__ import annotations

import pytest

from duidu.sources.document import Document, Picture
from duidu.sources.picture_size import picture_size
from made_word import EMF, GIF, JPEG, PNG, SVG, WMF, box, either, p, picture, r
from reading_word import aside, codes, document, found, paragraphs, shown

VECTOR = '<a:extLst><a:ext><asvg:svgBlip r:embed="image2.svg"/></a:ext></a:extLst>'


def reading(body: str, **media: bytes) -> Document:
    """A document with pictures; `image1_png` stands for `image1.png`."""
    return document(body, media={name.replace("_", "."): content for name, content in media.items()})


@pytest.mark.parametrize(
    ("name", "content", "kept"),
    [
        ("image1.png", PNG, "image1.png"),
        ("image1.jpeg", JPEG, "image1.jpg"),
        ("image1.gif", GIF, "image1.gif"),
        ("image1.svg", SVG, "image1.svg"),
        # The content says what it is, and the name is one that may be part of an address.
        ("image1.emf", PNG, "image1.png"),
        ("圖 一.png", PNG, "picture.png"),
        ("a b(1).png", PNG, "a-b-1.png"),
    ],
)
def test_pictures_are_kept_as_they_are(name: str, content: bytes, kept: str) -> None:
    read = document(p(r("潮") + picture(name) + r("水")), media={name: content})
    assert shown(read) == [f"潮{{{kept}}}水"]
    assert read.pictures == {kept: content}


def test_a_picture_is_kept_once() -> None:
    read = reading(p(picture("image1.png")) + p(picture("image1.png")), image1_png=PNG)
    assert shown(read) == ["{image1.png}", "{image1.png}"]
    assert read.pictures == {"image1.png": PNG}


def test_pictures_of_one_name_are_told_apart() -> None:
    body, first, second = p(picture("Image1.png") + picture("sub/image1.png")), "Image1.png", "sub/image1.png"
    assert list(document(body, media={first: PNG, second: GIF}).pictures) == [first, "image1.gif"]
    assert list(document(body, media={first: PNG, second: PNG}).pictures) == [first, "image1-2.png"]


@pytest.mark.parametrize(
    ("said", "description"),
    [
        ("潮水 漲落", "潮水 漲落"),
        ("潮水&#10;漲落", "潮水 漲落"),
        ("C:\\Users\\a\\b c.jpg", ""),
        ("IMG_0001.JPG", ""),
    ],
)
def test_what_the_author_says_is_on_it(said: str, description: str) -> None:
    read = reading(p(picture("image1.png", said)), image1_png=PNG)
    (paragraph,) = paragraphs(read.elements)
    assert paragraph.inlines == (Picture("image1.png", description, picture_size(PNG)),)


def test_pictures_in_old_documents() -> None:
    old = r('<w:pict><v:shape alt="潮水"><v:imagedata r:id="image1.png"/></v:shape></w:pict>')
    assert shown(reading(p(old), image1_png=PNG)) == ["{image1.png 潮水}"]


def test_a_picture_in_two_forms_is_shown_once() -> None:
    new, old = picture("image1.png"), r('<w:pict><v:imagedata r:id="image1.png"/></w:pict>')
    both = r(either(new[5:-6], old[5:-6]))
    assert shown(reading(p(both), image1_png=PNG)) == ["{image1.png}"]


def test_svg_is_preferred() -> None:
    read = reading(p(picture("image1.png", inside=VECTOR)), image1_png=PNG, image2_svg=SVG)
    assert shown(read) == ["{image2.svg}"]
    assert list(read.pictures) == ["image2.svg"]


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<path onclick="alert(1)"/>',
        '<image href="https://example.org/a.png"/>',
        '<image xmlns:x="http://www.w3.org/1999/xlink" x:href="../a.png"/>',
        "<style>@import url(a.css)</style>",
        '<path style="fill: url(https://example.org/a)"/>',
        "<foreignObject/>",
        "<unclosed>",
    ],
)
def test_svg_that_runs_or_loads_something_is_not_taken(inside: str) -> None:
    bad = SVG.replace(b"<path", inside.encode() + b"<path")
    read = reading(p(picture("image1.png", inside=VECTOR)), image1_png=PNG, image2_svg=bad)
    assert shown(read) == ["{image1.png}"]
    alone = reading(p(picture("image1.svg")), image1_svg=bad)
    assert (alone.pictures, codes(alone)) == ({}, ["picture-format"])


@pytest.mark.parametrize(("content", "kind"), [(EMF, "EMF"), (WMF, "WMF"), (b"BM123", "BMP"), (b"", "other")])
def test_formats_that_browsers_cannot_show(content: bytes, kind: str) -> None:
    read = reading(p("潮") + p(picture("a.x")) + p(picture("b.x")), a_x=content, b_x=content)
    assert shown(read) == ["潮", "", ""]
    assert read.pictures == {}
    assert found(read) == [
        f"a.docx:2: warning: pictures in a format that browsers cannot show ({kind}): 2, here the first;"
        " expected PNG, JPEG, GIF or SVG (they are left out) [picture-format]"
    ]


def test_pictures_that_are_linked_to_are_never_loaded() -> None:
    linked = picture("far").replace("r:embed", "r:link")
    read = document(p(r("潮") + linked), linked_pictures={"far": "https://example.org/a.png"})
    assert shown(read) == ["潮"]
    assert found(read) == [
        "a.docx:1: warning: pictures that are not in the file but linked to: 1, here the first; expected them"
        " in the file (they are left out) [picture-linked]"
    ]


def test_pictures_that_are_not_there() -> None:
    assert found(document(p(picture("none")))) == [
        "a.docx:1: warning: pictures that are not in the file: 1, here the first; expected them in it"
        " [picture-missing]"
    ]


@pytest.mark.parametrize(
    ("drawing", "kind"),
    [
        ("<w:drawing><a:graphic><a:graphicData><c:chart/></a:graphicData></a:graphic></w:drawing>", "chart"),
        ("<w:pict><v:shape><v:textpath string='草稿'/></v:shape></w:pict>", "WordArt"),
        ("<w:object><o:OLEObject/></w:object>", "embedded object"),
    ],
)
def test_what_is_drawn_and_not_read(drawing: str, kind: str) -> None:
    read = document(p(r("潮") + r(drawing)))
    assert shown(read) == ["潮"]
    assert found(read) == [
        f"a.docx:1: warning: objects that are not read ({kind}): 1, here the first; expected pictures (they"
        " are left out) [objects]"
    ]


def test_an_object_is_shown_by_its_picture() -> None:
    both = r('<w:object><v:shape><v:imagedata r:id="image1.png"/></v:shape><o:OLEObject/></w:object>')
    read = reading(p(both), image1_png=PNG)
    assert (shown(read), codes(read)) == (["{image1.png}"], [])


def test_text_boxes_are_read_once_after_the_paragraph_that_they_stand_beside() -> None:
    read = document(p(r("潮") + box(p("框一"), p("框二")) + r("水")) + p("後"))
    assert shown(read) == ["潮水", "框一", "框二", "後"]
    assert [paragraph.boxed for paragraph in paragraphs(read.elements)] == [False, True, True, False]
    assert read.lines == ("潮水", "框一", "框二", "後")
    assert found(read) == [
        "a.docx:2: warning: text boxes: 1, here the first; expected none (each is read after the paragraph"
        " that it stands beside) [text-boxes]"
    ]


def test_a_box_in_a_box_and_one_without_words() -> None:
    read = document(p(box(p(r("外") + box(p("內")))) + box(p())))
    assert shown(read) == ["", "外", "內", ""]
    assert [str(problem.details[0][1]) for problem in read.problems] == ["2"]


def test_a_shape_without_a_picture_is_none() -> None:
    assert codes(document(p(r('<w:pict><v:rect><v:imagedata o:title=""/></v:rect></w:pict>')))) == []


def test_what_is_drawn_in_what_is_not_shown_is_not_shown() -> None:
    read = reading(p(r("潮") + f"<w:del>{picture('image1.png')}{box(p('框'))}</w:del>"), image1_png=PNG)
    assert shown(read) == ["潮"]
    assert read.pictures == {}
    assert aside(read) == [("框", "deleted")]
    assert codes(read) == ["tracked-deletions"]


def test_a_page_begins_in_no_text_box() -> None:
    recorded = r("<w:lastRenderedPageBreak/>")
    assert shown(document(p(r("潮") + box(p(r("框") + recorded + r("內")))) + p("後"))) == [
        "潮",
        "框內",
        "後",
    ]


def test_a_page_may_begin_with_a_picture() -> None:
    recorded = r("<w:lastRenderedPageBreak/>")
    read = reading(
        p("潮") + p(recorded + picture("a.emf")) + p(recorded + picture("b.png")), a_emf=EMF, b_png=PNG
    )
    assert shown(read) == ["潮", "{page}", "{page}{b.png}"]
