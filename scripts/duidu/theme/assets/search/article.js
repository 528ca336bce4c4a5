/** An article as it is searched. `duidu.publish.search` describes its files. */

import { isWord } from "./fold.js";

/** @import { Article, Folded, Folding, Hit, ItemData, Term } from "./types.js" */

const BYTE = 256;
const PAGE_BREAK = "\f";

/** A stretch of text that has an id of its own on the page. */
export class Item {
  #text;
  /** @type {Folded[] | undefined} */ #folded;

  /** @param {ItemData} data */
  constructor({ place, folding, text, told, pages }) {
    this.place = place;
    this.folding = folding;
    this.#text = text;
    this.told = told;
    this.pages = pages;
  }

  get traditional() {
    return this.#text.replaceAll(PAGE_BREAK, "");
  }

  get simplified() {
    return this.folding.simplify(this.#text, this.told).replaceAll(PAGE_BREAK, "");
  }

  /** @returns {Folded[]} its text, and in Simplified what cannot be known of that */
  get folded() {
    return (this.#folded ??= [this.traditional, ...(this.told ? [this.simplified] : [])].map((text) => this.folding.fold(text)));
  }

  /** @param {Term} term @returns {Hit[]} where it stands, in either script */
  find({ text: wanted, word }) {
    /** @type {Map<number, Hit>} */ const hits = new Map();
    for (const { text, from, to } of this.folded) {
      for (let start = text.indexOf(wanted), next; start >= 0; start = text.indexOf(wanted, next)) {
        next = start + wanted.length;
        if (word && isWord(text[start - 1])) next = start + 1;
        else hits.set(from[start], [from[start], to[next - 1]]);
      }
    }
    return [...hits.values()].sort(([a], [b]) => a - b);
  }

  /** @param {number} at of a character @returns {string} its printed page; empty if unknown */
  pageAt(at) {
    const begun = this.#text.split(PAGE_BREAK);
    let page = 0;
    for (let end = begun[0].length; end <= at && page < begun.length - 1; end += begun[page].length) page++;
    return this.pages[page];
  }
}

/**
 * @param {(path: string) => Promise<Response>} get
 * @param {Article} article
 * @param {Folding} folding
 */
export async function loadItems(get, article, folding) {
  const files = await Promise.all([get(`${article.slug}.json`), get(`${article.slug}.txt`)]);
  const described = await files[0].json();
  const texts = unpack(new Uint8Array(await files[1].arrayBuffer()), described.alphabet).split("\n");
  if (texts.length !== described.items.length) throw new Error(article.slug);
  /** @type {Item[]} */ const items = [];
  let heading = 0;
  for (const [index, [id, pages, told = ""]] of described.items.entries()) {
    const kind = article.kinds[index];
    if (kind === "t" || kind === "h") heading = index;
    const place = { article, items, heading, kind, id, label: described.labels?.[id] ?? id.replace("note-", "") };
    items.push(new Item({ place, folding, text: texts[index], told, pages }));
  }
  return items;
}

/** @param {Uint8Array} packed @param {number[]} steps from each character of the alphabet to the next */
function unpack(packed, steps) {
  let code = 0;
  const alphabet = steps.map((step) => String.fromCodePoint((code += step)));
  const singles = BYTE - Math.max(0, Math.ceil((alphabet.length - BYTE) / (BYTE - 1)));
  let text = "";
  for (let at = 0; at < packed.length; at++) {
    const over = packed[at] - singles;
    text += alphabet[over < 0 ? packed[at] : singles + over * BYTE + packed[++at]];
  }
  return text;
}
