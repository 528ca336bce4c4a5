/** What is loaded only when a reader first does what needs it. Nothing done before it is there is lost. */

/** @type {Record<string, string>} when to repeat an event: still, or in any case */
const KINDS = { pointerover: ":hover", focusin: ":focus", click: "*" };
const LONGEST = 1000; // milliseconds that a click waits

/**
 * Load something when the reader first comes near to certain elements, and then let it have the event that
 * led there. Clicks on links within the page, and to entries, wait for that; if it cannot be loaded soon, they do what they do
 * without it.
 *
 * @param {string} selector
 * @param {() => Promise<void>} load
 */
export function onFirstUse(selector, load) {
  /** @type {Promise<void> | undefined} */
  let loaded;
  const follow = async (/** @type {Event} */ event) => {
    const { target, type } = event;
    if (!(target instanceof Element) || !target.closest(selector) || isForBrowser(event)) return;
    if (type === "click") {
      if (!target.closest("a:is([href^='#'], .term, .work)")) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    loaded ??= load().catch(() => {});
    await Promise.race([loaded, new Promise((done) => setTimeout(done, LONGEST))]);
    for (const kind of Object.keys(KINDS)) document.removeEventListener(kind, follow, true);
    const Kind = /** @type {new (type: string, as: EventInit) => Event} */ (event.constructor);
    if (target.matches(KINDS[type])) target.dispatchEvent(new Kind(type, event));
  };
  for (const kind of Object.keys(KINDS)) document.addEventListener(kind, follow, true);
}

/**
 * Have clicks on certain links answered by what is loaded for the first; those for a new tab or window are
 * left to the browser. If it cannot be loaded, the links lead where they lead.
 *
 * @param {string} selector
 * @param {() => Promise<(link: HTMLAnchorElement) => void>} load
 */
export function onClick(selector, load) {
  document.addEventListener("click", async (event) => {
    const link = event.target instanceof Element ? event.target.closest(selector) : null;
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || isForBrowser(event)) return;
    event.preventDefault();
    const answer = await load().catch(() => null);
    if (answer) answer(link);
    else location.href = link.href;
  });
}

/** @param {Event} event @returns {boolean} whether it opens a tab or a window */
function isForBrowser(event) {
  return event instanceof MouseEvent && event.type === "click" && (event.ctrlKey || event.metaKey || event.shiftKey);
}

/**
 * Load something when text of the page is first selected, and start it with what the pointer did last. What
 * one types into a field is no text of the page.
 *
 * @param {() => Promise<(pointer: PointerEvent | null) => void>} load
 */
export function onFirstSelection(load) {
  /** @type {PointerEvent | null} */
  let pointer = null;
  for (const kind of /** @type {const} */ (["pointerdown", "pointerup", "pointercancel"])) {
    document.addEventListener(kind, (event) => (pointer = event), true);
  }
  const follow = () => {
    if (getSelection()?.isCollapsed !== false || document.activeElement?.matches("input, textarea")) return;
    document.removeEventListener("selectionchange", follow);
    load().then((start) => start(pointer));
  };
  document.addEventListener("selectionchange", follow);
}

/** Do something when the page has loaded, which it may have by now. @param {() => void} act */
export function afterLoading(act) {
  if (document.readyState === "complete") act();
  else addEventListener("load", act);
}
