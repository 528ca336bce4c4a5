"""Traditional to Simplified: what is converted, what is not, and that nothing is lost on the way."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import SAMPLE, runs
from duidu.check import make_ledger
from duidu.enrich import opencc_tables
from duidu.enrich.direction import TO_SIMPLIFIED
from duidu.enrich.other_script import Script, convert_article, restore, unknown_characters
from duidu.enrich.overrides import default_overrides
from duidu.model import (
    ENGLISH,
    SIMPLIFIED,
    TRADITIONAL,
    Article,
    Author,
    Front,
    NoteRef,
    Origin,
    PageBreak,
    Paragraph,
    Run,
    Text,
    plain,
)
from duidu.problems import Code, Problem
from recovering import read
from rendering import ROOT

SOURCE = ROOT / "docs/articles/anglo-american-special-relationship/source.txt"
SCRIPT = Script(default_overrides())


def one(*parts: str | int | PageBreak) -> Article:
    """An article of one paragraph."""
    return Article(Front(), (Paragraph("par-1", runs(*parts)),), ())


def body(article: Article) -> str:
    return plain(article.blocks[0].runs)


@cache
def real() -> Article:
    return read(SOURCE).article


# Scholarly vocabulary whose characters have several Simplified forms, or that OpenCC gets wrong.
VOCABULARY = """
乾燥 干燥 · 餅乾 饼干 · 乾隆年間 乾隆年间 · 雍乾時期 雍乾时期 · 乾德三年 乾德三年 · 干預 干预 · 幹部 干部
骨幹 骨干
後來 后来 · 皇后 皇后 · 太后 太后 · 戰後 战后
著作權 著作权 · 著名 著名 · 顯著 显著 · 著者 著者 · 名著 名著 · 編著 编著 · 原著 原著 · 土著 土著
著錄 著录
執著 执着 · 執著於 执着于 · 附著於 附着于 · 意味著 意味着 · 面臨著 面临着 · 隨著作者 随着作者 · 著手 着手
著眼於 着眼于
專著 专著 · 所著 所著 · 有所著墨 有所着墨 · 理論著重 理论着重 · 配合著 配合着 · 合著 合著
結合著名 结合著名
討論著作權 讨论著作权 · 討論著 讨论着 · 符合著作權法 符合著作权法 · 重新著手 重新着手
魯迅著，《吶喊》 鲁迅著，《呐喊》 · 隨著《備忘錄》 随着《备忘录》 · 著有《史記》 著有《史记》
瞭解 了解 · 了解 了解 · 明瞭 明了 · 瞭如指掌 了如指掌 · 瞭望 瞭望
其餘 其余 · 余光中 余光中 · 剩餘 剩余 · 公里 公里 · 這裡 这里 · 裏面 里面
特徵 特征 · 徵求 征求 · 長征 长征 · 角徵羽 角徵羽 · 魏徵 魏徵
時鐘 时钟 · 鍾情 钟情 · 錢鍾書 钱锺书 · 鍾馗 钟馗
關係 关系 · 體系 体系 · 係指 系指 · 聯繫 联系 · 維繫 维系 · 繫辭 系辞
在於 在于 · 於是 于是 · 於倫敦 于伦敦 · 對於倫理 对于伦理 · 關於單一 关于单一 · 至於戲劇 至于戏剧
處於潛在 处于潜在
於梨華 於梨华 · 樊於期 樊於期 · 於潛縣 於潜县
藉口 借口 · 藉由 借由 · 憑藉 凭借 · 藉著 借着 · 並藉條約 并借条约 · 實踐藉由 实践借由 · 慰藉 慰藉 · 狼藉 狼藉
宣佈 宣布 · 分佈 分布 · 佈署 部署 · 佔有 占有 · 占卜 占卜 · 委託 委托 · 標準 标准 · 批准 批准 · 稱讚 称赞
慾望 欲望 · 衝突 冲突 · 每週 每周 · 周圍 周围 · 研製 研制 · 制度 制度 · 復興 复兴 · 重複 重复 · 顛覆 颠覆
答覆 答复 · 反覆 反复 · 覆核 复核 · 顛覆核心 颠覆核心 · 規範 规范 · 范仲淹 范仲淹 · 鬥爭 斗争 · 北斗 北斗
臺灣 台湾 · 台北 台北 · 註釋 注释 · 注意 注意 · 甚鉅 甚巨 · 鉅額 巨额 · 鉅子 巨子 · 份量 份量 · 部份 部分
股份 股份
知識份子 知识分子 · 股份子公司 股份子公司 · 身分 身分 · 計畫 计划 · 規畫 规划 · 策畫 策划
法規畫面 法规画面 · 繪畫 绘画
祇有 只有 · 神祇 神祇
今天祇有 今天只有 · 精神祇是 精神只是 · 抬頭 抬头 · 高擡 高抬
沈重 沉重 · 沈從文 沈从文 · 夥伴 伙伴 · 為數甚夥 为数甚夥
參、結語 叁、结语 · 人參、鹿茸 人参、鹿茸 · 參與 参与 · 大砲 大炮 · 牠們 它们 · 模倣 模仿 · 蒐集 搜集
釐清 厘清
"""
PAIRS = [tuple(pair.split()) for line in VOCABULARY.strip().splitlines() for pair in line.split(" · ")]


@pytest.mark.parametrize(("traditional", "simplified"), PAIRS)
def test_scholarly_vocabulary(traditional: str, simplified: str) -> None:
    assert SCRIPT.convert(traditional) == simplified


# Whole words decide, and a row of the table never cuts across one.
IN_CONTEXT = """
高原著火 高原着火 · 領土著眼點 领土着眼点 · 他評論著世局 他评论着世局
這部論著重視史料 这部论著重视史料 · 葡萄乾德國貨 葡萄干德国货
每一份子女教育費 每一份子女教育费 · 祭地祇於北郊 祭地祇于北郊 · 三阿僧祇劫 三阿僧祇劫
天子親耕藉田 天子亲耕藉田 · 地方官逕行處分 地方官径行处分 · 逕自出版 径自出版
牴觸憲法 抵触宪法 · 扞格不入 扞格不入 · 勃谿 勃谿 · 谿谷 溪谷 · 圍遶 围绕 · 拚命 拼命 · 搧動 扇动
什么 什么 · 怎么 怎么 · 老么 老幺
都市計畫法 都市计划法 · 補徵稅額 补征税额 · 聲譽卓著 声誉卓著
顛覆核心利益 颠覆核心利益 · 沈思孝上疏 沈思孝上疏 · 陷入沈思 陷入沉思 · 菁英份子 菁英分子 · 廣汎討論 广泛讨论
王汎森認為 王汎森认为 · 楊聯陞指出 杨联陞指出 · 陞遷 升迁 · 薛應旂 薛应旂 · 旌旂 旌旗
⾺克思論⾨戶；音樂與立法。 马克思论门户；音乐与立法。 · 鍾繇 钟繇 · 錢鍾書 钱锺书 · 如何提昇 如何提升
"""


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [tuple(pair.split()) for line in IN_CONTEXT.strip().splitlines() for pair in line.split(" · ")],
)
def test_the_word_decides(traditional: str, simplified: str) -> None:
    assert SCRIPT.convert(traditional) == simplified


def test_prose_of_a_scholar() -> None:
    """What was read and corrected by eye, sentence by sentence."""
    prose = ROOT / "tests" / "prose"
    traditional, simplified = ((prose / f"{tag}.txt").read_text("utf-8") for tag in ("zh-hant", "zh-hans"))
    assert SCRIPT.convert(traditional) == simplified


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("黃仁宇著，《萬曆十五年》", "黄仁宇著，《万历十五年》"),
        ("〔英〕湯恩比著、沈輝譯", "〔英〕汤恩比著、沈辉译"),
        ("濱下武志著，朱蔭貴等譯", "滨下武志著，朱荫贵等译"),
        ("劉大年等著；", "刘大年等著；"),
        ("Joseph Needham著，", "Joseph Needham著，"),
        ("司馬遷著《史記》", "司马迁著《史记》"),
        ("參閱田中二郎著：〈租稅法〉", "参阅田中二郎著：〈租税法〉"),
        ("顧炎武所著，", "顾炎武所著，"),
        ("並著有《日知錄》", "并著有《日知录》"),
        ("，著書立說", "，著书立说"),
        ("全書環繞著《周禮》立論", "全书环绕着《周礼》立论"),
        ("她翻讀著〈離騷〉", "她翻读着〈离骚〉"),
        ("他走著，唱著。", "他走着，唱着。"),
        ("一群人向前走著。", "一群人向前走着。"),
        ("他在門外等著。", "他在门外等着。"),
        ("，著即施行", "，着即施行"),
    ],
)
def test_written_by_or_the_particle(traditional: str, simplified: str) -> None:
    assert Script(default_overrides(), quotes=False).convert(traditional) == simplified


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("松浦正孝，《「大東亞戰爭」はなぜ起きたのか》", "松浦正孝，《「大東亞戰爭」はなぜ起きたのか》"),
        ("參見『戰後日本の經濟發展』，頁3", "参见『戰後日本の經濟發展』，页3"),
        ("參見日本の經濟發展，頁3", "参见日本の經濟發展，页3"),
        ("詳見戰後の日本", "详见戰後の日本"),
        ("見戰後の日本；見解の相違；見える風景", "见戰後の日本；見解の相違；見える風景"),
        ("他說的「の」字與發音", "他说的「の」字与发音"),
        ("雜誌《ジュリスト》發行", "杂志《ジュリスト》发行"),
    ],
)
def test_japanese_stays_as_it_is(traditional: str, simplified: str) -> None:
    assert Script(default_overrides(), quotes=False).convert(traditional) == simplified


def test_words_stay_those_of_taiwan() -> None:
    text = "雷根與布希談論資訊、飛彈與決策核心"
    assert SCRIPT.convert(text) == "雷根与布希谈论资讯、飞弹与决策核心"


def test_a_word_may_go_over_notes_and_pages() -> None:
    article = convert_article(one("情勢顯", 1, "著不同，瞭", PageBreak("79", seen=False), "解計", "畫"))
    assert body(article) == "情势显著不同，了解计划"
    texts = [run.text for run in article.blocks[0].runs if isinstance(run, Text)]
    assert texts == ["情势显", "著不同，了", "解计", "划"]


def test_only_what_changed_keeps_what_it_was() -> None:
    first, second = convert_article(one("國家", "不同")).blocks[0].runs
    assert isinstance(first, Text)
    assert isinstance(second, Text)
    assert (first.text, first.converted_from, first.original) == ("国家", "國家", "國家")
    assert second.converted_from is None


def test_a_mended_text_still_knows_its_source() -> None:
    corrected = Text("國家", Origin(3, 1), source="國-家")
    (run,) = convert_article(Article(Front(), (Paragraph("par-1", (corrected,)),), ())).blocks[0].runs
    assert run == Text("国家", Origin(3, 1), source="國-家", converted_from="國家")


@pytest.mark.parametrize(
    "text",
    [
        "George H. W. Bush, “On Specialness,” op. cit., pp. 7-9",
        "12 3.5% ９８ Ⅲ",
        "http://example.org/網站/說明.html#戰後",
        "https://zh.wikipedia.org/wiki/臺灣",
    ],
)
def test_latin_numbers_and_addresses_are_untouched(text: str) -> None:
    assert SCRIPT.convert(text) == text


def test_what_follows_an_address_is_converted() -> None:
    assert SCRIPT.convert("見http://example.org/a.htm，說明網站") == "见http://example.org/a.htm，说明网站"
    assert SCRIPT.convert("見www.example.org網站") == "见www.example.org网站"


def test_titles_may_be_kept() -> None:
    article = one("見《國防雜誌》與《國史》，國防")
    assert body(convert_article(article, keep=("《國防雜誌》",))) == "见《國防雜誌》与《国史》，国防"


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("「甲」與『乙』", "“甲”与“乙”"),
        ("「甲『乙「丙」丁』戊」「己」", "“甲‘乙“丙”丁’戊”“己”"),
        ("「甲「乙」丙」", "“甲‘乙’丙”"),
        ("“Alliance” 「聯盟」 ‘Special’", "“Alliance” “联盟” ‘Special’"),
        ("“甲「乙」丙”", "“甲‘乙’丙”"),
        ("「甲『乙』丙", "“甲‘乙’丙"),  # the quotation goes on in the next paragraph
        ("甲『乙』丙」丁", "甲‘乙’丙”丁"),
        ("甲」「乙", "甲”“乙"),
        ("「甲『乙」丙", "“甲‘乙”丙"),
    ],
)
def test_quotation_marks(traditional: str, simplified: str) -> None:
    assert SCRIPT.convert(traditional) == simplified


def test_quotation_marks_may_stay() -> None:
    assert body(convert_article(one("「說『國家』」"), quotes=False)) == "「说『国家』」"


def test_front_matter_is_told_to_be_simplified_and_english_stays() -> None:
    front = Front(
        titles={TRADITIONAL: runs("論聯盟"), ENGLISH: runs("On 聯盟")},
        authors=(Author(runs("張三"), runs("San 張"), runs("國立大學"), runs("National 大學")),),
        abstracts={TRADITIONAL: (runs("為此"), runs("戰後")), ENGLISH: (runs("Abstract 為此"),)},
        keywords={TRADITIONAL: (runs("聯盟"),)},
    )
    assert convert_article(Article(front, (), ())).front == Front(
        titles={SIMPLIFIED: changed("论联盟", "論聯盟"), ENGLISH: runs("On 聯盟")},
        authors=(
            Author(
                changed("张三", "張三"),
                runs("San 張"),
                changed("国立大学", "國立大學"),
                runs("National 大學"),
            ),
        ),
        abstracts={
            SIMPLIFIED: (changed("为此", "為此"), changed("战后", "戰後")),
            ENGLISH: (runs("Abstract 為此"),),
        },
        keywords={SIMPLIFIED: (changed("联盟", "聯盟"),)},
    )


def changed(simplified: str, traditional: str) -> tuple[Text]:
    return (Text(simplified, Origin(1, 0), converted_from=traditional),)


def test_the_record_stays_in_the_script_of_the_source() -> None:
    article = convert_article(SAMPLE)
    assert (article.moves, article.corrections, article.set_aside, article.pages) == (
        SAMPLE.moves,
        SAMPLE.corrections,
        SAMPLE.set_aside,
        SAMPLE.pages,
    )


def test_characters_are_still_accounted_for() -> None:
    source = SOURCE.read_text(encoding="utf-8")
    assert make_ledger(source, convert_article(real())) == make_ledger(source, real())


def test_twice_is_once() -> None:
    assert convert_article(convert_article(real())) == convert_article(real())


# Restoring

_CHARACTERS = "國於著瞭解乾隆計畫藉覆「」『』“”，。 aA1/:.著名倫敦參、份子㐀\U00020000"
_WORDS = st.text(st.sampled_from(_CHARACTERS), min_size=1, max_size=8) | st.sampled_from(
    [traditional for traditional, _ in PAIRS] + ["http://a.b/國", "「戰後『國際』」"]
)
_ORIGINS = st.builds(Origin, st.integers(1, 99), st.integers(0, 40))
_RUNS = st.lists(
    st.builds(Text, _WORDS, _ORIGINS, st.none() | _WORDS)
    | st.builds(NoteRef, st.integers(1, 99), _ORIGINS)
    | st.builds(PageBreak, st.just("79"), st.booleans()),
    max_size=6,
).map(tuple)
_LANGUAGES = st.sampled_from([TRADITIONAL, ENGLISH])
_FRONTS = st.builds(
    Front,
    titles=st.dictionaries(_LANGUAGES, _RUNS),
    authors=st.builds(Author, _RUNS, _RUNS, _RUNS, _RUNS).map(lambda author: (author,)),
    abstracts=st.dictionaries(_LANGUAGES, st.lists(_RUNS, max_size=2).map(tuple)),
    keywords=st.dictionaries(_LANGUAGES, st.lists(_RUNS, max_size=2).map(tuple)),
)
_ARTICLES = st.builds(
    Article, _FRONTS, st.builds(Paragraph, st.just("par-1"), _RUNS).map(lambda block: (block,)), st.just(())
)


@given(_ARTICLES, st.booleans(), st.lists(_WORDS, max_size=2))
@settings(max_examples=300, deadline=None)
def test_any_article_is_restored(article: Article, quotes: bool, keep: list[str]) -> None:
    simplified = convert_article(article, keep=keep, quotes=quotes)
    assert restore(simplified) == article
    assert [_shape(run) for run in simplified.runs()] == [_shape(run) for run in article.runs()]


def _shape(run: Run) -> object:
    """What conversion must leave: for text, where it stood and how long it is."""
    return (run.origin, len(run.text), run.source) if isinstance(run, Text) else run


def test_the_article_is_restored() -> None:
    assert restore(convert_article(real())) == real()


# The article


def test_the_articles_known_errors_are_right() -> None:
    text = everything(convert_article(real()))
    for right in ("于伦敦", "附着于", "影响甚巨"):
        assert right in text


def test_the_article_has_no_character_that_is_only_traditional() -> None:
    """Two checks: OpenCC's table of characters, and GB 2312, the mainland's standard of 6763.

    A character of the table is Traditional only if none of its Simplified forms is itself.
    """
    table = opencc_tables.tables().characters
    text = {character for character in everything(convert_article(real())) if "㐀" <= character <= "鿿"}
    assert {
        character for character in text if character not in table.get(character, character).split()
    } == set()
    assert {character for character in text if not _in_gb2312(character)} == set()


def everything(article: Article) -> str:
    return "".join(run.text for run in article.runs() if isinstance(run, Text))


def _in_gb2312(character: str) -> bool:
    return bool(character.encode("gb2312", errors="ignore"))


def test_both_scripts_have_the_same_ids() -> None:
    parts = [[part.id for part in (*a.blocks, *a.notes)] for a in (real(), convert_article(real()))]
    assert parts[0] == parts[1]


# OpenCC itself


def test_importing_does_not_read_the_tables() -> None:
    modules = "duidu.enrich.other_script, duidu.enrich.conversion_choices"
    program = f"import sys, {modules}; sys.exit('opencc' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT / "scripts", check=False)
    assert done.returncode == 0


def test_what_opencc_would_lengthen_is_converted_by_character(monkeypatch: pytest.MonkeyPatch) -> None:
    class Lengthening:
        def convert(self, text: str) -> str:
            return {"國": "国", "家": "家家", "國家": "国家家"}.get(text, text)

    monkeypatch.setattr(opencc_tables, "_converter", lambda _: Lengthening())
    opencc_tables._convert_piece.cache_clear()
    assert opencc_tables.convert("國家，國", TO_SIMPLIFIED) == "国家，国"
    opencc_tables._convert_piece.cache_clear()


def test_pieces_are_converted_as_the_whole_would_be() -> None:
    text = everything(real())
    assert opencc_tables.convert(text, TO_SIMPLIFIED) == opencc_tables._converter("tw2s").convert(text)


def test_no_phrase_of_opencc_changes_the_length() -> None:
    table = opencc_tables.tables()
    for mapping in (table.variants, table.variant_phrases, table.characters, table.phrases):
        assert [key for key, value in mapping.items() if {*map(len, value.split())} - {len(key)}] == []


# Characters that OpenCC does not know


def unknown(text: str, line: int, keep: tuple[str, ...] = ()) -> tuple[Problem, ...]:
    article = Article(Front(), (Paragraph("par-1", (Text(text, Origin(line, 0)),)),), ())
    return unknown_characters(article, keep=keep)


def test_an_unknown_character_is_reported_once_with_its_line() -> None:
    (problem,) = unknown("陶喆、陶喆與國家", 7)
    assert (problem.code, problem.code.error) == (Code.CHARACTER_UNKNOWN, False)
    assert problem.report("source.txt") == (
        "source.txt:7: warning: OpenCC does not know “喆” (U+5586); it is the same in the Simplified text "
        "[character-unknown]"
    )


@pytest.mark.parametrize("character", ["\ue123", "\uf92c", "\U00020000"])
def test_private_and_rare_characters_are_unknown(character: str) -> None:
    assert len(unknown(character, 1)) == 1


@pytest.mark.parametrize("text", ["國家与人，abc １２ 「」〇○－", "乾祐", "錢鍾書"])
def test_known_characters_are_not_reported(text: str) -> None:
    assert unknown(text, 1) == ()


def test_an_editor_may_say_that_a_character_stays() -> None:
    assert unknown("陶喆", 1, keep=("陶喆",)) == ()


def test_the_article_has_no_unknown_character() -> None:
    assert unknown_characters(replace(real())) == ()
