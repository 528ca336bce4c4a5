/**
 * What a preview or a sheet shows of a term or a work: its entry in the index of names and terms, or among
 * the works cited. These are other pages of the article; each is fetched once, when it is first wanted.
 */

import { words } from "../../words.js";
import { copy } from "./copy.js";

/** @type {Map<string, Promise<Document>>} */
const pages = new Map();

/**
 * @param {HTMLAnchorElement} link to an entry
 * @returns {Promise<import("./copy.js").Shown | null>} null if it cannot be had: then the link leads there
 */
export async function entryFor(link) {
  const [address, id] = [addressOf(link), link.hash.slice(1)];
  const page = pages.get(address) ?? fetched(address);
  pages.set(address, page);
  try {
    const entry = (await page).getElementById(id);
    return entry && shownOf(entry, address, `${address}#${id}`);
  } catch {
    pages.delete(address); // there may be a network later
    return null;
  }
}

/** @param {HTMLAnchorElement} link @returns {string} of its page: side by side, of that in its own script */
function addressOf(link) {
  const half = /** @type {HTMLElement | null} */ (link.closest(".parallel > [lang]"));
  const reading = half && document.querySelector(`.switch a[hreflang="${half.lang}"]`);
  const page = link.pathname.split("/").slice(-2).join("/");
  return reading instanceof HTMLAnchorElement ? new URL(page, reading.href).href : link.href.split("#")[0];
}

/** @param {string} address @returns {Promise<Document>} */
async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** @param {HTMLElement} entry @param {string} address of its page @param {string} href its own */
function shownOf(entry, address, href) {
  const content = /** @type {HTMLElement} */ (copy(entry));
  const box = document.createElement("div");
  box.lang = entry.ownerDocument.documentElement.lang;
  box.append(...content.children);
  for (const link of box.querySelectorAll("a")) link.href = hrefFrom(new URL(link.getAttribute("href") ?? "", address));
  const places = /** @type {HTMLElement} */ (box.lastElementChild);
  places.className = "note-reference";
  if (entry.dataset.places) {
    const all = document.createElement("a");
    Object.assign(all, { href, textContent: words.placesInAll.replace("{count}", entry.dataset.places) });
    places.querySelector(".also")?.replaceWith(words.semicolon, all);
  }
  return { label: entry.ownerDocument.querySelector("h1")?.textContent ?? "", href, content: [box] };
}

/** @param {URL} url @returns {string} within this page where that has the place too, as side by side */
function hrefFrom({ pathname, hash, href }) {
  const here = pathname === location.pathname || document.querySelector(".parallel");
  return here && hash && document.getElementById(hash.slice(1)) ? hash : href;
}
