"""The schemas of TEI and JATS, and what a file breaks of them."""

from __future__ import annotations

import io
import lzma
import tarfile
import tempfile
from functools import cache
from pathlib import Path

from lxml import etree

SCHEMAS = Path(__file__).parent / "schemas"

# Journal Archiving demands less of a front than Journal Publishing does, of which alone there is a copy: here
# is what Archiving demands. Both know the same elements, and a text that Publishing allows Archiving allows.
# What version 1.1 allows, version 1.3 does; it only says its own number.
ARCHIVING = """\
<!ENTITY % dtd-version "dtd-version CDATA #FIXED '1.3'">
<!ENTITY % front-model "(journal-meta?, article-meta)">
<!ENTITY % journal-meta-model "(journal-id*, journal-title-group*, issn*, publisher?)">
<!ENTITY % article-meta-model "(article-id*, title-group?, (contrib-group | aff | aff-alternatives)*,
    author-notes?, pub-date*, volume*, issue*, (fpage, lpage?)?, permissions?, self-uri*, abstract*,
    trans-abstract*, kwd-group*, custom-meta-group?)">
<!ENTITY % publishing SYSTEM "JATS-journalpublishing1.dtd">
%publishing;
"""


@cache
def tei_schema() -> etree.RelaxNG:
    """The schema `tei_all`. To read it takes seconds."""
    return etree.RelaxNG(etree.fromstring(lzma.decompress((SCHEMAS / "tei_all-4.3.0.rng.xz").read_bytes())))


@cache
def jats_schema() -> etree.DTD:
    """The DTD of JATS."""
    modules = lzma.decompress((SCHEMAS / "jats-publishing-1.1.tar.xz").read_bytes())
    with tempfile.TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(modules)) as archive:
        archive.extractall(folder, filter="data")
        (Path(folder) / "archiving.dtd").write_text(ARCHIVING, "utf-8")
        return etree.DTD(str(Path(folder) / "archiving.dtd"))


def faults(schema: etree.RelaxNG | etree.DTD, file: bytes) -> list[str]:
    """What in `file` breaks `schema`."""
    if schema.validate(etree.fromstring(file)):
        return []
    return [f"{error.line}: {error.message}" for error in schema.error_log] or ["not valid"]
