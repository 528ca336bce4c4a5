"""How a recovered article differs from its true text, spaces aside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

Article = Mapping[str, Any]
Block = tuple[str, str]


def compare(model_json: Article, truth: Article) -> list[str]:
    """How the JSON of `duidu model` differs from `truth`, a line each. Empty: not at all.

    Front matter, blocks (a note call is {n}) and notes are compared. Blocks may be written as
    the model does (heading and level, paragraph, runs) or as the cases do ([h2, text]).
    """
    found = _compare_front(model_json.get("front") or {}, truth["front"])
    found += _compare_blocks(_blocks(model_json.get("blocks") or []), _blocks(truth["blocks"]))
    mine, yours = _notes(model_json.get("notes") or []), _notes(truth["notes"])
    for number in sorted(mine.keys() | yours.keys()):
        if number not in mine or number not in yours:
            found.append(f"note {number}: {'missing' if number in yours else 'not in the truth'}")
        elif mine[number] != yours[number]:
            found.append(f"note {number}: {_where(mine[number], yours[number])}")
    return found


def compare_pages(model_json: Article, truth: Article) -> list[str]:
    """How the page breaks of a model differ from those of a made truth (the cases tell no pages).

    Labels are compared only if at least one page bears its number. A break before a block may
    stand at the end of the block before it.
    """
    lengths: list[int] = []
    ours: dict[tuple[int, int], tuple[str, bool]] = {}
    for i, block in enumerate(model_json.get("blocks") or []):
        offset = 0
        for run in block["runs"]:
            if isinstance(run, Mapping) and "page" in run:
                ours[i, offset] = (str(run["page"]), bool(run.get("seen")))
            elif not (isinstance(run, Mapping) and "note" in run):
                offset += len(_flat(run))
        lengths.append(offset)
    found = []
    known = any(page["label"] for page in truth["pages"])
    for page in truth["pages"]:
        if page["block"] is None:
            continue
        place = (page["block"], page["offset"])
        if place not in ours and place[1] == 0 and 0 < place[0] <= len(lengths):
            place = (place[0] - 1, lengths[place[0] - 1])
        have, want = ours.pop(place, None), (str(page["number"]), page["label"] is not None)
        if have is None or (known and have != want):
            where = f"block {page['block']} + {page['offset']}"
            found.append(f"page {page['index']}: want {want} at {where}, have {have}")
    return found + [f"page {label} at {place} is not in the truth" for place, (label, _) in ours.items()]


def _flat(value: Any) -> str:
    """The text of a run, a string, or a list of such, without spaces, a note call as {n}."""
    if value is None:
        return ""
    if isinstance(value, str):
        return re.sub(r"\s", "", value)
    if isinstance(value, Mapping):
        return f"{{{value['note']}}}" if "note" in value else _flat(value.get("text", value.get("runs")))
    return "".join(_flat(one) for one in value)


def _blocks(blocks: Iterable[Any]) -> list[Block]:
    """Kind (h2, h3, p) and text of each block."""
    made: list[Block] = []
    for block in blocks:
        if not isinstance(block, Mapping):
            made.append((str(block[0]), _flat(block[1])))
            continue
        kind = str(block["kind"])
        if kind == "heading":
            kind = f"h{block.get('level', 1) + 1}"
        made.append(("p" if kind == "paragraph" else kind, _flat(block)))
    return made


def _notes(notes: Any) -> dict[int, str]:
    """Number and text of each note."""
    if isinstance(notes, Mapping):
        return {int(number): _flat(text) for number, text in notes.items()}
    return {int(note["number"]): _flat(note) for note in notes}


def _compare_front(front: Article, truth: Article) -> list[str]:
    have = front.get("authors") or []
    want = truth.get("authors") or [
        {
            "name": truth.get("author"),
            "name_en": truth.get("author_en"),
            "affiliation": truth.get("affiliation"),
        }
    ]
    pairs: list[tuple[str, Any, Any]] = [("number of authors", str(len(have)), str(len(want)))]
    for i, (a, b) in enumerate(zip(have, want, strict=False), 1):
        pairs += [(f"author {i} {key}", a.get(key), b.get(key)) for key in ("name", "name_en", "affiliation")]
    titles, abstracts, keywords = (front.get(key) or {} for key in ("titles", "abstracts", "keywords"))
    for tag, end in (("zh-Hant", ""), ("en", "_en")):
        pairs += [
            (f"title {tag}", titles.get(tag), truth.get(f"title{end}")),
            (f"abstract {tag}", abstracts.get(tag), truth.get(f"abstract{end or '_zh'}")),
            (f"keywords {tag}", _listed(keywords.get(tag)), _listed(truth.get(f"keywords{end}"))),
        ]
    flat = ((name, _flat(a), _flat(b)) for name, a, b in pairs)
    return [f"{name}: {_where(a, b)}" for name, a, b in flat if a != b]


def _listed(words: Sequence[Any] | None) -> str:
    return "|".join(_flat(word) for word in words or [])


def _compare_blocks(ours: Sequence[Block], theirs: Sequence[Block]) -> list[str]:
    """Changed, missing, and added blocks, numbered as in the truth."""
    found = []
    for tag, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for i, j in zip(range(a, b), range(c, d), strict=False):
            kinds = f"is {ours[i][0]}, want {theirs[j][0]}; " if ours[i][0] != theirs[j][0] else ""
            same = ours[i][1] == theirs[j][1]
            found.append(f"block {j}: {kinds}{'text is right' if same else _where(ours[i][1], theirs[j][1])}")
        paired = min(b - a, d - c)
        found += [f"block {j}: missing {theirs[j][0]} {theirs[j][1][:24]}" for j in range(c + paired, d)]
        found += [
            f"block {c}: before it, too much: {ours[i][0]} {ours[i][1][:24]}" for i in range(a + paired, b)
        ]
    return found


def _where(have: str, want: str) -> str:
    """The first place where two texts differ."""
    pairs = enumerate(zip(have, want, strict=False))
    at = next((i for i, (a, b) in pairs if a != b), min(len(have), len(want)))
    lead = have[max(0, at - 8) : at]
    return f"at {at} after …{lead}: have {have[at : at + 16]!r}, want {want[at : at + 16]!r}"
