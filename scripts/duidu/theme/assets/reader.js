/**
 * What scripts add to the pages. Everything works without them.
 *
 * What a page needs to look as it should is here; the rest is loaded where there is something for it to do,
 * and if possible when it is first used.
 */

import { hasText, runningHead, slug } from "./reader/article.js";
import { onClick, onFirstSelection } from "./reader/lazily.js";
import { showNotes } from "./reader/notes.js";
import { offerSearch } from "./reader/search.js";
import { offerSettings } from "./reader/settings.js";
import { recall } from "./reader/store.js";
import { keepPlace } from "./reader/switch.js";
import { tellWhere } from "./reader/where.js";

const has = (/** @type {string} */ selector) => document.querySelector(selector) !== null;

showNotes(); // first, since it moves things
onClick("figure.picture a:has(> img)", () => import("./reader/figures.js").then(({ enlarge }) => enlarge));
if (has("[data-original]")) import("./reader/originals.js").then(({ showOriginals }) => showOriginals());
if (has(".cite-files:not(details *)")) offerCopies();
else document.querySelector("details.cite")?.addEventListener("toggle", offerCopies, { once: true });
keepPlace();
if (has(".switch[data-home]")) import("./reader/offer.js").then(({ offerScript }) => offerScript());
offerSearch();
offerSettings();
addEventListener("beforeprint", () => (document.documentElement.dataset.runningHead = runningHead()));
// Nothing is copied before it is selected.
onFirstSelection(() => import("./reader/plain.js").then(({ copyPlainly }) => copyPlainly));
if (has("script.citing")) onFirstSelection(() => import("./reader/quote.js").then(({ offerQuotation }) => offerQuotation));
if (hasText()) {
  const marks = `marks.${slug()}`;
  const showMarks = async () => (await import("./reader/marks.js")).showMarks();
  addEventListener("pageshow", () => recall("local", marks) && showMarks());
  addEventListener("storage", ({ key }) => key === `duidu.${marks}` && showMarks()); // in another tab
}
addEventListener("load", () => {
  tellWhere();
  // See keys.js. In vertical writing the English abstract scrolls, which keys can do where there is a stop in it.
  const links = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".permalink:not(.english *)"));
  for (const link of links) link.tabIndex = -1;
  const soon = window.requestIdleCallback ?? setTimeout; // Safari has no idle time
  soon(() => import("./reader/offline.js").then(({ keepForOffline }) => keepForOffline()));
});

document.addEventListener("keydown", async (event) => {
  const { key, altKey, ctrlKey, metaKey, target } = event;
  const isOurs = altKey ? ["ArrowDown", "ArrowUp", "m", "µ"].includes(key) : key === "?"; // Macs write µ with Alt
  if (ctrlKey || metaKey || !isOurs || has("dialog[open]")) return;
  if (target instanceof Element && target.closest("input, textarea, select")) return;
  event.preventDefault();
  (await import("./reader/keys.js")).followKey(event);
});

// A link in the drawer to a place on this page closes it.
addEventListener("hashchange", () => {
  const drawer = /** @type {HTMLInputElement | null} */ (document.querySelector("#__drawer"));
  if (drawer) drawer.checked = false;
});

document.addEventListener("submit", async (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (!form.matches(".go-to-page")) return;
  event.preventDefault();
  (await import("./reader/gotopage.js")).goToPage(form);
});

async function offerCopies() {
  (await import("./reader/copying.js")).offerCopies();
}
