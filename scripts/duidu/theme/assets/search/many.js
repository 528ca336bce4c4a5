/**
 * Search where there is too much text to load it all. Posting lists tell in which items the terms may be;
 * then the texts of one article after the other are loaded, the likeliest first, and have the last word.
 */

import { answer, count, partOf, rankOf } from "./engine.js";
import { Lists } from "./lists.js";

/** @import { Engine } from "./engine.js" */
/** @import { Article, Results, Site, Term } from "./types.js" */

/** @typedef {Results["counts"] & { article: Article, rank: number }} Guess */

/** What is made of a site once, and kept for the next query. */
class Layout {
  kinds;
  /** @type {number[]} of each item which article it is in */ owners = [];
  /** @type {number[]} of each item which one begins its section */ sections = [];

  /** @param {Engine} engine @param {Site} site */
  constructor(engine, { articles, groups, shards }) {
    this.kinds = articles.map(({ kinds }) => kinds).join("");
    for (const [owner, { kinds }] of articles.entries()) {
      for (const kind of kinds) {
        const number = this.owners.push(owner) - 1;
        this.sections.push(kind === "t" || kind === "h" ? number : this.sections[number - 1]);
      }
    }
    let article = 0;
    const firsts = groups.map((size) => this.owners.indexOf((article += size) - size));
    this.lists = new Lists(engine.get, shards, firsts);
  }
}

/** @type {WeakMap<Site, Layout>} */ const layouts = new WeakMap();

/** @param {Engine} engine @param {Site} site @returns {Layout} */
export function layoutOf(engine, site) {
  const layout = layouts.get(site) ?? new Layout(engine, site);
  layouts.set(site, layout);
  return layout;
}

/** @param {Engine} engine @param {Site} site @param {Term[]} terms @returns {Promise<Results>} */
export async function searchMany(engine, site, terms) {
  const layout = layoutOf(engine, site);
  const found = await Promise.all(terms.map(({ text }) => layout.lists.where(text)));
  const exact = found.every((one) => one.exact);
  const { only } = engine;
  const all = guess(site.articles, layout, found.map(({ items }) => items), exact);
  const guesses = all.filter(({ article: { slug } }) => only?.has(slug) ?? true);
  /** @type {Set<Guess>} */ const read = new Set();
  return {
    get counts() {
      const sum = (/** @type {keyof Results["counts"]} */ part) => guesses.reduce((total, one) => total + one[part], 0);
      return { body: sum("body"), notes: sum("notes"), scattered: sum("scattered") };
    },
    get certain() {
      return exact || read.size === guesses.length;
    },
    ofMany: true,
    async *read(part = "") {
      for (const one of guesses) {
        if (part && one[part] === 0) continue;
        const answers = await answer(await engine.items(one.article), terms);
        Object.assign(one, count(answers));
        read.add(one);
        const wanted = answers.filter((answered) => !part || partOf(answered) === part);
        if (wanted.length > 0) yield wanted;
      }
    },
  };
}

/**
 * @param {Article[]} articles
 * @param {Layout} layout
 * @param {number[][]} lists of each term the items it may be in
 * @param {boolean} exact whether it is in all of these
 * @returns {Guess[]} what each article has, or the most that it may have, if anything; the likeliest first
 */
function guess(articles, { kinds, owners, sections }, lists, exact) {
  const inItem = new Uint16Array(kinds.length);
  const inSection = new Uint16Array(kinds.length);
  for (const list of lists) {
    let last = -1;
    for (const item of list) {
      inItem[item]++;
      if (sections[item] !== last) inSection[(last = sections[item])]++;
    }
  }
  const guesses = articles.map((article) => ({ article, body: 0, notes: 0, scattered: 0, rank: Infinity }));
  for (let item = 0; item < kinds.length; item++) {
    if (inItem[item] < lists.length) continue;
    const one = guesses[owners[item]];
    one[kinds[item] === "n" ? "notes" : "body"]++;
    one.rank = Math.min(one.rank, rankOf(kinds[item]));
    if (exact) inSection[sections[item]] = 0; // else it may yet be that the words are only scattered in it
  }
  for (let section = 0; lists.length > 1 && section < kinds.length; section++) {
    if (inSection[section] === lists.length) guesses[owners[section]].scattered++;
  }
  return guesses
    .filter(({ body, notes, scattered }) => body + notes + scattered > 0)
    .sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank));
}
