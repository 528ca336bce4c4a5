"""An article as TEI P5: what the text says, what is known of it, and what was done to it."""

from __future__ import annotations

from duidu.publish.article_tree import document_of
from duidu.publish.detailed_regions import detailed_regions
from duidu.publish.editions import Edition, Editions, original_of
from duidu.publish.tei.tei_blocks import text_of
from duidu.publish.tei.tei_header import header_of
from duidu.publish.xml_elements import container, xml_file
from duidu.settings import Settings

NAMESPACE = "http://www.tei-c.org/ns/1.0"


def tei_files(work: Editions, settings: Settings) -> dict[str, bytes]:
    """The files of the article of which `work` are the editions, by name: one for each script.

    That of the original is `SLUG.tei.xml`, another `SLUG.zh-hans.tei.xml`. The same ids are in both.
    Pictures are referred to as `figures/NAME`. Two files and not one, since each text is whole: words are
    marked in running text, and there TEI has no place for a second reading in another script.
    """
    return {tei_name(edition): _file(edition, work, settings) for edition in work.values()}


def tei_name(edition: Edition) -> str:
    """What the file of `edition` is called."""
    return f"{edition.slug}{'' if edition.article.is_original else f'.{edition.language.lower()}'}.tei.xml"


def _file(edition: Edition, work: Editions, settings: Settings) -> bytes:
    article, language = edition.article, edition.language
    document = document_of(edition.slug, article, language, regions=detailed_regions(article))
    original = tei_name(original_of(work))
    root = container(
        "TEI",
        {"xmlns": NAMESPACE, "xml:lang": language},
        header_of(edition, work, settings, original),
        text_of(document),
    )
    return xml_file(root)
