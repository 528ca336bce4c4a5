/**
 * Notes in the margin: the items of the list itself, which notes.css sets beside the text where the
 * window is wide enough. Here it is only computed how far down each stands: at the line of its call, or
 * under the note before.
 *
 * @typedef {{ note: HTMLElement, call: HTMLElement }} Pair
 */

import { room, span } from "../flow.js";
import { isInMargin } from "../place.js";

/** @param {HTMLElement} list the section of the notes, a child of the text's column */
export function standInMargin(list) {
  const column = /** @type {HTMLElement} */ (list.parentElement);
  const pairs = pairsOf(list);
  document.documentElement.dataset.notes = "margin";
  const arrange = () => arrangeNotes(column, pairs);
  arrange();
  const observer = new ResizeObserver(arrange);
  for (const box of [...column.children, ...pairs.map(({ note }) => note)]) observer.observe(box);
  lightPairs(pairs);
}

/** @param {HTMLElement} list @returns {Pair[]} */
function pairsOf(list) {
  const notes = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("li[id]")]);
  return notes.flatMap((note) => {
    const call = document.getElementById(note.id.replace("note-", "noteref-"));
    return call ? [{ note, call }] : [];
  });
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

/** All is read before anything is written. @param {HTMLElement} column @param {Pair[]} pairs */
function arrangeNotes(column, pairs) {
  if (!pairs[0] || !isInMargin(pairs[0].note)) return;
  const { top } = column.getBoundingClientRect();
  const boxes = pairs.map(({ note, call }) => ({
    line: call.getBoundingClientRect().top - top,
    height: note.getBoundingClientRect().height,
  }));
  let end = 0;
  for (const [index, { line, height }] of boxes.entries()) {
    const start = Math.max(line, end);
    pairs[index].note.style.setProperty("--note-top", `${start}px`);
    end = start + height;
  }
  column.style.setProperty("--notes-end", `${end}px`);
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
