"""The labels of abstract and keywords, as journals set them."""

from __future__ import annotations

import re

import pytest

from duidu.model import ENGLISH, TRADITIONAL
from duidu.recover.labels import ABSTRACT, KEYWORDS

LABELS = {
    ABSTRACT[TRADITIONAL]: (
        "摘要 摘　要 【摘要】 〔摘要〕 [摘要] 摘要： 摘要: 中文摘要 論文摘要 论文摘要： "
        "內容摘要 內容提要 内容提要： 提要 提要： 【提要】 【內容提要】 【摘要】："
    ),
    KEYWORDS[TRADITIONAL]: "關鍵詞 關鍵詞： 【關鍵詞】 關鍵字 关键词： 中文關鍵詞： 主題詞： 主题词",
    ABSTRACT[ENGLISH]: "Abstract ABSTRACT: [Abstract] Abstract. Abstract—",
    KEYWORDS[ENGLISH]: "Keywords Keywords: [Keywords] Key-words: KEYWORDS",
}


@pytest.mark.parametrize(("pattern", "forms"), LABELS.items(), ids=["摘要", "關鍵詞", "Abstract", "Keywords"])
def test_a_label_may_have_many_forms(pattern: re.Pattern[str], forms: str) -> None:
    assert [form for form in forms.split(" ") if not pattern.fullmatch(form)] == []


@pytest.mark.parametrize("text", ["摘要一", "提要求", "內容提要性的", "關鍵詞彙", "摘要本文"])
def test_a_sentence_is_no_label(text: str) -> None:
    assert not ABSTRACT[TRADITIONAL].match(text)
    assert not KEYWORDS[TRADITIONAL].match(text)
