"""What a citation in Latin letters is made of: title in quotation marks, imprint, volume, date, pages."""

from __future__ import annotations

import regex

_YEAR = r"(?:1[4-9]|20)\d\d(?:[/–-]\d{2,4})?[a-z]?(?!\w)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Autumn|Fall|Winter)[a-z]*\.?"
_NUMBERS = r"(?:[A-Z]?\d+|[xvi]+)(?:[-–—]\d+|ff?\b)?(?:, ?\d+(?:[-–—]\d+)?)*"

QUOTED = regex.compile(
    r"“(?P<title>[^“”]+)”"
    r"|\"(?P<title>[^\"]+)\""
    r"|(?<=, )‘(?P<title>(?:[^‘’]|’(?=\w))+)’(?! \w)"  # not the first word of a title: ‘Special’ No More
    r"|(?<=, )'(?P<title>(?:[^']|'(?=\w))+)'(?! \w)"
)
# The year of the edition, and what else may stand in the brackets after it.
_PRINTED = rf"(?P<year>{_YEAR})(?: ?\[\d{{4}}\]|[;,] [^()]*)?"
_STATE = r"(?:, (?:[A-Z]{2}|[A-Z]\.[A-Z]\.|[A-Z][a-z]{2,4}\.))?"
# The likelier of its forms first: what is not bracketed may be a title with a colon and a year in it.
IMPRINTS = (
    regex.compile(
        rf"\((?:\d{{4}}; (?:rpt|repr)\w*\.?,? )?(?P<place>[^():;]+): (?P<publisher>[^();]+?),"
        rf" (?:\[\d{{4}}\] )?{_PRINTED}\)"
    ),
    regex.compile(rf"\((?P<place>[A-Z][^():;\d]+), (?P<year>{_YEAR})\)(?! [a-z])"),
    regex.compile(
        rf", (?P<place>(?![A-Z]{{2}}:)(?:St\. )?[A-Z][A-Za-z]+(?:[ -][A-Z][A-Za-z]+){{0,3}}{_STATE}): "
        rf"(?P<publisher>[^,()“”:]+), (?P<year>{_YEAR})(?=[,.;]|$)"
    ),
)
# 24, No. 3; 24: 3 (1999); 24 (1999); 24, 3 (Spring 1999); 24 (3); 24/3
VOLUME = regex.compile(
    r"(?<=[,.] )[Vv]ol(?:s?\.|ume) ?(?P<volume>\d+|[IVXLC]+)\b"
    r"|(?<=\w),? (?P<volume>\d{1,3}|[IVXLC]+)"
    r"(?=, [Nn]o\.|: ?\d+ \(| \((?:\w+ )?\d{4}(?:[/–-]\d+)?\)|, \d{1,2} \(| ?\(\d{1,2}\)|[/.]\d{1,2}[ ,])"
)
ISSUE = regex.compile(
    r"\b[Nn]os?\. ?(?P<issue>\d+(?:[-–/]\d+)?)|(?<=\d): ?(?P<issue>\d+)(?= \()"
    r"|(?<=\d), (?P<issue>\d{1,2})(?= \()|(?<=\d)(?: ?\(|[/.])(?P<issue>\d{1,2})(?=[), ])"
)
DATE = regex.compile(
    r"(?:(?<=[,”\"’] )|(?<=\())"
    rf"(?:\d{{1,2}} )?(?:{_MONTH}(?:[/–-]{_MONTH})? )?(?:\d{{1,2}}, )?(?P<year>{_YEAR})(?=[,.):]|$)"
)
PAGES = regex.compile(
    rf"\bpp?\. ?(?P<pages>{_NUMBERS})|(?<=\)): ?(?P<pages>{_NUMBERS})"
    r"|(?:(?<=\)), |(?<=[12]\d\d\d): ?)(?P<pages>\d+(?:[-–—]\d+)?)(?=[,;]|\.(?!\d)|$)"
)
EDITION = regex.compile(
    r", (?:(?:\d+(?:st|nd|rd|th|d)|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Nn]ew"
    r"|[Rr]ev(?:\.|ised)|[Pp]aperback|[Ee]nlarged) (?:rev\. )?ed(?:n\b\.?|\.|ition)|(?:\d+|two|three) vols\."
    r"|(?:trans|eds?)\. |(?:edited|translated)(?: and \w+)? by |with |[\w ]*Report No\. )"
)
EDITED_BY = regex.compile(r", (?:eds?\.|edited by) (?P<names>[^()“”]+?)(?=,? \(|, |$)")
ACCESSED = regex.compile(r"\(?\b(?:accessed|retrieved|visited)\b[^();]*\)?", regex.IGNORECASE)
AT = regex.compile(r"(?:,? ?(?:\bavailable )?\b(?:at|from):?)? ?<?$", regex.IGNORECASE)

# What leads to a citation: at its beginning, or in a sentence before it.
LEADING = regex.compile(
    r"(?:(?:[Ss]ee|[Cc]f\.|[Cc]ompare|[Aa]lso|[Aa]s|[Aa]nd|[Bb]ut|[Ww]ith|[Ff]or example|e\.g\.|inter alia"
    r"|especially|esp\.|[Qq]uoted in|[Cc]ited in|[Rr]eprinted in)[,:]? )+"
)
CUE = regex.compile(
    r"\b(?:see|cf\.|(?:quoted|cited|reprinted) in)(?: also)?"
    r"(?:,? (?:for example|e\.g\.|inter alia|especially))?,?:? "
)
APART = regex.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’|\([^()]*\)")
# Between a title and what it is in
DAY_BEFORE_IN = regex.compile(
    rf",? ?\(?{_MONTH} (?:\d{{1,2}}, )?\d{{4}}\)?, (?=in )|,? ?\(?\d{{1,2}} {_MONTH} \d{{4}}\)?, (?=in )"
)
ROLE_IN_TITLE = regex.compile(r"\b[Ee]ds?\.?\)|\beds?\.?,")
THESIS = regex.compile(
    r",? ?\(?(?:[Uu]npublished )?(?:Ph\. ?D\.|PhD|M\. ?A\.|MA|[Dd]octoral|[Mm]aster['’]s)"
    r" (?:[Dd]iss(?:ertation|\.)|[Tt]hesis),? (?P<publisher>[^,()]+)"
)
CLOSING = {")": "(", "]": "[", ">": "<", "”": "“"}
MASK = "\0"
