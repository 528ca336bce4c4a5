"""The frame of every XHTML file of a book."""

from __future__ import annotations

from duidu.publish.xml_text import xml_text


def xhtml_page(title: str, body: str, language: str, style: str = "") -> str:
    """The file called `title`, in `language`, with this `body`; `style` is the class of its body."""
    named = f' class="{style}"' if style else ""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'lang="{language}" xml:lang="{language}">\n<head>\n<title>{xml_text(title)}</title>\n'
        '<meta name="viewport" content="width=device-width"/>\n'
        f'<link rel="stylesheet" type="text/css" href="book.css"/>\n</head>\n<body{named}>\n{body}'
        "</body>\n</html>\n"
    )
