"""Bad input: one clear sentence with file, line and code, an exit code, and nothing written."""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from duidu.problems import Code
from made_pages import RULE
from recovering import CASES, ROOT
from temporary import FRAGMENT, Project, Said, run, small_project

GOOD = CASES[1].read_text("utf-8")  # it has no notes
LINE = GOOD.count("\n", 0, 3000) + 1
UTF8 = GOOD.encode()


def layer(body: str, notes: str = "") -> bytes:
    """A page: its body, and its notes under a rule."""
    return (f" 潮水漲落有時，船家依燈號出港。{body}\n\n" + (f"{RULE}\n{notes}\n" if notes else "")).encode()


# What stands in the file · what is said after its name · the exit code.
SOURCES: dict[str, tuple[bytes, str, int]] = {
    "empty": (b"", ": error: the file holds no text; expected the article's text layer [input-empty]", 3),
    "only spaces": (
        " \n\n　\n".encode(),
        ": error: the file holds no text; expected the article's text layer [input-empty]",
        3,
    ),
    "only a byte-order mark": (
        b"\xef\xbb\xbf\n",
        ": error: the file holds no text; expected the article's text layer [input-empty]",
        3,
    ),
    "PDF": (
        b"%PDF-1.4\n1 0 obj",
        ": error: the file is damaged; expected a whole PDF: save or export it again [pdf-damaged]",
        3,
    ),
    "Word": (
        b"PK\x03\x04\x14\x00",
        ": error: the file is damaged: its archive cannot be opened; expected a whole Word document (.docx)"
        " [zip-damaged]",
        3,
    ),
    "a program": (
        b"\x7fELF\n\x02\x01\x00",
        ":2: error: this is a binary file (it holds NUL characters); expected the article's text"
        " layer as UTF-8 text [input-binary]",
        3,
    ),
    "a NUL character": (
        (GOOD[:3000] + "\0" + GOOD[3000:]).encode(),
        f":{LINE}: error: this is a binary file (it holds NUL characters); expected the article's text"
        " layer as UTF-8 text [input-binary]",
        3,
    ),
    "UTF-16": (
        GOOD.encode("utf-16"),
        ": error: this is UTF-16 text; expected the article's text layer as UTF-8 text [input-binary]",
        3,
    ),
    "Big5": (
        GOOD.encode("big5", "ignore"),
        ":1: error: the file is not UTF-8 (it looks like Big5); convert it to UTF-8 first [input-encoding]",
        3,
    ),
    "GBK": (
        GOOD.encode("gbk"),
        ":1: error: the file is not UTF-8 (it looks like GBK); convert it to UTF-8 first [input-encoding]",
        3,
    ),
    "one wrong byte": (
        GOOD[:3000].encode() + b"\xff" + GOOD[3000:].encode(),
        f":{LINE}: error: the file is not UTF-8; convert it to UTF-8 first [input-encoding]",
        3,
    ),
    "a marker without a note": (
        layer("1其後封港。2\n\n公倉重開。 ", "1 見港務局統計。 "),
        ":1: error: the marker 2 calls a note that is not there; expected a note 2 on this page"
        " [marker-without-note]",
        1,
    ),
    "a note without a marker": (
        layer("1其後封港。 ", "1 見港務局統計。 \n2 同前註。 "),
        ":5: error: note 2 is called nowhere; expected a marker 2 in the text [note-without-marker]",
        1,
    ),
    "numbers that jump": (
        layer("1其後封港。3 ", "1 見港務局統計。 \n3 同前註。 "),
        ":5: error: note 3 follows note 1; expected note 2 [note-number-jump]",
        1,
    ),
}
# What is no error: what stands in the file.
GOOD_SOURCES: dict[str, bytes] = {
    "no notes": UTF8,
    "a byte-order mark": b"\xef\xbb\xbf" + UTF8,
    "CRLF": UTF8.replace(b"\n", b"\r\n"),
    "CR": UTF8.replace(b"\n", b"\r"),
    "only English": b"The keepers of the locks relied on trust. \nThey left few traces. ",
    "one character": "字".encode(),
}


def model(folder: Path, data: bytes, corrections: bytes | None = None) -> Said:
    """What `duidu model` says of a file; `{}` stands for the folder."""
    (folder / "source.txt").write_bytes(data)
    (folder / "article.toml").write_text(FRAGMENT, "utf-8")
    if corrections is not None:
        (folder / "corrections.toml").write_bytes(corrections)
    return run("model", str(folder / "source.txt"))


@pytest.mark.parametrize("name", SOURCES)
def test_a_source_that_cannot_be_used(name: str, tmp_path: Path) -> None:
    data, sentence, code = SOURCES[name]
    said = model(tmp_path, data)
    assert said.errors == [f"{tmp_path / 'source.txt'}{sentence}"]
    assert said.code == code
    assert (said.out == "") == (code == 3)  # what can be read is shown, though it breaks an invariant


@pytest.mark.parametrize("name", GOOD_SOURCES)
def test_a_source_that_can(name: str, tmp_path: Path) -> None:
    said = model(tmp_path, GOOD_SOURCES[name])
    assert (said.errors, said.code) == ([], 0)
    ledger = json.loads(said.out)["ledger"]
    assert ledger["source_characters"] == len("".join(GOOD_SOURCES[name].decode("utf-8-sig").split()))


@pytest.mark.parametrize("name", ["a byte-order mark", "CRLF", "CR"])
def test_line_ends_and_marks_of_order_change_nothing(name: str, tmp_path: Path) -> None:
    assert model(tmp_path, GOOD_SOURCES[name]).out == model(tmp_path, UTF8).out


def test_noise_gives_a_result(tmp_path: Path) -> None:
    rng = random.Random(1)
    kinds = ("\n", " ", "。", "1", "7", "字", "「", RULE, "a", "http://", "*", "\u2028", "\U0002a6d6", "\x1b")
    noise = "".join(
        rng.choice(kinds) if rng.random() < 0.5 else chr(rng.randint(33, 0xD7FF)) for _ in range(10**5)
    )
    assert len(noise.encode()) > 300_000
    said = model(tmp_path, noise.encode())
    assert not [error for error in said.errors if "characters-" in error]
    assert json.loads(said.out)["ledger"]["source_characters"] == len("".join(noise.split()))


def test_page_numbers_that_jump_are_only_a_warning(tmp_path: Path) -> None:
    head = " \n \n \n河港學報 \n \n{} \n\n船家依燈號出港，其後封港。 \n"
    said = model(tmp_path, ("潮水漲落有時。 \n" + head.format(7) + head.format(9)).encode())
    place = f"{tmp_path / 'source.txt'}:17"
    assert said.errors == [
        f"{place}: warning: this page bears the number 9; counting from the page before gives 8"
        " [page-number-jump]"
    ]
    assert said.code == 0


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    absent = tmp_path / "absent.txt"
    assert run("model", str(absent)) == Said(
        3,
        "",
        [
            f"{absent}: error: there is no such file; expected a Word document, a PDF or a text layer"
            " [input-missing]"
        ],
    )
    assert run("model", str(tmp_path)) == Said(
        3,
        "",
        [f"{tmp_path}: error: this is a folder; expected a file [input-folder]"],
    )


def test_a_name_below_a_file(tmp_path: Path) -> None:
    model(tmp_path, UTF8)
    below = tmp_path / "source.txt" / "more.txt"
    assert run("model", str(below)) == Said(
        3, "", [f"{below}: error: the file cannot be read: Not a directory [input-unreadable]"]
    )


# --- corrections.toml

ENTRY = {"quote": "沒有這句話", "text": "", "reason": "why"}


def toml(**keys: Any) -> bytes:
    """A corrections.toml with one correction."""
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in {**ENTRY, **keys}.items()]
    return ("[[correction]]\n" + "".join(line + "\n" for line in lines if not line.endswith("null"))).encode()


CORRECTIONS = {
    "a quotation that is gone": (
        toml(),
        "the quoted text “沒有這句話” is not in the article; expected it once [correction-not-found]",
    ),
    "a quotation that is there twice": (
        toml(quote="渡口"),
        "the quoted text “渡口” is there 2 times; quote more of it, so that it is there once"
        " [correction-ambiguous]",
    ),
    "no TOML": (
        b"[[correction]\n",
        "this is not valid TOML: Expected ']]' at the end of an array declaration (at line 1, column 13)"
        " [toml-malformed]",
    ),
    "an unknown table": (
        b"[[corrections]]\n",
        "the key “corrections” is unknown; expected one of [[correction]] [toml-key-unknown]",
    ),
    "a single table": (
        b"[correction]\n",
        "the value of “correction” is no list; expected [[correction]] [toml-value-wrong]",
    ),
    "an unknown key": (
        toml(qoute="x"),
        "the key “qoute” is unknown; expected one of quote, text, reason; perhaps “quote” is meant"
        " [toml-key-unknown]",
    ),
    "a missing key": (
        toml(reason=None),
        "the key “reason” is missing; expected it in every correction [toml-key-missing]",
    ),
    "a value that is no text": (toml(text=3), "the value of “text” is 3; expected a text [toml-value-wrong]"),
    "a value nested too deeply": (
        b"correction = " + b"[" * 3000 + b"]" * 3000,
        "this is not valid TOML: it is nested too deeply [toml-malformed]",
    ),
    "an empty quotation": (toml(quote=""), "the value of “quote” is ''; expected a text [toml-value-wrong]"),
}


@pytest.mark.parametrize("name", CORRECTIONS)
def test_corrections_that_cannot_be_made(name: str, tmp_path: Path) -> None:
    data, sentence = CORRECTIONS[name]
    said = model(tmp_path, "渡口有船，船在渡口。 ".encode(), data)
    line = ":1" if data.startswith(b"[[correction]]\n") else ""  # where the correction begins, if it is one
    assert said == Said(3, "", [f"{tmp_path / 'corrections.toml'}{line}: error: {sentence}"])


def test_a_correction_is_made_once_and_its_characters_are_accounted_for(tmp_path: Path) -> None:
    said = model(tmp_path, "渡口有船，在-\n渡口。 ".encode(), toml(quote="在-渡口", text="在渡口"))
    assert (said.code, said.errors) == (0, [])
    found = json.loads(said.out)
    assert found["blocks"][0]["runs"][-1] == "渡口有船，在渡口。"
    assert found["ledger"]["set_aside"] == [{"line": 1, "text": "-", "reason": "declared", "words": "why"}]
    assert [correction["declared"] for correction in found["corrections"]] == [True]


def test_corrections_in_another_encoding(tmp_path: Path) -> None:
    said = model(tmp_path, UTF8, toml().decode().encode("big5"))
    sentence = "the file is not UTF-8 (it looks like Big5); convert it to UTF-8 first [input-encoding]"
    assert said == Said(3, "", [f"{tmp_path / 'corrections.toml'}:2: error: {sentence}"])


@pytest.mark.parametrize(
    ("encoding", "kind"),
    [("utf-16", "UTF-16 text"), ("utf-16-be", "a binary file (it holds NUL characters)")],
)
def test_corrections_that_are_no_text(encoding: str, kind: str, tmp_path: Path) -> None:
    said = model(tmp_path, UTF8, toml().decode().encode(encoding))
    place = f"{tmp_path / 'corrections.toml'}{'' if kind.startswith('U') else ':1'}"
    sentence = f"this is {kind}; expected TOML as UTF-8 text [input-binary]"
    assert said == Said(3, "", [f"{place}: error: {sentence}"])


def test_corrections_with_a_byte_order_mark(tmp_path: Path) -> None:
    corrections = b"\xef\xbb\xbf" + toml(quote="渡口有船", text="渡口無船")
    said = model(tmp_path, "渡口有船，船在渡口。 ".encode(), corrections)
    assert (said.code, said.errors) == (0, [])


# --- the edges of the machine


def test_output_where_the_locale_is_not_utf8() -> None:
    path = os.pathsep.join([str(ROOT / "scripts"), os.environ.get("PYTHONPATH", "")])
    command = [sys.executable, "-m", "duidu", "model", str(CASES[3])]
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr
    assert json.loads(done.stdout.decode("utf-8"))["format"] == "duidu-model/2"


def test_a_page_number_without_end(tmp_path: Path) -> None:
    assert model(tmp_path, f"字。 \n \n \n報 \n \n{'9' * 5000} \n\n字。 ".encode()).code == 0


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    said = run("model", str(tmp_path / ("a" * 300)))
    assert (said.code, len(said.errors)) == (3, 1)


# --- nothing is written


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize("name", ["a note without a marker", "PDF"])
def test_of_an_article_with_an_error_nothing_is_written(command: str, name: str, tmp_path: Path) -> None:
    project = Project(tmp_path)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    project.add("broken", SOURCES[name][0])
    before = project.files()
    said = run(command, "--root", str(tmp_path))
    file = tmp_path / "docs" / "articles" / "broken" / "source.txt"
    assert f"{file}{SOURCES[name][1]}" in said.errors
    assert said.code == 1
    assert project.files() == before


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """A disk that is full after one file; the files that were to be written."""
    write, tried = Path.write_bytes, list[Path]()

    def fail(path: Path, *args: Any, **more: Any) -> int:
        tried.append(path)
        if len(tried) > 1:
            raise OSError(28, "No space left on device")
        return write(path, *args, **more)

    monkeypatch.setattr(Path, "write_bytes", fail)
    return tried


def test_a_full_disk_leaves_all_as_it_was(tmp_path: Path, full_disk: list[Path]) -> None:
    project = small_project(tmp_path)
    before = project.files()
    with contextlib.suppress(OSError):
        run("build", "--root", str(tmp_path))
    assert len(full_disk) == 2
    assert project.files() == before


def test_a_site_that_cannot_be_built(tmp_path: Path) -> None:
    small_project(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("no_such_setting: 1\nsite_name: x\ntheme: no-such-theme\n")
    said = run("build", "--root", str(tmp_path))
    assert said.code == 4
    assert said.errors[-1].startswith(f"{tmp_path}: error: the site could not be built: ")
    assert said.errors[-1].endswith("[site-failed]")


def test_no_project_and_no_articles(tmp_path: Path) -> None:
    no_project = "no mkdocs.yml is here or in a folder above; expected a duidu project [no-project]"
    assert run("check", "--root", str(tmp_path)) == Said(2, "", [f"{tmp_path}: error: {no_project}"])
    (tmp_path / "mkdocs.yml").touch()
    folder = tmp_path / "docs" / "articles"  # is missing: this may be a site of another kind
    expected = "expected a folder with a source.docx, source.pdf or source.txt"
    no_articles = f"no article is here; {expected} [no-articles]"
    assert run("check", "--root", str(tmp_path)) == Said(3, "", [f"{folder}: error: {no_articles}"])


def test_settings_that_are_no_yaml(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("site_name: [\n")
    before = project.files()
    said = run("build", "--root", str(tmp_path))
    assert (said.code, said.out) == (3, "")
    assert said.errors[-1] == (
        f"{tmp_path / 'mkdocs.yml'}: error: the settings cannot be read: MkDocs encountered an error parsing"
        " the configuration file: while parsing a flow node expected the node content, but found"
        f" '<stream end>' in \"{tmp_path / 'mkdocs.yml'}\", line 2, column 1 [settings-malformed]"
    )
    assert project.files() == before


# --- the codes


def test_codes_are_told_apart() -> None:
    assert len({code.code for code in Code}) == len(Code)
