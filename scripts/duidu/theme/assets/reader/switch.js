/**
 * The switch in the header: its links lead to the same sentence at the same height of the window,
 * with the same question, fragment, open note and open lists. The script chosen is remembered.
 *
 * @typedef {import("./place.js").Place} Place
 * @typedef {{ path: string, places: Place[], note: string | null, lists: boolean[] }} Way
 */

import { position } from "./flow.js";
import { callOf, goTo, isAt, placesInSight } from "./place.js";
import { keep, recall } from "./store.js";

/** Set up the links, and go where the reader was before, if one of them led here. */
export function keepPlace() {
  const places = arrive();
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".switch a"))) {
    /** @type {string | null} */
    let note = null;
    // Early, since the note closes as soon as the link has the focus.
    link.addEventListener("pointerdown", () => (note = openNote()));
    for (const kind of ["click", "auxclick", "contextmenu"]) {
      link.addEventListener(kind, () => {
        link.search = location.search;
        link.hash = location.hash;
      });
    }
    link.addEventListener("click", (event) => {
      if (link.hreflang) keep("local", "script", link.hreflang);
      if (event.ctrlKey || event.metaKey || event.shiftKey || link.ariaCurrent) return;
      leave({
        path: link.pathname,
        places: places.some(isAt) ? places : placesInSight(),
        note: note ?? openNote(),
        lists: lists().map((list) => list.open),
      });
      note = null;
    });
  }
}

/** @param {Way} way */
function leave(way) {
  keep("session", "way", way);
}

/** @returns {Place[]} where the reader was on the page before */
function arrive() {
  const way = /** @type {Way | null} */ (recall("session", "way"));
  keep("session", "way", null);
  if (way?.path !== location.pathname) return [];
  lists().forEach((list, index) => (list.open = way.lists[index] ?? list.open));
  goTo(way.places);
  const settled = position();
  addEventListener("load", () => {
    if (way.note) document.getElementById(way.note)?.focus({ preventScroll: true });
    if (position() === settled) goTo(way.places); // the theme may have moved something
  });
  return way.places;
}

/** @returns {HTMLDetailsElement[]} */
function lists() {
  return [...document.querySelectorAll("details")];
}

/** @returns {string | null} the id of the call whose note is shown over the text */
function openNote() {
  const call = document.querySelector(".footnote-ref:is(:focus, :has(+ .note-preview))");
  const note = call instanceof HTMLAnchorElement && document.getElementById(call.hash.slice(1));
  return (note && callOf(note)?.id) || null;
}
