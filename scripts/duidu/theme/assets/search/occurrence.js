/** What occurs on a site: asked of its texts if they are loaded, else of the posting lists and a few texts. */

import { isWord } from "./fold.js";
import { wordsOf } from "./spelling.js";

/** @import { Engine } from "./engine.js" */
/** @import { Counts } from "./spelling.js" */
/** @import { Article, Site, Term } from "./types.js" */

const MOST_ARTICLES = 3; // whose texts are loaded of a site with many

/**
 * @typedef {object} Occurrence
 * @property {(text: string) => Promise<boolean>} has whether a folded text occurs, a word at the start of one
 * @property {string} text folded, of all articles or of those where the terms are likeliest
 * @property {(word: string) => Promise<Counts>} words those in letters that a word may be a slip for
 */

/** @param {Engine} engine @param {Term[]} terms of a query @returns {Promise<Occurrence>} */
export async function occurrenceOf(engine, terms) {
  const site = await engine.site();
  if (site.shards) return ofMany(engine, site, terms);
  const text = await textOf(engine, site.articles);
  /** @type {Counts | undefined} */ let counts;
  return { text, has: async (wanted) => occurs(wanted, text), words: async () => (counts ??= wordsOf([text])) };
}

/** @param {Engine} engine @param {Article[]} articles @returns {Promise<string>} */
async function textOf(engine, articles) {
  const items = await Promise.all(articles.map((article) => engine.items(article)));
  return items.flat().flatMap((item) => item.folded.map(({ text }) => text)).join("\n");
}

/** @param {string} wanted @param {string} text @returns {boolean} */
function occurs(wanted, text) {
  let place = text.indexOf(wanted);
  while (place > 0 && isWord(wanted[0]) && isWord(text[place - 1])) place = text.indexOf(wanted, place + 1);
  return place >= 0;
}

/** @param {Engine} engine @param {Site} site @param {Term[]} terms @returns {Promise<Occurrence>} */
async function ofMany(engine, site, terms) {
  const { layoutOf } = await import("./many.js");
  const { lists, owners } = layoutOf(engine, site);
  const pairs = new Set(terms.flatMap(({ text }) => pairsOf(text)));
  /** @type {Map<number, number>} of an article how many pairs it has */ const worth = new Map();
  for (const { items } of await Promise.all([...pairs].map((pair) => lists.where(pair)))) {
    for (const owner of new Set(items.map((item) => owners[item]))) worth.set(owner, (worth.get(owner) ?? 0) + 1);
  }
  const likeliest = [...worth].sort(([, a], [, b]) => b - a).slice(0, MOST_ARTICLES);
  return {
    text: await textOf(engine, likeliest.map(([owner]) => site.articles[owner])),
    has: async (wanted) => (await lists.where(wanted)).items.length > 0,
    words: async (word) => new Map((await lists.words(beginnings(word))).map((other) => [other, 1])),
  };
}

/** @param {string} text @returns {string[]} its ideographs two by two */
const pairsOf = (text) => Array.from(text.matchAll(/(?=([⺀-\uffff]{2}))/gu), ([, pair]) => pair);

/** @param {string} word @returns {string[]} how it may begin if there is a slip in its first letters, or none */
function beginnings(word) {
  const [a, b, c, d] = word;
  return [[a, b, c], [b, a, c], [a, c, b], [b, c, d], [a, c, d], [a, b, d]].map((letters) => letters.join(""));
}
