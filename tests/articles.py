"""A made-up article, built by hand: what the publishing tests render and the browser reads.

`SAMPLE` has what real articles have: sections of two levels, notes of every length, page numbers
seen and inferred, English at the end, and things set aside, moved and corrected. Its annotations are what
`enrich` finds in it; `BARE` has none.
"""

from __future__ import annotations

from dataclasses import dataclass

from duidu.enrich.annotate import annotate
from duidu.model import (
    ENGLISH,
    TRADITIONAL,
    Article,
    Author,
    Correction,
    Front,
    Heading,
    Move,
    Note,
    NoteRef,
    Origin,
    Page,
    PageBreak,
    Paragraph,
    Run,
    Runs,
    SetAside,
    Text,
)
from duidu.reasons import Cause, Reason

SOMEWHERE = Origin(1, 0)


@dataclass(frozen=True)
class Count:
    """A ledger that simply says what it is told."""

    source_characters: int
    placed: int


def runs(*parts: str | int | PageBreak) -> Runs:
    """Runs from what they show: words, the numbers of notes, page breaks."""
    return tuple(_run(part) for part in parts)


def _run(part: str | int | PageBreak) -> Run:
    if isinstance(part, str):
        return Text(part, SOMEWHERE)
    return call(part) if isinstance(part, int) else part


def call(number: int) -> NoteRef:
    return NoteRef(f"noteref-{number}", f"note-{number}", str(number), SOMEWHERE)


def paragraph(number: int, *parts: str | int | PageBreak) -> Paragraph:
    return Paragraph(f"par-{number}", runs(*parts))


def note(number: int, *parts: str | PageBreak) -> Note:
    return Note(f"note-{number}", str(number), runs(*parts))


def seen(number: int) -> PageBreak:
    return PageBreak(str(number), seen=True)


def inferred(number: int) -> PageBreak:
    return PageBreak(str(number), seen=False)


FRONT = Front(
    titles={
        TRADITIONAL: runs("論晚清燈塔制度的形成及其跨海合作"),
        ENGLISH: runs("Lights across the Strait: The Making of the Lighthouse Service in Late Qing China"),
    },
    authors=(Author(runs("林知遠"), runs("Chih-yuan Lin"), runs("海濱大學歷史學系副教授")),),
    abstracts={
        TRADITIONAL: (
            runs(
                "十九世紀中葉以後，通商口岸的航運日增，沿海燈塔卻寥寥無幾。本文說明海關燈塔制度的形成背景，"
                "檢討過去以國家利益解釋技術移轉的論點，並提出「跨海合作」的觀察角度。本文認為，燈塔的修建既非"
                "單純的西方移植，亦非清廷的自強之舉，而是船商、海關與地方官員長期協調的結果。"
            ),
        ),
        ENGLISH: (
            runs(
                "By the middle of the nineteenth century shipping along the China coast had grown rapidly, "
                "yet lighthouses remained few. This article traces the making of the lighthouse service and "
                "argues that it was neither a Western transplant nor an act of self-strengthening, but the "
                "outcome of long negotiation among shippers, customs officers and local officials."
            ),
        ),
    },
    keywords={
        TRADITIONAL: (runs("燈塔"), runs("海關"), runs("技術移轉"), runs("通商口岸")),
        ENGLISH: (runs("lighthouses"), runs("customs service"), runs("technology transfer")),
    },
)

BLOCKS = (
    Heading("sec-1", 1, runs("壹、前言")),
    paragraph(
        1,
        "燈塔看似只是航海的設施，卻牽涉稅收、主權與知識的流通。自 1868 年海關設立船鈔部以來，沿海與長江下游"
        "陸續建起數十座燈塔，形成當時東亞規模最大的航標系統。",
        1,
        "過去的研究多從「西力東漸」的架構出發，將燈塔視為條約體系的附屬品；",
        2,
        "惟此種看法不易解釋，何以許多燈塔的選址最初出自地方士紳的請願，而經費又大半來自華商所繳的船鈔。",
    ),
    paragraph(
        2,
        "本文首先說明燈塔制度的形成背景，接著檢討國家利益與技術移轉（technology transfer）兩種解釋的適用性，",
        inferred(94),
        "最後提出以「跨海合作」為中心的觀察角度。所用材料以海關出版品與地方志為主，輔以船長的航海日誌。",
    ),
    Heading("sec-2", 1, runs("貳、燈塔制度的緣起與發展")),
    Heading("sec-3", 2, runs("一、從漁火到燈塔")),
    paragraph(
        3,
        "在燈塔出現之前，沿海漁民早已在岬角燃火示警。福建、浙江的地方志屢有「懸燈於塔，以導歸舟」的記載，"
        "寺院與宗族亦捐資添油，歷百餘年而不輟。",
        3,
        "這種由民間維持的航標，光力雖弱，卻與漁期、潮汐緊密配合；"
        "一位英國船長在日誌中寫道：“They burn when they are",
        seen(95),
        " needed, and not otherwise.”",
        4,
        "由此觀之，近代燈塔並非憑空而來，而是疊加於既有的導航習慣之上。",
    ),
    Heading("sec-4", 2, runs("二、海關船鈔部的設立")),
    paragraph(
        4,
        "船鈔部成立之初，僅有燈船一艘、浮標數具，經費亦時常短絀。",
        5,
        "總稅務司赫德（Robert Hart）主張以船鈔的七成專供修建燈塔之用，此議幾經周折，終於在 1870 年代初獲准。",
    ),
    paragraph(
        5,
        "燈塔的設備多購自英、法兩國，匠人則自寧波、廈門招募。工程師韓德善（David Marr Henderson）在任二十"
        "餘年，先後主持修建三十餘座燈塔，其中不乏孤懸外海、運補艱難者。",
        seen(96),
        "每建一塔，必先與當地官員會勘，議定地價、水源與守塔人的糧餉，往來文書動輒數十件。",
        6,
    ),
    Heading("sec-5", 1, runs("參、兩種解釋及其限制")),
    paragraph(
        6,
        "持國家利益論者認為，燈塔是列強為保護本國航運而迫使清廷修建的設施。",
        7,
        "然而統計顯示，1880 年以後進出口的船隻中，懸掛外國旗號而由華商實際經營者所佔比例逐年上升，",
        inferred(97),
        "燈塔的受益者遠非單一國家所能涵蓋。持技術移轉論者則強調知識由西向東的單向流動，忽略了守塔人、引水人與漁民所累積的"
        "在地知識，如何反過來改變燈器的配置與點燈的時刻。",
        8,
    ),
    Heading("sec-6", 1, runs("肆、結論")),
    paragraph(
        7,
        "燈塔制度的形成，是一段跨越海峽、語言與職業的合作歷程。它提醒我們，制度的移植從來不是一紙條約所能完成，",
        9,
        "而必須仰賴無數次的協商、妥協與日復一日的守候。",
    ),
)

NOTES = (
    note(
        1, "海關總稅務司署編，《通商各關沿海沿江建置燈塔燈船警船浮樁總冊》（上海：造冊處，1875 年），頁 3-5。"
    ),
    note(2, "例如陳守仁，〈條約體系與沿海航標〉，《海洋史學報》第 12 卷第 3 期（1998 年 9 月），頁 45-78。"),
    note(3, "《廈門志》卷四，頁 27；《定海廳志》卷二十，頁 11。"),
    note(
        4,
        'Thomas Ashworth, "Log of the Barque Halcyon," 14 March 1851, pp. 62-63, at ',
        inferred(95),
        "http://www.example.org/logs/halcyon_1851/*draft*.htm (accessed 16 September 2004).",
    ),
    note(5, "Ibid., p. 71."),
    note(6, "Ashworth, op. cit., p. 88; 陳守仁，前引文，頁 52。"),
    note(
        7,
        "這一論點的代表，見 Edmund Hale, Lights and Gunboats: Power on the China Coast, 1842-1911, 2nd ed. "
        "(London: Harbour Press, 1967), pp. 101-119。Hale 將每一座燈塔都與鄰近的條約口岸相對應，並據此推論其"
        "選址純然出於軍事考量；惟其附表所列二十八座燈塔中，至少有九座距最近的口岸超過一百海里，作者對此未加解釋。",
    ),
    note(8, "詳見本文第貳節；另參 Hale (1967), op. cit., p. 203。"),
    note(9, "筆者感謝兩位匿名審查人的意見，文責由筆者自負。"),
)

BARE = Article(
    front=FRONT,
    blocks=BLOCKS,
    notes=NOTES,
    pages=tuple(Page(str(n), n in (95, 96), 12 + 60 * (n - 93)) for n in range(93, 98)),
    set_aside=(
        SetAside("論晚清燈塔制度的形成及其跨海合作", Origin(132, 1), Reason(Cause.RUNNING_HEAD)),
        SetAside("95", Origin(133, 1), Reason(Cause.PAGE_NUMBER)),
        SetAside("海濱史學", Origin(192, 1), Reason(Cause.RUNNING_HEAD)),
        SetAside("96", Origin(193, 1), Reason(Cause.PAGE_NUMBER)),
        *(SetAside(str(n), Origin(20 * n, 14), Reason(Cause.NOTE_MARKER)) for n in range(1, 10)),
    ),
    moves=(
        Move(
            151,
            154,
            139,
            "95",
            "由此觀之，近代燈塔並非憑空而來，而是疊加於既有的導航習慣之上。",
            Reason(Cause.LATE_AMONG_NOTES),
        ),
        Move(247, 247, 240, "97", "", Reason(Cause.LATE_MARKER, number=6)),
    ),
    corrections=(
        Correction(
            88,
            "http://www.example. org/logs",
            "http://www.example.org/logs",
            Reason(Cause.BROKEN_ADDRESS),
        ),
        Correction(175, "技 術 移 轉", "技術移轉", Reason(Cause.SPREAD_OUT_WORDS)),
        Correction(201, "在-", "在", Reason(Cause.DECLARED, words="行末連字號為排版所致")),
    ),
)

SAMPLE, _ = annotate(BARE)

SAMPLE_LEDGER = Count(source_characters=2417, placed=2384)
