/**
 * What a search found, marked on the page, with a bar that leads from one place to the next. The marks
 * are ranges for the browser to paint (CSS custom highlights), so the text itself is not touched.
 */

import { advance, room, span } from "../reader/flow.js";
import { texts } from "../reader/place.js";
import { ask } from "../reader/question.js";
import { loadStyles } from "../reader/styles.js";
import { words } from "./searchwords.js";
import { openSearch } from "./dialog.js";
import { parse } from "./engine.js";
import { articleHere, engine, fill } from "./page.js";

/** @import { Hit } from "./types.js" */

await loadStyles("hits.css");

const bar = /** @type {HTMLElement} */ (document.querySelector(".hits"));
const again = /** @type {HTMLElement} */ (bar.querySelector(".hits-query"));
const status = /** @type {HTMLElement} */ (bar.querySelector("[role=status]"));
const SPACE = /\s/;

/** @type {Range[]} in the order of the page */ let ranges = [];
let current = 0;
let shown = "";

/**
 * Mark what the query finds on this page, and go to the first place in the element that the address
 * names.
 *
 * @param {string} query empty to clear the marks
 */
export async function showHits(query) {
  if (query !== shown) {
    ranges = query && articleHere ? await find(query) : [];
    shown = query;
    paint("hit", ranges);
    paint("hit-current", []);
  }
  bar.hidden = ranges.length === 0;
  again.textContent = query;
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const here = ranges.findIndex(({ startContainer }) => place?.contains(startContainer));
  if (here >= 0) goTo(here);
}

/** @param {string} name @param {Range[]} marked */
function paint(name, marked) {
  CSS.highlights?.set(name, new Highlight(...marked));
}

/** @param {string} query @returns {Promise<Range[]>} */
async function find(query) {
  const { articles, folding } = await engine.site();
  const terms = parse(query, folding);
  const article = articles.find(({ slug }) => slug === articleHere);
  const found = [];
  for (const item of article ? await engine.items(article) : []) {
    const hits = terms.flatMap((term) => item.find(term));
    for (const block of hits.length > 0 ? blocks(item.place.id) : []) {
      found.push(...rangesIn(block, item.traditional, hits));
    }
  }
  return found.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
}

/** @param {string} id @returns {Element[]} where the item is on the page: twice, if side by side */
function blocks(id) {
  const found = [...document.querySelectorAll(`#${CSS.escape(id)}, [data-twin="${CSS.escape(id)}"]`)];
  return found.flatMap((block) => {
    const halves = block.querySelectorAll(".parallel > [lang]");
    return halves.length > 0 ? [...halves] : [block];
  });
}

/**
 * @param {Element} block
 * @param {string} text of the item: the same as that of the block, but for white space and script
 * @param {Hit[]} hits
 * @returns {Range[]}
 */
function rangesIn(block, text, hits) {
  /** @type {[Text, number][]} of each character that can be seen */
  const places = [];
  for (const node of texts(block)) {
    for (let at = 0; at < node.length; at++) if (!SPACE.test(node.data[at])) places.push([node, at]);
  }
  const seen = (/** @type {number} */ end) => text.slice(0, end).replace(/\s/g, "").length;
  return hits.flatMap(([start, end]) => {
    const [first, last] = [places[seen(start)], places[seen(end) - 1]];
    if (!first || !last) return [];
    const range = document.createRange();
    range.setStart(...first);
    range.setEnd(last[0], last[1] + 1);
    return [range];
  });
}

/** Go to a place, if it is not in sight. @param {number} place */
function goTo(place) {
  current = (place + ranges.length) % ranges.length;
  const range = ranges[current];
  paint("hit-current", [range]);
  status.textContent = `${current + 1} / ${ranges.length}`;
  status.ariaLabel = fill(words.hit, { number: current + 1, count: ranges.length });
  reveal(range);
  const box = range.getBoundingClientRect();
  const { start, end } = span(box);
  const isCovered = box.bottom > bar.getBoundingClientRect().top;
  if (start < 0 || end > room() || isCovered) advance(start - room() / 3);
}

/** Have a place in a table that is too wide come into its box. @param {Range} range */
function reveal(range) {
  const box = range.startContainer.parentElement?.closest(".table-scroll");
  if (!box) return;
  const [place, room] = [range.getBoundingClientRect(), box.getBoundingClientRect()];
  if (place.left < room.left || place.right > room.right) box.scrollLeft += place.left - room.left - room.width / 3;
}

bar.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest("button") : null;
  if (button?.matches(".hits-previous")) goTo(current - 1);
  if (button?.matches(".hits-next")) goTo(current + 1);
  if (button?.matches(".hits-query")) openSearch(shown);
  if (button?.matches(".hits-clear")) clear();
});

/** Take the marks away, and the question out of the address. */
function clear() {
  ask("", location.hash);
  showHits("");
}
