/** Other names of what a query names, by the table that `duidu.publish.search.instead_files` writes. */

import { isWord } from "./fold.js";
import { nearRuns } from "./spelling.js";

/** @import { Engine } from "./engine.js" */

const LONG = 4; // letters of a family name that is enough to know a person
const LEAST = 3; // characters of a name that is known with a slip in it

/** @type {WeakMap<Engine, Promise<string[][]>>} */ const tables = new WeakMap();

/** @typedef {{ name: string, place: number, others: string[] }} Met a name in what is asked, and the others of its row */

/**
 * @param {Engine} engine
 * @param {string} asked folded
 * @param {(text: string) => Promise<boolean>} has whether the site has a text
 * @param {boolean} [slips] whether it is for a name with a slip in it, and for no other
 * @returns {Promise<string[][]>} queries by their terms, folded: first those that keep the rest of what is asked
 */
export async function otherNames(engine, asked, has, slips = false) {
  const rows = await (tables.get(engine) ?? load(engine));
  if (slips) {
    const least = Math.max(LEAST, asked.length - 1);
    const [meant] = isWord(asked[0]) ? [] : nearRuns(asked, rows.flat().join("\n"), least);
    return !meant || (await has(meant)) ? [] : namesIn(meant, rows).flatMap(({ others }) => others.map((other) => [other]));
  }
  const met = namesIn(asked, rows);
  const isThere = await Promise.all(met.map(({ name }) => has(name)));
  const missing = met.filter((_, place) => !isThere[place]);
  const around = missing.flatMap(({ name, place, others }) => {
    const [before, after] = [asked.slice(0, place), asked.slice(place + name.length)];
    const alike = before + after ? others.filter((other) => isWord(other[0]) === isWord(name[0])) : others;
    const apart = alike.map((other) => [...before.split(" "), other, ...after.split(" ")].filter(Boolean));
    return [...alike.map((other) => [before + other + after]), ...apart];
  });
  return [...around, ...missing.flatMap(({ others }) => others.map((other) => [other]))];
}

/** @param {Engine} engine @returns {Promise<string[][]>} the table, folded; it is loaded anew if that fails */
function load(engine) {
  const loading = Promise.all([engine.site(), engine.get("instead/names.json")]).then(async ([{ folding }, file]) => {
    const rows = /** @type {string[][]} */ (await file.json());
    return rows.map((row) => row.map((name) => folding.fold(name).text));
  });
  tables.set(engine, loading);
  loading.catch(() => tables.delete(engine));
  return loading;
}

/** @param {string} asked @param {string[][]} rows @returns {Met[]} the longest first */
function namesIn(asked, rows) {
  const met = rows.flatMap((row) =>
    row.flatMap((name) => {
      const isFamilyName = isWord(asked[0]) && asked.length >= LONG && name.endsWith(` ${asked}`);
      const found = isFamilyName ? asked : name;
      const place = asked.indexOf(found);
      const inWord = isWord(found[0]) && (isWord(asked[place - 1]) || isWord(asked[place + found.length]));
      return place < 0 || inWord ? [] : [{ name: found, place, others: row.filter((other) => other !== name) }];
    }),
  );
  return met.sort((a, b) => b.name.length - a.name.length);
}
