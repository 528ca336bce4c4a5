"""An article as EPUB 3: `epub_files`. The tree as XHTML is in `xhtml_inlines` and `xhtml_blocks`."""

from __future__ import annotations

from duidu.publish.epub.book import epub_files

__all__ = ["epub_files"]
