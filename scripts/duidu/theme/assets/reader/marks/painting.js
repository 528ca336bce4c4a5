/**
 * Marks on the page: ranges for the browser to paint (CSS custom highlights), so that the text is not touched. Where
 * browsers have none, marks are not seen in the text; the list has them all the same.
 */

import { COLOURS } from "./mark.js";

/** @typedef {import("./located.js").Located} Located */

const UNDER_HITS = -1;

/** @param {Located[]} located */
export function paint(located) {
  for (const colour of COLOURS) {
    fill(`mark-${colour}`, located.filter(({ mark }) => mark.colour === colour));
  }
  fill("mark-noted", located.filter(({ mark }) => mark.note));
}

/** @param {string} name @param {Located[]} marked */
function fill(name, marked) {
  if (!CSS.highlights) return;
  const highlight = new Highlight(...marked.flatMap(({ ranges }) => ranges));
  highlight.priority = UNDER_HITS;
  CSS.highlights.set(name, highlight);
}

/** @param {Located[]} located @param {number} x @param {number} y @returns {Located | undefined} the mark at a point of the window; of several the smallest */
export function markAt(located, x, y) {
  const isAt = (/** @type {DOMRect} */ { left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom;
  const hit = located.filter(({ ranges }) => ranges.some((range) => [...range.getClientRects()].some(isAt)));
  const size = (/** @type {Located} */ { paragraphs }) => paragraphs.join("").length;
  return hit.sort((one, other) => size(one) - size(other))[0];
}
