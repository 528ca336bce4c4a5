/**
 * Posting lists: in which items of the site a few characters stand. They are made, and described, by
 * `duidu.publish.search.postings`.
 */

import { isWord } from "./fold.js";

/** @typedef {{ items: number[], exact: boolean }} Where numbers of items, rising; some too many if not exact */
/** @typedef {Map<string, number[]>} Shard the numbers of the items that have each gram of a file */

const LONGEST = 4; // ideographs of a gram
const BASE = 26;
const [FNV_BASIS, FNV_PRIME] = [2166136261, 16777619];
const [CAPITAL, SMALL] = [65, 97];
const LETTER = /[\p{L}\p{N}]/u;
const PIECE = /((?:(?=[\0-\u2e7f])[\p{L}\p{N}])+)|((?:(?![\0-\u2e7f])[\p{L}\p{N}])+)|\S/gu;

export class Lists {
  #get;
  #count;
  #firsts;
  /** @type {Map<number, Promise<Shard>>} */ #shards = new Map();

  /** @param {(path: string) => Promise<Response>} get @param {number} count of files @param {number[]} firsts of each group its first item */
  constructor(get, count, firsts) {
    this.#get = get;
    this.#count = count;
    this.#firsts = firsts;
  }

  /** @param {string} text folded; a word at its end may go on @returns {Promise<Where>} */
  async where(text) {
    const pieces = [...text.matchAll(PIECE)].flatMap(([piece, word, run]) => (run ? parts(run) : [word ?? piece]));
    const found = await Promise.all(
      pieces.map((piece, place) => {
        const open = place === pieces.length - 1 || !isWord(piece);
        return open && LETTER.test(piece) ? this.#beginning(piece) : this.#list(piece);
      }),
    );
    return { items: intersection(found), exact: found.length === 1 };
  }

  /** @param {string[]} beginnings each of three letters @returns {Promise<string[]>} the words in letters with one of them */
  async words(beginnings) {
    const shards = await Promise.all([...new Set(beginnings)].map((letters) => this.#shard(letters)));
    const grams = shards.flatMap((shard) => [...shard.keys()]);
    return [...new Set(grams)].filter((gram) => isWord(gram[0]) && !gram.endsWith("*"));
  }

  /** @param {string} piece @returns {Promise<number[]>} the items with a gram that begins so */
  async #beginning(piece) {
    if (Array.from(piece).length < 3) return this.#list(`${piece}*`);
    const lists = [];
    for (const [gram, items] of await this.#shard(piece)) {
      if (gram.startsWith(piece)) lists.push(items);
    }
    return lists.length === 1 ? lists[0] : [...new Set(lists.flat())].sort((a, b) => a - b);
  }

  /** @param {string} gram @returns {Promise<number[]>} the items that have it */
  async #list(gram) {
    return (await this.#shard(gram)).get(gram) ?? [];
  }

  /** @param {string} gram @returns {Promise<Shard>} what is in its file */
  #shard(gram) {
    let hash = FNV_BASIS;
    for (const sign of Array.from(gram).slice(0, 3)) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), FNV_PRIME);
    const number = Math.floor(((hash >>> 0) * this.#count) / 2 ** 32);
    const shard = this.#shards.get(number) ?? this.#load(number);
    this.#shards.set(number, shard);
    shard.catch(() => this.#shards.delete(number));
    return shard;
  }

  /** @param {number} number @returns {Promise<Shard>} */
  async #load(number) {
    /** @type {Shard} */ const shard = new Map();
    let group = 0;
    for (const line of (await (await this.#get(`grams/${number}.txt`)).text()).split("\n")) {
      const [gram, written] = line.split(" ");
      if (written) shard.set(gram, [...(shard.get(gram) ?? []), ...read(written, this.#firsts[group])]);
      else group++;
    }
    return shard;
  }
}

/** @param {string} run of ideographs @returns {string[]} grams that cover it; itself, if it is no longer than one */
function parts(run) {
  const signs = Array.from(run);
  const last = Math.max(0, signs.length - LONGEST);
  const starts = Array.from({ length: Math.ceil(last / LONGEST) }, (_, index) => index * LONGEST);
  return [...starts, last].map((start) => signs.slice(start, start + LONGEST).join(""));
}

/** @param {string} written @param {number} number from which they count @returns {number[]} */
function read(written, number) {
  const numbers = [];
  let step = 0;
  for (let at = 0; at < written.length; at++) {
    const code = written.charCodeAt(at);
    step *= BASE;
    if (code >= SMALL) {
      step += code - SMALL;
    } else {
      numbers.push((number += step + code - CAPITAL));
      step = 0;
    }
  }
  return numbers;
}

/** @param {number[][]} lists rising @returns {number[]} */
function intersection([first = [], ...others]) {
  return others.reduce((left, other) => {
    const wanted = new Set(other);
    return left.filter((number) => wanted.has(number));
  }, first);
}
