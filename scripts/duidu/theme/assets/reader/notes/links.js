/**
 * The links of notes are links, with all that browsers do for one: address, history, focus, `:target`.
 * Only that the window stays where it is, if what they lead to is in sight, and that a way back leads to
 * the call that one came from.
 */

import { covered, span } from "../flow.js";
import { isInMargin } from "../place.js";
import { targetOf } from "./copy.js";
import { isInSight, wayTo } from "./margin.js";

const NOTES = ".footnote-ref, .footnote li, .footnote li *";

/** Set the links up. */
export function keepPlaceOfLinks() {
  for (const note of document.querySelectorAll("[role=doc-endnotes] li[id]")) {
    /** @type {HTMLElement} */ (note).tabIndex = -1; // so that the focus goes there too
  }
  /** @type {HTMLAnchorElement | null} */
  let came = null;
  document.addEventListener("click", (event) => {
    const { target, defaultPrevented, ctrlKey, metaKey, shiftKey } = event;
    const link = target instanceof Element ? target.closest("a") : null;
    const goal = link && targetOf(link);
    if (!link || !goal || defaultPrevented || ctrlKey || metaKey || shiftKey) return;
    if (link.matches(".footnote-ref")) came = link;
    if (link.matches(".footnote-backref") && came && !came.id && came.hash === `#${link.closest("li")?.id}`) {
      event.preventDefault(); // side by side one of the two calls of a note has no id
      if (!isInSight(came)) came.scrollIntoView({ block: "center" });
      came.focus({ preventScroll: true });
    } else {
      stayFor(goal);
    }
  });
  addEventListener("popstate", () => {
    const goal = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (goal) stayFor(goal);
  });
}

/**
 * The browser is about to scroll to `goal` and leave a margin above it. If that is as wide as the goal is
 * far down, nothing moves.
 *
 * @param {HTMLElement} goal
 */
function stayFor(goal) {
  if (!goal.matches(NOTES)) return;
  const { start } = span(goal.getBoundingClientRect());
  const keep = (/** @type {number} */ margin) => (goal.style.scrollMarginBlockStart = `${covered() + margin}px`);
  if (isInSight(goal)) keep(start);
  else if (isInMargin(goal)) keep(start - wayTo(goal)); // just as far as needed, so that its call stays in sight
  setTimeout(() => (goal.style.scrollMarginBlockStart = ""), 300); // for those who come by other ways
}
