/**
 * What the reader has chosen. The colours are the theme's: it remembers them, and we press its buttons.
 * The rest stands on the root and is remembered as far as it is not the default.
 *
 * @typedef {Record<string, string>} Choices
 */

import { shorten } from "../reader/flow.js";
import { goTo, placesInSight } from "../reader/place.js";
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
  return { ...DEFAULTS, ...recall("local", "settings"), palette: palette() };
}

/** Remember the choices, and show the page as they say, at the place where it is. @param {Choices} choices */
export function choose({ palette: colours, ...choices }) {
  const others = Object.entries(choices).filter(([name, value]) => value !== DEFAULTS[name]);
  keep("local", "settings", others.length > 0 ? Object.fromEntries(others) : null);
  if (colours !== palette()) paletteInputs().find((input) => nameOf(input) === colours)?.click();
  const places = placesInSight();
  for (const name of Object.keys(choices)) delete root.dataset[name];
  Object.assign(root.dataset, Object.fromEntries(others));
  if (!canBeVertical()) delete root.dataset.writing;
  shorten();
  goTo(places);
  moveByColumns();
}

/** @returns {boolean} whether this is a page for reading, on which the text can be written vertically */
export function canBeVertical() {
  return document.querySelector("script[data-reading]") !== null;
}

/** @returns {HTMLInputElement[]} */
function paletteInputs() {
  return [...document.querySelectorAll(/** @type {"input"} */ ("input[name=__palette]"))];
}

/** @param {HTMLInputElement} input */
function nameOf({ dataset }) {
  return dataset.mdColorMedia === "(prefers-color-scheme)" ? "system" : (dataset.mdColorScheme ?? "");
}

/** @returns {string} */
function palette() {
  const { index } = /** @type {any} */ (globalThis).__md_get("__palette") ?? { index: 0 };
  const input = paletteInputs()[index];
  return input ? nameOf(input) : DEFAULTS.palette;
}
