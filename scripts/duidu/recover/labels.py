"""The labels of abstract and keywords, by language."""

from __future__ import annotations

import re

from duidu.model import ENGLISH, TRADITIONAL

# It may stand alone or before its text: 摘要：本文… 【關鍵詞】甲、乙
# No two white spaces here follow each other: a line of nothing else would be tried in every way to part it.
_OPEN, _CLOSE = r"\s*(?:[【\[〔]\s*)?", r"\s*(?:[】\]〕]\s*[：:]?|[：:︰]|$)\s*"
ABSTRACT = {
    TRADITIONAL: re.compile(rf"{_OPEN}(?:(?:中文|論文|论文|內容|内容)\s*)?(?:摘\s*要|提\s*要){_CLOSE}"),
    ENGLISH: re.compile(rf"{_OPEN}(?:english\s+)?abstract(?:{_CLOSE}|\s*[.—–-]+\s*)", re.IGNORECASE),
}
KEYWORDS = {
    TRADITIONAL: re.compile(
        rf"{_OPEN}(?:中文\s*)?(?:關\s*鍵\s*|关\s*键\s*|主題|主题)[詞词字辭辞語语]{_CLOSE}"
    ),
    ENGLISH: re.compile(rf"{_OPEN}key\s?-?\s?words?{_CLOSE}", re.IGNORECASE),
}
