"""Quotations, lists and bibliographies as Markdown."""

from __future__ import annotations

from math import ceil
from unicodedata import east_asian_width

from duidu.publish import tree
from duidu.publish.escape import attribute, escape
from duidu.publish.item_labels import space_after
from duidu.publish.markdown.context import Context
from duidu.publish.markdown.inlines import inline
from duidu.publish.markdown.paragraphs import paragraphs_in, permalink

_USUAL, _WIDEST = 2, 4  # ideographs by which items are indented: rich.css has a rule for each


def quotation(node: tree.Quotation, context: Context) -> str:
    """A quotation that is set off."""
    link = permalink(node.id, context.words.link_to_paragraph, context)
    body = paragraphs_in(node.id, node.paragraphs, context.inside(), after=link)
    return f'<blockquote {context.tag_attributes(node.id)} markdown="block">\n{body}</blockquote>\n'


def list_of(node: tree.List, context: Context) -> str:
    """A list, which shows the labels that the article has, and none of the browser's."""
    items = "".join(_item(item, context.inside()) for item in node.items)
    hang = min(max(_width(item.label) for item in node.items), _WIDEST)
    room = f' data-hang="{hang}"' if hang > _USUAL else ""
    # Browsers that take a list without signs for none are told that it is one.
    return f'<ul class="items" role="list"{room}{context.spoken} markdown="1">\n{items}</ul>\n'


def _width(label: str) -> int:
    """How much room a label takes, in ideographs; other characters take half of one."""
    return ceil(sum(1 if east_asian_width(character) in "WF" else 0.5 for character in label))


def _item(node: tree.ListItem, context: Context) -> str:
    link = permalink(node.id, context.words.link_to_paragraph, context)
    body = paragraphs_in(node.id, node.paragraphs, context, before=_label(node.label), after=link)
    inside = f"\n{list_of(tree.List(node.items), context)}" if node.items else ""
    return f'<li {context.tag_attributes(node.id)} markdown="block">\n{body}{inside}</li>\n'


def _label(label: str) -> str:
    """What is printed before an item: no part of its text, though it can be read and selected with it."""
    if not label:
        return ""
    return f'<span class="item-label">{escape(label)}</span>{space_after(label)}'


def references(node: tree.References, context: Context) -> str:
    """The entries of a bibliography. A twin is no landmark, since there may be only one of a name."""
    name = ("labelledby", node.heading) if node.heading else ("label", attribute(context.words.references))
    landmark = ' role="doc-bibliography" aria-{}="{}"'.format(*name) if context.ids else ""
    items = "".join(_reference(entry, context.inside()) for entry in node.entries)
    return (
        f'<section class="references"{landmark}{context.spoken} markdown="1">\n'
        f'<ul role="list" markdown="1">\n{items}</ul>\n</section>\n'
    )


def _reference(node: tree.Reference, context: Context) -> str:
    line = inline(node.content, context) + permalink(node.id, context.words.link_to_paragraph, context)
    return f'<li {context.tag_attributes(node.id)} markdown="block">\n{line}\n</li>\n'
