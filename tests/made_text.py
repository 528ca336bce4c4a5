"""Words for made articles: a harbour town, its canals and its books. All of it is made up here."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass


def _words(text: str) -> list[str]:
    return text.split()


HOLDERS = _words("""
    縣城 沿岸的漁村 抄寫舊籍的書坊 鹽商 渡口的船家 山裡的茶園 修路的工匠 管倉的小吏
    河東的染坊 港務局 運河兩岸的農戶 城南的學堂 舊日的驛站 織布的婦女 船廠 教會的印刷所 海關
    北門的糧行 測量隊 新設的圖書室 製圖師 看守燈塔的人 城隍廟前的市集 遠來的僧侶 地方士紳
    議事會 碼頭工人 舊書商 氣象站 養蠶人家
""")
MANNERS = _words("""
    逐漸 始終 未曾 重新 大致 往往 不得不 暗中 反覆 多少 從此 一再 幾乎 只好 公開 隨即
    終究 尚能 悄然 勉強
""")
DEEDS = _words("""
    改變了 依靠著 整理了 忽略了 接管了 描述過 保存了 估計過 影響到 牽動著 放棄了 擴充了
    仿照著 支撐著 質疑過 抄錄了 登記了 牽制著 說明了 重建了
""")
THINGS = _words("""
    鄰近市鎮的買賣 每年春天的收成 堤岸的高度 往來的船隻 祖傳的帳冊 水門啟閉的時刻 石橋下的水位
    各家的存糧 外來的工匠 茶葉的價格 官府的公文 過往的旅客 地圖上的名稱 舊有的習慣 運鹽的路線
    兩岸的分工 帳目的寫法 鐘樓的報時 學徒的工錢 倉庫的鑰匙 夜裡的燈號 雨季的長短 市集的日期
    同業之間的信任 造船的木料 書頁的次序 碑上的文字 海圖的比例 稅則的細目 鄉里的公議
""")
OPENINGS = _words("""
    然而 因此 此外 其後 換言之 相較之下 另一方面 由此可見 在這段期間 依照舊例 到了冬天
    就此而言 不久之後 與此同時 嚴格說來 從帳冊來看 在多數情況下 若非如此 事實上
    對當時的人而言 每逢漲潮 自開埠以來 儘管如此
""")
ENDINGS = _words("""
    並不令人意外 尚待進一步查考 至今仍有爭議 可以從碑文得知 實在難以估計 只是其中一例
    卻很少有人提起 這一點值得注意 兩者不可混為一談 其中的道理並不複雜 前人已經說過
    成為日後的慣例 帶來意想不到的結果 便是明顯的例證
""")
TERMS = _words("""
    水門制度 分帳 公倉 夜航燈號 互保 輪值 攤派 官督商辦 潮汐表 會票 鄉約 船牌 埠頭 書契
""")
LATIN = [
    "sluice",
    "Harbour Board",
    "mutual surety",
    "tide table",
    "Lantern Act",
    "Upper Canal Company",
    "ledger",
    "Thomas A. Fennick",
    "Greta Mosswell",
    "Salt Road Survey, SRS",
    "broker-age",
    "night watch",
    "Old Ferry Line, 1871-1903",
    "commons",
    "Bill of Lading",
    "guild",
    "Records of the Northern Weirs",
]
PEOPLE = ["Ada Brockhurst", "Piers Quillon", "M. T. Sandoval", "H. Oakeshade", "Jun Terada", "Liv Ostergard"]
SURNAMES = _words("""
    沈 陶 梁 葉 柯 方 顏 溫
""")
GIVEN = _words("""
    時雨 文淵 季青 望舒 若水 敬之 克明 晚晴
""")
TOWNS = _words("""
    Leeds Bergen Lisbon Otago Ghent Boston Trieste
    Uppsala
""")
HOUSES = ["Orchard Press", "Tern & Sons", "Weir House", "Canal University Press", "Plover Books", "Mill Lane"]
WORKS = [
    "The Ferry Towns",
    "Water and Credit",
    "A Ledger of Small Harbours",
    "Silt: An Inland History",
    "The Keeper’s Hand",
    "Northern Weirs 1820-1890",
    "On Counting Boats",
]
PAPERS = [
    "Who Kept the Locks",
    "Trust among Brokers",
    "Lamps, Tides, and Rent",
    "The Price of Tea Reconsidered",
    "A Note on Sluice-Gates",
    "Paper Money on the Salt Road",
]
JOURNALS = ["Journal of Inland Ports", "River Studies", "Annals of Trade", "The Weir Quarterly", "Tidewater"]
ZH_PAPERS = _words("""
    水門與市集 讀帳冊札記 鹽路上的會票 燈塔看守人的日記 茶價新考 論堤岸之修築
""")
ZH_JOURNALS = _words("""
    河港研究 地方文獻 運河學刊 南埠史料
""")
SITES = [
    "http://www.weirhouse.example/archive/ledgers",
    "https://ports.example.org/library/publications",
    "http://news.tidewater.example.co.uk/chinese/trad",
    "https://www.saltroad.example/data/tables",
]
TITLES = [
    "運河市鎮的帳冊與信用及其地方秩序",
    "論水門制度之形成與演變",
    "從燈號看沿海市鎮的夜間航行",
    "茶葉、鹽路與書坊：一座港城的三種買賣",
    "舊帳新讀",
]
TITLES_EN = [
    "Ledgers and Credit in the Canal Towns: A Study of Local Order and Its Keepers",
    "On the Making of the Sluice System",
    "Night Sailing by Lamp Signals along the Coast",
    "Tea, Salt, and Books: Three Trades of a Harbour Town",
    "Old Ledgers Read Anew",
]
EN_SUBJECTS = [
    "The keepers of the locks",
    "Every ledger in the town",
    "A merchant of salt",
    "The harbour board",
    "This article",
    "The older literature",
    "Each of the three trades",
    "The “lamp signals” of the coast",
]
EN_PREDICATES = [
    "relied on trust rather than on written law",
    "has left few traces outside the parish books",
    "shows how small debts held the market together",
    "was rebuilt twice, in 1831 and again in 1868",
    "asks why the brokers’ habits outlived the brokers",
    "cannot be read without the tide tables",
]
UNIVERSITIES = _words("""
    河港大學歷史學系教授 南埠學院地方文獻研究所助理教授 運河大學經濟學系博士候選人
    海關史料館研究員
""")
FORMAL = "壹貳參肆伍陸柒捌玖拾"
PLAIN = "一二三四五六七八九十"


@dataclass
class Words:
    """Draws clauses, notes and front matter. `numbers` and `spread` are shares of clauses."""

    rng: random.Random
    numbers: float = 0.15
    spread: float = 0.0

    def some(self, words: list[str]) -> str:
        """One of `words`."""
        return self.rng.choice(words)

    def person(self) -> str:
        """A Chinese name."""
        return self.some(SURNAMES) + self.some(GIVEN)

    def bare(self) -> str:
        """A clause without its mark, of some five to thirty characters."""
        rng = self.rng
        roll = rng.random()
        if roll < self.numbers:
            return self._numbered()
        if rng.random() < self.spread:
            return self._spread()
        roll = rng.random()
        if roll < 0.1:
            return self.some(OPENINGS)
        if roll < 0.2:
            return self.some(HOLDERS) + self.some(ENDINGS)
        if roll < 0.3:
            term = f"「{self.some(TERMS)}」（{self.some(LATIN)}）"
            return f"{self.some(HOLDERS)}所稱的{term}{self.some(ENDINGS)}"
        if roll < 0.36:
            return f"例如{self.some(PEOPLE)}便認為{self.some(HOLDERS)}{self.some(DEEDS)}{self.some(THINGS)}"
        if roll < 0.42:
            return f"{self.some(THINGS)}、{self.some(THINGS)}、{self.some(THINGS)}等{self.some(ENDINGS)}"
        if roll < 0.46:
            return f"即所謂「{self.some(OPENINGS)}，{self.some(HOLDERS)}{self.some(ENDINGS)}」"
        opening = self.some(OPENINGS) if rng.random() < 0.25 else ""
        return f"{opening}{self.some(HOLDERS)}{self.some(MANNERS)}{self.some(DEEDS)}{self.some(THINGS)}"

    def _numbered(self) -> str:
        rng, year = self.rng, self.rng.randint(1620, 1998)
        who, what = self.some(HOLDERS), self.some(THINGS)
        return self.some(
            [
                f"{year} 年{who}{self.some(DEEDS)}{what}",
                f"{who}於 {year} 年 {rng.randint(1, 12)} 月 {rng.randint(1, 28)} 日{self.some(DEEDS)}{what}",
                f"{who}共有 {rng.randint(2, 60)} 個",
                f"約成長 {rng.randint(1, 30)}.{rng.randint(1, 9)}%",
                f"占全城之 {rng.randint(2, 90)}%（與 {year} 年之 {rng.randint(10, 900)}.5 萬石相較）",
                f"在{rng.choice('六七八九')}○年代初期",
                f"自 {year} 至 {year + rng.randint(1, 9)} 年間{what}{self.some(ENDINGS)}",
            ]
        )

    def _spread(self) -> str:
        word = " ".join(self.some(TERMS) + "制度")
        return f"由{word} （ {self.some(LATIN)} ）所主張 之「{self.some(TERMS)} 」"

    def paragraph(self, clauses: int) -> list[str]:
        """`clauses` clauses with their marks; the last ends in a full stop."""
        marks = self.rng.choices("，。；", (6, 3, 0.6), k=clauses)
        return [self.bare() + mark for mark in (*marks[:-1], "。")]

    def heading(self) -> str:
        """A heading without its number, up to 14 characters."""
        if self.rng.random() < 0.7:
            return self.some(THINGS)
        return f"{self.some(OPENINGS)}的{self.some(TERMS)}"[:14]

    def note(self, length: str) -> str:
        """A note: a citation, a short reference, an address, or prose; `length` short, mixed or long."""
        rng = self.rng
        roll = rng.uniform(*{"short": (0.0, 0.75), "mixed": (0.0, 1.0), "long": (0.6, 1.0)}[length])
        if roll < 0.15:
            page = rng.randint(2, 90)
            ibid = [
                "Ibid.",
                "Loc. cit.",
                f"Quillon, op. cit., pp. {page}-{page + 9}.",
                f"同前註，頁 {page}。",
            ]
            return self.some([*ibid, f"{self.person()}，前引文，頁 6-21。"])
        if roll < 0.45:
            return self._western()
        if roll < 0.55:
            work = f"〈{self.some(ZH_PAPERS)}〉，《{self.some(ZH_JOURNALS)}》"
            issue = f"第 {rng.randint(1, 40)} 卷第 {rng.randint(1, 4)} 期"
            return f"{self.person()}，{work}，{issue}，頁 {rng.randint(1, 50)}-{rng.randint(51, 99)}。"
        if roll < 0.68:
            lead = self.some(["見港務局統計，", "Harbour Board, ", f"{rng.randint(1990, 2008)} 年之數據見"])
            return f"{lead}{self.some(SITES)}/{rng.randint(100, 999)}/geos/t{rng.randint(10, 99)}.html."
        most = {"short": 2, "mixed": 5, "long": 14}[length]
        prose = "".join(self.paragraph(rng.randint(2, 2 + most)))
        if rng.random() < 0.2:
            prose = f"{rng.randint(1700, 1990)} 年{prose}"
        return prose + (f"參見 {self._western()}" if rng.random() < 0.25 else "")

    def _western(self) -> str:
        rng, pages = self.rng, self.rng.randint(1, 300)
        if rng.random() < 0.5:
            return (
                f"{self.some(PEOPLE)}, {self.some(WORKS)} ({self.some(TOWNS)}: {self.some(HOUSES)}, "
                f"{rng.randint(1950, 2008)}), pp. {pages}-{pages + 9}."
            )
        volume = f"Vol. {rng.randint(1, 60)}, No. {rng.randint(1, 6)}, {rng.randint(1950, 2008)}"
        return f"{self.some(PEOPLE)}, “{self.some(PAPERS)},” {self.some(JOURNALS)}, {volume}, p. {pages}."

    def english(self, sentences: int) -> str:
        """English prose."""
        return " ".join(f"{self.some(EN_SUBJECTS)} {self.some(EN_PREDICATES)}." for _ in range(sentences))


def call_notes(
    words: Words, clauses: list[list[str]], count: int, ends: float, inner: float, spaced: float
) -> list[str]:
    """Join each paragraph's `clauses`, calling `count` notes in them as {1}, {2} ...

    `ends` is the share of paragraphs that end in a call, `inner` that of the other calls that
    stand before a comma or a bracket, `spaced` that of calls with a space before them.
    """
    rng = words.rng
    last = [(p, len(one) - 1) for p, one in enumerate(clauses) if rng.random() < ends]
    rest = [(p, c) for p, one in enumerate(clauses) for c in range(len(one) - 1)]
    rng.shuffle(last)
    rng.shuffle(rest)
    places = last[:count]
    places += rest[: count - len(places)]
    if len(places) < count:
        raise ValueError(f"{count} notes need more than {len(places)} places: set more paragraphs")
    places.sort()
    numbers = {place: number for number, place in enumerate(places, 1)}
    texts = []
    for p, one in enumerate(clauses):
        text = ""
        for c, clause in enumerate(one):
            number = numbers.get((p, c))
            if number is None:
                text += clause
                continue
            call = (" " if rng.random() < spaced else "") + f"{{{number}}}"
            inside = rng.random() < inner and c < len(one) - 1
            bracket = re.search(r"(?<=」)（(?=[A-Za-z])", clause)
            if inside and bracket and rng.random() < 0.5:
                text += clause[: bracket.start()] + call + clause[bracket.start() :]
            elif inside and not clause[-2].isascii():
                text += clause[:-1] + call + clause[-1]
            else:
                text += clause + call
        texts.append(text)
    return texts
