"""Several corrections in one place, and corrections that leave nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from made_pages import RULE
from temporary import Said
from test_errors import model, toml


def corrections(*entries: tuple[str, str]) -> bytes:
    """A corrections.toml with a correction for each quotation and text."""
    return b"".join(toml(quote=quote, text=text) for quote, text in entries)


def shown_blocks(said: Said) -> list[str]:
    """The text of each block, without page breaks."""
    assert (said.errors, said.code) == ([], 0)
    return [
        "".join(run for run in block["runs"] if isinstance(run, str))
        for block in json.loads(said.out)["blocks"]
    ]


TOUCHING: dict[str, tuple[list[tuple[str, str]], str]] = {
    "an insertion and one after it": (
        [("有船", "有大船"), ("船，船", "船兒，船")],
        "渡口有大船兒，船在岸邊。",
    ),
    "a quotation of what another inserts": (
        [("有船", "有大船"), ("口有", "口岸有")],
        "渡口岸有大船，船在岸邊。",
    ),
    "neighbours": ([("渡", "港"), ("口有", "灣有")], "港灣有船，船在岸邊。"),
    "an insertion before a change": ([("有船", "有小船"), ("船，", "舟，")], "渡口有小舟，船在岸邊。"),
    "an insertion after a change": ([("有船", "無船"), ("有船，", "有大船，")], "渡口無大船，船在岸邊。"),
    "at the beginning": ([("渡口有", "此渡口有"), ("渡口", "港口")], "此港口有船，船在岸邊。"),
}


@pytest.mark.parametrize("name", TOUCHING)
@pytest.mark.parametrize("turned", [False, True], ids=["in order", "in reverse"])
def test_corrections_that_touch_quote_what_was_recovered(name: str, turned: bool, tmp_path: Path) -> None:
    entries, text = TOUCHING[name]
    said = model(
        tmp_path, "渡口有船，船在岸邊。 ".encode(), corrections(*(entries[::-1] if turned else entries))
    )
    assert shown_blocks(said) == [text]
    assert len(json.loads(said.out)["corrections"]) == len(entries)


@pytest.mark.parametrize(
    "entries",
    [
        [("渡口有船", "渡口有舟"), ("有船，船", "有筏，船")],
        [("渡口有船，", ""), ("口有", "口無")],
        [("有船", "有大船"), ("口有船", "口有小船")],
        [("有船", "無船"), ("有船", "無船")],
    ],
)
def test_corrections_that_overlap_are_refused(entries: list[tuple[str, str]], tmp_path: Path) -> None:
    said = model(tmp_path, "渡口有船，船在岸邊。 ".encode(), corrections(*entries))
    (first, _), (second, _) = entries
    either = [
        f"{tmp_path / 'corrections.toml'}:{line}: error: this correction and the one that quotes “{other}”"
        " change the same place; expected one for both [correction-overlap]"
        for line, other in ((1, second), (5, first))
    ]
    assert (said.code, len(said.errors)) == (3, 1)
    assert said.errors[0] in either


def test_the_quotation_of_another_correction_is_not_in_the_article(tmp_path: Path) -> None:
    said = model(tmp_path, "渡口有船。 ".encode(), corrections(("有船", "有大船"), ("大船", "小船")))
    assert said.errors == [
        f"{tmp_path / 'corrections.toml'}:5: error: the quoted text “大船” is not in the article; expected it"
        " once [correction-not-found]"
    ]


WHOLE = (
    "論水門 \n沈時雨* \n摘要 \n茶葉與鹽。 \n船在河上。 \n關鍵詞：水門、公倉 \n"
    f"{RULE}\n* 河港大學 \n 壹、前言 \n河港學報 \n船家依燈號出港。1 \n貳、結論 \n公倉重開。 \n"
    f"{RULE}\n1 見年報。 \n"
)


def ids(found: dict[str, Any]) -> list[str]:
    return [block["id"] for block in found["blocks"]]


def of_author(key: str) -> Callable[[dict[str, Any]], list[str]]:
    return lambda found: [author[key] for author in found["front"]["authors"]]


EMPTIED: dict[str, tuple[Callable[[dict[str, Any]], Any], Any]] = {
    "河港學報": (ids, ["sec-1", "par-2", "sec-2", "par-3"]),
    "貳、結論": (ids, ["sec-1", "par-1", "par-2", "par-3"]),
    "公倉重開。": (ids, ["sec-1", "par-1", "par-2", "sec-2"]),
    "船在河上。": (lambda found: found["front"]["abstracts"], {"zh-Hant": "茶葉與鹽。"}),
    "公倉": (lambda found: found["front"]["keywords"], {"zh-Hant": ["水門"]}),
    "沈時雨": (of_author("name"), [""]),
    "河港大學": (of_author("affiliation"), [""]),
}


@pytest.mark.parametrize("quote", EMPTIED)
def test_what_a_correction_empties_is_left_out(quote: str, tmp_path: Path) -> None:
    part, left = EMPTIED[quote]
    text = WHOLE.replace("公倉重開", "船家回港") if quote == "公倉" else WHOLE
    said = model(tmp_path, text.encode(), corrections((quote, "")))
    assert (said.errors, said.code) == ([], 0)
    assert part(json.loads(said.out)) == left


def test_an_author_of_whom_nothing_is_left_is_left_out(tmp_path: Path) -> None:
    said = model(tmp_path, WHOLE.encode(), corrections(("沈時雨", ""), ("河港大學", "")))
    assert (said.errors, said.code) == ([], 0)
    assert json.loads(said.out)["front"]["authors"] == []


def test_the_page_that_begins_in_an_emptied_paragraph_begins_in_the_next(tmp_path: Path) -> None:
    said = model(tmp_path, "船家出港。 \n\f河港學報 \n公倉重開。 \n".encode(), corrections(("河港學報", "")))
    assert shown_blocks(said) == ["船家出港。", "公倉重開。"]
    assert json.loads(said.out)["blocks"][1]["runs"][0] == {"page": "2", "seen": False}


def test_an_emptied_paragraph_that_calls_a_note_stays(tmp_path: Path) -> None:
    said = model(tmp_path, WHOLE.encode(), corrections(("船家依燈號出港。", "")))
    assert (said.errors, said.code) == ([], 0)
    assert json.loads(said.out)["blocks"][2]["runs"] == [{"note": 1, "id": "noteref-1", "label": "1"}]


@pytest.mark.parametrize(("quote", "part"), [("論水門", "the title"), ("見年報。", "note 1")])
def test_a_title_or_note_cannot_be_emptied(quote: str, part: str, tmp_path: Path) -> None:
    said = model(tmp_path, WHOLE.encode(), corrections(("茶葉", "茶"), (quote, "")))
    assert said.errors == [
        f"{tmp_path / 'corrections.toml'}:5: error: this correction leaves nothing of {part};"
        " expected some of it to stay [correction-empties]"
    ]
    assert said.code == 3


def test_the_former_name_is_read_with_a_note(tmp_path: Path) -> None:
    (tmp_path / "mends.toml").write_text(
        '[[mend]]\nquote = "有船"\ntext = "無船"\nreason = "a slip of the scan"\n', encoding="utf-8"
    )
    said = model(tmp_path, "渡口有船。 ".encode())
    assert said.errors == [
        f"{tmp_path / 'source.txt'}: warning: its corrections are in mends.toml, which is read; expected them"
        " in corrections.toml, as [[correction]] [corrections-former-name]"
    ]
    assert shown_blocks(replace(said, errors=[])) == ["渡口無船。"]
