"""The site's words in Simplified Chinese, as readers in Beijing write it."""

from __future__ import annotations

from duidu.publish.words.entries import Words

SIMPLIFIED_WORDS = Words(
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
)
