"""A made article in Simplified, as journals of the mainland print one, as a Word document."""

from __future__ import annotations

from made_word import call, made_word, note, p, r, style, styled

TITLE = "清末台湾盐务的后果与余绪"
NOTES = (
    "参见钟育仁：《晚清盐政研究》，北京：河港书局，1998年，第76页。",
    "范余庆：《里甲制度的历史与发展》，《河港学报》2005年第3期，第12—18页。",
    "同注1，第80页。",
    "Thomas Fennick, “The Salt Road,” Harbour Review 12, no. 3 (1987): 45–60.",
)
BODY = (
    ("h1", "一、引言"),
    (
        "p",
        "晚清以后，盐务衙门对灶户的管制日趋松散。研究者多着眼于制度{1}，较少留意灶户如何晒干海盐、如何运往府城。",
    ),
    ("p", "本文根据三百余件契约，指出这一变化系由运输方式的改变所致{2}。所谓“盐帮”，原是受雇于盐商的佣工。"),
    ("h1", "二、契约中的后果"),
    ("h2", "（一）里长与书吏"),
    (
        "p",
        "道光二十三年（1843）的一份合约写道：“凡在干燥季节晒得的盐，除完课外，余盐由灶户自行发卖。”{3}里长只在村里收取规费。",
    ),
    ("h2", "（二）盐船的征用"),
    (
        "p",
        "盐船每周往返一次，每次只能运十几只牛车的货物{4}。表面上看，复业的灶户获利甚多；实际上，收获的好坏全系于天气。",
    ),
    ("h1", "三、结论"),
    ("p", "综上所述，旧制的复杂并不在于条文，而在于人与人之间的关系。"),
)
REFERENCES = (
    "[1] 钟育仁.晚清盐政研究[M].北京:河港书局,1998.",
    "[2] 范余庆.里甲制度的历史与发展[J].河港学报,2005(3):12-18.",
)


def _paragraph(kind: str, words: str) -> str:
    parts = words.replace("}", "{").split("{")
    runs = "".join(call(int(part)) if part.isdecimal() else r(part) for part in parts if part)
    return {"h1": styled("Heading1", runs), "h2": styled("Heading2", runs)}.get(kind) or p(runs)


def word() -> bytes:
    """The article as a Word document with footnotes."""
    front = (
        styled("Title", TITLE),
        p("沈时雨"),
        p("（河港大学历史系，河港 100000）"),
        p("内容提要：本文利用新近发现的契约，说明晚清盐务的变化及其后果，并讨论里长与书吏在其中的作用。"),
        p("关键词：盐务；契约；里长"),
        p("中图分类号：K249.3　文献标识码：A　文章编号：1000-0001（2009）02-0076-12"),
    )
    references = (styled("Heading1", "参考文献"), *map(p, REFERENCES))
    english = (
        p("The Aftermath of the Salt Administration in Late Qing Taiwan"),
        p("Shen Shiyu"),
        p("Abstract: This article uses newly found contracts to explain how the salt trade changed."),
        p("Key words: salt; contracts; headmen"),
    )
    body = (_paragraph(kind, words) for kind, words in BODY)
    notes = (note(number, words) for number, words in enumerate(NOTES, start=1))
    styles = (style("Title"), style("Heading1", name="heading 1"), style("Heading2", name="heading 2"))
    return made_word(
        "".join((*front, *body, *references, *english)),
        styles="".join(styles),
        footnotes="".join(notes),
    )
