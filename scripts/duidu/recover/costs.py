"""What a hypothesis about a page may assume, and the cost of each assumption.

The unit is that of `Measure`: one ideograph too many or too few on a line.
"""

MARK_IGNORED = 6.0  # a paragraph goes on over a paragraph mark
MARK_MISSING = 7.5  # a paragraph ends without a mark
MARK_UNKNOWN = 1.0  # a paragraph ends at a stop, where no paragraph has a mark
BROKEN_ANYHOW = 2.0  # at most, there, for a line that is not full and ends within a sentence
INDENT_IGNORED = 2.5  # a paragraph begins with a line that is not indented, or goes on with one that is
NEVER_BEGINS = 8.0  # a paragraph begins with a mark that begins no line
NO_STOP = 1.5  # a paragraph ends at its mark, but not as a sentence does
HEADING_SWALLOWED = 4.0  # what reads as a heading is the rest of a paragraph
LATE = 1.0  # a piece stands too late
LATE_MARKER = 1.5  # a marker stands too late
FULL_LINE_BROKEN = 3.0  # a late marker belongs after a full line that ends within a sentence
LATE_MARKER_PASSED = 4.0  # a late marker stands after a paragraph mark
NOTE_UNFINISHED = 4.0  # a note ends without a paragraph mark or a full stop
NOTE_RESUMED = 4.0  # a note goes on after its paragraph mark
NARROW_BODY = 2.0  # a line without an ideograph among the notes belongs to the body
MARKER_LOST = 8.0
DISORDER = 6.0  # two markers stand in the wrong order
NOT_PAID = 8.0  # text is owed and never comes
UNDECIDED = 5.0  # hypotheses that cost more than the best by this much are given up
UNCLEAR = 9.0  # if the best hypothesis about a page costs more, the page is not understood
MOST_HYPOTHESES = 24
