"""The manual says what is so: its commands, keys, codes and links are those of the program."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from duidu.metadata import SCHEMA
from duidu.problems import Code, Exit
from recovering import ARTICLE, ROOT, as_json
from temporary import run

PAGES = [ROOT / "README.md", *sorted((ROOT / "manual").rglob("*.md"))]
EDITORS, MAINTAINERS = (
    (ROOT / "manual" / f"{name}.md").read_text("utf-8") for name in ("editors", "maintainers")
)
COMMAND = re.compile(r"\bduidu ([a-z]+)\b([^`\n&]*)")
LINK = re.compile(r"\]\((?!https?://)([^)#\s]+)")


def first_column(text: str, head: str) -> list[str]:
    """What stands in code in the first column of the table that begins with `head`."""
    table = text[text.index(f"| {head} |") :].split("\n\n", 1)[0]
    return [cell for row in table.splitlines()[2:] for cell in re.findall(r"`([^`]+)`", row.split(" | ")[0])]


def test_the_table_of_commands_has_each_command() -> None:
    listed = [shlex.split(command)[1] for command in first_column(EDITORS, "Command")]
    assert listed == re.findall(r"^    ([a-z]+) ", run("--help").out, re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_shown_is_understood(page: Path) -> None:
    blocks = "\n".join(re.findall(r"^```sh\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL))
    shown = COMMAND.findall(blocks)
    for command, _ in shown:
        assert run(command, "--help").code == 0


def test_the_table_of_article_toml_has_each_key() -> None:
    assert sorted(first_column(EDITORS, "Key")) == sorted(SCHEMA)


def test_the_table_of_exit_codes_has_each_code() -> None:
    table = EDITORS[EDITORS.index("| Exit code |") :].split("\n\n", 1)[0]
    assert [int(row.split("|")[1]) for row in table.splitlines()[2:]] == [int(code) for code in Exit]


def test_the_table_of_the_model_has_each_key() -> None:
    assert first_column(MAINTAINERS, "Key") == list(as_json(ARTICLE.read_text("utf-8")))


def test_findings_that_are_shown_have_codes_of_the_program() -> None:
    codes = {code.code for code in Code}
    assert set(re.findall(r"(?:error|warning): .* \[([a-z-]+)\]", EDITORS)) <= codes


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    for target in LINK.findall(page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_every_room_of_the_package_is_on_the_map() -> None:
    package = ROOT / "scripts" / "duidu"
    rooms = {path.name + ("/" if path.is_dir() else "") for path in package.iterdir()}
    rooms -= {"__init__.py", "__main__.py", "__pycache__/"}
    named = {
        name.rsplit("/", 1)[-1] if not name.endswith("/") else name.rstrip("/").rsplit("/", 1)[-1] + "/"
        for name in first_column(MAINTAINERS, "Place")
    }
    assert rooms <= named
