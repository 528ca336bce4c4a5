/**
 * From a query that finds nothing to others that find something: another name of the same, another spelling, a
 * shorter question. Loaded only then; nothing here knows of the page it is on.
 */

import { isWord } from "./fold.js";
import { parse } from "./engine.js";
import { otherNames } from "./names.js";
import { occurrenceOf } from "./occurrence.js";
import { WORDS, nearRuns, nearWords } from "./spelling.js";

/** @import { Engine } from "./engine.js" */
/** @import { Occurrence } from "./occurrence.js" */
/** @import { Other } from "./types.js" */

/** @typedef {[reason: Other["reason"], texts: (string | undefined)[]]} Proposal of terms, folded */

const MOST = 5; // other queries
const MOST_TERMS = 8; // of a query for which others are looked for
const LONGEST = 80; // characters of such a query, folded
const UNITS = /(?:(?=[\0-\u2e7f])[\p{L}\p{N}])+|[^]/gu; // that no shorter query cuts: words in letters, characters
const EDGES = /^(?:[^\p{L}\p{N}]|[的之和与及在])+|(?:[^\p{L}\p{N}]|[的之和与及在])+$/gu; // no one asks for these
const SHORTEST = 2; // characters of a shorter query

/** @param {Engine} engine @param {string} query @returns {AsyncGenerator<Other, void>} the likeliest first */
export async function* otherQueries(engine, query) {
  const { folding } = await engine.site();
  const terms = parse(query, folding);
  const asked = terms.map(({ text }) => text);
  if (asked.length > MOST_TERMS || asked.join(" ").length > LONGEST) return;
  const occurrence = await occurrenceOf(engine, terms);
  const seen = new Set([asked.join("\n")]);
  /** @type {string[][]} */ const given = [];
  let isNamed = false;
  for await (const [reason, proposed] of proposals(engine, asked, occurrence)) {
    const texts = [...new Set(proposed.filter((text) => text !== undefined))];
    const isPart = reason !== "name" && given.some((other) => texts.every((text) => other.some((whole) => whole.includes(text))));
    if (texts.length === 0 || isPart || (isNamed && reason === "spelling") || seen.has(texts.join("\n"))) continue;
    seen.add(texts.join("\n"));
    const results = await engine.search(texts.map(quoted).join(" "));
    const first = (await results?.read("").next())?.value?.[0];
    if (!results || !first || first.missing > 0) continue;
    yield { reason, texts, results, first };
    isNamed ||= reason === "name";
    if (given.push(texts) === MOST) return;
  }
}

/** @param {string} text of a term @returns {string} as a query has it */
export const quoted = (text) => (text.includes(" ") ? `"${text}"` : text);

/** @param {Engine} engine @param {string[]} asked @param {Occurrence} occurrence @returns {AsyncGenerator<Proposal, void>} */
async function* proposals(engine, asked, occurrence) {
  for (const slips of [false, true]) {
    for (const texts of await otherNames(engine, asked.join(" "), occurrence.has, slips)) yield ["name", texts];
  }

  const there = await Promise.all(asked.map(occurrence.has));
  const kept = asked.filter((_, place) => there[place]);
  const missing = asked.filter((_, place) => !there[place]);
  const pieces = await Promise.all(missing.map((text) => piecesOf(text, occurrence)));
  const spellings = await Promise.all(missing.map((text, place) => spellingsOf(text, pieces[place], occurrence)));

  const instead = asked.map((text) => (there[asked.indexOf(text)] ? text : spellings[missing.indexOf(text)][0]));
  if (spellings.flat().length > 0) yield ["spelling", instead];
  for (const other of missing.length > 1 ? [] : spellings.flat()) yield ["spelling", [...kept, other]];
  for (const other of spellings.flat()) yield ["spelling", [other]];

  if (missing.length > 0) yield ["shorter", kept];
  else for (const text of [...asked].reverse()) yield ["shorter", asked.filter((other) => other !== text)];
  for (const found of pieces) yield ["shorter", [...kept, longest(found)]];
  for (const found of pieces) yield ["shorter", found];
  for (const found of pieces) yield ["shorter", [longest(found)]];
  for (const piece of pieces.flat()) if (piece.length > SHORTEST) yield ["shorter", [piece]];
  for (const text of kept) yield ["shorter", [text]];
}

/** @param {string[]} pieces @returns {string | undefined} */
const longest = (pieces) => pieces.reduce((one, other) => (other.length > (one?.length ?? 0) ? other : one), pieces[0]);

/** @param {string} text that does not occur @param {Occurrence} occurrence @returns {Promise<string[]>} the longest pieces that do, in its order */
async function piecesOf(text, occurrence) {
  const units = text.match(UNITS) ?? [];
  let [best, start, head] = [{ from: 0, to: 0 }, 0, 0];
  for (let end = 1; end <= units.length; end++) {
    while (start < end && !(await occurrence.has(units.slice(start, end).join("")))) start++;
    if (end - start > best.to - best.from) best = { from: start, to: end };
    if (start === 0) head = end;
  }
  if (head >= SHORTEST && head >= best.to - best.from - 1) best = { from: 0, to: head }; // words begin there
  const piece = units.slice(best.from, best.to).join("").replace(EDGES, "");
  if (Array.from(piece).length < SHORTEST) return [];
  const [before, after] = [units.slice(0, best.from), units.slice(best.to)].map((rest) => rest.join("").trim());
  return [...(await piecesOf(before, occurrence)), piece, ...(await piecesOf(after, occurrence))];
}

/** @param {string} text that does not occur @param {string[]} pieces of it that do @param {Occurrence} occurrence @returns {Promise<string[]>} */
async function spellingsOf(text, pieces, occurrence) {
  if (!isWord(text[0])) {
    const least = (longest(pieces) ?? "").length + 1;
    const near = nearRuns(text, occurrence.text, least).map((other) => other.replace(EDGES, ""));
    return near.filter((other) => other.length >= least);
  }
  const words = [...new Set(text.match(WORDS))];
  const near = await Promise.all(
    words.map(async (word) => ((await occurrence.has(word)) ? [word] : nearWords(word, await occurrence.words(word)))),
  );
  if (words.length === 1) return near[0].map((other) => text.replace(words[0], other));
  const mended = new Map(words.map((word, place) => [word, near[place][0]]));
  return near.every((others) => others.length > 0) ? [text.replace(WORDS, (word) => mended.get(word) ?? word)] : [];
}
