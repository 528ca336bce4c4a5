/**
 * The words of the interface. Made by scripts/make_words.py of the words in scripts/duidu/publish/words/.
 *
 * @typedef {typeof TRADITIONAL} Words
 */

const TRADITIONAL = {
  "semicolon": "；",
  "page": "頁 {page}",
  "note": "註 {number}",
  "title": "標題",
  "heading": "標題",
  "author": "作者",
  "abstract": "摘要",
  "keywords": "關鍵詞",
  "body": "正文",
  "hit": "第 {number} 處，共 {count} 處",
  "searchLoading": "載入中…",
  "searchFailed": "無法載入搜尋資料。",
  "found": "共 {count} 筆結果：正文 {body}、註釋 {notes}",
  "foundAtMost": "至多 {count} 筆結果：正文 {body}、註釋 {notes}",
  "foundNothing": "找不到「{query}」",
  "foundScattered": "{count} 節在不同段落提到這些詞語",
  "foundScatteredAtMost": "至多 {count} 節在不同段落提到這些詞語",
  "scattered": "分見不同段落"
};

/** @type {Words} */
const SIMPLIFIED = {
  "semicolon": "；",
  "page": "第 {page} 页",
  "note": "注 {number}",
  "title": "标题",
  "heading": "标题",
  "author": "作者",
  "abstract": "摘要",
  "keywords": "关键词",
  "body": "正文",
  "hit": "第 {number} 处，共 {count} 处",
  "searchLoading": "加载中…",
  "searchFailed": "无法加载搜索数据。",
  "found": "共 {count} 条结果：正文 {body}、注释 {notes}",
  "foundAtMost": "至多 {count} 条结果：正文 {body}、注释 {notes}",
  "foundNothing": "找不到“{query}”",
  "foundScattered": "{count} 节在不同段落提到这些词语",
  "foundScatteredAtMost": "至多 {count} 节在不同段落提到这些词语",
  "scattered": "分见不同段落"
};

/** @type {Words} */
const ENGLISH = {
  "semicolon": "; ",
  "page": "p. {page}",
  "note": "Note {number}",
  "title": "Title",
  "heading": "Heading",
  "author": "Author",
  "abstract": "Abstract",
  "keywords": "Keywords",
  "body": "Text",
  "hit": "Hit {number} of {count}",
  "searchLoading": "Loading …",
  "searchFailed": "The search data could not be loaded.",
  "found": "Results: {count} (text {body}, notes {notes})",
  "foundAtMost": "Results: at most {count} (text {body}, notes {notes})",
  "foundNothing": "Nothing found for “{query}”",
  "foundScattered": "Sections with the words in different paragraphs: {count}",
  "foundScatteredAtMost": "Sections with the words in different paragraphs: at most {count}",
  "scattered": "in different paragraphs"
};

/** @type {Record<string, Words>} */
export const WORDS = { "zh-Hant": TRADITIONAL, "zh-Hans": SIMPLIFIED, en: ENGLISH };

/** Those of the page's language. */
export const words = WORDS[document.documentElement.lang] ?? TRADITIONAL;
