"""The site's own words, in every language of the site. Braces hold the place of what a page fills in."""

from __future__ import annotations

from dataclasses import dataclass

from duidu.model import ENGLISH, SIMPLIFIED, TRADITIONAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one language, in the order in which the pages use them."""

    # Every page
    comma: str
    colon: str

    # The home page
    home: str
    name: str
    site: str
    articles: str
    no_articles: str

    # The page of all headings
    headings: str
    headings_lead: str

    # The reading page
    abstract: str
    keywords: str
    notes: str
    page: str
    back: str
    english: str

    # Side by side
    parallel: str
    parallel_lead: str

    # The list of conversions
    conversions: str
    conversions_lead: str
    conversions_kinds: str
    conversions_none: str
    by_character: str
    by_phrase: str
    by_override: str
    converted: str
    converted_others: str
    in_paragraph: str
    in_note: str
    in_front: str
    in_heading: str

    # About the text
    about: str
    about_lead: str
    source_file: str
    accounting: str
    accounting_text: str
    pages: str
    pages_text: str
    pages_seen: str
    pages_inferred: str
    set_aside: str
    set_aside_text: str
    set_aside_group: str
    moves: str
    moves_text: str
    move: str
    mends: str
    mends_text: str
    declared: str
    list_all: str
    line_number: str
    line: str
    lines: str
    in_source: str
    on_page: str
    reason: str
    text: str


WORDS = {
    TRADITIONAL: Words(
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
    ),
    SIMPLIFIED: Words(
        comma="、",
        colon="：",
        home="首页",
        name="对读",
        site="“对读”把中文期刊论文的文本层整理成便于阅读、检索与引用的网页。"
        "正文与注释互相链接，原刊页码随文标示。"
        "原文一字不漏，凡移动或修复之处，均在各篇的“文本说明”中逐条列出。",
        articles="文章",
        no_articles="目前尚无文章。",
        headings="标题索引",
        headings_lead="各篇文章的标题。全文搜索须启用 JavaScript；未启用时，"
        "可由此进入各节，再用浏览器的“在页面中查找”。",
        abstract="摘要",
        keywords="关键词",
        notes="注释",
        page="第 {page} 页",
        back="返回正文注 {number}",
        english="英文摘要",
        parallel="对读",
        parallel_lead="{title}：繁体与简体逐段对照。",
        conversions="繁简对照",
        conversions_lead="本页列出{article}由繁体转为简体时需要取舍的字词，共 {count:,} 处，以供核查。",
        conversions_kinds="“单字”有两种以上的简体，取常用者；“词语”由转换程序（OpenCC）的词表决定。"
        "“订正”是程序有误或繁简用字习惯不同之处，由本站另表改正。",
        conversions_none="这篇文章没有需要取舍的字词。",
        by_character="单字",
        by_phrase="词语",
        by_override="订正",
        converted="（{count:,} 处）",
        converted_others="（{count:,} 处；不取“{others}”）",
        in_paragraph="第 {number} 段",
        in_note="注 {number}",
        in_front="篇首",
        in_heading="标题",
        about="文本说明",
        about_lead="本页说明{article}的网页文字如何由原始文本文件整理而成，以供核查。所称行数均为原始文本文件的行数。",
        source_file="下载原始文本文件",
        accounting="字数",
        accounting_text="原始文本文件共 {source:,} 字（含标点，不计空白）："
        "{placed:,} 字见于网页，{aside:,} 字属于版面，列于下文。",
        pages="页码",
        pages_text="原始文本文件中有页码可据者为实见页码，其余由前后页码推得。"
        "推得的页码依学术惯例加方括号，引用时请一并保留。",
        pages_seen="实见",
        pages_inferred="推得",
        set_aside="未收入的文字",
        set_aside_text="下列文字属于版面：书眉与页码不再显示，注码、注释编号与栏目名称改由网页标示。",
        set_aside_group="{reason}（{count:,} 处，{characters:,} 字）",
        moves="移回原位的文字",
        moves_text="下列文字在原始文本文件中错置，已移回原位，共 {count:,} 处。",
        move="{lines}，移至第 {after} 行之后（第 {page} 页）",
        mends="修复之处",
        mends_text="下列文字在转为文本文件时受损，已予修复，共 {count:,} 处。作者原文一律不改。",
        declared="编者",
        list_all="逐条列出（{count:,} 处）",
        line_number="行",
        line="第 {first} 行",
        lines="第 {first}–{last} 行",
        in_source="原始文本文件",
        on_page="网页",
        reason="理由",
        text="文字",
    ),
    ENGLISH: Words(
        comma=", ",
        colon=": ",
        home="Home",
        name="duidu",
        site="duidu turns the text layer of Chinese journal articles into pages to read, search and quote. "
        "Text and notes are linked both ways, and the printed pages are marked. "
        "No character is lost: what was moved or mended is listed on each article’s page “About the text”.",
        articles="Articles",
        no_articles="There are no articles yet.",
        headings="All headings",
        headings_lead="The headings of every article, in Chinese. Full-text search needs JavaScript; "
        "without it, follow a heading and use your browser’s own search within the page.",
        abstract="Abstract",
        keywords="Keywords",
        notes="Notes",
        page="p. {page}",
        back="Back to note {number} in the text",
        english="English abstract",
        parallel="Side by side",
        parallel_lead="{title}: Traditional and Simplified, paragraph by paragraph.",
        conversions="Conversion list",
        conversions_lead="Where the conversion of {article} from Traditional to Simplified had a choice: "
        "{count:,} places.",
        conversions_kinds="A “character” has several Simplified forms, of which the usual one is taken; "
        "a “phrase” was decided by the tables of OpenCC. "
        "A “correction” is made by this site’s own table, where OpenCC errs or usage differs.",
        conversions_none="There was no choice in this article.",
        by_character="Characters",
        by_phrase="Phrases",
        by_override="Corrections",
        converted=" ({count:,})",
        converted_others=" ({count:,}; not {others})",
        in_paragraph="paragraph {number}",
        in_note="note {number}",
        in_front="front matter",
        in_heading="heading",
        about="About the text",
        about_lead="How the text of {article} was made from its text layer, whose lines are numbered here.",
        source_file="Download the text layer",
        accounting="Characters",
        accounting_text="The text layer has {source:,} characters (spaces not counted): "
        "{placed:,} are on the page, {aside:,} belong to the layout and are listed below.",
        pages="Page numbers",
        pages_text="Some pages bear their numbers in the text layer; the others were inferred by counting. "
        "Inferred numbers stand in square brackets; please keep them when you quote.",
        pages_seen="Seen",
        pages_inferred="Inferred",
        set_aside="What was set aside",
        set_aside_text="These characters belong to the layout. Running heads and page numbers are left out; "
        "the page sets labels and the numbers of notes itself.",
        set_aside_group="{reason} (places: {count:,}, characters: {characters:,})",
        moves="What was moved",
        moves_text="These pieces stood in the wrong place in the text layer and were put back: {count:,}.",
        move="{lines}, now after line {after} (p. {page})",
        mends="What was mended",
        mends_text="Damage of the text layer, mended: {count:,}. The author’s own words are never changed.",
        declared="Editor",
        list_all="Show all ({count:,})",
        line_number="Line",
        line="Line {first}",
        lines="Lines {first}–{last}",
        in_source="Text layer",
        on_page="Page",
        reason="Reason",
        text="Text",
    ),
}
