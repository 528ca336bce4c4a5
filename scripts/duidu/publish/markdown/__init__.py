"""The tree as Markdown: a small function for each type of node, in the tables `INLINES` and `BLOCKS`."""

from __future__ import annotations

from duidu.publish.markdown.blocks import back_link, note_item, notes_section, render
from duidu.publish.markdown.context import Context
from duidu.publish.markdown.inlines import inline
from duidu.publish.markdown.paragraphs import paragraphs_in

__all__ = ["Context", "back_link", "inline", "note_item", "notes_section", "paragraphs_in", "render"]
