/** The marks of this page's article: kept in the browser, found on the page, and painted there. */

import { slug } from "../article.js";
import { keep, recall } from "../store.js";
import { locate } from "./located.js";
import { checkedMark } from "./mark.js";
import { paint } from "./painting.js";

/** @typedef {import("./mark.js").Mark} Mark */

const name = `marks.${slug()}`;
/** @type {Mark[]} */ let marks = [];
/** @type {import("./located.js").Located[]} */ let located = [];
let isKept = true;
/** @type {() => void} */ let tell = () => {};

/** @returns {import("./located.js").Located[]} all of them, as they are shown now */
export function shownMarks() {
  return located;
}

/** @returns {boolean} whether the browser has kept the last change; else it is lost with the page */
export function areKept() {
  return isKept;
}

/** @param {() => void} told whenever they have changed, here or in another tab */
export function onMarks(told) {
  tell = told;
}

/** Show the marks that the browser keeps. */
export async function readMarks() {
  if (isKept) await show(stored());
}

/** @param {(marks: Mark[]) => Mark[]} edit makes new ones of those that there are, also in another tab */
export async function changeMarks(edit) {
  const changed = edit(isKept ? stored() : marks);
  isKept = keep("local", name, changed.length > 0 ? changed : null);
  await show(changed);
}

/** @returns {Mark[]} */
function stored() {
  const list = recall("local", name);
  return Array.isArray(list) ? list.map(checkedMark).filter((mark) => mark !== null) : [];
}

/** @param {Mark[]} changed */
async function show(changed) {
  marks = changed;
  const found = await locate(marks);
  if (marks !== changed) return; // changed again meanwhile
  located = found;
  paint(located);
  tell();
}
