"""A line of keywords → each of them."""

from __future__ import annotations

import re

from duidu.cutting import slice_runs, trim
from duidu.model import Runs, SetAside, plain
from duidu.reasons import Cause
from duidu.recover.structured.entry_maker import aside

_BETWEEN = re.compile(r"\s*[、，,；;‧·]\s*")


def split_keywords(runs: Runs) -> tuple[list[Runs], list[SetAside]]:
    """The keywords that `runs` list, and the marks between them; a full stop after the last is one."""
    text = plain(runs)
    end = len(text.rstrip("。.． "))
    words: list[Runs] = []
    between: list[SetAside] = []
    place = 0
    for mark in (*_BETWEEN.finditer(text, 0, end), None):
        stop = mark.start() if mark else end
        words.append(trim(slice_runs(runs, place, stop)))
        place = mark.end() if mark else len(text)
        between += aside(slice_runs(runs, stop, place), Cause.BETWEEN_KEYWORDS)
    return [word for word in words if word], between
