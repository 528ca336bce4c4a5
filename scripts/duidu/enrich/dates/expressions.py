"""Expressions of time → years: 1941 年 3 月, 1966 至 1968 年, 六○年代, 十八世紀, 民國三十八年, 道光二十年."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from duidu.annotations import Precision
from duidu.enrich.dates.eras import BEFORE_REPUBLIC, REIGNS, REPUBLIC, WITH_MONTHS_OF_THE_WEST, years_of
from duidu.han import NUMERALS, number

_LAST_YEAR = 2100


@dataclass(frozen=True, slots=True)
class Time:
    """An expression, at `start` to `end` of a text, and what it means: see `duidu.annotations.Date`."""

    start: int
    end: int
    first: int
    last: int
    precision: Precision
    month: int = 0
    day: int = 0


_S = r"[ \u3000]?"
_NUMERAL = f"[元廿卅{NUMERALS}]{{1,6}}"
_ERA = rf"(?P<era>西元前|公元前|紀元前|民國前|民前|西元|公元|紀元|中華民國|民國)?{_S}"
_TO = rf"{_S}(?:年)?{_S}(?:至|到|迄|[-–—－~～])+{_S}"
# 初、末 and the like refine an expression, and belong to it.
_PART = (
    "(?:初期|初葉|初年|初|早期|前期|前半葉|前半|上半葉|中期|中葉|中(?![止斷國美日央東共華])|後期|後半葉|後半|下半葉"
    "|晚期|末期|末葉|末年|末)?"
)
_FIGURES = "[0-9０-９]"
_PLACES = "[零〇○一二三四五六七八九]{4}"
# After an era, a year may be a number in words: 民國三十八年.
_YEAR = (
    rf"(?P<year>{_FIGURES}{{1,4}}|{_PLACES}|(?<=民國){_NUMERAL}"
    rf"|(?<=[西公紀]元前){_NUMERAL}|(?<=民國前){_NUMERAL}|(?<=民前){_NUMERAL}|(?<=[西公紀]元){_NUMERAL})"
)
_LAST = rf"(?P<last>{_FIGURES}{{2,4}}|{_PLACES}|{_NUMERAL})"
_DAY = rf"(?:{_S}(?P<day>{_FIGURES}{{1,2}}|{_NUMERAL}){_S}[日號])?"
_MONTH = rf"(?:{_S}(?P<month>{_FIGURES}{{1,2}}|{_NUMERAL}){_S}月(?:份)?{_DAY})?"
_TEN = "[一二三四五六七八九][十○〇零]"
_DECADE = f"[1-9]0|{_TEN}"
_ANY_DECADE = f"(?:1[0-9]|20)?[0-9]0|{_TEN}"
_FULL = "(?:1[0-9]{3}|20[0-9]{2})"
_DIGIT_BEFORE = r"(?<![0-9０-９．%/\-–A-Za-z])(?<![0-9][.,，])"
_CHINESE_BEFORE = r"(?<![零〇○一二三四五六七八九十百千萬億兆第])(?<!第[ \u3000])"
# After these words a number of years is a length of time.
_LENGTH = "".join(rf"(?<!{word})(?<!{word} )" for word in ("近", "長達", "距今", "今約", "歷時", "歷經"))
_BEFORE_TOO = rf"(?:(?:西元|公元|紀元)?前{_S})?"  # 西元前五至前四世紀

_REIGNS = "|".join(sorted(REIGNS, key=len, reverse=True))
_REIGN = rf"(?P<reign>{_REIGNS}){_S}"
_NAMED = regex.compile(rf"(?r){REPUBLIC}|{_REIGNS}")  # searched backwards
_OF_REIGN = rf"(?:{_FIGURES}{{1,2}}|{_NUMERAL})"
_IN_OUR_YEARS = rf"(?:西元|公元)?{_S}(?P<gloss>{_FIGURES}{{3,4}})(?:{_TO}{_FIGURES}{{2,4}})?{_S}年?"
_AND = rf"{_S}(?P<and>、){_S}"  # two years that follow each other: 民國三十八、三十九年
_GLOSS = rf"(?:{_S}[（(]{_S}{_IN_OUR_YEARS}{_S}[）)])?"

# By `regex`, which passes over a text without 世紀 or 年 at once: `re` tries each of its places.
_FORMS = (
    # 道光二十年（1840）至二十二年（1842）
    regex.compile(
        rf"{_REIGN}(?P<year>{_OF_REIGN}){_S}年{_S}[（(]{_S}{_IN_OUR_YEARS}{_S}[）)]{_TO}"
        rf"(?P<last>{_OF_REIGN}){_S}年(?!代|級|期)(?:{_S}[（(]{_S}(?:西元|公元)?{_S}{_FIGURES}{{3,4}}{_S}年?{_S}[）)])?"
    ),
    # 道光二十（1840）年
    regex.compile(rf"{_REIGN}(?P<year>{_OF_REIGN}){_S}[（(]{_S}{_IN_OUR_YEARS}{_S}[）)]{_S}年(?!代|級|期)"),
    # 道光二十年（1840）, 光緒元年至三年, 明治28年, 昭和十年八月, 天寶十四載
    regex.compile(
        rf"{_REIGN}(?P<year>{_OF_REIGN})(?:(?:{_TO}|{_AND})(?P<last>{_OF_REIGN}))?{_S}(?:年(?!代|級|期)|載)"
        rf"{_GLOSS}(?:(?<![）)]){_MONTH})?"
    ),
    # 乾隆二十年（1755）與四十六年（1781）: the second; the reign is the one named before
    regex.compile(
        rf"{_DIGIT_BEFORE}{_CHINESE_BEFORE}{_LENGTH}(?P<year>{_OF_REIGN}){_S}年{_S}[（(]{_S}{_IN_OUR_YEARS}{_S}[）)]"
    ),
    # 乾隆年間, 嘉慶朝
    regex.compile(rf"{_REIGN}(?:年間|一?朝(?![廷代]))"),
    # 十九世紀六○年代, 十九世紀末, 18 至 19 世紀, 西元前三世紀
    regex.compile(
        rf"{_ERA}(?:{_DIGIT_BEFORE}|{_CHINESE_BEFORE})(?P<century>[0-9]{{1,2}}|{_NUMERAL})"
        rf"(?:{_TO}{_BEFORE_TOO}(?P<to_century>[0-9]{{1,2}}|{_NUMERAL}))?{_S}世紀"
        rf"(?:{_S}的?(?P<decade>{_DECADE})(?:{_TO}(?P<to_decade>{_DECADE}))?{_S}年代)?{_PART}"
    ),
    # 六○年代初期, 1960 年代, 60 年代, 六十至七十年代, 民國六十年代
    regex.compile(
        rf"(?P<era>民國)?{_S}{_DIGIT_BEFORE}{_CHINESE_BEFORE}(?P<decade>{_ANY_DECADE})"
        rf"(?:{_TO}(?P<to_decade>{_ANY_DECADE}))?{_S}年代{_PART}"
    ),
    # 1966 至 1968 年, 民國三十四至三十八年, 1990–91 年
    regex.compile(
        rf"{_ERA}{_DIGIT_BEFORE}{_CHINESE_BEFORE}{_YEAR}(?:{_TO}{_BEFORE_TOO}|{_AND}){_LAST}{_S}年"
        rf"(?!代|級|期|度?計畫){_PART}"
    ),
    # 1949 年 4 月 4 日, 一九四九年, 民國 38 年, 西元前 221 年
    regex.compile(rf"{_ERA}{_DIGIT_BEFORE}{_CHINESE_BEFORE}{_LENGTH}{_YEAR}{_S}年(?!代|級|期){_MONTH}"),
    # (1945-1947), (Persian Gulf War, 1990-1991): both in full
    regex.compile(
        rf"(?<![0-9A-Za-z./\-–頁第])(?<![頁第] )(?P<year>{_FULL})(?:-|–|—|－|~|～| - |至)"
        rf"(?P<last>{_FULL})(?![0-9A-Za-z/\-–年])"
    ),
)


def times(text: str) -> Iterator[Time]:
    """The expressions of time in `text`, in its order."""
    found: list[Time] = []
    taken = bytearray(len(text))
    for form in _FORMS:
        for match in form.finditer(text):
            time = _time(match)
            if time and not any(taken[time.start : time.end]):
                taken[time.start : time.end] = b"\1" * (time.end - time.start)
                found.append(time)
    yield from sorted(found, key=lambda time: time.start)


def _time(match: regex.Match[str]) -> Time | None:
    found = {name: value for name, value in match.groupdict().items() if value}
    start, end = match.span()
    start += len(match[0]) - len(match[0].lstrip(" \u3000"))
    if "reign" in found:
        return _time_of_reign(match, found)
    if "gloss" in found:
        before = _NAMED.search(match.string, 0, match.start())
        return _time_of_reign(match, found | {"reign": before[0]}) if before else None
    if "century" in found:
        span = _century(found)
    elif "decade" in found:
        span = _decades(found, BEFORE_REPUBLIC if "era" in found else 1900)
    else:
        span = _years(found)
    if not span or not span[0] <= span[1] <= _LAST_YEAR or ("and" in found and span[1] - span[0] != 1):
        return None
    month, day = (number(found.get(name, "0")) for name in ("month", "day"))
    if month > 12 or day > 31:
        return None
    precision = Precision.DAY if day else Precision.MONTH if month else span[2]
    return Time(start, end, span[0], span[1], precision, month, day)


def _time_of_reign(match: regex.Match[str], found: dict[str, str]) -> Time | None:
    """The months of China's old calendar are none of ours, so they are left out of the expression."""
    reign, said = found["reign"], found.get("year")
    if said is None:
        return Time(*match.span(), *REIGNS[reign], Precision.YEAR)
    first = number(said)
    years = years_of(reign, first, number(found.get("last", said)))
    if not years or ("and" in found and years[1] - years[0] != 1):
        return None
    gloss = number(found["gloss"]) if "gloss" in found else years[0]
    if abs(gloss - years[0]) > 1 and gloss != years[1]:
        return None  # it is something else that is called so
    end = match.start("month") if "month" in found else match.end()
    month = day = 0
    if "month" in found and reign in WITH_MONTHS_OF_THE_WEST:
        end, month, day = match.end(), number(found["month"]), number(found.get("day", "0"))
    end = match.start() + len(match.string[match.start() : end].rstrip(" \u3000"))
    precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
    return Time(match.start(), end, *years, precision, month, day) if month <= 12 and day <= 31 else None


_Years = tuple[int, int, Precision]


def _century(found: dict[str, str]) -> _Years | None:
    """The 18th century is 1701 to 1800; its decades are those of 17xx."""
    first = number(found["century"])
    last = number(found.get("to_century", found["century"]))
    if not 1 <= first <= 21 or not 1 <= last <= 21:
        return None
    if found.get("era", "").endswith("前"):
        return -100 * first + 1, -100 * (last - 1), Precision.CENTURY
    if "decade" in found:
        return _decades(found, 100 * (first - 1))
    return 100 * (first - 1) + 1, 100 * last, Precision.CENTURY


def _decades(found: dict[str, str], century: int) -> _Years:
    """Where the century is not said, `century` is meant: the 20th, by the custom of such writing.

    民國六十年代 begins in the year 民國 60.
    """
    first = number(found["decade"])
    last = number(found.get("to_decade", found["decade"]))
    base = century if first < 100 else first // 100 * 100
    first, last = (each + base if each < 100 else each for each in (first, last))
    return first, last + 9, Precision.DECADE


def _years(found: dict[str, str]) -> _Years | None:
    """A year without an era needs four figures: 12 年 is a length of time."""
    said, era = found["year"], found.get("era", "")
    first = number(said)
    last = number(found.get("last", said))
    if era.endswith(("民前", "國前")):
        return BEFORE_REPUBLIC + 1 - first, BEFORE_REPUBLIC + 1 - last, Precision.YEAR
    if era.endswith("民國"):
        return (
            (first + BEFORE_REPUBLIC, last + BEFORE_REPUBLIC, Precision.YEAR) if 1 <= first <= 150 else None
        )
    if era.endswith("前"):
        return 1 - first, 1 - last, Precision.YEAR
    if not era and not 1000 <= first <= _LAST_YEAR:
        return None
    if last < 100 <= first:
        last += first // 100 * 100
    return first, last, Precision.YEAR
