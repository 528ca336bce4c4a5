"""Whole articles: the one of the repository, and four made ones with their truth."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from duidu.check import check_invariants
from duidu.model import PageBreak
from duidu.publish.model_json import model_json
from duidu.recover import recover_text
from made import compare
from made_pages import RULE
from recovering import ARTICLE, CASES, called, headings, paragraphs, read, shown

# --- the four made articles


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_made_article_comes_out_whole(path: Path) -> None:
    found = read(path)
    model = model_json(found.article, found.ledger, found.problems)
    assert compare(model, json.loads(path.with_suffix(".json").read_text("utf-8"))) == []
    assert found.problems == ()
    assert found.ledger.balanced


def test_all_four_are_here() -> None:
    assert len(CASES) == 4


def test_more_than_a_thousand_notes() -> None:
    """Their numbers have four digits, as years have, which are no notes' numbers."""
    pages = []
    for first in range(1, 1010, 8):
        numbers = range(first, first + 8)
        body = "".join(f"船家依燈號出港。{number}" for number in numbers)
        notes = "".join(f"{number} 見統計。\n1998 年刊。 \n2004 Smith. \n" for number in numbers)
        pages.append(f" {body}時在 1998 至 2004 年。 \n{RULE}\n{notes}")
    text = "".join(pages)
    article = recover_text(text)
    assert check_invariants(text, article) == ()
    assert called(article) == [int(note.label) for note in article.notes] == list(range(1, 1017))
    assert {shown(note.runs) for note in article.notes} == {"見統計。1998 年刊。2004 Smith."}


# --- the article of the repository

HEADINGS = [
    (1, "[p~77]壹、前言"),
    (1, "貳、英美特殊關係之緣起與發展"),
    (1, "參、英美特殊關係之特質"),
    (1, "肆、維繫英美特殊關係的重要因素"),
    (2, "一、獨特之歷史文化淵源"),
    (2, "二、相互契合之價值觀與意識型態"),
    (2, "三、經濟利益的聯繫與匯聚"),
    (2, "四、長久且牢固的共同戰略利益"),
    (2, "五、聯盟關係的「制度化」"),
    (1, "伍、結語"),
]
# Each piece written too late: its first line, and the words at the seam where it was put back.
SEAMS = [
    (97, "（special [p~78]relationship）」。{1}所謂「特殊關係」，一般係指兩個"),
    (109, "（Iron Curtain）演說。{2}"),
    (171, "（Quebec Agreement）{3}，在軍事方面則成立了聯合參謀"),
    (270, "（Vandenberg Resolution），{6}正式與西歐國家展開政治軍事"),
    (280, "第三環即英國與整合後的歐洲大陸關係。{7}在此規劃中，三環同時並存"),
    (421, "1986 年的美國轟炸利比亞事件，{16}惟此間亦不乏兩國意見相左、[p~84]甚至產生嚴重爭執"),
    (464, "懷疑論調者（Eurosceptics）也大幅增加。{18}因此當歐洲各國在九〇年代初期"),
    (635, "共同享有之獨一無二淵源。{20}此一源自於情感上與生俱來"),
    (677, "給予實質協助的或然率」。{22}就第一項指標而論，英美特殊關係雖然沒有正式"),
    (936, "往往產生相近的考量。{28}惟此一源自於相同語言"),
    (987, "影響甚鉅。{29}現代西方國家所認同之自由、民主思想"),
    (1214, "約成長 10.67%）。{33}至於雙邊投資部份，英國一向是"),
    (1250, "總投資金額[p~97]的四分之一。{34}上述相關數據顯示英美兩國"),
    (1262, "（Anglo-Saxon Economic Model）的認同。{35}"),
    (1267, "的認同。{35}所謂「盎格魯－薩克遜經濟模式」，與歐陸國家"),
    (1337, "之外交政策。{36}在此外交政策下，英國不希望"),
    (1397, "截然不同的發展，{38}也正由於這種構建在"),
    (
        1459,
        "英美兩國的情報關係上。{42}英美向來在訊號情報（SIGINT）蒐集、分享與交流上有著相當成[p~101]熟完善的機制",
    ),
]


def test_it_has_its_headings_and_paragraphs() -> None:
    article = read(ARTICLE).article
    assert [(heading.level, shown(heading.runs)) for heading in headings(article)] == HEADINGS
    assert len(paragraphs(article)) == 54


def test_its_notes_are_called_in_order() -> None:
    article = read(ARTICLE).article
    assert called(article) == [int(note.label) for note in article.notes] == list(range(1, 48))


def test_its_pages_run_from_76_and_two_bear_their_number() -> None:
    article = read(ARTICLE).article
    assert [page.label for page in article.pages] == [str(number) for number in range(76, 106)]
    assert [page.label for page in article.pages if page.seen] == ["95", "96"]
    breaks = [run for run in article.runs() if isinstance(run, PageBreak)]
    assert {(run.label, run.seen) for run in breaks} == {(page.label, page.seen) for page in article.pages}


def test_its_front_matter_is_read_in_both_languages() -> None:
    front = read(ARTICLE).article.front
    assert {tag: shown(runs).split("]")[1] for tag, runs in front.titles.items()} == {
        "zh-Hant": "論英美特殊關係的特質及其維繫原因",
        "en": "The Anglo-American Special Relationship: "
        "The Nature of Its Specialness and Explanations for Its Persistence",
    }
    (author,) = front.authors
    told = (author.name, author.name_en, author.affiliation)
    assert tuple(map(shown, told)) == ("張心怡", "Hsin-yi Chang", "南華大學國際暨大陸事務學系助理教授")
    assert [shown(word) for word in front.keywords["zh-Hant"]] == ["英美特殊關係", "聯盟", "英國", "美國"]
    abstracts = {tag: "".join(map(shown, pieces)) for tag, pieces in front.abstracts.items()}
    assert abstracts["zh-Hant"].startswith("「英美特殊關係」是第二次世界大戰後")
    assert abstracts["zh-Hant"].endswith("其他觀點。")
    assert abstracts["en"].startswith("The “Special Relationship” between Britain and the United States has")
    assert abstracts["en"].endswith("the persistence of the Anglo-American Special Relationship.")


def test_all_its_characters_are_accounted_for() -> None:
    found = read(ARTICLE)
    assert found.problems == ()
    assert (found.ledger.source_characters, found.ledger.balanced) == (25771, True)
    assert Counter(piece.reason.cause for piece in found.article.set_aside) == {
        "note marker": 47,
        "note number": 47,
        "running head": 2,
        "page number": 2,
        "label": 3,
        "affiliation mark": 3,
        "between keywords": 3,
        "declared": 1,
    }


def test_every_late_piece_is_listed() -> None:
    assert [move.first for move in read(ARTICLE).article.moves] == [line for line, _ in SEAMS]


@pytest.mark.parametrize(("line", "seam"), SEAMS)
def test_a_late_piece_reads_on(line: int, seam: str) -> None:
    article = read(ARTICLE).article
    body = "\n".join(shown(block.runs) for block in article.blocks)
    move = next(move for move in article.moves if move.first == line)
    assert body.count(seam) == 1
    assert move.text[:8] in seam.replace("{", "").replace("}", "")


def test_its_paragraphs_end_where_sentences_do() -> None:
    ends = [shown(block.runs).rstrip("0123456789{}") for block in paragraphs(read(ARTICLE).article)]
    unfinished = [text[-8:] for text in ends if not text.endswith(("。", "」", "？", "："))]
    assert unfinished == ["程度遠大於美國，"]  # so in print


def test_notes_that_something_cut_into_are_whole() -> None:
    notes = {int(note.label): shown(note.runs) for note in read(ARTICLE).article.notes}
    assert "才能起[p~84]飛作戰" in notes[16]
    assert notes[30].endswith(
        "http://news.bbc.co.uk/chinese/trad/hi/newsid_1180000/newsid_1186500/1186561.stm."
    )
    assert notes[34].endswith("http://www.bea.gov/international/datatables/usdctry/usdctry.htm.")
