"""Signs that only look like others, or like nothing: what they are read as.

A program that makes a PDF may write a radical for an ideograph, or a ligature for its letters. What readers
see is the same, but no search, citation or conversion knows it.
"""

from __future__ import annotations

import unicodedata

import regex

# The radicals of the block U+2E80 that are written as an ideograph of their own, each before that ideograph
# (from Unicode's EquivalentUnifiedIdeograph.txt). Those of U+2F00, and two here, Unicode itself decomposes.
_RADICALS = (
    "⺁厂⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢氺"
    "⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳㓁⺴网⺶羊⺷羊⺸羊⺹耂⺺聿⺻聿⺼肉⺽臼⺾艹⺿艹"
    "⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞"
    "⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀"
)
# The forms that marks have in vertical writing, each before the mark.
_VERTICAL_FORMS = (
    "︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︱—"
    "︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］"
)
# Ideographs for compatibility only, radicals, ligatures of Latin, and what Unicode calls the same as another
# sign: the Greek question mark, the ohm, the ångström.
_DECOMPOSED = r"\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f\ufb00-\ufb06\u037e\u0387\u2126\u212a\u212b"
# Soft hyphens, marks without width, controls of direction, selectors of variants.
_UNSEEN = (
    r"\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
    r"\U000e0100-\U000e01ef"
)
_UPRIGHT = dict(zip(_VERTICAL_FORMS[::2], _VERTICAL_FORMS[1::2], strict=True))
_IS_UNSEEN = regex.compile(f"[{_UNSEEN}]")
LOOKALIKE = regex.compile(f"[{_DECOMPOSED}{_UNSEEN}{''.join(_UPRIGHT)}]")
# Letters that joiners join or part, and pictures that they make one of: there they are seen.
_JOINED = (
    r"[\p{Arabic}\p{Syriac}\p{Mongolian}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}\p{Oriya}\p{Tamil}"
    r"\p{Telugu}\p{Kannada}\p{Malayalam}\p{Sinhala}\p{Khmer}\p{Tibetan}]"
)
_PICTURE = r"[\p{Extended_Pictographic}--[\u0000-\u20ff]]"
_PICTURE_SO_FAR = rf"(?:{_PICTURE}|{_PICTURE}[\ufe0f\U0001f3fb-\U0001f3ff])"
_NEEDED = regex.compile(
    rf"(?<={_JOINED}\p{{Mn}}?)[\u200c\u200d](?={_JOINED})"
    rf"|(?<={_PICTURE_SO_FAR})\u200d(?={_PICTURE}|[\u2640\u2642])|(?<={_PICTURE})\ufe0f",
    regex.VERSION1,
)
RADICALS = dict(zip(_RADICALS[::2], _RADICALS[1::2], strict=True))


def read_as(sign: str) -> str:
    """What a sign is read as: itself, one or more others, or nothing."""
    if not LOOKALIKE.match(sign):
        return sign
    if _IS_UNSEEN.match(sign):
        return ""
    return RADICALS.get(sign) or _UPRIGHT.get(sign) or unicodedata.normalize("NFKC", sign)


def read_signs(text: str) -> list[str]:
    """What each sign of `text` is read as; a mark without width that the signs around it need is itself."""
    needed = {match.start() for match in _NEEDED.finditer(text)}
    return [sign if place in needed else read_as(sign) for place, sign in enumerate(text)]
