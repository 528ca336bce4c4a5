/**
 * Where on a page the reader is: at which character, and how far it is from where the text in sight begins.
 * Both scripts have the same blocks, each with the same number of characters, so that the same
 * place is found on the page in the other script.
 *
 * @typedef {object} Place
 * @property {string} key which block: its id; empty if it has none
 * @property {number} index which of the page's blocks it is, and
 * @property {number} count how many there are
 * @property {string} lang in which language it is
 * @property {number} offset the number of the character in the block, and
 * @property {number} length how many there are
 * @property {number} distance from where the text in sight begins to the character
 */

import { advance, extend, room, span } from "./flow.js";
import { isInMargin, texts } from "./place.js";

const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, th, td, figcaption, summary";
const NAMED = ".md-content__inner :is([id], [data-twin])";

/** @returns {HTMLElement[]} the smallest pieces of the page that have text of their own, as shown now */
function blocks() {
  const found = [...document.querySelectorAll(`.md-content__inner :is(${BLOCKS})`)];
  return /** @type {HTMLElement[]} */ (found.filter((block) => !block.querySelector(BLOCKS)));
}

/** @param {HTMLElement} block */
function keyOf(block) {
  const named = /** @type {HTMLElement | null} */ (block.closest(NAMED));
  return named?.id || named?.dataset.twin || "";
}

/** @param {HTMLElement} block */
function langOf(block) {
  return /** @type {HTMLElement} */ (block.closest("[lang]")).lang;
}

/** @param {Text[]} nodes */
function lengthOf(nodes) {
  return nodes.reduce((sum, node) => sum + node.length, 0);
}

/**
 * @param {Text[]} nodes
 * @param {number} offset
 * @returns {DOMRect | null} where that character is, or the next one after it that can be seen
 */
function boxOf(nodes, offset) {
  let rest = offset;
  for (const node of nodes) {
    for (; rest < node.length; rest++) {
      const range = document.createRange();
      range.setStart(node, rest);
      range.setEnd(node, rest + 1);
      const box = [...range.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
      if (box) return box;
    }
    rest -= node.length;
  }
  return null;
}

/** @param {HTMLElement[]} all @returns {[number, HTMLElement][]} with their numbers, those in the margin last */
function numbered(all) {
  const isBeside = (/** @type {HTMLElement} */ block) => {
    const note = block.closest("[role=doc-endnotes] li");
    return note !== null && isInMargin(note);
  };
  const entries = [...all.entries()];
  return [...entries.filter(([, block]) => !isBeside(block)), ...entries.filter(([, block]) => isBeside(block))];
}

/**
 * @returns {Place[]} the first line that can be seen whole, and the first that stands in a block
 * with an id, which other views of the text have too
 */
export function placesInSight() {
  const all = blocks();
  const end = room();
  /** @type {Place[]} */
  const places = [];
  for (const [index, block] of numbered(all)) {
    const along = span(block.getBoundingClientRect());
    if (along.start === along.end || along.end <= 0 || (places.length > 0 && !keyOf(block))) continue;
    if (along.start > end) break;
    const place = firstLine(block);
    if (!place) continue;
    places.push({ ...place, key: keyOf(block), index, count: all.length, lang: langOf(block) });
    if (keyOf(block)) break;
  }
  return places;
}

/** @param {HTMLElement} block */
function firstLine(block) {
  const nodes = texts(block);
  const length = lengthOf(nodes);
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const box = boxOf(nodes, middle);
    if (box && span(box).start < -1) low = middle + 1;
    else high = middle;
  }
  const box = boxOf(nodes, low);
  return box && { offset: low, length, distance: span(box).start };
}

/**
 * @param {Place} place
 * @returns {DOMRect | null | undefined} where its character is on this page now
 */
function boxOfPlace({ key, index, count, lang, offset, length }) {
  const all = blocks();
  const same = key ? all.filter((block) => keyOf(block) === key) : all.length === count ? [all[index]] : [];
  const block = same.find((candidate) => langOf(candidate) === lang) ?? same[0];
  if (!block) return null;
  const nodes = texts(block);
  return boxOf(nodes, length ? Math.floor((offset * lengthOf(nodes)) / length) : 0);
}

/** @param {Place} place */
export function isAt(place) {
  const box = boxOfPlace(place);
  return box ? Math.abs(span(box).start - place.distance) < 2 : false;
}

/** Scroll to the first of `places` that this page has. @param {Place[]} places */
export function goTo(places) {
  const place = places.find(boxOfPlace);
  if (!place) return;
  const missing = () => {
    const box = boxOfPlace(place);
    return box ? span(box).start - place.distance : 0;
  };
  advance(missing());
  if (missing() > 2) {
    extend(missing()); // the page ends too soon
    advance(missing());
  }
}
