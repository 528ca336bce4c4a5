/**
 * What a page says of its article.
 *
 * @typedef {object} Manner how it is cited in one language; see scripts/duidu/publish/citing/reference_styles.py
 * @property {string} source
 * @property {string} before
 * @property {string} page
 * @property {string} pages
 * @property {string} dash
 * @property {string} note
 * @property {string} comma
 * @property {string} end
 * @property {string} alone
 * @property {string} quotes
 */

/** @returns {string} the name of its folder; empty on a page of no article */
export function slug() {
  return /** @type {HTMLElement | null} */ (document.querySelector("dialog.search"))?.dataset.article ?? "";
}

/** @returns {boolean} whether this page has the article's text: in one script or side by side */
export function hasText() {
  return document.querySelector("script[data-reading], .parallel") !== null;
}

/** @returns {string} what stands at the head of each sheet of paper (print.css), where browsers can write it there */
export function runningHead() {
  return manners()?.[document.documentElement.lang]?.source || document.title;
}

/** @returns {Record<string, Manner> | null} how it is cited, by language */
export function manners() {
  const data = document.querySelector("script.citing");
  return data && JSON.parse(data.textContent ?? "");
}
