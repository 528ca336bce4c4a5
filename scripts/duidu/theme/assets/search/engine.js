/** From a query to what is found. Nothing here knows of the page it is on. */

import { loadItems } from "./article.js";
import { Folding, isWord } from "./fold.js";

/** @import { Article, Found, Item, Results, Site, Term } from "./types.js" */

const PIECE = /["“”„＂]([^"“”„＂]*)(?:["“”„＂](?!\S)|$)|\S+/g;

export class Engine {
  /** The articles that a search is limited to, by their slugs; null if it is not. @type {Set<string> | null} */
  only = null;
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
    const wanted = site.articles.filter(({ slug }) => this.only?.has(slug) ?? true);
    const items = await Promise.all(wanted.map((article) => this.items(article)));
    const found = await answer(items.flat(), terms);
    const read = async function* (part = "") {
      yield found.filter((one) => !part || partOf(one) === part);
    };
    return { counts: count(found), certain: true, ofMany: site.articles.length > 1, read };
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
 * @returns {Promise<Found[]>} the items that have all; then, of sections that have them only together, the best
 */
export async function answer(items, terms) {
  const found = items.flatMap((item) => {
    const hits = terms.map((term) => item.find(term));
    const missing = hits.filter((one) => one.length === 0).length;
    return missing < terms.length ? [{ item, hits, missing, closest: hits.flat()[0] }] : [];
  });
  const best = terms.length > 1 ? (await import("./several.js")).together(found) : found;
  const rank = (/** @type {Found} */ { item, missing }) => (missing ? 3 : 0) + rankOf(item.place.kind);
  return best.sort((a, b) => rank(a) - rank(b));
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
