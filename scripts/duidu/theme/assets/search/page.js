/** What the search must know of the page it is on. */

import { loadStyles } from "../reader/styles.js";
import { words } from "./searchwords.js";
import { Engine } from "./engine.js";

/** @import { Article } from "./types.js" */

export const dialog = /** @type {HTMLDialogElement} */ (document.querySelector("dialog.search"));

const { root = "", article = "", view } = dialog.dataset;
const { lang } = document.documentElement;
const home = new URL(root, location.href);

export const engine = new Engine(new URL("search/", home));

/** The slug of the article that is on this page, if one is. */
export const articleHere =
  view === "parallel" || location.pathname.endsWith(`/zh-han${lang.at(-1)}/${article}/`) ? article : "";

/** @param {string} said @param {Record<string, string | number>} values for the gaps in it @returns {string} */
export function fill(said, values) {
  return said.replace(/\{(.+?)\}/g, (gap) => String(values[gap.slice(1, -1)]));
}

/** What the kinds of items are called; that of a note has a gap for its number. @type {Record<string, string>} */
export const KINDS = {
  t: words.title,
  h: words.heading,
  a: words.author,
  s: words.abstract,
  k: words.keywords,
  p: words.body,
  n: words.note,
};

/** In which script readers of this page read an article. @param {Article} article */
export const scriptOf = ({ simplified }) => (simplified && lang === "zh-Hans" ? lang : "zh-Hant");

/** @param {Article} article @returns {URL} where they read it */
export function addressOf(article) {
  if (article.slug === articleHere) return new URL(location.href);
  return new URL(`${scriptOf(article).toLowerCase()}/${article.slug}/`, home);
}

await loadStyles("search.css");
