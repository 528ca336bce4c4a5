"""article.toml may say title, authors, abstracts and keywords: they take the place of what was read."""

from __future__ import annotations

import pytest

from duidu.check import check_invariants, make_ledger
from duidu.declared_front import apply_front
from duidu.metadata import parse_metadata
from duidu.model import Article, plain
from duidu.problems import DuiduError
from duidu.recover.structured import recover_document
from made_document import made_document
from test_documents import shown

SOURCE = """
[title] 論水門{*}
[author] 張心怡
摘要：水門是河防之本。
關鍵詞：水門、河防
[heading 1] 壹、前言
水門有四。
note *: 感謝評論人。
"""
REST = [
    "h1 sec-1: 壹、前言",
    "p par-1: 水門有四。",
    "note-1 * author: 感謝評論人。",
]
AS_READ = ["title: 論水門{*}", "author: 張心怡", "abstract: 水門是河防之本。", "keywords: 水門 | 河防"]

CASES = {
    "nothing": ("", AS_READ, ""),
    "a title keeps its note": (
        'title = "水門考"',
        ["title: 水門考{*}", *AS_READ[1:]],
        "論水門",
    ),
    "a subtitle": (
        'title = "水門考"\nsubtitle = "以南河為例"',
        ["title: 水門考：以南河為例{*}", *AS_READ[1:]],
        "論水門",
    ),
    "a subtitle with a dash, and one in English": (
        'title = "水門考"\nsubtitle = "──以南河為例"\ntitle_en = "On Gates"\nsubtitle_en = "A Study"',
        ["title: 水門考──以南河為例{*}", "title en: On Gates: A Study", *AS_READ[1:]],
        "論水門",
    ),
    "authors, all of them": (
        '[[author]]\nname = "張心儀"\nname_en = "Hsin-yi Chang"\n[[author]]\nname = "李四"'
        '\naffiliation = "南方大學"',
        [AS_READ[0], "author: 張心儀 / Hsin-yi Chang", "author: 李四 / 南方大學", *AS_READ[2:]],
        "張心怡",
    ),
    "an abstract of two paragraphs, keywords": (
        'abstract = """\n水門者\n河防。\n\n其二。"""\nkeywords = ["水門"]',
        [*AS_READ[:2], "abstract: 水門者河防。 || 其二。", "keywords: 水門"],
        "水門是河防之本。水門河防",
    ),
    "an abstract in English over several lines": (
        'abstract_en = """\nGates keep\nthe river."""',
        [*AS_READ[:3], "abstract en: Gates keep the river.", AS_READ[3]],
        "",
    ),
}


def read(toml: str) -> tuple[Article, str]:
    """The article with what `toml` says, and the source's text."""
    document = made_document(SOURCE)
    return apply_front(recover_document(document), parse_metadata(toml, "article.toml").front), document.text


@pytest.mark.parametrize("name", CASES)
def test_what_is_declared_is_shown_and_what_stood_there_set_aside(name: str) -> None:
    toml, front, gone = CASES[name]
    article, text = read(toml)
    assert list(shown(article)) == [*front, *REST]
    assert "".join(piece.text for piece in article.set_aside if piece.reason.cause == "replaced") == gone
    assert make_ledger(text, article).balanced
    assert check_invariants(text, article) == ()


def test_declared_words_are_converted_like_all_others() -> None:
    from duidu.enrich.other_script import convert_article

    article, _ = read('title = "論臺灣的水門"')
    assert plain(convert_article(article).front.titles["zh-Hans"]) == "论台湾的水门"


@pytest.mark.parametrize(
    ("toml", "sentence"),
    [
        (
            '[[author]]\nname = "張三"\n[[author]]\norcid = "1"',
            "a.toml:3: error: the value of “orcid” is '1'; expected an ORCID, such as 0000-0001-2345-6789"
            " [toml-value-wrong]",
        ),
        (
            '[[author]]\nnames = "張三"',
            "a.toml:1: error: the key “names” is unknown; expected one of name, name_en, affiliation,"
            " affiliation_en, orcid; perhaps “name” is meant [toml-key-unknown]",
        ),
        (
            'author = "張三"',
            "a.toml:1: error: the value of “author” is '張三'; expected tables [[author]] [toml-value-wrong]",
        ),
    ],
)
def test_a_mistake_in_an_author_is_told(toml: str, sentence: str) -> None:
    with pytest.raises(DuiduError) as caught:
        parse_metadata(toml, "a.toml")
    assert [problem.report("a.toml") for problem in caught.value.problems] == [sentence]
