/**
 * How far one has read: a line along the header, which is full where the text ends and its notes begin. (A
 * time line of scrolling would draw it without scripts, but doubles the browser's work while a page opens.)
 */

import { isVertical, room, span } from "./flow.js";

/** Add the line, on pages with an article's text. */
export function showProgress() {
  const column = document.querySelector(".md-content__inner:has(#par-1)");
  const header = document.querySelector(".md-header");
  if (!column || !header) return;
  const line = document.createElement("div");
  line.className = "reading-progress";
  header.append(line);
  const after = column.querySelector(":scope > :is(.footnote, .english)");
  const update = () => {
    const first = isVertical() ? column.firstElementChild : column; // there the column stays where it is
    const { start } = span(/** @type {Element} */ (first).getBoundingClientRect());
    const end = after ? span(after.getBoundingClientRect()).start : span(column.getBoundingClientRect()).end;
    line.style.transform = `scaleX(${Math.min(Math.max(-start / (end - room() - start), 0), 1)})`;
  };
  let asked = false;
  const ask = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      update();
    });
  };
  for (const kind of ["scroll", "resize"]) addEventListener(kind, ask, { passive: true, capture: true });
  ask();
}
