/**
 * In vertical writing numbers of one or two digits stand upright in their column (縱中橫). Longer ones, and those
 * that hang together with letters or signs (3.5, 20%, 97-103), are turned like Latin words, as in print.
 */

import { texts } from "./place.js";

const BLOCKS = ".md-content__inner :is(h1, h2, h3, h4, h5, h6, p, li)";
const TURNED = "[lang=en], .cite, .downloads, .english, figure, .upright"; // or horizontal
const NUMBER = /(?<![\w.,:%‰°/~()[\]–—-])\d{1,2}(?![\w.,:%‰°/~()[\]–—-])/g;

/** Have them stand so, once. The text stays the same, and ranges in it stay where they are. */
export function setNumbersUpright() {
  for (const block of document.querySelectorAll(BLOCKS)) {
    if (!block.closest(TURNED) && !block.querySelector(BLOCKS)) setUpright(texts(block));
  }
}

/** @param {Text[]} nodes of a block: a number is whole only if none of its digits stands in the next one */
function setUpright(nodes) {
  const text = nodes.map(({ data }) => data).join("");
  let start = text.length;
  for (const node of nodes.reverse()) {
    const end = start;
    start -= node.length;
    const within = [...text.matchAll(NUMBER)].filter(({ index, 0: { length } }) => index >= start && index + length <= end);
    if (node.parentElement?.closest(TURNED)) continue;
    for (const { index, 0: number } of within.reverse()) {
      const digits = node.splitText(index - start);
      digits.splitText(number.length);
      wrap(digits);
    }
  }
}

/** The marks of a search that begin or end in them would not stay. @param {Text} digits */
function wrap(digits) {
  const marks = [...(CSS.highlights?.values() ?? [])].flatMap((highlight) => /** @type {Range[]} */ ([...highlight]));
  const held = marks
    .filter(({ startContainer, endContainer }) => startContainer === digits || endContainer === digits)
    .map((mark) => ({ mark, place: new StaticRange(mark) }));
  const upright = document.createElement("span");
  upright.className = "upright";
  digits.replaceWith(upright);
  upright.append(digits);
  for (const { mark, place } of held) {
    mark.setStart(place.startContainer, place.startOffset);
    mark.setEnd(place.endContainer, place.endOffset);
  }
}
