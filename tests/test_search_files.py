"""The search files: what can be found, how it is written, and what the posting lists know."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import SAMPLE, note, paragraph, runs, seen
from building import ORIGINAL, SIMPLER
from duidu.enrich.fold import fold
from duidu.enrich.other_script import convert_article
from duidu.model import Article, Front, Heading
from duidu.publish.pages.site_pages import site_pages
from duidu.publish.search.packing import BYTE, alphabet_of, pack, singles_in, steps
from duidu.publish.search.postings import (
    Lists,
    groups_of,
    shard_count,
    shard_of,
    shards_of,
    write_lists,
    written,
)
from duidu.publish.search.search_files import item_files, search_files
from duidu.publish.search.search_items import Item, Kind, items_of
from rendering import to_html

ITEMS = items_of("dengta", SAMPLE, convert_article(SAMPLE))

# --- items


def test_items_stand_by_sections_with_their_notes_at_the_end() -> None:
    assert " ".join(item.id for item in ITEMS) == (
        "title author-1 abstract-1 keywords "
        "sec-1 par-1 par-2 note-1 note-2 sec-2 sec-3 par-3 note-3 note-4 sec-4 par-4 par-5 note-5 note-6 "
        "sec-5 par-6 note-7 note-8 sec-6 par-7 note-9 "
        "english author-en-1 abstract-en-1 keywords-en"
    )
    assert "".join(item.kind for item in ITEMS) == "taskhppnnhhpnnhppnnhpnnhpntask"


def test_items_have_the_words_of_the_page_under_their_ids() -> None:
    shown = to_html(site_pages([ORIGINAL])["zh-hant/dengta/index.md"]).texts
    for item in ITEMS:
        assert visible(item.text) == visible(shown[item.id].replace("↩", "")), item.id


def visible(text: str) -> str:
    return "".join(text.split())


def test_an_item_knows_the_pages_it_stands_on() -> None:
    pages = {item.id: item.pages for item in ITEMS}
    assert pages["par-1"] == ("",)  # the sample does not say on which page it begins
    assert pages["par-2"] == ("", "[94]")
    assert pages["par-3"] == ("[94]", "95")
    assert pages["note-3"] == ("[94]",)  # where its call is
    assert pages["note-4"] == ("95", "[95]")  # it goes on where the sample says
    assert pages["par-7"] == ("[97]",)
    (broken,) = [item.text for item in ITEMS if item.id == "par-3"]
    assert "when they are\f needed" in broken


def test_both_scripts_stand_place_by_place() -> None:
    for item in ITEMS:
        assert item.simplified is not None
        assert len(item.text) == len(item.simplified)


def test_an_article_with_nothing_has_its_slug_for_a_title() -> None:
    (item,) = items_of("leer", Article(Front(), (), ()))
    assert item == Item("title", Kind.TITLE, "leer", ("",), None)


def test_a_note_stands_in_the_section_that_calls_it() -> None:
    blocks = (paragraph(1, "甲", 1), Heading("sec-1", 1, runs("乙")), paragraph(2, "丙", 2))
    article = Article(Front(), blocks, (note(1, "一"), note(2, "二"), note(3, "無人引用")))
    assert [item.id for item in items_of("x", article)][1:] == [
        "par-1",
        "note-1",
        "sec-1",
        "par-2",
        "note-2",
        "note-3",
    ]


def test_a_note_has_its_label() -> None:
    article = Article(Front(), (paragraph(1, "甲", 1),), (replace(note(1, "一"), label="①"),))
    assert [item.label for item in items_of("x", article)] == ["", "", "①"]


def test_what_a_line_cannot_hold_becomes_a_space() -> None:
    article = Article(Front(), (paragraph(1, "甲\n乙\t丙\x85丁\u2028戊", seen(2), "己"),), ())
    assert items_of("x", article)[1].text == "甲 乙 丙 丁 戊\f己"


# --- packing


@given(st.text())
def test_packed_text_can_be_unpacked(text: str) -> None:
    alphabet = alphabet_of(text)
    assert unpack(pack(text, alphabet), steps(alphabet)) == text


def test_an_alphabet_of_many_characters_can_be_unpacked() -> None:
    text = "".join(map(chr, range(0x3400, 0x3400 + 3000))) + "常" * 9
    alphabet = alphabet_of(text)
    assert unpack(pack(text, alphabet), steps(alphabet)) == text
    assert len(pack("常", alphabet)) == 1


@pytest.mark.parametrize(
    ("size", "singles"), [(1, 256), (256, 256), (257, 255), (511, 255), (512, 254), (65536, 0)]
)
def test_an_alphabet_has_as_many_short_characters_as_it_can(size: int, singles: int) -> None:
    assert singles_in(size) == singles
    assert singles + (BYTE - singles) * BYTE >= size


def unpack(packed: bytes, steps_: list[int]) -> str:
    alphabet = [chr(number) for number in accumulate(steps_)]
    singles = singles_in(len(alphabet))
    text, at = "", 0
    while at < len(packed):
        over = packed[at] - singles
        text += alphabet[packed[at] if over < 0 else singles + over * BYTE + packed[at + 1]]
        at += 1 if over < 0 else 2
    return text


# --- files


def test_what_simplified_cannot_be_known_is_told() -> None:
    item = Item("par-1", Kind.PARAGRAPH, "編著《部份》，附著於", ("",), "编著《部分》，附着于")
    described = json.loads(item_files({"x": [item]})["search/x.json"])
    assert described["items"] == [["par-1", [""], "1著2分"]]


@pytest.mark.parametrize(
    ("anchor", "label", "told"),
    [
        ("note-3", "3", None),
        ("note-3", "①", {"note-3": "①"}),
        ("note-12", "1", {"note-12": "1"}),  # labels begin anew on each page
    ],
)
def test_the_label_of_a_note_is_told_where_its_id_does_not_say_it(
    anchor: str, label: str, told: dict[str, str] | None
) -> None:
    item = Item(anchor, Kind.NOTE, "同前註", ("95",), None, label)
    assert json.loads(item_files({"x": [item]})["search/x.json"]).get("labels") == told


def test_files_of_the_sample() -> None:
    files = search_files([ORIGINAL, SIMPLER])
    assert sorted(files) == ["search/dengta.json", "search/dengta.txt", "search/site.json"]
    site = json.loads(files["search/site.json"])
    kinds = "".join(item.kind for item in ITEMS)
    assert site["articles"] == [{"slug": "dengta", "kinds": kinds, "simplified": True}]
    assert site["shards"] == 0
    described = json.loads(files["search/dengta.json"])
    assert [row[0] for row in described["items"]] == [item.id for item in ITEMS]
    texts = unpack(files["search/dengta.txt"], described["alphabet"]).split("\n")
    assert texts == [item.text for item in ITEMS]


def test_a_site_in_one_script_says_so() -> None:
    site = json.loads(search_files([ORIGINAL])["search/site.json"])
    assert not site["articles"][0]["simplified"]


def test_the_same_articles_give_the_same_bytes() -> None:
    assert search_files([ORIGINAL, SIMPLER]) == search_files([ORIGINAL, SIMPLER])


# --- posting lists


@pytest.mark.parametrize(
    ("numbers", "letters"), [([0], "A"), ([1, 2, 4], "BBC"), ([25, 51], "ZbA"), ([83], "dF"), ([], "")]
)
def test_numbers_are_written_as_steps(numbers: list[int], letters: str) -> None:
    assert written(numbers) == letters
    assert read(letters) == numbers


@given(st.sets(st.integers(0, 10**7)))
def test_numbers_can_be_read_again(numbers: set[int]) -> None:
    assert read(written(sorted(numbers))) == sorted(numbers)


def read(letters: str) -> list[int]:
    number, out = 0, []
    for digits in re.findall("[a-z]*[A-Z]", letters):
        step = 0
        for digit in digits:
            step = step * 26 + ord(digit.lower()) - ord("a")
        number += step
        out.append(number)
    return out


def lists_of(*texts: str) -> dict[str, list[int]]:
    return dict(lines_of(files_of(paragraphs(*texts))))


def paragraphs(*texts: str) -> list[Item]:
    return [Item(f"par-{n}", Kind.PARAGRAPH, text, ("",), None) for n, text in enumerate(texts)]


def files_of(*groups: list[Item]) -> str:
    """The one file of these groups."""
    (shard,) = shards_of([Lists(BytesIO(write_lists(items))) for items in groups], 1)
    return shard.decode()


def lines_of(shard: str) -> Iterator[tuple[str, list[int]]]:
    for gram, letters in (line.split(" ") for line in shard.splitlines() if line):
        yield gram, read(letters)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("三環外交論", "三* 环* 外* 交* 论* 三环* 环外* 外交* 交论* 三环外交 环外交论 外交论"),
        ("英美（UKUSA）情\f報，5 a", "英* 美* 英美* ( ukusa u* uk* ) 情* 报* 情报* , 5 5* a a*"),
    ],
)
def test_grams_of_a_text(text: str, found: str) -> None:
    assert lists_of(text) == {gram: [0] for gram in found.split()}


def test_a_list_names_an_item_once() -> None:
    assert lists_of("情報與情報", "無", "情報")["情报*"] == [0, 2]


def test_lists_are_of_both_scripts() -> None:
    item = Item("par-1", Kind.PARAGRAPH, "部份", ("",), "部分")
    grams_in = " ".join(sorted(gram for gram, _ in lines_of(files_of([item]))))
    assert grams_in == "份* 分* 部* 部份* 部分*"


def test_what_begins_with_the_same_three_characters_is_in_one_file() -> None:
    assert shard_of("churchill", 1024) == shard_of("chu", 1024) != shard_of("china", 1024)
    assert shard_of("特殊关系", 1024) == shard_of("特殊关", 1024)
    assert shard_of("", 2**32) == 2166136261  # FNV-1a
    assert shard_of("a", 2**32) == 0xE40C292C


@pytest.mark.parametrize("count", [1, 2, 64, 16384])
def test_each_line_is_in_the_file_of_its_gram(count: int) -> None:
    lists = Lists(BytesIO(write_lists(ITEMS)))
    shards = [shard.decode() for shard in shards_of([lists], count)]
    found = {gram: number for number, shard in enumerate(shards) for gram, _ in lines_of(shard)}
    assert found == {gram: shard_of(gram, count) for gram, _ in lines_of(files_of(list(ITEMS)))}


def test_a_file_has_the_groups_one_after_the_other() -> None:
    shard = files_of(paragraphs("a", "b"), [], paragraphs("無", "b"))
    first, nothing, second, end = shard.split("\n\n", 1)[0], *shard.split("\n\n", 1)[1].split("\n", 1), ""
    assert dict(lines_of(first)) == {"a": [0], "a*": [0], "b": [1], "b*": [1]}
    assert nothing == end == ""
    assert dict(lines_of(second)) == {"无*": [0], "b": [1], "b*": [1]}
    assert shard.endswith("\n\n")


def test_how_many_files_there_are_changes_seldom() -> None:
    class Sized(Lists):
        def __init__(self, size: int) -> None:
            self._size = size

        @property
        def size(self) -> int:
            return self._size

    sizes = (0, 11_999, 24_000, 47_999, 48_000, 10**12)
    assert [shard_count([Sized(size)]) for size in sizes] == [1, 1, 2, 2, 4, 16384]
    assert shard_count([]) == 0


SLUGS = st.sets(st.text("abcdefgh", min_size=1, max_size=6), max_size=300).map(sorted)


@given(SLUGS)
def test_groups_are_the_articles_in_order(slugs: list[str]) -> None:
    groups = list(groups_of(slugs))
    assert [slug for group in groups for slug in group] == slugs
    assert all(0 < len(group) <= 64 for group in groups)


@given(SLUGS, st.text("abcdefgh", min_size=1, max_size=6))
def test_another_article_changes_few_groups(slugs: list[str], another: str) -> None:
    """That in which it comes to stand, and full ones after it, up to the next article that ends a group."""
    before, after = set(groups_of(slugs)), set(groups_of(sorted({*slugs, another})))
    assert len(before - after) <= 1 + len(slugs) // 64


@given(st.lists(st.text(alphabet="英美特殊關係ab 1，"), min_size=1, max_size=6))
def test_lists_tell_just_where_a_beginning_is(texts: list[str]) -> None:
    lists = lists_of(*texts)
    folded = [fold(text) for text in texts]
    for text in folded:
        for start in range(len(text)):
            for length in range(1, 5):
                beginning = text[start : start + length]
                if re.fullmatch("[英美特殊关系]+", beginning):
                    key = beginning + "*" * (length < 3)
                    listed = {number for gram in lists if gram.startswith(key) for number in lists[gram]}
                    assert listed == {number for number, other in enumerate(folded) if beginning in other}
    for word in {word for text in folded for word in re.findall("[ab1]+", text)}:
        assert lists[word] == [n for n, text in enumerate(folded) if word in re.findall("[ab1]+", text)]
