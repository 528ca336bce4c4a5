/**
 * Have the browser keep what was read, for when there is no network (`assets/worker.js`), and of the article
 * all that its page leads to: the other script, its lists, its search.
 */

import { slug } from "./article.js";

const ROOT = new URL("../../", import.meta.url);
const PARTS = "link[rel=stylesheet], link[rel=manifest], link[rel=icon], script[src]";

/** Start the worker. Where there can be none, or the site is only previewed, nothing happens. */
export function keepForOffline() {
  const { serviceWorker } = navigator;
  if (!serviceWorker || !document.querySelector("link[rel=manifest]")) return;
  const tell = () => serviceWorker.controller?.postMessage(wanted());
  serviceWorker.addEventListener("controllerchange", tell); // the first worker, or that of a new version
  serviceWorker.register(new URL("sw.js", ROOT)).then(tell, () => {}); // some browsers refuse
}

/** What to keep: the page with its parts; and of these lists, what it leads to. */
function wanted() {
  const parts = /** @type {NodeListOf<HTMLLinkElement & HTMLScriptElement>} */ (document.querySelectorAll(PARTS));
  return {
    parts: [location.href, ...[...parts].map(({ href, src }) => href || src)],
    lists: ["site", slug()].filter(Boolean),
    links: [...document.links].map(({ href }) => href),
  };
}
