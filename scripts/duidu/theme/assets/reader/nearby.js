/** Where a box stands that belongs to words on the page: near them, and within the window. */

import { isVertical, topOfText } from "./flow.js";

const EDGE = 48; // pixels where vertical columns fade out

/**
 * @param {HTMLElement} box
 * @param {DOMRect[]} rects of the words
 * @param {number} gap pixels between them
 * @param {boolean} mustFollow whether it may not stand before them
 * @returns {{ top: number, left: number }} in the window
 */
export function placeNear(box, rects, gap, mustFollow) {
  return isVertical() ? placeBeside(box, rects, gap) : placeBelow(box, rects, gap, mustFollow);
}

/** Below the last line, or, where there is no room, above the first. @param {HTMLElement} box @param {DOMRect[]} rects @param {number} gap @param {boolean} mustFollow */
function placeBelow({ offsetWidth: width, offsetHeight: height }, rects, gap, mustFollow) {
  const last = rects.reduce((lowest, rect) => (rect.bottom > lowest.bottom ? rect : lowest));
  const below = last.bottom + gap + height <= innerHeight || mustFollow;
  return {
    top: below ? last.bottom + gap : Math.min(...rects.map(({ top }) => top)) - gap - height,
    left: clamp(last.right - width, 8, document.documentElement.clientWidth - width - 8),
  };
}

/** In vertical writing: left of the last line, at its end, or right of the first. @param {HTMLElement} box @param {DOMRect[]} rects @param {number} gap */
function placeBeside({ offsetWidth: width, offsetHeight: height }, rects, gap) {
  const last = rects.reduce((furthest, rect) => (rect.left < furthest.left ? rect : furthest));
  const left = last.left - gap - width;
  return {
    top: clamp(last.bottom - height, topOfText() + 8, innerHeight - height - 8),
    left: left >= EDGE ? left : Math.max(...rects.map(({ right }) => right)) + gap,
  };
}

/** @param {number} value @param {number} least @param {number} most */
function clamp(value, least, most) {
  return Math.min(Math.max(value, least), most);
}
