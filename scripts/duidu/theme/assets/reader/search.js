/**
 * The way into the search: its buttons, the keys / and Ctrl-K, and a question in the address (`?q=`).
 * Nothing of it is loaded until it is asked for. With a fragment, the question marks what was found on
 * this page; without one it opens the search.
 */

/** Set up the way in, and take it if the address says so. */
export function offerSearch() {
  const buttons = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".search-open"));
  if (!buttons.length) return;
  const open = (/** @type {string} */ query) =>
    import("../search/dialog.js").then(({ openSearch }) => openSearch(query)).catch(() => location.assign(buttons[0].href));

  for (const button of buttons) {
    button.role = "button";
    button.ariaHasPopup = "dialog";
    button.ariaKeyShortcuts = "/ Control+K";
    button.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(question());
    });
  }
  addEventListener("keydown", (event) => {
    if (!isShortcut(event) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    open(question());
  });

  const follow = () => {
    const query = question();
    if (query && !location.hash) open(query);
    else if (query || document.querySelector(".hits:not([hidden])")) {
      import("../search/hits.js").then(({ showHits }) => showHits(query));
    }
  };
  addEventListener("popstate", follow);
  follow();
}

/** @returns {string} what the page's address asks for */
export function question() {
  return new URLSearchParams(location.search).get("q") ?? "";
}

/** @param {KeyboardEvent} event */
function isShortcut({ key, ctrlKey, metaKey, altKey, target }) {
  if (key.toLowerCase() === "k") return (ctrlKey || metaKey) && !altKey;
  const typing = target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
  return key === "/" && !ctrlKey && !metaKey && !altKey && !typing;
}
