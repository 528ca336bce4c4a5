"""How long an article is, and how long it takes to read: estimates, told as such."""

from __future__ import annotations

import re

from duidu.han import IDEOGRAPHIC_SIGN, WORD_SIGN
from duidu.model import Article, Reference, parts_of, plain
from duidu.publish.words import Words
from duidu.remembered import remembered

# Adults read equivalent texts aloud at 255 ± 29 Chinese characters a minute: S. Trauzettel-Klosinski and
# K. Dietz, “Standardized Assessment of Reading Performance: The New International Reading Speed Texts
# IReST”, Investigative Ophthalmology & Visual Science 53 (2012), 5452–5461. Silent reading of light prose
# is faster; scholarly prose is not read so.
CHARACTERS_A_MINUTE = 255

# What counts as one: an ideograph, or a word or number in narrow letters, as word processors count them.
_COUNTED = re.compile(rf"{IDEOGRAPHIC_SIGN}|{WORD_SIGN}+(?:[.,'’-]{WORD_SIGN}+)*")


@remembered
def length_of(article: Article) -> int:
    """The number of ideographs and other words of the body: neither the notes nor the bibliography."""
    read = (block for block in article.blocks if not isinstance(block, Reference))
    return sum(len(_COUNTED.findall(plain(runs))) for block in read for _, runs in parts_of(block))


def reading_time(article: Article, words: Words) -> str:
    """The length and the time, as a page in the language of `words` tells it; nothing of an empty article."""
    length = length_of(article)
    if not length:
        return ""
    time = _told(max(1, round(length / CHARACTERS_A_MINUTE)), words)
    return words.reading_time.format(characters=_rounded(length), time=time)


def _rounded(length: int) -> int:
    """`length` with two digits that count, or a little more: it is an estimate."""
    return round(length, -3 if length >= 10_000 else -2 if length >= 1_000 else -1)


def _told(minutes: int, words: Words) -> str:
    """Of a long time, five minutes more or less do not count."""
    hours, rest = divmod(minutes if minutes < 20 else 5 * round(minutes / 5), 60)
    parts = (
        words.hours.format(count=hours) if hours else "",
        words.minutes.format(count=rest) if rest else "",
    )
    return " ".join(filter(None, parts))
