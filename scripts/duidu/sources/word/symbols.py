"""The characters of symbol fonts, which Word keeps as private-use characters, in Unicode."""

from __future__ import annotations

PRIVATE = range(0xF020, 0xF100)  # where Word puts the characters 20 to FF of a symbol font

_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"  # from 41 on
_SIGNS = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"  # from A0 on
_SYMBOL = {
    **{code: chr(code) for code in range(0x20, 0x41)},
    **dict(enumerate(_GREEK, start=0x41)),
    **dict(enumerate(_SIGNS, start=0xA0)),
    0x22: "∀",
    0x24: "∃",
    0x27: "∋",
    0x2A: "∗",
    0x2D: "−",
    0x40: "≅",
    0xF1: "〉",
    0xF2: "∫",
}
_WINGDINGS = {
    0x20: " ",
    0x22: "✂",
    0x28: "☎",
    0x45: "☜",
    0x46: "☞",
    0x47: "☝",
    0x48: "☟",
    0x4A: "☺",
    0x4C: "☹",
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x72: "❒",
    0x74: "⧫",
    0x75: "◆",
    0x76: "❖",
    0x80: "⓪",
    **dict(enumerate("①②③④⑤⑥⑦⑧⑨⑩", start=0x81)),
    **dict(enumerate("❶❷❸❹❺❻❼❽❾❿", start=0x8C)),
    0x9E: "·",
    0x9F: "•",
    0xA1: "○",
    0xA7: "▪",
    0xA8: "◻",
    0xAB: "★",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE8: "➔",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def symbol(code: int, font: str) -> str:
    """The character `code` of `font`; a private-use character stays what it is where none is known."""
    known = _FONTS.get(font.lower())
    if known is not None:
        return known.get(code & 0xFF if code in PRIVATE else code, chr(code))
    return chr(code)


def bullet(text: str, font: str) -> str:
    """The bullet of a list, which a reader must be able to see."""
    if len(text) != 1:
        return text
    found = symbol(ord(text), font)
    if font.lower() == "courier new" and found == "o":
        return "◦"
    return "•" if "\ue000" <= found <= "\uf8ff" else found
