/**
 * The words of the interface. Made by scripts/make_words.py of the words in scripts/duidu/publish/words/.
 *
 * @typedef {typeof TRADITIONAL} Words
 */

const TRADITIONAL = {
  "page": "頁 {page}",
  "insteadAsk": "找不到「{query}」，您是不是要找：",
  "insteadGo": "找不到「{query}」字樣，可前往：",
  "insteadCount": "{count} 筆",
  "insteadAtMost": "至多 {count} 筆",
  "otherName": "其他譯名",
  "otherSpelling": "相近寫法",
  "shorter": "部分字詞",
  "go": "前往"
};

/** @type {Words} */
const SIMPLIFIED = {
  "page": "第 {page} 页",
  "insteadAsk": "找不到“{query}”，您要找的是不是：",
  "insteadGo": "找不到“{query}”字样，可前往：",
  "insteadCount": "{count} 条",
  "insteadAtMost": "至多 {count} 条",
  "otherName": "其他译名",
  "otherSpelling": "相近写法",
  "shorter": "部分字词",
  "go": "前往"
};

/** @type {Words} */
const ENGLISH = {
  "page": "p. {page}",
  "insteadAsk": "Nothing found for “{query}”. Did you mean:",
  "insteadGo": "The text does not contain “{query}”. Go to:",
  "insteadCount": "results: {count}",
  "insteadAtMost": "results: at most {count}",
  "otherName": "Another name",
  "otherSpelling": "Similar spelling",
  "shorter": "Fewer words",
  "go": "Go to"
};

/** @type {Record<string, Words>} */
export const WORDS = { "zh-Hant": TRADITIONAL, "zh-Hans": SIMPLIFIED, en: ENGLISH };

/** Those of the page's language. */
export const words = WORDS[document.documentElement.lang] ?? TRADITIONAL;
