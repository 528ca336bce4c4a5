/**
 * Notes in the margin: the items of the list itself, which notes.css sets beside the text where the
 * window is wide enough. Here it is only computed how far down each stands: at the line of its call, or as
 * near as its neighbours let it.
 *
 * @typedef {{ note: HTMLElement, call: HTMLElement }} Pair
 */

import { room, span } from "../flow.js";
import { callOf, isInMargin } from "../place.js";
import { topsOf } from "./placing.js";

const GAP = 16; // pixels between a note and the edge of the window

/** @param {HTMLElement} list the section of the notes, a child of the text's column */
export function standInMargin(list) {
  const column = /** @type {HTMLElement} */ (list.parentElement);
  const pairs = pairsOf(list);
  Object.assign(document.documentElement.dataset, { notes: "", arranged: "" }); // see early.js
  const arrange = () => arrangeNotes(column, pairs);
  arrange();
  const observer = new ResizeObserver(arrange);
  for (const box of [...column.children, ...pairs.map(({ note }) => note)]) observer.observe(box);
  lightPairs(pairs);
}

/** @param {HTMLElement} list @returns {Pair[]} in the order of the calls: footnotes and endnotes have lists of their own */
function pairsOf(list) {
  const notes = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("li[id]")]);
  const pairs = notes.flatMap((note) => {
    const call = callOf(note);
    return call ? [{ note, call }] : [];
  });
  return pairs.sort((one, other) => (precedes(one.call, other.call) ? -1 : 1));
}

/** @param {Element} one @param {Element} other @returns {boolean} whether it stands before the other */
function precedes(one, other) {
  return Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** @param {Element} target @returns {boolean} whether all of it can be seen, or as much as the window holds */
export function isInSight(target) {
  const { start, end } = span(target.getBoundingClientRect());
  const most = room();
  return start >= 0 && (end <= most || (end - start > most && start < most / 2));
}

/** @param {Element | null} target @returns {boolean} whether it is a note that can be read in the margin now */
export function isReadable(target) {
  return target !== null && isInMargin(target) && isInSight(target);
}

/** @param {Element} note @returns {number} how far the window must scroll to show all of it, and no further */
export function wayTo(note) {
  const { start, end } = span(note.getBoundingClientRect());
  return start - Math.max(GAP, Math.min(start, room() - (end - start) - GAP));
}

/**
 * @param {Element} call
 * @param {Element | null} note
 * @returns {boolean} whether it stands in the margin, too far from its call to be seen together with it
 */
export function isFarFrom(call, note) {
  if (!note || !isInMargin(note) || isInSight(note)) return false;
  const { start, end } = span(call.getBoundingClientRect());
  const way = wayTo(note);
  return start - way < 0 || end - way > room();
}

/** All is read before anything is written. @param {HTMLElement} column @param {Pair[]} pairs */
function arrangeNotes(column, pairs) {
  if (!pairs[0] || !isInMargin(pairs[0].note)) return;
  const { top } = column.getBoundingClientRect();
  const boxes = pairs.map(({ note, call }) => ({
    line: call.getBoundingClientRect().top - top,
    height: note.getBoundingClientRect().height,
  }));
  const tops = topsOf(boxes);
  for (const [index, { note }] of pairs.entries()) note.style.setProperty("--note-top", `${tops[index]}px`);
  column.style.setProperty("--notes-end", `${tops[tops.length - 1] + boxes[boxes.length - 1].height}px`);
}

/** A call and its note show that they belong together while one of them has the pointer or the focus. @param {Pair[]} pairs */
function lightPairs(pairs) {
  /** @type {Record<string, EventTarget | null>} */
  const at = { pointer: null, focus: null };
  const follow = (/** @type {"pointer" | "focus"} */ kind, /** @type {EventTarget | null} */ target) => {
    at[kind] = target;
    for (const pair of pairs) {
      const has = (/** @type {EventTarget | null} */ place) =>
        place instanceof Node && (pair.note.contains(place) || pair.call.contains(place));
      const lit = has(at.pointer) || has(at.focus);
      pair.note.classList.toggle("lit", lit);
      pair.call.classList.toggle("lit", lit);
    }
  };
  document.addEventListener("pointerover", ({ target }) => follow("pointer", target));
  document.addEventListener("focusin", ({ target }) => follow("focus", target));
  document.addEventListener("focusout", () => follow("focus", null));
}
