"""No words for readers are written outside of duidu/publish/words/.

What is read here are the two places that write for readers: `publish/` and the theme. Other Chinese in the
program is what its rules look for. What a site is called, in `mkdocs.yml` and the theme's manifest, is for
each project to say.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html import unescape

import pytest

from duidu.look import THEME
from rendering import ROOT

ALLOWED = {
    "publish/citing/affiliation_parts.py": "titles of persons, by which these are told from where they are",
    "publish/citing/gbt7714.py": "what the standard writes",
    "publish/citing/reference_styles.py": "what reference styles write, wherever they are used",
    "theme/assets/reader/marks/drawer.js": "names of formats",
    "theme/assets/reader/marks/markwords.js": "made of the words",
    "theme/assets/search/insteadwords.js": "made of the words",
    "theme/assets/search/otherwise.js": "particles, with which no question begins",
    "theme/assets/search/references.js": "how readers write pages and notes",
    "theme/assets/words.js": "made of the words",
    "theme/assets/search/searchwords.js": "made of the words",
    "theme/partials/words.html": "made of the words",
}
# An ideograph, unless it is the end of a range of characters.
CHINESE = re.compile(r"(?<!-)[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff](?!-)")
# A word with a capital after a mark or before another word, or three words in a row.
ENGLISH = re.compile(r"^\W+[A-Z][a-z]+\W*$|\b[A-Z][a-z]+ [a-z]|\b[a-z]{2,} [a-z]+ [a-z]+")
MARKUP = re.compile(r"<[^>]*>|\{[^}]*\}")  # tags of HTML, attributes of Markdown
SHOWN_BY_SCRIPTS = re.compile(
    r"""(?:textContent|title|ariaLabel|ariaDescription|placeholder)\s*[:=]\s*["'`][^"'`$]*[A-Za-z]"""
    r"""|>[^<>$`]*\w[^<>$`]*</"""
)
SHOWN_BY_STYLES = re.compile(r"""content:\s*"[^"\\;]*\w""")
SPOKEN = re.compile(r"""(?:aria-label|title|placeholder|alt)="[^"]*\w[^"]*\"""")


def in_python(code: str) -> Iterator[str]:
    """Strings that have words besides markup, but no docstrings."""
    tree = list(ast.walk(ast.parse(code)))
    inner = {id(part) for node in tree if isinstance(node, ast.JoinedStr) for part in node.values}
    inner |= {id(node.value) for node in tree if isinstance(node, ast.Expr)}
    for node in tree:
        if isinstance(node, ast.JoinedStr):
            parts = (part.value if isinstance(part, ast.Constant) else "\0" for part in node.values)
            text = "".join(map(str, parts))
        else:
            text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
        bare = MARKUP.sub("", text)
        if id(node) not in inner and (CHINESE.search(bare) or ENGLISH.search(bare)):
            yield text


def in_script(code: str) -> Iterator[str]:
    """Chinese outside of comments, and what a script shows as it is written."""
    code = re.sub(r"/\*[\s\S]*?\*/|(?<![:\\\"'`])//.*", "", code)
    yield from (line for line in code.splitlines() if CHINESE.search(line))
    yield from SHOWN_BY_SCRIPTS.findall(code)


def in_template(code: str) -> Iterator[str]:
    """Chinese outside of comments, and what a template shows or has spoken as it is written."""
    code = re.sub(r"\{#.*?#\}", "", code, flags=re.DOTALL)
    yield from (line for line in code.splitlines() if CHINESE.search(line))
    html = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", code, flags=re.DOTALL)
    yield from SPOKEN.findall(html)
    yield from re.findall(r"\w+", unescape(MARKUP.sub("", html)))


def in_style(code: str) -> Iterator[str]:
    """What a style sheet adds to the text."""
    yield from SHOWN_BY_STYLES.findall(code)


READERS = {".py": in_python, ".js": in_script, ".html": in_template, ".xml": in_template, ".css": in_style}


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (".py", 'name = "Side by side"'),
        (".py", 'name = f"## {title} 註釋"'),
        (".py", 'name = "## Outline {#outline}"'),
        (".py", 'name = f"the notes of {article} cite"'),
        (".js", 'const CLOSE = "關閉";'),
        (".js", 'button.textContent = "Close";'),
        (".js", "box.innerHTML = `<b>Close</b>`;"),
        (".html", '<a aria-label="Search"></a>'),
        (".html", "<p>Nothing found</p>"),
        (".html", '{{ "關閉" if open }}'),
        (".css", 'a::after { content: "more"; }'),
    ],
)
def test_words_are_found(kind: str, code: str) -> None:
    assert list(READERS[kind](code)) != []


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (".py", '"""Words of the 註釋 in a docstring."""  # 註釋'),
        (".py", 'IDEOGRAPH = "[㐀-䶿一-鿿]"'),
        (".py", 'name = f\'<a class="{kind}" rel="noopener noreferrer">{words.close}</a>\''),
        (".js", "/** 註釋 */ button.textContent = words.close; // 註釋"),
        (".js", "box.innerHTML = `<a></a> <span>${name}</span>`;"),
        (".html", '{# 註釋 #}<a aria-label="{{ lang.words.search }}">{{ title }}</a>'),
        (".html", "{{ home }}&nbsp;· {{ search }}"),
        (".css", 'a::after { content: "\\2060" / ""; }'),
    ],
)
def test_what_is_no_word_for_readers_is_not_found(kind: str, code: str) -> None:
    assert list(READERS[kind](code)) == []


def test_no_words_are_written_elsewhere() -> None:
    found = {}
    for folder in (ROOT / "scripts" / "duidu" / "publish", THEME):
        for file in folder.rglob("*"):
            path = file.relative_to(folder.parent).as_posix()
            if file.suffix in READERS and not path.startswith("publish/words/"):
                found[path] = list(READERS[file.suffix](file.read_text("utf-8")))
    assert {path: words for path, words in found.items() if words and path not in ALLOWED} == {}
    assert [path for path in ALLOWED if not found[path]] == []
