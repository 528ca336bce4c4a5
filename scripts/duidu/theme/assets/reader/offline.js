/**
 * Have the browser keep what was read, for when there is no network (`assets/worker.js`), and with an
 * article all that its page leads to: the other script, its lists, its search.
 */

import { slug } from "./article.js";

const ROOT = new URL("../../", import.meta.url);
const PARTS = "link[rel=stylesheet], link[rel=manifest], link[rel=icon], script[src]";

/** Start the worker. Where there can be none, or the site is only previewed, nothing happens. */
export function keepForOffline() {
  const { serviceWorker } = navigator;
  if (!serviceWorker || !document.querySelector("link[rel=manifest]")) return;
  const tell = () => serviceWorker.controller?.postMessage(addresses());
  serviceWorker.addEventListener("controllerchange", tell); // the first worker, or that of a new version
  serviceWorker.register(new URL("sw.js", ROOT)).then(tell, () => {}); // some browsers refuse
}

/** @returns {string[]} */
function addresses() {
  const parts = /** @type {NodeListOf<HTMLLinkElement & HTMLScriptElement>} */ (document.querySelectorAll(PARTS));
  return [location.href, ...[...parts].map(({ href, src }) => href || src), ...addressesOfArticle()];
}

/** @returns {string[]} */
function addressesOfArticle() {
  const article = slug();
  if (!article) return [];
  const search = ["site.json", `${article}.json`, `${article}.txt`].map((name) => new URL(`search/${name}`, ROOT).href);
  return [...search, ...[...document.links].map(({ href }) => href)];
}
