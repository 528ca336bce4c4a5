"""Pages that are no part of the article: the front page of a database, and tables of contents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from duidu.model import SetAside
from duidu.problems import Code, Problem
from duidu.reasons import Cause, Reason
from duidu.recover.characters import visible
from duidu.recover.printed.shown_lines import is_hidden
from duidu.recover.printed.thresholds import THRESHOLDS
from duidu.sources.printed import PrintedLine, PrintedPage

_DATABASE = re.compile(
    r"華藝|华艺|airiti|知网|知網|\bcnki\b|jstor|万方|萬方|维普|維普|hyread|下載時間|下载时间|下載日期|"
    r"引用本(?:篇|文)|尊重(?:智慧財產權|著作權)|downloaded from|your use of",
    re.IGNORECASE,
)
# What covers and declarations of theses say, in forms that are filled in.
_OF_THESIS = re.compile(
    r"(?:碩士|博士|硕士|學士|学士)[^。，]{0,12}(?:論文|论文)|學位論文|学位论文|畢業論文|毕业论文|毕业设计|指導教授|指导教师|指导老师|導師姓名"
    r"|导师姓名|研究生[：:]|学生姓名|學生姓名|學號|学号|分类号|分類號|密级|密級|学校代码|學校代碼|答辩日期|口試委員|所長|系主任"
    r"|\b(?:thesis|dissertation)\b|\badvisor\b|submitted (?:to|in)",
    re.IGNORECASE,
)
_DECLARATION = re.compile(
    r"(?:原创性|獨創性|独创性|原創性|诚信)\s*(?:声明|聲明|承诺书)|授權書|授权书|授权说明|审定书|審定書|版权使用授权|使用授權"
)
_FIRST = 4  # lines of a page, among which its heading is
_NUMBER = r"(?:\d+|[ivxlc]+)"
# The number of the page may be a piece of its own.
_LEADER = re.compile(rf"(?:(?:[.．·‧․∙⋅]\s?){{4,}}|…{{2,}})\s*{_NUMBER}?\s*$", re.IGNORECASE)
# A page under one of these headings needs no more than one line that leads to a page.
_CONTENTS = re.compile(
    r"目[錄录次]|[圖图表][形格片]?(?:目[錄录次]|列表|清單|清单)|contents|list\s*of\s*(?:figures|tables)",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(rf"\s*{_NUMBER}\s*", re.IGNORECASE)


def find_other_pages(pages: Sequence[PrintedPage], size: float) -> Mapping[int, Cause]:
    """Which pages are no part of the article, by their places, and what they are."""
    found: dict[int, Cause] = {}
    if len(pages) > 1 and _is_front_page(pages[0], pages[1], size):
        found[0] = Cause.COVER
    for place in _thesis_pages(pages, size):
        found.setdefault(place, Cause.THESIS)
    for place, page in enumerate(pages):
        leaders = sum(_LEADER.search(line.text) is not None for line in page.lines)
        others = sum(_NUMBER_ALONE.fullmatch(line.text) is None for line in page.lines) - leaders
        headed = leaders and any(_CONTENTS.fullmatch(visible(line.text)) for line in page.lines[:_FIRST])
        if headed or (leaders >= THRESHOLDS.leaders and leaders >= others):
            found.setdefault(place, Cause.TABLE_OF_CONTENTS)
    return found


def other_aside(pages: Sequence[PrintedPage], found: Mapping[int, Cause]) -> Iterator[SetAside]:
    """All words of those pages, set aside."""
    for place, cause in found.items():
        for line in pages[place].lines:
            if line.text.strip() and not is_hidden(line):
                yield SetAside(line.text, line.spans[0].origin, Reason(cause))


def other_problems(pages: Sequence[PrintedPage], found: Mapping[int, Cause]) -> Iterator[Problem]:
    """What is said of those pages."""
    for code, cause in (
        (Code.COVER_PAGES, Cause.COVER),
        (Code.CONTENTS_PAGES, Cause.TABLE_OF_CONTENTS),
        (Code.THESIS_PAGES, Cause.THESIS),
    ):
        places = [place for place, own in found.items() if own is cause]
        if places:
            yield Problem.at(code, pages[places[0]].lines[0].number, count=len(places))


def _thesis_pages(pages: Sequence[PrintedPage], size: float) -> Iterator[int]:
    """The first pages of a thesis: covers, on which hardly a line is set as the text is, and declarations."""
    for place, page in enumerate(pages[: THRESHOLDS.thesis_pages]):
        words = ["".join(line.text.split()) for line in page.lines]
        filled = {match[0] for text in words for match in _OF_THESIS.finditer(text)}
        declared = any(_DECLARATION.search(text) and len(text) < 30 for text in words[:6])
        long = sum(abs(_size(line) - size) < 0.2 and len(line.text.strip()) > 20 for line in page.lines)
        if declared or (len(filled) > 1 and long <= THRESHOLDS.thesis_lines):
            yield place
        elif words:
            return


def _is_front_page(page: PrintedPage, following: PrintedPage, size: float) -> bool:
    """Whether a database put a page before the article: its name, with hardly any text or the title twice."""
    words = "".join(line.text for line in page.lines)
    if not page.lines or not _DATABASE.search(words):
        return False
    text = [line for line in page.lines if abs(_size(line) - size) < 0.2]
    if len(text) < THRESHOLDS.front_page_lines:
        return True
    title = visible(max(page.lines, key=_size).text)
    return len(title) > 4 and title in visible("".join(line.text for line in following.lines))


def _size(line: PrintedLine) -> float:
    return max(line.spans, key=lambda span: len(span.text.strip())).size
