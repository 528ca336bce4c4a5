/**
 * Marks on the page: ranges for the browser to paint (CSS custom highlights), so that the text is not touched. Where
 * browsers have none, marks are not seen in the text; the list has them all the same.
 */

import { COLOURS } from "./mark.js";

const NAMES = [...COLOURS.map((colour) => `mark-${colour}`), "mark-noted"];

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

/** Paint in a copy what is painted in what it was made of, until all are painted again. @param {Node} node @param {Node} copy of the same texts */
export function paintCopy(node, copy) {
  const copies = textsOf(copy);
  const twins = new Map(textsOf(node).map((text, place) => [text, copies[place]]));
  for (const highlight of NAMES.flatMap((name) => CSS.highlights?.get(name) ?? [])) {
    for (const { startContainer, startOffset, endOffset } of [...highlight]) {
      const twin = twins.get(/** @type {Text} */ (startContainer));
      // Static, since any other would stay behind when the copy is put into its place.
      if (twin) highlight.add(new StaticRange({ startContainer: twin, startOffset, endContainer: twin, endOffset }));
    }
  }
}

/** @param {Node} node @returns {Text[]} */
function textsOf(node) {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(/** @type {Text} */ (walker.currentNode));
  return found;
}

/** @param {Located[]} located @param {number} x @param {number} y @returns {Located | undefined} the mark at a point of the window; of several the smallest */
export function markAt(located, x, y) {
  const isAt = (/** @type {DOMRect} */ { left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom;
  const hit = located.filter(({ ranges }) => ranges.some((range) => [...range.getClientRects()].some(isAt)));
  const size = (/** @type {Located} */ { paragraphs }) => paragraphs.join("").length;
  return hit.sort((one, other) => size(one) - size(other))[0];
}
