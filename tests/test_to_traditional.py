"""Simplified to Traditional, as Taiwan writes it: the same machine in the other direction."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import runs
from duidu.check import check_shapes
from duidu.enrich.conversion import converter
from duidu.enrich.conversion_choices import Kind, conversions
from duidu.enrich.direction import TO_TRADITIONAL
from duidu.enrich.other_script import Script, convert_article, restore
from duidu.enrich.overrides import default_overrides, parse_overrides
from duidu.enrich.quotes import taiwan_quotes
from duidu.model import ENGLISH, SIMPLIFIED, TRADITIONAL, Article, Front, Paragraph, plain
from duidu.problems import DuiduError
from duidu.written_script import written_in
from rendering import ROOT

SCRIPT = Script(default_overrides(TO_TRADITIONAL), direction=TO_TRADITIONAL)

# Characters that Simplified writes for several, in words that decide which is meant.
VOCABULARY = """
皇后 皇后 · 王后 王后 · 天后宫 天后宮 · 以后 以後 · 后来 後來 · 头发 頭髮 · 发现 發現 · 理发 理髮
换发新证 換發新證
这里 這裡 · 公里 公里 · 三十余里 三十餘里 · 邻里 鄰里 · 面粉 麵粉 · 表面 表面 · 拉面 拉麵 · 干燥 乾燥
干部 幹部
干涉 干涉 · 若干 若干 · 饼干 餅乾 · 云南 雲南 · 白云 白雲 · 人云亦云 人云亦云 · 稻谷 稻穀 · 山谷 山谷
着手 著手 · 著作 著作 · 看着 看著 · 台湾 臺灣 · 台风 颱風 · 柜台 櫃檯 · 体系 體系 · 关系 關係
联系 聯繫 · 系争 系爭
中文系 中文系 · 制度 制度 · 制造 製造 · 改制 改制 · 复杂 複雜 · 恢复 恢復 · 答复 答覆 · 覆盖 覆蓋
历史 歷史 · 历法 曆法
冲突 衝突 · 冲洗 沖洗 · 分钟 分鐘 · 钟情 鍾情 · 特征 特徵 · 长征 長征 · 征收 徵收 · 其余 其餘
放松 放鬆 · 松树 松樹
斗争 鬥爭 · 北斗 北斗 · 占卜 占卜 · 萝卜 蘿蔔 · 规范 規範 · 丑闻 醜聞 · 小丑 小丑 · 辛丑 辛丑
一出戏 一齣戲
几乎 幾乎 · 茶几 茶几 · 只有 只有 · 一只猫 一隻貓 · 标准 標準 · 批准 批准 · 不准 不准
以此为准 以此為準 · 准此 準此
精致 精緻 · 导致 導致 · 采取 採取 · 文采 文采 · 手表 手錶 · 表示 表示 · 回避 迴避 · 回归 回歸
汇率 匯率 · 词汇 詞彙
伙伴 夥伴 · 伙食 伙食 · 尽管 儘管 · 尽力 盡力 · 尽可能 盡可能 · 获得 獲得 · 收获 收穫 · 品尝 品嚐
尝试 嘗試 · 呼吁 呼籲
杂志 雜誌 · 意志 意志 · 周末 週末 · 周围 周圍 · 两周 兩週 · 升级 升級 · 咸菜 鹹菜 · 生姜 生薑
姜太公 姜太公
防御 防禦 · 御用 御用 · 佣金 佣金 · 签名 簽名 · 标签 標籤 · 求签 求籤 · 胡须 鬍鬚 · 必须 必須
苏醒 甦醒 · 苏州 蘇州
论坛 論壇 · 酒坛 酒罈 · 饭团 飯糰 · 团体 團體 · 弥漫 瀰漫 · 弥补 彌補 · 启蒙 啟蒙 · 开辟 開闢
复辟 復辟 · 占有 占有
占领 佔領 · 公布 公布 · 分布 分布 · 注释 註釋 · 注意 注意 · 并且 並且 · 合并 合併 · 秘密 秘密
岩石 岩石 · 群众 群眾
计划 計畫 · 规划 規劃 · 径行 逕行 · 途径 途徑 · 什么 什麼 · 余英时 余英時 · 范仲淹 范仲淹 · 于右任 于右任
沈从文 沈從文 · 钟理和 鍾理和 · 克里米亚 克里米亞
"""
PAIRS = [tuple(pair.split()) for line in VOCABULARY.strip().splitlines() for pair in line.split(" · ")]


@pytest.mark.parametrize(("simplified", "traditional"), PAIRS)
def test_the_word_decides(simplified: str, traditional: str) -> None:
    assert SCRIPT.convert(simplified) == traditional


# What is no word is decided by what stands around it.
IN_CONTEXT = """
本件系由原告提起 本件係由原告提起 · 历史系主任 歷史系主任 · 见注12 見註12 · 注：下同 註：下同
往杯中注水 往杯中注水
每周一次 每週一次 · 十几只牛 十幾隻牛 · 这只是借口 這只是藉口 · 把海水排干 把海水排乾
村里的老人 村裡的老人
范氏宗祠 范氏宗祠 · 一位姓余的秀才 一位姓余的秀才 · 校长余志明说 校長余志明說 · 三十余人 三十餘人
《论语》云：“学而 《論語》云：「學而 · 说得很准 說得很準 · 松了一口气 鬆了一口氣 · 诉讼系属中 訴訟繫屬中
草原着火 草原著火 · 里长的后代 里長的後代
"""


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [tuple(pair.split()) for line in IN_CONTEXT.strip().splitlines() for pair in line.split(" · ")],
)
def test_what_stands_around_decides(simplified: str, traditional: str) -> None:
    assert SCRIPT.convert(simplified) == traditional


def test_prose_of_several_fields() -> None:
    """History, literature, law, science and daily life, read and corrected by eye in both scripts."""
    prose = ROOT / "tests" / "prose"
    simplified, traditional = ((prose / f"s2tw-{tag}.txt").read_text("utf-8") for tag in ("hans", "hant"))
    assert SCRIPT.convert(simplified) == traditional


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("他说：“所谓‘新政’。”", "他说：「所谓『新政』。」"),
        ("所谓“soft power”的概念", "所谓「soft power」的概念"),
        ("见 Smith, “The Title,” p. 3", "见 Smith, “The Title,” p. 3"),
        ("O’Neill 与 Bush’s", "O’Neill 与 Bush’s"),
        ("“段落未完", "「段落未完"),
    ],
)
def test_quotation_marks(simplified: str, traditional: str) -> None:
    assert taiwan_quotes(simplified) == traditional


def written_in_simplified(*texts: str) -> Article:
    """An article in Simplified with these paragraphs, and a title in both languages."""
    front = Front(
        titles={TRADITIONAL: runs("论历史"), ENGLISH: runs("On 历史")},
        keywords={TRADITIONAL: (runs("钟表"),)},
    )
    blocks = tuple(Paragraph(f"par-{number}", runs(text)) for number, text in enumerate(texts, start=1))
    return written_in(Article(front, blocks, ()), SIMPLIFIED)


def test_the_other_script_is_told_and_english_stays() -> None:
    article = written_in_simplified("“发展”与后果")
    converted = convert_article(article)
    assert (article.is_original, converted.is_original) == (True, False)
    assert (article.language, converted.language) == (SIMPLIFIED, TRADITIONAL)
    assert {tag: plain(title) for tag, title in converted.front.titles.items()} == {
        TRADITIONAL: "論歷史",
        ENGLISH: "On 历史",
    }
    assert plain(converted.front.keywords[TRADITIONAL][0]) == "鐘錶"
    assert plain(converted.blocks[0].runs) == "「發展」與後果"
    assert check_shapes(article, converted, TRADITIONAL) == ()


_CHARACTERS = "国后发里面干系著着余范云只准周注钟“”‘’「」，。 aA1/三:."
_TEXTS = st.text(st.sampled_from(_CHARACTERS), min_size=1, max_size=16)


@given(st.lists(_TEXTS | st.sampled_from([pair[0] for pair in PAIRS]), min_size=1, max_size=4))
@settings(max_examples=200, deadline=None)
def test_any_article_is_restored(texts: list[str]) -> None:
    article = written_in_simplified(*texts)
    converted = convert_article(article)
    assert restore(converted) == article
    assert convert_article(converted) == converted
    assert check_shapes(article, converted, TRADITIONAL) == ()


@given(_TEXTS)
@settings(max_examples=200, deadline=None)
def test_words_cover_every_ideograph_in_order(text: str) -> None:
    words = converter(default_overrides(TO_TRADITIONAL), TO_TRADITIONAL).words(text)
    covered = [place + offset for place, word in words for offset in range(len(word.text))]
    assert covered == [place for place, sign in enumerate(text) if "一" <= sign <= "龥"]
    assert all(text[place : place + len(word.text)] == word.text for place, word in words)


def test_what_nothing_decides_is_told_to_be_doubtful() -> None:
    found = conversions(convert_article(written_in_simplified("头发，钟，借，联系")))
    kinds = {one.original: (one.form, one.kind) for one in found}
    assert kinds["头发"] == ("頭髮", Kind.PHRASE)
    assert kinds["借"] == ("借", Kind.DOUBT)
    assert kinds["钟"] == ("鐘", Kind.CHARACTER)
    assert "联系" in kinds


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("发卡\t發卡\ta\n发卡\t髮卡\tb\n", "the phrase “发卡” has a row already, on line 1"),
        ("第3章\t第4章\ta\n", "the row changes “3” into “4”"),
    ],
)
def test_a_bad_row_of_this_table_is_told_in_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(DuiduError) as caught:
        parse_overrides(text, TO_TRADITIONAL.table)
    (problem,) = caught.value.problems
    assert sentence in problem.report(TO_TRADITIONAL.table)
