"""Which words the site needs. Each language has a module that gives them all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from duidu.reasons import Cause


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting of the reader's. Its choices are by the values that scripts and style sheets give them."""

    name: str
    choices: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderSettings:
    """The reader's settings, in the order of the panel."""

    size: Setting
    leading: Setting
    face: Setting
    palette: Setting
    pages: Setting
    writing: Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one language, in the order in which readers meet them.

    Braces hold the place of what a page or a script fills in. Which of them the theme's templates and scripts
    use is said in `scripts/make_words.py`.
    """

    # Every page
    script: str  # what the language, or its script, is called in itself
    comma: str
    colon: str
    title_marks: str  # those around the title of an article, and what they become inside of it

    # The home page
    home: str
    name: str
    site: str
    articles: str
    first_article: str  # Markdown
    left_out: str  # before a link
    left_out_home: str
    left_out_issue: str

    # The page of all headings
    headings: str
    headings_lead: str
    headings_many: str  # where there are too many articles to list them

    # The pages of a journal
    issues: str
    issues_lead: str
    issue: str
    issue_volume: str
    issue_number: str
    issue_year: str  # after a volume or a number
    issue_year_alone: str
    issue_count: str
    page_range: str
    page_dash: str  # between two page numbers, as in references in that language
    all_issues: str
    this_issue: str
    latest_issue: str
    new_articles: str
    indexes: str
    previous_part: str
    next_part: str
    part_of_group: str
    titles: str
    titles_lead: str
    authors: str
    authors_lead: str
    subjects: str
    subjects_lead: str
    all_terms_lead: str
    all_works_lead: str
    all_dates_lead: str
    year: str
    cited_here: str
    cited_here_lead: str

    # The reading page
    abstract: str
    keywords: str
    notes: str
    footnotes: str  # where there are endnotes too
    endnotes: str
    page: str
    pdf: str  # the PDF of the article, as it was printed
    page_in_pdf: str
    back: str
    back_again: str
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

    # The end of the article
    onward: str
    to_top: str
    to_page_top: str  # of a page that is no article
    other_articles: str
    previous_article: str
    next_article: str

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
    cite_incomplete: str  # in its place, where what is missing is needed
    cite_author: str
    cite_journal: str
    cite_volume: str
    cite_year: str
    cite_pages: str

    # Taking along
    downloads: str
    rights_unknown: str
    ebook: str
    plain_text: str
    contents: str
    cover: str
    ebook_summary: str  # for those who cannot see or hold it

    # Side by side
    parallel: str
    parallel_lead: Mapping[str, str]  # by the script of the original

    # The list of conversions
    conversions: str
    conversions_lead: Mapping[str, str]  # by the script of the original
    conversions_kinds: Mapping[str, str]
    conversions_none: str
    by_character: str
    by_phrase: str
    by_override: str
    by_doubt: str
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
    in_bibliography: str
    may_mean: str
    or_: str

    # The index of names and terms, and the places in all lists
    terms: str
    terms_lead: str
    terms_strokes: str
    terms_other: str
    also_at: str
    places_in_all: str
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

    # What files for programs say of themselves
    file_accounting: str
    file_pages: str
    file_by_rule: str
    file_converted: str  # of a text in the other script

    # About the text
    about: str
    about_lead: str
    about_lead_document: str
    about_lead_printed: str
    source_file: str
    accounting: str
    accounting_text: str
    accounting_text_document: str
    pages: str
    pages_text: str
    pages_seen: str
    pages_inferred: str
    set_aside: str
    set_aside_text: str
    set_aside_text_document: str
    set_aside_group: str
    moves: str
    moves_text: str
    move: str
    corrections: str
    corrections_text: str
    list_all: str
    line_number: str
    place: str
    places: Mapping[str, str]
    line: str
    lines: str
    in_source: str
    on_page: str
    reason: str
    text: str
    reasons: Mapping[Cause, str]

    # The header and the navigation; in place of the words of Material
    skip: str
    navigation: str
    select_language: str
    reading_settings: str

    # The search
    search: str
    search_placeholder: str
    search_part: str
    search_all: str
    search_all_issues: str
    body: str
    search_more: str
    search_retry: str
    search_loading: str
    search_failed: str
    close: str
    found: str
    found_at_most: str
    found_scattered: str
    found_scattered_at_most: str
    found_nothing: str
    scattered: str
    instead_ask: str
    instead_go: str
    instead_count: str
    instead_at_most: str
    other_name: str
    other_spelling: str
    shorter: str
    go: str
    title: str
    heading: str
    author: str
    note: str
    hits: str
    hit: str
    previous_hit: str
    next_hit: str
    clear_hits: str

    # The reader's settings
    settings: ReaderSettings
    sample: str  # a character that shows how large the text is
    reset: str

    # Copying
    copy: str
    copy_named: str
    copy_quotation: str
    copied: str
    copy_failed: str

    # What else is offered for a selection
    mark: str
    report: str
    report_title: str
    report_text: str

    # The reader's own marks
    marks: str
    marks_where: str
    marks_none: str
    mark_colour: str
    mark_colours: Mapping[str, str]
    mark_note: str
    mark_edit: str
    mark_done: str
    mark_delete: str
    mark_delete_sure: str
    marks_delete_all: str
    marks_delete_sure: str
    marks_lost: str
    marks_lost_text: str
    marks_export: str
    marks_export_failed: str
    marks_import: str
    marks_imported: str
    marks_refused: Mapping[str, str]  # by the reason for which a file is not taken
    marks_unkept: str

    # Offers
    offer: str  # made in this language to readers of a page in another
    offer_link: str
    resume: str
    resume_section: str
    resume_page: str
    dismiss: str

    # What the keys do, by their names
    keys: str
    keys_listed: Mapping[str, str]
    keys_of_text: Mapping[str, str]  # where there is an article's text
    keys_vertical: Mapping[str, str]

    # What a converted word was before
    show_originals: str
    original: str

    # The page for addresses that lead nowhere
    lost: str
    lost_text: str
    lost_home: str
    lost_search: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPageWords:
    """The words of an article's English front page, which no other language has. Most are Markdown."""

    ways_in: str
    in_english: str
    outline: str
    outline_lead: str
    how_to_read: str
    language: str
    two_scripts: Mapping[str, str]  # by the script of the original
    notes: str
    printed_pages: str
    text: Mapping[str, str]
    how_to_cite: str
    quoting: str
