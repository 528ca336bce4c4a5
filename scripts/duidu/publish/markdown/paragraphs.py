"""Paragraphs as Markdown, alone and inside of other blocks, and the links of blocks to themselves."""

from __future__ import annotations

from duidu.publish import tree
from duidu.publish.markdown.context import Context
from duidu.publish.markdown.inlines import inline


def paragraph(node: tree.Paragraph, context: Context) -> str:
    """A paragraph that stands alone."""
    line = inline(node.content, context) + permalink(node.id, context.words.link_to_paragraph, context)
    return f"{line}\n{{{context.attributes(node.id)}}}\n"


def paragraphs_in(
    anchor: str, paragraphs: tree.Paragraphs, context: Context, *, before: str = "", after: str = ""
) -> str:
    """The paragraphs of the block `anchor`, which bears its own id, with Markdown before the first and after
    the last.

    Those that are not the first have ids of their own, for a place in one of them to be found again.
    """
    lines = [inline(content, context) for content in paragraphs] or [""]
    lines[0] = before + lines[0]
    lines[-1] += after
    for place in range(1, len(lines)):
        lines[place] += f"\n{{{context.attributes(f'{anchor}-p{place + 1}')}}}" if lines[place] else ""
    return "\n".join(f"{line}\n" for line in lines if line)


def permalink(anchor: str, label: str, context: Context) -> str:
    """The link of a block to itself, after its text; none in a twin.

    Empty: quoting.css shows its sign, so that it is no text. As HTML, since after an exclamation mark
    Markdown would read an image.
    """
    return f'<a class="permalink" href="#{anchor}" aria-label="{label}"></a>' if context.ids else ""
