"""Signs that only look like others, or like nothing, are read as those, and all of them are accounted for."""

from __future__ import annotations

import re
from random import Random

import pytest

from duidu.check import check_invariants
from duidu.lookalikes import read_as, read_signs
from duidu.model import Article, Heading, plain
from duidu.pipeline import ArticleFiles, Draft, SourceFile, process
from duidu.reasons import Cause
from duidu.recover import recover, recover_text
from duidu.sources.text_layer import TextLayer
from made_word import made_word, p, r, styled
from recovering import ARTICLE, ROOT


@pytest.mark.parametrize(
    ("sign", "read"),
    [
        ("\u2f00", "一"),  # Kangxi radicals, as programs that make PDFs write them
        ("\u2fba", "馬"),
        ("\u2ed1", "長"),  # radicals of the supplement
        ("\u2ee2", "马"),
        ("\uf9d1", "六"),  # ideographs for compatibility only
        ("\ufb00", "ff"),
        ("\ufe35", "（"),  # as they stand in vertical lines
        ("\ufe41", "「"),
        ("\ufe12", "。"),
        ("\ufb03", "ffi"),
        ("\u037e", ";"),
        ("\u00ad", ""),  # a soft hyphen
        ("\u200b", ""),
        ("\ufeff", ""),
        ("\u202e", ""),  # what follows would be shown backwards
        ("\U000e0100", ""),  # it selects a variant of the ideograph before it
        ("一", "一"),
        ("é", "é"),
        ("①", "①"),
        ("，", "，"),
        ("\uf0b7", "\uf0b7"),  # private: what it looks like only its font knows; it is reported
        ("\ufa0e", "\ufa0e"),  # among those for compatibility, but an ideograph of its own
    ],
)
def test_what_a_sign_is_read_as(sign: str, read: str) -> None:
    assert read_as(sign) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("می\u200cخواهم", "می\u200cخواهم"),  # Persian parts letters so
        ("क्\u200dष", "क्\u200dष"),
        ("👩\u200d🎓與👨🏽\u200d🚀", "👩\u200d🎓與👨🏽\u200d🚀"),
        ("☁\ufe0f", "☁\ufe0f"),
        ("船\u200d家\u200c出ab\u200dc", "船家出abc"),
        ("\u200d👩 می\u200c ", "👩 می "),
        ("葛\ufe00城", "葛城"),
    ],
)
def test_a_joiner_stays_between_signs_that_need_it(text: str, read: str) -> None:
    assert "".join(read_signs(text)) == read


def test_what_joiners_are_kept_is_in_the_article() -> None:
    article = recovered("船家👩\u200d🎓讀 می\u200cخواهم 出\u200d港。 \n")
    assert plain(article.blocks[0].runs) == "船家👩\u200d🎓讀 می\u200cخواهم 出港。"
    assert [piece.text for piece in article.set_aside if piece.reason.cause is Cause.UNSEEN] == ["\u200d"]


def recovered(text: str) -> Article:
    article = recover(TextLayer(text))
    assert check_invariants(text, article) == ()
    return article


def test_headings_are_known_by_their_form() -> None:
    article = recovered("⼀、緒論 \n船家依燈號出港。 \n⼆、結⾔ \n公倉重開。 \n")
    assert [plain(block.runs) for block in article.blocks if isinstance(block, Heading)] == [
        "一、緒論",
        "二、結言",
    ]
    assert [(one.line, one.source, one.text, one.reason.cause) for one in article.corrections] == [
        (1, "⼀", "一", Cause.LOOKALIKE),
        (3, "⼆", "二", Cause.LOOKALIKE),
        (3, "⾔", "言", Cause.LOOKALIKE),
    ]


def test_what_is_not_seen_is_set_aside() -> None:
    article = recovered("船家依燈\u200b號出港。1其後封港。2 \n \n\ufeff1 見港務局統計。 \n2 同上。 \n")
    assert [note.label for note in article.notes] == ["1", "2"]
    assert plain(article.blocks[0].runs) == "船家依燈號出港。其後封港。"
    unseen = [piece for piece in article.set_aside if piece.reason.cause is Cause.UNSEEN]
    assert [(piece.origin.line, piece.origin.column, piece.text) for piece in unseen] == [
        (1, 4, "\u200b"),
        (3, 0, "\ufeff"),
    ]


def test_ligatures_are_their_letters() -> None:
    (block,) = recovered("參見 Geo\ufb00rey Bla\ufb01ne 之說。 \n").blocks
    assert plain(block.runs) == "參見 Geoffrey Blafine 之說。"


SPRINKLED = {
    "一": "\u2f00",
    "人": "\u2f08",
    "大": "\u2f24",
    "不": "\uf967",
    "年": "\uf98e",
    "ff": "\ufb00",
    "fi": "\ufb01",
}


@pytest.mark.parametrize("unseen", ["\u200b", "\u00ad", "\ufeff", "\u2060"])
def test_the_article_is_the_same_whatever_stands_for_its_signs(unseen: str) -> None:
    """Any of them may stand anywhere: what is read is what was read without them, and the ledger holds."""
    text, chance = ARTICLE.read_text("utf-8"), Random(unseen)
    sprinkled = []
    for part in re.split(f"({'|'.join(SPRINKLED)})", text):
        is_replaced = part in SPRINKLED and chance.random() < 0.5
        sprinkled.append(SPRINKLED[part] if is_replaced else part)
        sprinkled.append(unseen if chance.random() < 0.1 else "")
    article, as_it_was = recovered("".join(sprinkled)), recover_text(text)
    assert [plain(runs) for runs in article.texts()] == [plain(runs) for runs in as_it_was.texts()]
    assert len(article.corrections) > len(as_it_was.corrections) + 100


def draft_of(*content: str) -> Draft:
    file = SourceFile(ROOT / "docs" / "articles" / "dengta" / "source.docx", made_word("".join(content)))
    return process(ArticleFiles(file), until="check")


def test_word_documents_are_read_so_too() -> None:
    draft = draft_of(styled("Title", "論⽔⾨"), p(r("⼀、緒\u200b論", "<w:b/>")), p("船家Geo\ufb00rey出港。"))
    assert draft.ledger.balanced
    texts = [plain(runs) for runs in draft.article.texts() if runs]
    assert {"論水門", "船家Geoffrey出港。"} <= set(texts)
    assert [one.source for one in draft.article.corrections] == ["⽔", "⾨", "⼀", "\ufb00"]
    assert [piece.text for piece in draft.article.set_aside if piece.reason.cause is Cause.UNSEEN] == [
        "\u200b"
    ]
