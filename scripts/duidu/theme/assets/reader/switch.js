/**
 * The switch in the header: its links lead to the same sentence at the same height of the window (way.js, which is
 * loaded when one of them led here, or is about to be used), with the same question and fragment. The script chosen
 * is remembered.
 */

import { callOf } from "./place.js";
import { keep, recall } from "./store.js";

const load = () => import("./way.js");

/** Set up the links, and go where the reader was before, if one of them led here. */
export function keepPlace() {
  const way = recall("session", "way");
  if (way?.path === location.pathname) load().then(({ arrive }) => arrive(way));
  else if (way) keep("session", "way", null);
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".switch a"))) {
    /** @type {string | null} */
    let note = null;
    // Early, since the note closes as soon as the link has the focus.
    link.addEventListener("pointerdown", () => (note = openNote()));
    for (const kind of ["pointerover", "focus"]) link.addEventListener(kind, () => load().catch(() => {}), { once: true });
    for (const kind of ["click", "auxclick", "contextmenu"]) {
      link.addEventListener(kind, () => {
        link.search = location.search;
        link.hash = location.hash;
      });
    }
    link.addEventListener("click", async (event) => {
      if (link.hreflang) keep("local", "script", link.hreflang);
      if (event.ctrlKey || event.metaKey || event.shiftKey || link.ariaCurrent) return;
      event.preventDefault();
      const open = note ?? openNote();
      note = null;
      await load().then(({ leave }) => leave(link.pathname, open)).catch(() => {});
      location.assign(link.href);
    });
  }
}

/** @returns {string | null} the id of the call whose note is shown over the text */
function openNote() {
  const call = document.querySelector(".footnote-ref:is(:focus, :has(+ .note-preview))");
  const note = call instanceof HTMLAnchorElement && document.getElementById(call.hash.slice(1));
  return (note && callOf(note)?.id) || null;
}
