r"""Facts about written Chinese that several rules need: ideographs, numerals, brackets, surnames, offices.

Patterns that need them are compiled with the package `regex`: its `\p{Han}` matches the ideographs of
every plane of Unicode, and it lets alternatives of one pattern name their group alike.
"""

from __future__ import annotations

import unicodedata

import regex

# An ideograph, to stand in patterns that are f-strings; and one that is none of 々, 〇, radicals, and those
# that Unicode has for compatibility only.
HAN = r"\p{Han}"
UNIFIED = r"\p{Unified_Ideograph}"

# Scripts that are written in words come before this character in Unicode; ideographs, kana and their
# punctuation from it on.
IDEOGRAPHIC = "\u2e80"
# A letter or digit of the former and of the latter, for patterns of `re` too.
WORD_SIGN, IDEOGRAPHIC_SIGN = rf"[^\W_{IDEOGRAPHIC}-\U0010ffff]", r"[^\W_\0-\u2e7f]"

# Signs that typists set for the numeral 〇: 七○年代.
STAND_INS = "○〇"
_IDEOGRAPH = regex.compile(rf"[{HAN}{STAND_INS}]")

NUMERALS = "一二三四五六七八九十百零〇○"
# Financial numerals (大寫數字), with which journals number their first level of headings.
FORMAL_NUMERALS = "壹貳贰參叁叄肆伍陸陆柒捌玖拾"
_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "元": 1}
_UNITS = {"十": 10, "百": 100}
_TENS = {"廿": 20, "卅": 30}

# The marks of pairs.
OPENING, CLOSING = "「『“‘《〈（([【", "」』”’》〉）)]】"

SURNAMES = frozenset(
    "王李張劉陳楊黃趙吳周徐孫馬朱胡郭何高林羅鄭梁謝宋唐許韓馮鄧曹彭曾蕭田董袁潘于蔣蔡余杜葉程蘇魏呂丁任沈姚盧姜崔鍾鐘譚陸汪范金石廖賈夏韋傅方白鄒孟熊秦"
    "邱江尹薛閻段雷侯龍史陶黎賀顧毛郝龔邵萬錢嚴覃武戴莫孔向湯康易喬賴文龐樊蘭殷施洪翟安顏倪季溫蘆俞章魯葛柯畢聶焦左裴尤翁關卓柳歐解牛游紀童涂詹連簡古甘"
    "車管成駱甯包阮柴冉房凌舒屈應宗楚艾苗費藍岳祝耿霍闕卜巫梅冷沙池辛束米靳穆談齊祁鮑饒常商羊單胥盛繆諸符寧鄔桂仇荊區翦逯晏婁蒲遲佘臧宮尚"
    # In Simplified, where they differ.
    "张刘陈杨黄赵吴孙马罗郑谢许韩冯邓萧肖蒋叶苏吕卢钟谭陆贾韦邹阎闫龙贺顾龚万钱严汤乔赖庞兰颜温鲁毕聂关欧纪连简车骆宁应费蓝阙谈齐鲍饶单缪诸邬区娄"
    "迟宫荆芦"
)
# Surnames of two ideographs, in either script, and double surnames of Taiwan.
_COMPOUND = """
    歐陽 欧阳 司馬 司马 司徒 司空 上官 諸葛 诸葛 夏侯 皇甫 尉遲 尉迟 公孫 公孙 慕容
    令狐 長孫 长孙 宇文 鮮于 鲜于 東方 东方 南宮 南宫 西門 西门 獨孤 独孤 端木 百里
    呼延 軒轅 轩辕 鍾離 钟离 太史 澹臺 澹台 公冶 宗政 濮陽 濮阳 淳于 單于 单于 申屠
    公羊 赫連 赫连 聞人 闻人 東郭 东郭 南榮 南荣 梁丘 左丘 第五 萬俟 万俟
    范姜 張簡 张简 張廖 张廖
"""
COMPOUND_SURNAMES = tuple(_COMPOUND.split())

# How the names of offices, companies and other bodies end that sign as authors.
BODIES = r"(?:[部局院署處會所社報館庫室司組團黨網]|大學|公司|中心|銀行|組織|聯盟|網站)"


def is_ideograph(character: str) -> bool:
    """Whether a character is an ideograph, of whatever plane, or stands for one."""
    return _IDEOGRAPH.match(character) is not None


def is_common(character: str) -> bool:
    """Whether a character is an ideograph that Unicode had from the start: those that came later are rare."""
    return "一" <= character <= "龥"


def bracket_depth(character: str) -> int:
    """1 for a character that opens a quotation or bracket, -1 for one that closes it, 0 for any other."""
    return (character in OPENING) - (character in CLOSING)


def number(text: str) -> int:
    """The number that `text` says, as Chinese writes it in dates: 1949, １９４９, 一九四九, 三十八, 廿一.

    It is read by place if it has no word for ten or hundred, else by them.
    """
    text = "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in text)
    if text.isascii():
        return int(text)
    if not set(text) & {*_UNITS, *_TENS}:
        return int("".join(str(_DIGITS[sign]) for sign in text))
    total = digit = 0
    for sign in text:
        if sign in _UNITS:
            total += (digit or 1) * _UNITS[sign]
            digit = 0
        elif sign in _TENS:
            total += _TENS[sign]
        else:
            digit = _DIGITS[sign]
    return total + digit if text[-1] not in "○〇零" or text[0] not in _DIGITS else total or digit


def chinese_number(value: int) -> str:
    """`value`, from 0 to 99, in Chinese as headings write it: 二, 十一, 二十."""
    signs = "零一二三四五六七八九"
    tens, units = divmod(value, 10)
    if not tens:
        return signs[units]
    return f"{signs[tens] if tens > 1 else ''}十{signs[units] if units else ''}"
