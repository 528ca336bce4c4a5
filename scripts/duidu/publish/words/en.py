"""The site's words in English."""

from __future__ import annotations

from duidu.publish.words.entries import Words
from duidu.reasons import Cause

ENGLISH_WORDS = Words(
    comma=", ",
    colon=": ",
    title_marks="“”‘’",
    home="Home",
    name="duidu",
    site="duidu turns the text layer of Chinese journal articles into pages to read, search and quote. "
    "Text and notes are linked both ways, and the printed pages are marked. "
    "No character is lost: what was moved or corrected is listed on each article’s page “About the text”.",
    articles="Articles",
    no_articles="There are no articles yet.",
    first_article="There are no articles yet. To add the first one:\n\n"
    "1. Make a folder `docs/articles/my-article/`. Its name becomes part of the article’s address.\n"
    "2. Save the article’s text layer there as `source.txt`.\n"
    "3. Run `duidu build`. If `duidu serve` is running, this page changes by itself.",
    headings="All headings",
    headings_lead="The headings of every article, in Chinese. Full-text search needs JavaScript; "
    "without it, follow a heading and use your browser’s own search within the page.",
    abstract="Abstract",
    keywords="Keywords",
    notes="Notes",
    page="p. {page}",
    back="Back to note {number} in the text",
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
    parallel_lead="{title}: Traditional and Simplified, paragraph by paragraph.",
    conversions="Conversion list",
    conversions_lead="Where the conversion of {article} from Traditional to Simplified had a choice: "
    "{count:,} places.",
    conversions_kinds="A “character” has several Simplified forms, of which the usual one is taken; "
    "a “phrase” was decided by the tables of OpenCC. "
    "A “correction” is made by this site’s own table, where OpenCC errs or usage differs.",
    conversions_none="There was no choice in this article.",
    by_character="Characters",
    by_phrase="Phrases",
    by_override="Corrections",
    converted=" ({count:,})",
    converted_others=" ({count:,}; not {others})",
    in_text="text",
    in_note="note {number}",
    in_front="front matter",
    works="Works cited",
    works_lead="The works that the notes of {article} cite: {count:,}. "
    "Each is given as it stands where it is first cited, with the notes that cite it.",
    works_chinese="In Chinese",
    works_latin="In other languages",
    cited_in="Cited in {notes}",
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
    timeline="Timeline",
    timeline_lead="The years and dates of which {article} speaks, in order of time: {count:,}. "
    "A decade without a century is taken for one of the twentieth.",
    timeline_overview="Dates in each decade",
    dates_count="{count:,}",
    decade="{year}s",
    century="{number}th century",
    century_bc="{number}th century BC",
    in_years=" ({year})",
    year_bc="{year} BC",
    about="About the text",
    about_lead="How the text of {article} was made from its text layer, whose lines are numbered here.",
    source_file="Download the text layer",
    accounting="Characters",
    accounting_text="The text layer has {source:,} characters (spaces not counted): "
    "{placed:,} are on the page, {aside:,} belong to the layout and are listed below.",
    pages="Page numbers",
    pages_text="Some pages bear their numbers in the text layer; the others were inferred by counting. "
    "Inferred numbers stand in square brackets; please keep them when you quote.",
    pages_seen="Seen",
    pages_inferred="Inferred",
    set_aside="What was set aside",
    set_aside_text="These characters belong to the layout. Running heads and page numbers are left out; "
    "the page sets labels and the numbers of notes itself.",
    set_aside_group="{reason} (places: {count:,}, characters: {characters:,})",
    moves="What was moved",
    moves_text="These pieces stood in the wrong place in the text layer and were put back: {count:,}.",
    move="{lines}, now after line {after} (p. {page})",
    corrections="What was corrected",
    corrections_text="Damage to the text layer, repaired: {count:,}. The author’s words are never changed.",
    list_all="Show all ({count:,})",
    line_number="Line",
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
        Cause.LATE_MARKER: "marker {number} written after the text that follows it",
        Cause.LATE_AMONG_NOTES: "rest of a line broken at a note marker, written among the notes",
        Cause.LATE_AFTER_PARAGRAPH: "rest of a line broken at a note marker, "
        "written after the next paragraph",
        Cause.BROKEN_ADDRESS: "address broken over two lines",
        Cause.SPREAD_OUT_WORDS: "spaces inside spread-out words",
        Cause.DECLARED: "corrected by the editor: {words}",
    },
)
