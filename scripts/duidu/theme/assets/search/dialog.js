/** The dialog: a question, and links to what was found. */

import { ask, asking, askSoon } from "../reader/question.js";
import { question } from "../reader/search.js";
import { words } from "./searchwords.js";
import { KINDS, addressOf, dialog, engine, fill, scriptOf } from "./page.js";

/** @import { Found, Hit, Item, Results } from "./types.js" */

const AT_ONCE = 20; // results
const [BEFORE, LENGTH] = [18, 80]; // characters of an excerpt
const REFERENCE = /^\D{1,12}\d{1,4}\s*\D?$/; // what may be the number of a page or a note
const PAUSE = /[，。、；：？！,.;:?!\s]/;

const [status, retry, list, more] = ["[role=status]", ".search-retry", ".search-results", ".search-more"].map(
  (selector) => /** @type {HTMLElement} */ (dialog.querySelector(selector)),
);
const form = /** @type {HTMLFormElement} */ (dialog.querySelector("form"));
const { q: input, part: parts, issue: issues } = /** @type {any} */ (form.elements);

/** @type {Results | null} */ let results = null;
/** @type {AsyncIterator<Found[], void> | undefined} */ let reading;
/** @type {Found[]} read, but not shown yet */ let waiting = [];
/** @type {[query: string, hash: string] | null} what the address asked before */ let before = null;
let wanted = ""; // the issue that the address asks for, until it can be chosen
let turn = 0; // rises with each question, so that no late answer is shown

/** @param {string} query to begin with; if empty, the last one */
export function openSearch(query) {
  if (dialog.open) return;
  before = [location.hash && question(), location.hash];
  dialog.showModal();
  input.value = query || input.value;
  input.select();
  if (query && !location.hash) limitAsAsked();
  search();
  if (issues) import("./issues.js").then(({ offerIssues }) => offerIssues(issues));
}

/** Limit the search as the address says. */
function limitAsAsked() {
  const asked = new URLSearchParams(location.search);
  parts.value = ""; // unless the next is one
  parts.value = asked.get("part") ?? "";
  if (!issues) return;
  wanted = asked.get("issue") ?? "";
  issues.value = "";
  engine.only = null;
}

/** Choose the issue that the address asks for, if there is one. */
async function chooseWanted() {
  const { offerIssues, limitToChosen } = await import("./issues.js");
  await offerIssues(issues);
  issues.value = wanted;
  if (issues.selectedIndex < 0) issues.value = "";
  wanted = "";
  limitToChosen(issues);
}

const limits = () => new FormData(form);

async function search() {
  const mine = ++turn;
  retry.hidden = true;
  if (input.value && !results) status.textContent = words.searchLoading;
  try {
    if (wanted) await chooseWanted();
    askSoon(input.value, limits());
    const answered = await engine.search(input.value);
    if (mine === turn) await show(answered);
  } catch {
    if (mine !== turn) return;
    more.hidden = true;
    retry.hidden = false;
    list.replaceChildren();
    status.textContent = words.searchFailed;
  }
}

/** Show the beginning of what was asked for. @param {Results | null} answered */
async function show(answered) {
  const mine = turn;
  [reading, waiting] = [answered?.read(parts.value), []];
  const found = await next();
  if (mine !== turn) return;
  results = answered;
  dialog.scrollTop = 0;
  list.replaceChildren();
  append(found);
  const { body, notes, scattered } = answered?.counts ?? { body: 0, notes: 0, scattered: 0 };
  const isFound = body + notes + scattered > 0;
  if (!answered || (isFound && !REFERENCE.test(input.value))) return;
  const offers = import("./instead.js").then(({ offerInstead }) => offerInstead(input.value, isFound, () => mine === turn));
  offers.catch(() => {}); // the answer holds without them
}

/** @returns {Promise<Found[]>} the next results, if any */
async function next() {
  for (let step; waiting.length === 0 && (step = await reading?.next())?.value; ) waiting = step.value;
  return waiting.splice(0, AT_ONCE);
}

/** List results, each under its section. @param {Found[]} found */
function append(found) {
  for (const one of found) {
    const name = sectionOf(one);
    if (list.lastElementChild?.querySelector("h2")?.textContent !== name) {
      const heading = Object.assign(make("h2", "", name), { lang: scriptOf(one.item.place.article) });
      list.append(make("section", "", heading, make("ol", "")));
    }
    list.lastElementChild?.lastElementChild?.append(make("li", "", entry(one)));
  }
  const { body = 0, notes = 0, scattered = 0 } = results?.counts ?? {};
  const total = { body, notes }[String(parts.value)] ?? body + notes + scattered;
  more.hidden = found.length === 0 || list.querySelectorAll("li").length >= total;
  const certain = results?.certain;
  const said = [
    body + notes > 0 && fill(certain ? words.found : words.foundAtMost, { count: body + notes, body, notes }),
    scattered > 0 && fill(certain ? words.foundScattered : words.foundScatteredAtMost, { count: scattered }),
    results && body + notes + scattered === 0 && fill(words.foundNothing, { query: input.value.trim() }),
  ];
  status.textContent = said.filter(Boolean).join(words.semicolon);
}

/** @param {Found} found @returns {string} its section, and its article if there are more */
function sectionOf({ item, missing }) {
  const { items, heading, kind } = item.place;
  const above = new Set([...(results?.ofMany ? [items[0]] : []), ...(item === items[heading] ? [] : [items[heading]])]);
  const names = [...above].map(wordsOf).join(" › ") || KINDS[kind];
  return missing > 0 ? `${names} · ${words.scattered}` : names;
}

/** @param {Found} found */
function entry({ item, hits, closest }) {
  const { article, kind, id, label } = item.place;
  const page = item.pageAt(closest[0]);
  const where = fill(KINDS[kind], { number: label }) + (page && ` · ${fill(words.page, { page })}`);
  const shown = make("span", "search-excerpt", ...excerpt(wordsOf(item), hits.flat(), closest[0]));
  shown.lang = /^english|-en\b/.test(id) ? "en" : scriptOf(article);
  const link = make("a", "", make("span", "search-where", where), shown);
  link.href = asking(addressOf(article), input.value, id).href;
  return link;
}

/** @param {string} text @param {Hit[]} hits in it @param {number} place that is to be seen */
function excerpt(text, hits, place) {
  const earliest = Math.max(0, place - BEFORE);
  const start = earliest && earliest + text.slice(earliest, place).search(PAUSE) + 1;
  const end = Math.min(text.length, start + LENGTH);
  /** @type {(string | Node)[]} */ const pieces = [start > 0 ? "…" : ""];
  let shown = start;
  for (const [from, to] of hits.sort(([a], [b]) => a - b)) {
    if (from < shown || from >= end) continue;
    pieces.push(text.slice(shown, from), make("mark", "", text.slice(from, Math.min(to, end))));
    shown = Math.min(to, end);
  }
  return [...pieces, text.slice(shown, end), end < text.length ? "…" : ""];
}

/** @param {Item} item */
const wordsOf = (item) => (scriptOf(item.place.article) === "zh-Hans" ? item.simplified : item.traditional);

/** @returns {HTMLAnchorElement[]} */
const links = () => [...list.querySelectorAll("a")];

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {string} name of its class @param {(Node | string)[]} content
 */
function make(tag, name, ...content) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...content);
  return made;
}

input.addEventListener("input", (/** @type {InputEvent} */ { isComposing }) => isComposing || search());
input.addEventListener("compositionend", search);
retry.addEventListener("click", search);
form.addEventListener("change", ({ target }) => {
  if (target === issues) import("./issues.js").then(({ limitToChosen }) => (limitToChosen(issues), search()));
  else if (target !== input) turn++, askSoon(input.value, limits()), show(results);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  links()[0]?.click();
});
more.addEventListener("click", async () => {
  const [mine, place, found] = [turn, links().length, await next()];
  if (mine !== turn) return;
  append(found);
  links()[place]?.focus();
});
list.addEventListener("click", ({ target, ctrlKey, metaKey, shiftKey }) => {
  const link = target instanceof Element && target.closest("a");
  if (!link || ctrlKey || metaKey || shiftKey) return;
  const query = new URL(link.href).searchParams.get("q") ?? "";
  ask(query, "", limits()); // so the link may be a step within this page
  before = null;
  dialog.close();
});
dialog.addEventListener("keydown", (event) => {
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [input, ...links()];
  const place = stops.indexOf(event.target);
  if (!way || place < 0 || event.isComposing) return;
  event.preventDefault();
  stops[place + way]?.focus();
});
dialog.addEventListener("close", () => before && ask(...before));
/** Close without a word to the address, which the browser has changed. */
function yieldToAddress() {
  before = null;
  dialog.close();
}
// Captured, that is before search.js opens it anew: a module that is there is imported at once in WebKit.
addEventListener("popstate", yieldToAddress, true);
