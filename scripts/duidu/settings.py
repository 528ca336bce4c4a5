"""mkdocs.yml → what duidu itself needs of it. The rest is for MkDocs and Zensical alone.

It says what the site is called (`site_name`, `extra.names`), what the home page says of it
(`extra.descriptions`), where the project's own templates are (`theme.custom_dir`), and which of the two
programs makes the site (`extra.engine`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import IO, Any

from duidu.engines import ENGINES, MKDOCS, Engine
from duidu.problems import Code, DuiduError, Problem


@dataclass(frozen=True, slots=True)
class Settings:
    """What the project says of its site.

    `name`, `description` and `language` are the site's. `names` are those in other languages, and
    `descriptions` what the home page says below the name, by language. `templates` is the folder of the
    project's own templates, `docs` that of its sources and pages, `site` that of the built site, as they
    are written; `address` is where the site will be published, `excluded` which files are not, as Git ignores
    files, and `engine` what makes it. What is not said is empty.
    """

    name: str = ""
    description: str = ""
    language: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    descriptions: Mapping[str, str] = field(default_factory=dict)
    templates: str = ""
    docs: str = "docs"
    site: str = "site"
    address: str = ""
    excluded: str = ""
    engine: Engine = MKDOCS

    def name_in(self, language: str) -> str:
        """The name in `language`, as the templates choose it."""
        return self.names.get(language) or self.name

    def address_of(self, folder: str = "") -> str:
        """Where the page is published that stands in `folder` of the site, or its home page; empty if the
        site's address is not set.
        """
        root = self.address.strip().rstrip("/")
        return "/".join(filter(None, (root, folder))) + "/" if root else ""

    @property
    def of_articles(self) -> Settings:
        """What of it the files of an article tell: the site's names, and its address. To convert an article
        no more is given, so that whatever else changes leaves all articles as they are.
        """
        return Settings(name=self.name, names=self.names, address=self.address)


UNSAID = Settings()


def parse_settings(file: IO[bytes], name: str) -> Settings:
    """What the open mkdocs.yml `file` says, with what it inherits; `name` is the file in messages.

    Values of a wrong kind are left to MkDocs to report. Raises `DuiduError` if it is no YAML, or names an
    engine that is none, and `OSError` if a file cannot be read.
    """
    from mkdocs.utils.yaml import yaml_load  # slow to load

    try:
        said = _mapping(yaml_load(file))
    except OSError:
        raise
    except Exception as error:  # YAML's readers of dates, numbers and tags raise whatever Python does
        raise DuiduError(name, Problem.at(Code.SETTINGS_MALFORMED, reason=_reason(error))) from None
    theme, extra = _mapping(said.get("theme")), _mapping(said.get("extra"))
    return Settings(
        _text(said.get("site_name")),
        _text(said.get("site_description")),
        _text(theme.get("language")),
        _texts(extra.get("names")),
        _texts(extra.get("descriptions")),
        _text(theme.get("custom_dir")),
        _text(said.get("docs_dir")) or "docs",
        _text(said.get("site_dir")) or "site",
        _text(said.get("site_url")),
        _text(said.get("exclude_docs")),
        _engine(extra.get("engine", MKDOCS.module), name),
    )


def _reason(error: Exception) -> str:
    """Why the settings cannot be read, on one line."""
    from mkdocs.exceptions import ConfigurationError  # all are slow to load
    from yaml import YAMLError

    if isinstance(error, RecursionError):
        return "they are nested too deeply, or inherit themselves"
    if isinstance(error, (ConfigurationError, YAMLError, ValueError)):
        return " ".join(str(error).split())
    return "a value is of a wrong kind"  # Python's own words would say nothing to an editor


def _engine(said: object, name: str) -> Engine:
    if engine := ENGINES.get(said) if isinstance(said, str) else None:
        return engine
    reason = f"extra.engine is {said!r}; expected {' or '.join(ENGINES)}"
    raise DuiduError(name, Problem.at(Code.SETTINGS_MALFORMED, reason=reason))


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> Mapping[str, str]:
    """The texts among the values; `no` and `1` are keys that YAML does not take for texts."""
    said = _mapping(value).items()
    return {key: text for key, text in said if isinstance(key, str) and isinstance(text, str)}
