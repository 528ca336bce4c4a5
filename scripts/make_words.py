"""Writes the words that the theme needs into files of its own: `python scripts/make_words.py`.

The words of each language are written in one module of `duidu/publish/words/`. Templates and scripts cannot
read it, and are copied into the site as they are; so they have files made of it, which are committed, and
which the tests compare with it.

A script's file has all languages. It is small, and no page loads it before a script has something to say to
the reader. The search has a file of its own, since what its first result costs is counted in single KB.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from duidu.publish.words import WORDS

THEME = Path(__file__).parent / "duidu" / "theme"

IN_TEMPLATES = (
    "script", "home", "parallel", "skip", "navigation", "select_language", "reading_settings",
    "search", "search_placeholder", "search_part", "search_all", "body", "notes",
    "issue", "search_all_issues", "search_more", "search_retry", "close",
    "hits", "previous_hit", "next_hit", "clear_hits",
    "other_articles", "this_issue", "previous_article", "next_article", "new_articles",
    "lost", "lost_text", "lost_home", "lost_search",
)  # fmt: skip
IN_SCRIPTS = {
    "assets/words.js": (
        "colon", "semicolon", "note", "close", "places_in_all",
        "reading_settings", "settings", "sample", "reset",
        "copy", "copy_named", "copy_quotation", "copied", "copy_failed",
        "mark", "report", "report_title", "report_text", "marks",
        "offer", "offer_link", "resume", "resume_section", "resume_page", "dismiss",
        "keys", "keys_listed", "keys_of_text", "keys_vertical",
        "show_originals", "original",
    ),
    "assets/reader/marks/markwords.js": (
        "colon", "close", "mark", "marks", "marks_where", "marks_none",
        "mark_colour", "mark_colours", "mark_note", "mark_edit",
        "mark_done", "mark_delete", "mark_delete_sure", "marks_delete_all", "marks_delete_sure",
        "marks_lost", "marks_lost_text", "marks_export", "marks_export_failed",
        "marks_import", "marks_imported", "marks_refused", "marks_unkept",
    ),
    "assets/search/searchwords.js": (
        "semicolon", "page", "note", "title", "heading", "author", "abstract", "keywords", "body", "hit",
        "search_loading", "search_failed", "found", "found_at_most", "found_nothing",
        "found_scattered", "found_scattered_at_most", "scattered",
    ),
    "assets/search/insteadwords.js": (
        "page", "instead_ask", "instead_go", "instead_count", "instead_at_most",
        "other_name", "other_spelling", "shorter", "go",
    ),
}  # fmt: skip

SOURCE = "Made by scripts/make_words.py of the words in scripts/duidu/publish/words/"
TEMPLATE = """\
{#- %s. -#}
{%% set WORDS = %s %%}
"""
SCRIPT = """\
/**
 * The words of the interface. %s.
 *
 * @typedef {typeof TRADITIONAL} Words
 */

const TRADITIONAL = %s;

/** @type {Words} */
const SIMPLIFIED = %s;

/** @type {Words} */
const ENGLISH = %s;

/** @type {Record<string, Words>} */
export const WORDS = { "zh-Hant": TRADITIONAL, "zh-Hans": SIMPLIFIED, en: ENGLISH };

/** Those of the page's language. */
export const words = WORDS[document.documentElement.lang] ?? TRADITIONAL;
"""


def main() -> None:
    """Write them."""
    for path, content in theme_files().items():
        Path(THEME, path).write_text(content, "utf-8")


def theme_files() -> dict[str, str]:
    """The files with words, by their paths in the theme."""
    template = _json({language: _chosen(language, IN_TEMPLATES) for language in WORDS})
    return {
        "partials/words.html": TEMPLATE % (SOURCE, template),
        **{path: _script(names) for path, names in IN_SCRIPTS.items()},
    }


def _script(names: Sequence[str]) -> str:
    words = ({_camel(name): word for name, word in _chosen(language, names).items()} for language in WORDS)
    return SCRIPT % (SOURCE, *map(_json, words))


def _chosen(language: str, names: Iterable[str]) -> dict[str, object]:
    """The words in `language` that have these names."""
    words = asdict(WORDS[language])
    return {name: words[name] for name in names}


def _camel(name: str) -> str:
    """`name` as names are written in JavaScript."""
    return re.sub("_(.)", lambda match: match[1].upper(), name)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


if __name__ == "__main__":
    main()
