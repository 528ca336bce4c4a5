"""What the site has words for, in the order in which its pages use them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from duidu.reasons import Cause


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one language, in the order in which the pages use them."""

    # Every page
    comma: str
    colon: str
    title_marks: str  # those around the title of an article, and what they become inside of it

    # The home page
    home: str
    name: str
    site: str
    articles: str
    no_articles: str
    first_article: str  # Markdown

    # The page of all headings
    headings: str
    headings_lead: str

    # The reading page
    abstract: str
    keywords: str
    notes: str
    page: str
    back: str
    table: str
    figure: str
    references: str
    english: str
    reading_time: str
    hours: str
    minutes: str
    previous_section: str
    next_section: str
    go_to_page: str
    no_such_page: str
    no_page_number: str

    # Quoting and citing
    link_to_article: str
    link_to_section: str
    link_to_paragraph: str
    link_to_table: str
    link_to_figure: str
    cite: str
    cite_files: str
    cite_brackets: str
    cite_numbers: str
    cite_rights: str
    cite_title_en: str
    cite_missing: str
    cite_journal: str
    cite_year: str
    cite_volume: str

    # Side by side
    parallel: str
    parallel_lead: str

    # The list of conversions
    conversions: str
    conversions_lead: str
    conversions_kinds: str
    conversions_none: str
    by_character: str
    by_phrase: str
    by_override: str
    converted: str
    converted_others: str
    in_text: str
    in_note: str
    in_front: str

    # Works cited, and references in the notes
    works: str
    works_lead: str
    works_chinese: str
    works_latin: str
    cited_in: str
    may_mean: str
    or_: str

    # The index of names and terms, and the places in all lists
    terms: str
    terms_lead: str
    terms_strokes: str
    terms_other: str
    also_at: str
    in_title: str
    semicolon: str
    times: str

    # The timeline
    timeline: str
    timeline_lead: str
    timeline_overview: str
    dates_count: str
    decade: str
    century: str
    century_bc: str
    in_years: str
    year_bc: str

    # About the text
    about: str
    about_lead: str
    source_file: str
    accounting: str
    accounting_text: str
    pages: str
    pages_text: str
    pages_seen: str
    pages_inferred: str
    set_aside: str
    set_aside_text: str
    set_aside_group: str
    moves: str
    moves_text: str
    move: str
    corrections: str
    corrections_text: str
    list_all: str
    line_number: str
    line: str
    lines: str
    in_source: str
    on_page: str
    reason: str
    text: str
    reasons: Mapping[Cause, str]
