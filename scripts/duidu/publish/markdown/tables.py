"""Tables and figures as Markdown."""

from __future__ import annotations

from urllib.parse import quote

from duidu.publish import tree
from duidu.publish.escape import block_attribute, listed_attribute
from duidu.publish.markdown.context import Context
from duidu.publish.markdown.inlines import inline
from duidu.publish.markdown.paragraphs import paragraphs_in, permalink

_HIGHEST = 640  # pixels, so that windows and sheets of paper hold it


def table(node: tree.Table, context: Context) -> str:
    """A table in a box of its own: where that is too narrow it scrolls, by the keyboard too."""
    inside = context.inside()
    caption = _caption(node.id, node.caption, context.words.link_to_table, inside)
    name = block_attribute(tree.plain(node.caption).strip() or context.words.table)
    rows = "".join(
        f'<{part} markdown="block">\n{"".join(_row(row, part, inside) for row in rows)}</{part}>\n'
        for part, rows in (("thead", node.head), ("tbody", node.body))
        if rows
    )
    return (
        f'<figure class="table" {context.tag_attributes(node.id)} markdown="block">\n{caption}'
        f'<div class="table-scroll" role="group" tabindex="0" aria-label="{name}" markdown="block">\n'
        f'<table class="cells" markdown="block">\n{rows}</table>\n</div>\n</figure>\n'
    )


def _caption(anchor: str, content: tree.Content, label: str, context: Context) -> str:
    if not content:
        return ""
    line = inline(content, context) + permalink(anchor, label, context)
    return f'<figcaption markdown="span">{line}</figcaption>\n'


def _row(row: tree.Row, part: str, context: Context) -> str:
    cells = "".join(_cell(cell, part, context) for cell in row)
    return f'<tr markdown="block">\n{cells}</tr>\n'


def _cell(cell: tree.Cell, part: str, context: Context) -> str:
    """A cell: the headers of the table's head are those of columns, all others of rows."""
    tag = "th" if cell.header else "td"
    attributes = context.tag_attributes(cell.id)
    if cell.header:
        attributes += f' scope="{"col" if part == "thead" else "row"}"'
    spans = {"colspan": cell.columns, "rowspan": cell.rows}
    attributes += "".join(f' {name}="{count}"' for name, count in spans.items() if count > 1)
    if len(cell.paragraphs) < 2:
        line = "".join(inline(content, context) for content in cell.paragraphs)
        return f'<{tag} {attributes} markdown="span">{line}</{tag}>\n'
    body = paragraphs_in(cell.id, cell.paragraphs, context)
    return f'<{tag} {attributes} markdown="block">\n{body}</{tag}>\n'


def figure(node: tree.Figure, context: Context) -> str:
    """A picture over its caption. It leads to its own file, where it can be seen as large as it is."""
    path = context.pictures + quote(node.file)
    said = listed_attribute(node.description or tree.plain(node.caption).strip() or context.words.figure)
    caption = _caption(node.id, node.caption, context.words.link_to_figure, context.inside())
    return (
        f'<figure class="picture" {context.tag_attributes(node.id)} markdown="block">\n'
        f'[![]({path}){{alt="{said}"{_size(node)}}}]({path})\n\n{caption}</figure>\n'
    )


def _size(node: tree.Figure) -> str:
    """The attributes that keep the room of a picture until it is there; a high one is shown smaller."""
    width, height = node.size
    if not width:
        return ""
    scale = min(1.0, _HIGHEST / height)
    return f' width="{max(1, round(width * scale))}" height="{max(1, round(height * scale))}"'
