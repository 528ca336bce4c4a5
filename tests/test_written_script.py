"""In which script an article is written: by its characters, or because article.toml says so."""

from __future__ import annotations

from pathlib import Path

import pytest

import simplified_article
from duidu.model import SIMPLIFIED, TRADITIONAL, plain
from duidu.pipeline import ArticleFiles, Draft, SourceFile, process
from duidu.publish.model_json import model_json
from duidu.report import recognised
from duidu.written_script import Shares, shares_of

LAYERS = Path(__file__).parent / "layers"
SLUG = "salt"


def draft(source: str | bytes, toml: str = "", until: str = "publish") -> Draft:
    """An article on its way, of a text layer or a Word document, with this article.toml."""
    name = "source.docx" if isinstance(source, bytes) else "source.txt"
    content = source if isinstance(source, bytes) else source.encode()
    folder = Path(f"docs/articles/{SLUG}")
    metadata = SourceFile(folder / "article.toml", toml.encode()) if toml else None
    return process(ArticleFiles(SourceFile(folder / name, content), metadata=metadata), until=until)


def codes(found: Draft) -> list[str]:
    return [problem.code.code for problem in found.problems]


def said(found: Draft, code: str) -> list[str]:
    return [problem.message for problem in found.problems if problem.code.code == code]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("后来发现这个问题", SIMPLIFIED),
        ("後來發現這個問題", TRADITIONAL),
        ("一二三", TRADITIONAL),  # characters that both have tell nothing
        ("", TRADITIONAL),
    ],
)
def test_the_characters_tell(text: str, language: str) -> None:
    assert shares_of(text).language == language


@pytest.mark.parametrize(
    ("shares", "mixed"),
    [(Shares(100, 5), False), (Shares(100, 8), False), (Shares(100, 20), True), (Shares(12, 30), True)],
)
def test_a_quotation_in_the_other_script_does_not_make_a_text_mixed(shares: Shares, mixed: bool) -> None:
    assert shares.mixed is mixed


def test_a_word_document_of_the_mainland_is_without_finding() -> None:
    found = draft(simplified_article.word(), 'accept = ["citation-incomplete"]')
    assert found.problems == ()
    article = found.article
    assert (article.language, article.original_language) == (SIMPLIFIED, SIMPLIFIED)
    assert plain(article.front.titles[SIMPLIFIED]) == simplified_article.TITLE
    assert [plain(word) for word in article.front.keywords[SIMPLIFIED]] == ["盐务", "契约", "里长"]
    assert [note.label for note in article.notes] == ["1", "2", "3", "4"]
    assert [reference.targets for reference in article.annotations.short_references] == [("cite-1-1",)]
    assert [(date.first, date.last) for date in article.annotations.dates] == [(1843, 1843)]
    aside = [piece.text for piece in found.article.set_aside]
    assert any(text.startswith("中图分类号") for text in aside)


@pytest.mark.parametrize("name", ["simplified_source", "noabstract_simpl", "simplified_trad_kw"])
def test_a_text_layer_in_simplified_is_recognised(name: str) -> None:
    found = draft((LAYERS / f"{name}.txt").read_text("utf-8"))
    assert found.article.original_language == SIMPLIFIED
    assert {edition.language for edition in found.editions} == {TRADITIONAL, SIMPLIFIED}
    assert not {"scripts-mixed", "script-differs"} & set(codes(found))


def test_the_pages_say_which_is_the_original() -> None:
    pages = draft(simplified_article.word()).pages
    assert {path.split("/")[0] for path in pages if path.endswith("parallel.md")} == {"zh-hans"}
    assert {path.split("/")[0] for path in pages if path.endswith(".bib")} == {"zh-hans"}
    for language in ("zh-hans", "zh-hant"):
        page = pages[f"{language}/{SLUG}/index.md"].decode()
        assert 'written_in: "zh-Hans"' in page
        assert f'original: "zh-hans/{SLUG}/"' in page
    assert "data-original" not in pages[f"zh-hans/{SLUG}/index.md"].decode()
    assert '<span data-original="晒干">曬乾</span>' in pages[f"zh-hant/{SLUG}/index.md"].decode()
    assert "由簡體轉為繁體" in pages[f"zh-hant/{SLUG}/conversions.md"].decode()
    english = pages[f"en/{SLUG}/index.md"].decode()
    assert "written in Simplified characters" in english
    assert f'{simplified_article.TITLE}\n{{.original-title lang="zh-Hans"}}' in english


def test_the_model_and_the_report_say_the_script() -> None:
    found = draft(simplified_article.word(), until="annotate")
    model = model_json(found.article, found.ledger, found.problems)
    assert model["script"] == SIMPLIFIED
    assert list(model["front"]["titles"]) == [SIMPLIFIED, "en"]
    line = next(line for line in recognised(found) if line.startswith("Script"))
    assert line.startswith("Script: Simplified, by ")


SIMPLE = "题目 \n\n张三 \n\n摘要 \n\n这个问题。 \n\n一、前言 \n\n绝大多数国家结为联盟时，认为战争会结束。 \n"


def test_a_mixed_text_is_a_finding_unless_the_editor_says_its_script() -> None:
    mixed = SIMPLE + "\n絕大多數國家結為聯盟時，認為戰爭會。 \n"
    (sentence,) = said(draft(mixed), "scripts-mixed")
    assert sentence == (
        "the text mixes the scripts: 19 characters are of Simplified alone, 12 of Traditional; it is taken"
        " for Simplified (if that is right, write script = “zh-Hans” into article.toml)"
    )
    assert said(draft(mixed, 'script = "zh-Hans"\n'), "scripts-mixed") == []


def test_a_script_that_is_not_the_texts_is_an_error() -> None:
    (sentence,) = said(draft(SIMPLE, 'script = "zh-Hant"\n'), "script-differs")
    assert sentence == (
        "by “script” in article.toml the text is in Traditional, but of its characters 19 are of Simplified"
        " alone and 0 of Traditional; expected the script of the text"
    )
    traditional = SIMPLE.translate(
        str.maketrans("题张这个问题绝数国结为联时认战争会结", "題張這個問題絕數國結為聯時認戰爭會結")
    )
    assert codes(draft(traditional, 'script = "zh-Hans"\n'))[:1] == ["script-differs"]


def test_a_text_in_simplified_cannot_be_without_pages_in_simplified() -> None:
    (sentence,) = said(draft(SIMPLE, "simplified = false\n"), "simplified-needed")
    assert sentence == (
        "by “simplified” in article.toml there are to be no pages in Simplified, but the text is in"
        " Simplified; expected those of the original"
    )


def test_the_front_that_an_editor_declares_is_in_the_script_of_the_text() -> None:
    found = draft(SIMPLE, 'title = "另一个题目"\nkeywords = ["战争"]\n')
    front = found.article.front
    assert plain(front.titles[SIMPLIFIED]) == "另一个题目"
    assert set(front.titles) == set(front.keywords) == {SIMPLIFIED}
