"""Tables and figures as XHTML."""

from __future__ import annotations

from duidu.publish import tree
from duidu.publish.epub.xhtml_context import BookContext
from duidu.publish.epub.xhtml_inlines import inline
from duidu.publish.xml_text import xml_text


def table(node: tree.Table, context: BookContext) -> str:
    """A table under its caption."""
    inside = context.inside()
    caption = f"<caption>{inline(node.caption, inside)}</caption>\n" if node.caption else ""
    parts = "".join(
        f"<{part}>\n{''.join(_row(row, part, inside) for row in rows)}</{part}>\n"
        for part, rows in (("thead", node.head), ("tbody", node.body))
        if rows
    )
    return f"<table{context.attributes(node.id)}>\n{caption}{parts}</table>\n"


def _row(row: tree.Row, part: str, context: BookContext) -> str:
    return f"<tr>{''.join(_cell(cell, part, context) for cell in row)}</tr>\n"


def _cell(cell: tree.Cell, part: str, context: BookContext) -> str:
    """A cell: the headers of the table's head are those of columns, all others of rows."""
    tag = "th" if cell.header else "td"
    attributes = context.attributes(cell.id)
    if cell.header:
        attributes += f' scope="{"col" if part == "thead" else "row"}"'
    spans = {"colspan": cell.columns, "rowspan": cell.rows}
    attributes += "".join(f' {name}="{count}"' for name, count in spans.items() if count > 1)
    body = "<br/>".join(inline(content, context) for content in cell.paragraphs)
    return f"<{tag}{attributes}>{body}</{tag}>"


def figure(node: tree.Figure, context: BookContext) -> str:
    """A picture over its caption; a picture that is missing is told by its description."""
    inside = context.inside()
    said = xml_text(node.description or tree.plain(node.caption).strip() or context.words.figure)
    picture = ""
    if context.ids:
        source = context.pictures.get(node.file)
        picture = f'<img src="{source}" alt="{said}"/>\n' if source else f'<p class="missing">{said}</p>\n'
    caption = f"<figcaption>{inline(node.caption, inside)}</figcaption>\n" if node.caption else ""
    return (
        f"<figure{context.attributes(node.id)}>\n{picture}{caption}</figure>\n" if picture + caption else ""
    )
