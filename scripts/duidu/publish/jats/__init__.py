"""An article as JATS, for journals' systems, libraries and archives: Journal Archiving, version 1.3."""

from __future__ import annotations

from duidu.publish.article_tree import document_of
from duidu.publish.divisions import divided
from duidu.publish.editions import Editions, original_of
from duidu.publish.jats.jats_blocks import body_of, notes_of
from duidu.publish.jats.jats_front import front_of
from duidu.publish.jats.jats_inlines import Targets
from duidu.publish.jats.jats_references import (
    apart,
    bibliography,
    entries_of,
    jats_regions,
    works_in_notes,
)
from duidu.publish.xml_elements import container, xml_file
from duidu.settings import Settings

# Not Journal Publishing, which demands an ISSN and a journal's id: what is not known is left out here.
DOCTYPE = (
    "<!DOCTYPE article PUBLIC"
    ' "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.3 20210610//EN"'
    ' "JATS-archivearticle1-3.dtd">'
)


def jats_files(work: Editions, settings: Settings) -> dict[str, bytes]:
    """The file of the article of which `work` are the editions, by its name, `SLUG.jats.xml`.

    It has the original alone, with the title in the other script: whoever takes it for the article that
    appeared in print is to be right. Pictures are referred to as `figures/NAME`.
    """
    original = original_of(work)
    article, language = original.article, original.language
    document = document_of(original.slug, article, language, regions=jats_regions(article, language))
    notes = document.notes.lists if document.notes else ()
    targets = Targets({note.id: note for listed in notes for note in listed.notes}, entries_of(article))
    blocks, divisions, listed = apart(*divided(document.body))
    front, body = front_of(document, work, settings, targets), body_of(blocks, divisions, targets)
    back = [
        *(notes_of(document.notes, targets) if document.notes else ()),
        *(bibliography(each, targets) for each in listed),
        *works_in_notes(article, language, targets),
    ]
    attributes = {
        "xmlns:xlink": "http://www.w3.org/1999/xlink",
        "article-type": "research-article",
        "dtd-version": "1.3",
        "xml:lang": language,
    }
    root = container("article", attributes, front, body, *([container("back", {}, *back)] if back else []))
    return {f"{original.slug}.jats.xml": xml_file(root, DOCTYPE)}
