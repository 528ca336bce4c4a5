/**
 * Asks the search of a page as a reader would, and says what it shows and how long that takes: ours, that of
 * Material for MkDocs, and that of Zensical. `browser.py` loads this into the page.
 *
 * The other two do not say to which query their results belong. So on their sites one page has a word that
 * no query has (`UNIQUE`); it is asked for before each query, and its result must go away.
 */

const PATIENCE = 60_000; // milliseconds
const UNIQUE = "qqxxzz";

const all = (root, selector) => [...(root?.querySelectorAll(selector) ?? [])];
const ours = () => document.querySelector("dialog.search");
const theirs = () => document.querySelector(".md-search");
const shadow = () => all(document, "body > *").find((element) => element.shadowRoot?.querySelector("dialog"))?.shadowRoot;

const SEARCHES = {
  duidu: {
    isOpen: () => ours()?.open,
    root: ours,
    input: () => ours().querySelector("input"),
    status: () => ours().querySelector("[role=status]").textContent,
    links: () => all(ours(), ".search-results li a"),
    isAnswer(query) {
      const [first] = this.links();
      if (first) return new URL(first.href).searchParams.get("q") === query;
      return this.status() === (query && globalThis.searching.nothing.replace("{query}", query.trim()));
    },
    isEnd: () => ours().querySelector(".search-more").hidden,
    more: () => ours().querySelector(".search-more").click(),
  },
  material: {
    isOpen: () => document.querySelector("#__search").checked,
    root: theirs,
    input: () => theirs().querySelector("input"),
    status: () => theirs().querySelector(".md-search-result__meta").textContent,
    links: () => all(theirs(), ".md-search-result__item > a"),
    isAnswer: isOther,
    before: UNIQUE,
    isEnd: isWhole,
    scrolled: () => theirs().querySelector(".md-search__scrollwrap"),
  },
  zensical: {
    isOpen: () => shadow()?.querySelector("dialog").open,
    root: shadow,
    input: () => shadow().querySelector("input"),
    status: () => shadow().querySelector("[role=status]").textContent,
    links: () => all(shadow(), "[role=listbox] a"),
    isAnswer: isOther,
    before: UNIQUE,
    isEnd: isWhole,
    scrolled: () => shadow().querySelector("[role=listbox]").parentElement,
  },
};

/** Whether the page with the unique word is the result if it is asked for, and else not. */
function isOther(query) {
  const found = this.links();
  const isUnique = found.length === 1 && new URL(found[0].href).pathname === "/";
  return isUnique === (query === UNIQUE);
}

/** Whether as many results are shown as the search says it has. */
function isWhole() {
  return this.links().length >= Number(/\d+/.exec(this.status())?.[0] ?? 0);
}

/** Type a query, and wait for its results: how many milliseconds until they are there, and are drawn. */
function type(search, query) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no answer: ${query}; ${search.status()}`)), PATIENCE);
    let start = 0;
    const observer = new MutationObserver(() => {
      if (!search.isAnswer(query)) return;
      const changed = performance.now() - start;
      observer.disconnect();
      clearTimeout(late);
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel(); // its message comes when the frame is made
        port1.onmessage = () => resolve({ changed, drawn: performance.now() - start });
        port2.postMessage("");
      });
    });
    observer.observe(search.root(), { subtree: true, childList: true, characterData: true });
    search.input().value = query;
    start = performance.now();
    for (const name of ["input", "keyup"]) search.input().dispatchEvent(new InputEvent(name, { bubbles: true, composed: true }));
  });
}

/** Have a search show more results: by its button, or by scrolling up and down until they come. */
async function showMore(search) {
  const [shown, end] = [search.links().length, performance.now() + PATIENCE];
  search.more?.();
  for (let turn = 0; search.links().length === shown && !search.isEnd(); turn++) {
    if (performance.now() > end) throw new Error(`no more results; ${search.status()}`);
    const element = search.scrolled?.();
    if (element) element.scrollTop = turn % 2 ? 0 : element.scrollHeight;
    await new Promise((resolve) => (element ? requestAnimationFrame(resolve) : setTimeout(resolve, 1)));
  }
}

/**
 * @param {"duidu" | "material" | "zensical"} name of the search
 * @param {string} query
 * @param {boolean} every whether to read all results, and not the first ones only
 */
async function ask(name, query, every) {
  const search = SEARCHES[name];
  if (search.before !== undefined || search.isAnswer(query)) await type(search, search.before ?? "");
  const { changed, drawn } = await type(search, query);
  const [status, first] = [search.status(), search.links().length];
  while (every && !search.isEnd()) await showMore(search);
  const results = search.links().map((link) => [link.href, link.closest("section")?.querySelector("h2")?.textContent ?? ""]);
  return { changed, drawn, status, first, results };
}

/** Ask our search what finds nothing, and wait for what it offers instead: the words of each offer, and its address. */
async function offers(query, patience) {
  const search = SEARCHES.duidu;
  const shown = () => all(ours(), ".search-instead a");
  if (search.input().value) await type(search, "");
  search.input().value = query;
  search.input().dispatchEvent(new InputEvent("input"));
  for (const end = performance.now() + patience; shown().length === 0 && performance.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const links = shown().map((link) => [link.querySelector(".search-excerpt").textContent, link.hash]);
  return { links, found: search.links().length };
}

const isOpen = (name) => SEARCHES[name].isOpen() ?? false;
const hasResult = (name) => SEARCHES[name].links().length > 0;
globalThis.searching = { ask, offers, isOpen, hasResult, nothing: "" }; // browser.py says what our search says when it finds nothing
