/** From a query to what is found. Nothing here knows of the page it is on. */

import { loadItems } from "./article.js";
import { Folding, isWord } from "./fold.js";

/** @import { Article, Found, Hit, Item, Results, Site, Term } from "./types.js" */

const PIECE = /["“”„＂]([^"“”„＂]*)(?:["“”„＂](?!\S)|$)|\S+/g;

export class Engine {
  #base;
  /** @type {Map<unknown, Promise<any>>} */ #loaded = new Map();

  /** @param {URL} base the folder of the files */
  constructor(base) {
    this.#base = base;
  }

  /**
   * @param {string} query
   * @returns {Promise<Results | null>} null if there is nothing in it to look for
   * @throws if a file is missing or broken; it will be asked for anew
   */
  async search(query) {
    const site = await this.site();
    const terms = parse(query, site.folding);
    if (terms.length === 0) return null;
    if (site.shards) return (await import("./many.js")).searchMany(this, site, terms);
    const items = await Promise.all(site.articles.map((article) => this.items(article)));
    const found = answer(items.flat(), terms);
    const read = async function* (part = "") {
      yield found.filter((one) => !part || partOf(one) === part);
    };
    return { counts: count(found), certain: true, ofMany: items.length > 1, read };
  }

  /** @returns {Promise<Site>} */
  site() {
    return this.#once("", async () => {
      const { fold, ...site } = await (await this.get("site.json")).json();
      return { ...site, folding: new Folding(fold) };
    });
  }

  /** @param {Article} article @returns {Promise<Item[]>} */
  async items(article) {
    const { folding } = await this.site();
    return this.#once(article, () => loadItems(this.get, article, folding));
  }

  /** @param {string} path @returns {Promise<Response>} */
  get = async (path) => {
    const file = await fetch(new URL(path, this.#base));
    if (!file.ok) throw new Error(`${path}: ${file.status}`);
    return file;
  };

  /** @template T @param {unknown} key @param {() => Promise<T>} load @returns {Promise<T>} */
  #once(key, load) {
    const loaded = this.#loaded.get(key) ?? load();
    this.#loaded.set(key, loaded);
    loaded.catch(() => this.#loaded.delete(key));
    return loaded;
  }
}

/**
 * @param {string} query words with spaces between them; “…” keeps its spaces
 * @param {Folding} folding
 * @returns {Term[]}
 */
export function parse(query, folding) {
  const pieces = Array.from(query.matchAll(PIECE), ([piece, quoted]) => folding.fold(quoted ?? piece).text);
  return [...new Set(pieces)].filter(Boolean).map((text) => ({ text, word: isWord(text[0]) }));
}

/**
 * @param {Item[]} items of whole articles
 * @param {Term[]} terms
 * @returns {Found[]} the items that have all; then, of sections that have them only together, the best
 */
export function answer(items, terms) {
  /** @type {Map<Item, Found[]>} */ const sections = new Map();
  for (const item of items) {
    const hits = terms.map((term) => item.find(term));
    const missing = hits.filter((one) => one.length === 0).length;
    if (missing === terms.length) continue;
    const section = item.place.items[item.place.heading];
    sections.set(section, [...(sections.get(section) ?? []), { item, hits, missing, closest: closest(hits) }]);
  }
  const rank = (/** @type {Found} */ { item }) => rankOf(item.place.kind);
  const spread = (/** @type {Found} */ { closest: [start, end] }) => (terms.length > 1 ? end - start : 0);
  return [...sections.values()]
    .flatMap(best)
    .sort((a, b) => Math.sign(a.missing) - Math.sign(b.missing) || rank(a) - rank(b) || spread(a) - spread(b));
}

/** @param {Found[]} section its items that have a term */
function best(section) {
  const whole = section.filter(({ missing }) => missing === 0);
  const all = section[0].hits.every((_, term) => section.some(({ hits }) => hits[term].length > 0));
  if (whole.length > 0 || !all) return whole;
  return [section.reduce((most, one) => (one.missing < most.missing ? one : most))];
}

/** @param {Hit[][]} hits of each term @returns {Hit} the shortest stretch that has them */
function closest(hits) {
  const all = hits.flatMap((found, term) => found.map(([start, end]) => ({ term, start, end })));
  const wanted = hits.filter((found) => found.length > 0).length;
  /** @type {Map<number, number>} where each term stood last */ const last = new Map();
  /** @type {Hit} */ let shortest = [0, Infinity];
  for (const { term, start, end } of all.sort((a, b) => a.start - b.start)) {
    last.set(term, start);
    const first = Math.min(...last.values());
    if (last.size === wanted && end - first < shortest[1] - shortest[0]) shortest = [first, end];
  }
  return shortest;
}

/** Titles and headings come first, notes last. @param {string} kind of an item */
export const rankOf = (kind) => ({ t: 0, h: 0, n: 2 })[kind] ?? 1;

/** @param {Found} found */
export function partOf({ item, missing }) {
  return missing ? "scattered" : item.place.kind === "n" ? "notes" : "body";
}

/** @param {Found[]} found */
export function count(found) {
  const counts = { body: 0, notes: 0, scattered: 0 };
  for (const one of found) counts[partOf(one)]++;
  return counts;
}
