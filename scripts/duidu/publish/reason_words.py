"""Why something was set aside, moved or corrected, as the readers of a page are told."""

from __future__ import annotations

from duidu.publish.escape import escape, in_language
from duidu.publish.language import language_of
from duidu.publish.words import WORDS
from duidu.reasons import Reason


def reason_in(language: str, reason: Reason) -> str:
    """`reason` as Markdown for a page in `language`. An editor's own words stay as they are."""
    words = in_language(escape(reason.words), language_of(reason.words), language)
    return WORDS[language].reasons[reason.cause].format(number=reason.number, words=words)
