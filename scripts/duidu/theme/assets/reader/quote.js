/**
 * The offer to copy what is selected as a quotation, with its source. It shows below the selection: the
 * menus that systems have for a selection stand above it.
 */

import { words } from "../words.js";
import { manners } from "./article.js";
import { quotation } from "./citation.js";
import { copy } from "./clipboard.js";
import { isVertical, topOfText } from "./flow.js";
import { selectedPassage } from "./passage.js";

/** @typedef {import("./passage.js").Passage} Passage */

const SETTLED = 150; // milliseconds without a change of the selection
const SHOWN = 1600; // milliseconds for which it is said that it was copied
const GAP = 8; // pixels below the selection
const GAP_TOUCH = 36; // there, handles hang from it
const EDGE = 48; // where vertical columns fade out

/**
 * Have the page offer it, if it says how its article is cited. Something may be selected already.
 * @param {PointerEvent | null} pointer what it did last
 */
export function offerQuotation(pointer) {
  const known = manners();
  if (!known) return;
  const { box, button, status } = offer();
  /** @type {Passage | null} */
  let passage = null;
  let selecting = pointer?.type === "pointerdown" && pointer.pointerType === "mouse"; // its button is down
  let choosing = false; // the offer is being pressed, for which some browsers give up the selection
  let touched = pointer?.pointerType === "touch";
  let later = 0;
  let offered = ""; // what was selected then

  const hide = () => {
    passage = null;
    box.hidden = true;
  };
  const update = () => {
    choosing = false;
    if (selecting || box.dataset.said || box.contains(document.activeElement)) return;
    passage = selectedPassage();
    offered = String(getSelection());
    if (passage) show(box, passage.end, touched);
    else hide();
  };
  const updateSoon = () => {
    clearTimeout(later);
    later = setTimeout(update, SETTLED);
  };
  const say = (/** @type {string} */ said) => {
    status.textContent = said;
    box.dataset.said = said;
  };

  document.addEventListener("selectionchange", () => {
    const selected = String(getSelection());
    if (selected === offered || choosing || (!selected && box.dataset.said)) return;
    say("");
    hide();
    updateSoon();
  });
  addEventListener("resize", () => box.hidden || updateSoon());
  document.addEventListener("pointerdown", ({ target, pointerType }) => {
    choosing = box.contains(/** @type {Node} */ (target));
    touched = pointerType === "touch";
    selecting = pointerType === "mouse" && !choosing;
  });
  for (const kind of ["pointerup", "pointercancel"]) {
    document.addEventListener(kind, () => {
      selecting = false;
      updateSoon();
    });
  }
  document.addEventListener("keydown", (event) => {
    if (box.hidden) return;
    if (event.key === "Escape") {
      clearTimeout(later);
      hide();
    } else if (event.key === "Tab" && !event.shiftKey && !box.contains(document.activeElement)) {
      event.preventDefault();
      button.focus({ preventScroll: true });
    }
  });
  box.addEventListener("pointerdown", (event) => event.preventDefault()); // or the selection is gone
  button.addEventListener("click", async () => {
    if (!passage) return;
    const manner = known[passage.lang] ?? known[document.documentElement.lang] ?? Object.values(known)[0];
    say((await copy(quotation(passage, manner, addressOf(passage)))) ? words.copied : words.copyFailed);
    setTimeout(() => {
      if (!box.dataset.said) return;
      say("");
      hide();
    }, SHOWN);
  });
  updateSoon();
}

function offer() {
  const box = document.createElement("div");
  box.className = "quote";
  box.hidden = true;
  box.innerHTML = `<button type="button"></button><span role="status"></span>`;
  const [button, status] = /** @type {HTMLCollectionOf<HTMLElement>} */ (box.children);
  button.textContent = words.copyQuotation;
  return { box, button, status };
}

/**
 * Show `box` near the selection. It stands in the page after the piece where the selection ends, so that
 * the keyboard goes on from there.
 * @param {HTMLElement} box
 * @param {Element} end
 * @param {boolean} touched
 */
function show(box, end, touched) {
  const rects = [...(getSelection()?.getRangeAt(0).getClientRects() ?? [])].filter(({ width }) => width > 0);
  if (rects.length === 0) return;
  const whole = end.closest(".table-scroll") ?? end; // it would be cut off in a box that scrolls
  const holder = whole.closest("li, figcaption");
  if (holder) holder.append(box);
  else whole.after(box);
  box.hidden = false;
  const { top, left } = (isVertical() ? placeBeside : placeBelow)(box, rects, touched ? GAP_TOUCH : GAP);
  const around = box.offsetParent;
  const origin = around?.getBoundingClientRect() ?? new DOMRect(-scrollX, -scrollY);
  box.style.top = `${top - origin.top + (around?.scrollTop ?? 0)}px`;
  box.style.left = `${left - origin.left + (around?.scrollLeft ?? 0)}px`;
}

/** Below the last line, or, where there is no room, above the first. @param {HTMLElement} box @param {DOMRect[]} rects @param {number} gap */
function placeBelow({ offsetWidth: width, offsetHeight: height }, rects, gap) {
  const last = rects.reduce((lowest, rect) => (rect.bottom > lowest.bottom ? rect : lowest));
  const below = last.bottom + gap + height <= innerHeight || gap === GAP_TOUCH;
  return {
    top: below ? last.bottom + gap : Math.min(...rects.map(({ top }) => top)) - gap - height,
    left: clamp(last.right - width, 8, document.documentElement.clientWidth - width - 8),
  };
}

/** In vertical writing: left of the last line, at its end, or right of the first. @param {HTMLElement} box @param {DOMRect[]} rects @param {number} gap */
function placeBeside({ offsetWidth: width, offsetHeight: height }, rects, gap) {
  const last = rects.reduce((furthest, rect) => (rect.left < furthest.left ? rect : furthest));
  const left = last.left - gap - width;
  return {
    top: clamp(last.bottom - height, topOfText() + 8, innerHeight - height - 8),
    left: left >= EDGE ? left : Math.max(...rects.map(({ right }) => right)) + gap,
  };
}

/** @param {number} value @param {number} least @param {number} most */
function clamp(value, least, most) {
  return Math.min(Math.max(value, least), most);
}

/** @param {Passage} passage @returns {string} where it stands on this site */
function addressOf({ lang, anchor }) {
  const parallel = document.querySelector(".parallel");
  const script = lang === "en" ? document.documentElement.lang : lang; // English stands on each reading page
  const reading = parallel && document.querySelector(`.switch a[hreflang="${script}"]`);
  const address = new URL(reading instanceof HTMLAnchorElement ? reading.href : location.href);
  address.search = "";
  address.hash = anchor;
  return address.href;
}
