"""How the parts of an article's opening look in any source: labels, lines of names, affiliations."""

from __future__ import annotations

import re

from duidu.han import BODIES
from duidu.model import ENGLISH, TRADITIONAL
from duidu.recover.characters import has_wide, width

JOURNAL_LINE = re.compile(
    r"(?=.{0,80}$)(?=.*(?:第\s*[\d一二三四五六七八九十百]+\s*[卷期輯辑號号]|總第|总第|\bVol\b|\bNo\."
    r"|\b(?:19|20)\d\d\s*[,，;；]\s*\d.*\d\s*[-–—~～]\s*\d+\s*$))"
    r"(?!.*[。！？])",
    re.IGNORECASE,
)
# What kind of contribution it is, over the title.
RUBRIC = re.compile(
    r"[【〔\[]?\s*(?:書評|书评|書評論文|專題論文|专题论文|研究論文|研究论文|一般論文|學術論文|學術論著|論著|論文|论文"
    r"|研究討論|研究紀要|史料|譯文|譯稿|book review|review article|article)\s*[】〕\]]?",
    re.IGNORECASE,
)
# Lines of the cover of a thesis, which are none of its parts here.
COVER_LINE = re.compile(
    r"(?:[碩硕博]士|學位|学位|畢業|毕业).{0,6}[論论]文|指[導导](?:教授|老師|老师|教師|教师)|口試委員|口试委员"
    r"|專題研究計[畫劃]|专题研究计划"
    r"|^中華民國.{1,12}年(?:.{1,8}月)?(?:.{1,8}日)?$|^(?:thesis )?advis[eo]r\s*:"
    r"|\b(?:master|doctoral|ph\.?\s?d)\b.{0,6}\b(?:thesis|dissertation)\b",
    re.IGNORECASE,
)
# Numbers by which libraries and databases file an article, as the mainland's journals print them.
CATALOGUE_LINE = re.compile(
    r"\s*[【〔\[]?\s*(?:中[图圖]分[类類][号號]|[图圖][书書]分[类類][号號]|分[类類][号號]|文[献獻][标標][识識識][码碼]|文章[编編][号號])"
    r"\s*[】〕\]]?\s*[：:]"
)
# What is no title: a university over it, the number of a page, a single sign.
NO_TITLE = re.compile(
    r"\S{2,20}(?:大[學学]|[學学]院)(?:\S{0,16}(?:[碩硕博]士班|研究所|[學学]?系))?"
    r"|[ivxlc]{1,6}|[^\W\d_]?[\W\d_]*",
    re.IGNORECASE,
)
# Lines that tell of a book that is reviewed.
BOOK_LINE = re.compile(
    r"\s*(?:原?[書书]名|出版(?:社|者|年|地|日期|[時时][間间])|頁數|页数|定價|定价|ISBN)\s*[：:]",
    re.IGNORECASE,
)
AUTHOR_LABEL = re.compile(
    r"\s*(?:[作著評评]\s*者|評介者?|研究生|撰\s*文|撰稿人?|文|Author|By)\s*[：:]\s*|\s*By\s+",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    rf"{BODIES}|[学处会馆组党网]|学院|系|教授|講師|讲师|研究員|研究员|博士|碩士|硕士|研究生|學者|学者"
)
_LATIN_INSTITUTION = re.compile(
    r"\b(?:University|Institute|College|Department|Academy|School|Cent(?:er|re)|Professor|Lecturer|"
    r"Researcher|Fellow|Ph\.?D|Faculty|Museum|Library|Sinica)\b",
    re.IGNORECASE,
)
_LONGEST_AFFILIATION = 60.0  # ideographs
_SENTENCE_END = "。！？；："
LONGEST_LINE = 60.0  # ideographs; what is longer is a paragraph, no title and no line of names


def is_sentence(text: str) -> bool:
    """Whether a paragraph reads as text: it ends as a sentence does, or is longer than a title can be."""
    return text.rstrip("」』”’）)").endswith(tuple(_SENTENCE_END)) or width(text) > LONGEST_LINE


def is_affiliation(text: str) -> bool:
    """Whether a line names the institution or office of an author."""
    if width(text) > _LONGEST_AFFILIATION:
        return False
    return bool(_INSTITUTION.search(text) if has_wide(text) else _LATIN_INSTITUTION.search(text))


def language_of_line(text: str) -> str:
    """Chinese if the line has any ideograph, else English."""
    return TRADITIONAL if has_wide(text) else ENGLISH
