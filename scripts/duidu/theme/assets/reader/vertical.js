/**
 * Moving in vertical writing. The wheel goes leftwards, the keys by pages and columns; touch needs nothing.
 * Browsers remember how far a page is scrolled, but not how far a box in it.
 */

import { advance, isVertical, position, room } from "./flow.js";
import { afterLoading } from "./lazily.js";
import { goTo, placesInSight } from "./sight.js";
import { keep, recall } from "./store.js";
import { setNumbersUpright } from "./upright.js";

const FURTHEST = 1e7; // pixels
const COLUMNS = 2; // for each press of an arrow key; so many are also seen again on the next page
const OWN_KEYS = "input, textarea, select, dialog, [popover], [contenteditable]";
const OWN_SPACE = "button, summary";
const OWN_WHEEL = ".note-preview, .cite, .downloads, .english, .table-scroll";

let set = false;

/** Set this up, once. */
export function moveByColumns() {
  if (isVertical()) keepingPlace(setNumbersUpright);
  if (set) return;
  set = true;
  const column = /** @type {HTMLElement} */ (document.querySelector(".md-content__inner"));
  column.addEventListener("wheel", (event) => followWheel(event, column), { passive: false });
  addEventListener("keydown", (event) => followKey(event, column));
  addEventListener("pagehide", () => {
    keep("session", "columns", isVertical() ? { path: location.pathname, places: placesInSight() } : null);
  });
  const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  if (visit?.type === "navigate") return;
  comeBack();
  afterLoading(comeBack); // the browser may have gone where the address says
}

/** @param {() => void} change what stands in the columns */
function keepingPlace(change) {
  const places = position() > 0 ? placesInSight() : [];
  change();
  goTo(places);
}

function comeBack() {
  const left = recall("session", "columns");
  if (left?.path === location.pathname) goTo(left.places);
}

/** @param {HTMLElement} column @returns {number} pixels from one line to the next */
function pitch(column) {
  return parseFloat(getComputedStyle(column).lineHeight);
}

/** @param {WheelEvent} event @param {HTMLElement} column */
function followWheel(event, column) {
  const { deltaX, deltaY, deltaMode, ctrlKey, target } = event;
  if (!isVertical() || ctrlKey || Math.abs(deltaX) > Math.abs(deltaY) || scrollsItself(target, deltaY)) return;
  event.preventDefault();
  advance(deltaY * [1, pitch(column), room()][deltaMode]);
}

/** @param {EventTarget | null} target @param {number} down @returns {boolean} whether a box there can scroll that way */
function scrollsItself(target, down) {
  const box = target instanceof Element ? target.closest(OWN_WHEEL) : null;
  if (!box) return false;
  const { scrollTop, scrollHeight, clientHeight } = box;
  return down < 0 ? scrollTop > 0 : scrollTop + clientHeight < scrollHeight - 1;
}

/** @param {KeyboardEvent} event @param {HTMLElement} column */
function followKey(event, column) {
  const { key, shiftKey, ctrlKey, altKey, metaKey, target, defaultPrevented } = event;
  if (!isVertical() || defaultPrevented || ctrlKey || altKey || metaKey || document.querySelector("dialog[open]")) return;
  if (target instanceof Element && target.closest(key === " " ? `${OWN_KEYS}, ${OWN_SPACE}` : OWN_KEYS)) return;
  const some = COLUMNS * pitch(column);
  const page = room() - some;
  /** @type {Record<string, number>} */
  const ways = {
    " ": shiftKey ? -page : page,
    PageDown: page,
    PageUp: -page,
    ArrowLeft: some,
    ArrowDown: some,
    ArrowRight: -some,
    ArrowUp: -some,
    Home: -FURTHEST,
    End: FURTHEST,
  };
  if (!(key in ways) || (shiftKey && key !== " ")) return;
  event.preventDefault();
  advance(ways[key]);
  align(column);
}

/** Have the first column that is in sight begin at the edge. @param {HTMLElement} column */
function align(column) {
  const [place] = placesInSight();
  if (place) advance(place.distance - parseFloat(getComputedStyle(column).paddingRight));
}
