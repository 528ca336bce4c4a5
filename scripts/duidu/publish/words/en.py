"""The site's words in English."""

from __future__ import annotations

from duidu.model import SIMPLIFIED, TRADITIONAL
from duidu.publish.words.entries import FrontPageWords, ReaderSettings, Setting, Words
from duidu.reasons import Cause

ENGLISH_WORDS = Words(
    script="English",
    comma=", ",
    colon=": ",
    title_marks="“”‘’",
    home="Home",
    name="duidu",
    site="duidu turns Chinese journal articles into pages to read, search and quote. "
    "Text and notes are linked both ways, and the printed pages are marked. "
    "No character is lost: what was moved or corrected is listed on each article’s page “About the text”.",
    articles="Articles",
    no_articles="There are no articles yet.",
    first_article="There are no articles yet. To add the first one:\n\n"
    "1. In the project’s folder, run `duidu add PAPER.docx`, or give a PDF, or its text layer (`.txt`).\n"
    "2. Read what it found, and fill in volume, issue, year and pages in the new folder’s `article.toml`.\n"
    "3. Run `duidu build`. If `duidu serve` is running, this page changes by itself.",
    headings="All headings",
    headings_lead="The headings of every article, in Chinese. Full-text search needs JavaScript; "
    "without it, follow a heading and use your browser’s own search within the page.",
    abstract="Abstract",
    keywords="Keywords",
    notes="Notes",
    footnotes="Footnotes",
    endnotes="Endnotes",
    page="p. {page}",
    pdf="PDF as printed",
    page_in_pdf="p. {page}, in the PDF as printed",
    back="Back to note {number} in the text",
    back_again="Back to note {number} in the text, where it is called again ({time})",
    table="Table",
    figure="Figure",
    references="References",
    english="English abstract",
    reading_time="About {characters:,} Chinese characters; reading time about {time}",
    hours="{count}\u00a0h",
    minutes="{count}\u00a0min",
    previous_section="Previous section: {title}",
    next_section="Next section: {title}",
    go_to_page="Go",
    no_such_page="The article has no p. {page} (its pages are {range}).",
    no_page_number="Please type a page number ({range}).",
    onward="More of this article",
    to_top="Back to the top",
    other_articles="Other articles",
    previous_article="Previous article: {title}",
    next_article="Next article: {title}",
    link_to_article="Link to this article",
    link_to_section="Link to this section",
    link_to_paragraph="Link to this paragraph",
    link_to_table="Link to this table",
    link_to_figure="Link to this figure",
    cite="Cite this article",
    cite_files="For reference managers",
    cite_brackets="Page numbers in square brackets are not in the text layer; they were inferred by "
    "counting. Please keep the brackets when you quote.",
    cite_numbers="Page numbers {pages} were inferred by counting.",
    cite_rights="Rights: {rights}",
    cite_title_en="English title: {title}",
    cite_missing="Not known here: {missing}. A full reference cannot be given; "
    "please consult the journal before you cite the article.",
    cite_journal="journal",
    cite_year="year",
    cite_volume="volume and issue",
    parallel="Side by side",
    parallel_lead={
        TRADITIONAL: "{title}: Traditional and Simplified, paragraph by paragraph.",
        SIMPLIFIED: "{title}: Simplified and Traditional, paragraph by paragraph.",
    },
    conversions="Conversion list",
    conversions_lead={
        TRADITIONAL: "Where the conversion of {article} from Traditional to Simplified had a choice: "
        "{count:,} places.",
        SIMPLIFIED: "Where the conversion of {article} from Simplified to Traditional had a choice: "
        "{count:,} places.",
    },
    conversions_kinds={
        TRADITIONAL: "A “character” has several Simplified forms, of which the usual one is taken; "
        "a “phrase” was decided by the word that it is, by the tables of OpenCC and a general dictionary. "
        "A “correction” is made by this site’s own table, where OpenCC errs or usage differs.",
        SIMPLIFIED: "What is “doubtful” has several common Traditional forms, and nothing around it tells "
        "which is meant; please compare the original. Other “characters” were decided by what stands around "
        "them, or have the usual form; a “phrase” was decided by the word that it is, by the tables of "
        "OpenCC and a general dictionary. A “correction” is made by this site’s own table, where OpenCC errs "
        "or Taiwan’s usage differs.",
    },
    conversions_none="There was no choice in this article.",
    by_character="Characters",
    by_phrase="Phrases",
    by_override="Corrections",
    by_doubt="Doubtful",
    converted=" ({count:,})",
    converted_others=" ({count:,}; not {others})",
    in_text="text",
    in_note="note {number}",
    in_front="front matter",
    works="Works cited",
    works_lead="The works that {article} cites: {count:,}. "
    "Each is given as it stands where it is first cited, with the places that cite it.",
    works_chinese="In Chinese",
    works_latin="In other languages",
    cited_in="Cited in {notes}",
    in_bibliography="the bibliography",
    may_mean=" [may mean {works}]",
    or_=" or ",
    terms="Names and terms",
    terms_lead="The names and terms that {article} gives in another language too ({count:,}), in the "
    "order of the alphabet, persons by their surnames. The links lead to the Chinese text: first to where "
    "the author gives both forms, then, for what has a capital, “also at” every other place of the same "
    "Chinese characters, which may mean something else there. Places on one page are told apart by ①, ②. "
    "How far each Chinese form reaches was found by rule; where no rule says it, the term is left out.",
    terms_strokes="{count} strokes",
    terms_other="Other",
    also_at="also at {places}",
    in_title="title",
    semicolon="; ",
    times=" ×{count:,}",
    timeline="Dates in the text",
    timeline_lead="The years and dates of which {article} speaks, in order of time: {count:,}. "
    "A decade without a century is taken for one of the twentieth.",
    timeline_overview="Dates in each decade",
    dates_count="{count:,}",
    decade="{year}s",
    century="{number}th century",
    century_bc="{number}th century BC",
    in_years=" ({year})",
    year_bc="{year} BC",
    file_rights_unknown="The source does not say whose the rights are; "
    "ask the author and the journal before use.",
    file_accounting="The source has {source:,} characters (spaces not counted): {placed:,} are in this file, "
    "{aside:,} were set aside.",
    file_pages="Each pb marks where a printed page begins; with cert, its number was inferred by counting.",
    file_by_rule="References, what short ones mean, names, terms and dates were marked by rule; "
    "the text decides.",
    file_converted="A program made this text of the original in the other script; both have the same ids. "
    "The original is {file}.",
    about="About the text",
    about_lead="How the text of {article} was made from its text layer, whose lines are numbered here.",
    about_lead_document="How the text of {article} was made from its Word document.",
    about_lead_printed="How the text of {article} was made from the pages of its PDF.",
    source_file="Download the text layer",
    accounting="Characters",
    accounting_text="The text layer has {source:,} characters (spaces not counted): "
    "{placed:,} are on the page, {aside:,} belong to the layout and are listed below.",
    accounting_text_document="The document has {source:,} characters (spaces not counted): "
    "{placed:,} are on the page, {aside:,} were set aside and are listed below.",
    pages="Page numbers",
    pages_text="Some pages bear their numbers; the others were inferred by counting. "
    "Inferred numbers stand in square brackets; please keep them when you quote.",
    pages_seen="Seen",
    pages_inferred="Inferred",
    set_aside="What was set aside",
    set_aside_text="These characters belong to the layout. Running heads and page numbers are left out; "
    "the page sets labels and the numbers of notes itself.",
    set_aside_text_document="Running heads and tables of contents are left out; the page sets labels and the "
    "numbers of notes itself. Comments, deletions and hidden text are counted, but not shown.",
    set_aside_group="{reason} (places: {count:,}, characters: {characters:,})",
    moves="What was moved",
    moves_text="These pieces stood in the wrong place in the text layer and were put back: {count:,}.",
    move="{lines}, now after line {after} (p. {page})",
    corrections="What was corrected",
    corrections_text="Damage to the text layer, repaired: {count:,}. The author’s words are never changed.",
    list_all="Show all ({count:,})",
    line_number="Line",
    place="Place",
    places={
        "paragraph": "Paragraph {number}",
        "footnote": "Footnote {number}",
        "endnote": "Endnote {number}",
        "comment": "Comment {number}",
        "header": "Header {number}",
        "footer": "Footer {number}",
        "page": "Page {number}, line {line}",
    },
    line="Line {first}",
    lines="Lines {first}–{last}",
    in_source="Text layer",
    on_page="Page",
    reason="Reason",
    text="Text",
    reasons={
        Cause.LABEL: "label",
        Cause.BETWEEN_NAMES: "between names",
        Cause.BETWEEN_KEYWORDS: "between keywords",
        Cause.AFFILIATION_MARK: "affiliation mark",
        Cause.RUNNING_HEAD: "running head",
        Cause.PAGE_NUMBER: "page number",
        Cause.NOTE_NUMBER: "note number",
        Cause.NOTE_MARKER: "note marker",
        Cause.DELETED: "deleted while changes were tracked",
        Cause.COMMENT: "comment of a reviewer",
        Cause.HIDDEN: "hidden text",
        Cause.TABLE_OF_CONTENTS: "table of contents",
        Cause.LINE_END_HYPHEN: "hyphen at the end of a printed line",
        Cause.BULLET: "bullet of a list, shown as such",
        Cause.COVER: "front page of a database",
        Cause.CATALOGUE: "numbers of catalogues",
        Cause.THESIS: "cover or declaration of a thesis",
        Cause.RUBY: "ruby, small characters beside others",
        Cause.TURNED: "words that run across the lines of their page",
        Cause.IN_FIGURE: "words in a figure",
        Cause.REPLACED: "replaced by the editor",
        Cause.UNSEEN: "control character that is not seen",
        Cause.LATE_MARKER: "marker {number} written after the text that follows it",
        Cause.LATE_AMONG_NOTES: "rest of a line broken at a note marker, written among the notes",
        Cause.LATE_AFTER_PARAGRAPH: "rest of a line broken at a note marker, "
        "written after the next paragraph",
        Cause.BROKEN_ADDRESS: "address broken over two lines",
        Cause.SPREAD_OUT_WORDS: "spaces inside spread-out words",
        Cause.LOOKALIKE: "character that only looks like this one",
        Cause.DECLARED: "corrected by the editor: {words}",
    },
    skip="Skip to content",
    navigation="Navigation",
    select_language="Select language",
    reading_settings="Reading settings",
    search="Search",
    search_placeholder="Search the texts in either script",
    search_part="Where",
    search_all="All",
    body="Text",
    search_more="More results",
    search_retry="Try again",
    search_loading="Loading …",
    search_failed="The search data could not be loaded.",
    close="Close",
    found="Results: {count} (text {body}, notes {notes})",
    found_at_most="Results: at most {count} (text {body}, notes {notes})",
    found_scattered="Sections with the words in different paragraphs: {count}",
    found_scattered_at_most="Sections with the words in different paragraphs: at most {count}",
    found_nothing="Nothing found for “{query}”",
    scattered="in different paragraphs",
    instead_ask="Nothing found for “{query}”. Did you mean:",
    instead_go="The text does not say “{query}”. Go to:",
    instead_count="results: {count}",
    instead_at_most="results: at most {count}",
    other_name="Another name",
    other_spelling="Similar spelling",
    shorter="Fewer words",
    go="Go to",
    title="Title",
    heading="Heading",
    author="Author",
    note="Note {number}",
    hits="Search results",
    hit="Hit {number} of {count}",
    previous_hit="Previous hit",
    next_hit="Next hit",
    clear_hits="Clear marks",
    settings=ReaderSettings(
        size=Setting(
            "Text size", {"1": "Smallest", "2": "Small", "3": "Medium", "4": "Large", "5": "Largest"}
        ),
        leading=Setting("Line spacing", {"tight": "Tight", "normal": "Normal", "loose": "Loose"}),
        face=Setting("Typeface", {"serif": "Serif", "sans": "Sans serif"}),
        palette=Setting(
            "Colours", {"system": "System", "default": "Light", "sepia": "Sepia", "slate": "Dark"}
        ),
        pages=Setting("Page numbers", {"shown": "Shown", "hidden": "Hidden"}),
        writing=Setting("Direction", {"horizontal": "Horizontal", "vertical": "Vertical"}),
    ),
    sample="A",
    reset="Reset",
    copy="Copy",
    copy_named="Copy {name}",
    copy_quotation="Copy quotation",
    copied="Copied",
    copy_failed="Could not copy",
    offer="There is an English front page.",
    offer_link="Go to it",
    resume="Continue reading",
    resume_section="Continue reading: “{section}”",
    resume_page=" (p. {page})",
    dismiss="No, thanks",
    keys="Keyboard",
    keys_listed={
        "?": "Show these keys",
        "/": "Search (or Ctrl+K)",
        "Alt ↓": "Next paragraph; then Enter for its address",
        "Alt ↑": "Previous paragraph",
        "Esc": "Close",
    },
    keys_vertical={
        "Space": "Next page",
        "Shift Space": "Previous page",
        "← ↓": "Two columns on",
        "→ ↑": "Two columns back",
    },
    show_originals="Show the original characters",
    original="Original: {word}",
    lost="Page not found",
    lost_text="There is no page at this address: it may have been moved or removed, "
    "or the address may be wrong.",
    lost_home="Home page",
    lost_search="Search the texts",
)

FRONT_PAGE_WORDS = FrontPageWords(
    ways_in="Read the article, in Chinese: {links}",
    outline="Outline",
    how_to_read="How to read it",
    language="The article is in Chinese. The English above is its own.",
    two_scripts={
        TRADITIONAL: "- **Two scripts.** The article was written in Traditional characters (繁體). "
        "The Simplified text (简体) was made from it by a program. The switch at the top of each page leads "
        "from one to the other and keeps your place; [side by side]({parallel}) (對照) shows both.",
        SIMPLIFIED: "- **Two scripts.** The article was written in Simplified characters (简体). "
        "The Traditional text (繁體) was made from it by a program. The switch at the top of each page leads "
        "from one to the other and keeps your place; [side by side]({parallel}) (对照) shows both.",
    },
    notes="- **Notes.** A small number leads to its note, the arrow ↩ back. "
    "Notes have the numbers that they have in print.",
    printed_pages="- **Printed pages.** A small number marks where a printed page begins, with a hairline "
    "where that is amid the words. Numbers in square brackets, such as {example}, were inferred by counting.",
    text={
        TRADITIONAL: "- **The text.** What was moved or corrected on the way from the printed page to this "
        'site is listed, in Chinese, in [文本說明]({about}){{lang="zh-Hant"}} (About the text).',
        SIMPLIFIED: "- **The text.** What was moved or corrected on the way from the printed page to this "
        'site is listed, in Chinese, in [文本说明]({about}){{lang="zh-Hans"}} (About the text).',
    },
    how_to_cite="How to cite it",
    quoting="To quote a passage, give the printed page on which it stands, and keep the square brackets of "
    "inferred numbers. The address of a printed page ends in its number: {example}.",
)
