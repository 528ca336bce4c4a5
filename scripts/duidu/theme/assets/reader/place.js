/** What belongs together on a page, and where: a block and its words, a note and its call. */

// Calls, since their numbers stand higher than their line, and what is not of the article's text.
const NO_TEXT = "sup:not(.raised), .item-label, .footnote-backref, .editorial, .note-preview, .copy, .quote";

/** @param {Element} note @returns {HTMLElement | null} where the note is called first: its way back leads there */
export function callOf(note) {
  const back = /** @type {HTMLAnchorElement | null} */ (note.querySelector(".footnote-backref"));
  return back && document.getElementById(back.hash.slice(1));
}

/** @param {Element} block @returns {Text[]} the words of a block, without note calls and ways back */
export function texts(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    if (!node.parentElement?.closest(NO_TEXT)) found.push(node);
  }
  return found;
}

/** @param {Element} note @returns {boolean} whether it stands in the margin now: notes.css decides */
export function isInMargin(note) {
  return getComputedStyle(note).position === "absolute";
}
