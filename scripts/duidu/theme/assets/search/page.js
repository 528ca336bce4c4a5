/** What the search must know of the page it is on. */

import { loadStyles } from "../reader/styles.js";
import { Engine } from "./engine.js";

/** @import { Article } from "./types.js" */

export const dialog = /** @type {HTMLDialogElement} */ (document.querySelector("dialog.search"));

const { root = "", article = "", view } = dialog.dataset;
const { lang } = document.documentElement;
const home = new URL(root, location.href);
const words = JSON.parse(document.querySelector(".search-words")?.textContent ?? "{}");

export const engine = new Engine(new URL("search/", home));

/** The slug of the article that is on this page, if one is. */
export const articleHere =
  view === "parallel" || location.pathname.endsWith(`/zh-han${lang.at(-1)}/${article}/`) ? article : "";

/** @param {string} key @param {Record<string, string | number>} [values] for the gaps in the words @returns {string} */
export function say(key, values = {}) {
  return words[key].replace(/\{(.+?)\}/g, (/** @type {string} */ gap) => values[gap.slice(1, -1)]);
}

/** In which script readers of this page read an article. @param {Article} article */
export const scriptOf = ({ simplified }) => (simplified && lang === "zh-Hans" ? lang : "zh-Hant");

/** @param {Article} article @returns {URL} where they read it */
export function addressOf(article) {
  if (article.slug === articleHere) return new URL(location.href);
  return new URL(`${scriptOf(article).toLowerCase()}/${article.slug}/`, home);
}

await loadStyles("search.css");
