/**
 * Of words on this page: how they are cited, where they stand, and to whom it is reported what is wrong in them.
 *
 * @typedef {import("./article.js").Manner} Manner
 */

import { manners } from "./article.js";

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

/** @returns {{ report?: string, version?: string }} where it is reported, and which version of the page this is */
export function reporting() {
  return /** @type {HTMLScriptElement | null} */ (document.querySelector("script.citing"))?.dataset ?? {};
}
