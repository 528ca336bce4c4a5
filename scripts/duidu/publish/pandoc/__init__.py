"""An article as Markdown that others use, and pandoc reads: `markdown_files`.

That of the site's own pages is in `publish.markdown`: it is made for the site's builder, and has HTML.
"""

from __future__ import annotations

from duidu.publish.pandoc.pandoc_file import markdown_files

__all__ = ["markdown_files"]
