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

/** @returns {HTMLScriptElement | null} what a page says of how its article is cited, and where what is wrong in it is reported */
function citing() {
  return document.querySelector("script.citing");
}

/** @returns {Record<string, Manner> | null} how it is cited, by language */
export function manners() {
  const data = citing();
  return data && JSON.parse(data.textContent ?? "");
}

/** @returns {{ report?: string, version?: string }} where it is reported what is wrong in the text, and in which version of the page */
export function reporting() {
  return citing()?.dataset ?? {};
}

/** @param {string} lang @returns {Manner | null} how words in this language are cited; null on a page that does not say it */
export function mannerFor(lang) {
  const known = manners();
  return known && (known[lang] ?? known[document.documentElement.lang] ?? Object.values(known)[0]);
}

/** @param {{ lang: string, anchor: string }} passage @returns {string} where it stands on this site */
export function addressOf({ lang, anchor }) {
  const parallel = document.querySelector(".parallel");
  const script = lang === "en" ? document.documentElement.lang : lang; // English stands on each reading page
  const reading = parallel && document.querySelector(`.switch a[hreflang="${script}"]`);
  const address = new URL(reading instanceof HTMLAnchorElement ? reading.href : location.href);
  address.search = "";
  address.hash = anchor;
  return address.href;
}
