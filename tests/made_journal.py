"""A made journal, of as many articles as one likes: `python tests/made_journal.py FOLDER NUMBER`.

Each article has two authors of a few, keywords, abstracts, glosses, dates, and notes that cite a book and an
earlier article of the journal. Its text is short; what varies is what article.toml says.
"""

from __future__ import annotations

import re
import sys
from itertools import islice, product
from pathlib import Path

from made_pages import RULE
from recovering import ROOT

AN_ISSUE = 6  # articles
NUMBERS = 4  # issues of a volume
FIRST_YEAR = 1999
PLACES = ("淡水", "鹿港", "安平", "旗後", "東港", "笨港", "萬華", "大稻埕", "噶瑪蘭", "卑南")
PLACES_EN = (
    "Tamsui",
    "Lukang",
    "Anping",
    "Chihou",
    "Tungkang",
    "Penkang",
    "Wanhua",
    "Twatutia",
    "Kavalan",
    "Puyuma",
)
THINGS = ("鹽稅", "燈塔", "碼頭工人", "關稅", "船難", "水門", "帳簿", "瘟疫", "商會", "義塾")
THINGS_EN = (
    "Salt Tax", "Lighthouse", "Dockers", "Customs", "Shipwrecks", "Sluices", "Ledgers", "Epidemics", "Guilds",
    "Schools",
)  # fmt: skip
AUTHORS = (
    ("沈時雨", "Shih-yu Shen"), ("林知遠", "Chih-yuan Lin"), ("黃洪堯", "Hung-yao Huang"),
    ("王小明", "Hsiao-ming Wang"), ("張心怡", "Hsin-yi Chang"), ("歐陽安", "An Ouyang"),
    ("陳一", "Yi Chen"), ("劉海若", "Hai-jo Liu"),
)  # fmt: skip
SUBJECTS = (
    ("港口史", "port history"),
    ("財政", "finance"),
    ("社會史", "social history"),
    ("航運", "shipping"),
)
TEXT = """\
 潮水漲落有時，船家依燈號出港。總稅務司赫德（Robert Hart）於 {year} 年 3 月主張整頓{thing}。1␣
 {place}的{thing}自 {later} 年起歸海關（Imperial Maritime Customs）管理，前人已有論述。2␣

{rule}
1 John Hale, Lights on the Coast (London: Harbour Press, 1990), p. {page}.␣
2 {cited}␣
"""
OTHER_WORK = "王明，《港灣與帝國》（臺北：海山出版社，1987 年），頁 {page}。"
TOML = """\
title = "{title}"
title_en = "{title_en}"
keywords = ["{keyword}", "{place}"]
keywords_en = ["{keyword_en}", "{place_en}"]
abstract = "本文以{place}為例，說明{thing}的由來。檔案與碑刻並用，兼及口述。"
abstract_en = "The {thing_en} of {place_en}, from archives, steles and interviews."
accept = ["headings-missing", "pages-differ"]
{issue}
[[author]]
name = "{name}"
name_en = "{name_en}"

[[author]]
name = "{other}"
name_en = "{other_en}"
"""
ISSUE = """\
journal = "海港史學報"
journal_en = "Journal of Port History"
volume = "{volume}"
issue = "{number}"
year = {year}
pages = "{first}-{last}"
"""


def make_journal(root: Path, number: int, *, issues: bool = True, site_url: str = "") -> Path:
    """Write the sources of a project with so many articles to the folder `root`; that folder.

    Without `issues` it is a plain collection.
    """
    settings = re.sub(r"(?m)^  custom_dir:.*", "", (ROOT / "mkdocs.yml").read_text("utf-8"))
    root.mkdir(parents=True, exist_ok=True)
    (root / "mkdocs.yml").write_text(f"{settings}\nsite_url: {site_url}\n" if site_url else settings, "utf-8")
    for place in range(number):
        folder = root / "docs" / "articles" / slug_of(place)
        folder.mkdir(parents=True, exist_ok=True)
        text, toml = article(place, issues=issues)
        (folder / "source.txt").write_text(text, "utf-8")
        (folder / "article.toml").write_text(toml, "utf-8")
    return root


def slug_of(place: int) -> str:
    """The slug of the article that is the `place`th, from 0 on; that of a later one is not after it."""
    return f"{PLACES_EN[place % 10].lower()}-{place}"


def article(place: int, *, issues: bool = True) -> tuple[str, str]:
    """The source and the article.toml of one article."""
    (where, where_en), (what, what_en) = _subject(place)
    keyword, keyword_en = SUBJECTS[place % len(SUBJECTS)]
    (name, name_en), (other, other_en) = AUTHORS[place % 8], AUTHORS[(place * 3 + 1) % 8]
    year = FIRST_YEAR + place // (AN_ISSUE * NUMBERS)
    facts = {
        "title": title_of(place), "title_en": f"{what_en} in {where_en}{_serial(place, ', Part ')}",
        "place": where, "place_en": where_en, "thing": what, "thing_en": what_en,
        "keyword": keyword, "keyword_en": keyword_en, "name": name, "name_en": name_en,
        "other": other if other != name else "何必", "other_en": other_en if other != name else "Pi Ho",
    }  # fmt: skip
    text = TEXT.replace("␣", " ").format(
        rule=RULE,
        year=1860 + place % 30,
        later=1880 + place % 40,
        page=place + 1,
        cited=_cited(place, issues),
        **facts,
    )
    said = ISSUE.format(**_issue(place, year)) if issues else "year = 2020\n"
    return text, TOML.format(issue=said, **facts)


def title_of(place: int) -> str:
    """The title of an article."""
    (where, _), (what, _) = _subject(place)
    return f"{where}的{what}{_serial(place, '：')}"


def _serial(place: int, before: str) -> str:
    return f"{before}{place // 100 + 1}" if place >= 100 else ""


def _subject(place: int) -> tuple[tuple[str, str], tuple[str, str]]:
    pairs = product(zip(THINGS, THINGS_EN, strict=True), zip(PLACES, PLACES_EN, strict=True))
    thing, where = next(islice(pairs, place % 100, None))
    return where, thing


def _issue(place: int, year: int) -> dict[str, int]:
    issue, within = divmod(place, AN_ISSUE)
    volume, number = divmod(issue, NUMBERS)
    first = within * 20 + 1
    return {"volume": volume + 1, "number": number + 1, "year": year, "first": first, "last": first + 1}


def _cited(place: int, issues: bool) -> str:
    """An earlier article of the journal; of every third one a book."""
    if not issues or place % 3 == 0:
        return OTHER_WORK.format(page=place + 1)
    earlier = place // 2
    said = _issue(earlier, FIRST_YEAR + earlier // (AN_ISSUE * NUMBERS))
    issue = "《海港史學報》第 {volume} 卷第 {number} 期（{year} 年），頁 {first}。".format(**said)
    return f"{AUTHORS[earlier % 8][0]}，〈{title_of(earlier)}〉，{issue}"


if __name__ == "__main__":
    make_journal(Path(sys.argv[1]), int(sys.argv[2]))
