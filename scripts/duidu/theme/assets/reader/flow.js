/**
 * The way on which the text runs through the window: down, or, in vertical writing, leftwards through the
 * box of its column. All distances are in pixels, along that way.
 */

const column = /** @type {HTMLElement} */ (document.querySelector(".md-content__inner"));

/** @returns {boolean} whether the text is written vertically: early.js and the panel see to it */
export function isVertical() {
  return document.documentElement.dataset.writing === "vertical";
}

/** @returns {number} where the part of the window begins that the header does not cover */
export function topOfText() {
  return document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
}

/** @returns {number} how much is covered where the text comes in */
export function covered() {
  return isVertical() ? 0 : topOfText();
}

/** @returns {number} how much of the text's way is in sight */
export function room() {
  return isVertical() ? column.clientWidth : innerHeight - topOfText();
}

/**
 * @param {DOMRect} box
 * @returns {{ start: number, end: number }} its distance from where the text in sight begins
 */
export function span({ top, right, bottom, left }) {
  const edge = isVertical() ? column.getBoundingClientRect().right : topOfText();
  return isVertical() ? { start: edge - right, end: edge - left } : { start: top - edge, end: bottom - edge };
}

/** @returns {number} how far one has come; meaningful only beside another */
export function position() {
  return isVertical() ? -column.scrollLeft : scrollY;
}

/** Move on, at once. @param {number} distance */
export function advance(distance) {
  if (isVertical()) column.scrollBy({ left: -distance, behavior: "instant" });
  else scrollBy({ top: distance, behavior: "instant" });
}

/** Make the way longer, for what stands near its end to be able to come to the beginning. @param {number} distance */
export function extend(distance) {
  if (isVertical()) column.style.paddingBlockEnd = `${parseFloat(getComputedStyle(column).paddingLeft) + distance}px`;
  else document.body.style.minHeight = `${document.documentElement.scrollHeight + distance}px`;
}

/** Take back what was added to it. */
export function shorten() {
  column.style.paddingBlockEnd = "";
  document.body.style.minHeight = "";
}
