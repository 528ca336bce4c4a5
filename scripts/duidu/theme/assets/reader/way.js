/**
 * The way from a page to the same place on another: what one has before one, an open note, and open lists.
 *
 * @typedef {import("./sight.js").Place} Place
 * @typedef {{ path: string, places: Place[], note: string | null, lists: boolean[] }} Way
 */

import { position } from "./flow.js";
import { afterLoading } from "./lazily.js";
import { goTo, isAt, placesInSight } from "./sight.js";
import { keep } from "./store.js";

/** Where one was put when one came. @type {Place[]} */
let came = [];

/** Remember where the reader is. @param {string} path of the page that shows it next @param {string | null} note whose call has it open */
export function leave(path, note) {
  const places = came.some(isAt) ? came : placesInSight();
  keep("session", "way", { path, places, note, lists: lists().map((list) => list.open) });
}

/** Go where the reader was. @param {Way} way */
export function arrive({ places, note, lists: open }) {
  came = places;
  lists().forEach((list, index) => (list.open = open[index] ?? list.open));
  goTo(places);
  const settled = position();
  afterLoading(() => {
    if (note) document.getElementById(note)?.focus({ preventScroll: true });
    if (position() === settled) goTo(places); // something may have moved
    keep("session", "way", null);
  });
}

/** @returns {HTMLDetailsElement[]} */
function lists() {
  return [...document.querySelectorAll("details")];
}
