"""Text layers of another kind are refused or warned of, in a sentence; those of our kind are not."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from duidu.metadata import parse_metadata
from duidu.model import Article, plain
from duidu.plausibility import find_doubts
from duidu.problems import Code, DuiduError
from duidu.reasons import Cause
from duidu.recover import recover_text
from duidu.sources.text_layer import TextLayer
from made import make
from made_pages import RULE
from recovering import ARTICLE, CASES, called, paragraphs, shown
from temporary import FRAGMENT, Said, run, small_project

LAYERS = Path(__file__).parent / "layers"
NO_TITLE = (
    ": warning: no title is found; expected one above the authors' names and 摘要, a paragraph of its own"
    " [title-missing]"
)
NO_HEADING = (
    ": warning: no heading is found; expected some as “壹、” or “一、”, each a paragraph of its own"
    " [headings-missing]"
)
COMPARE = "told by stops and the lengths of lines: compare them with print, or give the Word file)"
NO_MARKS = (
    ": warning: no line of text ends in a space; expected one at the end of each paragraph (without it"
    f" paragraphs are {COMPARE} [paragraph-marks-missing]"
)


def no_notes(line: int, sign: str) -> str:
    return (
        f":{line}: error: no note is found, though {sign}; expected notes at the foot of their pages under a"
        " line of spaces, or at the end under 註釋, each after its number (give the Word file,"
        " or the PDF's text"
        " by “pdftotext -layout”; if there are no notes, accept this in article.toml) [notes-missing]"
    )


def no_notes_for(line: int, call: str) -> str:
    return no_notes(line, f"“{call}” stands where a note call would")


def no_rule(line: int, text: str) -> str:
    return (
        f":{line}: warning: no line of spaces stands over the notes, though there seem to be some (as"
        f" “{text}”); expected one of 20 spaces or more on each page that has notes (without"
        f" it they are told by"
        " their numbers alone: compare them with print) [rule-missing]"
    )


FOUND: dict[str, list[str]] = {
    "circled": [NO_MARKS],
    "endnotes": [],
    "form_feed": [NO_TITLE, NO_HEADING],
    "good_note": [],
    "good_note_ff": [no_rule(15, "1 王五，〈文〉，《刊》，頁 1。")],
    "hanging_bracket": [],
    "head_no_space": [NO_HEADING],
    "head_trailing_space": [],
    "noabstract_simpl": [
        NO_HEADING,
        no_rule(10, "[1] 龚育之.自然辩证法[M].北京,"),
        NO_MARKS,
    ],
    "note_no_rule": [no_rule(16, "1 王五，〈文〉，《刊》，頁 1。"), NO_MARKS],
    "notes_restart": [NO_TITLE, NO_HEADING],
    "pdftotext_notes": [
        no_rule(16, "1"),
        NO_MARKS,
        ":20: warning: lines that hold a number alone and are read as text: 1, here 3;"
        " expected page numbers only"
        " at the edges of pages, where they rise by one, and notes' numbers beside their"
        " notes [numbers-in-text]",
    ],
    "radical": [
        NO_HEADING,
        NO_MARKS,
    ],
    "running_head": [NO_HEADING, no_notes_for(15, "1"), NO_MARKS],
    "simplified_source": [],
    "simplified_trad_kw": [],
    "surrog_ctrl": [
        NO_TITLE,
        NO_HEADING,
        ":3: warning: control characters in the text: 1, here U+0002; expected none (readers see “\ufffd”)"
        " [control-characters]",
        NO_MARKS,
    ],
}


def found(text: str) -> list[str]:
    """The codes of what is doubtful in `text`."""
    return [problem.code.code for problem in find_doubts(TextLayer(text), recover_text(text))]


def reported(text: str, code: str) -> list[str]:
    """What is said of `code`."""
    doubts = find_doubts(TextLayer(text), recover_text(text))
    return [problem.report("s.txt") for problem in doubts if problem.code.code == code]


@pytest.mark.parametrize("name", sorted(path.stem for path in LAYERS.glob("*.txt")))
def test_a_small_layer(name: str) -> None:
    path = LAYERS / f"{name}.txt"
    said = run("model", str(path))
    assert said.errors == [f"{path}{sentence}" for sentence in FOUND[name]]
    assert said.code == any(": error: " in sentence for sentence in FOUND[name])


def test_a_radical_that_is_read_as_no_ideograph_is_said() -> None:
    assert reported("船家\u2e80燈號出港。 \n", "stand-in-characters") == [
        "s.txt:1: warning: radicals that stand for no ideograph of their own: 1, here U+2E80; expected"
        " ideographs (they look alike, but search does not find them) [stand-in-characters]"
    ]


# --- no false alarm


@pytest.mark.parametrize("path", [ARTICLE, *CASES], ids=lambda path: path.stem)
def test_a_whole_article_is_not_doubted(path: Path) -> None:
    assert found(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "options", [{}, {"notes": 0}, {"abstract": "long"}, {"late": 1.0, "style": "inline"}]
)
def test_a_made_article_is_not_doubted(options: dict[str, object]) -> None:
    assert [found(make(seed, **options).text) for seed in range(8)] == [[]] * 8


# --- what other extractors make of a whole article

Change = Callable[[str], str]
SPACES_AT_ENDS = re.compile(r"[ ]+$", re.MULTILINE)
RULES = re.compile(r"^ {40,}$", re.MULTILINE)


def numbers(call: str, note: str) -> Change:
    """Note calls and the numbers of notes written in another way; `{}` stands for the number."""

    def change(text: str) -> str:
        lines = text.split("\n")
        forms = {Cause.NOTE_MARKER: call, Cause.NOTE_NUMBER: note}
        pieces = [piece for piece in recovered(text).set_aside if piece.reason.cause in forms]
        for piece in sorted(pieces, key=lambda piece: piece.origin, reverse=True):
            line, column = piece.origin.line - 1, piece.origin.column
            after = lines[line][column + len(piece.text) :]
            lines[line] = lines[line][:column] + forms[piece.reason.cause].format(piece.text) + after
        return "\n".join(lines)

    return change


@cache
def recovered(text: str) -> Article:
    """The article of a text that many tests change."""
    return recover_text(text)


def half_the_rules(text: str) -> str:
    first, *rest = RULES.split(text)
    half = len(rest) // 2
    return first + "".join(RULE + part for part in rest[:half]) + "".join(rest[half:])


OTHERS: dict[str, tuple[Change, str]] = {
    "spaces at line ends are trimmed": (lambda text: SPACES_AT_ENDS.sub("", text), "spaces-trimmed"),
    "all but the rules are trimmed": (
        lambda text: re.sub(r"(?<=\S) +$", "", text, flags=re.MULTILINE),
        "paragraph-marks-missing",
    ),
    "spaces at both ends are trimmed": (
        lambda text: re.sub(r"^ +| +$", "", text, flags=re.MULTILINE),
        "spaces-trimmed",
    ),
    "runs of spaces are one": (lambda text: re.sub(" +", " ", text), "spaces-collapsed"),
    "a space ends every line": (
        lambda text: re.sub(r"(?<=\S)$", " ", text, flags=re.MULTILINE),
        "paragraph-marks-everywhere",
    ),
    "the rules are gone": (lambda text: RULES.sub("", text), "rule-missing"),
    "the rules are lines of underscores": (lambda text: RULES.sub("_" * 30, text), "rule-missing"),
    "half of the rules are gone": (half_the_rules, "calls-left"),
    "no number at the notes": (numbers("{}", ""), "notes-missing"),
    "no number anywhere": (numbers("", ""), "notes-missing"),
    "no line ends": (lambda text: text.replace("\n", ""), "page-long"),
    "no pages": (lambda text: re.sub(r"^ (?=\S)", "", RULES.sub("", text), flags=re.MULTILINE), "page-long"),
    "characters of a font of its own": (lambda text: text.replace("：", "\ue5e5"), "private-use-characters"),
    "characters without a meaning": (lambda text: text.replace("國", "(cid:7)"), "unmapped-characters"),
}


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("path", [ARTICLE, CASES[0]], ids=lambda path: path.stem)
def test_what_another_extractor_writes_is_doubted(name: str, path: Path) -> None:
    change, code = OTHERS[name]
    assert code in found(change(path.read_text("utf-8")))


SAME: dict[str, Change] = {
    "the rules are short": lambda text: RULES.sub(" " * 12, text),
    "the rules are tabs": lambda text: RULES.sub("\t\t\t", text),
    "the rules are of one length": lambda text: RULES.sub(RULE, text),
    "numbers in square brackets": numbers("[{}]", "[{}]"),
    "numbers in round brackets": numbers("({})", "({})"),
    "numbers with a full stop": numbers("{}", "{}."),
    "numbers with a word at the notes": numbers("{}", "註{}："),
}


@pytest.mark.parametrize("name", SAME)
@pytest.mark.parametrize("path", [ARTICLE, CASES[0]], ids=lambda path: path.stem)
def test_what_another_extractor_writes_comes_out_the_same(name: str, path: Path) -> None:
    text = path.read_text("utf-8")
    changed = SAME[name](text)
    assert changed != text
    assert found(changed) == []
    assert texts(changed) == texts(text)


def texts(text: str) -> list[str]:
    """The blocks and notes recovered from `text`."""
    article = recover_text(text)
    return [shown(part.runs) for part in (*article.blocks, *article.notes)]


@pytest.mark.parametrize("name", ["the rules are gone", "the rules are lines of underscores"])
def test_an_affiliation_without_a_rule_is_doubted(name: str) -> None:
    change, _ = OTHERS[name]
    assert found(change(CASES[1].read_text("utf-8"))) == ["rule-missing"]


# --- each finding

BODY = "船家依燈號出港。{}其後封港。\n公倉重開。 \n"


@pytest.mark.parametrize(
    "call", ["1", " 1", "①", "¹", "[1]", "［1］", "〔1〕", "【1】", "[^1]", "（註1）", "（注 1）", "➀"]
)
def test_a_call_in_whatever_form(call: str) -> None:
    assert reported(BODY.format(call), "notes-missing") == [
        "s.txt" + no_notes_for(1, call.strip()),
    ]


NO_CALLS = [
    "1949 年",
    "1、",
    "1.",
    "12%",
    "第1，",
    "頁1。",
    "表1。",
    "1 月",
    "1-2",
    "：①",
    "（1）",
    "3，",
    "1：",
]


@pytest.mark.parametrize("no_call", NO_CALLS)
def test_what_is_no_call(no_call: str) -> None:
    assert "notes-missing" not in found(BODY.format(no_call))


def test_calls_after_words() -> None:
    text = "".join(f"船家依燈號出港{number}，其後封港。\n" for number in range(1, 5))
    assert found(text)[2] == "notes-missing"


def test_text_under_a_rule_that_is_no_note() -> None:
    text = f"船家依燈號出港。 \n{RULE}\n見港務局統計。 \n"
    assert reported(text, "notes-missing") == [
        "s.txt" + no_notes(2, "text stands under this line of spaces"),
    ]


def test_a_page_whose_notes_have_no_number() -> None:
    page = f" 船家依燈號出港。{{}}\n{RULE}\n{{}}見港務局統計。 \n"
    assert reported(page.format(1, "1 ") + page.format("", ""), "rule-without-note") == [
        "s.txt:5: warning: no note begins under this line of spaces; expected the notes of the page, each"
        " after its number [rule-without-note]"
    ]


def test_calls_after_the_last_note() -> None:
    text = f" 船家依燈號出港。1其後封港。\n{RULE}\n1 見統計。 \n 公倉重開。2其後封港。3船家出港。 \n"
    assert reported(text, "calls-left") == [
        "s.txt:4: error: the last note is 1, but “2” stands where the next note call would; expected its"
        " note [calls-left]"
    ]


def test_notes_after_the_last_call() -> None:
    text = f" 船家依燈號出港。1其後封港。\n{RULE}\n1 見統計。 \n2 見年鑑。 \n3 同前註。 \n4 同前註。 \n"
    assert reported(text, "calls-end") == [
        "s.txt:1: error: the last call is 1, but the notes go on to 4; expected the whole"
        " text: it seems to be cut"
        " short [calls-end]"
    ]


def test_a_sign_that_is_no_call() -> None:
    text = f" 船家依燈號出港。①其後封港；②公倉重開，②學堂放學。 \n{RULE}\n① 見統計。 \n② 見年鑑。 \n"
    assert reported(text, "calls-unread") == [
        "s.txt:1: warning: “②” stands in the text as note calls do, and is none (such"
        " places: 1); expected each"
        " note to be called once, and no other sign like that [calls-unread]"
    ]


def test_notes_at_the_end_that_are_not_read() -> None:
    text = f" 船家依燈號出港。1其後封港。 \n{RULE}\n1 見統計。 \n 註釋 \n公倉重開。 \n1 同前註。 \n"
    assert reported(text, "endnotes-unread") == [
        "s.txt:4: error: no note is read under the heading “註釋”; expected note 1 on the next"
        " line, and no notes"
        " at the foot of pages (give the Word file; if these are no notes, accept this in article.toml)"
        " [endnotes-unread]"
    ]


def test_numbers_that_begin_anew_once() -> None:
    page = f" 船家依燈號出港。{{0}}其後封港。\n{RULE}\n{{0}} 見統計。 \n"
    assert reported(page.format(1) + page.format(2) + page.format(1), "note-number-restart") == [
        "s.txt:9: error: the notes of this page begin with 1 again, after note 2; expected numbers that run"
        " through the article, or begin anew on every page [note-number-restart]"
    ]


LINES = "潮水漲落有時，船家依燈號出港。\n漁村的婦女在岸邊織網，等候傍\n晚的鐘聲。\n公倉重開。\n" * 6


def test_lines_trimmed_at_both_ends() -> None:
    assert reported(LINES, "spaces-trimmed") == [
        "s.txt: warning: no line begins or ends with a space: they were trimmed, or the"
        " extractor writes none;"
        " expected them, for they tell where paragraphs end and pages begin, and a line of spaces stands over"
        " notes (give the Word file, or the PDF's text by “pdftotext -layout”) [spaces-trimmed]"
    ]
    assert reported(LINES, "paragraph-marks-missing") == ["s.txt" + NO_MARKS]


def test_lines_trimmed_at_their_ends() -> None:
    (sentence,) = reported(f" {LINES}", "spaces-trimmed")
    assert sentence.startswith("s.txt: warning: no line ends with a space: ")
    assert reported(f"{LINES}\f{LINES}", "spaces-trimmed") == []  # pages begin with form feeds


def test_runs_of_spaces_that_are_one() -> None:
    page = " 船家依燈號出港。{0} \n \n{0} 見統計。 \n"
    text = "".join(map(page.format, range(1, 8)))
    assert reported(text, "spaces-collapsed") == [
        "s.txt: warning: no two spaces stand together: runs of spaces were shortened to one;"
        " expected them as the"
        " extractor wrote them, for a line of many spaces stands over notes [spaces-collapsed]"
    ]


def test_a_mark_at_every_line() -> None:
    assert reported(LINES.replace("\n", " \n"), "paragraph-marks-everywhere") == [
        "s.txt: warning: nearly every line of text ends in a space; expected one at the end"
        " of each paragraph only"
        f" (so paragraphs are {COMPARE} [paragraph-marks-everywhere]"
    ]


def test_each_line_a_paragraph() -> None:
    text = "潮水漲落有時，船家依燈號出港，漁村的婦女在岸邊織網。\n公倉重開。\n" * 4
    assert reported(text, "lines-are-paragraphs") == [
        "s.txt: warning: nearly every line ends as a sentence does; expected the lines of"
        " printed pages (each line"
        " is taken to be a paragraph) [lines-are-paragraphs]"
    ]


def test_a_number_alone_at_the_edge_of_a_page() -> None:
    text = " 船家依燈號出港，其後\n95\n\f封港。公倉重開。 \n\f學堂放學，孩子\n99\n\f數船。 \n"
    assert reported(text, "numbers-in-text") == [
        "s.txt:2: warning: lines that hold a number alone and are read as text: 2, here 95; expected page"
        " numbers only at the edges of pages, where they rise by one, and notes' numbers beside their notes"
        " [numbers-in-text]"
    ]


def test_a_label_within_the_text() -> None:
    text = " 船家依燈號出港。 \n其後封港。 \n Abstract \nThe keepers relied on trust. \n"
    assert reported(text, "label-unread") == [
        "s.txt:3: warning: “Abstract” stands alone on a line of the text; expected it on a page that begins"
        " with a title and names [label-unread]"
    ]


def test_pages_on_which_lines_do_not_fit() -> None:
    lines = CASES[1].read_text("utf-8").split("\n")
    lines[200:260] = [line.rstrip() if line.strip() else line for line in lines[200:260]]
    assert reported("\n".join(lines), "pages-unclear") == [
        "s.txt:191: warning: pages whose lines do not fit together: 1, here the first; expected full lines"
        " within paragraphs, a space at the end of each, and notes under their rule (compare them with print)"
        " [pages-unclear]"
    ]


def test_an_affiliation_in_the_text() -> None:
    text = f" 論水門 \n沈時雨* \n摘要 \n本文。 \n壹、前言 \n* 河港大學教授 \n 公倉。1 \n{RULE}\n1 見統計。 \n"
    assert reported(text, "rule-missing") == ["s.txt" + no_rule(6, "* 河港大學教授")]


def test_a_note_in_the_text() -> None:
    text = f" 船家依燈號出港。1其後封港。\n{RULE}\n1 見統計。 \n 公倉2重開。 \n2 見年鑑。 \n"
    assert reported(text, "calls-left") == [
        "s.txt:4: error: the last note is 1, but “2” stands where the next note call would; expected its note"
        " [calls-left]"
    ]


def test_a_title_that_does_not_end() -> None:
    text = "論水門與燈塔之興衰\n" * 12 + "沈時雨* \n摘要 \n本文。 \n"
    assert reported(text, "title-long") == [
        "s.txt: warning: the title is 108 ideographs long; expected a line or two, and then"
        " the authors' names or"
        " 摘要 [title-long]"
    ]


def test_a_front_matter_that_does_not_end() -> None:
    text = "論水門 \n沈時雨 \n摘要 \n" + "潮水漲落有時，船家依燈號出港。\n" * 150
    assert reported(text, "front-long") == [
        "s.txt: warning: the front matter is 2256 ideographs long; expected less than two pages, and then a"
        " heading [front-long]"
    ]


def test_a_page_that_does_not_end() -> None:
    text = "潮水漲落有時，船家依燈號出港。\n" * 300
    assert reported(text, "page-long") == [
        "s.txt:1: warning: this page has 4500 characters; expected each page to begin with a space or a form"
        " feed [page-long]"
    ]


def test_a_running_head_in_the_text() -> None:
    pages = "河港學報 第 3 期\n潮水漲落有時。 \n公倉重開。 \n" * 3
    assert reported(pages, "line-repeated") == [
        "s.txt:1: warning: the line “河港學報 第 3 期” stands in the text 3 times; expected running heads"
        " between lines of one space, with the number of the page [line-repeated]"
    ]


@pytest.mark.parametrize(
    ("character", "sentence"),
    [
        ("\x0b", "control characters in the text: 2, here U+000B; expected none (readers see “\ufffd”)"
         " [control-characters]"),
        ("\ufffe", "control characters in the text: 2, here U+FFFE; expected none (readers see “\ufffd”)"
         " [control-characters]"),
        ("\x85", "control characters in the text: 2, here U+0085; expected none (readers see “\ufffd”)"
         " [control-characters]"),
        ("\ue000", "private-use characters in the text: 2, here U+E000; expected none (only their own font"
         " has them) [private-use-characters]"),
        ("\U000f1234", "private-use characters in the text: 2, here U+F1234; expected none (only their own"
         " font has them) [private-use-characters]"),
        ("\ufffd", "places in the text where the extractor knew no character: 2, here “\ufffd”; expected none"
         " [unmapped-characters]"),
        ("(cid:12)", "places in the text where the extractor knew no character: 2, here “(cid:12)”; expected"
         " none [unmapped-characters]"),
    ],
)  # fmt: skip
def test_strange_characters_are_told_once(character: str, sentence: str, tmp_path: Path) -> None:
    said = model(tmp_path, f"潮水漲落有時。 \n公倉 gate{character}way 重開，port{character}s。 \n")
    assert (said.errors, said.code) == ([f"{tmp_path / 's.txt'}:2: warning: {sentence}"], 0)


def test_a_correction_takes_a_strange_character_away(tmp_path: Path) -> None:
    correction = '[[correction]]\nquote = "公倉\ue000"\ntext = "公倉"\nreason = "a sign of the font"\n'
    (tmp_path / "corrections.toml").write_text(correction, "utf-8")
    assert model(tmp_path, "潮水漲落有時。 \n公倉\ue000重開。 \n") == Said(0, said_out(tmp_path), [])


def said_out(folder: Path) -> str:
    return run("model", str(folder / "s.txt")).out


def model(folder: Path, text: str, accept: str = FRAGMENT) -> Said:
    """What `duidu model` says of a text, whose editor accepts some findings."""
    (folder / "s.txt").write_text(text, "utf-8")
    (folder / "article.toml").write_text(accept, "utf-8")
    return run("model", str(folder / "s.txt"))


# --- form feeds


def test_a_form_feed_begins_a_page() -> None:
    text = (LAYERS / "form_feed.txt").read_text("utf-8")
    article = recover_text(text)
    assert [page.line for page in article.pages] == [1, 5]
    assert [plain(block.runs) for block in paragraphs(article)] == [
        "船家依燈號出港。其後封港，公倉重開。",
        "第二頁又封港。其後重開。",
        "公倉不開。",
    ]
    assert called(article) == [int(note.label) for note in article.notes] == [1, 2]


@pytest.mark.parametrize("feed", ["\f{}", "\f\n{}", "\f\f{}"])
@pytest.mark.parametrize("path", [ARTICLE, *CASES], ids=lambda path: path.stem)
def test_an_article_whose_pages_form_feeds_begin(path: Path, feed: str) -> None:
    """A space at the beginning of a line begins no page there."""
    text = path.read_text("utf-8")
    article, lines = recover_text(text), text.split("\n")
    for page in article.pages[1:]:
        lines[page.line - 1] = feed.format(lines[page.line - 1].removeprefix(" "))
    fed = recover_text("\n".join(lines))
    assert [(page.label, page.seen) for page in fed.pages] == [
        (page.label, page.seen) for page in article.pages
    ]
    assert [plain(block.runs) for block in fed.blocks] == [plain(block.runs) for block in article.blocks]
    assert [plain(note.runs) for note in fed.notes] == [plain(note.runs) for note in article.notes]


@pytest.mark.parametrize("end", ["\f", "\f\n", "\n\f"])
def test_a_form_feed_wherever_it_stands(end: str, tmp_path: Path) -> None:
    page = f" 船家依燈號出港。{{0}}\n{RULE}\n{{0}} 見港務局統計。 "
    said = model(tmp_path, end.join(page.format(number) for number in (1, 2)) + end)
    assert (said.errors, said.code) == ([], 0)
    assert said.out.count('"line": ') >= 2
    assert '"page": "2"' in said.out
    assert '"page": "3"' not in said.out


# --- article.toml accepts


def test_an_error_that_is_accepted_is_none(tmp_path: Path) -> None:
    text = "船家依燈號出港。1其後封港。 \n"
    accept = 'accept = ["notes-missing", "title-missing", "headings-missing"]\n'
    assert model(tmp_path, text).code == 1
    said = model(tmp_path, text, accept)
    assert (said.errors, said.code) == ([], 0)


def test_where_notes_are_missing_nothing_is_written(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    project.add("short", "船家依燈號出港。1其後封港。 \n".encode())
    before = project.files()
    assert run("build", "--root", str(tmp_path)).code == 1
    assert project.files() == before


@pytest.mark.parametrize("code", ["note-missing", "characters-lost", "marker-without-note", "override-idle"])
def test_what_cannot_be_accepted_is_refused(code: str) -> None:
    with pytest.raises(DuiduError) as caught:
        parse_metadata(f'accept = ["{code}"]', "a.toml")
    acceptable = ", ".join(each.code for each in Code if each.acceptable)
    assert code not in acceptable
    assert [problem.report("a.toml") for problem in caught.value.problems] == [
        f"a.toml:1: error: the value of “accept” is ['{code}']; expected a list of codes, each one of"
        f" {acceptable} [toml-value-wrong]"
    ]
