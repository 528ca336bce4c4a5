"""The site's words in Traditional Chinese, as readers in Taipei write it."""

from __future__ import annotations

from duidu.publish.words.entries import Words

TRADITIONAL_WORDS = Words(
    comma="、",
    colon="：",
    home="首頁",
    name="對讀",
    site="「對讀」把中文期刊論文的文字層整理成便於閱讀、檢索與引用的網頁。"
    "正文與註釋互相連結，原刊頁碼隨文標示。"
    "原文一字不漏，凡移動或修復之處，均在各篇的「文本說明」中逐條列出。",
    articles="文章",
    no_articles="目前尚無文章。",
    headings="標題索引",
    headings_lead="各篇文章的標題。全文搜尋須啟用 JavaScript；未啟用時，"
    "可由此進入各節，再用瀏覽器的「在此頁面中尋找」。",
    abstract="摘要",
    keywords="關鍵詞",
    notes="註釋",
    page="頁 {page}",
    back="回到正文註 {number}",
    english="英文摘要",
    parallel="對讀",
    parallel_lead="{title}：繁體與簡體逐段對照。",
    conversions="繁簡對照",
    conversions_lead="本頁列出{article}由繁體轉為簡體時須取捨的字詞，共 {count:,} 處，以供查核。",
    conversions_kinds="「單字」有兩種以上的簡體，取常用者；「詞語」由轉換程式（OpenCC）的詞表決定。"
    "「訂正」是程式有誤或繁簡用字習慣不同之處，由本站另表改正。",
    conversions_none="這篇文章沒有須取捨的字詞。",
    by_character="單字",
    by_phrase="詞語",
    by_override="訂正",
    converted="（{count:,} 處）",
    converted_others="（{count:,} 處；不取「{others}」）",
    in_paragraph="第 {number} 段",
    in_note="註 {number}",
    in_front="篇首",
    in_heading="標題",
    about="文本說明",
    about_lead="本頁說明{article}的網頁文字如何由原始文字檔整理而成，以供查核。所稱行數均為原始文字檔的行數。",
    source_file="下載原始文字檔",
    accounting="字數",
    accounting_text="原始文字檔共 {source:,} 字（含標點，不計空白）："
    "{placed:,} 字見於網頁，{aside:,} 字屬於版面，列於下文。",
    pages="頁碼",
    pages_text="原始文字檔中有頁碼可據者為實見頁碼，其餘由前後頁碼推得。"
    "推得的頁碼依學術慣例加方括號，引用時請一併保留。",
    pages_seen="實見",
    pages_inferred="推得",
    set_aside="未收入的文字",
    set_aside_text="下列文字屬於版面：書眉與頁碼不再顯示，註碼、註釋編號與欄目名稱改由網頁標示。",
    set_aside_group="{reason}（{count:,} 處，{characters:,} 字）",
    moves="移回原位的文字",
    moves_text="下列文字在原始文字檔中錯置，已移回原位，共 {count:,} 處。",
    move="{lines}，移至第 {after} 行之後（頁 {page}）",
    mends="修復之處",
    mends_text="下列文字在轉為文字檔時受損，已予修復，共 {count:,} 處。作者原文一律不改。",
    declared="編者",
    list_all="逐條列出（{count:,} 處）",
    line_number="行",
    line="第 {first} 行",
    lines="第 {first}–{last} 行",
    in_source="原始文字檔",
    on_page="網頁",
    reason="理由",
    text="文字",
)
