"""Every threshold of the layout, once. Lengths are in ems of the size spoken of, if not said otherwise."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What counts as equal, as large, as apart. Sizes of a document are measured, and never here."""

    # Sizes and weights
    body_share: float = 0.2
    """The body's size has at least this share of the characters of the commonest: notes may have more."""
    body_pages: float = 0.4
    """And stands in several lines on at least this share of the pages."""
    body_rows: int = 3
    """So many lines of a size on a page are text."""
    smaller: float = 0.96
    """A line is set smaller if its size is under this share of the body's."""
    larger: float = 1.06
    """A line is set larger if its size is over this share of the body's."""
    bold_share: float = 0.9
    """A line is bold if this share of its characters is."""

    # Lines
    overlap: float = 0.5
    """Pieces are on one line if the lower of them overlaps the other by this share of its height."""
    raised: float = 0.12
    """Characters are raised or lowered if they stand this far from the line's baseline."""
    raised_size: float = 0.9
    """And are smaller than this share of the line's size."""
    wide_gap: float = 0.7
    """A gap of this width between ideographs, or between one and a letter, is a space that was set."""

    lone_size: float = 0.75
    """A number alone on a line calls a note in the line above, if its size is at most this share."""

    words_gap: float = 3.0
    """A gap of this width sets apart words of letters, whose spaces are stretched far."""
    stretched: int = 3
    """So many spaces between the ideographs of a line are only the typesetter's."""

    ruby_size: float = 0.62
    """Ruby is at most this share of its line's size."""
    ruby_gap: float = 0.4
    """And stands at most this far over its line, or in it, in its own size."""
    beside_margin: int = 5
    """Comments in the margin stand beside at least so many lines of text."""
    over_margin: float = 0.1
    """Comments stand in the margin if at most this share of the other lines reaches under them."""

    # Columns
    gutter_from: float = 0.3
    """The gutter between columns lies at no less than this share of the text's width, from either side."""
    crossing: float = 0.45
    """At most this share of a page's lines crosses the gutter."""
    column_pages: float = 0.5
    """A document has columns throughout if at least this share of its pages has."""
    column_gap: float = 0.9
    """What the file has as one line over the gutter is two, if at least this parts them there."""
    column_rows: int = 4
    """A column has at least so many lines."""
    column_width: float = 8.0
    """And is at least so wide."""
    strip_width: float = 6.0
    """A strip of notes beside the text, as under the columns of vertical writing, is at least so wide."""
    column_aligned: float = 0.5
    """At least this share of the lines of the right column begins at one edge."""
    column_filled: float = 0.6
    """Half of the lines of a column fill at least this share of its width."""

    # Heads and feet
    edge_lines: int = 3
    """Heads and feet are among so many lines from the edge of the page."""
    same_height: float = 3.0
    """Points: what stands on several pages within this distance stands at the same height."""
    repeated: float = 0.6
    """At least this share of the pages that have a line at a height repeat it, or number the page there."""
    head_gap: float = 1.35
    """Pitches: a head that is not repeated is parted from the text by more than this."""
    foot_gap: float = 1.15
    """Pitches: a repeated line at the foot is parted from the text by more than this."""
    numbered: float = 0.5
    """At least this share of the numbers at the edges of pages counts the pages."""

    front_page_lines: int = 10
    """The front page of a database has fewer lines in the size of the article's text."""
    thesis_pages: int = 12
    """Covers and declarations of a thesis are among so many first pages."""
    thesis_lines: int = 3
    """A cover has at most so many long lines in the size of the text."""
    leaders: int = 5
    """A table of contents has at least so many lines that lead to a page."""

    split_size: float = 0.85
    """Notes in two lines within a line are smaller than this share of its size."""
    split_least: int = 4
    """And have at least so many characters a line."""
    split_slack: float = 0.5
    """Their own heights: so far they may stand out of the line."""
    split_often: int = 3
    """So many of them in a file are no chance."""
    turned_share: float = 0.2
    """A page of which more than this share of the characters runs across its lines is not understood."""
    turned_least: int = 60
    """If these are at least so many characters."""

    # Paragraphs
    indent: float = 0.7
    """A line begins further in than the others if by this much."""
    apart: float = 1.22
    """Pitches: a line that follows by more than this begins a paragraph."""
    far_apart: float = 1.6
    """Pitches: the same, where paragraphs are indented and the line before is full."""
    title_pitch: float = 2.1
    """Lines of one title follow each other by at most this."""
    short: float = 1.3
    """A line ends early if it leaves this much, and what begins the next line would have fitted."""
    fit: float = 0.4
    """What would have fitted leaves this much more: typesetters press and stretch lines."""
    centered: float = 0.8
    """A line is centred if its middle is this near to the column's."""
    centered_inset: float = 1.4
    """And it leaves this much on either side."""
    centered_width: float = 0.78
    """And fills no more than this share of the column: the lines of a quotation fill more."""
    first_indent: float = 2.8
    """The first line of a paragraph stands in by less than this."""
    justified_outset: float = 0.15
    """A line ends at the margin if it leaves at most this much."""
    justified_share: float = 0.6
    """Lines are justified if at least this share of them ends at the margin."""
    indent_share: float = 0.5
    """Paragraphs of a document are indented if at least this share of those told otherwise is."""

    loose_lines: int = 12
    """A page has at least so many lines before it is said that none of them goes on in the next."""
    loose_share: float = 0.75
    """At least this share of them are paragraphs of their own, and end no sentence."""

    cell_gap: float = 1.5
    """What stands this far apart on a line is in different cells of a table."""

    in_columns: float = 0.25
    """At least this share of the lines between two rules of a table stands in columns."""
    cell_share: float = 0.75
    """What stands in a cell is at most this share of its table wide."""
    touching: float = 2.5
    """Points: rules that are no further apart touch each other."""

    picture_least: float = 40.0
    """Points: smaller pictures are marks."""
    lone_drawing: tuple[float, float] = (100.0, 60.0)
    """Points: a drawing without a caption is at least so wide and so high."""
    drawn_near: float = 8.0
    """Points: lines of one drawing are no further apart, nor words from its edge."""
    page_frame: float = 0.8
    """What is drawn around more than this share of a page, both ways, is its frame."""
    label_width: float = 0.6
    """Words of a drawing are at most this share of it wide."""
    label_length: float = 15.0
    """And at most so wide."""
    label_lines: int = 2
    """But for so many lines."""
    label_share: float = 0.4
    """And they cover at most this share of it: more is text in a frame."""
    caption_near: float = 3.0
    """A caption stands at most this far over or under its drawing."""
    most_drawings: int = 200
    """Of so many drawings of a file pictures are made."""

    # Tags
    tags_begin: float = 0.6
    """Of the lines that are seen to begin paragraphs, tags must say so of at least this share."""
    heading_longest: int = 100
    """What is tagged as a heading has at most so many characters."""
    tags_go_on: float = 0.9
    """And of at least this share of the others that they go on, or they are not believed."""

    # Notes
    rule_share: float = 0.75
    """The rule over notes is at most this share of the column wide, if it begins at its left edge."""
    rule_least: float = 20.0
    """Points: what is shorter is no rule over notes."""
    same_pitch: float = 0.97
    """Pitches: lines of notes in the size of the body follow each other by less than this."""
    notes_part: float = 0.75
    """Notes that have no sign but their numbers fill at most this part of a column's lines."""
    note_gap: float = 1.12
    """Pitches: notes in the size of the body, without a rule, are parted from the body by more than this."""


THRESHOLDS = Thresholds()
