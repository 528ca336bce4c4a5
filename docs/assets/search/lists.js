/**
 * Posting lists: in which items of the site a few characters stand. They are made, and described, by
 * `duidu.publish.search.postings`.
 */

import { isWord } from "./fold.js";

/** @typedef {{ items: number[], exact: boolean }} Where numbers of items, rising; some too many if not exact */

const LONGEST = 4;
const BASE = 26;
const [CAPITAL, SMALL] = [65, 97];
const PIECE = /((?:(?=[\0-\u2e7f])[\p{L}\p{N}])+)|(?:(?![\0-\u2e7f])[\p{L}\p{N}])+|\S/gu;

export class Lists {
  #get;
  #count;
  /** @type {Map<number, Promise<Map<string, string>>>} */ #shards = new Map();

  /** @param {(path: string) => Promise<Response>} get @param {number} count of files */
  constructor(get, count) {
    this.#get = get;
    this.#count = count;
  }

  /** @param {string} text folded; a word at its end may go on @returns {Promise<Where>} */
  async where(text) {
    const pieces = [...text.matchAll(PIECE)];
    const found = await Promise.all(
      pieces.map(([piece, word], place) => {
        return word ? this.#word(word, place === pieces.length - 1) : this.#run(Array.from(piece));
      }),
    );
    const exact = found.length === 1 && found[0].exact;
    return { items: intersection(found.map(({ items }) => items)), exact };
  }

  /** @param {string} word @param {boolean} open whether it may go on @returns {Promise<Where>} */
  async #word(word, open) {
    const gram = open && word.length === 1 ? `${word}*` : word;
    const shard = await this.#shard(gram);
    const grams = open ? [...shard.keys()].filter((other) => other.startsWith(gram)) : [gram];
    const lists = grams.map((one) => read(shard.get(one) ?? ""));
    return { items: [...new Set(lists.flat())].sort((a, b) => a - b), exact: true };
  }

  /** @param {string[]} run of ideographs, or a sign @returns {Promise<Where>} */
  async #run(run) {
    const grams = parts(run, LONGEST, 2);
    const found = await Promise.all(grams.map((gram) => this.#gram(gram)));
    return { items: intersection(found.map(({ items }) => items)), exact: grams.length === 1 && found[0].exact };
  }

  /** @param {string[]} gram @returns {Promise<Where>} */
  async #gram(gram) {
    const written = (await this.#shard(gram.join(""))).get(gram.join(""));
    if (written || gram.length < 3) return { items: read(written ?? ""), exact: true };
    const pairs = await Promise.all(parts(gram, 2, 1).map((pair) => this.#gram(pair)));
    return { items: intersection(pairs.map(({ items }) => items)), exact: false };
  }

  /** @param {string} gram @returns {Promise<Map<string, string>>} what is in its file */
  #shard(gram) {
    let number = 0;
    for (const sign of isWord(gram[0]) ? gram.slice(0, 2) : gram) {
      number = (Math.imul(number, 31) + (sign.codePointAt(0) ?? 0)) >>> 0;
    }
    number %= this.#count;
    const shard = this.#shards.get(number) ?? this.#load(number);
    this.#shards.set(number, shard);
    shard.catch(() => this.#shards.delete(number));
    return shard;
  }

  /** @param {number} number @returns {Promise<Map<string, string>>} */
  async #load(number) {
    const lines = (await (await this.#get(`grams/${number}.txt`)).text()).split("\n");
    return new Map(lines.map((line) => /** @type {[string, string]} */ (line.split(" "))));
  }
}

/**
 * @template T
 * @param {T[]} run
 * @param {number} length of a part
 * @param {number} step from one to the next
 * @returns {T[][]} parts that cover the run; the run itself, if it is no longer than one
 */
function parts(run, length, step) {
  const last = Math.max(0, run.length - length);
  const starts = Array.from({ length: Math.ceil(last / step) }, (_, index) => index * step);
  return [...starts, last].map((start) => run.slice(start, start + length));
}

/** @param {string} written @returns {number[]} */
function read(written) {
  const numbers = [];
  let [number, step] = [0, 0];
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
