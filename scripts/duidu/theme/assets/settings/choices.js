/**
 * What the reader has chosen: it stands on the root and is remembered, as far as it is not the default.
 *
 * @typedef {Record<string, string>} Choices
 */

import { shorten } from "../reader/flow.js";
import { goTo, placesInSight } from "../reader/sight.js";
import { keep, recall } from "../reader/store.js";
import { moveByColumns } from "../reader/vertical.js";

/** @type {Choices} */
export const DEFAULTS = {
  size: "3",
  leading: "normal",
  face: "serif",
  palette: "system",
  pages: "shown",
  writing: "horizontal",
};

const root = document.documentElement;

/** @returns {Choices} */
export function chosen() {
  return { ...DEFAULTS, ...recall("local", "settings") };
}

/** Remember the choices, and show the page as they say, at the place where it is. @param {Choices} choices */
export function choose(choices) {
  const others = Object.entries(choices).filter(([name, value]) => value !== DEFAULTS[name]);
  keep("local", "settings", others.length > 0 ? Object.fromEntries(others) : null);
  const places = placesInSight();
  for (const name of Object.keys(choices)) delete root.dataset[name];
  Object.assign(root.dataset, Object.fromEntries(others));
  if (!canBeVertical()) delete root.dataset.writing;
  shorten();
  moveByColumns();
  goTo(places);
}

/** @returns {boolean} whether this is a page for reading, on which the text can be written vertically */
export function canBeVertical() {
  return document.querySelector("script[data-reading]") !== null;
}
