/** Queries of several terms: which sections have them all, and how close they stand. */

/** @import { Found, Hit, Item } from "./types.js" */

/**
 * @param {Found[]} found items that have a term
 * @returns {Found[]} those that have all; of a section that has them only together, the best; the closest first
 */
export function together(found) {
  /** @type {Map<Item, Found[]>} */ const sections = new Map();
  for (const one of found) {
    const { items, heading } = one.item.place;
    const section = items[heading];
    sections.set(section, [...(sections.get(section) ?? []), { ...one, closest: closest(one.hits) }]);
  }
  const spread = (/** @type {Found} */ { closest: [start, end] }) => end - start;
  return [...sections.values()].flatMap(best).sort((a, b) => spread(a) - spread(b));
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
