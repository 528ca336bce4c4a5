"""The words that lead to a reference in a Chinese sentence: 參見, 轉引自, 資料來源."""

from __future__ import annotations

SEE = (
    r"(?:請|可|亦可|也可|可以|另|另外|亦|又|並|詳細?|均|皆)?"
    r"(?:參見|參閱|參考|參照|參看|見於|見|(?:轉|改|徵)?引自|參(?![見閱考照看與加訪議政戰軍謀]))|例如|出自|資料來源|根據|依據"
)
CUE = rf"(?:(?:{SEE}|前引|前揭|依照|如|據|依|以上)[：:]?\s*)"
