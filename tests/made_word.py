"""Makes small Word documents: a body as XML, and whatever other parts a test needs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

OFFICE = "http://schemas.openxmlformats.org/"
NAMESPACES = {
    "w": OFFICE + "wordprocessingml/2006/main",
    "r": OFFICE + "officeDocument/2006/relationships",
    "m": OFFICE + "officeDocument/2006/math",
    "a": OFFICE + "drawingml/2006/main",
    "wp": OFFICE + "drawingml/2006/wordprocessingDrawing",
    "pic": OFFICE + "drawingml/2006/picture",
    "c": OFFICE + "drawingml/2006/chart",
    "mc": OFFICE + "markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
RELATIONSHIPS = OFFICE + "officeDocument/2006/relationships/"

PNG = b"\x89PNG\r\n\x1a\n" + bytes(24)
JPEG = b"\xff\xd8\xff\xe0" + bytes(24)
GIF = b"GIF89a" + bytes(24)
EMF = b"\x01\x00\x00\x00" + bytes(40)
WMF = b"\xd7\xcd\xc6\x9a" + bytes(40)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>'


def t(text: str) -> str:
    """Words, with their spaces."""
    return f'<w:t xml:space="preserve">{text}</w:t>'


def r(content: str, properties: str = "") -> str:
    """A run. What is no XML is words."""
    content = content if content.startswith("<") else t(content)
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{content}</w:r>"


def p(content: str = "", properties: str = "") -> str:
    """A paragraph. What is no XML is words."""
    content = r(content) if content and not content.startswith("<") else content
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def styled(style: str, content: str, properties: str = "") -> str:
    """A paragraph with a style."""
    return p(content, f'<w:pStyle w:val="{style}"/>{properties}')


def style(
    key: str, content: str = "", *, kind: str = "paragraph", name: str = "", default: bool = False
) -> str:
    """A style, named as its id if not otherwise."""
    head = f'w:type="{kind}" w:styleId="{key}"' + (' w:default="1"' if default else "")
    return f'<w:style {head}><w:name w:val="{name or key}"/>{content}</w:style>'


def call(key: int, kind: str = "footnote") -> str:
    """A run that calls a note."""
    return r(f'<w:{kind}Reference w:id="{key}"/>')


def note(key: int, *paragraphs: str, kind: str = "footnote") -> str:
    """A note; its first paragraph begins with its number."""
    first, *others = paragraphs
    content = r(f"<w:{kind}Ref/>") + (r(first) if not first.startswith("<") else first)
    return f'<w:{kind} w:id="{key}">{p(content)}{"".join(map(p, others))}</w:{kind}>'


def field(instruction: str, result: str) -> str:
    """A complex field."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        f"{mark.format('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f"{mark.format('separate')}{result}{mark.format('end')}"
    )


def row(*cells: str, properties: str = "") -> str:
    """A row of a table. A cell that is no XML is words."""
    made = "".join(cell if cell.startswith("<w:tc>") else f"<w:tc>{p(cell)}</w:tc>" for cell in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{made}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    """A cell of a table. What is no XML is words."""
    content = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def table(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def picture(key: str, description: str = "", inside: str = "") -> str:
    """A run with a picture."""
    return r(
        f'<w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{description}"/><a:graphic><a:graphicData>'
        f'<pic:pic><pic:blipFill><a:blip r:embed="{key}">{inside}</a:blip></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def box(*paragraphs: str) -> str:
    """A run with a text box, as Word writes it: in the new form and, for old programs, in the old one."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    new = (
        "<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>"
        f"<wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    old = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    return r(either(new, old))


def either(choice: str, fallback: str) -> str:
    """Two forms of the same, of which one is to be read."""
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def xml(root: str, content: str) -> str:
    """A part whose root element is `root`."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_DECLARED}>{content}</w:{root}>'


def relationships(*found: tuple[str, str, str, bool]) -> str:
    """A part with relationships: id, kind, target, and whether it is external."""
    mode = ("", ' TargetMode="External"')
    inside = "".join(
        f'<Relationship Id="{key}" Type="{RELATIONSHIPS}{kind}" Target="{target}"{mode[external]}/>'
        for key, kind, target, external in found
    )
    return f'<Relationships xmlns="{OFFICE}package/2006/relationships">{inside}</Relationships>'


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive, the same for the same parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
}


def word_parts(
    body: str,
    *,
    headers: Iterable[str] = (),
    footers: Iterable[str] = (),
    links: Mapping[str, str] | None = None,
    media: Mapping[str, bytes] | None = None,
    linked_pictures: Mapping[str, str] | None = None,
    main_type: str = MAIN_TYPE,
    **contents: str,
) -> dict[str, str | bytes]:
    """The parts of a document: its body, and the contents of other parts by name (`styles`, `footnotes`).

    `links` are addresses by relationship id, `media` contents of pictures by the name of their part; the id
    of a picture's relationship is that name.
    """
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{OFFICE}package/2006/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="{main_type}"/></Types>',
        "_rels/.rels": relationships(("rId1", "officeDocument", "word/document.xml", False)),
        "word/document.xml": xml("document", f"<w:body>{body}</w:body>"),
    }
    found = [(key, "hyperlink", address, True) for key, address in (links or {}).items()]
    found += [(key, "image", address, True) for key, address in (linked_pictures or {}).items()]
    for name, content in contents.items():
        parts[f"word/{name}.xml"] = xml(_ROOTS[name], content)
        found.append((name, name, f"{name}.xml", False))
    for kind, all_of in (("header", headers), ("footer", footers)):
        for count, content in enumerate(all_of, start=1):
            parts[f"word/{kind}{count}.xml"] = xml("hdr" if kind == "header" else "ftr", content)
            found.append((f"{kind}{count}", kind, f"{kind}{count}.xml", False))
    for name, data in (media or {}).items():
        parts[f"word/media/{name}"] = data
        found.append((name, "image", f"media/{name}", False))
    parts["word/_rels/document.xml.rels"] = relationships(*found)
    return parts


def made_word(body: str, **options: object) -> bytes:
    """A Word document; `options` are those of `word_parts`."""
    return archive(word_parts(body, **options))  # type: ignore[arg-type]
