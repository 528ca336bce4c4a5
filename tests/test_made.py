"""The generator of articles itself: what it writes is what it says it wrote."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from made import JOURNAL, Made, compare, compare_pages, make
from made_pages import CLOSERS, MARKER, OPENERS, RULE, RULE_CONTINUED, Setting, width

SEEDS = range(25)
EXTREMES: list[dict[str, Any]] = [
    {"measure": 22, "lines": 16, "notes": 80, "note_length": "long", "late": 1.0},
    {"measure": 45, "lines": 40, "notes": 0, "english": False, "abstract": "none", "keywords": False},
    {"style": "inline", "notes": 60, "late": 1.0, "late_markers": 1.0, "merged_markers": 0.5, "spaced": 1.0},
    {"style": "broken", "notes": 40, "late": 0.5, "late_marks": True, "heads": "all", "authors": 2},
    {
        "style": "inline",
        "newlines": "cases",
        "hang": True,
        "end_markers": 1.0,
        "inner_markers": 1.0,
        "notes": 30,
    },
    {"levels": 0, "paragraphs": 1, "notes": 5, "title_lines": 2, "english_keywords": True},
    {"broken_urls": True, "notes": 40, "spread": 0.5, "numbers": 0.5, "enumerations": 0.5, "note_gap": True},
]
CASES = sorted(Path(__file__).parent.glob("whole/case*.json"))


@cache
def articles() -> list[Made]:
    """A few of every kind."""
    extremes = [make(seed, **options) for options in EXTREMES for seed in range(3)]
    return [*(make(seed) for seed in SEEDS), *extremes]


def texts(truth: dict[str, Any]) -> list[str]:
    """All true text, with the note calls in it."""
    front = truth["front"]
    found = [front.get(key, "") for key in ("title", "abstract_zh", "title_en", "abstract_en")]
    found += [value for author in front["authors"] for value in author.values()]
    found += [*front["keywords"], *front.get("keywords_en", [])]
    return found + [text for _, text in truth["blocks"]] + list(truth["notes"].values())


def printed_besides(made: Made) -> list[str]:
    """What the text layer holds besides the truth."""
    truth, options, front = made.truth, made.options, made.truth["front"]
    heads = [page for page in truth["pages"] if page["label"]]
    found = [(front["title"] if page["number"] % 2 else JOURNAL) + page["label"] for page in heads]
    stars = sum(range(1, options.authors + 1)) * (3 if options.english else 2)
    found.append("*" * stars)
    found += [str(number) * 2 for number in range(1, options.notes + 1)]
    found.append(options.abstract_label if "abstract_zh" in front else "")
    found.append("Abstract" if "abstract_en" in front else "")
    for language, label in (("", "關鍵詞："), ("_en", "Keywords:")):
        words = front.get(f"keywords{language}")
        found.append(label + (len(words) - 1) * (",、"[not language]) if words else "")
    return found


def test_the_same_seed_makes_the_same_article() -> None:
    for seed in (0, 7):
        assert make(seed) == make(seed)
    assert make(0).text != make(1).text


def test_no_character_is_lost_or_added() -> None:
    for made in articles():
        truth = Counter("".join(MARKER.sub("", text) for text in texts(made.truth)))
        truth.update("".join(printed_besides(made)))
        assert Counter("".join(made.text.split())) == Counter(
            {c: n for c, n in truth.items() if c.strip()}
        ), made.options


def test_every_note_is_called_once_and_in_order() -> None:
    for made in articles():
        numbers = [int(n) for _, text in made.truth["blocks"] for n in MARKER.findall(text)]
        assert numbers == list(range(1, made.options.notes + 1))
        assert [int(n) for n in made.truth["notes"]] == numbers


def test_with_nothing_late_the_text_stands_in_reading_order() -> None:
    for seed in SEEDS:
        made = make(seed, late=0.0, heads="none", english=False, broken_urls=False)
        _, *pages = re.split(r"(?<=\n) (?=[^ \n]| \d)", made.text)
        body = "".join(re.split(rf"{RULE}|\n {{115}}\n", page)[0] for page in pages)
        blocks = "".join(text for _, text in made.truth["blocks"])
        assert "".join(body.split()) == re.sub(r"[{}\s]", "", blocks), made.options
        assert made.moved == 0


def test_late_pieces_are_written() -> None:
    assert all(make(seed, notes=40, late=1.0).moved > 10 for seed in range(5))


def test_pages_are_full_and_bear_what_the_truth_says() -> None:
    for made in articles():
        pages = made.truth["pages"]
        assert [page["index"] for page in pages] == list(range(len(pages)))
        assert [page["number"] for page in pages] == [made.options.first_page + i for i in range(len(pages))]
        heads = len(re.findall(r"\n\d+ \n\n", made.text))
        assert heads == sum(page["label"] is not None for page in pages), made.options
        rules = [line for line in made.text.split("\n") if line.strip(" ") == "" and len(line) > 40]
        assert set(rules) <= {RULE, RULE_CONTINUED, f" {RULE}", f" {RULE_CONTINUED}"}


@pytest.mark.parametrize("hang", [True, False])
def test_lines_are_full(hang: bool) -> None:
    text = "".join(text for seed in range(5) for kind, text in make(seed).truth["blocks"] if kind == "p")
    setting = Setting(hang=hang, openers_stay=hang, keep_spaces=hang)
    lines = setting.lines(text, 30, 2)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for i, line in enumerate(lines[:-1]):
        core = MARKER.sub("", line).rstrip(" ")
        room = 4 * (30 if i else 28)
        assert width(core.rstrip(CLOSERS if hang else "")) <= room
        carried = re.match(rf"[{OPENERS}]*([!-~]+|.)(\{{\d+\}}|[{CLOSERS}])*", lines[i + 1])
        assert carried
        assert width(line) + width(carried[0]) + 2 > room, (line, lines[i + 1])


def model_of(truth: dict[str, Any]) -> dict[str, Any]:
    """The JSON that `duidu model` should print for `truth`."""
    front = truth["front"]
    authors = front.get("authors") or [
        {"name": front["author"], "name_en": front["author_en"], "affiliation": front["affiliation"]}
    ]
    breaks = {(p["block"], p["offset"]): p for p in truth.get("pages", [])}
    blocks = []
    for i, (kind, text) in enumerate(truth["blocks"]):
        runs: list[Any] = []
        offset = 0
        for part in re.split(r"(\{\d+\}|.)", text):
            if (i, offset) in breaks and part.strip():
                page = breaks.pop((i, offset))
                runs.append({"page": str(page["number"]), "seen": page["label"] is not None})
            call = MARKER.fullmatch(part)
            runs.append({"note": int(call[1])} if call else part)
            offset += 0 if call else len(part.strip())
        shape = {"kind": "paragraph"} if kind == "p" else {"kind": "heading", "level": int(kind[1]) - 1}
        blocks.append({"id": f"b{i}", "runs": runs, **shape})
    return {
        "front": {
            "titles": {"zh-Hant": front["title"], "en": front.get("title_en")},
            "authors": authors,
            "abstracts": {"zh-Hant": [front.get("abstract_zh")], "en": front.get("abstract_en")},
            "keywords": {"zh-Hant": front["keywords"], "en": front.get("keywords_en")},
        },
        "blocks": blocks,
        "notes": [{"number": int(n), "id": f"n{n}", "runs": [text]} for n, text in truth["notes"].items()],
    }


def test_compare_finds_nothing_in_a_right_model() -> None:
    for made in articles():
        model = json.loads(json.dumps(model_of(made.truth)))
        assert compare(model, made.truth) == []
        assert compare(made.truth | {"front": model["front"]}, made.truth) == []
        assert compare_pages(model, made.truth) == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_compare_reads_the_cases(path: Path) -> None:
    truth = json.loads(path.read_text(encoding="utf-8"))
    model = model_of(truth)
    assert compare(model, truth) == []
    model["blocks"][3]["runs"].append("多")
    assert len(compare(model, truth)) == 1


def test_compare_names_what_is_wrong() -> None:
    truth = make(4, notes=20, levels=2).truth
    model = model_of(truth)
    model["front"]["titles"]["zh-Hant"] = "別的題目"
    model["front"]["authors"] = []
    del model["blocks"][4]
    model["blocks"][0]["level"] = 3
    model["notes"][2]["runs"] = ["不對"]
    del model["notes"][5]
    found = compare(model, truth)
    for start in (
        "title zh-Hant: at 0",
        "number of authors",
        "block 0: is h4, want h2; text is right",
        "block 4: missing",
        "note 3: at 0",
        "note 6: missing",
    ):
        assert any(line.startswith(start) for line in found), (start, found)
    assert len(found) == 6
