/**
 * On home pages, and nowhere else: the offer to read in the script that was chosen last time, or,
 * on a first visit, in the one for which the browser is set. It is a link; nobody is led away.
 */

import { WORDS } from "../words.js";
import { keep, recall } from "./store.js";
import { loadStyles } from "./styles.js";

const SIMPLIFIED = /^zh-(cn|sg|hans)\b/i;

/** Show the offer, if there is one to make. */
export async function offerScript() {
  const wanted = recall("local", "script") ?? scriptOfBrowser();
  const { lang } = document.documentElement;
  const link = document.querySelector(`.switch[data-home] a[hreflang="${wanted}"]`);
  if (!(link instanceof HTMLAnchorElement) || wanted === lang) return;
  await loadStyles("offer.css");
  const bar = offer(wanted, link.href);
  bar.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    const chosen = target.closest("a") ? wanted : target.closest("button") ? lang : null;
    if (chosen) keep("local", "script", chosen);
    if (chosen === lang) bar.remove();
  });
  document.querySelector(".md-header")?.after(bar);
}

/** @returns {string | null} */
function scriptOfBrowser() {
  const chinese = navigator.languages.find((tag) => /^zh\b/i.test(tag));
  return chinese && SIMPLIFIED.test(chinese) ? "zh-Hans" : null;
}

/** @param {string} lang @param {string} href */
function offer(lang, href) {
  const words = WORDS[lang];
  const bar = document.createElement("aside");
  bar.className = "offer";
  bar.lang = lang;
  bar.ariaLabel = words.offer;
  bar.innerHTML = `<span></span> <a></a> <button type="button"></button>`;
  const [text, link, button] = bar.children;
  text.textContent = words.offer;
  Object.assign(link, { textContent: words.offerLink, href, hreflang: lang });
  button.textContent = words.dismiss;
  return bar;
}
